//! # Clean data
//!
//! Data are written down by many hands: `39,1 mm`, `3.75 kg`, `NA`. A **model**, whatever it is that learns from them,
//! takes the numbers that you make of that. With a 0 in place of a gap, it learns from a bird that weighs nothing, and
//! nobody tells you. So texts become numbers with care. What cannot be used is dropped, and **the reason is written down**:
//! whoever loses half of a data set should be able to see why.
//!
//! A cell has a number and maybe a unit, with a space between them:
//!
//! ```text
//! 39.1 mm, 39.1  39.1    already in mm or g
//! 39,1 mm        39.1    a comma is a point
//! 3.91 cm        39.1    1 cm is 10 mm
//! 3.75 kg        3750    1 kg is 1000 g
//! NA, ?, nothing None    a gap
//! ```
//!
//! Whatever is not a number is a gap. Beware of the word `NaN`, "not a number": Rust reads it as an `f32`, and only
//! `x.is_nan()` tells.
//!
//! A line is one penguin: the number of its ring, the length of its bill, its weight. The first rule that fits says what
//! becomes of it:
//!
//! ```text
//! gap         length or weight is missing
//! impossible  length not from 10 to 100 mm, or
//!             weight not from 500 to 10000 g
//! duplicate   an earlier line with this ring
//!             was kept
//! kept        all others
//! ```
//!
//! Both ends of a range are possible.
//!
//! | name | meaning |
//! |---|---|
//! | `cell` | a number in any of these forms, maybe between spaces |
//! | `lines` | three cells each, with `;` between them, maybe between spaces |
//! | results | the number, or `None`; one word for each line, and a row `[length, weight]` for each one that is kept |
//!
//! Worked by hand: `["A7; 39,1 mm; 3.75 kg", "B2; 40.2; NA", "A7; 3.91 cm; 3750", "B2; 40.2 mm; 4.1"]`. The words are
//! kept, gap, duplicate, impossible (4.1 grams!), and the only row is `[39.1, 3750]`.
//!
//! `cell.split_whitespace()` goes through the words of a text, `line.split(';')` through its cells, and `.trim()` takes
//! spaces off both ends. `word.parse::<f32>()` tries to read a number, and `.ok()` makes `None` of a failure.
//!
//! In pandas, `read_csv` has `decimal` and `na_values` for this; units and impossible numbers are left to you. (Rahm and
//! Do: *Data cleaning: problems and current approaches*, 2000.)

use std::ops::RangeInclusive;

use gradlings::prelude::*;

/// Lengths of bills that are possible, in millimetres: `LENGTH.contains(&x)`.
const LENGTH: RangeInclusive<f32> = 10.0..=100.0;
/// Weights that are possible, in grams.
const WEIGHT: RangeInclusive<f32> = 500.0..=10_000.0;

/// The number in a cell, in millimetres or grams; `None` for a gap.
pub fn number(cell: String) -> Option<f32> {
    let cell = cell.replace(',', ".");
    let mut words = cell.split_whitespace();
    let number: f32 = words.next()?.parse().ok()?;
    let factor = match words.next() {
        Some("cm") => 10.0,
        Some("kg") => 1000.0,
        _ => 1.0,
    };
    if number.is_nan() {
        None
    } else {
        Some(number * factor)
    }
}

/// What becomes of each line, `gap`, `impossible`, `duplicate` or `kept`; and the rows `[length, weight]` of those kept.
pub fn clean(lines: Vec<String>) -> (Vec<String>, Vec<Vec<f32>>) {
    let mut words = Vec::new();
    let mut rows = Vec::new();
    let mut rings = Vec::new();
    for line in lines {
        let cells: Vec<&str> = line.split(';').map(str::trim).collect();
        let ring = cells[0].to_owned();
        let length = number(cells[1].to_owned());
        let weight = number(cells[2].to_owned());
        let word = match (length, weight) {
            (Some(length), Some(weight)) => {
                if !LENGTH.contains(&length) || !WEIGHT.contains(&weight) {
                    "impossible"
                } else if rings.contains(&ring) {
                    "duplicate"
                } else {
                    rings.push(ring);
                    rows.push(vec![length, weight]);
                    "kept"
                }
            }
            _ => "gap",
        };
        words.push(word.to_owned());
    }
    (words, rows)
}

fn main() {
    Exercise::new()
        .offer("number", function(number))
        .offer("clean", function(clean))
        .serve()
}
