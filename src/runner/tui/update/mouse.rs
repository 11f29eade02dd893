//! The mouse, once it was asked for: the wheel scrolls what is under it, a click selects.

use crossterm::event::{KeyEvent, KeyModifiers, MouseButton, MouseEvent, MouseEventKind};
use ratatui::layout::{Position, Rect};

use crate::runner::tui::action::Action;
use crate::runner::tui::effect::Effect;
use crate::runner::tui::place::{Pane, Room, Screen};
use crate::runner::tui::state::State;
use crate::runner::tui::update::{act, pointing, scroll};
use crate::runner::tui::view::pane::Placed;
use crate::runner::tui::view::{bars, course, draw, layout, map_pane};

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

/// The key of the key bar that was clicked on.
pub fn key(state: &State, event: MouseEvent) -> Option<KeyEvent> {
    let is_click = event.kind == MouseEventKind::Down(MouseButton::Left);
    let at = Position::new(event.column, event.row);
    key_under(state, at).filter(|_| is_click)
}

/// The key of the key bar under the pointer.
fn key_under(state: &State, at: Position) -> Option<KeyEvent> {
    if state.room() == Room::Tiny {
        return None;
    }
    let (columns, rows) = state.size;
    let area = layout::parts(state, Rect::new(0, 0, columns, rows)).keys;
    let mut placed = bars::placed(state, area).into_iter();
    let (_, bound) = placed.find(|(place, _)| place.contains(at))?;
    let key = bound.keys.first()?;
    let modifiers = match key.ctrl {
        true => KeyModifiers::CONTROL,
        false => KeyModifiers::NONE,
    };
    Some(KeyEvent::new(key.code, modifiers))
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
    if state.overlay.is_none() && pointing::wheel(state, body(state), at, action == Action::Down) {
        return;
    }
    let Some(placed) = under(state, at) else {
        return;
    };
    match placed.pane {
        Pane::List | Pane::Chapters | Pane::All | Pane::Tracks | Pane::Glossary | Pane::Menu => {
            scroll::in_pane(state, placed.pane, action)
        }
        pane => {
            for _ in 0..NOTCH {
                scroll::text(state, pane, action);
            }
        }
    }
}

/// Selects a row of what lies on top.
fn on_top(state: &mut State, at: Position) {
    let Some(placed) = under(state, at).filter(|placed| placed.inner().contains(at)) else {
        return;
    };
    let row = placed.offset(state) + usize::from(at.y - placed.inner().y);
    if placed.pane == Pane::Menu && row < state.menu.found.len() {
        state.menu.at = row;
    }
}

fn click(state: &mut State, at: Position) {
    if state.overlay.is_some() {
        return on_top(state, at);
    }
    if pointing::click(state, body(state), at) {
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
            let shown = map_pane::chapters_shown(&all, &state.map);
            if let Some(chapter) = line.and_then(|line| shown.get(line)) {
                state.map.select_chapter(&all, &chapter.name);
            }
        }
        (Pane::All, _) => {
            if let Some(all) = &mut state.all {
                all.select_line(line);
            }
        }
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
