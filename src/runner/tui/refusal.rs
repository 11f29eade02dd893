//! Why an action does nothing now.

use std::borrow::Cow;

use crate::runner::session::PredictionState;
use crate::runner::tui::action::{Action, Look};
use crate::runner::tui::copy;
use crate::runner::tui::look::{chart, goes_on, has_room, is_first, steps};
use crate::runner::tui::place::{Overlay, Room, Screen};
use crate::runner::tui::state::State;
use crate::runner::tui::trial::Phase;
use crate::runner::tui::update;
use crate::runner::words::screen::{menu, refusals as words};

impl Action {
    /// Why it does nothing now; `None` where it works.
    pub fn refusal(self, state: &State) -> Option<Cow<'static, str>> {
        let key = |action| state.key(action);
        let done = state.session.done.contains(&state.session.current);
        let with_keys = match self {
            Action::Next if done && state.session.next.is_none() => match state.track() {
                None => words::course_done().to_owned(),
                Some(track) => words::track_done(&track.title, key(Action::Tracks)),
            },
            Action::Next if !done && state.screen != Screen::All => {
                words::not_passed(key(self), key(Action::Map))
            }
            Action::Solution if !state.session.solution => words::solution_closed(key(self)),
            Action::Use if !finds_nothing(state) && !is_usable(state) => words::no_use().to_owned(),
            Action::Use
                if !finds_nothing(state) && !state.session.done.contains(&state.meant()) =>
            {
                words::nothing_to_use(key(self))
            }
            Action::Training if state.shown().trained() == 0 => words::no_training(key(self)),
            Action::Attempts if !state.session.attempts => words::no_attempts(key(self)),
            Action::Glossary if state.course.glossary.terms().is_empty() => {
                words::no_glossary(key(Action::Top))
            }
            Action::Back if !can_go_back(state) => words::only_quits(key(Action::Quit)),
            _ => return self.obstacle(state).map(Cow::from),
        };
        Some(with_keys.into())
    }

    /// The refusals that name no key.
    fn obstacle(self, state: &State) -> Option<&'static str> {
        match self {
            Action::Hint if state.hints().1 == 0 => Some(words::no_hints()),
            Action::Restore | Action::Compare if selected(state).is_none() => {
                Some(words::no_attempt())
            }
            Action::Restore if selected(state) == Some(true) => Some(words::same_attempt()),
            Action::Predict if state.session.asked.is_none() => Some(words::no_prediction()),
            Action::Choose(_) if matches!(state.session.asked, Some(PredictionState::Told(_))) => {
                Some(words::told_already())
            }
            Action::Choose(number) if state.choices() < number => Some(words::no_choice()),
            Action::Stop if !state.is_busy() => Some(words::nothing_runs()),
            Action::LogScale if !takes_logarithms(state) => Some(words::no_loss_chart()),
            Action::Preview if state.room() == Room::Full => Some(words::preview_in_sight()),
            Action::Open if finds_nothing(state) => Some(words::no_exercise()),
            Action::Open if finds_no_term(state) => Some(words::no_term()),
            Action::Current if state.map.is_at(&state.course, &state.session.current) => {
                Some(words::at_it())
            }
            Action::Current if state.map.leaves_out(&state.course, &state.session.current) => {
                Some(words::not_on_track())
            }
            Action::Tracks if state.course.tracks.is_empty() => Some(words::no_tracks()),
            Action::Page if state.page().is_none() => Some(words::no_page()),
            Action::Copy if copy::text(state).is_none() => Some(words::nothing_to_copy()),
            Action::Find
                if state.looked_at().is_none()
                    && !matches!(state.screen, Screen::Map | Screen::Glossary) =>
            {
                Some(words::no_text())
            }
            Action::Match(_) if update::found(state).is_empty() => Some(words::no_such_words()),
            Action::Do if state.menu.selected().is_none() => Some(menu::no_match()),
            Action::Reset | Action::Use if finds_nothing(state) => Some(words::no_exercise()),
            Action::Send | Action::EndLines => of_lines(self, state),
            Action::Zoom if state.screen == Screen::Map && state.room() != Room::Full => {
                Some(words::whole_screen())
            }
            Action::NextPane | Action::PreviousPane | Action::Pane(_)
                if state.screen == Screen::Map && state.room() != Room::Full =>
            {
                Some(words::one_pane())
            }
            Action::Look(look) => look.refusal(state),
            _ => None,
        }
    }
}

