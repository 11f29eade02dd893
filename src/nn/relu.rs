//! The rectifier.

use dfdx::nn::modules::{Module, NonMutableModule, ZeroSizedModule};
use dfdx::shapes::{HasShape, Shape};
use dfdx::tensor::{Cpu, CpuError, SplitTape, Tape, Tensor};
use dfdx::tensor_ops::ReshapeTo;
use pulp::Arch;
use rayon::prelude::*;

use super::{tape, threads};
use crate::health;

/// Numbers that one task works on.
const CHUNK: usize = 1 << 14;
/// Numbers that go through the processor together.
const BLOCK: usize = 64;

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
        let (dev, shape, ghost) = (input.device().clone(), *input.shape(), input.ghost());
        let values = tape::values(&input);
        drop(input);
        let (out, positive) = rectified(&values);
        drop(values);
        if T::OWNS_TAPE {
            let shape: Vec<usize> = shape.concrete().into();
            health::notice(|observer| observer.activations(&shape, &out));
        }
        tape::finish(&dev, out, shape, tape, move |grad, grads| {
            add_where_positive(&positive, grad, grads.get_or_alloc_mut(&ghost)?);
            Ok(())
        })
    }
}

/// The rectified numbers, and which of them were positive: a byte for each, because the way back would otherwise have to
/// read as much again as the whole input.
///
/// What is computed block by block goes straight into new memory, which then needs no clearing first.
fn rectified(values: &[f32]) -> (Vec<f32>, Vec<u8>) {
    let (blocks, rest) = values.as_chunks::<BLOCK>();
    let block = |block: &[f32; BLOCK]| {
        Arch::new().dispatch(
            #[inline(always)]
            || (block.map(|value| value.max(0.0)), block.map(is_positive)),
        )
    };
    let (mut out, mut positive) = (Vec::new(), Vec::new());
    threads::share(values.len() / 2, |split| {
        if split {
            blocks
                .par_iter()
                .with_min_len(CHUNK / BLOCK)
                .map(block)
                .unzip_into_vecs(&mut out, &mut positive);
        } else {
            (out, positive) = blocks.iter().map(block).unzip();
        }
    });
    let (mut out, mut positive) = (out.into_flattened(), positive.into_flattened());
    out.extend(rest.iter().map(|value| value.max(0.0)));
    positive.extend(rest.iter().copied().map(is_positive));
    (out, positive)
}

#[inline(always)]
fn is_positive(value: f32) -> u8 {
    u8::from(value > 0.0)
}

/// `to += grad` wherever the input was positive.
fn add_where_positive(positive: &[u8], grad: &[f32], to: &mut [f32]) {
    let arch = Arch::new();
    let part = |((to, grad), positive): ((&mut [f32], &[f32]), &[u8])| {
        arch.dispatch(
            #[inline(always)]
            || {
                for ((to, grad), positive) in to.iter_mut().zip(grad).zip(positive) {
                    *to += if *positive == 0 { 0.0 } else { *grad };
                }
            },
        );
    };
    threads::share(to.len() / 2, |split| {
        if split {
            to.par_chunks_mut(CHUNK)
                .zip(grad.par_chunks(CHUNK))
                .zip(positive.par_chunks(CHUNK))
                .for_each(part);
        } else {
            part(((to, grad), positive));
        }
    });
}
