//! How `restored` and `train` are checked. Every mistake of `train` is its one loop with something else in it, and saves
//! where the solution saves: when a program is ended is counted in what it reports and saves.

#[path = "../../solutions/13_scale/resume.rs"]
#[expect(dead_code, reason = "a check has a `main` of its own")]
mod solution;
use course::{momentum_step, shuffle};
use gradlings::prelude::*;
use solution::{Checkpoint, from_bytes, restored, to_bytes, train};

type Points = Vec<Vec<f32>>;
type Inputs = (Points, usize, usize, u64);

/// `n` points about a line.
fn points(g: &mut Generator, n: usize) -> Points {
    let (slope, bias) = (g.number(1.0..3.0), g.number(-2.0..-1.0));
    let mut point = |_| {
        let x = g.number(-1.5..1.5);
        vec![x, slope * x + bias + g.number(-0.3..0.3)]
    };
    (0..n).map(&mut point).collect()
}

fn run(n: usize, batch: usize, steps: usize) -> impl Fn(&mut Generator) -> Inputs {
    move |g| (points(g, n), batch, steps, g.seed())
}

/// Trainings of five to eight batches an epoch, that are ended in the midst of epochs.
fn long(g: &mut Generator, i: usize) -> Inputs {
    run(9 + 2 * i, 2 + i % 2, 100 + 4 * i)(g)
}

fn checkpoint(g: &mut Generator, n: usize) -> Checkpoint {
    Checkpoint {
        step: g.integer(1..100),
        weights: g.numbers(2),
        velocity: g.numbers(2),
        order: g.permutation(n),
        random: g.seed(),
    }
}

fn start(points: usize, seed: u64) -> Checkpoint {
    Checkpoint {
        step: 0,
        weights: vec![0.0; 2],
        velocity: vec![0.0; 2],
        order: (0..points).collect(),
        random: seed,
    }
}

/// What is done differently.
#[derive(Clone, Copy)]
struct Slips {
    /// When the order is shuffled, given the place of a batch in its epoch, and whether from the beginning.
    shuffles: fn(usize) -> bool,
    afresh: bool,
    /// Whether each epoch begins with the seed.
    reseeds: bool,
    /// How many batches an epoch has, of so many points.
    batches: fn(usize, usize) -> usize,
    /// What is done to the velocity before a step.
    velocity: fn(&mut Vec<f32>, usize),
    /// What becomes of a checkpoint that was loaded, with what a training begins with, and the batches of an epoch.
    loaded: fn(Checkpoint, Checkpoint, usize) -> Checkpoint,
    saves: fn(&Checkpoint),
    /// Whether it saves before a step what stands after it.
    ahead: bool,
    /// How many steps are left out.
    short: usize,
}

const RIGHT: Slips = Slips {
    shuffles: |at| at == 0,
    afresh: false,
    reseeds: false,
    batches: |points, batch| points.div_ceil(batch),
    velocity: |_, _| {},
    loaded: |saved, _, _| saved,
    saves: |now| store::save("checkpoint", &to_bytes(now)),
    ahead: false,
    short: 0,
};

fn slipped(slips: Slips, points: Points, batch: usize, steps: usize, seed: u64) -> Vec<f32> {
    let batches = (slips.batches)(points.len(), batch).max(1);
    let mut now = start(points.len(), seed);
    if let Some(bytes) = store::load("checkpoint") {
        now = (slips.loaded)(from_bytes(&bytes), now, batches);
    }
    while now.step + slips.short < steps {
        let at = now.step % batches;
        if (slips.shuffles)(at) {
            if slips.afresh {
                now.order.sort_unstable();
            }
            if slips.reseeds {
                now.random = seed;
            }
            shuffle(&mut now.order, &mut now.random);
        }
        if slips.ahead {
            now.step += 1;
            (slips.saves)(&now);
            now.step -= 1;
        }
        (slips.velocity)(&mut now.velocity, at);
        let places = now.order.chunks(batch).nth(at).unwrap_or_default();
        let loss = momentum_step(&points, places, &mut now.weights, &mut now.velocity);
        report::metric("loss", now.step, loss);
        now.step += 1;
        if !slips.ahead {
            (slips.saves)(&now);
        }
    }
    now.weights
}

