//! Sheets of twelve matrices: what a right function and a wrong one make of each. And functions that several tests use.

use crate::runner::judge::tests::sheets::{CLOSE, Random, Sheet, tensor};
use crate::sheet::Answer;
use crate::wire::Value;

/// Twelve cases of a matrix, from one row to a dozen, with a varying number of columns.
fn matrices() -> Vec<(usize, usize, Vec<f32>)> {
    let mut random = Random(7);
    (0..12)
        .map(|i| {
            let (rows, columns) = (1 + i, 2 + i % 4);
            (rows, columns, random.vector(rows * columns))
        })
        .collect()
}

/// A sheet of `matrices`, with a right function and a wrong one of rows, columns and elements.
pub fn sheet(
    right: impl Fn(usize, usize, &[f32]) -> Value,
    yours: impl Fn(usize, usize, &[f32]) -> Value,
) -> Sheet {
    matrices()
        .into_iter()
        .fold(Sheet::of(CLOSE), |sheet, (rows, columns, x)| {
            let (right, yours) = (right(rows, columns, &x), yours(rows, columns, &x));
            sheet.case(vec![tensor(&[rows, columns], x)], right, yours)
        })
}

/// The same for functions that work on each element.
pub fn elementwise(right: fn(f32) -> f32, yours: impl Fn(f32) -> f32) -> Sheet {
    sheet(
        |rows, columns, x| tensor(&[rows, columns], x.iter().map(|&x| right(x)).collect()),
        |rows, columns, x| tensor(&[rows, columns], x.iter().map(|&x| yours(x)).collect()),
    )
}

/// The same sheet, but in one case yours is something of its own.
pub fn but_for_one(mut sheet: Sheet) -> Sheet {
    let at = sheet.answers.len() / 2;
    let mut random = Random(99);
    if let Answer::Returned(returned) = &mut sheet.answers[at].answer
        && let Value::Numbers(array) = &returned.parts[0]
    {
        let other = random.vector(array.data().len());
        returned.parts[0] = tensor(array.shape(), other);
    }
    sheet
}

/// What is told of a sheet, and that it is no longer told where one case speaks against it.
#[track_caller]
pub fn holds(sheet: Sheet, kind: &str, message: &str) {
    assert_eq!(sheet.fails(kind), message);
    but_for_one(sheet).fails("values");
}

pub fn shifted_square(x: f32) -> f32 {
    x * x + 0.5
}

/// The sum of the squares of all elements.
pub fn sum_of_squares(x: &[f32]) -> f32 {
    x.iter().map(|x| x * x).sum()
}

pub fn transpose(rows: usize, columns: usize, x: &[f32]) -> Value {
    let data = (0..columns)
        .flat_map(|column| (0..rows).map(move |row| x[row * columns + column]))
        .collect();
    tensor(&[columns, rows], data)
}

/// Running totals.
pub fn running(of: &[f32]) -> Vec<f32> {
    let mut total = 0.0;
    let totals = of.iter().map(|x| {
        total += x;
        total
    });
    totals.collect()
}
