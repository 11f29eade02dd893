//! Finding words in the pane that is looked at; in the list of the exercises, exercises.

use crate::runner::tui::map::Focus;
use crate::runner::tui::place::{Pane, Screen};
use crate::runner::tui::search::{Match, Search, matches};
use crate::runner::tui::state::State;
use crate::runner::tui::view::layout;

/// Begins to look for something.
pub fn begin(state: &mut State) {
    let Some(pane) = state.looked_at() else {
        state.map.before = Some(state.map.selected);
        state.map.typing = true;
        state.map.focus = Focus::default();
        return;
    };
    let row = match pane {
        Pane::All => state.all.as_ref().and_then(|all| all.selected),
        Pane::Attempts => state.attempts.as_ref().map(|attempts| attempts.at),
        _ => None,
    };
    let from = layout::placed(state, pane).map_or(0, |placed| placed.offset(state));
    state.search = Some(Search {
        text: String::new(),
        typing: true,
        pane,
        place: (state.screen, state.overlay),
        at: 0,
        from,
        chosen: state.panes.chosen,
        scrolled: state.panes.scroll.get(&pane).copied(),
        row,
    });
    // What happens meanwhile does not bring another pane to the front.
    if state.screen == Screen::Watch && state.overlay.is_none() {
        state.panes.chosen = Some(pane);
    }
}

/// A letter was typed.
pub fn letter(state: &mut State, letter: char) {
    // Nobody looks for more; what is pasted may be longer.
    const LONGEST: usize = 100;
    change(state, |text| {
        if text.chars().count() < LONGEST {
            text.push(letter);
        }
    });
}

/// Changes what is looked for, and goes to where it stands first from where one was.
pub fn change(state: &mut State, change: impl FnOnce(&mut String)) {
    let Some(search) = &mut state.search else {
        return;
    };
    change(&mut search.text);
    let from = search.from;
    let found = found(state);
    match found.iter().position(|it| it.line() >= from) {
        Some(at) => go(state, &found, at),
        None if !found.is_empty() => go(state, &found, 0),
        None => back(state),
    }
}

/// Goes to the next match, or to the one before; after the last one comes the first.
pub fn step(state: &mut State, forward: bool) {
    let found = found(state);
    let Some(search) = state.search.as_ref().filter(|_| !found.is_empty()) else {
        return;
    };
    let by = if forward { 1 } else { found.len() - 1 };
    let at = (search.at.min(found.len() - 1) + by) % found.len();
    go(state, &found, at);
}

/// What was typed stands from now on.
pub fn keep(state: &mut State) {
    if let Some(search) = &mut state.search {
        search.typing = false;
    }
    state.search = state.search.take().filter(|search| !search.text.is_empty());
}

/// Leaves the search; whoever is still typing goes back to where they were. Whether there was one to leave.
pub fn leave(state: &mut State) -> bool {
    let Some(typing) = state.searched().map(|search| search.typing) else {
        return false;
    };
    if typing {
        back(state);
        state.panes.chosen = state.search.as_ref().and_then(|search| search.chosen);
    }
    state.search = None;
    true
}

/// Leaves the line that narrows the list, to where one was in it.
pub fn leave_filter(state: &mut State) {
    let before = state.map.before.take().filter(|_| state.map.typing);
    state.map.typing = false;
    state.map.filter.clear();
    if let Some(before) = before {
        state.map.selected = before;
    }
    // What was found may not lie on the track.
    let course = state.course.clone();
    state.map.settle(&course);
}

/// Where the words stand.
pub fn found(state: &State) -> Vec<Match> {
    let Some(search) = state.searched() else {
        return Vec::new();
    };
    let placed = layout::placed(state, search.pane);
    placed.map_or_else(Vec::new, |placed| matches(&placed.lines, &search.text))
}

/// Goes to a match: it is in sight, and where it is already nothing moves.
fn go(state: &mut State, found: &[Match], at: usize) {
    let Some(search) = &mut state.search else {
        return;
    };
    search.at = at;
    let pane = search.pane;
    let Some(line) = found.get(at).map(Match::line) else {
        return;
    };
    match pane {
        Pane::All => {
            if let Some(all) = &mut state.all {
                all.select_line(Some(line));
            }
            return;
        }
        Pane::Attempts => {
            if let Some(attempts) = &mut state.attempts {
                attempts.at = line.min(attempts.list.len().saturating_sub(1));
            }
            return;
        }
        _ => {}
    }
    let Some(placed) = layout::placed(state, pane) else {
        return;
    };
    let (offset, height) = (placed.offset(state), usize::from(placed.inner().height));
    if !(offset..offset + height).contains(&line) {
        state
            .panes
            .scroll
            .insert(pane, line.saturating_sub(height / 3));
    }
}

/// Back to where one was before anything was typed.
fn back(state: &mut State) {
    let Some(search) = &state.search else {
        return;
    };
    let (pane, row) = (search.pane, search.row);
    match search.scrolled {
        Some(scrolled) => state.panes.scroll.insert(pane, scrolled),
        None => state.panes.scroll.remove(&pane),
    };
    match pane {
        Pane::All => {
            if let Some(all) = &mut state.all {
                all.selected = row;
            }
        }
        Pane::Attempts => {
            if let (Some(attempts), Some(row)) = (&mut state.attempts, row) {
                attempts.at = row;
            }
        }
        _ => {}
    }
}
