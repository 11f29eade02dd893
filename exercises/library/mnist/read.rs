//! Reads digits in pictures that somebody gives.

use gradlings::prelude::*;
use gradlings::report::Picture;
use gradlings::trial::{Content, Given, Image, Trial};

use super::{Images, PIXELS, SIDE};

/// The longer side of a digit in MNIST.
const BOX: usize = 20;
/// What is darker than the paper by less than this is no ink.
const NOISE: f32 = 0.25;

/// Trains a network, or goes on where its training was, and lets it read every picture that is given: says which digit
/// that is and how sure the network is, and shows what the network was given of it. See [`of_picture`].
///
/// ```no_run
/// use course::mnist;
/// use gradlings::prelude::*;
///
/// type Network = (Flatten<784>, Linear<784, 10>);
///
/// fn main() {
///     Exercise::new()
///         .to_try("reads your digits", |trial| {
///             mnist::read(trial, || device().build_module::<Network, f32>())
///         })
///         .serve()
/// }
/// ```
pub fn read<Network>(trial: &Trial, train: impl FnOnce() -> Network)
where
    Network: Module<Images, Output = Tensor<(usize, Const<10>), f32, Dev>>,
{
    trial.say(
        "What is trained is saved after each epoch: stop whenever you like, and the same command goes on from there.\n",
    );
    let network = train();
    let (mut files, mut pictures) = (0, Vec::new());
    while let Some(Given { name, content }) = trial.file() {
        files += 1;
        let Content::Image(image) = content else {
            trial.say(&format!(
                "{name} is no picture; give a PNG, JPEG or PGM file.\n"
            ));
            continue;
        };
        let Some(pixels) = of_picture(&image) else {
            trial.say(&format!("{name} shows nothing but paper.\n"));
            continue;
        };
        let (digit, said) = answer(&network, &pixels);
        trial.say(&format!("{name}: {said}\n"));
        pictures.push(Picture {
            caption: format!("says {digit}"),
            right: None,
            width: SIDE,
            pixels: pixels.to_vec(),
        });
        report::pictures("what your network was given", pictures.clone());
    }
    if files == 0 {
        trial.say(
            "To have your own handwriting read, name pictures of single digits in the command.\n",
        );
    }
}

/// The digit that a network takes for the most likely, and in words that one and the next, each with its probability.
fn answer<Network>(network: &Network, pixels: &[u8; PIXELS]) -> (usize, String)
where
    Network: Module<Images, Output = Tensor<(usize, Const<10>), f32, Dev>>,
{
    let pixels = pixels.iter().map(|&pixel| f32::from(pixel) / 255.0);
    let images: Images = device().tensor_from_vec(pixels.collect(), (1, Const, Const, Const));
    let shares = network.forward(images).softmax::<Axis<1>>().as_vec();
    let mut digits: Vec<usize> = (0..shares.len()).collect();
    digits.sort_by(|&a, &b| shares[b].total_cmp(&shares[a]));
    // Ten of them.
    let [first, second] = [digits[0], digits[1]];
    let percent = |digit: usize| 100.0 * shares[digit];
    let said = format!(
        "{first} ({:.0} %), or else {second} ({:.0} %).",
        percent(first),
        percent(second)
    );
    (first, said)
}

/// A picture of one digit as MNIST has it: light ink on black, the longer side of the ink 20 pixels, its centre of mass in
/// the middle of 28 x 28. `None` if there is no ink.
///
/// Paper may be light or dark: it is what most of the edge of the picture is.
///
/// ```
/// use course::mnist;
/// use gradlings::trial::{Array, Image};
///
/// let image = |pixels: Vec<u8>| Image {
///     pixels: Array::new(vec![60, 40, 3], pixels).unwrap(),
/// };
/// assert_eq!(mnist::of_picture(&image(vec![200; 60 * 40 * 3])), None);
/// ```
pub fn of_picture(image: &Image) -> Option<[u8; PIXELS]> {
    let ink = ink(&image.gray())?;
    let is_ink = |&level: &f32| level > NOISE;
    let rows: Vec<usize> = (0..ink.len())
        .filter(|&y| ink[y].iter().any(is_ink))
        .collect();
    let columns: Vec<usize> = (0..ink[0].len())
        .filter(|&x| ink.iter().any(|row| is_ink(&row[x])))
        .collect();
    let (top, bottom) = (*rows.first()?, rows.last()? + 1);
    let (left, right) = (*columns.first()?, columns.last()? + 1);
    let (height, width) = (bottom - top, right - left);
    // Source pixels to one pixel of the result.
    let scale = height.max(width) as f32 / BOX as f32;
    let sizes = [height, width].map(|size| ((size as f32 / scale).round() as usize).clamp(1, BOX));
    let mut digit = vec![vec![0.0; sizes[1]]; sizes[0]];
    for (y, row) in digit.iter_mut().enumerate() {
        for (x, pixel) in row.iter_mut().enumerate() {
            let vertical = covered(y, sizes[0], top, height);
            let horizontal = covered(x, sizes[1], left, width);
            for (row, weight) in &vertical {
                for (column, other) in &horizontal {
                    *pixel += weight * other * ink[*row][*column];
                }
            }
        }
    }
    Some(centred(&digit))
}

