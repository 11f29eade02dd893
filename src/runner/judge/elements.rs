//! A value as numbers and their shape.

use crate::wire::{Array, Element, Value};

/// The elements of a value as numbers, row-major; text has none.
pub fn elements(value: &Value) -> Vec<f64> {
    match value {
        Value::Numbers(array) => array.data().iter().map(|&x| f64::from(x)).collect(),
        Value::Doubles(array) => array.data().to_vec(),
        Value::Integers(array) => array.data().iter().map(|&x| x as f64).collect(),
        Value::Bytes(array) => array.data().iter().map(|&x| f64::from(x)).collect(),
        Value::Arrays(arrays) => arrays
            .iter()
            .flat_map(|array| array.data().iter().map(|&x| f64::from(x)))
            .collect(),
        Value::DoubleRows(rows) => rows.iter().flat_map(Array::data).copied().collect(),
        Value::IntegerRows(rows) => rows
            .iter()
            .flat_map(|row| row.data().iter().map(|&x| x as f64))
            .collect(),
        Value::Flag(flag) => vec![f64::from(u8::from(*flag))],
        Value::Flags(flags) => flags.iter().map(|&it| f64::from(u8::from(it))).collect(),
        Value::Text(_) | Value::Texts(_) | Value::Nothing | Value::Error(_) => Vec::new(),
    }
}

/// The length of every axis; for rows that may differ, the number of rows and the length of each.
pub fn shape(value: &Value) -> Vec<usize> {
    match value {
        Value::Numbers(array) => array.shape().to_vec(),
        Value::Doubles(array) => array.shape().to_vec(),
        Value::Integers(array) => array.shape().to_vec(),
        Value::Bytes(array) => array.shape().to_vec(),
        Value::Arrays(arrays) => shape_of_all(arrays),
        Value::DoubleRows(rows) => shape_of_all(rows),
        Value::IntegerRows(rows) => shape_of_all(rows),
        Value::Flags(flags) => vec![flags.len()],
        Value::Texts(texts) => vec![texts.len()],
        Value::Flag(_) | Value::Text(_) | Value::Nothing | Value::Error(_) => Vec::new(),
    }
}

/// How many elements a tensor of this shape has. The lengths of arrays of different shapes are those of no tensor, and their
/// product may be larger than any number.
pub fn count(shape: &[usize]) -> usize {
    let lengths = shape.iter();
    lengths.fold(1, |count, length| count.saturating_mul(*length))
}

fn shape_of_all<T: Element>(arrays: &[Array<T>]) -> Vec<usize> {
    let first = arrays.first().map(|array| array.shape().to_vec());
    match first {
        Some(first) if arrays.iter().all(|array| array.shape() == first) => {
            std::iter::once(arrays.len()).chain(first).collect()
        }
        _ => std::iter::once(arrays.len())
            .chain(arrays.iter().map(|array| array.data().len()))
            .collect(),
    }
}
