//! How much of a person's data is taken.

/// The most examples that are handed over: of more, every class gives some that lie evenly among its own.
pub const MOST: usize = 20_000;
/// The most classes.
pub const MOST_CLASSES: usize = 100;
/// The fewest examples of a class: with fewer, it cannot be cut into parts.
pub const FEWEST: usize = 5;
/// Examples in a part.
pub const PART: usize = 256;
/// How many of those that are left out are named.
pub const NAMED: usize = 3;
