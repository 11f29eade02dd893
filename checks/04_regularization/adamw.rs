//! How `adam_l2` and `adamw` are checked. Tolerances are those of `adam`, for the same reason.

#[path = "../../solutions/04_regularization/adamw.rs"]
#[expect(dead_code, reason = "a check has a `main` of its own")]
mod solution;
use gradlings::prelude::*;
use solution::{
    adam::{BETA_1, BETA_2, adam_step, moments},
    adam_l2, adamw,
};

/// Parameters, gradient, both moments, the number of the step, rate, decay.
type Inputs = (Vec<f32>, Vec<f32>, Vec<f32>, Vec<f32>, usize, f32, f32);
type State = (Vec<f32>, Vec<f32>, Vec<f32>);

const BIAS: &str =
    "You let the bias decay too; the last of the parameters takes Adam's step alone.";
const ONLY_BIAS: &str = "You let the bias decay and the weights not; it is the other way round, and the bias is \
                         the last of the parameters.";
const FIRST: &str = "You took the first of the parameters for the bias; the bias is the last.";
const NO_DECAY: &str = "Your step is Adam's, and nothing decays.";
const OLD_MOMENTS: &str = "The parameters are right, but you returned the moments from before the step; return the \
                           new ones.";
const EXCHANGED: &str = "The moments that you returned have changed places; m comes first.";
const SAME_PULL: &str =
    "You added the same to the gradient of every weight; the pull is `decay` times the weight.";
const NO_WEIGHT: &str =
    "You subtract the same from every weight; the pull is `decay` times the weight.";

fn between(g: &mut Generator, n: usize, low: f32, high: f32) -> Vec<f32> {
    (0..n).map(|_| g.number(low..high)).collect()
}

/// `n` weights and a bias, with moments as they are after some steps with gradients near 1 or -1.
fn unit(n: usize, t: usize, rate: f32, decay: f32) -> impl Fn(&mut Generator) -> Inputs {
    move |g| {
        let n = n + 1;
        let (of_m, of_v) = (1.0 - BETA_1.powi(t as i32), 1.0 - BETA_2.powi(t as i32));
        let mut signed = |low, high, size: f32, turn: usize| {
            let numbers = between(g, n, low, high).into_iter().enumerate();
            let sign = |at: usize| if (at + turn) % 3 == 0 { -size } else { size };
            Vec::from_iter(numbers.map(|(at, x)| sign(at) * x))
        };
        let (parameters, gradient) = (signed(1.0, 2.0, 1.0, 0), signed(0.5, 1.5, 1.0, 1));
        let m = signed(0.3, 0.9, of_m, 1);
        let v = between(g, n, 0.5, 2.0)
            .into_iter()
            .map(|x| of_v * x)
            .collect();
        (parameters, gradient, m, v, t, rate, decay)
    }
}

/// A first step, from moments of 0.
fn first(parameters: &[f32], gradient: &[f32], rate: f32, decay: f32) -> Inputs {
    let none = vec![0.0; parameters.len()];
    (
        parameters.to_vec(),
        gradient.to_vec(),
        none.clone(),
        none,
        1,
        rate,
        decay,
    )
}

/// What `change` makes of each number and the parameter at its place, but for the bias, for which `of_bias` does.
fn each(
    numbers: Vec<f32>,
    parameters: &[f32],
    change: impl Fn(f32, f32) -> f32,
    of_bias: impl Fn(f32, f32) -> f32,
) -> Vec<f32> {
    let last = numbers.len() - 1;
    let pairs = numbers.into_iter().zip(parameters).enumerate();
    let new = |(at, (x, &w))| {
        if at == last {
            of_bias(x, w)
        } else {
            change(x, w)
        }
    };
    pairs.map(new).collect()
}

fn same(x: f32, _: f32) -> f32 {
    x
}

