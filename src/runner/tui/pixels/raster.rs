//! A picture in the pixels of the terminal.

use crate::runner::tui::pixels::picture::Picture;

/// No terminal is so large.
const MOST: usize = 16_000_000;

/// Pixels as a terminal is given them.
#[derive(Debug, PartialEq)]
pub struct Raster {
    pub width: usize,
    pub height: usize,
    /// Row by row; nothing is transparent.
    pub pixels: Vec<Option<[u8; 3]>>,
}

impl Raster {
    /// The picture as large as its cells are, each of so many pixels. `None` where there is nothing to see.
    pub fn of(picture: &Picture, cell: (u16, u16)) -> Option<Raster> {
        let width = usize::from(picture.area.width) * usize::from(cell.0);
        let height = usize::from(picture.area.height) * usize::from(cell.1);
        let filled = usize::from(picture.halves) * usize::from(cell.1) / 2;
        let is_whole = picture.pixels.len() == picture.width.checked_mul(picture.height)?;
        if !is_whole || picture.pixels.is_empty() || filled == 0 || width == 0 {
            return None;
        }
        if width.checked_mul(height)? > MOST {
            return None;
        }
        let mut pixels = Vec::with_capacity(width * height);
        for y in 0..filled.min(height) {
            for x in 0..width {
                pixels.push(picture.mean(
                    part(x, width, picture.width),
                    part(y, filled, picture.height),
                ));
            }
        }
        pixels.resize(width * height, None);
        Some(Raster {
            width,
            height,
            pixels,
        })
    }

    /// Red, green, blue and how opaque, one pixel after the other.
    pub fn rgba(&self) -> Vec<u8> {
        let four = |pixel: &Option<[u8; 3]>| match pixel {
            Some([red, green, blue]) => [*red, *green, *blue, 255],
            None => [0; 4],
        };
        self.pixels.iter().flat_map(four).collect()
    }
}

impl Picture {
    /// The mean colour of a part.
    fn mean(
        &self,
        columns: std::ops::Range<usize>,
        rows: std::ops::Range<usize>,
    ) -> Option<[u8; 3]> {
        if columns.len() == 1 && rows.len() == 1 {
            return *self.pixels.get(rows.start * self.width + columns.start)?;
        }
        let (mut sums, mut count) = ([0_usize; 3], 0);
        for row in rows {
            for column in columns.clone() {
                if let Some(Some(pixel)) = self.pixels.get(row * self.width + column) {
                    for (sum, part) in sums.iter_mut().zip(pixel) {
                        *sum += usize::from(*part);
                    }
                    count += 1;
                }
            }
        }
        (count > 0).then(|| sums.map(|sum| u8::try_from(sum / count).unwrap_or(u8::MAX)))
    }
}

/// Which of `of` pixels the pixel `at` of `all` stands for: at least one.
fn part(at: usize, all: usize, of: usize) -> std::ops::Range<usize> {
    let from = at * of / all;
    from..((at + 1) * of / all).max(from + 1)
}

#[cfg(test)]
pub mod tests {
    use ratatui::layout::Rect;

    use super::*;

    /// Two pixels above two: white, red; nothing, blue. In two columns and one row of cells.
    pub fn four() -> Picture {
        Picture {
            area: Rect::new(3, 1, 2, 1),
            halves: 2,
            width: 2,
            height: 2,
            pixels: vec![
                Some([255, 255, 255]),
                Some([255, 0, 0]),
                None,
                Some([0, 0, 255]),
            ],
            cells: Vec::new(),
        }
    }

    #[test]
    fn a_pixel_becomes_as_many_as_there_is_room_for() {
        let raster = Raster::of(&four(), (2, 4)).expect("there is something to see");
        assert_eq!((raster.width, raster.height), (4, 4));
        let (white, red, blue) = (Some([255; 3]), Some([255, 0, 0]), Some([0, 0, 255]));
        assert_eq!(raster.pixels[..4], [white, white, red, red]);
        assert_eq!(raster.pixels[12..], [None, None, blue, blue]);
        assert_eq!(raster.rgba()[12 * 4..][..4], [0; 4]);
    }

    #[test]
    fn what_is_too_large_is_drawn_as_its_mean_and_a_half_row_stays_free() {
        let many = Picture {
            area: Rect::new(0, 0, 1, 1),
            halves: 1,
            width: 4,
            height: 1,
            pixels: vec![Some([0; 3]), Some([100; 3]), None, Some([50; 3])],
            cells: Vec::new(),
        };
        let raster = Raster::of(&many, (2, 2)).expect("there is something to see");
        let (left, right) = (Some([50; 3]), Some([50; 3]));
        assert_eq!(raster.pixels, [left, right, None, None]);
    }

    #[test]
    fn nothing_can_be_so_strange_that_it_panics() {
        for (width, height, pixels) in [(0, 0, 0), (2, 2, 3), (usize::MAX, 2, 4), (1, 1, 1)] {
            for area in [Rect::ZERO, Rect::new(0, 0, u16::MAX, 1)] {
                for cell in [(0, 0), (1, 1), (u16::MAX, u16::MAX)] {
                    let picture = Picture {
                        area,
                        halves: 2,
                        width,
                        height,
                        pixels: vec![None; pixels],
                        cells: Vec::new(),
                    };
                    Raster::of(&picture, cell);
                }
            }
        }
    }
}
