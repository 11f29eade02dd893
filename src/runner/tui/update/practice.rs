//! How much work goes into the current exercise.

use crate::runner::outcome::{Outcome, Verdict};
use crate::runner::session::Practice;
use crate::runner::tui::effect::Effect;
use crate::runner::tui::state::State;

/// Keeps the time that has come together for the current exercise.
pub fn keep(state: &mut State) -> Vec<Effect> {
    let seconds = state.activity.take();
    add(state, Practice { seconds, tries: 0 })
}

/// Keeps a try, and the time that went into it. A check that nobody saved a file for is none, and neither is one that
/// was stopped or found nothing written yet.
pub fn tried(state: &mut State, outcome: &Outcome) -> Vec<Effect> {
    let counts = state.run.saved
        && !outcome.verdict.is_hindered()
        && !matches!(
            outcome.verdict,
            Verdict::Piece | Verdict::Cancelled | Verdict::Todo
        );
    let seconds = state.activity.take();
    let tries = u64::from(counts);
    add(state, Practice { seconds, tries })
}

/// The screen knows it at once; the file follows.
fn add(state: &mut State, practice: Practice) -> Vec<Effect> {
    if practice.is_nothing() {
        return Vec::new();
    }
    let exercise = state.session.current.clone();
    let known = state.session.practice.entry(exercise.clone());
    known.or_default().add(practice);
    vec![Effect::Practice { exercise, practice }]
}
