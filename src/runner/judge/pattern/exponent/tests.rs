//! The pattern "exponent": an exponential or a logarithm too many.

use crate::comparator::{Comparator, Tolerance};
use crate::runner::judge::pattern::tests::matrices::{elementwise, holds, shifted_square};
use crate::runner::judge::tests::sheets::{Sheet, integers, vector};

// Right: `y = x² + 0.5`.
// Wrong: `exp y`; then `ln y`.
// Told:  which of them it is.
// Near:  so in all cases but one.
#[test]
fn an_exponential_and_a_logarithm_too_many_are_seen() {
    holds(
        elementwise(shifted_square, |x| shifted_square(x).exp()),
        "exponent",
        "Every element of the result of `f` is `exp` of what it should be: a logarithm is missing, or there is an \
         exponential too many.",
    );
    holds(
        elementwise(shifted_square, |x| shifted_square(x).ln()),
        "exponent",
        "Every element of the result of `f` is the logarithm of what it should be: an exponential is missing, or \
         there is a logarithm too many.",
    );
}

// Right: grey levels, each of which may be off by 1.
// Near:  only black and white are left of them.
// Told:  the numbers, and no exponential.
#[test]
fn what_an_exponential_may_rise_by_makes_no_exponential_of_smaller_numbers() {
    let nearest = Comparator::Close(Some(Tolerance {
        absolute: 1.01,
        relative: 0.0,
    }));
    let sheet = [[40, 90, 255, 130], [255, 20, 200, 60], [110, 255, 70, 30]]
        .into_iter()
        .fold(Sheet::of(nearest), |sheet, levels| {
            let x: Vec<f32> = levels.iter().map(|&level| level as f32).collect();
            let yours = levels.map(|level| level / 255 * 255);
            sheet.case(vec![vector(x)], integers(levels), integers(yours))
        });
    sheet.fails("values");
}
