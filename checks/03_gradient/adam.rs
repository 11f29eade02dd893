//! How `moments`, `adam_step` and `adam` are checked. In `f32`, `1 - 0.999` is off by a hundred-thousandth, and an answer in
//! double precision or with 0.001 written out is as right, so tolerances leave room for that. Adam does not see how large
//! gradients are, but for epsilon: a wrong gradient in `adam` shows where the bowl is almost flat.

#[path = "../../solutions/03_gradient/adam.rs"]
#[expect(dead_code, reason = "a check has a `main` of its own")]
mod solution;
use gradlings::prelude::*;
use solution::{BETA_1, BETA_2, EPSILON, adam, adam_step, moments};

/// Both moments, and a gradient.
type OfMoments = (Vec<f32>, Vec<f32>, Vec<f32>);
/// Weights, both moments, the number of the step, rate.
type OfStep = (Vec<f32>, Vec<f32>, Vec<f32>, usize, f32);
/// Weights, curvatures, rate, steps.
type OfWalk = (Vec<f32>, Vec<f32>, f32, usize);

const UPHILL: &str =
    "You moved uphill; m has the direction of the gradients, so the step is subtracted.";
const UNCORRECTED: &str = "You left out the bias correction; divide m by `1 - BETA_1^t` and v by \
                           `1 - BETA_2^t`.";

fn between(g: &mut Generator, n: usize, low: f32, high: f32) -> Vec<f32> {
    (0..n).map(|_| g.number(low..high)).collect()
}

fn past(n: usize) -> impl Fn(&mut Generator) -> OfMoments {
    move |g| {
        (
            between(g, n, -1.0, 1.0),
            between(g, n, 0.1, 1.0),
            between(g, n, 1.5, 3.0),
        )
    }
}

/// Moments as they are after `t` steps with gradients near 1 or -1.
fn step(n: usize, t: usize, rate: f32) -> impl Fn(&mut Generator) -> OfStep {
    move |g| {
        let (of_m, of_v) = (1.0 - BETA_1.powi(t as i32), 1.0 - BETA_2.powi(t as i32));
        let sign = |(at, x): (usize, f32)| if at % 2 == 0 { of_m * x } else { -of_m * x };
        let m = between(g, n, 0.3, 0.9)
            .into_iter()
            .enumerate()
            .map(sign)
            .collect();
        let v = between(g, n, 0.5, 2.0)
            .into_iter()
            .map(|x| of_v * x)
            .collect();
        (g.numbers(n), m, v, t, rate)
    }
}

fn walk(n: usize, rate: f32, steps: usize) -> impl Fn(&mut Generator) -> OfWalk {
    move |g| {
        (
            between(g, n, 1.0, 2.0),
            between(g, n, 0.5, 3.0),
            rate,
            steps,
        )
    }
}

/// Moments that are made like this, one of each, of the old one and the gradient.
fn made(
    (m, v, gradient): OfMoments,
    new_m: fn(f32, f32) -> f32,
    new_v: fn(f32, f32) -> f32,
) -> (Vec<f32>, Vec<f32>) {
    let each = |old: Vec<f32>, new: fn(f32, f32) -> f32| {
        let pairs = old.into_iter().zip(&gradient);
        pairs.map(|(old, &g)| new(old, g)).collect()
    };
    (each(m, new_m), each(v, new_v))
}

fn right_m(m: f32, g: f32) -> f32 {
    BETA_1 * m + (1.0 - BETA_1) * g
}

fn right_v(v: f32, g: f32) -> f32 {
    BETA_2 * v + (1.0 - BETA_2) * g * g
}

/// The corrections of both moments in step `t`.
fn corrections(t: usize) -> (f32, f32) {
    (1.0 - BETA_1.powi(t as i32), 1.0 - BETA_2.powi(t as i32))
}

/// A step where each weight loses this of its moments.
fn moved(w: Vec<f32>, m: Vec<f32>, v: Vec<f32>, lost: impl Fn(f32, f32) -> f32) -> Vec<f32> {
    let moments = m.into_iter().zip(v);
    let pairs = w.into_iter().zip(moments);
    pairs.map(|(w, (m, v))| w - lost(m, v)).collect()
}

