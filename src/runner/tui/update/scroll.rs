//! Scrolling: how far a pane may go is asked of the layout, which is as pure as this is.

use crate::runner::tui::action::Action;
use crate::runner::tui::place::{Overlay, Pane, Screen};
use crate::runner::tui::state::State;
use crate::runner::tui::view::layout;

/// Carries out an action that moves something.
pub fn moves(state: &mut State, action: Action) {
    match (state.overlay, state.screen) {
        (Some(Overlay::Help), _) => pane(state, Pane::Help, action),
        (Some(Overlay::Hints), _) => pane(state, Pane::Hints, action),
        (Some(Overlay::Predict), _) => pane(state, Pane::Predict, action),
        (_, Screen::Map) => map(state, action),
        (_, Screen::All) => all(state, action),
        (_, Screen::Attempts) => attempts(state, action),
        (_, Screen::Solution) => {
            let shown = state.panes.solution.unwrap_or(Pane::Solution);
            pane(state, shown, action);
        }
        (_, Screen::Watch) => match (state.watched(), action) {
            (Pane::Checks, Action::Down | Action::Up) => select_check(state, action),
            (shown, _) => pane(state, shown, action),
        },
        (_, Screen::Training) => {}
    }
}

/// Rows that `action` moves down; the ends are further than any list.
fn distance(action: Action, page: usize) -> isize {
    let page = isize::try_from(page.max(1)).unwrap_or(1);
    match action {
        Action::Down => 1,
        Action::Up => -1,
        Action::PageDown => page,
        Action::PageUp => -page,
        Action::Top => isize::MIN / 2,
        Action::Bottom => isize::MAX / 2,
        _ => 0,
    }
}

fn pane(state: &mut State, pane: Pane, action: Action) {
    let Some((lines, height)) = layout::extent(state, pane) else {
        return;
    };
    let last = lines.saturating_sub(height);
    let start = if pane.follows() { last } else { 0 };
    let at = state
        .panes
        .scroll
        .get(&pane)
        .copied()
        .unwrap_or(start)
        .min(last);
    let to = at
        .saturating_add_signed(distance(action, height.saturating_sub(1)))
        .min(last);
    if pane.follows() && to == last {
        // At the end it follows again.
        state.panes.scroll.remove(&pane);
    } else {
        state.panes.scroll.insert(pane, to);
    }
}

fn map(state: &mut State, action: Action) {
    let page = layout::extent(state, Pane::List).map_or(10, |(_, height)| height);
    let course = state.course.clone();
    state.map.step(&course, distance(action, page));
}

fn all(state: &mut State, action: Action) {
    let page = layout::extent(state, Pane::All).map_or(10, |(_, height)| height);
    if let Some(all) = &mut state.all {
        let last = all.rows.len().saturating_sub(1);
        let to = all
            .looked_at()
            .saturating_add_signed(distance(action, page))
            .min(last);
        all.selected = Some(to);
    }
}

fn attempts(state: &mut State, action: Action) {
    if super::attempts::looked_at(state) == Pane::Changes {
        return pane(state, Pane::Changes, action);
    }
    let page = layout::extent(state, Pane::Attempts).map_or(10, |(_, height)| height);
    if let Some(attempts) = &mut state.attempts {
        attempts.step(distance(action, page));
        state.panes.scroll.remove(&Pane::Changes);
    }
}

fn select_check(state: &mut State, action: Action) {
    let checks = state.shown().checks.len();
    let at = state
        .panes
        .check
        .or_else(|| state.shown().first_bad())
        .unwrap_or(0);
    let to = at
        .saturating_add_signed(distance(action, 1))
        .min(checks.saturating_sub(1));
    if checks > 0 {
        state.panes.check = Some(to);
        state.panes.scroll.remove(&Pane::Numbers);
    }
}
