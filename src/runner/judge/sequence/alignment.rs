//! Two sequences side by side.

use std::hash::Hash;

use super::view::{Shown, WithBoth, with_both};
use crate::wire::Value;

/// How two sequences are laid side by side so that as many as possible agree: what is changed, with a gap where one has
/// nothing, the first `most` of them.
pub fn alignment(yours: &Value, expected: &Value, most: usize) -> Vec<Aligned> {
    struct Laid(usize);
    impl WithBoth for Laid {
        type Result = Vec<Aligned>;
        fn run<T: Shown + Ord + Hash>(self, yours: &[T], expected: &[T]) -> Vec<Aligned> {
            aligned(yours, expected, self.0)
        }
    }
    with_both(yours, expected, Laid(most)).unwrap_or_default()
}

fn aligned<T: Shown + Ord + Hash>(yours: &[T], expected: &[T], most: usize) -> Vec<Aligned> {
    /// Longer ones are not aligned to their end: what is wrong shows before.
    const LONGEST: usize = 2000;
    let (yours, expected) = (
        &yours[..yours.len().min(LONGEST)],
        &expected[..expected.len().min(LONGEST)],
    );
    let operations = similar::capture_diff_slices(similar::Algorithm::Myers, yours, expected);
    let changes = operations
        .into_iter()
        .map(|operation| operation.as_tag_tuple())
        .filter(|(tag, ..)| *tag != similar::DiffTag::Equal);
    let places = changes.flat_map(|(_, mine, wanted)| {
        let steps = 0..mine.len().max(wanted.len());
        steps.map(move |step| (mine.clone().nth(step), wanted.clone().nth(step)))
    });
    let aligned = places.take(most).map(|(mine, wanted)| Aligned {
        yours: mine.map(|at| (at, yours[at].shown())),
        expected: wanted.map(|at| (at, expected[at].shown())),
    });
    aligned.collect()
}

/// One place of an alignment at which two sequences differ.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Aligned {
    /// Where it stands in yours, and what it is, if something does.
    pub yours: Option<(usize, String)>,
    /// Where it is expected, and what it is, if something is.
    pub expected: Option<(usize, String)>,
}
