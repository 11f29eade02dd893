//! How `binary_cross_entropy` is checked: values and gradients, at both ends and at a logit of 0.

#[path = "../../solutions/02_losses/binary_cross_entropy.rs"]
#[expect(dead_code, reason = "a check has a `main` of its own")]
mod solution;
use gradlings::prelude::*;
use solution::binary_cross_entropy;

type Recorded = Vector<Recording>;
type Inputs = (Vector, Vector);

const ONLY_YES: &str = "You left out the examples whose answer is no; their loss is `-ln(1 - p)`.";
const ONLY_NO: &str = "You left out the examples whose answer is yes; their loss is `-ln(p)`.";
const ONE_MOVED: &str = "You moved one of the two `exp` by m and not the other; once m is taken out of the sum, they are \
                         `exp(-m)` and `exp(x - m)`.";
const OVER_THE_BATCH: &str = "You shared a probability of 1 among the examples of the batch; each of them is a question of \
                              its own, with a sigmoid of its own logit.";
const M_LEFT_OUT: &str =
    "You took m out of the sum and did not put it back; add it after the logarithm.";

fn numbers(numbers: &[f32]) -> Vector {
    device().tensor_from_vec(numbers.to_vec(), (numbers.len(),))
}

/// Logits `size` times as large as usual, and a label for each.
fn batch(n: usize, size: f32) -> impl Fn(&mut Generator) -> Inputs {
    move |g| {
        let labels = Vec::from_iter((0..n).map(|_| g.integer(0..2) as f32));
        (g.vector(n) * size, numbers(&labels))
    }
}

/// The loss of each example whose answer is no.
fn no(x: Recorded) -> Recorded {
    let m = x.with_empty_tape().relu();
    let sum = (x - m.with_empty_tape()).exp() + (-m.with_empty_tape()).exp();
    sum.ln() + m
}

/// The loss, from the probability of yes.
fn by_probability(p: Recorded, y: Vector) -> Scalar<Recording> {
    let yes = p.with_empty_tape().ln() * y.clone();
    let no = (-p + 1.0).ln() * (-y + 1.0);
    -(yes + no).mean()
}

/// `ln(1 + exp(-|x|))`, with a corner at 0.
fn folded(x: Recorded) -> Recorded {
    ((-x.abs()).exp() + 1.0).ln()
}

