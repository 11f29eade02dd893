//! What a layer does to its input: dropout, a convolution.

use gradlings::prelude::*;

use crate::mnist::{SIDE, one_digit};

/// Shows which of 512 activations, all of them 1, `dropout` drops in twelve batches, at two rates, and that in
/// evaluation it drops none.
///
/// `dropout` gets the activations, the rate, whether this is training, and a seed.
///
/// ```
/// use course::demo;
/// use gradlings::prelude::*;
///
/// demo::drops(|activations, _rate, _training, _seed| activations);
/// ```
pub fn drops(dropout: impl Fn(Vector, f32, bool, u64) -> Vector) {
    const ROWS: usize = 32;
    const COLUMNS: usize = 16;
    let shows = [
        ("training, rate 0.2", 0.2, true),
        ("training, rate 0.5", 0.5, true),
        ("evaluation, rate 0.5", 0.5, false),
    ];
    for batch in 0..12 {
        for (title, rate, training) in shows {
            let ones = device().tensor_from_vec(vec![1.0; ROWS * COLUMNS], (ROWS * COLUMNS,));
            let left = dropout(ones, rate, training, 100 + batch as u64);
            let rows: Vec<Vec<f32>> = left.as_vec().chunks(COLUMNS).map(<[f32]>::to_vec).collect();
            report::mask(title, batch, &rows);
        }
    }
}

/// Slides a kernel that finds vertical edges over a handwritten digit with `conv2d`, one pixel at a time.
///
/// `conv2d` gets the 28 rows of the image, the 3 rows of the kernel and the stride, and returns the rows of the output.
///
/// ```
/// use course::demo;
/// use gradlings::prelude::*;
///
/// demo::slide(|_image, _kernel, _stride| vec![vec![0.0; 26]; 26]);
/// ```
pub fn slide(conv2d: impl Fn(Vec<Vec<f32>>, Vec<Vec<f32>>, usize) -> Vec<Vec<f32>>) {
    let image: Vec<Vec<f32>> = one_digit()
        .chunks(SIDE)
        .map(|row| row.iter().map(|&pixel| f32::from(pixel) / 255.0).collect())
        .collect();
    let kernel = vec![
        vec![1.0, 0.0, -1.0],
        vec![2.0, 0.0, -2.0],
        vec![1.0, 0.0, -1.0],
    ];
    let output = conv2d(image.clone(), kernel.clone(), 1);
    report::convolution(
        "a vertical edge detector on a digit",
        &image,
        &kernel,
        1,
        &output,
    );
}
