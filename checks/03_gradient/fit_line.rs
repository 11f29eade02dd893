//! How `fit_line` is checked.

use gradlings::prelude::*;

#[path = "../../solutions/03_gradient/fit_line.rs"]
#[expect(dead_code, reason = "a check has a `main` of its own")]
mod solution;

use solution::fit_line;

/// What may differ in the loop, for the slope and for the bias.
struct Slip {
    rates: (f32, f32),
    /// Whether a gradient is added to that of the steps before.
    kept: (bool, bool),
}

const RATE: f32 = 0.1;
const RIGHT: Slip = rates(RATE, RATE);

const fn rates(slope: f32, bias: f32) -> Slip {
    let (rates, kept) = ((slope, bias), (false, false));
    Slip { rates, kept }
}

const fn kept(slope: bool, bias: bool) -> Slip {
    let kept = (slope, bias);
    Slip { kept, ..RIGHT }
}

/// The loop without dfdx.
fn fit_with(slip: Slip, x: Vector, y: Vector, steps: usize) -> (f32, f32) {
    let points: Vec<(f32, f32)> = x.as_vec().into_iter().zip(y.as_vec()).collect();
    let n = points.len() as f32;
    let (mut slope, mut bias, mut of_slope, mut of_bias) = (0.0, 0.0, 0.0, 0.0);
    for step in 0..steps {
        of_slope = if slip.kept.0 { of_slope } else { 0.0 };
        of_bias = if slip.kept.1 { of_bias } else { 0.0 };
        let mut loss = 0.0;
        for &(x, y) in &points {
            let error = slope * x + bias - y;
            loss += error * error / n;
            of_slope += 2.0 * error * x / n;
            of_bias += 2.0 * error / n;
        }
        report::metric("loss", step, loss);
        slope -= slip.rates.0 * of_slope;
        bias -= slip.rates.1 * of_bias;
    }
    (slope, bias)
}

/// The points and the number of steps.
type Inputs = (Vector, Vector, usize);

/// `n` points near a line, evenly spread around `centre`.
///
/// The mean of `x^2` is 1.5 in every case, so that a learning rate is right, too small or too large in all of them.
fn points(g: &mut Generator, n: usize, centre: f32, noise: f32, steps: usize) -> Inputs {
    // From 1 to 3, up or down.
    let mut sizeable = || g.number(1.0..3.0) * [1.0, -1.0][g.integer(0..2)];
    let (slope, bias) = (sizeable(), sizeable());
    let count = n as f32;
    let half = ((1.5 - centre * centre) * 3.0 * (count - 1.0) / (count + 1.0)).sqrt();
    let x = (0..n).map(|i| centre + half * (2.0 * i as f32 / (count - 1.0) - 1.0));
    let x = device().tensor_from_vec(x.collect(), (n,));
    let y = x.clone() * slope + bias + g.vector(n) * noise;
    (x, y, steps)
}

fn main() {
    Reference::of("fit_line", training(fit_line))
        .inputs(["x", "y", "steps"])
        .parts([
            ("slope", within(0.002, 0.001)),
            ("bias", within(0.002, 0.001)),
        ])
        .curve("loss", ends_low(1.5, 0.01))
        .case("two points", |g| points(g, 2, 0.0, 0.0, 200))
        .case("points on a line", |g| points(g, 6, 0.0, 0.0, 240))
        .cases(3, |g, i| points(g, 8 + 8 * i, 0.0, 0.2, 200 + 30 * i))
        .case("points to the right of zero", |g| {
            points(g, 12, 0.5, 0.1, 350)
        })
        .case("many steps", |g| points(g, 12, 0.0, 0.1, 12_000))
        .wrong(
            "diverges",
            "Your loss grows from step to step until it is infinite; choose a smaller rate, and \
             look whether you subtract the gradient.",
            |x, y, steps| fit_with(rates(1.0, 1.0), x, y, steps),
        )
        .wrong(
            "diverges_slowly",
            "Your loss grows instead of falling; look whether you subtract the gradient, and \
             choose a smaller rate if you do.",
            // Uphill, at a rate at which a short run stays finite.
            |x, y, steps| fit_with(rates(-0.01, -0.01), x, y, steps),
        )
        .wrong(
            "nearly_there",
            "Your line is nearly there after the last step, but not quite; choose a larger rate.",
            |x, y, steps| fit_with(rates(0.01, 0.01), x, y, steps),
        )
        .wrong(
            "halfway",
            "Your line is still on its way after the last step; choose a much larger rate.",
            |x, y, steps| fit_with(rates(0.001, 0.001), x, y, steps),
        )
        .wrong(
            "first_part",
            "Your line has come the first part of the way after the last step; choose a much \
             larger rate.",
            |x, y, steps| fit_with(rates(0.000_3, 0.000_3), x, y, steps),
        )
        .wrong(
            "hardly_moved",
            "Your line has hardly moved after the last step; your rate is a hundred times too \
             small, or more.",
            |x, y, steps| fit_with(rates(0.000_1, 0.000_1), x, y, steps),
        )
        .wrong(
            "slope_fixed",
            "Your slope never moves; it takes a step too, with its own gradient.",
            |x, y, steps| fit_with(rates(0.0, RATE), x, y, steps),
        )
        .wrong(
            "bias_fixed",
            "Your bias never moves; it takes a step too, with its own gradient.",
            |x, y, steps| fit_with(rates(RATE, 0.0), x, y, steps),
        )
        .wrong(
            "exchanged",
            "You returned the bias first; the slope comes first.",
            |x, y, steps| {
                let (slope, bias) = fit_with(RIGHT, x, y, steps);
                (bias, slope)
            },
        )
        .wrong(
            "accumulated",
            "You added the gradients of every step to those of the steps before, so the line \
             swings past its goal; start each step from gradients of zero.",
            |x, y, steps| fit_with(kept(true, true), x, y, steps),
        )
        .wrong(
            "slope_accumulated",
            "You added the gradient of the slope to that of the steps before; it has to start \
             each step from zero, as that of the bias does.",
            |x, y, steps| fit_with(kept(true, false), x, y, steps),
        )
        .wrong(
            "bias_accumulated",
            "You added the gradient of the bias to that of the steps before; it has to start \
             each step from zero, as that of the slope does.",
            |x, y, steps| fit_with(kept(false, true), x, y, steps),
        )
        .run()
}
