//! The pattern "as if": the right answer to other inputs.

use crate::runner::judge::tests::sheets::{CLOSE, Random, Sheet, returned, vector};
use crate::sheet::CheckKind;

// Right: `sin x` and `cos y`.
// Wrong: `sin y` and `cos x`.
// Told:  the inputs changed places.
// Near:  `sin y` and `cos y`.
#[test]
fn two_inputs_that_one_part_uses_both_for_are_not_said_to_have_changed_places() {
    use crate::sheet::{Change, Variation};
    let parts = || [("first", CLOSE), ("second", CLOSE)];
    let table = [
        // Each part is made of the other input.
        (true, "exchanged"),
        // Both parts are made of the second one.
        (false, "values"),
    ];
    for (both, kind) in table {
        let mut random = Random(2);
        let mut sheet = Sheet::of_parts(CheckKind::Function, parts());
        for n in 3..8 {
            let (x, y) = (random.vector(n), random.vector(n));
            let sines = |x: &[f32]| vector(x.iter().map(|x| x.sin()).collect::<Vec<_>>());
            let cosines = |x: &[f32]| vector(x.iter().map(|x| x.cos()).collect::<Vec<_>>());
            let right = vec![sines(&x), cosines(&y)];
            let exchanged = vec![sines(&y), cosines(&x)];
            let yours = [sines(&y), if both { cosines(&x) } else { cosines(&y) }];
            sheet.check.variations.push(Variation {
                case: sheet.check.cases.len(),
                change: Change::Exchanged { inputs: (0, 1) },
                inputs: Vec::new(),
                right: exchanged,
            });
            sheet = sheet.case_of(vec![vector(x), vector(y)], right, returned(yours));
        }
        let message = sheet.fails(kind);
        assert_eq!(message.contains("changed places"), both, "{message}");
    }
}
