//! The rows that a loop misses: all but the first or the last, or one of these two.

use crate::sheet::Missing;

/// Each of them.
pub const MISSING: [Missing; 4] = [
    Missing::Last,
    Missing::First,
    Missing::AllButFirst,
    Missing::AllButLast,
];

/// What a loop does that misses these rows, as the end of a sentence.
pub fn cause(missing: Missing) -> &'static str {
    match missing {
        Missing::Last => "a loop or a range ends one too early",
        Missing::First => "a loop or a range starts one too late; counting starts at 0",
        Missing::AllButFirst => "a loop ends after its first round",
        Missing::AllButLast => "each round of a loop replaces what the rounds before it found",
    }
}
