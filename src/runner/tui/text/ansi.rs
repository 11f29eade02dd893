//! What rustc colours, as lines of the screen.

use ansi_to_tui::IntoText;
use ratatui::text::Line;

use crate::runner::text::coloured;
use crate::runner::tui::text::wrap;
use crate::runner::tui::theme::Theme;

/// The lines of a text with colour sequences. Where they cannot be read the text is shown without any.
pub fn lines(rendered: &str, theme: Theme) -> Vec<Line<'static>> {
    // ansi-to-tui eats the text around links.
    match coloured(rendered).into_text() {
        Ok(text) => text
            .lines
            .into_iter()
            .map(|line| theme.tame(line))
            .collect(),
        Err(_) => rendered
            .lines()
            .map(|line| Line::from(wrap::clean(line)))
            .collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_are_taken_away_and_the_text_around_them_stays() {
        let theme = Theme {
            colour: true,
            ascii: false,
            palette: crate::runner::tui::palette::Palette::Terminal,
        };
        let text =
            "\x1b[31merror[\x1b]8;;https://doc\x1b\\E0308\x1b]8;;\x1b\\]\x1b[0m: mismatched\nnext";
        let lines = lines(text, theme);
        assert_eq!(lines[0].to_string(), "error[E0308]: mismatched");
        assert_eq!(lines[1].to_string(), "next");
    }
}
