//! Paints the cells of a terminal as a picture. Frames, blocks and braille are drawn here, so that they meet as they do in
//! a good terminal; letters come from a font.

use std::fs;
use std::path::Path;

use fontdue::{Font, FontSettings};

use crate::ink::{Colours, Rgb};

/// Columns and rows of pixels in one cell.
pub const CELL: (usize, usize) = (10, 21);
/// The size of the letters.
const SIZE: f32 = 16.6;
/// Where the letters stand, in pixels from the top of their cell.
const BASELINE: i32 = 16;
/// Air around the screen.
const MARGIN: usize = 12;

const MONO: &str = "/usr/share/fonts/truetype/dejavu/DejaVuSansMono.ttf";
const BOLD: &str = "/usr/share/fonts/truetype/dejavu/DejaVuSansMono-Bold.ttf";
/// For what the others lack. The second one has Chinese.
const MORE: [&str; 2] = [
    "/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf",
    "/usr/share/fonts/truetype/wqy/wqy-zenhei.ttc",
];

/// The fonts.
pub struct Fonts {
    regular: Font,
    bold: Font,
    more: Vec<Font>,
}

impl Fonts {
    /// Reads them. On Debian they are in `fonts-dejavu` and `fonts-wqy-zenhei`.
    pub fn read() -> Fonts {
        let font = |path: &str| -> Option<Font> {
            Font::from_bytes(fs::read(path).ok()?, FontSettings::default()).ok()
        };
        let needed = |path: &str| {
            font(path).unwrap_or_else(|| panic!("no font {path}: `apt install fonts-dejavu`"))
        };
        Fonts {
            regular: needed(MONO),
            bold: needed(BOLD),
            more: MORE.into_iter().filter_map(font).collect(),
        }
    }

    fn of(&self, letter: char, bold: bool) -> &Font {
        let first = if bold { &self.bold } else { &self.regular };
        std::iter::once(first)
            .chain(&self.more)
            .find(|font| font.lookup_glyph_index(letter) != 0)
            .unwrap_or(first)
    }
}

/// A picture.
pub struct Picture {
    width: usize,
    height: usize,
    pixels: Vec<Rgb>,
}

/// Paints a screen.
pub fn paint(screen: &vt100::Screen, colours: &Colours, fonts: &Fonts) -> Picture {
    let (rows, columns) = screen.size();
    let width = usize::from(columns) * CELL.0 + 2 * MARGIN;
    let height = usize::from(rows) * CELL.1 + 2 * MARGIN;
    let mut picture = Picture {
        width,
        height,
        pixels: vec![colours.ground; width * height],
    };
    for row in 0..rows {
        for column in 0..columns {
            let Some(cell) = screen.cell(row, column) else {
                continue;
            };
            if cell.is_wide_continuation() {
                continue;
            }
            let left = MARGIN + usize::from(column) * CELL.0;
            let top = MARGIN + usize::from(row) * CELL.1;
            let (front, back) = colours.of(cell);
            let wide = if cell.is_wide() { 2 } else { 1 };
            picture.fill(left, top, wide * CELL.0, CELL.1, back);
            if let Some(letter) = cell.contents().chars().next() {
                picture.letter(letter, cell.bold(), left, top, wide, front, fonts);
            }
        }
    }
    picture
}

impl Picture {
    /// Writes it as a PNG. Fewer colours make a smaller file and no visible difference.
    pub fn write(&self, path: &Path) {
        let mut bytes = Vec::with_capacity(3 * self.pixels.len());
        for pixel in &self.pixels {
            bytes.extend(pixel.map(|part| part & 0xf8 | part >> 5));
        }
        let file = fs::File::create(path).expect("writable");
        let (width, height) = (self.width as u32, self.height as u32);
        let mut encoder = png::Encoder::new(file, width, height);
        encoder.set_color(png::ColorType::Rgb);
        encoder.set_compression(png::Compression::High);
        let mut writer = encoder.write_header().expect("writable");
        writer.write_image_data(&bytes).expect("written");
    }

    fn fill(&mut self, left: usize, top: usize, width: usize, height: usize, colour: Rgb) {
        for row in top..(top + height).min(self.height) {
            for column in left..(left + width).min(self.width) {
                self.pixels[row * self.width + column] = colour;
            }
        }
    }

    /// Lays a colour over a pixel.
    fn lay(&mut self, left: usize, top: usize, colour: Rgb, share: f32) {
        if left < self.width && top < self.height {
            let under = &mut self.pixels[top * self.width + left];
            *under = crate::ink::mix(*under, colour, share);
        }
    }

