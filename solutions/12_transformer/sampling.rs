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
    let largest = logits.iter().copied().fold(f32::NEG_INFINITY, f32::max);
    let powers = logits.iter().map(|x| ((x - largest) / temperature).exp());
    normalised(powers.collect())
}

/// The numbers divided by their sum.
fn normalised(numbers: Vec<f32>) -> Vec<f32> {
    let sum: f32 = numbers.iter().sum();
    numbers.iter().map(|x| x / sum).collect()
}

/// All tokens, from the most probable to the least.
fn ranked(probabilities: &[f32]) -> Vec<usize> {
    let mut tokens: Vec<usize> = (0..probabilities.len()).collect();
    // Equal ones stay in order: the sort is stable.
    tokens.sort_by(|&a, &b| probabilities[b].total_cmp(&probabilities[a]));
    tokens
}

/// The probabilities of these tokens, divided by their sum, and 0 for all others.
fn only(probabilities: &[f32], tokens: &[usize]) -> Vec<f32> {
    let mut kept = vec![0.0; probabilities.len()];
    for &token in tokens {
        kept[token] = probabilities[token];
    }
    normalised(kept)
}

/// The `k` most probable tokens alone.
pub fn top_k(probabilities: Vec<f32>, k: usize) -> Vec<f32> {
    let ranked = ranked(&probabilities);
    only(&probabilities, &ranked[..k.min(ranked.len())])
}

/// As few of the most probable tokens as it takes to reach `p` together.
pub fn top_p(probabilities: Vec<f32>, p: f32) -> Vec<f32> {
    let ranked = ranked(&probabilities);
    let (mut count, mut sum) = (0, 0.0);
    while count < ranked.len() && sum < p {
        sum += probabilities[ranked[count]];
        count += 1;
    }
    only(&probabilities, &ranked[..count])
}

/// The token that the random number `u` draws.
pub fn draw(probabilities: Vec<f32>, u: f32) -> usize {
    let (mut sum, mut last) = (0.0, 0);
    for (token, &probability) in probabilities.iter().enumerate() {
        sum += probability;
        if sum > u {
            return token;
        }
        if probability > 0.0 {
            last = token;
        }
    }
    last
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
