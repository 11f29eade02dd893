//! How `class_gradient` and `saliency_map` are checked. The digits are those that the network has not been trained on, and
//! each is asked about a class that it is not as well as about its own.

#[path = "../../solutions/08_inside/saliency.rs"]
#[expect(dead_code, reason = "a check has a `main` of its own")]
mod solution;
use course::mnist::{self, Digits, Images};
use course::trained::{self, Logits};
use gradlings::prelude::*;
use solution::{class_gradient, saliency_map};

type Asked = (Images, Labels);
type Channels = Tensor<(usize, usize, usize), f32, Dev>;
type Recorded = Tensor<(usize, Const<10>), f32, Dev, Recording>;

fn labels(classes: Vec<usize>) -> Labels {
    let count = classes.len();
    device().tensor_from_vec(classes, (count,))
}

/// `count` unseen digits, each with a class that is `off` more than its own, or another number more each time.
fn digits(
    unseen: &Digits,
    count: usize,
    off: Option<usize>,
) -> impl Fn(&mut Generator) -> Asked + use<> {
    let unseen = unseen.clone();
    move |g| {
        let places: Vec<usize> = (0..count).map(|_| g.integer(0..unseen.len())).collect();
        let own = unseen.labels_at(&places).into_iter().enumerate();
        let asked = own.map(|(at, own)| (own + off.unwrap_or(3 * at + 1)) % 10);
        (
            unseen.images_tensor(&device(), &places),
            labels(asked.collect()),
        )
    }
}

/// The gradient, by the pixels, of one number that is made of the logits.
fn by_pixels(images: Images, number: impl Fn(Recorded) -> Scalar<Recording>) -> Images {
    let logits = trained::forward(images.leaky_trace());
    number(logits).backward().get(&images)
}

/// A one in the place of each class.
fn one_hot(classes: &Labels) -> Logits {
    let classes = classes.as_vec();
    let rows = classes.iter();
    let rows = rows.flat_map(|&class| (0..10).map(move |at| f32::from(u8::from(at == class))));
    device().tensor_from_vec(rows.collect(), (classes.len(), Const))
}

/// The class of the largest logit of each image.
fn said(images: &Images) -> Labels {
    let logits = trained::logits(images.clone()).as_vec();
    let rows = logits.chunks_exact(10);
    let largest = |row: &[f32]| (0..10).max_by(|&a, &b| row[a].total_cmp(&row[b]));
    labels(rows.map(|row| largest(row).unwrap_or(0)).collect())
}

fn channels(numbers: Vec<f32>, shape: (usize, usize, usize)) -> Channels {
    device().tensor_from_vec(numbers, shape)
}

