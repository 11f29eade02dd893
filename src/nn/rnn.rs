//! The plain recurrent layer.

use dfdx::shapes::{Rank1, Rank2};

use super::layer::uniform;
use super::sequences::takes_sequences;
use crate::parameters;

parameters! {
    /// A recurrent layer: a state of `UNITS` numbers that every step of a sequence changes.
    ///
    /// `h[t] = tanh(x[t] · weight_ihᵀ + bias_ih + h[t - 1] · weight_hhᵀ + bias_hh)`, and `h` before the first step is 0.
    ///
    /// Takes `(batch, time, IN)` and gives all states, `(batch, time, UNITS)`; both are of any size, 0 too. A sequence that goes
    /// on is given with the state that it has come to: `(x, state)`, where the state is `(batch, UNITS)`, gives the states and the
    /// last one of them, which is a copy without a tape. Gradients flow back through all steps, and to the given state.
    ///
    /// The names, both biases and the start, uniform in ±1/√UNITS, are those of PyTorch's `RNN`. (Elman: *Finding Structure in
    /// Time*, 1990.)
    pub struct Rnn<const IN: usize, const UNITS: usize> {
        /// What the input does, shape `(UNITS, IN)`.
        weight_ih: Rank2<UNITS, IN> = uniform(1.0 / (UNITS as f64).sqrt()),
        /// What the state before does, shape `(UNITS, UNITS)`.
        weight_hh: Rank2<UNITS, UNITS> = uniform(1.0 / (UNITS as f64).sqrt()),
        /// What is added, shape `(UNITS,)`.
        bias_ih: Rank1<UNITS> = uniform(1.0 / (UNITS as f64).sqrt()),
        /// What is added too, shape `(UNITS,)`.
        bias_hh: Rank1<UNITS> = uniform(1.0 / (UNITS as f64).sqrt()),
    }
}

takes_sequences!(Rnn, device::rnn);

/// On the processor: the products with all inputs at once, and a thread that takes a few sequences through all steps.
#[cfg(not(feature = "cuda"))]
mod device {
    use dfdx::shapes::{Const, Dim, HasShape};
    use dfdx::tensor::{Cpu, CpuError, SplitTape, Tape, TensorFromVec};
    use dfdx::tensor_ops::ReshapeTo;

    use super::Rnn;
    use crate::nn::recurrent::{Sequences, Sizes, States, add_bias};
    use crate::nn::wide::wide;
    use crate::nn::{dense, smooth, tape, threads};

    #[expect(clippy::type_complexity, reason = "two tensors of named shapes")]
    pub fn rnn<const I: usize, const U: usize, B: Dim, S: Dim, T: Tape<f32, Cpu>>(
        x: Sequences<B, S, I, T>,
        first: &States<B, U>,
        layer: &Rnn<I, U>,
    ) -> Result<(Sequences<B, S, U, T>, States<B, U>), CpuError> {
        let (x, tape) = x.try_contiguous()?.split_tape();
        let first = first.clone().try_contiguous()?;
        let (batch, time, _) = *x.shape();
        let sizes = Sizes::of(*x.shape(), U);
        let ghosts = (x.ghost(), first.ghost());
        let ghosts_of_weights = (layer.weight_ih.ghost(), layer.weight_hh.ghost());
        let ghosts_of_biases = (layer.bias_ih.ghost(), layer.bias_hh.ghost());
        let (numbers, first) = (tape::values(&x), tape::values(&first));
        let weights = [
            tape::values(&layer.weight_ih),
            tape::values(&layer.weight_hh),
        ];
        let mut states = dense::product(&numbers, &weights[0], I);
        add_bias(&tape::values(&layer.bias_ih), &mut states);
        add_bias(&tape::values(&layer.bias_hh), &mut states);
        go_through(sizes, &mut states, &first, &weights[1]);

        let dev = x.device().clone();
        let last = dev.try_tensor_from_vec(sizes.last(&states, &first), (batch, Const))?;
        let known = tape::copied(&states);
        let states = tape::finish(
            &dev,
            states,
            (batch, time, Const),
            tape,
            move |grad, grads| {
                let mut of_sums = vec![0.0; grad.len()];
                let of_first = grads.get_or_alloc_mut(&ghosts.1)?;
                go_back(sizes, &known, grad, &weights[1], &mut of_sums, of_first);
                let previous = sizes.previous(&known, &first);
                dense::add_to_input(&of_sums, &weights[0], I, grads.get_or_alloc_mut(&ghosts.0)?);
                let of_weight = grads.get_or_alloc_mut(&ghosts_of_weights.0)?;
                dense::add_to_weight(&of_sums, &numbers, I, of_weight);
                let of_weight = grads.get_or_alloc_mut(&ghosts_of_weights.1)?;
                dense::add_to_weight(&of_sums, &previous, U, of_weight);
                dense::add_to_bias(&of_sums, grads.get_or_alloc_mut(&ghosts_of_biases.0)?);
                dense::add_to_bias(&of_sums, grads.get_or_alloc_mut(&ghosts_of_biases.1)?);
                Ok(())
            },
        )?;
        Ok((states, last))
    }

