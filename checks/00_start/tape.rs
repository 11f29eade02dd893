//! How `value_and_slope` and `tangent` are checked. A tape is right for any curve, and a slope that was worked out by hand
//! is right for this one: both pass.

#[path = "../../solutions/00_start/tape.rs"]
#[expect(dead_code, reason = "a check has a `main` of its own")]
mod solution;
use gradlings::prelude::*;
use solution::{curve, tangent, value_and_slope};

const STEPS: &str = "Your slopes are measured over a step, on which the slope changes; a tape has those at the points \
                     themselves.";

fn vector(numbers: &[f32]) -> Vector {
    device().tensor_from_vec(numbers.to_vec(), (numbers.len(),))
}

/// The right values, and for each point what `slope` makes of x, sin x and cos x.
fn by_hand(x: Vector, slope: fn(f32, f32, f32) -> f32) -> (Vector, Vector) {
    let slopes = x.as_vec().into_iter().map(|x| slope(x, x.sin(), x.cos()));
    let slopes = vector(&Vec::from_iter(slopes));
    (curve(x), slopes)
}

/// The right values, and for each point how far the curve rises over a step, divided by the step.
fn by_steps(x: Vector, step: f32) -> (Vector, Vector) {
    let values = curve(x.clone());
    let slopes = (curve(x + step) - values.clone()) / step;
    (values, slopes)
}

/// The right values, and for all points one number that `choose` makes of the right slopes.
fn one_for_all(x: Vector, choose: fn(&[f32]) -> f32) -> (Vector, Vector) {
    let (values, slopes) = value_and_slope(x);
    let one = choose(&slopes.as_vec());
    (values, slopes * 0.0 + one)
}

/// `n` points between -6 and 6.
fn points(n: usize) -> impl Fn(&mut Generator) -> (Vector,) {
    move |g| (vector(&Vec::from_iter((0..n).map(|_| g.number(-6.0..6.0)))),)
}

/// Where to touch the curve, and `n` points.
fn touch(n: usize) -> impl Fn(&mut Generator) -> (f32, Vector) {
    move |g| (g.number(-6.0..6.0), points(n)(g).0)
}

/// Value and slope at one point.
fn at_one(at: f32) -> (f32, f32) {
    let (value, slope) = value_and_slope(vector(&[at]));
    (value.as_vec()[0], slope.as_vec()[0])
}

