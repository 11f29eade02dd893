//! # Your own data
//!
//! Nobody has cleaned your own data. Rows occur twice, cells are empty, one class has ten times as many rows as another. A
//! program has to cope with that, and to say in the end **how good its network is on data that it has never seen**. That
//! number means little if any step before it has looked at the **test part**. A survey found such **leakage** in 294 papers from
//! 17 fields of science, and the models in them looked better than they were.
//!
//! `parts`: a row that an earlier row equals, whatever its label, is a copy and goes into no part, or a network would be tested
//! on what it was trained on. Then every class is shuffled and cut by itself, so that none is missing anywhere: a **stratified
//! split**. Of a class with n rows, `n / 5` go to the test part, in whole numbers but at least 1, as many to the validation
//! part, and the rest to the training part. Every class has at least three rows without copies.
//!
//! `prepare`: mean and deviation of a column (divided by n) come from the cells that are there in the **training rows**. All
//! rows are standardized with them, and a gap becomes 0, the mean. A column becomes zeros everywhere if its training cells are
//! all equal, or if there are none.
//!
//! `train`: the training part moves the weights, and the **validation part** chooses the epoch.
//!
//! ```text
//! network = SmallNetwork::new(columns, classes)
//! for epoch = 1, 2, ..., EPOCHS:
//!   "loss" = network.epoch(training part)
//!   "validation loss" =
//!       network.loss(validation part)
//!   if it is the lowest so far: keep a copy
//!   if `patience` epochs in a row brought
//!       no lowest: stop
//! ```
//!
//! Report both losses for each epoch, the first as step 1. The copy is returned.
//!
//! `evaluate`: prepares the rows, trains, and only then opens the **test part**. The **baseline** always says the most frequent
//! class of the training part, of several the lowest; its accuracy is that on the test part.
//!
//! | name | meaning |
//! |---|---|
//! | `rows`, `labels` | a row of cells and a class, from 0, for each example; a gap is `None` |
//! | `parts` | three lists of places in `rows`, `TRAINING`, `VALIDATION` and `TEST` |
//! | `Evaluation` | shares from 0 to 1; `matrix[i][j]` counts test rows of class i that are called j |
//!
//! Worked by hand: of ten rows of a class and two copies, 2 are for testing, 2 for validation, 6 for training. A column has 1,
//! 5 and a gap in training: mean 3, deviation 2. They become -1, 1 and 0, and a 9 in the test part becomes 3. With the mean of
//! all rows, 5, the 9 would look more usual than it is.
//!
//! When it passes, `gradlings try your_data FOLDER` trains on pictures of yours, a sub-folder for each class, or on a CSV
//! file. In scikit-learn, `train_test_split` cuts by class with `stratify`, and a `Pipeline` measures the training part only.
//! (Kapoor and Narayanan: *Leakage and the Reproducibility Crisis in Machine-Learning-Based Science*, 2023.)

use std::collections::HashSet;

use course::SmallNetwork;
use course::own_data::{self, Evaluation};
use gradlings::prelude::*;

/// The cells of each example.
pub type Rows = Vec<Vec<Option<f32>>>;

/// The places of the parts in their list.
pub const TRAINING: usize = 0;
pub const VALIDATION: usize = 1;
pub const TEST: usize = 2;

/// The most epochs of a training.
pub const EPOCHS: usize = 60;

/// The places of the rows of each part: no copies, and of every class a fifth for validation and for testing.
pub fn parts(rows: Rows, labels: Vec<usize>, seed: u64) -> Vec<Vec<usize>> {
    let mut random = random(seed);
    let mut seen = HashSet::new();
    let mut by_class = vec![Vec::new(); classes(&labels)];
    for (at, row) in rows.iter().enumerate() {
        if seen.insert(key(row)) {
            by_class[labels[at]].push(at);
        }
    }
    let mut parts = vec![Vec::new(); 3];
    for mut places in by_class {
        places.shuffle(&mut random);
        let fifth = (places.len() / 5).max(1);
        parts[TEST].extend(places.drain(..fifth));
        parts[VALIDATION].extend(places.drain(..fifth));
        parts[TRAINING].extend(places);
    }
    parts
}

