//! How `accumulate` and `epoch` are checked: by their numbers, and by the bytes that are alive at once. The room above the
//! bytes of the solution is that of two or three more matrices of weights, and less than the errors of all rows.

#[path = "../../solutions/13_scale/accumulate.rs"]
#[expect(dead_code, reason = "a check has a `main` of its own")]
mod solution;
use std::ops::Range;

use course::mean_gradient;
use gradlings::prelude::*;
use solution::{accumulate, epoch};

/// Inputs and outputs of the layer: its errors take more than all else.
const INPUTS: usize = 2;
const OUTPUTS: usize = 16;
const ROOM: f32 = 1.2;

type OfBatch = (Metered, Metered, Metered, usize);
type OfEpoch = (Metered, Metered, Metered, usize, usize, f32);

fn rows(n: usize, micro: usize) -> impl Fn(&mut Generator) -> OfBatch {
    move |g| {
        let (x, y) = (g.metered(n, INPUTS), g.metered(n, OUTPUTS));
        (x, y, g.metered(INPUTS, OUTPUTS), micro)
    }
}

fn batches(n: usize, batch: usize, micro: usize) -> impl Fn(&mut Generator) -> OfEpoch {
    move |g| {
        let (x, y, w, micro) = rows(n, micro)(g);
        (x, y, w, batch, micro, g.number(0.1..0.3))
    }
}

/// A column of these numbers.
fn column(numbers: &[f32]) -> Metered {
    Metered::from_rows(&Vec::from_iter(numbers.iter().map(|&x| vec![x])))
}

/// The first `n` rows in pieces of `size`.
fn pieces(n: usize, size: usize) -> impl Iterator<Item = Range<usize>> {
    let size = size.max(1);
    (0..n)
        .step_by(size)
        .map(move |start| start..n.min(start + size))
}

/// The mean gradient of each micro-batch, times a factor that follows from its rows, all rows and `micro`.
fn summed(
    x: &Metered,
    y: &Metered,
    w: &Metered,
    micro: usize,
    factor: fn(usize, usize, usize) -> f32,
) -> Metered {
    let n = x.shape().0;
    let mut sum = Metered::zeros(w.shape().0, w.shape().1);
    for rows in pieces(n, micro) {
        let mean = mean_gradient(&x.rows(rows.clone()), &y.rows(rows.clone()), w);
        sum = sum + &(mean * factor(rows.len(), n, micro));
    }
    sum
}

/// An epoch whose steps are taken from what `gradient` makes of a batch, and the gradient of the step before.
fn walked(
    (x, y, mut w, batch, rate): (Metered, Metered, Metered, usize, f32),
    gradient: impl Fn(Metered, Metered, &Metered, Option<Metered>) -> Metered,
) -> Metered {
    let mut last = None;
    for rows in pieces(x.shape().0, batch) {
        let now = gradient(x.rows(rows.clone()), y.rows(rows), &w, last.take());
        w = w - &(&now * rate);
        last = Some(now);
    }
    w
}

