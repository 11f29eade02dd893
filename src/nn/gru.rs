//! The gated recurrent unit.

use dfdx::shapes::{Rank2, Rank3};

use super::layer::uniform;
use super::sequences::takes_sequences;
use crate::parameters;

parameters! {
    /// A recurrent layer that decides what to keep: a state of `UNITS` numbers, and two gates for each of them.
    ///
    /// ```text
    /// r = sigmoid(x[t] · W_irᵀ + b_ir + h[t - 1] · W_hrᵀ + b_hr)        what of the past a proposal hears of
    /// z = sigmoid(x[t] · W_izᵀ + b_iz + h[t - 1] · W_hzᵀ + b_hz)        what is kept
    /// n = tanh(x[t] · W_inᵀ + b_in + r * (h[t - 1] · W_hnᵀ + b_hn))     what is proposed
    /// h[t] = (1 - z) * n + z * h[t - 1]
    /// ```
    ///
    /// Takes `(batch, time, IN)` and gives all states, `(batch, time, UNITS)`; both are of any size, 0 too, and `h` before the first
    /// step is 0. A sequence that goes on is given with the state that it has come to: `(x, state)`, where the state is `(batch,
    /// UNITS)`, gives the states and the last one of them, which is a copy without a tape. Gradients flow back through all steps, and
    /// to the given state.
    ///
    /// Formula, names and the start, uniform in ±1/√UNITS, are those of PyTorch's `GRU`. Its matrices with 3·UNITS rows have an axis
    /// for the gates here, in the same order: r, z, n. (Cho and others: *Learning Phrase Representations using RNN
    /// Encoder-Decoder*, 2014; the place of r is that of version 1 of the paper, and of cuDNN.)
    pub struct Gru<const IN: usize, const UNITS: usize> {
        /// What the input does to r, z and n, shape `(3, UNITS, IN)`.
        weight_ih: Rank3<3, UNITS, IN> = uniform(1.0 / (UNITS as f64).sqrt()),
        /// What the state before does to them, shape `(3, UNITS, UNITS)`.
        weight_hh: Rank3<3, UNITS, UNITS> = uniform(1.0 / (UNITS as f64).sqrt()),
        /// What is added to the input's part, shape `(3, UNITS)`.
        bias_ih: Rank2<3, UNITS> = uniform(1.0 / (UNITS as f64).sqrt()),
        /// What is added to the state's part, shape `(3, UNITS)`.
        bias_hh: Rank2<3, UNITS> = uniform(1.0 / (UNITS as f64).sqrt()),
    }
}

takes_sequences!(Gru, device::gru);

/// On the processor: the products with all inputs at once, and a thread that takes a few sequences through all steps.
#[cfg(not(feature = "cuda"))]
mod device {
    use dfdx::shapes::{Const, Dim, HasShape};
    use dfdx::tensor::{Cpu, CpuError, SplitTape, Tape, TensorFromVec};
    use dfdx::tensor_ops::ReshapeTo;

    use super::Gru;
    use crate::nn::recurrent::{Sequences, Sizes, States, add_bias};
    use crate::nn::wide::wide;
    use crate::nn::{dense, smooth, tape, threads};

