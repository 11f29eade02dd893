//! How the network that reads digits is checked: its layers, the accuracy, and three trainings.

#[path = "../../solutions/07_cnn/mnist_cnn.rs"]
#[expect(dead_code, reason = "a check has a `main` of its own")]
mod solution;
use course::Idx;
use course::mnist::{self, Digits, Images};
use gradlings::prelude::*;
use gradlings::reference::accuracy as reaches;
use solution::{Logits, Network, accuracy, train};

type Conv = Conv2D<1, 32, 3>;
type Max = MaxPool2D<2>;
type Flat = Flatten<5408>;
type Hidden = Linear<5408, 128>;
type Last = Linear<128, 10>;
/// The right network from `Flatten` on.
type Head = (Flat, Hidden, ReLU, Last);
/// What the learner starts from.
type Given = (Flatten<784>, Linear<784, 10>);

type Rows = (Logits, Vec<usize>);
type RecordedImages = Tensor<(usize, Const<1>, Const<28>, Const<28>), f32, Dev, Recording>;
type RecordedLogits = Tensor<(usize, Const<10>), f32, Dev, Recording>;

/// Logits of `count` rows, and labels that agree with the largest where `right` says so.
fn logits_with(g: &mut Generator, count: usize, right: impl Fn(usize) -> bool) -> Rows {
    let logits: Logits = g.tensor((count, Const));
    let label = |(row, logits): (usize, &[f32])| {
        let largest = (0..10).max_by(|&a, &b| logits[a].total_cmp(&logits[b]));
        let other = if right(row) { 0 } else { g.integer(1..10) };
        (largest.unwrap_or(0) + other) % 10
    };
    let labels = logits.as_vec().chunks(10).enumerate().map(label).collect();
    (logits, labels)
}

/// The digits of both sets.
fn joined(one: &Digits, other: &Digits) -> Digits {
    let sets = [one, other];
    let images = |set: &&Digits| (0..set.len()).flat_map(|i| set.image(i)).copied().collect();
    let images: Vec<Vec<u8>> = sets.iter().map(images).collect();
    digits(images.concat(), [one.labels(), other.labels()].concat())
}

/// All zeros first, then all ones, and so on.
fn sorted(set: &Digits) -> Digits {
    let labels = set.labels();
    let mut order: Vec<usize> = (0..set.len()).collect();
    order.sort_by_key(|i| labels[*i]);
    let images = order.iter().flat_map(|i| set.image(*i)).copied().collect();
    digits(images, order.iter().map(|i| labels[*i]).collect())
}

/// The digits with the next label each, so that whoever learns from them learns something wrong.
fn mislabelled(set: &Digits) -> Digits {
    let images = (0..set.len()).flat_map(|i| set.image(i)).copied().collect();
    digits(
        images,
        set.labels().iter().map(|label| (label + 1) % 10).collect(),
    )
}

fn digits(images: Vec<u8>, labels: Vec<usize>) -> Digits {
    let images = Idx {
        sizes: vec![labels.len(), 28, 28],
        values: images,
    };
    let labels = Idx {
        sizes: vec![labels.len()],
        values: labels.iter().map(|label| *label as u8).collect(),
    };
    Digits::from_idx(images, labels).expect("there is one label for each image")
}

/// What is said of a training that repeats the order of its digits.
fn same_order(_: &[Value], parts: &[Value]) -> Option<String> {
    let Some(Value::Integers(repeated)) = parts.get(3) else {
        return None;
    };
    let times = 1 + repeated.data().first().filter(|&&it| it > 0)?;
    Some(format!(
        "Your training goes through its digits in the same order {times} times; shuffle their places before every epoch."
    ))
}

