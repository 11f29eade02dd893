//! How `step` is checked: by its weights and shards, and by what the mailboxes count. Where the weights cannot be cut into
//! equal chunks, the bytes of a machine may be a little more: the lesson fixes the chunks, and not the way round.

#[path = "../../solutions/13_scale/shard.rs"]
#[expect(dead_code, reason = "a check has a `main` of its own")]
mod solution;
use std::ops::Range;

use gradlings::prelude::*;
use solution::step;

type Inputs = (Vec<Vec<f32>>, Vec<Vec<f32>>, Vec<Vec<f32>>, Vec<f32>);
type After = (Vec<f32>, Vec<f32>);

fn places(len: usize, n: usize, number: usize) -> Range<usize> {
    let number = number % n;
    len * number / n..len * (number + 1) / n
}

/// `n` machines that have the same weights, and each a velocity and a gradient of its own.
fn machines(n: usize, len: usize) -> impl Fn(&mut Generator) -> Inputs {
    move |g| {
        let weights = vec![g.numbers(len); n];
        let velocities = (0..n).map(|number| g.numbers(places(len, n, number).len()));
        let velocities = velocities.collect();
        (
            weights,
            velocities,
            g.rows(n, len),
            vec![g.number(0.05..0.3); n],
        )
    }
}

/// What is done differently.
#[derive(Clone, Copy)]
struct Slips {
    /// The steps that each half is short of.
    short: (usize, usize),
    /// By how many chunks each half begins later.
    late: (usize, usize),
    /// What becomes of a sum before the step, of how many machines there are.
    mean: fn(f32, f32) -> f32,
    /// The velocity after the step, of the one before and the gradient.
    velocity: fn(f32, f32) -> f32,
    /// By how many chunks the one that is updated is another one.
    updated: usize,
    /// What is taken off a weight, of the rate, the velocity and the gradient.
    moved: fn(f32, f32, f32) -> f32,
    /// What becomes of a weight when another one comes.
    meets: fn(f32, f32) -> f32,
}

const RIGHT: Slips = Slips {
    short: (0, 0),
    late: (0, 0),
    mean: |sum, n| sum / n,
    velocity: |velocity, gradient| 0.9 * velocity + gradient,
    updated: 0,
    moved: |rate, velocity, _| rate * velocity,
    meets: |_, other| other,
};

fn slipped(
    slips: Slips,
    rank: &mut Rank,
    mut weights: Vec<f32>,
    mut velocity: Vec<f32>,
    mut gradient: Vec<f32>,
    rate: f32,
) -> After {
    let (me, n, len) = (rank.number(), rank.count(), weights.len());
    let (right, left) = ((me + 1) % n, (me + n - 1) % n);
    let chunk = |number: usize| places(len, n, number);
    for s in 0..(n - 1).saturating_sub(slips.short.0) {
        let at = me + n + slips.late.0 - s;
        rank.send(right, &gradient[chunk(at + n - 1)]);
        let sums = gradient[chunk(at + 2 * n - 2)].iter_mut();
        for (sum, number) in sums.zip(rank.receive(left)) {
            *sum += number;
        }
    }
    let own = chunk(me + slips.updated);
    let own = weights[own.clone()].iter_mut().zip(&gradient[own]);
    for (velocity, (weight, &sum)) in velocity.iter_mut().zip(own) {
        let gradient = (slips.mean)(sum, n as f32);
        *velocity = (slips.velocity)(*velocity, gradient);
        *weight -= (slips.moved)(rate, *velocity, gradient);
    }
    for s in 0..(n - 1).saturating_sub(slips.short.1) {
        let at = me + n + slips.late.1 - s;
        rank.send(right, &weights[chunk(at)]);
        let own = weights[chunk(at + n - 1)].iter_mut();
        for (own, other) in own.zip(rank.receive(left)) {
            *own = (slips.meets)(*own, other);
        }
    }
    (weights, velocity)
}

