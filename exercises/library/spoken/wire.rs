//! Spoken digits on their way between programs, and what a classifier needs of them.

use std::ops::Range;

use gradlings::prelude::*;
use gradlings::values::Wire;

use super::{PIXELS, Pictures, Spoken, WIDTH, tensor};
use crate::picture_rows;

/// Pictures and labels together: one row per picture, the label first and then its grey levels.
impl Wire for Spoken {
    fn into_value(self) -> Value {
        picture_rows::rows(&self.labels, &self.pictures, PIXELS)
    }
    fn from_value(value: Value) -> Result<Self, String> {
        let (labels, pictures) =
            picture_rows::of_rows(value, PIXELS, "labelled pictures of spoken digits")?;
        Ok(Spoken { pictures, labels })
    }
}

/// Spoken digits without their labels: what a network is examined on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unlabelled(pub Vec<u8>);

impl Wire for Unlabelled {
    fn into_value(self) -> Value {
        picture_rows::unlabelled(self.0, PIXELS)
    }
    fn from_value(value: Value) -> Result<Self, String> {
        picture_rows::of_unlabelled(value, PIXELS, "pictures of spoken digits").map(Unlabelled)
    }
}

impl Labelled for Spoken {
    type Examples = Unlabelled;
    fn examples(&self) -> Unlabelled {
        Unlabelled(self.pictures.clone())
    }
    fn labels(&self) -> Vec<usize> {
        self.labels.iter().copied().map(usize::from).collect()
    }
}

impl Examples for Unlabelled {
    /// `(batch, 1, 24, 32)`, numbers from 0 to 1.
    type Batch = Pictures;
    fn count(&self) -> usize {
        self.0.len() / PIXELS
    }
    fn batch(&self, range: Range<usize>) -> Pictures {
        let levels = &self.0[range.start * PIXELS..range.end * PIXELS];
        tensor(&device(), levels.iter(), range.len())
    }
    fn picture(&self, i: usize) -> Option<(usize, Vec<u8>)> {
        let levels = self.0.get(i * PIXELS..(i + 1) * PIXELS)?;
        Some((WIDTH, levels.to_vec()))
    }
}
