//! Numbers as colours, as glyphs where there are no colours, and as letters where there is only ASCII.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Color, Modifier, Style};

use crate::report::easel::{Ramp, Share};
use crate::runner::tui::contrast::{contrast, rgb};
use crate::runner::tui::theme::Theme;

/// How pictures are painted.
#[derive(Clone, Copy, Debug)]
pub struct Paint {
    /// Glyphs, and whether there are colours.
    pub theme: Theme,
    /// Whether there are 256 of them.
    pub rich: bool,
}

/// From low to high in the 256 colours: dark blue over green to yellow, ever lighter, so that it reads without hues too.
const HEAT_RICH: [u8; 11] = [17, 18, 24, 30, 29, 35, 71, 107, 149, 185, 229];
/// The same in 16.
const HEAT: [Color; 6] = [
    Color::Black,
    Color::Blue,
    Color::Cyan,
    Color::Green,
    Color::Yellow,
    Color::White,
];
/// From minus to plus in the 256 colours.
const SIGNED_RICH: [u8; 11] = [33, 32, 25, 24, 17, 232, 52, 88, 124, 160, 203];
const SIGNED: [Color; 5] = [
    Color::LightBlue,
    Color::Blue,
    Color::Black,
    Color::Red,
    Color::LightRed,
];
const LETTERS: [&str; 10] = [" ", ".", ":", "-", "=", "+", "*", "#", "%", "@"];
const SHADES: [&str; 5] = [" ", "░", "▒", "▓", "█"];

impl Paint {
    fn colour(self, ramp: Ramp, share: f32) -> Color {
        let pick = |count: usize| step(share, count);
        match ramp {
            Ramp::Heat if self.rich => Color::Indexed(HEAT_RICH[pick(HEAT_RICH.len())]),
            Ramp::Heat => HEAT[pick(HEAT.len())],
            Ramp::Signed if self.rich => Color::Indexed(SIGNED_RICH[pick(SIGNED_RICH.len())]),
            Ramp::Signed => SIGNED[pick(SIGNED.len())],
            Ramp::Grey if self.rich => Color::Indexed(232 + pick(24) as u8),
            Ramp::Grey => [Color::Black, Color::DarkGray, Color::Gray, Color::White][pick(4)],
        }
    }

    /// Two values above each other in one cell, as the glyph and its style.
    pub fn cell(self, ramp: Ramp, upper: Share, lower: Share) -> (&'static str, Style) {
        let (Some(top), Some(bottom)) = (upper.or(lower), lower.or(upper)) else {
            return (" ", Style::new());
        };
        if self.theme.colour && !self.theme.ascii {
            let style = Style::new()
                .fg(self.colour(ramp, top))
                .bg(self.colour(ramp, bottom));
            return ("▀", style);
        }
        let mean = (top + bottom) / 2.0;
        // Without colours a sign cannot be seen in a shade: what is far from zero is dark, on either side.
        let ink = match ramp {
            Ramp::Signed => (2.0 * mean - 1.0).abs(),
            _ => mean,
        };
        let glyph = if self.theme.ascii {
            match ramp {
                Ramp::Signed if mean < 0.45 => ["~", "-", "="][step(ink, 3)],
                Ramp::Signed if mean > 0.55 => ["+", "*", "#"][step(ink, 3)],
                Ramp::Signed => " ",
                _ => LETTERS[step(ink, LETTERS.len())],
            }
        } else {
            SHADES[step(ink, SHADES.len())]
        };
        let style = if self.theme.colour {
            Style::new().fg(self.colour(ramp, mean))
        } else {
            Style::new()
        };
        (glyph, style)
    }

    /// Fills an area, two values to a cell: `value(x, y)` is asked for every one of them, `y` from above.
    pub fn fill(
        self,
        ramp: Ramp,
        area: Rect,
        buffer: &mut Buffer,
        value: impl Fn(usize, usize) -> Share,
    ) {
        for row in 0..area.height {
            for column in 0..area.width {
                let (x, y) = (usize::from(column), 2 * usize::from(row));
                let (glyph, style) = self.cell(ramp, value(x, y), value(x, y + 1));
                if let Some(cell) = buffer.cell_mut((area.x + column, area.y + row)) {
                    cell.set_symbol(glyph).set_style(style);
                }
            }
        }
    }

    /// Two pixels above each other in one cell, as the glyph and its style.
    pub fn pixels(self, upper: u8, lower: u8) -> (&'static str, Style) {
        if self.theme.ascii {
            let mean = (usize::from(upper) + usize::from(lower)) / 2;
            return (LETTERS[mean * LETTERS.len() / 256], Style::new());
        }
        if !self.theme.colour {
            let ink = |pixel: u8| pixel >= 96;
            let glyph = match (ink(upper), ink(lower)) {
                (true, true) => "█",
                (true, false) => "▀",
                (false, true) => "▄",
                (false, false) => " ",
            };
            return (glyph, Style::new());
        }
        let grey = |pixel: u8| match pixel {
            0..=31 => Color::Black,
            32..=112 => Color::DarkGray,
            113..=192 => Color::Gray,
            193.. => Color::White,
        };
        ("▀", Style::new().fg(grey(upper)).bg(grey(lower)))
    }

