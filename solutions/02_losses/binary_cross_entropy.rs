//! # Binary cross-entropy
//!
//! Is this mail spam, yes or no? One logit x for each example is enough: the larger, the more the model believes in yes.
//! **Sigmoid** turns it into the probability p of yes, and the loss is minus the logarithm of the probability that the
//! *right* answer got, which is p for yes and 1 - p for no. With the label y, 1 for yes and 0 for no:
//!
//! ```text
//! p    = 1 / (1 + exp(-x))
//! loss = -(y ln(p) + (1 - y) ln(1 - p))
//!      = ln(1 + exp(x)) - x y
//! ```
//!
//! One of the two terms is always zero. The last line is the first two put together. The loss of a batch is the mean of
//! the losses of its examples.
//!
//! | name | shape | meaning |
//! |---|---|---|
//! | `logits` | `(batch,)` | what the model says; it carries the tape |
//! | `labels` | `(batch,)` | what is right: 1.0 for yes, 0.0 for no |
//! | result | `()` | the mean loss |
//!
//! Worked by hand: logits `[0, ln 3]`, labels `[1, 0]`. The probabilities of yes are 1/2 and 3/4, those of the right
//! answers 1/2 and 1/4. The losses are `ln 2` = 0.693 and `ln 4` = 1.386, their mean is 1.040.
//!
//! **The trap** has two ends. `exp(89)` is too large for an `f32` and becomes infinite; and for the logit -200, p becomes
//! 0, whose logarithm is minus infinity, though the loss of a yes is just 200. Now p is what `softmax` makes of x beside
//! a logit of 0, so the way out is the same: the larger of the two is subtracted, and added again after the logarithm.
//!
//! ```text
//! m    = max(0, x)
//! loss = ln(exp(-m) + exp(x - m)) + m - x y
//! ```
//!
//! No exponent is above 0, and one of the two is 0, so the sum is between 1 and 2. In dfdx `x.relu()` is that m for every
//! element. The gradient is checked, so use operations on tensors, no loops. Where `x` is used more than once, write
//! `x.with_empty_tape()`, and `x` itself the last time.
//!
//! Many programs write `m - x y + ln(1 + exp(-|x|))` instead. It is the same number, but dfdx takes 0 for the slopes of
//! `relu` and `abs` at 0, and there its gradient is wrong: -y instead of p - y. A model that starts with zeros would start
//! with that.
//!
//! Spam filters and the prediction of clicks are trained with this loss, and so is every label of a picture that may have
//! several. (Goodfellow, Bengio, Courville: *Deep Learning*, 2016, section 6.2.2.2.)

use gradlings::prelude::*;

/// The mean over the batch of minus the logarithm of the probability that the right answer gets.
pub fn binary_cross_entropy<T: Tape<f32, Dev>>(logits: Vector<T>, labels: Vector) -> Scalar<T> {
    let m = logits.with_empty_tape().relu();
    let no = (-m.with_empty_tape()).exp();
    let yes = (logits.with_empty_tape() - m.with_empty_tape()).exp();
    let sum = (no + yes).ln() + m;
    (sum - logits * labels).mean()
}

fn main() {
    Exercise::new()
        .offer("binary_cross_entropy", gradient(binary_cross_entropy))
        .serve()
}
