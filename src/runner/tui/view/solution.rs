//! The solution, and what differs from it.

use ratatui::layout::Rect;

use crate::runner::tui::place::{Pane, Room};
use crate::runner::tui::state::State;
use crate::runner::tui::text::code;
use crate::runner::tui::view::diff;
use crate::runner::tui::view::pane::{Placed, inner};
use crate::runner::words::screen::panes as words;

/// The panes of the screen in this area.
pub fn panes(state: &State, area: Rect) -> Vec<Placed> {
    let shown = state.panes.solution.unwrap_or(Pane::Solution);
    let framed = state.room() >= Room::Tabs;
    if state.room() != Room::Full || state.panes.zoomed {
        return vec![place(state, shown, area, framed, true)];
    }
    let half = area.width / 2;
    let left = Rect {
        width: half,
        ..area
    };
    let right = Rect {
        x: area.x + half,
        width: area.width - half,
        ..area
    };
    vec![
        place(state, Pane::Solution, left, true, shown == Pane::Solution),
        place(
            state,
            Pane::Difference,
            right,
            true,
            shown == Pane::Difference,
        ),
    ]
}

/// The title of a pane.
pub fn title(pane: Pane) -> &'static str {
    match pane {
        Pane::Difference => words::differs_how(),
        _ => words::solution(),
    }
}

fn place(state: &State, pane: Pane, area: Rect, framed: bool, focused: bool) -> Placed {
    let width = usize::from(inner(area, framed).width);
    let lines = match (&state.solution, pane) {
        (None, _) => Vec::new(),
        (Some(text), Pane::Difference) => {
            let same = words::no_difference();
            diff::lines(&text.yours, &text.solution, same, state.theme, width)
        }
        (Some(text), _) => code::lines(&text.solution, width, state.theme),
    };
    Placed {
        pane,
        title: title(pane).to_owned(),
        area,
        lines,
        focused,
        framed,
        selected: None,
    }
}
