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

// wrong, rows: The loop ends one layer early, so the last layer is never applied
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
        for (layer, (w, b)) in self.weights.into_iter().zip(self.biases).take(last).enumerate() {
            if layer > 0 {
                h = h.relu();
            }
            h = linear(h, w, b);
        }
        h
    }
}
