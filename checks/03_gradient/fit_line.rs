//! How `fit_line` is checked.

#[path = "../../solutions/03_gradient/fit_line.rs"]
#[expect(dead_code, reason = "a check has a `main` of its own")]
mod solution;
use gradlings::prelude::*;
use gradlings::values::Wire;
use solution::fit_line;

type Inputs = (Vector, Vector, usize);
/// One number for the slope and one for the bias.
type Pair = (f32, f32);

const RATES: Pair = (0.1, 0.1);
const NOTHING: Pair = (0.0, 0.0);

/// The loop, in which a share `kept` of each gradient is added to that of the next step.
fn fit_with(rates: Pair, kept: Pair, x: Vector, y: Vector, steps: usize) -> Pair {
    let (mut slope, mut bias, mut of_slope, mut of_bias) = (0.0, 0.0, 0.0, 0.0);
    for step in 0..steps {
        let error = x.clone() * slope + bias - y.clone();
        report::metric("loss", step, error.clone().square().mean().array());
        of_slope = kept.0 * of_slope + (error.clone() * x.clone()).mean().array() * 2.0;
        of_bias = kept.1 * of_bias + error.mean().array() * 2.0;
        (slope, bias) = (slope - rates.0 * of_slope, bias - rates.1 * of_bias);
    }
    (slope, bias)
}

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

/// What is wrong with slope and bias after one step. Any learning rate is right, so it is their direction that counts.
fn is_a_step(inputs: &[Value], parts: &[Value]) -> Option<String> {
    let vector = |at: usize| Vector::from_value(inputs.get(at)?.clone()).ok();
    let number = |at: usize| f32::from_value(parts.get(at)?.clone()).ok();
    let (Some(x), Some(y)) = (vector(0), vector(1)) else {
        return None;
    };
    let (Some(slope), Some(bias)) = (number(0), number(1)) else {
        return Some("Slope and bias have to be numbers.".to_owned());
    };
    // At slope 0 and bias 0 the error is -y, and downhill is the other way.
    let down_slope = (x.clone() * y.clone()).mean().array();
    let down_bias = y.clone().mean().array();
    let leads = |(slope, bias): Pair, (to_slope, to_bias): Pair, slack: f32| {
        let across = slope * to_bias - bias * to_slope;
        let along = slope * to_slope + bias * to_bias;
        along > 0.0 && across.abs() < slack * along
    };
    let down = (down_slope, down_bias);
    if leads((slope, bias), down, 0.01) {
        return None;
    }
    // What else it could be is told only where it fits to the last digits.
    let is = |yours: f32, other: f32| (yours - other).abs() < 1e-5 * other.abs();
    let along = |to: Pair| leads((slope, bias), to, 1e-4);
    let sign = |y: f32| f32::from(u8::from(y > 0.0)) - f32::from(u8::from(y < 0.0));
    let signs = y.as_vec().into_iter().map(sign).collect();
    let signs: Vector = device().tensor_from_vec(signs, *y.shape());
    let of_signs = (
        (x.clone() * signs.clone()).mean().array(),
        signs.mean().array(),
    );
    let sentence = if leads((bias, slope), down, 0.01) {
        "You returned the bias first; the slope comes first."
    } else if leads((-slope, -bias), down, 0.01) {
        "Your first step leads straight uphill; the rate times the gradient is subtracted."
    } else if slope == 0.0 || bias == 0.0 {
        "After one step, your slope or your bias is still 0; both move, each by its own gradient."
    } else if is(slope, bias) {
        "Your first step moves slope and bias equally far; each of them has a gradient of its own."
    } else if is(bias, 2.0 * down_bias) {
        "Your bias moves by its whole gradient; multiply that by the rate, as you do for the slope."
    } else if is(slope, 2.0 * down_slope) {
        "Your slope moves by its whole gradient; multiply that by the rate, as you do for the bias."
    } else if along((down_slope, x.clone().mean().array())) {
        "Your first step is that of a line which predicts x from y; predict y from x."
    } else if along(of_signs) {
        "Your first step follows the signs of the errors alone, as for absolute errors; square them."
    } else {
        "You were asked for one step, from slope 0 and bias 0, and it has to lead straight down the \
         gradient of the mean squared error; take as many steps as `steps` says."
    };
    Some(sentence.to_owned())
}

