//! Shuffled, and split into training and validation set, rows and labels together.

use gradlings::prelude::*;

pub type Split = (Vec<Vec<f32>>, Vec<usize>, Vec<Vec<f32>>, Vec<usize>);

pub fn split(rows: Vec<Vec<f32>>, labels: Vec<usize>, percent: usize, seed: u64) -> Split {
    let mut examples: Vec<(Vec<f32>, usize)> = rows.into_iter().zip(labels).collect();
    examples.shuffle(&mut random(seed));
    let validation = examples.len() * percent / 100;
    let training = examples.split_off(validation);

    let (rows, labels) = training.into_iter().unzip();
    let (validation_rows, validation_labels) = examples.into_iter().unzip();
    (rows, labels, validation_rows, validation_labels)
}

/// Whether the same seed gives the same validation set, and another seed another one.
fn seeds(seed: u64, other: u64) -> (bool, bool) {
    seeds_of(split, seed, other)
}

type SplitFunction = fn(Vec<Vec<f32>>, Vec<usize>, usize, u64) -> Split;

fn seeds_of(split: SplitFunction, seed: u64, other: u64) -> (bool, bool) {
    let validation = |seed| {
        let rows = (0..40).map(|number| vec![number as f32]).collect();
        let mut rows = split(rows, vec![0; 40], 25, seed).2.concat();
        rows.sort_by(f32::total_cmp);
        rows
    };
    let chosen = validation(seed);
    (validation(seed) == chosen, validation(other) != chosen)
}

mod mistakes {
    use std::cell::Cell;

    use super::Split;
    use gradlings::prelude::*;

    /// The elements at these places.
    fn at<E: Clone>(elements: &[E], places: &[usize]) -> Vec<E> {
        places
            .iter()
            .map(|&place| elements[place].clone())
            .collect()
    }

    /// The numbers below `n`, shuffled.
    fn shuffled(n: usize, seed: u64) -> Vec<usize> {
        let mut places: Vec<usize> = (0..n).collect();
        places.shuffle(&mut random(seed));
        places
    }

    /// The examples at the places chosen for training and for validation.
    fn take(
        rows: &[Vec<f32>],
        labels: &[usize],
        training: &[usize],
        validation: &[usize],
    ) -> Split {
        (
            at(rows, training),
            at(labels, training),
            at(rows, validation),
            at(labels, validation),
        )
    }

    pub fn not_shuffled(rows: Vec<Vec<f32>>, labels: Vec<usize>, percent: usize, _: u64) -> Split {
        let order: Vec<usize> = (0..rows.len()).collect();
        let (training, validation) = order.split_at(rows.len() - rows.len() * percent / 100);
        take(&rows, &labels, training, validation)
    }

    pub fn labels_apart(
        rows: Vec<Vec<f32>>,
        labels: Vec<usize>,
        percent: usize,
        seed: u64,
    ) -> Split {
        let mut random = random(seed);
        let (mut rows, mut labels) = (rows, labels);
        rows.shuffle(&mut random);
        labels.shuffle(&mut random);
        not_shuffled(rows, labels, percent, seed)
    }

    pub fn overlap(rows: Vec<Vec<f32>>, labels: Vec<usize>, percent: usize, seed: u64) -> Split {
        let order = shuffled(rows.len(), seed);
        let validation = &order[..rows.len() * percent / 100];
        take(&rows, &labels, &order, validation)
    }

    pub fn remainder_lost(
        rows: Vec<Vec<f32>>,
        labels: Vec<usize>,
        percent: usize,
        seed: u64,
    ) -> Split {
        let order = shuffled(rows.len(), seed);
        let (validation, rest) = order.split_at(rows.len() * percent / 100);
        let training = &rest[..rows.len() * (100 - percent) / 100];
        take(&rows, &labels, training, validation)
    }

    pub fn rounded_up(rows: Vec<Vec<f32>>, labels: Vec<usize>, percent: usize, seed: u64) -> Split {
        let order = shuffled(rows.len(), seed);
        let (validation, training) = order.split_at((rows.len() * percent).div_ceil(100));
        take(&rows, &labels, training, validation)
    }

