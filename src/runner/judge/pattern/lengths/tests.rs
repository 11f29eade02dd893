//! The pattern "lengths": one length of an input stands in the place of another.

use crate::runner::judge::pattern::tests::matrices::{holds, sheet, sum_of_squares};
use crate::runner::judge::tests::sheets::{CLOSE, Random, Sheet, number, tensor, vector};

// Right: a sum divided by the number of rows.
// Wrong: the sum divided by the number of columns.
// Told:  it is n / m times what it should be, with n and m by their names.
// Near:  so in all cases but one; cases of two different ratios only; columns whose number never changes.
#[test]
fn one_length_that_is_divided_by_in_the_place_of_another_is_seen() {
    let of_rows = |rows: usize, _: usize, x: &[f32]| number(sum_of_squares(x) / rows as f32);
    let of_columns =
        |_: usize, columns: usize, x: &[f32]| number(sum_of_squares(x) / columns as f32);
    holds(
        sheet(of_rows, of_columns),
        "factor",
        "The result of `f` is n / m times what it should be, where n is the length of the first axis of `x` and m is the \
         length of the second axis of `x`: it is divided by m where n is wanted, or multiplied by n where m is wanted.",
    );
    // Rows alone, then columns alone: nothing here says which ratio it is.
    let said = |shapes: [[usize; 2]; 4]| {
        let mut random = Random(8);
        let sheet = shapes.into_iter().fold(Sheet::of(CLOSE), |sheet, shape| {
            let x = random.vector(shape[0] * shape[1]);
            let other = random.vector(2 * shape[0]);
            let inputs = vec![tensor(&shape, x.clone()), tensor(&[2 * shape[0]], other)];
            let (right, yours) = (
                of_rows(shape[0], shape[1], &x),
                of_columns(shape[0], shape[1], &x),
            );
            sheet.case(inputs, right, yours)
        });
        let diagnosis = sheet.judge().diagnosis.expect("it fails");
        diagnosis.kind.word()
    };
    let table = [
        ([[2, 3], [5, 4], [3, 7], [4, 9]], "factor"),
        // Two different ratios only.
        ([[2, 3], [4, 6], [3, 5], [6, 10]], "values"),
        // The columns never change: they may be a constant.
        ([[2, 3], [5, 3], [4, 3], [7, 3]], "values"),
    ];
    for (shapes, kind) in table {
        assert_eq!(said(shapes), kind, "{shapes:?}");
    }
}

// Right: the sum of the squares of `x`.
// Near:  that, times a ratio of two lengths, and two others have the same ratio in every case.
// Told:  the numbers, and no ratio.
#[test]
fn two_ratios_of_lengths_that_cannot_be_told_apart_are_none() {
    // y / x and z / y are the same here.
    let mut random = Random(9);
    let sheet = [1, 2, 3, 5].into_iter().fold(Sheet::of(CLOSE), |sheet, n| {
        let (few, some, many) = (
            n + 1,
            2 * (n + 1) * (n + 2),
            4 * (n + 1) * (n + 2) * (n + 2),
        );
        let x = random.vector(few * some);
        let (right, yours) = (
            number(sum_of_squares(&x)),
            number(sum_of_squares(&x) * some as f32 / few as f32),
        );
        let inputs = vec![tensor(&[few, some], x), vector(random.vector(many))];
        sheet.case(inputs, right, yours)
    });
    sheet.fails("values");
}
