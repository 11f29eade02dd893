//! The rectifier.

use dfdx::nn::modules::{Module, NonMutableModule, ZeroSizedModule};
use dfdx::shapes::{HasShape, Shape};
use dfdx::tensor::{Cpu, CpuError, SplitTape, Tape, Tensor};
use dfdx::tensor_ops::ReshapeTo;
use pulp::Arch;
use rayon::prelude::*;

use super::{tape, threads};

/// Numbers that one task works on.
const CHUNK: usize = 1 << 14;

/// The rectified linear unit: `max(0, x)` for each number, any shape.
///
/// Its gradient is 1 where `x > 0` and 0 elsewhere, at 0 too. It computes what dfdx's `ReLU` computes, in vectors and on
/// all cores; the layers of a network spend a good part of their time here.
#[derive(Debug, Clone, Copy, Default)]
pub struct ReLU;

impl ZeroSizedModule for ReLU {}
impl NonMutableModule for ReLU {}

impl<S: Shape, T: Tape<f32, Cpu>> Module<Tensor<S, f32, Cpu, T>> for ReLU {
    type Output = Tensor<S, f32, Cpu, T>;
    type Error = CpuError;

    fn try_forward(&self, input: Tensor<S, f32, Cpu, T>) -> Result<Self::Output, CpuError> {
        let (input, tape) = input.try_contiguous()?.split_tape();
        let mut values = tape::values(&input);
        let mut passes = vec![0u8; if T::OWNS_TAPE { values.len() } else { 0 }];
        let (dev, shape, ghost) = (input.device().clone(), *input.shape(), input.ghost());
        drop(input);
        if T::OWNS_TAPE {
            each(&mut values, &mut passes, |value, pass| {
                *pass = u8::from(*value > 0.0);
                *value = value.max(0.0);
            });
        } else {
            rectify(&mut values);
        }
        tape::finish(&dev, values, shape, tape, move |grad, grads| {
            each2(grads.get_or_alloc_mut(&ghost)?, grad, &passes);
            Ok(())
        })
    }
}

fn rectify(values: &mut [f32]) {
    let arch = Arch::new();
    let part = |values: &mut [f32]| {
        arch.dispatch(|| values.iter_mut().for_each(|value| *value = value.max(0.0)))
    };
    threads::share(values.len() / 2, |split| {
        if split {
            values.par_chunks_mut(CHUNK).for_each(part)
        } else {
            part(values)
        }
    });
}

fn each(
    values: &mut [f32],
    passes: &mut [u8],
    work: impl Fn(&mut f32, &mut u8) + Sync + Send + Copy,
) {
    let arch = Arch::new();
    let part = |(values, passes): (&mut [f32], &mut [u8])| {
        arch.dispatch(|| {
            values
                .iter_mut()
                .zip(passes)
                .for_each(|(value, pass)| work(value, pass))
        });
    };
    threads::share(values.len() / 2, |split| {
        if split {
            values
                .par_chunks_mut(CHUNK)
                .zip(passes.par_chunks_mut(CHUNK))
                .for_each(part);
        } else {
            part((values, passes));
        }
    });
}

fn each2(to: &mut [f32], grad: &[f32], passes: &[u8]) {
    let arch = Arch::new();
    let part = |((to, grad), passes): ((&mut [f32], &[f32]), &[u8])| {
        arch.dispatch(|| {
            for ((to, grad), pass) in to.iter_mut().zip(grad).zip(passes) {
                *to += if *pass == 0 { 0.0 } else { *grad };
            }
        });
    };
    threads::share(to.len() / 2, |split| {
        if split {
            to.par_chunks_mut(CHUNK)
                .zip(grad.par_chunks(CHUNK))
                .zip(passes.par_chunks(CHUNK))
                .for_each(part);
        } else {
            part(((to, grad), passes));
        }
    });
}
