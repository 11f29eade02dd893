//! How `max_pool_backward` is checked. Most mistakes hand the gradient to other pixels of the window. Ties and windows that
//! overlap have groups of their own, so that whoever makes two mistakes reads about both.

use crate::max_pool_forward::*;
use crate::solution::max_pool_backward;
use gradlings::prelude::*;

/// Image, size, stride, `dy`.
type Inputs = (Image, usize, usize, Image);

/// An image, and a gradient for each of its windows.
fn with_dy(g: &mut Generator, image: Image, size: usize, stride: usize) -> Inputs {
    let (rows, columns) = windows(&image, size, stride);
    (image, size, stride, g.rows(rows, columns))
}

fn drawn(
    (rows, columns): (usize, usize),
    size: usize,
    stride: usize,
) -> impl Fn(&mut Generator) -> Inputs {
    move |g| {
        let image = g.rows(rows, columns);
        with_dy(g, image, size, stride)
    }
}

fn with_ties(
    (rows, columns): (usize, usize),
    size: usize,
    stride: usize,
) -> impl Fn(&mut Generator) -> Inputs {
    move |g| {
        let image = tied(g, rows, columns);
        with_dy(g, image, size, stride)
    }
}

/// `dx` where each window hands factors of its gradient to the places that `share` says.
fn shared(
    (image, size, stride, dy): Inputs,
    share: impl Fn(&Image, Place, usize) -> Vec<(Place, f32)>,
) -> Image {
    let mut dx = map(&image, |_| 0.0);
    for (r, row) in dy.iter().enumerate() {
        for (c, gradient) in row.iter().enumerate() {
            for ((row, column), factor) in share(&image, (r * stride, c * stride), size) {
                dx[row][column] += factor * gradient;
            }
        }
    }
    dx
}

/// `dx` where each window hands its gradient to one place or to none.
fn handed(inputs: Inputs, place: impl Fn(&Image, Place, usize) -> Option<Place>) -> Image {
    shared(inputs, |image, corner, size| {
        let place = place(image, corner, size);
        Vec::from_iter(place.map(|place| (place, 1.0)))
    })
}

/// The places of the largest pixels of a window.
fn ties(image: &Image, corner: Place, size: usize) -> Vec<Place> {
    let mut places = window(image, corner, size);
    let most = largest(image, &places);
    places.retain(|&place| number(image, place) == most);
    places
}

fn last_of_ties(inputs: Inputs) -> Image {
    handed(inputs, |image, corner, size| {
        ties(image, corner, size).pop()
    })
}

fn all_ties(inputs: Inputs) -> Image {
    shared(inputs, |image, corner, size| {
        let places = ties(image, corner, size).into_iter();
        places.map(|place| (place, 1.0)).collect()
    })
}

fn overwritten(inputs: Inputs) -> Image {
    let (image, size, stride, dy) = inputs;
    let mut dx = map(&image, |_| 0.0);
    for (r, row) in dy.iter().enumerate() {
        for (c, gradient) in row.iter().enumerate() {
            let places = window(&image, (r * stride, c * stride), size);
            if let Some((row, column)) = first_largest(&image, &places) {
                dx[row][column] = *gradient;
            }
        }
    }
    dx
}

/// Windows whose largest number begins at 0, so that those without a pixel above 0 hand their gradient to `otherwise`.
fn from_zero(inputs: Inputs, otherwise: impl Fn(Place) -> Option<Place>) -> Image {
    handed(inputs, |image, corner, size| {
        let place = first_largest(image, &window(image, corner, size));
        let is_above = |&place: &Place| number(image, place) > 0.0;
        place.filter(is_above).or_else(|| otherwise(corner))
    })
}

/// The first pixel of the whole image that equals the largest of the window.
fn first_of_the_image(inputs: Inputs) -> Image {
    handed(inputs, |image, corner, size| {
        let most = largest(image, &window(image, corner, size));
        let rows = image.iter().enumerate();
        let mut places = rows.flat_map(|(row, line)| (0..line.len()).map(move |at| (row, at)));
        places.find(|&place| number(image, place) == most)
    })
}

