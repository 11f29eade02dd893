// right: gradients written out by hand over plain numbers in double precision
pub fn fit_line(x: Vector, y: Vector, steps: usize) -> (f32, f32) {
    let points: Vec<(f64, f64)> = x
        .as_vec()
        .into_iter()
        .zip(y.as_vec())
        .map(|(x, y)| (f64::from(x), f64::from(y)))
        .collect();
    let n = points.len() as f64;
    let rate = f64::from(RATE);
    let (mut slope, mut bias) = (0.0, 0.0);
    for step in 0..steps {
        let (mut loss, mut by_slope, mut by_bias) = (0.0, 0.0, 0.0);
        for (x, y) in &points {
            let error = slope * x + bias - y;
            loss += error * error / n;
            by_slope += 2.0 * error * x / n;
            by_bias += 2.0 * error / n;
        }
        report::metric("loss", step, loss as f32);
        report::progress(step + 1, steps, 1, 1);
        slope -= rate * by_slope;
        bias -= rate * by_bias;
    }
    (slope as f32, bias as f32)
}

// right: both parameters in one vector, and the prediction as a product with the rows x and 1
pub fn fit_line(x: Vector, y: Vector, steps: usize) -> (f32, f32) {
    let n = x.shape().0;
    let rows = [x.as_vec(), vec![1.0; n]].concat();
    let rows: Matrix = device().tensor_from_vec(rows, (2, n));
    let mut line: Vector = device().zeros_like(&(2,));
    for step in 0..steps {
        let traced: Vector<Recording> = line.leaky_trace();
        let loss: Scalar<Recording> = (traced.matmul(rows.clone()) - y.clone()).square().mean();
        report::metric("loss", step, loss.array());
        report::progress(step + 1, steps, 1, 1);
        let gradients = loss.backward();
        line = line.clone() - gradients.get(&line) * RATE;
    }
    (line[[0]], line[[1]])
}

// right: no tape: the gradients are means of tensors, and the rate is 0.08
const RATE: f32 = 0.08;

pub fn fit_line(x: Vector, y: Vector, steps: usize) -> (f32, f32) {
    let (mut slope, mut bias) = (0.0_f32, 0.0_f32);
    for step in 0..steps {
        let error = x.clone() * slope + bias - y.clone();
        let loss: Scalar = error.clone().square().mean();
        report::metric("loss", step, loss.array());
        report::progress(step + 1, steps, 1, 1);
        let by_slope: Scalar = (error.clone() * x.clone()).mean();
        let by_bias: Scalar = error.mean();
        slope -= RATE * 2.0 * by_slope.array();
        bias -= RATE * 2.0 * by_bias.array();
    }
    (slope, bias)
}

// right: five means of the points are worked out once, and loss and gradients follow from them in every step
pub fn fit_line(x: Vector, y: Vector, steps: usize) -> (f32, f32) {
    let (x, y) = (x.as_vec(), y.as_vec());
    let mean = |of: &dyn Fn(f64, f64) -> f64| {
        let sum: f64 = x.iter().zip(&y).map(|(x, y)| of(f64::from(*x), f64::from(*y))).sum();
        sum / x.len() as f64
    };
    let (mx, my) = (mean(&|x, _| x), mean(&|_, y| y));
    let (mxx, mxy, myy) = (mean(&|x, _| x * x), mean(&|x, y| x * y), mean(&|_, y| y * y));
    let rate = f64::from(RATE);
    let (mut a, mut b) = (0.0, 0.0);
    for step in 0..steps {
        let loss = a * a * mxx + 2.0 * a * b * mx + b * b - 2.0 * a * mxy - 2.0 * b * my + myy;
        report::metric("loss", step, loss as f32);
        report::progress(step + 1, steps, 1, 1);
        (a, b) = (
            a - rate * 2.0 * (a * mxx + b * mx - mxy),
            b - rate * 2.0 * (a * mx + b - my),
        );
    }
    (a as f32, b as f32)
}

// wrong, mistake:diverges: the rate of 1.0 is left as it was, and the loss grows without end
const RATE: f32 = 1.0;

