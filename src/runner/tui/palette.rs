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

    /// The red, green and blue of the 216 colours and 24 greys that are the same in every terminal.
    fn rgb(colour: Color) -> [f64; 3] {
        let Color::Indexed(number @ 16..) = colour else {
            panic!("{colour:?} is another colour in every terminal");
        };
        let level = |step: u8| {
            if step == 0 {
                0.0
            } else {
                f64::from(55 + 40 * step)
            }
        };
        if number >= 232 {
            return [f64::from(8 + 10 * (number - 232)); 3];
        }
        let at = number - 16;
        [level(at / 36), level(at / 6 % 6), level(at % 6)]
    }

    /// The contrast of WCAG 2: from 1 to 21.
    fn contrast(one: Color, other: Color) -> f64 {
        let luminance = |colour| {
            let linear = rgb(colour).map(|part| {
                let part = part / 255.0;
                if part <= 0.040_45 {
                    part / 12.92
                } else {
                    ((part + 0.055) / 1.055_f64).powf(2.4)
                }
            });
            0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
        };
        let (one, other) = (luminance(one), luminance(other));
        (one.max(other) + 0.05) / (one.min(other) + 0.05)
    }

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
                let contrast = contrast(ink, ground);
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
