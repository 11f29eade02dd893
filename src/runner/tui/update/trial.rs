//! Using what was built: beginning it, what is typed for it, what happens in it, and its end.

use crate::runner::event::CheckEvent;
use crate::runner::outcome::Verdict;
use crate::runner::tui::action::Action;
use crate::runner::tui::effect::Effect;
use crate::runner::tui::event::{Ending, RunId, TrialEvent};
use crate::runner::tui::notice::Notice;
use crate::runner::tui::place::{Pane, Screen};
use crate::runner::tui::run::Run;
use crate::runner::tui::state::State;
use crate::runner::tui::talk::Voice;
use crate::runner::tui::trial::{Phase, Trial};
use crate::runner::tui::update::start;
use crate::runner::words::screen::trial as words;

/// Carries out an action of this screen.
pub fn act(state: &mut State, action: Action) -> Vec<Effect> {
    if action == Action::Use {
        open(state);
        return Vec::new();
    }
    let Some(trial) = &mut state.trial else {
        return Vec::new();
    };
    match (action, &trial.phase) {
        (Action::Send, Phase::Files | Phase::Over(_)) => begin(state),
        (Action::Send, _) => {
            trial.enter();
            // Whoever answers wants to see what comes of it.
            state.panes.scroll.remove(&Pane::Talk);
            give(state)
        }
        (Action::EndLines, _) => {
            if !trial.line.is_empty() {
                trial.enter();
            }
            trial.closed = true;
            give(state)
        }
        (Action::Erase, _) => {
            if let Some(line) = trial.typing() {
                line.pop();
            }
            Vec::new()
        }
        (Action::EraseLine, _) => {
            if let Some(line) = trial.typing() {
                line.clear();
            }
            Vec::new()
        }
        _ => Vec::new(),
    }
}

/// Shows the screen. The files that were typed for this exercise the last time stand there again.
fn open(state: &mut State) {
    let name = state.meant();
    let before = state.trial.take().filter(|trial| trial.name == name);
    let trial = Trial {
        files: before.map_or_else(String::new, |before| before.files),
        ..Trial::of(name, state.screen)
    };
    state.trial = Some(trial);
    state.screen = Screen::Trial;
    state.overlay = None;
    state.panes.zoomed = false;
    state.panes.scroll.remove(&Pane::Talk);
    // Looked at like a new run: what is drawn here is another one.
    state.frozen = None;
    state.charts.for_a_new_run();
}

/// Begins it, or waits for the check of the exercise that runs.
fn begin(state: &mut State) -> Vec<Effect> {
    let Some(trial) = &mut state.trial else {
        return Vec::new();
    };
    *trial = trial.again();
    state.panes.scroll.remove(&Pane::Talk);
    state.charts.for_a_new_run();
    if trial.name == state.session.current && state.run.is_running() {
        trial.phase = Phase::Waiting;
        return Vec::new();
    }
    start(state)
}

fn start(state: &mut State) -> Vec<Effect> {
    let gives_way = state.run.is_running();
    // One program at a time: going on with the others would end this one.
    start::stop_all(state);
    let id = start::number(state);
    let Some(trial) = &mut state.trial else {
        return Vec::new();
    };
    trial.phase = Phase::Running;
    trial.run = Run::start(id, state.now);
    if gives_way {
        trial.unchecked.get_or_insert(false);
    }
    vec![Effect::Try {
        run: id,
        exercise: trial.name.clone(),
        files: trial.files.clone(),
    }]
}

/// The check of the current exercise has ended with this verdict: what waits for it begins, or is told that it cannot.
pub fn checked(state: &mut State, verdict: Verdict) -> Vec<Effect> {
    let waits = state
        .trial
        .as_ref()
        .is_some_and(|trial| trial.phase == Phase::Waiting && trial.name == state.session.current);
    match (waits, verdict) {
        (false, _) => Vec::new(),
        (true, Verdict::Passed) => start(state),
        (true, _) => end(state, Ending::NotPassing),
    }
}