/// How much ink there is at each place, from 0 (paper) to 1; `None` if the picture has no pixels, or no ink.
fn ink(gray: &[Vec<f32>]) -> Option<Vec<Vec<f32>>> {
    let (first, last) = (gray.first()?, gray.last()?);
    let sides = gray.iter().flat_map(|row| [row.first(), row.last()]);
    let mut edge: Vec<f32> = first.iter().chain(last).copied().collect();
    edge.extend(sides.flatten());
    edge.sort_by(f32::total_cmp);
    let paper = *edge.get(edge.len() / 2)?;
    let all = gray.iter().flatten();
    let (dark, light) = all.fold((1.0_f32, 0.0_f32), |(dark, light), &level| {
        (dark.min(level), light.max(level))
    });
    // Ink is what differs most from the paper.
    let darkest = if paper - dark > light - paper {
        dark
    } else {
        light
    };
    let contrast = darkest - paper;
    if contrast.abs() < NOISE / 2.0 {
        return None;
    }
    let level = |level: &f32| {
        let ink = ((level - paper) / contrast).clamp(0.0, 1.0);
        if ink > NOISE { ink } else { 0.0 }
    };
    Some(
        gray.iter()
            .map(|row| row.iter().map(level).collect())
            .collect(),
    )
}

/// The source pixels under pixel `at` of `count`, with their shares, which sum to 1; the source has `size` pixels, from
/// `start` on.
fn covered(at: usize, count: usize, start: usize, size: usize) -> Vec<(usize, f32)> {
    let each = size as f32 / count as f32;
    let (from, to) = (at as f32 * each, (at + 1) as f32 * each);
    let last = (to.ceil() as usize).min(size);
    (from as usize..last)
        .map(|place| {
            let inside = to.min(place as f32 + 1.0) - from.max(place as f32);
            (start + place, inside.max(0.0) / each)
        })
        .collect()
}

/// The pixels of a digit with their centre of mass in the middle, as near as whole pixels allow.
fn centred(digit: &[Vec<f32>]) -> [u8; PIXELS] {
    let (mut mass, mut down, mut across) = (0.0, 0.0, 0.0);
    for (y, row) in digit.iter().enumerate() {
        for (x, level) in row.iter().enumerate() {
            mass += level;
            down += level * y as f32;
            across += level * x as f32;
        }
    }
    let middle = (SIDE - 1) as f32 / 2.0;
    let place = |moment: f32, size: usize| {
        let start = (middle - moment / f32::max(mass, f32::MIN_POSITIVE)).round();
        (start.max(0.0) as usize).min(SIDE - size)
    };
    let (top, left) = (place(down, digit.len()), place(across, digit[0].len()));
    let mut pixels = [0; PIXELS];
    for (y, row) in digit.iter().enumerate() {
        for (x, level) in row.iter().enumerate() {
            pixels[(top + y) * SIDE + left + x] = (255.0 * level).round() as u8;
        }
    }
    pixels
}

#[cfg(test)]
mod tests {
    use gradlings::trial::Array;

    use super::*;
    use crate::mnist::one_digit;

    /// A digit of MNIST, each of its pixels `times` wide and high, on some paper of another size.
    fn picture(times: usize, paper: [u8; 2], of: impl Fn(u8) -> u8) -> Image {
        let (digit, [height, width]) = (one_digit(), paper.map(usize::from));
        let pixel = |at: usize| {
            let (y, x) = (at / width / times, at % width / times);
            let level = match y < SIDE && x < SIDE {
                true => digit[y * SIDE + x],
                false => 0,
            };
            [of(level); 3]
        };
        let pixels = (0..height * width).flat_map(pixel).collect();
        Image {
            pixels: Array::new(vec![height, width, 3], pixels).expect("three bytes for each"),
        }
    }

    #[test]
    fn a_digit_is_found_whatever_the_paper() {
        let own = picture(1, [28, 28], |level| level);
        let own = of_picture(&own).expect("ink");
        let mean = |pixels: &[u8; PIXELS]| {
            let off = pixels.iter().zip(one_digit()).map(|(a, b)| a.abs_diff(*b));
            off.map(f32::from).sum::<f32>() / PIXELS as f32
        };
        // It is where it was; only its faintest pixels are gone.
        assert!(mean(&own) < 3.0, "{}", mean(&own));
        for (times, paper) in [(1, [60, 90]), (3, [90, 84]), (5, [140, 200])] {
            for of in [|level: u8| 255 - level, |level: u8| level / 2 + 20] {
                let read = of_picture(&picture(times, paper, of)).expect("ink");
                let off = mean(&read);
                assert!(off < 12.0, "{times} {paper:?}: {off}");
            }
        }
    }

    #[test]
    fn paper_alone_shows_nothing_and_a_dot_shows_something() {
        assert_eq!(of_picture(&picture(1, [40, 40], |_| 7)), None);
        let none = Image {
            pixels: Array::default(),
        };
        assert_eq!(of_picture(&none), None);
        for size in [[1, 1, 3], [1, 9, 3], [9, 1, 3]] {
            let count = size.iter().product();
            let mut pixels = vec![255; count];
            pixels[count / 6 * 3..][..3].fill(0);
            let image = Image {
                pixels: Array::new(size.to_vec(), pixels).expect("three bytes for each"),
            };
            // One pixel alone is all paper; of nine one is ink.
            assert_eq!(of_picture(&image).is_some(), count > 3, "{size:?}");
        }
    }
}
