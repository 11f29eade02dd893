//! # Dice
//!
//! A **distribution** says how likely each result is: for one die, 1/6 six times. It is a list of numbers from 0 to 1 that
//! add up to 1.
//!
//! The sum of two dice is not as even: 7 can come about in six ways, 2 in only one. To find the distribution of a sum, throw
//! the dice one after the other. Whatever the sum was, one die more takes it to `sides` new sums, and each gets an equal
//! share of its probability.
//!
//! ```text
//! no die      sum 0                     1
//! one die     sums 1 2                  1/2  1/2
//! two dice    sums 2 3 4                1/4  2/4  1/4
//! ```
//!
//! These dice have two sides, as coins have, and 3 comes from 1 + 2 and from 2 + 1.
//!
//! | name | meaning |
//! |---|---|
//! | `count` | how many dice, at least 1 |
//! | `sides` | how many sides each has, numbered from 1, all as likely |
//! | result | the probability of each possible sum, from the smallest, `count`, to the largest, `count * sides` |
//!
//! So the result has `count * (sides - 1) + 1` numbers.

use gradlings::prelude::*;

/// The distribution of the sum of `count` dice with `sides` sides, from the smallest sum to the largest.
pub fn dice(count: usize, sides: usize) -> Vec<f32> {
    let mut sums = vec![1.0];
    for _ in 0..count {
        let mut next = vec![0.0; sums.len() + sides - 1];
        for (at, probability) in sums.iter().enumerate() {
            for side in 0..sides {
                next[at + side] += probability / sides as f32;
            }
        }
        sums = next;
    }
    sums
}

fn main() {
    Exercise::new().offer("dice", function(dice)).serve()
}