/// A letter was typed.
pub fn letter(state: &mut State, letter: char) {
    let Some(trial) = &mut state.trial else {
        return;
    };
    if trial.letter(letter) {
        return;
    }
    let why = match trial.phase {
        Phase::Over(_) => words::over(state.key(Action::Send), state.key(Action::Back)),
        _ => return,
    };
    state.notice = Some(Notice::good(why));
}

/// Gives the next line to the program where it waits for one.
fn give(state: &mut State) -> Vec<Effect> {
    let trial = state.trial.as_mut().filter(|trial| trial.is_running());
    let line = trial.and_then(Trial::next_line);
    line.map(Effect::Line).into_iter().collect()
}

/// Takes in what happened; what belongs to an earlier time is ignored.
pub fn happened(state: &mut State, run: RunId, event: TrialEvent) -> Vec<Effect> {
    let now = state.now;
    let trial = state.trial.as_mut();
    let Some(trial) = trial.filter(|trial| trial.is_running() && trial.run.id == run) else {
        return Vec::new();
    };
    match event {
        TrialEvent::NoFiles(problem) => {
            trial.phase = Phase::Files;
            let mend = words::mend_the_files(problem.next, state.key(Action::Send));
            tell(state, false, &problem.what);
            tell(state, false, &mend);
            then_check(state)
        }
        TrialEvent::Check(event) => {
            let outcome = match &*event {
                CheckEvent::Finished(outcome) => Some(outcome.clone()),
                _ => None,
            };
            trial.take(*event, now);
            let mut effects = give(state);
            if let Some(outcome) = outcome.filter(|it| it.verdict != Verdict::Cancelled) {
                state.results.insert(outcome.name.clone(), outcome.clone());
                effects.push(Effect::Record(outcome));
            }
            effects
        }
        TrialEvent::Over(ending) => end(state, ending),
    }
}

fn tell(state: &mut State, good: bool, lines: &str) {
    if let Some(trial) = &mut state.trial {
        trial.talk.tell(Voice::End(good), lines);
    }
}

/// It has ended: how is told, and a save that came meanwhile is checked.
fn end(state: &mut State, ending: Ending) -> Vec<Effect> {
    let Some(trial) = &mut state.trial else {
        return Vec::new();
    };
    trial.phase = Phase::Over(ending.clone());
    trial.listens = false;
    let (name, from) = (trial.name.clone(), trial.from);
    let key = |action| state.key(action);
    let told = match &ending {
        Ending::Done => words::done(key(Action::Send)),
        Ending::Nothing => words::nothing(&name),
        Ending::NotPassing if from == Screen::Map => {
            words::not_passing_there(&name, key(Action::Back), key(Action::Open))
        }
        Ending::NotPassing => words::not_passing(&name, key(Action::Back), key(Action::Rerun)),
        Ending::Failed(why) => why.clone(),
    };
    tell(state, ending == Ending::Done, &told);
    then_check(state)
}

/// Checks what is still to be checked.
fn then_check(state: &mut State) -> Vec<Effect> {
    let unchecked = state
        .trial
        .as_mut()
        .and_then(|trial| trial.unchecked.take());
    let Some(saved) = unchecked else {
        return Vec::new();
    };
    let effects = start::begin(state);
    state.run.saved = saved;
    effects
}

/// The exercise was saved, or a piece that it waits for. Whether that is kept for later: what is in use goes on.
pub fn saved(state: &mut State) -> bool {
    let trial = state.trial.as_mut().filter(|trial| trial.is_running());
    let Some(trial) = trial else {
        return false;
    };
    trial.unchecked = Some(true);
    state.notice = Some(Notice::good(words::saved()).staying());
    true
}

/// Goes back to where one came from, and stops what is in use.
pub fn leave(state: &mut State) -> Vec<Effect> {
    state.screen = Screen::Watch;
    state.charts.for_a_new_run();
    let Some(trial) = &mut state.trial else {
        return Vec::new();
    };
    state.screen = trial.from;
    let was_running = trial.is_running();
    *trial = trial.again();
    let check = then_check(state);
    // A check that begins takes its place.
    match was_running && check.is_empty() {
        true => vec![Effect::Cancel],
        false => check,
    }
}
