//! Near duplicates, beside sets of Python.

#[path = "../../solutions/11_language/near_duplicates.rs"]
#[expect(warnings, reason = "it is an exercise, and has a `main` of its own")]
mod near_duplicates;

use near_duplicates::{jaccard, keep, shingles, signature, similarity};
use serde_json::Value as Json;

fn list(json: &Json) -> &[Json] {
    json.as_array().expect("a list")
}

fn numbers(json: &Json) -> Vec<usize> {
    let numbers = list(json).iter();
    numbers
        .map(|it| it.as_u64().expect("a number") as usize)
        .collect()
}

fn texts(json: &Json) -> Vec<String> {
    let texts = list(json).iter();
    texts
        .map(|it| it.as_str().expect("a text").to_owned())
        .collect()
}

#[test]
fn paragraphs_with_copies_are_found_as_sets_find_them() {
    let table: Json = serde_json::from_str(include_str!("near_duplicates.json")).expect("JSON");
    let seeds = numbers(&table["seeds"]);
    let of = texts(&table["texts"])
        .into_iter()
        .map(|text| shingles(text, 3));
    let of: Vec<Vec<String>> = of.collect();
    for (ours, truth) in of.iter().zip(list(&table["shingles"])) {
        assert_eq!(*ours, texts(truth));
    }
    let signatures: Vec<Vec<usize>> = list(&table["signatures"]).iter().map(numbers).collect();
    assert_eq!(signatures.len(), of.len());
    for (shingles, truth) in of.iter().zip(&signatures) {
        assert_eq!(signature(shingles.clone(), seeds.clone()), *truth);
    }
    let near = |ours: f32, truth: &Json| {
        let truth = truth.as_f64().expect("a number");
        assert!((f64::from(ours) - truth).abs() < 1e-6, "{ours} for {truth}");
    };
    assert!(list(&table["pairs"]).len() > 10);
    for row in list(&table["pairs"]) {
        let [i, j] = numbers(&row["pair"])[..] else {
            panic!("{row}");
        };
        near(jaccard(of[i].clone(), of[j].clone()), &row["jaccard"]);
        let (a, b) = (signatures[i].clone(), signatures[j].clone());
        near(similarity(a, b), &row["similarity"]);
    }
    for row in list(&table["kept"]) {
        let threshold = row["threshold"].as_f64().expect("a number") as f32;
        assert_eq!(
            keep(signatures.clone(), threshold),
            numbers(&row["places"]),
            "{threshold}"
        );
    }
}

#[test]
fn the_example_of_the_lesson_on_near_duplicates_is_what_the_solution_says() {
    let [a, b] = ["a b c d", "a b c e"].map(|text| shingles(text.to_owned(), 2));
    assert_eq!(
        (a.join(", "), b.join(", ")),
        ("a b, b c, c d".into(), "a b, b c, c e".into())
    );
    assert_eq!(jaccard(a, b), 0.5);
    assert_eq!(similarity(vec![3, 8, 5, 9], vec![3, 7, 5, 9]), 0.75);
}
