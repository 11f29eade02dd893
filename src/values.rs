//! From Rust and dfdx values to wire values and back.

use dfdx::prelude::*;

use crate::tensor::{Dev, device};
use crate::wire::{Array, Value};

/// A type that the functions of an exercise can take and return.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot travel between programs, so a function of an exercise can neither take nor return it",
    note = "numbers (`f32`, `f64`, `usize`, `u64`, `i64`), `bool`, `String`, `Vec<f32>`, `Vec<f64>`, `Vec<usize>`, `Vec<Vec<f32>>`, `Vec<Vec<f64>>`, `Vec<Vec<Option<f32>>>`, tensors and `Vec`s of tensors can",
    note = "for anything else, implement `gradlings::values::Wire` for a type of the course's library"
)]
pub trait Wire: Sized {
    /// The wire form.
    fn into_value(self) -> Value;
    /// The value back, or what was expected instead.
    fn from_value(value: Value) -> Result<Self, String>;
}

/// What a function of an exercise returns: one part, or a tuple of parts.
pub trait Parts {
    /// How many parts.
    const COUNT: usize;
    /// The parts in order.
    fn into_parts(self) -> Vec<Value>;
}

impl<T: Wire> Parts for T {
    const COUNT: usize = 1;
    fn into_parts(self) -> Vec<Value> {
        vec![self.into_value()]
    }
}

