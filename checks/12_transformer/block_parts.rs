//! What the cases of `block` are made of, and its mistakes: the parts of a block, to be put together in another way.

use course::Batch;
use gradlings::prelude::*;

use crate::solution::heads::multi_head;
use crate::solution::rms_norm::rms_norm;
use crate::solution::swiglu;

pub type X = Batch<Recording>;
pub type W = Matrix<Recording>;
pub type V = Vector<Recording>;

pub type Forward = (Batch, Matrix, Matrix, Matrix);
pub type Whole = (Batch, Vec<Vector>, Vec<Matrix>, Vec<Matrix>, usize);

/// Tokens and the three matrices of the feed-forward layer.
pub fn forward(
    batch: usize,
    time: usize,
    width: usize,
    hidden: usize,
) -> impl Fn(&mut Generator) -> Forward {
    move |g| {
        let x = g.tensor((batch, time, width));
        (
            x,
            g.matrix(width, hidden),
            g.matrix(width, hidden),
            g.matrix(hidden, width),
        )
    }
}

/// A whole block of `heads` heads of `d` numbers.
pub fn whole(
    (batch, time): (usize, usize),
    (heads, d): (usize, usize),
    hidden: usize,
) -> impl Fn(&mut Generator) -> Whole {
    move |g| {
        let width = heads * d;
        // Far from the size that a norm gives, so that it shows where there is one.
        let x: Batch = g.tensor((batch, time, width));
        let gains = (0..2).map(|_| g.vector(width) + 1.5).collect();
        let few = 1.2 / (width as f32).sqrt();
        let attention = (0..4).map(|_| g.matrix(width, width) * few).collect();
        let sizes = [(width, hidden), (width, hidden), (hidden, width)];
        let layer = sizes.map(|(rows, columns)| g.matrix(rows, columns) * few);
        (x * 2.0, gains, attention, layer.to_vec(), heads)
    }
}

pub fn matrix(numbers: &[f32], rows: usize) -> Matrix {
    device().tensor_from_vec(numbers.to_vec(), (rows, numbers.len() / rows))
}

/// What the tape knows nothing of.
pub fn off_tape(x: X) -> X {
    let anew: Batch = device().tensor_from_vec(x.as_vec(), *x.shape());
    anew.leaky_traced()
}

/// The layer with something else made of its two products.
pub fn gated(x: X, gate: W, up: W, down: W, meet: impl Fn(X, X) -> X) -> X {
    let z = x.with_empty_tape().matmul(gate);
    meet(z, x.matmul(up)).matmul(down)
}

pub fn silu(z: X) -> X {
    z.with_empty_tape().sigmoid() * z
}

/// The two parts of a block and its norms, which may be put together in another way.
pub struct Parts {
    pub gains: Vec<V>,
    pub attention: Vec<W>,
    pub feed_forward: Vec<W>,
    pub heads: usize,
}

impl Parts {
    pub fn norm(&self, x: X, number: usize) -> X {
        rms_norm(x, self.gains[number].with_empty_tape())
    }

    pub fn look(&self, x: X) -> X {
        let [q, k, v, o] = [0, 1, 2, 3].map(|n| self.attention[n].with_empty_tape());
        multi_head(x, q, k, v, o, self.heads)
    }

    pub fn work(&self, x: X) -> X {
        let [gate, up, down] = [0, 1, 2].map(|n| self.feed_forward[n].with_empty_tape());
        swiglu(x, gate, up, down)
    }

    /// `x`, and what attention finds.
    pub fn looked(&self, x: X) -> X {
        let normed = self.norm(x.with_empty_tape(), 0);
        x + self.look(normed)
    }

    /// `h`, and what the feed-forward layer finds.
    pub fn worked(&self, h: X) -> X {
        let normed = self.norm(h.with_empty_tape(), 1);
        h + self.work(normed)
    }
}

/// A function of the parts, as a wrong answer.
macro_rules! of_parts {
    (|$x:ident, $($parts:ident)+| $body:expr) => {
        |$x, gains, attention, feed_forward, heads| {
            let $($parts)+ = Parts {
                gains,
                attention,
                feed_forward,
                heads,
            };
            $body
        }
    };
}

pub(crate) use of_parts;
