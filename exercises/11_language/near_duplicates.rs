//! # Texts that say the same
//!
//! The web repeats itself: licences, news, jokes, whole pages with another date. A model that reads a page a hundred times
//! learns it by heart, and a test with pages of the training text measures memory. So a corpus is cleaned of **near
//! duplicates**. To compare every two of a billion texts word by word takes too long; **MinHash** makes a short list of
//! numbers of each text.
//!
//! ```text
//! shingles    all runs of n words, each run once
//! jaccard     shared shingles / those in either text
//! signature   for each seed, the smallest
//!             hash(seed, shingle) of the text
//! similarity  the share of places in which
//!             two signatures agree
//! ```
//!
//! Why this works: for one seed, every shingle of the two texts is equally likely to have the smallest hash of all. If that
//! shingle is in both texts, the signatures agree there. So they agree in each place with the probability that the Jaccard
//! index says, and 100 seeds measure it to about 0.05.
//!
//! A text of fewer than n words has one shingle: all of its words. Words end at white space, and a shingle is its words with
//! one space between. The list of shingles is sorted. No text is empty.
//!
//! `keep` links two texts whose similarity is `threshold` or more. Texts that hang together, even through others, are one
//! group, and only the first of each group stays: if A is like B, and B like C, then B and C go, however little A and C have
//! in common. The places of those that stay are in ascending order.
//!
//! | name | type | meaning |
//! |---|---|---|
//! | `text` | `String` | words |
//! | `a`, `b` | `Vec<String>`, `Vec<usize>` | shingles or signatures of two texts |
//! | `seeds` | `Vec<usize>` | one for each place of a signature |
//! | `hash` | `fn(usize, &str) -> usize` | ready to use: `hash(seed, shingle)` |
//! | `signatures` | `Vec<Vec<usize>>` | one for each text |
//!
//! Worked by hand, with n = 2: `a b c d` has the shingles `a b`, `b c`, `c d`, and `a b c e` has `a b`, `b c`, `c e`. Two are
//! shared, and there are four in all: the index is 1/2. The signatures `[3, 8, 5, 9]` and `[3, 7, 5, 9]` agree in three of
//! four places, so their similarity is 3/4.
//!
//! GPT-3 and Llama 3 learned from corpora cleaned in this way. (Lee and others: *Deduplicating Training Data Makes Language
//! Models Better*, 2022.)

use std::collections::BTreeSet;

use course::{demo, hash};
use gradlings::prelude::*;

/// The different runs of `n` words, sorted.
pub fn shingles(text: String, n: usize) -> Vec<String> {
    todo!("take every run of n words, sort them, and keep each once")
}

/// How many of the shingles of both texts they share: from 0 to 1.
pub fn jaccard(a: Vec<String>, b: Vec<String>) -> f32 {
    todo!("divide the shingles that both have by those that either has")
}

/// For each seed the smallest hash.
pub fn signature(shingles: Vec<String>, seeds: Vec<usize>) -> Vec<usize> {
    todo!("for each seed, find the smallest hash of all shingles")
}

/// The share of places in which two signatures agree.
pub fn similarity(a: Vec<usize>, b: Vec<usize>) -> f32 {
    todo!("count the places in which both are equal, and divide by all")
}

/// Which texts stay: the first of each group, by their places in the list.
pub fn keep(signatures: Vec<Vec<usize>>, threshold: f32) -> Vec<usize> {
    todo!("link texts that are alike, and keep the first of every group")
}

fn main() {
    Exercise::new()
        .offer("shingles", function(shingles))
        .offer("jaccard", function(jaccard))
        .offer("signature", function(signature))
        .offer("similarity", function(similarity))
        .offer("keep", function(keep))
        .show("a corpus with copies in it", || {
            demo::deduplicated(shingles, signature, keep)
        })
        .serve()
}