/// The training of any network, with a slip that is named as its mistake is, or with none (`""`).
fn train_with<N>(slip: &str, training: Digits, validation: Digits, epochs: usize) -> (Built<N>, f32)
where
    N: BuildOnDevice<Dev, f32>,
    Built<N>: Module<Images, Output = Logits> + ModuleMut<RecordedImages, Output = RecordedLogits>,
{
    let mut network = device().build_module::<N, f32>();
    let mut adam = Adam::new(&network, AdamConfig::default());
    let mut gradients = network.alloc_grads();
    let mut random = random(1);
    let mut order: Vec<usize> = (0..training.len()).collect();
    let mut step = 0;
    for epoch in 0..epochs {
        if slip != "not shuffled" && (slip != "shuffled once" || epoch == 0) {
            order.shuffle(&mut random);
        }
        if slip == "steps begin again" {
            step = 0;
        }
        let batches = if slip == "one batch an epoch" {
            1
        } else {
            usize::MAX
        };
        for batch in order.chunks(32).take(batches) {
            let images = training.images_tensor(&device(), batch);
            let logits = network.forward_mut(images.traced(gradients));
            let first: Vec<usize> = (0..batch.len()).collect();
            let of = if slip == "other targets" {
                &first
            } else {
                batch
            };
            let loss = cross_entropy_with_logits_loss(logits, training.one_hot(&device(), of));
            report::metric("loss", step, loss.array());
            step += 1;
            gradients = loss.backward();
            if slip != "never updated" {
                adam.update(&mut network, &gradients)
                    .expect("every weight has a gradient");
            }
            if slip != "gradients kept" {
                network.zero_grads(&mut gradients);
            }
        }
    }
    let all: Vec<usize> = (0..validation.len()).collect();
    let logits = network.forward(validation.images_tensor(&device(), &all));
    (network, accuracy(logits, validation.labels_at(&all)))
}

