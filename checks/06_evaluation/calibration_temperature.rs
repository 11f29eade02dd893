//! How `negative_log_likelihood` and `best_temperature` are checked. Any search is right that comes near enough.

use crate::calibration_bins::{Rows, judged, row};
use crate::solution::{best_temperature, calibration_error, negative_log_likelihood, reliability};
use gradlings::prelude::*;

type Batch = (Matrix, Labels);

fn batch(n: usize, k: usize, change: fn(Matrix) -> Matrix) -> impl Fn(&mut Generator) -> Batch {
    move |g| (change(g.matrix(n, k)), g.labels(n, k))
}

fn of_the_lesson() -> Batch {
    let row = [9.0_f32.ln(), 0.0];
    let logits = device().tensor_from_vec(row.repeat(4), (4, 2));
    (logits, device().tensor_from_vec(vec![0, 0, 1, 0], (4,)))
}

/// `n` examples whose labels are drawn from the probabilities of logits, which are then multiplied by `factor`: so the best
/// temperature is near it.
fn fitted(g: &mut Generator, n: usize, k: usize, factor: f32) -> Batch {
    let logits = g.matrix(n, k) * 1.5;
    let order = g.permutation(n);
    let draw = |(row, place): (Vec<f32>, usize)| {
        let mut left = (place as f32 + 0.5) / n as f32;
        let reached = row.iter().position(|share| {
            left -= share;
            left < 0.0
        });
        reached.unwrap_or(k - 1)
    };
    let labels = said(logits.clone(), 1.0)
        .into_iter()
        .zip(order)
        .map(draw)
        .collect();
    (logits * factor, device().tensor_from_vec(labels, (n,)))
}

/// The probabilities at a temperature.
fn said(logits: Matrix, temperature: f32) -> Rows {
    let classes = logits.shape().1;
    let probabilities = (logits / temperature).softmax::<Axis<1>>().as_vec();
    probabilities.chunks(classes).map(<[f32]>::to_vec).collect()
}

/// Where `score` is least, of temperatures that are half a percent apart.
fn least(score: impl Fn(f32) -> f32) -> f32 {
    let all = (0..=924).map(|step| 0.1 * 1.005_f32.powi(step));
    let scored = Vec::from_iter(all.map(|t| (score(t), t)));
    let best = scored.into_iter().min_by(|a, b| a.0.total_cmp(&b.0));
    best.map_or(1.0, |(_, t)| t)
}

/// Where the loss is least, of the multiples of `step` up to 10.
fn least_of_multiples(step: f32, logits: Matrix, labels: Labels) -> f32 {
    let all = (1..).map(|number| number as f32 * step);
    let loss = |t: &f32| negative_log_likelihood(logits.clone(), labels.clone(), *t);
    let all = all.take_while(|t| *t < 10.01);
    let best = all.min_by(|a, b| loss(a).total_cmp(&loss(b)));
    best.unwrap_or(1.0)
}

/// The middle of the range that is left after so many rounds, each of which cuts off the third next to the higher score.
fn by_thirds(rounds: usize, score: impl Fn(f32) -> f32) -> f32 {
    let (mut low, mut high) = (0.1_f32, 10.0_f32);
    for _ in 0..rounds {
        let third = (high - low) / 3.0;
        match score(low + third) < score(high - third) {
            true => high -= third,
            false => low += third,
        }
    }
    (low + high) / 2.0
}

const ERROR: &str = "You looked for the least calibration error, which jumps with every example that changes its bin; the \
                     loss is smooth: take the temperature where that is lowest.";
const OVERFLOW: &str = "You took `exp` of the logits as they are, and large ones become infinite; `log_softmax` subtracts the \
                        largest of each row first.";
const LOG_OF_SOFTMAX: &str = "You took the logarithm of what softmax gives, and tiny probabilities have become 0 by then; \
                              `log_softmax` does both in one go and stays finite.";
const SOFTMAX_TWICE: &str =
    "You took softmax twice; `log_softmax` gets the logits divided by the temperature.";
const COARSE: &str = "Your steps are too wide; near the best one of them, go on in smaller steps.";