fn main() {
    use std::f32::consts::{FRAC_PI_2, PI};
    Reference::of("value_and_slope", function(value_and_slope))
        .inputs(["x"])
        .parts([("values", close()), ("slopes", close())])
        .case("one point", points(1))
        .case("the example of the lesson", |_| {
            (vector(&[0.0, FRAC_PI_2, PI]),)
        })
        .case("a point twice", |g| {
            let x = g.number(0.5..3.0);
            (vector(&[x, -1.0, x]),)
        })
        .case("a point and its mirror image", |g| {
            let x = g.number(0.5..3.0);
            (vector(&[x, -x]),)
        })
        .case("points far out", |_| (vector(&[40.0, -75.0, 100.0]),))
        .cases(16, |g, i| points(2 + 3 * i)(g))
        .wrong(
            "mean",
            "Your slopes are divided by the number of points, as those of a mean are; take the sum \
             of the values before `backward`.",
            |x| {
                let count = x.shape().0;
                let (values, slopes) = value_and_slope(x);
                (values, slopes / count as f32)
            },
        )
        .wrong(
            "first slope for all",
            "You gave every point the slope of the first one; the curve has another slope at each \
             point.",
            |x| one_for_all(x, |slopes| slopes.first().copied().unwrap_or(0.0)),
        )
        .wrong(
            "last slope for all",
            "You gave every point the slope of the last one; the curve has another slope at each \
             point.",
            |x| one_for_all(x, |slopes| slopes.last().copied().unwrap_or(0.0)),
        )
        .wrong(
            "sum of the slopes",
            "You gave every point the sum of all slopes; `gradients.get(&x)` has one slope for each.",
            |x| one_for_all(x, |slopes| slopes.iter().sum()),
        )
        .wrong(
            "mean of the slopes",
            "You gave every point the mean of all slopes; `gradients.get(&x)` has one slope for each.",
            |x| one_for_all(x, |slopes| slopes.iter().sum::<f32>() / slopes.len().max(1) as f32),
        )
        .wrong(
            "largest value only",
            "Your slopes are 0 at all points but those of the largest value, because you played the tape of \
             that value back; take the sum of all values.",
            |x| {
                let (values, slopes) = value_and_slope(x);
                let numbers = values.as_vec();
                let largest = numbers.iter().copied().fold(f32::MIN, f32::max);
                let pairs = numbers.iter().zip(slopes.as_vec());
                let kept = pairs.map(|(value, slope)| if *value == largest { slope } else { 0.0 });
                (values, vector(&Vec::from_iter(kept)))
            },
        )
        .wrong("steps of a tenth", STEPS, |x| by_steps(x, 0.1))
        .wrong("steps of a hundredth", STEPS, |x| by_steps(x, 0.01))
        .wrong("steps of a thousandth", STEPS, |x| by_steps(x, 0.001))
        .wrong(
            "product of the slopes",
            "Your slope is cos x, which is the slope of sin x alone, and also the product of both slopes; \
             each of the two factors moves the product, so it is a sum: sin x + x * cos x.",
            |x| by_hand(x, |_, _, cos| cos),
        )
        .wrong(
            "first factor held still",
            "Your slope is x * cos x, as if the factor `x` stood still; it moves too, and adds sin x.",
            |x| by_hand(x, |x, _, cos| x * cos),
        )
        .wrong(
            "second factor held still",
            "Your slope is sin x, as if the factor sin x stood still; it moves too, and adds \
             x * cos x.",
            |x| by_hand(x, |_, sin, _| sin),
        )
        .wrong(
            "sign of the cosine",
            "Your slope is sin x - x * cos x; the slope of sin x is cos x, without a minus.",
            |x| by_hand(x, |x, sin, cos| sin - x * cos),
        )
        .wrong(
            "slopes added",
            "Your slope is sin x + cos x; the slope of each factor is multiplied by the other factor: \
             sin x + x * cos x.",
            |x| by_hand(x, |_, sin, cos| sin + cos),
        )
        .wrong(
            "slope of the square",
            "You played the tape of the squares back; here the sum is of the values as they are.",
            |x| {
                let (values, slopes) = value_and_slope(x);
                let squared = values.clone() * slopes * 2.0;
                (values, squared)
            },
        )
        .wrong(
            "ones",
            "Every slope of yours is 1, which is how fast a sum rises with each of its own terms; take the \
             sum of the values of `curve`, and ask for the gradient of `x`.",
            |x| one_for_all(x, |_| 1.0),
        )
        .wrong(
            "exchanged",
            "You returned the slopes first; the values come first.",
            |x| {
                let (values, slopes) = value_and_slope(x);
                (slopes, values)
            },
        )
        .wrong(
            "points for values",
            "Your values are the points themselves; they are those of `curve` at `x`.",
            |x| (x.clone(), value_and_slope(x).1),
        )
        .and("tangent", function(tangent))
        .inputs(["at", "x"])
        .parts([("heights", close())])
        .case("one point", touch(1))
        .case("the example of the lesson", |_| {
            (FRAC_PI_2, vector(&[2.0, 0.0]))
        })
        .case("the point itself", |g| {
            let at = g.number(1.0..5.0);
            (at, vector(&[at, at]))
        })
        .case("a tangent through 0", |_| (0.0, vector(&[-2.0, 0.0, 3.0])))
        .cases(12, |g, i| touch(2 + 2 * i)(g))
        .wrong(
            "value left out",
            "You left the value out, so your line is 0 at `at`; there it has to touch the curve.",
            |at, x| (x - at) * at_one(at).1,
        )
        .wrong(
            "from 0",
            "You multiplied the slope by `x`; it is multiplied by the way from `at` to `x`, which is \
             `x - at`.",
            |at, x| x * at_one(at).1 + at_one(at).0,
        )
        .wrong(
            "through 0",
            "Your line goes through 0 and not through the curve; add the value, and take the slope \
             times `x - at`.",
            |at, x| x * at_one(at).1,
        )
        .wrong(
            "the other way round",
            "You took the way from `x` to `at`; the line goes from `at` to `x`: `x - at`.",
            |at, x| (-x + at) * at_one(at).1 + at_one(at).0,
        )
        .wrong(
            "slopes at x",
            "You took the slopes at `x`; a tangent is straight, with the slope at `at` everywhere.",
            |at, x| value_and_slope(x.clone()).1 * (x - at) + at_one(at).0,
        )
        .wrong(
            "values at x",
            "You took the values at `x`; a tangent starts from the value at `at`.",
            |at, x| curve(x.clone()) + (x - at) * at_one(at).1,
        )
        .wrong(
            "value and slope at x",
            "You took value and slope at `x`; both are those at `at`.",
            |at, x| {
                let (values, slopes) = value_and_slope(x.clone());
                values + slopes * (x - at)
            },
        )
        .wrong(
            "the curve itself",
            "Your heights are those of the curve; a tangent is the straight line that touches it at `at`.",
            |_, x| curve(x),
        )
        .wrong(
            "slope left out",
            "Your line rises by 1 everywhere; multiply `x - at` by the slope.",
            |at, x| x - at + at_one(at).0,
        )
        .wrong(
            "level",
            "Your line is level; it rises with the slope of the curve at `at`.",
            |at, x| x * 0.0 + at_one(at).0,
        )
        .wrong(
            "slope alone",
            "Your heights are all the slope; the height is `value + slope * (x - at)`.",
            |at, x| x * 0.0 + at_one(at).1,
        )
        .wrong(
            "without the way",
            "You added the slope to the value; multiply it by `x - at` first.",
            |at, x| x * 0.0 + at_one(at).0 + at_one(at).1,
        )
        .wrong(
            "value times the way",
            "You multiplied the value by `x - at` too; multiply the slope alone, then add the value.",
            |at, x| (x - at) * (at_one(at).1 + at_one(at).0),
        )
        .wrong(
            "value subtracted",
            "You subtracted the value; the line goes through the curve at `at`, so add it.",
            |at, x| (x - at) * at_one(at).1 - at_one(at).0,
        )
        .wrong(
            "at added",
            "You added `at` to `x`; the way from `at` to `x` is `x - at`.",
            |at, x| (x + at) * at_one(at).1 + at_one(at).0,
        )
        .wrong(
            "divided by the slope",
            "You divided the way by the slope; for each unit of the way the line rises by the slope, \
             so multiply.",
            |at, x| (x - at) / at_one(at).1 + at_one(at).0,
        )
        .wrong(
            "exchanged",
            "You exchanged value and slope; `value_and_slope` returns the value first.",
            |at, x| (x - at) * at_one(at).0 + at_one(at).1,
        )
        .run()
}
