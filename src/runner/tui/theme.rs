//! Every colour and every glyph. A palette has the colours, and beside each colour there is a glyph, so that nothing is
//! said by colour alone.

use ratatui::style::{Color, Modifier, Style};
use ratatui::symbols::{Marker, border};
use ratatui::text::Line;

use crate::runner::outcome::CheckState;
use crate::runner::tui::palette::Palette;
use crate::runner::tui::text::wrap;

/// How the screen looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Theme {
    /// Whether colours are used; `NO_COLOR` turns them off.
    pub colour: bool,
    /// Whether only ASCII is drawn.
    pub ascii: bool,
    /// Which colours.
    pub palette: Palette,
}

/// The glyphs of a theme.
#[derive(Debug)]
pub struct Glyphs {
    /// Passed.
    pub pass: &'static str,
    /// Failed.
    pub fail: &'static str,
    /// Still to do.
    pub todo: &'static str,
    /// Panicked.
    pub panic: &'static str,
    /// Not judged.
    pub skip: &'static str,
    /// Running, current, selected.
    pub here: &'static str,
    /// The bullet of a list.
    pub bullet: &'static str,
    /// The done part of a gauge.
    pub full: &'static str,
    /// The rest of a gauge.
    pub rest: &'static str,
    /// Between a chapter and its exercise.
    pub into: &'static str,
    /// From one thing to what follows from it.
    pub arrow: &'static str,
    /// What was cut off.
    pub more: &'static str,
    /// There is more below.
    pub below: &'static str,
    /// The position in a scrollbar.
    pub thumb: &'static str,
    /// A horizontal rule.
    pub rule: &'static str,
    /// A vertical rule.
    pub bar: &'static str,
    /// Where an axis begins.
    pub corner: &'static str,
    /// An element within the tolerance.
    pub near: &'static str,
    /// An element outside it.
    pub off: &'static str,
    /// Something is happening, or not.
    pub dot: &'static str,
}

const UNICODE: Glyphs = Glyphs {
    pass: "✓",
    fail: "✗",
    todo: "○",
    panic: "!",
    skip: "–",
    here: "›",
    bullet: "•",
    full: "█",
    rest: "░",
    into: "›",
    arrow: "→",
    more: "…",
    below: "↓",
    thumb: "█",
    rule: "─",
    bar: "│",
    corner: "└",
    near: "·",
    off: "■",
    dot: "●",
};

const ASCII: Glyphs = Glyphs {
    pass: "v",
    fail: "x",
    todo: "o",
    panic: "!",
    skip: "-",
    here: ">",
    bullet: "-",
    full: "#",
    rest: "-",
    into: ">",
    arrow: "->",
    more: "~",
    below: "v",
    thumb: "#",
    rule: "-",
    bar: "|",
    corner: "+",
    near: ".",
    off: "#",
    dot: "*",
};

const ASCII_BORDER: border::Set = border::Set {
    top_left: "+",
    top_right: "+",
    bottom_left: "+",
    bottom_right: "+",
    vertical_left: "|",
    vertical_right: "|",
    horizontal_top: "-",
    horizontal_bottom: "-",
};

impl Default for Theme {
    fn default() -> Theme {
        Theme {
            colour: true,
            ascii: false,
            palette: Palette::default(),
        }
    }
}

