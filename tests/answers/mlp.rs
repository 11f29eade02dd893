// right: takes the last layer off first, folds the others, and counts with `num_elements`
use gradlings::prelude::*;

impl<T: Tape<f32, Dev>> Mlp<T> {
    pub fn parameters(&self) -> usize {
        let mut count = 0;
        for matrix in &self.weights {
            count += matrix.shape().num_elements();
        }
        for bias in &self.biases {
            count += bias.shape().num_elements();
        }
        count
    }

    pub fn forward(self, x: Matrix<T>) -> Matrix<T> {
        let Mlp {
            mut weights,
            mut biases,
        } = self;
        let (Some(last_w), Some(last_b)) = (weights.pop(), biases.pop()) else {
            return x;
        };
        let hidden = weights
            .into_iter()
            .zip(biases)
            .fold(x, |h, (w, b)| linear(h, w, b).relu());
        linear(hidden, last_w, last_b)
    }
}

// right: does not use `linear` but writes product and bias out, and peeks whether a layer follows; counts the numbers themselves
use gradlings::prelude::*;

impl<T: Tape<f32, Dev>> Mlp<T> {
    pub fn parameters(&self) -> usize {
        let of_weights: usize = self.weights.iter().map(|w| w.as_vec().len()).sum();
        let of_biases: usize = self.biases.iter().map(|b| b.as_vec().len()).sum();
        of_weights + of_biases
    }

    pub fn forward(self, x: Matrix<T>) -> Matrix<T> {
        let mut h = x;
        let mut layers = self.weights.into_iter().zip(self.biases).peekable();
        while let Some((w, b)) = layers.next() {
            let product = h.matmul(w);
            let bias = b.broadcast_like::<_, Axis<0>>(&product);
            h = product + bias;
            if layers.peek().is_some() {
                h = h.relu();
            }
        }
        h
    }
}

// right: recursion: the first layer, then a network of what is left; counts (inputs + 1) * outputs per layer
use gradlings::prelude::*;

impl<T: Tape<f32, Dev>> Mlp<T> {
    pub fn parameters(&self) -> usize {
        self.weights.iter().fold(0, |sum, w| {
            let (inputs, outputs) = *w.shape();
            sum + (inputs + 1) * outputs
        })
    }

    pub fn forward(self, x: Matrix<T>) -> Matrix<T> {
        let mut network = self;
        if network.weights.is_empty() {
            return x;
        }
        let w = network.weights.remove(0);
        let b = network.biases.remove(0);
        let h = linear(x, w, b);
        if network.weights.is_empty() {
            h
        } else {
            network.forward(h.relu())
        }
    }
}

// wrong, mistake:activation at the end: A ReLU stands behind the last layer too, so no output can be negative
use gradlings::prelude::*;

impl<T: Tape<f32, Dev>> Mlp<T> {
    pub fn parameters(&self) -> usize {
        let weights = self
            .weights
            .iter()
            .map(|matrix| {
                let (inputs, outputs) = *matrix.shape();
                inputs * outputs
            })
            .sum::<usize>();
        let biases = self.biases.iter().map(|bias| bias.shape().0).sum::<usize>();
        weights + biases
    }

    pub fn forward(self, x: Matrix<T>) -> Matrix<T> {
        let mut h = x;
        for (w, b) in self.weights.into_iter().zip(self.biases) {
            h = linear(h, w, b).relu();
        }
        h
    }
}

// wrong, mistake:no activation: There is no activation between the layers, so the network is only one linear layer
use gradlings::prelude::*;

impl<T: Tape<f32, Dev>> Mlp<T> {
    pub fn parameters(&self) -> usize {
        let weights = self
            .weights
            .iter()
            .map(|matrix| {
                let (inputs, outputs) = *matrix.shape();
                inputs * outputs
            })
            .sum::<usize>();
        let biases = self.biases.iter().map(|bias| bias.shape().0).sum::<usize>();
        weights + biases
    }

    pub fn forward(self, x: Matrix<T>) -> Matrix<T> {
        let mut h = x;
        for (w, b) in self.weights.into_iter().zip(self.biases) {
            h = linear(h, w, b);
        }
        h
    }
}

// wrong, mistake:last layer left out, and the activation before it: The loop ends one layer early, so the last layer is never applied
use gradlings::prelude::*;

