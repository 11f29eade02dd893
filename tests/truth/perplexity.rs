//! What texts cost, of the chapter "Language".

#[path = "../../solutions/11_language/perplexity.rs"]
#[expect(warnings, reason = "it is an exercise, and has a `main` of its own")]
mod solution;

use gradlings::report::Report;
use serde_json::Value as Json;
use solution::{bits_per_byte, nats_per_token, perplexity};

use crate::shown::reports;

/// What float32 may be off by, relative to the number.
const ROUNDING: f64 = 2e-6;

fn json() -> Json {
    serde_json::from_str(include_str!("perplexity.json")).expect("JSON")
}

fn list(json: &Json) -> &[Json] {
    json.as_array().expect("a list")
}

fn number(json: &Json) -> f64 {
    json.as_f64().expect("a number")
}

fn agree(ours: f32, truth: f64, allowed: f64) {
    let off = (f64::from(ours) - truth).abs();
    assert!(off <= allowed * truth.abs(), "{ours} and not {truth}");
}

#[test]
fn what_texts_cost_is_what_numpy_says_whatever_the_padding_is() {
    let json = json();
    let cases = list(&json["cases"]);
    assert_eq!(cases.len(), 4);
    for case in cases {
        let rows = list(&case["logs"]).iter().map(|row| {
            let logs = list(row).iter().map(|log| number(log) as f32);
            logs.collect::<Vec<f32>>()
        });
        let rows: Vec<_> = rows.collect();
        let lengths: Vec<usize> = rows.iter().map(Vec::len).collect();
        let texts = list(&case["texts"]).iter();
        let texts = texts.map(|text| text.as_str().expect("a text").to_owned());
        let texts: Vec<String> = texts.collect();
        let longest = lengths.iter().max().copied().unwrap_or(0);
        for padding in [0.0, -7.0, f32::NEG_INFINITY, f32::NAN] {
            let mut logs = rows.clone();
            logs.iter_mut().for_each(|row| row.resize(longest, padding));
            let nats = nats_per_token(logs.clone(), lengths.clone());
            agree(nats, number(&case["nats"]), ROUNDING);
            let hesitates = perplexity(logs.clone(), lengths.clone());
            agree(hesitates, number(&case["perplexity"]), 5.0 * ROUNDING);
            let bits = bits_per_byte(logs, lengths.clone(), texts.clone());
            agree(bits, number(&case["bits"]), ROUNDING);
        }
    }
}

#[test]
fn the_example_of_the_lesson_is_what_the_solution_says() {
    let bit = 2_f32.ln();
    let logs = vec![vec![-bit, -bit], vec![-4.0 * bit, 0.0]];
    let texts = ["so so", "月"].map(str::to_owned);
    let nats = nats_per_token(logs.clone(), vec![2, 1]);
    assert_eq!(format!("{nats:.2}"), "1.39");
    agree(perplexity(logs.clone(), vec![2, 1]), 4.0, ROUNDING);
    agree(
        bits_per_byte(logs.clone(), vec![2, 1], texts.to_vec()),
        0.75,
        ROUNDING,
    );
    let alone = |text: usize| perplexity(vec![logs[text].clone()], vec![[2, 1][text]]);
    agree(alone(0), 2.0, ROUNDING);
    agree(alone(1), 16.0, ROUNDING);
}

#[test]
fn what_the_lesson_says_of_the_table_of_names_is_true() {
    let table: Json = serde_json::from_str(include_str!("bigram.json")).expect("JSON");
    let nats = &list(&table["names"]["nats"])[1];
    assert_eq!(number(&nats[0]), 1.0);
    let nats = number(&nats[1]);
    assert_eq!(
        (format!("{nats:.2}"), format!("{:.1}", nats.exp())),
        ("2.35".into(), "10.5".into())
    );
}

#[test]
fn tables_that_look_back_have_the_perplexities_of_numpy() {
    let json = json();
    let mut truth = list(&json["looks_back"]).iter().flat_map(list);
    let mut points = 0;
    for report in reports(|| course::demo::looks_back(perplexity)) {
        let Report::Metric { value, .. } = report else {
            continue;
        };
        points += 1;
        agree(value, number(truth.next().expect("as many")), 1e-4);
    }
    assert_eq!((points, truth.count()), (12, 0));
}
