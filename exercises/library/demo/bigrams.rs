//! Which letter follows which, in first names.

use gradlings::prelude::*;

use crate::names::{self, SYMBOLS};

/// How many names each picture has counted.
const COUNTED: [usize; 5] = [5, 50, 500, 2000, 4647];

/// How many letters and marks are written with each table.
const WRITTEN: usize = 90;

/// Counts which letter follows which in more and more names, shows the probabilities as colours, and lets each table write
/// names. Row and column 0 are the mark at which a name begins and ends; 1 is `a`, 26 is `z`.
///
/// `counts` gets a text in tokens and how many tokens there are, `probabilities` the counts and what is added to each,
/// `sample` the probabilities, the token to begin after, how many to draw, and a seed.
///
/// ```
/// use course::demo;
///
/// demo::bigrams(
///     |_tokens, vocabulary| vec![vec![1.0; vocabulary]; vocabulary],
///     |counts, _extra| counts,
///     |_probabilities, first, length, _seed| vec![first; length],
/// );
/// ```
pub fn bigrams(
    counts: impl Fn(Vec<usize>, usize) -> Vec<Vec<f32>>,
    probabilities: impl Fn(Vec<Vec<f32>>, f32) -> Vec<Vec<f32>>,
    sample: impl Fn(Vec<Vec<f32>>, usize, usize, u64) -> Vec<usize>,
) {
    report::note(
        "a step is a number of names; row: the letter before, column: the letter after; 0 is the mark, 1 is a, 26 is z",
    );
    let names = names::training();
    for counted in COUNTED {
        // Spread over the alphabet, in which the names are ordered.
        let some = (0..counted).filter_map(|at| names.get(at * names.len() / counted));
        let table = probabilities(counts(marked(some), SYMBOLS), 0.1);
        report::heat_map("which letter follows which", counted, &table);
        let written = sample(table, 0, WRITTEN, 1);
        report::text("names it invents", counted, &lines(&written));
    }
}

/// One text: a mark, and after each name another.
fn marked<'a>(names: impl Iterator<Item = &'a String>) -> Vec<usize> {
    let ended = names.flat_map(|name| [names::numbers(name), vec![0]].concat());
    std::iter::once(0).chain(ended).collect()
}

/// Letters as they are, and a line that ends at each mark.
fn lines(tokens: &[usize]) -> String {
    let letter = |&token: &usize| match token {
        0 => '\n',
        1..SYMBOLS => char::from(b'a' + (token - 1) as u8),
        _ => '?',
    };
    tokens.iter().map(letter).collect()
}
