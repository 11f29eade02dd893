//! # Convolution
//!
//! An image is a grid of numbers. To find a pattern in it, such as an edge, lay a small grid of weights, the **kernel**, on its
//! top left corner, multiply each weight by the pixel under it, and add up the products: one number that says how well
//! the pattern fits there. Then move the kernel and do it again, over the whole image. The numbers form a new, smaller
//! image. The same few weights work everywhere, so a pattern is found wherever it is.
//!
//! How far the kernel moves each time, to the right and down, is the **stride**. With stride 2 it stands on every other pixel.
//!
//! ```text
//! output[r][c] = sum over i and j of  image[r * stride + i][c * stride + j] * kernel[i][j]
//!
//! rows of the output    = (rows of the image    - rows of the kernel)    / stride + 1      rounded down
//! columns of the output = (columns of the image - columns of the kernel) / stride + 1      rounded down
//! ```
//!
//! The kernel never hangs over the edge (a **valid** convolution), so pixels that are left over at the right and at the bottom
//! are not used. In mathematics a convolution also turns the kernel upside down; no deep learning framework does,
//! and neither do we.
//!
//! | name | shape | meaning |
//! |---|---|---|
//! | `image` | `(rows, columns)` | one image; it need not be square |
//! | `kernel` | `(kernel rows, kernel columns)` | the weights; never larger than the image |
//! | `stride` | 1 or more | how far the kernel moves |
//! | result | see above | how well the kernel fits, place by place |
//!
//! Worked by hand, with stride 1; below the first number, 1 * 1 + 2 * 2 + 0 * 3 + 1 * 4 = 9, and the second,
//! 2 * 1 + 0 * 2 + 1 * 3 + 3 * 4 = 17:
//!
//! ```text
//! image  1 2 0      kernel  1 2      output   9 17       rows:    (3 - 2) / 1 + 1 = 2
//!        0 1 3              3 4              10 19       columns: (3 - 2) / 1 + 1 = 2
//!        2 1 1                               with stride 2 only the 9 is left
//! ```
//!
//! You need: `let (rows, columns) = *image.shape();`, `image[[row, column]]`, and for the result
//! `let mut output = device().zeros_like(&(rows, columns));`, whose elements you can set and add to: `output[[r, c]] += 1.0;`.

use gradlings::prelude::*;

/// The valid convolution of `image` with `kernel`, which is not flipped.
pub fn conv2d(image: Matrix, kernel: Matrix, stride: usize) -> Matrix {
    todo!("slide the kernel over the image")
}

fn main() {
    Exercise::new().offer("conv2d", function(conv2d)).serve()
}