impl<T: Tape<f32, Dev>> Mlp<T> {
    pub fn parameters(&self) -> usize {
        let weights = self
            .weights
            .iter()
            .map(|matrix| {
                let (inputs, outputs) = *matrix.shape();
                inputs * outputs
            })
            .sum::<usize>();
        let biases = self.biases.iter().map(|bias| bias.shape().0).sum::<usize>();
        weights + biases
    }

    pub fn forward(self, x: Matrix<T>) -> Matrix<T> {
        let last = self.weights.len() - 1;
        let mut h = x;
        for (layer, (w, b)) in self
            .weights
            .into_iter()
            .zip(self.biases)
            .take(last)
            .enumerate()
        {
            if layer > 0 {
                h = h.relu();
            }
            h = linear(h, w, b);
        }
        h
    }
}

// right: the last layer is taken off first
impl<T: Tape<f32, Dev>> Mlp<T> {
    pub fn parameters(&self) -> usize {
        let weights: usize = self
            .weights
            .iter()
            .map(|it| it.shape().0 * it.shape().1)
            .sum();
        let biases: usize = self.biases.iter().map(|it| it.shape().0).sum();
        weights + biases
    }

    pub fn forward(mut self, x: Matrix<T>) -> Matrix<T> {
        let last = self.weights.pop().zip(self.biases.pop());
        let mut h = x;
        for (weights, bias) in self.weights.into_iter().zip(self.biases) {
            h = linear(h, weights, bias).relu();
        }
        match last {
            Some((weights, bias)) => linear(h, weights, bias),
            None => h,
        }
    }
}

// right: a relu before every layer but the first; parameters counted as numbers
impl<T: Tape<f32, Dev>> Mlp<T> {
    pub fn parameters(&self) -> usize {
        let mut count = 0;
        for layer in 0..self.weights.len() {
            count += self.weights[layer].as_vec().len();
            count += self.biases[layer].as_vec().len();
        }
        count
    }

    pub fn forward(self, x: Matrix<T>) -> Matrix<T> {
        let mut h = x;
        let mut is_first = true;
        for (weights, bias) in self.weights.into_iter().zip(self.biases) {
            if !is_first {
                h = h.relu();
            }
            is_first = false;
            h = linear(h, weights, bias);
        }
        h
    }
}

// right: each layer has its inputs and one more for the bias; a fold
impl<T: Tape<f32, Dev>> Mlp<T> {
    pub fn parameters(&self) -> usize {
        let layers = self.weights.iter().map(|it| *it.shape());
        layers.map(|(inputs, outputs)| (inputs + 1) * outputs).sum()
    }

    pub fn forward(self, x: Matrix<T>) -> Matrix<T> {
        let count = self.weights.len();
        let layers = self.weights.into_iter().zip(self.biases).enumerate();
        layers.fold(x, |h, (i, (weights, bias))| {
            let sums = linear(h, weights, bias);
            if i + 1 == count { sums } else { sums.relu() }
        })
    }
}

// wrong, mistake:activation once: only the first layer has a relu behind it
impl<T: Tape<f32, Dev>> Mlp<T> {
    pub fn parameters(&self) -> usize {
        let weights: usize = self
            .weights
            .iter()
            .map(|it| it.shape().0 * it.shape().1)
            .sum();
        let biases: usize = self.biases.iter().map(|it| it.shape().0).sum();
        weights + biases
    }

    pub fn forward(self, x: Matrix<T>) -> Matrix<T> {
        let mut h = x;
        for (i, (weights, bias)) in self.weights.into_iter().zip(self.biases).enumerate() {
            h = linear(h, weights, bias);
            if i == 0 {
                h = h.relu();
            }
        }
        h
    }
}

// wrong, mistake:activation at the start: the input goes through a relu as well
impl<T: Tape<f32, Dev>> Mlp<T> {
    pub fn parameters(&self) -> usize {
        let weights: usize = self
            .weights
            .iter()
            .map(|it| it.shape().0 * it.shape().1)
            .sum();
        let biases: usize = self.biases.iter().map(|it| it.shape().0).sum();
        weights + biases
    }

    pub fn forward(self, x: Matrix<T>) -> Matrix<T> {
        let mut h = x;
        for (weights, bias) in self.weights.into_iter().zip(self.biases) {
            h = linear(h.relu(), weights, bias);
        }
        h
    }
}

