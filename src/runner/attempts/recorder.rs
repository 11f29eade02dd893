//! Listens to one check and keeps what an attempt needs: the text that was built, the verdict, the curves.

use std::sync::Arc;
use std::time::SystemTime;

use super::archive::Archive;
use crate::report::{Curve, Report};
use crate::runner::course::Course;
use crate::runner::curve::History;
use crate::runner::event::{CheckEvent, Level};
use crate::runner::outcome::{CheckOutcome, Outcome, Verdict};
use crate::runner::problem::Problem;
use crate::runner::trainings::Trainings;
use crate::runner::words::screen::attempts as words;
use crate::runner::workspace::file;
use crate::sheet::CurvePart;

/// Curves kept; a program that names a new series at every step must not fill the disk.
const SERIES: usize = 8;
/// Stretches of a curve; each has two points.
const STRETCHES: usize = 60;
/// Characters kept of a sentence.
const MESSAGE: usize = 300;
/// Characters kept of the name of a series.
const NAME: usize = 60;

/// A text that was judged.
#[derive(Clone, Debug, PartialEq)]
pub struct Judged {
    /// The text.
    pub text: Vec<u8>,
    /// What came of it.
    pub verdict: Verdict,
    /// When.
    pub at: SystemTime,
    /// The first sentence that says why it does not pass.
    pub message: String,
    /// The name of the training that is worth looking at first, or empty.
    pub training: String,
    /// What it reported, thinned.
    pub curves: Vec<Curve>,
    /// What the check declares of it.
    pub declared: Vec<CurvePart>,
}

/// Listens to one check, from just before its build.
#[derive(Debug)]
pub struct Recorder {
    archive: Option<Archive>,
    /// The text that is being judged.
    text: Option<Arc<[u8]>>,
    built: bool,
    /// What rustc complained about first.
    complaint: Option<String>,
    trainings: Trainings<Reported>,
    judged: Option<Judged>,
}

/// What one training reported.
#[derive(Debug, Default, PartialEq)]
struct Reported {
    curves: Vec<History>,
    declared: Vec<CurvePart>,
}

impl Reported {
    /// Whether a curve has more than one point.
    fn moves(&self) -> bool {
        self.curves.iter().any(History::moves)
    }
}

impl Recorder {
    /// A recorder for a check of the exercise `name` that has not begun.
    pub fn begin(course: &Course, name: &str) -> Recorder {
        Recorder {
            // Only what is in the course becomes part of a path.
            archive: course
                .exercise(name)
                .map(|exercise| Archive::of(course, exercise)),
            text: None,
            built: false,
            complaint: None,
            trainings: Trainings::default(),
            judged: None,
        }
    }

    /// Takes in what happened.
    pub fn hear(&mut self, event: &CheckEvent) {
        match event {
            CheckEvent::Text(text) => self.text = Some(Arc::clone(text)),
            CheckEvent::Built(_) => self.built = true,
            CheckEvent::Compiler(message) if message.level == Level::Error => {
                let said = message.in_words.as_ref().unwrap_or(&message.summary);
                self.complaint.get_or_insert_with(|| match message.line {
                    Some(line) => format!("{} {said}", words::line(line)),
                    None => said.clone(),
                });
            }
            CheckEvent::Training(begun) => {
                self.trainings.begin(begun.name.clone());
                self.trainings
                    .reporting()
                    .declared
                    .clone_from(&begun.declared);
            }
            CheckEvent::Shows => self.trainings.show(Reported::moves),
            CheckEvent::Judged(check) => self.trainings.judged(check),
            CheckEvent::Report(Report::Metric {
                series,
                step,
                value,
            }) => self.metric(series, *step, *value),
            CheckEvent::Reports(reports) => {
                for report in reports {
                    if let Report::Metric {
                        series,
                        step,
                        value,
                    } = report
                    {
                        self.metric(series, *step, *value);
                    }
                }
            }
            CheckEvent::Finished(outcome) => self.finished(outcome),
            _ => {}
        }
    }

    /// Puts what was heard into the archive, and says under which number. `None` where there is nothing to keep: the
    /// check was stopped, or there was no text.
    pub fn keep(&mut self) -> Result<Option<u32>, Problem> {
        let (Some(archive), Some(judged)) = (&self.archive, self.judged.take()) else {
            return Ok(None);
        };
        archive
            .keep(&judged)
            .map_err(|error| file::problem(words::not_kept(), archive.folder(), &error))
    }

    fn metric(&mut self, series: &str, step: u64, value: f32) {
        let series: String = series.chars().take(NAME).collect();
        let curves = &mut self.trainings.reporting().curves;
        if let Some(curve) = curves.iter_mut().find(|curve| curve.series == series) {
            curve.push(step, value);
        } else if curves.len() < SERIES {
            let mut curve = History::new(&series);
            curve.push(step, value);
            curves.push(curve);
        }
    }

    fn finished(&mut self, outcome: &Outcome) {
        // What was not built was not judged either, unless it was the compiler that refused it.
        match outcome.verdict {
            Verdict::Piece | Verdict::Cancelled => return,
            verdict if verdict.is_hindered() => return,
            Verdict::CompileError => {}
            _ if !self.built => return,
            _ => {}
        }
        let Some(text) = self.text.take() else {
            return;
        };
        let foremost = self.trainings.foremost(true, Reported::moves);
        let curves = foremost.kept.curves.iter().map(|history| Curve {
            series: history.series.clone(),
            points: history.thinned(STRETCHES),
        });
        self.judged = Some(Judged {
            text: text.to_vec(),
            verdict: outcome.verdict,
            at: SystemTime::now(),
            message: self.message(outcome),
            training: foremost.name.title().chars().take(NAME).collect(),
            curves: curves.filter(|curve| !curve.points.is_empty()).collect(),
            declared: foremost.kept.declared.clone(),
        });
    }

    fn message(&self, outcome: &Outcome) -> String {
        // That something is not written yet is no reason; that something else fails is one.
        let fails = outcome.checks.iter().any(CheckOutcome::fails);
        if outcome.verdict == Verdict::Passed || (outcome.verdict == Verdict::Todo && !fails) {
            return String::new();
        }
        let diagnosed = outcome
            .checks
            .iter()
            .find_map(|check| check.diagnosis.as_ref());
        let said = diagnosed
            .map(|diagnosis| diagnosis.message.as_str())
            .or(self.complaint.as_deref())
            .or(outcome.message.as_deref());
        let line = said
            .and_then(|text| text.lines().next())
            .unwrap_or_default();
        line.chars().take(MESSAGE).collect()
    }
}

#[cfg(test)]
mod tests;
