//! # Drawing the next token
//!
//! For each token of its vocabulary a language model gives a logit, and a text grows token by token, each drawn by its
//! probability. The most probable token every time makes a text that soon repeats itself. Drawing from all of them is no
//! better: each of 50,000 unlikely tokens is rare, but together they are not, and one of them spoils a sentence. So the
//! probabilities are changed before the draw:
//!
//! ```text
//! temperature T   softmax(logits / T)
//! top-k           only the k most probable tokens
//! top-p           the most probable tokens in turn,
//!                 until their sum is p or more
//! ```
//!
//! A temperature below 1 makes likely tokens likelier, one above 1 makes all more alike. After top-k and top-p every other
//! probability is 0, and what is left is divided by its sum, so that it adds up to 1. Of equally probable tokens, the one
//! with the smaller number comes first. Every token keeps its place in the list.
//!
//! To **draw** with a random number u, at least 0 and below 1, add the probabilities up from token 0 on: the first token at
//! which the sum is larger than u is drawn. Rounding may leave the whole sum below u; then it is the last token whose
//! probability is not 0.
//!
//! | name | type | meaning |
//! |---|---|---|
//! | `logits`, `probabilities` | `Vec<f32>` | one for each token |
//! | `temperature` | a number above 0 | T |
//! | `k` | a whole number from 1 on | how many tokens may stay; k may exceed the vocabulary |
//! | `p` | above 0, at most 1 | what the sum of those that stay has to reach |
//! | `u` | from 0 up to 1 | the random number |
//!
//! Worked by hand: the logits `[0, ln 3]` are `[1/4, 3/4]` at T = 1 and `[1/10, 9/10]` at T = 0.5. Of
//! `[0.15, 0.5, 0.1, 0.25]`, top-k with k = 2 leaves `[0, 2/3, 0, 1/3]`. Top-p with p = 0.8 needs three tokens, because
//! 0.5 + 0.25 is less than 0.8, so it leaves `[1/6, 5/9, 0, 5/18]`. From `[0.15, 0.5, 0.1, 0.25]` itself, u = 0.7 draws
//! token 2: the sums are 0.15, 0.65, 0.75 and 1.
//!
//! As in `softmax`, take the largest logit away first, or `exp` overflows.
//!
//! Every service that runs a language model has settings of these names. (Holtzman, Buys, Du, Forbes, Choi: *The Curious
//! Case of Neural Text Degeneration*, 2020.)

use course::demo;
use gradlings::prelude::*;

/// Probabilities at this temperature.
pub fn with_temperature(logits: Vec<f32>, temperature: f32) -> Vec<f32> {
    todo!("divide the logits by the temperature, and take the softmax")
}

/// The `k` most probable tokens alone.
pub fn top_k(probabilities: Vec<f32>, k: usize) -> Vec<f32> {
    todo!("keep the k most probable tokens, each in its place, and divide by their sum")
}

/// As few of the most probable tokens as it takes to reach `p` together.
pub fn top_p(probabilities: Vec<f32>, p: f32) -> Vec<f32> {
    todo!("keep tokens, the most probable first, until their sum reaches p")
}

/// The token that the random number `u` draws.
pub fn draw(probabilities: Vec<f32>, u: f32) -> usize {
    todo!("add up the probabilities until the sum is larger than u")
}

fn main() {
    Exercise::new()
        .offer("with_temperature", function(with_temperature))
        .offer("top_k", function(top_k))
        .offer("top_p", function(top_p))
        .offer("draw", function(draw))
        .show("the next word, by temperature, k and p", || {
            demo::next_words(with_temperature, top_k, top_p)
        })
        .serve()
}
