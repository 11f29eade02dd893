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
        let loss = (prediction - y.clone()).square().mean();
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

    /// The loop without dfdx, and how it may go wrong.
    struct Loop {
        rate: f32,
        slope_moves: bool,
        bias_moves: bool,
        slope_gradient_kept: bool,
        bias_gradient_kept: bool,
    }

    const RIGHT: Loop = Loop {
        rate: super::RATE,
        slope_moves: true,
        bias_moves: true,
        slope_gradient_kept: false,
        bias_gradient_kept: false,
    };

    impl Loop {
        fn run(&self, x: Vector, y: Vector, steps: usize) -> (f32, f32) {
            let points: Vec<(f32, f32)> = x.as_vec().into_iter().zip(y.as_vec()).collect();
            let n = points.len() as f32;
            let (mut slope, mut bias) = (0.0, 0.0);
            let (mut slope_gradient, mut bias_gradient) = (0.0, 0.0);
            for step in 0..steps {
                if !self.slope_gradient_kept {
                    slope_gradient = 0.0;
                }
                if !self.bias_gradient_kept {
                    bias_gradient = 0.0;
                }
                let mut loss = 0.0;
                for &(x, y) in &points {
                    let error = slope * x + bias - y;
                    loss += error * error / n;
                    slope_gradient += 2.0 * error * x / n;
                    bias_gradient += 2.0 * error / n;
                }
                report::metric("loss", step, loss);
                if self.slope_moves {
                    slope -= self.rate * slope_gradient;
                }
                if self.bias_moves {
                    bias -= self.rate * bias_gradient;
                }
            }
            (slope, bias)
        }
    }

    fn at_rate(rate: f32, x: Vector, y: Vector, steps: usize) -> (f32, f32) {
        Loop { rate, ..RIGHT }.run(x, y, steps)
    }

    pub fn diverges(x: Vector, y: Vector, steps: usize) -> (f32, f32) {
        at_rate(1.0, x, y, steps)
    }

    /// Uphill, at a rate at which a short run stays finite.
    pub fn diverges_slowly(x: Vector, y: Vector, steps: usize) -> (f32, f32) {
        at_rate(-0.01, x, y, steps)
    }

    pub fn nearly_there(x: Vector, y: Vector, steps: usize) -> (f32, f32) {
        at_rate(0.01, x, y, steps)
    }

    pub fn halfway(x: Vector, y: Vector, steps: usize) -> (f32, f32) {
        at_rate(0.001, x, y, steps)
    }

    pub fn first_part(x: Vector, y: Vector, steps: usize) -> (f32, f32) {
        at_rate(0.000_3, x, y, steps)
    }

    pub fn hardly_moved(x: Vector, y: Vector, steps: usize) -> (f32, f32) {
        at_rate(0.000_1, x, y, steps)
    }

    pub fn accumulated(x: Vector, y: Vector, steps: usize) -> (f32, f32) {
        let wrong = Loop {
            slope_gradient_kept: true,
            bias_gradient_kept: true,
            ..RIGHT
        };
        wrong.run(x, y, steps)
    }

    pub fn slope_accumulated(x: Vector, y: Vector, steps: usize) -> (f32, f32) {
        let wrong = Loop {
            slope_gradient_kept: true,
            ..RIGHT
        };
        wrong.run(x, y, steps)
    }

    pub fn bias_accumulated(x: Vector, y: Vector, steps: usize) -> (f32, f32) {
        let wrong = Loop {
            bias_gradient_kept: true,
            ..RIGHT
        };
        wrong.run(x, y, steps)
    }

    pub fn slope_fixed(x: Vector, y: Vector, steps: usize) -> (f32, f32) {
        let wrong = Loop {
            slope_moves: false,
            ..RIGHT
        };
        wrong.run(x, y, steps)
    }

    pub fn bias_fixed(x: Vector, y: Vector, steps: usize) -> (f32, f32) {
        let wrong = Loop {
            bias_moves: false,
            ..RIGHT
        };
        wrong.run(x, y, steps)
    }

    pub fn exchanged(x: Vector, y: Vector, steps: usize) -> (f32, f32) {
        let (slope, bias) = RIGHT.run(x, y, steps);
        (bias, slope)
    }
}

/// `n` points near a line, evenly spread around `centre`.
///
/// The mean of `x^2` is 1.5 in every case, so that a learning rate is right, too small or too large in all of them.
fn points(g: &mut Generator, n: usize, centre: f32, noise: f32) -> (Vector, Vector) {
    let (slope, bias) = (sizeable(g), sizeable(g));
    let count = n as f32;
    let half = ((1.5 - centre * centre) * 3.0 * (count - 1.0) / (count + 1.0)).sqrt();
    let x: Vec<f32> = (0..n)
        .map(|i| centre + half * (2.0 * i as f32 / (count - 1.0) - 1.0))
        .collect();
    let off = g.numbers(n);
    let y = x.iter().zip(off);
    let y = y.map(|(x, off)| slope * x + bias + noise * off).collect();
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
        .parts([
            ("slope", within(0.002, 0.001)),
            ("bias", within(0.002, 0.001)),
        ])
        .curve("loss", ends_low(1.5, 0.01))
        .case("two points", |g| {
            let (x, y) = points(g, 2, 0.0, 0.0);
            (x, y, 200)
        })
        .case("points on a line", |g| {
            let (x, y) = points(g, 6, 0.0, 0.0);
            (x, y, 240)
        })
        .cases(3, |g, i| {
            let (x, y) = points(g, 8 + 8 * i, 0.0, 0.2);
            (x, y, 200 + 30 * i)
        })
        .case("points to the right of zero", |g| {
            let (x, y) = points(g, 12, 0.5, 0.1);
            (x, y, 350)
        })
        .case("many steps", |g| {
            let (x, y) = points(g, 12, 0.0, 0.1);
            (x, y, 12_000)
        })
        .mistake(
            "diverges",
            "Your loss grows from step to step until it is infinite; choose a smaller rate, and look whether you subtract the gradient.",
            training(mistakes::diverges),
        )
        .mistake(
            "diverges_slowly",
            "Your loss grows instead of falling; look whether you subtract the gradient, and choose a smaller rate if you do.",
            training(mistakes::diverges_slowly),
        )
        .mistake(
            "nearly_there",
            "Your line is nearly there after the last step, but not quite; choose a larger rate.",
            training(mistakes::nearly_there),
        )
        .mistake(
            "halfway",
            "Your line is still on its way after the last step; choose a much larger rate.",
            training(mistakes::halfway),
        )
        .mistake(
            "first_part",
            "Your line has come the first part of the way after the last step; choose a much larger rate.",
            training(mistakes::first_part),
        )
        .mistake(
            "hardly_moved",
            "Your line has hardly moved after the last step; your rate is a hundred times too small, or more.",
            training(mistakes::hardly_moved),
        )
        .mistake(
            "slope_fixed",
            "Your slope never moves; it takes a step too, with its own gradient.",
            training(mistakes::slope_fixed),
        )
        .mistake(
            "bias_fixed",
            "Your bias never moves; it takes a step too, with its own gradient.",
            training(mistakes::bias_fixed),
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
        .mistake(
            "slope_accumulated",
            "You added the gradient of the slope to that of the steps before; it has to start each step from zero, as that of the bias does.",
            training(mistakes::slope_accumulated),
        )
        .mistake(
            "bias_accumulated",
            "You added the gradient of the bias to that of the steps before; it has to start each step from zero, as that of the slope does.",
            training(mistakes::bias_accumulated),
        )
        .run()
}
