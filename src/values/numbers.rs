//! Numbers, alone, in rows, and in rows of rows.

use super::{Wire, misfit};
use crate::wire::{Array, Value};
use crate::words::values as words;

macro_rules! floats {
    ($($type:ty, $one:ident, $several:ident, $number:ident, $row:ident, $rows:ident;)+) => {$(
        impl Wire for $type {
            fn into_value(self) -> Value {
                Value::$one(Array::scalar(self))
            }
            fn from_value(value: Value) -> Result<Self, String> {
                match value {
                    Value::$one(array) if array.shape().is_empty() => Ok(array.data()[0]),
                    other => misfit(words::$number(), &other),
                }
            }
        }

        impl Wire for Vec<$type> {
            fn into_value(self) -> Value {
                Value::$one(Array::vector(self))
            }
            fn from_value(value: Value) -> Result<Self, String> {
                match value {
                    Value::$one(array) if array.shape().len() == 1 => Ok(array.into_data()),
                    other => misfit(words::$row(), &other),
                }
            }
        }

        /// Rows that may differ in length.
        impl Wire for Vec<Vec<$type>> {
            fn into_value(self) -> Value {
                Value::$several(self.into_iter().map(Array::vector).collect())
            }
            fn from_value(value: Value) -> Result<Self, String> {
                match value {
                    Value::$several(rows) => Ok(rows.into_iter().map(Array::into_data).collect()),
                    other => misfit(words::$rows(), &other),
                }
            }
        }
    )+};
}
floats! {
    f32, Numbers, Arrays, number, row, rows;
    f64, Doubles, DoubleRows, double, double_row, several_double_rows;
}

macro_rules! integers {
    ($($type:ty)+) => {$(
        impl Wire for $type {
            fn into_value(self) -> Value {
                Value::Integers(Array::scalar(self as i64))
            }
            fn from_value(value: Value) -> Result<Self, String> {
                match value {
                    Value::Integers(array) if array.shape().is_empty() => narrowed(array.data()[0]),
                    other => misfit(words::integer(), &other),
                }
            }
        }

        impl Wire for Vec<$type> {
            fn into_value(self) -> Value {
                Value::Integers(Array::vector(self.into_iter().map(|x| x as i64).collect()))
            }
            fn from_value(value: Value) -> Result<Self, String> {
                match value {
                    Value::Integers(array) if array.shape().len() == 1 => {
                        array.data().iter().map(|&x| narrowed(x)).collect()
                    }
                    other => misfit(words::integer_row(), &other),
                }
            }
        }
    )+};
}
integers!(usize u64 i64);

/// A whole number in the type that the function takes.
pub(super) fn narrowed<T: TryFrom<i64>>(x: i64) -> Result<T, String> {
    T::try_from(x).map_err(|_| words::out_of_range(x))
}

/// The tokens of several texts, say.
impl Wire for Vec<Vec<usize>> {
    fn into_value(self) -> Value {
        let rows = self.into_iter();
        let rows = rows.map(|row| Array::vector(row.into_iter().map(|x| x as i64).collect()));
        Value::IntegerRows(rows.collect())
    }
    fn from_value(value: Value) -> Result<Self, String> {
        match value {
            Value::IntegerRows(rows) => rows
                .iter()
                .map(|row| row.data().iter().map(|&x| narrowed(x)).collect())
                .collect(),
            other => misfit(words::several_integer_rows(), &other),
        }
    }
}

impl Wire for Vec<u8> {
    fn into_value(self) -> Value {
        Value::Bytes(Array::vector(self))
    }
    fn from_value(value: Value) -> Result<Self, String> {
        match value {
            Value::Bytes(array) if array.shape().len() == 1 => Ok(array.into_data()),
            other => misfit(words::byte_row(), &other),
        }
    }
}

/// Rows with gaps; a gap travels as NaN.
impl Wire for Vec<Vec<Option<f32>>> {
    fn into_value(self) -> Value {
        let rows = self.into_iter().map(|row| {
            let row = row.into_iter().map(|cell| cell.unwrap_or(f32::NAN));
            Array::vector(row.collect())
        });
        Value::Arrays(rows.collect())
    }
    fn from_value(value: Value) -> Result<Self, String> {
        let rows = Vec::<Vec<f32>>::from_value(value)?;
        let with_gaps = |row: Vec<f32>| {
            row.into_iter()
                .map(|cell| (!cell.is_nan()).then_some(cell))
                .collect()
        };
        Ok(rows.into_iter().map(with_gaps).collect())
    }
}
