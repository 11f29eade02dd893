//! Handwritten digits: MNIST, by LeCun, Cortes and Burges, from NIST's special databases 3 and 7 (CC BY-SA 3.0).

mod draw;
mod read;
mod right;
mod wire;

use std::ops::Range;
use std::sync::OnceLock;

use gradlings::prelude::*;

use crate::{DataError, Idx};

pub use draw::{draw_classifier, draw_tested};
pub use read::{of_picture, read};
pub use right::right;
pub use wire::Unlabelled;

/// The height and the width of an image.
pub const SIDE: usize = 28;
/// The pixels of an image.
pub const PIXELS: usize = SIDE * SIDE;

/// A batch of images: `(batch, 1, 28, 28)`.
pub type Images = Tensor<(usize, Const<1>, Const<SIDE>, Const<SIDE>), f32, Dev>;

/// The first 10,000 images of MNIST's training set, in their original order.
///
/// The first labels are 5 0 4 1 9 2 1 3 1 4.
pub fn training() -> Digits {
    static TRAINING: OnceLock<Digits> = OnceLock::new();
    TRAINING
        .get_or_init(|| {
            Digits::from_gz(
                include_bytes!("files/mnist-train-images.idx.gz"),
                include_bytes!("files/mnist-train-labels.idx.gz"),
            )
            .expect("the training set that is built into the program is sound")
        })
        .clone()
}

/// One digit, a handwritten 2: the sixth image of MNIST's training set. It is there at once, where unpacking the
/// whole set would keep a learner waiting.
pub fn one_digit() -> &'static [u8; PIXELS] {
    include_bytes!("files/mnist-one-digit.gray")
}

/// Images of digits, and which digit each of them shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Digits {
    /// 784 pixels for each image, row by row; 0 is paper, 255 is ink.
    pub images: Vec<u8>,
    /// One digit for each image, 0 to 9.
    pub labels: Vec<u8>,
}

impl Digits {
    /// Reads a gzipped IDX file of images and one of their labels.
    ///
    /// # Errors
    ///
    /// If one is damaged, if the images are not 28 x 28, if there is not one label for each image, or if a label is no
    /// digit.
    pub fn from_gz(images: &[u8], labels: &[u8]) -> Result<Self, DataError> {
        Self::from_idx(Idx::from_gz(images)?, Idx::from_gz(labels)?)
    }

    /// Puts images and labels together.
    ///
    /// # Errors
    ///
    /// As [`from_gz`](Self::from_gz).
    pub fn from_idx(images: Idx, labels: Idx) -> Result<Self, DataError> {
        let [count, SIDE, SIDE] = images.sizes[..] else {
            return Err(DataError::new(format!(
                "Images of digits are count x 28 x 28, but this file is {:?}.",
                images.sizes
            )));
        };
        if labels.sizes != [count] {
            return Err(DataError::new(format!(
                "There are {count} images, so there must be {count} labels, but that file is {:?}.",
                labels.sizes
            )));
        }
        if let Some((i, label)) = labels
            .values
            .iter()
            .enumerate()
            .find(|(_, label)| **label > 9)
        {
            return Err(DataError::new(format!(
                "A label is a digit from 0 to 9, but label {i} is {label}."
            )));
        }
        Ok(Self {
            images: images.values,
            labels: labels.values,
        })
    }

    /// How many images there are.
    pub fn len(&self) -> usize {
        self.labels.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.labels.is_empty()
    }

    /// The 784 pixels of an image.
    ///
    /// # Panics
    ///
    /// If there is no image `i`.
    pub fn image(&self, i: usize) -> &[u8] {
        &self.images[i * PIXELS..][..PIXELS]
    }

    /// The images of a range, with their labels.
    ///
    /// # Panics
    ///
    /// If the range goes past the end.
    pub fn range(&self, range: Range<usize>) -> Self {
        Self {
            images: self.images[range.start * PIXELS..range.end * PIXELS].to_vec(),
            labels: self.labels[range].to_vec(),
        }
    }

    /// The first `n` images, and the others.
    ///
    /// # Panics
    ///
    /// If there are fewer than `n`.
    pub fn split_at(&self, n: usize) -> (Self, Self) {
        (self.range(0..n), self.range(n..self.len()))
    }

    /// The images at `indices`, in that order, as a tensor `(batch, 1, 28, 28)` with pixels in `[0, 1]`.
    ///
    /// # Panics
    ///
    /// If there is no such image.
    pub fn images_tensor(&self, dev: &Dev, indices: &[usize]) -> Images {
        let pixels = indices
            .iter()
            .flat_map(|&i| self.image(i))
            .map(|&pixel| f32::from(pixel) / 255.0)
            .collect();
        dev.tensor_from_vec(pixels, (indices.len(), Const, Const, Const))
    }

    /// The labels at `indices`, in that order.
    ///
    /// # Panics
    ///
    /// If there is no such label.
    pub fn labels_at(&self, indices: &[usize]) -> Vec<usize> {
        indices
            .iter()
            .map(|&i| usize::from(self.labels[i]))
            .collect()
    }

    /// The labels at `indices` as rows with a one at the digit and zeros elsewhere: what
    /// `cross_entropy_with_logits_loss` compares with.
    ///
    /// # Panics
    ///
    /// If there is no such label.
    pub fn one_hot(&self, dev: &Dev, indices: &[usize]) -> Tensor<(usize, Const<10>), f32, Dev> {
        let mut rows = vec![0.0; indices.len() * 10];
        for (row, label) in rows.chunks_exact_mut(10).zip(self.labels_at(indices)) {
            row[label] = 1.0;
        }
        dev.tensor_from_vec(rows, (indices.len(), Const))
    }
}
