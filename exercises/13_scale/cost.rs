//! # What a model costs
//!
//! Before a large model is trained, somebody works out whether it fits and what it costs. All of it follows from a few
//! numbers. First the **parameters**. A decoder has `layers` blocks of `width`; queries and outputs of its attention have
//! `width` columns, keys and values `kv_width`, and its feed-forward layer has `hidden` units.
//!
//! | part | GPT-2 and GPT-3 | Llama 2 and 3 |
//! |---|---|---|
//! | tokens, in and out | one table, `vocabulary` rows | two of them |
//! | positions | a table, `context` rows | none (RoPE) |
//! | attention, per block | queries, keys, values, outputs, all with biases | the same, no biases |
//! | feed-forward, per block | two matrices and biases | three matrices (SwiGLU) |
//! | norms, two per block and one at the end | gain and bias, `width` each | a gain |
//!
//! **Memory.** In **mixed precision** the network computes with weights and gradients of 2 bytes. Beside them, Adam keeps a
//! state of 12 bytes for each parameter: the **master weight**, which the steps change, and both moments, 4 bytes each.
//! What a batch adds comes on top.
//!
//! **Work.** A parameter takes part in one multiplication and one addition for each token, 2 operations. The backward pass
//! needs them once for the gradient of the input and once for that of the weight, 4 more:
//!
//! ```text
//! operations = 6 * parameters * tokens
//! seconds    = operations
//!    / (cards * peak of a card * utilization)
//! dollars    = cards * hours * price
//! ```
//!
//! A card reaches its `peak` operations per second only on paper: a **utilization** of 0.4 is good.
//!
//! | name | meaning |
//! |---|---|
//! | `model` | the numbers above; `llama` says which column |
//! | `parameters`, `tokens` | how many; a token seen twice counts twice |
//! | `operations` | for the whole training |
//! | `cards`, `peak`, `utilization` | how many; operations per second of one; the share of them that is reached |
//! | `price` | dollars for an hour of one card |
//! | results | parameters; bytes of `weights`, `gradients` and `state`; operations; days and dollars |
//!
//! Worked by hand: vocabulary 10, context 4, width 2, one block, `kv_width` 2, `hidden` 8. As Llama: tables 20 and 20,
//! attention `4 * 2 * 2` = 16, feed-forward `3 * 2 * 8` = 48, norms 4 and 2: 110. As GPT-2: tables 20 and 8, attention 16 +
//! 8, feed-forward `2 * 2 * 8` + 8 + 2 = 42, norms 8 and 4: 106. And 6e18 operations on 10 cards of 1e14 a second, half of
//! them reached, take 12,000 seconds: 0.139 days, or 66.67 dollars at 2 dollars an hour.
//!
//! The show puts your numbers beside those of papers. GPT-3 took 3.14e23 operations, Llama 3 405B 3.8e25. (Brown and
//! others: *Language Models are Few-Shot Learners*, 2020, appendix D.)

use course::{Decoder, Memory, demo};
use gradlings::prelude::*;

/// How many parameters a decoder has.
pub fn parameters(model: Decoder) -> usize {
    todo!("tables, blocks and the last norm, for each of the two columns")
}

/// The bytes of weights, of gradients, and of all that the optimizer keeps.
pub fn memory(parameters: usize) -> Memory {
    todo!("bytes per parameter, times parameters")
}

/// The operations of a training.
pub fn operations(parameters: usize, tokens: usize) -> f64 {
    todo!("forward and backward, for every token")
}

/// How many days a training takes, and how many dollars.
pub fn bill(operations: f64, cards: usize, peak: f64, utilization: f64, price: f64) -> (f64, f64) {
    todo!("first the seconds")
}

fn main() {
    Exercise::new()
        .offer("parameters", function(parameters))
        .offer("memory", function(memory))
        .offer("operations", function(operations))
        .offer("bill", function(bill))
        .show("your numbers beside those of papers", || {
            demo::published_costs(parameters, memory, operations)
        })
        .serve()
}
