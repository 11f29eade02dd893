//! Spoken digits as pictures: "zero" to "nine", spoken by a speech synthesiser (espeak-ng) in many voices, made for this
//! course (CC0).

mod draw;
mod hear;
mod picture;
mod wire;

use std::ops::Range;
use std::sync::OnceLock;

use gradlings::prelude::*;

use crate::{DataError, Idx};

pub use draw::measure;
pub use hear::{answer, hear};
pub use picture::{picture, without_silence};
pub use wire::Unlabelled;

/// Rows of a picture: mel bands, the highest first.
pub const HEIGHT: usize = 24;
/// Columns of a picture: frames.
pub const WIDTH: usize = 32;
/// Grey levels of a picture.
pub const PIXELS: usize = HEIGHT * WIDTH;

/// A batch of pictures: `(batch, 1, 24, 32)`.
pub type Pictures = Tensor<(usize, Const<1>, Const<HEIGHT>, Const<WIDTH>), f32, Dev>;

/// 980 recordings, 98 of each digit, in no order. None is there twice, and the voices that networks are examined on are not
/// among them.
pub fn training() -> Spoken {
    static TRAINING: OnceLock<Spoken> = OnceLock::new();
    TRAINING
        .get_or_init(|| {
            Spoken::from_gz(
                include_bytes!("files/spoken-train-images.idx.gz"),
                include_bytes!("files/spoken-train-labels.idx.gz"),
            )
            .expect("the training set that is built into the course is sound")
        })
        .clone()
}

/// Pictures of spoken digits, and which digit each of them is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Spoken {
    /// 768 grey levels for each picture, row by row; 0 is silence, 255 is the loudest place.
    pub pictures: Vec<u8>,
    /// One digit for each picture, 0 to 9.
    pub labels: Vec<u8>,
}

impl Spoken {
    /// Reads a gzipped IDX file of pictures and one of their labels.
    ///
    /// # Errors
    ///
    /// If one is damaged, if the pictures are not 24 x 32, if there is not one label for each picture, or if a label is no
    /// digit.
    pub fn from_gz(pictures: &[u8], labels: &[u8]) -> Result<Self, DataError> {
        let (pictures, labels) = (Idx::from_gz(pictures)?, Idx::from_gz(labels)?);
        let [count, HEIGHT, WIDTH] = pictures.sizes[..] else {
            return Err(DataError::new(format!(
                "Pictures of spoken digits are count x 24 x 32, but this file is {:?}.",
                pictures.sizes
            )));
        };
        if labels.sizes != [count] {
            return Err(DataError::new(format!(
                "There are {count} pictures, so there must be {count} labels, but that file is {:?}.",
                labels.sizes
            )));
        }
        if let Some(label) = labels.values.iter().find(|label| **label > 9) {
            return Err(DataError::new(format!(
                "A label is a digit from 0 to 9, but one is {label}."
            )));
        }
        Ok(Self {
            pictures: pictures.values,
            labels: labels.values,
        })
    }

    /// How many pictures there are.
    pub fn len(&self) -> usize {
        self.labels.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.labels.is_empty()
    }

    /// The 768 grey levels of a picture.
    ///
    /// # Panics
    ///
    /// If there is no picture `i`.
    pub fn picture(&self, i: usize) -> &[u8] {
        &self.pictures[i * PIXELS..][..PIXELS]
    }

    /// The pictures of a range, with their labels.
    ///
    /// # Panics
    ///
    /// If the range goes past the end.
    pub fn range(&self, range: Range<usize>) -> Self {
        Self {
            pictures: self.pictures[range.start * PIXELS..range.end * PIXELS].to_vec(),
            labels: self.labels[range].to_vec(),
        }
    }

    /// The first `n` pictures, and the others.
    ///
    /// # Panics
    ///
    /// If there are fewer than `n`.
    pub fn split_at(&self, n: usize) -> (Self, Self) {
        (self.range(0..n), self.range(n..self.len()))
    }

    /// The pictures at `indices`, in that order, as a tensor `(batch, 1, 24, 32)` of numbers from 0 to 1.
    ///
    /// # Panics
    ///
    /// If there is no such picture.
    pub fn pictures_tensor(&self, dev: &Dev, indices: &[usize]) -> Pictures {
        let levels = indices.iter().flat_map(|&i| self.picture(i));
        tensor(dev, levels, indices.len())
    }

    /// The labels at `indices`, in that order.
    ///
    /// # Panics
    ///
    /// If there is no such label.
    pub fn labels_at(&self, indices: &[usize]) -> Vec<usize> {
        let labels = indices.iter().map(|&i| usize::from(self.labels[i]));
        labels.collect()
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

/// `count` pictures with these grey levels.
fn tensor<'a>(dev: &Dev, levels: impl Iterator<Item = &'a u8>, count: usize) -> Pictures {
    let numbers = levels.map(|&level| f32::from(level) / 255.0).collect();
    dev.tensor_from_vec(numbers, (count, Const, Const, Const))
}