/// Saves a checkpoint under two names. What is loaded under the second one is put into the first by `joined`.
fn second(now: &Checkpoint) {
    store::save("second", &to_bytes(now));
}

/// A checkpoint whose parts were saved under two names, `part` of the second one.
fn joined(first: Checkpoint, part: fn(Checkpoint, Checkpoint) -> Checkpoint) -> Checkpoint {
    match store::load("second") {
        Some(bytes) => part(first, from_bytes(&bytes)),
        None => first,
    }
}

fn with_weights(first: Checkpoint, second: Checkpoint) -> Checkpoint {
    let weights = second.weights;
    Checkpoint { weights, ..first }
}

fn with_weights_and_velocity(first: Checkpoint, second: Checkpoint) -> Checkpoint {
    let Checkpoint {
        weights, velocity, ..
    } = second;
    Checkpoint {
        weights,
        velocity,
        ..first
    }
}

/// The checkpoint first, and then a part of it under another name; or the other way round.
const FIRST_THEN_PART: fn(&Checkpoint) = |now| {
    (RIGHT.saves)(now);
    second(now);
};
const PART_THEN_FIRST: fn(&Checkpoint) = |now| {
    second(now);
    (RIGHT.saves)(now);
};

/// A checkpoint with something else in the place of each weight and each velocity.
fn of_floats(mut checkpoint: Checkpoint, of: fn(f32) -> f32) -> Checkpoint {
    let floats = checkpoint
        .weights
        .iter_mut()
        .chain(&mut checkpoint.velocity);
    floats.for_each(|x| *x = of(*x));
    checkpoint
}

/// What is left of a number that is written with so many decimals.
fn decimals(x: f32, count: usize) -> f32 {
    // What is written as a number is one.
    format!("{x:.count$}").parse().unwrap_or(x)
}

