//! How `loss_gradient` and `fast_gradient_sign` are checked. Where the network is nearly sure, the gradient of its loss is
//! mostly rounding; so the digits are some that it has not been trained on, and about which it is in doubt.

#[path = "../../solutions/08_inside/adversarial.rs"]
#[expect(dead_code, reason = "a check has a `main` of its own")]
mod solution;
use course::mnist::{self, Digits, Images};
use course::trained::{self, Logits};
use gradlings::prelude::*;
use solution::{fast_gradient_sign, loss_gradient};

type Recorded = Tensor<(usize, Const<10>), f32, Dev, Recording>;
type Step = (Images, Images, f32);

fn labels(classes: Vec<usize>) -> Labels {
    let count = classes.len();
    device().tensor_from_vec(classes, (count,))
}

/// The unseen digits to which the network gives a probability from a twentieth to 19 twentieths: those that it reads rightly,
/// and those that it does not.
fn in_doubt() -> [Digits; 2] {
    let (_, unseen) = mnist::training().split_at(trained::SEEN);
    let all: Vec<usize> = (0..unseen.len()).collect();
    let logits = trained::logits(unseen.images_tensor(&device(), &all));
    let said = said(&logits).as_vec();
    let own = logits.softmax::<Axis<1>>();
    let own = own.select(labels(unseen.labels_at(&all))).as_vec();
    [true, false].map(|rightly| {
        let is_in_doubt = |&at: &usize| (0.05..0.95).contains(&own[at]);
        let is_right = |&at: &usize| said[at] == usize::from(unseen.labels[at]);
        let kept = all.iter().copied().filter(is_in_doubt);
        let kept: Vec<usize> = kept.filter(|at| is_right(at) == rightly).collect();
        let images = kept.iter().flat_map(|&at| unseen.image(at));
        Digits {
            images: images.copied().collect(),
            labels: kept.iter().map(|&at| unseen.labels[at]).collect(),
        }
    })
}

fn some(digits: &Digits, count: usize) -> impl Fn(&mut Generator) -> (Images, Labels) + use<> {
    let digits = digits.clone();
    move |g| {
        let places: Vec<usize> = (0..count).map(|_| g.integer(0..digits.len())).collect();
        (
            digits.images_tensor(&device(), &places),
            labels(digits.labels_at(&places)),
        )
    }
}

/// The gradient, by the pixels, of one number that is made of the logits.
fn by_pixels(images: Images, number: impl Fn(Recorded) -> Scalar<Recording>) -> Images {
    let logits = trained::forward(images.leaky_trace());
    number(logits).backward().get(&images)
}

/// The class of the largest logit of each image.
fn said(logits: &Logits) -> Labels {
    let numbers = logits.as_vec();
    let rows = numbers.chunks_exact(10);
    let largest = |row: &[f32]| (0..10).max_by(|&a, &b| row[a].total_cmp(&row[b]));
    labels(rows.map(|row| largest(row).unwrap_or(0)).collect())
}

/// A batch of images of which the first pixels are those given, and the others paper; likewise the gradient.
fn of_pixels(pixels: &[f32], gradient: &[f32], epsilon: f32) -> Step {
    let image = |first: &[f32]| -> Images {
        let mut all = vec![0.0; mnist::PIXELS];
        all[..first.len()].copy_from_slice(first);
        device().tensor_from_vec(all, (1, Const, Const, Const))
    };
    (image(pixels), image(gradient), epsilon)
}

/// Images of paper, of ink, and of anything between, a gradient in which a tenth is zero, and a step.
fn step(count: usize, epsilon: f32) -> impl Fn(&mut Generator) -> Step {
    move |g| {
        let numbers = count * mnist::PIXELS;
        // Half of them are off both ends.
        let pixels = (0..numbers).map(|_| g.number(-0.5..1.5).clamp(0.0, 1.0));
        let pixels = pixels.collect();
        let gradient = (0..numbers).map(|_| {
            let size = g.number(-1.0..1.0);
            let is_zero = g.integer(0..10) == 0;
            if is_zero { 0.0 } else { size.powi(3) }
        });
        let gradient = gradient.collect();
        let images = |numbers| device().tensor_from_vec(numbers, (count, Const, Const, Const));
        (images(pixels), images(gradient), epsilon)
    }
}

/// What `pixel` makes of each pixel and its gradient.
fn each(images: Images, gradient: Images, pixel: impl Fn(f32, f32) -> f32) -> Images {
    let pixels = images.as_vec().into_iter().zip(gradient.as_vec());
    let pixels = pixels.map(|(x, g)| pixel(x, g)).collect();
    device().tensor_from_vec(pixels, *images.shape())
}

