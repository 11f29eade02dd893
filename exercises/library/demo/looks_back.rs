//! What it is worth to look further back in a name.

use std::collections::HashMap;

use gradlings::prelude::*;

use crate::names::{self, SYMBOLS};

/// What is added to each count.
const EXTRA: f32 = 0.1;

/// The most letters that a table looks back at.
const FURTHEST: usize = 5;

/// How often each symbol came after what was seen before it, packed into one number.
type Counts = HashMap<usize, [f32; SYMBOLS]>;

/// Counts nine of ten names in tables that look back at 0, 1, 2 and more letters, and shows the perplexity of each on those
/// names and on the others, which were kept back.
///
/// `perplexity` gets a row for each name, with the logarithms of the probabilities of its letters and of its end, and how many
/// there are in each row.
///
/// ```
/// use course::demo;
///
/// demo::looks_back(|_logs, _lengths| 27.0);
/// ```
pub fn looks_back(perplexity: impl Fn(Vec<Vec<f32>>, Vec<usize>) -> f32) {
    report::note("a step is how many letters back a table looks");
    let names = names::training().into_iter().enumerate();
    let (kept_back, counted): (Vec<_>, Vec<_>) = names.partition(|(at, _)| at % 10 == 9);
    let [kept_back, counted] = [kept_back, counted].map(|names| {
        let numbers = names.into_iter().map(|(_, name)| names::numbers(&name));
        numbers.collect::<Vec<_>>()
    });
    for back in 0..=FURTHEST {
        let mut counts = Counts::new();
        for (seen, symbol) in counted.iter().flat_map(|name| steps(name, back)) {
            counts.entry(seen).or_insert([0.0; SYMBOLS])[symbol] += 1.0;
        }
        for (series, names) in [
            ("perplexity, names it counted", &counted),
            ("perplexity, names kept back", &kept_back),
        ] {
            let (logs, lengths) = logarithms(&counts, names, back);
            report::metric(series, back, perplexity(logs, lengths));
        }
    }
}

/// What was seen before each letter of a name and before its end, so many letters back, and what came.
fn steps(name: &[usize], back: usize) -> impl Iterator<Item = (usize, usize)> {
    let mut seen = 0;
    let kept = SYMBOLS.pow(back as u32);
    let ended = name.iter().copied().chain([0]);
    ended.map(move |symbol| {
        let before = seen;
        seen = (seen * SYMBOLS + symbol) % kept;
        (before, symbol)
    })
}

/// The logarithms of the probabilities of each name in a row, with zeros at the end, and how many are none of these.
fn logarithms(counts: &Counts, names: &[Vec<usize>], back: usize) -> (Vec<Vec<f32>>, Vec<usize>) {
    let none = [0.0; SYMBOLS];
    let longest = names.iter().map(Vec::len).max().unwrap_or(0) + 1;
    let row = |name: &Vec<usize>| {
        let logs = steps(name, back).map(|(seen, symbol)| {
            let counts = counts.get(&seen).unwrap_or(&none);
            let all = counts.iter().sum::<f32>() + EXTRA * SYMBOLS as f32;
            ((counts[symbol] + EXTRA) / all).ln()
        });
        let mut logs: Vec<f32> = logs.collect();
        logs.resize(longest, 0.0);
        logs
    };
    let lengths = names.iter().map(|name| name.len() + 1);
    (names.iter().map(row).collect(), lengths.collect())
}
