// right: multiplies by one over the root instead of dividing, and the variance is a mean of squares minus a square
use course::Batch;
use gradlings::prelude::*;

pub fn rms_norm<T: Tape<f32, Dev>>(x: Batch<T>, gain: Vector<T>) -> Batch<T> {
    let (_, _, width) = *x.shape();
    let sum = x.with_empty_tape().powi(2).sum::<_, Axis<2>>();
    let factor = (sum / width as f32 + EPSILON).sqrt().recip();
    let scaled = factor.broadcast_like::<_, Axis<2>>(&x) * gain.broadcast_like::<_, Axes2<0, 1>>(&x);
    scaled * x
}

// right: dfdx's own `normalize`, which is LayerNorm without gain and bias
use course::Batch;
use gradlings::prelude::*;

pub fn layer_norm<T: Tape<f32, Dev>>(x: Batch<T>, gain: Vector<T>, bias: Vector<T>) -> Batch<T> {
    let normed = x.normalize::<Axis<2>>(EPSILON);
    let gain = gain.broadcast_like::<_, Axes2<0, 1>>(&normed);
    let bias = bias.broadcast_like::<_, Axes2<0, 1>>(&normed);
    normed * gain + bias
}

// right: lends the gain, and takes `x` itself first
use course::Batch;
use gradlings::prelude::*;

pub fn rms_norm<T: Tape<f32, Dev>>(x: Batch<T>, gain: Vector<T>) -> Batch<T> {
    let lent = x.with_empty_tape();
    let square = x.square().mean::<_, Axis<2>>();
    let root = (square + EPSILON).sqrt().broadcast_like::<_, Axis<2>>(&lent);
    let gain = gain.with_empty_tape().broadcast_like::<_, Axes2<0, 1>>(&lent);
    gain * (lent / root)
}

// wrong, mistake:mean subtracted: LayerNorm without a bias
use course::Batch;
use gradlings::prelude::*;

pub fn rms_norm<T: Tape<f32, Dev>>(x: Batch<T>, gain: Vector<T>) -> Batch<T> {
    let mean = x.with_empty_tape().mean::<_, Axis<2>>();
    let mean = mean.broadcast_like::<_, Axis<2>>(&x);
    let off = x - mean;
    let square = off.with_empty_tape().square().mean::<_, Axis<2>>();
    let root = (square + EPSILON).sqrt().broadcast_like::<_, Axis<2>>(&off);
    let gain = gain.broadcast_like::<_, Axes2<0, 1>>(&off);
    off / root * gain
}

// wrong, mistake:epsilon outside the root: guards the root and not what is under it
use course::Batch;
use gradlings::prelude::*;

pub fn rms_norm<T: Tape<f32, Dev>>(x: Batch<T>, gain: Vector<T>) -> Batch<T> {
    let root = x.with_empty_tape().square().mean::<_, Axis<2>>().sqrt() + EPSILON;
    let root = root.broadcast_like::<_, Axis<2>>(&x);
    let gain = gain.broadcast_like::<_, Axes2<0, 1>>(&x);
    x / root * gain
}

// right: the plain form, LayerNorm by RMSNorm of what is left after the mean
pub fn rms_norm<T: Tape<f32, Dev>>(x: Batch<T>, gain: Vector<T>) -> Batch<T> {
    let shape = *x.shape();
    let square = x.with_empty_tape().square().mean::<_, Axis<2>>();
    let root = (square + EPSILON).sqrt();
    x / root.broadcast_like::<_, Axis<2>>(&shape) * gain.broadcast_like::<_, Axes2<0, 1>>(&shape)
}

pub fn layer_norm<T: Tape<f32, Dev>>(x: Batch<T>, gain: Vector<T>, bias: Vector<T>) -> Batch<T> {
    let shape = *x.shape();
    let mean = x.with_empty_tape().mean::<_, Axis<2>>().broadcast_like::<_, Axis<2>>(&shape);
    rms_norm(x - mean, gain) + bias.broadcast_like::<_, Axes2<0, 1>>(&shape)
}

