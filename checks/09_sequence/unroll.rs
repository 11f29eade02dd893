//! How `sequence_loss` and `descend` are checked. The mistakes of the loss are one loop that takes its slips as a value.

#[path = "../../solutions/09_sequence/unroll.rs"]
#[expect(dead_code, reason = "a check has a `main` of its own")]
mod solution;
use gradlings::prelude::*;
use solution::rnn_cell::rnn_cell;
use solution::{descend, sequence_loss};

type Recorded = Matrix<Recording>;
type Sequence = Vec<Matrix>;
type Inputs = (
    Sequence,
    Sequence,
    Matrix,
    Matrix,
    Matrix,
    Vector,
    Matrix,
    Vector,
);
type Weights = (
    Recorded,
    Recorded,
    Recorded,
    Vector<Recording>,
    Recorded,
    Vector<Recording>,
);
type Lists = Vec<Vec<f32>>;

/// How large a network is, and how many sequences it reads.
#[derive(Clone, Copy)]
struct Sizes {
    batch: usize,
    inputs: usize,
    units: usize,
    classes: usize,
}

const SMALL: Sizes = Sizes {
    batch: 1,
    inputs: 2,
    units: 3,
    classes: 4,
};

/// A network and sequences of so many steps. `has_target` says which row of which step has a target.
fn network(
    sizes: Sizes,
    steps: usize,
    has_target: fn(usize, usize) -> bool,
) -> impl Fn(&mut Generator) -> Inputs {
    move |g| {
        let Sizes {
            batch,
            inputs,
            units,
            classes,
        } = sizes;
        let x = (0..steps).map(|_| g.matrix(batch, inputs)).collect();
        let target = |step| {
            let mut numbers = vec![0.0; batch * classes];
            for row in (0..batch).filter(|&row| has_target(step, row)) {
                numbers[row * classes + g.integer(0..classes)] = 1.0;
            }
            device().tensor_from_vec(numbers, (batch, classes))
        };
        let targets = (0..steps).map(target).collect();
        let h = g.matrix(batch, units).tanh();
        let w = g.matrix(inputs, units) / (inputs as f32).sqrt();
        let u = g.matrix(units, units) / (units as f32).sqrt();
        let b = g.vector(units) * 0.5;
        (
            x,
            targets,
            h,
            w,
            u,
            b,
            g.matrix(units, classes),
            g.vector(classes),
        )
    }
}

fn always(_: usize, _: usize) -> bool {
    true
}

/// Sequences that end one after the other, the first row last.
fn ends(step: usize, row: usize) -> bool {
    step == 0 || 2 * row + step < 5
}

/// A tensor in the place of another one, which the tape knows nothing of.
fn made_anew(of: &Recorded) -> Recorded {
    let anew: Matrix = device().tensor_from_vec(of.as_vec(), *of.shape());
    anew.leaky_traced()
}

/// What is done differently in the loop over the steps.
#[derive(Clone, Copy)]
struct Slips {
    /// What the next step gets, out of the state before the first one and the one after this.
    carried: fn(&Recorded, &Recorded) -> Recorded,
    /// Whether this step, of so many, counts.
    counts: fn(usize, usize) -> bool,
    /// What the logits become.
    shares: fn(Recorded) -> Recorded,
    /// The factor of `c`.
    bias: f32,
    /// Whether the state before the step is what makes the logits.
    early: bool,
    /// What is divided by: out of steps, rows of a step, targets, classes.
    divisor: fn(f32, f32, f32, f32) -> f32,
}

fn log_softmax(logits: Recorded) -> Recorded {
    logits.log_softmax::<Axis<1>>()
}

const RIGHT: Slips = Slips {
    carried: |_, after| after.with_empty_tape(),
    counts: |_, _| true,
    shares: log_softmax,
    bias: 1.0,
    early: false,
    divisor: |_, _, targets, _| targets,
};