/// Adam's step, whatever the parameters and the gradient were made into before.
fn stepped(
    parameters: Vec<f32>,
    gradient: Vec<f32>,
    m: Vec<f32>,
    v: Vec<f32>,
    t: usize,
    rate: f32,
) -> State {
    let (m, v) = moments(m, v, gradient);
    (adam_step(parameters, m.clone(), v.clone(), t, rate), m, v)
}

/// Adam with this pull on the gradient of each weight and of the bias.
fn pulled(inputs: Inputs, pull: impl Fn(f32) -> f32, of_bias: impl Fn(f32) -> f32) -> State {
    let (p, g, m, v, t, rate, _) = inputs;
    let g = each(g, &p, |g, w| g + pull(w), |g, w| g + of_bias(w));
    stepped(p, g, m, v, t, rate)
}

/// AdamW where each weight and the bias loses this before the step.
fn shrunk(inputs: Inputs, lost: impl Fn(f32) -> f32, of_bias: impl Fn(f32) -> f32) -> State {
    let (p, g, m, v, t, rate, _) = inputs;
    let p = each(p.clone(), &p, |_, w| w - lost(w), |_, w| w - of_bias(w));
    stepped(p, g, m, v, t, rate)
}

fn none(_: f32) -> f32 {
    0.0
}

/// All but the last in the other order, so that the first is where the bias is.
fn turned(mut numbers: Vec<f32>) -> Vec<f32> {
    numbers.reverse();
    numbers
}

/// What `step` does when the first parameter is taken for the bias.
fn first_for_bias(
    step: fn(Vec<f32>, Vec<f32>, Vec<f32>, Vec<f32>, usize, f32, f32) -> State,
    (p, g, m, v, t, rate, decay): Inputs,
) -> State {
    let (p, m, v) = step(turned(p), turned(g), turned(m), turned(v), t, rate, decay);
    (turned(p), turned(m), turned(v))
}

