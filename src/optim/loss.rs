//! Losses that take logits.

use dfdx::losses;
use dfdx::shapes::{Dtype, HasAxes, HasShape, Rank0, Shape};
use dfdx::tensor::{Tape, Tensor};
use dfdx::tensor_ops::Device;

use crate::counting;
use crate::health::{self, Batch};

/// The cross-entropy `-(targets · log_softmax(logits))`, summed over the last axis and averaged over the rest.
///
/// `logits` are any numbers: the softmax is part of the loss. `target_probs` has one probability distribution in each
/// row, not the number of a class.
pub fn cross_entropy_with_logits_loss<S: Shape, E: Dtype, D: Device<E>, T: Tape<E, D>>(
    logits: Tensor<S, E, D, T>,
    target_probs: Tensor<S, E, D>,
) -> Tensor<Rank0, E, D, T> {
    let classes = <S as HasAxes<S::LastAxis>>::size(logits.shape());
    if T::OWNS_TAPE {
        counting::recorded(&numbers(&target_probs));
    }
    let shown = shown::<T, E, D>().then(|| (numbers(&logits), numbers(&target_probs)));
    let loss = losses::cross_entropy_with_logits_loss(logits, target_probs);
    if let Some((logits, targets)) = shown {
        health::notice(|observer| {
            observer.logits(&Batch {
                logits: &logits,
                targets: &targets,
                classes,
                loss: first(&loss),
            });
        });
    }
    loss
}

/// The binary cross-entropy `-(t·log(σ(x)) + (1 − t)·log(1 − σ(x)))`, averaged over all elements.
///
/// `logits` are any numbers: the sigmoid is part of the loss. `target_probs` are between 0 and 1.
pub fn binary_cross_entropy_with_logits_loss<S: Shape, E: Dtype, D: Device<E>, T: Tape<E, D>>(
    logits: Tensor<S, E, D, T>,
    target_probs: Tensor<S, E, D>,
) -> Tensor<Rank0, E, D, T> {
    // To the observer, a logit x is a row with the logits 0 and x.
    let rows = |of: &dyn Fn(f32) -> f32, numbers: Vec<f32>| {
        let pairs = numbers.into_iter().map(|it| [of(it), it]);
        pairs.collect::<Vec<_>>().into_flattened()
    };
    let shown = shown::<T, E, D>().then(|| {
        (
            rows(&|_| 0.0, numbers(&logits)),
            rows(&|target| 1.0 - target, numbers(&target_probs)),
        )
    });
    let loss = losses::binary_cross_entropy_with_logits_loss(logits, target_probs);
    if let Some((logits, targets)) = shown {
        health::notice(|observer| {
            observer.logits(&Batch {
                logits: &logits,
                targets: &targets,
                classes: 2,
                loss: first(&loss),
            });
        });
    }
    loss
}

/// Whether the observer wants to see this batch. A forward pass that is not recorded is not a training.
fn shown<T: Tape<E, D>, E: Dtype, D: Device<E>>() -> bool {
    let mut wanted = false;
    if T::OWNS_TAPE {
        health::notice(|observer| wanted = observer.wants_logits());
    }
    wanted
}

fn numbers<S: Shape, E: Dtype, D: Device<E>, T>(tensor: &Tensor<S, E, D, T>) -> Vec<f32> {
    let all = tensor.as_vec().into_iter();
    all.map(|it| it.to_f32().unwrap_or(f32::NAN)).collect()
}

fn first<E: Dtype, D: Device<E>, T>(loss: &Tensor<Rank0, E, D, T>) -> f32 {
    numbers(loss).first().copied().unwrap_or(f32::NAN)
}
