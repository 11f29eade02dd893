//! A network for data of any width, with any number of classes.

use gradlings::prelude::*;
use gradlings::values::{Wire, misfit};
use gradlings::wire::Array;

use crate::training::{next, shuffle};

/// The units between inputs and logits.
const HIDDEN: usize = 32;
/// Rows in a step.
const BATCH: usize = 16;
/// How far a step goes.
const RATE: f32 = 0.01;
/// How much of the velocity is left after a step.
const MOMENTUM: f32 = 0.9;
/// The most that the norm of a gradient may be: a single odd row does not throw the network off.
const STEEPEST: f32 = 1.0;
/// Where its random numbers start.
const SEED: u64 = 1;

/// A network of two linear layers with 32 ReLUs between them. How many inputs and classes it has is known when it is made, not
/// when it is compiled.
///
/// ```
/// use course::SmallNetwork;
///
/// let (rows, labels) = (vec![vec![-1.0], vec![1.0]], vec![0, 1]);
/// let mut network = SmallNetwork::new(1, 2);
/// for _ in 0..100 {
///     network.epoch(&rows, &labels);
/// }
/// assert!(network.loss(&rows, &labels) < 0.1);
/// assert_eq!(network.classes(&rows), labels);
/// ```
#[derive(Clone, Debug)]
pub struct SmallNetwork {
    w: Matrix,
    b: Vector,
    v: Matrix,
    c: Vector,
    /// What is left of the steps before: as many numbers as the four tensors have together.
    velocity: Vec<f32>,
    /// What the next shuffle depends on.
    random: u64,
}

impl SmallNetwork {
    /// A network that knows nothing yet. Its weights are always the same, drawn uniformly as He and others have it (2015),
    /// and its biases are 0.
    pub fn new(inputs: usize, classes: usize) -> Self {
        let mut drawn = SEED;
        let mut start = |rows: usize, columns: usize| -> Matrix {
            let most = (6.0 / rows.max(1) as f32).sqrt();
            // 24 random bits are a number from 0 to below 1.
            let share = |bits: u64| (bits >> 40) as f32 / (1 << 24) as f32;
            let numbers = (0..rows * columns).map(|_| most * (2.0 * share(next(&mut drawn)) - 1.0));
            device().tensor_from_vec(numbers.collect(), (rows, columns))
        };
        let (w, v) = (start(inputs, HIDDEN), start(HIDDEN, classes));
        let numbers = (inputs + 1) * HIDDEN + (HIDDEN + 1) * classes;
        Self {
            w,
            b: device().zeros_like(&(HIDDEN,)),
            v,
            c: device().zeros_like(&(classes,)),
            velocity: vec![0.0; numbers],
            random: drawn,
        }
    }

    /// Learns from all rows once, in batches of 16 and in a new order each time. Returns the mean of the losses before the
    /// steps.
    ///
    /// A step is one of gradient descent with momentum (0.9) and a rate of 0.01, on the mean cross-entropy of a batch; a
    /// gradient with a norm above 1 is brought to 1.
    ///
    /// # Panics
    ///
    /// If there are no rows, or not as many labels, or if a row or a label does not fit the network.
    pub fn epoch(&mut self, rows: &[Vec<f32>], labels: &[usize]) -> f32 {
        self.complain(rows, labels);
        let mut order = Vec::from_iter(0..rows.len());
        shuffle(&mut order, &mut self.random);
        let mut total = 0.0;
        for batch in order.chunks(BATCH) {
            let x = self.tensor(batch.iter().map(|&at| &rows[at]));
            let targets = self.one_hot(batch.iter().map(|&at| labels[at]));
            let loss = cross_entropy_with_logits_loss(self.logits(x.leaky_traced()), targets);
            total += loss.array() * batch.len() as f32;
            self.descend(loss.backward());
        }
        total / rows.len() as f32
    }

    /// The mean cross-entropy of what it says of these rows, without learning anything from them.
    ///
    /// # Panics
    ///
    /// As [`epoch`](Self::epoch) does.
    pub fn loss(&self, rows: &[Vec<f32>], labels: &[usize]) -> f32 {
        self.complain(rows, labels);
        let mut total = 0.0;
        for (rows, labels) in rows.chunks(1000).zip(labels.chunks(1000)) {
            let logits = self.logits(self.tensor(rows.iter()));
            let targets = self.one_hot(labels.iter().copied());
            total += cross_entropy_with_logits_loss(logits, targets).array() * rows.len() as f32;
        }
        total / rows.len() as f32
    }

    /// The class that it takes each row for.
    ///
    /// # Panics
    ///
    /// If a row does not fit the network.
    pub fn classes(&self, rows: &[Vec<f32>]) -> Vec<usize> {
        let classes = self.c.shape().0;
        let mut said = Vec::new();
        for rows in rows.chunks(1000) {
            let logits = self.logits(self.tensor(rows.iter())).as_vec();
            let largest =
                |row: &[f32]| (0..classes).max_by(|&one, &other| row[one].total_cmp(&row[other]));
            said.extend(logits.chunks(classes).map(|row| largest(row).unwrap_or(0)));
        }
        said
    }

