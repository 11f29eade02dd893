//! What is not well with a training, one line each.

use ratatui::style::Style;
use ratatui::text::{Line, Span};

use crate::runner::tui::run::Run;
use crate::runner::tui::state::State;
use crate::runner::tui::text::{prose, wrap};

/// The lines of the training that is shown; where there is one at most, those of the verdict once there is one.
pub fn lines(state: &State, run: &Run, width: usize) -> Vec<Line<'static>> {
    let theme = state.theme;
    let unwell = match run.outcome() {
        Some(outcome) if run.trained() < 2 => &outcome.health,
        _ => &run.training().kept.health,
    };
    let mut lines = Vec::new();
    for line in unwell {
        let mut spans = vec![Span::styled("! ", theme.warn())];
        let message = wrap::clean(&line.message);
        spans.extend(prose::spans(&message, Style::new(), theme));
        lines.extend(wrap::words(&Line::from(spans), width, "  "));
    }
    lines
}
