//! # Choosing an answer
//!
//! Most tests of language models are questions with a few options, of which one is right. The model writes nothing. It
//! is given the question and each option, and says how likely it finds every token of the option: the logarithms `ln p` that
//! `perplexity` began with. The option that it finds likeliest is its choice.
//!
//! The probability of a whole option is a product, so its logarithm is the sum of the `ln p`. Every further token makes the sum
//! smaller, and a long option loses because it is long. **Length normalization** takes the mean instead:
//!
//! ```text
//! score(option) = (sum of its ln p) / its tokens
//! choice        = the option with the highest score
//! ```
//!
//! Of equal scores, the first option counts. A token of probability 0 makes a score of minus infinity, and if all have that,
//! the first is the choice too.
//!
//! How much is 6 of 10 worth? Another ten questions would have given another number. Wilson's **confidence interval** says
//! which shares are plausible: drawn from many such samples, 95 of 100 intervals hold the true one. With `k` right of `n`
//! questions and `z = 1.96`:
//!
//! ```text
//! middle = (k + z^2 / 2) / (n + z^2)
//! half   = z * sqrt(k * (n - k) / n + z^2 / 4)
//!          / (n + z^2)
//! low, high = middle - half, middle + half
//! ```
//!
//! | name | type | meaning |
//! |---|---|---|
//! | `options` | a row for each option | `ln p` of each token, at least one |
//! | `choices`, `answers` | a number for each question | the option that was chosen, and the right one, from 0 |
//! | `k`, `n` | whole numbers | how many are right, of how many; `n` is at least 1 |
//!
//! Worked by hand: `no` is one token with -1.5, and `of course` is three with -0.5, -0.3 and -1. The sums are -1.5 and -1.8, the
//! scores -1.5 and -0.6, so the choice is 1.
//!
//! ```text
//! 6 of 10:     0.313 to 0.832
//! 600 of 1000: 0.569 to 0.630
//! ```
//!
//! With four options, blind guesses get 0.25. A model whose interval holds that has shown nothing yet, and two models whose
//! intervals overlap widely may be equally good. (Gao and others: *The Language Model Evaluation Harness*, 2021, which divides
//! by bytes, so that tokenizers do not matter; Wilson: *Probable Inference*, 1927.)

use gradlings::prelude::*;

/// The option whose tokens have the highest mean of `ln p`; of equal ones, the first.
pub fn choose(options: Vec<Vec<f32>>) -> usize {
    todo!("a score for each option, and the place of the highest one")
}

/// How many questions are answered with the right option.
pub fn right(choices: Vec<usize>, answers: Vec<usize>) -> usize {
    todo!("count the questions whose choice is their answer")
}

/// Between which shares the true accuracy plausibly lies.
pub fn interval(k: usize, n: usize) -> (f32, f32) {
    todo!("the middle, and half of the width to either side")
}

fn main() {
    Exercise::new()
        .offer("choose", function(choose))
        .offer("right", function(right))
        .offer("interval", function(interval))
        .serve()
}
