//! The weights of a small GPT, what moves them, and the text that it writes.

mod adamw;
mod tried;
mod write;

use gradlings::prelude::*;
use gradlings::values::{Wire, misfit};
use gradlings::wire::Array;
use rand_distr::StandardNormal;

use crate::Batch;

pub use adamw::AdamW;
pub use tried::learn;
pub use write::write;

/// How many pieces of the text a step takes.
pub const BATCH: usize = 16;

/// How many blocks there are.
const BLOCKS: usize = 2;
/// How many heads each of them has.
const HEADS: usize = 4;

/// The weights of a GPT: a stack of blocks between a table of vectors and a matrix that makes logits.
#[derive(Clone, Debug)]
pub struct Gpt {
    /// A vector for each symbol: `(symbols, width)`.
    pub embedding: Matrix,
    /// Two for each block, and one for the norm after the last: `(width,)` each.
    pub gains: Vec<Vector>,
    /// Four for each block, `w_q`, `w_k`, `w_v`, `w_o`: `(width, width)` each.
    pub attention: Vec<Matrix>,
    /// Three for each block, `gate` and `up`, `(width, hidden)`, and `down`, `(hidden, width)`.
    pub feed_forward: Vec<Matrix>,
    /// From vectors to logits: `(width, symbols)`.
    pub output: Matrix,
    /// The heads of each block.
    pub heads: usize,
    /// How many symbols it sees at a time.
    pub context: usize,
}

/// The tensors one after the other, as one value: none of them means anything without the others.
impl Wire for Gpt {
    fn into_value(self) -> Value {
        let sizes = [self.heads, self.context].map(|size| size as f32);
        let mut arrays = vec![Array::vector(sizes.to_vec()), array(&self.embedding)];
        arrays.extend(self.gains.iter().map(array));
        let matrices = self.attention.iter().chain(&self.feed_forward);
        arrays.extend(matrices.map(array));
        arrays.push(array(&self.output));
        Value::Arrays(arrays)
    }

    fn from_value(value: Value) -> Result<Self, String> {
        const EXPECTED: &str = "the weights of a GPT";
        let Value::Arrays(arrays) = &value else {
            return misfit(EXPECTED, &value);
        };
        let [sizes, embedding, blocks @ .., output] = &arrays[..] else {
            return misfit(EXPECTED, &value);
        };
        let &[heads, context] = sizes.data() else {
            return misfit(EXPECTED, &value);
        };
        // Two gains, four and three matrices for each block, and one more gain.
        let count = blocks.len().saturating_sub(1) / 9;
        let &[symbols, width] = embedding.shape() else {
            return misfit(EXPECTED, &value);
        };
        if blocks.len() != 9 * count + 1 || output.shape() != [width, symbols] {
            return misfit(EXPECTED, &value);
        }
        let (gains, matrices) = blocks.split_at(2 * count + 1);
        let (attention, feed_forward) = matrices.split_at(4 * count);
        let fits = gains.iter().all(|gain| gain.shape() == [width])
            && attention.iter().all(|w| w.shape() == [width, width])
            && feed_forward.iter().enumerate().all(|(at, w)| {
                let &[rows, columns] = w.shape() else {
                    return false;
                };
                (if at % 3 == 2 { columns } else { rows }) == width
            });
        if !fits {
            return misfit(EXPECTED, &value);
        }
        let vector = |of: &Array<f32>| -> Vector {
            device().tensor_from_vec(of.data().to_vec(), (of.data().len(),))
        };
        Ok(Self {
            embedding: matrix(embedding),
            gains: gains.iter().map(vector).collect(),
            attention: attention.iter().map(matrix).collect(),
            feed_forward: feed_forward.iter().map(matrix).collect(),
            output: matrix(output),
            heads: heads as usize,
            context: context as usize,
        })
    }
}

fn array<S: Shape>(tensor: &Tensor<S, f32, Dev>) -> Array<f32> {
    let shape: Vec<usize> = tensor.shape().concrete().into();
    // A tensor has as many numbers as its shape says.
    Array::new(shape, tensor.as_vec()).unwrap_or_default()
}

/// A matrix; empty where the array is none, which those who call this have ruled out.
fn matrix(of: &Array<f32>) -> Matrix {
    match *of.shape() {
        [rows, columns] => device().tensor_from_vec(of.data().to_vec(), (rows, columns)),
        _ => device().zeros_like(&(0, 0)),
    }
}

impl Gpt {
    /// A model that knows nothing yet: two blocks of four heads, and 8/3 times as many hidden numbers as the width. Gains are
    /// 1, vectors have the deviation 0.5, and matrices random numbers up to one over the root of their rows. `width` is a multiple of 8.
    ///
    /// ```
    /// use course::Gpt;
    /// use gradlings::prelude::*;
    ///
    /// let weights = Gpt::new(70, 48, 48, &mut random(1));
    /// let count: usize = weights.numbers().iter().map(Vec::len).sum();
    /// assert_eq!(count, 62_256);
    /// ```
    pub fn new(symbols: usize, width: usize, context: usize, random: &mut StdRng) -> Self {
        let hidden = width * 8 / 3;
        let vectors = (0..symbols * width).map(|_| 0.5 * random.sample::<f32, _>(StandardNormal));
        let embedding = device().tensor_from_vec(vectors.collect(), (symbols, width));
        let mut start = |(rows, columns): (usize, usize)| -> Matrix {
            let most = 1.0 / (rows as f32).sqrt();
            let numbers = (0..rows * columns).map(|_| random.gen_range(-most..=most));
            device().tensor_from_vec(numbers.collect(), (rows, columns))
        };
        let attention = (0..4 * BLOCKS).map(|_| start((width, width))).collect();
        let layer = [(width, hidden), (width, hidden), (hidden, width)];
        let layers = std::iter::repeat_n(layer, BLOCKS).flatten();
        let feed_forward = layers.map(&mut start).collect();
        Self {
            embedding,
            // Not one that is cloned: a clone has the gradient of its original.
            gains: (0..=2 * BLOCKS)
                .map(|_| device().ones_like(&(width,)))
                .collect(),
            attention,
            feed_forward,
            output: start((width, symbols)),
            heads: HEADS,
            context,
        }
    }

