//! The way through the course: the tracks, and the pages that chapters open with.

use crate::runner::course::EVERYTHING;
use crate::runner::tui::action::Action;
use crate::runner::tui::effect::Effect;
use crate::runner::tui::keys::Context;
use crate::runner::tui::notice::Notice;
use crate::runner::tui::place::{Overlay, Pane, Screen};
use crate::runner::tui::state::State;
use crate::runner::tui::view::layout;
use crate::runner::words::screen::notices as words;

/// Carries out what a key does with a track or a page.
pub fn act(state: &mut State, action: Action) -> Vec<Effect> {
    match action {
        Action::Tracks => {
            let followed = state.map.track.as_deref();
            let tracks = state.course.tracks.iter();
            let at = tracks
                .map(|track| Some(track.name.as_str()))
                .position(|it| it == followed);
            state.map.choice = at.map_or(0, |at| at + 1);
            state.overlay = Some(Overlay::Tracks);
        }
        Action::Follow => return follow(state),
        Action::Page => {
            state.overlay = Some(Overlay::Page);
            state.panes.scroll.remove(&Pane::Page);
        }
        _ => state.overlay = None,
    }
    Vec::new()
}

/// Follows the selected track, and selects what comes next on it.
fn follow(state: &mut State) -> Vec<Effect> {
    state.overlay = None;
    let course = state.course.clone();
    let track = state.map.choice.checked_sub(1);
    let track = track.and_then(|at| course.tracks.get(at));
    state.map.track = track.map(|track| track.name.clone());
    let current = course.position(&state.session.current).unwrap_or(0);
    let is_done = |name: &str| state.session.done.contains(name);
    let is_here = course.route(track).contains(&current) && !is_done(&state.session.current);
    let next = course.next_open(track, current, is_done);
    state.map.selected = next.filter(|_| !is_here).unwrap_or(current);
    state.map.settle(&course);
    let name = track.map_or(EVERYTHING, |track| &track.name);
    let text = match track {
        Some(track) => words::along_track(&track.title),
        None => words::whole_course().to_owned(),
    };
    state.notice = Some(Notice::good(text));
    vec![Effect::Follow(name.to_owned())]
}

/// Shows the first page, once. Having seen it is kept at once, however the program ends.
pub fn welcome(state: &mut State) -> Option<Effect> {
    let is_new = std::mem::take(&mut state.session.new);
    is_new.then(|| {
        state.overlay = Some(Overlay::Welcome);
        Effect::Welcomed
    })
}

/// Whether a key takes the page away that lies on top, and does whatever it does on the screen underneath. Any key goes on from
/// the first page, but one that scrolls does that where there is more of it.
pub fn is_passed_by(state: &State, context: Context, action: Option<Action>) -> bool {
    match (context, action) {
        (Context::Page | Context::Welcome, None) => true,
        (Context::Welcome, Some(action)) if action.scrolls() => {
            let extent = layout::extent(state, Pane::Welcome);
            extent.is_some_and(|(lines, height)| lines <= height)
        }
        _ => false,
    }
}

/// Puts the page of the chapter before its first exercise, and before nothing else: pages are also read for the map. One key
/// goes on, and so does a save.
pub fn meet(state: &mut State) {
    if state.screen != Screen::Watch {
        return;
    }
    let Some(chapter) = state.exercise().map(|exercise| exercise.chapter.clone()) else {
        return;
    };
    let is_new = !state.session.begun.contains(&chapter) && !state.pages.met.contains(&chapter);
    if is_new && state.overlay.is_none() && state.pages.texts.contains_key(&chapter) {
        state.pages.met.insert(chapter);
        state.overlay = Some(Overlay::Page);
        state.panes.scroll.remove(&Pane::Page);
    }
}
