//! A greyscale picture at another size.

/// A picture narrower than this shows nothing, and has no room for a caption.
const NARROWEST: usize = 8;
/// Small pictures are drawn larger, up to this many pixels.
const ENLARGED: usize = 16;

/// A picture at the size at which it is drawn.
pub struct Scaled {
    pub width: usize,
    pub height: usize,
    pixels: Vec<u8>,
}

impl Scaled {
    /// These pixels, `width` in a row, in at most so many columns and rows, and shrunk at least so many times.
    pub fn of(
        (width, height): (usize, usize),
        all: &[u8],
        columns: usize,
        rows: usize,
        least: usize,
    ) -> Scaled {
        if width == 0 || height == 0 {
            return Scaled {
                width: 0,
                height: 0,
                pixels: Vec::new(),
            };
        }
        let shrunk = width
            .div_ceil(columns.max(1))
            .max(height.div_ceil(rows.max(1)))
            .max(if width / least >= NARROWEST { least } else { 1 });
        let larger = if shrunk > 1 {
            1
        } else {
            enlargement(width, height)
                .min(columns / width)
                .min(rows / height)
                .max(1)
        };
        let (to_width, to_height) = (
            width.div_ceil(shrunk) * larger,
            height.div_ceil(shrunk) * larger,
        );
        let mut pixels = Vec::with_capacity(to_width * to_height);
        for row in 0..to_height {
            for column in 0..to_width {
                let (x, y) = (column / larger * shrunk, row / larger * shrunk);
                pixels.push(mean((width, height), all, (x, y), shrunk));
            }
        }
        Scaled {
            width: to_width,
            height: to_height,
            pixels,
        }
    }

    /// The pixel there; 0 outside.
    pub fn at(&self, column: usize, row: usize) -> u8 {
        self.pixels
            .get(row * self.width + column)
            .copied()
            .unwrap_or(0)
    }
}

/// The mean of a square of pixels, as far as it lies in the picture.
fn mean((width, height): (usize, usize), all: &[u8], (x, y): (usize, usize), size: usize) -> u8 {
    let (mut sum, mut count) = (0_usize, 0_usize);
    for row in y..(y + size).min(height) {
        for column in x..(x + size).min(width) {
            sum += usize::from(all[row * width + column]);
            count += 1;
        }
    }
    u8::try_from(sum / count.max(1)).unwrap_or(u8::MAX)
}

fn enlargement(width: usize, height: usize) -> usize {
    (ENLARGED / width.max(height).max(1)).max(1)
}
