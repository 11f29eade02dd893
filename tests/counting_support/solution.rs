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
        .serve()
}
