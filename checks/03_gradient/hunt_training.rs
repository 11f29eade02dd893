//! How `hunt_training` is checked: each function with a bug is called alone.

#[path = "../../solutions/03_gradient/hunt_training.rs"]
#[expect(dead_code, reason = "a check has a `main` of its own")]
mod solution;
use gradlings::prelude::*;
use gradlings::values::Wire;
use solution::{batch_sizes, evaluate, predict, rate_at, shuffle, step};

const TURNED: &str = "You only turn the list, so each example is followed by the same one in every epoch; shuffle it with \
                      `random(seed)`.";

type Examples = (Vec<Vec<f64>>, Vec<f64>);

fn examples(g: &mut Generator, count: usize, inputs: usize) -> Examples {
    let rows = (0..count).map(|_| g.doubles(inputs)).collect();
    (rows, g.doubles(count))
}

/// What `shuffle` gets: examples and a seed.
fn to_shuffle(g: &mut Generator, count: usize) -> (Vec<Vec<f64>>, Vec<f64>, u64) {
    let (rows, targets) = examples(g, count, 3);
    (rows, targets, g.seed())
}

/// What `evaluate` gets: weights and examples.
fn to_evaluate(g: &mut Generator, count: usize) -> (Vec<f64>, Vec<Vec<f64>>, Vec<f64>) {
    let (rows, targets) = examples(g, count, 2);
    (g.doubles(3), rows, targets)
}

/// The errors of all predictions.
fn errors(weights: &[f64], rows: &[Vec<f64>], targets: &[f64]) -> Vec<f64> {
    let pairs = rows.iter().zip(targets);
    pairs.map(|(row, t)| predict(weights, row) - t).collect()
}

/// Whether each row is followed by the one that has followed it before, as where a list is only turned.
fn only_turned(inputs: &[Value], parts: &[Value]) -> Option<String> {
    let read = |value: &Value| Vec::<Vec<f64>>::from_value(value.clone()).ok();
    let (given, mut rows) = (read(&inputs[0])?, read(&parts[0])?);
    // Of a few rows, a fair shuffle may make the same.
    if given.len() < 12 || rows == given {
        return None;
    }
    let first = rows.iter().position(|row| *row == given[0])?;
    rows.rotate_left(first);
    (rows == given).then(|| TURNED.to_owned())
}

