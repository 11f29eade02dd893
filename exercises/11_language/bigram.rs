//! # A table that writes
//!
//! The simplest **language model** counts. A **bigram table** says how often each token is followed by each other one. It
//! looks back one token and no further, so whatever a network learns has to be worth more than this.
//!
//! ```text
//! counts[a][b]        = how often b stands
//!                       right after a
//! probabilities[a][b] = (counts[a][b] + extra)
//!                       / (the sum of this over
//!                          all b, extra too)
//! ```
//!
//! Row `a` answers one question: **after `a`, what comes next?** So each row sums to 1. The columns need not.
//!
//! `extra` is called **smoothing**. A pair that was never counted is not impossible, only rare. With a probability of 0, its
//! logarithm would be minus infinity, and a single such pair would make the loss of a whole text infinite. A row in which
//! nothing was counted would even be 0 / 0. With smoothing, every row has a sum above 0.
//!
//! | name | type | meaning |
//! |---|---|---|
//! | `tokens` | `Vec<usize>` | a text, in tokens from 0 to `vocabulary - 1` |
//! | `counts`, `probabilities` | `vocabulary` rows of as many | rows: the token before; columns: the one after |
//! | `extra` | `f32` | what is added to every count, above 0 |
//! | `first`, `length` | `usize` | the token to begin after, and how many to draw |
//!
//! Worked by hand: the names `ab` and `aab`, each between marks, `.ab.aab.`, with 0 for the mark, 1 for `a` and 2 for `b`. The
//! tokens are `[0, 1, 2, 0, 1, 1, 2, 0]`, and that is seven pairs. With `extra` = 1:
//!
//! ```text
//!           counts     probabilities
//!           .  a  b    .    a    b
//! after .   0  2  0    1/5  3/5  1/5
//! after a   0  1  2    1/6  2/6  3/6
//! after b   2  0  0    3/5  1/5  1/5
//! ```
//!
//! A table can **write**: draw a token with the probabilities of the row of `first`, then one with those of the row of
//! the token just drawn, and so on. To draw from a row, take a random number from 0 to 1 and subtract one probability after
//! another: the token at which it falls below 0 is the one. (Rounding may leave it at 0 or just above: then take the last.)
//!
//! On the 4,647 first names of this course, `u` follows `q` with probability 0.64 if `extra` is 1, and 285 of the 729 pairs
//! never occur. Large language models still write in this loop, with rows that a network makes. (Shannon: *A Mathematical
//! Theory of Communication*, 1948, section 3, with such texts in English.)

use course::demo;
use gradlings::prelude::*;

/// How often each token follows each other one: a row for the token before, a column for the one after.
pub fn counts(tokens: Vec<usize>, vocabulary: usize) -> Vec<Vec<f32>> {
    todo!("begin with zeros, then add 1 for each pair of neighbours")
}

/// How likely each token is after each other one, once `extra` has been added to every count.
pub fn probabilities(counts: Vec<Vec<f32>>, extra: f32) -> Vec<Vec<f32>> {
    todo!("make each row sum to 1")
}

/// `length` tokens, each drawn with the probabilities of the row of the one before it; the first is drawn after `first`,
/// which is not among them.
pub fn sample(probabilities: Vec<Vec<f32>>, first: usize, length: usize, seed: u64) -> Vec<usize> {
    todo!("draw a token, go to its row, draw the next")
}

fn main() {
    Exercise::new()
        .offer("counts", function(counts))
        .offer("probabilities", function(probabilities))
        .offer("sample", function(sample))
        .show("a table of letters, and names it invents", || {
            demo::bigrams(counts, probabilities, sample)
        })
        .serve()
}
