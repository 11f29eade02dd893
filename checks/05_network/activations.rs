//! How `activations` is checked: value and slope of each function, at 0, where `exp` is infinite, and between. The tolerance
//! lets through slopes by central differences, and an `erf` in single precision; the nearest mistake, the GELU by a tanh,
//! is off by 4e-4.

#[path = "../../solutions/05_network/activations.rs"]
#[expect(dead_code, reason = "a check has a `main` of its own")]
mod solution;
use course::erf;
use gradlings::prelude::*;
use solution::{gelu, relu, sigmoid};
use std::f64::consts::PI;

const NAN_AT_LARGE: &str = "You divided by something made of `exp(x)`, which is infinite for a large x, and infinity \
                            divided by infinity is NaN; `exp(-x)` in the denominator alone is safe.";

const FALLS: &str = "Your slope below 0 is -1; there the value stays 0, so the slope is 0.";

/// A number between these two.
fn between(low: f64, high: f64) -> impl Fn(&mut Generator) -> (f64,) {
    move |g| (g.double(low..high),)
}

/// 1 above 0, else 0.
fn step(x: f64) -> f64 {
    if x > 0.0 { 1.0 } else { 0.0 }
}

/// How likely a number is below `x`.
fn below(x: f64) -> f64 {
    (1.0 + erf(x / 2_f64.sqrt())) / 2.0
}

/// The bell curve.
fn bell(x: f64) -> f64 {
    (-x * x / 2.0).exp() / (2.0 * PI).sqrt()
}

/// A GELU made of other functions than `below` and `bell`.
fn made_of(x: f64, below: impl Fn(f64) -> f64, bell: impl Fn(f64) -> f64) -> (f64, f64) {
    (x * below(x), below(x) + x * bell(x))
}

/// `x` times the sigmoid of `steep * x`, and its slope.
fn by_sigmoid(x: f64, steep: f64) -> (f64, f64) {
    let (s, slope) = sigmoid(steep * x);
    (x * s, s + x * steep * slope)
}

/// The tanh that takes the place of `erf` in an approximation.
fn tanh_for_erf(x: f64) -> f64 {
    ((2.0 / PI).sqrt() * (x + 0.044715 * x.powi(3))).tanh()
}

/// The GELU by a tanh, and its slope.
fn by_tanh(x: f64) -> (f64, f64) {
    let factor = (2.0 / PI).sqrt();
    let t = tanh_for_erf(x);
    let inner = factor * (1.0 + 3.0 * 0.044715 * x * x);
    (
        x * (1.0 + t) / 2.0,
        (1.0 + t) / 2.0 + x * (1.0 - t * t) * inner / 2.0,
    )
}

