//! A kernel that slides over an image.

use serde::{Deserialize, Serialize};

use super::frame::{Drawing, frame};
use super::grid::{Grid, Rows};

/// A convolution: the runner plays it, one position of the kernel after the other.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Convolution {
    /// What the kernel slides over.
    pub image: Grid,
    /// What is multiplied with each part of it.
    pub kernel: Grid,
    /// How far it moves at a time.
    pub stride: usize,
    /// One number for each position, row by row.
    pub output: Grid,
}

impl Convolution {
    /// The part of the image under the kernel at this position, multiplied with it: the numbers whose sum is the output.
    /// Nothing where the kernel would stand outside.
    pub fn products(&self, position: usize) -> Vec<f32> {
        let Some((top, left)) = self.corner(position) else {
            return Vec::new();
        };
        let size = self.kernel.columns.max(1);
        let cells = self.kernel.values.iter().enumerate();
        let products = cells.map(|(at, weight)| {
            let pixel = self.image.at(top + at / size, left + at % size);
            pixel.map(|pixel| pixel * weight)
        });
        products.collect::<Option<Vec<f32>>>().unwrap_or_default()
    }

    /// Row and column of the image at which the kernel's first number lies.
    pub fn corner(&self, position: usize) -> Option<(usize, usize)> {
        let row = position.checked_div(self.output.columns)?;
        let column = position % self.output.columns;
        let stride = self.stride.max(1);
        Some((row.checked_mul(stride)?, column.checked_mul(stride)?))
    }
}

/// Shows how `kernel` slides over `image`, `stride` pixels at a time, and how each number of `output` is formed: the
/// window, the products, their sum.
///
/// ```
/// use gradlings::report;
///
/// let image = vec![vec![1.0, 2.0, 0.0], vec![0.0, 1.0, 3.0], vec![2.0, 1.0, 1.0]];
/// let kernel = vec![vec![1.0, 2.0], vec![3.0, 4.0]];
/// let output = vec![vec![9.0, 17.0], vec![12.0, 14.0]];
/// report::convolution("by hand", &image, &kernel, 1, &output);
/// ```
pub fn convolution(
    title: &str,
    image: &(impl Rows + ?Sized),
    kernel: &(impl Rows + ?Sized),
    stride: usize,
    output: &(impl Rows + ?Sized),
) {
    frame(title, Some(0), || {
        Drawing::Convolution(Convolution {
            image: image.grid(),
            kernel: kernel.grid(),
            stride,
            output: output.grid(),
        })
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_products_are_those_under_the_kernel() {
        let grid = |columns, values: &[f32]| Grid {
            columns,
            values: values.to_vec(),
        };
        let mut by_hand = Convolution {
            image: grid(3, &[1.0, 2.0, 0.0, 0.0, 1.0, 3.0, 2.0, 1.0, 1.0]),
            kernel: grid(2, &[1.0, 2.0, 3.0, 4.0]),
            stride: 1,
            output: grid(2, &[9.0, 17.0, 12.0, 14.0]),
        };
        assert_eq!(by_hand.products(1), [2.0, 0.0, 3.0, 12.0]);
        assert_eq!(by_hand.corner(2), Some((1, 0)));
        by_hand.stride = 2;
        assert!(by_hand.products(1).is_empty(), "the kernel stands outside");
        by_hand.output.columns = 0;
        assert!(by_hand.products(0).is_empty());
    }
}
