//! How `shift` and `augment` are checked. Rows and columns can only be told apart where there are more of one of them, so
//! wide and tall images have groups of their own.

#[path = "../../solutions/01_data/augment.rs"]
#[expect(dead_code, reason = "a check has a `main` of its own")]
mod solution;
use course::mnist;
use gradlings::prelude::*;
use solution::{augment, shift};

type Shift = (Vec<f32>, usize, i64, i64);
type Images = Vec<Vec<f32>>;
type Labelled = (Images, Vec<usize>);

/// An image, and how far it is to go.
fn image(height: usize, width: usize, dx: i64, dy: i64) -> impl Fn(&mut Generator) -> Shift {
    move |g| {
        let pixels = (0..height * width).map(|_| g.number(0.1..1.0)).collect();
        (pixels, width, dx, dy)
    }
}

/// A way of one to `most` pixels, to either side.
fn way(g: &mut Generator, most: usize) -> i64 {
    let far = g.integer(1..most + 1) as i64;
    if g.integer(0..2) == 0 { far } else { -far }
}

/// An image that is shifted in both directions, never as far in the one as in the other.
fn aslant(g: &mut Generator, height: usize, width: usize) -> Shift {
    let (dx, mut dy) = (way(g, width - 1), way(g, height - 1));
    if dx.abs() == dy.abs() {
        dy = if dy.abs() == 1 {
            2 * dy
        } else {
            dy - dy.signum()
        };
    }
    image(height, width, dx, dy)(g)
}

/// `count` images of 3 rows and 4 columns, with labels.
fn some(count: usize) -> impl Fn(&mut Generator) -> (Images, Vec<usize>, usize) {
    move |g| {
        let pixels = |g: &mut Generator| (0..12).map(|_| g.number(0.1..1.0)).collect();
        let images = (0..count).map(|_| pixels(g)).collect();
        // No two neighbours have one label, and none has the number of a move.
        let first = g.integer(5..8);
        let labels = (0..count).map(|at| first + (at * 7) % 10).collect();
        (images, labels, 4)
    }
}

/// A new image of which each pixel is what `from` finds for its column and row, on an image so wide and high.
fn made(
    image: &[f32],
    width: usize,
    from: impl Fn(i64, i64, i64, i64) -> Option<(i64, i64)>,
) -> Vec<f32> {
    let (wide, high) = (width as i64, (image.len() / width) as i64);
    let places = (0..high).flat_map(|y| (0..wide).map(move |x| (x, y)));
    let pixel = |(x, y)| {
        let (x, y) = from(x, y, wide, high)?;
        let is_inside = (0..wide).contains(&x) && (0..high).contains(&y);
        is_inside.then(|| image[(y * wide + x) as usize])
    };
    places.map(|place| pixel(place).unwrap_or(0.0)).collect()
}

/// A new image, where a row is taken to be so long in the list, and columns and rows to end at these places.
fn looked_up(
    image: &[f32],
    width: usize,
    (dx, dy): (i64, i64),
    long: usize,
    ends: (usize, usize),
) -> Vec<f32> {
    let mut new = vec![0.0; image.len()];
    for y in 0..image.len() / width {
        for x in 0..width {
            let from_x = usize::try_from(x as i64 - dx).ok();
            let from_x = from_x.filter(|&from_x| from_x < ends.0);
            let from_y = usize::try_from(y as i64 - dy).ok();
            let from_y = from_y.filter(|&from_y| from_y < ends.1);
            if let (Some(from_x), Some(from_y)) = (from_x, from_y) {
                new[y * long + x] = image[from_y * long + from_x];
            }
        }
    }
    new
}

/// Along the list of all pixels, so that what leaves a row comes into the next one.
fn along_the_list(image: &[f32], by: i64, round: bool) -> Vec<f32> {
    let count = image.len() as i64;
    let pixel = |to: i64| {
        let from = if round {
            (to - by).rem_euclid(count)
        } else {
            to - by
        };
        usize::try_from(from).ok().and_then(|from| image.get(from))
    };
    (0..count)
        .map(|to| pixel(to).copied().unwrap_or(0.0))
        .collect()
}

