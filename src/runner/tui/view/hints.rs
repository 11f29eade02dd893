//! The hints that were opened.

use ratatui::text::Line;

use crate::runner::tui::action::Action;
use crate::runner::tui::state::State;
use crate::runner::tui::text::{markdown, wrap};

/// The title of the pane.
pub fn title(state: &State) -> String {
    let (shown, all) = state.hints();
    format!("Hints: {shown} of {all}")
}

/// The lines of the pane.
pub fn lines(state: &State, width: usize) -> Vec<Line<'static>> {
    let theme = state.theme;
    let (shown, all) = state.hints();
    let hints = state.exercise().map_or(&[][..], |exercise| &exercise.hints);
    let mut lines = Vec::new();
    for (at, hint) in hints.iter().take(shown).enumerate() {
        lines.push(Line::styled(format!("Hint {}", at + 1), theme.heading()));
        lines.extend(markdown::lines(hint, width, theme));
        lines.push(Line::default());
    }
    let key = state.key(Action::Hint);
    let after = match all - shown {
        0 if all == 0 => "This exercise has no hints.".to_owned(),
        0 => "There are no more hints.".to_owned(),
        1 => format!("{key} opens the last one."),
        left => format!("{key} opens the next one; there are {left} more."),
    };
    lines.extend(wrap::words(&Line::styled(after, theme.dim()), width, ""));
    lines
}
