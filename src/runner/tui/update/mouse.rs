//! The mouse, once it was asked for: the wheel scrolls what is under it, a click selects.

use crossterm::event::{MouseButton, MouseEvent, MouseEventKind};
use ratatui::layout::{Position, Rect};

use crate::runner::tui::action::Action;
use crate::runner::tui::effect::Effect;
use crate::runner::tui::place::{Pane, Screen};
use crate::runner::tui::state::State;
use crate::runner::tui::update::{act, scroll};
use crate::runner::tui::view::pane::Placed;
use crate::runner::tui::view::{course, draw, layout};

/// Lines that one notch of the wheel moves.
const NOTCH: usize = 3;

/// Takes in what the mouse did.
pub fn moved(state: &mut State, event: MouseEvent) -> Vec<Effect> {
    let at = Position::new(event.column, event.row);
    match event.kind {
        MouseEventKind::ScrollDown => wheel(state, at, Action::Down),
        MouseEventKind::ScrollUp => wheel(state, at, Action::Up),
        MouseEventKind::Down(MouseButton::Left) => click(state, at),
        _ => {}
    }
    Vec::new()
}

fn body(state: &State) -> Rect {
    let (columns, rows) = state.size;
    layout::parts(state, Rect::new(0, 0, columns, rows)).body
}

/// The pane under the pointer. What lies on top hides what is below.
fn under(state: &State, at: Position) -> Option<Placed> {
    let body = body(state);
    if let Some(overlay) = layout::overlay(state, body) {
        return overlay.area.contains(at).then_some(overlay);
    }
    layout::panes(state, body)
        .into_iter()
        .find(|pane| pane.area.contains(at))
}

fn wheel(state: &mut State, at: Position, action: Action) {
    let Some(placed) = under(state, at) else {
        return;
    };
    match placed.pane {
        Pane::List | Pane::Chapters | Pane::All | Pane::Tracks => {
            scroll::in_pane(state, placed.pane, action)
        }
        pane => {
            for _ in 0..NOTCH {
                scroll::text(state, pane, action);
            }
        }
    }
}

fn click(state: &mut State, at: Position) {
    if state.overlay.is_some() {
        return;
    }
    let (columns, rows) = state.size;
    let tabs = layout::parts(state, Rect::new(0, 0, columns, rows)).tabs;
    if tabs.contains(at) {
        if let Some(pane) = draw::tab_at(state, tabs, at.x) {
            act::choose(state, pane);
        }
        return;
    }
    let Some(placed) = under(state, at) else {
        return;
    };
    let row = usize::from(at.y.saturating_sub(placed.inner().y));
    let line = placed
        .inner()
        .contains(at)
        .then(|| placed.offset(state) + row);
    match (placed.pane, state.screen) {
        (Pane::List, _) => {
            act::choose(state, Pane::List);
            if let Some(position) = line.and_then(|line| course::exercise_at(state, line)) {
                state.map.selected = position;
            }
        }
        (Pane::Chapters, _) => {
            act::choose(state, Pane::Chapters);
            let all = state.course.clone();
            let shown = course::chapters_shown(&all, &state.map);
            if let Some(chapter) = line.and_then(|line| shown.get(line)) {
                state.map.select_chapter(&all, &chapter.name);
            }
        }
        (Pane::All, _) => scroll::select_row(state, line),
        (Pane::Checks, _) => {
            act::choose(state, Pane::Checks);
            let checks = state.shown().checks.len();
            if let Some(check) = line.filter(|line| *line < checks && state.run.compiled.is_none())
            {
                scroll::look_at_check(state, check);
            }
        }
        (pane, Screen::Watch | Screen::Solution | Screen::Map | Screen::Attempts) => {
            act::choose(state, pane);
        }
        _ => {}
    }
}
