//! The pattern "axis": what is done with each row was done with each column.

use crate::comparator::Comparator;
use crate::runner::judge::pattern::tests::matrices::{but_for_one, running, sheet, transpose};
use crate::runner::judge::tests::sheets::{CLOSE, Random, Sheet, said, tensor, vector};
use crate::sheet::Answer;
use crate::wire::Value;

fn of_rows(columns: usize, x: &[f32], reduce: fn(&[f32]) -> f32) -> Value {
    vector(x.chunks(columns).map(reduce).collect::<Vec<_>>())
}

fn of_columns(rows: usize, columns: usize, x: &[f32], reduce: fn(&[f32]) -> f32) -> Value {
    let Value::Numbers(other) = transpose(rows, columns, x) else {
        panic!("a matrix is numbers");
    };
    of_rows(rows, other.data(), reduce)
}

// Right: the mean of each row; then of each column.
// Wrong: the mean of each column; then of each row.
// Told:  what it is the mean of, and the axis to reduce.
// Near:  so in all cases but one: only the shapes are told.
#[test]
fn a_reduction_along_the_wrong_axis_is_seen() {
    let mean: fn(&[f32]) -> f32 = |x| x.iter().sum::<f32>() / x.len() as f32;
    let rows = |_: usize, columns: usize, x: &[f32]| of_rows(columns, x, mean);
    let columns = |rows: usize, columns: usize, x: &[f32]| of_columns(rows, columns, x, mean);
    assert_eq!(
        sheet(rows, columns).fails("axis"),
        "You work along the wrong axis of `x`: the result of `f` is the mean of each column, that of each row is \
         expected, so `Axis<1>` is the one to reduce."
    );
    assert_eq!(
        sheet(columns, rows).fails("axis"),
        "You work along the wrong axis of `x`: the result of `f` is the mean of each row, that of each column is \
         expected, so `Axis<0>` is the one to reduce."
    );
    but_for_one(sheet(rows, columns)).fails("shape");
}

// Right: the softmax of each row.
// Wrong: the softmax of each column.
// Told:  what it is the softmax of, also where any shares would do that add up to 1.
#[test]
fn a_softmax_along_the_wrong_axis_is_seen() {
    let softmax = |lines: usize, length: usize, at: &dyn Fn(usize, usize) -> usize, x: &[f32]| {
        let mut data = vec![0.0; x.len()];
        for line in 0..lines {
            let sum: f32 = (0..length).map(|along| x[at(line, along)].exp()).sum();
            for along in 0..length {
                data[at(line, along)] = x[at(line, along)].exp() / sum;
            }
        }
        data
    };
    let mut wrong = sheet(
        |rows, columns, x| {
            let data = softmax(rows, columns, &|row, column| row * columns + column, x);
            tensor(&[rows, columns], data)
        },
        |rows, columns, x| {
            let data = softmax(columns, rows, &|column, row| row * columns + column, x);
            tensor(&[rows, columns], data)
        },
    );
    assert!(
        wrong
            .fails("axis")
            .contains("the softmax of each column, that of each row is expected")
    );
    wrong.check.parts[0].comparator = Comparator::Simplex;
    wrong.fails("axis");
}

type Operation = fn(&[f32]) -> Vec<f32>;

/// What is done with each line, by the name that it has in a sentence.
fn operations() -> Vec<(&'static str, Operation)> {
    fn sum(x: &[f32]) -> f32 {
        x.iter().sum()
    }
    fn mean(x: &[f32]) -> f32 {
        sum(x) / x.len() as f32
    }
    fn squares(x: &[f32], less: f32) -> f32 {
        let mean = mean(x);
        x.iter().map(|x| (x - mean).powi(2)).sum::<f32>() / (x.len() as f32 - less)
    }
    fn end(x: &[f32], sign: f32) -> usize {
        let size = |at: &usize| sign * x[*at];
        (0..x.len())
            .max_by(|a, b| size(a).total_cmp(&size(b)))
            .unwrap_or(0)
    }
    fn shares(x: &[f32]) -> Vec<f32> {
        let all: f32 = x.iter().map(|x| x.exp()).sum();
        x.iter().map(|x| x.exp() / all).collect()
    }
    fn scaled(x: &[f32], from: f32, by: f32) -> Vec<f32> {
        x.iter().map(|x| (x - from) / by).collect()
    }
    fn length(x: &[f32]) -> f32 {
        x.iter().map(|x| x * x).sum::<f32>().sqrt()
    }
    vec![
        ("is the sum of", |x| vec![sum(x)]),
        ("mean", |x| vec![mean(x)]),
        ("largest element", |x| vec![x[end(x, 1.0)]]),
        ("smallest element", |x| vec![x[end(x, -1.0)]]),
        ("position of the largest element", |x| {
            vec![end(x, 1.0) as f32]
        }),
        ("position of the smallest element", |x| {
            vec![end(x, -1.0) as f32]
        }),
        ("variance", |x| vec![squares(x, 0.0)]),
        ("variance (with n - 1)", |x| vec![squares(x, 1.0)]),
        ("standard deviation", |x| vec![squares(x, 0.0).sqrt()]),
        ("standard deviation (with n - 1)", |x| {
            vec![squares(x, 1.0).sqrt()]
        }),
        ("length (the root of the sum of squares)", |x| {
            vec![length(x)]
        }),
        ("softmax", shares),
        ("logarithm of the softmax", |x| {
            shares(x).into_iter().map(f32::ln).collect()
        }),
        ("logarithm of the sum of exponentials", |x| {
            vec![x.iter().map(|x| x.exp()).sum::<f32>().ln()]
        }),
        ("distance from the mean", |x| scaled(x, mean(x), 1.0)),
        ("standardization (mean 0, deviation 1)", |x| {
            scaled(x, mean(x), squares(x, 0.0).sqrt())
        }),
        ("normalization to length 1", |x| scaled(x, 0.0, length(x))),
        ("running sum", running),
    ]
}

// Right: each operation, done with each row.
// Wrong: the same, done with each column.
// Told:  the axis, with the name of the operation.
// Near:  the last case is right.
#[test]
fn every_operation_along_the_wrong_axis_has_its_name_and_none_where_a_case_speaks_against_it() {
    for (name, run) in operations() {
        let mut random = Random(21);
        let mut sheet = (0..6).fold(Sheet::of(CLOSE), |sheet, i| {
            let (rows, columns) = (3 + i, 4 + i % 2);
            let x = random.vector(rows * columns);
            let line = |at: usize, of: usize, step: usize, first: usize| -> Vec<f32> {
                (0..of).map(|n| x[first * at + n * step]).collect()
            };
            let by_row: Vec<Vec<f32>> = (0..rows)
                .map(|at| run(&line(at, columns, 1, columns)))
                .collect();
            let by_column: Vec<Vec<f32>> = (0..columns)
                .map(|at| run(&line(at, rows, columns, 1)))
                .collect();
            let (right, yours) = match by_row[0].len() {
                1 => (vector(by_row.concat()), vector(by_column.concat())),
                _ => {
                    let turned =
                        (0..rows * columns).map(|at| by_column[at % columns][at / columns]);
                    let shape = [rows, columns];
                    (
                        tensor(&shape, by_row.concat()),
                        tensor(&shape, turned.collect()),
                    )
                }
            };
            sheet.case(vec![tensor(&[rows, columns], x.clone())], right, yours)
        });
        let message = sheet.fails("axis");
        assert!(message.contains(name), "{name}: {message}");
        let right = sheet.check.cases[5].right.clone();
        sheet.answers[5].answer = Answer::Returned(right);
        assert_ne!(said(&sheet), message);
    }
}