fn main() {
    Reference::of("fit_line", training(fit_line))
        .inputs(["x", "y", "steps"])
        .group("in one step")
        .parts(["slope", "bias"].map(|part| (part, property())))
        // The loss of the first step is that of slope 0 and bias 0, whatever the rate is.
        .series("loss")
        .follows(0.01)
        .inspect(is_a_step)
        .cases(4, |g, i| points(g, 6 + 2 * i, 0.5, 0.2, 1))
        .wrong(
            "formula",
            "You answer with the finished line although one step was asked for; take as many steps \
             down as you are told, from slope 0 and bias 0.",
            |x, y, _| fit_with(RATES, NOTHING, x, y, 300),
        )
        .wrong(
            "invented",
            "The loss that you report is not that of your line: report the mean squared error of each step, \
             before the line moves.",
            |x, y, steps| {
                let gradients = ((x * y.clone()).mean().array(), y.mean().array());
                for step in 0..steps {
                    report::metric("loss", step, 1.0 / (1.0 + step as f32));
                }
                (2.0 * RATES.0 * gradients.0, 2.0 * RATES.1 * gradients.1)
            },
        )
        .wrong(
            "summed",
            "You added up the squared errors; the loss is their mean, so that a rate is right \
             however many points there are.",
            |x, y, _| {
                let count = x.shape().0 as f32;
                report::metric("loss", 0, y.clone().square().sum().array());
                let gradients = ((x * y.clone()).mean().array(), y.mean().array());
                (0.2 * count * gradients.0, 0.2 * count * gradients.1)
            },
        )
        .group("in many steps")
        .parts(["slope", "bias"].map(|part| (part, within(0.002, 0.001))))
        .series("loss")
        .ends_low(1.5, 0.01)
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
            |x, y, steps| fit_with((1.0, 1.0), NOTHING, x, y, steps),
        )
        .wrong(
            "diverges_slowly",
            "Your loss grows instead of falling; look whether you subtract the gradient, and \
             choose a smaller rate if you do.",
            // Uphill, at a rate at which a short run stays finite.
            |x, y, steps| fit_with((-0.01, -0.01), NOTHING, x, y, steps),
        )
        .wrong(
            "nearly_there",
            "Your line is nearly there after the last step, but not quite; choose a larger rate.",
            |x, y, steps| fit_with((0.01, 0.01), NOTHING, x, y, steps),
        )
        .wrong(
            "halfway",
            "Your line is still on its way after the last step; choose a much larger rate.",
            |x, y, steps| fit_with((0.001, 0.001), NOTHING, x, y, steps),
        )
        .wrong(
            "most_of_the_way",
            "Your line has most of its way behind it after the last step, but is not there yet; choose a larger rate.",
            |x, y, steps| fit_with((0.003, 0.003), NOTHING, x, y, steps),
        )
        .wrong(
            "first_part",
            "Your line is still on its way after the last step; choose a much larger rate.",
            |x, y, steps| fit_with((0.000_3, 0.000_3), NOTHING, x, y, steps),
        )
        .wrong(
            "hardly_moved",
            "Your line has hardly moved; your rate is a hundred times too small, or more.",
            |x, y, steps| fit_with((0.000_1, 0.000_1), NOTHING, x, y, steps),
        )
        .wrong(
            "slope_fixed",
            "Your slope never moves; it takes a step too, with its own gradient.",
            |x, y, steps| fit_with((0.0, 0.1), NOTHING, x, y, steps),
        )
        .wrong(
            "bias_fixed",
            "Your bias never moves; it takes a step too, with its own gradient.",
            |x, y, steps| fit_with((0.1, 0.0), NOTHING, x, y, steps),
        )
        .wrong(
            "exchanged",
            "You returned the bias first; the slope comes first.",
            |x, y, steps| {
                let (slope, bias) = fit_line(x, y, steps);
                (bias, slope)
            },
        )
        .wrong(
            "accumulated",
            "You added the gradients of every step to those of the steps before, so the line \
             swings past its goal; start each step from gradients of zero.",
            |x, y, steps| fit_with(RATES, (1.0, 1.0), x, y, steps),
        )
        .wrong(
            "slope_accumulated",
            "You added the gradient of the slope to that of the steps before; it has to start \
             each step from zero, as that of the bias does.",
            |x, y, steps| fit_with(RATES, (1.0, 0.0), x, y, steps),
        )
        .wrong(
            "bias_accumulated",
            "You added the gradient of the bias to that of the steps before; it has to start \
             each step from zero, as that of the slope does.",
            |x, y, steps| fit_with(RATES, (0.0, 1.0), x, y, steps),
        )
        .run()
}