/// One of `augment`'s lists in blocks: first what belongs to all images as they are, then to all that went right, ...
fn in_blocks<T: Clone>(all: &[T]) -> Vec<T> {
    let images = all.len() / 5;
    let places = (0..5).flat_map(|block| (0..images).map(move |image| image * 5 + block));
    places.map(|place| all[place].clone()).collect()
}

/// Each five of `augment`'s, changed.
fn fives<T>(all: Vec<T>, change: fn(&mut Vec<T>)) -> Vec<T> {
    let mut all = all.into_iter().peekable();
    let mut changed = vec![];
    while all.peek().is_some() {
        let mut five = all.by_ref().take(5).collect();
        change(&mut five);
        changed.extend(five);
    }
    changed
}

fn both(
    (images, labels): Labelled,
    change: fn(&mut Vec<Vec<f32>>),
    of_labels: fn(&mut Vec<usize>),
) -> Labelled {
    (fives(images, change), fives(labels, of_labels))
}

fn main() {
    Reference::of("shift", function(shift))
        .inputs(["image", "width", "dx", "dy"])
        .parts([("image", exact())])
        .wrong(
            "wrapped around",
            "What left your image on one side came back in on the other; it is lost, and zeros come \
             in.",
            |image, width, dx, dy| {
                made(&image, width, |x, y, wide, high| {
                    Some(((x - dx).rem_euclid(wide), (y - dy).rem_euclid(high)))
                })
            },
        )
        .wrong(
            "directions flipped",
            "Your image went the other way; dx above 0 is to the right, and dy above 0 is down.",
            |image, width, dx, dy| shift(image, width, -dx, -dy),
        )
        .wrong(
            "left for right",
            "Your image went left for dx above 0; it goes right, so a pixel comes from `x - dx`.",
            |image, width, dx, dy| shift(image, width, -dx, dy),
        )
        .wrong(
            "up for down",
            "Your image went up for dy above 0; it goes down, so a pixel comes from `y - dy`.",
            |image, width, dx, dy| shift(image, width, dx, -dy),
        )
        .wrong(
            "axes exchanged",
            "Your image went dy to the right and dx down; dx belongs to the columns, dy to the rows, and a \
             pixel stands at place `y * width + x`.",
            |image, width, dx, dy| shift(image, width, dy, dx),
        )
        .wrong(
            "axes exchanged, directions flipped",
            "You shifted by dy to the left and by dx up; dx belongs to the columns, dy to the rows, \
             and a pixel comes from `x - dx`, `y - dy`.",
            |image, width, dx, dy| shift(image, width, -dy, -dx),
        )
        .wrong(
            "edge repeated",
            "You filled up with the pixels at the edge; what comes in from outside is 0.",
            |image, width, dx, dy| {
                made(&image, width, |x, y, wide, high| {
                    Some(((x - dx).clamp(0, wide - 1), (y - dy).clamp(0, high - 1)))
                })
            },
        )
        .wrong(
            "first edge repeated",
            "You made 0 of a place below 0, so column 0 and row 0 are repeated; what comes from outside is \
             paper, 0.",
            |image, width, dx, dy| {
                made(&image, width, |x, y, _, _| Some(((x - dx).max(0), (y - dy).max(0))))
            },
        )
        .wrong(
            "first column and row outside",
            "You took nothing from column 0 and row 0 of the image; places count from 0, so these two are \
             inside.",
            |image, width, dx, dy| {
                made(&image, width, |x, y, _, _| {
                    (x > dx && y > dy).then_some((x - dx, y - dy))
                })
            },
        )
        .wrong(
            "last column and row outside",
            "You took nothing from the last column and the last row of the image; they are inside, and the \
             end of a range such as `0..width` is not one of its numbers.",
            |image, width, dx, dy| {
                made(&image, width, |x, y, wide, high| {
                    (x - dx < wide - 1 && y - dy < high - 1).then_some((x - dx, y - dy))
                })
            },
        )
        .wrong(
            "old pixels left",
            "Where nothing came in you left the old pixels; put 0 there.",
            |image, width, dx, dy| {
                made(&image, width, |x, y, wide, high| {
                    let is_inside = (0..wide).contains(&(x - dx)) && (0..high).contains(&(y - dy));
                    Some(if is_inside { (x - dx, y - dy) } else { (x, y) })
                })
            },
        )
        .wrong(
            "not moved",
            "Your image stays where it is; it goes dx to the right and dy down.",
            |image, _, _, _| image,
        )
        .wrong(
            "filled with ink",
            "You filled up with 1, which is ink; what comes in from outside is paper, 0.",
            |image, width, dx, dy| {
                let inside = shift(vec![1.0; image.len()], width, dx, dy);
                let shifted = shift(image, width, dx, dy).into_iter().zip(inside);
                let inked = shifted.map(|(pixel, inside)| if inside == 0.0 { 1.0 } else { pixel });
                inked.collect()
            },
        )
        .wrong(
            "along the list",
            "You moved the pixels along the list, so what left a row on one side came into the next \
             row on the other; check columns and rows by themselves.",
            |image, width, dx, dy| along_the_list(&image, dy * width as i64 + dx, false),
        )
        .wrong(
            "round the list",
            "You turned the whole list, so what left a row came into the next one, and what left the \
             image came back in; check columns and rows by themselves.",
            |image, width, dx, dy| along_the_list(&image, dy * width as i64 + dx, true),
        )
        .wrong(
            "columns only",
            "You left dy out of account; the image goes down by it.",
            |image, width, dx, _| shift(image, width, dx, 0),
        )
        .wrong(
            "rows only",
            "You left dx out of account; the image goes to the right by it.",
            |image, width, _, dy| shift(image, width, 0, dy),
        )
        .wrong(
            "without a sign",
            "You went right and down whatever the signs; below 0 it goes left, or up.",
            |image, width, dx, dy| shift(image, width, dx.abs(), dy.abs()),
        )
        .wrong(
            "left and up stay",
            "You took a shift below 0 for none; it goes left, or up.",
            |image, width, dx, dy| shift(image, width, dx.max(0), dy.max(0)),
        )
        .wrong(
            "one pixel",
            "You shifted by one pixel at most; dx and dy may be more.",
            |image, width, dx, dy| shift(image, width, dx.signum(), dy.signum()),
        )
        .group("on squares")
        .case("a single pixel that stays", image(1, 1, 0, 0))
        .case("no shift", image(3, 3, 0, 0))
        .case("to the right", image(3, 3, 1, 0))
        .case("to the left", image(3, 3, -1, 0))
        .case("down", image(3, 3, 0, 1))
        .case("up", image(3, 3, 0, -1))
        .case("right over the edge", image(3, 3, 3, 0))
        .case("up over the edge", image(3, 3, 0, -4))
        .cases(8, |g, i| aslant(g, 3 + i, 3 + i))
        .group("on wide images")
        .case("the example of the lesson", |_| {
            (vec![1.0, 2.0, 3.0, 4.0, 5.0, 6.0], 3, 1, 0)
        })
        .case("the same, shifted up", |_| {
            (vec![1.0, 2.0, 3.0, 4.0, 5.0, 6.0], 3, 0, -1)
        })
        .case("one row", image(1, 5, 2, 0))
        .case("further to the right than it is high", image(2, 6, 4, 0))
        .cases(8, |g, i| aslant(g, 3 + i / 2, 5 + i))
        .wrong(
            "rows as long as columns",
            "You took a row to be as long as the image is high; it has `width` pixels, so a pixel stands at \
             place `y * width + x`.",
            |image, width, dx, dy| {
                let height = image.len() / width;
                looked_up(&image, width, (dx, dy), height, (width, height))
            },
        )
        .group("on tall images")
        .case("one column", image(5, 1, 0, -2))
        .case("further down than it is wide", image(6, 2, 0, 4))
        .cases(8, |g, i| aslant(g, 5 + i, 3 + i / 2))
        .case("a handwritten digit", |_| {
            let ink = mnist::one_digit().iter();
            let digit = ink.map(|&ink| f32::from(ink) / 255.0).collect();
            (digit, mnist::SIDE, 3, -2)
        })
        .wrong(
            "ends exchanged",
            "You asked whether the column is below the height and the row below the width; columns go up to \
             the width, rows up to the height.",
            |image, width, dx, dy| {
                let height = image.len() / width;
                looked_up(&image, width, (dx, dy), width, (height, width))
            },
        )
        .wrong(
            "right for squares only",
            "You took the image to have as many rows as it has columns, so the others are lost; the \
             height is `image.len() / width`.",
            |image, width, dx, dy| {
                made(&image, width, |x, y, wide, _| {
                    (y < wide && y - dy < wide).then_some((x - dx, y - dy))
                })
            },
        )
        .and("augment", function(augment))
        .inputs(["images", "labels", "width"])
        .parts([("images", exact()), ("labels", exact())])
        .case("one image", some(1))
        .case("no images", some(0))
        .case("two images", some(2))
        .case("three images of one label", |g| {
            let (images, _, width) = some(3)(g);
            (images, vec![4; 3], width)
        })
        .case("images of one row", |g| (g.rows(3, 5), vec![3, 1, 2], 5))
        .cases(6, |g, i| some(3 + i)(g))
        .wrong(
            "labels in blocks",
            "You repeated the list of labels as a whole, so most images have the label of another \
             one; repeat each label five times before the next one comes.",
            |images, labels, width| {
                let (images, labels) = augment(images, labels, width);
                (images, in_blocks(&labels))
            },
        )
        .wrong(
            "images in blocks",
            "You put all images as they are first and then their copies, and repeated each label \
             five times; so most images have the label of another one.",
            |images, labels, width| {
                let (images, labels) = augment(images, labels, width);
                (in_blocks(&images), labels)
            },
        )
        .wrong(
            "all in blocks",
            "You put all images as they are first, and then their copies; here each image is followed \
             by its own four copies.",
            |images, labels, width| {
                let (images, labels) = augment(images, labels, width);
                (in_blocks(&images), in_blocks(&labels))
            },
        )
        .wrong(
            "labels once",
            "You have one label for each image that was given; every copy needs its own.",
            |images, labels, width| (augment(images, labels.clone(), width).0, labels),
        )
        .wrong(
            "labels moved",
            "Your copies have the labels of the next image; a copy keeps the label of the image it \
             was made from.",
            |images, labels, width| {
                let mut next = labels.clone();
                next.rotate_left(labels.len().min(1));
                let (_, copied) = augment(images.clone(), next, width);
                let (images, mut kept) = augment(images, labels, width);
                for at in (0..kept.len()).filter(|at| at % 5 > 0) {
                    kept[at] = copied[at];
                }
                (images, kept)
            },
        )
        .wrong(
            "originals left out",
            "You left out the images as they are; each comes before its four copies.",
            |images, labels, width| {
                let without = (|five: &mut Images| drop(five.remove(0)), |five: &mut Vec<usize>| {
                    five.remove(0);
                });
                both(augment(images, labels, width), without.0, without.1)
            },
        )
        .wrong(
            "four labels",
            "You have four labels for each image that was given; with the image as it is there are five \
             images, so it takes five.",
            |images, labels, width| {
                both(
                    augment(images, labels, width),
                    |_| (),
                    |five| {
                        five.pop();
                    },
                )
            },
        )
        .wrong(
            "copies behind all",
            "You put all images as they are first, and behind them the copies; here each image is \
             followed by its own four copies.",
            |images, labels, width| {
                let (mut all, mut all_labels) = (images.clone(), labels.clone());
                let (images, labels) = augment(images, labels, width);
                let copies = images.into_iter().zip(labels).enumerate();
                for (_, (image, label)) in copies.filter(|(at, _)| at % 5 > 0) {
                    all.push(image);
                    all_labels.push(label);
                }
                (all, all_labels)
            },
        )
        .wrong(
            "originals last",
            "You put each image behind its copies; it comes first.",
            |images, labels, width| {
                both(augment(images, labels, width), |five| five.rotate_left(1), |_| ())
            },
        )
        .wrong(
            "shifts add up",
            "You shifted each copy from the copy before it; shift the image itself each time.",
            |images, labels, width| {
                let (mut all, labels) = augment(images, labels, width);
                for five in all.chunks_mut(5) {
                    let moves = [(1, 0), (-1, 0), (0, 1), (0, -1)];
                    for (at, (dx, dy)) in moves.into_iter().enumerate() {
                        five[at + 1] = shift(five[at].clone(), width, dx, dy);
                    }
                }
                (all, labels)
            },
        )
        .wrong(
            "axes exchanged",
            "Your copies went down, up, right and left; each move has dx first, then dy.",
            |images, labels, width| {
                both(augment(images, labels, width), |five| five[1..].rotate_left(2), |_| ())
            },
        )
        .run()
}
