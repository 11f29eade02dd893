//! Spoken digits on their way between programs, and what a classifier needs of them.

use std::ops::Range;

use gradlings::prelude::*;
use gradlings::values::{Wire, misfit};
use gradlings::wire::Array;

use super::{PIXELS, Pictures, Spoken, WIDTH, tensor};

/// Pictures and labels together: one row per picture, the label first and then its grey levels.
impl Wire for Spoken {
    fn into_value(self) -> Value {
        let mut bytes = Vec::with_capacity(self.len() * (1 + PIXELS));
        for (row, &label) in self.labels.iter().enumerate() {
            bytes.push(label);
            bytes.extend_from_slice(self.picture(row));
        }
        // Every row above has exactly that many bytes.
        Value::Bytes(Array::new(vec![self.len(), 1 + PIXELS], bytes).unwrap_or_default())
    }
    fn from_value(value: Value) -> Result<Self, String> {
        match value {
            Value::Bytes(array) if array.shape().get(1) == Some(&(1 + PIXELS)) => {
                let (mut pictures, mut labels) = (Vec::new(), Vec::new());
                for row in array.data().chunks_exact(1 + PIXELS) {
                    labels.push(row[0]);
                    pictures.extend_from_slice(&row[1..]);
                }
                Ok(Spoken { pictures, labels })
            }
            other => misfit("labelled pictures of spoken digits", &other),
        }
    }
}

/// Spoken digits without their labels: what a network is examined on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unlabelled(pub Vec<u8>);

impl Wire for Unlabelled {
    fn into_value(self) -> Value {
        let rows = self.0.len() / PIXELS;
        // Whole pictures: anything else has lost its shape already.
        Value::Bytes(Array::new(vec![rows, PIXELS], self.0).unwrap_or_default())
    }
    fn from_value(value: Value) -> Result<Self, String> {
        match value {
            Value::Bytes(array) if array.shape().last() == Some(&PIXELS) => {
                Ok(Unlabelled(array.into_data()))
            }
            other => misfit("pictures of spoken digits", &other),
        }
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
