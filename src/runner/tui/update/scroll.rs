//! Scrolling: how far a pane may go is asked of the layout, which is as pure as this is.

use crate::runner::tui::action::Action;
use crate::runner::tui::place::{Overlay, Pane, Room, Screen};
use crate::runner::tui::state::State;
use crate::runner::tui::update::search;
use crate::runner::tui::view::layout;

/// Carries out an action that moves something.
pub fn moves(state: &mut State, action: Action) {
    if state.searched().is_some_and(|search| search.typing) {
        return search::step(state, action == Action::Down);
    }
    match (state.overlay, state.screen) {
        (Some(Overlay::Help), _) => text(state, Pane::Help, action),
        (Some(Overlay::Hints), _) => text(state, Pane::Hints, action),
        (Some(Overlay::Predict), _) => text(state, Pane::Predict, action),
        (Some(Overlay::Welcome), _) => text(state, Pane::Welcome, action),
        (Some(Overlay::Page), _) => text(state, Pane::Page, action),
        (Some(Overlay::Menu), _) => menu(state, action),
        (Some(Overlay::Tracks), _) => tracks(state, action),
        (_, Screen::Map) => {
            let shown = match (state.room(), state.map.preview) {
                (Room::Full, _) => state.map.focus.0,
                (_, true) => Pane::Preview,
                (_, false) => Pane::List,
            };
            in_pane(state, shown, action);
        }
        (_, Screen::All) => in_pane(state, Pane::All, action),
        (_, Screen::Attempts) => attempts(state, action),
        (_, Screen::Solution) => {
            let shown = state.panes.solution.unwrap_or(Pane::Solution);
            text(state, shown, action);
        }
        (_, Screen::Watch) => in_pane(state, state.watched(), action),
        (_, Screen::Trial) => text(state, Pane::Talk, action),
        (_, Screen::Glossary) => glossary(state, action),
        (_, Screen::Training) => {}
    }
}

/// Carries out an action in a pane: a list moves its selection, a text scrolls.
pub fn in_pane(state: &mut State, pane: Pane, action: Action) {
    match (pane, action) {
        (Pane::List, _) => map(state, action),
        (Pane::Chapters, _) => chapters(state, action),
        (Pane::All, _) => all(state, action),
        (Pane::Menu, _) => menu(state, action),
        (Pane::Tracks, _) => tracks(state, action),
        (Pane::Glossary, _) => glossary(state, action),
        (Pane::Checks, Action::Down | Action::Up) => select_check(state, action),
        _ => text(state, pane, action),
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

/// Scrolls a text.
pub fn text(state: &mut State, pane: Pane, action: Action) {
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

fn tracks(state: &mut State, action: Action) {
    let page = layout::extent(state, Pane::Tracks).map_or(10, |(_, height)| height);
    let choice = state.map.choice;
    let to = choice.saturating_add_signed(distance(action, page));
    state.map.choice = to.min(state.course.tracks.len());
}

fn glossary(state: &mut State, action: Action) {
    let page = layout::extent(state, Pane::Glossary).map_or(10, |(_, height)| height);
    let course = state.course.clone();
    if let Some(glossary) = &mut state.glossary {
        glossary.step(&course, distance(action, page));
    }
}

fn menu(state: &mut State, action: Action) {
    let page = layout::extent(state, Pane::Menu).map_or(10, |(_, height)| height);
    state.menu.step(distance(action, page));
}

fn chapters(state: &mut State, action: Action) {
    let course = state.course.clone();
    match action {
        Action::Down | Action::Up => state.map.step_chapter(&course, action == Action::Down),
        _ => map(state, action),
    }
}

/// Shows the numbers of a check.
pub fn look_at_check(state: &mut State, check: usize) {
    state.panes.check = Some(check);
    state.panes.scroll.remove(&Pane::Numbers);
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
        return text(state, Pane::Changes, action);
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
        look_at_check(state, to);
    }
}