    pub fn rounded(rows: Vec<Vec<f32>>, labels: Vec<usize>, percent: usize, seed: u64) -> Split {
        let order = shuffled(rows.len(), seed);
        let (validation, training) = order.split_at((rows.len() * percent + 50) / 100);
        take(&rows, &labels, training, validation)
    }

    pub fn exchanged(rows: Vec<Vec<f32>>, labels: Vec<usize>, percent: usize, seed: u64) -> Split {
        let (training, training_labels, validation, validation_labels) =
            super::split(rows, labels, percent, seed);
        (validation, validation_labels, training, training_labels)
    }

    pub fn seed_ignored(rows: Vec<Vec<f32>>, labels: Vec<usize>, percent: usize, _: u64) -> Split {
        super::split(rows, labels, percent, 0)
    }

    pub fn another_seed(rows: Vec<Vec<f32>>, labels: Vec<usize>, percent: usize, _: u64) -> Split {
        thread_local! {
            static CALLS: Cell<u64> = const { Cell::new(0) };
        }
        let seed = CALLS.replace(CALLS.get() + 1);
        super::split(rows, labels, percent, seed)
    }
}

/// `n` rows of `columns` numbers with one label each, of three classes.
fn examples(g: &mut Generator, n: usize, columns: usize) -> (Vec<Vec<f32>>, Vec<usize>) {
    let rows = g.rows(n, columns);
    (rows, (0..n).map(|_| g.integer(0..3)).collect())
}

fn main() {
    type Seeds = fn(u64, u64) -> (bool, bool);
    let seed_ignored: Seeds = |seed, other| seeds_of(mistakes::seed_ignored, seed, other);
    let another_seed: Seeds = |seed, other| seeds_of(mistakes::another_seed, seed, other);

    // With a dozen rows, no shuffle leaves rows or labels where they were by chance.
    Reference::of("split", function(split))
        .inputs(["rows", "labels", "percent", "seed"])
        .parts([
            ("training rows", correspondence(&[(0, 1), (2, 3)], (0, 1))),
            ("training labels", free()),
            ("validation rows", free()),
            ("validation labels", free()),
        ])
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
        .mistake(
            "not_shuffled",
            "You split the rows in the order in which they came; shuffle them first.",
            function(mistakes::not_shuffled),
        )
        .mistake(
            "labels_apart",
            "You shuffled rows and labels apart from each other; a label has to move with its row.",
            function(mistakes::labels_apart),
        )
        .mistake(
            "overlap",
            "Some rows are in both sets; what is put aside for validation must not be trained on.",
            function(mistakes::overlap),
        )
        .mistake(
            "remainder_lost",
            "You rounded both sizes down, and a row got lost between them; training gets all rows that are not for validation.",
            function(mistakes::remainder_lost),
        )
        .mistake(
            "rounded",
            "You rounded the size of the validation set to the nearest whole number; it is rounded down.",
            function(mistakes::rounded),
        )
        .mistake(
            "rounded_up",
            "You rounded the size of the validation set up; it is rounded down.",
            function(mistakes::rounded_up),
        )
        .mistake(
            "exchanged",
            "You exchanged the two sets; `percent` is the size of the validation set, and the training set is returned first.",
            function(mistakes::exchanged),
        )
        .and("split with seeds", function(seeds))
        .inputs(["seed", "other"])
        .parts([
            ("same seed, same split", exact()),
            ("other seed, other validation set", exact()),
        ])
        .case("the same seed twice", |g| {
            let seed = g.seed();
            (seed, seed)
        })
        .cases(4, |g, _| (g.seed(), g.seed()))
        .mistake(
            "seed_ignored",
            "Your validation set does not depend on `seed`; shuffle all rows with `random(seed)` before you cut.",
            function(seed_ignored),
        )
        .mistake(
            "another_seed",
            "Your split comes out differently when it is repeated; all its random numbers have to come from `random(seed)`.",
            function(another_seed),
        )
        .run()
}
