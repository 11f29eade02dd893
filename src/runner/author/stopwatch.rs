//! How much of its budget a solved exercise needs.

use std::time::{Duration, Instant};

use crate::runner::course::Budget;
use crate::runner::event::{CheckEvent, Stage};
use crate::sheet::{Check, CheckKind};

/// The least time that was needed, over all seeds.
///
/// A machine that does something else at the same time makes a run longer and never shorter, so the shortest one says
/// what the exercise needs.
#[derive(Default)]
pub struct Stopwatch {
    cases: Option<Duration>,
    training: Option<Duration>,
    running: Option<(Instant, bool)>,
    these_cases: Duration,
    this_training: Option<Duration>,
}

/// How a measured time stands to its budget.
pub struct Used {
    /// What was measured.
    pub what: &'static str,
    /// What it needs.
    pub took: Duration,
    /// What it has.
    pub budget: Duration,
    /// The key in `info.toml`.
    pub key: &'static str,
}

impl Used {
    /// As a clause.
    pub fn in_words(&self) -> String {
        format!(
            "it needs {:.1} s for {} and has {} s",
            self.took.as_secs_f64(),
            self.what,
            self.budget.as_secs()
        )
    }
}

impl Stopwatch {
    /// A run begins.
    pub fn start(&mut self) {
        self.these_cases = Duration::ZERO;
        self.this_training = None;
        self.running = Some((Instant::now(), false));
    }

    /// Something happens in it. A training says when each of its cases begins, the others say it once.
    pub fn hear(&mut self, event: &CheckEvent, sheet: &[Check]) {
        if let CheckEvent::Stage(Stage::Running { check, .. }) = event {
            let trains = sheet
                .iter()
                .any(|other| other.name == *check && other.kind == CheckKind::Training);
            self.lap();
            self.running = Some((Instant::now(), trains));
        }
    }

    /// It has ended.
    pub fn stop(&mut self) {
        self.lap();
        let cases = self.these_cases;
        self.cases = Some(self.cases.map_or(cases, |least| least.min(cases)));
        if let Some(training) = self.this_training {
            self.training = Some(self.training.map_or(training, |least| least.min(training)));
        }
    }

    fn lap(&mut self) {
        match self.running.take() {
            Some((since, true)) => {
                let took = since.elapsed();
                self.this_training = Some(self.this_training.map_or(took, |most| most.max(took)));
            }
            Some((since, false)) => self.these_cases += since.elapsed(),
            None => {}
        }
    }

    /// What was measured, beside what is allowed.
    pub fn used(&self, budget: Budget) -> impl Iterator<Item = Used> {
        let cases = self.cases.map(|took| Used {
            what: "all cases together",
            took,
            budget: budget.run,
            key: "run_seconds",
        });
        let training = self.training.map(|took| Used {
            what: "its longest training",
            took,
            budget: budget.training,
            key: "training_seconds",
        });
        cases.into_iter().chain(training)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_quickest_run_says_what_an_exercise_needs() {
        let seconds = Duration::from_secs;
        let mut watch = Stopwatch::default();
        for (cases, training) in [(3, Some(9)), (2, Some(7)), (5, None)] {
            watch.these_cases = seconds(cases);
            watch.this_training = training.map(seconds);
            watch.stop();
        }
        let budget = Budget {
            build: seconds(1),
            run: seconds(10),
            training: seconds(60),
        };
        let used: Vec<_> = watch
            .used(budget)
            .map(|used| (used.took, used.budget))
            .collect();
        assert_eq!(used, [(seconds(2), seconds(10)), (seconds(7), seconds(60))]);
    }
}
