//! Matrices that measure, and layers that are counted.

use super::{Wire, misfit};
use crate::counting::{Layer, Metered};
use crate::wire::{Array, Value};
use crate::words::values as words;

impl Wire for Metered {
    const METERED: Option<&'static str> = Some("Metered");
    #[track_caller]
    fn into_value(self) -> Value {
        Value::Numbers(array(&self))
    }
    fn from_value(value: Value) -> Result<Self, String> {
        match value {
            Value::Numbers(array) => matrix(array),
            other => misfit(words::tensor(), &other),
        }
    }
}

impl Wire for Vec<Metered> {
    const METERED: Option<&'static str> = Some("Vec<Metered>");
    #[track_caller]
    fn into_value(self) -> Value {
        Value::Arrays(self.iter().map(array).collect())
    }
    fn from_value(value: Value) -> Result<Self, String> {
        match value {
            Value::Arrays(arrays) => arrays.into_iter().map(matrix).collect(),
            other => misfit(words::tensors(), &other),
        }
    }
}

/// A stack of layers, as its weights.
impl Wire for Vec<Layer> {
    const METERED: Option<&'static str> = Some("Vec<Layer>");
    #[track_caller]
    fn into_value(self) -> Value {
        let weights: Vec<Metered> = self.into_iter().map(Layer::into_weights).collect();
        weights.into_value()
    }
    fn from_value(value: Value) -> Result<Self, String> {
        Vec::<Metered>::from_value(value).map(Layer::stack)
    }
}

#[track_caller]
fn array(matrix: &Metered) -> Array<f32> {
    let (rows, columns) = matrix.shape();
    // There is one number for each position.
    Array::new(vec![rows, columns], matrix.numbers()).unwrap_or_default()
}

fn matrix(array: Array<f32>) -> Result<Metered, String> {
    match *array.shape() {
        [rows, columns] => Ok(Metered::from_data(rows, columns, array.into_data())),
        _ => Err(words::tensor_shape(format!("{:?}", array.shape()))),
    }
}
