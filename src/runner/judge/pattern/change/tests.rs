//! The pattern "change": how an input changes is off, and not the value.

use crate::runner::judge::tests::sheets::{CLOSE, Random, Sheet, vector};

// Right: `x - step`.
// Wrong: 2, 0.5 or 3 steps; a step the other way.
// Told:  how the change is off.
// Near:  twice the whole value, which is a factor; no step; twice the square of the step.
#[test]
fn a_factor_on_a_change_is_told_from_one_on_the_value() {
    let steps = |yours: fn(f32, f32) -> f32| {
        let mut random = Random(31);
        (3..9).fold(Sheet::of(CLOSE), |sheet, n| {
            let (before, step) = (random.vector(n), random.vector(n));
            let both = || before.iter().zip(&step);
            let right: Vec<f32> = both().map(|(x, step)| x - step).collect();
            let mine: Vec<f32> = both().map(|(x, step)| yours(*x, *step)).collect();
            sheet.case(vec![vector(before.clone())], vector(right), vector(mine))
        })
    };
    type Step = fn(f32, f32) -> f32;
    let table: [(Step, &str, &str); 7] = [
        (
            |x, step| x - 2.0 * step,
            "change",
            "how `x` changes: every change is twice",
        ),
        (|x, step| x - 0.5 * step, "change", "every change is half"),
        (
            |x, step| x - 3.0 * step,
            "change",
            "every change is 3 times",
        ),
        (|x, step| x + step, "change", "goes the other way"),
        (
            |x, step| 2.0 * (x - step),
            "factor",
            "twice what it should be",
        ),
        (|x, _| x, "values", "is off in"),
        (|x, step| x - 2.0 * step * step, "values", "is off in"),
    ];
    for (yours, kind, words) in table {
        let message = steps(yours).fails(kind);
        assert!(message.contains(words), "{message}");
    }
}
