//! How `bf16`, `f16` and `mixed` are checked: at the edges by name, and halfway between many neighbours.

#[path = "../../solutions/13_scale/half.rs"]
#[expect(dead_code, reason = "a check has a `main` of its own")]
mod solution;
use gradlings::prelude::*;
use solution::{bf16, f16, mixed};

type OfTraining = (Vec<f32>, Vec<Vec<f32>>, f32, f32);

const TRUNCATED: &str = "You cut the bits off that do not fit; round to the nearest neighbour.";
const TIES: &str = "You round halves away from zero; a number halfway goes to the neighbour with an even number of steps, \
                    so use `round_ties_even`.";
const TIES_DOWN: &str = "You round halves toward zero; a number halfway goes to the neighbour with an even number of steps.";
const UP: &str = "You always take the neighbour that is farther from zero; take the nearer one.";
const FLOOR: &str = "You always take the lower neighbour, which for a negative number is the one farther from zero; take \
                     the nearer one.";
const FLUSHED: &str = "Numbers below `2^least` become 0; there the step stays at its smallest, so count in such steps.";
const SATURATED: &str =
    "Where the result is too large, you return the largest number; hardware gives an infinity.";
const FEWER: &str =
    "Your numbers have one bit less than the format; its digits are those after the point.";
const MORE: &str =
    "Your numbers have one bit more than the format; its digits are those after the point.";
const EXCHANGED: &str = "You rounded to the other format; `bf16` has 7 digits, `f16` has 10.";
/// How a number of steps becomes a whole one.
type Whole = fn(f64) -> f64;

/// The reference's rounding with something else in it.
#[derive(Clone, Copy)]
struct Slips {
    digits: i32,
    least: i32,
    whole: Whole,
}

const TO_BF16: Slips = Slips {
    digits: 7,
    least: -126,
    whole: f64::round_ties_even,
};
const TO_F16: Slips = Slips {
    digits: 10,
    least: -14,
    ..TO_BF16
};

fn rounded(slips: Slips, x: f32) -> f32 {
    let exponent = (x.to_bits() >> 23 & 255) as i32 - 127;
    let step = 2_f64.powi(exponent.max(slips.least) - slips.digits);
    ((slips.whole)(f64::from(x) / step) * step) as f32
}

/// What is too large for `f16` becomes infinite.
fn limited(x: f32) -> f32 {
    match x.abs() > 65504.0 {
        true => x.signum() * f32::INFINITY,
        false => x,
    }
}

fn ties_down(steps: f64) -> f64 {
    (steps.abs() - 0.5).ceil().max(0.0) * steps.signum()
}

fn away(steps: f64) -> f64 {
    steps.abs().ceil() * steps.signum()
}

fn flushed(x: f32, least: f32, result: f32) -> f32 {
    if x.abs() < least { 0.0 * x } else { result }
}

/// A number halfway between two neighbours of a format, moved by so many of its own bits. `digits` of 23 are kept.
fn halfway(
    g: &mut Generator,
    digits: u32,
    exponents: std::ops::Range<usize>,
    moved: i32,
) -> (f32,) {
    let kept = (g.integer(0..1 << digits) as u32) << (23 - digits);
    let half = 1 << (22 - digits);
    let exponent = (g.integer(exponents) as u32) << 23;
    let sign = (g.integer(0..2) as u32) << 31;
    let bits = (sign | exponent | kept | half).wrapping_add_signed(moved);
    (f32::from_bits(bits),)
}

/// The same halfway between two subnormal numbers of `f16`.
fn halfway_below(g: &mut Generator, moved: i32) -> (f32,) {
    let steps = g.integer(0..1023) as f32 + 0.5;
    let x = steps * 2_f32.powi(-24);
    (f32::from_bits(x.to_bits().wrapping_add_signed(moved)),)
}

/// `2^power`.
fn two(power: i32) -> f32 {
    2_f64.powi(power) as f32
}

