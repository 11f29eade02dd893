//! The rows that a loop misses: all but the first or the last, or one of these two.

use crate::sheet::Missing;

/// Each of them.
pub const MISSING: [Missing; 4] = [
    Missing::Last,
    Missing::First,
    Missing::AllButFirst,
    Missing::AllButLast,
];
