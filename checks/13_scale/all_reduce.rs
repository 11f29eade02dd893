//! How `all_reduce` is checked: by its sums, and by what the mailboxes count. Where the numbers cannot be cut into equal
//! chunks, another cut than that of the lesson may cost a machine a little more, and is right too.

#[path = "../../solutions/13_scale/all_reduce.rs"]
#[expect(dead_code, reason = "a check has a `main` of its own")]
mod solution;
use std::ops::Range;

use gradlings::prelude::*;
use solution::all_reduce;

type Values = Vec<f32>;
/// What becomes of a number when another one comes.
type Meets = fn(f32, f32) -> f32;

/// What is done differently in the ring.
#[derive(Clone, Copy)]
struct Slips {
    /// How many steps less than n - 1 the second half takes.
    short: usize,
    /// What becomes of a number when another one comes, in each half.
    meets: (Meets, Meets),
    /// By how much the chunk that something comes to is another one, in each half.
    comes: (usize, usize),
    /// The chunks of so many numbers.
    chunk: fn(usize, usize, usize) -> Range<usize>,
}

const RIGHT: Slips = Slips {
    short: 0,
    meets: (|own, other| own + other, |_, other| other),
    comes: (0, 0),
    chunk: |len, n, number| len * number / n..len * (number + 1) / n,
};

fn slipped(slips: Slips, rank: &mut Rank, mut values: Values) -> Values {
    let (me, n, len) = (rank.number(), rank.count(), values.len());
    let (right, left) = ((me + 1) % n, (me + n - 1) % n);
    let chunk = |number: usize| (slips.chunk)(len, n, number % n);
    let halves = [
        (0, slips.meets.0, 0, slips.comes.0 + n - 1),
        (slips.short, slips.meets.1, 1, slips.comes.1 + n),
    ];
    for (short, meets, sent, comes) in halves {
        for step in 0..(n - 1).saturating_sub(short) {
            rank.send(right, &values[chunk(me + n + sent - step)]);
            let own = values[chunk(me + n + comes - step)].iter_mut();
            for (own, other) in own.zip(rank.receive(left)) {
                *own = meets(*own, other);
            }
        }
    }
    values
}

/// Everything to machine 0, and the sum back.
fn through_one(rank: &mut Rank, mut values: Values) -> Values {
    if rank.number() > 0 {
        rank.send(0, &values);
        return rank.receive(0);
    }
    for other in 1..rank.count() {
        for (sum, number) in values.iter_mut().zip(rank.receive(other)) {
            *sum += number;
        }
    }
    for other in 1..rank.count() {
        rank.send(other, &values);
    }
    values
}

/// All numbers of a machine go round the whole ring.
fn whole(rank: &mut Rank, values: Values) -> Values {
    let (me, n) = (rank.number(), rank.count());
    let (right, left) = ((me + 1) % n, (me + n - 1) % n);
    let (mut sums, mut going) = (values.clone(), values);
    for _ in 0..n - 1 {
        rank.send(right, &going);
        going = rank.receive(left);
        for (sum, number) in sums.iter_mut().zip(&going) {
            *sum += number;
        }
    }
    sums
}

