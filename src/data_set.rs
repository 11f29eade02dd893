//! What a classifier learns from, whatever it is: pictures, sounds, rows of a table.
//!
//! A course brings its own data sets. These two traits are what the library needs of one, so that
//! `classifier` can train and examine on it and `report` can draw it. To send one to a learner's program takes `values::Wire`.

use std::ops::Range;

/// Examples with a label each.
pub trait Labelled: Clone {
    /// The examples alone: what a network is examined on.
    type Examples: Examples;
    /// All examples, without their labels.
    fn examples(&self) -> Self::Examples;
    /// The class of each example, from 0.
    fn labels(&self) -> Vec<usize>;
}

/// Examples without their labels.
pub trait Examples: Clone + PartialEq {
    /// What a network takes: a tensor whose first axis is the batch.
    type Batch;
    /// How many there are.
    fn count(&self) -> usize;
    /// The examples of a range that lies within [`count`](Self::count), as one batch.
    fn batch(&self, range: Range<usize>) -> Self::Batch;
    /// Example `i` as a small greyscale picture, where it can be seen: how many pixels wide it is, and its pixels row by row
    /// (0 is the background).
    fn picture(&self, _i: usize) -> Option<(usize, Vec<u8>)> {
        None
    }
}