pub fn fit_line(x: Vector, y: Vector, steps: usize) -> (f32, f32) {
    let mut slope: Scalar = device().zeros();
    let mut bias: Scalar = device().zeros();
    for step in 0..steps {
        let prediction = slope.leaky_trace().broadcast_like::<_, Axis<0>>(&x) * x.clone()
            + bias.leaky_trace().broadcast_like::<_, Axis<0>>(&x);
        let loss: Scalar<Recording> = (prediction - y.clone()).square().mean();
        report::metric("loss", step, loss.array());
        report::progress(step + 1, steps, 1, 1);
        let gradients = loss.backward();
        slope = slope.clone() - gradients.get(&slope) * RATE;
        bias = bias.clone() - gradients.get(&bias) * RATE;
    }
    (slope.array(), bias.array())
}

// wrong, mistake:hardly_moved: the rate is far too small, the line is not there after the last step
const RATE: f32 = 0.0001;

pub fn fit_line(x: Vector, y: Vector, steps: usize) -> (f32, f32) {
    let mut slope: Scalar = device().zeros();
    let mut bias: Scalar = device().zeros();
    for step in 0..steps {
        let prediction = slope.leaky_trace().broadcast_like::<_, Axis<0>>(&x) * x.clone()
            + bias.leaky_trace().broadcast_like::<_, Axis<0>>(&x);
        let loss: Scalar<Recording> = (prediction - y.clone()).square().mean();
        report::metric("loss", step, loss.array());
        report::progress(step + 1, steps, 1, 1);
        let gradients = loss.backward();
        slope = slope.clone() - gradients.get(&slope) * RATE;
        bias = bias.clone() - gradients.get(&bias) * RATE;
    }
    (slope.array(), bias.array())
}

// wrong, property: the gradient is added and not subtracted, so each step goes uphill
pub fn fit_line(x: Vector, y: Vector, steps: usize) -> (f32, f32) {
    let mut slope: Scalar = device().zeros();
    let mut bias: Scalar = device().zeros();
    for step in 0..steps {
        let prediction = slope.leaky_trace().broadcast_like::<_, Axis<0>>(&x) * x.clone()
            + bias.leaky_trace().broadcast_like::<_, Axis<0>>(&x);
        let loss: Scalar<Recording> = (prediction - y.clone()).square().mean();
        report::metric("loss", step, loss.array());
        report::progress(step + 1, steps, 1, 1);
        let gradients = loss.backward();
        slope = slope.clone() + gradients.get(&slope) * RATE;
        bias = bias.clone() + gradients.get(&bias) * RATE;
    }
    (slope.array(), bias.array())
}

// wrong: the training is right, but an invented curve is reported in the place of the loss
pub fn fit_line(x: Vector, y: Vector, steps: usize) -> (f32, f32) {
    let mut slope: Scalar = device().zeros();
    let mut bias: Scalar = device().zeros();
    for step in 0..steps {
        let prediction = slope.leaky_trace().broadcast_like::<_, Axis<0>>(&x) * x.clone()
            + bias.leaky_trace().broadcast_like::<_, Axis<0>>(&x);
        let loss: Scalar<Recording> = (prediction - y.clone()).square().mean();
        report::metric("loss", step, 1.0 / (step as f32 + 1.0));
        report::progress(step + 1, steps, 1, 1);
        let gradients = loss.backward();
        slope = slope.clone() - gradients.get(&slope) * RATE;
        bias = bias.clone() - gradients.get(&bias) * RATE;
    }
    (slope.array(), bias.array())
}

// wrong: the bias is returned first and the slope second
pub fn fit_line(x: Vector, y: Vector, steps: usize) -> (f32, f32) {
    let mut slope: Scalar = device().zeros();
    let mut bias: Scalar = device().zeros();
    for step in 0..steps {
        let prediction = slope.leaky_trace().broadcast_like::<_, Axis<0>>(&x) * x.clone()
            + bias.leaky_trace().broadcast_like::<_, Axis<0>>(&x);
        let loss: Scalar<Recording> = (prediction - y.clone()).square().mean();
        report::metric("loss", step, loss.array());
        report::progress(step + 1, steps, 1, 1);
        let gradients = loss.backward();
        slope = slope.clone() - gradients.get(&slope) * RATE;
        bias = bias.clone() - gradients.get(&bias) * RATE;
    }
    (bias.array(), slope.array())
}

