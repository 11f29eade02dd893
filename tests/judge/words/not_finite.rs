//! NaN or infinity.

use gradlings::comparator::Comparator;
use gradlings::wire::{Array, Value};

use super::families::Family;
use crate::support::{Sheet, number, vector};

const CLOSE: Comparator = Comparator::Close(None);
const NAN: f32 = f32::NAN;
const INF: f32 = f32::INFINITY;

type Ids = &'static [&'static str];

/// One number of two numbers.
fn sheet(cases: &[([f32; 2], f32)]) -> Sheet {
    cases.iter().fold(Sheet::of(CLOSE), |sheet, (x, yours)| {
        sheet.case(vec![vector(*x)], number(1.0), number(*yours))
    })
}

fn numbers() -> Family {
    const NUMBER: &str = "not_finite.number_nan";
    const LARGE: &str = "not_finite.number_infinite";
    const MINUS: &str = "not_finite.number_minus_infinite";
    type Cases = &'static [([f32; 2], f32)];
    let table: [(Ids, Cases); 16] = [
        (&[LARGE, "not_finite.goes_up"], &[([100.0, 1.0], INF)]),
        // `exp` of this is not yet infinite.
        (&[LARGE, "not_finite.look_infinite"], &[([88.0, 1.0], INF)]),
        (
            &[LARGE, "not_finite.look_infinite"],
            &[([100.0, 1.0], INF), ([1.0, 2.0], INF)],
        ),
        (&[NUMBER, "not_finite.goes_up"], &[([100.0, 0.0], NAN)]),
        // The two are so far apart that either may be at fault.
        (&[NUMBER, "not_finite.goes_both"], &[([100.0, -10.0], NAN)]),
        (&[MINUS, "not_finite.goes_both"], &[([100.0, -10.0], -INF)]),
        (&[LARGE, "not_finite.goes_up"], &[([100.0, -10.0], INF)]),
        (
            &[NUMBER, "not_finite.goes_down_nan"],
            &[([-105.0, 1.0], NAN)],
        ),
        (&[NUMBER, "not_finite.look_nan"], &[([-103.0, 1.0], NAN)]),
        (&[MINUS, "not_finite.goes_down"], &[([-105.0, 1.0], -INF)]),
        (
            &[MINUS, "not_finite.look_infinite"],
            &[([-103.0, 1.0], -INF)],
        ),
        (
            &[NUMBER, "not_finite.look_nan"],
            &[([-105.0, 1.0], NAN), ([1.0, 2.0], NAN)],
        ),
        (
            &[NUMBER, "not_finite.infinite_input"],
            &[([-INF, 1.0], NAN)],
        ),
        (
            &[NUMBER, "not_finite.look_nan"],
            &[([-INF, 1.0], NAN), ([0.0, 1.0], NAN)],
        ),
        (&["finding.number"], &[([100.0, 1.0], f32::MAX)]),
        (&["finding.number"], &[([-INF, 1.0], 2.0)]),
    ];
    table.iter().fold(
        Family::of("one number that is not finite"),
        |family, (ids, cases)| family.sheet(ids, &sheet(cases)),
    )
}

fn several() -> Family {
    let beside = |yours: [f32; 2]| {
        Sheet::of(CLOSE).case(vec![vector([1.0, -3.0])], vector([1.0, 2.0]), vector(yours))
    };
    // No input has the form of the answer.
    let alone = |yours: [f32; 2]| {
        Sheet::of(CLOSE).case(
            vec![vector([1.0, -3.0, 2.0])],
            vector([1.0, 2.0]),
            vector(yours),
        )
    };
    let labels = |yours: [f32; 2]| {
        let labels = Value::Integers(Array::vector(vec![1, 2]));
        Sheet::of(CLOSE).case(vec![labels], vector([1.0, 2.0]), vector(yours))
    };
    let mut unnamed = beside([1.0, NAN]);
    unnamed.check.inputs.clear();
    Family::of("some of several numbers")
        .sheet(
            &[
                "not_finite.nan",
                "not_finite.input_there",
                "not_finite.look_nan",
                "subject.input",
            ],
            &unnamed,
        )
        .sheet(
            &[
                "not_finite.nan",
                "not_finite.input_there",
                "not_finite.look_nan",
            ],
            &beside([1.0, NAN]),
        )
        .sheet(
            &[
                "not_finite.infinite",
                "not_finite.input_there",
                "not_finite.look_infinite",
            ],
            &beside([1.0, INF]),
        )
        .sheet(
            &[
                "not_finite.minus_infinite",
                "not_finite.input_there",
                "not_finite.look_infinite",
            ],
            &beside([1.0, -INF]),
        )
        .sheet(
            &["not_finite.nan", "not_finite.look_nan"],
            &alone([1.0, NAN]),
        )
        .sheet(
            &["not_finite.nan", "not_finite.look_nan"],
            &labels([1.0, NAN]),
        )
        .sheet(&["finding.numbers"], &beside([1.0, 3.0]))
}

pub fn families() -> Vec<Family> {
    // What is NaN in the right answer too is no fault.
    let both = Sheet::of(CLOSE).case(
        vec![vector([0.0, 1.0])],
        vector([NAN, 1.0]),
        vector([NAN, 5.0]),
    );
    let right = Family::of("what is right is not finite")
        .sheet(&["finding.numbers"], &both)
        .sheet(
            &[
                "not_finite.nan",
                "not_finite.input_there",
                "not_finite.look_nan",
            ],
            &Sheet::of(CLOSE).case(
                vec![vector([0.0, 1.0])],
                vector([1.0, 1.0]),
                vector([NAN, 5.0]),
            ),
        );
    vec![numbers(), several(), right]
}
