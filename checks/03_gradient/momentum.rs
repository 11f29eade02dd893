//! How `momentum_step` and `roll` are checked. Mistakes of a step start from a velocity that is not 0, where all of them
//! differ; those of a roll need two steps and a momentum.

#[path = "../../solutions/03_gradient/momentum.rs"]
#[expect(dead_code, reason = "a check has a `main` of its own")]
mod solution;
use gradlings::prelude::*;
use solution::{momentum_step, roll};

/// Weights, velocity, gradient, rate, momentum.
type OfStep = (Vec<f32>, Vec<f32>, Vec<f32>, f32, f32);
/// Weights, curvatures, rate, momentum, steps.
type OfRoll = (Vec<f32>, Vec<f32>, f32, f32, usize);

const UPHILL: &str = "You moved uphill, with the velocity; subtract it, because the gradients that it \
                      is made of point uphill.";
const RATE_TWICE: &str = "You multiplied the gradient by the rate twice, in the velocity and in the step; \
                          the velocity adds up the gradients as they are.";

fn step(n: usize, rate: f32, momentum: f32) -> impl Fn(&mut Generator) -> OfStep {
    move |g| (g.numbers(n), g.numbers(n), g.numbers(n), rate, momentum)
}

fn ball(n: usize, rate: f32, momentum: f32, steps: usize) -> impl Fn(&mut Generator) -> OfRoll {
    move |g| {
        let mut numbers =
            |range: std::ops::Range<f32>| (0..n).map(|_| g.number(range.clone())).collect();
        (numbers(1.0..2.0), numbers(0.5..3.0), rate, momentum, steps)
    }
}

/// A step where `new` makes the velocity and what the weight loses of one weight's velocity and gradient.
fn each(
    (weights, velocity, gradient): (Vec<f32>, Vec<f32>, Vec<f32>),
    new: impl Fn(f32, f32) -> (f32, f32),
) -> (Vec<f32>, Vec<f32>) {
    let pairs = velocity.iter().zip(gradient).map(|(&v, g)| new(v, g));
    let (velocity, steps): (Vec<f32>, Vec<f32>) = pairs.unzip();
    let weights = weights.iter().zip(steps).map(|(w, step)| w - step);
    (weights.collect(), velocity)
}

/// A roll from this velocity, where `new` makes a velocity and what the weight loses, of the weight, its curvature, the
/// velocity before and the weight at the start.
fn rolled(
    (weights, curvatures, steps): (Vec<f32>, Vec<f32>, usize),
    new: impl Fn(f32, f32, f32, f32) -> (f32, f32),
) -> Vec<Vec<f32>> {
    let mut state: Vec<(f32, f32)> = weights.iter().map(|&w| (w, 0.0)).collect();
    let mut next = || {
        for ((at, start), c) in state.iter_mut().zip(&weights).zip(&curvatures) {
            let (velocity, step) = new(at.0, *c, at.1, *start);
            *at = (at.0 - step, velocity);
        }
        state.iter().map(|at| at.0).collect()
    };
    (0..steps).map(|_| next()).collect()
}