fn slipped(
    slips: Slips,
    x: Sequence,
    targets: Sequence,
    (h, w, u, b, v, c): Weights,
) -> Scalar<Recording> {
    let steps = x.len();
    let mut total: Scalar<Recording> = device().zeros().retaped();
    let (mut count, mut rows, mut classes) = (0.0, 0.0, 0.0);
    let first = h.with_empty_tape();
    let mut h = h;
    for (step, (x, target)) in x.into_iter().zip(targets).enumerate() {
        let before = h.with_empty_tape();
        let (w, u) = (w.with_empty_tape(), u.with_empty_tape());
        let state = rnn_cell(x.retaped(), h, w, u, b.with_empty_tape());
        h = (slips.carried)(&first, &state);
        let state = if slips.early {
            state * 0.0 + before
        } else {
            state
        };
        let logits = state.matmul(v.with_empty_tape());
        let bias = c.with_empty_tape() * slips.bias;
        let bias = bias.broadcast_like::<_, Axis<0>>(&logits);
        let shares = (slips.shares)(logits + bias);
        (rows, classes) = (target.shape().0 as f32, target.shape().1 as f32);
        if (slips.counts)(step, steps) {
            count += target.as_vec().iter().sum::<f32>();
            total = total - (shares * target).sum();
        }
    }
    total / (slips.divisor)(steps as f32, rows, count, classes)
}

/// The mean over the steps of the mean loss of the targets of each.
fn mean_of_means(x: Sequence, targets: Sequence, (h, w, u, b, v, c): Weights) -> Scalar<Recording> {
    let weighted = targets.into_iter().map(|target| {
        let count = target.as_vec().iter().sum::<f32>();
        target / count.max(1.0)
    });
    let slips = Slips {
        divisor: |steps, _, _, _| steps,
        ..RIGHT
    };
    slipped(slips, x, weighted.collect(), (h, w, u, b, v, c))
}

/// The loss with these slips.
fn with(slips: Slips) -> impl Handler<Inputs = Inputs> {
    gradient(move |x, targets, h, w, u, b, v, c| slipped(slips, x, targets, (h, w, u, b, v, c)))
}

/// What is done differently in a step down.
fn step_with(
    mut weights: Lists,
    gradients: Lists,
    rate: f32,
    factor: impl Fn(usize, f32) -> f32,
) -> Lists {
    for (list, (weights, gradients)) in weights.iter_mut().zip(gradients).enumerate() {
        for (weight, gradient) in weights.iter_mut().zip(gradients) {
            *weight -= rate * factor(list, gradient) * gradient;
        }
    }
    weights
}

fn norm(numbers: &[f32]) -> f32 {
    numbers.iter().map(|x| x * x).sum::<f32>().sqrt()
}

/// Weights in lists of these lengths, and gradients whose norm is `size`.
fn lists(g: &mut Generator, lengths: &[usize], size: f32) -> (Lists, Lists) {
    let mut some = || -> Lists { lengths.iter().map(|&n| g.numbers(n)).collect() };
    let (weights, mut gradients) = (some(), some());
    let length = norm(&gradients.concat());
    gradients
        .iter_mut()
        .flatten()
        .for_each(|x| *x *= size / length);
    (weights, gradients)
}

