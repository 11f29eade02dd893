//! Bigram tables, of the chapter "Language".

#[path = "../../solutions/11_language/bigram.rs"]
#[expect(warnings, reason = "it is an exercise, and has a `main` of its own")]
mod solution;

use course::names::{self, SYMBOLS};
use serde_json::Value as Json;
use solution::{counts, probabilities, sample};

/// What float32 may be off by.
const ROUNDING: f64 = 1e-6;

fn json() -> Json {
    serde_json::from_str(include_str!("bigram.json")).expect("JSON")
}

fn list(json: &Json) -> &[Json] {
    json.as_array().expect("a list")
}

fn number(json: &Json) -> f64 {
    json.as_f64().expect("a number")
}

fn agree(ours: &[Vec<f32>], truth: &Json) {
    assert_eq!(ours.len(), list(truth).len());
    for (ours, truth) in ours.iter().zip(list(truth)) {
        assert_eq!(ours.len(), list(truth).len());
        for (&ours, truth) in ours.iter().zip(list(truth)) {
            let (ours, truth) = (f64::from(ours), number(truth));
            assert!((ours - truth).abs() <= ROUNDING, "{ours} and not {truth}");
        }
    }
}

/// Names as one text, a mark before the first and after each.
fn marked<'a>(names: impl IntoIterator<Item = &'a str>) -> Vec<usize> {
    let ended = names
        .into_iter()
        .flat_map(|name| [names::numbers(name), vec![0]].concat());
    std::iter::once(0).chain(ended).collect()
}

/// The counts of the names that ship.
fn of_names() -> Vec<Vec<f32>> {
    let names = names::training();
    counts(marked(names.iter().map(String::as_str)), SYMBOLS)
}

/// The number of a letter, or of the mark.
fn symbol(json: &Json) -> usize {
    let letter = json.as_str().expect("a letter");
    names::numbers(letter).first().copied().unwrap_or(0)
}

#[test]
fn counts_and_probabilities_are_those_of_numpy() {
    let json = json();
    let tables = list(&json["tables"]);
    assert_eq!(tables.len(), 5);
    for table in tables {
        let tokens = list(&table["tokens"])
            .iter()
            .map(|token| number(token) as usize);
        let counted = counts(tokens.collect(), number(&table["vocabulary"]) as usize);
        agree(&counted, &table["counts"]);
        let shares = probabilities(counted, number(&table["extra"]) as f32);
        agree(&shares, &table["probabilities"]);
    }
}

#[test]
fn what_the_lesson_says_of_the_names_is_true() {
    let (json, counts) = (json(), of_names());
    let names = &json["names"];
    assert_eq!(names::training().len(), 4647);
    let never = counts.iter().flatten().filter(|&&count| count == 0.0);
    assert_eq!((never.count(), SYMBOLS * SYMBOLS), (285, 729));
    assert_eq!(number(&names["never"]), 285.0);
    let mut rounded = Vec::new();
    for pair in list(&names["pairs"]) {
        let shares = probabilities(counts.clone(), number(&pair[2]) as f32);
        let share = f64::from(shares[symbol(&pair[0])][symbol(&pair[1])]);
        assert!((share - number(&pair[3])).abs() <= ROUNDING, "{share}");
        rounded.push(format!("{share:.2}"));
    }
    assert_eq!(rounded[0], "0.64", "`u` after `q`");
}

#[test]
fn the_table_has_on_names_that_are_kept_back_what_it_has_in_numpy() {
    let (json, counts) = (json(), of_names());
    let held_out = marked(include_str!("../../checks/held_out/names.txt").lines());
    for truth in list(&json["names"]["nats"]) {
        let shares = probabilities(counts.clone(), number(&truth[0]) as f32);
        let nats = held_out
            .windows(2)
            .map(|pair| -f64::from(shares[pair[0]][pair[1]]).ln());
        let mean = nats.sum::<f64>() / (held_out.len() - 1) as f64;
        assert!(
            (mean - number(&truth[1])).abs() <= ROUNDING,
            "{mean} and not {truth}"
        );
    }
}

#[test]
fn a_long_text_has_the_pairs_of_its_table() {
    let table = probabilities(counts(vec![0, 1, 2, 0, 1, 1, 2, 0], 3), 1.0);
    let length = 60_000;
    let text = [vec![0], sample(table.clone(), 0, length, 4)].concat();
    assert_eq!(text.len(), length + 1);
    let drawn = probabilities(counts(text, 3), 1e-6);
    for (drawn, table) in drawn.iter().flatten().zip(table.iter().flatten()) {
        assert!((drawn - table).abs() < 0.015, "{drawn} and not {table}");
    }
}
