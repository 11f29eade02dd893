//! How `split` is checked. Any fair shuffle is right, so rows are compared as sets, with their labels.

use std::cell::Cell;

use gradlings::prelude::*;

#[path = "../../solutions/01_data/split.rs"]
#[expect(dead_code, reason = "a check has a `main` of its own")]
mod solution;

use solution::{Split, split};

/// The rows at the chosen places for training and for validation, each with its label.
fn take(rows: &[Vec<f32>], labels: &[usize], training: &[usize], validation: &[usize]) -> Split {
    let rows_at = |places: &[usize]| places.iter().map(|&at| rows[at].clone()).collect();
    let labels_at = |places: &[usize]| places.iter().map(|&at| labels[at]).collect();
    (
        rows_at(training),
        labels_at(training),
        rows_at(validation),
        labels_at(validation),
    )
}

/// The rows in this order, with so many of the first for validation.
fn cut(rows: &[Vec<f32>], labels: &[usize], order: &[usize], validation: usize) -> Split {
    let (validation, training) = order.split_at(validation);
    take(rows, labels, training, validation)
}

/// The numbers below `n`, shuffled.
fn shuffled(n: usize, seed: u64) -> Vec<usize> {
    let mut places: Vec<usize> = (0..n).collect();
    places.shuffle(&mut random(seed));
    places
}

/// `n` rows of `columns` numbers with one label each, of three classes.
fn examples(g: &mut Generator, n: usize, columns: usize) -> (Vec<Vec<f32>>, Vec<usize>) {
    let rows = g.rows(n, columns);
    (rows, (0..n).map(|_| g.integer(0..3)).collect())
}

/// A seed that is another one at every call.
fn next_seed() -> u64 {
    thread_local!(static CALLS: Cell<u64> = const { Cell::new(0) });
    CALLS.replace(CALLS.get() + 1)
}

fn main() {
    // With a dozen rows, no shuffle leaves rows or labels where they were by chance.
    Reference::of("split", function(split))
        .inputs(["rows", "labels", "percent", "seed"])
        .parts([
            ("training rows", correspondence(&[(0, 1), (2, 3)], (0, 1))),
            ("training labels", free()),
            ("validation rows", free()),
            ("validation labels", free()),
        ])
        .group("by percent")
        .case("one row", |g| {
            let (rows, labels) = examples(g, 1, 2);
            (rows, labels, 30, g.seed())
        })
        .case("nothing for validation", |g| {
            let (rows, labels) = examples(g, 12, 1);
            (rows, labels, 0, g.seed())
        })
        .case("everything for validation", |g| {
            let (rows, labels) = examples(g, 12, 1);
            (rows, labels, 100, g.seed())
        })
        .case("25 percent of 14 rows, rounded down", |g| {
            let (rows, labels) = examples(g, 14, 1);
            (rows, labels, 25, g.seed())
        })
        .case("half of an even number of rows", |g| {
            let (rows, labels) = examples(g, 12, 2);
            (rows, labels, 50, g.seed())
        })
        .cases(14, |g, i| {
            let (rows, labels) = examples(g, 12 + 3 * i, 1 + i % 4);
            let percent = [20, 30, 15, 25][i % 4];
            (rows, labels, percent, g.seed())
        })
        .wrong(
            "not_shuffled",
            "You split the rows in the order in which they came; shuffle them first.",
            |rows, labels, percent, _| {
                let (n, order) = (rows.len(), Vec::from_iter(0..rows.len()));
                let (training, validation) = order.split_at(n - n * percent / 100);
                take(&rows, &labels, training, validation)
            },
        )
        .wrong(
            "labels_apart",
            "You shuffled rows and labels apart from each other; a label has to move with its row.",
            |mut rows, mut labels, percent, seed| {
                let mut random = random(seed);
                rows.shuffle(&mut random);
                labels.shuffle(&mut random);
                let (n, order) = (rows.len(), Vec::from_iter(0..rows.len()));
                cut(&rows, &labels, &order, n * percent / 100)
            },
        )
        .wrong(
            "overlap",
            "Some rows are in both sets; what is put aside for validation must not be trained on.",
            |rows, labels, percent, seed| {
                let order = shuffled(rows.len(), seed);
                take(&rows, &labels, &order, &order[..rows.len() * percent / 100])
            },
        )
        .wrong(
            "remainder_lost",
            "You rounded both sizes down, and a row got lost between them; training gets all rows that are not for validation.",
            |rows, labels, percent, seed| {
                let (n, order) = (rows.len(), shuffled(rows.len(), seed));
                let (validation, rest) = order.split_at(n * percent / 100);
                take(&rows, &labels, &rest[..n * (100 - percent) / 100], validation)
            },
        )
        .wrong(
            "rounded",
            "You rounded the size of the validation set to the nearest whole number; it is rounded down.",
            |rows, labels, percent, seed| {
                let n = rows.len();
                cut(&rows, &labels, &shuffled(n, seed), (n * percent + 50) / 100)
            },
        )
        .wrong(
            "rounded_up",
            "You rounded the size of the validation set up; it is rounded down.",
            |rows, labels, percent, seed| {
                let n = rows.len();
                cut(&rows, &labels, &shuffled(n, seed), (n * percent).div_ceil(100))
            },
        )
        .wrong(
            "exchanged",
            "You exchanged the two sets; `percent` is the size of the validation set, and the training set is returned first.",
            |rows, labels, percent, seed| {
                let (training, training_labels, validation, validation_labels) =
                    split(rows, labels, percent, seed);
                (validation, validation_labels, training, training_labels)
            },
        )
        .group("with seeds")
        .repeatable("seed", "validation rows")
        .cases(5, |g, i| {
            let (rows, labels) = examples(g, 40, 1 + i);
            (rows, labels, 25, g.seed())
        })
        .wrong(
            "seed_ignored",
            "Your validation set does not depend on `seed`; shuffle all rows with `random(seed)` before you cut.",
            |rows, labels, percent, _| split(rows, labels, percent, 0),
        )
        .wrong(
            "another_seed",
            "Your split comes out differently when it is repeated; all its random numbers have to come from `random(seed)`.",
            |rows, labels, percent, _| split(rows, labels, percent, next_seed()),
        )
        .run()
}
