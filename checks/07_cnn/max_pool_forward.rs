//! How `max_pool` is checked. Most mistakes look at other pixels than those of the window.

use crate::solution::max_pool;
use gradlings::prelude::*;

pub type Image = Vec<Vec<f32>>;
type Inputs = (Image, usize, usize);

/// Row and column.
pub type Place = (usize, usize);

/// An image of that size, number by number.
pub fn grid((rows, columns): (usize, usize), number: impl Fn(usize, usize) -> f32) -> Image {
    let row = |r| (0..columns).map(|c| number(r, c)).collect();
    (0..rows).map(row).collect()
}

pub fn map(image: &Image, number: impl Fn(f32) -> f32) -> Image {
    grid((image.len(), image[0].len()), |r, c| number(image[r][c]))
}

pub fn transposed(image: &Image) -> Image {
    grid((image[0].len(), image.len()), |r, c| image[c][r])
}

pub fn rows<const N: usize, const M: usize>(rows: [[f32; M]; N]) -> Image {
    rows.map(Vec::from).into()
}

/// An image of few different numbers.
pub fn tied(g: &mut Generator, rows: usize, columns: usize) -> Image {
    let mut number = || g.integer(0..3) as f32 - 1.0;
    let mut row = || (0..columns).map(|_| number()).collect();
    (0..rows).map(|_| row()).collect()
}

/// The number of windows, down and across.
pub fn windows(image: &Image, size: usize, stride: usize) -> (usize, usize) {
    let along = |length: usize| (length - size) / stride + 1;
    (along(image.len()), along(image[0].len()))
}

/// The places of the window that begins there, row by row, as far as they lie in the image.
pub fn window(image: &Image, (top, left): Place, size: usize) -> Vec<Place> {
    let rows = top..(top + size).min(image.len());
    let columns = left..(left + size).min(image[0].len());
    rows.flat_map(|row| columns.clone().map(move |column| (row, column)))
        .collect()
}

pub fn number(image: &Image, (row, column): Place) -> f32 {
    image[row][column]
}

pub fn largest(image: &Image, places: &[Place]) -> f32 {
    let numbers = places.iter().map(|&place| number(image, place));
    numbers.fold(f32::NEG_INFINITY, f32::max)
}

/// The first of the largest, in the order of the list; nothing where it is empty.
pub fn first_largest(image: &Image, places: &[Place]) -> Option<Place> {
    let most = largest(image, places);
    let mut places = places.iter().copied();
    places.find(|&place| number(image, place) == most)
}

pub fn of_the_lesson() -> Image {
    rows([[5.0, 1.0, 2.0], [3.0, 0.0, 7.0], [3.0, 3.0, 1.0]])
}

/// As many windows as is right, but each begins and ends where `look` says.
fn pooled((image, size, stride): Inputs, look: impl Fn(Place, usize) -> (Place, usize)) -> Image {
    grid(windows(&image, size, stride), |r, c| {
        let (corner, size) = look((r * stride, c * stride), size);
        largest(&image, &window(&image, corner, size))
    })
}

/// All windows that begin in the image and reach beyond the one before.
fn rounded_up((image, size, stride): Inputs) -> Image {
    let along = |length: usize| ((length - size).div_ceil(stride) + 1).min(length.div_ceil(stride));
    grid((along(image.len()), along(image[0].len())), |r, c| {
        largest(&image, &window(&image, (r * stride, c * stride), size))
    })
}

const FROM_ZERO: &str = "Your largest number begins at 0, so pixels below 0 never count; begin with `f32::NEG_INFINITY` or with \
                         the first pixel of the window.";
pub const SMALLEST: &str =
    "You looked for the smallest pixel of each window; look for the largest.";
pub const ABSOLUTE: &str = "You compared the pixels without their signs; -5 is smaller than 2.";
pub const TOO_LARGE: &str = "Your window is a row and a column too large; `i` and `j` go from 0 to `size` - 1, which is `0..size`.";
pub const TOO_SMALL: &str = "Your window lacks its last row and column; `i` and `j` go from 0 to `size` - 1, which is `0..size`.";
pub const TOO_FAR: &str =
    "Your windows begin one row and one column too far on; the first one begins at `image[0][0]`.";
pub const STRIDE_LEFT_OUT: &str = "Your window moves by one pixel at a time; window `r` begins at row `r * stride`, and the columns \
                               go in the same way.";

