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
    .run()
}