/// One machine adds its numbers after the other; the last one sends the sum round.
fn one_after_the_other(rank: &mut Rank, mut values: Values) -> Values {
    let (me, n) = (rank.number(), rank.count());
    if n == 1 {
        return values;
    }
    let (right, left) = ((me + 1) % n, (me + n - 1) % n);
    if me > 0 {
        for (sum, number) in values.iter_mut().zip(rank.receive(left)) {
            *sum += number;
        }
    }
    rank.send(right, &values);
    if me + 1 < n {
        values = rank.receive(left);
        if me + 2 < n {
            rank.send(right, &values);
        }
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
    .wrong(
        "through one",
        "Your sums are right, but one machine gets all numbers and sends the sum to everybody, while the others wait; \
         send chunks round the ring.",
        through_one,
    )
    .wrong(
        "whole gradients",
        "Your sums are right, but every machine sends all its numbers n - 1 times; send one chunk in each step.",
        whole,
    )
    .wrong(
        "one after the other",
        "Your sums are right, but all numbers go from machine to machine, and one works while the others wait; cut them \
         into chunks, so that all send at the same time.",
        one_after_the_other,
    )
    .wrong(
        "no all-gather",
        "Every machine has one chunk that is summed over all, and the others are not; send these sums round the ring \
         once more.",
        |rank, values| slipped(Slips { short: usize::MAX, ..RIGHT }, rank, values),
    )
    .wrong(
        "no reduce-scatter",
        "Every chunk that you send round has the numbers of one machine alone: in reduce-scatter, add what comes to your \
         own, and begin all-gather with chunk `(me + 1) % n`, which holds the sum then.",
        |rank, values| {
            let meets: (Meets, Meets) = (|_, other| other, |_, other| other);
            slipped(Slips { meets, ..RIGHT }, rank, values)
        },
    )
    .wrong(
        "added twice",
        "In the second half you add what comes, so numbers are counted several times; these sums are whole, and take \
         the place of your own.",
        |rank, values| {
            let meets: (Meets, Meets) = (|own, other| own + other, |own, other| own + other);
            slipped(Slips { meets, ..RIGHT }, rank, values)
        },
    )
    .wrong(
        "one step too few, second half",
        "Your all-gather is one step short, so one chunk of every machine is not the whole sum; it takes n - 1 steps.",
        |rank, values| slipped(Slips { short: 1, ..RIGHT }, rank, values),
    )
    .wrong(
        "never added to",
        "What you send round in all-gather was never added to: after reduce-scatter, chunk `(me + 1) % n` has to hold the \
         sum. It takes n - 1 steps, and what comes in step s belongs to chunk `(me - s - 1) % n`.",
        |rank, values| slipped(Slips { comes: (1, 0), ..RIGHT }, rank, values),
    )
    .wrong(
        "second half, put where it was sent from",
        "In all-gather you put what comes into the chunk that you have just sent; it belongs to the one before, \
         `(me - s) % n`.",
        |rank, values| slipped(Slips { comes: (0, 1), ..RIGHT }, rank, values),
    )
    .wrong(
        "mean",
        "You divided by the number of machines; the sum is asked.",
        |rank, values| {
            let n = rank.count() as f32;
            let sums = all_reduce(rank, values).into_iter();
            sums.map(|sum| sum / n).collect()
        },
    )
    .wrong(
        "alone",
        "Your machines send each other nothing; each returns what it had.",
        |_, values| values,
    )
    .wrong(
        "receives first",
        "Every machine waits before it sends, so nobody ever sends; send first.",
        |rank, values| {
            let n = rank.count();
            if n > 1 {
                rank.receive((rank.number() + n - 1) % n);
            }
            values
        },
    )
    .group("with equal chunks")
    .case("the example of the lesson", |_| {
        let rows = [[1.0, 2.0, 3.0], [10.0, 20.0, 30.0], [100.0, 200.0, 300.0]];
        (rows.map(Vec::from).to_vec(),)
    })
    .case("one machine", |g| (g.rows(1, 4),))
    .case("two machines", |g| (g.rows(2, 6),))
    .case("a number for each machine", |g| (g.rows(5, 5),))
    .cases(8, |g, i| {
        let n = 3 + i % 5;
        (g.rows(n, n * (2 + i / 2)),)
    })
    .group("with chunks of two sizes")
    .parts([
        ("sums", close()),
        ("messages", at_most(1.0)),
        ("bytes sent", at_most(1.5)),
        ("steps", at_most(1.0)),
    ])
    .case("seven numbers, three machines", |g| (g.rows(3, 7),))
    .case("one machine", |g| (g.rows(1, 3),))
    .case("three numbers, two machines", |g| (g.rows(2, 3),))
    .cases(6, |g, i| {
        let n = 3 + i % 3;
        (g.rows(n, n * (2 + i / 2) + 1 + i % (n - 1)),)
    })
    .wrong(
        "rest lost",
        "You leave out the numbers that are left over where all chunks have the same size; some chunks have one number \
         more.",
        |rank, values| {
            let chunk = |len, n, number| len / n * number..len / n * (number + 1);
            slipped(Slips { chunk, ..RIGHT }, rank, values)
        },
    )
    .run()
}
