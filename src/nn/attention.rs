//! Causal self-attention with several heads.

pub(super) mod heads;

use dfdx::nn::modules::Module;
use dfdx::shapes::{Const, Dim};
use dfdx::tensor::{Tape, Tensor};

use crate::tensor::{Dev, DevError};

pub use heads::CausalAttention;

impl<const M: usize, const H: usize, B: Dim, S: Dim, T: Tape<f32, Dev>>
    Module<Tensor<(B, S, Const<M>), f32, Dev, T>> for CausalAttention<M, H>
{
    type Output = Tensor<(B, S, Const<M>), f32, Dev, T>;
    type Error = DevError;

    fn try_forward(
        &self,
        x: Tensor<(B, S, Const<M>), f32, Dev, T>,
    ) -> Result<Self::Output, DevError> {
        device::attention(x, self)
    }
}

/// On the processor: the heads of all sequences over all cores, and no scores in a tensor of dfdx.
#[cfg(not(feature = "cuda"))]
mod device {
    use dfdx::shapes::{Const, Dim, HasShape};
    use dfdx::tensor::{Cpu, CpuError, SplitTape, Tape, Tensor};
    use dfdx::tensor_ops::ReshapeTo;

    use super::heads::{CausalAttention, width};
    use crate::nn::head::Head;
    use crate::nn::rotary::Rotary;
    use crate::nn::tape::{self, Copied};
    use crate::nn::{dense, threads};

    type Tokens<B, S, const M: usize, T> = Tensor<(B, S, Const<M>), f32, Cpu, T>;

    pub fn attention<const M: usize, const H: usize, B: Dim, S: Dim, T: Tape<f32, Cpu>>(
        x: Tokens<B, S, M, T>,
        layer: &CausalAttention<M, H>,
    ) -> Result<Tokens<B, S, M, T>, CpuError> {
        let (x, tape) = x.try_contiguous()?.split_tape();
        let (dev, shape, ghost) = (x.device().clone(), *x.shape(), x.ghost());
        let ghosts = [&layer.query, &layer.key, &layer.value].map(Tensor::ghost);
        let ghost_of_output = layer.output.ghost();
        let heads = Heads {
            batch: shape.0.size(),
            time: shape.1.size(),
            heads: H,
            width: width(M, H),
        };
        let numbers = tape::values(&x);
        let inner = [&layer.query, &layer.key, &layer.value].map(tape::values);
        // One product gives all three: `(3 · MODEL, MODEL)`.
        let inner = inner.map(|weight| weight.to_vec()).concat();
        let output = tape::values(&layer.output);

        let mut projected = tape::buffer(3 * numbers.len());
        dense::product_into(&numbers, &inner, M, &mut projected);
        let known = heads.attend(&projected);
        drop(projected);
        let out = dense::product(&known.fetched, &output, M);
        tape::finish(&dev, out, shape, tape, move |grad, grads| {
            let of_output = grads.get_or_alloc_mut(&ghost_of_output)?;
            dense::add_to_weight(grad, &known.fetched, M, of_output);
            let mut of_fetched = tape::buffer(grad.len());
            of_fetched.fill(0.0);
            dense::add_to_input(grad, &output, M, &mut of_fetched);
            let of_projected = heads.attend_back(&known, &of_fetched);
            dense::add_to_input(&of_projected, &inner, M, grads.get_or_alloc_mut(&ghost)?);
            let mut of_inner = vec![0.0; inner.len()];
            dense::add_to_weight(&of_projected, &numbers, M, &mut of_inner);
            for (ghost, of_weight) in ghosts.iter().zip(of_inner.chunks(M * M)) {
                dense::add(of_weight, grads.get_or_alloc_mut(ghost)?);
            }
            Ok(())
        })
    }

    /// How the numbers of all tokens belong to heads.
    #[derive(Clone, Copy)]
    struct Heads {
        batch: usize,
        time: usize,
        heads: usize,
        width: usize,
    }

    /// What the way back needs.
    struct Known {
        /// Queries, keys and values of each head, as they met: `(batch, heads, 3, time, width)`.
        met: Copied,
        /// `(batch, heads, time, time)`.
        weights: Copied,
        /// `(batch, time, heads, width)`.
        fetched: Copied,
    }

    impl Heads {
        fn model(&self) -> usize {
            self.heads * self.width
        }

        /// The numbers of one head of one sequence.
        fn len(&self) -> usize {
            self.time * self.width
        }

        fn cost(&self) -> usize {
            self.batch * self.heads * self.time * self.len()
        }

