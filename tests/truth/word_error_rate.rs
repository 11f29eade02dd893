//! Word error rates, beside jiwer.

#[path = "../../solutions/10_speech/word_error_rate.rs"]
#[expect(warnings, reason = "it is an exercise, and has a `main` of its own")]
mod word_error_rate;

use course::demo;
use gradlings::report::{Drawing, Report, Text};
use serde_json::Value as Json;
use word_error_rate::{edit_distance, word_error_rate};

use crate::shown::reports;

fn words(text: &str) -> Vec<String> {
    text.split_whitespace().map(str::to_owned).collect()
}

#[test]
fn distances_and_rates_are_those_of_jiwer() {
    let table: Json = serde_json::from_str(include_str!("word_error_rate.json")).expect("JSON");
    let cases = table["cases"].as_array().expect("cases");
    assert_eq!(cases.len(), 32);
    for case in cases {
        let text = |name: &str| case[name].as_str().expect("a text").to_owned();
        let (reference, hypothesis) = (text("reference"), text("hypothesis"));
        let errors = edit_distance(words(&reference), words(&hypothesis));
        assert_eq!(Some(errors as u64), case["errors"].as_u64(), "{case}");
        let rate = f64::from(word_error_rate(reference, hypothesis));
        let truth = case["rate"].as_f64().expect("a rate");
        assert!((rate - truth).abs() < 1e-6, "{rate} in {case}");
    }
}

#[test]
fn the_table_in_the_lesson_on_word_error_rates_is_that_of_its_example() {
    let lesson = include_str!("../../exercises/10_speech/word_error_rate.rs");
    let (said, heard) = (words("put the red box down"), words("put red fox down now"));
    let lines: Vec<String> = lesson
        .lines()
        .map(|line| words(line.trim_start_matches("//!")).join(" "))
        .collect();
    assert!(lines.contains(&heard.join(" ")));
    for i in 0..=said.len() {
        let distance =
            |j: usize| edit_distance(said[..i].to_vec(), heard[..j].to_vec()).to_string();
        let first = i.checked_sub(1).map(|i| said[i].clone());
        let numbers = (0..=heard.len()).map(distance);
        let row = first
            .into_iter()
            .chain(numbers)
            .collect::<Vec<_>>()
            .join(" ");
        assert!(lines.contains(&row), "{row}");
    }
    let rate = word_error_rate(said.join(" "), heard.join(" "));
    assert!((rate - 0.6).abs() < 1e-6 && lesson.contains("3 / 5 = 0.6"));
}

#[test]
fn a_show_has_as_many_changes_in_its_alignment_as_the_rate_counts() {
    let mut rates = Vec::new();
    let mut changes = Vec::new();
    for report in reports(|| demo::heard(edit_distance, word_error_rate)) {
        match report {
            Report::Metric { value, .. } => rates.push(value),
            Report::Frame(frame) => {
                if let Some(Drawing::Text(Text { text })) = Drawing::open(&frame.drawing) {
                    let is_changed = |line: &&str| line.ends_with("ed");
                    changes.push(text.lines().filter(is_changed).count());
                }
            }
            _ => {}
        }
    }
    assert_eq!((rates.len(), changes.len()), (12, 12));
    assert_eq!((rates[0], changes[0]), (1.0, 11));
    for (rate, changes) in rates.into_iter().zip(changes) {
        assert!(
            (rate * 11.0 - changes as f32).abs() < 1e-4,
            "{changes} changes, but {rate}"
        );
    }
}
