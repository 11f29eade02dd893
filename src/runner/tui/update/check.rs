//! Runs: beginning one, taking in what happens in it, and checking all exercises one after the other.

use std::time::Duration;

use crate::runner::event::{CheckEvent, Stage};
use crate::runner::outcome::{Outcome, Verdict};
use crate::runner::tui::all::All;
use crate::runner::tui::effect::Effect;
use crate::runner::tui::event::RunId;
use crate::runner::tui::place::Screen;
use crate::runner::tui::run::{Phase, Run};
use crate::runner::tui::state::State;
use crate::runner::tui::states;
use crate::runner::tui::update::start::{begin, number, stop_all};
use crate::runner::tui::update::{overlay, practice, trial, way};
use crate::runner::words::screen::terminal as names;

/// Whoever waits longer than this looks at something else meanwhile.
const LONG_WAIT: Duration = Duration::from_secs(10);

/// Goes to another exercise and checks it.
pub fn go(state: &mut State, name: String) -> Vec<Effect> {
    let kept = practice::keep(state);
    stop_all(state);
    state.screen = Screen::Watch;
    state.overlay = None;
    state.solution = None;
    state.attempts = None;
    state.previous = None;
    state.search = None;
    state.lesson.clear();
    state.terms.clear();
    state.run = Run::default();
    state.panes = Default::default();
    state.session.current.clone_from(&name);
    let mut effects = vec![Effect::Select(name.clone()), Effect::Lesson(name)];
    effects.extend(begin(state));
    state.previous = None;
    effects.extend(kept);
    way::meet(state);
    effects
}

/// Takes in what happened in a run; runs that were replaced are ignored.
pub fn happened(state: &mut State, run: RunId, event: CheckEvent) -> Vec<Effect> {
    if state.run.id == run && state.run.is_running() {
        return current(state, event);
    }
    match event {
        CheckEvent::Finished(outcome) => one_of_all(state, run, outcome),
        _ => Vec::new(),
    }
}

fn current(state: &mut State, event: CheckEvent) -> Vec<Effect> {
    let mut effects = Vec::new();
    let finished = match &event {
        CheckEvent::Finished(outcome) => Some(outcome.clone()),
        _ => None,
    };
    let before = state.shown().training().number;
    state.run.take(event, state.now);
    if state.shown().training().number != before {
        state.charts.for_another_training();
        // The attempts may have been read while another training went on.
        overlay::lay_over(state);
    }
    if state.run.worth_watching() && matches!(state.run.phase, Phase::Stage(Stage::Running { .. }))
    {
        state.run.settled = true;
        if state.screen == Screen::Watch && state.overlay.is_none() {
            state.screen = Screen::Training;
            effects = overlay::to_lay_over(state);
        }
    }
    let Some(outcome) = finished else {
        return effects;
    };
    // Where the copy of a reset lies is old news once the exercise passes; what went wrong stays said.
    if outcome.verdict == Verdict::Passed {
        state.notice = state.notice.take().filter(|notice| notice.bad);
    }
    // What was stopped keeps the result before it in sight: there is no newer one.
    if outcome.verdict != Verdict::Cancelled {
        state.previous = None;
        state.results.insert(outcome.name.clone(), outcome.clone());
    }
    let practised = practice::tried(state, &outcome);
    let mut meanwhile = state.run.meanwhile.iter();
    let is_stale = meanwhile.any(|name| outcome.waits_for(name));
    let verdict = outcome.verdict;
    let waited = state.now.saturating_sub(state.run.began);
    if waited >= LONG_WAIT && verdict != Verdict::Cancelled {
        let ended = states::verdict(&outcome, state.run.counted().0);
        effects.push(Effect::Notify(names::check_ended(&outcome.name, ended)));
    }
    effects.push(Effect::Record(outcome));
    effects.extend(practised);
    // The piece that it waits for was saved while it went on, so this is no verdict of what is there now.
    if is_stale {
        effects.extend(begin(state));
    } else {
        effects.extend(trial::checked(state, verdict));
    }
    effects
}

/// Begins to check every exercise.
pub fn begin_all(state: &mut State) -> Vec<Effect> {
    state.all = Some(All::of(&state.course));
    state.screen = Screen::All;
    if state.run.is_running() {
        abandon(state);
    }
    next_of_all(state)
}

/// The current run will not be heard of again; what it left is what was there before it.
fn abandon(state: &mut State) {
    state.run = state.previous.take().unwrap_or_default();
}

fn one_of_all(state: &mut State, run: RunId, outcome: Outcome) -> Vec<Effect> {
    let Some(all) = &mut state.all else {
        return Vec::new();
    };
    let Some(at) = all.at.filter(|_| all.run == run) else {
        return Vec::new();
    };
    if let Some(row) = all.rows.get_mut(at) {
        row.outcome = Some(outcome.clone());
    }
    let mut effects = Vec::new();
    if outcome.verdict != Verdict::Cancelled {
        state.results.insert(outcome.name.clone(), outcome.clone());
        effects.push(Effect::Record(outcome));
    }
    effects.extend(next_of_all(state));
    effects
}

fn next_of_all(state: &mut State) -> Vec<Effect> {
    let id = number(state);
    let Some(all) = &mut state.all else {
        return Vec::new();
    };
    all.at = all.rows.iter().position(|row| row.outcome.is_none());
    all.run = id;
    match all.at {
        Some(at) => vec![Effect::Check {
            run: id,
            exercise: all.rows[at].name.clone(),
            remembered: true,
        }],
        None => Vec::new(),
    }
}