fn main() {
    let (_, unseen) = mnist::training().split_at(trained::SEEN);

    Reference::of("class_gradient", function(class_gradient))
        .inputs(["images", "classes"])
        .parts([("gradient", close())])
        .case("one digit, its own class", digits(&unseen, 1, Some(0)))
        .case("one digit, another class", digits(&unseen, 1, Some(4)))
        .case("one digit twice, two classes", {
            let unseen = unseen.clone();
            move |g| {
                let place = g.integer(0..unseen.len());
                let own = unseen.labels_at(&[place])[0];
                (
                    unseen.images_tensor(&device(), &[place; 2]),
                    labels(vec![own, (own + 5) % 10]),
                )
            }
        })
        .cases(4, {
            let unseen = unseen.clone();
            move |g, i| digits(&unseen, 2 + i / 3, (i % 2 == 0).then_some(0))(g)
        })
        .wrong(
            "of the loss",
            "You took the gradient of the cross-entropy; take that of the logit of the class, without a softmax.",
            |images, classes| {
                let targets = one_hot(&classes);
                by_pixels(images, |logits| cross_entropy_with_logits_loss(logits, targets.clone()))
            },
        )
        .wrong(
            "of the summed loss",
            "You took the gradient of the cross-entropy, summed over the images; take that of the logit of the class, without a \
             softmax.",
            |images, classes| {
                by_pixels(images, |logits| {
                    -logits.log_softmax::<Axis<1>>().select(classes.clone()).sum()
                })
            },
        )
        .wrong(
            "of the log-probability",
            "You took the gradient of the logarithm of the probability; take that of the logit, without a softmax.",
            |images, classes| {
                by_pixels(images, |logits| {
                    logits.log_softmax::<Axis<1>>().select(classes.clone()).sum()
                })
            },
        )
        .wrong(
            "of the probability",
            "You took the gradient of the probability; take that of the logit, without a softmax.",
            |images, classes| {
                by_pixels(images, |logits| {
                    logits.softmax::<Axis<1>>().select(classes.clone()).sum()
                })
            },
        )
        .wrong(
            "summed over classes",
            "You added up the logits of all classes; take only the one that is asked about.",
            |images, _| by_pixels(images, |logits| logits.sum()),
        )
        .wrong(
            "largest logit",
            "You took the logit of the class that the network says; take that of the class that is asked about.",
            |images, _| class_gradient(images.clone(), said(&images)),
        )
        .wrong(
            "mean",
            "You took the mean of the logits over the batch, so each gradient is too small by their number; add them up.",
            |images, classes| by_pixels(images, |logits| logits.select(classes.clone()).mean()),
        )
        .wrong(
            "first class for all",
            "You asked about the first class for all images; each image has its own.",
            |images, classes| {
                let classes = classes.as_vec();
                class_gradient(images, labels(vec![classes[0]; classes.len()]))
            },
        )
        .wrong(
            "squared",
            "You took the gradient of the square of the logit; take that of the logit itself.",
            |images, classes| {
                by_pixels(images, |logits| logits.select(classes.clone()).square().sum())
            },
        )
        .wrong(
            "without its sign",
            "You forgot the signs in `class_gradient` already; it returns the gradient as it is, and `saliency_map` takes the size.",
            |images, classes| class_gradient(images, classes).abs(),
        )
        .wrong(
            "times the pixels",
            "You multiplied the gradient by the pixels; return it as it is.",
            |images, classes| class_gradient(images.clone(), classes) * images,
        )
        .and("saliency_map", function(saliency_map))
        .inputs(["gradient"])
        .parts([("map", close())])
        .case("the example of the lesson", |_| {
            (channels(vec![0.5, -1.0, -2.0, 0.25, 1.0, 0.0], (3, 1, 2)),)
        })
        .case("one channel", |g| (g.tensor((1, 3, 4)),))
        .case("nothing is above zero", |g| {
            (-g.tensor((3, 2, 3)).abs(),)
        })
        .case("zeros", |_| (channels(vec![0.0; 12], (3, 2, 2)),))
        .case("as many channels as rows and columns", |g| (g.tensor((3, 3, 3)),))
        .cases(8, |g, i| (g.tensor((2 + i % 3, 2 + i, 3 + (2 * i) % 7)),))
        .wrong(
            "signs kept",
            "You took the largest gradient with its sign, so what is far below zero does not count; forget the signs first.",
            |gradient| gradient.max::<_, Axis<0>>(),
        )
        .wrong(
            "signs forgotten too late",
            "You took the largest first and forgot the signs afterwards; it is the other way round.",
            |gradient| gradient.max::<_, Axis<0>>().abs(),
        )
        .wrong(
            "summed",
            "You added the channels up; the largest of them counts.",
            |gradient| gradient.abs().sum::<_, Axis<0>>(),
        )
        .wrong(
            "size of the sum",
            "You added the channels up with their signs, so they cancel out; take the largest of their sizes.",
            |gradient| gradient.sum::<_, Axis<0>>().abs(),
        )
        .wrong(
            "mean",
            "You took the mean of the channels; the largest of them counts.",
            |gradient| gradient.abs().mean::<_, Axis<0>>(),
        )
        .wrong(
            "smallest",
            "You took the smallest of the channels; the largest counts.",
            |gradient| gradient.abs().min::<_, Axis<0>>(),
        )
        .wrong(
            "squared",
            "You squared the gradient; take its absolute value.",
            |gradient| gradient.square().max::<_, Axis<0>>(),
        )
        .wrong(
            "length",
            "You took the root of the sum of the squares over the channels; take the largest absolute value.",
            |gradient| gradient.square().sum::<_, Axis<0>>().sqrt(),
        )
        .wrong(
            "over the rows",
            "You took the largest over the rows; the channels are axis 0.",
            |gradient| gradient.abs().max::<_, Axis<1>>(),
        )
        .wrong(
            "over the columns",
            "You took the largest over the columns; the channels are axis 0.",
            |gradient| gradient.abs().max::<_, Axis<2>>(),
        )
        .wrong(
            "positive only",
            "You set what is below zero to zero; a pixel that is against the class matters too, so take the absolute value.",
            |gradient| gradient.relu().max::<_, Axis<0>>(),
        )
        .wrong(
            "scaled",
            "You divided by the largest number of the map; leave the sizes as they are.",
            |gradient| {
                let map = saliency_map(gradient);
                let largest = map.as_vec().into_iter().fold(f32::MIN_POSITIVE, f32::max);
                map / largest
            },
        )
        .wrong(
            "scaled, zeros too",
            "You divided by the largest number of the map, which is 0 where no pixel matters; leave the sizes as they are.",
            |gradient| {
                let map = saliency_map(gradient);
                let largest: Scalar = map.clone().max();
                map / largest.array()
            },
        )
        .run()
}