fn main() {
    const DECIMALS: &str = "You write the weights with a few decimals, and the rest is lost; `x.to_bits()` keeps all of an \
         `f32`.";

    Reference::of("restored", function(restored))
        .inputs(["checkpoint"])
        .parts([
            ("step", exact()),
            ("weights", exact()),
            ("velocity", exact()),
            ("order", exact()),
            ("random", exact()),
        ])
        .case("the beginning", |_| (start(3, 5),))
        .case("one point", |g| (checkpoint(g, 1),))
        .case("300 points and 70,000 steps", |g| {
            let step = 70_000;
            (Checkpoint { step, ..checkpoint(g, 300) },)
        })
        .case("very small and very large weights", |g| {
            let (weights, velocity) = (vec![1.5e-42, -3.0e38], vec![1e-12, 7.0e-8]);
            (Checkpoint { weights, velocity, ..checkpoint(g, 4) },)
        })
        .cases(6, |g, i| (checkpoint(g, 2 + 3 * i),))
        .wrong(
            "velocity lost",
            "You lose the velocity; save it beside the weights.",
            |checkpoint| Checkpoint { velocity: vec![0.0; 2], ..checkpoint },
        )
        .wrong(
            "order lost",
            "You lose the order, and begin with 0, 1, 2, ... again; save the place of every point.",
            |checkpoint| {
                let order = (0..checkpoint.order.len()).collect();
                Checkpoint { order, ..checkpoint }
            },
        )
        .wrong(
            "random state lost",
            "You lose `random`; save it, or the next shuffles are others.",
            |checkpoint| Checkpoint { random: 0, ..checkpoint },
        )
        .wrong(
            "a byte for a place",
            "You keep one byte of each place, and places from 256 on become others; a place is a `usize`.",
            |mut checkpoint| {
                checkpoint.order.iter_mut().for_each(|place| *place %= 256);
                checkpoint
            },
        )
        .wrong(
            "a byte for the step",
            "You keep one byte of `step`, and step 256 becomes step 0; it is a `usize`.",
            |mut checkpoint| {
                checkpoint.step %= 256;
                checkpoint
            },
        )
        .wrong(
            "a byte for each",
            "You keep one byte of `step` and of each place, and 256 becomes 0; they are `usize`.",
            |mut checkpoint| {
                checkpoint.step %= 256;
                checkpoint.order.iter_mut().for_each(|place| *place %= 256);
                checkpoint
            },
        )
        .wrong(
            "half of the random state",
            "You keep half of the bits of `random`; it is a `u64`, of 8 bytes.",
            |mut checkpoint| {
                checkpoint.random &= 0xffff_ffff;
                checkpoint
            },
        )
        .wrong(
            "random state as a float",
            "You make a float of `random`, which has no room for all of its digits; save its 8 bytes.",
            |mut checkpoint| {
                checkpoint.random = (checkpoint.random as f64 as u64).min(i64::MAX as u64);
                checkpoint
            },
        )
        .wrong(
            "random state as a short float",
            "You make a float of `random`, which has no room for all of its digits; save its 8 bytes.",
            |mut checkpoint| {
                checkpoint.random = checkpoint.random as f32 as u64;
                checkpoint
            },
        )
        .wrong("six decimals", DECIMALS, |checkpoint| {
            of_floats(checkpoint, |x| decimals(x, 6))
        })
        .wrong("four decimals", DECIMALS, |checkpoint| {
            of_floats(checkpoint, |x| decimals(x, 4))
        })
        .wrong(
            "long whole numbers",
            "You make whole numbers of the weights, which cuts off what stands behind the point; `x.to_bits()` \
             keeps all of an `f32`.",
            |checkpoint| of_floats(checkpoint, |x| x as i64 as f32),
        )
        .wrong(
            "whole numbers",
            "You make whole numbers of the weights, which cuts off what stands behind the point; `x.to_bits()` \
             keeps all of an `f32`.",
            |checkpoint| of_floats(checkpoint, |x| x as i32 as f32),
        )
        .and("train", training(train))
        .inputs(["points", "batch", "steps", "seed"])
        .parts([("weights", exact())])
        .group("in one go")
        .case("the example of the lesson", |_| (vec![vec![0.0, 1.0]], 1, 2, 0))
        .case("one step", run(4, 2, 1))
        .case("one epoch", run(6, 2, 3))
        .case("a last batch that is smaller", run(7, 3, 12))
        .case("all points in one batch", run(5, 9, 6))
        .case("an end in the midst of an epoch", run(8, 2, 10))
        .cases(3, long)
        .wrong(
            "never shuffled",
            "You never shuffle; every epoch begins with `shuffle(&mut order, &mut random)`.",
            |points, batch, steps, seed| {
                let slips = Slips { shuffles: |_| false, ..RIGHT };
                slipped(slips, points, batch, steps, seed)
            },
        )
        .wrong(
            "shuffled in every step",
            "You shuffle before every step; only the first step of an epoch does.",
            |points, batch, steps, seed| {
                let slips = Slips { shuffles: |_| true, ..RIGHT };
                slipped(slips, points, batch, steps, seed)
            },
        )
        .wrong(
            "shuffled afresh",
            "You shuffle 0, 1, 2, ... in every epoch; shuffle the order of the epoch before.",
            |points, batch, steps, seed| {
                let slips = Slips { afresh: true, ..RIGHT };
                slipped(slips, points, batch, steps, seed)
            },
        )
        .wrong(
            "seed in every epoch",
            "You begin every epoch with `seed` again; `random` goes on from one shuffle to the next.",
            |points, batch, steps, seed| {
                slipped(Slips { reseeds: true, ..RIGHT }, points, batch, steps, seed)
            },
        )
        .wrong(
            "last batch lost",
            "You leave the last batch of an epoch out where it is smaller; `n / batch` is rounded up.",
            |points, batch, steps, seed| {
                let batches = |points: usize, batch: usize| points / batch;
                slipped(Slips { batches, ..RIGHT }, points, batch, steps, seed)
            },
        )
        .wrong(
            "no momentum",
            "You begin every step with a velocity of zero; it goes on from step to step.",
            |points, batch, steps, seed| {
                let velocity = |velocity: &mut Vec<f32>, _| velocity.fill(0.0);
                slipped(Slips { velocity, ..RIGHT }, points, batch, steps, seed)
            },
        )
        .wrong(
            "momentum by epoch",
            "You begin every epoch with a velocity of zero; it goes on from epoch to epoch.",
            |points, batch, steps, seed| {
                let velocity = |velocity: &mut Vec<f32>, at| {
                    if at == 0 {
                        velocity.fill(0.0);
                    }
                };
                slipped(Slips { velocity, ..RIGHT }, points, batch, steps, seed)
            },
        )
        .wrong(
            "a step too few",
            "You take one step too few; `steps` of them are taken, from 0 to `steps - 1`.",
            |points, batch, steps, seed| {
                slipped(Slips { short: 1, ..RIGHT }, points, batch, steps, seed)
            },
        )
        .group("ended and started again")
        .interrupted(3, 12)
        .series("loss")
        .ends_low(1.0, 1e-6)
        .cases(8, long)
        .wrong(
            "velocity lost",
            "You go on with a velocity of zero; save it beside the weights, and load it.",
            |points, batch, steps, seed| {
                let loaded = |saved, start: Checkpoint, _| {
                    let velocity = start.velocity;
                    Checkpoint { velocity, ..saved }
                };
                slipped(Slips { loaded, ..RIGHT }, points, batch, steps, seed)
            },
        )
        .wrong(
            "weights lost",
            "You go on with weights of zero; load those that were saved.",
            |points, batch, steps, seed| {
                let loaded = |saved, start: Checkpoint, _| {
                    let weights = start.weights;
                    Checkpoint { weights, ..saved }
                };
                slipped(Slips { loaded, ..RIGHT }, points, batch, steps, seed)
            },
        )
        .wrong(
            "order lost",
            "You go on with the order 0, 1, 2, ..., though the epoch has begun with another one; save the order \
             too.",
            |points, batch, steps, seed| {
                let loaded = |saved, start: Checkpoint, _| {
                    let order = start.order;
                    Checkpoint { order, ..saved }
                };
                slipped(Slips { loaded, ..RIGHT }, points, batch, steps, seed)
            },
        )
        .wrong(
            "random state lost",
            "You begin with `seed` again, so the next shuffles repeat the first ones; save `random`, which \
             every shuffle changes.",
            |points, batch, steps, seed| {
                let loaded = |saved, start: Checkpoint, _| {
                    let random = start.random;
                    Checkpoint { random, ..saved }
                };
                slipped(Slips { loaded, ..RIGHT }, points, batch, steps, seed)
            },
        )
        .wrong(
            "order and random state lost",
            "You go on with the order 0, 1, 2, ... and with `seed`, as at the beginning; save the order and \
             `random` too.",
            |points, batch, steps, seed| {
                let loaded = |saved, start: Checkpoint, _| {
                    let Checkpoint { order, random, .. } = start;
                    Checkpoint { order, random, ..saved }
                };
                slipped(Slips { loaded, ..RIGHT }, points, batch, steps, seed)
            },
        )
        .wrong(
            "only weights and step",
            "You go on with the weights and the step alone; the next step reads the velocity, the order and \
             `random` too.",
            |points, batch, steps, seed| {
                let loaded = |saved: Checkpoint, start, _| {
                    let Checkpoint { step, weights, .. } = saved;
                    Checkpoint { step, weights, ..start }
                };
                slipped(Slips { loaded, ..RIGHT }, points, batch, steps, seed)
            },
        )
        .wrong(
            "shuffled at the start",
            "You shuffle when the program starts, too; only the first step of an epoch does.",
            |points, batch, steps, seed| {
                let loaded = |mut saved: Checkpoint, _, batches| {
                    // At the first step of an epoch it is shuffled in any case.
                    if !saved.step.is_multiple_of(batches) {
                        shuffle(&mut saved.order, &mut saved.random);
                    }
                    saved
                };
                slipped(Slips { loaded, ..RIGHT }, points, batch, steps, seed)
            },
        )
        .wrong(
            "epoch begun again",
            "You begin the epoch again, with weights that have learned from its first batches already; go on \
             with the next batch.",
            |points, batch, steps, seed| {
                let loaded = |mut saved: Checkpoint, _, batches| {
                    saved.step -= saved.step % batches;
                    saved
                };
                slipped(Slips { loaded, ..RIGHT }, points, batch, steps, seed)
            },
        )
        .wrong(
            "step taken twice",
            "You go on with the step that had been taken last, whose weights you have already; save the number \
             of the next one.",
            |points, batch, steps, seed| {
                let loaded = |mut saved: Checkpoint, _, _| {
                    saved.step = saved.step.saturating_sub(1);
                    saved
                };
                slipped(Slips { loaded, ..RIGHT }, points, batch, steps, seed)
            },
        )
        .wrong(
            "saved too early",
            "You save the number of a step before its weights are there; where the program ends in between, \
             that step is left out. Save both after the step.",
            |points, batch, steps, seed| {
                slipped(Slips { ahead: true, ..RIGHT }, points, batch, steps, seed)
            },
        )
        .wrong(
            "torn, the weights first",
            "You save under two names, the weights first; where the program ends in between, they are one step \
             ahead of the rest. Save all of it with one call.",
            |points, batch, steps, seed| {
                let loaded = |saved, _, _| joined(saved, with_weights_and_velocity);
                let saves = PART_THEN_FIRST;
                slipped(Slips { saves, loaded, ..RIGHT }, points, batch, steps, seed)
            },
        )
        .wrong(
            "torn, the weights last",
            "You save under two names, the weights last; where the program ends in between, they are one step \
             behind the rest. Save all of it with one call.",
            |points, batch, steps, seed| {
                let loaded = |saved, _, _| joined(saved, with_weights_and_velocity);
                let saves = FIRST_THEN_PART;
                slipped(Slips { saves, loaded, ..RIGHT }, points, batch, steps, seed)
            },
        )
        .wrong(
            "torn, the weights alone first",
            "You save under two names, the weights first; where the program ends in between, they are one step \
             ahead of the rest. Save all of it with one call.",
            |points, batch, steps, seed| {
                let loaded = |saved, _, _| joined(saved, with_weights);
                let saves = PART_THEN_FIRST;
                slipped(Slips { saves, loaded, ..RIGHT }, points, batch, steps, seed)
            },
        )
        .wrong(
            "torn, the weights alone last",
            "You save under two names, the weights last; where the program ends in between, they are one step \
             behind the rest. Save all of it with one call.",
            |points, batch, steps, seed| {
                let loaded = |saved, _, _| joined(saved, with_weights);
                let saves = FIRST_THEN_PART;
                slipped(Slips { saves, loaded, ..RIGHT }, points, batch, steps, seed)
            },
        )
        .wrong(
            "removed once it is loaded",
            "You remove the checkpoint once it is loaded; where the program ends before the next one is saved, \
             all is lost. Leave it there: what is saved next takes its place.",
            |points, batch, steps, seed| {
                let loaded = |saved, _, _| {
                    store::remove("checkpoint");
                    saved
                };
                slipped(Slips { loaded, ..RIGHT }, points, batch, steps, seed)
            },
        )
        .run()
}