// right: all tokens as rows of one matrix; dfdx's var
pub fn rms_norm<T: Tape<f32, Dev>>(x: Batch<T>, gain: Vector<T>) -> Batch<T> {
    let shape = *x.shape();
    let (batch, time, width) = shape;
    let rows: Matrix<T> = x.reshape_like(&(batch * time, width));
    let square = rows.with_empty_tape().square().sum::<_, Axis<1>>() / width as f32;
    let root = (square + EPSILON).sqrt().broadcast_like::<_, Axis<1>>(&rows);
    let gains = gain.broadcast_like::<_, Axis<0>>(&rows);
    (rows * gains / root).reshape_like(&shape)
}

pub fn layer_norm<T: Tape<f32, Dev>>(x: Batch<T>, gain: Vector<T>, bias: Vector<T>) -> Batch<T> {
    let shape = *x.shape();
    let variance = x.with_empty_tape().var::<_, Axis<2>>();
    let mean = x.with_empty_tape().mean::<_, Axis<2>>();
    let root = (variance + EPSILON).sqrt().broadcast_like::<_, Axis<2>>(&shape);
    (x - mean.broadcast_like::<_, Axis<2>>(&shape)) / root * gain.broadcast_like::<_, Axes2<0, 1>>(&shape) + bias.broadcast_like::<_, Axes2<0, 1>>(&shape)
}

// right: the mean of squares less the square of the mean
pub fn layer_norm<T: Tape<f32, Dev>>(x: Batch<T>, gain: Vector<T>, bias: Vector<T>) -> Batch<T> {
    let shape = *x.shape();
    let mean = x.with_empty_tape().mean::<_, Axis<2>>();
    let squares = x.with_empty_tape().square().mean::<_, Axis<2>>();
    let variance = squares - mean.with_empty_tape().square();
    let root = (variance + EPSILON).sqrt();
    let centred = x - mean.broadcast_like::<_, Axis<2>>(&shape);
    centred / root.broadcast_like::<_, Axis<2>>(&shape) * gain.broadcast_like::<_, Axes2<0, 1>>(&shape) + bias.broadcast_like::<_, Axes2<0, 1>>(&shape)
}

// wrong, mistake:square of the mean: the mean is squared
pub fn rms_norm<T: Tape<f32, Dev>>(x: Batch<T>, gain: Vector<T>) -> Batch<T> {
    let shape = *x.shape();
    let square = x.with_empty_tape().mean::<_, Axis<2>>().square();
    let root = (square + EPSILON).sqrt();
    x / root.broadcast_like::<_, Axis<2>>(&shape) * gain.broadcast_like::<_, Axes2<0, 1>>(&shape)
}

// wrong, mistake:epsilon of 1e-8: 1e-8 is added, and not EPSILON
pub fn rms_norm<T: Tape<f32, Dev>>(x: Batch<T>, gain: Vector<T>) -> Batch<T> {
    let shape = *x.shape();
    let square = x.with_empty_tape().square().mean::<_, Axis<2>>();
    let root = (square + 1e-8).sqrt();
    x / root.broadcast_like::<_, Axis<2>>(&shape) * gain.broadcast_like::<_, Axes2<0, 1>>(&shape)
}

// wrong, mistake:no epsilon: the root is clamped, and nothing is added
pub fn rms_norm<T: Tape<f32, Dev>>(x: Batch<T>, gain: Vector<T>) -> Batch<T> {
    let shape = *x.shape();
    let square = x.with_empty_tape().square().mean::<_, Axis<2>>();
    let root = square.sqrt().clamp(EPSILON, f32::MAX);
    x / root.broadcast_like::<_, Axis<2>>(&shape) * gain.broadcast_like::<_, Axes2<0, 1>>(&shape)
}

