//! How `split` is checked. Any fair shuffle is right, so rows are compared as sets, with their labels.

#[path = "../../solutions/01_data/split.rs"]
#[expect(dead_code, reason = "a check has a `main` of its own")]
mod solution;
use gradlings::prelude::*;
use solution::{Split, split};

type Rows = Vec<Vec<f32>>;
type Inputs = (Rows, Vec<usize>, usize, u64);

/// Shuffled, then cut: of `n` rows, `sizes` says how many are for training (the last) and for validation (the first).
fn cut(x: Rows, y: Vec<usize>, seed: u64, sizes: impl Fn(usize) -> (usize, usize)) -> Split {
    let (mut x, mut y, _, _) = split(x, y, 0, seed);
    let (training, validation) = sizes(x.len());
    let (x_aside, y_aside) = (x[..validation].to_vec(), y[..validation].to_vec());
    let rest = x.len() - training;
    (x.split_off(rest), y.split_off(rest), x_aside, y_aside)
}

/// `n` rows of `columns` numbers with one label each, of three classes, and a seed.
fn examples(n: usize, columns: usize, percent: usize) -> impl Fn(&mut Generator) -> Inputs {
    move |g| {
        let (rows, labels) = (g.rows(n, columns), (0..n).map(|_| g.integer(0..3)));
        (rows, labels.collect(), percent, g.seed())
    }
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
        .case("one row", examples(1, 2, 30))
        .case("nothing for validation", examples(12, 1, 0))
        .case("everything for validation", examples(12, 1, 100))
        .case("25 percent of 14 rows, rounded down", examples(14, 1, 25))
        .case("half of an even number of rows", examples(12, 2, 50))
        .case("99 percent, rounded down", examples(12, 2, 99))
        .cases(14, |g, i| {
            examples(12 + 3 * i, 1 + i % 4, [20, 30, 15, 25][i % 4])(g)
        })
        .wrong(
            "not_shuffled",
            "You split the rows in the order in which they came; shuffle them first.",
            |mut x, mut y, percent, _| {
                let training = x.len() - x.len() * percent / 100;
                let (x_aside, y_aside) = (x.split_off(training), y.split_off(training));
                (x, y, x_aside, y_aside)
            },
        )
        .wrong(
            "labels_apart",
            "Rows stand beside the labels of others: a label has to move with its row.",
            |x, mut y, percent, seed| {
                y.shuffle(&mut random(seed));
                split(x, y, percent, seed)
            },
        )
        .wrong(
            "overlap",
            "Some rows are in both sets; what is put aside for validation must not be trained on.",
            |x, y, percent, seed| cut(x, y, seed, |n| (n, n * percent / 100)),
        )
        .wrong(
            "remainder_lost",
            "You lost a row between the two sets; training gets all that validation does not.",
            |x, y, p, seed| cut(x, y, seed, |n| (n * (100 - p) / 100, n * p / 100)),
        )
        .wrong(
            "rounded",
            "You rounded the size of the validation set to the nearest number; it is rounded down.",
            |x, y, p, seed| cut(x, y, seed, |n| (n - (n * p + 50) / 100, (n * p + 50) / 100)),
        )
        .wrong(
            "rounded_up",
            "You rounded the size of the validation set up; it is rounded down.",
            |x, y, p, seed| cut(x, y, seed, |n| (n * (100 - p) / 100, (n * p).div_ceil(100))),
        )
        .wrong(
            "exchanged",
            "You exchanged the two sets; training comes first, and `percent` is for validation.",
            |x, y, p, seed| cut(x, y, seed, |n| (n * p / 100, n - n * p / 100)),
        )
        .wrong(
            "percent_divided_first",
            "Your validation set is empty for every `percent` below 100, because `percent / 100` is 0 there in whole \
             numbers; multiply by the number of rows first, then divide.",
            |x, y, p, seed| cut(x, y, seed, |n| (n - n * (p / 100), n * (p / 100))),
        )
        .wrong(
            "rest_divided_first",
            "Your training set is empty for every `percent` above 0, because `(100 - percent) / 100` is 0 there in \
             whole numbers; multiply by the number of rows first, then divide.",
            |x, y, p, seed| cut(x, y, seed, |n| (n * ((100 - p) / 100), n - n * ((100 - p) / 100))),
        )
        .wrong(
            "nothing_aside",
            "Your validation set is always empty. It gets `rows.len() * percent / 100` rows, and with whole numbers the \
             division has to come last.",
            |x, y, _, seed| cut(x, y, seed, |n| (n, 0)),
        )
        .group("with seeds")
        .repeatable("seed", "validation rows")
        .cases(5, |g, i| examples(40, 1 + i, 25)(g))
        .wrong(
            "seed_ignored",
            "Your validation set is the same whatever `seed` is; shuffle all rows with `random(seed)` before you \
             cut.",
            |x, y, percent, _| split(x, y, percent, 0),
        )
        .wrong(
            "another_seed",
            "Your split differs when it is repeated; draw all its numbers from `random(seed)`.",
            |x, y, percent, _| {
                use std::cell::Cell;
                thread_local!(static CALLS: Cell<u64> = const { Cell::new(0) });
                split(x, y, percent, CALLS.replace(CALLS.get() + 1))
            },
        )
        // One of three rows is put aside, and with sixty seeds it is each of them.
        .group("with many seeds")
        .drawn("seed", "validation rows")
        .cases(3, |g, i| examples(3, 1 + i, 34)(g))
        .wrong(
            "nothing_stays",
            "Your shuffle moves every row away from its place. In a fair shuffle a row may also stay \
             where it was, so each row can be put aside; `.shuffle(&mut random(seed))` is fair.",
            |mut x, y, percent, seed| {
                let mut random = random(seed);
                (1..x.len()).rev().for_each(|i| x.swap(i, random.gen_range(0..i)));
                let rest = x.split_off(x.len() * percent / 100);
                (rest, y, x, Vec::new())
            },
        )
        .run()
}
