//! Strips of small greyscale pictures, two pixels to a cell.

use ratatui::style::{Color, Style};
use ratatui::text::{Line, Span};
use unicode_width::UnicodeWidthStr;

use crate::report::{Picture, Pictures};
use crate::runner::tui::text::wrap;
use crate::runner::tui::theme::Theme;

/// A caption narrower than this says nothing.
const CAPTION: usize = 17;
/// A picture narrower than this shows nothing, and has no room for a caption.
const NARROWEST: usize = 8;
/// Between two pictures.
const GAP: usize = 2;
/// Small pictures are drawn larger, up to this many pixels.
const ENLARGED: usize = 16;
/// Rows under a picture: the caption.
const UNDER: usize = 1;

/// Pictures that are worth more than a larger size.
const SEVERAL: usize = 4;

/// The lines of a strip in an area of this size, and how many of its pictures they show.
pub fn strip(
    strip: &Pictures,
    width: usize,
    height: usize,
    theme: Theme,
) -> (Vec<Line<'static>>, usize) {
    if height <= UNDER || width < 2 {
        return (Vec::new(), 0);
    }
    // A strip is there to be compared: rather several small pictures than a few large ones.
    let whole = grid(strip, width, height, 1, theme);
    if whole.1 >= strip.pictures.len().min(SEVERAL) {
        return whole;
    }
    let half = grid(strip, width, height, 2, theme);
    if half.1 > whole.1 { half } else { whole }
}

/// As many pictures as fit, in rows, each shrunk at least so many times.
fn grid(
    strip: &Pictures,
    width: usize,
    height: usize,
    shrunk: usize,
    theme: Theme,
) -> (Vec<Line<'static>>, usize) {
    let mut lines = Vec::new();
    let mut row: Vec<Tile> = Vec::new();
    let (mut used, mut shown) = (0, 0);
    for picture in &strip.pictures {
        let tile = Tile::of(picture, width, 2 * (height - UNDER), shrunk, theme);
        if !row.is_empty() && used + GAP + tile.width > width {
            let drawn = draw(&std::mem::take(&mut row));
            let tall = drawn.len();
            lines.extend(drawn);
            // The next row is as tall as this one, or does not fit.
            if lines.len() + tall > height {
                return (lines, shown);
            }
            used = 0;
        }
        used += tile.width + if row.is_empty() { 0 } else { GAP };
        shown += 1;
        row.push(tile);
    }
    let drawn = draw(&row);
    if lines.len() + drawn.len() <= height {
        lines.extend(drawn);
    } else {
        shown -= row.len();
    }
    (lines, shown)
}

/// One row of pictures, with their captions.
fn draw(tiles: &[Tile]) -> Vec<Line<'static>> {
    if tiles.is_empty() {
        return Vec::new();
    }
    let tall = tiles.iter().map(|tile| tile.lines.len()).max().unwrap_or(0);
    let mut lines = Vec::new();
    for row in 0..=tall {
        let mut spans = Vec::new();
        for (number, tile) in tiles.iter().enumerate() {
            if number > 0 {
                spans.push(Span::raw(" ".repeat(GAP)));
            }
            let mut part = if row == tall {
                vec![tile.caption.clone()]
            } else {
                tile.lines.get(row).cloned().unwrap_or_default()
            };
            let wide: usize = part.iter().map(Span::width).sum();
            part.push(Span::raw(" ".repeat(tile.width.saturating_sub(wide))));
            spans.append(&mut part);
        }
        lines.push(Line::from(spans));
    }
    lines
}

fn enlargement(width: usize, height: usize) -> usize {
    (ENLARGED / width.max(height).max(1)).max(1)
}

struct Tile {
    width: usize,
    lines: Vec<Vec<Span<'static>>>,
    caption: Span<'static>,
}