/// Every machine gets all gradients, and later all weights, as they are.
fn everything(
    rank: &mut Rank,
    mut weights: Vec<f32>,
    mut velocity: Vec<f32>,
    mut gradient: Vec<f32>,
    rate: f32,
) -> After {
    let (me, n, len) = (rank.number(), rank.count(), weights.len());
    let others = (0..n).filter(|&other| other != me);
    for other in others.clone() {
        rank.send(other, &gradient);
    }
    for other in others.clone() {
        for (sum, number) in gradient.iter_mut().zip(rank.receive(other)) {
            *sum += number;
        }
    }
    let own = places(len, n, me);
    let both = weights[own.clone()].iter_mut().zip(&gradient[own.clone()]);
    for (velocity, (weight, sum)) in velocity.iter_mut().zip(both) {
        *velocity = 0.9 * *velocity + sum / n as f32;
        *weight -= rate * *velocity;
    }
    for other in others.clone() {
        rank.send(other, &weights[own.clone()]);
    }
    for other in others {
        weights[places(len, n, other)].copy_from_slice(&rank.receive(other));
    }
    (weights, velocity)
}

/// An all-reduce of the gradients, and an all-gather of the weights after it.
fn all_reduced(
    rank: &mut Rank,
    weights: Vec<f32>,
    velocity: Vec<f32>,
    mut gradient: Vec<f32>,
    rate: f32,
) -> After {
    let (me, n, len) = (rank.number(), rank.count(), gradient.len());
    let (right, left) = ((me + 1) % n, (me + n - 1) % n);
    let chunk = |number: usize| places(len, n, number);
    for s in 0..n - 1 {
        rank.send(right, &gradient[chunk(me + n - s)]);
        let sums = gradient[chunk(left + n - s)].iter_mut();
        for (sum, number) in sums.zip(rank.receive(left)) {
            *sum += number;
        }
    }
    for s in 0..n - 1 {
        rank.send(right, &gradient[chunk(me + 1 + n - s)]);
        gradient[chunk(me + n - s)].copy_from_slice(&rank.receive(left));
    }
    let slips = Slips {
        short: (usize::MAX, 0),
        ..RIGHT
    };
    slipped(slips, rank, weights, velocity, gradient, rate)
}

