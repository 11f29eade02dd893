//! The hints that were opened.

use ratatui::text::Line;

use crate::runner::tui::action::Action;
use crate::runner::tui::state::State;
use crate::runner::tui::text::{markdown, wrap};
use crate::runner::words::screen::hints as words;

/// The title of the pane.
pub fn title(state: &State) -> String {
    let (shown, all) = state.hints();
    match state.hints_for() {
        Some(check) => words::title_for(check, shown, all),
        None => words::title(shown, all),
    }
}

/// The lines of the pane.
pub fn lines(state: &State, width: usize) -> Vec<Line<'static>> {
    let theme = state.theme;
    let (shown, all) = state.hints();
    let mut lines = Vec::new();
    let hints = state.hints_here().into_iter().enumerate();
    for (at, (hint, _)) in hints.filter(|(_, (_, is_opened))| *is_opened) {
        lines.push(Line::styled(words::hint(at + 1), theme.heading()));
        lines.extend(markdown::lines(&hint.text, width, theme));
        lines.push(Line::default());
    }
    let key = state.key(Action::Hint);
    let after = match all - shown {
        0 if all == 0 => words::none().to_owned(),
        0 => words::no_more().to_owned(),
        1 => words::last_one(key),
        left => words::next_one(key, left),
    };
    lines.extend(wrap::words(&Line::styled(after, theme.dim()), width, ""));
    lines
}
