//! The loss of a model that names the next token.

use dfdx::shapes::{Const, Dim, Rank0, Shape};
use dfdx::tensor::{Tape, Tensor};

use crate::tensor::{Dev, DevError};

/// A shape with `CLASSES` logits on its last axis.
pub trait Logits<const CLASSES: usize>: Shape {
    /// The same without that axis: that of the right classes.
    type Right: Shape;
}

impl<const C: usize, A: Dim> Logits<C> for (A, Const<C>) {
    type Right = (A,);
}

impl<const C: usize, A: Dim, B: Dim> Logits<C> for (A, B, Const<C>) {
    type Right = (A, B);
}

/// The cross-entropy of logits and the classes that are right, `-ln softmax(logits)[right]`, averaged over all rows, in nats.
///
/// `logits` are `(batch, CLASSES)` or `(batch, time, CLASSES)`, any numbers: the softmax is part of the loss. `right` has the number
/// of a class for each row: for a language model, the next token. Of no rows the loss is 0. It computes what
/// `cross_entropy_with_logits_loss` computes, which takes a distribution for each row.
///
/// # Panics
///
/// If there are not as many classes as rows, or one is not below `CLASSES`; and where the device is out of memory, as every loss of
/// dfdx.
pub fn cross_entropy<const CLASSES: usize, S: Logits<CLASSES>, T: Tape<f32, Dev>>(
    logits: Tensor<S, f32, Dev, T>,
    right: Tensor<S::Right, usize, Dev>,
) -> Tensor<Rank0, f32, Dev, T> {
    try_cross_entropy(logits, right).unwrap()
}

/// As [`cross_entropy`], for those who want to hear that there is no memory left.
///
/// # Errors
///
/// Those of the device.
pub fn try_cross_entropy<const CLASSES: usize, S: Logits<CLASSES>, T: Tape<f32, Dev>>(
    logits: Tensor<S, f32, Dev, T>,
    right: Tensor<S::Right, usize, Dev>,
) -> Result<Tensor<Rank0, f32, Dev, T>, DevError> {
    device::cross_entropy(logits, right)
}

/// On the processor: one pass over each row, which leaves the gradient behind.
#[cfg(not(feature = "cuda"))]
mod device {
    use dfdx::shapes::{HasShape, Rank0, Shape};
    use dfdx::tensor::{Cpu, CpuError, SplitTape, Tape, Tensor};
    use dfdx::tensor_ops::ReshapeTo;

    use super::Logits;
    use crate::health::{self, Batch};
    use crate::nn::wide::wide;
    use crate::nn::{dense, smooth, tape, threads};
    use crate::words::layers as words;

    pub fn cross_entropy<const C: usize, S: Logits<C>, T: Tape<f32, Cpu>>(
        logits: Tensor<S, f32, Cpu, T>,
        right: Tensor<S::Right, usize, Cpu>,
    ) -> Result<Tensor<Rank0, f32, Cpu, T>, CpuError> {
        let (logits, tape) = logits.try_contiguous()?.split_tape();
        let (dev, ghost) = (logits.device().clone(), logits.ghost());
        let rows = logits.shape().num_elements() / C.max(1);
        let right = match right.shape().num_elements() {
            0 => Vec::new(),
            _ => right.as_vec(),
        };
        assert_eq!(
            right.len(),
            rows,
            "{}",
            words::classes_for_rows(right.len(), rows)
        );
        for &class in &right {
            assert!(class < C, "{}", words::unknown_class(class, C));
        }
        let mut numbers = tape::values(&logits);
        let shown = T::OWNS_TAPE && {
            let mut wanted = false;
            health::notice(|observer| wanted = observer.wants_logits());
            wanted
        };
        let shown = shown.then(|| numbers.to_vec());

        let mut losses = vec![0.0; rows];
        let (size, share) = (numbers.len(), 1.0 / rows.max(1) as f32);
        let pieces = numbers
            .chunks_mut((dense::ROWS * C).max(1))
            .zip(losses.chunks_mut(dense::ROWS))
            .zip(right.chunks(dense::ROWS))
            .collect();
        // An exponential takes about as long as four multiplications.
        threads::each(4 * size, pieces, |((rows, losses), right)| {
            for ((row, loss), &right) in rows.chunks_mut(C).zip(losses).zip(right) {
                *loss = wide(
                    #[inline(always)]
                    || row_loss(row, right, share),
                );
            }
        });
        let total: f64 = losses.iter().map(|&loss| f64::from(loss)).sum();
        let loss = (total / rows.max(1) as f64) as f32;
        if let Some(logits) = shown {
            show(&logits, &right, C, loss);
        }
        let slopes = numbers;
        tape::finish(&dev, vec![loss], (), tape, move |grad, grads| {
            let of_logits = grads.get_or_alloc_mut(&ghost)?;
            for (to, slope) in of_logits.iter_mut().zip(&*slopes) {
                *to += grad[0] * slope;
            }
            Ok(())
        })
    }

    /// The loss of one row, which becomes the gradient of its share in the loss.
    #[inline(always)]
    fn row_loss(row: &mut [f32], right: usize, share: f32) -> f32 {
        let wanted = row[right];
        let (largest, sum) = smooth::exponentials(row);
        let scale = share / sum;
        for x in &mut *row {
            *x *= scale;
        }
        row[right] -= share;
        sum.ln() + largest - wanted
    }

    fn show(logits: &[f32], right: &[usize], classes: usize, loss: f32) {
        let mut targets = vec![0.0; logits.len()];
        for (row, right) in targets.chunks_mut(classes).zip(right) {
            row[*right] = 1.0;
        }
        health::notice(|observer| {
            observer.logits(&Batch {
                logits,
                targets: &targets,
                classes,
                loss,
            });
        });
    }
}

/// On a graphics card: dfdx's own operations.
#[cfg(feature = "cuda")]
mod device {
    use dfdx::shapes::{HasShape, Rank0};
    use dfdx::tensor::{Tape, Tensor};

    use super::Logits;
    use crate::nn::generic;
    use crate::tensor::{Dev, DevError};
    use crate::words::layers as words;

    pub fn cross_entropy<const C: usize, S: Logits<C>, T: Tape<f32, Dev>>(
        logits: Tensor<S, f32, Dev, T>,
        right: Tensor<S::Right, usize, Dev>,
    ) -> Result<Tensor<Rank0, f32, Dev, T>, DevError> {
        let rows = logits.shape().num_elements() / C.max(1);
        let right = right.as_vec();
        assert_eq!(
            right.len(),
            rows,
            "{}",
            words::classes_for_rows(right.len(), rows)
        );
        generic::cross_entropy::cross_entropy(logits, &right)
    }
}
