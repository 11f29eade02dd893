//! # Augmentation
//!
//! A digit that stands a little further to the right is still the same digit. A person sees that at once; a model has to
//! learn it from examples. So a training gets changed copies of its examples, whose labels are known without asking
//! anybody. This is **augmentation**, and the simplest change is a **shift**: dx pixels to the right and dy pixels down.
//!
//! ```text
//! new[y][x] = old[y - dy][x - dx]   inside of old
//!             0                     outside
//! ```
//!
//! For each new pixel, look up where it comes from. What would come from outside of the image is paper, 0; what goes over
//! the edge is lost, and does not come back in on the other side. A shift below 0 goes left, or up.
//!
//! An image is kept as one list, row by row, so the pixel in column x of row y stands at place `y * width + x`.
//!
//! | name | length | meaning |
//! |---|---|---|
//! | `image` | height * width | the pixels, from 0 (paper) to 1 (ink) |
//! | `width` | | how many columns an image has; the height follows |
//! | `dx`, `dy` | | how far to the right, and how far down; may be below 0 |
//! | `images`, `labels` | n | some images of one size, and one label for each |
//! | results | as `image`; 5 n | the shifted image; five images and labels for each given |
//!
//! Worked by hand: the image `[1, 2, 3, 4, 5, 6]` with `width` 3 has the rows 1 2 3 and 4 5 6. Shifted by dx = 1, dy = 0 it
//! has 0 1 2 and 0 4 5; by dx = 0, dy = -1 it has 4 5 6 and 0 0 0.
//!
//! `augment` makes five images of each: the image as it is, then shifted by each of the `MOVES`. All five of the first
//! image come first, then those of the second one, and each has the label of the image it was made from.
//!
//! `dx` is an `i64`, since places (`usize`) cannot be below 0: `x as i64 - dx` can be, and `from as usize` makes a place
//! of it again, once you know that it is inside.
//!
//! Only training images are augmented: those for validation stay as people wrote them. LeNet-5 went from 0.95 % to 0.8 %
//! wrong digits with distorted copies. (LeCun, Bottou, Bengio, Haffner: *Gradient-based learning applied to document
//! recognition*, 1998.)

use course::demo;
use gradlings::prelude::*;

/// Right, left, down, up: dx and dy of the four copies.
const MOVES: [(i64, i64); 4] = [(1, 0), (-1, 0), (0, 1), (0, -1)];

/// The image, dx pixels further to the right and dy pixels further down.
pub fn shift(image: Vec<f32>, width: usize, dx: i64, dy: i64) -> Vec<f32> {
    let height = image.len() / width;
    let mut shifted = vec![0.0; image.len()];
    for y in 0..height {
        for x in 0..width {
            let (from_x, from_y) = (x as i64 - dx, y as i64 - dy);
            let is_inside =
                (0..width as i64).contains(&from_x) && (0..height as i64).contains(&from_y);
            if is_inside {
                shifted[y * width + x] = image[from_y as usize * width + from_x as usize];
            }
        }
    }
    shifted
}

/// Each image followed by its four shifted copies, and a label for each of them.
pub fn augment(
    images: Vec<Vec<f32>>,
    labels: Vec<usize>,
    width: usize,
) -> (Vec<Vec<f32>>, Vec<usize>) {
    let mut more_images = Vec::new();
    let mut more_labels = Vec::new();
    for (image, label) in images.into_iter().zip(labels) {
        for (dx, dy) in [(0, 0)].into_iter().chain(MOVES) {
            more_images.push(shift(image.clone(), width, dx, dy));
            more_labels.push(label);
        }
    }
    (more_images, more_labels)
}

fn main() {
    Exercise::new()
        .offer("shift", function(shift))
        .offer("augment", function(augment))
        .show("a digit, moved", || demo::shifts(shift))
        .serve()
}