fn main() {
    Reference::of("adam_l2", function(adam_l2))
        .inputs(["parameters", "gradient", "m", "v", "t", "rate", "decay"])
        .parts([
            ("new parameters", within(2e-5, 1e-5)),
            ("new m", within(1e-6, 1e-5)),
            ("new v", within(1e-9, 5e-5)),
        ])
        .case("the example of the lesson", |_| first(&[2.0, 2.0], &[3.0, 3.0], 0.1, 0.5))
        .case("nothing but a bias", unit(0, 3, 0.2, 0.5))
        .case("no decay", unit(3, 5, 0.2, 0.0))
        .case("a rate of 0", unit(2, 5, 0.0, 0.3))
        .case("a gradient of 0 in the first step", |_| {
            first(&[1.5, -0.5, 1.0], &[0.0, 0.0, 0.0], 0.2, 0.3)
        })
        .case("a weight of 0", |_| first(&[0.0, 1.5, -1.0], &[0.5, -1.0, 1.0], 0.2, 0.3))
        .cases(10, |g, i| {
            unit(1 + i % 5, 1 + i * i, g.number(0.1..0.3), g.number(0.2..0.6))(g)
        })
        .wrong("bias decays", BIAS, |p, g, m, v, t, rate, decay| {
            pulled((p, g, m, v, t, rate, decay), |w| decay * w, |w| decay * w)
        })
        .wrong("only the bias decays", ONLY_BIAS, |p, g, m, v, t, rate, decay| {
            pulled((p, g, m, v, t, rate, decay), none, |w| decay * w)
        })
        .wrong("first for the bias", FIRST, |p, g, m, v, t, rate, decay| {
            first_for_bias(adam_l2, (p, g, m, v, t, rate, decay))
        })
        .wrong(
            "decoupled",
            "You took the pull out of the gradient, as AdamW does; with L2 it is part of the gradient, and of \
             the moments.",
            adamw,
        )
        .wrong("no decay", NO_DECAY, |p, g, m, v, t, rate, _| adam_l2(p, g, m, v, t, rate, 0.0))
        .wrong(
            "doubled",
            "You added `2 * decay * w`; the penalty is `decay / 2 * w^2`, so its slope is `decay * w`.",
            |p, g, m, v, t, rate, decay| adam_l2(p, g, m, v, t, rate, 2.0 * decay),
        )
        .wrong(
            "halved",
            "You added `decay / 2 * w`; the 2 of the square takes the half away, so the slope is `decay * w`.",
            |p, g, m, v, t, rate, decay| adam_l2(p, g, m, v, t, rate, decay / 2.0),
        )
        .wrong(
            "the penalty itself",
            "You added the penalty to the gradient; add its slope, `decay * w`.",
            |p, g, m, v, t, rate, decay| {
                pulled((p, g, m, v, t, rate, decay), |w| decay / 2.0 * w * w, none)
            },
        )
        .wrong("the same for all", SAME_PULL, |p, g, m, v, t, rate, decay| {
            pulled((p, g, m, v, t, rate, decay), |_| decay, none)
        })
        .wrong(
            "a sign",
            "You pulled by the sign of the weight, as L1 does; multiply `decay` by the weight.",
            |p, g, m, v, t, rate, decay| {
                let sign = |w: f32| if w == 0.0 { 0.0 } else { decay * w.signum() };
                pulled((p, g, m, v, t, rate, decay), sign, none)
            },
        )
        .wrong(
            "a sign, of 0 too",
            "You pulled by the sign of the weight, as L1 does; multiply `decay` by the weight.",
            |p, g, m, v, t, rate, decay| {
                pulled((p, g, m, v, t, rate, decay), |w| decay * w.signum(), none)
            },
        )
        .wrong(
            "v without the pull",
            "The pull is missing in v; both moments are made of the gradient with the pull in it.",
            |p, g, m, v, t, rate, decay| {
                let (_, v) = moments(m.clone(), v, g.clone());
                let pulled = each(g, &p, |g, w| g + decay * w, same);
                let (m, _) = moments(m, v.clone(), pulled);
                (adam_step(p, m.clone(), v.clone(), t, rate), m, v)
            },
        )
        .wrong(
            "pull after the moments",
            "You added the pull to m when the moments were made; add it to the gradient before that.",
            |p, g, m, v, t, rate, decay| {
                let (m, v) = moments(m, v, g);
                let m = each(m, &p, |m, w| m + decay * w, same);
                (adam_step(p, m.clone(), v.clone(), t, rate), m, v)
            },
        )
        .wrong(
            "rate in the pull",
            "You multiplied the pull by the rate; the rate multiplies the whole step, and Adam does that.",
            |p, g, m, v, t, rate, decay| adam_l2(p, g, m, v, t, rate, rate * decay),
        )
        .wrong(
            "away from zero",
            "You subtracted the pull from the gradient, so it pushes the weights away from zero; add it.",
            |p, g, m, v, t, rate, decay| adam_l2(p, g, m, v, t, rate, -decay),
        )
        .wrong(
            "without the gradient",
            "Your gradient is the pull alone; add it to the gradient of the loss.",
            |p, g, m, v, t, rate, decay| {
                let nothing = each(g.clone(), &p, |_, _| 0.0, same);
                adam_l2(p, nothing, m, v, t, rate, decay)
            },
        )
        .wrong(
            "both",
            "You shrank the weights too, as AdamW does; with L2 the pull is in the gradient alone.",
            |p, g, m, v, t, rate, decay| {
                let shrunk = each(p.clone(), &p, |_, w| w - rate * decay * w, same);
                let pulled = each(g, &p, |g, w| g + decay * w, same);
                stepped(shrunk, pulled, m, v, t, rate)
            },
        )
        .wrong("moments exchanged", EXCHANGED, |p, g, m, v, t, rate, decay| {
            let (p, m, v) = adam_l2(p, g, m, v, t, rate, decay);
            (p, v, m)
        })
        .wrong("old moments", OLD_MOMENTS, |p, g, m, v, t, rate, decay| {
            let (p, _, _) = adam_l2(p, g, m.clone(), v.clone(), t, rate, decay);
            (p, m, v)
        })
        .and("adamw", function(adamw))
        .inputs(["parameters", "gradient", "m", "v", "t", "rate", "decay"])
        .parts([
            ("new parameters", within(2e-5, 1e-5)),
            ("new m", within(1e-6, 1e-5)),
            ("new v", within(1e-9, 5e-5)),
        ])
        .case("the example of the lesson", |_| first(&[2.0, 2.0], &[3.0, 3.0], 0.1, 0.5))
        .case("nothing but a bias", unit(0, 3, 0.2, 0.5))
        .case("no decay", unit(3, 5, 0.2, 0.0))
        .case("a rate of 0", unit(2, 5, 0.0, 0.3))
        .case("a gradient of 0 in the first step", |_| {
            first(&[1.5, -0.5, 1.0], &[0.0, 0.0, 0.0], 0.2, 0.3)
        })
        .case("a weight of 0", |_| first(&[0.0, 1.5, -1.0], &[0.5, -1.0, 1.0], 0.2, 0.3))
        .cases(10, |g, i| {
            unit(1 + i % 5, 1 + i * i, g.number(0.1..0.3), g.number(0.2..0.6))(g)
        })
        .wrong("bias decays", BIAS, |p, g, m, v, t, rate, decay| {
            let lost = |w| rate * decay * w;
            shrunk((p, g, m, v, t, rate, decay), lost, lost)
        })
        .wrong("only the bias decays", ONLY_BIAS, |p, g, m, v, t, rate, decay| {
            shrunk((p, g, m, v, t, rate, decay), none, |w| rate * decay * w)
        })
        .wrong("first for the bias", FIRST, |p, g, m, v, t, rate, decay| {
            first_for_bias(adamw, (p, g, m, v, t, rate, decay))
        })
        .wrong(
            "decay inside the gradient",
            "You added the pull to the gradient, and that is Adam with L2; AdamW leaves the gradient as it is \
             and shrinks the weights by themselves.",
            adam_l2,
        )
        .wrong(
            "both",
            "You shrank the weights, which is right, and added the pull to the gradient too; leave the gradient \
             as it is.",
            |p, g, m, v, t, rate, decay| {
                let shrunk = each(p.clone(), &p, |_, w| w - rate * decay * w, same);
                let pulled = each(g, &p, |g, w| g + decay * w, same);
                stepped(shrunk, pulled, m, v, t, rate)
            },
        )
        .wrong("no decay", NO_DECAY, |p, g, m, v, t, rate, _| adamw(p, g, m, v, t, rate, 0.0))
        .wrong(
            "rate left out",
            "You left the rate out of the decay; a weight loses `rate * decay * w`.",
            |p, g, m, v, t, rate, decay| {
                shrunk((p, g, m, v, t, rate, decay), |w| decay * w, none)
            },
        )
        .wrong(
            "decay left out",
            "You left `decay` out; a weight loses `rate * decay * w`.",
            |p, g, m, v, t, rate, decay| shrunk((p, g, m, v, t, rate, decay), |w| rate * w, none),
        )
        .wrong(
            "after the step",
            "You shrank the weights after Adam's step; shrink them before it.",
            |p, g, m, v, t, rate, decay| {
                let (p, m, v) = stepped(p, g, m, v, t, rate);
                (each(p.clone(), &p, |_, w| w - rate * decay * w, same), m, v)
            },
        )
        .wrong("the same for all", NO_WEIGHT, |p, g, m, v, t, rate, decay| {
            shrunk((p, g, m, v, t, rate, decay), |_| rate * decay, none)
        })
        .wrong(
            "a sign",
            "You pulled by the sign of the weight, as L1 does; multiply by the weight itself.",
            |p, g, m, v, t, rate, decay| {
                let sign = |w: f32| if w == 0.0 { 0.0 } else { rate * decay * w.signum() };
                shrunk((p, g, m, v, t, rate, decay), sign, none)
            },
        )
        .wrong(
            "a sign, of 0 too",
            "You pulled by the sign of the weight, as L1 does; multiply by the weight itself.",
            |p, g, m, v, t, rate, decay| {
                shrunk((p, g, m, v, t, rate, decay), |w| rate * decay * w.signum(), none)
            },
        )
        .wrong(
            "divided with the gradient",
            "You added the pull to m for the step, so it is divided like a gradient; shrink the weights by themselves.",
            |p, g, m, v, t, rate, decay| {
                let (m, v) = moments(m, v, g);
                let with_pull = each(m.clone(), &p, |m, w| m + decay * w, same);
                (adam_step(p, with_pull, v.clone(), t, rate), m, v)
            },
        )
        .wrong(
            "one step more",
            "Your Adam's step is corrected for another `t`, one more; hand `t` on as it is.",
            |p, g, m, v, t, rate, decay| {
                let (_, new_m, new_v) = adamw(p.clone(), g, m, v, t, rate, decay);
                let shrunk = each(p.clone(), &p, |_, w| w - rate * decay * w, same);
                let p = adam_step(shrunk, new_m.clone(), new_v.clone(), t + 1, rate);
                (p, new_m, new_v)
            },
        )
        .wrong(
            "nothing without weights",
            "Where there is nothing but a bias, you returned everything as it was; the bias takes Adam's step all the \
             same.",
            |p, g, m, v, t, rate, decay| match p.len() {
                1 => (p, m, v),
                _ => adamw(p, g, m, v, t, rate, decay),
            },
        )
        .wrong(
            "last weight left alone",
            "You left the last weight alone as well; only the bias takes no decay, and the bias is the very last.",
            |p, g, m, v, t, rate, decay| {
                let bias = p.len() - 1;
                let of = |at: usize, w: f32| if at + 1 < bias { w - rate * decay * w } else { w };
                let shrunk = p.iter().enumerate().map(|(at, &w)| of(at, w)).collect();
                stepped(shrunk, g, m, v, t, rate)
            },
        )
        .wrong(
            "doubled",
            "You took `2 * rate * decay * w` off; a weight loses `rate * decay * w`.",
            |p, g, m, v, t, rate, decay| adamw(p, g, m, v, t, rate, 2.0 * decay),
        )
        .wrong(
            "halved",
            "You took half of `rate * decay * w` off; a weight loses all of it.",
            |p, g, m, v, t, rate, decay| adamw(p, g, m, v, t, rate, decay / 2.0),
        )
        .wrong(
            "only what is lost",
            "You kept of each weight what it should lose; subtract that from the weight.",
            |p, g, m, v, t, rate, decay| {
                shrunk((p, g, m, v, t, rate, decay), |w| w - rate * decay * w, none)
            },
        )
        .wrong(
            "rate twice",
            "You multiplied the pull by the rate twice; a weight loses `rate * decay * w`.",
            |p, g, m, v, t, rate, decay| adamw(p, g, m, v, t, rate, rate * decay),
        )
        .wrong(
            "away from zero",
            "You added the decay, which pushes the weights away from zero; subtract it.",
            |p, g, m, v, t, rate, decay| adamw(p, g, m, v, t, rate, -decay),
        )
        .wrong("moments exchanged", EXCHANGED, |p, g, m, v, t, rate, decay| {
            let (p, m, v) = adamw(p, g, m, v, t, rate, decay);
            (p, v, m)
        })
        .wrong("old moments", OLD_MOMENTS, |p, g, m, v, t, rate, decay| {
            let (p, _, _) = adamw(p, g, m.clone(), v.clone(), t, rate, decay);
            (p, m, v)
        })
        .wrong(
            "only the decay",
            "You shrank the weights and did not take Adam's step.",
            |p, g, m, v, t, rate, decay| {
                let (_, m, v) = stepped(p.clone(), g, m, v, t, rate);
                (each(p.clone(), &p, |_, w| w - rate * decay * w, same), m, v)
            },
        )
        .run()
}