/// The first of the largest in each row of the window that has one.
fn first_of_each_row(inputs: Inputs) -> Image {
    shared(inputs, |image, corner, size| {
        let mut ties = ties(image, corner, size);
        ties.dedup_by_key(|place| place.0);
        ties.into_iter().map(|place| (place, 1.0)).collect()
    })
}

const LAST: &str = "Of several largest pixels in a window, you gave the gradient to the last; the first in row order gets it \
                    (`>` keeps the first, `>=` and `max_by` the last).";
const ALL_TIES: &str = "You gave the gradient to every pixel that equals the largest of its window; only the first of them in \
                        row order gets it.";
const OF_THE_IMAGE: &str = "You gave the gradient to the first pixel of the whole image that equals the largest of the window; look in \
                            the window only.";
const OF_EACH_ROW: &str = "You gave the gradient to a largest pixel in each row of the window that has one; only the first of all \
                           gets it. (`break` leaves the inner loop only.)";
const OVERWRITTEN: &str = "Where a pixel is the largest of several windows, you kept the gradient of the last window only; add \
                           them up: `+=` instead of `=`.";

pub fn after(before: Reference<impl Handler + 'static>) -> Reference<impl Handler> {
    before
        .and("max_pool_backward", function(max_pool_backward))
        .inputs(["image", "size", "stride", "dy"])
        .parts([("dx", close())])
        .wrong(
            "to all",
            "You gave the gradient to every pixel of the window; only the largest gets it, because only the largest \
             changes `y`.",
            |image, size, stride, dy| {
                shared((image, size, stride, dy), |image, corner, size| {
                    let places = window(image, corner, size).into_iter();
                    places.map(|place| (place, 1.0)).collect()
                })
            },
        )
        .wrong(
            "spread out",
            "You divided the gradient among all pixels of the window, as average pooling does; the largest gets all of it.",
            |image, size, stride, dy| {
                shared((image, size, stride, dy), |image, corner, size| {
                    let places = window(image, corner, size).into_iter();
                    places.map(|place| (place, 1.0 / (size * size) as f32)).collect()
                })
            },
        )
        .wrong(
            "to the first pixel",
            "You gave the gradient to the first pixel of the window, whatever the pixels are; the largest gets it.",
            |image, size, stride, dy| {
                handed((image, size, stride, dy), |_, corner, _| Some(corner))
            },
        )
        .wrong(
            "place in the window",
            "You counted the place of the largest pixel from the corner of the window; `dx` has the shape of the image, so \
             add `r * stride` and `c * stride`.",
            |image, size, stride, dy| {
                handed((image, size, stride, dy), |image, (top, left), size| {
                    let place = first_largest(image, &window(image, (top, left), size));
                    place.map(|(row, column)| (row - top, column - left))
                })
            },
        )
        .wrong(
            "stride left out of the place",
            "You left the stride out where you add to `dx`; window `r`, `c` begins at row `r * stride` and column \
             `c * stride`.",
            |image, size, stride, dy| {
                handed((image, size, stride, dy), |image, (top, left), size| {
                    let place = first_largest(image, &window(image, (top, left), size));
                    place.map(|(row, column)| {
                        (row - top + top / stride, column - left + left / stride)
                    })
                })
            },
        )
        .wrong(
            "place of the window",
            "You put the gradient of window `r`, `c` at `dx[r][c]`; it belongs where the largest pixel of the window is.",
            |image, size, stride, dy| {
                handed((image, size, stride, dy), |_, (top, left), _| {
                    Some((top / stride, left / stride))
                })
            },
        )
        .wrong(
            "times the pixel",
            "You multiplied the gradient by the largest pixel; `y` changes by as much as the pixel does, so the factor is 1.",
            |image, size, stride, dy| {
                shared((image, size, stride, dy), |image, corner, size| {
                    let place = first_largest(image, &window(image, corner, size));
                    Vec::from_iter(place.map(|place| (place, number(image, place))))
                })
            },
        )
        .wrong(
            "ones",
            "You added 1 for each window; add its number of `dy`.",
            |image, size, stride, dy| {
                max_pool_backward(image, size, stride, map(&dy, |_| 1.0))
            },
        )
        .wrong("smallest", SMALLEST, |image, size, stride, dy| {
            max_pool_backward(map(&image, |x| -x), size, stride, dy)
        })
        .wrong("absolute", ABSOLUTE, |image, size, stride, dy| {
            max_pool_backward(map(&image, f32::abs), size, stride, dy)
        })
        .wrong("window too large", TOO_LARGE, |image, size, stride, dy| {
            handed((image, size, stride, dy), |image, corner, size| {
                first_largest(image, &window(image, corner, size + 1))
            })
        })
        .wrong("window too small", TOO_SMALL, |image, size, stride, dy| {
            handed((image, size, stride, dy), |image, corner, size| {
                first_largest(image, &window(image, corner, size - 1)).or(Some(corner))
            })
        })
        .wrong("one too far", TOO_FAR, |image, size, stride, dy| {
            handed((image, size, stride, dy), |image, (top, left), size| {
                first_largest(image, &window(image, (top + 1, left + 1), size))
            })
        })
        .wrong("stride ignored", STRIDE_LEFT_OUT, |image, size, stride, dy| {
            handed((image, size, stride, dy), |image, (top, left), size| {
                first_largest(image, &window(image, (top / stride, left / stride), size))
            })
        })
        .group("on squares")
        .case("one pixel", drawn((1, 1), 1, 1))
        .case("windows side by side", drawn((4, 4), 2, 2))
        .case("a row and a column left over", drawn((7, 7), 3, 3))
        .case("pixels below 0", |g| {
            let image = map(&g.rows(6, 6), |x| -x.abs());
            with_dy(g, image, 3, 3)
        })
        .cases(8, |g, i| {
            let size = 2 + i % 3;
            let side = size * (2 + i / 3) + i % 2;
            drawn((side, side), size, size + i % 2)(g)
        })
        .wrong(
            "dy's axes swapped",
            "Rows and columns are swapped between `dy` and the image; the row comes first everywhere: `dy[r][c]`, \
             `image[row][column]`, `dx[row][column]`.",
            |image, size, stride, dy| max_pool_backward(image, size, stride, transposed(&dy)),
        )
        .wrong(
            "image's axes swapped",
            "You swapped the rows and columns of the image; it is `image[row][column]`, the row first.",
            |image, size, stride, dy| max_pool_backward(transposed(&image), size, stride, dy),
        )
        .wrong(
            "dx's axes swapped",
            "You swapped the rows and columns of `dx`; it is `dx[row][column]`, the row first.",
            |image, size, stride, dy| {
                transposed(&max_pool_backward(image, size, stride, dy))
            },
        )
        .wrong(
            "from zero",
            "Where all pixels of a window are below 0, you give the gradient to its first one, because your largest number \
             begins at 0; begin with the number of the first pixel.",
            |image, size, stride, dy| from_zero((image, size, stride, dy), Some),
        )
        .wrong(
            "from zero, to the corner",
            "Where all pixels of a window are below 0, you give the gradient to the first pixel of the image, because your \
             largest number begins at 0; begin with the first pixel of the window.",
            |image, size, stride, dy| from_zero((image, size, stride, dy), |_| Some((0, 0))),
        )
        .wrong(
            "from zero, lost",
            "Where all pixels of a window are below 0, the gradient is lost; the largest gets it, whatever its sign.",
            |image, size, stride, dy| from_zero((image, size, stride, dy), |_| None),
        )
        .group("with ties")
        .case("all equal", |g| with_dy(g, vec![vec![2.0; 6]; 6], 3, 3))
        .case("zeros after a ReLU", |g| {
            let image = map(&g.rows(6, 8), |x| (x - 0.5).max(0.0));
            with_dy(g, image, 2, 2)
        })
        .case("equal pixels in a column", |g| {
            with_dy(g, rows([[0.0, 3.0, 1.0], [1.0, 3.0, 2.0], [3.0, 0.0, 3.0]]), 3, 1)
        })
        .cases(8, |g, i| {
            let size = 2 + i % 3;
            with_ties((size * 2 + i % 2, size * (2 + i % 3)), size, size)(g)
        })
        .wrong("last of ties", LAST, |image, size, stride, dy| {
            last_of_ties((image, size, stride, dy))
        })
        .wrong("all ties", ALL_TIES, |image, size, stride, dy| {
            all_ties((image, size, stride, dy))
        })
        .wrong("first of the image", OF_THE_IMAGE, |image, size, stride, dy| {
            first_of_the_image((image, size, stride, dy))
        })
        .wrong("first of each row", OF_EACH_ROW, |image, size, stride, dy| {
            first_of_each_row((image, size, stride, dy))
        })
        .wrong(
            "shared by ties",
            "You divided the gradient among the largest pixels of a window; the first of them in row order gets all of it.",
            |image, size, stride, dy| {
                shared((image, size, stride, dy), |image, corner, size| {
                    let places = ties(image, corner, size);
                    let share = 1.0 / places.len() as f32;
                    places.into_iter().map(|place| (place, share)).collect()
                })
            },
        )
        .wrong(
            "first in column order",
            "Of several largest pixels, you chose the first from the left, going down each column; go through each row \
             from left to right, and row by row from the top.",
            |image, size, stride, dy| {
                handed((image, size, stride, dy), |image, corner, size| {
                    let ties = ties(image, corner, size).into_iter();
                    ties.min_by_key(|&(row, column)| (column, row))
                })
            },
        )
        .group("where windows overlap")
        .case("two windows", drawn((2, 3), 2, 1))
        .case("by one row and column", drawn((7, 7), 3, 2))
        .case("a large pixel in all windows", |g| {
            let mut image = g.rows(5, 5);
            image[2][2] = 9.0;
            with_dy(g, image, 3, 1)
        })
        .cases(8, |g, i| {
            let size = 2 + i % 3;
            drawn((size + 2 + i, size + 3 + i % 4), size, 1 + i % (size - 1))(g)
        })
        .wrong("overwritten", OVERWRITTEN, |image, size, stride, dy| {
            overwritten((image, size, stride, dy))
        })
        .group("on any shape")
        .case("the example of the lesson", |_| {
            (of_the_lesson(), 2, 1, rows([[1.0, 2.0], [3.0, 4.0]]))
        })
        .case("one window", drawn((3, 3), 3, 2))
        .case("windows of one pixel", drawn((4, 5), 1, 2))
        .case("two rows", drawn((2, 6), 2, 2))
        .case("two columns", drawn((6, 2), 2, 2))
        .case("pixels between the windows", drawn((8, 9), 2, 3))
        .case("no gradient", |g| {
            let (image, size, stride, dy) = drawn((4, 6), 2, 2)(g);
            (image, size, stride, map(&dy, |_| 0.0))
        })
        .case("large numbers", |g| {
            let image = map(&g.rows(5, 6), |x| 1e30 * x);
            with_dy(g, image, 3, 2)
        })
        .cases(8, |g, i| with_ties((4 + i, 5 + (5 * i) % 7), 2 + i % 3, 1 + i % 4)(g))
        .wrong("last of ties", LAST, |image, size, stride, dy| {
            last_of_ties((image, size, stride, dy))
        })
        .wrong("all ties", ALL_TIES, |image, size, stride, dy| {
            all_ties((image, size, stride, dy))
        })
        .wrong("first of the image", OF_THE_IMAGE, |image, size, stride, dy| {
            first_of_the_image((image, size, stride, dy))
        })
        .wrong("first of each row", OF_EACH_ROW, |image, size, stride, dy| {
            first_of_each_row((image, size, stride, dy))
        })
        .wrong("overwritten", OVERWRITTEN, |image, size, stride, dy| {
            overwritten((image, size, stride, dy))
        })
}
