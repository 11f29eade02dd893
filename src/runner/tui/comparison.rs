//! The selected attempt beside another one, or beside what the file says now.

use crate::runner::attempts::Attempt;
use crate::runner::curve::History;
use crate::runner::tui::attempts::Attempts;
use crate::runner::tui::place::Pane;
use crate::runner::tui::state::State;
use crate::runner::words::screen::training as words;

/// What an attempt is compared with.
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
    /// What the selected attempt is compared with.
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
            None => {
                let all = state.shown().trainings.all().iter();
                let training = self.selected().map(|selected| selected.training.as_str());
                let mut all = all.rev();
                let same = all.find(|it| Some(it.name.title().as_str()) == training);
                Against {
                    name: words::now().to_owned(),
                    number: None,
                    text: &self.text,
                    curves: same.map_or(Vec::new(), |same| same.kept.curves.clone()),
                }
            }
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