impl Theme {
    /// The glyphs.
    pub fn glyphs(self) -> &'static Glyphs {
        if self.ascii { &ASCII } else { &UNICODE }
    }

    /// The border of a pane; the one that is looked at has a heavier one.
    pub fn border(self, focused: bool) -> border::Set<'static> {
        match (self.ascii, focused) {
            (true, _) => ASCII_BORDER,
            (false, true) => border::THICK,
            (false, false) => border::PLAIN,
        }
    }

    /// The style of a border.
    pub fn border_style(self, focused: bool) -> Style {
        if focused { self.accent() } else { self.dim() }
    }

    fn ink(self, colour: Color) -> Style {
        if self.colour {
            Style::new().fg(colour)
        } else {
            Style::new()
        }
    }

    /// It is right.
    pub fn good(self) -> Style {
        self.ink(self.palette.inks().good)
    }

    /// It is wrong.
    pub fn bad(self) -> Style {
        self.ink(self.palette.inks().bad)
    }

    /// It wants attention.
    pub fn warn(self) -> Style {
        self.ink(self.palette.inks().warn)
    }

    /// Where one is, and which key.
    pub fn accent(self) -> Style {
        self.ink(self.palette.inks().accent)
    }

    /// A term of the glossary in a lesson.
    pub fn term(self) -> Style {
        Style::new().add_modifier(Modifier::UNDERLINED)
    }

    /// Code in a text.
    pub fn code(self) -> Style {
        self.ink(self.palette.inks().code)
    }

    /// The ground on which everything is drawn: the terminal's own, unless the palette has one.
    pub fn ground(self) -> Style {
        let inks = self.palette.inks();
        match (self.colour, inks.ground) {
            (true, Some((front, back))) => Style::new().fg(front).bg(back),
            _ => Style::new(),
        }
    }

    /// What matters less. With the terminal's own colours the attribute and not a grey: on some palettes the bright black
    /// is the background.
    pub fn dim(self) -> Style {
        match self.palette.inks().dim {
            Some(grey) if self.colour => Style::new().fg(grey),
            _ => Style::new().add_modifier(Modifier::DIM),
        }
    }

    /// What matters more.
    pub fn strong(self) -> Style {
        Style::new().add_modifier(Modifier::BOLD)
    }

    /// A heading.
    pub fn heading(self) -> Style {
        self.accent().add_modifier(Modifier::BOLD)
    }

    /// The selected row.
    pub fn selected(self) -> Style {
        Style::new().add_modifier(Modifier::REVERSED)
    }

    /// What was looked for; `here` is the place that was gone to.
    pub fn found(self, here: bool) -> Style {
        let found = Style::new().add_modifier(Modifier::UNDERLINED | Modifier::BOLD);
        match here {
            true => self.warn().patch(found).add_modifier(Modifier::REVERSED),
            false => self.warn().patch(found),
        }
    }

    /// A row as it looks while it is selected: one bar of this width. The colours in it would break the bar into pieces.
    pub fn select(self, row: &Line<'_>, width: usize) -> Line<'static> {
        let text = wrap::pad(&row.to_string(), width, self.glyphs().more);
        Line::styled(text, self.selected())
    }

    /// The glyph and the style of a check's state.
    pub fn check(self, state: CheckState) -> (&'static str, Style) {
        let glyphs = self.glyphs();
        match state {
            CheckState::Passed => (glyphs.pass, self.good()),
            CheckState::Failed => (glyphs.fail, self.bad()),
            CheckState::Todo => (glyphs.todo, self.warn()),
            CheckState::Panicked => (glyphs.panic, self.bad()),
            CheckState::Skipped => (glyphs.skip, self.dim()),
        }
    }

    /// The colour and the marker of the curve with this number within its chart.
    pub fn curve(self, number: usize) -> (Color, Marker, &'static str) {
        let inks = self.palette.inks();
        let colours = [inks.accent, inks.warn, inks.good, inks.code];
        let letters = ['*', 'o', '+', 'x'];
        let names = ["*", "o", "+", "x"];
        let at = number % colours.len();
        let colour = if self.colour {
            colours[at]
        } else {
            Color::Reset
        };
        match (self.ascii, at) {
            (true, _) => (colour, Marker::Custom(letters[at]), names[at]),
            (false, 0) => (colour, Marker::Braille, "⣀⠔"),
            // Without colours two braille curves look the same, so the others have a glyph of their own.
            (false, _) if !self.colour => (colour, Marker::Custom(letters[at]), names[at]),
            (false, _) => (colour, Marker::Braille, "⣀⠔"),
        }
    }

    /// The marker of the reference's curves.
    pub fn reference_marker(self) -> (Marker, &'static str) {
        if self.ascii {
            (Marker::Custom('.'), "..")
        } else {
            (Marker::Custom('·'), "··")
        }
    }

    /// The same line without the colours that somebody else put into it, where there are to be none.
    pub fn tame(self, mut line: Line<'static>) -> Line<'static> {
        if !self.colour {
            line.style.fg = None;
            line.style.bg = None;
            for span in &mut line.spans {
                span.style.fg = None;
                span.style.bg = None;
            }
        }
        line
    }
}
