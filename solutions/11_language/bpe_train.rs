//! # Learning the merges
//!
//! `bpe_encode` was given its merges. They are learned from a large text, the **corpus**: the most frequent pair of
//! neighbours becomes a token, then the most frequent pair of what that leaves, and so on, up to 100,000 times. Frequent
//! words end as one token and rare ones as a few.
//!
//! ```text
//! words = the corpus, cut
//! for rank in 0, 1, 2, ...:
//!     pair = the most frequent pair of neighbours
//!     note it, and put 256 + rank in its place
//! ```
//!
//! Three rules settle what comes out:
//!
//! - **Words.** A space (32) or line break (10) begins a new word and belongs to it: `a cat` is `a` and `_cat`, with `_` for
//!   the space. A pair never reaches from one word into the next, so no token does. Each different word is kept once, with
//!   the number of times that it occurs: a pair in `_the` counts as often as `_the` does. The words are sorted; a `BTreeMap`
//!   does that by itself.
//! - **Overlaps.** Each pair is counted as it would be merged, from the left: `aaa` holds `a a` once, `aaaa` holds it twice,
//!   and `aab` holds `a a` and `a b`.
//! - **Ties.** Of equally frequent pairs, take the one with the smaller left token, and then with the smaller right one.
//!
//! | name | type | meaning |
//! |---|---|---|
//! | `text` | `Vec<u8>` | the bytes of the corpus |
//! | `words` | `Vec<Vec<usize>>` | each different word, as tokens |
//! | `counts` | `Vec<usize>` | how often each of them occurs |
//! | `merges` | a whole number | how many to learn |
//!
//! Worked by hand: `low low lower` has the words `_low`, `_lower` and `low`, once each. `l o`, which is `[108, 111]`, and
//! `o w` occur three times; the first is smaller and becomes 256.
//!
//! ```text
//! _ lo w   _ lo w e r   lo w   257 is [256, 119]
//! _ low    _ low e r    low    258 is [32, 257]
//! _low     _low e r     low    259 is [101, 114]
//! ```
//!
//! In the last line `[258, 101]` occurs once too, and is larger. Where no word has two tokens left, there is no pair: the most
//! frequent one is an empty list, and `train` ends early.
//!
//! GPT-2 learned its 50,000 merges this way, from words that a longer rule cuts. The package `tokenizers` counts `aaa` as two
//! pairs, so its list may differ. (Gage: *A New Algorithm for Data Compression*, 1994.)

use std::cmp::Reverse;
use std::collections::{BTreeMap, HashMap};

use course::demo;
use gradlings::prelude::*;

/// The different words of a text, sorted, and how often each occurs.
pub fn words(text: Vec<u8>) -> (Vec<Vec<usize>>, Vec<usize>) {
    let mut counts = BTreeMap::new();
    for word in text.chunk_by(|_, next| !b" \n".contains(next)) {
        let word: Vec<usize> = word.iter().map(|&byte| usize::from(byte)).collect();
        *counts.entry(word).or_insert(0) += 1;
    }
    counts.into_iter().unzip()
}

/// The most frequent pair, or an empty list where there is none.
pub fn most_frequent(words: Vec<Vec<usize>>, counts: Vec<usize>) -> Vec<usize> {
    let mut pairs: HashMap<[usize; 2], usize> = HashMap::new();
    for (word, count) in words.iter().zip(counts) {
        let mut at = 0;
        while at + 1 < word.len() {
            let pair = [word[at], word[at + 1]];
            *pairs.entry(pair).or_insert(0) += count;
            // Of `aaa`, the last two are no other pair.
            let overlaps = word.get(at + 2) == Some(&pair[0]) && pair[0] == pair[1];
            at += if overlaps { 2 } else { 1 };
        }
    }
    // `Reverse` turns an order around: of equal counts, the smallest pair is the largest.
    let best = pairs
        .into_iter()
        .max_by_key(|&(pair, count)| (count, Reverse(pair)));
    best.map_or(vec![], |(pair, _)| pair.to_vec())
}

/// A word with `new` in the place of a pair, wherever it stands, from the left: a pass of `bpe_encode`.
fn merged(word: &[usize], pair: &[usize], new: usize) -> Vec<usize> {
    let mut merged = vec![];
    let mut at = 0;
    while at < word.len() {
        let found = word[at..].starts_with(pair);
        merged.push(if found { new } else { word[at] });
        at += if found { 2 } else { 1 };
    }
    merged
}

/// The merges learned from a text: pair number `n` becomes the token `256 + n`.
pub fn train(text: Vec<u8>, merges: usize) -> Vec<Vec<usize>> {
    let (mut words, counts) = words(text);
    let mut learned = vec![];
    for rank in 0..merges {
        let pair = most_frequent(words.clone(), counts.clone());
        if pair.is_empty() {
            break;
        }
        for word in &mut words {
            *word = merged(word, &pair, 256 + rank);
        }
        learned.push(pair);
    }
    learned
}

fn main() {
    Exercise::new()
        .offer("words", function(words))
        .offer("most_frequent", function(most_frequent))
        .offer("train", function(train))
        .show("tokens that grow, merge by merge", || demo::learned(train))
        .serve()
}
