//! Looking back at the attempts and bringing one of them back.

use std::time::SystemTime;

use crate::runner::attempts::Attempt;
use crate::runner::session::Restored;
use crate::runner::text;
use crate::runner::tui::action::Action;
use crate::runner::tui::attempts::Attempts;
use crate::runner::tui::effect::Effect;
use crate::runner::tui::notice::Notice;
use crate::runner::tui::place::{Overlay, Pane, Question, Screen};
use crate::runner::tui::state::State;
use crate::runner::tui::update::overlay::lay_over;
use crate::runner::tui::update::start;
use crate::runner::words::screen::notices as words;

/// Carries out an action on the attempts.
pub fn act(state: &mut State, action: Action) -> Vec<Effect> {
    match action {
        Action::Attempts => {
            // Whoever comes from elsewhere wants the newest, held against the text as it is.
            state.attempts = None;
            state.screen = Screen::Attempts;
            state.panes.zoomed = false;
            state.panes.scroll.remove(&Pane::Changes);
            return vec![Effect::Attempts(state.session.current.clone())];
        }
        Action::Restore => {
            let attempts = state.attempts.as_ref();
            let selected = attempts.and_then(|attempts| attempts.selected());
            state.overlay =
                selected.map(|attempt| Overlay::Confirm(Question::Restore(attempt.summary.number)));
        }
        Action::Compare => {
            if let Some(attempts) = &mut state.attempts {
                let selected = attempts.selected().map(|attempt| attempt.summary.number);
                attempts.against = selected.filter(|_| attempts.against != selected);
                state.panes.scroll.remove(&Pane::Changes);
            }
        }
        _ => {}
    }
    Vec::new()
}

/// Takes in the attempts, the oldest first. Where they were on the screen already, the selection stays where it was.
pub fn read(state: &mut State, mut list: Vec<Attempt>, text: String, now: SystemTime) {
    list.reverse();
    let before = state.attempts.take();
    let selected = before
        .as_ref()
        .and_then(|before| before.selected())
        .map(|attempt| attempt.summary.number);
    let at = list
        .iter()
        .position(|attempt| Some(attempt.summary.number) == selected);
    state.attempts = Some(Attempts {
        list,
        text,
        now,
        at: at.unwrap_or(0),
        against: before.as_ref().and_then(|before| before.against),
        chosen: before.map_or(Pane::Attempts, |before| before.chosen),
    });
    lay_over(state);
}

/// The file is another one: its lesson and its verdict are read anew.
pub fn restored(state: &mut State, name: &str, number: u32, restored: Restored) -> Vec<Effect> {
    let text = match restored {
        Restored::Same => words::restored_same(name, number),
        Restored::FromNothing => words::restored(name, number),
        Restored::Kept(kept) => words::restored_kept(name, number, kept),
        Restored::Moved(ref copy) => {
            let copy = copy.strip_prefix(&state.course.root).unwrap_or(copy);
            words::restored_moved(name, number, text::path(copy))
        }
        Restored::Instead(ref what) => words::restored_instead(name, number, what),
    };
    state.notice = Some(Notice::good(text).staying());
    if restored == Restored::Same || name != state.session.current {
        return Vec::new();
    }
    state.screen = Screen::Watch;
    let mut effects = vec![Effect::Lesson(name.to_owned())];
    effects.extend(start::begin(state));
    effects
}

/// There is one more attempt, or one of them was judged again.
pub fn kept(state: &mut State, name: String) -> Vec<Effect> {
    if name != state.session.current {
        return Vec::new();
    }
    state.session.attempts = true;
    if state.screen == Screen::Attempts {
        return vec![Effect::Attempts(name)];
    }
    Vec::new()
}

/// The pane of the attempts that is looked at.
pub fn looked_at(state: &State) -> Pane {
    let attempts = state.attempts.as_ref();
    attempts.map_or(Pane::Attempts, |attempts| attempts.looked_at(state))
}
