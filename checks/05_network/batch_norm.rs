//! How `batch_norm` is checked. A vector that is repeated along the wrong axis fits only where there are as many examples as
//! features, so squares have a group of their own.

#[path = "../../solutions/05_network/batch_norm.rs"]
#[expect(dead_code, reason = "a check has a `main` of its own")]
mod solution;
use gradlings::prelude::*;
use solution::{evaluate, train};

type Inputs = (Matrix, Vector, Vector, Vector, Vector);
type Results = (Matrix, Vector, Vector);

const EPSILON: f32 = 1e-5;
const MOMENTUM: f32 = 0.1;

/// A batch, and everything that belongs to its features. The numbers of a column differ a lot, because a variance by
/// another formula, the mean of the squares minus the square of the mean, is right too, but loses digits where they do not.
fn batch(n: usize, features: usize) -> impl Fn(&mut Generator) -> Inputs {
    move |g| {
        let middles = (0..n * features).map(|at| if at / features % 2 == 0 { 2.0 } else { -0.5 });
        let middles = device().tensor_from_vec(middles.collect(), (n, features));
        let x = g.matrix(n, features) * 0.3 + middles;
        let mut around = |middle: f32| g.vector(features) * 0.25 + middle;
        let (scale, shift, mean) = (around(1.7), around(-0.6), around(0.5));
        // Above 0, as a variance is.
        (x, scale, shift, mean, g.vector(features).abs() + 0.4)
    }
}

/// The same with a change to the batch and to the running variance.
fn changed(
    n: usize,
    features: usize,
    x: fn(Matrix) -> Matrix,
    variance: fn(Vector) -> Vector,
) -> impl Fn(&mut Generator) -> Inputs {
    move |g| {
        let (batch, scale, shift, mean, running) = batch(n, features)(g);
        (x(batch), scale, shift, mean, variance(running))
    }
}

fn vector(number: f32) -> Vector {
    device().tensor_from_vec(vec![number], (1,))
}

/// A vector for every row.
fn rows(of: Vector, x: &Matrix) -> Matrix {
    of.broadcast_like::<_, Axis<0>>(x.shape())
}

/// A vector for every column, which fits squares alone.
fn columns(of: Vector, x: &Matrix) -> Matrix {
    of.broadcast_like::<_, Axis<1>>(x.shape())
}

/// Mean and variance of every column, the variance divided by n.
fn statistics_of(x: &Matrix) -> (Vector, Vector) {
    let mean = x.clone().mean::<_, Axis<0>>();
    let off = x.clone() - rows(mean.clone(), x);
    (mean, off.square().mean::<_, Axis<0>>())
}

/// The factor that takes the bias away.
fn correction(x: &Matrix) -> f32 {
    let n = x.shape().0 as f32;
    n / (n - 1.0)
}

/// An old number moved towards a new one.
fn moved(old: Vector, new: Vector) -> Vector {
    old * (1.0 - MOMENTUM) + new * MOMENTUM
}

/// A training whose y is what `normalise` makes of the batch with its mean and variance.
fn with_y(
    (x, scale, shift, mean, variance): Inputs,
    normalise: fn(Matrix, Vector, Vector, Vector, Vector) -> Matrix,
) -> Results {
    let (of_mean, of_variance) = statistics_of(&x);
    let y = normalise(
        x.clone(),
        scale.clone(),
        shift.clone(),
        of_mean,
        of_variance,
    );
    let (_, mean, variance) = train(x, scale, shift, mean, variance);
    (y, mean, variance)
}

/// A training whose running statistics are made of the old ones and those of the batch, the variance divided by n.
fn with_running(
    (x, scale, shift, mean, variance): Inputs,
    mean_of: fn(Vector, Vector) -> Vector,
    variance_of: fn(Vector, Vector, f32) -> Vector,
) -> Results {
    let (of_mean, of_variance) = statistics_of(&x);
    let running = (
        mean_of(mean.clone(), of_mean),
        variance_of(variance.clone(), of_variance, correction(&x)),
    );
    (
        train(x, scale, shift, mean, variance).0,
        running.0,
        running.1,
    )
}

