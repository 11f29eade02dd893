//! How `learning_rate` and `descend` are checked. The cases of `learning_rate` go through one schedule at the places where
//! its pieces meet, and through others at random.

#[path = "../../solutions/03_gradient/schedule.rs"]
#[expect(dead_code, reason = "a check has a `main` of its own")]
mod solution;
use std::f32::consts::PI;

use gradlings::prelude::*;
use solution::{descend, learning_rate};

/// Step, warm-up, total, peak, floor.
type OfRate = (usize, usize, usize, f32, f32);
/// Weights, curvatures, warm-up, steps, peak, floor.
type OfWalk = (Vec<f32>, Vec<f32>, usize, usize, f32, f32);

const WHOLE_NUMBERS: &str = "You divided whole numbers, and Rust cuts off what is behind the point; write `as f32` behind both \
                             before you divide.";
const ONE_BEHIND: &str = "Your rates are those of the step before; step number 0 is the first one done, so reckon with \
                          `step + 1`.";

/// Pi as it is learned at school.
const SHORT_PI: f32 = 157.0 / 50.0;
const PEAK_TWICE_FASTER: &str = "The step after the warm-up has the peak once more, and the rest falls too fast: the \
                                 share is `(step + 1 - warmup) / (total - warmup)`.";

fn at(step: usize, warmup: usize, total: usize) -> impl Fn(&mut Generator) -> OfRate {
    move |g| (step, warmup, total, g.number(0.5..1.0), g.number(0.05..0.2))
}

fn walk(n: usize, warmup: usize, steps: usize) -> impl Fn(&mut Generator) -> OfWalk {
    move |g| {
        let weights = (0..n).map(|_| g.number(1.0..2.0)).collect();
        let curvatures = (0..n).map(|_| g.number(0.5..2.0)).collect();
        (
            weights,
            curvatures,
            warmup,
            steps,
            g.number(0.2..0.4),
            g.number(0.02..0.1),
        )
    }
}

/// What is done differently in the schedule.
struct Slips {
    /// The share of the warm-up, of steps done and the warm-up.
    rise: fn(f32, f32) -> f32,
    /// The share of the decay, of steps done, the warm-up and the total.
    share: fn(f32, f32, f32) -> f32,
    /// The rate in the decay, of its share, the peak and the floor.
    fall: fn(f32, f32, f32) -> f32,
    /// The rate after the last step, of the peak and the floor.
    later: Option<fn(f32, f32) -> f32>,
}

const RIGHT: Slips = Slips {
    rise: |done, warmup| done / warmup,
    share: |done, warmup, total| (done - warmup) / (total - warmup),
    fall: |share, peak, floor| floor + (peak - floor) * wave(share),
    later: Some(|_, floor| floor),
};

/// The half wave from 1 to 0.
fn wave(share: f32) -> f32 {
    (1.0 + (PI * share).cos()) / 2.0
}

fn cut_rise(done: f32, warmup: f32) -> f32 {
    (done / warmup).floor()
}

fn cut_share(done: f32, warmup: f32, total: f32) -> f32 {
    ((done - warmup) / (total - warmup)).floor()
}

fn slipped(slips: Slips, (step, warmup, total, peak, floor): OfRate) -> f32 {
    let done = step + 1;
    if done <= warmup {
        return peak * (slips.rise)(done as f32, warmup as f32);
    }
    match slips.later {
        Some(later) if done > total => later(peak, floor),
        _ => {
            let share = (slips.share)(done as f32, warmup as f32, total as f32);
            (slips.fall)(share, peak, floor)
        }
    }
}

/// A walk at these rates, by the number of the step, with this gradient of a weight, its curvature and its start.
fn walked(
    (start, curvatures, steps): (Vec<f32>, Vec<f32>, usize),
    rate: impl Fn(usize) -> f32,
    gradient: fn(f32, f32, f32) -> f32,
) -> Vec<Vec<f32>> {
    let mut weights = start.clone();
    let next = |step| {
        for ((w, c), start) in weights.iter_mut().zip(&curvatures).zip(&start) {
            *w -= rate(step) * gradient(*w, *c, *start);
        }
        weights.clone()
    };
    (0..steps).map(next).collect()
}

fn slope(w: f32, c: f32, _: f32) -> f32 {
    c * w
}

