//! A vector for each token.

use dfdx::nn::modules::Module;
use dfdx::shapes::{Rank2, ReplaceDimTo};
use dfdx::tensor::{SplitTape, Tape, Tensor};

use super::last_axis::Tokens;
use super::layer::normal;
use crate::parameters;
use crate::tensor::{Dev, DevError};

parameters! {
    /// A vector of `WIDTH` numbers for each of `VOCABULARY` tokens: takes `(time,)` or `(batch, time)` tokens and gives
    /// `(time, WIDTH)` or `(batch, time, WIDTH)`.
    ///
    /// `weight` starts around zero with a deviation of 0.02, as in GPT-2. The way back adds to the vectors of the tokens
    /// that were there, and touches no other: a token that occurs twice gets both gradients.
    ///
    /// # Panics
    ///
    /// If a token is not below `VOCABULARY`.
    pub struct Embedding<const VOCABULARY: usize, const WIDTH: usize> {
        /// One row for each token, shape `(VOCABULARY, WIDTH)`.
        weight: Rank2<VOCABULARY, WIDTH> = normal(0.02),
    }
}

impl<const V: usize, const W: usize, S: Tokens<W>, T: Tape<f32, Dev>>
    Module<Tensor<S, usize, Dev, T>> for Embedding<V, W>
where
    Rank2<V, W>: ReplaceDimTo<S::Vectors, S>,
{
    type Output = Tensor<S::Vectors, f32, Dev, T>;
    type Error = DevError;

    fn try_forward(&self, tokens: Tensor<S, usize, Dev, T>) -> Result<Self::Output, DevError> {
        let (tokens, tape) = tokens.split_tape();
        device::look_up(tokens, &self.weight, tape)
    }
}

/// On the processor: rows copied there, and added to on the way back.
#[cfg(not(feature = "cuda"))]
mod device {
    use dfdx::shapes::{HasShape, Rank2};
    use dfdx::tensor::{Cpu, CpuError, Tape, Tensor};

    use crate::nn::last_axis::Tokens;
    use crate::nn::tape;
    use crate::words::layers as words;

    pub fn look_up<const V: usize, const W: usize, S: Tokens<W>, T: Tape<f32, Cpu>>(
        tokens: Tensor<S, usize, Cpu>,
        weight: &Tensor<Rank2<V, W>, f32, Cpu>,
        tape: T,
    ) -> Result<Tensor<S::Vectors, f32, Cpu, T>, CpuError> {
        let (shape, ghost) = (tokens.shape().vectors(), weight.ghost());
        let tokens = match tokens.shape().num_elements() {
            0 => Vec::new(),
            _ => tokens.as_vec(),
        };
        let table = tape::values(weight);
        let mut out = Vec::with_capacity(tokens.len() * W);
        for &token in &tokens {
            assert!(token < V, "{}", words::unknown_token(token, V));
            out.extend_from_slice(&table[token * W..(token + 1) * W]);
        }
        tape::finish(weight.device(), out, shape, tape, move |grad, grads| {
            let to = grads.get_or_alloc_mut(&ghost)?;
            for (token, grad) in tokens.iter().zip(grad.chunks(W.max(1))) {
                let row = &mut to[token * W..(token + 1) * W];
                for (to, from) in row.iter_mut().zip(grad) {
                    *to += from;
                }
            }
            Ok(())
        })
    }
}

/// On a graphics card: dfdx's own operations.
#[cfg(feature = "cuda")]
mod device {
    pub use crate::nn::generic::embedding::look_up;
}
