//! What recurrent layers have in common: states that follow from each other, for sequences that do not know of each other.

use dfdx::shapes::{Const, Dim};
use dfdx::tensor::{Cpu, Tensor};

use super::dense;

/// Sequences that one thread takes from their first step to their last. They go through a product together.
const GROUP: usize = 4;

/// Sequences on the processor, `(batch, time, N)`.
pub type Sequences<B, S, const N: usize, T> = Tensor<(B, S, Const<N>), f32, Cpu, T>;
/// One state for each sequence, `(batch, N)`.
pub type States<B, const N: usize> = Tensor<(B, Const<N>), f32, Cpu>;

/// How many sequences a recurrent layer is given, of how many steps, and the numbers of its state.
#[derive(Clone, Copy, Debug)]
pub(super) struct Sizes {
    pub batch: usize,
    pub time: usize,
    pub units: usize,
}

impl Sizes {
    pub(super) fn of<B: Dim, S: Dim, const N: usize>(
        (batch, time, _): (B, S, Const<N>),
        units: usize,
    ) -> Self {
        Self {
            batch: batch.size(),
            time: time.size(),
            units,
        }
    }

    /// The numbers of a group of sequences that have `width` of them at each step.
    pub(super) fn group(&self, width: usize) -> usize {
        (GROUP * self.time * width).max(1)
    }

    /// The numbers of a group of states.
    pub(super) fn group_of_states(&self) -> usize {
        (GROUP * self.units).max(1)
    }

    /// How many multiplications it takes to go through all steps with `gates` products each.
    pub(super) fn cost(&self, gates: usize) -> usize {
        self.batch * self.time * gates * self.units * self.units
    }

    /// The state before each step, `(batch, time, units)`: the one before the first is given.
    pub(super) fn previous(&self, states: &[f32], first: &[f32]) -> Vec<f32> {
        let mut out = Vec::with_capacity(states.len());
        let length = (self.time * self.units).max(1);
        for (states, first) in states.chunks(length).zip(first.chunks(self.units.max(1))) {
            out.extend_from_slice(first);
            out.extend_from_slice(&states[..states.len() - self.units]);
        }
        out
    }

    /// The state after the last step, `(batch, units)`.
    pub(super) fn last(&self, states: &[f32], first: &[f32]) -> Vec<f32> {
        if self.time == 0 {
            return first.to_vec();
        }
        let length = (self.time * self.units).max(1);
        let last = states.chunks(length);
        last.flat_map(|states| &states[states.len() - self.units..])
            .copied()
            .collect()
    }

    /// Copies what a group of sequences has at one step, `width` numbers each, into rows.
    pub(super) fn gather(&self, sequences: &[f32], step: usize, width: usize, rows: &mut [f32]) {
        let sequences = sequences.chunks(self.time * width);
        for (row, sequence) in rows.chunks_mut(width).zip(sequences) {
            row.copy_from_slice(&sequence[step * width..][..width]);
        }
    }

    /// The way back of [`gather`](Self::gather).
    pub(super) fn scatter(&self, rows: &[f32], step: usize, width: usize, sequences: &mut [f32]) {
        let sequences = sequences.chunks_mut(self.time * width);
        for (row, sequence) in rows.chunks(width).zip(sequences) {
            sequence[step * width..][..width].copy_from_slice(row);
        }
    }
}

/// `rows += bias`, for each of them.
pub(super) fn add_bias(bias: &[f32], rows: &mut [f32]) {
    for row in rows.chunks_mut(bias.len().max(1)) {
        dense::add(bias, row);
    }
}