// wrong, curve_missing: nothing is reported on the way
pub fn fit_line(x: Vector, y: Vector, steps: usize) -> (f32, f32) {
    let mut slope: Scalar = device().zeros();
    let mut bias: Scalar = device().zeros();
    for _ in 0..steps {
        let prediction = slope.leaky_trace().broadcast_like::<_, Axis<0>>(&x) * x.clone()
            + bias.leaky_trace().broadcast_like::<_, Axis<0>>(&x);
        let loss: Scalar<Recording> = (prediction - y.clone()).square().mean();
        let gradients = loss.backward();
        slope = slope.clone() - gradients.get(&slope) * RATE;
        bias = bias.clone() - gradients.get(&bias) * RATE;
    }
    (slope.array(), bias.array())
}

// right: the gradients by hand, without a tape
const RATE: f32 = 0.1;

pub fn fit_line(x: Vector, y: Vector, steps: usize) -> (f32, f32) {
    let (x, y) = (x.as_vec(), y.as_vec());
    let n = x.len() as f32;
    let (mut slope, mut bias) = (0.0, 0.0);
    for step in 0..steps {
        let errors: Vec<f32> = x
            .iter()
            .zip(&y)
            .map(|(x, y)| slope * x + bias - y)
            .collect();
        let loss = errors.iter().map(|error| error * error).sum::<f32>() / n;
        report::metric("loss", step, loss);
        report::progress(step + 1, steps, 1, 1);
        let by_slope: f32 = errors
            .iter()
            .zip(&x)
            .map(|(error, x)| 2.0 * error * x)
            .sum();
        let by_bias: f32 = errors.iter().map(|error| 2.0 * error).sum();
        slope -= RATE * by_slope / n;
        bias -= RATE * by_bias / n;
    }
    (slope, bias)
}

// right: each parameter has a loss and a tape of its own
const RATE: f32 = 0.08;

pub fn fit_line(x: Vector, y: Vector, steps: usize) -> (f32, f32) {
    let mut slope: Scalar = device().zeros();
    let mut bias: Scalar = device().zeros();
    for step in 0..steps {
        let level = bias.clone().broadcast_like::<_, Axis<0>>(&x);
        let sloped = slope.leaky_trace().broadcast_like::<_, Axis<0>>(&x) * x.clone();
        let loss = (sloped + level - y.clone()).square().mean();
        report::metric("loss", step, loss.array());
        report::progress(step + 1, steps, 1, 1);
        let by_slope = loss.backward().get(&slope);
        let sloped = slope.clone().broadcast_like::<_, Axis<0>>(&x) * x.clone();
        let level = bias.leaky_trace().broadcast_like::<_, Axis<0>>(&x);
        let loss: Scalar<Recording> = (level + sloped - y.clone()).square().mean();
        let by_bias = loss.backward().get(&bias);
        slope = slope - by_slope * RATE;
        bias = bias - by_bias * RATE;
    }
    (slope.array(), bias.array())
}

// right: the rate falls from step to step
const RATE: f32 = 0.15;

pub fn fit_line(x: Vector, y: Vector, steps: usize) -> (f32, f32) {
    let mut slope: Scalar = device().zeros();
    let mut bias: Scalar = device().zeros();
    for step in 0..steps {
        let rate = RATE * (1.0 - 0.5 * step as f32 / steps as f32);
        let sloped = slope.leaky_trace().broadcast_like::<_, Axis<0>>(&x) * x.clone();
        let level = bias.leaky_trace().broadcast_like::<_, Axis<0>>(&x);
        let loss = (sloped + level - y.clone()).powi(2).mean();
        report::metric("loss", step, loss.array());
        report::progress(step + 1, steps, 1, 1);
        let gradients = loss.backward();
        slope = slope.clone() - gradients.get(&slope) * rate;
        bias = bias.clone() - gradients.get(&bias) * rate;
    }
    (slope.array(), bias.array())
}

// wrong, mistake:diverges: the rate of the stub
const RATE: f32 = 1.0;

// wrong, mistake:hardly_moved: a rate that is far too small
const RATE: f32 = 0.0001;

