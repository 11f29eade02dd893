//! One run of the current exercise's check, from its request to its verdict.

use std::sync::Arc;
use std::time::Duration;

use crate::report::Report;
use crate::runner::countdown::Left;
use crate::runner::event::{CheckEvent, CompilerMessage, Level, Stage};
use crate::runner::outcome::{CheckOutcome, CheckState, Outcome, Verdict};
use crate::runner::tui::event::RunId;
use crate::runner::tui::output::{Output, Source};
use crate::runner::tui::training::Training;

/// Compiler messages kept; rustc itself stops long before.
const MESSAGES: usize = 100;

/// Where the run is.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Phase {
    /// Nothing was asked for yet.
    #[default]
    Idle,
    /// Asked for; no stage yet.
    Starting,
    /// Running.
    Stage(Stage),
    /// Over.
    Ended(Outcome),
}

/// A run.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Run {
    /// Its number.
    pub id: RunId,
    /// Where it is.
    pub phase: Phase,
    /// Whether a save asked for it, so that it counts as a try.
    pub saved: bool,
    /// The text that it is about, once that was read.
    pub text: Option<Arc<[u8]>>,
    /// When it was asked for.
    pub began: Duration,
    /// Crates done, crates in all, and the last one, during a long build.
    pub compiled: Option<(usize, usize, String)>,
    /// What is left of the budget of what is running, once more than half of it is used.
    pub left: Option<Left>,
    /// What rustc said.
    pub messages: Vec<CompilerMessage>,
    /// The checks that were judged.
    pub checks: Vec<CheckOutcome>,
    /// What the program printed.
    pub output: Output,
    /// What it reported.
    pub training: Training,
    /// Whether it told what the learner had predicted.
    pub told: bool,
    /// The other exercises that were saved while it went on: it may have read an earlier text of them.
    pub meanwhile: Vec<String>,
}

impl Run {
    /// A run that was just asked for.
    pub fn start(id: RunId, now: Duration) -> Run {
        Run {
            id,
            phase: Phase::Starting,
            began: now,
            ..Run::default()
        }
    }

    /// Takes in what happened.
    pub fn take(&mut self, event: CheckEvent, now: Duration) {
        match event {
            CheckEvent::Text(text) => self.text = Some(text),
            CheckEvent::Stage(stage) => {
                // The crates of one build say nothing about the next one.
                if matches!(stage, Stage::Building | Stage::BuildingReference) {
                    self.compiled = None;
                }
                self.phase = Phase::Stage(stage);
                self.left = None;
            }
            CheckEvent::Budget(left) => self.left = Some(left),
            CheckEvent::Compiled { done, of, package } => self.compiled = Some((done, of, package)),
            CheckEvent::Compiler(message) => {
                if self.messages.len() < MESSAGES {
                    self.messages.push(message);
                }
            }
            CheckEvent::Built(_) => self.compiled = None,
            CheckEvent::Printed { stream, line } => {
                self.output.push(Source::Printed(stream), &line);
            }
            CheckEvent::Dropped(lines) => self.output.drop_lines(lines),
            CheckEvent::Report(Report::Note(note)) => self.output.push(Source::Note, &note),
            CheckEvent::Report(report) => self.training.take(report, now),
            CheckEvent::Health(lines) => self.training.health = lines,
            CheckEvent::Reports(reports) => {
                for report in reports {
                    self.take(CheckEvent::Report(report), now);
                }
            }
            CheckEvent::Series(declared) => self.training.declare(declared),
            CheckEvent::ReferenceCurves(curves) => self.training.take_reference(&curves),
            // Nobody tries anything out in a check.
            CheckEvent::Tried(_) | CheckEvent::Said(_) | CheckEvent::Listening => {}
            CheckEvent::Judged(check) => {
                match self
                    .checks
                    .iter_mut()
                    .find(|known| known.name == check.name)
                {
                    Some(known) => *known = check,
                    None => self.checks.push(check),
                }
            }
            CheckEvent::Finished(outcome) => {
                self.checks.clone_from(&outcome.checks);
                self.phase = Phase::Ended(outcome);
            }
        }
    }

    /// Whether its verdict is, or will be, about this text.
    pub fn is_about(&self, text: &[u8]) -> bool {
        let is_stopped =
            matches!(&self.phase, Phase::Ended(outcome) if outcome.verdict == Verdict::Cancelled);
        !is_stopped && self.text.as_deref() == Some(text)
    }

    /// Whether it has not come to its end.
    pub fn is_running(&self) -> bool {
        matches!(self.phase, Phase::Starting | Phase::Stage(_))
    }

    /// What came of it.
    pub fn outcome(&self) -> Option<&Outcome> {
        match &self.phase {
            Phase::Ended(outcome) => Some(outcome),
            _ => None,
        }
    }

    /// Whether there is nothing in it to look at yet, so that the result before it is still worth showing.
    pub fn is_blank(&self) -> bool {
        self.is_running()
            && self.checks.is_empty()
            && self.counted().0 == 0
            && self.compiled.is_none()
            && self.output.is_empty()
            && self.training.is_empty()
    }

    /// Whether what the compiler said is worth a pane. That nothing is used in a function that is not written yet is no
    /// news, and warnings can wait for the verdict: otherwise they would come and go on every save.
    pub fn has_news_of_the_compiler(&self) -> bool {
        let told = self
            .outcome()
            .is_some_and(|outcome| outcome.verdict != Verdict::Todo);
        self.counted().0 > 0 || (told && !self.messages.is_empty())
    }

    /// Errors and warnings of the compiler.
    pub fn counted(&self) -> (usize, usize) {
        let errors = self
            .messages
            .iter()
            .filter(|message| message.level == Level::Error)
            .count();
        (errors, self.messages.len() - errors)
    }

    /// The position of the first check that is neither passed nor skipped.
    pub fn first_bad(&self) -> Option<usize> {
        self.checks
            .iter()
            .position(|check| !matches!(check.state, CheckState::Passed | CheckState::Skipped))
    }

    /// The line in the learner's file that the compiler complained about first, errors before warnings.
    pub fn line(&self) -> Option<usize> {
        if !self.has_news_of_the_compiler() {
            return None;
        }
        let of = |level| {
            self.messages
                .iter()
                .filter(move |message| message.level == level)
                .find_map(|message| message.line)
        };
        of(Level::Error).or_else(|| of(Level::Warning))
    }
}
