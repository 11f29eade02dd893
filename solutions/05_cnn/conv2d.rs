//! A valid two-dimensional convolution with a stride, in loops.

use gradlings::handler::Handler;
use gradlings::prelude::*;

type Image = Vec<Vec<f32>>;

pub fn conv2d(image: Image, kernel: Image, stride: usize) -> Image {
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

mod mistakes {
    use super::Image;

    /// Rows and columns.
    type Size = (usize, usize);

    fn size(image: &Image) -> Size {
        (image.len(), image[0].len())
    }

    /// The right size of the output.
    fn places(image: &Image, kernel: &Image, stride: usize) -> Size {
        let ((rows, columns), (i, j)) = (size(image), size(kernel));
        ((rows - i) / stride + 1, (columns - j) / stride + 1)
    }

    /// An output of that size whose element is `product(r, c, i, j)`, summed over the kernel.
    fn slide(
        (rows, columns): Size,
        kernel: &Image,
        product: impl Fn(usize, usize, usize, usize) -> f32,
    ) -> Image {
        let (kernel_rows, kernel_columns) = size(kernel);
        let place = |r, c| {
            let row = |i| {
                (0..kernel_columns)
                    .map(|j| product(r, c, i, j))
                    .sum::<f32>()
            };
            (0..kernel_rows).map(row).sum()
        };
        (0..rows)
            .map(|r| (0..columns).map(|c| place(r, c)).collect())
            .collect()
    }

    /// A pixel, or zero outside the image.
    fn pixel(image: &Image, row: usize, column: usize) -> f32 {
        image
            .get(row)
            .and_then(|row| row.get(column))
            .copied()
            .unwrap_or(0.0)
    }

    pub fn flipped(image: Image, kernel: Image, stride: usize) -> Image {
        let (rows, columns) = size(&kernel);
        slide(places(&image, &kernel, stride), &kernel, |r, c, i, j| {
            image[r * stride + i][c * stride + j] * kernel[rows - 1 - i][columns - 1 - j]
        })
    }

    pub fn kernel_transposed(image: Image, kernel: Image, stride: usize) -> Image {
        slide(places(&image, &kernel, stride), &kernel, |r, c, i, j| {
            image[r * stride + i][c * stride + j] * pixel(&kernel, j, i)
        })
    }

    pub fn output_transposed(image: Image, kernel: Image, stride: usize) -> Image {
        let (rows, columns) = places(&image, &kernel, stride);
        slide((columns, rows), &kernel, |c, r, i, j| {
            image[r * stride + i][c * stride + j] * kernel[i][j]
        })
    }

    pub fn image_transposed(image: Image, kernel: Image, stride: usize) -> Image {
        slide(places(&image, &kernel, stride), &kernel, |r, c, i, j| {
            pixel(&image, c * stride + j, r * stride + i) * kernel[i][j]
        })
    }

    pub fn too_large(image: Image, kernel: Image, stride: usize) -> Image {
        let (rows, columns) = places(&image, &kernel, stride);
        slide((rows + 1, columns + 1), &kernel, |r, c, i, j| {
            pixel(&image, r * stride + i, c * stride + j) * kernel[i][j]
        })
    }

    pub fn too_small(image: Image, kernel: Image, stride: usize) -> Image {
        let (rows, columns) = places(&image, &kernel, stride);
        slide((rows - 1, columns - 1), &kernel, |r, c, i, j| {
            image[r * stride + i][c * stride + j] * kernel[i][j]
        })
    }

    pub fn rounded_up(image: Image, kernel: Image, stride: usize) -> Image {
        let ((rows, columns), (i, j)) = (size(&image), size(&kernel));
        let places = (
            (rows - i).div_ceil(stride) + 1,
            (columns - j).div_ceil(stride) + 1,
        );
        slide(places, &kernel, |r, c, i, j| {
            pixel(&image, r * stride + i, c * stride + j) * kernel[i][j]
        })
    }

    pub fn padded(image: Image, kernel: Image, stride: usize) -> Image {
        let (rows, columns) = size(&image);
        let places = (rows.div_ceil(stride), columns.div_ceil(stride));
        slide(places, &kernel, |r, c, i, j| {
            pixel(&image, r * stride + i, c * stride + j) * kernel[i][j]
        })
    }

    pub fn stride_ignored(image: Image, kernel: Image, _stride: usize) -> Image {
        slide(places(&image, &kernel, 1), &kernel, |r, c, i, j| {
            image[r + i][c + j] * kernel[i][j]
        })
    }

    pub fn stride_in_size_only(image: Image, kernel: Image, stride: usize) -> Image {
        slide(places(&image, &kernel, stride), &kernel, |r, c, i, j| {
            image[r + i][c + j] * kernel[i][j]
        })
    }

    pub fn kernel_spread(image: Image, kernel: Image, stride: usize) -> Image {
        slide(places(&image, &kernel, stride), &kernel, |r, c, i, j| {
            pixel(&image, r + i * stride, c + j * stride) * kernel[i][j]
        })
    }

    pub fn last_only(image: Image, kernel: Image, stride: usize) -> Image {
        let (rows, columns) = size(&kernel);
        slide(places(&image, &kernel, stride), &kernel, |r, c, i, j| {
            let last = i == rows - 1 && j == columns - 1;
            let product = image[r * stride + i][c * stride + j] * kernel[i][j];
            if last { product } else { 0.0 }
        })
    }
}

/// The same mistakes can be made on squares and on any other shape.
fn with_mistakes<H>(reference: Reference<H>) -> Reference<H>
where
    H: Handler<Inputs = (Image, Image, usize)> + 'static,
{
    reference
        .mistake(
            "kernel flipped",
            "You turned the kernel by half a turn, as mathematics does; here its top left weight meets the top left \
             pixel under it.",
            function(mistakes::flipped),
        )
        .mistake(
            "kernel's axes swapped",
            "You swapped rows and columns of the kernel; the row of a weight goes with the row of the pixel: \
             `kernel[i][j]` meets `image[.. + i][.. + j]`.",
            function(mistakes::kernel_transposed),
        )
        .mistake(
            "output's axes swapped",
            "You swapped rows and columns of the output; its rows come from the rows of the image.",
            function(mistakes::output_transposed),
        )
        .mistake(
            "image's axes swapped",
            "You swapped rows and columns of the image; it is `image[row][column]`, the row first.",
            function(mistakes::image_transposed),
        )
        .mistake(
            "one too large",
            "Your output is one too large each way, so the kernel hangs over the edge; the kernel has `(size - kernel \
             size) / stride + 1` places.",
            function(mistakes::too_large),
        )
        .mistake(
            "one too small",
            "Your output is one too small each way; the kernel moves `(size - kernel size) / stride` times, and the \
             place where it starts counts too: `+ 1`.",
            function(mistakes::too_small),
        )
        .mistake(
            "rounded up",
            "You rounded the size of the output up, so the last place hangs over the edge; it is rounded down, and \
             pixels that are left over are not used.",
            function(mistakes::rounded_up),
        )
        .mistake(
            "padded",
            "You filled up with zeros beyond the edge, which is a convolution with padding; here the kernel stays \
             inside, so the output is smaller than the image.",
            function(mistakes::padded),
        )
        .mistake(
            "stride ignored",
            "You moved the kernel one pixel at a time; it moves by `stride`, and the output gets smaller accordingly.",
            function(mistakes::stride_ignored),
        )
        .mistake(
            "stride only in the size",
            "Your output has the right size, but the kernel still moves one pixel at a time; place `r` starts at row \
             `r * stride`.",
            function(mistakes::stride_in_size_only),
        )
        .mistake(
            "kernel spread out",
            "You multiplied the position inside the kernel by the stride, which spreads the kernel out; the stride \
             multiplies the position of the output: `r * stride + i`.",
            function(mistakes::kernel_spread),
        )
        .mistake(
            "only the last product",
            "You kept only the last product of each place; they are added up: `+=` instead of `=`.",
            function(mistakes::last_only),
        )
}

fn main() {
    // On squares a swapped axis gives a wrong number; elsewhere it runs out of the image, and a panic says less.
    let squares = Reference::of("conv2d on squares", function(conv2d))
        .inputs(["image", "kernel", "stride"])
        .case("the example of the lesson", |_| {
            let image = [[1.0, 2.0, 0.0], [0.0, 1.0, 3.0], [2.0, 1.0, 1.0]];
            let kernel = [[1.0, 2.0], [3.0, 4.0]];
            (
                image.iter().map(|row| row.to_vec()).collect(),
                kernel.iter().map(|row| row.to_vec()).collect(),
                1,
            )
        })
        .case("one pixel", |g| (g.rows(1, 1), g.rows(1, 1), 1))
        .case("a kernel of one weight", |g| {
            (g.rows(3, 3), g.rows(1, 1), 1)
        })
        .case("a kernel as large as the image", |g| {
            (g.rows(3, 3), g.rows(3, 3), 1)
        })
        .case("stride 2", |g| (g.rows(4, 4), g.rows(2, 2), 2))
        .case("stride 2 with a row and a column left over", |g| {
            (g.rows(5, 5), g.rows(2, 2), 2)
        })
        .cases(12, |g, i| {
            let kernel = 1 + i % 4;
            let image = kernel + 1 + i;
            (g.rows(image, image), g.rows(kernel, kernel), 1 + i % 3)
        });
    let any_shape = with_mistakes(squares)
        .and("conv2d on any shape", function(conv2d))
        .inputs(["image", "kernel", "stride"])
        .case("one row", |g| (g.rows(1, 4), g.rows(1, 2), 1))
        .case("one column", |g| (g.rows(4, 1), g.rows(2, 1), 1))
        .case("a wide image", |g| (g.rows(3, 5), g.rows(2, 2), 1))
        .case("a tall image", |g| (g.rows(5, 3), g.rows(2, 2), 1))
        .case("a wide kernel", |g| (g.rows(5, 5), g.rows(1, 3), 1))
        .case("a tall kernel", |g| (g.rows(5, 5), g.rows(3, 2), 1))
        .case("a stride larger than the kernel", |g| {
            (g.rows(7, 8), g.rows(2, 2), 3)
        })
        .cases(16, |g, i| {
            let (kernel_rows, kernel_columns) = (1 + i % 3, 1 + i % 4);
            let (rows, columns) = (kernel_rows + 1 + i, kernel_columns + 2 + (5 * i) % 13);
            let image = g.rows(rows, columns);
            (image, g.rows(kernel_rows, kernel_columns), 1 + i % 3)
        });
    with_mistakes(any_shape).run()
}
