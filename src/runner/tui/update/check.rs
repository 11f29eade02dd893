//! Runs: beginning one, taking in what happens in it, and checking all exercises one after the other.

use crate::runner::event::{CheckEvent, Stage};
use crate::runner::outcome::{Outcome, Verdict};
use crate::runner::tui::all::All;
use crate::runner::tui::effect::Effect;
use crate::runner::tui::event::RunId;
use crate::runner::tui::place::{Pane, Screen};
use crate::runner::tui::run::{Phase, Run};
use crate::runner::tui::state::State;
use crate::runner::tui::update::{attempts, practice, trial, way};

/// The number of the next run.
pub fn number(state: &mut State) -> RunId {
    state.latest = RunId(state.latest.0 + 1);
    state.latest
}

/// Checks the current exercise; a run that has not ended is replaced.
pub fn begin(state: &mut State) -> Vec<Effect> {
    // One check at a time: going on with the others would cancel this one.
    stop_all(state);
    let id = number(state);
    let before = std::mem::replace(&mut state.run, Run::start(id, state.now));
    if !before.is_blank() && before.phase != Phase::Idle {
        state.previous = Some(before);
    }
    // The screen that went to the training by itself comes back by itself: a build that fails has to be seen.
    if state.screen == Screen::Training && went_by_itself(state.previous.as_ref()) {
        state.screen = Screen::Watch;
    }
    state.panes.chosen = None;
    state.panes.check = None;
    state.frozen = None;
    state.charts.for_a_new_run();
    for pane in [Pane::Checks, Pane::Numbers, Pane::Compiler, Pane::Output] {
        state.panes.scroll.remove(&pane);
    }
    let mut effects = vec![Effect::Check {
        run: id,
        exercise: state.session.current.clone(),
        remembered: false,
    }];
    effects.extend(attempts::to_lay_over(state));
    effects
}

fn went_by_itself(run: Option<&Run>) -> bool {
    run.is_some_and(|run| run.training.settled)
}

/// Goes to another exercise and checks it.
pub fn go(state: &mut State, name: String) -> Vec<Effect> {
    let kept = practice::keep(state);
    stop_all(state);
    state.screen = Screen::Watch;
    state.overlay = None;
    state.solution = None;
    state.attempts = None;
    state.previous = None;
    state.lesson.clear();
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
    state.run.take(event, state.now);
    if state.run.training.worth_watching()
        && matches!(state.run.phase, Phase::Stage(Stage::Running { .. }))
    {
        state.run.training.settled = true;
        if state.screen == Screen::Watch && state.overlay.is_none() {
            state.screen = Screen::Training;
            effects = attempts::to_lay_over(state);
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

/// Forgets the rest of the check of all exercises. Whoever calls it cancels or replaces the run.
pub fn stop_all(state: &mut State) {
    if let Some(all) = &mut state.all {
        all.at = None;
    }
}
