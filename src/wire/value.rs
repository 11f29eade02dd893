//! One input or one part of an answer.

use serde::{Deserialize, Serialize};

use super::array::Array;

/// A value that a function of an exercise takes or returns.
///
/// The enum is flat on purpose: a value that could hold values would let a hostile program send a frame nested so deep
/// that decoding it overflows the runner's stack. A function with several results answers with several values.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Value {
    /// A tensor, a vector or (rank 0) a single `f32`.
    Numbers(Array<f32>),
    /// The same in double precision.
    Doubles(Array<f64>),
    /// Labels, indices, shapes, or (rank 0) a single integer.
    Integers(Array<i64>),
    /// Pixels and other bytes.
    Bytes(Array<u8>),
    /// Several arrays in order: the parameters of a model, or rows that may differ in length.
    Arrays(Vec<Array<f32>>),
    /// Rows in double precision, which may differ in length.
    DoubleRows(Vec<Array<f64>>),
    /// Rows of whole numbers, which may differ in length: the tokens of several texts.
    IntegerRows(Vec<Array<i64>>),
    /// Yes or no.
    Flag(bool),
    /// Several times yes or no: a mask.
    Flags(Vec<bool>),
    /// Words.
    Text(String),
    /// Several texts in order.
    Texts(Vec<String>),
    /// `None`, where something else could have been.
    Nothing,
    /// The message of an `Err`, where something else could have been.
    Error(String),
}

impl Value {
    /// Whether it holds floating-point numbers.
    pub fn is_floating(&self) -> bool {
        matches!(
            self,
            Value::Numbers(_) | Value::Doubles(_) | Value::Arrays(_) | Value::DoubleRows(_)
        )
    }

    /// Whether they are in double precision.
    pub fn is_double(&self) -> bool {
        matches!(self, Value::Doubles(_) | Value::DoubleRows(_))
    }

    /// A bound of the bytes that the value takes on the wire.
    pub fn byte_count(&self) -> usize {
        /// No length takes more.
        const LENGTH: usize = 10;
        match self {
            Value::Numbers(array) => array.byte_count(),
            Value::Doubles(array) => array.byte_count(),
            Value::Integers(array) => array.byte_count(),
            Value::Bytes(array) => array.byte_count(),
            Value::Arrays(arrays) => arrays.iter().map(Array::byte_count).sum(),
            Value::DoubleRows(rows) => rows.iter().map(Array::byte_count).sum(),
            Value::IntegerRows(rows) => rows.iter().map(Array::byte_count).sum(),
            Value::Flag(_) | Value::Nothing => 1,
            Value::Flags(flags) => flags.len() + LENGTH,
            Value::Text(text) | Value::Error(text) => text.len() + LENGTH,
            Value::Texts(texts) => texts.iter().map(|text| text.len() + LENGTH).sum(),
        }
    }

    /// About the bytes of memory that it takes, which are many more than on the wire where it holds many small things.
    pub fn memory(&self) -> usize {
        let small = match self {
            Value::Arrays(arrays) => size_of_val(arrays.as_slice()),
            Value::DoubleRows(rows) => size_of_val(rows.as_slice()),
            Value::IntegerRows(rows) => size_of_val(rows.as_slice()),
            Value::Texts(texts) => size_of_val(texts.as_slice()),
            _ => 0,
        };
        size_of::<Value>() + small + self.byte_count()
    }

    /// How many elements the value holds: what "the smallest failing case" is measured by.
    pub fn element_count(&self) -> usize {
        match self {
            Value::Numbers(array) => array.data().len(),
            Value::Doubles(array) => array.data().len(),
            Value::Integers(array) => array.data().len(),
            Value::Bytes(array) => array.data().len(),
            Value::Arrays(arrays) => arrays.iter().map(|array| array.data().len()).sum(),
            Value::DoubleRows(rows) => rows.iter().map(|row| row.data().len()).sum(),
            Value::IntegerRows(rows) => rows.iter().map(|row| row.data().len()).sum(),
            Value::Flag(_) | Value::Nothing => 1,
            Value::Flags(flags) => flags.len(),
            Value::Text(text) | Value::Error(text) => text.len(),
            Value::Texts(texts) => texts.iter().map(String::len).sum(),
        }
    }
}
