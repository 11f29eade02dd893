//! What the panes of the course map share.

use ratatui::layout::Rect;
use ratatui::text::Line;

use crate::runner::course::{Chapter, Course};
use crate::runner::tui::map::Map;
use crate::runner::tui::place::{Pane, Room};
use crate::runner::tui::state::State;
use crate::runner::tui::view::pane::Placed;

/// A pane of the course map.
pub fn placed(
    state: &State,
    pane: Pane,
    title: &str,
    area: Rect,
    lines: Vec<Line<'static>>,
) -> Placed {
    Placed {
        pane,
        title: title.to_owned(),
        area,
        lines,
        focused: state.map.focus.0 == pane || state.room() != Room::Full,
        framed: true,
        selected: None,
    }
}

/// The chapters that have an exercise on the track.
pub fn chapters_shown<'c>(course: &'c Course, map: &Map) -> Vec<&'c Chapter> {
    let route = map.route(course);
    let has_any = |chapter: &&Chapter| {
        let mut route = route.iter();
        route.any(|at| course.exercises[*at].chapter == chapter.name)
    };
    course.chapters.iter().filter(has_any).collect()
}
