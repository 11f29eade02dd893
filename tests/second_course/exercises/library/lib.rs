//! What the exercises of this course share: points on two sides of a line.

use std::ops::Range;

use gradlings::prelude::*;
use gradlings::values::{Wire, misfit};
use gradlings::wire::Array;

/// Points in the plane.
#[derive(Clone, Debug, PartialEq)]
pub struct Points(pub Vec<[f32; 2]>);

/// Points, and on which side of the line each of them lies: 1 where `2x - y > 0.5`, else 0.
#[derive(Clone, Debug, PartialEq)]
pub struct Sides(pub Points);

/// Points at random in the square from -1 to 1. The same seed gives the same points.
pub fn sides(count: usize, seed: u64) -> Sides {
    let mut random = random(seed);
    let mut number = || random.gen_range(-1.0..1.0);
    Sides(Points((0..count).map(|_| [number(), number()]).collect()))
}

impl Sides {
    /// The points at `indices` as a tensor, `(batch, 2)`.
    pub fn points(&self, indices: &[usize]) -> Tensor<(usize, Const<2>), f32, Dev> {
        let numbers = indices.iter().flat_map(|&i| self.0.0[i]).collect();
        device().tensor_from_vec(numbers, (indices.len(), Const))
    }

    /// Their labels as rows with a one at the side and a zero at the other, `(batch, 2)`.
    pub fn one_hot(&self, indices: &[usize]) -> Tensor<(usize, Const<2>), f32, Dev> {
        let labels = self.labels();
        let rows = indices.iter().flat_map(|&i| match labels[i] {
            0 => [1.0, 0.0],
            _ => [0.0, 1.0],
        });
        device().tensor_from_vec(rows.collect(), (indices.len(), Const))
    }
}

impl Wire for Points {
    fn into_value(self) -> Value {
        let shape = vec![self.0.len(), 2];
        // Two numbers for every point.
        Value::Numbers(Array::new(shape, self.0.concat()).unwrap_or_default())
    }
    fn from_value(value: Value) -> Result<Self, String> {
        match value {
            Value::Numbers(array) if array.shape().last() == Some(&2) => {
                let (pairs, _) = array.data().as_chunks();
                Ok(Points(pairs.to_vec()))
            }
            other => misfit("points", &other),
        }
    }
}

/// The points are enough: the labels follow from them.
impl Wire for Sides {
    fn into_value(self) -> Value {
        self.0.into_value()
    }
    fn from_value(value: Value) -> Result<Self, String> {
        Points::from_value(value).map(Sides)
    }
}

impl Labelled for Sides {
    type Examples = Points;
    fn examples(&self) -> Points {
        self.0.clone()
    }
    fn labels(&self) -> Vec<usize> {
        let side = |[x, y]: &[f32; 2]| usize::from(2.0 * x - y > 0.5);
        self.0.0.iter().map(side).collect()
    }
}

impl Examples for Points {
    type Batch = Tensor<(usize, Const<2>), f32, Dev>;
    fn count(&self) -> usize {
        self.0.len()
    }
    fn batch(&self, range: Range<usize>) -> Self::Batch {
        let numbers = self.0[range.clone()].concat();
        device().tensor_from_vec(numbers, (range.len(), Const))
    }
}
