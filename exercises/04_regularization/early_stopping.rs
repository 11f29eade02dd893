//! # Early stopping
//!
//! A model with many parameters first learns what is true of all data, and then the noise of its own examples. On the
//! **training** points its loss goes on falling. On **validation** points, which are kept out of the training, it falls
//! and then rises: from there on the model **overfits**. **Early stopping** keeps the weights of the lowest validation
//! loss, and ends the training when there has been nothing better for a while.
//!
//! `when_to_stop` is just the rule. It goes through the validation losses step by step:
//!
//! - Step 0 is before the first step of the training, and the best at first. After that a step is a new best if its loss
//!   is **smaller** than that of the best so far. An equal loss is not enough, nor is one that is not a number (NaN).
//! - When `patience` steps in a row have brought no new best, the training stops. Later losses would never be measured.
//!
//! | name | length | meaning |
//! |---|---|---|
//! | `losses` | at least 1 | the validation loss at step 0, 1, 2, ... |
//! | `patience` | | how long to wait for a new best; at least 1 |
//! | result | | the best step, and the last one: where it stopped, or the end of the list |
//!
//! Worked by hand: losses 5, 3, 4, 2, 2, 3, 1 with a patience of 2. Step 1 is a new best, step 2 is none, and step 3 is
//! one again. Step 4 is only as good, and step 5 is worse: two in a row, so the training stops after step 5, and the best
//! is step 3. It never hears of the 1.
//!
//! `train` does this while it trains. Its model is a polynomial of degree 12, so it has 13 weights, all 0 at first. They
//! are not the factors of x, x^2, x^3, so leave the polynomial to these two calls. A point is `[x, y]`:
//!
//! ```text
//! polynomial::loss(&points, &weights)
//!   the mean of (polynomial(x) - y)^2
//! polynomial::descend(&training, &weights, rate)
//!   the weights after one step on these points
//! ```
//!
//! At every step, from 0 to the last, report both losses under the number of the step, as `"loss"` (that of the training
//! points) and `"validation loss"`. Step `most` is the last in any case. Return the weights of the best step; at the end
//! they are gone, unless you have kept a copy.
//!
//! The weights were chosen by the validation points, so a fair measure of them needs a third set. Keras has this rule as
//! `EarlyStopping`, which returns the last weights unless you ask for the best. (Prechelt: *Early Stopping - But When?*,
//! 1998.)

use course::{demo, polynomial};
use gradlings::prelude::*;

/// The best step, and the last one.
pub fn when_to_stop(losses: Vec<f64>, patience: usize) -> (usize, usize) {
    todo!("go from step to step, and remember the best one so far")
}

/// The weights of the best step.
pub fn train(
    training: Vec<Vec<f64>>,
    validation: Vec<Vec<f64>>,
    rate: f64,
    patience: usize,
    most: usize,
) -> Vec<f64> {
    todo!("at every step: measure, report, keep the best weights or stop, then descend")
}

fn main() {
    Exercise::new()
        .offer("when_to_stop", function(when_to_stop))
        .offer("train", training(train))
        .show("where both losses part", || demo::overfits(train))
        .serve()
}
