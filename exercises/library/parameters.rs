//! The parameters of a multilayer perceptron: tensors for the network, one list of numbers for the optimizer.

use gradlings::prelude::*;
use rand_distr::StandardNormal;

/// The weights and the biases of linear layers, from the first layer to the last. A layer has the same place in both lists.
#[derive(Clone, Debug)]
pub struct Parameters {
    /// `(inputs, outputs)` for each layer.
    pub weights: Vec<Matrix>,
    /// `(outputs,)` for each layer.
    pub biases: Vec<Vector>,
}
record!(Parameters { weights, biases });

impl Parameters {
    /// Layers that turn each of these sizes into the next, with random weights of variance `2 / inputs` (He and others,
    /// 2015) and biases of zero.
    ///
    /// ```
    /// use course::Parameters;
    /// use gradlings::prelude::*;
    ///
    /// let parameters = Parameters::new(&[2, 32, 32, 2], &mut random(1));
    /// assert_eq!(parameters.numbers().len(), 1218);
    /// ```
    pub fn new(sizes: &[usize], random: &mut StdRng) -> Self {
        let mut layer = |inputs: usize, outputs: usize| -> (Matrix, Vector) {
            let deviation = (2.0 / inputs as f32).sqrt();
            let weight = |_| deviation * random.sample::<f32, _>(StandardNormal);
            let weights = (0..inputs * outputs).map(weight).collect();
            (
                device().tensor_from_vec(weights, (inputs, outputs)),
                device().zeros_like(&(outputs,)),
            )
        };
        let sizes = sizes.iter().zip(sizes.iter().skip(1));
        let (weights, biases) = sizes.map(|(from, to)| layer(*from, *to)).unzip();
        Self { weights, biases }
    }

    /// All of them in one list, layer by layer: first its weights, row by row, then its biases.
    pub fn numbers(&self) -> Vec<f32> {
        let layers = self.weights.iter().zip(&self.biases);
        layers
            .flat_map(|(weights, bias)| [weights.as_vec(), bias.as_vec()].concat())
            .collect()
    }

    /// The gradient of each of them, in the order of [`numbers`](Self::numbers): 0 where the loss does not depend on it.
    pub fn gradient(&self, mut of: Gradients<f32, Dev>) -> Vec<f32> {
        fn one<S: Shape>(tensor: &Tensor<S, f32, Dev>, of: &mut Gradients<f32, Dev>) -> Vec<f32> {
            match of.try_alloc_for(tensor) {
                Ok(()) => of.get(tensor).as_vec(),
                Err(_) => vec![0.0; tensor.shape().num_elements()],
            }
        }
        let layers = self.weights.iter().zip(&self.biases);
        layers
            .flat_map(|(weights, bias)| [one(weights, &mut of), one(bias, &mut of)].concat())
            .collect()
    }

    /// The same layers with other numbers, in the order of [`numbers`](Self::numbers).
    ///
    /// # Panics
    ///
    /// If there are more or fewer numbers than parameters.
    pub fn with(&self, numbers: Vec<f32>) -> Self {
        let count = self.numbers().len();
        if numbers.len() != count {
            panic!(
                "the network has {count} parameters, and there are {} numbers for them",
                numbers.len()
            );
        }
        let mut numbers = numbers.into_iter();
        let mut next = |count: usize| Vec::from_iter(numbers.by_ref().take(count));
        let layers = self.weights.iter().zip(&self.biases);
        let layers = layers.map(|(weights, bias)| -> (Matrix, Vector) {
            let (weights_shape, bias_shape) = (*weights.shape(), *bias.shape());
            let weights = next(weights_shape.num_elements());
            (
                device().tensor_from_vec(weights, weights_shape),
                device().tensor_from_vec(next(bias_shape.num_elements()), bias_shape),
            )
        });
        let (weights, biases) = layers.unzip();
        Self { weights, biases }
    }
}
