//! Data that a person gives to learn from, a part at a time, so that neither side ever holds all files.

use serde::{Deserialize, Serialize};

use super::array::Array;

/// What the runner says when it is asked for more of the data.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum MoreData {
    /// Some more examples.
    Part(DataPart),
    /// That was all.
    End,
    /// Nothing can be learned from what was given; the person has been told why.
    Refused,
}

/// Some examples.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct DataPart {
    /// The names of all classes, the same in every part.
    pub classes: Vec<String>,
    /// The place of the class of each example among the names.
    pub labels: Vec<u32>,
    /// What each example is.
    pub cells: Cells,
}

/// What examples are made of.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Cells {
    /// Pictures, all of one size: shape (examples, height, width), from 0 (black) to 255 (white).
    Grey(Array<u8>),
    /// A row of numbers for each example; `None` where one is missing.
    Numbers(Vec<Vec<Option<f32>>>),
}
