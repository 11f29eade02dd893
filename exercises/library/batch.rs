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