fn main() {
    Reference::of("accumulate", function(accumulate).counting(PeakBytes))
        .inputs(["x", "y", "w", "micro"])
        .parts([("gradient", close()), ("bytes at the peak", at_most(ROOM))])
        .case("the example of the lesson", |_| {
            (column(&[1.0, 2.0, 3.0]), column(&[0.0; 3]), column(&[1.0]), 2)
        })
        .case("one row", rows(1, 1))
        .case("micro-batches of the same size", rows(24, 4))
        .case("a last micro-batch of one row", rows(25, 6))
        .case("one row at a time", rows(64, 1))
        .case("a micro-batch that would hold more than all rows", rows(6, 9))
        .cases(8, |g, i| rows(26 + 3 * i, 3 + i % 4)(g))
        .wrong(
            "mean of means",
            "You took the mean of the means, in which the rows of a smaller last micro-batch count more; weight each \
             mean by the rows of its micro-batch.",
            |x, y, w, micro| {
                let count = x.shape().0.div_ceil(micro) as f32;
                summed(&x, &y, &w, micro, |_, _, _| 1.0) / count
            },
        )
        .wrong(
            "sum of means",
            "You added the mean gradients up as they are; weight each by its share of all rows.",
            |x, y, w, micro| summed(&x, &y, &w, micro, |_, _, _| 1.0),
        )
        .wrong(
            "sum over rows",
            "You weighted each mean by its rows and did not divide by the number of all rows; a mean over all rows is \
             asked.",
            |x, y, w, micro| summed(&x, &y, &w, micro, |rows, _, _| rows as f32),
        )
        .wrong(
            "every share alike",
            "You gave each micro-batch the share `micro / n`; the last one has fewer rows, and counts by these.",
            |x, y, w, micro| summed(&x, &y, &w, micro, |_, n, micro| micro as f32 / n as f32),
        )
        .wrong(
            "divided twice",
            "You divided by the number of all rows, and forgot that each mean has been divided by its own rows; weight \
             it by these first.",
            |x, y, w, micro| summed(&x, &y, &w, micro, |_, n, _| 1.0 / n as f32),
        )
        .wrong(
            "divided by micro",
            "You divided by `micro`; each mean counts by its rows, divided by all rows.",
            |x, y, w, micro| summed(&x, &y, &w, micro, |rows, _, micro| rows as f32 / micro as f32),
        )
        .wrong(
            "last one lost",
            "You left the last micro-batch out where it is smaller; every row counts.",
            |x, y, w, micro| {
                let share = |rows: usize, n: usize, micro: usize| match rows < micro {
                    true => 0.0,
                    false => rows as f32 / n as f32,
                };
                summed(&x, &y, &w, micro, share)
            },
        )
        .wrong(
            "last one lost, and its rows",
            "You left the last micro-batch out where it is smaller, and took the mean of the others; every row counts.",
            |x, y, w, micro| {
                let kept = x.shape().0 / micro * micro;
                let micro = micro.min(kept);
                summed(&x.rows(0..kept), &y.rows(0..kept), &w, micro, |rows, n, _| rows as f32 / n as f32)
            },
        )
        .wrong(
            "last one alone",
            "You returned what the last micro-batch gives; add it to what the others gave.",
            |x, y, w, micro| {
                let n = x.shape().0;
                let start = (n - 1) / micro * micro;
                let share = (n - start) as f32 / n as f32;
                mean_gradient(&x.rows(start..n), &y.rows(start..n), &w) * share
            },
        )
        .wrong(
            "last one alone, whole",
            "You returned the mean gradient of the last micro-batch; add those of all of them up, each by its share.",
            |x, y, w, micro| {
                let n = x.shape().0;
                let start = (n - 1) / micro * micro;
                mean_gradient(&x.rows(start..n), &y.rows(start..n), &w)
            },
        )
        .wrong(
            "first one alone",
            "You returned the mean gradient of the first micro-batch; add those of all of them up, each by its share.",
            |x, y, w, micro| {
                let end = micro.min(x.shape().0);
                mean_gradient(&x.rows(0..end), &y.rows(0..end), &w)
            },
        )
        .wrong(
            "all at once",
            "Your gradient is right, but all rows were in the network at once; give `mean_gradient` `micro` rows at \
             a time.",
            |x, y, w, _| mean_gradient(&x, &y, &w),
        )
        .wrong(
            "all gradients kept",
            "Your gradient is right, but the gradients of all micro-batches were in memory at once; add each to one \
             sum, and let go of it.",
            |x, y, w, micro| {
                let n = x.shape().0;
                let part = |rows: Range<usize>| {
                    let share = rows.len() as f32 / n as f32;
                    mean_gradient(&x.rows(rows.clone()), &y.rows(rows), &w) * share
                };
                let parts = Vec::from_iter(pieces(n, micro).map(part));
                let zeros = Metered::zeros(w.shape().0, w.shape().1);
                parts.iter().fold(zeros, |sum, part| sum + part)
            },
        )
        .wrong(
            "so many micro-batches",
            "You took `micro` for the number of micro-batches; it is how many rows are in the network at once.",
            |x, y, w, micro| {
                let size = x.shape().0.div_ceil(micro);
                accumulate(x, y, w, size)
            },
        )
        .and("epoch", function(epoch).counting(PeakBytes))
        .inputs(["x", "y", "w", "batch", "micro", "rate"])
        .parts([("weights", close()), ("bytes at the peak", at_most(ROOM))])
        .case("the example of the lesson", |_| {
            (column(&[1.0, 2.0, 3.0]), column(&[0.0; 3]), column(&[1.0]), 2, 1, 0.1)
        })
        .case("one batch of all rows", batches(24, 24, 4))
        .case("batches of one micro-batch", batches(12, 4, 4))
        .case("batches and micro-batches that fit", batches(24, 8, 4))
        .case("a last batch of one row", batches(25, 12, 4))
        .case("micro-batches that do not fit", batches(30, 10, 4))
        .cases(8, |g, i| batches(31 + 2 * i, 12 + i % 3, 2 + i % 4)(g))
        .wrong(
            "a step for each micro-batch",
            "You move the weights after every micro-batch; accumulate the gradient of the whole batch, and move them \
             once.",
            |x, y, w, batch, micro, rate| {
                let mut w = w;
                for rows in pieces(x.shape().0, batch) {
                    let (x, y) = (x.rows(rows.clone()), y.rows(rows));
                    for rows in pieces(x.shape().0, micro) {
                        let gradient = mean_gradient(&x.rows(rows.clone()), &y.rows(rows), &w);
                        w = w - &(gradient * rate);
                    }
                }
                w
            },
        )
        .wrong(
            "a smaller step for each micro-batch",
            "You move the weights after every micro-batch, by its share, so the next one already sees other weights; \
             move them once, after the last one.",
            |x, y, w, batch, micro, rate| {
                let mut w = w;
                for rows in pieces(x.shape().0, batch) {
                    let (x, y) = (x.rows(rows.clone()), y.rows(rows));
                    let n = x.shape().0;
                    for rows in pieces(n, micro) {
                        let share = rate * rows.len() as f32 / n as f32;
                        let gradient = mean_gradient(&x.rows(rows.clone()), &y.rows(rows), &w);
                        w = w - &(gradient * share);
                    }
                }
                w
            },
        )
        .wrong(
            "not zeroed",
            "You go on adding to the gradient of the batch before; the sum begins with zeros for every batch.",
            |x, y, w, batch, micro, rate| {
                walked((x, y, w, batch, rate), |x, y, w, last| {
                    let now = accumulate(x, y, w.clone(), micro);
                    match last {
                        Some(last) => last + &now,
                        None => now,
                    }
                })
            },
        )
        .wrong(
            "one step",
            "You take one step for all rows; take one for each batch.",
            |x, y, w, _, micro, rate| {
                let n = x.shape().0;
                epoch(x, y, w, n, micro, rate)
            },
        )
        .wrong(
            "first weights",
            "You compute every gradient at the weights before the epoch; each batch goes through the network with the \
             weights that the last step left.",
            |x, y, w, batch, micro, rate| {
                let first = w.clone();
                walked((x, y, w, batch, rate), |x, y, _, _| accumulate(x, y, first.clone(), micro))
            },
        )
        .wrong(
            "last batch lost",
            "You left the last batch out where it is smaller; it gets a step too.",
            |x, y, w, batch, micro, rate| {
                let kept = x.shape().0 / batch * batch;
                epoch(x.rows(0..kept), y.rows(0..kept), w, batch, micro, rate)
            },
        )
        .wrong(
            "first batch alone",
            "You took a step for the first batch alone; go on with the others.",
            |x, y, w, batch, micro, rate| {
                let kept = batch.min(x.shape().0);
                epoch(x.rows(0..kept), y.rows(0..kept), w, batch, micro, rate)
            },
        )
        .wrong(
            "uphill",
            "You added the gradient; the loss falls the other way, so subtract it.",
            |x, y, w, batch, micro, rate| epoch(x, y, w, batch, micro, -rate),
        )
        .wrong(
            "without the rate",
            "You subtracted the whole gradient; multiply it by `rate` first.",
            |x, y, w, batch, micro, _| epoch(x, y, w, batch, micro, 1.0),
        )
        .wrong(
            "divided by all rows",
            "You weighted the gradient of a batch by its share of all rows; each batch is a step of its own, with its \
             mean gradient.",
            |x, y, w, batch, micro, rate| {
                let n = x.shape().0 as f32;
                walked((x, y, w, batch, rate), |x, y, w, _| {
                    let share = x.shape().0 as f32 / n;
                    accumulate(x, y, w.clone(), micro) * share
                })
            },
        )
        .wrong(
            "a smaller step for a smaller batch",
            "You made the step of the last batch smaller because it has fewer rows; its gradient is a mean over the \
             rows it has, and its step is like any other.",
            |x, y, w, batch, micro, rate| {
                walked((x, y, w, batch, rate), |x, y, w, _| {
                    let share = x.shape().0 as f32 / batch as f32;
                    accumulate(x, y, w.clone(), micro) * share
                })
            },
        )
        .wrong(
            "divided by the number of micro-batches",
            "You divided the gradient by the number of micro-batches once more; what `accumulate` returns is a mean \
             already.",
            |x, y, w, batch, micro, rate| {
                walked((x, y, w, batch, rate), |x, y, w, _| {
                    let count = x.shape().0.div_ceil(micro) as f32;
                    accumulate(x, y, w.clone(), micro) / count
                })
            },
        )
        .wrong(
            "a batch at once",
            "Your weights are right, but the rows of a whole batch were in the network at once; let `accumulate` give \
             it `micro` rows at a time.",
            |x, y, w, batch, _, rate| epoch(x, y, w, batch, batch, rate),
        )
        .run()
}