fn main() {
    Reference::of("binary_cross_entropy", gradient(binary_cross_entropy))
        .inputs(["logits", "labels"])
        .parts([("loss", close()), ("gradient of logits", close())])
        .case("the example of the lesson", |_| {
            (numbers(&[0.0, 3_f32.ln()]), numbers(&[1.0, 0.0]))
        })
        .case("one example", batch(1, 1.0))
        .case("every answer yes", |g| (g.vector(3), numbers(&[1.0; 3])))
        .case("every answer no", |g| (g.vector(3), numbers(&[0.0; 3])))
        .case("logits of 0", |_| {
            (numbers(&[0.0; 3]), numbers(&[1.0, 0.0, 1.0]))
        })
        .case("very sure, and right", |_| {
            (numbers(&[200.0, -300.0]), numbers(&[1.0, 0.0]))
        })
        .case("a sure no that is wrong", |_| {
            (numbers(&[-200.0, 1.0]), numbers(&[1.0, 0.0]))
        })
        .case("a sure yes that is wrong", |_| {
            (numbers(&[1.0, 300.0]), numbers(&[1.0, 0.0]))
        })
        .case("logits in the hundreds", batch(5, 300.0))
        .case("logits in the thousands", batch(6, 4000.0))
        .cases(16, |g, i| batch(2 + 2 * i, 1.0 + 0.2 * i as f32)(g))
        .wrong(
            "log of zero",
            "You took the logarithm of a probability, and a tiny one has become 0 by then; work with \
             the logits, as the lesson does after the trap.",
            |x, y| by_probability(x.sigmoid(), y),
        )
        .wrong(
            "clamped",
            "You kept the probabilities away from 0 and 1, so the loss of a sure and wrong answer stops \
             growing and its gradient is 0; work with the logits instead.",
            |x, y| by_probability(x.sigmoid().clamp(1e-7, 1.0 - 1e-7), y),
        )
        .wrong(
            "overflow",
            "You took `exp` of the logits as they are, and large ones become infinite; take the larger \
             of 0 and the logit out of the sum first.",
            |x, y| ((x.with_empty_tape().exp() + 1.0).ln() - x * y).mean(),
        )
        .wrong(
            "overflow below",
            "You took `exp` of minus the logits, and very negative ones become infinite; take the \
             larger of 0 and the logit out of the sum, not the logit itself.",
            |x, y| (((-x.with_empty_tape()).exp() + 1.0).ln() + x * (-y + 1.0)).mean(),
        )
        .wrong(
            "largest of the batch",
            "You subtracted the largest logit of the whole batch, and both `exp` of an example far \
             below it are 0; each example has an m of its own.",
            |x, y| {
                let m = x.as_vec().into_iter().fold(0.0, f32::max);
                let sum = (x.with_empty_tape() - m).exp() + (-m).exp();
                (sum.ln() + m - x * y).mean()
            },
        )
        .wrong("only yes", ONLY_YES, |x, y| (no(-x) * y).mean())
        .wrong("only yes, and log of zero", ONLY_YES, |x, y| {
            -(x.sigmoid().ln() * y).mean()
        })
        .wrong("only no", ONLY_NO, |x, y| (no(x) * (-y + 1.0)).mean())
        .wrong("only no, and log of zero", ONLY_NO, |x, y| {
            -((-x.sigmoid() + 1.0).ln() * (-y + 1.0)).mean()
        })
        .wrong(
            "product left out",
            "You left out the product of logit and label, so every answer counts as a no.",
            |x, _| no(x).mean(),
        )
        .wrong("m left out", M_LEFT_OUT, |x, y| {
            let m = x.with_empty_tape().relu();
            (no(x.with_empty_tape()) - m - x * y).mean()
        })
        // Then nothing is left of m but copies, and its slope is on none of their tapes.
        .wrong("m left out, and its slope", M_LEFT_OUT, |x, y| {
            let m = x.with_empty_tape().relu();
            let yes = (x.with_empty_tape() - m.with_empty_tape()).exp();
            let sum = (-m.with_empty_tape()).exp() + yes;
            (sum.ln() - x * y).mean()
        })
        .wrong("only exp(-m) moved", ONE_MOVED, |x, y| {
            let m = x.with_empty_tape().relu();
            let sum = (-m.with_empty_tape()).exp() + x.with_empty_tape().exp();
            (sum.ln() + m - x * y).mean()
        })
        .wrong("only exp(x) moved", ONE_MOVED, |x, y| {
            let m = x.with_empty_tape().relu();
            let sum = (x.with_empty_tape() - m.with_empty_tape()).exp() + 1.0;
            (sum.ln() + m - x * y).mean()
        })
        .wrong(
            "probability in the product",
            "You multiplied the label by the probability; the product is that of label and logit, \
             without a sigmoid.",
            |x, y| (no(x.with_empty_tape()) - x.sigmoid() * y).mean(),
        )
        .wrong(
            "logarithm of the mean",
            "You took the logarithm of the mean of the probabilities; every example has a logarithm \
             of its own, and the loss is the mean of those.",
            |x, y| {
                let p = x.sigmoid();
                let yes = p.with_empty_tape() * y.clone();
                let mean: Scalar<Recording> = (yes + (-p + 1.0) * (-y + 1.0)).mean();
                -mean.ln()
            },
        )
        .wrong(
            "sigmoid twice",
            "You took the sigmoid of the logits first; the loss takes the logits, the sigmoid is inside.",
            |x, y| binary_cross_entropy(x.sigmoid(), y),
        )
        .wrong("softmax over the batch", OVER_THE_BATCH, |x, y| {
            -(x.log_softmax::<Axis<0>>() * y).sum()
        })
        .wrong("mean of a softmax over the batch", OVER_THE_BATCH, |x, y| {
            -(x.log_softmax::<Axis<0>>() * y).mean()
        })
        .wrong(
            "labels of -1 and 1",
            "You used the formula for labels of -1 and 1; here a no is 0, so its logit vanishes from \
             the product of the two.",
            |x, y| no(-(x * y)).mean(),
        )
        .wrong(
            "labels exchanged",
            "You exchanged yes and no; a label of 1 is a yes, and a large logit believes in yes.",
            |x, y| binary_cross_entropy(-x, y),
        )
        .wrong(
            "summed",
            "You added up the losses of the batch; the mean divides by the number of examples.",
            |x, y| (no(x.with_empty_tape()) - x * y).sum(),
        )
        .wrong(
            "sign",
            "Your loss has the wrong sign; the logarithm of a probability is negative, and a loss is \
             positive, and smaller when the model is better.",
            |x, y| -binary_cross_entropy(x, y),
        )
        .wrong(
            "squared",
            "You averaged the squared errors of the probabilities; the loss averages logarithms.",
            |x, y| (x.sigmoid() - y).square().mean(),
        )
        .wrong(
            "corner",
            "Your loss is right, but its gradient is not where a logit is 0: dfdx takes 0 for the slopes \
             of `relu` and `abs` there; use the formula of the lesson without `abs`.",
            |x, y| {
                let m = x.with_empty_tape().relu();
                (folded(x.with_empty_tape()) + m - x * y).mean()
            },
        )
        .wrong(
            "corner of the turned logit",
            "Your loss is right, but its gradient is 0 where a logit is 0: dfdx takes 0 for the slopes \
             of `relu` and `abs` there; use the formula of the lesson without `abs`.",
            |x, y| {
                let turned = x * (y * -2.0 + 1.0);
                (folded(turned.with_empty_tape()) + turned.relu()).mean()
            },
        )
        .run()
}