/// Normalised, with another thing in the place of the root.
fn divided(x: Matrix, scale: Vector, shift: Vector, mean: Vector, by: Vector) -> Matrix {
    let off = x.clone() - rows(mean, &x);
    off * rows(scale / by, &x) + rows(shift, &x)
}

fn epsilon_outside(x: Matrix, scale: Vector, shift: Vector, mean: Vector, v: Vector) -> Matrix {
    divided(x, scale, shift, mean, v.sqrt() + EPSILON)
}

fn epsilon_forgotten(x: Matrix, scale: Vector, shift: Vector, mean: Vector, v: Vector) -> Matrix {
    divided(x, scale, shift, mean, v.sqrt())
}

fn root_forgotten(x: Matrix, scale: Vector, shift: Vector, mean: Vector, v: Vector) -> Matrix {
    divided(x, scale, shift, mean, v + EPSILON)
}

fn multiplied(x: Matrix, scale: Vector, shift: Vector, mean: Vector, v: Vector) -> Matrix {
    let by = (v + EPSILON).sqrt();
    divided(x, scale * by.clone().square(), shift, mean, by)
}

fn shift_inside(x: Matrix, scale: Vector, shift: Vector, mean: Vector, v: Vector) -> Matrix {
    evaluate(x, scale.clone(), shift * scale, mean, v)
}

fn shift_divided(x: Matrix, scale: Vector, shift: Vector, mean: Vector, v: Vector) -> Matrix {
    let by = (v.clone() + EPSILON).sqrt();
    evaluate(x, scale, shift / by, mean, v)
}

fn no_mean(x: Matrix, scale: Vector, shift: Vector, mean: Vector, v: Vector) -> Matrix {
    evaluate(x, scale, shift, mean * 0.0, v)
}

fn mean_added(x: Matrix, scale: Vector, shift: Vector, mean: Vector, v: Vector) -> Matrix {
    evaluate(x, scale, shift, -mean, v)
}

fn no_scale(x: Matrix, scale: Vector, shift: Vector, mean: Vector, v: Vector) -> Matrix {
    evaluate(x, scale * 0.0 + 1.0, shift, mean, v)
}

fn no_shift(x: Matrix, scale: Vector, shift: Vector, mean: Vector, v: Vector) -> Matrix {
    evaluate(x, scale, shift * 0.0, mean, v)
}

fn turned(x: Matrix, scale: Vector, shift: Vector, mean: Vector, v: Vector) -> Matrix {
    evaluate(x, -scale, shift, mean, v)
}

fn exchanged(x: Matrix, scale: Vector, shift: Vector, mean: Vector, v: Vector) -> Matrix {
    evaluate(x, shift, scale, mean, v)
}

/// Normalised with one number for each row in the place of one for each column.
fn across(x: Matrix, scale: Vector, shift: Vector, mean: Vector, v: Vector) -> Matrix {
    let off = x.clone() - columns(mean, &x);
    off * columns(scale / (v + EPSILON).sqrt(), &x) + columns(shift, &x)
}

const OUTSIDE: &str = "You added EPSILON to the root; it is added to the variance, under the root.";
const FORGOTTEN: &str = "You left EPSILON out, and a variance of 0 gives NaN or infinity; add it to the variance, under \
                         the root.";
const KEPT: &str =
    "You moved the running variance by EPSILON as well; it is added under the root only.";
const ROOT: &str = "You divided by the variance; divide by its root.";
const MULTIPLIED: &str = "You multiplied by the root of the variance; divide by it.";
const INSIDE: &str = "You added the shift before you multiplied by the scale; add it after.";
const SHIFT_DIVIDED: &str =
    "You divided the shift by the root too; it is added in the end, as it is.";