fn main() {
    const INPUTS: [&str; 8] = ["x", "targets", "h", "w", "u", "b", "v", "c"];
    Reference::of("sequence_loss", gradient(sequence_loss))
        .inputs(INPUTS)
        .leaves(["w", "u", "b", "v", "c"])
        .case("the example of the lesson", |_| {
            let matrix = |numbers: &[f32]| -> Matrix {
                device().tensor_from_vec(numbers.to_vec(), (1, numbers.len()))
            };
            let vector = |numbers: &[f32]| -> Vector {
                device().tensor_from_vec(numbers.to_vec(), (numbers.len(),))
            };
            let one = || matrix(&[1.0]);
            let x = vec![matrix(&[-1.0]), matrix(&[0.0])];
            let targets = vec![matrix(&[1.0, 0.0]), matrix(&[0.0, 1.0])];
            let (b, c) = (vector(&[0.0]), vector(&[0.0, 3_f32.ln()]));
            (x, targets, one(), one(), one(), b, matrix(&[5.0, -2.0]), c)
        })
        .case("one step", network(SMALL, 1, always))
        .case("two steps", network(SMALL, 2, always))
        .case(
            "a target after the last step alone",
            network(SMALL, 4, |step, _| step == 3),
        )
        .case(
            "a target after the first step alone",
            network(SMALL, 3, |step, _| step == 0),
        )
        .case(
            "sequences that end early",
            network(Sizes { batch: 3, ..SMALL }, 5, ends),
        )
        .case(
            "thirty steps",
            network(Sizes { batch: 2, ..SMALL }, 30, always),
        )
        .case("logits in the hundreds", |g| {
            let (x, targets, h, w, u, b, v, c) = network(Sizes { batch: 2, ..SMALL }, 3, always)(g);
            (x, targets, h, w, u, b, v * 300.0, c)
        })
        .cases(6, |g, i| {
            let sizes = Sizes {
                batch: 1 + i % 4,
                inputs: 1 + i % 3,
                units: 2 + i / 2,
                classes: 2 + i % 3,
            };
            network(sizes, 2 + i, if i % 2 == 0 { always } else { ends })(g)
        })
        .mistake(
            "state reset every step",
            "You began every step with the state from before the first one, so the network \
             remembers nothing; each step begins with the state after the one before.",
            with(Slips {
                carried: |first, _| first.with_empty_tape(),
                ..RIGHT
            }),
        )
        .wrong(
            "state reset every step, lent",
            "You began every step with the state from before the first one, so the network \
             remembers nothing; each step begins with the state after the one before.",
            |x, targets, h, w, u, b, v, c| {
                let slips = Slips {
                    carried: |first, _| first.with_empty_tape(),
                    ..RIGHT
                };
                slipped(slips, x, targets, (h.with_empty_tape(), w, u, b, v, c))
            },
        )
        .mistake(
            "state cleared",
            "You began every step but the first with a state of zeros, so the network remembers \
             nothing; each step begins with the state after the one before.",
            with(Slips {
                carried: |first, _| first.with_empty_tape() * 0.0,
                ..RIGHT
            }),
        )
        .wrong(
            "no state",
            "You began every step with a state of zeros, the first one too, so the network remembers \
             nothing; the first step begins with `h`, and each other one with the state after the \
             one before.",
            |x, targets, h, w, u, b, v, c| {
                let slips = Slips {
                    carried: |first, _| first.with_empty_tape() * 0.0,
                    ..RIGHT
                };
                slipped(slips, x, targets, (h * 0.0, w, u, b, v, c))
            },
        )
        .mistake(
            "only the last step",
            "Only the last step counts in your loss; add up the losses of all steps.",
            with(Slips {
                counts: |step, steps| step + 1 == steps,
                divisor: |_, _, targets, _| targets.max(1.0),
                ..RIGHT
            }),
        )
        .mistake(
            "only the last step, even without a target",
            "Only the last step counts in your loss; add up the losses of all steps.",
            with(Slips {
                counts: |step, steps| step + 1 == steps,
                ..RIGHT
            }),
        )
        .wrong(
            "last step over all targets",
            "You kept the loss of the last step and forgot those before; add up the losses of all \
             steps.",
            |x, targets, h, w, u, b, v, c| {
                let all = targets.iter().flat_map(|target| target.as_vec());
                let all = all.sum::<f32>();
                let slips = Slips {
                    counts: |step, steps| step + 1 == steps,
                    divisor: |_, _, _, _| 1.0,
                    ..RIGHT
                };
                slipped(slips, x, targets, (h, w, u, b, v, c)) / all
            },
        )
        .mistake(
            "state off the tape",
            "Your loss is right, but the state has left its tape between any two steps, so no \
             gradient reaches further back than one step; give `state.with_empty_tape()` to the \
             next step.",
            with(Slips {
                carried: |_, after| made_anew(after),
                ..RIGHT
            }),
        )
        .wrong(
            "tape of the cell lost",
            "Your loss is right, but what the cell recorded is lost, so nothing but `v` and `c` \
             would learn; the logits take `state` itself, and the next step gets \
             `state.with_empty_tape()`.",
            |x, targets, h, w, u, b, v, c| {
                let (h, w, u) = (made_anew(&h), made_anew(&w), made_anew(&u));
                let anew: Vector = device().tensor_from_vec(b.as_vec(), *b.shape());
                sequence_loss(x, targets, h, w, u, anew.leaky_traced(), v, c)
            },
        )
        .mistake(
            "not divided",
            "You added the losses up; divide the sum by the number of targets.",
            with(Slips {
                divisor: |_, _, _, _| 1.0,
                ..RIGHT
            }),
        )
        .mistake(
            "rows without a target counted",
            "You divided by the number of all rows; rows of zeros are no targets, so divide by \
             the sum of all numbers in `targets`.",
            with(Slips {
                divisor: |steps, rows, _, _| steps * rows,
                ..RIGHT
            }),
        )
        .mistake(
            "divided by the steps",
            "You divided by the number of steps; divide by the number of targets, of which a step \
             may have many.",
            with(Slips {
                divisor: |steps, _, _, _| steps,
                ..RIGHT
            }),
        )
        .mistake(
            "divided by all numbers",
            "You divided by the number of all numbers in `targets`, zeros too; divide by their \
             sum, which counts the targets.",
            with(Slips {
                divisor: |steps, rows, _, classes| steps * rows * classes,
                ..RIGHT
            }),
        )
        .wrong(
            "mean of means",
            "You took the mean of each step and then the mean of those; a step with few targets \
             weighs too much then, so add all up first and divide once.",
            |x, targets, h, w, u, b, v, c| mean_of_means(x, targets, (h, w, u, b, v, c)),
        )
        .mistake(
            "means of the rows added",
            "Your sum is divided by the number of rows of one step; divide it once, by the number of \
             targets of all steps.",
            with(Slips {
                divisor: |_, rows, _, _| rows,
                ..RIGHT
            }),
        )
        .mistake(
            "divided twice",
            "You took the mean over the rows of each step and divided by the number of targets as \
             well; divide once, by the number of targets.",
            with(Slips {
                divisor: |_, rows, targets, _| rows * targets,
                ..RIGHT
            }),
        )
        .wrong(
            "means of the targets added",
            "You took the mean over the targets of each step and added those up; add up all \
             losses, and divide once, by the number of targets.",
            |x, targets, h, w, u, b, v, c| {
                let steps = x.len() as f32;
                mean_of_means(x, targets, (h, w, u, b, v, c)) * steps
            },
        )
        .mistake(
            "mean of all numbers",
            "You took the mean of each product with its target, zeros too; take the sum, and \
             divide once, by the number of targets.",
            with(Slips {
                divisor: |_, rows, _, classes| rows * classes,
                ..RIGHT
            }),
        )
        .mistake(
            "mean of all numbers, divided",
            "You took the mean of each product with its target and divided by the number of \
             targets as well; take the sum.",
            with(Slips {
                divisor: |_, rows, targets, classes| rows * classes * targets,
                ..RIGHT
            }),
        )
        .mistake(
            "no bias",
            "You left `c` out of the logits; it is added to every row of the product with `v`.",
            with(Slips { bias: 0.0, ..RIGHT }),
        )
        .mistake(
            "state before the step",
            "You made the logits from the state before the step; they come from the state after \
             it, which knows the new input.",
            with(Slips {
                early: true,
                ..RIGHT
            }),
        )
        .mistake(
            "softmax over the batch",
            "Your softmax goes over the batch; it goes over the classes of each row: `Axis<1>`.",
            with(Slips {
                shares: |logits| logits.log_softmax::<Axis<0>>(),
                ..RIGHT
            }),
        )
        .mistake(
            "no logarithm",
            "You took the softmax without its logarithm; the loss of a target is the negative \
             logarithm of its probability.",
            with(Slips {
                shares: |logits| logits.softmax::<Axis<1>>(),
                ..RIGHT
            }),
        )
        .mistake(
            "softmax twice",
            "You applied the softmax before `log_softmax`, which does it itself; give it the \
             logits.",
            with(Slips {
                shares: |logits| log_softmax(logits.softmax::<Axis<1>>()),
                ..RIGHT
            }),
        )
        .mistake(
            "no softmax",
            "You multiplied the targets by the logits themselves; take `log_softmax` of the \
             logits first.",
            with(Slips {
                shares: |logits| logits,
                ..RIGHT
            }),
        )
        .wrong(
            "sign",
            "Your loss is negative; a logarithm of a probability is below zero, so the loss is \
             minus that.",
            |x, targets, h, w, u, b, v, c| -sequence_loss(x, targets, h, w, u, b, v, c),
        )
        .and("descend", function(descend))
        .inputs(["weights", "gradients", "rate", "most"])
        .case("the example of the lesson", |_| {
            let weights = vec![vec![1.0, 2.0], vec![3.0]];
            (weights, vec![vec![3.0, 0.0], vec![4.0]], 0.1, 1.0)
        })
        .case("one weight", |g| {
            let (weights, gradients) = lists(g, &[1], 3.0);
            (weights, gradients, 0.1, 1.0)
        })
        .case("every gradient zero", |g| {
            let (weights, gradients) = lists(g, &[2, 3], 0.0);
            (weights, gradients, 0.1, 1.0)
        })
        .case("short enough", |g| {
            let (weights, gradients) = lists(g, &[3, 2], 0.7);
            (weights, gradients, 0.5, 1.0)
        })
        .case("a thousand times too long", |g| {
            let (weights, gradients) = lists(g, &[2, 4], 500.0);
            (weights, gradients, 0.2, 0.5)
        })
        .case("too long together, each by itself short enough", |g| {
            let (weights, gradients) = lists(g, &[4, 4, 4, 4], 1.0);
            (weights, gradients, 0.3, 0.9)
        })
        .cases(8, |g, i| {
            let lengths = [2 + i, 1 + i % 3, 4];
            let size = g.number(0.4..1.0) * [4.0, 0.9][i % 2];
            let (weights, gradients) = lists(g, &lengths, size);
            (weights, gradients, g.number(0.1..2.0), g.number(0.9..1.3))
        })
        .wrong(
            "not clipped",
            "You did not clip the gradients; where their norm is more than `most`, each is \
             multiplied by `most / norm`.",
            |weights, gradients, rate, _| step_with(weights, gradients, rate, |_, _| 1.0),
        )
        .wrong(
            "clipped one by one",
            "You clipped each list by its own norm, which changes the direction of the step; \
             there is one norm, over all lists together.",
            |weights, gradients, rate, most| {
                let norms: Vec<f32> = gradients.iter().map(|list| norm(list)).collect();
                step_with(weights, gradients, rate, |list, _| {
                    (most / norms[list]).min(1.0)
                })
            },
        )
        .wrong(
            "numbers cut off",
            "You cut every gradient off at `most`, which changes the direction of the step; all \
             of them shrink by one factor.",
            |weights, gradients, rate, most| {
                step_with(weights, gradients, rate, |_, x| (most / x.abs()).min(1.0))
            },
        )
        .wrong(
            "always as long",
            "You made every gradient `most` long, short ones too; the factor is at most 1.",
            |weights, gradients, rate, most| {
                let all = norm(&gradients.concat()).max(1e-12);
                step_with(weights, gradients, rate, |_, _| most / all)
            },
        )
        .wrong(
            "clipped after the step",
            "You clipped the weights after the step; the gradients are clipped, before it.",
            |weights, gradients, rate, most| {
                let mut moved = step_with(weights, gradients, rate, |_, _| 1.0);
                let factor = (most / norm(&moved.concat())).min(1.0);
                moved
                    .iter_mut()
                    .flatten()
                    .for_each(|weight| *weight *= factor);
                moved
            },
        )
        .wrong(
            "clipped with the rate",
            "You clipped the gradients after multiplying them by the rate; clip the gradients as \
             they are, then multiply.",
            |weights, gradients, rate, most| {
                let all = rate * norm(&gradients.concat());
                step_with(weights, gradients, rate, |_, _| (most / all).min(1.0))
            },
        )
        .wrong(
            "no root",
            "You forgot the square root: the norm is the root of the sum of the squares.",
            |weights, gradients, rate, most| {
                let all = norm(&gradients.concat());
                step_with(weights, gradients, rate, |_, _| {
                    (most / (all * all)).min(1.0)
                })
            },
        )
        .wrong(
            "sum of the norms",
            "You added up the norms of the lists; the squares of all gradients are added up, and \
             then comes one root.",
            |weights, gradients, rate, most| {
                let all: f32 = gradients.iter().map(|list| norm(list)).sum();
                step_with(weights, gradients, rate, |_, _| (most / all).min(1.0))
            },
        )
        .wrong(
            "sizes added",
            "You added up the sizes of the gradients; the norm is the root of the sum of their \
             squares.",
            |weights, gradients, rate, most| {
                let all: f32 = gradients.iter().flatten().map(|x| x.abs()).sum();
                step_with(weights, gradients, rate, |_, _| (most / all).min(1.0))
            },
        )
        .wrong(
            "largest for the norm",
            "You took the largest gradient for the norm; the norm is the root of the sum of all \
             squares.",
            |weights, gradients, rate, most| {
                let sizes = gradients.iter().flatten().map(|x| x.abs());
                let all = sizes.fold(0.0, f32::max);
                step_with(weights, gradients, rate, |_, _| (most / all).min(1.0))
            },
        )
        .wrong(
            "at least 1",
            "Your factor is at least 1, so long gradients stay as they are and short ones grow; \
             it is at most 1.",
            |weights, gradients, rate, most| {
                let all = norm(&gradients.concat()).max(1e-12);
                step_with(weights, gradients, rate, |_, _| (most / all).max(1.0))
            },
        )
        .wrong(
            "factor upside down",
            "You divided the norm by `most`; the factor is `most / norm`, so that the product has \
             a norm of `most`.",
            |weights, gradients, rate, most| {
                let all = norm(&gradients.concat());
                step_with(weights, gradients, rate, |_, _| (all / most).min(1.0))
            },
        )
        .wrong(
            "divided by the norm",
            "You divided the gradients by their norm and left `most` out; where the norm is too \
             large, the factor is `most / norm`.",
            |weights, gradients, rate, most| {
                let all = norm(&gradients.concat());
                step_with(weights, gradients, rate, |_, _| {
                    if all > most { 1.0 / all } else { 1.0 }
                })
            },
        )
        .wrong(
            "root of the mean",
            "You took the root of the mean of the squares; the norm is the root of their sum.",
            |weights, gradients, rate, most| {
                let all = gradients.concat();
                let mean = norm(&all) / (all.len() as f32).sqrt();
                step_with(weights, gradients, rate, |_, _| (most / mean).min(1.0))
            },
        )
        .wrong(
            "uphill",
            "You added the gradients; a step down subtracts them.",
            |weights, gradients, rate, most| descend(weights, gradients, -rate, most),
        )
        .wrong(
            "no rate",
            "You left out the rate; each gradient is multiplied by it.",
            |weights, gradients, _, most| descend(weights, gradients, 1.0, most),
        )
        .run()
}