fn main() {
    Reference::of("momentum_step", function(momentum_step))
        .inputs(["weights", "velocity", "gradient", "rate", "momentum"])
        .parts([("new weights", close()), ("new velocity", close())])
        .case("the example of the lesson", |_| {
            (vec![1.0], vec![0.5], vec![2.0], 0.1, 0.9)
        })
        .case("at rest", |g| {
            (g.numbers(3), vec![0.0; 3], g.numbers(3), 0.1, 0.9)
        })
        .case("on level ground", |g| {
            (g.numbers(3), g.numbers(3), vec![0.0; 3], 0.2, 0.8)
        })
        .case("a momentum of 0", step(3, 0.3, 0.0))
        .case("a momentum of 1", step(3, 0.3, 1.0))
        .case("a rate of 0", step(2, 0.0, 0.9))
        .case("a rate above 1", step(2, 1.5, 0.5))
        .case("large gradients", |g| {
            let large = |g: &mut Generator| g.numbers(4).iter().map(|x| 3000.0 * x).collect();
            (g.numbers(4), large(g), large(g), 0.01, 0.9)
        })
        .cases(12, |g, i| {
            step(1 + i, g.number(0.05..0.4), g.number(0.3..0.95))(g)
        })
        .wrong(
            "velocity forgotten",
            "Your velocity is the gradient alone, and that is plain gradient descent; add `momentum` times \
             the old velocity.",
            |w, v, g, rate, _| each((w, v, g), |_, g| (g, rate * g)),
        )
        .wrong(
            "rate twice",
            RATE_TWICE,
            |w, v, g, rate, momentum| {
                each((w, v, g), |v, g| {
                    let v = momentum * v + rate * g;
                    (v, rate * v)
                })
            },
        )
        .wrong(
            "rate in the velocity",
            "You multiplied by the rate in the velocity; here the velocity adds up the gradients as they are, \
             and the rate multiplies it when the weight moves.",
            |w, v, g, rate, momentum| {
                each((w, v, g), |v, g| {
                    let v = momentum * v + rate * g;
                    (v, v)
                })
            },
        )
        .wrong(
            "velocity as the step",
            "Your velocity is the step itself, with the rate in it and the sign turned round, as in Keras; here the \
             velocity adds up the gradients as they are, and the weight loses the rate times it.",
            |w, v, g, rate, momentum| {
                each((w, v, g), |v, g| {
                    let v = momentum * v - rate * g;
                    (v, -v)
                })
            },
        )
        .wrong(
            "rate left out",
            "You moved by the whole velocity; multiply it by the learning rate first.",
            |w, v, g, _, momentum| momentum_step(w, v, g, 1.0, momentum),
        )
        .wrong(
            "Nesterov",
            "You moved by the gradient and `momentum` times the new velocity, as Nesterov's method does; the \
             heavy ball moves by its velocity alone.",
            |w, v, g, rate, momentum| {
                each((w, v, g), |v, g| {
                    let v = momentum * v + g;
                    (v, rate * (g + momentum * v))
                })
            },
        )
        .wrong(
            "gradient added again",
            "You moved by the velocity and the gradient; the gradient is in the velocity already.",
            |w, v, g, rate, momentum| {
                each((w, v, g), |v, g| {
                    let v = momentum * v + g;
                    (v, rate * (v + g))
                })
            },
        )
        .wrong(
            "moved by the gradient",
            "You moved by the gradient alone; the weight moves by the new velocity.",
            |w, v, g, rate, momentum| each((w, v, g), |v, g| (momentum * v + g, rate * g)),
        )
        .wrong(
            "old velocity",
            "You moved the weight with the velocity from before the step; the velocity comes first, and the \
             new one moves the weight.",
            |w, v, g, rate, momentum| each((w, v, g), |v, g| (momentum * v + g, rate * v)),
        )
        .wrong(
            "velocity not returned",
            "The weights are right, but you returned the velocity from before the step; return the new one.",
            |w, v, g, rate, momentum| (momentum_step(w, v.clone(), g, rate, momentum).0, v),
        )
        .wrong(
            "weights not returned",
            "The velocity is right, but you returned the weights from before the step; return the new ones.",
            |w, v, g, rate, momentum| (w.clone(), momentum_step(w, v, g, rate, momentum).1),
        )
        .wrong("uphill", UPHILL, |w, v, g, rate, momentum| {
            momentum_step(w, v, g, -rate, momentum)
        })
        .wrong(
            "gradient subtracted",
            "You subtracted the gradient in the velocity, and subtracted the velocity from the weight, so the \
             gradient pushes uphill; the gradient is added to the velocity.",
            |w, v, g, rate, momentum| {
                each((w, v, g), |v, g| {
                    let v = momentum * v - g;
                    (v, rate * v)
                })
            },
        )
        .wrong(
            "velocity downhill",
            "Your velocity points downhill: you subtracted the gradient from it and added it to the weight. \
             Here it points uphill, as the gradient does, and is subtracted from the weight.",
            |w, v, g, rate, momentum| {
                each((w, v, g), |v, g| {
                    let v = momentum * v - g;
                    (v, -rate * v)
                })
            },
        )
        .wrong(
            "damped",
            "You multiplied the gradient by `1 - momentum`; here it is added whole.",
            |w, v, g, rate, momentum| {
                each((w, v, g), |v, g| {
                    let v = momentum * v + (1.0 - momentum) * g;
                    (v, rate * v)
                })
            },
        )
        .wrong(
            "shares exchanged",
            "You kept `1 - momentum` of the old velocity; `momentum` is the share that is left of it, and the \
             gradient is added whole.",
            |w, v, g, rate, momentum| momentum_step(w, v, g, rate, 1.0 - momentum),
        )
        .wrong(
            "momentum on both",
            "You multiplied the gradient by `momentum` too; only the old velocity is multiplied by it.",
            |w, v, g, rate, momentum| {
                each((w, v, g), |v, g| {
                    let v = momentum * (v + g);
                    (v, rate * v)
                })
            },
        )
        .wrong(
            "momentum on the gradient",
            "You multiplied the gradient by `momentum` and kept the old velocity whole; it is the other way round.",
            |w, v, g, rate, momentum| {
                each((w, v, g), |v, g| {
                    let v = v + momentum * g;
                    (v, rate * v)
                })
            },
        )
        .wrong(
            "no friction",
            "You kept all of the old velocity; only the share `momentum` of it is left.",
            |w, v, g, rate, _| momentum_step(w, v, g, rate, 1.0),
        )
        .wrong(
            "momentum on the weight",
            "You multiplied the weight by `momentum`; that shrinks the velocity, the weight stays whole.",
            |w, v, g, rate, momentum| {
                let shrunk = w.iter().map(|w| momentum * w).collect();
                momentum_step(shrunk, v, g, rate, momentum)
            },
        )
        .wrong(
            "only the step",
            "You returned what the weights lose; subtract it from the weights.",
            |w, v, g, rate, momentum| {
                let (moved, v) = momentum_step(vec![0.0; w.len()], v, g, -rate, momentum);
                (moved, v)
            },
        )
        .wrong(
            "exchanged",
            "You returned the velocity first and the weights second; it is the other way round.",
            |w, v, g, rate, momentum| {
                let (w, v) = momentum_step(w, v, g, rate, momentum);
                (v, w)
            },
        )
        .and("roll", function(roll))
        .inputs(["weights", "curvatures", "rate", "momentum", "steps"])
        .parts([("path", close())])
        .case("the example of the lesson", |_| {
            (vec![1.0], vec![2.0], 0.1, 0.5, 2)
        })
        .case("no steps", ball(2, 0.1, 0.9, 0))
        .case("one step", ball(3, 0.1, 0.9, 1))
        .case("a momentum of 0", ball(2, 0.2, 0.0, 6))
        .case("already at the lowest point", |_| {
            (vec![0.0, 1.0], vec![2.0, 0.5], 0.2, 0.7, 4)
        })
        .case("a weight that the loss does not depend on", |_| {
            (vec![1.5, -1.0], vec![0.0, 1.0], 0.2, 0.7, 4)
        })
        .case("a narrow bowl", |_| (vec![-4.0, 1.5], vec![1.0, 25.0], 0.02, 0.8, 30))
        .cases(10, |g, i| {
            ball(1 + i % 4, g.number(0.05..0.3), g.number(0.4..0.9), 2 + 2 * i)(g)
        })
        .wrong(
            "velocity not kept",
            "Every step of yours begins at rest, and that is plain gradient descent; make the velocity once, \
             before the loop, and keep the one that each step returns.",
            |w, c, rate, _, steps| roll(w, c, rate, 0.0, steps),
        )
        .wrong(
            "gradient kept",
            "You used the gradient of the start in every step; take it anew, at the weights of now.",
            |w, c, rate, momentum, steps| {
                rolled((w, c, steps), |_, c, v, start| {
                    let v = momentum * v + c * start;
                    (v, rate * v)
                })
            },
        )
        .wrong(
            "weights not kept",
            "Every step of yours begins at the first weights; go on from those that the step before returned.",
            |w, c, rate, momentum, steps| {
                let step = |w: &Vec<f32>| roll(w.clone(), c.clone(), rate, momentum, 1).concat();
                (0..steps).map(|_| step(&w)).collect()
            },
        )
        .wrong(
            "Nesterov",
            "You took the gradient where the velocity is about to carry the weights, as Nesterov's method \
             does; take it where they are.",
            |w, c, rate, momentum, steps| {
                rolled((w, c, steps), |w, c, v, _| {
                    let v = momentum * v + c * (w - rate * momentum * v);
                    (v, rate * v)
                })
            },
        )
        .wrong(
            "curvature left out",
            "You took the weights for the gradient; multiply each by its curvature.",
            |w, c, rate, momentum, steps| {
                let ones = vec![1.0; c.len()];
                roll(w, ones, rate, momentum, steps)
            },
        )
        .wrong(
            "curvature for the gradient",
            "You took the curvature for the gradient; multiply it by the weight.",
            |w, c, rate, momentum, steps| {
                rolled((w, c, steps), |_, c, v, _| {
                    let v = momentum * v + c;
                    (v, rate * v)
                })
            },
        )
        .wrong(
            "loss for the gradient",
            "You took the loss of each weight for its gradient, `c * w * w / 2`; its slope is `c * w`.",
            |w, c, rate, momentum, steps| {
                rolled((w, c, steps), |w, c, v, _| {
                    let v = momentum * v + c * w * w / 2.0;
                    (v, rate * v)
                })
            },
        )
        .wrong(
            "gradient halved",
            "Your gradient is half of the right one: the 2 that comes down from the square takes the \
             `/ 2` of the loss away.",
            |w, c, rate, momentum, steps| {
                let halved = c.iter().map(|c| c / 2.0).collect();
                roll(w, halved, rate, momentum, steps)
            },
        )
        .wrong(
            "gradient doubled",
            "Your gradient is twice the right one: the `/ 2` of the loss takes away the 2 that comes down \
             from the square.",
            |w, c, rate, momentum, steps| {
                let doubled = c.iter().map(|c| c * 2.0).collect();
                roll(w, doubled, rate, momentum, steps)
            },
        )
        .wrong(
            "pushed at the start",
            "Your ball begins with the gradient as its velocity; it begins at rest, with a velocity of 0.",
            |w, c, rate, momentum, steps| {
                let mut velocity = Vec::from_iter(w.iter().zip(&c).map(|(w, c)| c * w));
                let mut w = w;
                let next = |_| {
                    let gradient = w.iter().zip(&c).map(|(w, c)| c * w).collect();
                    (w, velocity) =
                        momentum_step(w.clone(), velocity.clone(), gradient, rate, momentum);
                    w.clone()
                };
                (0..steps).map(next).collect()
            },
        )
        .wrong(
            "velocity shared",
            "One velocity of yours goes on from weight to weight; each weight has a velocity of its own.",
            |w, c, rate, momentum, steps| {
                let (mut w, mut velocity) = (w, 0.0);
                let next = |_| {
                    for (w, c) in w.iter_mut().zip(&c) {
                        velocity = momentum * velocity + c * *w;
                        *w -= rate * velocity;
                    }
                    w.clone()
                };
                (0..steps).map(next).collect()
            },
        )
        .wrong(
            "with the start",
            "The first row of your path is the start; the path has the weights after each step.",
            |w, c, rate, momentum, steps| {
                [vec![w.clone()], roll(w, c, rate, momentum, steps)].concat()
            },
        )
        .wrong(
            "before each step",
            "The rows of your path are the weights before each step; keep those after it.",
            |w, c, rate, momentum, steps| {
                let mut path = [vec![w.clone()], roll(w, c, rate, momentum, steps)].concat();
                path.pop();
                path
            },
        )
        .wrong(
            "only the end",
            "You returned the weights after the last step alone; the path has a row for each step.",
            |w, c, rate, momentum, steps| {
                let path = roll(w, c, rate, momentum, steps);
                path.into_iter().skip(steps.saturating_sub(1)).collect()
            },
        )
        .wrong(
            "velocities",
            "The rows of your path are the velocities; keep the weights.",
            |w, c, rate, momentum, steps| {
                let mut path = [vec![w.clone()], roll(w, c, rate, momentum, steps)].concat();
                let moved = |pair: &[Vec<f32>]| {
                    let pairs = pair[0].iter().zip(&pair[1]);
                    pairs.map(|(before, after)| (before - after) / rate).collect()
                };
                let velocities = path.windows(2).map(moved).collect();
                path.clear();
                velocities
            },
        )
        .wrong(
            "uphill",
            UPHILL,
            |w, c, rate, momentum, steps| roll(w, c, -rate, momentum, steps),
        )
        .run()
}
