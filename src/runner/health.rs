//! How healthy a training is: rules over what it reports, as one line each with the step and what to look at.
//!
//! A pure function of the reports. What the library noticed by itself (`report::Observation`) makes the lines about
//! gradients, parameters, activations and logits; the metrics make the lines about curves. A line is only said if it
//! holds by a margin that chance does not reach, and only the cause is said where one thing follows from another.

mod curves;
mod facts;
mod line;
mod series;

use std::collections::BTreeMap;

use self::facts::Facts;
use self::series::Series;
use crate::comparator::Trend;
use crate::report::{Observation, Report};
use crate::runner::outcome::HealthLine;
use crate::runner::text;
use crate::runner::words::health as words;
use crate::sheet::CurvePart;

/// Series kept; a program that names a new one at every step must not eat the memory.
const SERIES: usize = 24;

/// The reports of one training, as far as they say something about its health.
#[derive(Clone, Debug, Default)]
pub struct Health {
    /// The series that are declared: what each should do, and whether it is measured on held-out data.
    declared: Vec<CurvePart>,
    /// What was reported, by name.
    metrics: BTreeMap<String, Series>,
    /// The losses that the library saw, where none is reported.
    losses: Series,
    facts: Facts,
}

impl Health {
    /// That of a training whose check declares these series. Others are not watched: nobody knows what they should do.
    pub fn of(declared: &[CurvePart]) -> Health {
        Health {
            declared: declared.to_vec(),
            ..Health::default()
        }
    }

    /// Takes in a report.
    pub fn take(&mut self, report: &Report) {
        match report {
            Report::Metric {
                series,
                step,
                value,
            } => self.metric(series, *step, *value),
            Report::Observation(Observation::Losses { first, values }) => {
                for (step, value) in (*first..).zip(values) {
                    self.losses.push(step, *value);
                }
            }
            // A loss is measured with dropout on while it is trained with, and rightly so.
            Report::Observation(Observation::DropoutInEvaluation {
                series: Some(series),
                ..
            }) if !self.is_held_out(series) => {}
            Report::Observation(observation) => self.facts.take(observation),
            Report::Progress(_) | Report::Note(_) | Report::Frame(_) => {}
        }
    }

    fn metric(&mut self, series: &str, step: u64, value: f32) {
        if let Some(known) = self.metrics.get_mut(series) {
            known.push(step, value);
        } else if self.metrics.len() < SERIES {
            let mut new = Series::default();
            new.push(step, value);
            self.metrics.insert(series.to_owned(), new);
        }
    }

    /// Whether a series is declared to be about data that is not trained on.
    fn is_held_out(&self, series: &str) -> bool {
        let mut declared = self.declared.iter();
        declared.any(|part| part.series == series && part.is_held_out)
    }

    /// The program was ended, and goes on from what it saved.
    pub fn go_on(&mut self) {
        self.facts.go_on();
    }

    /// What is not well, causes before what follows from them. While the training runs, what takes time to be sure of
    /// is not said yet; once it has `ended`, what was seen has to do.
    pub fn lines(&self, ended: bool) -> Vec<HealthLine> {
        let (name, loss) = match self.find(false, Trend::Falls) {
            Some((name, loss)) if name != "loss" => (words::series(text::line(name)), loss),
            Some((_, loss)) => (words::the_loss().to_owned(), loss),
            None => (words::the_loss().to_owned(), &self.losses),
        };
        let mut lines = self.facts.lines(ended);
        let curves = curves::Curves {
            loss,
            loss_name: name,
            accuracy: self.find(false, Trend::Rises).map(|it| it.1),
            held_out_loss: self.find(true, Trend::Falls).map(|it| it.1),
            held_out_accuracy: self.find(true, Trend::Rises).map(|it| it.1),
            facts: &self.facts,
        };
        lines.extend(curves.lines(ended, lines.is_empty()));
        lines
    }

    /// The first declared series with this trend that was reported, with its name: about what is trained on or about what
    /// is held out. What the training is given is none.
    fn find(&self, held_out: bool, trend: Trend) -> Option<(&str, &Series)> {
        let mut declared = self.declared.iter();
        declared.find_map(|part| {
            let fits = part.is_held_out == held_out
                && part.comparator.trend() == trend
                && !part.is_setting;
            let found = self.metrics.get(&part.series).filter(|_| fits)?;
            Some((part.series.as_str(), found))
        })
    }
}

/// The health of all trainings of one check, one after the other.
#[derive(Debug, Default)]
pub struct Checkup {
    /// The training that is running, if one is.
    running: Option<Health>,
    /// Metrics since the lines were last worked out.
    waiting: usize,
    /// The lines that were told of this training.
    told: Vec<HealthLine>,
    /// The lines of the trainings that have ended, each kind once.
    found: Vec<HealthLine>,
}

impl Checkup {
    /// A training begins, of a check that declares these series.
    pub fn begin(&mut self, declared: &[CurvePart]) {
        *self = Checkup {
            running: Some(Health::of(declared)),
            found: std::mem::take(&mut self.found),
            ..Checkup::default()
        };
    }

    /// The program of the training that is running was ended, and goes on from what it saved.
    pub fn go_on(&mut self) {
        if let Some(health) = &mut self.running {
            health.go_on();
        }
    }

    /// Takes in a report of the training that is running. Gives its lines where they have changed.
    pub fn take(&mut self, report: &Report) -> Option<Vec<HealthLine>> {
        /// Metrics between two looks at the curves: the library reports too, four times a second.
        const OFTEN: usize = 1000;
        let health = self.running.as_mut()?;
        health.take(report);
        self.waiting += 1;
        let urgent = match report {
            Report::Metric { value, .. } => !value.is_finite() && self.told.is_empty(),
            Report::Observation(_) => true,
            _ => false,
        };
        if !urgent && self.waiting < OFTEN {
            return None;
        }
        self.tell(false)
    }

    /// The training has ended. Gives its lines where they have changed.
    pub fn end(&mut self) -> Option<Vec<HealthLine>> {
        let news = self.tell(true);
        if self.running.take().is_some() {
            for line in &self.told {
                if self.found.iter().all(|known| known.kind != line.kind) {
                    self.found.push(line.clone());
                }
            }
        }
        news
    }

    /// What was found in all trainings, each kind once.
    pub fn found(&mut self) -> Vec<HealthLine> {
        self.end();
        std::mem::take(&mut self.found)
    }

    fn tell(&mut self, ended: bool) -> Option<Vec<HealthLine>> {
        self.waiting = 0;
        let lines = self.running.as_ref()?.lines(ended);
        (lines != self.told).then(|| {
            self.told.clone_from(&lines);
            lines
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_training_that_goes_on_need_not_begin_by_guessing() {
        let first = Report::Observation(Observation::FirstLoss {
            classes: 10,
            examples: 32,
            loss: 0.4,
        });
        let mut begun = Health::default();
        begun.take(&first);
        assert_eq!(begun.lines(true).len(), 1);
        let mut gone_on = Health::default();
        gone_on.go_on();
        gone_on.take(&first);
        assert_eq!(gone_on.lines(true), []);
    }
}