fn sign(g: f32) -> f32 {
    if g == 0.0 { 0.0 } else { g.signum() }
}

fn main() {
    let [digits, misread] = in_doubt();

    Reference::of("loss_gradient", function(loss_gradient))
        .inputs(["images", "labels"])
        .parts([("gradient", close())])
        .case("one digit", some(&digits, 1))
        .case("digits that the network takes for others", some(&misread, 2))
        .cases(3, {
            let digits = digits.clone();
            move |g, i| some(&digits, 2 + i / 2)(g)
        })
        .wrong(
            "of the logit",
            "You took the gradient of the logit of the label, which makes the network surer; take that of the loss.",
            |images, labels| by_pixels(images, |logits| logits.select(labels.clone()).sum()),
        )
        .wrong(
            "of the mean logit",
            "You took the gradient of the mean logit of the labels; take that of the loss, the cross-entropy.",
            |images, labels| by_pixels(images, |logits| logits.select(labels.clone()).mean()),
        )
        .wrong(
            "the other sign",
            "Your gradient has the other sign: the loss is minus the mean of the logarithms of the probabilities.",
            |images, labels| -loss_gradient(images, labels),
        )
        .wrong(
            "summed",
            "You added up the losses of the images; take their mean, as in training.",
            |images, labels| {
                by_pixels(images, |logits| {
                    -logits.log_softmax::<Axis<1>>().select(labels.clone()).sum()
                })
            },
        )
        .wrong(
            "of the probability",
            "You took the gradient of minus the probability; take that of minus its logarithm.",
            |images, labels| {
                by_pixels(images, |logits| {
                    -logits.softmax::<Axis<1>>().select(labels.clone()).mean()
                })
            },
        )
        .wrong(
            "softmax twice",
            "You applied a softmax twice: `log_softmax` and the cross-entropy take logits as they are.",
            |images, labels| {
                by_pixels(images, |logits| {
                    let shares = logits.softmax::<Axis<1>>();
                    -shares.log_softmax::<Axis<1>>().select(labels.clone()).mean()
                })
            },
        )
        .wrong(
            "softmax over the batch",
            "Your softmax goes over the images, along `Axis<0>`; it goes over the classes of each image, along `Axis<1>`.",
            |images, labels| {
                by_pixels(images, |logits| {
                    -logits.log_softmax::<Axis<0>>().select(labels.clone()).mean()
                })
            },
        )
        .wrong(
            "of what it says",
            "You took the loss for the class that the network says; take it for the label.",
            |images, _| loss_gradient(images.clone(), said(&trained::logits(images))),
        )
        .wrong(
            "all classes",
            "You took the mean over all classes; of each image only the logarithm of its label's probability counts.",
            |images, _| by_pixels(images, |logits| -logits.log_softmax::<Axis<1>>().mean()),
        )
        .wrong(
            "sign already",
            "You took the sign in `loss_gradient` already; it returns the gradient as it is.",
            |images, labels| {
                let gradient = loss_gradient(images, labels);
                each(gradient.clone(), gradient, |_, g| sign(g))
            },
        )
        .and("fast_gradient_sign", function(fast_gradient_sign))
        .inputs(["images", "gradient", "epsilon"])
        .parts([("attacked", close())])
        .case("the example of the lesson", |_| {
            of_pixels(
                &[0.5, 0.5, 0.9, 0.1, 0.3],
                &[2.0, -0.01, 1.0, -3.0, 0.0],
                0.25,
            )
        })
        .case("no gradient", |_| of_pixels(&[0.5, 1.0, 0.25], &[], 0.25))
        .case("a step of zero", step(1, 0.0))
        .case("tiny gradients", |_| {
            of_pixels(&[0.5, 0.5, 0.0, 1.0], &[1e-30, -1e-30, 1e-20, -1e-20], 0.1)
        })
        .cases(6, |g, i| {
            let epsilon = g.number(0.02..0.3);
            step(1 + i / 2, epsilon)(g)
        })
        .wrong(
            "descends",
            "You went against the gradient, so the loss falls; go along it.",
            |x, g, epsilon| each(x, g, |x, g| (x - epsilon * sign(g)).clamp(0.0, 1.0)),
        )
        .wrong(
            "not clipped",
            "Your pixels leave the range from 0 to 1; keep them in it.",
            |x, g, epsilon| each(x, g, |x, g| x + epsilon * sign(g)),
        )
        .wrong(
            "clipped above only",
            "Some of your pixels are below 0; no pixel is lighter than paper.",
            |x, g, epsilon| each(x, g, |x, g| (x + epsilon * sign(g)).min(1.0)),
        )
        .wrong(
            "clipped below only",
            "Some of your pixels are above 1; no pixel has more ink than 1.",
            |x, g, epsilon| each(x, g, |x, g| (x + epsilon * sign(g)).max(0.0)),
        )
        .wrong(
            "wrapped around",
            "A pixel that passes one end comes in again at the other; it stays at the end that it passed.",
            |x, g, epsilon| {
                each(x, g, |x, g| match x + epsilon * sign(g) {
                    x if (0.0..=1.0).contains(&x) => x,
                    x => x.rem_euclid(1.0),
                })
            },
        )
        .wrong(
            "stays inside",
            "You left a pixel where it was if its step would pass an end; it goes to that end.",
            |x, g, epsilon| {
                each(x, g, |x, g| match x + epsilon * sign(g) {
                    moved if (0.0..=1.0).contains(&moved) => moved,
                    _ => x,
                })
            },
        )
        .wrong(
            "sign of the image",
            "You took the sign of the pixel; take that of its gradient.",
            |x, g, epsilon| each(x, g, |x, _| (x + epsilon * sign(x)).clamp(0.0, 1.0)),
        )
        .wrong(
            "epsilon squared",
            "You multiplied by `epsilon` twice; a pixel moves by `epsilon`.",
            |x, g, epsilon| each(x, g, |x, g| (x + epsilon * epsilon * sign(g)).clamp(0.0, 1.0)),
        )
        .wrong(
            "without the sign",
            "You multiplied `epsilon` by the gradient itself; take its sign, so that every pixel goes equally far.",
            |x, g, epsilon| each(x, g, |x, g| (x + epsilon * g).clamp(0.0, 1.0)),
        )
        .wrong(
            "zero has a sign",
            "Pixels with a gradient of 0 moved; they stay as they are, though `signum` of 0 is 1.",
            |x, g, epsilon| each(x, g, |x, g| (x + epsilon * g.signum()).clamp(0.0, 1.0)),
        )
        .wrong(
            "divided by the largest",
            "You divided the gradient by its largest size, so most pixels move by less than `epsilon`; take its sign.",
            |x, g, epsilon| {
                let largest = g.as_vec().into_iter().fold(0.0, |a: f32, b| a.max(b.abs()));
                each(x, g, |x, g| (x + epsilon * g / largest).clamp(0.0, 1.0))
            },
        )
        .wrong(
            "small ones taken for zero",
            "You took very small gradients for 0; only where the gradient is exactly 0 does a pixel stay as it is.",
            |x, g, epsilon| {
                each(x, g, |x, g| {
                    let sign = if g.abs() > f32::EPSILON { sign(g) } else { 0.0 };
                    (x + epsilon * sign).clamp(0.0, 1.0)
                })
            },
        )
        .wrong(
            "zero goes down",
            "Pixels with a gradient of 0 went down; they stay as they are.",
            |x, g, epsilon| {
                each(x, g, |x, g| {
                    let sign = if g > 0.0 { 1.0 } else { -1.0 };
                    (x + epsilon * sign).clamp(0.0, 1.0)
                })
            },
        )
        .wrong(
            "the change",
            "You returned the change alone; add it to the images.",
            |x, g, epsilon| each(x, g, |_, g| epsilon * sign(g)),
        )
        .wrong(
            "the clipped change",
            "You returned the change alone, kept between 0 and 1; add it to the images first.",
            |x, g, epsilon| each(x, g, |_, g| (epsilon * sign(g)).clamp(0.0, 1.0)),
        )
        .wrong(
            "change clipped",
            "You kept the change between 0 and 1 in place of the images, so no pixel goes down.",
            |x, g, epsilon| each(x, g, |x, g| x + (epsilon * sign(g)).clamp(0.0, 1.0)),
        )
        .wrong(
            "only upwards",
            "You took the size of the gradient, so every pixel goes up; take its sign.",
            |x, g, epsilon| each(x, g, |x, g| (x + epsilon * sign(g).abs()).clamp(0.0, 1.0)),
        )
        .wrong(
            "ink only",
            "You moved only pixels with ink; paper moves too.",
            |x, g, epsilon| {
                each(x, g, |x, g| {
                    let is_ink = if x > 0.0 { 1.0 } else { 0.0 };
                    (x + epsilon * sign(g) * is_ink).clamp(0.0, 1.0)
                })
            },
        )
        .run()
}
