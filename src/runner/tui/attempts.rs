//! The attempts at the current exercise, as the screen knows them.

use std::time::SystemTime;

use crate::runner::attempts::Attempt;
use crate::runner::curve::History;
use crate::runner::tui::place::Pane;
use crate::runner::tui::state::State;
use crate::runner::words::screen::training as words;

/// The attempts that were read.
#[derive(Clone, Debug, PartialEq)]
pub struct Attempts {
    /// The newest first.
    pub list: Vec<Attempt>,
    /// The learner's text as it was when they were read.
    pub text: String,
    /// When they were read.
    pub now: SystemTime,
    /// The row that is selected.
    pub at: usize,
    /// The number of the attempt that the others are held against; `None` is the learner's text.
    pub against: Option<u32>,
    /// The pane that was chosen.
    pub chosen: Pane,
}

/// What an attempt is held against.
#[derive(Clone, Debug, PartialEq)]
pub struct Against<'a> {
    /// What it is called.
    pub name: String,
    /// The number of the attempt; `None` is the learner's text.
    pub number: Option<u32>,
    /// Its text.
    pub text: &'a str,
    /// Its curves.
    pub curves: Vec<History>,
}

impl Attempts {
    /// The attempt that is selected.
    pub fn selected(&self) -> Option<&Attempt> {
        self.list.get(self.at)
    }

    /// Moves the selection.
    pub fn step(&mut self, by: isize) {
        let last = self.list.len().saturating_sub(1);
        self.at = self.at.saturating_add_signed(by).min(last);
    }

    /// What the selected attempt is held against.
    pub fn against(&self, state: &State) -> Against<'_> {
        let marked = self
            .list
            .iter()
            .find(|attempt| Some(attempt.summary.number) == self.against);
        match marked {
            Some(attempt) => Against {
                name: words::attempt(attempt.summary.number),
                number: Some(attempt.summary.number),
                text: &attempt.text,
                curves: histories(attempt),
            },
            None => Against {
                name: words::now().to_owned(),
                number: None,
                text: &self.text,
                curves: state.shown().training.curves.clone(),
            },
        }
    }

    /// The panes that have something to show.
    pub fn panes(&self, state: &State) -> Vec<Pane> {
        let mut panes = vec![Pane::Attempts, Pane::Changes];
        let has_curves = self
            .selected()
            .is_some_and(|selected| !selected.curves.is_empty());
        if has_curves || !self.against(state).curves.is_empty() {
            panes.push(Pane::Curves);
        }
        panes
    }

    /// The pane that is looked at.
    pub fn looked_at(&self, state: &State) -> Pane {
        if self.panes(state).contains(&self.chosen) {
            self.chosen
        } else {
            Pane::Attempts
        }
    }
}

/// The curves of an attempt, to be drawn.
pub fn histories(attempt: &Attempt) -> Vec<History> {
    let curves = attempt.curves.iter().map(|curve| {
        let mut history = History::new(&curve.series);
        for (step, value) in &curve.points {
            history.push(*step, *value);
        }
        history
    });
    curves.collect()
}
