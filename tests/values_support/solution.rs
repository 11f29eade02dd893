//! # One function for each value that can travel

use gradlings::prelude::*;

/// Two numbers that travel as two inputs.
pub struct Bounds {
    pub low: f32,
    pub high: f32,
}
record!(Bounds { low, high });

/// What travels as two parts.
pub struct Cut {
    pub kept: Vec<f32>,
    pub dropped: usize,
}
record!(Cut { kept, dropped });

/// The words of a text.
pub fn words(text: String) -> Vec<String> {
    text.split_whitespace().map(str::to_owned).collect()
}

/// The text of its words.
pub fn joined(words: Vec<String>) -> String {
    words.join(" ")
}

/// Tokens, each one larger.
pub fn next(tokens: Vec<usize>) -> Vec<usize> {
    tokens.into_iter().map(|token| token + 1).collect()
}

/// The rows, longest first.
pub fn sorted(mut rows: Vec<Vec<usize>>) -> Vec<Vec<usize>> {
    rows.sort_by_key(|row| std::cmp::Reverse(row.len()));
    rows
}

/// Which numbers are even.
pub fn even(numbers: Vec<i64>) -> Vec<bool> {
    numbers.into_iter().map(|x| x % 2 == 0).collect()
}

/// Half of an even number.
pub fn half(x: i64) -> Option<i64> {
    (x % 2 == 0).then_some(x / 2)
}

/// A number from its text.
pub fn parse(text: String) -> Result<f64, String> {
    text.parse().map_err(|_| format!("no number: {text}"))
}

/// Every bit turned over.
pub fn inverted(bytes: Vec<u8>) -> Vec<u8> {
    bytes.into_iter().map(|byte| !byte).collect()
}

/// The different characters of a text.
pub fn alphabet(text: String) -> Vec<String> {
    let letters: std::collections::BTreeSet<char> = text.chars().collect();
    letters.into_iter().map(String::from).collect()
}

/// Eight numbers, backwards.
#[allow(clippy::too_many_arguments, clippy::type_complexity)]
pub fn backwards(
    a: f32,
    b: f64,
    c: usize,
    d: i64,
    e: bool,
    f: String,
    g: u64,
    h: Vec<f64>,
) -> (Vec<f64>, u64, String, bool, i64, usize, f64, f32) {
    (h, g, f, e, d, c, b, a)
}

/// The numbers within the bounds.
pub fn cut(numbers: Vec<f32>, bounds: Bounds) -> Cut {
    let within = |x: &f32| (bounds.low..=bounds.high).contains(x);
    let kept: Vec<f32> = numbers.iter().copied().filter(within).collect();
    let dropped = numbers.len() - kept.len();
    Cut { kept, dropped }
}

/// The sum of several vectors, as a vector.
pub fn total<T: Tape<f32, Dev>>(vectors: Vec<Vector<T>>, scale: Vector) -> Vector<T>
where
    T: Merge<T>,
{
    let mut sum = vectors.into_iter();
    let first = sum.next().expect("there is one");
    let sum = sum.fold(first, |sum, vector| sum + vector);
    sum * scale
}

fn main() {
    Exercise::new()
        .offer("words", function(words))
        .offer("joined", function(joined))
        .offer("next", function(next))
        .offer("sorted", function(sorted))
        .offer("even", function(even))
        .offer("half", function(half))
        .offer("parse", function(parse))
        .offer("inverted", function(inverted))
        .offer("alphabet", function(alphabet))
        .offer("backwards", function(backwards))
        .offer("cut", function(cut))
        .offer("total", gradient(total))
        .serve()
}
