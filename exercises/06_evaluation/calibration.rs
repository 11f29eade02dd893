//! # Calibration
//!
//! "Rain tomorrow: 80 %." Such forecasts are worth something if it does rain on 80 of 100 such days. A classifier also says
//! how sure it is. Its answer is the class with the highest probability (of several, the one with the lowest number),
//! and this probability is its **confidence**. A model is **calibrated** if it is right as often as it says. Many are not:
//! where they say 99 %, they may be wrong one time in ten.
//!
//! To see it, put the examples into **bins** by their confidence. M bins of equal width share the range from 0 to 1. A
//! confidence on the edge of two bins belongs to the lower one. So of 4 bins the first, bin 0, ends at 0.25, and 1 belongs
//! to bin 3. The **expected calibration error** compares each bin's accuracy with its mean confidence:
//!
//! ```text
//! bin m: m / M < confidence <= (m + 1) / M
//! error = sum over the bins of
//!         examples in the bin / all examples
//!         * |its accuracy - its mean confidence|
//! ```
//!
//! Usually there are 15 bins; an empty bin adds nothing. Accuracy drawn over confidence is a **reliability diagram**.
//!
//! The **temperature** T of `softmax` corrects much of this. All logits are divided by it, so their order stays, and with it
//! every answer: only the confidence changes. Take the T with the least **negative log-likelihood**, which is the mean
//! cross-entropy, on *validation* data: a network has seen the answers to its training data, and may be sure of them. As T
//! grows, the loss first falls and then rises, so it has one lowest place.
//!
//! | name | shape | meaning |
//! |---|---|---|
//! | `probabilities` | `(n, classes)` | what a model says of each example |
//! | `labels` | `(n,)` | the class of each example, from 0 |
//! | `bins` | a number, `(bins, 3)` | how many; then a row `[examples, mean confidence, accuracy]` for each of them, `[0, 0, 0]` if it is empty |
//! | `logits`, `temperature` | `(n, classes)`, a number | what `softmax` gets; a T above 0 |
//! | results | | the bins; the error, 0 without examples; the loss at a temperature; the best temperature |
//!
//! Worked by hand: a model says `[0.9, 0.1]` of each of four examples, and is right about three. Of 15 bins all are in bin
//! 13, from 0.867 to 0.933, whose row is `[4, 0.9, 0.75]`. The error is |0.75 - 0.9| = 0.15. The logits are `[ln 9, 0]`, and divided
//! by 2 they are `[ln 3, 0]`: now the model says 3/4, the error is 0, and the loss falls from 0.655 to 0.562. No other T
//! gives less.
//!
//! Your best temperature may be off by 2 %. The right one is always between 0.1 and 10; how you look for it is up to you.
//! Logits may be large: use `.log_softmax::<Axis<1>>()`. The recipe is that of Guo, Pleiss, Sun and Weinberger. (*On calibration
//! of modern neural networks*, 2017.)

use course::demo;
use gradlings::prelude::*;

/// A row `[examples, mean confidence, accuracy]` for each of so many bins of equal width.
pub fn reliability(probabilities: Vec<Vec<f32>>, labels: Vec<usize>, bins: usize) -> Vec<Vec<f32>> {
    todo!("find the answer and the confidence of each example and its bin, then take the means")
}

/// The expected calibration error of such rows; 0 if there are no examples.
pub fn calibration_error(bins: Vec<Vec<f32>>) -> f32 {
    todo!("add up how far accuracy and confidence are apart, each bin by its share of the examples")
}

/// The mean cross-entropy of the logits divided by the temperature.
pub fn negative_log_likelihood(logits: Matrix, labels: Labels, temperature: f32) -> f32 {
    todo!("divide, take the logarithms of the probabilities, and of those the ones of the labels")
}

/// The temperature with the least negative log-likelihood.
pub fn best_temperature(logits: Matrix, labels: Labels) -> f32 {
    todo!("come nearer and nearer to the temperature with the lowest loss")
}

fn main() {
    Exercise::new()
        .offer("reliability", function(reliability))
        .offer("calibration_error", function(calibration_error))
        .offer("negative_log_likelihood", function(negative_log_likelihood))
        .offer("best_temperature", function(best_temperature))
        .show("digits, too sure and then less so", || {
            demo::digits_calibrated(reliability, calibration_error, best_temperature)
        })
        .serve()
}
