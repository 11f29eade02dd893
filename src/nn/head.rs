//! One head of causal attention on one sequence: `softmax(Q · Kᵀ, of what lies before) · V`, and its way back.
//!
//! Queries, keys and values are `(time, width)`, and the queries are scaled already. It runs on one thread.

use super::dense::{set_product, transposed};
use super::matrix::Left;
use super::wide::wide;
use super::{smooth, sums};

/// What a head attends with.
#[derive(Clone, Copy)]
pub(super) struct Head<'a> {
    pub queries: &'a [f32],
    pub keys: &'a [f32],
    pub values: &'a [f32],
    pub time: usize,
    pub width: usize,
}

impl Head<'_> {
    /// The weights of each token for those up to itself, `(time, time)`, and what they fetch, `(time, width)`.
    pub(super) fn attend(&self, weights: &mut [f32], fetched: &mut [f32]) {
        let Head { time, width, .. } = *self;
        set_product(self.queries, &transposed(self.keys, width), width, weights);
        wide(
            #[inline(always)]
            || {
                for (token, row) in weights.chunks_mut(time.max(1)).enumerate() {
                    let (seen, unseen) = row.split_at_mut(token + 1);
                    softmax(seen);
                    unseen.fill(0.0);
                }
            },
        );
        set_product(weights, self.values, time, fetched);
    }

    /// The gradients of queries, keys and values, `(time, width)`, from that of what was fetched.
    pub(super) fn attend_back(&self, weights: &[f32], grad: &[f32], of: [&mut [f32]; 3]) {
        let Head { time, width, .. } = *self;
        let [of_queries, of_keys, of_values] = of;
        self.add_columns(grad, weights, of_values);
        let mut of_scores = vec![0.0; time * time];
        set_product(grad, &transposed(self.values, width), width, &mut of_scores);
        wide(
            #[inline(always)]
            || {
                let rows = of_scores.chunks_mut(time.max(1));
                for (of_row, row) in rows.zip(weights.chunks(time.max(1))) {
                    softmax_back(row, of_row);
                }
            },
        );
        set_product(&of_scores, self.keys, time, of_queries);
        self.add_columns(self.queries, &of_scores, of_keys);
    }

    /// `to = tableᵀ · rows` for rows `(time, width)` and a table `(time, time)`; worked out the other way round, where the rows of
    /// a product are long, and turned.
    fn add_columns(&self, rows: &[f32], table: &[f32], to: &mut [f32]) {
        let Head { time, width, .. } = *self;
        let mut turned = vec![0.0; time * width];
        Left::pack(rows, (width, time), 1, width).times(table, None, &mut turned);
        to.copy_from_slice(&transposed(&turned, time));
    }
}

/// A row of scores becomes weights that sum to 1.
#[inline(always)]
fn softmax(row: &mut [f32]) {
    let (_, sum) = smooth::exponentials(row);
    let share = 1.0 / sum;
    for weight in row {
        *weight *= share;
    }
}

/// The gradient of weights becomes that of their scores.
#[inline(always)]
fn softmax_back(weights: &[f32], of: &mut [f32]) {
    for (of, weight) in of.iter_mut().zip(weights) {
        *of *= weight;
    }
    let along = sums::sum(of);
    for (of, weight) in of.iter_mut().zip(weights) {
        *of -= weight * along;
    }
}
