//! How `confusion`, `recall` and `precision` are checked.

#[path = "../../solutions/06_evaluation/confusion.rs"]
#[expect(dead_code, reason = "a check has a `main` of its own")]
mod solution;
use gradlings::prelude::*;
use solution::{confusion, precision, recall};

type Counts = Vec<Vec<f32>>;

/// `n` examples of the first `real` classes, each called one of the first `said`, and right more often than not.
fn examples(
    n: usize,
    real: usize,
    said: usize,
    classes: usize,
) -> impl Fn(&mut Generator) -> (Vec<usize>, Vec<usize>, usize) {
    move |g| {
        let labels = Vec::from_iter((0..n).map(|_| g.integer(0..real)));
        let mut say = |label: usize| match g.integer(0..2) {
            0 if label < said => label,
            _ => g.integer(0..said),
        };
        let predictions = labels.iter().map(|&label| say(label)).collect();
        (labels, predictions, classes)
    }
}

/// Counts from 1 to 19 in every cell.
fn counts(g: &mut Generator, classes: usize) -> Counts {
    let mut row = || (0..classes).map(|_| g.integer(1..20) as f32).collect();
    (0..classes).map(|_| row()).collect()
}

/// Counts in which class `absent` has no example and class `unsaid` is never said.
fn with_gaps(g: &mut Generator, classes: usize, absent: usize, unsaid: usize) -> (Counts,) {
    let mut matrix = counts(g, classes);
    matrix[absent].fill(0.0);
    matrix.iter_mut().for_each(|row| row[unsaid] = 0.0);
    (matrix,)
}

fn example_of_the_lesson() -> Counts {
    vec![vec![1.0, 2.0, 0.0], vec![0.0, 1.0, 1.0], vec![0.0; 3]]
}

fn transposed(matrix: Counts) -> Counts {
    let column = |at: usize| matrix.iter().map(|row| row[at]).collect();
    (0..matrix.len()).map(column).collect()
}

fn sum_of_row(matrix: &Counts, class: usize) -> f32 {
    matrix[class].iter().sum()
}

fn total(matrix: &Counts) -> f32 {
    matrix.iter().flatten().sum()
}

/// What `share(matrix, class)` is for every class.
fn shares(matrix: Counts, share: fn(&Counts, usize) -> f32) -> Vec<f32> {
    (0..matrix.len())
        .map(|class| share(&matrix, class))
        .collect()
}

/// The number on the diagonal, divided by the sum of the row.
fn unguarded(matrix: &Counts, class: usize) -> f32 {
    matrix[class][class] / sum_of_row(matrix, class)
}

/// What is right, of the examples of the class and of what is called so.
fn overlap(matrix: &Counts, class: usize) -> f32 {
    let right = matrix[class][class];
    let said: f32 = matrix.iter().map(|row| row[class]).sum();
    right / (sum_of_row(matrix, class) + said - right)
}

/// The harmonic mean of recall and precision.
fn f1(matrix: &Counts, class: usize) -> f32 {
    let overlap = overlap(matrix, class);
    2.0 * overlap / (1.0 + overlap)
}

/// The share of all examples that is right.
fn accuracy(matrix: &Counts) -> f32 {
    let right: f32 = (0..matrix.len()).map(|class| matrix[class][class]).sum();
    right / total(matrix)
}

/// A share of nothing counts as `instead`.
fn or(share: f32, instead: f32) -> f32 {
    if share.is_nan() { instead } else { share }
}

