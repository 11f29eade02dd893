//! Examples that can be seen, with what a network says of each.

use dfdx::shapes::{Dim, HasShape};
use dfdx::tensor::{Storage, Tensor};

use crate::data_set::{Examples, Labelled};
use crate::report::drawing::pictures::{Picture, pictures};
use crate::words::predictions as words;

/// Pictures that fit beside each other on a screen.
const AT_MOST: usize = 12;

/// Shows the first examples of a set, and under each what the network says and how sure it is. Nothing where its examples
/// cannot be seen.
///
/// `logits` is `(batch, classes)`: row `i` is what the network answers to example `i`. A later strip with the same title
/// replaces the earlier one.
pub fn predictions<Set: Labelled, B: Dim, K: Dim, D: Storage<f32>, T>(
    title: &str,
    set: &Set,
    logits: &Tensor<(B, K), f32, D, T>,
) {
    let classes = logits.shape().1.size();
    pictures(title, strip(set, &logits.as_vec(), classes, Kept::All));
}

/// Shows the examples that the network gets wrong, the first of them: which class it is, and what it says instead.
///
/// `logits` is `(batch, classes)`, as for [`predictions`].
pub fn wrong_predictions<Set: Labelled, B: Dim, K: Dim, D: Storage<f32>, T>(
    title: &str,
    set: &Set,
    logits: &Tensor<(B, K), f32, D, T>,
) {
    let classes = logits.shape().1.size();
    pictures(title, strip(set, &logits.as_vec(), classes, Kept::Wrong));
}

/// Which examples are shown.
#[derive(Clone, Copy, PartialEq)]
enum Kept {
    All,
    Wrong,
}

fn strip<Set: Labelled>(set: &Set, logits: &[f32], classes: usize, kept: Kept) -> Vec<Picture> {
    let examples = set.examples();
    let rows = logits.chunks_exact(classes.max(1)).zip(set.labels());
    let shown = rows.enumerate().filter_map(|(i, (row, label))| {
        let (class, share) = most_likely(row);
        let percent = format!("{:.0}", 100.0 * share);
        let (right, caption) = match kept {
            Kept::All => (class == label, words::says(class, percent)),
            Kept::Wrong if class == label => return None,
            Kept::Wrong => (false, words::mistaken(label, class, percent)),
        };
        let (width, pixels) = examples.picture(i)?;
        Some(Picture {
            caption,
            right: Some(right),
            width,
            pixels,
        })
    });
    shown.take(AT_MOST).collect()
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
    use std::ops::Range;

    use super::*;

    /// Pictures of one pixel, whose grey is their class.
    #[derive(Clone, PartialEq)]
    struct Greys(Vec<u8>);

    impl Examples for Greys {
        type Batch = Vec<u8>;
        fn count(&self) -> usize {
            self.0.len()
        }
        fn batch(&self, range: Range<usize>) -> Vec<u8> {
            self.0[range].to_vec()
        }
        fn picture(&self, i: usize) -> Option<(usize, Vec<u8>)> {
            Some((1, vec![*self.0.get(i)?]))
        }
    }

    impl Labelled for Greys {
        type Examples = Greys;
        fn examples(&self) -> Greys {
            self.clone()
        }
        fn labels(&self) -> Vec<usize> {
            self.0.iter().map(|&grey| usize::from(grey)).collect()
        }
    }

    fn said(logits: &[f32], classes: usize, kept: Kept) -> Vec<(String, Option<bool>, Vec<u8>)> {
        let strip = strip(&Greys(vec![5, 0]), logits, classes, kept);
        let said = strip.into_iter();
        said.map(|it| (it.caption, it.right, it.pixels)).collect()
    }

    /// Against nine times e^0, e^ln(3) is one quarter.
    fn logits() -> Vec<f32> {
        let mut logits = vec![0.0; 20];
        logits[5] = 3.0_f32.ln();
        logits[10 + 7] = 100.0;
        logits
    }

    #[test]
    fn a_strip_says_the_class_its_probability_and_whether_it_is_right() {
        let expected = [
            ("says 5 (25 %)".to_owned(), Some(true), vec![5]),
            ("says 7 (100 %)".to_owned(), Some(false), vec![0]),
        ];
        assert_eq!(said(&logits(), 10, Kept::All), expected);
    }

    #[test]
    fn only_what_is_wrong_is_among_the_wrong_predictions() {
        let expected = [("0 as 7 (100 %)".to_owned(), Some(false), vec![0])];
        assert_eq!(said(&logits(), 10, Kept::Wrong), expected);
    }

    #[test]
    fn logits_that_are_not_numbers_still_make_a_strip() {
        let all = said(&[f32::NAN; 10], 10, Kept::All);
        assert_eq!(all[0].0, "says 0 (NaN %)");
    }
}