fn main() {
    Reference::of("relu", function(relu))
        .inputs(["x"])
        .parts([("value", within(1e-6, 1e-6)), ("slope", within(1e-6, 1e-6))])
        .case("the example of the lesson, above 0", |_| (3.0,))
        .case("the example of the lesson, below 0", |_| (-3.0,))
        .case("exactly 0", |_| (0.0,))
        .case("a little above 0", |_| (1e-3,))
        .case("a little below 0", |_| (-1e-3,))
        .case("in the thousands", |_| (5000.0,))
        .cases(4, |g, _| between(0.3, 4.0)(g))
        .cases(4, |g, _| between(-4.0, -0.3)(g))
        .wrong(
            "slope 1 at 0",
            "Your slope at 0 is 1; there is a kink, and the lesson chooses 0.",
            |x| (x.max(0.0), if x >= 0.0 { 1.0 } else { 0.0 }),
        )
        .wrong(
            "slope 1/2 at 0",
            "Your slope at 0 is 1/2; there is a kink, and the lesson chooses 0.",
            |x| (x.max(0.0), (1.0 + x.signum() * f64::from(x != 0.0)) / 2.0),
        )
        .wrong(
            "divided by x",
            "You divided by x, and at 0 that gives NaN; compare x with 0 instead.",
            |x| (x.max(0.0), x.max(0.0) / x),
        )
        .wrong(
            "value as slope",
            "Your slope is the value once more; above 0 the value rises as fast as x, so the slope is 1.",
            |x| (x.max(0.0), x.max(0.0)),
        )
        .wrong(
            "exchanged",
            "You returned the slope first and the value second; it is the other way round.",
            |x| (step(x), x.max(0.0)),
        )
        .wrong(
            "step as value",
            "Your value above 0 is 1; it is x itself, and 1 is the slope.",
            |x| (step(x), step(x)),
        )
        .wrong("slope -1 below 0", FALLS, |x| {
            (x.max(0.0), if x > 0.0 { 1.0 } else { -1.0 })
        })
        .wrong(
            "slope 1 everywhere",
            "Your slope is 1 below 0 too; there the value stays 0, so the slope is 0.",
            |x| (x.max(0.0), 1.0),
        )
        .wrong(
            "absolute value",
            "You took the absolute value; a negative x becomes 0.",
            |x| (x.abs(), x.signum() * f64::from(x != 0.0)),
        )
        .wrong(
            "slope of the absolute value",
            "Your slope below 0 is -1; there the value stays 0, so the slope is 0.",
            |x| (x.max(0.0), x.signum() * f64::from(x != 0.0)),
        )
        .wrong(
            "absolute value, by signum",
            "You took the absolute value; a negative x becomes 0.",
            |x| (x.abs(), x.signum()),
        )
        .wrong(
            "signum as slope",
            "Your slope is the sign of x; below 0 the slope of the ReLU is 0 and not -1.",
            |x| (x.max(0.0), x.signum()),
        )
        .wrong(
            "cut off at 6",
            "You cut the value off at 6, as ReLU6 does; the ReLU has no upper end.",
            |x| (x.clamp(0.0, 6.0), if x > 0.0 && x < 6.0 { 1.0 } else { 0.0 }),
        )
        .wrong(
            "the smaller one",
            "You kept what is negative; the larger of x and 0 keeps what is positive.",
            |x| (x.min(0.0), step(-x)),
        )
        .wrong(
            "leaky",
            "You let a hundredth through below 0, as a leaky ReLU does; here the value and the slope are 0.",
            |x| (x.max(0.01 * x), if x > 0.0 { 1.0 } else { 0.01 }),
        )
        .and("sigmoid", function(sigmoid))
        .inputs(["x"])
        .parts([("value", within(1e-6, 1e-6)), ("slope", within(1e-6, 1e-6))])
        .case("the example of the lesson", |_| (3_f64.ln(),))
        .case("exactly 0", |_| (0.0,))
        .case("far above 0", |_| (1000.0,))
        .case("far below 0", |_| (-1000.0,))
        .case("above 0, but less far", |_| (400.0,))
        .case("below 0, but less far", |_| (-400.0,))
        .cases(5, |g, _| between(0.3, 4.0)(g))
        .cases(5, |g, _| between(-4.0, -0.3)(g))
        .wrong(
            "sign",
            "You took `exp(x)`, so that your sigmoid falls; it is `exp(-x)` in the formula.",
            |x| (sigmoid(-x).0, sigmoid(x).1),
        )
        .wrong(
            "twice as steep",
            "You took the sigmoid of 2 x, or the tanh of x where its half is due: sigmoid(x) is (1 + tanh(x / 2)) / 2.",
            |x| {
                let s = sigmoid(2.0 * x).0;
                (s, s * (1.0 - s))
            },
        )
        .wrong(
            "slope times x",
            "You multiplied the slope by x; it is s * (1 - s).",
            |x| (sigmoid(x).0, x * sigmoid(x).1),
        )
        .wrong(
            "slope at the value",
            "You took the slope at s, a sigmoid of the sigmoid; s * (1 - s) is made of s itself.",
            |x| (sigmoid(x).0, sigmoid(sigmoid(x).0).1),
        )
        .wrong(
            "slope made of x",
            "Your slope is x * (1 - x); it is s * (1 - s), made of the value s.",
            |x| (sigmoid(x).0, x * (1.0 - x)),
        )
        .wrong(
            "value as slope",
            "Your slope is the value once more; multiply it by 1 - s.",
            |x| (sigmoid(x).0, sigmoid(x).0),
        )
        .wrong(
            "half of the slope",
            "Your slope is 1 - s; multiply it by s.",
            |x| (sigmoid(x).0, 1.0 - sigmoid(x).0),
        )
        .wrong(
            "slope below 0",
            "Your slope has the other sign; the sigmoid rises everywhere, so it is above 0.",
            |x| (sigmoid(x).0, -sigmoid(x).1),
        )
        .wrong(
            "plus for minus",
            "Your slope is s * (1 + s); it is s * (1 - s).",
            |x| (sigmoid(x).0, sigmoid(x).0 * (1.0 + sigmoid(x).0)),
        )
        .wrong(
            "square of the value",
            "Your slope is s * s, the square of the value; it is s * (1 - s).",
            |x| {
                let (s, _) = sigmoid(x);
                (s, s * s)
            },
        )
        .wrong(
            "slope of the tanh",
            "Your slope is 1 - s * s, that of the tanh; that of the sigmoid is s * (1 - s).",
            |x| (sigmoid(x).0, 1.0 - sigmoid(x).0.powi(2)),
        )
        .wrong(
            "tanh",
            "You took the tanh, which goes from -1 to 1; the sigmoid goes from 0 to 1.",
            |x| (x.tanh(), 1.0 - x.tanh().powi(2)),
        )
        .wrong(
            "exchanged",
            "You returned the slope first and the value second; it is the other way round.",
            |x| (sigmoid(x).1, sigmoid(x).0),
        )
        .wrong(
            "infinity divided by infinity",
            NAN_AT_LARGE,
            |x| {
                let s = x.exp() / (1.0 + x.exp());
                (s, s * (1.0 - s))
            },
        )
        .wrong(
            "infinity divided by infinity in the slope",
            "Your slope is made of `exp(-x)` above and below the line, and far below 0 infinity divided by \
             infinity is NaN; s * (1 - s) is safe.",
            |x| (sigmoid(x).0, (-x).exp() / (1.0 + (-x).exp()).powi(2)),
        )
        .wrong(
            "infinity divided by infinity in the slope, the other way",
            NAN_AT_LARGE,
            |x| (sigmoid(x).0, x.exp() / (1.0 + x.exp()).powi(2)),
        )
        .and("gelu", function(gelu))
        .inputs(["x"])
        .parts([("value", within(1e-6, 1e-6)), ("slope", within(1e-6, 1e-6))])
        .case("the example of the lesson, above 0", |_| (1.0,))
        .case("the example of the lesson, below 0", |_| (-1.0,))
        .case("exactly 0", |_| (0.0,))
        .case("where it is lowest", |_| (-0.75,))
        .case("far above 0", |_| (300.0,))
        .case("far below 0", |_| (-300.0,))
        .case("where approximations are off", |_| (2.3,))
        .cases(6, |g, _| between(0.3, 3.0)(g))
        .cases(6, |g, _| between(-3.0, -0.3)(g))
        .wrong(
            "by a tanh",
            "You took the approximation by a tanh, with the constant 0.044715; the exact GELU is made of \
             `erf`.",
            by_tanh,
        )
        .wrong(
            "value by a tanh",
            "Your value is the approximation by a tanh, with the constant 0.044715; the exact GELU is made \
             of `erf`.",
            |x| (by_tanh(x).0, gelu(x).1),
        )
        .wrong(
            "Phi by a tanh",
            "Your `Phi(x)` is the approximation by a tanh, with the constant 0.044715; the exact one is made of \
             `erf`.",
            |x| made_of(x, |x| (1.0 + tanh_for_erf(x)) / 2.0, bell),
        )
        .wrong(
            "by a sigmoid",
            "You took the approximation by a sigmoid of 1.702 x; the exact GELU is made of `erf`.",
            |x| by_sigmoid(x, 1.702),
        )
        .wrong(
            "Phi by a sigmoid",
            "Your `Phi(x)` is the approximation by a sigmoid of 1.702 x; the exact one is made of `erf`.",
            |x| made_of(x, |x| sigmoid(1.702 * x).0, bell),
        )
        .wrong(
            "SiLU",
            "You multiplied x by its sigmoid, which is called SiLU; GELU multiplies it by `Phi(x)`.",
            |x| by_sigmoid(x, 1.0),
        )
        .wrong(
            "root forgotten",
            "You took `erf` of x as it is; divide x by the root of 2 first.",
            |x| made_of(x, |x| (1.0 + erf(x)) / 2.0, bell),
        )
        .wrong(
            "divided by 2 for the root",
            "You took `erf` of x / 2; divide x by the root of 2.",
            |x| made_of(x, |x| (1.0 + erf(x / 2.0)) / 2.0, bell),
        )
        .wrong(
            "multiplied by the root",
            "You multiplied x by the root of 2; divide it.",
            |x| made_of(x, |x| (1.0 + erf(x * 2_f64.sqrt())) / 2.0, bell),
        )
        .wrong(
            "half forgotten",
            "Your `Phi(x)` goes up to 2; a probability ends at 1, so divide `1 + erf(...)` by 2.",
            |x| made_of(x, |x| 2.0 * below(x), bell),
        )
        .wrong(
            "one forgotten",
            "Your `Phi(x)` is half of `erf`, which may be negative; add 1 before you divide.",
            |x| made_of(x, |x| below(x) - 0.5, bell),
        )
        .wrong(
            "erf for Phi",
            "You took `erf` itself for `Phi`; add 1 to it, and divide by 2.",
            |x| made_of(x, |x| 2.0 * below(x) - 1.0, bell),
        )
        .wrong(
            "factor forgotten",
            "You returned `Phi(x)` and its slope; GELU is x times that.",
            |x| (below(x), bell(x)),
        )
        .wrong(
            "factor forgotten in the value",
            "Your value is `Phi(x)`; multiply it by x.",
            |x| (below(x), gelu(x).1),
        )
        .wrong(
            "slope without its second part",
            "Your slope is `Phi(x)` alone; `Phi(x)` rises with x as well, so add x * phi(x).",
            |x| (gelu(x).0, below(x)),
        )
        .wrong(
            "slope without its first part",
            "Your slope is x * phi(x) alone; the factor x rises as well, so add `Phi(x)`.",
            |x| (gelu(x).0, x * bell(x)),
        )
        .wrong(
            "slope of the factors",
            "Your slope is `phi(x)`, that of `Phi` alone; for a product it is Phi(x) + x * phi(x).",
            |x| (gelu(x).0, bell(x)),
        )
        .wrong(
            "bell without x",
            "You added `phi(x)` as it is; in the slope it is multiplied by x.",
            |x| (gelu(x).0, below(x) + bell(x)),
        )
        .wrong(
            "Phi times x in the slope",
            "Your slope is x * Phi(x) + x * phi(x); the slope of the factor x is 1, so `Phi(x)` stands there alone.",
            |x| (gelu(x).0, x * below(x) + x * bell(x)),
        )
        .wrong(
            "Phi and phi exchanged",
            "You exchanged the two in the slope; it is Phi(x) + x * phi(x).",
            |x| (gelu(x).0, bell(x) + x * below(x)),
        )
        .wrong(
            "0 below 0",
            "You return 0 below 0, as the ReLU does; GELU lets a little through there.",
            |x| if x > 0.0 { gelu(x) } else { (0.0, 0.0) },
        )
        .wrong(
            "minus in the slope",
            "You subtracted x * phi(x) in the slope; it is added.",
            |x| (gelu(x).0, below(x) - x * bell(x)),
        )
        .wrong(
            "bell too high",
            "Your `phi(x)` is 1 at 0; divide it by the root of 2 pi.",
            |x| made_of(x, below, |x| (-x * x / 2.0).exp()),
        )
        .wrong(
            "bell divided by 2 pi",
            "You divided by 2 pi in `phi(x)`; divide by its root.",
            |x| made_of(x, below, |x| (-x * x / 2.0).exp() / (2.0 * PI)),
        )
        .wrong(
            "bell divided by the root of pi",
            "Your `phi(x)` is too large by a factor of sqrt(2); it is divided by the root of 2 pi, not by that of \
             pi.",
            |x| made_of(x, below, |x| (-x * x / 2.0).exp() / PI.sqrt()),
        )
        .wrong(
            "bell divided by the root of 2 times pi",
            "You took the root of 2 alone and multiplied it by pi; in `phi(x)`, the root is taken of 2 pi.",
            |x| made_of(x, below, |x| (-x * x / 2.0).exp() / (2_f64.sqrt() * PI)),
        )
        .wrong(
            "bell multiplied by pi",
            "Your `phi(x)` is divided by the root of 2 and multiplied by pi; divide by the root of 2 pi, in \
             parentheses.",
            |x| made_of(x, below, |x| (-x * x / 2.0).exp() / 2_f64.sqrt() * PI),
        )
        .wrong(
            "bell too narrow",
            "You took `exp` of -x * x in `phi(x)`; halve it first, -x * x / 2.",
            |x| made_of(x, below, |x| (-x * x).exp() / (2.0 * PI).sqrt()),
        )
        .wrong(
            "bell upside down",
            "Your `phi(x)` grows with the distance from 0; the exponent has a minus, -x * x / 2.",
            |x| made_of(x, below, |x| (x * x / 2.0).exp() / (2.0 * PI).sqrt()),
        )
        .wrong(
            "exchanged",
            "You returned the slope first and the value second; it is the other way round.",
            |x| (gelu(x).1, gelu(x).0),
        )
        .run()
}