        fn scale(&self) -> f32 {
            1.0 / (self.width as f32).sqrt()
        }

        fn head<'a>(&self, met: &'a [f32]) -> Head<'a> {
            let len = self.len();
            Head {
                queries: &met[..len],
                keys: &met[len..2 * len],
                values: &met[2 * len..],
                time: self.time,
                width: self.width,
            }
        }

        /// All heads, from what was projected: `(batch, time, 3, heads, width)`.
        fn attend(&self, projected: &[f32]) -> Known {
            let (len, square) = (self.len(), self.time * self.time);
            let all = self.batch * self.heads;
            let mut met = tape::buffer(3 * all * len);
            let mut weights = tape::buffer(all * square);
            let mut apart = tape::buffer(all * len);
            let rotary = Rotary::new(self.time, self.width);
            let pieces = met
                .chunks_mut((3 * len).max(1))
                .zip(weights.chunks_mut(square.max(1)))
                .zip(apart.chunks_mut(len.max(1)))
                .enumerate()
                .collect();
            threads::each(
                2 * self.cost(),
                pieces,
                |(number, ((met, weights), fetched))| {
                    self.take(projected, 3, number, met);
                    let (queries, rest) = met.split_at_mut(len);
                    rotary.turn(queries);
                    rotary.turn(&mut rest[..len]);
                    queries.iter_mut().for_each(|x| *x *= self.scale());
                    self.head(met).attend(weights, fetched);
                },
            );
            let mut fetched = tape::buffer(apart.len());
            self.give(&apart, 1, &mut fetched);
            Known {
                met,
                weights,
                fetched,
            }
        }

        /// The gradient of what was projected, from that of what was fetched.
        fn attend_back(&self, known: &Known, of_fetched: &[f32]) -> Copied {
            let (len, square) = (self.len(), self.time * self.time);
            let mut of_met = tape::buffer(known.met.len());
            let rotary = Rotary::new(self.time, self.width);
            let pieces = of_met
                .chunks_mut((3 * len).max(1))
                .zip(known.met.chunks((3 * len).max(1)))
                .zip(known.weights.chunks(square.max(1)))
                .enumerate()
                .collect();
            threads::each(
                4 * self.cost(),
                pieces,
                |(number, ((of_met, met), weights))| {
                    let mut grad = vec![0.0; len];
                    self.take(of_fetched, 1, number, &mut grad);
                    let (queries, rest) = of_met.split_at_mut(len);
                    let (keys, values) = rest.split_at_mut(len);
                    self.head(met)
                        .attend_back(weights, &grad, [&mut *queries, &mut *keys, values]);
                    queries.iter_mut().for_each(|x| *x *= self.scale());
                    rotary.turn_back(queries);
                    rotary.turn_back(keys);
                },
            );
            let mut of_projected = tape::buffer(of_met.len());
            self.give(&of_met, 3, &mut of_projected);
            of_projected
        }

        /// Copies what belongs to one head, `(parts, time, width)`, out of `(batch, time, parts, heads, width)`.
        fn take(&self, tokens: &[f32], parts: usize, number: usize, to: &mut [f32]) {
            let (sequence, head) = (number / self.heads, number % self.heads);
            let row = parts * self.model();
            let tokens = &tokens[sequence * self.time * row..];
            for (part, to) in to.chunks_mut(self.len()).enumerate() {
                let from = part * self.model() + head * self.width;
                for (to, token) in to.chunks_mut(self.width).zip(tokens.chunks(row)) {
                    to.copy_from_slice(&token[from..from + self.width]);
                }
            }
        }

        /// The way back of [`take`](Self::take), for all heads.
        fn give(&self, heads: &[f32], parts: usize, tokens: &mut [f32]) {
            let row = parts * self.model();
            let pieces = tokens
                .chunks_mut((self.time * row).max(1))
                .zip(heads.chunks((self.time * row).max(1)))
                .collect();
            // A number that is moved takes about as long as two that are multiplied.
            threads::each(2 * heads.len(), pieces, |(tokens, heads)| {
                for (number, from) in heads.chunks(self.len()).enumerate() {
                    let (head, part) = (number / parts, number % parts);
                    let to = part * self.model() + head * self.width;
                    for (from, token) in from.chunks(self.width).zip(tokens.chunks_mut(row)) {
                        token[to..to + self.width].copy_from_slice(from);
                    }
                }
            });
        }
    }
}

/// On a graphics card: dfdx's own operations.
#[cfg(feature = "cuda")]
mod device {
    pub use crate::nn::generic::attention::attention;
}
