//! The pattern "accumulated": a total that is not set back to zero.

use crate::runner::judge::pattern::tests::matrices::running;
use crate::runner::judge::tests::sheets::{CLOSE, Random, Sheet, number, said, tensor};
use crate::sheet::Answer;

/// Rows and columns of a right matrix, in six cases, and what yours makes of them.
fn matrices(yours: impl Fn(usize, &[f32]) -> Vec<f32>) -> Sheet {
    let mut random = Random(12);
    (0..6).fold(Sheet::of(CLOSE), |sheet, i| {
        let (rows, columns) = (3 + i, 4 + i % 3);
        let right = random.vector(rows * columns);
        let mine = yours(columns, &right);
        let shape = [rows, columns];
        let inputs = vec![number(i as f32)];
        sheet.case(inputs, tensor(&shape, right), tensor(&shape, mine))
    })
}

// Right: the elements of a matrix.
// Wrong: running totals of all of them; of each row; of each column.
// Told:  where the total is not set back.
// Near:  the last case is right.
#[test]
fn a_total_that_is_not_set_back_is_told_from_one_that_is_in_all_cases_but_one() {
    let by_row =
        |columns: usize, x: &[f32]| -> Vec<f32> { x.chunks(columns).flat_map(running).collect() };
    let by_column = |columns: usize, x: &[f32]| -> Vec<f32> {
        let mut totals = x.to_vec();
        for at in columns..x.len() {
            totals[at] += totals[at - columns];
        }
        totals
    };
    type Yours<'a> = &'a dyn Fn(usize, &[f32]) -> Vec<f32>;
    let table: [(Yours<'_>, &str); 3] = [
        (
            &|_, x| running(x),
            "Each element of the result of `f` is the right one plus all right ones before it: look for a total that is \
             not set back to zero.",
        ),
        (&by_row, "set back to zero for each row only"),
        (&by_column, "all right rows before it"),
    ];
    for (yours, words) in table {
        let mut sheet = matrices(yours);
        let message = sheet.fails("accumulated");
        assert!(message.contains(words), "{message}");
        // The last case is right.
        let right = sheet.check.cases[5].right.clone();
        sheet.answers[5].answer = Answer::Returned(right);
        assert_ne!(said(&sheet), message);
    }
}