fn main() {
    Reference::of("learning_rate", function(learning_rate))
        .inputs(["step", "warmup", "total", "peak", "floor"])
        .parts([("rate", within(1e-6, 1e-5))])
        .case("the example of the lesson", |_| (2, 2, 6, 1.0, 0.2))
        .case("the first step", at(0, 4, 12))
        .case("in the warm-up", at(1, 4, 12))
        .case("the last step of the warm-up", at(3, 4, 12))
        .case("the step after the warm-up", at(4, 4, 12))
        .case("half way down", at(7, 4, 12))
        .case("the last step but one", at(10, 4, 12))
        .case("the last step", at(11, 4, 12))
        .case("the step after the last", at(12, 4, 12))
        .case("long after the last step", at(16, 4, 12))
        .case("no warm-up, the first step", at(0, 0, 8))
        .case("no warm-up, a later step", at(4, 0, 8))
        .case("a warm-up of one step", at(0, 1, 8))
        .case("nothing but warm-up, its last step", at(4, 5, 5))
        .case("nothing but warm-up, one step later", at(5, 5, 5))
        .case("a training of one step", at(0, 0, 1))
        .case("a floor of 0", |g| (6, 3, 11, g.number(0.5..1.0), 0.0))
        .case("a floor as high as the peak", |_| (6, 3, 11, 0.3, 0.3))
        .case("small rates, a long training", |_| (30_000, 2000, 100_000, 3e-3, 3e-4))
        .cases(16, |g, i| at(1 + 3 * i, 2 + i, 16 + 5 * i)(g))
        .wrong(
            "from 0",
            "Your warm-up begins with a rate of 0; it begins with `peak / warmup`, so divide `step + 1` by \
             `warmup`.",
            |step, warmup, total, peak, floor| {
                let slips = Slips { rise: |done, warmup| (done - 1.0) / warmup, ..RIGHT };
                slipped(slips, (step, warmup, total, peak, floor))
            },
        )
        .wrong(
            "one step behind",
            ONE_BEHIND,
            |step, warmup, total, peak, floor| match step.checked_sub(1) {
                Some(before) => learning_rate(before, warmup, total, peak, floor),
                None if warmup == 0 => f32::NAN,
                None => 0.0,
            },
        )
        .wrong(
            "one step behind, without 0 / 0",
            ONE_BEHIND,
            |step, warmup, total, peak, floor| match step.checked_sub(1) {
                Some(before) => learning_rate(before, warmup, total, peak, floor),
                None if warmup == 0 => peak,
                None => 0.0,
            },
        )
        .wrong(
            "one step behind, and the floor at once",
            ONE_BEHIND,
            |step, warmup, total, peak, floor| match step.checked_sub(1) {
                _ if step >= total => floor,
                Some(before) => learning_rate(before, warmup, total, peak, floor),
                None if warmup == 0 => peak,
                None => 0.0,
            },
        )
        .wrong(
            "one step ahead",
            "Your rates are those of the next step; `done` is `step + 1`.",
            |step, warmup, total, peak, floor| learning_rate(step + 1, warmup, total, peak, floor),
        )
        .wrong(
            "peak twice",
            "The step after the warm-up has the peak once more, and the last step is above the floor: the \
             share is `(step + 1 - warmup) / (total - warmup)`.",
            |step, warmup, total, peak, floor| {
                let share = |done: f32, warmup, total| (done - 1.0 - warmup) / (total - warmup);
                slipped(Slips { share, ..RIGHT }, (step, warmup, total, peak, floor))
            },
        )
        .wrong(
            "peak twice, a step less",
            PEAK_TWICE_FASTER,
            |step, warmup, total, peak, floor| {
                let share = |done: f32, warmup, total| (done - 1.0 - warmup) / (total - 1.0 - warmup);
                slipped(Slips { share, ..RIGHT }, (step, warmup, total, peak, floor))
            },
        )
        .wrong(
            "peak twice, a step less, without 0 / 0",
            PEAK_TWICE_FASTER,
            |step, warmup, total, peak, floor| {
                let share =
                    |done: f32, warmup, total| (done - 1.0 - warmup) / f32::max(total - 1.0 - warmup, 1.0);
                slipped(Slips { share, ..RIGHT }, (step, warmup, total, peak, floor))
            },
        )
        .wrong(
            "share of the whole training",
            "You took the share of the whole training, so the rate jumps down after the warm-up; take \
             `done - warmup` out of `total - warmup`.",
            |step, warmup, total, peak, floor| {
                let share = |done: f32, _, total| done / total;
                slipped(Slips { share, ..RIGHT }, (step, warmup, total, peak, floor))
            },
        )
        .wrong(
            "warm-up not taken off the total",
            "You divided by the whole `total`, so the rate does not come down to the floor; the decay has \
             `total - warmup` steps.",
            |step, warmup, total, peak, floor| {
                let share = |done: f32, warmup, total| (done - warmup) / total;
                slipped(Slips { share, ..RIGHT }, (step, warmup, total, peak, floor))
            },
        )
        .wrong(
            "warm-up not taken off the step",
            "You divided all steps done by those of the decay; take the warm-up off above the line too: \
             `(done - warmup) / (total - warmup)`.",
            |step, warmup, total, peak, floor| {
                let share = |done: f32, warmup, total| done / (total - warmup);
                slipped(Slips { share, ..RIGHT }, (step, warmup, total, peak, floor))
            },
        )
        .wrong(
            "floor ignored",
            "You let the rate fall to 0; it falls to `floor`.",
            |step, warmup, total, peak, _| learning_rate(step, warmup, total, peak, 0.0),
        )
        .wrong(
            "floor only later",
            "In the decay you let the rate fall towards 0; it falls from `peak` to `floor`.",
            |step, warmup, total, peak, floor| {
                let fall = |share, peak, _| peak * wave(share);
                slipped(Slips { fall, ..RIGHT }, (step, warmup, total, peak, floor))
            },
        )
        .wrong(
            "cut off at the floor",
            "You cut a wave from `peak` to 0 off at the floor; the wave itself goes from `peak` to `floor`.",
            |step, warmup, total, peak, floor| {
                let fall = |share, peak, floor| f32::max(floor, peak * wave(share));
                slipped(Slips { fall, ..RIGHT }, (step, warmup, total, peak, floor))
            },
        )
        .wrong(
            "floor on top",
            "You put the whole peak on top of the floor, so the rate jumps above the peak; the wave is \
             `peak - floor` high.",
            |step, warmup, total, peak, floor| {
                let fall = |share, peak, floor| floor + peak * wave(share);
                slipped(Slips { fall, ..RIGHT }, (step, warmup, total, peak, floor))
            },
        )
        .wrong(
            "floor forgotten at the bottom",
            "Your wave is `peak - floor` high and ends at 0; add the floor.",
            |step, warmup, total, peak, floor| {
                let fall = |share, peak, floor| (peak - floor) * wave(share);
                slipped(Slips { fall, ..RIGHT }, (step, warmup, total, peak, floor))
            },
        )
        .wrong(
            "warm-up from the floor",
            "Your warm-up rises from the floor; it rises from 0, so that the rate is `peak * done / warmup`.",
            |step, warmup, total, peak, floor| {
                if step < warmup {
                    return floor + (peak - floor) * (step + 1) as f32 / warmup as f32;
                }
                learning_rate(step, warmup, total, peak, floor)
            },
        )
        .wrong(
            "not halved",
            "You did not halve `1 + cos`, which falls from 2 to 0, so the rate jumps up after the warm-up; \
             halve it.",
            |step, warmup, total, peak, floor| {
                let fall = |share, peak, floor| floor + (peak - floor) * 2.0 * wave(share);
                slipped(Slips { fall, ..RIGHT }, (step, warmup, total, peak, floor))
            },
        )
        .wrong(
            "cosine alone",
            "You used the cosine alone, which goes from 1 to -1; add 1 and halve the sum.",
            |step, warmup, total, peak, floor| {
                let fall = |share: f32, peak, floor| floor + (peak - floor) * (PI * share).cos();
                slipped(Slips { fall, ..RIGHT }, (step, warmup, total, peak, floor))
            },
        )
        .wrong(
            "a quarter of the wave",
            "You used a quarter of the wave, from its top to 0; use half of it, `(1 + cos(pi * share)) / 2`.",
            |step, warmup, total, peak, floor| {
                let fall =
                    |share: f32, peak, floor| floor + (peak - floor) * (PI * share / 2.0).cos();
                slipped(Slips { fall, ..RIGHT }, (step, warmup, total, peak, floor))
            },
        )
        .wrong(
            "the whole of the wave",
            "You used a whole wave, which comes back to the peak; use half of it, `(1 + cos(pi * share)) / 2`.",
            |step, warmup, total, peak, floor| {
                let fall = |share: f32, peak, floor| floor + (peak - floor) * wave(2.0 * share);
                slipped(Slips { fall, ..RIGHT }, (step, warmup, total, peak, floor))
            },
        )
        .wrong(
            "pi outside",
            "You multiplied the cosine by pi; multiply the share by it, and take the cosine of that.",
            |step, warmup, total, peak, floor| {
                let fall =
                    |share: f32, peak, floor| floor + (peak - floor) * (1.0 + PI * share.cos()) / 2.0;
                slipped(Slips { fall, ..RIGHT }, (step, warmup, total, peak, floor))
            },
        )
        .wrong(
            "3.14",
            "Your pi is 3.14, which is not near enough; write `std::f32::consts::PI`.",
            |step, warmup, total, peak, floor| {
                let fall = |share: f32, peak, floor| floor + (peak - floor) * wave(SHORT_PI / PI * share);
                slipped(Slips { fall, ..RIGHT }, (step, warmup, total, peak, floor))
            },
        )
        .wrong(
            "sine",
            "You took the sine, which is 0 at both ends of the decay; the cosine falls from 1 to -1.",
            |step, warmup, total, peak, floor| {
                let fall = |share: f32, peak, floor| floor + (peak - floor) * (1.0 + (PI * share).sin()) / 2.0;
                slipped(Slips { fall, ..RIGHT }, (step, warmup, total, peak, floor))
            },
        )
        .wrong(
            "straight",
            "You let the rate fall along a straight line; it falls along half a wave of a cosine.",
            |step, warmup, total, peak, floor| {
                let fall = |share: f32, peak, floor| peak + (floor - peak) * share;
                slipped(Slips { fall, ..RIGHT }, (step, warmup, total, peak, floor))
            },
        )
        .wrong(
            "rising",
            "After the warm-up your rate rises from the floor to the peak; it falls from the peak to the floor.",
            |step, warmup, total, peak, floor| {
                let fall = |share, peak, floor| peak + (floor - peak) * wave(share);
                slipped(Slips { fall, ..RIGHT }, (step, warmup, total, peak, floor))
            },
        )
        .wrong(
            "without pi",
            "You took the cosine of the share alone; multiply it by pi first, so that the wave comes down.",
            |step, warmup, total, peak, floor| {
                let fall =
                    |share: f32, peak, floor| floor + (peak - floor) * (1.0 + share.cos()) / 2.0;
                slipped(Slips { fall, ..RIGHT }, (step, warmup, total, peak, floor))
            },
        )
        .wrong(
            "degrees",
            "You took the cosine of degrees; `cos` takes radians, in which half a wave is as long as pi.",
            |step, warmup, total, peak, floor| {
                let fall = |share: f32, peak, floor| {
                    floor + (peak - floor) * (1.0 + (180.0 * share).cos()) / 2.0
                };
                slipped(Slips { fall, ..RIGHT }, (step, warmup, total, peak, floor))
            },
        )
        .wrong(
            "no warm-up",
            "You left the warm-up out: the rates begin with the peak; in the first `warmup` steps they rise \
             to it.",
            |step, warmup, total, peak, floor| {
                slipped(Slips { rise: |_, _| 1.0, ..RIGHT }, (step, warmup, total, peak, floor))
            },
        )
        .wrong(
            "the whole a wave",
            "You left the warm-up out and let the rate fall from the first step on; first it rises for \
             `warmup` steps.",
            |step, _, total, peak, floor| learning_rate(step, 0, total, peak, floor),
        )
        .wrong(
            "whole numbers",
            WHOLE_NUMBERS,
            |step, warmup, total, peak, floor| {
                let slips = Slips { rise: cut_rise, share: cut_share, ..RIGHT };
                slipped(slips, (step, warmup, total, peak, floor))
            },
        )
        .wrong(
            "whole numbers in the warm-up",
            WHOLE_NUMBERS,
            |step, warmup, total, peak, floor| {
                let slips = Slips { rise: cut_rise, ..RIGHT };
                slipped(slips, (step, warmup, total, peak, floor))
            },
        )
        .wrong(
            "whole numbers in the decay",
            WHOLE_NUMBERS,
            |step, warmup, total, peak, floor| {
                let slips = Slips { share: cut_share, ..RIGHT };
                slipped(slips, (step, warmup, total, peak, floor))
            },
        )
        .wrong(
            "the wave goes on",
            "After the last step your wave rises again; from there on the rate stays at the floor.",
            |step, warmup, total, peak, floor| {
                slipped(Slips { later: None, ..RIGHT }, (step, warmup, total, peak, floor))
            },
        )
        .wrong(
            "the wave goes on, with a divisor of at least 1",
            "After the last step your wave rises again; from there on the rate stays at the floor.",
            |step, warmup, total, peak, floor| {
                let share = |done: f32, warmup: f32, total: f32| {
                    (done - warmup) / (total - warmup).max(1.0)
                };
                slipped(Slips { share, later: None, ..RIGHT }, (step, warmup, total, peak, floor))
            },
        )
        .wrong(
            "one step too many",
            "Your cosine goes on for one step after the last; compare `done`, and not `step`, with `total`.",
            |step, warmup, total, peak, floor| {
                let later = if step == total { None } else { RIGHT.later };
                slipped(Slips { later, ..RIGHT }, (step, warmup, total, peak, floor))
            },
        )
        .wrong(
            "begins anew",
            "After the last step your schedule begins anew; from there on the rate stays at the floor.",
            |step, warmup, total, peak, floor| learning_rate(step % total, warmup, total, peak, floor),
        )
        .wrong(
            "total of the decay",
            "You let the cosine have `total` steps of its own; the warm-up is part of the `total`, and the decay has \
             `total - warmup` steps.",
            |step, warmup, total, peak, floor| learning_rate(step, warmup, warmup + total, peak, floor),
        )
        .wrong(
            "0 later",
            "After the last step your rate is 0; it stays at the floor.",
            |step, warmup, total, peak, floor| {
                slipped(Slips { later: Some(|_, _| 0.0), ..RIGHT }, (step, warmup, total, peak, floor))
            },
        )
        .wrong(
            "peak by the cosine",
            "The last step of your warm-up takes its rate from the cosine, and in a training of nothing but warm-up that \
             is 0 divided by 0; that step belongs to the warm-up, `done <= warmup`.",
            |step, warmup, total, peak, floor| {
                if step + 1 == warmup && warmup == total {
                    return f32::NAN;
                }
                learning_rate(step, warmup, total, peak, floor)
            },
        )
        .wrong(
            "a step more of warm-up",
            "You divided by `warmup + 1`, so the peak is never reached; divide by `warmup`.",
            |step, warmup, total, peak, floor| {
                let rise = |done: f32, warmup: f32| done / (warmup + 1.0);
                slipped(Slips { rise, ..RIGHT }, (step, warmup, total, peak, floor))
            },
        )
        .wrong(
            "without the peak",
            "In the warm-up you returned the share of the peak; multiply it by `peak`.",
            |step, warmup, total, peak, floor| {
                if step < warmup {
                    return (step + 1) as f32 / warmup as f32;
                }
                learning_rate(step, warmup, total, peak, floor)
            },
        )
        .and("descend", function(descend))
        .inputs(["weights", "curvatures", "warmup", "steps", "peak", "floor"])
        .parts([("path", close())])
        .case("no steps", walk(2, 0, 0))
        .case("one step", walk(2, 0, 1))
        .case("no warm-up", walk(2, 0, 6))
        .case("nothing but warm-up", walk(2, 5, 5))
        .case("already at the lowest point", |_| {
            (vec![0.0, 1.0], vec![2.0, 0.5], 1, 5, 0.3, 0.03)
        })
        .case("a weight that the loss does not depend on", |_| {
            (vec![1.5, -1.0], vec![0.0, 1.0], 2, 6, 0.3, 0.03)
        })
        .cases(10, |g, i| walk(1 + i % 4, 1 + i / 2, 3 + 2 * i)(g))
        .wrong(
            "from 1",
            "Your steps have the rate of the one that follows; the first step has number 0.",
            |w, c, warmup, steps, peak, floor| {
                let rate = |step| learning_rate(step + 1, warmup, steps, peak, floor);
                walked((w, c, steps), rate, slope)
            },
        )
        .wrong(
            "first rate kept",
            "Every step of yours has the rate of the first one; ask for it anew, with the number of the step.",
            |w, c, warmup, steps, peak, floor| {
                let rate = |_| learning_rate(0, warmup, steps, peak, floor);
                walked((w, c, steps), rate, slope)
            },
        )
        .wrong(
            "always the peak",
            "Every step of yours has the peak as its rate; `learning_rate` knows the rate of each step.",
            |w, c, _, steps, peak, _| walked((w, c, steps), |_| peak, slope),
        )
        .wrong(
            "the lowest rate",
            "Every step of yours has the floor as its rate; `learning_rate` knows the rate of each step.",
            |w, c, _, steps, _, floor| walked((w, c, steps), |_| floor, slope),
        )
        .wrong(
            "without warm-up",
            "You asked for the rates of a training without warm-up; hand `warmup` on.",
            |w, c, _, steps, peak, floor| {
                walked((w, c, steps), |step| learning_rate(step, 0, steps, peak, floor), slope)
            },
        )
        .wrong(
            "warm-up on top",
            "You added the warm-up to the number of steps; the warm-up is the beginning of these `steps`.",
            |w, c, warmup, steps, peak, floor| {
                let rate = |step| learning_rate(step, warmup, steps + warmup, peak, floor);
                walked((w, c, steps), rate, slope)
            },
        )
        .wrong(
            "peak and floor exchanged",
            "You exchanged the peak and the floor: the floor comes last.",
            |w, c, warmup, steps, peak, floor| descend(w, c, warmup, steps, floor, peak),
        )
        .wrong(
            "gradient kept",
            "You used the gradient of the start in every step; take it anew, at the weights of now.",
            |w, c, warmup, steps, peak, floor| {
                let rate = |step| learning_rate(step, warmup, steps, peak, floor);
                walked((w, c, steps), rate, |_, c, start| c * start)
            },
        )
        .wrong(
            "weights not kept",
            "Every step of yours begins at the first weights; go on from where the step before has led.",
            |w, c, warmup, steps, peak, floor| {
                let step = |number| {
                    let rate = learning_rate(number, warmup, steps, peak, floor);
                    Vec::from_iter(w.iter().zip(&c).map(|(w, c)| w - rate * c * w))
                };
                (0..steps).map(step).collect()
            },
        )
        .wrong(
            "curvature left out",
            "You took the weights for the gradient; multiply each by its curvature.",
            |w, c, warmup, steps, peak, floor| {
                let rate = |step| learning_rate(step, warmup, steps, peak, floor);
                walked((w, c, steps), rate, |w, _, _| w)
            },
        )
        .wrong(
            "curvature for the gradient",
            "You took the curvature for the gradient; multiply it by the weight.",
            |w, c, warmup, steps, peak, floor| {
                let rate = |step| learning_rate(step, warmup, steps, peak, floor);
                walked((w, c, steps), rate, |_, c, _| c)
            },
        )
        .wrong(
            "with the start",
            "The first row of your path is the start; the path has the weights after each step.",
            |w, c, warmup, steps, peak, floor| {
                [vec![w.clone()], descend(w, c, warmup, steps, peak, floor)].concat()
            },
        )
        .wrong(
            "before each step",
            "The rows of your path are the weights before each step; keep those after it.",
            |w, c, warmup, steps, peak, floor| {
                let mut path = [vec![w.clone()], descend(w, c, warmup, steps, peak, floor)].concat();
                path.pop();
                path
            },
        )
        .wrong(
            "only the end",
            "You returned the weights after the last step alone; the path has a row for each step.",
            |w, c, warmup, steps, peak, floor| {
                let path = descend(w, c, warmup, steps, peak, floor);
                path.into_iter().skip(steps.saturating_sub(1)).collect()
            },
        )
        .wrong(
            "uphill",
            "You moved uphill; the gradient points there, so subtract it.",
            |w, c, warmup, steps, peak, floor| descend(w, c, warmup, steps, -peak, -floor),
        )
        .run()
}