/// All rows, standardized by the cells of the training rows, with 0 for a gap.
pub fn prepare(rows: Rows, training: Vec<usize>) -> Vec<Vec<f32>> {
    let mut prepared = vec![Vec::new(); rows.len()];
    for column in 0..rows[0].len() {
        let cells: Vec<f32> = training.iter().filter_map(|&at| rows[at][column]).collect();
        let n = cells.len() as f32;
        let mean = cells.iter().sum::<f32>() / n;
        let squares: f32 = cells.iter().map(|x| (x - mean).powi(2)).sum();
        let deviation = (squares / n).sqrt();
        let constant = cells.iter().all(|x| *x == cells[0]);
        for (row, new) in rows.iter().zip(&mut prepared) {
            new.push(match row[column] {
                Some(x) if !constant => (x - mean) / deviation,
                _ => 0.0,
            });
        }
    }
    prepared
}

/// The network after the epoch with the lowest validation loss.
pub fn train(
    rows: Vec<Vec<f32>>,
    labels: Vec<usize>,
    parts: Vec<Vec<usize>>,
    patience: usize,
) -> SmallNetwork {
    let (x, y) = chosen(&rows, &labels, &parts[TRAINING]);
    let (x_aside, y_aside) = chosen(&rows, &labels, &parts[VALIDATION]);
    let mut network = SmallNetwork::new(rows[0].len(), classes(&labels));
    let mut best = network.clone();
    let (mut lowest, mut waited) = (f32::INFINITY, 0);
    for epoch in 1..=EPOCHS {
        report::metric("loss", epoch, network.epoch(&x, &y));
        let loss = network.loss(&x_aside, &y_aside);
        report::metric("validation loss", epoch, loss);
        waited += 1;
        if loss < lowest {
            (best, lowest, waited) = (network.clone(), loss, 0);
        }
        if waited == patience {
            break;
        }
    }
    best
}

/// Prepares, trains, and then says how good the network is on the test part.
pub fn evaluate(
    rows: Rows,
    labels: Vec<usize>,
    parts: Vec<Vec<usize>>,
    patience: usize,
) -> Evaluation {
    let rows = prepare(rows, parts[TRAINING].clone());
    let network = train(rows.clone(), labels.clone(), parts.clone(), patience);
    let mut counts = vec![0; classes(&labels)];
    for &at in &parts[TRAINING] {
        counts[labels[at]] += 1;
    }
    let most = *counts.iter().max().unwrap();
    let usual = counts.iter().position(|&count| count == most).unwrap();

    let (x, y) = chosen(&rows, &labels, &parts[TEST]);
    let mut matrix = vec![vec![0.0; counts.len()]; counts.len()];
    for (&label, said) in y.iter().zip(network.classes(&x)) {
        matrix[label][said] += 1.0;
    }
    let right: f32 = (0..counts.len()).map(|class| matrix[class][class]).sum();
    Evaluation {
        accuracy: right / y.len() as f32,
        baseline: y.iter().filter(|&&label| label == usual).count() as f32 / y.len() as f32,
        matrix,
    }
}

/// Ready to use: the rows and the labels at these places.
pub fn chosen(
    rows: &[Vec<f32>],
    labels: &[usize],
    places: &[usize],
) -> (Vec<Vec<f32>>, Vec<usize>) {
    let rows = places.iter().map(|&at| rows[at].clone()).collect();
    (rows, places.iter().map(|&at| labels[at]).collect())
}

/// Ready to use: how many classes there are.
pub fn classes(labels: &[usize]) -> usize {
    labels.iter().max().map_or(0, |last| last + 1)
}

/// Ready to use: the same for equal rows, and something that a `HashSet` takes in.
pub fn key(row: &[Option<f32>]) -> Vec<Option<u32>> {
    row.iter().map(|cell| cell.map(f32::to_bits)).collect()
}

fn main() {
    Exercise::new()
        .offer("parts", function(parts))
        .offer("prepare", function(prepare))
        .offer("train", training(train))
        .offer("evaluate", training(evaluate))
        .show("penguins, from their gaps to the test part", || {
            own_data::penguins(parts, evaluate)
        })
        .to_try("trains on your own pictures or your own table", |trial| {
            own_data::try_out(trial, parts, evaluate)
        })
        .serve()
}
