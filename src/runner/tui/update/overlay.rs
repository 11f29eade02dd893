//! The curves of earlier attempts that are laid over those of a training.

use crate::runner::attempts::Attempt;
use crate::runner::tui::effect::Effect;
use crate::runner::tui::place::Screen;
use crate::runner::tui::state::State;
use crate::runner::tui::training;
use crate::runner::words::screen::training as names;

/// Earlier attempts that can be laid over the curves of a training: whoever goes through more of them loses count.
const LAID_OVER: usize = 8;

/// Reads the attempts whose curves can be laid over those of this run, where there are any.
pub fn to_lay_over(state: &State) -> Vec<Effect> {
    let wanted = state.session.attempts && state.screen == Screen::Training;
    let read = wanted.then(|| Effect::Attempts(state.session.current.clone()));
    read.into_iter().collect()
}

/// The curves that the attempts with another text than the one that runs have of a training, the newest first.
fn earlier(attempts: &[Attempt], text: &str, training: &str) -> Vec<training::Overlay> {
    let earlier = attempts
        .iter()
        .filter(|attempt| attempt.training == training)
        .filter(|attempt| !attempt.curves.is_empty() && attempt.text != text)
        .take(LAID_OVER)
        .map(|attempt| {
            let title = names::attempt(attempt.summary.number);
            training::Overlay::of(&title, &attempt.curves)
        });
    earlier.collect()
}

/// Lays the curves of the attempts that were read over those of this run's trainings.
pub fn lay_over(state: &mut State) {
    let Some(read) = &state.attempts else {
        return;
    };
    for training in state.run.trainings.all_mut() {
        training.kept.earlier = earlier(&read.list, &read.text, &training.name.title());
    }
    if let Some(frozen) = &mut state.frozen {
        let shown = state.run.training();
        frozen.earlier.clone_from(&shown.kept.earlier);
    }
}