/// Weights near 1, gradients of many sizes, a scale that is a power of two. `large` is the exponent of the largest scaled
/// gradient.
fn training(g: &mut Generator, rows: usize, weights: usize, scale: i32, large: i32) -> OfTraining {
    let mut gradient = |at: usize| {
        let size = large - scale - (3 * at as i32) % 14;
        g.number(-1.0..1.0) * two(size)
    };
    let gradients = (0..rows).map(|row| (0..weights).map(|at| gradient(row + at)).collect());
    let gradients = gradients.collect();
    // A step of about a hundredth.
    let rate = 0.01 * two(scale - large);
    (g.numbers(weights), gradients, two(scale), rate)
}

/// `mixed` with something else in it.
#[derive(Clone, Copy)]
struct Steps {
    /// What the backward pass computes, of a gradient and the scale.
    computed: fn(f32, f32) -> f32,
    /// What the weight becomes, of itself, the rate, what was computed and the scale.
    moved: fn(f32, f32, f32, f32) -> f32,
    /// Whether a whole row is left out where something in it overflows, and what the scale becomes then.
    skips: bool,
    overflown: fn(f32) -> f32,
    /// Whether it is over then.
    ends: bool,
}

const RIGHT: Steps = Steps {
    computed: |gradient, scale| f16(scale * gradient),
    moved: |weight, rate, number, scale| weight - rate * number / scale,
    skips: true,
    overflown: |scale| scale / 2.0,
    ends: false,
};

fn stepped(steps: Steps, (mut weights, gradients, mut scale, rate): OfTraining) -> (Vec<f32>, f32) {
    for row in gradients {
        let computed = row
            .iter()
            .map(|&gradient| (steps.computed)(gradient, scale));
        let computed = Vec::from_iter(computed);
        if computed.iter().any(|number| !number.is_finite()) {
            if steps.skips {
                scale = (steps.overflown)(scale);
                if steps.ends {
                    break;
                }
                continue;
            }
            let used = scale;
            scale = (steps.overflown)(scale);
            for (weight, &number) in weights.iter_mut().zip(&computed) {
                if number.is_finite() {
                    *weight = (steps.moved)(*weight, rate, number, used);
                }
            }
            continue;
        }
        for (weight, &number) in weights.iter_mut().zip(&computed) {
            *weight = (steps.moved)(*weight, rate, number, scale);
        }
    }
    (weights, scale)
}