fn main() {
    Reference::of("shuffle", function(shuffle))
        .inputs(["rows", "targets", "seed"])
        .group("in an epoch")
        .parts([
            ("rows", correspondence(&[(0, 1)], (0, 1))),
            ("targets", property()),
        ])
        .inspect(only_turned)
        .case("no examples", |g| to_shuffle(g, 0))
        .case("one example", |g| to_shuffle(g, 1))
        .cases(8, |g, i| to_shuffle(g, 12 + 4 * i))
        .bug(
            "The validation loss creeps up again after its best epoch, as if the training had fewer \
             and fewer examples to learn from.",
            |rows, targets, seed| {
                let mut random = random(seed);
                let drawn = (0..rows.len()).map(|_| random.gen_range(0..rows.len()));
                drawn.map(|i| (rows[i].clone(), targets[i])).unzip()
            },
        )
        .wrong(
            "parted",
            "A row stands beside the target of another: move rows and targets in the same order.",
            |mut rows, mut targets, seed| {
                let mut random = random(seed);
                rows.shuffle(&mut random);
                targets.shuffle(&mut random);
                (rows, targets)
            },
        )
        .wrong(
            "not_shuffled",
            "You left the examples in their order; every epoch takes them in a new one.",
            |rows, targets, _| (rows, targets),
        )
        .wrong("turned", TURNED, |mut rows, mut targets, seed| {
            let by = random(seed).gen_range(0..=rows.len());
            rows.rotate_left(by);
            targets.rotate_left(by);
            (rows, targets)
        })
        // With sixty seeds, each of three examples comes to each place.
        .group("with many seeds")
        .drawn("seed", "rows")
        .parts([
            ("rows", correspondence(&[(0, 1)], (0, 1))),
            ("targets", free()),
        ])
        .cases(3, |g, _| to_shuffle(g, 3))
        .wrong(
            "seed_ignored",
            "Your order is the same whatever the seed; shuffle with `random(seed)`.",
            |rows, targets, _| shuffle(rows, targets, 0),
        )
        .and("batch_sizes", function(batch_sizes))
        .inputs(["count", "size"])
        .parts([("sizes", exact())])
        .case("no examples", |_| (0, 4))
        .case("fewer than a batch", |_| (3, 8))
        .case("whole batches", |_| (12, 4))
        .case("50 in batches of 16", |_| (50, 16))
        .cases(12, |g, i| (20 + 3 * i, g.integer(2..15)))
        .bug(
            "An epoch takes three steps where four are due, so the loss falls more slowly at first.",
            |count, size| vec![size; count / size],
        )
        .wrong(
            "padded",
            "You made the last batch as large as the others, and there are not so many examples; it \
             has what is left.",
            |count, size| vec![size; count.div_ceil(size)],
        )
        .wrong(
            "empty",
            "You added a last batch where nothing is left; whole batches need none.",
            |count, size| [vec![size; count / size], vec![count % size]].concat(),
        )
        .wrong(
            "joined",
            "You added what is left over to the last whole batch; it makes a smaller batch of its own.",
            |count, size| {
                let mut sizes = vec![size; count / size];
                sizes.iter_mut().rev().take(1).for_each(|last| *last += count % size);
                sizes
            },
        )
        .wrong(
            "smaller_first",
            "You put the smaller batch first; it is the last one, made of what is left over.",
            |count, size| {
                let mut sizes = batch_sizes(count, size);
                sizes.reverse();
                sizes
            },
        )
        .wrong(
            "equal",
            "You made all batches as equal as they can be; each has `size` examples, but for the last one, \
             which has what is left.",
            |count, size| {
                let batches = count.div_ceil(size);
                let of = |at| count / batches + usize::from(at < count % batches);
                (0..batches).map(of).collect()
            },
        )
        .and("step", function(step))
        .inputs(["weights", "gradient", "rate"])
        .parts([("weights", close()), ("next gradient", exact())])
        .case("one weight", |g| (g.doubles(1), g.doubles(1), 0.1))
        .case("a rate of zero", |g| (g.doubles(3), g.doubles(3), 0.0))
        .cases(12, |g, i| (g.doubles(2 + i), g.doubles(2 + i), g.double(0.05..0.5)))
        .bug(
            "However long it trains, the loss stays above 1, as if every prediction were off by about \
             the same amount.",
            |mut weights, gradient, rate| {
                let last = weights.len() - 1;
                for (weight, slope) in weights[..last].iter_mut().zip(&gradient) {
                    *weight -= rate * slope;
                }
                (weights, vec![0.0; gradient.len()])
            },
        )
        .wrong(
            "not_zeroed",
            "You hand the old gradient on, and the next batch adds its own to it; hand on zeros.",
            |weights, gradient, rate| (step(weights, gradient.clone(), rate).0, gradient),
        )
        .wrong(
            "uphill",
            "You added the gradient, which points uphill; subtract it.",
            |weights, gradient, rate| step(weights, gradient, -rate),
        )
        .wrong(
            "rate_ignored",
            "You subtracted the whole gradient; multiply it by the rate first.",
            |weights, gradient, _| step(weights, gradient, 1.0),
        )
        .and("evaluate", function(evaluate))
        .inputs(["weights", "rows", "targets"])
        .parts([("loss", close())])
        .case("one row", |g| to_evaluate(g, 1))
        .case("8 rows", |g| to_evaluate(g, 8))
        .case("9 rows", |g| to_evaluate(g, 9))
        .case("20 rows", |g| to_evaluate(g, 20))
        .cases(12, |g, i| to_evaluate(g, 2 + 3 * i))
        .bug(
            "The first validation loss is 14.55; with all weights at 0 it has to be the mean of the \
             squared targets, which is 13.78.",
            |weights, rows, targets| {
                let parts = rows.chunks(8).zip(targets.chunks(8));
                let losses = parts.map(|(rows, targets)| {
                    evaluate(weights.clone(), rows.to_vec(), targets.to_vec())
                });
                losses.sum::<f64>() / rows.len().div_ceil(8) as f64
            },
        )
        .wrong(
            "summed",
            "You added the squared errors up; the mean also divides by the number of rows.",
            |weights, rows, targets| {
                let count = rows.len() as f64;
                count * evaluate(weights, rows, targets)
            },
        )
        .wrong(
            "by_eight",
            "You divided by 8 for every part; the last part may have fewer rows, so divide once, by \
             the number of all rows.",
            |weights, rows, targets| {
                let all = 8 * rows.len().div_ceil(8);
                rows.len() as f64 / all as f64 * evaluate(weights, rows, targets)
            },
        )
        .wrong(
            "full_parts",
            "You left out the rows that do not fill a part of 8; they count as well.",
            |weights, mut rows, targets| {
                let count = rows.len();
                rows.truncate(count / 8 * 8);
                let errors = errors(&weights, &rows, &targets);
                errors.iter().map(|error| error * error).sum::<f64>() / count as f64
            },
        )
        .wrong(
            "full_parts_alone",
            "You left out the rows that do not fill a part of 8; they count as well.",
            |weights, mut rows, targets| {
                rows.truncate(rows.len() / 8 * 8);
                let errors = errors(&weights, &rows, &targets);
                errors.iter().map(|error| error * error).sum::<f64>() / rows.len() as f64
            },
        )
        .wrong(
            "by_twenty",
            "You divided by 20, however many rows there are; divide by their number.",
            |weights, rows, targets| rows.len() as f64 / 20.0 * evaluate(weights, rows, targets),
        )
        .wrong(
            "root",
            "You took the square root at the end; the loss is the mean of the squares.",
            |weights, rows, targets| evaluate(weights, rows, targets).sqrt(),
        )
        .wrong(
            "absolute",
            "You averaged the sizes of the errors; the loss is the mean of their squares.",
            |weights, rows, targets| {
                let errors = errors(&weights, &rows, &targets);
                errors.iter().map(|error| error.abs()).sum::<f64>() / rows.len() as f64
            },
        )
        .and("rate_at", function(rate_at))
        .inputs(["step", "steps"])
        .parts([("rate", close())])
        .case("the first step", |_| (0, 10))
        .case("the last step", |_| (9, 10))
        .case("the only step", |_| (0, 1))
        .cases(12, |g, i| {
            let steps = 8 + 7 * i;
            (g.integer(1..steps), steps)
        })
        .bug(
            "The loss trembles to the last epoch instead of settling.",
            |_, _| rate_at(0, 1),
        )
        .wrong(
            "rises",
            "Your rate rises from zero to `PEAK`; it begins with `PEAK` and falls.",
            |step, steps| rate_at(0, 1) - rate_at(step, steps),
        )
        .wrong(
            "to_half",
            "Your rate falls to half of `PEAK`; it falls to zero.",
            |step, steps| (rate_at(0, 1) + rate_at(step, steps)) / 2.0,
        )
        .wrong(
            "one_ahead",
            "You counted the steps from 1, so the first one already falls short of `PEAK`; `step` \
             counts from 0.",
            |step, steps| rate_at(step + 1, steps),
        )
        .wrong(
            "zero_at_the_last",
            "Your last step has a rate of zero and does nothing; divide by the number of steps, and \
             zero is where the next one would be.",
            |step, steps| rate_at(step, steps - 1),
        )
        .run()
}