// wrong, mistake:activation before the bias: the relu comes before the bias
impl<T: Tape<f32, Dev>> Mlp<T> {
    pub fn parameters(&self) -> usize {
        let weights: usize = self
            .weights
            .iter()
            .map(|it| it.shape().0 * it.shape().1)
            .sum();
        let biases: usize = self.biases.iter().map(|it| it.shape().0).sum();
        weights + biases
    }

    pub fn forward(self, x: Matrix<T>) -> Matrix<T> {
        let last = self.weights.len() - 1;
        let mut h = x;
        for (i, (weights, bias)) in self.weights.into_iter().zip(self.biases).enumerate() {
            let product = h.matmul(weights);
            let product = if i < last { product.relu() } else { product };
            let rows = bias.broadcast_like::<_, Axis<0>>(&product);
            h = product + rows;
        }
        h
    }
}

// wrong, mistake:last layer left out: the last layer is left out
impl<T: Tape<f32, Dev>> Mlp<T> {
    pub fn parameters(&self) -> usize {
        let weights: usize = self
            .weights
            .iter()
            .map(|it| it.shape().0 * it.shape().1)
            .sum();
        let biases: usize = self.biases.iter().map(|it| it.shape().0).sum();
        weights + biases
    }

    pub fn forward(self, x: Matrix<T>) -> Matrix<T> {
        let last = self.weights.len() - 1;
        let mut h = x;
        for (weights, bias) in self.weights.into_iter().zip(self.biases).take(last) {
            h = linear(h, weights, bias).relu();
        }
        h
    }
}

// wrong, mistake:sigmoid: a sigmoid in the place of the relu
impl<T: Tape<f32, Dev>> Mlp<T> {
    pub fn parameters(&self) -> usize {
        let weights: usize = self
            .weights
            .iter()
            .map(|it| it.shape().0 * it.shape().1)
            .sum();
        let biases: usize = self.biases.iter().map(|it| it.shape().0).sum();
        weights + biases
    }

    pub fn forward(self, x: Matrix<T>) -> Matrix<T> {
        let last = self.weights.len() - 1;
        let mut h = x;
        for (i, (weights, bias)) in self.weights.into_iter().zip(self.biases).enumerate() {
            h = linear(h, weights, bias);
            if i < last {
                h = h.sigmoid();
            }
        }
        h
    }
}

// wrong, mistake:from last to first: the layers are gone through from last to first
impl<T: Tape<f32, Dev>> Mlp<T> {
    pub fn parameters(&self) -> usize {
        let weights: usize = self
            .weights
            .iter()
            .map(|it| it.shape().0 * it.shape().1)
            .sum();
        let biases: usize = self.biases.iter().map(|it| it.shape().0).sum();
        weights + biases
    }

    pub fn forward(mut self, x: Matrix<T>) -> Matrix<T> {
        let mut h = x;
        while let Some((weights, bias)) = self.weights.pop().zip(self.biases.pop()) {
            h = linear(h, weights, bias);
            if !self.weights.is_empty() {
                h = h.relu();
            }
        }
        h
    }
}

// wrong, panic: the relu is worked out on plain numbers, so the gradient of all before it is lost
impl<T: Tape<f32, Dev>> Mlp<T> {
    pub fn parameters(&self) -> usize {
        let weights: usize = self
            .weights
            .iter()
            .map(|it| it.shape().0 * it.shape().1)
            .sum();
        let biases: usize = self.biases.iter().map(|it| it.shape().0).sum();
        weights + biases
    }

    pub fn forward(self, x: Matrix<T>) -> Matrix<T> {
        let last = self.weights.len() - 1;
        let mut h = x;
        for (i, (weights, bias)) in self.weights.into_iter().zip(self.biases).enumerate() {
            h = linear(h, weights, bias);
            if i < last {
                let shape = *h.shape();
                let numbers: Vec<f32> = h.as_vec().into_iter().map(|x| x.max(0.0)).collect();
                h = device().tensor_from_vec(numbers, shape).retaped::<T>();
            }
        }
        h
    }
}

// wrong, mistake:sides added: inputs and outputs are added, not multiplied
impl<T: Tape<f32, Dev>> Mlp<T> {
    pub fn parameters(&self) -> usize {
        let weights: usize = self
            .weights
            .iter()
            .map(|it| it.shape().0 + it.shape().1)
            .sum();
        let biases: usize = self.biases.iter().map(|it| it.shape().0).sum();
        weights + biases
    }

