//! The pattern "partial": only the first or the last row is wrong, or only that one is right.

use crate::runner::judge::pattern::tests::matrices::{sheet, shifted_square};
use crate::runner::judge::tests::sheets::{CLOSE, Sheet, number, tensor, vector};

// Right: `x² + 0.5`.
// Wrong: all rows but the last are zero.
// Told:  each round of a loop may replace what the rounds before it found.
// Near:  these rows are zero from their second column on: which row is right is told, and no loop.
#[test]
fn no_loop_is_blamed_for_rows_that_are_written_in_part() {
    let right = |rows, columns, x: &[f32]| {
        let data = x.iter().map(|&x| shifted_square(x)).collect();
        tensor(&[rows, columns], data)
    };
    // All rows but the last are zero, from this column on.
    let zero_from = |from: usize| {
        move |rows: usize, columns: usize, x: &[f32]| {
            let mut data: Vec<f32> = x.iter().map(|&x| shifted_square(x)).collect();
            for row in data.chunks_mut(columns).take(rows - 1) {
                row[from..].fill(0.0);
            }
            tensor(&[rows, columns], data)
        }
    };
    let table = [
        (
            0,
            "Only the last row of the result of `f` is right, and all the others are zero: look whether each round of a loop replaces what the rounds before it found.",
        ),
        (
            1,
            "Only the last row of the result of `f` is right; all the others are wrong.",
        ),
    ];
    for (from, said) in table {
        assert_eq!(sheet(right, zero_from(from)).fails("rows"), said);
    }
}

// Right: several matrices.
// Wrong: all but the first matrix; then row; then column.
// Told:  what it is, a matrix, a row or a column.
#[test]
fn the_lines_of_several_matrices_have_their_own_names() {
    // Along which axis all but the first is wrong, and what is told then.
    let table = [
        (0, "Only the first matrix of the result of `f` is right"),
        (1, "Only the first row of the result of `f` is right"),
        (2, "Only the first column of the result of `f` is right"),
    ];
    for (axis, said) in table {
        let sheet = (3..7usize).fold(Sheet::of(CLOSE), |sheet, n| {
            let shape = [n, n + 1, n + 2];
            let right: Vec<f32> = (0..shape.iter().product())
                .map(|at| (at as f32).sin())
                .collect();
            let inner: usize = shape[axis + 1..].iter().product();
            let is_first = |at: usize| (at / inner).is_multiple_of(shape[axis]);
            let yours = right.iter().enumerate();
            let yours = yours.map(|(at, x)| {
                if is_first(at) {
                    *x
                } else {
                    x.cos() + at as f32
                }
            });
            let yours = yours.collect();
            sheet.case(
                vec![number(n as f32)],
                tensor(&shape, right),
                tensor(&shape, yours),
            )
        });
        let message = sheet.fails("rows");
        assert!(message.starts_with(said), "{message}");
    }
}

// Right: the elements of a vector.
// Wrong: the first is 0; the last is 0; all but the first are 0.
// Told:  where a loop begins or ends.
// Near:  another number stands there: which element is wrong, or right, is told, and no loop.
#[test]
fn a_loop_is_only_asked_about_where_something_is_left_at_zero() {
    let vectors = |yours: fn(&mut Vec<f32>)| {
        (4..9usize).fold(Sheet::of(CLOSE), |sheet, n| {
            let right: Vec<f32> = (0..n).map(|i| ((i + n) as f32).sin() + 2.0).collect();
            let mut mine = right.clone();
            yours(&mut mine);
            sheet.case(vec![number(n as f32)], vector(right), vector(mine))
        })
    };
    type Change = fn(&mut Vec<f32>);
    let table: [(Change, &str); 6] = [
        (
            |x| x[0] = 0.0,
            "Only the first element of the result of `f` is wrong: it is left at zero. Look whether a loop or a range starts one too late; counting starts at 0.",
        ),
        (
            |x| x[0] = 1e-8,
            "Only the first element of the result of `f` is wrong; all the others are right.",
        ),
        (
            |x| *x.last_mut().expect("one") = 0.0,
            "Only the last element of the result of `f` is wrong: it is left at zero. Look whether a loop or a range ends one too early.",
        ),
        (
            |x| *x.last_mut().expect("one") = 9.0,
            "Only the last element of the result of `f` is wrong; all the others are right.",
        ),
        (
            |x| x[1..].fill(0.0),
            "Only the first element of the result of `f` is right, and all the others are zero: look whether a loop ends after its first round.",
        ),
        (
            |x| {
                for x in &mut x[1..] {
                    *x += x.cos() + 3.0
                }
            },
            "Only the first element of the result of `f` is right; all the others are wrong.",
        ),
    ];
    for (yours, message) in table {
        assert_eq!(vectors(yours).fails("rows"), message);
    }
}
