//! # One function for each thing that is counted

use gradlings::prelude::*;

/// Every rank ends with the sum of all ranks' values, along a ring: first each chunk is summed on its way round, then
/// each sum goes round.
pub fn all_reduce(rank: &mut Rank, values: Vec<f32>) -> Vec<f32> {
    let (me, n) = (rank.number(), rank.count());
    let (right, left) = ((me + 1) % n, (me + n - 1) % n);
    let mut values = values;
    let chunk = |number: usize| number * values.len() / n..(number + 1) * values.len() / n;
    let chunks: Vec<_> = (0..n).map(chunk).collect();
    for step in 0..n - 1 {
        rank.send(right, &values[chunks[(me + n - step) % n].clone()]);
        let at = chunks[(left + n - step) % n].clone();
        for (sum, x) in values[at].iter_mut().zip(rank.receive(left)) {
            *sum += x;
        }
    }
    for step in 0..n - 1 {
        rank.send(right, &values[chunks[(me + 1 + n - step) % n].clone()]);
        let at = chunks[(left + 1 + n - step) % n].clone();
        values[at].copy_from_slice(&rank.receive(left));
    }
    values
}

/// Each rank's sum and largest number, of all ranks.
pub fn totals(rank: &mut Rank, values: Vec<f32>, scale: f32) -> (f32, f32) {
    let sum = scale * values.iter().sum::<f32>();
    for other in 0..rank.count() {
        if other != rank.number() {
            rank.send(other, &[sum]);
        }
    }
    let (mut total, mut largest) = (0.0, f32::MIN);
    for other in 0..rank.count() {
        let sum = if other == rank.number() {
            sum
        } else {
            rank.receive(other)[0]
        };
        total += sum;
        largest = largest.max(sum);
    }
    (total, largest)
}

/// Attention of each position to itself and those before it, one position at a time; keys and values are kept.
pub fn attend(x: Metered, queries: Metered, keys: Metered, values: Metered) -> Metered {
    let (length, width) = x.shape();
    let scale = 1.0 / (width as f32).sqrt();
    let (mut k, mut v) = (Metered::zeros(0, width), Metered::zeros(0, width));
    let mut outputs = Metered::zeros(0, width);
    for at in 0..length {
        let one = x.rows(at..at + 1);
        k.append_rows(&one.matmul(&keys));
        v.append_rows(&one.matmul(&values));
        let scores = one.matmul(&queries).matmul(&k.transpose()) * scale;
        outputs.append_rows(&scores.softmax_rows().matmul(&v));
    }
    outputs
}

/// `softmax(q kᵀ) v` in tiles of keys, so that the scores are never there as a whole.
pub fn flash(q: Metered, k: Metered, v: Metered, tile: usize) -> Metered {
    let (rows, width) = q.shape();
    let keys = k.shape().0;
    let mut largest = Metered::filled(rows, 1, f32::NEG_INFINITY);
    let mut sum = Metered::zeros(rows, 1);
    let mut output = Metered::zeros(rows, width);
    for start in (0..keys).step_by(tile) {
        let tile = start..keys.min(start + tile);
        let scores = q.matmul(&k.rows(tile.clone()).transpose());
        let now = largest.max(&scores.row_maxima());
        let rescale = (&largest - &now).exp();
        let weights = (scores - &now).exp();
        sum = sum * &rescale + &weights.row_sums();
        output = output * &rescale + &weights.matmul(&v.rows(tile));
        largest = now;
    }
    output / &sum
}

/// The gradients of all layers, with the activations of every `every`-th layer kept and the others computed again.
pub fn recompute(x: Metered, layers: Vec<Layer>, gradient: Metered, every: usize) -> Vec<Metered> {
    let mut kept = vec![x];
    for chunk in layers[..layers.len().saturating_sub(1) / every * every].chunks(every) {
        let mut y = chunk[0].forward(&kept[kept.len() - 1]);
        for layer in &chunk[1..] {
            y = layer.forward(&y);
        }
        kept.push(y);
    }
    let mut gradient = gradient;
    let mut gradients = Vec::new();
    for chunk in layers.chunks(every).rev() {
        let mut inputs: Vec<Metered> = kept.pop().into_iter().collect();
        for layer in chunk {
            inputs.push(layer.forward(&inputs[inputs.len() - 1]));
        }
        for layer in chunk.iter().rev() {
            let Some(y) = inputs.pop() else { break };
            let of = layer.backward(&inputs[inputs.len() - 1], &y, &gradient);
            gradient = of.input;
            gradients.push(of.weights);
        }
    }
    gradients.reverse();
    gradients
}

fn main() {
    Exercise::new()
        .offer(
            "all_reduce",
            ranks(all_reduce)
                .counting(Messages)
                .counting(BytesSent)
                .counting(Steps),
        )
        .offer("totals", ranks(totals).counting(BytesSent))
        .offer("attend", function(attend).counting(Products))
        .offer("flash", function(flash).counting(PeakBytes))
        .offer(
            "recompute",
            function(recompute).counting(PeakBytes).counting(Rebuilt),
        )
        .serve()
}
