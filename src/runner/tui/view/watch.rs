//! The exercise: lesson, checks, numbers, compiler, output.

use ratatui::layout::Rect;
use ratatui::text::Line;

use crate::runner::tui::place::{Pane, Room};
use crate::runner::tui::state::State;
use crate::runner::tui::view::pane::{Placed, inner};
use crate::runner::tui::view::{checks, numbers, texts};
use crate::runner::words::screen::panes as words;

/// Lines longer than this are hard to read.
const WIDEST_LESSON: u16 = 84;

/// The panes of the screen in this area.
pub fn panes(state: &State, area: Rect) -> Vec<Placed> {
    let room = state.room();
    let watched = state.watched();
    if room != Room::Full || state.panes.zoomed {
        return vec![place(state, watched, area, room >= Room::Tabs)];
    }
    let lesson = lesson_area(area);
    let column = Rect {
        x: lesson.right(),
        width: area.width - lesson.width,
        ..area
    };
    let mut placed = vec![place(state, Pane::Lesson, lesson, true)];
    let mut stacked: Vec<Placed> = state
        .watch_panes()
        .into_iter()
        .filter(|pane| *pane != Pane::Lesson)
        .map(|pane| place(state, pane, column, true))
        .collect();
    let wanted: Vec<u16> = stacked
        .iter()
        .map(|pane| u16::try_from(pane.lines.len() + 2).unwrap_or(u16::MAX))
        .collect();
    let mut top = column.y;
    for (pane, height) in stacked.iter_mut().zip(share(&wanted, column.height)) {
        pane.area = Rect {
            y: top,
            height,
            ..column
        };
        top += height;
    }
    placed.append(&mut stacked);
    placed
}

/// The area of the lesson where there is room for all panes.
pub fn lesson_area(area: Rect) -> Rect {
    Rect {
        width: (area.width * 12 / 25).min(WIDEST_LESSON),
        ..area
    }
}

/// Gives every pane the height it wants; where that is too much the tall ones give way, and what is left over goes to
/// the last one.
fn share(wanted: &[u16], height: u16) -> Vec<u16> {
    let mut order: Vec<usize> = (0..wanted.len()).collect();
    order.sort_by_key(|at| wanted[*at]);
    let mut heights = vec![0; wanted.len()];
    let mut left = height;
    for (given, at) in order.iter().enumerate() {
        let others = u16::try_from(wanted.len() - given).unwrap_or(1).max(1);
        heights[*at] = wanted[*at].min(left / others);
        left -= heights[*at];
    }
    if let Some(last) = heights.last_mut() {
        *last += left;
    }
    heights
}

fn place(state: &State, pane: Pane, area: Rect, framed: bool) -> Placed {
    let width = usize::from(inner(area, framed).width);
    Placed {
        pane,
        title: title(state, pane),
        area,
        lines: lines(state, pane, width),
        focused: state.watched() == pane,
        framed,
        selected: None,
    }
}

/// The title of a pane.
pub fn title(state: &State, pane: Pane) -> String {
    match pane {
        Pane::Numbers => numbers::title(state),
        Pane::Compiler => texts::compiler_title(state),
        Pane::Output => texts::output_title(state),
        pane => short(state, pane).to_owned(),
    }
}

/// The title of a pane in a row of tabs.
pub fn short(state: &State, pane: Pane) -> &'static str {
    match pane {
        Pane::Lesson => words::lesson(),
        Pane::Checks => words::checks(),
        Pane::Numbers if state.check().is_some_and(|check| check.numbers.is_some()) => {
            words::numbers()
        }
        Pane::Numbers => words::diagnosis(),
        Pane::Compiler => words::compiler(),
        _ => words::output(),
    }
}

fn lines(state: &State, pane: Pane, width: usize) -> Vec<Line<'static>> {
    match pane {
        Pane::Checks => checks::lines(state, width),
        Pane::Numbers => numbers::lines(state, width),
        Pane::Compiler => texts::compiler(state, width),
        Pane::Output => texts::output(state, width),
        _ => texts::lesson(state, width),
    }
}

#[cfg(test)]
mod tests {
    use super::share;

    #[test]
    fn short_panes_keep_their_height_and_the_tall_ones_give_way() {
        assert_eq!(share(&[6, 40, 8], 36), [6, 22, 8]);
        assert_eq!(share(&[6, 10], 36), [6, 30]);
        assert_eq!(share(&[50, 50, 50], 36), [12, 12, 12]);
        assert_eq!(share(&[], 36), [0; 0]);
    }
}
