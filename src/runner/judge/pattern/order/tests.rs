//! The pattern "order": the right values in another order.

use crate::runner::judge::pattern::tests::matrices::{holds, sheet};
use crate::runner::judge::tests::sheets::tensor;

// Right: the elements of `x`.
// Wrong: the same, from the last to the first.
// Told:  all values are there, in another order.
// Near:  so in all cases but one.
#[test]
fn the_right_values_in_another_order_are_seen() {
    let reversed =
        |rows, columns, x: &[f32]| tensor(&[rows, columns], x.iter().rev().copied().collect());
    holds(
        sheet(
            |rows, columns, x| tensor(&[rows, columns], x.to_vec()),
            reversed,
        ),
        "order",
        "All values of the result of `f` are there, but in another order.",
    );
}
