//! The first page: what this is, how to begin, and three keys.

use ratatui::text::{Line, Span};

use crate::runner::tui::action::Action;
use crate::runner::tui::place::Room;
use crate::runner::tui::state::State;
use crate::runner::tui::text::{markdown, wrap};
use crate::runner::words::screen::welcome as words;

/// Columns of the keys.
const KEYS: usize = 5;

/// The lines of the pane.
pub fn lines(state: &State, width: usize) -> Vec<Line<'static>> {
    let theme = state.theme;
    let file = state.exercise().map(|exercise| exercise.path());
    let begin = words::begin(file.unwrap_or_default());
    let mut lines = Vec::new();
    for text in [&state.course.welcome, words::what_it_is(), &begin] {
        lines.extend(markdown::lines(text, width, theme));
        // Where there is little room, the words are worth more than the air between them.
        if state.room() >= Room::Tabs && !text.is_empty() {
            lines.push(Line::default());
        }
    }
    for (action, text) in [
        (Action::Edit, words::opens_the_file()),
        (Action::Hint, words::gives_a_hint()),
        (Action::Help, words::lists_the_keys()),
    ] {
        let key = wrap::pad(state.key(action), KEYS, "");
        let line = Line::from(vec![Span::styled(key, theme.heading()), Span::raw(text)]);
        lines.extend(wrap::words(&line, width, &" ".repeat(KEYS)));
    }
    if state.room() >= Room::Tabs {
        lines.push(Line::default());
    }
    let any_key = Line::styled(words::any_key(), theme.dim());
    lines.extend(wrap::words(&any_key, width, ""));
    lines
}