fn main() {
    let all = mnist::training();
    let (training, validation) = all.split_at(9000);
    let few = validation.range(0..500);
    // Two thousand digits that no candidate ever gets with their labels.
    let held_out = Digits::from_gz(
        include_bytes!("../held_out/mnist-test-images.idx.gz"),
        include_bytes!("../held_out/mnist-test-labels.idx.gz"),
    )
    .expect("the held-out digits are sound");
    let test = held_out.range(0..500);
    let others = validation.range(500..1000);
    let wrong = mislabelled(&validation.range(0..1000));
    let images =
        |g: &mut Generator, count: usize| (g.seed(), g.tensor((count, Const, Const, Const)).abs());

    let inputs = [
        "training digits",
        "validation digits",
        "epochs",
        "test digits",
    ];

    Reference::of("network", model::<Network, Images>())
        .inputs(["seed of the weights", "images"])
        .parts([("parameters", exact()), ("outputs", close())])
        .case("one image", move |g| images(g, 1))
        .case("three images", move |g| images(g, 3))
        .mistake(
            "still linear",
            "This is still the linear classifier that was given; put the other layers before it.",
            model::<Given, Images>(),
        )
        .mistake(
            "no ReLU after the convolution",
            "There is no ReLU after the convolution; without it the convolution and the layers \
             after it are closer to one linear layer.",
            model::<(Conv, Max, Head), Images>(),
        )
        .mistake(
            "no ReLU between the linear layers",
            "There is no ReLU between the two linear layers, so both together are only one.",
            model::<(Conv, ReLU, Max, Flat, Hidden, Last), Images>(),
        )
        .mistake(
            "no ReLU at all",
            "There is no ReLU in your network; put one after the convolution and one after the \
             first linear layer, or it is little more than a linear classifier.",
            model::<(Conv, Max, Flat, Hidden, Last), Images>(),
        )
        .mistake(
            "ReLU at the end",
            "You put a ReLU after the last layer, which turns every negative logit into zero; \
             logits may be negative, so the network ends with the linear layer.",
            model::<(Network, ReLU), Images>(),
        )
        .mistake(
            "softmax at the end",
            "You put a softmax after the last layer; the loss takes logits and applies it itself.",
            model::<(Network, Softmax), Images>(),
        )
        .mistake(
            "averages",
            "Your pooling averages; `MaxPool2D` keeps the largest of every 2 x 2 pixels.",
            model::<(Conv, ReLU, AvgPool2D<2>, Head), Images>(),
        )
        .mistake(
            "no pooling",
            "There is no pooling; `MaxPool2D<2>` comes after the ReLU of the convolution.",
            model::<(Conv, ReLU, Flatten<21632>, Linear<21632, 128>, ReLU, Last), Images>(),
        )
        .mistake(
            "no hidden layer",
            "The linear layer of 128 is missing; it stands, with its ReLU, behind `Flatten`.",
            model::<(Conv, ReLU, Max, Flat, Linear<5408, 10>), Images>(),
        )
        .and("accuracy", function(accuracy))
        .inputs(["logits", "labels"])
        .case("one row, right", |g| logits_with(g, 1, |_| true))
        .case("one row, wrong", |g| logits_with(g, 1, |_| false))
        .case("every label 0", |g| (g.tensor((4, Const)), vec![0; 4]))
        .case("every logit negative", |g| {
            let (logits, labels) = logits_with(g, 5, |row| row != 2);
            (logits - 20.0, labels)
        })
        .cases(12, |g, i| {
            logits_with(g, 2 + 3 * i, move |row| row % (2 + i % 5) != 0)
        })
        .wrong(
            "in percent",
            "You returned percent; the accuracy is a share, from 0 to 1.",
            |logits, labels| 100.0 * accuracy(logits, labels),
        )
        .wrong(
            "errors counted",
            "You counted the rows that are wrong; the accuracy is the share that is right.",
            |logits, labels| 1.0 - accuracy(logits, labels),
        )
        .wrong(
            "not divided",
            "You returned how many rows are right; divide it by the number of rows.",
            |logits, labels| labels.len() as f32 * accuracy(logits, labels),
        )
        .wrong(
            "divided by the classes",
            "You divided by ten, the number of classes; divide by the number of rows.",
            |logits, labels| labels.len() as f32 * accuracy(logits, labels) / 10.0,
        )
        .wrong(
            "divided by all logits",
            "You divided by the number of logits, ten for each row; divide by the number of rows.",
            |logits, labels| accuracy(logits, labels) / 10.0,
        )
        .wrong(
            "smallest",
            "You took the smallest logit for the answer; the largest one is the network's answer.",
            |logits, labels| accuracy(-logits, labels),
        )
        .wrong(
            "above zero",
            "You counted a row as right where the logit at its label is above 0; it has to be the largest of its row.",
            |logits, labels| {
                let rows = logits.as_vec();
                let right = rows.chunks(10).zip(&labels).filter(|(row, label)| row[**label] > 0.0);
                right.count() as f32 / labels.len() as f32
            },
        )
        .wrong(
            "farthest from zero",
            "You took the logit that is farthest from 0, above or below, for the answer; the largest one is the \
             network's answer.",
            |logits, labels| accuracy(logits.abs(), labels),
        )
        .wrong(
            "counted from one",
            "You counted the classes from one; the first logit stands for the digit 0.",
            |logits, labels| accuracy(logits, labels.iter().map(|l| l.wrapping_sub(1)).collect()),
        )
        .and("train", classifier(train))
        .inputs(inputs)
        // The bars are set so that each mistake misses others of them, whatever numbers were drawn. A right training
        // ends with 87 % and a loss of 0.37; with a softmax before the loss it is 78 % and 1.6 or more, with gradients
        // that are never zeroed 61 % and 1.1, with a linear network 76 % and 1.15, without updates 10 % and 2.3.
        .parts([
            (
                "logits of the validation digits",
                reaches(&few.labels(), 0.7),
            ),
            ("accuracy you return", claim(0, &few.labels())),
            ("logits of the test digits", reaches(&test.labels(), 0.25)),
        ])
        .series("loss")
        .ends_low(1.0, 0.35)
        .case("two epochs of 1,000 digits", {
            let (training, test) = (training.range(0..1000), test.examples());
            move |_| (training.clone(), few.clone(), 2, test.clone())
        })
        .mistake(
            "softmax before the loss",
            "You applied a softmax before the loss, which does so itself; give it the logits.",
            classifier(|t, v, epochs| train_with::<(Network, Softmax)>("", t, v, epochs)),
        )
        .wrong(
            "gradients kept",
            "You did not zero the gradients, so every step follows the sum of all gradients so \
             far; call `zero_grads` after each update.",
            |t, v, epochs| train_with::<Network>("gradients kept", t, v, epochs),
        )
        .wrong(
            "never updated",
            "The weights never change; `adam.update` has to follow `backward` in every step.",
            |t, v, epochs| train_with::<Network>("never updated", t, v, epochs),
        )
        .wrong(
            "one batch",
            "You trained on one batch all the time; each step takes the next 32 digits.",
            |t, v, epochs| {
                let steps = epochs * t.len().div_ceil(32);
                train_with::<Network>("", t.range(0..32), v, steps)
            },
        )
        .wrong(
            "one batch an epoch",
            "You take one batch of each epoch; an epoch goes through all training digits.",
            |t, v, epochs| train_with::<Network>("one batch an epoch", t, v, epochs),
        )
        .wrong(
            "other targets",
            "Your targets are not those of the images of the batch; give `one_hot` the same places.",
            |t, v, epochs| train_with::<Network>("other targets", t, v, epochs),
        )
        .mistake(
            "slow",
            "Your loss falls too slowly. If `Network` is still the linear classifier, grow it \
             first; if it is not, look whether the gradients are zeroed after every update.",
            classifier(|t, v, epochs| train_with::<Given>("", t, v, epochs)),
        )
        .wrong(
            "steps begin again",
            "The steps of your loss begin again at 0 in every epoch; count the batches over all epochs.",
            |t, v, epochs| train_with::<Network>("steps begin again", t, v, epochs),
        )
        .wrong(
            "training digits measured",
            "The accuracy you return is not the one on the validation digits; measure the trained \
             network on those, not on the digits it was trained on.",
            |t, _, epochs| train(t.clone(), t, epochs),
        )
        .and("train", classifier(train))
        // Whoever also learns from the validation digits learns mostly wrong labels here.
        .group("with wrong validation labels")
        .inputs(inputs)
        .parts([
            ("logits of the validation digits", free()),
            ("accuracy you return", claim(0, &wrong.labels())),
            ("logits of the test digits", reaches(&test.labels(), 0.3)),
        ])
        .series("loss")
        .ends_low(2.0, 0.5)
        .case("three epochs of 500 digits", {
            let (training, test) = (training.range(0..500), test.examples());
            move |_| (training.clone(), wrong.clone(), 3, test.clone())
        })
        .wrong(
            "validation learned",
            "You trained on the validation digits too; what is put aside for validation is only \
             measured.",
            |t, v, epochs| {
                let (network, _) = train(joined(&t, &v), v.clone(), epochs);
                let all: Vec<usize> = (0..v.len()).collect();
                let logits = network.forward(v.images_tensor(&device(), &all));
                (network, accuracy(logits, v.labels_at(&all)))
            },
        )
        .wrong(
            "validation alone",
            "You trained on the validation digits, and not on those for training; what is put aside for validation is \
             only measured.",
            |_, v, epochs| train(v.clone(), v, epochs),
        )
        // These are sorted, and the library looks in which order they come.
        .and("orders", classifier(train).counting(RepeatedOrders))
        .inputs(inputs)
        .parts([
            ("logits of the validation digits", free()),
            ("accuracy you return", claim(0, &others.labels())),
            ("logits of the test digits", reaches(&test.labels(), 0.3)),
            ("repeated orders", property()),
        ])
        .inspect(same_order)
        .series("loss")
        .ends_low(2.0, 0.5)
        .case("three epochs of 500 digits", {
            let (training, test) = (sorted(&training.range(0..500)), test.examples());
            let others = others.clone();
            move |_| (training.clone(), others.clone(), 3, test.clone())
        })
        // One epoch too few is none here.
        .case("one epoch of 1,500 digits", {
            let (training, test) = (sorted(&training.range(0..1500)), test.examples());
            move |_| (training.clone(), others.clone(), 1, test.clone())
        })
        .wrong(
            "not shuffled",
            "You take the digits in the order in which they come, and here all zeros come first, so \
             the network forgets them; shuffle their places before every epoch.",
            |t, v, epochs| train_with::<Network>("not shuffled", t, v, epochs),
        )
        .wrong(
            "shuffled once",
            "Every epoch takes the digits in the same order; shuffle their places before each, with one `random` that is \
             made before the epochs.",
            |t, v, epochs| train_with::<Network>("shuffled once", t, v, epochs),
        )
        .and("train", classifier(train))
        .group("on one batch")
        .overfits_one_batch(&training.range(0..32), 30)
        // Three epochs give 95.4 to 96.2 %. (The first 2,000 test digits are harder than the rest: about 96.9 % of all
        // 10,000.)
        .group("in full")
        .inputs(inputs)
        .parts([
            ("logits of the validation digits", free()),
            ("accuracy you return", claim(0, &validation.labels())),
            (
                "logits of the test digits",
                reaches(&held_out.labels(), 0.93),
            ),
        ])
        .series("loss")
        .ends_low(2.0, 0.1)
        .last_case("three epochs of 9,000 digits", {
            let test = held_out.examples();
            move |_| (training.clone(), validation.clone(), 3, test.clone())
        })
        .run()
}
