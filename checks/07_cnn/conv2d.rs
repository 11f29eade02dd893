//! How `conv2d` is checked. Most mistakes are the right convolution of another image or of another kernel.

#[path = "../../solutions/07_cnn/conv2d.rs"]
#[expect(dead_code, reason = "a check has a `main` of its own")]
mod solution;
use gradlings::prelude::*;
use solution::conv2d;

type Image = Vec<Vec<f32>>;
type Inputs = (Image, Image, usize);

/// Rows and columns.
fn size(image: &Image) -> (usize, usize) {
    (image.len(), image[0].len())
}

/// An image of that size, number by number.
fn grid((rows, columns): (usize, usize), number: impl Fn(usize, usize) -> f32) -> Image {
    let row = |r| (0..columns).map(|c| number(r, c)).collect();
    (0..rows).map(row).collect()
}

/// A pixel, or zero beyond the edge.
fn pixel(image: &Image, r: usize, c: usize) -> f32 {
    *image.get(r).and_then(|row| row.get(c)).unwrap_or(&0.0)
}

/// The image cut off, or filled up with zeros, to that size.
fn fit(size: (usize, usize), image: Image) -> Image {
    grid(size, |r, c| pixel(&image, r, c))
}

/// The image with zeros beyond its lower and its right edge.
fn extend(image: Image, rows: usize, columns: usize) -> Image {
    fit((image.len() + rows, image[0].len() + columns), image)
}

/// Rows and columns swapped.
fn transposed(image: Image) -> Image {
    grid((image[0].len(), image.len()), |r, c| image[c][r])
}

/// The size of the right output.
fn places(image: &Image, kernel: &Image, stride: usize) -> (usize, usize) {
    size(&conv2d(image.clone(), kernel.clone(), stride))
}

/// A square image and a square kernel with sides of these lengths.
fn sides(image: usize, kernel: usize, stride: usize) -> impl Fn(&mut Generator) -> Inputs {
    move |g| (g.rows(image, image), g.rows(kernel, kernel), stride)
}

fn main() {
    Reference::of("conv2d", function(conv2d))
        .inputs(["image", "kernel", "stride"])
        .wrong(
            "kernel flipped",
            "You turned the kernel by half a turn, as mathematics does; here its top left weight \
             meets the top left pixel under it.",
            |image, mut kernel, stride| {
                kernel.reverse();
                kernel.iter_mut().for_each(|row| row.reverse());
                conv2d(image, kernel, stride)
            },
        )
        .wrong(
            "kernel's axes swapped",
            "You swapped rows and columns of the kernel; the row of a weight goes with the row of \
             the pixel: `kernel[i][j]` meets `image[.. + i][.. + j]`.",
            |image, kernel, stride| conv2d(image, fit(size(&kernel), transposed(kernel)), stride),
        )
        .wrong(
            "output's axes swapped",
            "You swapped rows and columns of the output; its rows come from the rows of the image.",
            |image, kernel, stride| transposed(conv2d(image, kernel, stride)),
        )
        .wrong(
            "image's axes swapped",
            "You swapped rows and columns of the image; it is `image[row][column]`, the row first.",
            |image, kernel, stride| conv2d(fit(size(&image), transposed(image)), kernel, stride),
        )
        .wrong(
            "one too large",
            "Your output is one too large each way, so the kernel hangs over the edge; the kernel \
             has `(size - kernel size) / stride + 1` places.",
            |image, kernel, stride| conv2d(extend(image, stride, stride), kernel, stride),
        )
        .wrong(
            "one too small",
            "Your output is one too small each way; the kernel moves `(size - kernel size) / \
             stride` times, and the place where it starts counts too: `+ 1`.",
            |image, kernel, stride| {
                let output = conv2d(image, kernel, stride);
                fit((output.len() - 1, output[0].len() - 1), output)
            },
        )
        .wrong(
            "rounded up",
            "You rounded the size of the output up, so the last place hangs over the edge; it is \
             rounded down, and pixels that are left over are not used.",
            |image, kernel, stride| conv2d(extend(image, stride - 1, stride - 1), kernel, stride),
        )
        .wrong(
            "padded",
            "You filled up with zeros beyond the edge, which is a convolution with padding; here \
             the kernel stays inside, so the output is smaller than the image.",
            |image, kernel, stride| {
                let image = extend(image, kernel.len() - 1, kernel[0].len() - 1);
                conv2d(image, kernel, stride)
            },
        )
        .wrong(
            "stride ignored",
            "You moved the kernel one pixel at a time; it moves by `stride`, for a smaller output.",
            |image, kernel, _| conv2d(image, kernel, 1),
        )
        .wrong(
            "stride only in the size",
            "Your kernel still moves one pixel at a time; place `r` starts at row `r * stride`.",
            |image, kernel, stride| fit(places(&image, &kernel, stride), conv2d(image, kernel, 1)),
        )
        .wrong(
            "kernel spread out",
            "You multiplied the position inside the kernel by the stride, which spreads the kernel \
             out; the stride multiplies the position of the output: `r * stride + i`.",
            |image, kernel, stride| {
                grid(places(&image, &kernel, stride), |r, c| {
                    let under = |i, j| pixel(&image, r + i * stride, c + j * stride);
                    conv2d(grid(size(&kernel), under), kernel.clone(), 1)[0][0]
                })
            },
        )
        .wrong(
            "only the last product",
            "You kept only the last product of each place; they are added up: `+=` instead of `=`.",
            |image, kernel, stride| {
                let last = (kernel.len() - 1, kernel[0].len() - 1);
                let only = |i, j| if (i, j) == last { kernel[i][j] } else { 0.0 };
                conv2d(image, grid(size(&kernel), only), stride)
            },
        )
        // On squares a swapped axis gives a wrong number; elsewhere it runs out of the image, and a panic says less.
        .group("on squares")
        .case("the example of the lesson", |_| {
            let image = [[1.0, 2.0, 0.0], [0.0, 1.0, 3.0], [2.0, 1.0, 1.0]];
            let kernel = [[1.0, 2.0], [3.0, 4.0]];
            (image.map(Vec::from).into(), kernel.map(Vec::from).into(), 1)
        })
        .case("one pixel", sides(1, 1, 1))
        .case("a kernel of one weight", sides(3, 1, 1))
        .case("a kernel as large as the image", sides(3, 3, 1))
        .case("stride 2", sides(4, 2, 2))
        .case("stride 2 with a row and a column left over", sides(5, 2, 2))
        .cases(12, |g, i| sides(2 + i % 4 + i, 1 + i % 4, 1 + i % 3)(g))
        .group("on any shape")
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
            let image = g.rows(2 + i % 3 + i, 3 + i % 4 + (5 * i) % 13);
            (image, g.rows(1 + i % 3, 1 + i % 4), 1 + i % 3)
        })
        .run()
}