// wrong, mistake:mean size: LayerNorm divides by the mean of the absolute differences
pub fn layer_norm<T: Tape<f32, Dev>>(x: Batch<T>, gain: Vector<T>, bias: Vector<T>) -> Batch<T> {
    let shape = *x.shape();
    let mean = x.with_empty_tape().mean::<_, Axis<2>>();
    let centred = x - mean.broadcast_like::<_, Axis<2>>(&shape);
    let variance = centred.with_empty_tape().abs().mean::<_, Axis<2>>();
    let root = variance + EPSILON;
    centred / root.broadcast_like::<_, Axis<2>>(&shape) * gain.broadcast_like::<_, Axes2<0, 1>>(&shape) + bias.broadcast_like::<_, Axes2<0, 1>>(&shape)
}

// wrong, mistake:sum for mean: LayerNorm takes the sum of the squares for the variance
pub fn layer_norm<T: Tape<f32, Dev>>(x: Batch<T>, gain: Vector<T>, bias: Vector<T>) -> Batch<T> {
    let shape = *x.shape();
    let mean = x.with_empty_tape().mean::<_, Axis<2>>();
    let centred = x - mean.broadcast_like::<_, Axis<2>>(&shape);
    let variance = centred.with_empty_tape().square().sum::<_, Axis<2>>();
    let root = (variance + EPSILON).sqrt();
    centred / root.broadcast_like::<_, Axis<2>>(&shape) * gain.broadcast_like::<_, Axes2<0, 1>>(&shape) + bias.broadcast_like::<_, Axes2<0, 1>>(&shape)
}

// wrong, mistake:mean left in above: LayerNorm divides `x` itself, without its mean taken away
pub fn layer_norm<T: Tape<f32, Dev>>(x: Batch<T>, gain: Vector<T>, bias: Vector<T>) -> Batch<T> {
    let shape = *x.shape();
    let root = (x.with_empty_tape().var::<_, Axis<2>>() + EPSILON).sqrt();
    x / root.broadcast_like::<_, Axis<2>>(&shape) * gain.broadcast_like::<_, Axes2<0, 1>>(&shape) + bias.broadcast_like::<_, Axes2<0, 1>>(&shape)
}

// wrong, mistake:centred last: LayerNorm subtracts the mean of what `rms_norm` gives
pub fn layer_norm<T: Tape<f32, Dev>>(x: Batch<T>, gain: Vector<T>, bias: Vector<T>) -> Batch<T> {
    let shape = *x.shape();
    let x = rms_norm(x, gain);
    let mean = x.with_empty_tape().mean::<_, Axis<2>>().broadcast_like::<_, Axis<2>>(&shape);
    x - mean + bias.broadcast_like::<_, Axes2<0, 1>>(&shape)
}

// wrong, mistake:divided by the deviation: divided by the deviation, with dfdx's `stddev`
pub fn rms_norm<T: Tape<f32, Dev>>(x: Batch<T>, gain: Vector<T>) -> Batch<T> {
    let shape = *x.shape();
    let root = x.with_empty_tape().stddev::<_, Axis<2>>(EPSILON);
    x / root.broadcast_like::<_, Axis<2>>(&shape) * gain.broadcast_like::<_, Axes2<0, 1>>(&shape)
}

// wrong, mistake:unbiased variance: LayerNorm divides the squares by one less, where there are two numbers or more
pub fn layer_norm<T: Tape<f32, Dev>>(x: Batch<T>, gain: Vector<T>, bias: Vector<T>) -> Batch<T> {
    let shape = *x.shape();
    let mean = x.with_empty_tape().mean::<_, Axis<2>>().broadcast_like::<_, Axis<2>>(&shape);
    let off = x - mean;
    let less = if shape.2 > 1 { shape.2 - 1 } else { 1 };
    let variance = off.with_empty_tape().square().sum::<_, Axis<2>>() / less as f32;
    let root = (variance + EPSILON).sqrt().broadcast_like::<_, Axis<2>>(&shape);
    off / root * gain.broadcast_like::<_, Axes2<0, 1>>(&shape) + bias.broadcast_like::<_, Axes2<0, 1>>(&shape)
}
