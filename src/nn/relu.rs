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
        let out = map(&values, |value| value.max(0.0));
        let passes = if T::OWNS_TAPE { map(&values, |value| u8::from(value > 0.0)) } else { Vec::new() };
        drop(values);
        tape::finish(&dev, out, shape, tape, move |grad, grads| {
            add_where(&passes, grad, grads.get_or_alloc_mut(&ghost)?);
            Ok(())
        })
    }
}

/// `work` done to every number. What it returns goes straight into new memory, which needs no clearing first.
fn map<R: Copy + Default + Send>(values: &[f32], work: impl Fn(f32) -> R + Sync + Send + Copy) -> Vec<R> {
    let (blocks, rest) = values.as_chunks::<BLOCK>();
    let block = |block: &[f32; BLOCK]| {
        Arch::new().dispatch(
            #[inline(always)]
            || {
                let mut out = [R::default(); BLOCK];
                for (out, &value) in out.iter_mut().zip(block) {
                    *out = work(value);
                }
                out
            },
        )
    };
    let mut out = threads::share(values.len() / 2, |split| {
        if split {
            blocks.par_iter().with_min_len(CHUNK / BLOCK).map(block).collect::<Vec<_>>()
        } else {
            blocks.iter().map(block).collect()
        }
    })
    .into_flattened();
    out.extend(rest.iter().map(|&value| work(value)));
    out
}

/// `to += grad` wherever the input passed.
fn add_where(passes: &[u8], grad: &[f32], to: &mut [f32]) {
    let arch = Arch::new();
    let part = |((to, grad), passes): ((&mut [f32], &[f32]), &[u8])| {
        arch.dispatch(
            #[inline(always)]
            || {
                for ((to, grad), pass) in to.iter_mut().zip(grad).zip(passes) {
                    *to += if *pass == 0 { 0.0 } else { *grad };
                }
            },
        );
    };
    threads::share(to.len() / 2, |split| {
        if split {
            to.par_chunks_mut(CHUNK).zip(grad.par_chunks(CHUNK)).zip(passes.par_chunks(CHUNK)).for_each(part);
        } else {
            part(((to, grad), passes));
        }
    });
}