    pub fn forward(self, x: Matrix<T>) -> Matrix<T> {
        let last = self.weights.len() - 1;
        let mut h = x;
        for (i, (weights, bias)) in self.weights.into_iter().zip(self.biases).enumerate() {
            h = linear(h, weights, bias);
            if i < last {
                h = h.relu();
            }
        }
        h
    }
}

// wrong, mistake:one bias per layer: one bias for each layer is counted, not one for each unit
impl<T: Tape<f32, Dev>> Mlp<T> {
    pub fn parameters(&self) -> usize {
        let weights: usize = self
            .weights
            .iter()
            .map(|it| it.shape().0 * it.shape().1)
            .sum();
        weights + self.biases.len()
    }

    pub fn forward(self, x: Matrix<T>) -> Matrix<T> {
        let last = self.weights.len() - 1;
        let mut h = x;
        for (i, (weights, bias)) in self.weights.into_iter().zip(self.biases).enumerate() {
            h = linear(h, weights, bias);
            if i < last {
                h = h.relu();
            }
        }
        h
    }
}

// wrong, mistake:a bias per input: a layer counts its inputs as biases
impl<T: Tape<f32, Dev>> Mlp<T> {
    pub fn parameters(&self) -> usize {
        let layers = self.weights.iter().map(|it| *it.shape());
        layers.map(|(inputs, outputs)| inputs * (outputs + 1)).sum()
    }

    pub fn forward(self, x: Matrix<T>) -> Matrix<T> {
        let last = self.weights.len() - 1;
        let mut h = x;
        for (i, (weights, bias)) in self.weights.into_iter().zip(self.biases).enumerate() {
            h = linear(h, weights, bias);
            if i < last {
                h = h.relu();
            }
        }
        h
    }
}

// wrong, mistake:absolute values: the size of each number in the place of a relu
impl<T: Tape<f32, Dev>> Mlp<T> {
    pub fn parameters(&self) -> usize {
        let weights: usize = self
            .weights
            .iter()
            .map(|it| it.shape().0 * it.shape().1)
            .sum();
        let biases: usize = self.biases.iter().map(|it| it.shape().0).sum();
        weights + biases
    }

    pub fn forward(self, x: Matrix<T>) -> Matrix<T> {
        let last = self.weights.len() - 1;
        let mut h = x;
        for (i, (weights, bias)) in self.weights.into_iter().zip(self.biases).enumerate() {
            h = linear(h, weights, bias);
            if i < last {
                h = h.abs();
            }
        }
        h
    }
}

// wrong, mistake:negative ones kept: the relu turns the sign round: what is positive becomes 0
impl<T: Tape<f32, Dev>> Mlp<T> {
    pub fn parameters(&self) -> usize {
        let weights: usize = self
            .weights
            .iter()
            .map(|it| it.shape().0 * it.shape().1)
            .sum();
        let biases: usize = self.biases.iter().map(|it| it.shape().0).sum();
        weights + biases
    }

    pub fn forward(self, x: Matrix<T>) -> Matrix<T> {
        let last = self.weights.len() - 1;
        let mut h = x;
        for (i, (weights, bias)) in self.weights.into_iter().zip(self.biases).enumerate() {
            h = linear(h, weights, bias);
            if i < last {
                h = (-h).relu();
            }
        }
        h
    }
}

// wrong, mistake:every other layer: a relu after every other layer only
impl<T: Tape<f32, Dev>> Mlp<T> {
    pub fn parameters(&self) -> usize {
        let weights: usize = self
            .weights
            .iter()
            .map(|it| it.shape().0 * it.shape().1)
            .sum();
        let biases: usize = self.biases.iter().map(|it| it.shape().0).sum();
        weights + biases
    }

    pub fn forward(self, x: Matrix<T>) -> Matrix<T> {
        let last = self.weights.len() - 1;
        let mut h = x;
        for (i, (weights, bias)) in self.weights.into_iter().zip(self.biases).enumerate() {
            h = linear(h, weights, bias);
            if i % 2 == 0 && i < last {
                h = h.relu();
            }
        }
        h
    }
}

