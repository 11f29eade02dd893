//! A digit, pooled: which of its pixels get the gradient.

use gradlings::prelude::*;
use gradlings::report::Picture;

use crate::mnist::{SIDE, one_digit};

type Image = Vec<Vec<f32>>;

/// Rows and columns of the smallest and of the largest window.
const SIZES: std::ops::RangeInclusive<usize> = 2..=7;
/// The share of its ink that the digit keeps behind the pixels that get a gradient, and the least that these get.
const BEHIND: f32 = 0.35;
const FAINTEST: f32 = 0.6;

/// Shows a digit pooled in larger and larger windows, side by side and, with stride 1, overlapping. Beside it, which of its
/// pixels get the gradient when each window hands back 1: the brighter, the more. The curves say how many these are.
///
/// `max_pool` gets the 28 rows of an image, the size of the window and the stride, and returns the rows of the output;
/// `backward` gets the gradient of the output as well, and returns that of the image.
///
/// ```
/// use course::demo;
///
/// demo::pools(|image, _size, _stride| image, |image, _size, _stride, _dy| image);
/// ```
pub fn pools(
    max_pool: impl Fn(Image, usize, usize) -> Image,
    backward: impl Fn(Image, usize, usize, Image) -> Image,
) {
    let digit: Image = one_digit()
        .chunks(SIDE)
        .map(|row| row.iter().map(|&ink| f32::from(ink) / 255.0).collect())
        .collect();
    for size in SIZES {
        for (title, stride) in [("side by side", size), ("overlapping", 1)] {
            let pooled = max_pool(digit.clone(), size, stride);
            let places = (SIDE - size) / stride + 1;
            let dy = vec![vec![1.0; places]; places];
            let gradient = backward(digit.clone(), size, stride, dy);
            let count = gradient.iter().flatten().filter(|it| **it > 0.0).count();
            report::metric(&format!("pixels reached, {title}"), size, count as f32);
            let caption = format!("{size} by {size}, stride {stride}");
            let pictures = vec![
                picture(&caption, &pooled),
                picture("gets the gradient", &over(&digit, &gradient)),
            ];
            report::pictures(&format!("windows {title}"), pictures);
        }
    }
}

/// The gradient on the digit, which is dimmed.
fn over(digit: &Image, gradient: &Image) -> Image {
    let most = gradient.iter().flatten().copied().fold(0.0, f32::max);
    let shade = |(ink, gradient): (&f32, &f32)| {
        if *gradient > 0.0 {
            FAINTEST + (1.0 - FAINTEST) * gradient / most
        } else {
            BEHIND * ink
        }
    };
    let row = |(inks, gradients): (&Vec<f32>, &Vec<f32>)| {
        let pairs = inks.iter().zip(gradients);
        pairs.map(shade).collect()
    };
    digit.iter().zip(gradient).map(row).collect()
}

fn picture(caption: &str, rows: &Image) -> Picture {
    let pixels = rows.iter().flatten().map(|ink| (ink * 255.0).round() as u8);
    Picture {
        caption: caption.to_owned(),
        right: None,
        width: rows.first().map_or(0, Vec::len),
        pixels: pixels.collect(),
    }
}