impl Look {
    /// Why a key of this screen does nothing now.
    pub fn refusal(self, state: &State) -> Option<&'static str> {
        // In the smallest terminal too each training has its rows.
        if !has_room(state) && !matches!(self, Look::Training(_)) {
            return Some(words::too_small());
        }
        let training = state.training();
        let charts = training.charts();
        match self {
            Look::Training(_) if state.shown().trained() < 2 => Some(words::one_training()),
            Look::Training(_) => None,
            _ if training.views().is_empty() => Some(words::nothing_reported()),
            Look::SwapChart if training.views().len() < 2 => Some(words::one_view()),
            Look::View(number) if number > training.views().len() => Some(words::no_view()),
            Look::Smooth | Look::TimeAxis if charts.is_empty() => Some(words::no_chart()),
            Look::LayOver if charts.is_empty() || !training.has_overlays() => {
                Some(words::no_other_run())
            }
            Look::Series(_) | Look::Nearer | Look::Farther if chart(state).is_none() => {
                Some(words::for_charts())
            }
            Look::Series(_)
                if chart(state).is_some_and(|chart| training.curves_of(chart).len() < 2) =>
            {
                Some(words::one_curve())
            }
            Look::Series(_) if state.charts.at.is_none() => Some(words::no_cursor()),
            Look::Farther if state.charts.window == (0.0, 1.0) => Some(words::all_in_sight()),
            // While it plays, these keys stop it, wherever it is.
            Look::Earlier | Look::First if is_first(state) && state.charts.playing.is_none() => {
                Some(words::first_step())
            }
            Look::Later | Look::Latest if state.charts.at.is_none() => Some(words::last_step()),
            Look::Play if !goes_on(state) && state.frozen.is_none() && steps(state).0.len() < 2 => {
                Some(words::nothing_to_play())
            }
            _ => None,
        }
    }
}

/// Whether the exercise that is meant has something to use.
fn is_usable(state: &State) -> bool {
    let meant = state.course.exercise(&state.meant());
    meant.is_some_and(|exercise| exercise.usable)
}

/// Whether what was typed in the list finds no exercise.
fn finds_nothing(state: &State) -> bool {
    state.screen == Screen::Map && state.map.exercise(&state.course).is_none()
}

/// Whether what was typed in the glossary finds no term.
fn finds_no_term(state: &State) -> bool {
    let glossary = state.glossary.as_ref();
    glossary.is_some_and(|glossary| glossary.selected(&state.course).is_none())
}

/// Why a line cannot go to what is in use.
fn of_lines(action: Action, state: &State) -> Option<&'static str> {
    let trial = state.trial.as_ref()?;
    match trial.phase {
        Phase::Waiting | Phase::Running if trial.closed => Some(words::lines_ended()),
        Phase::Files | Phase::Over(_) if action == Action::EndLines => Some(words::nothing_runs()),
        _ => None,
    }
}

fn can_go_back(state: &State) -> bool {
    state.searched().is_some()
        || state.screen != Screen::Watch
        || matches!(
            state.overlay,
            Some(
                Overlay::Help
                    | Overlay::Hints
                    | Overlay::Predict
                    | Overlay::Welcome
                    | Overlay::Page
                    | Overlay::Menu
                    | Overlay::Tracks
            )
        )
        || state.panes.zoomed
        || state.panes.chosen.is_some()
}

/// Whether the selected attempt is what the file says; `None` where none is selected.
fn selected(state: &State) -> Option<bool> {
    let attempts = state.attempts.as_ref()?;
    let selected = attempts.selected()?;
    Some(selected.text == attempts.text)
}

fn takes_logarithms(state: &State) -> bool {
    let charts = state.training().charts();
    state.room() >= Room::Tabs && charts.iter().any(|chart| chart.topic.takes_logarithms())
}