// wrong, mistake:cut off at 1: the numbers are cut off above 1 as well
impl<T: Tape<f32, Dev>> Mlp<T> {
    pub fn parameters(&self) -> usize {
        let weights: usize = self
            .weights
            .iter()
            .map(|it| it.shape().0 * it.shape().1)
            .sum();
        let biases: usize = self.biases.iter().map(|it| it.shape().0).sum();
        weights + biases
    }

    pub fn forward(self, x: Matrix<T>) -> Matrix<T> {
        let last = self.weights.len() - 1;
        let mut h = x;
        for (i, (weights, bias)) in self.weights.into_iter().zip(self.biases).enumerate() {
            h = linear(h, weights, bias);
            if i < last {
                h = h.clamp(0.0, 1.0);
            }
        }
        h
    }
}

// wrong, proportion: the last layer has no bias
impl<T: Tape<f32, Dev>> Mlp<T> {
    pub fn parameters(&self) -> usize {
        let weights: usize = self
            .weights
            .iter()
            .map(|it| it.shape().0 * it.shape().1)
            .sum();
        let biases: usize = self.biases.iter().map(|it| it.shape().0).sum();
        weights + biases
    }

    pub fn forward(self, x: Matrix<T>) -> Matrix<T> {
        let last = self.weights.len() - 1;
        let mut h = x;
        for (i, (weights, bias)) in self.weights.into_iter().zip(self.biases).enumerate() {
            h = if i < last {
                linear(h, weights, bias).relu()
            } else {
                h.matmul(weights)
            };
        }
        h
    }
}

// wrong, mistake:inputs of the first layer everywhere: every layer is taken to have the inputs of the first
impl<T: Tape<f32, Dev>> Mlp<T> {
    pub fn parameters(&self) -> usize {
        let (first, _) = *self.weights[0].shape();
        let units: usize = self.biases.iter().map(|it| it.shape().0).sum();
        first * units + units
    }

    pub fn forward(self, x: Matrix<T>) -> Matrix<T> {
        let last = self.weights.len() - 1;
        let mut h = x;
        for (i, (weights, bias)) in self.weights.into_iter().zip(self.biases).enumerate() {
            h = linear(h, weights, bias);
            if i < last {
                h = h.relu();
            }
        }
        h
    }
}

// wrong, mistake:matrices multiplied: the sizes of all layers are multiplied together
impl<T: Tape<f32, Dev>> Mlp<T> {
    pub fn parameters(&self) -> usize {
        let weights: usize = self
            .weights
            .iter()
            .map(|it| it.shape().0 * it.shape().1)
            .product();
        let biases: usize = self.biases.iter().map(|it| it.shape().0).sum();
        weights + biases
    }

    pub fn forward(self, x: Matrix<T>) -> Matrix<T> {
        let last = self.weights.len() - 1;
        let mut h = x;
        for (i, (weights, bias)) in self.weights.into_iter().zip(self.biases).enumerate() {
            h = linear(h, weights, bias);
            if i < last {
                h = h.relu();
            }
        }
        h
    }
}

// wrong, mistake:sides added: the sides of a matrix are added, not multiplied
impl<T: Tape<f32, Dev>> Mlp<T> {
    pub fn parameters(&self) -> usize {
        let weights = self.weights.iter().map(|it| it.shape().0 + it.shape().1);
        let biases = self.biases.iter().map(|it| it.shape().0);
        weights.sum::<usize>() + biases.sum::<usize>()
    }

    pub fn forward(self, x: Matrix<T>) -> Matrix<T> {
        let mut h = x;
        for (layer, (weights, bias)) in self.weights.into_iter().zip(self.biases).enumerate() {
            if layer > 0 {
                h = h.relu();
            }
            h = linear(h, weights, bias);
        }
        h
    }
}

// wrong, mistake:one bias per layer: one bias per layer is counted
impl<T: Tape<f32, Dev>> Mlp<T> {
    pub fn parameters(&self) -> usize {
        let weights = self.weights.iter().map(|it| it.shape().0 * it.shape().1);
        weights.sum::<usize>() + self.biases.len()
    }

    pub fn forward(self, x: Matrix<T>) -> Matrix<T> {
        let mut h = x;
        for (layer, (weights, bias)) in self.weights.into_iter().zip(self.biases).enumerate() {
            if layer > 0 {
                h = h.relu();
            }
            h = linear(h, weights, bias);
        }
        h
    }
}

