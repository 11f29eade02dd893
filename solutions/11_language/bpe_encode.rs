//! # Text to tokens, and back
//!
//! A language model reads **tokens**: whole numbers, each of which stands for a piece of text. Computers keep text as
//! bytes in UTF-8: one for an English letter, three for most Chinese characters, four for most emoji. The 256 possible
//! bytes are the first tokens, so any text has some, and nothing is ever unknown.
//!
//! To make texts shorter, **byte pair encoding** merges neighbours. `merges` is a list of pairs of tokens, learned from
//! a large text; pair number `n` becomes the token `256 + n`. That number is the **rank** of the pair, and ranks decide:
//!
//! ```text
//! tokens = the bytes of the text
//! while two neighbours are a pair in merges:
//!     n      = the lowest rank among such pairs
//!     tokens = the same, with 256 + n for that pair
//!              wherever it stands, from the left
//! ```
//!
//! The same in other words: **one pass for each pair, in the order of the list**. A merge cannot bring back a pair of a
//! lower rank, because both tokens of a pair have smaller numbers than the token that they become.
//!
//! | name | type | meaning |
//! |---|---|---|
//! | `text` | `Vec<u8>` | bytes: English, Chinese, emoji, or no valid UTF-8 at all |
//! | `merges` | `Vec<Vec<usize>>` | pairs such as `[101, 114]`, the first to be merged first |
//! | `tokens` | `Vec<usize>` | 0 to 255 for bytes, `256 + n` for merge `n` |
//!
//! Worked by hand: `lower` has the bytes 108 111 119 101 114. The merges are `e r`, `l o`, `w er` and `lo w`:
//! `[[101, 114], [108, 111], [119, 256], [257, 119]]`.
//!
//! ```text
//! l o w e r    rank 0: e r  is 256
//! l o w er     rank 1: l o  is 257
//! lo w er      rank 2: w er is 258 (rank 3 fits too)
//! lo wer       so the tokens are [257, 258]
//! ```
//!
//! Occurrences may overlap: `aaa` with the merge `a a` is `[256, 97]`, the left one first.
//!
//! To **decode**, write down the bytes of each token: 258 stands for `w` and 256, so for `w e r`. A token may hold a third
//! of a Chinese character. Hence the result is bytes, not a `String`, and every text comes back as it was.
//!
//! GPT-2 has such a tokenizer, with 50,000 merges, and Llama 3 one with more than 100,000. They cut a text into words
//! first, so no token reaches across; here you do not. (Sennrich, Haddow, Birch: *Neural Machine Translation of Rare Words with Subword
//! Units*, 2016.)

use course::demo;
use gradlings::prelude::*;

/// The tokens of a text: its bytes, with all merges done in the order of their ranks.
pub fn encode(text: Vec<u8>, merges: Vec<Vec<usize>>) -> Vec<usize> {
    let mut tokens: Vec<usize> = text.into_iter().map(usize::from).collect();
    for (rank, pair) in merges.into_iter().enumerate() {
        let mut merged = Vec::new();
        let mut at = 0;
        while at < tokens.len() {
            if tokens[at..].starts_with(&pair) {
                merged.push(256 + rank);
                at += 2;
            } else {
                merged.push(tokens[at]);
                at += 1;
            }
        }
        tokens = merged;
    }
    tokens
}

/// The bytes that the tokens stand for, one after the other.
pub fn decode(tokens: Vec<usize>, merges: Vec<Vec<usize>>) -> Vec<u8> {
    let mut vocabulary: Vec<Vec<u8>> = (0..=255).map(|byte| vec![byte]).collect();
    for pair in merges {
        let (left, right) = (&vocabulary[pair[0]], &vocabulary[pair[1]]);
        vocabulary.push([&left[..], &right[..]].concat());
    }
    let bytes = tokens.into_iter().map(|token| vocabulary[token].clone());
    bytes.flatten().collect()
}

fn main() {
    Exercise::new()
        .offer("encode", function(encode))
        .offer("decode", function(decode))
        .show("texts as tokens, merge by merge", || {
            demo::tokens(encode, decode)
        })
        .serve()
}
