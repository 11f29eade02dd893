//! What is not well with a training, one line each.

use ratatui::text::{Line, Span};

use crate::runner::tui::run::Run;
use crate::runner::tui::state::State;
use crate::runner::tui::text::wrap;

/// The lines of a run: of the training that is running, or of all of them once there is a verdict.
pub fn lines(state: &State, run: &Run, width: usize) -> Vec<Line<'static>> {
    let theme = state.theme;
    let unwell = match run.outcome() {
        Some(outcome) => &outcome.health,
        None => &run.training.health,
    };
    let mut lines = Vec::new();
    for line in unwell {
        let text = Line::from(vec![
            Span::styled("! ", theme.warn()),
            Span::raw(wrap::clean(&line.message)),
        ]);
        lines.extend(wrap::words(&text, width, "  "));
    }
    lines
}
