//! What transformers compute with.

use gradlings::prelude::*;

/// A batch of matrices: shape `(batch, rows, columns)`, known at run time. For a text there is a row for each token.
///
/// ```
/// use course::Batch;
/// use gradlings::prelude::*;
///
/// let texts: Batch = device().zeros_like(&(2, 5, 16));
/// let scores: Batch = texts.clone().matmul(texts.permute::<_, Axes3<0, 2, 1>>());
/// assert_eq!(*scores.shape(), (2, 5, 5));
/// ```
pub type Batch<T = NoneTape> = Tensor<(usize, usize, usize), f32, Dev, T>;

/// The first and the second half of every row: two tensors of shape `(batch, rows, columns / 2)`.
///
/// ```
/// use course::{Batch, halves};
/// use gradlings::prelude::*;
///
/// let x: Batch = device().tensor_from_vec(vec![1.0, 2.0, 3.0, 4.0], (1, 1, 4));
/// let (first, second) = halves(x);
/// assert_eq!(first.as_vec(), [1.0, 2.0]);
/// assert_eq!(second.as_vec(), [3.0, 4.0]);
/// ```
pub fn halves<T: Tape<f32, Dev>>(x: Batch<T>) -> (Batch<T>, Batch<T>) {
    let (_, _, columns) = *x.shape();
    // A slice of dfdx overwrites the gradient of what it is cut from, so it is cut from a tensor that nothing else uses.
    let first = (x.with_empty_tape() * 1.0).slice((.., .., ..columns / 2));
    let second = (x * 1.0).slice((.., .., columns / 2..));
    (first, second)
}