/// What is done differently in the loop.
#[derive(Clone, Copy)]
struct Slips {
    /// The gradient, of a weight, its curvature and the weight at the start.
    gradient: fn(f32, f32, f32) -> f32,
    /// The number of a step, which is 1 for the first, of this one and of how many there are.
    number: fn(usize, usize) -> usize,
    /// How much of both moments is kept for the next step.
    kept: f32,
    /// Whether the weights go on from where they are.
    go_on: bool,
    /// Whether the step comes before the moments.
    step_first: bool,
}

const RIGHT: Slips = Slips {
    gradient: |w, c, _| c * w,
    number: |t, _| t,
    kept: 1.0,
    go_on: true,
    step_first: false,
};

fn slipped(slips: Slips, start: Vec<f32>, c: Vec<f32>, rate: f32, steps: usize) -> Vec<Vec<f32>> {
    let (mut w, mut m, mut v) = (
        start.clone(),
        vec![0.0; start.len()],
        vec![0.0; start.len()],
    );
    let next = |t: usize| {
        let places = 0..w.len();
        let gradient = places
            .map(|i| (slips.gradient)(w[i], c[i], start[i]))
            .collect();
        let keep = |old: &[f32]| Vec::from_iter(old.iter().map(|x| slips.kept * x));
        let old = (keep(&m), keep(&v));
        let new = moments(old.0.clone(), old.1.clone(), gradient);
        let used = if slips.step_first { old } else { new.clone() };
        (m, v) = new;
        let after = adam_step(w.clone(), used.0, used.1, (slips.number)(t, steps), rate);
        if slips.go_on {
            w.clone_from(&after);
        }
        after
    };
    (1..=steps).map(next).collect()
}

/// A walk in which the corrected moments take the place of those that are kept.
fn corrected_for_good(mut w: Vec<f32>, c: Vec<f32>, rate: f32, steps: usize) -> Vec<Vec<f32>> {
    let (mut m, mut v) = (vec![0.0; w.len()], vec![0.0; w.len()]);
    let next = |t: usize| {
        let gradient = w.iter().zip(&c).map(|(w, c)| c * w).collect();
        (m, v) = moments(m.clone(), v.clone(), gradient);
        let (of_m, of_v) = corrections(t);
        m.iter_mut().for_each(|m| *m /= of_m);
        v.iter_mut().for_each(|v| *v /= of_v);
        w = moved(w.clone(), m.clone(), v.clone(), |m, v| {
            rate * m / (v.sqrt() + EPSILON)
        });
        w.clone()
    };
    (1..=steps).map(next).collect()
}

