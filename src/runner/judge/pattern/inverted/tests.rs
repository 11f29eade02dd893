//! The pattern "inverted": yes for no, and no for yes.

use crate::comparator::Comparator;
use crate::runner::judge::tests::sheets::{Random, Sheet, vector};
use crate::wire::Value;

/// Six cases of whether each element is positive.
fn positive(yours: impl Fn(usize, f32) -> bool) -> Sheet {
    let mut random = Random(6);
    (0..6).fold(Sheet::of(Comparator::Exact), |sheet, case| {
        let x = random.vector(5);
        let right = x.iter().map(|&x| x > 0.0).collect();
        let mine = x.iter().map(|&x| yours(case, x)).collect();
        sheet.case(vec![vector(x)], Value::Flags(right), Value::Flags(mine))
    })
}

// Right: whether `x` is positive.
// Wrong: whether it is not.
// Told:  every yes is a no, and the other way round.
// Near:  so in all cases but the last.
#[test]
fn every_yes_for_a_no_is_seen() {
    assert_eq!(
        positive(|_, x| x <= 0.0).fails("inverted"),
        "Every `true` of the result of `f` should be `false`, and every `false` should be `true`."
    );
    positive(|case, x| (x > 0.0) == (case == 5)).fails("values");
}
