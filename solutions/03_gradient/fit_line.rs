//! A line fitted by gradient descent, with its loss reported at every step.

use gradlings::prelude::*;

const RATE: f32 = 0.1;

pub fn fit_line(x: Vector, y: Vector, steps: usize) -> (f32, f32) {
    let mut slope: Scalar = device().zeros();
    let mut bias: Scalar = device().zeros();
    for step in 0..steps {
        let slopes = slope.leaky_trace().broadcast_like::<_, Axis<0>>(&x);
        let biases = bias.leaky_trace().broadcast_like::<_, Axis<0>>(&x);
        let prediction = slopes * x.clone() + biases;
        let loss: Scalar<Recording> = (prediction - y.clone()).square().mean();
        report::metric("loss", step, loss.array());
        report::progress(step + 1, steps, 1, 1);

        let gradients = loss.backward();
        slope = slope.clone() - gradients.get(&slope) * RATE;
        bias = bias.clone() - gradients.get(&bias) * RATE;
    }
    (slope.array(), bias.array())
}

mod mistakes {
    use gradlings::prelude::*;

    /// How a wrong loop differs from the right one.
    struct Loop {
        rate: f32,
        slope_moves: bool,
        bias_moves: bool,
        accumulates: bool,
    }

    const RIGHT: Loop = Loop {
        rate: super::RATE,
        slope_moves: true,
        bias_moves: true,
        accumulates: false,
    };

    impl Loop {
        fn run(&self, x: Vector, y: Vector, steps: usize) -> (f32, f32) {
            let mut slope: Scalar = device().zeros();
            let mut bias: Scalar = device().zeros();
            let mut gradients = Gradients::leaky();
            for step in 0..steps {
                let prediction = slope.trace(gradients).broadcast_like::<_, Axis<0>>(&x)
                    * x.clone()
                    + bias.leaky_trace().broadcast_like::<_, Axis<0>>(&x);
                let loss: Scalar<Recording> = (prediction - y.clone()).square().mean();
                report::metric("loss", step, loss.array());
                gradients = loss.backward();
                // `axpy` changes a tensor in place, so that it stays the one whose gradient is kept.
                if self.slope_moves {
                    slope.axpy(1.0, &gradients.get(&slope), -self.rate);
                }
                if self.bias_moves {
                    bias.axpy(1.0, &gradients.get(&bias), -self.rate);
                }
                if self.accumulates {
                    // Those of the operations in between would only take memory.
                    let mut kept = Gradients::leaky();
                    for parameter in [&slope, &bias] {
                        let sum = gradients.get(parameter).as_vec();
                        if let Ok(place) = kept.get_or_alloc_mut(parameter) {
                            place.copy_from_slice(&sum);
                        }
                    }
                    gradients = kept;
                } else {
                    gradients = Gradients::leaky();
                }
            }
            (slope.array(), bias.array())
        }
    }

    pub fn rate_too_large(x: Vector, y: Vector, steps: usize) -> (f32, f32) {
        Loop { rate: 1.5, ..RIGHT }.run(x, y, steps)
    }

    pub fn rate_too_small(x: Vector, y: Vector, steps: usize) -> (f32, f32) {
        Loop {
            rate: 0.001,
            ..RIGHT
        }
        .run(x, y, steps)
    }

    pub fn rate_far_too_small(x: Vector, y: Vector, steps: usize) -> (f32, f32) {
        Loop {
            rate: 0.000_01,
            ..RIGHT
        }
        .run(x, y, steps)
    }

    pub fn accumulated(x: Vector, y: Vector, steps: usize) -> (f32, f32) {
        Loop {
            accumulates: true,
            ..RIGHT
        }
        .run(x, y, steps)
    }

    pub fn bias_fixed(x: Vector, y: Vector, steps: usize) -> (f32, f32) {
        Loop {
            bias_moves: false,
            ..RIGHT
        }
        .run(x, y, steps)
    }

