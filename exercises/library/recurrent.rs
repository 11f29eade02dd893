//! The weights of a recurrent network.

use gradlings::prelude::*;
use gradlings::values::{Wire, misfit};
use gradlings::wire::Array;

/// The weights of a recurrent network: those of its cell, and those that make logits of a state.
#[derive(Clone, Debug)]
pub struct Recurrent {
    /// From an input to the state: `(inputs, units)`.
    pub w: Matrix,
    /// From a state to the next one: `(units, units)`.
    pub u: Matrix,
    /// The bias of the cell: `(units,)`.
    pub b: Vector,
    /// From a state to logits: `(units, classes)`.
    pub v: Matrix,
    /// The bias of the logits: `(classes,)`.
    pub c: Vector,
}

/// The five tensors one after the other, as one value: none of them means anything without the others.
impl Wire for Recurrent {
    fn into_value(self) -> Value {
        let [units, classes] = [self.b.shape().0, self.c.shape().0];
        let inputs = self.w.shape().0;
        let shapes = [
            vec![inputs, units],
            vec![units, units],
            vec![units],
            vec![units, classes],
            vec![classes],
        ];
        let arrays = shapes.into_iter().zip(self.numbers());
        // Every list has as many numbers as its tensor.
        let arrays = arrays.map(|(shape, numbers)| Array::new(shape, numbers).unwrap_or_default());
        Value::Arrays(arrays.collect())
    }
    fn from_value(value: Value) -> Result<Self, String> {
        const EXPECTED: &str = "the weights of a recurrent network";
        let Value::Arrays(arrays) = &value else {
            return misfit(EXPECTED, &value);
        };
        let [w, u, b, v, c] = &arrays[..] else {
            return misfit(EXPECTED, &value);
        };
        let (&[inputs, units], &[classes]) = (w.shape(), c.shape()) else {
            return misfit(EXPECTED, &value);
        };
        let fits = u.shape() == [units, units] && b.shape() == [units];
        if !fits || v.shape() != [units, classes] {
            return misfit(EXPECTED, &value);
        }
        let matrix = |of: &Array<f32>, shape| device().tensor_from_vec(of.data().to_vec(), shape);
        let vector = |of: &Array<f32>, shape| device().tensor_from_vec(of.data().to_vec(), shape);
        Ok(Self {
            w: matrix(w, (inputs, units)),
            u: matrix(u, (units, units)),
            b: vector(b, (units,)),
            v: matrix(v, (units, classes)),
            c: vector(c, (classes,)),
        })
    }
}

impl Recurrent {
    /// A network that knows nothing yet: zeros for the biases, and random numbers up to `1 / sqrt(units)` for the rest.
    pub fn new(inputs: usize, units: usize, classes: usize, random: &mut StdRng) -> Self {
        let most = 1.0 / (units as f32).sqrt();
        let mut start = |rows: usize, columns: usize| -> Matrix {
            let numbers = (0..rows * columns).map(|_| random.gen_range(-most..=most));
            device().tensor_from_vec(numbers.collect(), (rows, columns))
        };
        Self {
            w: start(inputs, units),
            u: start(units, units),
            b: device().zeros_like(&(units,)),
            v: start(units, classes),
            c: device().zeros_like(&(classes,)),
        }
    }

    /// States of zeros, `(batch, units)`: what sequences begin with.
    pub fn rest(&self, batch: usize) -> Matrix {
        let (units,) = *self.b.shape();
        device().zeros_like(&(batch, units))
    }

    /// The logits that belong to states, `(batch, classes)`.
    pub fn logits(&self, states: Matrix) -> Matrix {
        let product = states.matmul(self.v.clone());
        let bias = self.c.clone().broadcast_like::<_, Axis<0>>(&product);
        product + bias
    }

    /// All weights as numbers, a list for each tensor: `w`, `u`, `b`, `v`, `c`.
    pub fn numbers(&self) -> Vec<Vec<f32>> {
        let Self { w, u, b, v, c } = self;
        vec![w.as_vec(), u.as_vec(), b.as_vec(), v.as_vec(), c.as_vec()]
    }

    /// The gradients of all weights, in the lists of [`numbers`](Self::numbers): zeros for a weight that the loss does not
    /// depend on.
    pub fn gradients(&self, mut of: Gradients<f32, Dev>) -> Vec<Vec<f32>> {
        fn one<S: Shape>(tensor: &Tensor<S, f32, Dev>, of: &mut Gradients<f32, Dev>) -> Vec<f32> {
            match of.try_alloc_for(tensor) {
                Ok(()) => of.get(tensor).as_vec(),
                Err(_) => vec![0.0; tensor.shape().num_elements()],
            }
        }
        let Self { w, u, b, v, c } = self;
        let biases = (one(b, &mut of), one(c, &mut of));
        let [w, u, v] = [w, u, v].map(|tensor| one(tensor, &mut of));
        vec![w, u, biases.0, v, biases.1]
    }

    /// The same network with other numbers, in the lists of [`numbers`](Self::numbers).
    ///
    /// # Panics
    ///
    /// If there are not five lists, or one has another length.
    pub fn with(&self, numbers: Vec<Vec<f32>>) -> Self {
        let lists: Result<[Vec<f32>; 5], _> = numbers.try_into();
        let Ok([w, u, b, v, c]) = lists else {
            panic!("a recurrent network has five lists of weights: w, u, b, v and c");
        };
        let new = |numbers, like: &Matrix| device().tensor_from_vec(numbers, *like.shape());
        let bias = |numbers, like: &Vector| device().tensor_from_vec(numbers, *like.shape());
        Self {
            w: new(w, &self.w),
            u: new(u, &self.u),
            b: bias(b, &self.b),
            v: new(v, &self.v),
            c: bias(c, &self.c),
        }
    }
}
