//! Words, texts, tokens and bytes.

use std::ops::Range;

use rand::Rng;
use rand::seq::SliceRandom;

use super::Generator;

/// Letters in the order of a syllable, so that words can be read aloud.
const CONSONANTS: &[char] = &[
    'b', 'd', 'f', 'g', 'k', 'l', 'm', 'n', 'p', 'r', 's', 't', 'v',
];
const VOWELS: &[char] = &['a', 'e', 'i', 'o', 'u'];

/// Characters of one, two, three and four bytes in UTF-8.
const OF_EVERY_WIDTH: &[char] = &[
    'a', 'Z', ' ', '7', 'é', 'ß', 'Ω', '床', '前', '明', '月', '光', '，', '🦀', '🙂',
];

impl Generator {
    /// A word of so many lower-case letters: "lomi".
    pub fn word(&mut self, letters: Range<usize>) -> String {
        let letters = self.integer(letters);
        let mut pick = |of: &[char]| of.choose(&mut self.random).copied().unwrap_or('a');
        let letters = (0..letters).map(|at| match at % 2 {
            0 => pick(CONSONANTS),
            _ => pick(VOWELS),
        });
        letters.collect()
    }

    /// `n` words of two to seven letters.
    pub fn words(&mut self, n: usize) -> Vec<String> {
        (0..n).map(|_| self.word(2..8)).collect()
    }

    /// A text of `n` words, with spaces between them. Words come back, as they do in every language: there are about half
    /// as many different ones.
    pub fn text(&mut self, n: usize) -> String {
        let known = self.words(n.div_ceil(2));
        let words: Vec<&str> = (0..n)
            .filter_map(|_| known.choose(&mut self.random))
            .map(String::as_str)
            .collect();
        words.join(" ")
    }

    /// `n` characters that take one to four bytes each: Latin, Greek, Chinese, emoji.
    pub fn characters(&mut self, n: usize) -> String {
        (0..n)
            .filter_map(|_| OF_EVERY_WIDTH.choose(&mut self.random))
            .collect()
    }

    /// `n` bytes of any value, most of them no valid UTF-8.
    pub fn bytes(&mut self, n: usize) -> Vec<u8> {
        (0..n).map(|_| self.random.r#gen()).collect()
    }

    /// `n` tokens below `vocabulary`.
    pub fn tokens(&mut self, n: usize, vocabulary: usize) -> Vec<usize> {
        (0..n).map(|_| self.integer(0..vocabulary)).collect()
    }

    /// Sequences of these lengths, with tokens below `vocabulary`.
    pub fn sequences(&mut self, lengths: &[usize], vocabulary: usize) -> Vec<Vec<usize>> {
        let sequences = lengths.iter().map(|&n| self.tokens(n, vocabulary));
        sequences.collect()
    }

    /// The numbers below `n` in random order.
    pub fn permutation(&mut self, n: usize) -> Vec<usize> {
        let mut order: Vec<usize> = (0..n).collect();
        order.shuffle(&mut self.random);
        order
    }

    /// `n` times yes or no, yes with this probability.
    pub fn mask(&mut self, n: usize, probability: f64) -> Vec<bool> {
        (0..n).map(|_| self.random.gen_bool(probability)).collect()
    }
}
