//! Tensors of dfdx.

use dfdx::prelude::*;

use super::numbers::narrowed;
use super::{Wire, misfit};
use crate::tensor::{Dev, device};
use crate::wire::{Array, Value};
use crate::words::values as words;

impl<S: Shape> Wire for Tensor<S, f32, Dev> {
    fn into_value(self) -> Value {
        Value::Numbers(to_array(&self))
    }
    fn from_value(value: Value) -> Result<Self, String> {
        match value {
            Value::Numbers(array) => from_array(array),
            other => misfit(words::tensor(), &other),
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
                let data = array.data().iter().map(|&x| narrowed(x));
                let data: Vec<usize> = data.collect::<Result<_, _>>()?;
                device()
                    .try_tensor_from_vec(data, shape)
                    .map_err(|error| format!("{error:?}"))
            }
            other => misfit(words::integer_tensor(), &other),
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
            other => misfit(words::tensors(), &other),
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
    Err(words::tensor_shape(format!("{axes:?}")))
}
