//! A valid two-dimensional convolution with a stride, in loops.

use gradlings::prelude::*;

pub fn conv2d(image: Matrix, kernel: Matrix, stride: usize) -> Matrix {
    let (rows, columns) = *image.shape();
    let (kernel_rows, kernel_columns) = *kernel.shape();
    let shape = (
        (rows - kernel_rows) / stride + 1,
        (columns - kernel_columns) / stride + 1,
    );
    let mut output = device().zeros_like(&shape);
    for r in 0..shape.0 {
        for c in 0..shape.1 {
            for i in 0..kernel_rows {
                for j in 0..kernel_columns {
                    output[[r, c]] += image[[r * stride + i, c * stride + j]] * kernel[[i, j]];
                }
            }
        }
    }
    output
}

mod mistakes {
    use gradlings::prelude::*;

    /// An output of `shape` whose element is `product(r, c, i, j)`, summed over the kernel.
    fn slide(
        shape: (usize, usize),
        kernel: &Matrix,
        product: impl Fn(usize, usize, usize, usize) -> f32,
    ) -> Matrix {
        let mut output = device().zeros_like(&shape);
        let (rows, columns) = *kernel.shape();
        for r in 0..shape.0 {
            for c in 0..shape.1 {
                for i in 0..rows {
                    for j in 0..columns {
                        output[[r, c]] += product(r, c, i, j);
                    }
                }
            }
        }
        output
    }

    /// The right shape.
    fn shape(image: &Matrix, kernel: &Matrix, stride: usize) -> (usize, usize) {
        let ((rows, columns), (i, j)) = (*image.shape(), *kernel.shape());
        ((rows - i) / stride + 1, (columns - j) / stride + 1)
    }

    /// A pixel, or zero outside the image.
    fn pixel(image: &Matrix, row: usize, column: usize) -> f32 {
        let (rows, columns) = *image.shape();
        if row < rows && column < columns {
            image[[row, column]]
        } else {
            0.0
        }
    }

    pub fn flipped(image: Matrix, kernel: Matrix, stride: usize) -> Matrix {
        let (rows, columns) = *kernel.shape();
        slide(shape(&image, &kernel, stride), &kernel, |r, c, i, j| {
            image[[r * stride + i, c * stride + j]] * kernel[[rows - 1 - i, columns - 1 - j]]
        })
    }

    pub fn kernel_transposed(image: Matrix, kernel: Matrix, stride: usize) -> Matrix {
        let (rows, columns) = *kernel.shape();
        slide(shape(&image, &kernel, stride), &kernel, |r, c, i, j| {
            // In a kernel that is not square some of these do not exist.
            let weight = if j < rows && i < columns {
                kernel[[j, i]]
            } else {
                0.0
            };
            image[[r * stride + i, c * stride + j]] * weight
        })
    }

    pub fn output_transposed(image: Matrix, kernel: Matrix, stride: usize) -> Matrix {
        let (rows, columns) = shape(&image, &kernel, stride);
        slide((columns, rows), &kernel, |c, r, i, j| {
            image[[r * stride + i, c * stride + j]] * kernel[[i, j]]
        })
    }

    pub fn image_transposed(image: Matrix, kernel: Matrix, stride: usize) -> Matrix {
        slide(shape(&image, &kernel, stride), &kernel, |r, c, i, j| {
            pixel(&image, c * stride + j, r * stride + i) * kernel[[i, j]]
        })
    }

    pub fn too_large(image: Matrix, kernel: Matrix, stride: usize) -> Matrix {
        let (rows, columns) = shape(&image, &kernel, stride);
        slide((rows + 1, columns + 1), &kernel, |r, c, i, j| {
            pixel(&image, r * stride + i, c * stride + j) * kernel[[i, j]]
        })
    }

    pub fn too_small(image: Matrix, kernel: Matrix, stride: usize) -> Matrix {
        let (rows, columns) = shape(&image, &kernel, stride);
        slide((rows - 1, columns - 1), &kernel, |r, c, i, j| {
            image[[r * stride + i, c * stride + j]] * kernel[[i, j]]
        })
    }

    pub fn rounded_up(image: Matrix, kernel: Matrix, stride: usize) -> Matrix {
        let ((rows, columns), (i, j)) = (*image.shape(), *kernel.shape());
        let shape = (
            (rows - i).div_ceil(stride) + 1,
            (columns - j).div_ceil(stride) + 1,
        );
        slide(shape, &kernel, |r, c, i, j| {
            pixel(&image, r * stride + i, c * stride + j) * kernel[[i, j]]
        })
    }

    pub fn as_large_as_the_image(image: Matrix, kernel: Matrix, stride: usize) -> Matrix {
        let (rows, columns) = *image.shape();
        let shape = (rows.div_ceil(stride), columns.div_ceil(stride));
        slide(shape, &kernel, |r, c, i, j| {
            pixel(&image, r * stride + i, c * stride + j) * kernel[[i, j]]
        })
    }

    pub fn stride_ignored(image: Matrix, kernel: Matrix, _stride: usize) -> Matrix {
        slide(shape(&image, &kernel, 1), &kernel, |r, c, i, j| {
            image[[r + i, c + j]] * kernel[[i, j]]
        })
    }