    #[expect(clippy::type_complexity, reason = "two tensors of named shapes")]
    pub fn gru<const I: usize, const U: usize, B: Dim, S: Dim, T: Tape<f32, Cpu>>(
        x: Sequences<B, S, I, T>,
        first: &States<B, U>,
        layer: &Gru<I, U>,
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
        let mut by_input = dense::product(&numbers, &weights[0], I);
        add_bias(&tape::values(&layer.bias_ih), &mut by_input);
        let bias_hh = tape::values(&layer.bias_hh);
        let (states, gates) = go_through(sizes, &by_input, &first, &weights[1], &bias_hh);

        let dev = x.device().clone();
        let last = dev.try_tensor_from_vec(sizes.last(&states, &first), (batch, Const))?;
        let known = tape::copied(&states);
        let states = tape::finish(
            &dev,
            states,
            (batch, time, Const),
            tape,
            move |grad, grads| {
                let previous = sizes.previous(&known, &first);
                let of_first = grads.get_or_alloc_mut(&ghosts.1)?;
                let Sums { by_input, by_state } =
                    go_back(sizes, &previous, &gates, grad, &weights[1], of_first);
                dense::add_to_input(
                    &by_input,
                    &weights[0],
                    I,
                    grads.get_or_alloc_mut(&ghosts.0)?,
                );
                let of_weight = grads.get_or_alloc_mut(&ghosts_of_weights.0)?;
                dense::add_to_weight(&by_input, &numbers, I, of_weight);
                let of_weight = grads.get_or_alloc_mut(&ghosts_of_weights.1)?;
                dense::add_to_weight(&by_state, &previous, U, of_weight);
                dense::add_to_bias(&by_input, grads.get_or_alloc_mut(&ghosts_of_biases.0)?);
                dense::add_to_bias(&by_state, grads.get_or_alloc_mut(&ghosts_of_biases.1)?);
                Ok(())
            },
        )?;
        Ok((states, last))
    }

    /// The states, and for each of them what the way back needs: r, z, n, and the state's part of n.
    fn go_through(
        sizes: Sizes,
        by_input: &[f32],
        first: &[f32],
        weight_hh: &[f32],
        bias_hh: &[f32],
    ) -> (Vec<f32>, Vec<f32>) {
        let units = sizes.units;
        let columns = dense::transposed(weight_hh, units);
        let mut states = vec![0.0; by_input.len() / 3];
        let mut gates = vec![0.0; 4 * states.len()];
        let pieces = states
            .chunks_mut(sizes.group(units))
            .zip(gates.chunks_mut(sizes.group(4 * units)))
            .zip(by_input.chunks(sizes.group(3 * units)))
            .zip(first.chunks(sizes.group_of_states()))
            .collect();
        threads::each(
            sizes.cost(3),
            pieces,
            |(((states, gates), inputs), first)| {
                let mut state = first.to_vec();
                let rows = state.len() / units;
                let mut input = vec![0.0; rows * 3 * units];
                let mut by_state = vec![0.0; rows * 3 * units];
                let mut gate = vec![0.0; rows * 4 * units];
                for step in 0..sizes.time {
                    sizes.gather(inputs, step, 3 * units, &mut input);
                    by_state.fill(0.0);
                    add_bias(bias_hh, &mut by_state);
                    dense::add_product(&state, &columns, units, &mut by_state);
                    for row in 0..rows {
                        wide(
                            #[inline(always)]
                            || {
                                advance(
                                    &input[row * 3 * units..][..3 * units],
                                    &by_state[row * 3 * units..][..3 * units],
                                    &mut gate[row * 4 * units..][..4 * units],
                                    &mut state[row * units..][..units],
                                );
                            },
                        );
                    }
                    sizes.scatter(&gate, step, 4 * units, gates);
                    sizes.scatter(&state, step, units, states);
                }
            },
        );
        (states, gates)
    }

    /// One step of one sequence.
    #[inline(always)]
    fn advance(by_input: &[f32], by_state: &[f32], gates: &mut [f32], state: &mut [f32]) {
        let units = state.len();
        let (r, rest) = gates.split_at_mut(units);
        let (z, rest) = rest.split_at_mut(units);
        let (n, kept) = rest.split_at_mut(units);
        let kept = &mut kept[..units];
        let (input_r, input_z, input_n) = thirds(by_input, units);
        let (state_r, state_z, state_n) = thirds(by_state, units);
        for i in 0..units {
            r[i] = smooth::sigmoid(input_r[i] + state_r[i]);
            z[i] = smooth::sigmoid(input_z[i] + state_z[i]);
            kept[i] = state_n[i];
            n[i] = smooth::tanh(input_n[i] + r[i] * kept[i]);
            state[i] = (1.0 - z[i]) * n[i] + z[i] * state[i];
        }
    }

