//! The question of an exercise that is asked before a run, and what the learner expects. Nothing ever waits for it.

use super::Session;
use crate::runner::outcome::Verdict;
use crate::runner::problem::Problem;
use crate::runner::progress::state::Prediction;
use crate::runner::words::screen::session as words;

/// How far the question of an exercise is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PredictionState {
    /// It can be answered.
    Open,
    /// It was answered, with this choice, counted from 0; a run has not told yet.
    Chosen(usize),
    /// It was answered, with this choice, and a run has told what happens.
    Told(usize),
}

impl Session {
    /// How far the question of the exercise is; `None` where there is none, or where it was never answered and the
    /// exercise has passed: what would happen is no question any more then.
    pub fn asked(&self, name: &str) -> Option<PredictionState> {
        let question = self.course.exercise(name)?.predict.as_ref()?;
        let record = self.store.state().exercises.get(name);
        let answered = record.and_then(|record| record.prediction.as_ref());
        // After an update it may be another question.
        let answered = answered.filter(|it| {
            it.ask == question.ask && (1..=question.choices.len()).contains(&it.choice)
        });
        match answered {
            Some(it) if it.told => Some(PredictionState::Told(it.choice - 1)),
            Some(it) => Some(PredictionState::Chosen(it.choice - 1)),
            None if record.is_some_and(|record| record.passed_once) => None,
            None => Some(PredictionState::Open),
        }
    }

    /// Keeps what the learner expects, a choice counted from 0. It may be changed until a run has told.
    pub fn predict(&mut self, name: &str, choice: usize) -> Result<(), Problem> {
        let question = self.known(name)?.predict.as_ref();
        let there = question.filter(|question| choice < question.choices.len());
        let (Some(question), Some(PredictionState::Open | PredictionState::Chosen(_))) =
            (there, self.asked(name))
        else {
            return Err(Problem::new(words::no_prediction(name), words::save()));
        };
        let prediction = Prediction {
            ask: question.ask.clone(),
            choice: choice + 1,
            told: false,
        };
        self.store
            .change(|state| state.record(name).prediction = Some(prediction.clone()))
    }

    /// Whether a run with this verdict tells what was asked: only one that came to the end of the learner's code.
    pub(super) fn tells(&self, name: &str, verdict: Verdict) -> bool {
        let ran = matches!(verdict, Verdict::Passed | Verdict::Failed);
        ran && matches!(self.asked(name), Some(PredictionState::Chosen(_)))
    }
}
