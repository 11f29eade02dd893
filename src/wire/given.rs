//! Files that a person gives to a program, decoded by the runner.

use serde::{Deserialize, Serialize};

use super::array::Array;

/// One file.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Given {
    /// Its name; of a file in a folder that was given, the way to it from there: `cats/3.png`.
    pub name: String,
    /// What is in it.
    pub content: Content,
}

/// What is in a file.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Content {
    /// PNG, JPEG, PGM or PPM.
    Image(Image),
    /// WAV.
    Sound(Sound),
    /// CSV.
    Table(Table),
    /// Text in UTF-8.
    Text(String),
}

/// An image.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Image {
    /// Shape (height, width, 3): red, green and blue of each pixel, from 0 to 255.
    pub pixels: Array<u8>,
}

/// A sound, its channels averaged.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Sound {
    /// Samples in a second.
    pub rate: u32,
    /// Shape (samples): from -1 to 1.
    pub samples: Array<f32>,
}

/// A table.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Table {
    /// The names of the columns, from the first line.
    pub header: Vec<String>,
    /// The other lines, each with as many cells.
    pub rows: Vec<Vec<String>>,
}

impl Image {
    /// Rows of pixels.
    pub fn height(&self) -> usize {
        self.pixels.shape().first().copied().unwrap_or(0)
    }

    /// Pixels in a row.
    pub fn width(&self) -> usize {
        self.pixels.shape().get(1).copied().unwrap_or(0)
    }

    /// How bright each pixel is, row by row, from 0 (black) to 1 (white): 0.299 red + 0.587 green + 0.114 blue, as ITU-R
    /// BT.601 has it.
    pub fn gray(&self) -> Vec<Vec<f32>> {
        let bright = |pixel: &[u8]| match *pixel {
            [red, green, blue] => {
                let weighed = 299 * u32::from(red) + 587 * u32::from(green) + 114 * u32::from(blue);
                weighed as f32 / 255_000.0
            }
            _ => 0.0,
        };
        let rows = self.pixels.data().chunks(3 * self.width().max(1));
        rows.map(|row| row.chunks(3).map(bright).collect())
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn gray_goes_from_black_to_white_and_keeps_the_rows() {
        let pixels = vec![
            0, 0, 0, 255, 255, 255, 255, 0, 0, 0, 255, 0, 0, 0, 255, 51, 51, 51,
        ];
        let pixels = Array::new(vec![2, 3, 3], pixels).expect("2 x 3 pixels of 3 bytes");
        let image = Image { pixels };
        assert_eq!((image.height(), image.width()), (2, 3));
        let right = [[0.0, 1.0, 0.299], [0.587, 0.114, 0.2]];
        assert_eq!(image.gray(), right.map(Vec::from));
    }

    #[test]
    fn an_image_without_pixels_has_no_rows() {
        let image = Image {
            pixels: Array::default(),
        };
        assert_eq!(image.gray(), Vec::<Vec<f32>>::new());
    }
}
