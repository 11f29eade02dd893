//! Digits on their way between programs, and what a classifier needs of them.

use std::ops::Range;

use gradlings::prelude::*;
use gradlings::values::{Wire, misfit};
use gradlings::wire::Array;

use super::{Digits, Images, PIXELS, SIDE};

/// Images and labels together: one row per digit, the label first and then its pixels.
impl Wire for Digits {
    fn into_value(self) -> Value {
        let mut bytes = Vec::with_capacity(self.len() * (1 + PIXELS));
        for (row, &label) in self.labels.iter().enumerate() {
            bytes.push(label);
            bytes.extend_from_slice(self.image(row));
        }
        // Every row above has exactly that many bytes.
        Value::Bytes(Array::new(vec![self.len(), 1 + PIXELS], bytes).unwrap_or_default())
    }
    fn from_value(value: Value) -> Result<Self, String> {
        match value {
            Value::Bytes(array) if array.shape().get(1) == Some(&(1 + PIXELS)) => {
                let (mut images, mut labels) = (Vec::new(), Vec::new());
                for row in array.data().chunks_exact(1 + PIXELS) {
                    labels.push(row[0]);
                    images.extend_from_slice(&row[1..]);
                }
                Ok(Digits { images, labels })
            }
            other => misfit("labelled digits", &other),
        }
    }
}

/// Digits without their labels: what a network is examined on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unlabelled(pub Vec<u8>);

impl Wire for Unlabelled {
    fn into_value(self) -> Value {
        let rows = self.0.len() / PIXELS;
        // The pixels of whole digits: anything else has lost its shape already.
        Value::Bytes(Array::new(vec![rows, PIXELS], self.0).unwrap_or_default())
    }
    fn from_value(value: Value) -> Result<Self, String> {
        match value {
            Value::Bytes(array) if array.shape().last() == Some(&PIXELS) => {
                Ok(Unlabelled(array.into_data()))
            }
            other => misfit("digits", &other),
        }
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
