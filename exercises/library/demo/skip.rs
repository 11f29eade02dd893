//! What arrives at the first layers of a deep network, and how a way around the layers changes it.

use gradlings::prelude::*;

const LAYERS: usize = 20;
const UNITS: usize = 32;
const EXAMPLES: usize = 64;

/// Shows the size of the gradient that arrives at each of twenty layers, plain and with a way around each. The weights are drawn as
/// PyTorch draws those of a linear layer: uniform, up to `1 / sqrt(units)`.
///
/// The numbers are logarithms to the base 10: 2 is a gradient of 100, and -2 one of 0.01. A gradient of zero is left out.
///
/// `sizes` gets the inputs, the weights of each layer, and whether there is a way around it.
///
/// ```
/// use course::demo;
///
/// demo::twenty_layers(|_x, layers, _skip| vec![1.0; layers.len()]);
/// ```
pub fn twenty_layers(sizes: impl Fn(Matrix, Vec<Matrix>, bool) -> Vec<f32>) {
    let mut random = random(7);
    let bound = 1.0 / (UNITS as f32).sqrt();
    let mut matrix = |rows: usize| -> Matrix {
        let numbers = (0..rows * UNITS).map(|_| random.gen_range(-bound..bound));
        device().tensor_from_vec(numbers.collect(), (rows, UNITS))
    };
    let layers: Vec<Matrix> = (0..LAYERS).map(|_| matrix(UNITS)).collect();
    // As large as if they were drawn from a normal distribution of deviation 1.
    let x = matrix(EXAMPLES) * (3.0_f32.sqrt() / bound);
    for (skip, name) in [(false, "plain"), (true, "around")] {
        let series = format!("log10 of size, {name}");
        for (layer, size) in sizes(x.clone(), layers.clone(), skip)
            .into_iter()
            .enumerate()
        {
            if size > 0.0 {
                report::metric(&series, layer + 1, size.log10());
            }
        }
    }
}
