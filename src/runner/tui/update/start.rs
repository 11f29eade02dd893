//! Beginning a run of the current exercise, and stopping what runs.

use crate::runner::tui::effect::Effect;
use crate::runner::tui::event::RunId;
use crate::runner::tui::place::{Pane, Screen};
use crate::runner::tui::run::{Phase, Run};
use crate::runner::tui::state::State;
use crate::runner::tui::update::overlay;

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
    effects.extend(overlay::to_lay_over(state));
    effects
}

fn went_by_itself(run: Option<&Run>) -> bool {
    run.is_some_and(|run| run.settled)
}

/// Forgets the rest of the check of all exercises. Whoever calls it cancels or replaces the run.
pub fn stop_all(state: &mut State) {
    if let Some(all) = &mut state.all {
        all.at = None;
    }
}