// wrong, mistake:most_of_the_way: a rate that is somewhat too small
const RATE: f32 = 0.003;

// wrong, property: moves up the slope
pub fn fit_line(x: Vector, y: Vector, steps: usize) -> (f32, f32) {
    let mut slope: Scalar = device().zeros();
    let mut bias: Scalar = device().zeros();
    for step in 0..steps {
        let sloped = slope.leaky_trace().broadcast_like::<_, Axis<0>>(&x) * x.clone();
        let level = bias.leaky_trace().broadcast_like::<_, Axis<0>>(&x);
        let loss = (sloped + level - y.clone()).square().mean();
        report::metric("loss", step, loss.array());
        report::progress(step + 1, steps, 1, 1);
        let gradients = loss.backward();
        slope = slope.clone() + gradients.get(&slope) * RATE;
        bias = bias.clone() + gradients.get(&bias) * RATE;
    }
    (slope.array(), bias.array())
}

// wrong, property: the bias moves by the gradient of the slope
pub fn fit_line(x: Vector, y: Vector, steps: usize) -> (f32, f32) {
    let mut slope: Scalar = device().zeros();
    let mut bias: Scalar = device().zeros();
    for step in 0..steps {
        let sloped = slope.leaky_trace().broadcast_like::<_, Axis<0>>(&x) * x.clone();
        let level = bias.leaky_trace().broadcast_like::<_, Axis<0>>(&x);
        let loss = (sloped + level - y.clone()).square().mean();
        report::metric("loss", step, loss.array());
        report::progress(step + 1, steps, 1, 1);
        let gradients = loss.backward();
        bias = bias.clone() - gradients.get(&slope) * RATE;
        slope = slope.clone() - gradients.get(&slope) * RATE;
    }
    (slope.array(), bias.array())
}

// wrong, property: the absolute error in the place of the squared one
pub fn fit_line(x: Vector, y: Vector, steps: usize) -> (f32, f32) {
    let mut slope: Scalar = device().zeros();
    let mut bias: Scalar = device().zeros();
    for step in 0..steps {
        let sloped = slope.leaky_trace().broadcast_like::<_, Axis<0>>(&x) * x.clone();
        let level = bias.leaky_trace().broadcast_like::<_, Axis<0>>(&x);
        let loss = (sloped + level - y.clone()).abs().mean();
        report::metric("loss", step, loss.array());
        report::progress(step + 1, steps, 1, 1);
        let gradients = loss.backward();
        slope = slope.clone() - gradients.get(&slope) * RATE;
        bias = bias.clone() - gradients.get(&bias) * RATE;
    }
    (slope.array(), bias.array())
}

// wrong, property: x and y are exchanged
pub fn fit_line(x: Vector, y: Vector, steps: usize) -> (f32, f32) {
    let mut slope: Scalar = device().zeros();
    let mut bias: Scalar = device().zeros();
    for step in 0..steps {
        let sloped = slope.leaky_trace().broadcast_like::<_, Axis<0>>(&x) * y.clone();
        let level = bias.leaky_trace().broadcast_like::<_, Axis<0>>(&x);
        let loss = (sloped + level - x.clone()).square().mean();
        report::metric("loss", step, loss.array());
        report::progress(step + 1, steps, 1, 1);
        let gradients = loss.backward();
        slope = slope.clone() - gradients.get(&slope) * RATE;
        bias = bias.clone() - gradients.get(&bias) * RATE;
    }
    (slope.array(), bias.array())
}

// wrong, property: the model has no bias
pub fn fit_line(x: Vector, y: Vector, steps: usize) -> (f32, f32) {
    let mut slope: Scalar = device().zeros();
    for step in 0..steps {
        let sloped = slope.leaky_trace().broadcast_like::<_, Axis<0>>(&x) * x.clone();
        let loss = (sloped - y.clone()).square().mean();
        report::metric("loss", step, loss.array());
        report::progress(step + 1, steps, 1, 1);
        let gradients = loss.backward();
        slope = slope.clone() - gradients.get(&slope) * RATE;
    }
    (slope.array(), 0.0)
}

