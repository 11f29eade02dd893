//! How what is counted is checked.

#[path = "../../solutions/01_a/counted.rs"]
#[expect(dead_code, reason = "a check has a `main` of its own")]
mod solution;
use gradlings::prelude::*;
use solution::*;

/// Everything to rank 0, and everything back.
fn through_one(rank: &mut Rank, mut values: Vec<f32>) -> Vec<f32> {
    if rank.number() > 0 {
        rank.send(0, &values);
        return rank.receive(0);
    }
    for other in 1..rank.count() {
        for (sum, x) in values.iter_mut().zip(rank.receive(other)) {
            *sum += x;
        }
    }
    for other in 1..rank.count() {
        rank.send(other, &values);
    }
    values
}

/// Everything from the beginning at each position.
fn without_cache(x: Metered, queries: Metered, keys: Metered, values: Metered) -> Metered {
    let (length, width) = x.shape();
    let scale = 1.0 / (width as f32).sqrt();
    let mut outputs = Metered::zeros(0, width);
    for at in 0..length {
        let so_far = x.rows(0..at + 1);
        let (k, v) = (so_far.matmul(&keys), so_far.matmul(&values));
        let scores = x.rows(at..at + 1).matmul(&queries).matmul(&k.transpose()) * scale;
        outputs.append_rows(&scores.softmax_rows().matmul(&v));
    }
    outputs
}

/// All activations are kept.
fn keeps_all(x: Metered, layers: Vec<Layer>, gradient: Metered, _: usize) -> Vec<Metered> {
    recompute(x, layers, gradient, usize::MAX)
}

fn main() {
    Reference::of(
        "all_reduce",
        ranks(all_reduce)
            .counting(Messages)
            .counting(BytesSent)
            .counting(Steps),
    )
    .inputs(["values"])
    .parts([
        ("sums", close()),
        ("messages", at_most(1.0)),
        ("bytes sent", at_most(1.0)),
        ("steps", at_most(1.0)),
    ])
    .case("one rank", |g| (g.rows(1, 4),))
    .cases(6, |g, i| (g.rows(2 + i % 5, 4 + 2 * i),))
    .wrong(
        "through one",
        "You send everything through rank 0, which then sends more than all others.",
        through_one,
    )
    .wrong(
        "receives first",
        "Every rank waits before it sends, so nobody ever sends; send first.",
        |rank, values| {
            let count = rank.count();
            if count > 1 {
                let left = (rank.number() + count - 1) % count;
                rank.receive(left);
            }
            values
        },
    )
    .and("totals", ranks(totals).counting(BytesSent))
    .inputs(["values", "scale"])
    .parts([
        ("sum", close()),
        ("largest", close()),
        ("bytes sent", exact()),
    ])
    .cases(6, |g, i| (g.rows(2 + i % 3, 3), g.numbers(2 + i % 3)))
    .and("attend", function(attend).counting(Products))
    .inputs(["x", "queries", "keys", "values"])
    .parts([("outputs", close()), ("products", at_most(1.1))])
    .cases(6, |g, i| {
        (
            g.metered(2 + 2 * i, 4),
            g.metered(4, 4),
            g.metered(4, 4),
            g.metered(4, 4),
        )
    })
    .wrong(
        "no cache",
        "You work out the keys and values of earlier positions again; keep them.",
        without_cache,
    )
    .and("flash", function(flash).counting(PeakBytes))
    .inputs(["q", "k", "v", "tile"])
    .parts([("outputs", close()), ("bytes at the peak", at_most(1.2))])
    .cases(5, |g, i| {
        let n = 6 + 10 * i;
        (g.metered(n, 2), g.metered(n, 2), g.metered(n, 2), 4)
    })
    .wrong(
        "whole",
        "All scores are there at once; take a tile of keys at a time.",
        |q, k, v, _| q.matmul(&k.transpose()).softmax_rows().matmul(&v),
    )
    .and(
        "recompute",
        function(recompute).counting(PeakBytes).counting(Rebuilt),
    )
    .inputs(["x", "layers", "gradient", "every"])
    .parts([
        ("gradients", close()),
        ("bytes at the peak", at_most(1.2)),
        ("layers rebuilt", at_most(1.0)),
    ])
    .cases(5, |g, i| {
        (
            g.metered(50, 4),
            g.layers(&vec![4; 4 + 4 * i]),
            g.metered(50, 4),
            2 + i / 2,
        )
    })
    .wrong(
        "keeps all",
        "All activations are kept, so nothing is saved; keep those of every few layers.",
        keeps_all,
    )
    .run()
}
