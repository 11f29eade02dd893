//! # Initialisation
//!
//! A training starts from weights, and 0 is no good: with all weights and biases 0, every ReLU gives 0, every gradient but
//! that of the last bias is 0, and no weight ever moves. So weights are drawn at random, around 0. But how far from it?
//!
//! A unit adds up one product for each of its inputs. If the weights have the standard deviation d, the sum of n such
//! products is about d * sqrt(n) times as large as the inputs. The next layer does this again, so after ten layers hardly
//! anything is left, or the numbers are enormous, and so are the gradients. Two rules keep the size:
//!
//! ```text
//! he     = sqrt(2 / inputs)
//! xavier = sqrt(2 / (inputs + outputs))
//! ```
//!
//! **He** is meant for layers with a ReLU, which makes about half of the sums 0; the 2 makes up for that. **Xavier** is
//! meant for tanh and sigmoid. Gradients go back through as many products as a layer has outputs, so it takes the mean of
//! both counts, which PyTorch calls **fan-in** and **fan-out**. Both are standard deviations; their squares are variances.
//!
//! Numbers with a given deviation can come from a normal distribution, or evenly from a range around 0:
//!
//! ```text
//! normal:  deviation * z
//! uniform: from -bound to bound
//!          with bound = sqrt(3) * deviation
//! ```
//!
//! Here z has mean 0 and deviation 1 over many draws; what a few of them happen to have is left to chance. The root is there
//! because numbers spread evenly from -1 to 1 have the deviation 1 / sqrt(3).
//!
//! | name | shape | meaning |
//! |---|---|---|
//! | `inputs`, `outputs` | whole numbers | how many a layer has |
//! | `relu` | yes or no | whether a ReLU follows: He's rule, else Xavier's |
//! | `normal`, `uniform` | `(inputs, outputs)` | random weights with that `deviation` |
//! | `x` | `(batch, inputs)` | a row for each example |
//! | `layers` | one matrix for each layer | the weights, from first to last |
//! | `sizes` | one number for each layer | how large its outputs are |
//!
//! To see what becomes of `x`, `sizes` sends it through layers without biases, `h = relu(h * weights)`, where the star is a
//! matrix product. After each layer it notes the **root of the mean of the squares** of all numbers in h.
//!
//! Worked by hand: 8 inputs and 10 outputs give he = 0.5 and xavier = 1/3. With `x` = `[[3, 4]]` and the weights
//! `[[1, 1], [1, -1]]`, h is `[[7, 0]]`, and its size sqrt((49 + 0) / 2) = 4.95. After a second layer of zeros it is 0.
//!
//! In dfdx, `device().sample_normal_like(&(rows, columns))` is a new matrix of such z, and `sample_uniform_like` one of
//! numbers from 0 to 1. `.square().mean()` of a matrix can be a `Scalar`, and `.array()` is its number.
//!
//! Keras draws its `Dense` layers by Xavier's rule, from a range; ResNets started from He's. (He, Zhang, Ren, Sun: *Delving
//! Deep into Rectifiers*, 2015.)

use course::demo;
use gradlings::prelude::*;

/// The deviation that the weights of a layer should have: by He's rule if a ReLU follows, else by Xavier's.
pub fn deviation(inputs: usize, outputs: usize, relu: bool) -> f32 {
    let count = if relu { inputs } else { inputs + outputs };
    (2.0 / count as f32).sqrt()
}

/// Weights from a normal distribution.
pub fn normal(inputs: usize, outputs: usize, deviation: f32) -> Matrix {
    device().sample_normal_like(&(inputs, outputs)) * deviation
}

/// Weights spread evenly over a range.
pub fn uniform(inputs: usize, outputs: usize, deviation: f32) -> Matrix {
    let bound = 3_f32.sqrt() * deviation;
    (device().sample_uniform_like(&(inputs, outputs)) * 2.0 - 1.0) * bound
}

/// How large the outputs of each layer are: the root of the mean of their squares.
pub fn sizes(x: Matrix, layers: Vec<Matrix>) -> Vec<f32> {
    let mut h = x;
    let mut sizes = vec![];
    for weights in layers {
        h = h.matmul(weights).relu();
        let mean: Scalar = h.clone().square().mean();
        sizes.push(mean.array().sqrt());
    }
    sizes
}

fn main() {
    Exercise::new()
        .offer("deviation", function(deviation))
        .offer("normal", function(normal))
        .offer("uniform", function(uniform))
        .offer("sizes", function(sizes))
        .show("through ten layers", || {
            demo::ten_layers("0.01", sizes, |n, m| normal(n, m, 0.01));
            demo::ten_layers("0.2", sizes, |n, m| normal(n, m, 0.2));
            for (rule, relu) in [("Xavier", false), ("He", true)] {
                demo::ten_layers(rule, sizes, |n, m| uniform(n, m, deviation(n, m, relu)));
            }
        })
        .serve()
}