    /// The vectors of these symbols, `(batch, time, width)`: all rows of `tokens` have the same length.
    pub fn vectors<T: Tape<f32, Dev>>(&self, tokens: &[Vec<usize>]) -> Batch<T> {
        let shape = (tokens.len(), tokens.first().map_or(0, Vec::len));
        let places = device().tensor_from_vec(tokens.concat(), shape);
        self.embedding.retaped::<T>().gather(places)
    }

    /// All weights as numbers, a list for each tensor: `embedding`, `gains`, `attention`, `feed_forward`, `output`.
    pub fn numbers(&self) -> Vec<Vec<f32>> {
        let mut lists = vec![self.embedding.as_vec()];
        lists.extend(self.gains.iter().map(|gain| gain.as_vec()));
        let matrices = self.attention.iter().chain(&self.feed_forward);
        lists.extend(matrices.map(|matrix| matrix.as_vec()));
        lists.push(self.output.as_vec());
        lists
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
        let mut lists = vec![one(&self.embedding, &mut of)];
        lists.extend(self.gains.iter().map(|gain| one(gain, &mut of)));
        let matrices = self.attention.iter().chain(&self.feed_forward);
        lists.extend(matrices.map(|matrix| one(matrix, &mut of)));
        lists.push(one(&self.output, &mut of));
        lists
    }

    /// The same model with other numbers, in the lists of [`numbers`](Self::numbers).
    ///
    /// # Panics
    ///
    /// If there is not a list for each tensor, or one has another length.
    pub fn with(&self, numbers: Vec<Vec<f32>>) -> Self {
        let count = 2 + self.gains.len() + self.attention.len() + self.feed_forward.len();
        if numbers.len() != count {
            panic!(
                "the model has {count} tensors, and there are {} lists for them",
                numbers.len()
            );
        }
        let mut lists = numbers.into_iter();
        Self {
            embedding: next(&mut lists, &self.embedding),
            gains: all(&mut lists, &self.gains),
            attention: all(&mut lists, &self.attention),
            feed_forward: all(&mut lists, &self.feed_forward),
            output: next(&mut lists, &self.output),
            heads: self.heads,
            context: self.context,
        }
    }
}

/// The next list as a tensor of this shape.
fn next<S: Shape>(
    lists: &mut impl Iterator<Item = Vec<f32>>,
    like: &Tensor<S, f32, Dev>,
) -> Tensor<S, f32, Dev> {
    device().tensor_from_vec(lists.next().unwrap_or_default(), *like.shape())
}

/// The next lists as tensors of these shapes.
fn all<S: Shape>(
    lists: &mut impl Iterator<Item = Vec<f32>>,
    like: &[Tensor<S, f32, Dev>],
) -> Vec<Tensor<S, f32, Dev>> {
    like.iter().map(|like| next(lists, like)).collect()
}

/// The mean cross-entropy of logits, `(batch, time, symbols)`, where `targets` has the number of the right symbol for each place.
pub fn mean_nats(logits: Batch<Recording>, targets: &[Vec<usize>]) -> Scalar<Recording> {
    let (batch, time, symbols) = *logits.shape();
    let mut rows = vec![0.0; batch * time * symbols];
    for (row, target) in rows
        .chunks_mut(symbols.max(1))
        .zip(targets.iter().flatten())
    {
        if let Some(right) = row.get_mut(*target) {
            *right = 1.0;
        }
    }
    let rows: Batch = device().tensor_from_vec(rows, (batch, time, symbols));
    cross_entropy_with_logits_loss(logits, rows)
}

/// The same tensors, lent: without what their tapes have recorded.
///
/// ```
/// use gradlings::prelude::*;
///
/// let gains: Vec<Vector> = vec![device().ones_like(&(2,)); 5];
/// assert_eq!(course::lend(&gains[2..4]).len(), 2);
/// ```
pub fn lend<S: Shape, T: Tape<f32, Dev>>(
    tensors: &[Tensor<S, f32, Dev, T>],
) -> Vec<Tensor<S, f32, Dev, T>> {
    tensors.iter().map(Tensor::with_empty_tape).collect()
}

/// Weights with tapes of their own, to compute with.
pub fn retaped<S: Shape, T: Tape<f32, Dev>>(
    tensors: &[Tensor<S, f32, Dev>],
) -> Vec<Tensor<S, f32, Dev, T>> {
    tensors.iter().map(Tensor::retaped).collect()
}