    /// What the inputs contribute to each state becomes the states.
    fn go_through(sizes: Sizes, states: &mut [f32], first: &[f32], weight_hh: &[f32]) {
        let units = sizes.units;
        let columns = dense::transposed(weight_hh, units);
        let pieces = states
            .chunks_mut(sizes.group(units))
            .zip(first.chunks(sizes.group_of_states()))
            .collect();
        threads::each(sizes.cost(1), pieces, |(states, first)| {
            let mut state = first.to_vec();
            let mut next = vec![0.0; state.len()];
            for step in 0..sizes.time {
                sizes.gather(states, step, units, &mut next);
                dense::add_product(&state, &columns, units, &mut next);
                wide(
                    #[inline(always)]
                    || next.iter_mut().for_each(|sum| *sum = smooth::tanh(*sum)),
                );
                sizes.scatter(&next, step, units, states);
                std::mem::swap(&mut state, &mut next);
            }
        });
    }

    /// From the gradient of the states to that of the sums in the tanh, and to that of the state before the first step.
    fn go_back(
        sizes: Sizes,
        states: &[f32],
        grad: &[f32],
        weight_hh: &[f32],
        of_sums: &mut [f32],
        of_first: &mut [f32],
    ) {
        let (units, group) = (sizes.units, sizes.group(sizes.units));
        let pieces = of_sums
            .chunks_mut(group)
            .zip(of_first.chunks_mut(sizes.group_of_states()))
            .zip(states.chunks(group).zip(grad.chunks(group)))
            .collect();
        threads::each(
            sizes.cost(1),
            pieces,
            |((of_sums, of_first), (states, grad))| {
                let mut state = vec![0.0; of_first.len()];
                let mut of_sum = vec![0.0; of_first.len()];
                // What reaches a state from the step after it.
                let mut from_later = vec![0.0; of_first.len()];
                for step in (0..sizes.time).rev() {
                    sizes.gather(states, step, units, &mut state);
                    sizes.gather(grad, step, units, &mut of_sum);
                    for ((sum, later), state) in of_sum.iter_mut().zip(&from_later).zip(&state) {
                        *sum = (*sum + later) * (1.0 - state * state);
                    }
                    sizes.scatter(&of_sum, step, units, of_sums);
                    from_later.fill(0.0);
                    dense::add_product(&of_sum, weight_hh, units, &mut from_later);
                }
                dense::add(&from_later, of_first);
            },
        );
    }
}

/// On a graphics card: dfdx's own operations.
#[cfg(feature = "cuda")]
mod device {
    pub use crate::nn::generic::rnn::rnn;
}
