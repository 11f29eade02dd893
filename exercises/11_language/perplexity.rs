//! # Perplexity
//!
//! How good is a language model? Give it a **held-out** text, one that it was not trained on, and look at the probability `p`
//! that it gave to each token that really came next. All of them together make one number:
//!
//! ```text
//! nats per token = -(sum of all ln p) / tokens
//! perplexity     = exp(nats per token)
//! ```
//!
//! Perplexity is how many equally likely tokens the model hesitates between. A blind guess among 27 symbols has 27. If a
//! single token had the probability 0, it is infinite.
//!
//! It cannot compare models with different tokenizers: longer tokens are fewer, and each is harder to guess. But a text has
//! the same **bytes** for all of them. One bit is `ln 2` nats:
//!
//! ```text
//! bits per byte  = -(sum of all ln p) / ln 2
//!                  / bytes of the texts
//! ```
//!
//! Texts of different lengths are made equally long with **padding**. It is no part of any text, so it counts nowhere,
//! whatever number stands there, even minus infinity.
//!
//! | name | type | meaning |
//! |---|---|---|
//! | `logs` | a row for each text | `ln p` of each token, then padding |
//! | `lengths` | one for each text | how many tokens it has, 0 too; all together at least one |
//! | `texts` | one for each text | the text itself; `text.len()` is its bytes, of which `月` has three |
//! | results | `f32` | nats per token; perplexity; bits per byte |
//!
//! Worked by hand: `so so` in two tokens of probability 1/2 each, and `月` in one of 1/16, so the second row has one number of
//! padding. The logarithms sum to `-(1 + 1 + 4) * ln 2`.
//!
//! ```text
//! nats per token = 6 ln 2 / 3  = 2 ln 2 = 1.39
//! perplexity     = exp(2 ln 2) = 4
//! bits per byte  = 6 / (5 + 3) = 0.75
//! ```
//!
//! Sum over all tokens first and divide once. By themselves the texts have perplexities of 2 and 16, with a mean of 9: there a
//! short text would weigh as much as a long one.
//!
//! A bigram table of names, counted with `extra` = 1, has 2.35 nats per symbol on names that were kept back: a perplexity of
//! 10.5. Papers give perplexities to compare models with one tokenizer, and bits per byte to compare any two. (Gao and
//! others: *The Pile: An 800GB Dataset of Diverse Text for Language Modeling*, 2020, section 3.)

use course::demo;
use gradlings::prelude::*;

/// The mean of `-ln p` over all tokens of all texts.
pub fn nats_per_token(logs: Vec<Vec<f32>>, lengths: Vec<usize>) -> f32 {
    todo!("sum what belongs to the texts, then divide by how many tokens that are")
}

/// Between how many equally likely tokens the model hesitates.
pub fn perplexity(logs: Vec<Vec<f32>>, lengths: Vec<usize>) -> f32 {
    todo!("undo the logarithm")
}

/// How many bits a byte of the texts costs.
pub fn bits_per_byte(logs: Vec<Vec<f32>>, lengths: Vec<usize>, texts: Vec<String>) -> f32 {
    todo!("from the mean over tokens back to the sum, from nats to bits, then per byte")
}

fn main() {
    Exercise::new()
        .offer("nats_per_token", function(nats_per_token))
        .offer("perplexity", function(perplexity))
        .offer("bits_per_byte", function(bits_per_byte))
        .show("tables that look back at more letters", || {
            demo::looks_back(perplexity)
        })
        .serve()
}
