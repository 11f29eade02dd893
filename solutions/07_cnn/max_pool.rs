//! # Max pooling
//!
//! A convolution says how well a pattern fits at every pixel. To tell digits apart, it is enough to know roughly where that
//! is. **Max pooling** looks at the image through a small square **window** and keeps only the largest number in it. So the
//! image gets smaller, and changes less if the digit moves by a pixel. There are no weights, so nothing is trained.
//!
//! ```text
//! y[r][c] = the largest
//!     image[r * stride + i][c * stride + j]
//!     for i and j from 0 to size - 1
//!
//! rows of y = (image rows - size) / stride + 1
//! ```
//!
//! The division rounds down, as in a convolution: the window never hangs over the edge, and pixels left over at the right and
//! at the bottom are not used. The number of columns is worked out in the same way.
//!
//! In the **backward pass**, `dy` says how fast the loss rises with each number of `y`. If the largest pixel of a window
//! changes a little, `y` changes by the same amount; if another pixel does, `y` stays as it is. So the largest pixel gets the
//! whole gradient, and the others get none:
//!
//! ```text
//! dx = zeros, in the shape of the image
//! for each window r, c:
//!     dx[where its largest pixel is] += dy[r][c]
//! ```
//!
//! - **Ties.** If several pixels of a window are the largest, only the first of them in row order gets the gradient: row by
//!   row from the top, and from left to right in each row. After a ReLU, whole windows of zeros are common.
//! - **Overlap.** If the stride is smaller than the window, windows overlap, and one pixel can be the largest of several. Then
//!   it gets the sum of their gradients.
//!
//! | name | shape | meaning |
//! |---|---|---|
//! | `image`, `dx` | `(rows, columns)` | one image, and the gradient of the loss for each of its pixels |
//! | `size` | 1 or more | rows and columns of the window; never more than the image has |
//! | `stride` | 1 or more | how far the window moves, to the right and down |
//! | `y`, `dy` | see above | the largest numbers, and the gradient of the loss for each of them |
//!
//! Worked by hand, with size 2 and stride 1:
//!
//! ```text
//! image  5 1 2   y  5 7   dy  1 2   dx  1 0 0
//!        3 0 7      3 7       3 4       3 0 6
//!        3 3 1                          0 0 0
//! ```
//!
//! The 7 is the largest pixel of both windows on the right: 2 + 4 = 6. The window at the bottom left has three 3s, and the
//! first of them gets its gradient.
//!
//! AlexNet pooled in windows of 3 by 3 with stride 2, which overlap; 2 by 2 with stride 2 is more common. PyTorch settles ties
//! in the same way on a CPU. (Goodfellow, Bengio, Courville: *Deep Learning*, 2016, section 9.3.)

use course::demo;
use gradlings::prelude::*;

/// The largest number of each window.
pub fn max_pool(image: Vec<Vec<f32>>, size: usize, stride: usize) -> Vec<Vec<f32>> {
    let rows = (image.len() - size) / stride + 1;
    let columns = (image[0].len() - size) / stride + 1;
    let mut y = vec![vec![f32::NEG_INFINITY; columns]; rows];
    for (r, row) in y.iter_mut().enumerate() {
        for (c, largest) in row.iter_mut().enumerate() {
            for i in 0..size {
                for j in 0..size {
                    *largest = largest.max(image[r * stride + i][c * stride + j]);
                }
            }
        }
    }
    y
}

/// How fast the loss rises with each pixel of `image`, where `dy` says how fast it rises with each number of `y`.
pub fn max_pool_backward(
    image: Vec<Vec<f32>>,
    size: usize,
    stride: usize,
    dy: Vec<Vec<f32>>,
) -> Vec<Vec<f32>> {
    let mut dx = vec![vec![0.0; image[0].len()]; image.len()];
    for (r, row) in dy.iter().enumerate() {
        for (c, gradient) in row.iter().enumerate() {
            let (mut top, mut left) = (r * stride, c * stride);
            for i in r * stride..r * stride + size {
                for j in c * stride..c * stride + size {
                    if image[i][j] > image[top][left] {
                        (top, left) = (i, j);
                    }
                }
            }
            dx[top][left] += gradient;
        }
    }
    dx
}

fn main() {
    Exercise::new()
        .offer("max_pool", function(max_pool))
        .offer("max_pool_backward", function(max_pool_backward))
        .show("which pixels of a digit get the gradient", || {
            demo::pools(max_pool, max_pool_backward)
        })
        .serve()
}