pub fn check() -> Reference<impl Handler> {
    Reference::of("max_pool", function(max_pool))
        .inputs(["image", "size", "stride"])
        .parts([("y", close())])
        .wrong("from zero", FROM_ZERO, |image, size, stride| {
            max_pool(map(&image, |x| x.max(0.0)), size, stride)
        })
        .wrong("smallest", SMALLEST, |image, size, stride| {
            map(&max_pool(map(&image, |x| -x), size, stride), |x| -x)
        })
        .wrong("absolute", ABSOLUTE, |image, size, stride| {
            max_pool(map(&image, f32::abs), size, stride)
        })
        .wrong("window too large", TOO_LARGE, |image, size, stride| {
            pooled((image, size, stride), |corner, size| (corner, size + 1))
        })
        .wrong("window too small", TOO_SMALL, |image, size, stride| {
            pooled((image, size, stride), |corner, size| (corner, size - 1))
        })
        .wrong("one too far", TOO_FAR, |image, size, stride| {
            let look = |(top, left), size| ((top + 1, left + 1), size);
            pooled((image, size, stride), look)
        })
        .wrong(
            "stride ignored",
            "Your window moves by one pixel at a time, so there are too many of them; it moves by `stride`.",
            |image, size, _| max_pool(image, size, 1),
        )
        .wrong("stride only in the size", STRIDE_LEFT_OUT, |image, size, stride| {
            let look = |(top, left), size| ((top / stride, left / stride), size);
            pooled((image, size, stride), look)
        })
        .wrong(
            "window spread out",
            "You multiplied the place inside the window by the stride, which spreads the window out; the stride multiplies \
             the place of the window: `r * stride + i`.",
            |image, size, stride| {
                grid(windows(&image, size, stride), |r, c| {
                    let mut places = window(&image, (0, 0), size);
                    places.iter_mut().for_each(|place| {
                        *place = (r + place.0 * stride, c + place.1 * stride);
                    });
                    places.retain(|&(row, column)| row < image.len() && column < image[0].len());
                    largest(&image, &places)
                })
            },
        )
        .wrong(
            "stride of the size",
            "Your windows lie side by side, as if the stride were the size; the next window begins `stride` pixels on.",
            |image, size, _| max_pool(image, size, size),
        )
        .wrong(
            "rounded up",
            "You rounded the number of windows up, so the last ones hang over the edge; it is rounded down, and pixels \
             that are left over are not used.",
            |image, size, stride| rounded_up((image, size, stride)),
        )
        .wrong(
            "one too few",
            "You have one window too few each way; it moves `(length - size) / stride` times, and the place where it \
             starts counts too: `+ 1`.",
            |image, size, stride| {
                let y = max_pool(image, size, stride);
                grid((y.len() - 1, y[0].len() - 1), |r, c| y[r][c])
            },
        )
        .wrong(
            "carried over",
            "The largest number of one window is carried over to the next; begin anew for each window.",
            |image, size, stride| {
                let mut largest = f32::NEG_INFINITY;
                let mut y = max_pool(image, size, stride);
                for number in y.iter_mut().flatten() {
                    largest = largest.max(*number);
                    *number = largest;
                }
                y
            },
        )
        .wrong(
            "carried along the row",
            "The largest number of one window is carried over to the next one in its row; begin anew for each window.",
            |image, size, stride| {
                let mut y = max_pool(image, size, stride);
                for row in &mut y {
                    let mut largest = f32::NEG_INFINITY;
                    for number in row {
                        largest = largest.max(*number);
                        *number = largest;
                    }
                }
                y
            },
        )
        .wrong(
            "mean",
            "You took the mean of each window, which is average pooling; keep the largest number.",
            |image, size, stride| {
                grid(windows(&image, size, stride), |r, c| {
                    let places = window(&image, (r * stride, c * stride), size);
                    let sum: f32 = places.iter().map(|&place| number(&image, place)).sum();
                    sum / places.len() as f32
                })
            },
        )
        .wrong(
            "axes swapped",
            "You swapped rows and columns; it is `image[row][column]`, and `y` in the same order.",
            |image, size, stride| transposed(&max_pool(image, size, stride)),
        )
        .group("on squares")
        .case("the example of the lesson", |_| (of_the_lesson(), 2, 1))
        .case("pixels below 0", |g| (map(&g.rows(4, 4), |x| -x.abs()), 2, 2))
        .case("windows side by side", |g| (g.rows(4, 4), 2, 2))
        .case("windows that overlap", |g| (g.rows(5, 5), 3, 2))
        .case("a row and a column left over", |g| (g.rows(5, 5), 2, 2))
        .cases(8, |g, i| (g.rows(5 + i, 5 + i), 2 + i % 3, 1 + i % 4))
        .group("on any shape")
        .case("one window", |g| (g.rows(3, 3), 3, 2))
        .case("one row, windows of one pixel", |g| (g.rows(1, 5), 1, 2))
        .case("two rows", |g| (g.rows(2, 6), 2, 2))
        .case("two columns", |g| (g.rows(6, 2), 2, 2))
        .case("a wide image", |g| (g.rows(3, 7), 2, 1))
        .case("a tall image", |g| (g.rows(7, 3), 3, 2))
        .case("pixels between the windows", |g| (g.rows(8, 9), 2, 3))
        .case("equal pixels", |g| (tied(g, 6, 7), 3, 2))
        .cases(10, |g, i| (g.rows(4 + i, 5 + (5 * i) % 7), 2 + i % 3, 1 + i % 4))
}