    #[expect(
        clippy::too_many_arguments,
        reason = "all of it is where and how one letter is drawn"
    )]
    fn letter(
        &mut self,
        letter: char,
        bold: bool,
        left: usize,
        top: usize,
        wide: usize,
        colour: Rgb,
        fonts: &Fonts,
    ) {
        match letter {
            ' ' => {}
            '\u{2800}'..='\u{28ff}' => self.braille(letter as u32 - 0x2800, left, top, colour),
            '\u{2580}'..='\u{259f}' => self.block(letter, left, top, colour),
            _ if self.line(letter, left, top, colour) => {}
            _ => {
                let (metrics, covered) = fonts.of(letter, bold).rasterize(letter, SIZE);
                // In the middle of its cells, whatever font it comes from.
                let free = (wide * CELL.0) as f32 - metrics.advance_width;
                let x = left as i32 + metrics.xmin + (free / 2.0).round() as i32;
                let y = top as i32 + BASELINE - metrics.height as i32 - metrics.ymin;
                for (at, share) in covered.iter().enumerate() {
                    let column = x + (at % metrics.width) as i32;
                    let row = y + (at / metrics.width) as i32;
                    if let (Ok(column), Ok(row)) = (column.try_into(), row.try_into()) {
                        self.lay(column, row, colour, f32::from(*share) / 255.0);
                    }
                }
            }
        }
    }

    fn braille(&mut self, dots: u32, left: usize, top: usize, colour: Rgb) {
        const PLACES: [(usize, usize); 8] = [
            (0, 0),
            (0, 1),
            (0, 2),
            (1, 0),
            (1, 1),
            (1, 2),
            (0, 3),
            (1, 3),
        ];
        for (bit, (x, y)) in PLACES.into_iter().enumerate() {
            if dots >> bit & 1 == 1 {
                self.fill(left + 1 + 5 * x, top + 1 + 5 * y, 3, 3, colour);
            }
        }
    }

    fn block(&mut self, letter: char, left: usize, top: usize, colour: Rgb) {
        let (width, height) = CELL;
        let eighth = |eighths: usize, of: usize| (of * eighths).div_ceil(8);
        match letter {
            '▀' => self.fill(left, top, width, height / 2, colour),
            '▁'..='█' => {
                let high = eighth(letter as usize - '▁' as usize + 1, height);
                self.fill(left, top + height - high, width, high, colour);
            }
            '▉'..='▏' => {
                let wide = eighth('▏' as usize - letter as usize + 1, width);
                self.fill(left, top, wide, height, colour);
            }
            '▐' => self.fill(left + width / 2, top, width - width / 2, height, colour),
            '░' | '▒' | '▓' => {
                let share = [0.25, 0.5, 0.75][letter as usize - '░' as usize];
                for row in top..top + height {
                    for column in left..left + width {
                        self.lay(column, row, colour, share);
                    }
                }
            }
            '▔' => self.fill(left, top, width, eighth(1, height), colour),
            _ => {
                // The quarters of U+2596 to U+259F: lower left, lower right, upper left, upper right.
                const QUARTERS: [u8; 10] = [1, 2, 4, 13, 9, 7, 11, 8, 6, 14];
                let index = (letter as usize).wrapping_sub(0x2596);
                let quarters = QUARTERS.get(index).copied().unwrap_or(15);
                let (w, h) = (width / 2, height / 2);
                for (bit, (x, y)) in [(0, h), (w, h), (0, 0), (w, 0)].into_iter().enumerate() {
                    if quarters >> bit & 1 == 1 {
                        self.fill(left + x, top + y, width - w, height - h, colour);
                    }
                }
            }
        }
    }

    /// The lines of frames; `false` for any other letter.
    fn line(&mut self, letter: char, left: usize, top: usize, colour: Rgb) -> bool {
        // To the right, the left, below and above: 1 is thin, 2 is thick.
        let arms: [usize; 4] = match letter {
            '─' => [1, 1, 0, 0],
            '│' => [0, 0, 1, 1],
            '┌' | '╭' => [1, 0, 1, 0],
            '┐' | '╮' => [0, 1, 1, 0],
            '└' | '╰' => [1, 0, 0, 1],
            '┘' | '╯' => [0, 1, 0, 1],
            '├' => [1, 0, 1, 1],
            '┤' => [0, 1, 1, 1],
            '┬' => [1, 1, 1, 0],
            '┴' => [1, 1, 0, 1],
            '┼' => [1, 1, 1, 1],
            '━' => [2, 2, 0, 0],
            '┃' => [0, 0, 2, 2],
            '┏' => [2, 0, 2, 0],
            '┓' => [0, 2, 2, 0],
            '┗' => [2, 0, 0, 2],
            '┛' => [0, 2, 0, 2],
            _ => return false,
        };
        let (x, y) = (CELL.0 / 2, CELL.1 / 2);
        for (arm, weight) in arms.into_iter().enumerate() {
            let thick = match weight {
                0 => continue,
                1 => 1,
                _ => 3,
            };
            let (from_x, from_y) = (left + x - thick / 2, top + y - thick / 2);
            match arm {
                0 => self.fill(from_x, from_y, left + CELL.0 - from_x, thick, colour),
                1 => self.fill(left, from_y, from_x + thick - left, thick, colour),
                2 => self.fill(from_x, from_y, thick, top + CELL.1 - from_y, colour),
                _ => self.fill(from_x, top, thick, from_y + thick - top, colour),
            }
        }
        true
    }
}
