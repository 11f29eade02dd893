//! One change at each token.

use crate::runner::author::mutate::change::Change;
use crate::runner::author::mutate::gap::Gap;
use crate::runner::tokens::Code;

/// What `change` makes of a token, at every token of the gap.
pub(super) fn at_each(
    code: &Code<'_>,
    gap: &Gap<'_>,
    found: &mut Vec<Change>,
    change: impl Fn(usize) -> Vec<String>,
) {
    for at in gap.body.clone() {
        found.extend(change(at).into_iter().map(|becomes| Change {
            at: code.bytes(at, at),
            becomes,
        }));
    }
}