impl Tile {
    fn of(picture: &Picture, columns: usize, pixels: usize, shrunk: usize, theme: Theme) -> Tile {
        let scaled = Scaled::of(picture, columns, pixels, shrunk);
        let lines: Vec<Vec<Span<'static>>> = (0..scaled.height.div_ceil(2))
            .map(|row| {
                (0..scaled.width)
                    .map(|column| {
                        cell(
                            scaled.at(column, 2 * row),
                            scaled.at(column, 2 * row + 1),
                            theme,
                        )
                    })
                    .collect()
            })
            .collect();
        let glyphs = theme.glyphs();
        let (mark, style) = match picture.right {
            Some(true) => (format!("{} ", glyphs.pass), theme.good()),
            Some(false) => (format!("{} ", glyphs.fail), theme.bad()),
            None => (String::new(), Style::new()),
        };
        let caption = format!("{mark}{}", wrap::clean(&picture.caption));
        let width = scaled.width.max(caption.width().min(CAPTION)).min(columns);
        let caption = Span::styled(wrap::cut(&caption, width, glyphs.more), style);
        Tile {
            width,
            lines,
            caption,
        }
    }
}

/// A picture at the size at which it is drawn.
struct Scaled {
    width: usize,
    height: usize,
    pixels: Vec<u8>,
}

impl Scaled {
    fn of(picture: &Picture, columns: usize, rows: usize, least: usize) -> Scaled {
        let width = picture.width;
        let height = picture.pixels.len().checked_div(width).unwrap_or(0);
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
                pixels.push(mean(picture, height, x, y, shrunk));
            }
        }
        Scaled {
            width: to_width,
            height: to_height,
            pixels,
        }
    }

    fn at(&self, column: usize, row: usize) -> u8 {
        self.pixels
            .get(row * self.width + column)
            .copied()
            .unwrap_or(0)
    }
}

/// The mean of a square of pixels, as far as it lies in the picture.
fn mean(picture: &Picture, height: usize, x: usize, y: usize, size: usize) -> u8 {
    let (mut sum, mut count) = (0_usize, 0_usize);
    for row in y..(y + size).min(height) {
        for column in x..(x + size).min(picture.width) {
            sum += usize::from(picture.pixels[row * picture.width + column]);
            count += 1;
        }
    }
    u8::try_from(sum / count.max(1)).unwrap_or(u8::MAX)
}

fn cell(upper: u8, lower: u8, theme: Theme) -> Span<'static> {
    if theme.ascii {
        let ramp = [" ", ".", ":", "-", "=", "+", "*", "#", "%", "@"];
        let mean = (usize::from(upper) + usize::from(lower)) / 2;
        return Span::raw(ramp[mean * ramp.len() / 256]);
    }
    if !theme.colour {
        let ink = |pixel: u8| pixel >= 96;
        return Span::raw(match (ink(upper), ink(lower)) {
            (true, true) => "█",
            (true, false) => "▀",
            (false, true) => "▄",
            (false, false) => " ",
        });
    }
    let grey = |pixel: u8| match pixel {
        0..=31 => Color::Black,
        32..=112 => Color::DarkGray,
        113..=192 => Color::Gray,
        193.. => Color::White,
    };
    Span::styled("▀", Style::new().fg(grey(upper)).bg(grey(lower)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn picture(width: usize, pixels: Vec<u8>) -> Pictures {
        Pictures {
            title: "digits".to_owned(),
            pictures: vec![
                Picture {
                    caption: "says 7".to_owned(),
                    right: Some(false),
                    width,
                    pixels,
                };
                3
            ],
        }
    }

    const ASCII: Theme = Theme {
        colour: false,
        ascii: true,
        palette: crate::runner::tui::palette::Palette::Terminal,
    };

    #[test]
    fn a_picture_is_drawn_with_its_caption() {
        let strip_of = picture(2, vec![0, 255, 0, 255]);
        let (lines, shown) = strip(&strip_of, 10, 2, ASCII);
        let text: Vec<String> = lines.iter().map(ToString::to_string).collect();
        assert_eq!(shown, 1);
        assert_eq!(text, [" @      ", "x says 7"]);
    }

    #[test]
    fn a_picture_without_pixels_or_with_half_a_row_hurts_nobody() {
        for (width, pixels) in [(0, 3), (5, 0), (5, 7), (1000, 1000), (28, 784)] {
            let strip_of = picture(width, vec![200; pixels]);
            for columns in [0, 1, 5, 30, 100] {
                for rows in [0, 1, 3, 15] {
                    let (lines, _) = strip(&strip_of, columns, rows, ASCII);
                    assert!(lines.len() <= rows.max(1));
                    assert!(lines.iter().all(|line| line.width() <= columns.max(1)));
                }
            }
        }
    }
}
