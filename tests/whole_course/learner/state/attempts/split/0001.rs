//! # Split
//!
//! A model can learn its examples by heart and still be wrong about every new one. To notice, some examples are put
//! aside before the training and used only to measure: the **validation set**. The others are the **training set**.
//!
//! Data often come in an order, all penguins of one species first, then all of the next. A validation set from the end
//! would then hold a species that the model has never seen. So the examples are **shuffled** before they are split.
//!
//! ```text
//! rows     [1] [2] [3] [4] [5]
//! labels    0   0   1   1   2
//!
//! becomes, say,
//!
//! rows     [4] [1] [5] [2]    and    [3]
//! labels    1   0   2   0             1
//! ```
//!
//! A **label** is the right answer for a row: here, the number of a species. Wherever a row goes, its label has to go
//! too, or the model learns from wrong answers. And every row has to end up in exactly one of the two sets.
//!
//! The validation set gets `percent` hundredths of the n rows, **rounded down**: `n * percent / 100` in whole numbers.
//! Of 7 rows, 30 percent are 2.1, so 2 rows are for validation. The training set gets all the others, 5 here.
//!
//! | name | length | meaning |
//! |---|---|---|
//! | `rows`, `labels` | n | the examples, and one label for each |
//! | `percent` | | how many hundredths are for validation, from 0 to 100 |
//! | `seed` | | where the random numbers start |
//! | result | | training rows, training labels, validation rows, validation labels: in this order |
//!
//! `random(seed)` makes a generator of random numbers that gives the same numbers for the same **seed**, so that a run
//! can be repeated. `shuffle` moves the elements of a `Vec` about with it: `numbers.shuffle(&mut random(seed))`. Any
//! fair shuffle is right; yours need not be that of the solution.

use gradlings::prelude::*;

/// What is left for training and what is put aside: training rows and labels, validation rows and labels.
pub type Split = (Vec<Vec<f32>>, Vec<usize>, Vec<Vec<f32>>, Vec<usize>);

/// Shuffles the examples and puts `percent` hundredths of them, rounded down, aside for validation.
pub fn split(rows: Vec<Vec<f32>>, labels: Vec<usize>, percent: usize, seed: u64) -> Split {
    let mut examples: Vec<(Vec<f32>, usize)> = rows.into_iter().zip(labels).collect();
    examples.shuffle(&mut random(seed));
    let validation = examples.len() * percent / 100;
    let training = examples.split_off(validation);

    let (rows, labels) = training.into_iter().unzip();
    let (validation_rows, validation_labels) = examples.into_iter().unzip();
    (rows, labels, validation_rows, validation_labels)
}

fn main() {
    Exercise::new().offer("split", function(split)).serve()
}
