//! One run of the current exercise's check, from its request to its verdict.

use std::sync::Arc;
use std::time::Duration;

use crate::report::Report;
use crate::runner::countdown::Left;
use crate::runner::event::{CheckEvent, CompilerMessage, Level, Stage};
use crate::runner::outcome::{CheckOutcome, CheckState, Outcome, Verdict};
use crate::runner::trainings::{Named, Trainings};
use crate::runner::tui::event::RunId;
use crate::runner::tui::output::{Output, Source};
use crate::runner::tui::training::RunReports;

/// Compiler messages kept; rustc itself stops long before.
const MESSAGES: usize = 100;
/// What streams for longer than this is a training one wants to watch; a shorter one would only flash by.
const WORTH_WATCHING: Duration = Duration::from_millis(400);

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
    /// Crates done, crates in all, and the one that is being compiled, during a long build.
    pub compiled: Option<(usize, usize, String)>,
    /// How long the crates of that build have been compiled.
    pub compiling: Duration,
    /// What is left of the budget of what is running, once more than half of it is used.
    pub left: Option<Left>,
    /// What rustc said.
    pub messages: Vec<CompilerMessage>,
    /// The checks that were judged.
    pub checks: Vec<CheckOutcome>,
    /// What the program printed.
    pub output: Output,
    /// What its trainings reported, each on its own.
    pub trainings: Trainings<RunReports>,
    /// The number of the one that a key went to.
    pub chosen: Option<usize>,
    /// When the first report came.
    pub reporting: Option<Duration>,
    /// Whether the screen went to the training by itself, or was sent away from it: either way it will not go again.
    pub settled: bool,
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
            CheckEvent::Compiled {
                done,
                of,
                package,
                spent,
            } => {
                self.compiled = Some((done, of, package));
                self.compiling = spent;
            }
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
            CheckEvent::Report(report) => {
                self.reporting.get_or_insert(now);
                self.trainings.reporting().take(report, now);
            }
            CheckEvent::Health(lines) => self.trainings.reporting().health = lines,
            CheckEvent::Reports(reports) => {
                for report in reports {
                    self.take(CheckEvent::Report(report), now);
                }
            }
            CheckEvent::Training(begun) => {
                self.trainings.begin(begun.name);
                let training = self.trainings.reporting();
                training.begin(begun.declared, &begun.reference);
            }
            // Nobody tries anything out in a check.
            CheckEvent::Tried(_) | CheckEvent::Said(_) | CheckEvent::Listening => {}
            CheckEvent::Shows => self.trainings.show(RunReports::charts_move),
            CheckEvent::Judged(check) => {
                self.trainings.judged(&check);
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

    /// The training to look at: the one that a key went to, or the foremost one.
    pub fn training(&self) -> &Named<RunReports> {
        let mut all = self.trainings.all().iter();
        let chosen = self.chosen;
        let chosen = chosen.and_then(|chosen| all.find(|it| it.number == chosen));
        let is_over = !self.is_running();
        chosen.unwrap_or_else(|| self.trainings.foremost(is_over, RunReports::charts_move))
    }

    /// Goes to the next training that has something to see, or to the one before; after the last one comes the first.
    pub fn go_to_training(&mut self, next: bool) {
        let to_see = |it: &&Named<RunReports>| !it.kept.is_empty();
        let numbers: Vec<usize> = self
            .trainings
            .all()
            .iter()
            .filter(to_see)
            .map(|it| it.number)
            .collect();
        let now = self.training().number;
        let after = numbers.iter().find(|number| **number > now);
        let before = numbers.iter().rfind(|number| **number < now);
        self.chosen = match next {
            true => after.or(numbers.first()),
            false => before.or(numbers.last()),
        }
        .copied();
    }

    /// How many trainings have something to see.
    pub fn trained(&self) -> usize {
        let all = self.trainings.all().iter();
        all.filter(|it| !it.kept.is_empty()).count()
    }

    /// Whether the screen should go to the training by itself.
    pub fn worth_watching(&self) -> bool {
        let latest = &self.trainings.latest().kept;
        let began = self.reporting.unwrap_or(latest.latest);
        let lasts = latest.latest.saturating_sub(began) >= WORTH_WATCHING;
        !self.settled && lasts && !(latest.curves.is_empty() && latest.progress.is_none())
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
            && self.trained() == 0
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

    /// The position of the first check that fails; where none does, of the first one that is not written yet.
    pub fn first_bad(&self) -> Option<usize> {
        let of = |state| self.checks.iter().position(|check| check.state == state);
        let failed = self.checks.iter().position(CheckOutcome::fails);
        failed.or_else(|| of(CheckState::Todo))
    }

    /// Whether a check fails, so that there is more to say than that something is not written yet.
    pub fn fails(&self) -> bool {
        self.checks.iter().any(CheckOutcome::fails)
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