fn main() {
    Reference::of("moments", function(moments))
        .inputs(["m", "v", "gradient"])
        .parts([("m", within(1e-6, 1e-5)), ("v", within(1e-9, 5e-5))])
        .case("the example of the lesson", |_| (vec![0.0], vec![0.0], vec![2.0]))
        .case("no gradient", |g| (g.numbers(3), between(g, 3, 0.1, 1.0), vec![0.0; 3]))
        .case("the first gradient", |g| (vec![0.0; 3], vec![0.0; 3], g.numbers(3)))
        .case("gradients downwards", |g| {
            (g.numbers(2), between(g, 2, 0.1, 1.0), between(g, 2, -3.0, -1.5))
        })
        .case("gradients in the hundreds", |g| {
            (between(g, 3, -90.0, 90.0), between(g, 3, 1e3, 9e3), between(g, 3, 200.0, 900.0))
        })
        .cases(10, |g, i| past(1 + i)(g))
        .wrong(
            "v not squared",
            "You took the mean of the gradients in v too; v is the mean of their squares.",
            |m, v, g| made((m, v, g), right_m, |v, g| BETA_2 * v + (1.0 - BETA_2) * g),
        )
        .wrong(
            "v of sizes",
            "You took the mean of the sizes of the gradients in v; take that of their squares.",
            |m, v, g| made((m, v, g), right_m, |v, g| BETA_2 * v + (1.0 - BETA_2) * g.abs()),
        )
        .wrong(
            "exchanged",
            "You returned v first and m second; it is the other way round.",
            |m, v, g| {
                let (m, v) = moments(m, v, g);
                (v, m)
            },
        )
        .wrong(
            "betas exchanged",
            "You exchanged the two shares: m keeps `BETA_1` of itself, v keeps `BETA_2`.",
            |m, v, g| {
                made(
                    (m, v, g),
                    |m, g| BETA_2 * m + (1.0 - BETA_2) * g,
                    |v, g| BETA_1 * v + (1.0 - BETA_1) * g * g,
                )
            },
        )
        .wrong(
            "first beta for both",
            "You used `BETA_1` for v too; v keeps `BETA_2` of itself.",
            |m, v, g| made((m, v, g), right_m, |v, g| BETA_1 * v + (1.0 - BETA_1) * g * g),
        )
        .wrong(
            "second beta for both",
            "You used `BETA_2` for m too; m keeps `BETA_1` of itself.",
            |m, v, g| made((m, v, g), |m, g| BETA_2 * m + (1.0 - BETA_2) * g, right_v),
        )
        .wrong(
            "both whole",
            "You added the gradient and its square whole; m and v are means, so these are multiplied by \
             `1 - BETA_1` and `1 - BETA_2`.",
            |m, v, g| made((m, v, g), |m, g| BETA_1 * m + g, |v, g| BETA_2 * v + g * g),
        )
        .wrong(
            "m whole",
            "You added the gradient whole to m, as to a velocity; m is a mean, so it is multiplied by \
             `1 - BETA_1`.",
            |m, v, g| made((m, v, g), |m, g| BETA_1 * m + g, right_v),
        )
        .wrong(
            "v whole",
            "You added the square of the gradient whole to v; v is a mean, so it is multiplied by \
             `1 - BETA_2`.",
            |m, v, g| made((m, v, g), right_m, |v, g| BETA_2 * v + g * g),
        )
        .wrong(
            "factor squared",
            "You squared `1 - BETA_2` along with the gradient; square the gradient first, then multiply.",
            |m, v, g| {
                made((m, v, g), right_m, |v, g| {
                    let part = (1.0 - BETA_2) * g;
                    BETA_2 * v + part * part
                })
            },
        )
        .wrong(
            "square of m",
            "You put the square of m into v; v is the mean of the squares of the gradients.",
            |m, v, g| {
                let (m, _) = moments(m, v.clone(), g);
                let new = v.iter().zip(&m).map(|(v, m)| BETA_2 * v + (1.0 - BETA_2) * m * m);
                let v = new.collect();
                (m, v)
            },
        )
        .wrong(
            "shares exchanged",
            "You kept the small share of the old moments and took the large one of the new gradient; it is \
             the other way round.",
            |m, v, g| {
                made(
                    (m, v, g),
                    |m, g| (1.0 - BETA_1) * m + BETA_1 * g,
                    |v, g| (1.0 - BETA_2) * v + BETA_2 * g * g,
                )
            },
        )
        .wrong(
            "old ones forgotten",
            "Your moments know of this gradient alone; `BETA_1` of the old m and `BETA_2` of the old v \
             belong to them.",
            |m, v, g| made((m, v, g), |_, g| (1.0 - BETA_1) * g, |_, g| (1.0 - BETA_2) * g * g),
        )
        .wrong(
            "old ones whole",
            "You kept all of the old moments; only `BETA_1` of m and `BETA_2` of v are left.",
            |m, v, g| {
                made(
                    (m, v, g),
                    |m, g| m + (1.0 - BETA_1) * g,
                    |v, g| v + (1.0 - BETA_2) * g * g,
                )
            },
        )
        .wrong(
            "sign",
            "You subtracted the gradient in m; it is added, and the step is subtracted from the weight.",
            |m, v, g| made((m, v, g), |m, g| BETA_1 * m - (1.0 - BETA_1) * g, right_v),
        )
        .wrong(
            "corrected",
            "You corrected the moments of a first step already; they are kept as they are, and `adam_step` \
             corrects them.",
            |m, v, g| {
                made(
                    (m, v, g),
                    |m, g| right_m(m, g) / (1.0 - BETA_1),
                    |v, g| right_v(v, g) / (1.0 - BETA_2),
                )
            },
        )
        .and("adam_step", function(adam_step))
        .inputs(["weights", "m", "v", "t", "rate"])
        .parts([("new weights", within(2e-5, 1e-5))])
        .case("the example of the lesson", |_| (vec![1.0], vec![0.2], vec![0.004], 1, 0.1))
        .case("the first step", step(3, 1, 0.2))
        .case("a late step", step(3, 20_000, 0.3))
        .case("a rate of 0", step(2, 4, 0.0))
        .case("a weight that never had a gradient", |g| {
            (g.numbers(2), vec![0.0, 0.1], vec![0.0, 0.04], 4, 0.1)
        })
        .case("gradients as small as epsilon", |g| {
            let tiny = between(g, 3, 0.4e-8, 2e-8);
            let m = tiny.iter().map(|x| 0.6 * x).collect();
            let v = tiny.iter().map(|x| 0.01 * x * x).collect();
            (g.numbers(3), m, v, 10, 0.5)
        })
        .case("gradients in the thousands", |g| {
            (g.numbers(2), between(g, 2, 300.0, 900.0), between(g, 2, 1e4, 9e4), 6, 0.1)
        })
        .cases(12, |g, i| step(1 + i, 2 + i * i, g.number(0.1..0.5))(g))
        .wrong("uncorrected", UNCORRECTED, |w, m, v, _, rate| {
            moved(w, m, v, |m, v| rate * m / (v.sqrt() + EPSILON))
        })
        .wrong(
            "v uncorrected",
            "You corrected m alone; v is divided too, by `1 - BETA_2^t`.",
            |w, m, v, t, rate| {
                let (of_m, _) = corrections(t);
                moved(w, m, v, |m, v| rate * (m / of_m) / (v.sqrt() + EPSILON))
            },
        )
        .wrong(
            "m uncorrected",
            "You corrected v alone; m is divided too, by `1 - BETA_1^t`.",
            |w, m, v, t, rate| {
                let (_, of_v) = corrections(t);
                moved(w, m, v, |m, v| rate * m / ((v / of_v).sqrt() + EPSILON))
            },
        )
        .wrong(
            "from 0",
            "You corrected for one step less, so the first step divides by 0; `t` is 1 in the first step, \
             and is used as it is.",
            |w, m, v, t, rate| adam_step(w, m, v, t - 1, rate),
        )
        .wrong(
            "one more",
            "You corrected for one step more; `t` is 1 in the first step, and is used as it is.",
            |w, m, v, t, rate| adam_step(w, m, v, t + 1, rate),
        )
        .wrong(
            "one correction for both, the first",
            "You corrected v with `BETA_1`; divide v by `1 - BETA_2^t`.",
            |w, m, v, t, rate| {
                let (of_m, _) = corrections(t);
                moved(w, m, v, |m, v| rate * (m / of_m) / ((v / of_m).sqrt() + EPSILON))
            },
        )
        .wrong(
            "one correction for both, the second",
            "You corrected m with `BETA_2`; divide m by `1 - BETA_1^t`.",
            |w, m, v, t, rate| {
                let (_, of_v) = corrections(t);
                moved(w, m, v, |m, v| rate * (m / of_v) / ((v / of_v).sqrt() + EPSILON))
            },
        )
        .wrong(
            "corrections exchanged",
            "You exchanged the corrections: m is divided by `1 - BETA_1^t`, v by `1 - BETA_2^t`.",
            |w, m, v, t, rate| {
                let (of_m, of_v) = corrections(t);
                moved(w, m, v, |m, v| rate * (m / of_v) / ((v / of_m).sqrt() + EPSILON))
            },
        )
        .wrong(
            "corrections multiplied",
            "You multiplied the moments by their corrections; they are too small at first, so divide.",
            |w, m, v, t, rate| {
                let (of_m, of_v) = corrections(t);
                moved(w, m, v, |m, v| rate * m * of_m / ((v * of_v).sqrt() + EPSILON))
            },
        )
        .wrong(
            "no power",
            "You corrected as in the first step, by `1 - BETA_1` and `1 - BETA_2`; both betas are taken to \
             the power of t.",
            |w, m, v, _, rate| adam_step(w, m, v, 1, rate),
        )
        .wrong(
            "power of the difference",
            "You took `1 - BETA_1` and `1 - BETA_2` to the power of t; the power belongs to the beta alone, as in \
             `1 - BETA_1^t`.",
            |w, m, v, t, rate| {
                let of = |beta: f32| (1.0 - beta).powi(t as i32);
                moved(w, m, v, |m, v| {
                    rate * (m / of(BETA_1)) / ((v / of(BETA_2)).sqrt() + EPSILON)
                })
            },
        )
        .wrong(
            "correction outside the root",
            "You divided the root of v by the correction; correct v first, then take the root.",
            |w, m, v, t, rate| {
                let (of_m, of_v) = corrections(t);
                moved(w, m, v, |m, v| rate * (m / of_m) / (v.sqrt() / of_v + EPSILON))
            },
        )
        .wrong(
            "epsilon inside",
            "You added EPSILON under the root; add it to the root.",
            |w, m, v, t, rate| {
                let (of_m, of_v) = corrections(t);
                moved(w, m, v, |m, v| rate * (m / of_m) / (v / of_v + EPSILON).sqrt())
            },
        )
        .wrong(
            "epsilon before the correction",
            "You added EPSILON to the root of v as it is; correct v first, take the root of v_hat, then add.",
            |w, m, v, t, rate| {
                let (of_m, of_v) = corrections(t);
                moved(w, m, v, |m, v| rate * (m / of_m) * of_v.sqrt() / (v.sqrt() + EPSILON))
            },
        )
        .wrong(
            "no epsilon",
            "You did not add EPSILON to the root, so a weight that never had a gradient divides 0 by 0; divide by \
             `(v_hat.sqrt() + EPSILON)`.",
            |w, m, v, t, rate| {
                let (of_m, of_v) = corrections(t);
                moved(w, m, v, |m, v| rate * (m / of_m) / (v / of_v).sqrt())
            },
        )
        .wrong(
            "epsilon as the least",
            "You took EPSILON where the root is smaller, and the root alone where it is not; add EPSILON to every root.",
            |w, m, v, t, rate| {
                let (of_m, of_v) = corrections(t);
                moved(w, m, v, |m, v| rate * (m / of_m) / (v / of_v).sqrt().max(EPSILON))
            },
        )
        .wrong(
            "no root",
            "You divided by v_hat itself; it is made of squares, so divide by its root.",
            |w, m, v, t, rate| {
                let (of_m, of_v) = corrections(t);
                moved(w, m, v, |m, v| rate * (m / of_m) / (v / of_v + EPSILON))
            },
        )
        .wrong(
            "moments exchanged",
            "You exchanged the moments; m is divided, by the root of v.",
            |w, m, v, t, rate| {
                let (of_m, of_v) = corrections(t);
                moved(w, v, m, |v, m| rate * (v / of_v) / ((m / of_m).sqrt() + EPSILON))
            },
        )
        .wrong(
            "v left out",
            "You moved by m_hat alone; divide it by the root of v_hat.",
            |w, m, v, t, rate| moved(w, m, v, |m, _| rate * m / corrections(t).0),
        )
        .wrong(
            "multiplied by the root",
            "You multiplied by the root of v_hat; divide by it, so that large gradients do not take large steps.",
            |w, m, v, t, rate| {
                let (of_m, of_v) = corrections(t);
                moved(w, m, v, |m, v| rate * (m / of_m) * ((v / of_v).sqrt() + EPSILON))
            },
        )
        .wrong("uphill", UPHILL, |w, m, v, t, rate| adam_step(w, m, v, t, -rate))
        .wrong(
            "rate left out",
            "You left the rate out; it multiplies the step.",
            |w, m, v, t, _| adam_step(w, m, v, t, 1.0),
        )
        .wrong(
            "only the step",
            "You returned what the weights lose; subtract it from the weights.",
            |w, m, v, t, rate| adam_step(vec![0.0; w.len()], m, v, t, -rate),
        )
        .and("adam", function(adam))
        .inputs(["weights", "curvatures", "rate", "steps"])
        .parts([("path", within(1e-4, 1e-4))])
        .case("the example of the lesson", |_| (vec![1.0], vec![2.0], 0.1, 2))
        .case("no steps", walk(2, 0.1, 0))
        .case("one step", walk(3, 0.1, 1))
        .case("already at the lowest point", |_| (vec![0.0, 1.0], vec![2.0, 0.5], 0.2, 4))
        .case("a weight that the loss does not depend on", |_| {
            (vec![1.5, -1.0], vec![0.0, 1.0], 0.2, 4)
        })
        .case("a bowl that is almost flat", |g| {
            (vec![1.5, -1.0, 0.7], between(g, 3, 1e-8, 3e-8), 0.1, 6)
        })
        .case("a narrow bowl", |_| (vec![-4.0, 1.5], vec![1.0, 25.0], 0.2, 20))
        .cases(10, |g, i| walk(1 + i % 4, g.number(0.05..0.2), 2 + i)(g))
        .wrong(
            "from 0",
            "You counted the steps from 0, so the first one divides by 0 in the bias correction; the first \
             step has t = 1.",
            |w, c, rate, steps| slipped(Slips { number: |t, _| t - 1, ..RIGHT }, w, c, rate, steps),
        )
        .wrong(
            "from 2",
            "You counted the steps from 2; the first step has t = 1.",
            |w, c, rate, steps| slipped(Slips { number: |t, _| t + 1, ..RIGHT }, w, c, rate, steps),
        )
        .wrong(
            "always 1",
            "Every step of yours has t = 1; count the steps.",
            |w, c, rate, steps| slipped(Slips { number: |_, _| 1, ..RIGHT }, w, c, rate, steps),
        )
        .wrong(
            "always the last",
            "Every step of yours has the number of the last one, `steps`; count them: t is 1 in the first step.",
            |w, c, rate, steps| slipped(Slips { number: |_, steps| steps, ..RIGHT }, w, c, rate, steps),
        )
        .wrong(
            "corrected for good",
            "You kept the corrected moments for the next step; keep them as they are, and correct them for each step \
             anew.",
            corrected_for_good,
        )
        .wrong(
            "plain descent",
            "Your steps are those of plain gradient descent; bring the moments up to date and let `adam_step` move the \
             weights.",
            |w, c, rate, steps| {
                let after = |step| {
                    let each = w.iter().zip(&c);
                    Vec::from_iter(each.map(|(w, c)| w * (1.0 - rate * c).powi(step)))
                };
                (1..=steps as i32).map(after).collect()
            },
        )
        .wrong(
            "moments not kept",
            "Every step of yours begins with moments of 0; make them once, before the loop, and keep those \
             that `moments` returns.",
            |w, c, rate, steps| slipped(Slips { kept: 0.0, ..RIGHT }, w, c, rate, steps),
        )
        .wrong(
            "gradient kept",
            "You used the gradient of the start in every step; take it anew, at the weights of now.",
            |w, c, rate, steps| {
                slipped(Slips { gradient: |_, c, start| c * start, ..RIGHT }, w, c, rate, steps)
            },
        )
        .wrong(
            "weights not kept",
            "Every step of yours begins at the first weights; go on from those that the step before returned.",
            |w, c, rate, steps| slipped(Slips { go_on: false, ..RIGHT }, w, c, rate, steps),
        )
        .wrong(
            "step first",
            "You moved the weights before the new gradient was in the moments; bring the moments up to date \
             first.",
            |w, c, rate, steps| slipped(Slips { step_first: true, ..RIGHT }, w, c, rate, steps),
        )
        .wrong(
            "curvature left out",
            "You took the weights for the gradient; multiply each by its curvature.",
            |w, c, rate, steps| slipped(Slips { gradient: |w, _, _| w, ..RIGHT }, w, c, rate, steps),
        )
        .wrong(
            "curvature for the gradient",
            "You took the curvature for the gradient; multiply it by the weight.",
            |w, c, rate, steps| slipped(Slips { gradient: |_, c, _| c, ..RIGHT }, w, c, rate, steps),
        )
        .wrong(
            "gradient halved",
            "Your gradient is half of the right one, which is `c * w`.",
            |w, c, rate, steps| {
                slipped(Slips { gradient: |w, c, _| c * w / 2.0, ..RIGHT }, w, c, rate, steps)
            },
        )
        .wrong(
            "gradient doubled",
            "Your gradient is twice the right one, which is `c * w`.",
            |w, c, rate, steps| {
                slipped(Slips { gradient: |w, c, _| c * w * 2.0, ..RIGHT }, w, c, rate, steps)
            },
        )
        .wrong(
            "loss for the gradient",
            "You took the loss of each weight for its gradient, `c * w * w / 2`; its slope is `c * w`.",
            |w, c, rate, steps| {
                slipped(Slips { gradient: |w, c, _| c * w * w / 2.0, ..RIGHT }, w, c, rate, steps)
            },
        )
        .wrong(
            "with the start",
            "The first row of your path is the start; the path has the weights after each step.",
            |w, c, rate, steps| [vec![w.clone()], adam(w, c, rate, steps)].concat(),
        )
        .wrong(
            "before each step",
            "The rows of your path are the weights before each step; keep those after it.",
            |w, c, rate, steps| {
                let mut path = [vec![w.clone()], adam(w, c, rate, steps)].concat();
                path.pop();
                path
            },
        )
        .wrong(
            "only the end",
            "You returned the weights after the last step alone; the path has a row for each step.",
            |w, c, rate, steps| {
                let path = adam(w, c, rate, steps);
                path.into_iter().skip(steps.saturating_sub(1)).collect()
            },
        )
        .wrong("uphill", UPHILL, |w, c, rate, steps| adam(w, c, -rate, steps))
        .run()
}
