//! # Convolution
//!
//! An image is a grid of numbers. To find a pattern in it, such as an edge, lay a small grid of weights, the
//! **kernel**, on its top left corner, multiply each weight by the pixel under it, and add up the products: one number
//! that says how well the pattern fits there. Then move the kernel and do it again, over the whole image. The numbers
//! form a new, smaller image. The same few weights work everywhere, so a pattern is found wherever it is.
//!
//! How far the kernel moves each time, to the right and down, is the **stride**. With stride 2 it stands on every other
//! pixel.
//!
//! ```text
//! output[r][c] = sum over i and j of
//!     kernel[i][j]
//!         * image[r * stride + i][c * stride + j]
//!
//! output rows =
//!     (image rows - kernel rows) / stride + 1
//! ```
//!
//! The division rounds down, and the columns of the output follow from the other columns in the same way.
//!
//! The kernel never hangs over the edge (a **valid** convolution), so pixels that are left over at the right and at the
//! bottom are not used. In mathematics a convolution also turns the kernel by half a turn; no deep learning framework
//! does, and neither do we.
//!
//! | name | shape | meaning |
//! |---|---|---|
//! | `image` | `(rows, columns)` | one image; it need not be square |
//! | `kernel` | `(kernel rows, kernel columns)` | the weights; never larger than the image |
//! | `stride` | 1 or more | how far the kernel moves |
//! | result | see above | how well the kernel fits, place by place |
//!
//! Worked by hand, with stride 1. The first number is `1*1 + 2*2 + 0*3 + 1*4 = 9`, the one to its right
//! `2*1 + 0*2 + 1*3 + 3*4 = 17`.
//!
//! ```text
//! image  1 2 0      kernel  1 2      output   9 17
//!        0 1 3              3 4              12 14
//!        2 1 1
//! ```
//!
//! The output has `(3 - 2) / 1 + 1 = 2` rows and as many columns. With stride 2 only the 9 is left.
//!
//! An image is a vector of rows here, and a row is a vector of numbers: `image.len()` rows, `image[0].len()` columns,
//! and the pixel at `image[row][column]`. `vec![vec![0.0; columns]; rows]` makes one of zeros. So this is plain Rust,
//! in loops; what frameworks do is the same, only faster.

use course::demo;
use gradlings::prelude::*;

/// The valid convolution of `image` with `kernel`, which is not flipped.
pub fn conv2d(image: Vec<Vec<f32>>, kernel: Vec<Vec<f32>>, stride: usize) -> Vec<Vec<f32>> {
    let rows = (image.len() - kernel.len()) / stride + 1;
    let columns = (image[0].len() - kernel[0].len()) / stride + 1;
    let mut output = vec![vec![0.0; columns]; rows];
    for (r, row) in output.iter_mut().enumerate() {
        for (c, sum) in row.iter_mut().enumerate() {
            for (i, weights) in kernel.iter().enumerate() {
                for (j, weight) in weights.iter().enumerate() {
                    *sum += image[r * stride + i][c * stride + j] * weight;
                }
            }
        }
    }
    output
}

fn main() {
    Exercise::new()
        .offer("conv2d", function(conv2d))
        .show("an edge detector on a digit", || demo::slide(conv2d))
        .serve()
}
