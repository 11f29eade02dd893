//! How `evaluate` is checked: with the parts given, all of it can be compared number by number. Every mistake is the one
//! program with something else in it.

use course::own_data::Evaluation;
use gradlings::prelude::*;

use crate::solution::{Rows, TEST, TRAINING, VALIDATION, chosen, classes, evaluate, prepare};
use crate::your_data_made::{cut, digits, penguins, rows, with_gaps};
use crate::your_data_train::{RIGHT as TRAINED, Slips as Training, slipped as train};

type Parts = Vec<Vec<usize>>;
/// Rows, labels, parts, patience.
type Run = (Rows, Vec<usize>, Parts, usize);

/// An evaluation on data with gaps.
fn run(sizes: &'static [usize], columns: usize, patience: usize) -> impl Fn(&mut Generator) -> Run {
    move |g| {
        let (all, labels) = rows(g, sizes, columns);
        let data = (with_gaps(g, all, 12), labels);
        let parts = cut(g, &data);
        (data.0, data.1, parts, patience)
    }
}

/// What is done differently.
#[derive(Clone, Copy)]
struct Slips {
    /// The parts that are measured for the preparation. Here and below, none are all rows, copies too.
    measures: &'static [usize],
    training: Training,
    /// The cells as they are, with 0 in the gaps.
    raw: bool,
    /// The patience, given the one that was asked for.
    patience: fn(usize) -> usize,
    /// The parts that the network is tested on, and those that the matrix counts.
    tests: &'static [usize],
    matrix: &'static [usize],
    /// Whether the accuracy is the mean of the recalls, and whether the matrix has shares of its rows.
    recalls: bool,
    shares: bool,
    /// The parts whose most frequent class the baseline says, and those that it is tested on.
    counts: &'static [usize],
    says_to: &'static [usize],
    /// Which of several most frequent classes it says: the lowest, or the highest.
    highest: bool,
    /// Whether the baseline is a guess, or says class 0.
    guess: bool,
    zero: bool,
    /// Whether rows and columns of the matrix are exchanged.
    transposed: bool,
}

const RIGHT: Slips = Slips {
    measures: &[TRAINING],
    training: TRAINED,
    raw: false,
    patience: |patience| patience,
    tests: &[TEST],
    matrix: &[TEST],
    recalls: false,
    shares: false,
    counts: &[TRAINING],
    says_to: &[TEST],
    highest: false,
    guess: false,
    zero: false,
    transposed: false,
};
const ALL: &[usize] = &[TRAINING, VALIDATION, TEST];

fn slipped(
    slips: Slips,
    rows: Rows,
    labels: Vec<usize>,
    parts: Parts,
    patience: usize,
) -> Evaluation {
    let places = |of: &[usize]| match of {
        [] => Vec::from_iter(0..labels.len()),
        of => Vec::from_iter(of.iter().flat_map(|&part| parts[part].clone())),
    };
    let rows = match slips.raw {
        true => {
            let row =
                |row: Vec<Option<f32>>| row.into_iter().map(Option::unwrap_or_default).collect();
            rows.into_iter().map(row).collect()
        }
        false => prepare(rows, places(slips.measures)),
    };
    let patience = (slips.patience)(patience);
    let run = (rows.clone(), labels.clone(), parts.clone(), patience);
    let network = train(slips.training, run);
    let classes = classes(&labels);
    let labelled = |of| Vec::from_iter(places(of).iter().map(|&at| labels[at]));
    let counted = labelled(slips.counts);
    let count = |class: &usize| counted.iter().filter(|&label| label == class).count();
    let usual = match slips {
        Slips { zero: true, .. } => Some(0),
        Slips { highest: true, .. } => (0..classes).max_by_key(count),
        _ => (0..classes).rev().max_by_key(count),
    };
    let said_to = labelled(slips.says_to);
    let right = said_to
        .iter()
        .filter(|&&label| Some(label) == usual)
        .count();
    let baseline = match slips.guess {
        true => 1.0 / classes as f32,
        false => right as f32 / said_to.len() as f32,
    };
    let (x, y) = chosen(&rows, &labels, &places(slips.tests));
    let pairs = y.iter().zip(network.classes(&x));
    let right = pairs.filter(|(label, said)| *label == said).count();
    let mut accuracy = right as f32 / y.len() as f32;
    let (x, y) = chosen(&rows, &labels, &places(slips.matrix));
    let mut matrix = vec![vec![0.0; classes]; classes];
    for (&label, said) in y.iter().zip(network.classes(&x)) {
        match slips.transposed {
            true => matrix[said][label] += 1.0,
            false => matrix[label][said] += 1.0,
        }
    }
    let total = |row: &Vec<f32>| row.iter().sum::<f32>().max(1.0);
    if slips.recalls {
        let recalls = matrix
            .iter()
            .enumerate()
            .map(|(class, row)| row[class] / total(row));
        accuracy = recalls.sum::<f32>() / classes as f32;
    }
    if slips.shares {
        for row in &mut matrix {
            let total = total(row);
            row.iter_mut().for_each(|count| *count /= total);
        }
    }
    Evaluation {
        accuracy,
        baseline,
        matrix,
    }
}

