//! A strip of digits with what a network says of each.

use dfdx::shapes::{Dim, HasShape};
use dfdx::tensor::{Storage, Tensor};

use super::data::{Picture, Pictures};
use super::send::pictures;
use crate::data::Digits;
use crate::data::mnist::SIDE;

/// Digits that fit beside each other on a screen.
const AT_MOST: usize = 12;

/// Shows the first digits, and under each what the network says and how sure it is.
///
/// `logits` is `(batch, 10)`: row `i` is what the network answers to digit `i`. A later strip with the same title
/// replaces the earlier one.
pub fn digits<B: Dim, K: Dim, D: Storage<f32>, T>(
    title: &str,
    digits: &Digits,
    logits: &Tensor<(B, K), f32, D, T>,
) {
    let classes = logits.shape().1.size();
    pictures(strip(title, digits, &logits.as_vec(), classes));
}

/// Shows the digits that the network gets wrong, the first of them: which digit it is, and what it says instead.
///
/// `logits` is `(batch, 10)`, as for [`digits`].
///
/// ```
/// use gradlings::prelude::*;
///
/// let digits = mnist::training().range(0..2);
/// let logits: Matrix = device().zeros_like(&(2, 10));
/// report::digits("two digits", &digits, &logits);
/// report::wrong_digits("digits it gets wrong", &digits, &logits);
/// ```
pub fn wrong_digits<B: Dim, K: Dim, D: Storage<f32>, T>(
    title: &str,
    digits: &Digits,
    logits: &Tensor<(B, K), f32, D, T>,
) {
    let classes = logits.shape().1.size();
    pictures(wrong(title, digits, &logits.as_vec(), classes));
}

fn wrong(title: &str, digits: &Digits, logits: &[f32], classes: usize) -> Pictures {
    let rows = logits.chunks_exact(classes.max(1)).zip(&digits.labels);
    let wrong = rows.enumerate().filter_map(|(i, (row, &label))| {
        let (class, share) = most_likely(row);
        (class != usize::from(label)).then(|| Picture {
            caption: format!("{label} as {class} ({:.0} %)", 100.0 * share),
            right: Some(false),
            width: SIDE,
            pixels: digits.image(i).to_vec(),
        })
    });
    Pictures {
        title: title.to_owned(),
        pictures: wrong.take(AT_MOST).collect(),
    }
}

fn strip(title: &str, digits: &Digits, logits: &[f32], classes: usize) -> Pictures {
    let rows = logits.chunks_exact(classes.max(1));
    Pictures {
        title: title.to_owned(),
        pictures: rows
            .zip(&digits.labels)
            .take(AT_MOST)
            .enumerate()
            .map(|(i, (row, &label))| {
                let (class, share) = most_likely(row);
                Picture {
                    caption: format!("says {class} ({:.0} %)", 100.0 * share),
                    right: Some(class == usize::from(label)),
                    width: SIDE,
                    pixels: digits.image(i).to_vec(),
                }
            })
            .collect(),
    }
}

/// The class with the largest logit, and its probability under softmax.
fn most_likely(logits: &[f32]) -> (usize, f32) {
    let largest = logits.iter().copied().fold(f32::NEG_INFINITY, f32::max);
    let class = logits.iter().position(|&logit| logit == largest);
    let sum: f32 = logits.iter().map(|logit| (logit - largest).exp()).sum();
    (class.unwrap_or(0), 1.0 / sum)
}

#[cfg(test)]
mod tests {
    use super::{strip, wrong};
    use crate::data::mnist;

    #[test]
    fn a_strip_says_the_class_its_probability_and_whether_it_is_right() {
        // The first labels are 5 and 0; e^ln(3) against nine times e^0 is one quarter.
        let digits = mnist::training().range(0..2);
        let mut logits = vec![0.0; 20];
        logits[5] = 3.0_f32.ln();
        logits[10 + 7] = 100.0;
        let strip = strip("two digits", &digits, &logits, 10);
        let said: Vec<_> = strip
            .pictures
            .iter()
            .map(|picture| (picture.caption.as_str(), picture.right))
            .collect();
        assert_eq!(
            said,
            [
                ("says 5 (25 %)", Some(true)),
                ("says 7 (100 %)", Some(false))
            ]
        );
        assert_eq!(strip.pictures[1].pixels, digits.image(1));
    }

    #[test]
    fn only_what_is_wrong_is_among_the_wrong_digits() {
        let digits = mnist::training().range(0..2);
        let mut logits = vec![0.0; 20];
        logits[5] = 3.0;
        logits[10 + 7] = 100.0;
        let strip = wrong("wrong", &digits, &logits, 10);
        let said: Vec<_> = strip
            .pictures
            .iter()
            .map(|it| it.caption.as_str())
            .collect();
        assert_eq!(said, ["0 as 7 (100 %)"]);
    }

    #[test]
    fn logits_that_are_not_numbers_still_make_a_strip() {
        let digits = mnist::training().range(0..1);
        let strip = strip("broken", &digits, &[f32::NAN; 10], 10);
        assert_eq!(strip.pictures[0].caption, "says 0 (NaN %)");
    }
}
