//! # A way around the layers
//!
//! A network of 56 layers should do no worse than one of 20: 36 of its layers need only pass on what they get. In 2015 it
//! did do worse, even on the images that it was trained on: passing on seems to be hard to learn. So a **residual block**
//! needs no layer for that. What goes into it goes around its layers f, by a **skip connection**, and is added to what they
//! find:
//!
//! ```text
//! plain:     h = f(h)
//! residual:  h = h + f(h)
//! here:      f(h) = relu(h) W
//! ```
//!
//! With W = 0 nothing is added. And there is a second gain. On the way back every layer multiplies the gradient by its own
//! slope, and where each makes it smaller, hardly anything reaches the first ones. The slope of h + f(h) is 1 plus that
//! of f: however small that is, the 1 remains.
//!
//! In f the ReLU comes **first**. At the end of f, before the sum, it would leave a block that can only add; after the sum,
//! it would stand in the way.
//!
//! In dfdx's layers f is `(ReLU, Linear<6, 6>)`, with a bias too, and `Residual<F>` is the sum of what goes into the layers
//! F and what comes out of them. Make `Block` such a block.
//!
//! `arriving` sends a gradient back through a deep network of these layers, without biases. The sum of all numbers in the
//! last h stands in for a loss, so the gradient starts as all ones. Measure what reaches the h that goes *into* each layer:
//! the **size** of its gradient is the root of the mean of the squares, over all rows and units.
//!
//! | name | shape | meaning |
//! |---|---|---|
//! | `x` | `(batch, units)` | the h that goes into the first layer, a row for each example |
//! | `w`, `weights` | `(units, units)`, one per layer | W, from the first layer to the last |
//! | `skip` | `true`, `false` | whether each layer is a residual block, or plain |
//! | results | `(batch, units)`, a number per layer | h + f(h); the size of the gradient of the h that goes into each layer, from the first to the last |
//!
//! Worked by hand: one example, one unit, x = 2, the weights 0.5 and 1. With skip connections, h is 2 + 0.5 * 2 = 3, then
//! 3 + 1 * 3 = 6. On the way back, the gradient starts as 1. At the h between the layers it is 1 + 1 * 1 = 2, and at x it is
//! 2 + 0.5 * 2 = 3: the sizes are `[3, 2]`. In the plain network h is 1, then 1 again, and the sizes are `[0.5, 1]`.
//!
//! Where h is used twice, write `h.with_empty_tape()` the first time. `x.leaky_traced()` is x with a tape, and
//! `w.retaped()` fits beside tensors that have one. Keep `h.with_empty_tape()` of each layer in a list; after
//! `let gradients = loss.backward();` there is `gradients.get(&h)` for each of them, a tensor like h.
//!
//! Most deep networks have skip connections, transformers among them. (He, Zhang, Ren, Sun: *Deep residual learning for
//! image recognition*, 2015, and *Identity mappings in deep residual networks*, 2016.)

use course::demo;
use gradlings::prelude::*;

/// What f is in dfdx's layers.
pub type F = (ReLU, Linear<6, 6>);

/// A batch of rows.
pub type Rows = Tensor<(usize, Const<6>), f32, Dev>;

/// A residual block of these layers.
pub type Block = Residual<F>;

/// `h + f(h)`, with `f(h) = relu(h) W`.
pub fn block<T: Tape<f32, Dev>>(h: Matrix<T>, w: Matrix<T>) -> Matrix<T> {
    let found = h.with_empty_tape().relu().matmul(w);
    h + found
}

/// The size of the gradient that arrives at what goes into each layer, from the first layer to the last.
pub fn arriving(x: Matrix, weights: Vec<Matrix>, skip: bool) -> Vec<f32> {
    let mut h: Matrix<Recording> = x.leaky_traced();
    let mut states = Vec::new();
    for w in weights {
        states.push(h.with_empty_tape());
        let w = w.retaped();
        h = if skip {
            block(h, w)
        } else {
            h.relu().matmul(w)
        };
    }
    let loss: Scalar<Recording> = h.sum();
    let gradients = loss.backward();
    let mut sizes = Vec::new();
    for state in &states {
        let mean: Scalar = gradients.get(state).square().mean();
        sizes.push(mean.array().sqrt());
    }
    sizes
}

fn main() {
    Exercise::new()
        .offer("layers", model::<Block, Rows>())
        .offer("block", gradient(block))
        .offer("arriving", function(arriving))
        .show("what arrives at each of twenty layers", || {
            demo::twenty_layers(arriving)
        })
        .serve()
}
