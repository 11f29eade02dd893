//! The product of rows with a matrix of weights, and its two gradients, over all cores.
//!
//! `x` is rows x inputs, `weight` is outputs x inputs, `x · weightᵀ` is rows x outputs, all without gaps. Who does a part of a product does
//! it alone, and every sum runs in one order, so the number of threads changes no bit.

use super::matrix::Left;
use super::threads;

/// Rows that one thread works on at a time. Like the next number, it is one of those that a product takes without a rest.
pub(super) const ROWS: usize = 48;
/// Rows of the weights' gradient that one thread sums up at a time.
const OUTPUTS: usize = 12;

/// `x · weightᵀ`.
pub(super) fn product(x: &[f32], weight: &[f32], inputs: usize) -> Vec<f32> {
    let mut out = vec![0.0; count(x, inputs) * count(weight, inputs)];
    product_into(x, weight, inputs, &mut out);
    out
}

/// `out = x · weightᵀ`.
pub(super) fn product_into(x: &[f32], weight: &[f32], inputs: usize, out: &mut [f32]) {
    let outputs = count(weight, inputs);
    if out.is_empty() {
        return;
    }
    if inputs == 0 {
        return out.fill(0.0);
    }
    let cost = x.len() * outputs;
    let columns = transposed(weight, inputs);
    let pieces = out
        .chunks_mut(ROWS * outputs)
        .zip(x.chunks(ROWS * inputs))
        .collect();
    threads::each(cost, pieces, |(out, x)| {
        set_product(x, &columns, inputs, out);
    });
}

/// `of_x += grad · weight`: what reaches the input.
pub(super) fn add_to_input(grad: &[f32], weight: &[f32], inputs: usize, of_x: &mut [f32]) {
    let outputs = count(weight, inputs);
    if outputs == 0 || of_x.is_empty() {
        return;
    }
    let cost = of_x.len() * outputs;
    let pieces = of_x
        .chunks_mut(ROWS * inputs)
        .zip(grad.chunks(ROWS * outputs))
        .collect();
    threads::each(cost, pieces, |(of_x, grad)| {
        add_product(grad, weight, outputs, of_x);
    });
}

/// `of_weight += gradᵀ · x`: what reaches the weights.
pub(super) fn add_to_weight(grad: &[f32], x: &[f32], inputs: usize, of_weight: &mut [f32]) {
    let (rows, outputs) = (count(x, inputs), count(of_weight, inputs));
    if of_weight.is_empty() || rows == 0 {
        return;
    }
    let pieces = of_weight.chunks_mut(OUTPUTS * inputs).enumerate().collect();
    threads::each(rows * inputs * outputs, pieces, |(piece, of_weight)| {
        let height = count(of_weight, inputs);
        let columns = &grad[piece * OUTPUTS..];
        Left::pack(columns, (height, rows), 1, outputs).times(x, None, of_weight);
    });
}

/// `of_bias += Σ grad` over the rows.
pub(super) fn add_to_bias(grad: &[f32], of_bias: &mut [f32]) {
    for row in grad.chunks(of_bias.len().max(1)) {
        add(row, of_bias);
    }
}

/// `out = x · columns` on this thread, where `x` has `inner` numbers in a row and `columns` as many rows.
pub(super) fn set_product(x: &[f32], columns: &[f32], inner: usize, out: &mut [f32]) {
    let rows = count(x, inner);
    Left::pack(x, (rows, inner), inner, 1).times(columns, Some(&vec![0.0; rows]), out);
}

/// `out += x · columns` on this thread.
pub(super) fn add_product(x: &[f32], columns: &[f32], inner: usize, out: &mut [f32]) {
    let rows = count(x, inner);
    Left::pack(x, (rows, inner), inner, 1).times(columns, None, out);
}

/// The rows of a matrix as columns.
pub(super) fn transposed(matrix: &[f32], columns: usize) -> Vec<f32> {
    let rows = count(matrix, columns);
    let mut out = Vec::with_capacity(matrix.len());
    for column in 0..columns {
        out.extend((0..rows).map(|row| matrix[row * columns + column]));
    }
    out
}

/// `to += from`.
pub(super) fn add(from: &[f32], to: &mut [f32]) {
    for (to, from) in to.iter_mut().zip(from) {
        *to += from;
    }
}

fn count(matrix: &[f32], columns: usize) -> usize {
    matrix.len() / columns.max(1)
}