    /// The gradients of the sums in the gates, `(batch, time, 3, units)`: of the input's part and of the state's part.
    struct Sums {
        by_input: Vec<f32>,
        by_state: Vec<f32>,
    }

    fn go_back(
        sizes: Sizes,
        previous: &[f32],
        gates: &[f32],
        grad: &[f32],
        weight_hh: &[f32],
        of_first: &mut [f32],
    ) -> Sums {
        let units = sizes.units;
        let mut sums = Sums {
            by_input: vec![0.0; 3 * grad.len()],
            by_state: vec![0.0; 3 * grad.len()],
        };
        let pieces = sums
            .by_input
            .chunks_mut(sizes.group(3 * units))
            .zip(sums.by_state.chunks_mut(sizes.group(3 * units)))
            .zip(of_first.chunks_mut(sizes.group_of_states()))
            .zip(previous.chunks(sizes.group(units)))
            .zip(gates.chunks(sizes.group(4 * units)))
            .zip(grad.chunks(sizes.group(units)))
            .collect();
        threads::each(sizes.cost(3), pieces, |piece| {
            let (((((of_inputs, of_states), of_first), previous), gates), grad) = piece;
            let rows = of_first.len() / units;
            let mut state = vec![0.0; rows * units];
            let mut gate = vec![0.0; rows * 4 * units];
            let mut of_input = vec![0.0; rows * 3 * units];
            let mut of_state = vec![0.0; rows * 3 * units];
            let mut of_new_state = vec![0.0; rows * units];
            // What reaches a state from the step after it.
            let mut from_later = vec![0.0; rows * units];
            for step in (0..sizes.time).rev() {
                sizes.gather(previous, step, units, &mut state);
                sizes.gather(gates, step, 4 * units, &mut gate);
                sizes.gather(grad, step, units, &mut of_new_state);
                dense::add(&from_later, &mut of_new_state);
                for row in 0..rows {
                    retreat(
                        &state[row * units..][..units],
                        &gate[row * 4 * units..][..4 * units],
                        &of_new_state[row * units..][..units],
                        &mut of_input[row * 3 * units..][..3 * units],
                        &mut of_state[row * 3 * units..][..3 * units],
                        &mut from_later[row * units..][..units],
                    );
                }
                dense::add_product(&of_state, weight_hh, 3 * units, &mut from_later);
                sizes.scatter(&of_input, step, 3 * units, of_inputs);
                sizes.scatter(&of_state, step, 3 * units, of_states);
            }
            dense::add(&from_later, of_first);
        });
        sums
    }

    /// One step of one sequence back, but for the product with the weights.
    fn retreat(
        state: &[f32],
        gates: &[f32],
        grad: &[f32],
        of_input: &mut [f32],
        of_state: &mut [f32],
        from_later: &mut [f32],
    ) {
        let units = state.len();
        let (r, z, n) = thirds(gates, units);
        let kept = &gates[3 * units..];
        for i in 0..units {
            let of_n = grad[i] * (1.0 - z[i]) * (1.0 - n[i] * n[i]);
            let of_z = grad[i] * (state[i] - n[i]) * z[i] * (1.0 - z[i]);
            let of_r = of_n * kept[i] * r[i] * (1.0 - r[i]);
            of_input[i] = of_r;
            of_input[units + i] = of_z;
            of_input[2 * units + i] = of_n;
            of_state[i] = of_r;
            of_state[units + i] = of_z;
            of_state[2 * units + i] = of_n * r[i];
            from_later[i] = grad[i] * z[i];
        }
    }

    /// What belongs to the gates r, z and n.
    #[inline(always)]
    fn thirds(of: &[f32], units: usize) -> (&[f32], &[f32], &[f32]) {
        (
            &of[..units],
            &of[units..2 * units],
            &of[2 * units..3 * units],
        )
    }
}

/// On a graphics card: dfdx's own operations.
#[cfg(feature = "cuda")]
mod device {
    pub use crate::nn::generic::gru::gru;
}
