//! # Slopes from a tape
//!
//! Training asks one question over and over: if this number is raised a little, how fast does the result rise? The answer
//! is the **slope**. Where it is 3, a number raised by 0.01 raises the result by about 0.03.
//!
//! Nobody works slopes out by hand. A tensor can carry a **tape**, which records every operation, and a tape that is
//! played back gives the slopes. `x.leaky_trace()` is `x` with an empty tape. From a result that is a *single* number, a
//! `Scalar<Recording>`, you play it back:
//!
//! ```text
//! let gradients = total.backward();
//! gradients.get(&x)
//! ```
//!
//! The second line is a tensor like `x`, the **gradient**: how fast `total` rises with each number of `x`. But a curve has
//! a value at *every* point. So take the **sum** of its values: raising one point moves only one of them, and the sum rises
//! just as fast as that one. In a mean, each value counts only 1/n.
//!
//! Value and slope at a point give the line that touches the curve there, its **tangent**:
//!
//! ```text
//! tangent(x) = value + slope * (x - at)
//! ```
//!
//! Here `value` and `slope` are those of the curve at the point `at`. Near that point the two can hardly be told apart,
//! so the slope says where a small step leads.
//!
//! | name | shape | meaning |
//! |---|---|---|
//! | `x` | `(n,)` | the points, at least one |
//! | `at` | a number | where the tangent touches the curve |
//! | results | `(n,)` | the values and the slopes of the curve; the heights of the tangent |
//!
//! Worked by hand: `curve` is x * sin x, so its slope is sin x + x * cos x. At 0, pi/2 and pi its values are
//! `[0, 1.571, 0]` and its slopes `[0, 1, -3.142]`. The tangent at pi/2 has the height 1.571 + 1 * (2 - 1.571) = 2 where
//! x is 2; the curve has 1.819.
//!
//! `device().tensor_from_vec(vec![at], (1,))` is a vector with one number, and `v.as_vec()` the numbers of a vector as a
//! `Vec`. PyTorch finds slopes in this way, for billions of numbers at a time. (Griewank and Walther: *Evaluating
//! Derivatives*, 2nd edition, 2008, chapter 3.)

use course::demo;
use gradlings::prelude::*;

/// Given: x * sin x for each number, with a tape or without. The first use only lends `x`, so that it can be used again.
pub fn curve<T: Tape<f32, Dev>>(x: Vector<T>) -> Vector<T> {
    x.with_empty_tape() * x.sin()
}

/// The values of `curve` at `x`, and its slopes there.
pub fn value_and_slope(x: Vector) -> (Vector, Vector) {
    todo!("work out the values, and play the tape of their sum back")
}

/// The heights, at `x`, of the line that touches the curve at `at`.
pub fn tangent(at: f32, x: Vector) -> Vector {
    todo!("ask for value and slope at one point, then follow the formula")
}

fn main() {
    Exercise::new()
        .offer("value_and_slope", function(value_and_slope))
        .offer("tangent", function(tangent))
        .show("the tangent walks along the curve", || {
            demo::tangents(value_and_slope)
        })
        .serve()
}