fn with(slips: Slips) -> impl Handler<Inputs = Run> {
    training(
        move |rows: Rows, labels: Vec<usize>, parts: Parts, patience: usize| {
            slipped(slips, rows, labels, parts, patience)
        },
    )
}

pub fn after(before: Reference<impl Handler + 'static>) -> Reference<impl Handler> {
    before
        .and("evaluate", training(evaluate))
        .inputs(["rows", "labels", "parts", "patience"])
        .parts([("accuracy", close()), ("baseline", close()), ("matrix", close())])
        .case("two classes", run(&[60, 50], 2, 3))
        .case("classes that are equally frequent in the training part", |g| {
            // Without gaps no rows are equal, so that every class has as many.
            let (all, labels) = rows(g, &[40, 40, 40], 2);
            let mut parts = cut(g, &(all.clone(), labels.clone()));
            let first = |at: &usize| labels[*at] == 0;
            let moved = Vec::from_iter(parts[TEST].iter().copied().filter(first).take(5));
            parts[TEST].retain(|at| !moved.contains(at));
            parts[VALIDATION].extend(moved);
            (all, labels, parts, 3)
        })
        .case("a class ten times as frequent", run(&[100, 10], 2, 3))
        .case("another class is the most frequent in the test part", |g| {
            let (all, labels, mut parts, patience) = run(&[40, 60, 70], 2, 3)(g);
            // Class 2 is the most frequent of all, and class 1 in the training part.
            let (mut training, mut test) = (Vec::new(), parts[TEST].clone());
            for &at in &parts[TRAINING] {
                match labels[at] == 2 && test.len() < 60 {
                    true => test.push(at),
                    false => training.push(at),
                }
            }
            parts = vec![training, parts[VALIDATION].clone(), test];
            (all, labels, parts, patience)
        })
        .case("another class is the most frequent in the validation part", |g| {
            let (all, labels, mut parts, patience) = run(&[40, 60, 70], 2, 3)(g);
            // Class 2 is the most frequent in training and validation part together, and class 1 in the training part alone.
            let (mut training, mut validation) = (Vec::new(), parts[VALIDATION].clone());
            let mut moved = 0;
            for &at in &parts[TRAINING] {
                match labels[at] == 2 && moved < 12 {
                    true => {
                        validation.push(at);
                        moved += 1;
                    }
                    false => training.push(at),
                }
            }
            parts = vec![training, validation, parts[TEST].clone()];
            (all, labels, parts, patience)
        })
        .case("the test part in other units", |g| {
            let (mut all, labels, parts, patience) = run(&[50, 40, 45], 3, 3)(g);
            for &at in &parts[TEST] {
                all[at].iter_mut().flatten().for_each(|x| *x *= 20.0);
            }
            (all, labels, parts, patience)
        })
        .case("the validation part in other units", |g| {
            let (mut all, labels, parts, patience) = run(&[50, 40, 45], 3, 3)(g);
            for &at in &parts[VALIDATION] {
                all[at].iter_mut().flatten().for_each(|x| *x *= 20.0);
            }
            (all, labels, parts, patience)
        })
        .case("penguins", |g| {
            let data = penguins(3);
            let parts = cut(g, &data);
            (data.0, data.1, parts, 4)
        })
        .case("digits", |g| {
            let data = digits(130);
            let parts = cut(g, &data);
            (data.0, data.1, parts, 3)
        })
        .cases(5, |g, i| run(&[70, 90, 75], 2 + i % 3, 1 + i)(g))
        .mistake(
            "all rows measured",
            "You prepared the rows with the mean and the deviation of all parts, so the test part had a hand in it; give \
             `prepare` the training part alone.",
            with(Slips { measures: ALL, ..RIGHT }),
        )
        .mistake(
            "validation measured too",
            "You prepared the rows with the validation part too; give `prepare` the training part alone.",
            with(Slips { measures: &[TRAINING, VALIDATION], ..RIGHT }),
        )
        .mistake(
            "the test part measured",
            "You prepared the rows with the mean and the deviation of the test part; give `prepare` the training part.",
            with(Slips { measures: &[TEST], ..RIGHT }),
        )
        .mistake(
            "the test part chose the epoch",
            "The test part chose the epoch of your network, so it cannot judge it any more; leave that to the validation part.",
            with(Slips { training: Training { watches: &[TEST], ..TRAINED }, ..RIGHT }),
        )
        .mistake(
            "trained on all",
            "Your network was trained on all parts, so it is tested on what it knows; train on the training part.",
            with(Slips { training: Training { learns: ALL, ..TRAINED }, ..RIGHT }),
        )
        .mistake(
            "tested on validation",
            "You tested on the validation part, which has chosen the epoch; the test part is what nothing has looked at.",
            with(Slips { tests: &[VALIDATION], matrix: &[VALIDATION], says_to: &[VALIDATION], ..RIGHT }),
        )
        .mistake(
            "tested on the training part",
            "You tested on the training part, which the network knows by heart; test on the test part.",
            with(Slips { tests: &[TRAINING], matrix: &[TRAINING], says_to: &[TRAINING], ..RIGHT }),
        )
        .mistake(
            "tested on all",
            "You tested on all rows, most of which the network was trained on; test on the test part alone.",
            with(Slips { tests: ALL, matrix: ALL, says_to: ALL, ..RIGHT }),
        )
        .mistake(
            "tested on all rows",
            "You tested on all rows, most of which the network was trained on; test on the test part alone.",
            with(Slips { tests: &[], matrix: &[], says_to: &[], ..RIGHT }),
        )
        .mistake(
            "matrix of the training part",
            "Your matrix counts the rows of the training part; it counts those of the test part.",
            with(Slips { matrix: &[TRAINING], ..RIGHT }),
        )
        .mistake(
            "shares in the matrix",
            "Your matrix has shares of each class; it has numbers of test rows.",
            with(Slips { shares: true, ..RIGHT }),
        )
        .mistake(
            "mean of the recalls",
            "Your accuracy is the mean of the recalls; it is the share of all test rows that the network is right about.",
            with(Slips { recalls: true, ..RIGHT }),
        )
        .mistake(
            "not standardized",
            "You did not standardize the cells; `prepare` does it, and what it returns is for training and testing.",
            with(Slips { raw: true, ..RIGHT }),
        )
        .mistake(
            "a patience of 5",
            "Your network comes from a training with a patience of 5; hand `patience` on to `train`.",
            with(Slips { patience: |_| 5, ..RIGHT }),
        )
        .mistake(
            "trained on all rows",
            "Your network was trained on all rows, so it is tested on what it knows; train on the training part.",
            with(Slips { training: Training { learns: &[], ..TRAINED }, ..RIGHT }),
        )
        .mistake(
            "baseline from the validation part too",
            "Your baseline counts the validation part too; take the class that is most frequent in the training part.",
            with(Slips { counts: &[TRAINING, VALIDATION], ..RIGHT }),
        )
        .mistake(
            "baseline says 0",
            "Your baseline always says class 0; it says the most frequent class of the training part.",
            with(Slips { zero: true, ..RIGHT }),
        )
        .mistake(
            "baseline tested on all rows",
            "You tested the baseline on all rows; it is tested on the test part, like the network.",
            with(Slips { says_to: &[], ..RIGHT }),
        )
        .mistake(
            "baseline from the test part",
            "Your baseline knows the test part: it says the class that is most frequent there; take the class that is most \
             frequent in the training part.",
            with(Slips { counts: &[TEST], ..RIGHT }),
        )
        .mistake(
            "baseline from all rows",
            "Your baseline says the class that is most frequent in all parts; take the class that is most frequent in the \
             training part.",
            with(Slips { counts: ALL, ..RIGHT }),
        )
        .mistake(
            "baseline tested on the training part",
            "You tested the baseline on the training part; it learns there and is tested on the test part, like the network.",
            with(Slips { says_to: &[TRAINING], ..RIGHT }),
        )
        .mistake(
            "baseline is a guess",
            "Your baseline is one in as many as there are classes, as of a guess; it says the most frequent class of the \
             training part.",
            with(Slips { guess: true, ..RIGHT }),
        )
        .mistake(
            "the highest of several",
            "Where several classes are the most frequent, you took the last of them; take the lowest.",
            with(Slips { highest: true, ..RIGHT }),
        )
        .mistake(
            "transposed",
            "You exchanged rows and columns of the matrix; a row has what the test rows are, a column what they are called.",
            with(Slips { transposed: true, ..RIGHT }),
        )
}
