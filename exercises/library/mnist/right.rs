//! How many digits a network is right about.

use gradlings::prelude::*;

/// How many rows have their largest number at the label. `logits` is `(labels.len(), 10)`, with or without a tape.
///
/// ```
/// use course::mnist;
/// use gradlings::prelude::*;
///
/// let mut rows = vec![0.0; 20];
/// (rows[3], rows[17]) = (1.0, 1.0);
/// let logits = device().tensor_from_vec(rows, (2, Const::<10>));
/// assert_eq!(mnist::right(&logits, &[3, 8]), 1);
/// ```
pub fn right<B: Dim, K: Dim, D: Storage<f32>, T>(
    logits: &Tensor<(B, K), f32, D, T>,
    labels: &[usize],
) -> usize {
    let classes = logits.shape().1.size().max(1);
    let rows = logits.as_vec();
    let largest = |row: &[f32]| (0..classes).max_by(|&a, &b| row[a].total_cmp(&row[b]));
    let pairs = rows.chunks_exact(classes).zip(labels);
    pairs
        .filter(|(row, label)| largest(row) == Some(**label))
        .count()
}