// wrong, mistake:activation at the end: a ReLU after every layer, the last one included
impl<T: Tape<f32, Dev>> Mlp<T> {
    pub fn parameters(&self) -> usize {
        let weights = self.weights.iter().map(|it| it.shape().0 * it.shape().1);
        let biases = self.biases.iter().map(|it| it.shape().0);
        weights.sum::<usize>() + biases.sum::<usize>()
    }

    pub fn forward(self, x: Matrix<T>) -> Matrix<T> {
        let mut h = x;
        for (weights, bias) in self.weights.into_iter().zip(self.biases) {
            h = linear(h, weights, bias).relu();
        }
        h
    }
}

// wrong, mistake:activation at the start: a ReLU before every layer, so the input passes through one too
impl<T: Tape<f32, Dev>> Mlp<T> {
    pub fn parameters(&self) -> usize {
        let weights = self.weights.iter().map(|it| it.shape().0 * it.shape().1);
        let biases = self.biases.iter().map(|it| it.shape().0);
        weights.sum::<usize>() + biases.sum::<usize>()
    }

    pub fn forward(self, x: Matrix<T>) -> Matrix<T> {
        let mut h = x;
        for (weights, bias) in self.weights.into_iter().zip(self.biases) {
            h = linear(h.relu(), weights, bias);
        }
        h
    }
}

// wrong, mistake:no activation before the last layer: off by one: the ReLU before the last layer is missing
impl<T: Tape<f32, Dev>> Mlp<T> {
    pub fn parameters(&self) -> usize {
        let weights = self.weights.iter().map(|it| it.shape().0 * it.shape().1);
        let biases = self.biases.iter().map(|it| it.shape().0);
        weights.sum::<usize>() + biases.sum::<usize>()
    }

    pub fn forward(self, x: Matrix<T>) -> Matrix<T> {
        let count = self.weights.len();
        let mut h = x;
        for (layer, (weights, bias)) in self.weights.into_iter().zip(self.biases).enumerate() {
            h = linear(h, weights, bias);
            if layer + 2 < count {
                h = h.relu();
            }
        }
        h
    }
}

// wrong, values: written for two layers: those after the second are left out
impl<T: Tape<f32, Dev>> Mlp<T> {
    pub fn parameters(&self) -> usize {
        let weights = self.weights.iter().map(|it| it.shape().0 * it.shape().1);
        let biases = self.biases.iter().map(|it| it.shape().0);
        weights.sum::<usize>() + biases.sum::<usize>()
    }

    pub fn forward(self, x: Matrix<T>) -> Matrix<T> {
        let (mut weights, mut biases) = (self.weights, self.biases);
        let first = linear(x, weights.remove(0), biases.remove(0));
        if weights.is_empty() {
            return first;
        }
        linear(first.relu(), weights.remove(0), biases.remove(0))
    }
}

// wrong, mistake:hyperbolic tangent: tanh in the place of the ReLU
impl<T: Tape<f32, Dev>> Mlp<T> {
    pub fn parameters(&self) -> usize {
        let weights = self.weights.iter().map(|it| it.shape().0 * it.shape().1);
        let biases = self.biases.iter().map(|it| it.shape().0);
        weights.sum::<usize>() + biases.sum::<usize>()
    }

    pub fn forward(self, x: Matrix<T>) -> Matrix<T> {
        let count = self.weights.len();
        let mut h = x;
        for (layer, (weights, bias)) in self.weights.into_iter().zip(self.biases).enumerate() {
            h = linear(h, weights, bias);
            if layer + 1 < count {
                h = h.tanh();
            }
        }
        h
    }
}

// wrong, mistake:activation once: a ReLU after the first layer only
impl<T: Tape<f32, Dev>> Mlp<T> {
    pub fn parameters(&self) -> usize {
        let weights = self.weights.iter().map(|it| it.shape().0 * it.shape().1);
        let biases = self.biases.iter().map(|it| it.shape().0);
        weights.sum::<usize>() + biases.sum::<usize>()
    }

    pub fn forward(self, x: Matrix<T>) -> Matrix<T> {
        let mut h = x;
        for (layer, (weights, bias)) in self.weights.into_iter().zip(self.biases).enumerate() {
            h = linear(h, weights, bias);
            if layer == 0 {
                h = h.relu();
            }
        }
        h
    }
}
