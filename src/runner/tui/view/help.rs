//! The keys of the screen underneath, from the table.

use ratatui::style::Style;
use ratatui::text::{Line, Span};

use crate::runner::tui::action::Action;
use crate::runner::tui::keys::Context;
use crate::runner::tui::state::State;
use crate::runner::tui::text::{prose, wrap};

/// Columns of the keys.
const KEYS: usize = 11;

/// The lines of the pane.
pub fn lines(state: &State, width: usize) -> Vec<Line<'static>> {
    let theme = state.theme;
    let mut entries: Vec<(String, Action)> = Vec::new();
    for binding in state.keymap.rows(Context::under(state.screen)) {
        match (entries.last_mut(), binding.action) {
            // One line for the five of them.
            (Some((keys, Action::Pane(_))), Action::Pane(_)) => {
                keys.push(' ');
                keys.push_str(&binding.written);
            }
            _ => entries.push((binding.written.clone(), binding.action)),
        }
    }
    let mut lines = Vec::new();
    for (keys, action) in entries {
        // What does not work right now is still listed, dim: the words say when it will.
        let now = action.refusal(state).is_none() || action == Action::Back;
        let indent = " ".repeat(KEYS);
        let mut spans = vec![Span::styled(format!("{keys:<KEYS$}"), theme.heading())];
        spans.extend(prose::spans(action.describes(), Style::new(), theme));
        let line = Line::from(spans);
        let line = if now { line } else { line.style(theme.dim()) };
        lines.extend(wrap::words(&line, width, &indent));
    }
    lines
}