fn main() {
    Reference::of(
        "step",
        ranks(step)
            .counting(Messages)
            .counting(BytesSent)
            .counting(Steps),
    )
    .inputs(["weights", "velocity", "gradient", "rate"])
    .parts([
        ("weights", close()),
        ("velocity", close()),
        ("messages", at_most(1.0)),
        ("bytes sent", at_most(1.0)),
        ("steps", at_most(1.0)),
    ])
    .wrong(
        "summed",
        "You take the step with the sum of the gradients; divide it by the number of machines first.",
        |rank, weights, velocity, gradient, rate| {
            slipped(Slips { mean: |sum, _| sum, ..RIGHT }, rank, weights, velocity, gradient, rate)
        },
    )
    .wrong(
        "own gradients alone",
        "Every machine takes its step with its own gradient; let the sums grow round the ring first.",
        |rank, weights, velocity, gradient, rate| {
            let slips = Slips { short: (usize::MAX, 0), mean: |sum, _| sum, ..RIGHT };
            slipped(slips, rank, weights, velocity, gradient, rate)
        },
    )
    .wrong(
        "own gradients alone, divided",
        "The step is taken with a machine's own gradient, divided by n: after reduce-scatter, chunk `me` has to hold the \
         sum. It begins with chunk `(me - 1) % n`, and takes n - 1 steps.",
        |rank, weights, velocity, gradient, rate| {
            slipped(Slips { short: (usize::MAX, 0), ..RIGHT }, rank, weights, velocity, gradient, rate)
        },
    )
    .wrong(
        "weights not gathered",
        "Every machine has new weights in its own chunk and old ones in all others; send the new ones round the ring.",
        |rank, weights, velocity, gradient, rate| {
            slipped(Slips { short: (0, usize::MAX), ..RIGHT }, rank, weights, velocity, gradient, rate)
        },
    )
    .wrong(
        "one step too few, second half",
        "Your all-gather is one step short, so one chunk of every machine has old weights; it takes n - 1 steps.",
        |rank, weights, velocity, gradient, rate| {
            slipped(Slips { short: (0, 1), ..RIGHT }, rank, weights, velocity, gradient, rate)
        },
    )
    .wrong(
        "the chunks of all_reduce, second half",
        "Your all-gather begins with chunk `me + 1`, as in `all_reduce`; the new weights stand in chunk `me`.",
        |rank, weights, velocity, gradient, rate| {
            slipped(Slips { late: (0, 1), ..RIGHT }, rank, weights, velocity, gradient, rate)
        },
    )
    .wrong(
        "another machine's chunk",
        "You update the chunk of the next machine with the velocity of your own; the shard belongs to chunk `me`.",
        |rank, weights, velocity, gradient, rate| {
            slipped(Slips { updated: 1, ..RIGHT }, rank, weights, velocity, gradient, rate)
        },
    )
    .wrong(
        "all as in all_reduce",
        "Your ring is that of `all_reduce`, which ends with chunk `me + 1` on machine `me`: the velocity is that of chunk \
         `me`. Begin both halves one chunk earlier.",
        |rank, weights, velocity, gradient, rate| {
            let slips = Slips { late: (1, 1), updated: 1, ..RIGHT };
            slipped(slips, rank, weights, velocity, gradient, rate)
        },
    )
    .wrong(
        "no momentum",
        "Your velocity is the gradient alone; 0.9 times the velocity before belongs to it.",
        |rank, weights, velocity, gradient, rate| {
            let slips = Slips { velocity: |_, gradient| gradient, ..RIGHT };
            slipped(slips, rank, weights, velocity, gradient, rate)
        },
    )
    .wrong(
        "running mean",
        "You weight the gradient with 0.1; here it is added as it is.",
        |rank, weights, velocity, gradient, rate| {
            let slips = Slips { velocity: |velocity, gradient| 0.9 * velocity + 0.1 * gradient, ..RIGHT };
            slipped(slips, rank, weights, velocity, gradient, rate)
        },
    )
    .wrong(
        "velocity never used",
        "You move the weights by the gradient; move them by the velocity.",
        |rank, weights, velocity, gradient, rate| {
            let slips = Slips { moved: |rate, _, gradient| rate * gradient, ..RIGHT };
            slipped(slips, rank, weights, velocity, gradient, rate)
        },
    )
    .wrong(
        "without the rate",
        "You subtract the whole velocity; multiply it by `rate` first.",
        |rank, weights, velocity, gradient, rate| {
            let slips = Slips { moved: |_, velocity, _| velocity, ..RIGHT };
            slipped(slips, rank, weights, velocity, gradient, rate)
        },
    )
    .wrong(
        "uphill",
        "You added the velocity; the loss falls the other way, so subtract it.",
        |rank, weights, velocity, gradient, rate| step(rank, weights, velocity, gradient, -rate),
    )
    .wrong(
        "weights added up",
        "In the second half you add what comes; the new weights take the place of the old ones.",
        |rank, weights, velocity, gradient, rate| {
            let slips = Slips { meets: |own, other| own + other, ..RIGHT };
            slipped(slips, rank, weights, velocity, gradient, rate)
        },
    )
    .wrong(
        "all-reduce first",
        "Your weights are right, but every machine gets the sums of all gradients and needs those of its own chunk alone; \
         stop after reduce-scatter.",
        all_reduced,
    )
    .wrong(
        "all gradients to all",
        "Your weights are right, but every machine sends its whole gradient to each of the others; send one chunk in each \
         step of a ring.",
        everything,
    )
    .group("with equal chunks")
    .case("the example of the lesson", |_| {
        let gradients = vec![vec![2.0, 4.0], vec![6.0, 8.0]];
        (vec![vec![1.0; 2]; 2], vec![vec![0.0], vec![2.0]], gradients, vec![0.1; 2])
    })
    .case("one machine", machines(1, 4))
    .case("a weight for each machine", machines(4, 4))
    .cases(8, |g, i| {
        let n = 2 + i % 5;
        machines(n, n * (2 + i / 2))(g)
    })
    .group("with chunks of two sizes")
    .parts([
        ("weights", close()),
        ("velocity", close()),
        ("messages", at_most(1.0)),
        ("bytes sent", at_most(1.5)),
        ("steps", at_most(1.0)),
    ])
    .case("seven weights, three machines", machines(3, 7))
    .case("one machine", machines(1, 3))
    .cases(6, |g, i| {
        let n = 3 + i % 3;
        machines(n, n * (2 + i / 2) + 1 + i % (n - 1))(g)
    })
    .run()
}