// wrong, property: the bias comes before the slope in the result
pub fn fit_line(x: Vector, y: Vector, steps: usize) -> (f32, f32) {
    let mut slope: Scalar = device().zeros();
    let mut bias: Scalar = device().zeros();
    for step in 0..steps {
        let sloped = slope.leaky_trace().broadcast_like::<_, Axis<0>>(&x) * x.clone();
        let level = bias.leaky_trace().broadcast_like::<_, Axis<0>>(&x);
        let loss = (sloped + level - y.clone()).square().mean();
        report::metric("loss", step, loss.array());
        report::progress(step + 1, steps, 1, 1);
        let gradients = loss.backward();
        slope = slope.clone() - gradients.get(&slope) * RATE;
        bias = bias.clone() - gradients.get(&bias) * RATE;
    }
    (bias.array(), slope.array())
}

// wrong, property: ten steps, whatever `steps` is
pub fn fit_line(x: Vector, y: Vector, steps: usize) -> (f32, f32) {
    let mut slope: Scalar = device().zeros();
    let mut bias: Scalar = device().zeros();
    for step in 0..10 {
        let sloped = slope.leaky_trace().broadcast_like::<_, Axis<0>>(&x) * x.clone();
        let level = bias.leaky_trace().broadcast_like::<_, Axis<0>>(&x);
        let loss = (sloped + level - y.clone()).square().mean();
        report::metric("loss", step, loss.array());
        report::progress(step + 1, steps, 1, 1);
        let gradients = loss.backward();
        slope = slope.clone() - gradients.get(&slope) * RATE;
        bias = bias.clone() - gradients.get(&bias) * RATE;
    }
    (slope.array(), bias.array())
}

// wrong, mistake:summed: the loss is the sum of the squares
pub fn fit_line(x: Vector, y: Vector, steps: usize) -> (f32, f32) {
    let mut slope: Scalar = device().zeros();
    let mut bias: Scalar = device().zeros();
    for step in 0..steps {
        let sloped = slope.leaky_trace().broadcast_like::<_, Axis<0>>(&x) * x.clone();
        let level = bias.leaky_trace().broadcast_like::<_, Axis<0>>(&x);
        let loss = (sloped + level - y.clone()).square().sum();
        report::metric("loss", step, loss.array());
        report::progress(step + 1, steps, 1, 1);
        let gradients = loss.backward();
        slope = slope.clone() - gradients.get(&slope) * RATE;
        bias = bias.clone() - gradients.get(&bias) * RATE;
    }
    (slope.array(), bias.array())
}

// wrong, property: the bias is not multiplied by a rate at all
pub fn fit_line(x: Vector, y: Vector, steps: usize) -> (f32, f32) {
    let mut slope: Scalar = device().zeros();
    let mut bias: Scalar = device().zeros();
    for step in 0..steps {
        let sloped = slope.leaky_trace().broadcast_like::<_, Axis<0>>(&x) * x.clone();
        let level = bias.leaky_trace().broadcast_like::<_, Axis<0>>(&x);
        let loss = (sloped + level - y.clone()).square().mean();
        report::metric("loss", step, loss.array());
        report::progress(step + 1, steps, 1, 1);
        let gradients = loss.backward();
        slope = slope.clone() - gradients.get(&slope) * RATE;
        bias = bias.clone() - gradients.get(&bias);
    }
    (slope.array(), bias.array())
}

// right: the tape begins with the gradients of the step before, which are those of another tensor by then
pub fn fit_line(x: Vector, y: Vector, steps: usize) -> (f32, f32) {
    let mut slope: Scalar = device().zeros();
    let mut bias: Scalar = device().zeros();
    let mut gradients = Gradients::leaky();
    for step in 0..steps {
        let sloped = slope.trace(gradients).broadcast_like::<_, Axis<0>>(&x) * x.clone();
        let level = bias.leaky_trace().broadcast_like::<_, Axis<0>>(&x);
        let loss = (sloped + level - y.clone()).square().mean();
        report::metric("loss", step, loss.array());
        report::progress(step + 1, steps, 1, 1);
        gradients = loss.backward();
        slope = slope.clone() - gradients.get(&slope) * RATE;
        bias = bias.clone() - gradients.get(&bias) * RATE;
    }
    (slope.array(), bias.array())
}