    /// A glyph on top of what is painted, on the colour that is there. Where its own colour could not be seen on that, it is black
    /// or white.
    pub fn mark(self, place: (u16, u16), glyph: &str, style: Style, buffer: &mut Buffer) {
        if let Some(cell) = buffer.cell_mut(place) {
            let ground = cell.bg;
            cell.reset();
            cell.set_symbol(glyph).set_style(style).set_bg(ground);
            cell.fg = seen_on(cell.fg, ground);
        }
    }

    /// What marks cells that are looked at, whatever is painted in them.
    pub fn looked_at(self, cell: &mut ratatui::buffer::Cell) {
        if self.theme.colour && !self.theme.ascii {
            let tint = |colour: Color| match colour {
                Color::Black | Color::Indexed(232..=238) => Color::Blue,
                Color::DarkGray | Color::Indexed(239..=243) => Color::Cyan,
                _ => Color::LightCyan,
            };
            cell.fg = tint(cell.fg);
            cell.bg = tint(cell.bg);
        } else {
            cell.modifier.insert(Modifier::REVERSED);
            if cell.symbol() == " " {
                cell.set_symbol(".");
            }
        }
    }
}

/// This colour where it can be told from the ground, else black or white.
fn seen_on(ink: Color, ground: Color) -> Color {
    // What WCAG asks of signs.
    const ENOUGH: f64 = 3.0;
    let on_ground = |ink| contrast(ink, ground).unwrap_or(ENOUGH);
    if on_ground(ink) >= ENOUGH {
        return ink;
    }
    let (black, white) = (Color::Indexed(16), Color::Indexed(231));
    match on_ground(black) > on_ground(white) {
        true => black,
        false => white,
    }
}

/// Red, green and blue of a place on a ramp: between those of the 256 colours.
pub fn pixel(ramp: Ramp, share: f32) -> [u8; 3] {
    let stops = match ramp {
        Ramp::Heat => HEAT_RICH,
        Ramp::Signed => SIGNED_RICH,
        Ramp::Grey => return [(share.clamp(0.0, 1.0) * f32::from(u8::MAX)).round() as u8; 3],
    };
    let along = share.clamp(0.0, 1.0) * (stops.len() - 1) as f32;
    let below = (along as usize).min(stops.len() - 2);
    let part = along - below as f32;
    // All of them are known.
    let [low, high] =
        [below, below + 1].map(|at| rgb(Color::Indexed(stops[at])).unwrap_or_default());
    std::array::from_fn(|at| {
        let (low, high) = (f32::from(low[at]), f32::from(high[at]));
        (low + part * (high - low)).round() as u8
    })
}

/// Which of `count` equal parts a share lies in.
fn step(share: f32, count: usize) -> usize {
    let at = (share.clamp(0.0, 1.0) * count as f32) as usize;
    at.min(count - 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mark_keeps_the_colour_that_it_lies_on_and_is_seen_on_every_one() {
        let inks = [Color::Cyan, Color::Yellow, Color::Green, Color::Magenta];
        for rich in [true, false] {
            let theme = Theme::default();
            let paint = Paint { theme, rich };
            for share in 0..=20_u8 {
                let area = Rect::new(0, 0, 1, 1);
                let mut buffer = Buffer::empty(area);
                let value = f32::from(share) / 20.0;
                paint.fill(Ramp::Heat, area, &mut buffer, |_, _| Some(value));
                let ground = buffer[(0, 0)].bg;
                for ink in inks {
                    let style = Style::new().fg(ink);
                    paint.mark((0, 0), "o", style, &mut buffer);
                    let cell = &buffer[(0, 0)];
                    assert_eq!((cell.symbol(), cell.bg), ("o", ground));
                    let seen = contrast(cell.fg, cell.bg).expect("known");
                    assert!(seen >= 3.0, "{:?} on {ground:?}: {seen:.1}", cell.fg);
                }
            }
        }
    }

    #[test]
    fn pixels_have_the_colours_of_the_cells_where_those_have_one() {
        for (ramp, stops) in [(Ramp::Heat, HEAT_RICH), (Ramp::Signed, SIGNED_RICH)] {
            for (at, stop) in stops.into_iter().enumerate() {
                let share = at as f32 / (stops.len() - 1) as f32;
                assert_eq!(Some(pixel(ramp, share)), rgb(Color::Indexed(stop)));
            }
        }
        assert_eq!(
            (pixel(Ramp::Grey, 0.0), pixel(Ramp::Grey, 1.0)),
            ([0; 3], [255; 3])
        );
    }

    #[test]
    fn where_nothing_is_painted_a_mark_lies_on_the_ground_of_the_terminal() {
        let area = Rect::new(0, 0, 1, 1);
        let mut buffer = Buffer::empty(area);
        let paint = Paint {
            theme: Theme::default(),
            rich: true,
        };
        paint.mark((0, 0), "o", Style::new().fg(Color::Cyan), &mut buffer);
        assert_eq!(
            (buffer[(0, 0)].fg, buffer[(0, 0)].bg),
            (Color::Cyan, Color::Reset)
        );
    }
}
