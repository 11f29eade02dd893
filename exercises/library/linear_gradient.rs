//! A linear layer and its loss, whose memory is counted.

use gradlings::prelude::*;

/// The gradient of `w` for the mean loss of some rows: the predictions are `x w`, and the loss of a row is the sum of the
/// squares of its errors, `prediction - y`.
///
/// `x` has a row of inputs for each example, `y` a row of outputs, and `w` has shape `(inputs, outputs)`. While it works, the
/// errors of all its rows are in memory at once.
///
/// ```
/// use course::mean_gradient;
/// use gradlings::counting::Metered;
///
/// let x = Metered::from_rows(&[vec![1.0], vec![2.0]]);
/// let y = Metered::from_rows(&[vec![0.0], vec![0.0]]);
/// let w = Metered::from_rows(&[vec![1.0]]);
/// // The errors are 1 and 2: the mean of 2 * 1 * 1 and 2 * 2 * 2.
/// assert_eq!(mean_gradient(&x, &y, &w).numbers(), [5.0]);
/// ```
#[track_caller]
pub fn mean_gradient(x: &Metered, y: &Metered, w: &Metered) -> Metered {
    let (rows, _) = x.shape();
    let errors = x.matmul(w) - y;
    let slopes = errors * (2.0 / rows as f32);
    x.transpose().matmul(&slopes)
}