fn main() {
    Reference::of("confusion", function(confusion))
        .inputs(["labels", "predictions", "classes"])
        // Counts are exact, but who makes shares of them has rounded, and is still to be recognised.
        .parts([("matrix", within(1e-4, 0.0))])
        .case("no examples", |_| (vec![], vec![], 2))
        .case("one example, wrong", |_| (vec![1], vec![0], 2))
        .case("one class", examples(3, 1, 1, 1))
        .case("the example of the lesson", |_| {
            (vec![0, 0, 0, 1, 1], vec![0, 1, 1, 1, 2], 3)
        })
        .case("everything right", |g| {
            let (labels, _, classes) = examples(6, 3, 3, 3)(g);
            (labels.clone(), labels, classes)
        })
        .case("classes that never occur", examples(8, 2, 4, 4))
        .case("classes that are never said", examples(8, 4, 2, 4))
        .cases(14, |g, i| {
            let classes = 2 + i % 5;
            examples(6 + 3 * i, classes, classes, classes)(g)
        })
        .wrong(
            "transposed",
            "You exchanged rows and columns; the row is the class that the example is of, the \
             column the one that the model says.",
            |labels, predictions, classes| confusion(predictions, labels, classes),
        )
        .wrong(
            "marked",
            "You put a 1 where there are examples, however many; add 1 for every example.",
            |labels, predictions, classes| {
                let matrix = confusion(labels, predictions, classes);
                matrix
                    .iter()
                    .map(|row| row.iter().map(|&n| n.min(1.0)).collect())
                    .collect()
            },
        )
        .wrong(
            "shares",
            "You divided the counts by the size of their row; the matrix itself keeps the counts, \
             and `recall` divides.",
            |labels, predictions, classes| {
                let shares = |row: Vec<f32>| {
                    let sum: f32 = row.iter().sum();
                    row.iter().map(|n| n / sum.max(1.0)).collect()
                };
                let matrix = confusion(labels, predictions, classes);
                matrix.into_iter().map(shares).collect()
            },
        )
        .wrong(
            "shares of the columns",
            "You divided the counts by the size of their column; the matrix itself keeps the counts, and `precision` \
             divides.",
            |labels, predictions, classes| {
                let shares = |row: Vec<f32>| {
                    let sum: f32 = row.iter().sum();
                    row.iter().map(|n| n / sum.max(1.0)).collect()
                };
                let matrix = transposed(confusion(labels, predictions, classes));
                transposed(matrix.into_iter().map(shares).collect())
            },
        )
        .wrong(
            "shares of all",
            "You divided the counts by the number of all examples; the matrix itself keeps the \
             counts.",
            |labels, predictions, classes| {
                let all = labels.len().max(1) as f32;
                let matrix = confusion(labels, predictions, classes);
                matrix
                    .iter()
                    .map(|row| row.iter().map(|n| n / all).collect())
                    .collect()
            },
        )
        .wrong(
            "both ways",
            "You counted what is wrong in two cells, the second with row and column exchanged; \
             every example belongs in one cell.",
            |labels, predictions, classes| {
                let pairs = labels.iter().zip(&predictions);
                let (back, forth): (Vec<_>, Vec<_>) = pairs.filter(|(a, b)| a != b).unzip();
                confusion(
                    [&labels[..], &forth].concat(),
                    [&predictions[..], &back].concat(),
                    classes,
                )
            },
        )
        .wrong(
            "right only",
            "You counted only what the model gets right; what it gets wrong is counted too, \
             beside the diagonal.",
            |labels, predictions, classes| {
                let pairs = labels.into_iter().zip(predictions);
                let right = Vec::from_iter(pairs.filter(|(a, b)| a == b).map(|(a, _)| a));
                confusion(right.clone(), right, classes)
            },
        )
        .wrong(
            "wrong only",
            "You counted only what the model gets wrong; what it gets right is counted too, on \
             the diagonal.",
            |labels, predictions, classes| {
                let pairs = labels.into_iter().zip(predictions);
                let (labels, predictions) = pairs.filter(|(a, b)| a != b).unzip();
                confusion(labels, predictions, classes)
            },
        )
        .wrong(
            "labels on the diagonal",
            "You counted the labels and never looked at what the model says; the column is its \
             prediction.",
            |labels, _, classes| confusion(labels.clone(), labels, classes),
        )
        .wrong(
            "classes that occur",
            "Your matrix ends with the last class that occurs; it has a row and a column for each \
             of `classes`, also where they stay 0.",
            |labels, predictions, _| {
                let classes = labels
                    .iter()
                    .chain(&predictions)
                    .max()
                    .map_or(0, |last| last + 1);
                confusion(labels, predictions, classes)
            },
        )
        .and("recall", function(recall))
        .inputs(["matrix"])
        .parts([("recall", within(1e-5, 0.0))])
        .case("one class", |g| (counts(g, 1),))
        .case("the example of the lesson", |_| (example_of_the_lesson(),))
        .case("everything right", |_| {
            (vec![vec![4.0, 0.0], vec![0.0, 7.0]],)
        })
        .case("nothing right", |_| (vec![vec![0.0, 3.0], vec![5.0, 0.0]],))
        .case("a class without examples", |g| with_gaps(g, 3, 1, 2))
        .case("no examples at all", |_| (vec![vec![0.0; 3]; 3],))
        .case("very many examples", |g| {
            let many = |row: Vec<f32>| row.into_iter().map(|n| n * 1e6).collect();
            (counts(g, 3).into_iter().map(many).collect(),)
        })
        .cases(13, |g, i| (counts(g, 2 + i / 2),))
        .wrong(
            "precision",
            "You divided by the sum of the column, and that is the precision; the recall divides \
             by the sum of the row.",
            precision,
        )
        .wrong(
            "precision and zero",
            "You divided by the sum of the column, and that is the precision; the recall divides \
             by the sum of the row. After that, look at the rows whose sum is 0.",
            |matrix| shares(transposed(matrix), unguarded),
        )
        .wrong(
            "by all examples",
            "You divided by the number of all examples; the recall of a class divides by the \
             examples of that class, the sum of its row.",
            |matrix| shares(matrix, |m, class| or(m[class][class] / total(m), 0.0)),
        )
        .wrong(
            "divided by zero",
            "You divided 0 by 0 for a class without examples, and that is no number; its recall \
             is 0.",
            |matrix| shares(matrix, unguarded),
        )
        .wrong(
            "absent is perfect",
            "You gave a class without examples a recall of 1; here it is 0.",
            |matrix| shares(matrix, |m, class| or(unguarded(m, class), 1.0)),
        )
        .wrong(
            "absent left out",
            "You left out a class without examples, so the numbers after it belong to other \
             classes; it stays in its place, with a recall of 0.",
            |matrix| {
                let mut found = shares(matrix, unguarded);
                found.retain(|share| !share.is_nan());
                found
            },
        )
        .wrong(
            "by the others",
            "You divided what is right by what is wrong; the sum of the row counts both.",
            |matrix| {
                shares(matrix, |m, class| {
                    let right = m[class][class];
                    or(right / (sum_of_row(m, class) - right), 0.0)
                })
            },
        )
        .wrong(
            "largest of the row",
            "You took the largest number of each row; what is right stands on the diagonal.",
            |matrix| {
                shares(matrix, |m, class| {
                    let largest = m[class].iter().copied().fold(0.0, f32::max);
                    or(largest / sum_of_row(m, class), 0.0)
                })
            },
        )
        .wrong(
            "missed",
            "You worked out the share that is missed; the recall is the share that is found.",
            |matrix| shares(matrix, |m, class| or(1.0 - unguarded(m, class), 0.0)),
        )
        .wrong(
            "in percent",
            "You returned percent; the recall is a share, from 0 to 1.",
            |matrix| recall(matrix).iter().map(|share| 100.0 * share).collect(),
        )
        .wrong(
            "row and column",
            "You divided by row and column together; the recall asks only about examples of the \
             class, its row.",
            |matrix| shares(matrix, |m, class| or(overlap(m, class), 0.0)),
        )
        .wrong(
            "f1",
            "You worked out F1, which mixes recall and precision; the recall divides by the sum \
             of the row alone.",
            |matrix| shares(matrix, |m, class| or(f1(m, class), 0.0)),
        )
        .wrong(
            "accuracy",
            "You worked out one number from all classes together, which is the accuracy; every \
             class has a recall of its own.",
            |matrix| shares(matrix, |m, _| or(accuracy(m), 0.0)),
        )
        .and("precision", function(precision))
        .inputs(["matrix"])
        .parts([("precision", within(1e-5, 0.0))])
        .case("one class", |g| (counts(g, 1),))
        .case("the example of the lesson", |_| (example_of_the_lesson(),))
        .case("everything right", |_| {
            (vec![vec![4.0, 0.0], vec![0.0, 7.0]],)
        })
        .case("nothing right", |_| (vec![vec![0.0, 3.0], vec![5.0, 0.0]],))
        .case("a class that is never said", |g| with_gaps(g, 3, 2, 1))
        .case("no examples at all", |_| (vec![vec![0.0; 3]; 3],))
        .cases(14, |g, i| (counts(g, 2 + i / 2),))
        .wrong(
            "recall",
            "You divided by the sum of the row, and that is the recall; the precision divides by \
             the sum of the column.",
            recall,
        )
        .wrong(
            "by all examples",
            "You divided by the number of all examples; the precision of a class divides by what \
             the model puts into that class, the sum of its column.",
            |matrix| shares(matrix, |m, class| or(m[class][class] / total(m), 0.0)),
        )
        .wrong(
            "divided by zero",
            "You divided 0 by 0 for a class that is never said, and that is no number; its \
             precision is 0.",
            |matrix| shares(transposed(matrix), unguarded),
        )
        .wrong(
            "unsaid is perfect",
            "You gave a class that is never said a precision of 1; here it is 0.",
            |matrix| shares(transposed(matrix), |m, class| or(unguarded(m, class), 1.0)),
        )
        .wrong(
            "recall and zero",
            "You divided by the sum of the row, and that is the recall; the precision divides by \
             the sum of the column. After that, look at the columns whose sum is 0.",
            |matrix| shares(matrix, unguarded),
        )
        .wrong(
            "by the others",
            "You divided what is right by what is wrong; the sum of the column counts both.",
            |matrix| {
                shares(transposed(matrix), |m, class| {
                    let right = m[class][class];
                    let wrong = sum_of_row(m, class) - right;
                    if wrong == 0.0 { 0.0 } else { right / wrong }
                })
            },
        )
        .wrong(
            "one more in the sum",
            "You added 1 to each sum, which makes every precision above 0 too small; look whether the sum is 0 instead.",
            |matrix| {
                shares(transposed(matrix), |m, class| {
                    m[class][class] / (sum_of_row(m, class) + 1.0)
                })
            },
        )
        .wrong(
            "unsaid left out",
            "You left out a class that is never said, so the numbers after it belong to other \
             classes; it stays in its place, with a precision of 0.",
            |matrix| {
                let mut found = shares(transposed(matrix), unguarded);
                found.retain(|share| !share.is_nan());
                found
            },
        )
        .wrong(
            "false ones",
            "You worked out the share that does not belong in the class; the precision is the share \
             that does.",
            |matrix| {
                shares(transposed(matrix), |m, class| {
                    or(1.0 - unguarded(m, class), 0.0)
                })
            },
        )
        .wrong(
            "row and column",
            "You divided by row and column together; the precision asks only about what is put \
             into the class, its column.",
            |matrix| shares(matrix, |m, class| or(overlap(m, class), 0.0)),
        )
        .wrong(
            "f1",
            "You worked out F1, which mixes recall and precision; the precision divides by the \
             sum of the column alone.",
            |matrix| shares(matrix, |m, class| or(f1(m, class), 0.0)),
        )
        .wrong(
            "accuracy",
            "You worked out one number from all classes together, which is the accuracy; every \
             class has a precision of its own.",
            |matrix| shares(matrix, |m, _| or(accuracy(m), 0.0)),
        )
        .wrong(
            "in percent",
            "You returned percent; the precision is a share, from 0 to 1.",
            |matrix| {
                precision(matrix)
                    .iter()
                    .map(|share| 100.0 * share)
                    .collect()
            },
        )
        .run()
}
