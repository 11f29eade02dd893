//! The easel that drawings draw on: a part of the terminal's buffer.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Color, Modifier, Style};
use ratatui::text::{Line, Span};

use crate::report::easel::{Area, Easel, Ink, Ramp, Ruler, Share, Sign};
use crate::runner::tui::pixels::Picture;
use crate::runner::tui::text::wrap;
use crate::runner::tui::view::film::paint::{Paint, pixel};
use crate::runner::tui::view::plot;

/// A picture of more pixels is drawn in cells.
const MOST_PIXELS: usize = 1_000_000;

impl Ruler for Paint {
    fn is_ascii(&self) -> bool {
        self.theme.ascii
    }

    fn sign(&self, sign: Sign) -> &'static str {
        let glyphs = self.theme.glyphs();
        match sign {
            Sign::Full => glyphs.full,
            Sign::Rule => glyphs.rule,
            Sign::Right => glyphs.pass,
            Sign::Wrong => glyphs.fail,
        }
    }

    fn wide(&self, text: &str) -> usize {
        Span::raw(text).width()
    }

    fn cut(&self, text: &str, width: usize) -> String {
        wrap::cut(&wrap::clean(text), width, self.theme.glyphs().more)
    }

    fn wrap(&self, text: &str, width: usize, indent: &str) -> Vec<String> {
        let lines = wrap::words(&Line::from(wrap::clean(text)), width, indent);
        lines.iter().map(ToString::to_string).collect()
    }
}

/// A buffer that is painted on.
pub struct Sheet<'a> {
    /// How.
    pub paint: Paint,
    /// On what.
    pub buffer: &'a mut Buffer,
    /// The pictures that are shown pixel by pixel, where somebody asks for them.
    pub pictures: Option<&'a mut Vec<Picture>>,
}

impl Ruler for Sheet<'_> {
    fn is_ascii(&self) -> bool {
        self.paint.is_ascii()
    }
    fn sign(&self, sign: Sign) -> &'static str {
        self.paint.sign(sign)
    }
    fn wide(&self, text: &str) -> usize {
        self.paint.wide(text)
    }
    fn cut(&self, text: &str, width: usize) -> String {
        self.paint.cut(text, width)
    }
    fn wrap(&self, text: &str, width: usize, indent: &str) -> Vec<String> {
        self.paint.wrap(text, width, indent)
    }
}

impl Easel for Sheet<'_> {
    fn put(&mut self, place: (u16, u16), width: u16, text: &str, ink: Ink) {
        if self.buffer.area.contains(place.into()) {
            let style = style(ink, self.paint);
            self.buffer
                .set_stringn(place.0, place.1, text, width.into(), style);
        }
    }

    fn fill(&mut self, ramp: Ramp, area: Area, value: &dyn Fn(usize, usize) -> Share) {
        self.paint.fill(ramp, rect(area), self.buffer, value);
    }

    fn pixels(&mut self, place: (u16, u16), upper: u8, lower: u8) {
        let (glyph, style) = self.paint.pixels(upper, lower);
        if let Some(cell) = self.buffer.cell_mut(place) {
            cell.set_symbol(glyph).set_style(style);
        }
    }

    fn picture(
        &mut self,
        ramp: Ramp,
        area: Area,
        halves: usize,
        (width, height): (usize, usize),
        value: &dyn Fn(usize, usize) -> Share,
    ) {
        let Some(pictures) = &mut self.pictures else {
            return;
        };
        let area = rect(area);
        let is_inside = area == area.intersection(self.buffer.area) && !area.is_empty();
        if !is_inside || width.saturating_mul(height) > MOST_PIXELS {
            return;
        }
        let places = (0..height).flat_map(|y| (0..width).map(move |x| (x, y)));
        let pixels = places.map(|(x, y)| Some(pixel(ramp, value(x, y)?)));
        pictures.push(Picture {
            area,
            halves: u16::try_from(halves).unwrap_or(u16::MAX),
            width,
            height,
            pixels: pixels.collect(),
            cells: area
                .positions()
                .filter_map(|position| self.buffer.cell(position).cloned())
                .collect(),
        });
    }

    fn mark(&mut self, place: (u16, u16), sign: &str, ink: Ink) {
        let style = style(ink, self.paint);
        self.paint.mark(place, sign, style, self.buffer);
    }

    fn look_at(&mut self, area: Area) {
        for row in area.rows() {
            for column in area.x..area.right() {
                if let Some(cell) = self.buffer.cell_mut((column, row)) {
                    self.paint.looked_at(cell);
                }
            }
        }
    }

    fn axes(&mut self, graph: Area) {
        plot::axes(self.paint.theme, rect(graph), self.buffer);
    }

    fn curve(&mut self, points: &[(f64, f64)], x: [f64; 2], y: [f64; 2], ink: Ink, graph: Area) {
        let (number, modifier) = match ink {
            Ink::StrongSeries(number) => (number, Modifier::BOLD),
            Ink::Series(number) => (number, Modifier::empty()),
            _ => (0, Modifier::empty()),
        };
        let (colour, marker, _) = self.paint.theme.curve(number);
        let look: (_, Color, _) = (marker, colour, modifier);
        plot::lay(points, x, y, look, rect(graph), self.buffer);
    }
}

fn rect(area: Area) -> Rect {
    Rect::new(area.x, area.y, area.width, area.height)
}

fn style(ink: Ink, paint: Paint) -> Style {
    let theme = paint.theme;
    let series = |number: usize| Style::new().fg(theme.curve(number).0);
    match ink {
        Ink::Plain => Style::new(),
        Ink::Dim => theme.dim(),
        Ink::Strong => theme.strong(),
        Ink::Accent => theme.accent(),
        Ink::Good => theme.good(),
        Ink::Bad => theme.bad(),
        Ink::Worst => theme.bad().patch(theme.strong()),
        Ink::Warn => theme.warn(),
        Ink::Series(number) => series(number),
        Ink::StrongSeries(number) => series(number).add_modifier(Modifier::BOLD),
    }
}