const NO_MEAN: &str = "You did not subtract the mean.";
const MEAN_ADDED: &str = "You added the mean; subtract it.";
const TURNED: &str = "You subtracted x from the mean; subtract the mean from x.";
const NO_SCALE: &str = "You left out the scale; each column is multiplied by its own.";
const NO_SHIFT: &str = "You left out the shift; each column gets its own in the end.";
const EXCHANGED: &str =
    "You multiplied by the shift and added the scale; it is the other way round.";

fn main() {
    Reference::of("evaluate", function(evaluate))
        .inputs(["x", "scale", "shift", "mean", "variance"])
        .parts([("y", close())])
        .wrong("root forgotten", ROOT, root_forgotten)
        .wrong("multiplied", MULTIPLIED, multiplied)
        .wrong("shift inside", INSIDE, shift_inside)
        .wrong("shift divided", SHIFT_DIVIDED, shift_divided)
        .wrong("mean not subtracted", NO_MEAN, no_mean)
        .wrong("mean added", MEAN_ADDED, mean_added)
        .wrong("difference turned", TURNED, turned)
        .wrong("no scale", NO_SCALE, no_scale)
        .wrong("no shift", NO_SHIFT, no_shift)
        .wrong("scale and shift exchanged", EXCHANGED, exchanged)
        .wrong(
            "statistics of the batch",
            "You took the mean and the variance of this batch; in evaluation they come from training, so \
             that an example gets the same answer in any batch.",
            |x, scale, shift, mean, variance| train(x, scale, shift, mean, variance).0,
        )
        .wrong(
            "mean of the batch",
            "You subtracted the mean of this batch; in evaluation it comes from training, as the variance \
             does.",
            |x, scale, shift, _, variance| {
                let (mean, _) = statistics_of(&x);
                evaluate(x, scale, shift, mean, variance)
            },
        )
        .group("on squares")
        .cases(6, |g, i| batch(2 + i, 2 + i)(g))
        .wrong(
            "along the wrong axis",
            "You gave every row one number of each vector; every column has its own, and the rows are \
             repeated: `Axis<0>`.",
            across,
        )
        .group("of other shapes")
        .case("the example of the lesson", |_| {
            let x = device().tensor([[6.0]]).realize();
            (x, vector(2.0), vector(5.0), vector(2.0), vector(4.0))
        })
        .case("a variance of 0", changed(3, 4, |x| x, |v| v * 0.0))
        .case("a small variance", changed(3, 4, |x| x * 0.01, |v| v * 1e-5))
        .case("one example", batch(1, 4))
        .cases(10, |g, i| batch(3 + i, 2 + i % 4)(g))
        .cases(6, |g, i| batch(2 + i % 3, 6 + i)(g))
        .wrong("EPSILON outside", OUTSIDE, epsilon_outside)
        .wrong("EPSILON forgotten", FORGOTTEN, epsilon_forgotten)
        .wrong(
            "corrected",
            "You multiplied the variance by n / (n - 1); training has done that already.",
            |x, scale, shift, mean, variance| {
                let n = x.shape().0;
                let by = if n > 1 { correction(&x) } else { 1.0 };
                evaluate(x, scale, shift, mean, variance * by)
            },
        )
        .and("train", function(train))
        .inputs(["x", "scale", "shift", "mean", "variance"])
        .parts([
            ("y", close()),
            ("running mean", close()),
            ("running variance", close()),
        ])
        .wrong("root forgotten", ROOT, |x, s, b, m, v| with_y((x, s, b, m, v), root_forgotten))
        .wrong("multiplied", MULTIPLIED, |x, s, b, m, v| with_y((x, s, b, m, v), multiplied))
        .wrong("shift inside", INSIDE, |x, s, b, m, v| with_y((x, s, b, m, v), shift_inside))
        .wrong("shift divided", SHIFT_DIVIDED, |x, s, b, m, v| {
            with_y((x, s, b, m, v), shift_divided)
        })
        .wrong("mean not subtracted", NO_MEAN, |x, s, b, m, v| with_y((x, s, b, m, v), no_mean))
        .wrong("mean added", MEAN_ADDED, |x, s, b, m, v| with_y((x, s, b, m, v), mean_added))
        .wrong("difference turned", TURNED, |x, s, b, m, v| with_y((x, s, b, m, v), turned))
        .wrong("no scale", NO_SCALE, |x, s, b, m, v| with_y((x, s, b, m, v), no_scale))
        .wrong("no shift", NO_SHIFT, |x, s, b, m, v| with_y((x, s, b, m, v), no_shift))
        .wrong("scale and shift exchanged", EXCHANGED, |x, s, b, m, v| {
            with_y((x, s, b, m, v), exchanged)
        })
        .wrong(
            "biased running variance",
            "You moved the running variance towards the one divided by n; for it, multiply by n / (n - 1).",
            |x, s, b, m, v| with_running((x, s, b, m, v), moved, |old, new, _| moved(old, new)),
        )
        .wrong(
            "unbiased y",
            "You normalised y by the variance times n / (n - 1); that one is for the running variance, and y \
             takes the variance as it is.",
            |x, s, b, m, v| {
                let by = correction(&x);
                let (mean, variance) = statistics_of(&x);
                let y = evaluate(x.clone(), s.clone(), b.clone(), mean, variance * by);
                let (_, mean, variance) = train(x, s, b, m, v);
                (y, mean, variance)
            },
        )
        .wrong(
            "biased and unbiased exchanged",
            "You took the variance times n / (n - 1) for y, and the other one for the running variance; it \
             is the other way round.",
            |x, s, b, m, v| {
                let (mean, variance) = statistics_of(&x);
                let unbiased = variance.clone() * correction(&x);
                let y = evaluate(x, s, b, mean.clone(), unbiased);
                (y, moved(m, mean), moved(v, variance))
            },
        )
        .wrong(
            "correction upside down",
            "You multiplied the running variance's part by (n - 1) / n; the variance of a batch is too small, \
             so multiply by n / (n - 1).",
            |x, s, b, m, v| {
                with_running((x, s, b, m, v), moved, |old, new, by| moved(old, new / by))
            },
        )
        .wrong(
            "old variance corrected too",
            "You multiplied the whole running variance by n / (n - 1); only that of the batch is multiplied, before it \
             is mixed in.",
            |x, s, b, m, v| {
                with_running((x, s, b, m, v), moved, |old, new, by| moved(old, new) * by)
            },
        )
        .wrong(
            "over everything",
            "You took one mean and one variance of the whole batch; each column has its own.",
            |x, s, b, m, v| {
                let by = correction(&x);
                let whole: Scalar = x.clone().mean();
                let mean: Vector = whole.broadcast_like(&m);
                let off = x.clone() - rows(mean.clone(), &x);
                let squares: Scalar = off.square().mean();
                let variance: Vector = squares.broadcast_like(&v);
                let y = evaluate(x, s, b, mean.clone(), variance.clone());
                (y, moved(m, mean), moved(v, variance * by))
            },
        )
        .wrong(
            "mean distance",
            "You divided by the mean distance from the mean; divide by the root of the variance, the mean of the squared \
             distances.",
            |x, s, b, m, v| {
                let (mean, _) = statistics_of(&x);
                let distance = (x.clone() - rows(mean.clone(), &x)).abs().mean::<_, Axis<0>>();
                let y = evaluate(x.clone(), s.clone(), b.clone(), mean, distance.square());
                let (_, mean, variance) = train(x, s, b, m, v);
                (y, mean, variance)
            },
        )
        .wrong(
            "divided by n - 1 as well",
            "For the running variance you divided by n - 1 what had been divided by n already; multiply it by n as \
             well: n / (n - 1).",
            |x, s, b, m, v| {
                let n = x.shape().0 as f32;
                let y = train(x.clone(), s, b, m.clone(), v.clone()).0;
                let (mean, variance) = statistics_of(&x);
                (y, moved(m, mean), moved(v, variance / (n - 1.0)))
            },
        )
        .wrong(
            "mean of the squares for the variance",
            "You took the mean of the squares for the variance; subtract the mean of the column first.",
            |x, s, b, m, v| {
                let by = correction(&x);
                let (mean, _) = statistics_of(&x);
                let squares: Vector = x.clone().square().mean::<_, Axis<0>>();
                let y = evaluate(x, s, b, mean.clone(), squares.clone());
                (y, moved(m, mean), moved(v, squares * by))
            },
        )
        .wrong(
            "distances from the running mean",
            "You took the variance around the running mean; take it around the mean of this batch.",
            |x, s, b, m, v| {
                let by = correction(&x);
                let (mean, _) = statistics_of(&x);
                let off = x.clone() - rows(m.clone(), &x);
                let variance: Vector = off.square().mean::<_, Axis<0>>();
                let y = evaluate(x, s, b, mean.clone(), variance.clone());
                (y, moved(m, mean), moved(v, variance * by))
            },
        )
        .wrong(
            "running mean corrected as well",
            "You multiplied the mean by n / (n - 1) as well; only the variance is too small.",
            |x, s, b, m, v| {
                let by = correction(&x);
                let (mean, _) = statistics_of(&x);
                let (y, _, variance) = train(x, s, b, m.clone(), v);
                (y, moved(m, mean * by), variance)
            },
        )
        .wrong(
            "momentum the other way round",
            "You kept a tenth of the running statistics; keep nine tenths, and add a tenth of those of the \
             batch.",
            |x, s, b, m, v| {
                with_running(
                    (x, s, b, m, v),
                    |old, new| moved(new, old),
                    |old, new, by| moved(new * by, old),
                )
            },
        )
        .wrong(
            "momentum of the mean the other way round",
            "You kept a tenth of the running mean; keep nine tenths, as of the running variance.",
            |x, s, b, m, v| {
                with_running(
                    (x, s, b, m, v),
                    |old, new| moved(new, old),
                    |old, new, by| moved(old, new * by),
                )
            },
        )
        .wrong(
            "momentum of the variance the other way round",
            "You kept a tenth of the running variance; keep nine tenths, as of the running mean.",
            |x, s, b, m, v| {
                with_running((x, s, b, m, v), moved, |old, new, by| moved(new * by, old))
            },
        )
        .wrong(
            "running statistics exchanged",
            "You returned the running variance before the running mean; the mean comes first.",
            |x, s, b, m, v| {
                let (y, mean, variance) = train(x, s, b, m, v);
                (y, variance, mean)
            },
        )
        .wrong(
            "squares added up",
            "You added the squared differences up; the variance is their mean.",
            |x, s, b, m, v| {
                let (n, by) = (x.shape().0 as f32, correction(&x));
                let (mean, variance) = statistics_of(&x);
                let sums = variance * n;
                let y = evaluate(x, s, b, mean.clone(), sums.clone());
                (y, moved(m, mean), moved(v, sums * by))
            },
        )
        .wrong(
            "old ones not shrunk",
            "You added a tenth of the batch's statistics to the running ones without taking a tenth of those \
             away, so they grow and grow.",
            |x, s, b, m, v| {
                with_running(
                    (x, s, b, m, v),
                    |old, new| old + new * MOMENTUM,
                    |old, new, by| old + new * (by * MOMENTUM),
                )
            },
        )
        .wrong(
            "statistics of the batch returned",
            "You returned the mean and the variance of the batch; the running ones are moved a tenth of the \
             way towards them.",
            |x, s, b, m, v| {
                with_running((x, s, b, m, v), |_, new| new, |_, new, by| new * by)
            },
        )
        .wrong(
            "statistics of the batch returned, biased",
            "You returned the mean and the variance of the batch; the running ones are moved a tenth of the \
             way towards them, and the variance times n / (n - 1) first.",
            |x, s, b, m, v| with_running((x, s, b, m, v), |_, new| new, |_, new, _| new),
        )
        .wrong(
            "running statistics left",
            "You returned the running mean and variance as they came; each batch moves them.",
            |x, s, b, m, v| with_running((x, s, b, m, v), |old, _| old, |old, _, _| old),
        )
        .wrong(
            "deviation",
            "You moved the running variance towards the standard deviation of the batch; it is a variance, \
             so take no root.",
            |x, s, b, m, v| {
                with_running((x, s, b, m, v), moved, |old, new, by| moved(old, (new * by).sqrt()))
            },
        )
        .wrong(
            "normalised by the running statistics",
            "You normalised y by the running mean and variance; in training it takes those of the batch.",
            |x, s, b, m, v| {
                let y = evaluate(x.clone(), s.clone(), b.clone(), m.clone(), v.clone());
                let (_, mean, variance) = train(x, s, b, m, v);
                (y, mean, variance)
            },
        )
        .wrong(
            "normalised by the new running statistics",
            "You normalised y by the running mean and variance after this batch; in training it takes those \
             of the batch itself.",
            |x, s, b, m, v| {
                let (_, mean, variance) = train(x.clone(), s.clone(), b.clone(), m, v);
                let y = evaluate(x, s, b, mean.clone(), variance.clone());
                (y, mean, variance)
            },
        )
        .group("on squares")
        .cases(6, |g, i| batch(2 + i, 2 + i)(g))
        .wrong(
            "over the features",
            "You took the mean and the variance of each row; take those of each column, over the examples: \
             `Axis<0>`.",
            |x, s, b, m, v| {
                let mean = x.clone().mean::<_, Axis<1>>();
                let off = x.clone() - columns(mean.clone(), &x);
                let variance = off.clone().square().mean::<_, Axis<1>>();
                let by = columns((variance.clone() + EPSILON).sqrt(), &x);
                let y = off / by * rows(s, &x) + rows(b, &x);
                (y, moved(m, mean), moved(v, variance * correction(&x)))
            },
        )
        .wrong(
            "along the wrong axis",
            "You subtracted from each row what belongs to a column; repeat every vector for all rows: \
             `Axis<0>`.",
            |x, s, b, m, v| with_y((x, s, b, m, v), across),
        )
        .group("of other shapes")
        .case("the example of the lesson", |_| {
            let x = device().tensor([[1.0], [3.0]]).realize();
            (x, vector(2.0), vector(5.0), vector(0.0), vector(1.0))
        })
        .case("two examples", batch(2, 5))
        .case("columns without any differences", changed(4, 3, |x| x * 0.0 + 0.5, |v| v))
        .case("columns with small differences", changed(4, 3, |x| x * 0.002, |v| v))
        .case("many examples", batch(60, 2))
        .cases(10, |g, i| batch(3 + i, 2 + i % 4)(g))
        .cases(6, |g, i| batch(2 + i % 3, 6 + i)(g))
        .wrong("EPSILON outside", OUTSIDE, |x, s, b, m, v| {
            with_y((x, s, b, m, v), epsilon_outside)
        })
        .wrong("EPSILON forgotten", FORGOTTEN, |x, s, b, m, v| {
            with_y((x, s, b, m, v), epsilon_forgotten)
        })
        .group("with hardly any variance")
        .parts([
            ("y", close()),
            ("running mean", close()),
            ("running variance", within(1e-8, 1e-4)),
        ])
        .case("two examples", changed(2, 3, |x| x * 0.002, |v| v * 1e-5))
        .cases(3, |g, i| changed(3 + i, 4, |x| x * 0.002, |v| v * 1e-5)(g))
        .wrong("EPSILON in the running variance", KEPT, |x, s, b, m, v| {
            with_running((x, s, b, m, v), moved, |old, new, by| moved(old, new * by + EPSILON))
        })
        .wrong("EPSILON in the variance of the batch", KEPT, |x, s, b, m, v| {
            with_running((x, s, b, m, v), moved, |old, new, by| moved(old, (new + EPSILON) * by))
        })
        .run()
}
