//! What becomes of numbers on their way through many layers.

use gradlings::prelude::*;

const LAYERS: usize = 10;
/// Inputs and outputs of every layer.
const WIDTH: usize = 100;
const EXAMPLES: usize = 50;

/// Sends random inputs through ten layers of 100 units with a ReLU: a histogram of the outputs of each, and a curve of
/// what `sizes` says of them.
///
/// `sizes` gets the inputs and the weights of all layers, `weights` the inputs and outputs of one layer.
///
/// ```
/// use course::demo;
/// use gradlings::prelude::*;
///
/// let zeros = |inputs, outputs| device().zeros_like(&(inputs, outputs));
/// demo::ten_layers("zeros", |_x, _layers| vec![], zeros);
/// ```
pub fn ten_layers(
    rule: &str,
    sizes: impl Fn(Matrix, Vec<Matrix>) -> Vec<f32>,
    weights: impl Fn(usize, usize) -> Matrix,
) {
    let x: Matrix = device().sample_normal_like(&(EXAMPLES, WIDTH));
    let layers: Vec<Matrix> = (0..LAYERS).map(|_| weights(WIDTH, WIDTH)).collect();
    if layers.iter().any(|layer| *layer.shape() != (WIDTH, WIDTH)) {
        return;
    }
    let size_of = format!("size, {rule}");
    for (layer, size) in sizes(x.clone(), layers.clone()).into_iter().enumerate() {
        report::metric(&size_of, layer + 1, size);
    }
    let title = format!("outputs of each layer, {rule}");
    let mut h = x;
    for (layer, weights) in layers.into_iter().enumerate() {
        h = h.matmul(weights).relu();
        report::histogram(&title, layer + 1, &h);
    }
}