    fn complain(&self, rows: &[Vec<f32>], labels: &[usize]) {
        let classes = self.c.shape().0;
        assert!(
            !rows.is_empty(),
            "a network cannot learn from no rows at all"
        );
        assert_eq!(rows.len(), labels.len(), "every row needs one label");
        if let Some(label) = labels.iter().find(|&&label| label >= classes) {
            panic!(
                "there is a label {label}, but the classes go from 0 to {}",
                classes - 1
            );
        }
    }

    fn tensor<'a>(&self, rows: impl Iterator<Item = &'a Vec<f32>>) -> Matrix {
        let (inputs, mut numbers, mut count) = (self.w.shape().0, Vec::new(), 0);
        for row in rows {
            assert_eq!(
                row.len(),
                inputs,
                "every row has as many numbers as the network has inputs"
            );
            numbers.extend_from_slice(row);
            count += 1;
        }
        device().tensor_from_vec(numbers, (count, inputs))
    }

    fn one_hot(&self, labels: impl Iterator<Item = usize>) -> Matrix {
        let (classes, labels) = (self.c.shape().0, Vec::from_iter(labels));
        let row = |&label: &usize| (0..classes).map(move |class| f32::from(class == label));
        let numbers = labels.iter().flat_map(row).collect();
        device().tensor_from_vec(numbers, (labels.len(), classes))
    }

    fn logits<T: Tape<f32, Dev>>(&self, x: Matrix<T>) -> Matrix<T> {
        let product = x.matmul(self.w.clone());
        let bias = self.b.retaped::<T>().broadcast_like::<_, Axis<0>>(&product);
        let hidden = (product + bias).relu();
        let product = hidden.matmul(self.v.clone());
        let bias = self.c.retaped::<T>().broadcast_like::<_, Axis<0>>(&product);
        product + bias
    }

    fn descend(&mut self, mut gradients: Gradients<f32, Dev>) {
        fn one<S: Shape>(tensor: &Tensor<S, f32, Dev>, of: &mut Gradients<f32, Dev>) -> Vec<f32> {
            match of.try_alloc_for(tensor) {
                Ok(()) => of.get(tensor).as_vec(),
                Err(_) => vec![0.0; tensor.shape().num_elements()],
            }
        }
        let Self { w, b, v, c, .. } = &*self;
        let of = &mut gradients;
        let gradient = [one(w, of), one(b, of), one(v, of), one(c, of)].concat();
        let norm = gradient
            .iter()
            .map(|slope| slope * slope)
            .sum::<f32>()
            .sqrt();
        let scale = STEEPEST / norm.max(STEEPEST);
        let mut numbers = [w.as_vec(), b.as_vec(), v.as_vec(), c.as_vec()].concat();
        for ((number, velocity), slope) in numbers.iter_mut().zip(&mut self.velocity).zip(gradient)
        {
            *velocity = MOMENTUM * *velocity + scale * slope;
            *number -= RATE * *velocity;
        }
        self.set(&numbers);
    }

    /// Other numbers in the four tensors. There are as many as the tensors have.
    fn set(&mut self, numbers: &[f32]) {
        let Self { w, b, v, c, .. } = self;
        let (first, rest) = numbers.split_at(w.shape().num_elements());
        let (second, rest) = rest.split_at(b.shape().0);
        let (third, fourth) = rest.split_at(v.shape().num_elements());
        w.copy_from(first);
        b.copy_from(second);
        v.copy_from(third);
        c.copy_from(fourth);
    }
}

/// The weights and biases: without what a training would go on from.
impl Wire for SmallNetwork {
    fn into_value(self) -> Value {
        let (inputs, classes) = (self.w.shape().0, self.c.shape().0);
        let Self { w, b, v, c, .. } = self;
        let parts = [
            (vec![inputs, HIDDEN], w.as_vec()),
            (vec![HIDDEN], b.as_vec()),
            (vec![HIDDEN, classes], v.as_vec()),
            (vec![classes], c.as_vec()),
        ];
        // Every list has as many numbers as its tensor.
        let arrays = parts.map(|(shape, numbers)| Array::new(shape, numbers).unwrap_or_default());
        Value::Arrays(arrays.into())
    }
    fn from_value(value: Value) -> Result<Self, String> {
        const EXPECTED: &str = "the weights of a small network";
        let Value::Arrays(arrays) = &value else {
            return misfit(EXPECTED, &value);
        };
        let [w, b, v, c] = &arrays[..] else {
            return misfit(EXPECTED, &value);
        };
        let (&[inputs, HIDDEN], &[classes]) = (w.shape(), c.shape()) else {
            return misfit(EXPECTED, &value);
        };
        if b.shape() != [HIDDEN] || v.shape() != [HIDDEN, classes] {
            return misfit(EXPECTED, &value);
        }
        let mut network = Self::new(inputs, classes);
        network.set(&[w.data(), b.data(), v.data(), c.data()].concat());
        Ok(network)
    }
}
