//! A whole program, from rows that nobody has cleaned to its verdict: on the penguins, and on data that somebody gives.

use std::collections::HashSet;

use gradlings::prelude::*;
use gradlings::trial::{Data, Trial};

use crate::demo::taken_for;
use crate::penguins::{self, Species};

/// The cells of each example; `None` where one is missing.
pub type Rows = Vec<Vec<Option<f32>>>;

/// Epochs without a new lowest loss after which a training stops.
const PATIENCE: usize = 5;
/// The fewest different rows of a class: one for each part.
const FEWEST: usize = 3;
/// Where the random numbers of the shown split start.
const SEED: u64 = 1;

/// What is known of a network in the end.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Evaluation {
    /// The share of the test part that the network is right about, from 0 to 1.
    pub accuracy: f32,
    /// The share that is right by always saying the most frequent class of the training part.
    pub baseline: f32,
    /// How many rows of the test part are of a class (the row) and are called a class (the column).
    pub matrix: Vec<Vec<f32>>,
}
record!(Evaluation {
    accuracy,
    baseline,
    matrix
});

/// The four measurements of every penguin, and the number of its species.
pub fn measured() -> (Rows, Vec<usize>) {
    let birds = penguins::all();
    let rows = birds.iter().map(|bird| bird.measurements().to_vec());
    let species = birds.iter().map(|bird| bird.species as usize);
    (rows.collect(), species.collect())
}

/// Lets a whole program work on the penguins, gaps and all, and shows what it finds.
///
/// `parts` gets the rows, the labels and a seed, and gives the places of three parts; `evaluate` gets the rows, the labels, the
/// parts and a patience.
///
/// ```
/// use course::own_data::{self, Evaluation};
///
/// let parts = |rows: Vec<_>, _, _| vec![vec![0], vec![1], (2..rows.len()).collect()];
/// own_data::penguins(parts, |_, _, _, _| Evaluation::default());
/// ```
pub fn penguins(
    parts: impl FnOnce(Rows, Vec<usize>, u64) -> Vec<Vec<usize>>,
    evaluate: impl FnOnce(Rows, Vec<usize>, Vec<Vec<usize>>, usize) -> Evaluation,
) {
    let (rows, labels) = measured();
    let parts = parts(rows.clone(), labels.clone(), SEED);
    let names = Vec::from_iter(Species::ALL.iter().map(|species| species.name()));
    draw(&names, &evaluate(rows, labels, parts, PATIENCE));
}

/// Draws how good the network is, and what it takes for what.
fn draw(names: &[&str], found: &Evaluation) {
    report::bars(
        "right in the test part",
        0,
        &[
            ("the network", found.accuracy),
            ("the baseline", found.baseline),
        ],
    );
    let rows = found.matrix.iter().zip(names).enumerate();
    let recalls = rows.map(|(class, (row, name))| {
        let all: f32 = row.iter().sum();
        let right = row.get(class).copied().unwrap_or(0.0);
        (*name, if all > 0.0 { right / all } else { 0.0 })
    });
    report::bars("recall", 0, &Vec::from_iter(recalls));
    taken_for(0, &found.matrix);
}

/// Lets a whole program work on what somebody gives, and says how good the network is.
///
/// `parts` and `evaluate` are those of [`penguins`].
///
/// ```no_run
/// use course::own_data::{self, Evaluation};
/// use gradlings::prelude::*;
///
/// fn main() {
///     Exercise::new()
///         .to_try("trains on your own data", |trial| {
///             let parts = |rows: Vec<_>, _, _| vec![vec![0], vec![1], (2..rows.len()).collect()];
///             own_data::try_out(trial, parts, |_, _, _, _| Evaluation::default())
///         })
///         .serve()
/// }
/// ```
pub fn try_out(
    trial: &Trial,
    parts: impl FnOnce(Rows, Vec<usize>, u64) -> Vec<Vec<usize>>,
    evaluate: impl FnOnce(Rows, Vec<usize>, Vec<Vec<usize>>, usize) -> Evaluation,
) {
    // Whoever gave the data has been told why there is nothing to learn.
    let Some(Data {
        classes,
        rows,
        labels,
        ..
    }) = trial.data()
    else {
        return;
    };
    if let Some((class, count)) = rare(&rows, &labels, classes.len()) {
        trial.say(&format!(
            "The class {} has too few examples without the copies, {count}. At least {FEWEST} are needed: add some that differ.\n",
            classes[class]
        ));
        return;
    }
    let parts = parts(rows.clone(), labels.clone(), SEED);
    let sizes = Vec::from_iter(parts.iter().map(Vec::len));
    let [training, validation, test] = sizes[..] else {
        return;
    };
    let copies = rows.len().saturating_sub(sizes.iter().sum());
    if copies > 0 {
        trial.say(&format!("Copies that are left out: {copies}.\n"));
    }
    trial.say(&format!(
        "Training part {training}, validation part {validation}, test part {test}. The network is being trained.\n"
    ));
    let found = evaluate(rows, labels, parts, PATIENCE);
    let (right, baseline) = (100.0 * found.accuracy, 100.0 * found.baseline);
    // One deviation of a share that is counted among so many.
    let chance = 100.0 * (found.accuracy * (1.0 - found.accuracy) / test.max(1) as f32).sqrt();
    trial.say(&format!(
        "Right in the test part: {right:.1} %; the baseline: {baseline:.1} %. With {test} examples, chance moves such a share by about \
         {chance:.1} points.\n"
    ));
    for (class, (name, row)) in classes.iter().zip(&found.matrix).enumerate() {
        let all: f32 = row.iter().sum();
        let right = row.get(class).copied().unwrap_or(0.0);
        trial.say(&format!("{name}: {right} of {all} are recognised.\n"));
    }
    draw(&Vec::from_iter(classes.iter().map(String::as_str)), &found);
}

/// The first class with too few rows that no earlier row equals, and how many it has.
fn rare(rows: &Rows, labels: &[usize], classes: usize) -> Option<(usize, usize)> {
    let (mut seen, mut counts) = (HashSet::new(), vec![0; classes]);
    for (row, &label) in rows.iter().zip(labels) {
        let bits = row.iter().map(|cell| cell.map(f32::to_bits));
        if seen.insert(Vec::from_iter(bits)) {
            counts[label] += 1;
        }
    }
    counts
        .into_iter()
        .enumerate()
        .find(|(_, count)| *count < FEWEST)
}
