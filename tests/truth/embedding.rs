//! Embeddings, of the chapter "Language".

#[path = "../../solutions/11_language/embedding.rs"]
#[expect(warnings, reason = "it is an exercise, and has a `main` of its own")]
mod solution;

use gradlings::report::{Drawing, NamedPoints, Report};
use serde_json::Value as Json;
use solution::{look_up, one_hot, table_gradient};

use crate::shown::reports;

/// What float32 may be off by.
const ROUNDING: f64 = 1e-5;

fn list(json: &Json) -> &[Json] {
    json.as_array().expect("a list")
}

fn number(json: &Json) -> f64 {
    json.as_f64().expect("a number")
}

fn rows(json: &Json) -> Vec<Vec<f32>> {
    let row = |row| list(row).iter().map(|it| number(it) as f32).collect();
    list(json).iter().map(row).collect()
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

/// The matrix product.
fn product(a: &[Vec<f32>], b: &[Vec<f32>]) -> Vec<Vec<f32>> {
    let number = |row: &Vec<f32>, at: usize| row.iter().zip(b).map(|(a, b)| a * b[at]).sum();
    let row = |row| (0..b[0].len()).map(|at| number(row, at)).collect();
    a.iter().map(row).collect()
}

#[test]
fn what_is_looked_up_and_its_gradient_are_those_of_pytorch() {
    let json: Json = serde_json::from_str(include_str!("embedding.json")).expect("JSON");
    let cases = list(&json);
    assert_eq!(cases.len(), 5);
    for case in cases {
        let tokens = list(&case["tokens"]).iter();
        let tokens: Vec<usize> = tokens.map(|it| number(it) as usize).collect();
        let table = rows(&case["table"]);
        let ones = one_hot(tokens.clone(), table.len());
        agree(&ones, &case["one_hot"]);
        agree(&look_up(table.clone(), tokens.clone()), &case["y"]);
        // The lesson says that the product picks the same rows.
        agree(&product(&ones, &table), &case["y"]);
        let gradient = table_gradient(rows(&case["dy"]), tokens, table.len());
        agree(&gradient, &case["d_table"]);
    }
}

#[test]
fn the_example_of_the_lesson_is_what_the_solution_says() {
    let table = vec![vec![1.0, 2.0], vec![3.0, 4.0], vec![5.0, 6.0]];
    let dy = vec![vec![3.0, 1.0], vec![0.0, -2.0], vec![2.0, -1.0]];
    let tokens = vec![0, 2, 0];
    let ones = vec![
        vec![1.0, 0.0, 0.0],
        vec![0.0, 0.0, 1.0],
        vec![1.0, 0.0, 0.0],
    ];
    assert_eq!(one_hot(tokens.clone(), 3), ones);
    let y = vec![vec![1.0, 2.0], vec![5.0, 6.0], vec![1.0, 2.0]];
    assert_eq!(look_up(table, tokens.clone()), y);
    let gradient = vec![vec![5.0, 0.0], vec![0.0, 0.0], vec![0.0, -2.0]];
    assert_eq!(table_gradient(dy, tokens, 3), gradient);
}

/// The mean of some places.
fn middle(places: &[(f32, f32)]) -> (f32, f32) {
    let many = places.len() as f32;
    let sum = |of: fn(&(f32, f32)) -> f32| places.iter().map(of).sum::<f32>() / many;
    (sum(|it| it.0), sum(|it| it.1))
}

#[test]
fn letters_that_learn_what_comes_next_part_into_vowels_and_others() {
    let mut maps = Vec::new();
    let mut losses = Vec::new();
    for report in reports(|| course::demo::letters(look_up, table_gradient)) {
        match report {
            Report::Frame(frame) => {
                let Some(Drawing::NamedPoints(NamedPoints { points })) =
                    Drawing::open(&frame.drawing)
                else {
                    panic!("{} is another drawing", frame.title)
                };
                maps.push(points);
            }
            Report::Metric { value, .. } => losses.push(value),
            _ => {}
        }
    }
    // Guessing costs ln 27; a table of how often each letter occurs 2.81; a bigram table 2.33.
    assert!((losses[0] - 27_f32.ln()).abs() < 0.1, "{}", losses[0]);
    let last = &losses[losses.len() - 20..];
    let last = last.iter().sum::<f32>() / 20.0;
    assert!(last < 2.6, "{last}");

    let letters = &maps.last().expect("a last picture")[1..];
    let (vowels, others): (Vec<_>, Vec<_>) = letters
        .iter()
        .cloned()
        .partition(|(letter, _)| "aeiouy".contains(letter));
    let place =
        |letters: &[(String, (f32, f32))]| letters.iter().map(|it| it.1).collect::<Vec<_>>();
    let middles = [&vowels, &others].map(|it| middle(&place(it)));
    for (letters, [own, other]) in [(&vowels, middles), (&others, [middles[1], middles[0]])] {
        for (letter, (x, y)) in letters {
            let to = |middle: (f32, f32)| (x - middle.0).hypot(y - middle.1);
            assert!(to(own) < to(other), "{letter} is among the wrong letters");
        }
    }
}
