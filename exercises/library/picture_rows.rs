//! Pictures of one size on their way between programs, with their labels and without: a row of bytes for each.

use gradlings::prelude::*;
use gradlings::values::misfit;
use gradlings::wire::Array;

/// One row per picture, the label first and then its pixels. `pixels` holds `size` bytes for each label.
pub fn rows(labels: &[u8], pixels: &[u8], size: usize) -> Value {
    let mut bytes = Vec::with_capacity(labels.len() * (1 + size));
    for (label, picture) in labels.iter().zip(pixels.chunks_exact(size)) {
        bytes.push(*label);
        bytes.extend_from_slice(picture);
    }
    // Every row above has exactly that many bytes.
    Value::Bytes(Array::new(vec![labels.len(), 1 + size], bytes).unwrap_or_default())
}

/// The labels and the pixels of such rows; `what` is what they should be.
pub fn of_rows(value: Value, size: usize, what: &str) -> Result<(Vec<u8>, Vec<u8>), String> {
    match value {
        Value::Bytes(array) if array.shape().get(1) == Some(&(1 + size)) => {
            let (mut labels, mut pixels) = (Vec::new(), Vec::new());
            for row in array.data().chunks_exact(1 + size) {
                labels.push(row[0]);
                pixels.extend_from_slice(&row[1..]);
            }
            Ok((labels, pixels))
        }
        other => misfit(what, &other),
    }
}

/// One row per picture, without its label.
pub fn unlabelled(pixels: Vec<u8>, size: usize) -> Value {
    let rows = pixels.len() / size;
    // Whole pictures: anything else has lost its shape already.
    Value::Bytes(Array::new(vec![rows, size], pixels).unwrap_or_default())
}

/// The pixels of such rows; `what` is what they should be.
pub fn of_unlabelled(value: Value, size: usize, what: &str) -> Result<Vec<u8>, String> {
    match value {
        Value::Bytes(array) if array.shape().last() == Some(&size) => Ok(array.into_data()),
        other => misfit(what, &other),
    }
}