    pub fn slope_fixed(x: Vector, y: Vector, steps: usize) -> (f32, f32) {
        Loop {
            slope_moves: false,
            ..RIGHT
        }
        .run(x, y, steps)
    }

    pub fn one_step(x: Vector, y: Vector, _: usize) -> (f32, f32) {
        RIGHT.run(x, y, 1)
    }

    pub fn exchanged(x: Vector, y: Vector, steps: usize) -> (f32, f32) {
        let (slope, bias) = super::fit_line(x, y, steps);
        (bias, slope)
    }
}

/// `n` points near a line, their `x` evenly spread from `from` to `to`.
fn points(
    g: &mut Generator,
    n: usize,
    (from, to): (f32, f32),
    (slope, bias): (f32, f32),
    noise: f32,
) -> (Vector, Vector) {
    let gap = (to - from) / (n - 1) as f32;
    let x: Vec<f32> = (0..n).map(|i| from + gap * i as f32).collect();
    let off = g.numbers(n);
    let y = x
        .iter()
        .zip(off)
        .map(|(x, off)| slope * x + bias + noise * off);
    let y = y.collect();
    (
        device().tensor_from_vec(x, (n,)),
        device().tensor_from_vec(y, (n,)),
    )
}

/// A number from 1 to 3, up or down.
fn sizeable(g: &mut Generator) -> f32 {
    let size = g.number(1.0..3.0);
    if g.integer(0..2) == 0 { size } else { -size }
}

fn main() {
    Reference::of("fit_line", training(fit_line))
        .inputs(["x", "y", "steps"])
        .parts([("slope", within(0.02, 0.01)), ("bias", within(0.02, 0.01))])
        .curve("loss", ends_low(1.5, 0.005))
        .case("two points", |g| {
            let line = (sizeable(g), sizeable(g));
            let (x, y) = points(g, 2, (-1.0, 1.0), line, 0.0);
            (x, y, 200)
        })
        .case("a flat line", |g| {
            let line = (0.0, sizeable(g));
            let (x, y) = points(g, 5, (-1.5, 2.0), line, 0.0);
            (x, y, 200)
        })
        .case("a line through the origin", |g| {
            let line = (sizeable(g), 0.0);
            let (x, y) = points(g, 5, (-1.5, 1.5), line, 0.0);
            (x, y, 200)
        })
        .cases(4, |g, i| {
            let line = (sizeable(g), sizeable(g));
            let (x, y) = points(g, 8 + 8 * i, (-1.0, 2.5), line, 0.2);
            (x, y, 250)
        })
        .case("many steps", |g| {
            let line = (sizeable(g), sizeable(g));
            let (x, y) = points(g, 12, (-2.0, 2.0), line, 0.1);
            (x, y, 4000)
        })
        .mistake(
            "rate_too_large",
            "Your loss grows from step to step until it is no number any more; choose a smaller rate, and subtract the gradient.",
            training(mistakes::rate_too_large),
        )
        .mistake(
            "rate_too_small",
            "Your line is on its way but not there after the last step; choose a larger rate.",
            training(mistakes::rate_too_small),
        )
        .mistake(
            "rate_far_too_small",
            "Your line has hardly moved after the last step; choose a much larger rate.",
            training(mistakes::rate_far_too_small),
        )
        .mistake(
            "one_step",
            "You took one step only; repeat it `steps` times.",
            training(mistakes::one_step),
        )
        .mistake(
            "bias_fixed",
            "Your bias never moves; it takes a step too, with its own gradient.",
            training(mistakes::bias_fixed),
        )
        .mistake(
            "slope_fixed",
            "Your slope never moves; it takes a step too, with its own gradient.",
            training(mistakes::slope_fixed),
        )
        .mistake(
            "exchanged",
            "You returned the bias first; the slope comes first.",
            training(mistakes::exchanged),
        )
        .mistake(
            "accumulated",
            "You added the gradients of every step to those of the steps before, so the line swings past its goal; start each step from gradients of zero.",
            training(mistakes::accumulated),
        )
        .run()
}