// wrong, property: the gradients are added, so it goes uphill
/// The learning rate.
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
        slope = slope.clone() + gradients.get(&slope) * RATE;
        bias = bias.clone() + gradients.get(&bias) * RATE;
    }
    (slope.array(), bias.array())
}

// wrong, values: the rate is far too small: the line is not there yet
/// The learning rate.
const RATE: f32 = 0.0005;

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

// wrong, property: the bias is never moved
/// The learning rate.
const RATE: f32 = 0.1;

pub fn fit_line(x: Vector, y: Vector, steps: usize) -> (f32, f32) {
    let mut slope: Scalar = device().zeros();
    let bias: Scalar = device().zeros();
    for step in 0..steps {
        let slopes = slope.leaky_trace().broadcast_like::<_, Axis<0>>(&x);
        let biases = bias.leaky_trace().broadcast_like::<_, Axis<0>>(&x);
        let prediction = slopes * x.clone() + biases;
        let loss: Scalar<Recording> = (prediction - y.clone()).square().mean();
        report::metric("loss", step, loss.array());
        report::progress(step + 1, steps, 1, 1);
        let gradients = loss.backward();
        slope = slope.clone() - gradients.get(&slope) * RATE;
    }
    (slope.array(), bias.array())
}

// wrong, mistake:summed: the loss is the sum of the squares, not their mean
/// The learning rate.
const RATE: f32 = 0.1;

pub fn fit_line(x: Vector, y: Vector, steps: usize) -> (f32, f32) {
    let mut slope: Scalar = device().zeros();
    let mut bias: Scalar = device().zeros();
    for step in 0..steps {
        let slopes = slope.leaky_trace().broadcast_like::<_, Axis<0>>(&x);
        let biases = bias.leaky_trace().broadcast_like::<_, Axis<0>>(&x);
        let prediction = slopes * x.clone() + biases;
        let loss: Scalar<Recording> = (prediction - y.clone()).square().sum();
        report::metric("loss", step, loss.array());
        report::progress(step + 1, steps, 1, 1);
        let gradients = loss.backward();
        slope = slope.clone() - gradients.get(&slope) * RATE;
        bias = bias.clone() - gradients.get(&bias) * RATE;
    }
    (slope.array(), bias.array())
}

// wrong, property: the bias is moved by the gradient of the slope, a line that was copied
/// The learning rate.
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
        let gradient = gradients.get(&slope) * RATE;
        slope = slope.clone() - gradient.clone();
        bias = bias.clone() - gradient;
    }
    (slope.array(), bias.array())
}

// wrong, property: the absolute value is taken in the place of the square
/// The learning rate.
const RATE: f32 = 0.1;

pub fn fit_line(x: Vector, y: Vector, steps: usize) -> (f32, f32) {
    let mut slope: Scalar = device().zeros();
    let mut bias: Scalar = device().zeros();
    for step in 0..steps {
        let slopes = slope.leaky_trace().broadcast_like::<_, Axis<0>>(&x);
        let biases = bias.leaky_trace().broadcast_like::<_, Axis<0>>(&x);
        let prediction = slopes * x.clone() + biases;
        let loss: Scalar<Recording> = (prediction - y.clone()).abs().mean();
        report::metric("loss", step, loss.array());
        report::progress(step + 1, steps, 1, 1);
        let gradients = loss.backward();
        slope = slope.clone() - gradients.get(&slope) * RATE;
        bias = bias.clone() - gradients.get(&bias) * RATE;
    }
    (slope.array(), bias.array())
}

// wrong, property, no help: the inputs are made smaller to allow a large rate, and the slope is not scaled back
/// The learning rate.
const RATE: f32 = 0.3;

pub fn fit_line(x: Vector, y: Vector, steps: usize) -> (f32, f32) {
    let mut slope: Scalar = device().zeros();
    let mut bias: Scalar = device().zeros();
    let x = x / 3.0;
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

// wrong, values: the rate becomes smaller with every step, and is gone too soon
/// The learning rate.
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
        let rate = RATE / (step + 1) as f32;
        slope = slope.clone() - gradients.get(&slope) * rate;
        bias = bias.clone() - gradients.get(&bias) * rate;
    }
    (slope.array(), bias.array())
}