/// The checks of both functions, after those before.
pub fn after(before: Reference<impl Handler + 'static>) -> Reference<impl Handler> {
    before
        .and("negative_log_likelihood", function(negative_log_likelihood))
        .inputs(["logits", "labels", "temperature"])
        .parts([("loss", within(1e-4, 1e-5))])
        .case("the example of the lesson", |_| {
            let (logits, labels) = of_the_lesson();
            (logits, labels, 2.0)
        })
        .case("one example", |g| (g.matrix(1, 3), g.labels(1, 3), 0.5))
        .case("one class", |g| (g.matrix(3, 1), g.labels(3, 1), 2.0))
        .case("temperature 1", |g| (g.matrix(4, 3), g.labels(4, 3), 1.0))
        .case("large logits, close together", |g| {
            let (logits, labels) = batch(4, 3, |x| x + 200.0)(g);
            (logits, labels, 0.7)
        })
        .case("very negative logits", |g| {
            let (logits, labels) = batch(4, 5, |x| x - 200.0)(g);
            (logits, labels, 0.6)
        })
        .case("very sure", |g| {
            let (logits, labels) = batch(8, 3, |x| x * 100.0)(g);
            (logits, labels, 0.2)
        })
        .cases(12, |g, i| {
            let temperature = [0.4, 2.5, 0.7, 5.0][i % 4];
            (g.matrix(3 + i, 2 + i % 5), g.labels(3 + i, 2 + i % 5), temperature)
        })
        .wrong(
            "multiplied",
            "You multiplied the logits by the temperature; divide them by it.",
            |x, y, t| negative_log_likelihood(x, y, 1.0 / t),
        )
        .wrong(
            "temperature ignored",
            "Your loss is the same at every temperature, as if it were left out or subtracted from all logits; divide the \
             logits by it first.",
            |x, y, _| negative_log_likelihood(x, y, 1.0),
        )
        .wrong(
            "square of the temperature",
            "You divided the logits by the square of the temperature; divide them by it once.",
            |x, y, t| negative_log_likelihood(x, y, t * t),
        )
        .wrong(
            "only the logit of the label",
            "You divided the logit of the label alone; divide all logits, before `log_softmax`.",
            |x, y, t| {
                let own: Scalar = x.clone().select(y.clone()).mean();
                negative_log_likelihood(x, y, 1.0) + own.array() * (1.0 - 1.0 / t)
            },
        )
        .wrong(
            "temperature after the logarithm",
            "You divided the logarithms of the probabilities by the temperature; divide the logits.",
            |x, y, t| negative_log_likelihood(x, y, 1.0) / t,
        )
        .wrong(
            "summed",
            "You added the losses up; take their mean.",
            |x, y, t| negative_log_likelihood(x.clone(), y, t) * x.shape().0 as f32,
        )
        .wrong(
            "sign",
            "Your loss is negative; the logarithm of a probability is, so put a minus in front of it.",
            |x, y, t| -negative_log_likelihood(x, y, t),
        )
        .wrong("overflow", OVERFLOW, |x, y, t| {
            let x = x / t;
            let loss: Scalar = (x.clone().exp().sum::<_, Axis<1>>().ln() - x.select(y)).mean();
            loss.array()
        })
        .wrong("logarithm of softmax", LOG_OF_SOFTMAX, |x, y, t| {
            let logs: Vector = (x / t).softmax::<Axis<1>>().select(y).ln();
            -logs.mean().array()
        })
        .wrong(
            "softmax twice",
            SOFTMAX_TWICE,
            |x, y, t| negative_log_likelihood(x.softmax::<Axis<1>>(), y, t),
        )
        .wrong("softmax twice, after the division", SOFTMAX_TWICE, |x, y, t| {
            negative_log_likelihood((x / t).softmax::<Axis<1>>(), y, 1.0)
        })
        .wrong(
            "logarithm of the mean",
            "You took the mean of the probabilities and then its logarithm; take the logarithm of each, and then the mean.",
            |x, y, t| {
                let mean: Scalar = (x / t).softmax::<Axis<1>>().select(y).mean();
                -mean.array().ln()
            },
        )
        .wrong(
            "over the wrong axis",
            "Your softmax runs over the examples, `Axis<0>`; the probabilities of one example sum to 1, \
             along `Axis<1>`.",
            |x, y, t| {
                let logs: Vector = (x / t).log_softmax::<Axis<0>>().select(y);
                -logs.mean().array()
            },
        )
        .wrong(
            "of the answer",
            "You took the probability of the answer; take that of the label, which the answer may miss.",
            |x, _, t| {
                let logs: Vector = (x / t).log_softmax::<Axis<1>>().max::<_, Axis<1>>();
                -logs.mean().array()
            },
        )
        .wrong(
            "all classes",
            "You took the mean over all classes; take the logarithm of the label's probability alone.",
            |x, _, t| {
                let logs: Scalar = (x / t).log_softmax::<Axis<1>>().mean();
                -logs.array()
            },
        )
        .wrong(
            "without the logarithm",
            "You took the probabilities of the labels themselves; take their logarithms.",
            |x, y, t| {
                let shares: Vector = (x / t).softmax::<Axis<1>>().select(y);
                -shares.mean().array()
            },
        )
        .wrong(
            "bits",
            "You took logarithms to the base 2; take natural ones, `ln`.",
            |x, y, t| negative_log_likelihood(x, y, t) / 2.0_f32.ln(),
        )
        .and("best_temperature", function(best_temperature))
        .inputs(["logits", "labels"])
        .parts([("temperature", within(0.0, 0.02))])
        .case("the example of the lesson", |_| of_the_lesson())
        .case("far too sure", |g| fitted(g, 40, 3, 4.0))
        .case("not sure enough", |g| fitted(g, 40, 3, 0.3))
        .case("nearly calibrated", |g| fitted(g, 60, 5, 1.0))
        .case("a temperature near the upper end", |g| fitted(g, 120, 3, 7.0))
        .case("a temperature near the lower end", |g| fitted(g, 120, 3, 0.16))
        .case("large logits", |g| {
            let (logits, labels) = fitted(g, 50, 4, 0.6);
            (logits + 100.0, labels)
        })
        .cases(6, |g, i| fitted(g, 40 + 5 * i, 3 + i % 3, [2.0, 0.5, 3.0, 1.3, 0.7, 1.6][i]))
        .wrong(
            "upside down",
            "You returned 1 / T; the logits are divided by the temperature, not multiplied by it.",
            |x, y| 1.0 / best_temperature(x, y),
        )
        .wrong(
            "logarithm",
            "You returned the logarithm of the temperature; return the temperature, `.exp()` of it.",
            |x, y| best_temperature(x, y).ln(),
        )
        .wrong(
            "always 1",
            "You left the temperature at 1; look for the one with the lowest loss.",
            |_, _| 1.0,
        )
        .wrong(
            "never below 1",
            "You looked at no temperature below 1; a model that is not sure enough needs one.",
            |x, y| best_temperature(x, y).max(1.0),
        )
        .wrong("whole numbers", COARSE, |x, y| least_of_multiples(1.0, x, y))
        .wrong("tenths", COARSE, |x, y| least_of_multiples(0.1, x, y))
        .wrong(
            "loss",
            "You returned the lowest loss; return the temperature at which it is reached.",
            |x, y| negative_log_likelihood(x.clone(), y.clone(), best_temperature(x, y)),
        )
        .wrong(
            "highest loss",
            "Your temperature is the one with the highest loss; the best has the lowest.",
            |x, y| least(|t| -negative_log_likelihood(x.clone(), y.clone(), t)),
        )
        .wrong(
            "wrong third cut off",
            "You cut off the third next to the lower loss; cut off the one next to the higher loss.",
            |x, y| by_thirds(40, |t| -negative_log_likelihood(x.clone(), y.clone(), t)),
        )
        .wrong(
            "too few rounds",
            "You stopped while the range was still wide; go on until it is narrow.",
            |x, y| by_thirds(10, |t| negative_log_likelihood(x.clone(), y.clone(), t)),
        )
        .wrong(
            "least calibration error",
            ERROR,
            |x, y| {
                let labels = y.as_vec();
                least(|t| calibration_error(reliability(said(x.clone(), t), labels.clone(), 15)))
            },
        )
        .wrong(
            "squares",
            "You looked for the least squared error of the probabilities; take the temperature with the \
             least negative log-likelihood.",
            |x, y| {
                let labels = y.as_vec();
                least(|t| {
                    let rows = said(x.clone(), t).into_iter().zip(&labels);
                    let error = |(row, &label): (Vec<f32>, &usize)| {
                        let squares: f32 = row.iter().map(|share| share * share).sum();
                        squares - 2.0 * row[label] + 1.0
                    };
                    rows.map(error).sum()
                })
            },
        )
        .wrong(
            "as sure as right",
            "You looked for the temperature at which the mean confidence is the accuracy; take the one with \
             the least negative log-likelihood.",
            |x, y| {
                let labels = y.as_vec();
                least(|t| {
                    let mean = row(&judged(&said(x.clone(), t), &labels));
                    (mean[1] - mean[2]).abs()
                })
            },
        )
}
