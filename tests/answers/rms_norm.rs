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
