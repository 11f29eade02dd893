//! What the cases of `rms_norm` are made of, and its mistakes: means and roots over one axis or another.

use course::Batch;
use gradlings::prelude::*;

pub type X = Batch<Recording>;
pub type V = Vector<Recording>;

pub const EPSILON: f32 = 1e-5;

pub type Rms = (Batch, Vector);
pub type Layer = (Batch, Vector, Vector);

/// Tokens and a gain; the tokens times `size`, plus `offset`.
pub fn tokens(
    (batch, time, width): (usize, usize, usize),
    size: f32,
    offset: f32,
) -> impl Fn(&mut Generator) -> Rms {
    move |g| {
        let x: Batch = g.tensor((batch, time, width));
        (x * size + offset, g.vector(width) + 1.5)
    }
}

/// The same with a bias.
pub fn biased(
    (batch, time, width): (usize, usize, usize),
    size: f32,
    offset: f32,
) -> impl Fn(&mut Generator) -> Layer {
    move |g| {
        let (x, gain) = tokens((batch, time, width), size, offset)(g);
        (x, gain, g.vector(width))
    }
}

/// Batches from small to large, none of them with two equal lengths.
pub fn shape(i: usize) -> (usize, usize, usize) {
    (1 + i % 3, 4 + i % 4, 8 + i)
}

/// A vector for every token.
pub fn each(vector: V, x: &X) -> X {
    vector.broadcast_like::<_, Axes2<0, 1>>(x)
}

/// A number for the whole vector of its token.
pub fn whole(number: Matrix<Recording>, x: &X) -> X {
    number.broadcast_like::<_, Axis<2>>(x)
}

/// The mean of each vector.
pub fn mean(x: &X) -> X {
    whole(x.with_empty_tape().mean::<_, Axis<2>>(), x)
}

/// The root of the mean square of each vector.
pub fn root(x: &X) -> X {
    let square = x.with_empty_tape().square().mean::<_, Axis<2>>();
    whole((square + EPSILON).sqrt(), x)
}

/// The deviation of each vector from its mean. What is off it is lent to nothing, so that its tape stays whole.
pub fn deviation(x: &X) -> X {
    let off = x.with_empty_tape() - mean(x);
    let variance = off.square().mean::<_, Axis<2>>();
    whole((variance + EPSILON).sqrt(), x)
}

/// What the tape knows nothing of.
pub fn off_tape(x: X) -> X {
    let anew: Batch = device().tensor_from_vec(x.as_vec(), *x.shape());
    anew.leaky_traced()
}

/// Divided by what `by` makes of `x`, times the gain.
pub fn divided(x: X, gain: V, by: impl Fn(&X) -> X) -> X {
    let (root, gain) = (by(&x), each(gain, &x));
    x / root * gain
}

/// The root of the mean square, over one axis or more.
macro_rules! root_over {
    ($axes:ty) => {
        |x: &X| {
            let square = x.with_empty_tape().square().mean::<_, $axes>();
            (square + EPSILON).sqrt().broadcast_like::<_, $axes>(x)
        }
    };
}

/// Minus its mean and divided by its deviation, both over one axis or more.
macro_rules! layer_over {
    ($axes:ty) => {
        |x: X, gain: V, bias: V| {
            let mean = x.with_empty_tape().mean::<_, $axes>();
            let mean = mean.broadcast_like::<_, $axes>(&x);
            let bias = each(bias, &x);
            divided(x - mean, gain, root_over!($axes)) + bias
        }
    };
}

/// RMSNorm of the vectors without their mean.
pub fn centred(x: X, by: impl Fn(&X) -> X) -> X {
    let mean = mean(&x);
    let off = x - mean;
    let by = by(&off);
    off / by
}

pub fn times_and_plus(x: X, gain: V, bias: V) -> X {
    let (gain, bias) = (each(gain, &x), each(bias, &x));
    x * gain + bias
}

pub(crate) use {layer_over, root_over};