/// What a function of an exercise takes: a tuple of inputs.
pub trait Inputs: Sized {
    /// One name per input.
    type Names: AsRef<[&'static str]>;
    /// How many inputs.
    const COUNT: usize;
    /// The inputs in order.
    fn into_values(self) -> Vec<Value>;
    /// The inputs back, or which of them does not fit.
    fn from_values(values: Vec<Value>) -> Result<Self, String>;
}

macro_rules! tuples {
    ($count:literal: $($name:ident $index:tt),+) => {
        impl<$($name: Wire),+> Inputs for ($($name,)+) {
            type Names = [&'static str; $count];
            const COUNT: usize = $count;
            fn into_values(self) -> Vec<Value> {
                vec![$(self.$index.into_value()),+]
            }
            fn from_values(values: Vec<Value>) -> Result<Self, String> {
                if values.len() != $count {
                    return Err(format!(
                        "it takes {} inputs, the exercise gives it {}",
                        $count,
                        values.len()
                    ));
                }
                let mut values = values.into_iter();
                Ok(($({
                    // The length was checked above, so there is one value for every name.
                    let value = values.next().unwrap_or(Value::Flag(false));
                    $name::from_value(value).map_err(|why| format!("input {}: {why}", $index + 1))?
                },)+))
            }
        }
    };
}
tuples!(1: A 0);
tuples!(2: A 0, B 1);
tuples!(3: A 0, B 1, C 2);
tuples!(4: A 0, B 1, C 2, D 3);
tuples!(5: A 0, B 1, C 2, D 3, E 4);
tuples!(6: A 0, B 1, C 2, D 3, E 4, F 5);

macro_rules! tuple_parts {
    ($count:literal: $($name:ident $index:tt),+) => {
        impl<$($name: Wire),+> Parts for ($($name,)+) {
            const COUNT: usize = $count;
            fn into_parts(self) -> Vec<Value> {
                vec![$(self.$index.into_value()),+]
            }
        }
    };
}
tuple_parts!(2: A 0, B 1);
tuple_parts!(3: A 0, B 1, C 2);
tuple_parts!(4: A 0, B 1, C 2, D 3);

/// The error of a value that is no `expected`.
pub fn misfit<T>(expected: &str, got: &Value) -> Result<T, String> {
    Err(format!("expected {expected}, got {}", describe(got)))
}

fn describe(value: &Value) -> String {
    match value {
        Value::Numbers(array) => format!("numbers of shape {:?}", array.shape()),
        Value::Doubles(array) => format!("numbers in `f64` of shape {:?}", array.shape()),
        Value::Integers(array) => format!("integers of shape {:?}", array.shape()),
        Value::Bytes(array) => format!("bytes of shape {:?}", array.shape()),
        Value::Arrays(arrays) => format!("{} arrays", arrays.len()),
        Value::DoubleRows(rows) => format!("{} rows in `f64`", rows.len()),
        Value::Flag(_) => "a yes or no".to_owned(),
        Value::Text(_) => "text".to_owned(),
    }
}

macro_rules! floats {
    ($($type:ty, $one:ident, $several:ident, $words:literal;)+) => {$(
        impl Wire for $type {
            fn into_value(self) -> Value {
                Value::$one(Array::scalar(self))
            }
            fn from_value(value: Value) -> Result<Self, String> {
                match value {
                    Value::$one(array) if array.shape().is_empty() => Ok(array.data()[0]),
                    other => misfit(concat!("a number", $words), &other),
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
                    other => misfit(concat!("a row of numbers", $words), &other),
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
                    other => misfit(concat!("rows of numbers", $words), &other),
                }
            }
        }
    )+};
}
floats! {
    f32, Numbers, Arrays, "";
    f64, Doubles, DoubleRows, " in `f64`";
}

macro_rules! integers {
    ($($type:ty)+) => {$(
        impl Wire for $type {
            fn into_value(self) -> Value {
                Value::Integers(Array::scalar(self as i64))
            }
            fn from_value(value: Value) -> Result<Self, String> {
                match value {
                    Value::Integers(array) if array.shape().is_empty() => {
                        <$type>::try_from(array.data()[0]).map_err(|error| error.to_string())
                    }
                    other => misfit("a whole number", &other),
                }
            }
        }
    )+};
}
integers!(usize u64 i64);

impl Wire for bool {
    fn into_value(self) -> Value {
        Value::Flag(self)
    }
    fn from_value(value: Value) -> Result<Self, String> {
        match value {
            Value::Flag(flag) => Ok(flag),
            other => misfit("yes or no", &other),
        }
    }
}

impl Wire for String {
    fn into_value(self) -> Value {
        Value::Text(self)
    }
    fn from_value(value: Value) -> Result<Self, String> {
        match value {
            Value::Text(text) => Ok(text),
            other => misfit("text", &other),
        }
    }
}

impl Wire for Vec<usize> {
    fn into_value(self) -> Value {
        Value::Integers(Array::vector(self.into_iter().map(|x| x as i64).collect()))
    }
    fn from_value(value: Value) -> Result<Self, String> {
        match value {
            Value::Integers(array) if array.shape().len() == 1 => array
                .data()
                .iter()
                .map(|&x| usize::try_from(x).map_err(|error| error.to_string()))
                .collect(),
            other => misfit("a row of whole numbers", &other),
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

impl<S: Shape> Wire for Tensor<S, f32, Dev> {
    fn into_value(self) -> Value {
        Value::Numbers(to_array(&self))
    }
    fn from_value(value: Value) -> Result<Self, String> {
        match value {
            Value::Numbers(array) => from_array(array),
            other => misfit("a tensor of numbers", &other),
        }
    }
}

/// Labels and indices.
impl<S: Shape> Wire for Tensor<S, usize, Dev> {
    fn into_value(self) -> Value {
        let shape: Vec<usize> = self.shape().concrete().into();
        let data = match self.shape().num_elements() {
            0 => Vec::new(),
            _ => self.as_vec().into_iter().map(|x| x as i64).collect(),
        };
        // `as_vec` gives one element per position of the shape.
        Value::Integers(Array::new(shape, data).unwrap_or_default())
    }
    fn from_value(value: Value) -> Result<Self, String> {
        match value {
            Value::Integers(array) => {
                let shape = shape_of::<S>(array.shape())?;
                let data: Result<Vec<usize>, _> =
                    array.data().iter().map(|&x| usize::try_from(x)).collect();
                let data = data.map_err(|error| error.to_string())?;
                device()
                    .try_tensor_from_vec(data, shape)
                    .map_err(|error| format!("{error:?}"))
            }
            other => misfit("a tensor of whole numbers", &other),
        }
    }
}

/// Several tensors in order, such as the parameters of a model.
impl<S: Shape> Wire for Vec<Tensor<S, f32, Dev>> {
    fn into_value(self) -> Value {
        Value::Arrays(self.iter().map(to_array).collect())
    }
    fn from_value(value: Value) -> Result<Self, String> {
        match value {
            Value::Arrays(arrays) => arrays.into_iter().map(from_array).collect(),
            other => misfit("several tensors", &other),
        }
    }
}

/// The elements of a tensor in row-major order, whatever its strides.
pub(crate) fn to_array<S: Shape>(tensor: &Tensor<S, f32, Dev>) -> Array<f32> {
    let shape: Vec<usize> = tensor.shape().concrete().into();
    // dfdx reads one element before it looks at the shape, which panics where an axis has length 0.
    let data = match tensor.shape().num_elements() {
        0 => Vec::new(),
        _ => tensor.as_vec(),
    };
    // There is one element per position of the shape.
    Array::new(shape, data).unwrap_or_default()
}

fn from_array<S: Shape>(array: Array<f32>) -> Result<Tensor<S, f32, Dev>, String> {
    let shape = shape_of::<S>(array.shape())?;
    device()
        .try_tensor_from_vec(array.into_data(), shape)
        .map_err(|error| format!("{error:?}"))
}

/// The shape `S` with these axes, or why it cannot have them.
fn shape_of<S: Shape>(axes: &[usize]) -> Result<S, String> {
    let mut concrete: S::Concrete = Default::default();
    if axes.len() == S::NUM_DIMS {
        for (axis, &length) in axes.iter().enumerate() {
            concrete[axis] = length;
        }
        if let Some(shape) = S::from_concrete(&concrete) {
            return Ok(shape);
        }
    }
    Err(format!(
        "a tensor of another shape was expected, got {axes:?}"
    ))
}