    pub fn stride_in_shape_only(image: Matrix, kernel: Matrix, stride: usize) -> Matrix {
        slide(shape(&image, &kernel, stride), &kernel, |r, c, i, j| {
            image[[r + i, c + j]] * kernel[[i, j]]
        })
    }

    pub fn kernel_spread(image: Matrix, kernel: Matrix, stride: usize) -> Matrix {
        slide(shape(&image, &kernel, stride), &kernel, |r, c, i, j| {
            pixel(&image, r + i * stride, c + j * stride) * kernel[[i, j]]
        })
    }

    pub fn last_only(image: Matrix, kernel: Matrix, stride: usize) -> Matrix {
        let (rows, columns) = *kernel.shape();
        slide(shape(&image, &kernel, stride), &kernel, |r, c, i, j| {
            let last = i == rows - 1 && j == columns - 1;
            let product = image[[r * stride + i, c * stride + j]] * kernel[[i, j]];
            if last { product } else { 0.0 }
        })
    }
}

fn main() {
    Reference::of("conv2d", function(conv2d))
        .inputs(["image", "kernel", "stride"])
        .case("the example of the lesson", |_| {
            let image = vec![1.0, 2.0, 0.0, 0.0, 1.0, 3.0, 2.0, 1.0, 1.0];
            (
                device().tensor_from_vec(image, (3, 3)),
                device().tensor_from_vec(vec![1.0, 2.0, 3.0, 4.0], (2, 2)),
                1,
            )
        })
        .case("one pixel", |g| (g.matrix(1, 1), g.matrix(1, 1), 1))
        .case("a kernel of one weight", |g| (g.matrix(3, 3), g.matrix(1, 1), 1))
        .case("a kernel as large as the image", |g| (g.matrix(3, 3), g.matrix(3, 3), 1))
        .case("stride 2", |g| (g.matrix(4, 4), g.matrix(2, 2), 2))
        .case("stride 2 with a row and a column left over", |g| {
            (g.matrix(5, 5), g.matrix(2, 2), 2)
        })
        .case("a wide image", |g| (g.matrix(3, 5), g.matrix(2, 2), 1))
        .case("a tall image", |g| (g.matrix(5, 3), g.matrix(2, 2), 1))
        .case("a wide kernel", |g| (g.matrix(5, 5), g.matrix(1, 3), 1))
        .case("a tall kernel", |g| (g.matrix(5, 5), g.matrix(3, 2), 1))
        .case("a stride larger than the kernel", |g| (g.matrix(7, 8), g.matrix(2, 2), 3))
        .cases(16, |g, i| {
            let (kernel_rows, kernel_columns) = (1 + i % 3, 1 + i % 4);
            let (rows, columns) = (kernel_rows + 1 + i, kernel_columns + 2 + (5 * i) % 13);
            let image = g.matrix(rows, columns);
            (image, g.matrix(kernel_rows, kernel_columns), 1 + i % 3)
        })
        .mistake(
            "kernel flipped",
            "You turned the kernel upside down, as mathematics does; here its top left weight meets the top left pixel under it.",
            function(mistakes::flipped),
        )
        .mistake(
            "kernel's axes swapped",
            "You swapped rows and columns of the kernel; the row of a weight goes with the row of the pixel: `kernel[[i, j]]` meets \
             `image[[.. + i, .. + j]]`.",
            function(mistakes::kernel_transposed),
        )
        .mistake(
            "output's axes swapped",
            "You swapped rows and columns of the output; its rows come from the rows of the image.",
            function(mistakes::output_transposed),
        )
        .mistake(
            "image's axes swapped",
            "You swapped rows and columns of the image; an index is `[[row, column]]`, the row first.",
            function(mistakes::image_transposed),
        )
        .mistake(
            "one too large",
            "Your output is one too large each way, so the kernel hangs over the edge; the kernel has \
             `(size - kernel size) / stride + 1` places.",
            function(mistakes::too_large),
        )
        .mistake(
            "one too small",
            "Your output is one too small each way; the kernel can move `(size - kernel size) / stride` times, and the place where it \
             starts counts too: `+ 1`.",
            function(mistakes::too_small),
        )
        .mistake(
            "rounded up",
            "You rounded the size of the output up, so the last place hangs over the edge; it is rounded down, and pixels that are \
             left over are not used.",
            function(mistakes::rounded_up),
        )
        .mistake(
            "as large as the image",
            "You filled up with zeros beyond the edge, which is a convolution with padding; here the kernel stays inside, so the output \
             is smaller than the image.",
            function(mistakes::as_large_as_the_image),
        )
        .mistake(
            "stride ignored",
            "You moved the kernel one pixel at a time; it moves by `stride`, and the output gets smaller accordingly.",
            function(mistakes::stride_ignored),
        )
        .mistake(
            "stride only in the shape",
            "Your output has the right shape, but the kernel still moves one pixel at a time; place `r` starts at row `r * stride`.",
            function(mistakes::stride_in_shape_only),
        )
        .mistake(
            "kernel spread out",
            "You multiplied the position inside the kernel by the stride, which spreads the kernel out; the stride multiplies the \
             position of the output: `r * stride + i`.",
            function(mistakes::kernel_spread),
        )
        .mistake(
            "only the last product",
            "You kept only the last product of each place; they are added up: `+=` instead of `=`.",
            function(mistakes::last_only),
        )
        .run()
}
