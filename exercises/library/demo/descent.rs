//! The way down: one step of gradient descent, repeated; a line fitted to points.

use gradlings::prelude::*;

/// Points near a line; their centre is not 0, so that the valley lies aslant.
const X: [f32; 8] = [-1.0, -0.6, -0.1, 0.3, 0.8, 1.1, 1.6, 2.0];
const Y: [f32; 8] = [-0.75, -0.9, 0.5, 0.65, 1.9, 2.0, 3.2, 3.35];
/// Steps of one path.
const STEPS: usize = 40;
const SLOPE: std::ops::Range<f32> = -1.5..4.5;
const BIAS: std::ops::Range<f32> = -3.0..3.0;

fn loss(slope: f32, bias: f32) -> f32 {
    let errors = X.iter().zip(Y).map(|(x, y)| slope * x + bias - y);
    errors.map(|error| error * error).sum::<f32>() / X.len() as f32
}

/// Walks down the loss of a line (its slope and its bias) with `step`, at three learning rates side by side: one too
/// small, one that fits, one so large that the path jumps from side to side.
///
/// `step` gets two parameters of shape `(1,)`, for each the gradients of eight examples, `(8, 1)`, and the rate; it
/// returns the parameters after one step.
///
/// ```
/// use course::demo;
/// use gradlings::prelude::*;
///
/// fn nowhere(parameters: Vec<Vector>, _gradients: Vec<Matrix>, _rate: f32) -> Vec<Vector> {
///     parameters
/// }
/// demo::descent(nowhere);
/// ```
pub fn descent(step: impl Fn(Vec<Vector>, Vec<Matrix>, f32) -> Vec<Vector>) {
    const TITLE: &str = "loss of a line: the way down";
    report::surface(TITLE, ("slope", SLOPE), ("bias", BIAS), loss);
    for (rate, name) in [(0.02, "rate 0.02"), (0.2, "rate 0.2"), (0.55, "rate 0.55")] {
        let (mut slope, mut bias) = (-1.0, 2.5);
        for at in 0..=STEPS {
            report::path(TITLE, name, at, slope, bias);
            report::metric(&format!("loss, {name}"), at, loss(slope, bias));
            let errors: Vec<f32> = X.iter().zip(Y).map(|(x, y)| slope * x + bias - y).collect();
            let column = |numbers: Vec<f32>| {
                let shape = (numbers.len(), 1);
                device().tensor_from_vec(numbers, shape)
            };
            let of_slope = errors.iter().zip(X).map(|(error, x)| 2.0 * error * x);
            let of_bias = errors.iter().map(|error| 2.0 * error);
            let gradients = vec![column(of_slope.collect()), column(of_bias.collect())];
            let one = |number: f32| device().tensor_from_vec(vec![number], (1,));
            let stepped = step(vec![one(slope), one(bias)], gradients, rate);
            let first = |at: usize| stepped.get(at).and_then(|it| it.as_vec().first().copied());
            let (Some(new_slope), Some(new_bias)) = (first(0), first(1)) else {
                return;
            };
            (slope, bias) = (new_slope, new_bias);
        }
    }
}

/// Watches a line being fitted: `train` gets points and a number of steps, and returns slope and bias after them. It is
/// called with 0, 1, 2, ... steps, and what it reports itself stays unheard.
///
/// ```
/// use course::demo;
/// use gradlings::prelude::*;
///
/// demo::fit(|_x, _y, steps| (0.1 * steps as f32, 0.0));
/// ```
pub fn fit(train: impl Fn(Vector, Vector, usize) -> (f32, f32)) {
    const LINE: &str = "the line over its points";
    const DOWN: &str = "the loss, and the way down";
    report::points(LINE, ("x", "y"), &X, &Y);
    report::surface(DOWN, ("slope", SLOPE), ("bias", BIAS), loss);
    let vector = |numbers: &[f32]| device().tensor_from_vec(numbers.to_vec(), (numbers.len(),));
    for steps in 0..=STEPS {
        let (slope, bias) = report::unheard(|| train(vector(&X), vector(&Y), steps));
        report::line(LINE, steps, slope, bias);
        report::path(DOWN, "yours", steps, slope, bias);
    }
}

/// Walks down the loss of a line in batches of 1, of 8 and of all 40 points, side by side: how far each has come once it
/// has looked at so many points.
///
/// `sgd` gets the rows `[x, y]`, the size of a batch, the learning rate, the number of epochs and a seed, and returns the
/// line after each step, as rows `[slope, bias]`.
///
/// ```
/// use course::demo;
///
/// demo::batches(|points, batch, _rate, epochs, _seed| {
///     vec![vec![0.0, 0.0]; epochs * points.len().div_ceil(batch)]
/// });
/// ```
pub fn batches(sgd: impl Fn(Vec<Vec<f32>>, usize, f32, usize, u64) -> Vec<Vec<f32>>) {
    const TITLE: &str = "loss of a line: three ways down";
    const EPOCHS: usize = 4;
    const RATE: f32 = 0.1;
    let points = scattered();
    let mean_loss = |slope: f32, bias: f32| {
        let errors = points
            .iter()
            .map(|point| slope * point[0] + bias - point[1]);
        errors.map(|error| error * error).sum::<f32>() / points.len() as f32
    };
    report::surface(TITLE, ("slope", SLOPE), ("bias", BIAS), mean_loss);
    let ways = [
        (1, "batches of 1"),
        (8, "batches of 8"),
        (points.len(), "all points"),
    ];
    for (batch, name) in ways {
        report::path(TITLE, name, 0, 0.0, 0.0);
        let path = sgd(points.clone(), batch, RATE, EPOCHS, 1);
        for (step, line) in path.iter().enumerate() {
            if let [slope, bias] = line[..] {
                report::path(TITLE, name, (step + 1) * batch, slope, bias);
            }
        }
    }
}

/// 40 points around a line, some of them far from it.
fn scattered() -> Vec<Vec<f32>> {
    let mut random = random(5);
    let point = |place: usize| {
        let x = -1.2 + 0.08 * place as f32;
        vec![x, 1.8 * x + 1.0 + random.gen_range(-1.2..1.2)]
    };
    (0..40).map(point).collect()
}