fn main() {
    Reference::of("bf16", function(bf16))
        .inputs(["x"])
        .parts([("number", exact())])
        .case("zero", |_| (0.0,))
        .case("a number that it holds", |_| (1.0 + two(-7),))
        .case("a third", |_| (1.0 / 3.0,))
        .case("a negative number", |_| (-1.0 / 3.0,))
        .case("halfway, the even neighbour below", |_| (1.0 + two(-8),))
        .case("halfway, the even neighbour above", |_| (1.0 + 3.0 * two(-8),))
        .case("halfway, negative", |_| (-1.0 - two(-8),))
        .case("a little more than halfway", |_| (1.0 + two(-8) + two(-20),))
        .case("a little less than halfway", |_| (1.0 + 3.0 * two(-8) - two(-20),))
        .case("up to the next power of two", |_| (1.9999,))
        .case("beyond the range of f16", |_| (1.234e6,))
        .case("small, but not subnormal", |_| (1.234e-30,))
        .case("the largest f32", |_| (f32::MAX,))
        .case("the largest that it holds, negative", |_| (-f32::from_bits(0x7f7f_0000),))
        .case("subnormal", |_| (1.234e-39,))
        .case("subnormal, halfway", |_| (two(-133) * 2.5,))
        .case("half of the smallest number", |_| (two(-134),))
        .case("the smallest f32", |_| (two(-149),))
        .case("infinity", |_| (f32::INFINITY,))
        .case("minus infinity", |_| (f32::NEG_INFINITY,))
        .case("NaN", |_| (f32::NAN,))
        .case("NaN with its lowest bit alone", |_| (f32::from_bits(0x7f80_0001),))
        .case("NaN with all bits", |_| (f32::from_bits(0x7fff_ffff),))
        .cases(12, |g, i| halfway(g, 7, 1..254, i as i32 % 3 - 1))
        .cases(8, |g, _| (g.number(-9.0..9.0),))
        .wrong("truncated", TRUNCATED, |x| rounded(Slips { whole: f64::trunc, ..TO_BF16 }, x))
        .wrong("ties away", TIES, |x| rounded(Slips { whole: f64::round, ..TO_BF16 }, x))
        .wrong("ties down", TIES_DOWN, |x| rounded(Slips { whole: ties_down, ..TO_BF16 }, x))
        .wrong("away from zero", UP, |x| rounded(Slips { whole: away, ..TO_BF16 }, x))
        .wrong("down", FLOOR, |x| rounded(Slips { whole: f64::floor, ..TO_BF16 }, x))
        .wrong("flushed", FLUSHED, |x| flushed(x, two(-126), bf16(x)))
        .wrong("saturated", SATURATED, |x| match x.is_finite() {
            true => bf16(x).clamp(-f32::from_bits(0x7f7f_0000), f32::from_bits(0x7f7f_0000)),
            false => x,
        })
        .wrong("one digit less", FEWER, |x| rounded(Slips { digits: 6, ..TO_BF16 }, x))
        .wrong("one digit more", MORE, |x| rounded(Slips { digits: 8, ..TO_BF16 }, x))
        .wrong("the other format", EXCHANGED, f16)
        .wrong("digits of the other format", "Your numbers have 10 digits, those of `f16`; `bf16` has 7.", |x| {
            rounded(Slips { digits: 10, ..TO_BF16 }, x)
        })
        .wrong(
            "bits of NaN",
            "You round the bits of NaN as if it were a number, and some NaN become infinite or lose their sign; let NaN \
             pass as it is.",
            |x| {
                let bits = x.to_bits();
                let up = 0x7fff + (bits >> 16 & 1);
                f32::from_bits(bits.wrapping_add(up) & 0xffff_0000)
            },
        )
        .wrong(
            "bits, truncated",
            "You cut the lower 16 bits off, which does not round, and makes an infinity of some NaN; round to the nearest, \
             and let NaN pass.",
            |x| f32::from_bits(x.to_bits() & 0xffff_0000),
        )
        .wrong(
            "bits, ties away",
            "You add half a step to the bits and cut, which rounds every half away from zero and makes another number of \
             some NaN; halves go to even, and NaN passes.",
            |x| f32::from_bits(x.to_bits().wrapping_add(0x8000) & 0xffff_0000),
        )
        .and("f16", function(f16))
        .inputs(["x"])
        .parts([("number", exact())])
        .case("zero", |_| (0.0,))
        .case("a tenth, the example of the lesson", |_| (0.1,))
        .case("a negative number", |_| (-0.1,))
        .case("halfway, the even neighbour below", |_| (1.0 + two(-11),))
        .case("halfway, the even neighbour above", |_| (1.0 + 3.0 * two(-11),))
        .case("a little more than halfway", |_| (1.0 + two(-11) + two(-20),))
        .case("a little less than halfway", |_| (1.0 + 3.0 * two(-11) - two(-20),))
        .case("halfway, negative", |_| (-1.0 - two(-11),))
        .case("a power of two", |_| (1024.0,))
        .case("up to the next power of two", |_| (2047.9,))
        .case("the largest number", |_| (65504.0,))
        .case("a little too large, rounded down", |_| (65519.0,))
        .case("halfway to what would be the next", |_| (65520.0,))
        .case("far too large", |_| (1e6,))
        .case("far too large, negative", |_| (-1e9,))
        .case("the smallest number that is not subnormal", |_| (two(-14),))
        .case("subnormal", |_| (1.234e-5,))
        .case("subnormal, halfway", |_| (two(-24) * 2.5,))
        .case("half of the smallest number", |_| (two(-25),))
        .case("a little more than half of it", |_| (two(-25) * 1.001,))
        .case("far too small", |_| (1e-12,))
        .case("infinity", |_| (f32::INFINITY,))
        .case("minus infinity", |_| (f32::NEG_INFINITY,))
        .case("NaN", |_| (f32::NAN,))
        .cases(12, |g, i| halfway(g, 10, 113..142, i as i32 % 3 - 1))
        .cases(9, |g, i| halfway_below(g, i as i32 % 3 - 1))
        .cases(8, |g, _| (g.number(-9.0..9.0),))
        .wrong("truncated", TRUNCATED, |x| limited(rounded(Slips { whole: f64::trunc, ..TO_F16 }, x)))
        .wrong("ties away", TIES, |x| limited(rounded(Slips { whole: f64::round, ..TO_F16 }, x)))
        .wrong("ties down", TIES_DOWN, |x| limited(rounded(Slips { whole: ties_down, ..TO_F16 }, x)))
        .wrong("away from zero", UP, |x| limited(rounded(Slips { whole: away, ..TO_F16 }, x)))
        .wrong("down", FLOOR, |x| limited(rounded(Slips { whole: f64::floor, ..TO_F16 }, x)))
        .wrong("flushed", FLUSHED, |x| flushed(x, two(-14), f16(x)))
        .wrong("saturated", SATURATED, |x| match x.is_finite() {
            true => f16(x).clamp(-65504.0, 65504.0),
            false => x,
        })
        .wrong("one digit less", FEWER, |x| limited(rounded(Slips { digits: 9, ..TO_F16 }, x)))
        .wrong("one digit more", MORE, |x| limited(rounded(Slips { digits: 11, ..TO_F16 }, x)))
        .wrong("the other format", EXCHANGED, bf16)
        .wrong(
            "range of f32",
            "Your numbers have the right digits and the range of an `f32`; `f16` ends at 65504, and its steps stay the \
             same below `2^-14`.",
            |x| rounded(Slips { least: -126, ..TO_F16 }, x),
        )
        .wrong(
            "no upper end",
            "Numbers above 65504 stay as they are; what rounds to more than that is an infinity.",
            |x| rounded(TO_F16, x),
        )
        .wrong(
            "no lower end",
            "Below `2^-14` your steps go on shrinking; they stay at `2^-24`.",
            |x| limited(rounded(Slips { least: -126, ..TO_F16 }, x)),
        )
        .wrong(
            "infinite too early",
            "You ask whether the number is too large before you round it: 65519 is nearer to 65504 than to the next step. \
             Round first.",
            |x| limited(match x.abs() > 65504.0 {
                true => x,
                false => f16(x),
            }),
        )
        .and("mixed", function(mixed))
        .inputs(["weights", "gradients", "scale", "rate"])
        .parts([("weights", close()), ("scale", exact())])
        .case("the example of the lesson", |_| (vec![1.0], vec![vec![100.0]; 2], 1024.0, 0.001))
        .case("no step", |g| (g.numbers(3), vec![], 8.0, 0.1))
        .case("one step", |g| training(g, 1, 3, 10, 8))
        .case("gradients that would be lost without a scale", |g| training(g, 3, 4, 24, -2))
        .case("steps too small for a weight of 16 bits", |_| {
            (vec![1.0, -2.0], vec![vec![1.0, 3.0]; 20], 16.0, 1e-4)
        })
        .case("an overflow in one of three numbers", |_| {
            let rows = vec![vec![1.0, 90.0, -2.0], vec![1.0, 30.0, -2.0]];
            (vec![0.5, 0.25, -1.0], rows, 1024.0, 0.01)
        })
        .case("two overflows, one after the other", |_| {
            (vec![1.0, 2.0], vec![vec![200.0, -1.0]; 4], 1024.0, 0.001)
        })
        .case("NaN from the beginning", |_| {
            (vec![1.0, 2.0], vec![vec![0.5, f32::NAN], vec![0.5, 1.0]], 64.0, 0.1)
        })
        .cases(10, |g, i| training(g, 4 + i, 2 + i % 4, 6 + i as i32, 15))
        .wrong(
            "weights in half",
            "You round the weights to 16 bits after every step, and small steps are lost; keep the master weights as \
             `f32`.",
            |weights, gradients, scale, rate| {
                let moved = |weight, rate, number, scale| f16((RIGHT.moved)(weight, rate, number, scale));
                stepped(Steps { moved, ..RIGHT }, (weights, gradients, scale, rate))
            },
        )
        .wrong(
            "step in half",
            "You round the step itself to 16 bits; what the backward pass computes is rounded, and the rest is done in \
             `f32`.",
            |weights, gradients, scale, rate| {
                let moved = |weight, rate, number, scale| weight - f16(rate * number / scale);
                stepped(Steps { moved, ..RIGHT }, (weights, gradients, scale, rate))
            },
        )
        .wrong(
            "scale not taken out",
            "You take the step with the scaled gradient; divide it by `scale` first.",
            |weights, gradients, scale, rate| {
                let moved = |weight, rate, number, _| weight - rate * number;
                stepped(Steps { moved, ..RIGHT }, (weights, gradients, scale, rate))
            },
        )
        .wrong(
            "overflow not skipped",
            "You take a step with infinities, and the weights are lost for good; where a number of the row is not finite, \
             leave the whole step out.",
            |mut weights, gradients, scale, rate| {
                for row in gradients {
                    for (weight, gradient) in weights.iter_mut().zip(row) {
                        *weight -= rate * f16(scale * gradient) / scale;
                    }
                }
                (weights, scale)
            },
        )
        .wrong(
            "overflow not skipped, scale halved",
            "You halve the scale after an overflow, but take the step with infinities all the same; leave it out.",
            |mut weights, gradients, mut scale, rate| {
                for row in gradients {
                    let used = scale;
                    for (weight, gradient) in weights.iter_mut().zip(row) {
                        let number = f16(used * gradient);
                        if !number.is_finite() {
                            scale = used / 2.0;
                        }
                        *weight -= rate * number / used;
                    }
                }
                (weights, scale)
            },
        )
        .wrong(
            "one number left out",
            "You leave out the numbers that are not finite and move the other weights; leave out the whole step.",
            |weights, gradients, scale, rate| {
                stepped(Steps { skips: false, ..RIGHT }, (weights, gradients, scale, rate))
            },
        )
        .wrong(
            "scale kept",
            "You leave a step out and keep the scale, so the next one overflows as well; halve it.",
            |weights, gradients, scale, rate| {
                stepped(Steps { overflown: |scale| scale, ..RIGHT }, (weights, gradients, scale, rate))
            },
        )
        .wrong(
            "scale doubled",
            "You double the scale after an overflow; halve it, so that the next gradients fit.",
            |weights, gradients, scale, rate| {
                stepped(Steps { overflown: |scale| 2.0 * scale, ..RIGHT }, (weights, gradients, scale, rate))
            },
        )
        .wrong(
            "ends",
            "You end at the first overflow; go on with the next row, and half the scale.",
            |weights, gradients, scale, rate| {
                stepped(Steps { ends: true, ..RIGHT }, (weights, gradients, scale, rate))
            },
        )
        .wrong(
            "tried again",
            "You try the row that overflowed again with half the scale; it is left out, and the next one comes.",
            |weights, gradients, scale, rate| {
                let (mut weights, mut scale) = (weights, scale);
                for row in gradients {
                    // What is not finite at any scale is left out in the end.
                    for _ in 0..40 {
                        let before = scale;
                        let one = (weights.clone(), vec![row.clone()], scale, rate);
                        (weights, scale) = stepped(RIGHT, one);
                        if scale == before {
                            break;
                        }
                    }
                }
                (weights, scale)
            },
        )
        .wrong(
            "scaled after rounding",
            "Your gradients are rounded to 16 bits without the scale, where the small ones are lost; round `scale * gradient`, \
             and divide in `f32`.",
            |weights, gradients, scale, rate| {
                let computed = |gradient, scale| f16(scale * f16(gradient));
                stepped(Steps { computed, ..RIGHT }, (weights, gradients, scale, rate))
            },
        )
        .wrong(
            "never rounded",
            "You compute in `f32` all the way; what the backward pass computes is rounded to `f16`.",
            |weights, gradients, scale, rate| {
                let computed = |gradient: f32, scale: f32| scale * gradient;
                stepped(Steps { computed, ..RIGHT }, (weights, gradients, scale, rate))
            },
        )
        .wrong(
            "other format",
            "You round to `bf16`; the backward pass here computes in `f16`.",
            |weights, gradients, scale, rate| {
                let computed = |gradient: f32, scale: f32| bf16(scale * gradient);
                stepped(Steps { computed, ..RIGHT }, (weights, gradients, scale, rate))
            },
        )
        .wrong(
            "uphill",
            "You added the gradient; the loss falls the other way, so subtract it.",
            |weights, gradients, scale, rate| mixed(weights, gradients, scale, -rate),
        )
        .run()
}
