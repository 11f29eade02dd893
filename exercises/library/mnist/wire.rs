//! Digits on their way between programs, and what a classifier needs of them.

use std::ops::Range;

use gradlings::prelude::*;
use gradlings::values::Wire;

use super::{Digits, Images, PIXELS, SIDE};
use crate::picture_rows;

/// Images and labels together: one row per digit, the label first and then its pixels.
impl Wire for Digits {
    fn into_value(self) -> Value {
        picture_rows::rows(&self.labels, &self.images, PIXELS)
    }
    fn from_value(value: Value) -> Result<Self, String> {
        let (labels, images) = picture_rows::of_rows(value, PIXELS, "labelled digits")?;
        Ok(Digits { images, labels })
    }
}

/// Digits without their labels: what a network is examined on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unlabelled(pub Vec<u8>);

impl Wire for Unlabelled {
    fn into_value(self) -> Value {
        picture_rows::unlabelled(self.0, PIXELS)
    }
    fn from_value(value: Value) -> Result<Self, String> {
        picture_rows::of_unlabelled(value, PIXELS, "digits").map(Unlabelled)
    }
}

impl Labelled for Digits {
    type Examples = Unlabelled;
    fn examples(&self) -> Unlabelled {
        Unlabelled(self.images.clone())
    }
    fn labels(&self) -> Vec<usize> {
        self.labels
            .iter()
            .map(|&label| usize::from(label))
            .collect()
    }
}

impl Examples for Unlabelled {
    /// `(batch, 1, 28, 28)`, with pixels in `[0, 1]`.
    type Batch = Images;
    fn count(&self) -> usize {
        self.0.len() / PIXELS
    }
    fn batch(&self, range: Range<usize>) -> Images {
        let pixels = &self.0[range.start * PIXELS..range.end * PIXELS];
        let pixels = pixels.iter().map(|&pixel| f32::from(pixel) / 255.0);
        device().tensor_from_vec(pixels.collect(), (range.len(), Const, Const, Const))
    }
    fn picture(&self, i: usize) -> Option<(usize, Vec<u8>)> {
        let pixels = self.0.get(i * PIXELS..(i + 1) * PIXELS)?;
        Some((SIDE, pixels.to_vec()))
    }
}
