//! The colours of each theme.

use ratatui::style::Color;

/// A set of colours.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Palette {
    /// The terminal's own foreground and background, and its 16 colours.
    #[default]
    Terminal,
    /// For a dark background.
    Dark,
    /// For a light background.
    Light,
    /// High contrast: white on black.
    Contrast,
    /// High contrast: black on white.
    ContrastLight,
}

/// The colours by what they mean.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Inks {
    /// It is right.
    pub good: Color,
    /// It is wrong.
    pub bad: Color,
    /// It wants attention.
    pub warn: Color,
    /// Where one is, and which key.
    pub accent: Color,
    /// Code in a text.
    pub code: Color,
    /// What matters less; the attribute where there is none.
    pub dim: Option<Color>,
    /// Foreground and background, where they are not the terminal's own.
    pub ground: Option<(Color, Color)>,
}

/// The names of the palettes.
pub const PALETTES: &[(&str, Palette)] = &[
    ("terminal", Palette::Terminal),
    ("dark", Palette::Dark),
    ("light", Palette::Light),
    ("contrast", Palette::Contrast),
    ("contrast-light", Palette::ContrastLight),
];

const TERMINAL: Inks = Inks {
    good: Color::Green,
    bad: Color::Red,
    warn: Color::Yellow,
    accent: Color::Cyan,
    code: Color::Magenta,
    dim: None,
    ground: None,
};

const DARK: Inks = Inks {
    good: Color::Indexed(114),
    bad: Color::Indexed(210),
    warn: Color::Indexed(221),
    accent: Color::Indexed(117),
    code: Color::Indexed(183),
    dim: Some(Color::Indexed(246)),
    ground: None,
};

const LIGHT: Inks = Inks {
    good: Color::Indexed(22),
    bad: Color::Indexed(124),
    warn: Color::Indexed(94),
    accent: Color::Indexed(24),
    code: Color::Indexed(90),
    dim: Some(Color::Indexed(240)),
    ground: None,
};

const CONTRAST: Inks = Inks {
    good: Color::Indexed(120),
    bad: Color::Indexed(217),
    warn: Color::Indexed(227),
    accent: Color::Indexed(123),
    code: Color::Indexed(219),
    dim: Some(Color::Indexed(253)),
    ground: Some((Color::Indexed(231), Color::Indexed(16))),
};

const CONTRAST_LIGHT: Inks = Inks {
    good: Color::Indexed(22),
    bad: Color::Indexed(88),
    warn: Color::Indexed(52),
    accent: Color::Indexed(18),
    code: Color::Indexed(53),
    dim: Some(Color::Indexed(236)),
    ground: Some((Color::Indexed(16), Color::Indexed(231))),
};

impl Palette {
    /// The colours.
    pub fn inks(self) -> &'static Inks {
        match self {
            Palette::Terminal => &TERMINAL,
            Palette::Dark => &DARK,
            Palette::Light => &LIGHT,
            Palette::Contrast => &CONTRAST,
            Palette::ContrastLight => &CONTRAST_LIGHT,
        }
    }

    /// The palette of this name.
    pub fn named(name: &str) -> Option<Palette> {
        let found = PALETTES.iter().find(|(known, _)| *known == name);
        found.map(|(_, palette)| *palette)
    }

    /// Every name, for a sentence.
    pub fn names() -> String {
        let names: Vec<String> = PALETTES
            .iter()
            .map(|(name, _)| format!("`{name}`"))
            .collect();
        names.join(", ")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::runner::tui::contrast::contrast;

    #[test]
    fn every_colour_can_be_read_on_the_ground_it_is_made_for() {
        // Dark terminals are seldom quite black and light ones seldom quite white.
        let (dark, light) = (Color::Indexed(235), Color::Indexed(254));
        let (black, white) = (Color::Indexed(16), Color::Indexed(231));
        let table = [
            (Palette::Dark, dark, 4.5),
            (Palette::Light, light, 4.5),
            (Palette::Contrast, black, 7.0),
            (Palette::ContrastLight, white, 7.0),
        ];
        for (palette, ground, least) in table {
            let inks = palette.inks();
            let all = [inks.good, inks.bad, inks.warn, inks.accent, inks.code];
            for ink in all.into_iter().chain(inks.dim) {
                assert!(matches!(ink, Color::Indexed(16..)), "{ink:?} varies");
                let contrast = contrast(ink, ground).expect("known");
                assert!(contrast >= least, "{palette:?} {ink:?}: {contrast:.1}");
            }
        }
    }

    #[test]
    fn every_palette_has_a_name() {
        for (name, palette) in PALETTES {
            assert_eq!(Palette::named(name), Some(*palette));
            assert!(Palette::names().contains(name));
        }
        assert_eq!(Palette::named("pink"), None);
    }
}
