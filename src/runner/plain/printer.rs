//! Prints one check as appended lines.

mod budget;
mod training;

use std::collections::HashSet;
use std::io::{self, Write};
use std::time::Duration;

use super::reel::Reels;
use super::sentence;
use crate::report::{Drawing, Report};
use crate::runner::event::{CheckEvent, CompilerMessage, Level, Stage, Stream};
use crate::runner::outcome::{HealthLine, Outcome};
use crate::runner::text::{self, units};
use crate::runner::trainings::{Begun, Trainings};
use crate::runner::words::plain::{checks as words, training as training_words};
use budget::Budget;
use training::TrainingLines;

/// Lines of each sort that one check may print; what comes after is counted.
const LINES: usize = 200;
/// Characters of one line of the learner's program.
const WIDTH: usize = 400;
/// Compiler errors that are shown as a whole: the later ones mostly follow from the first.
const ERRORS: usize = 5;

/// Prints the events of one check, bounded whatever the learner's program does.
#[derive(Debug)]
pub struct Printer<W> {
    out: W,
    /// What the learner's program printed.
    output: Budget,
    /// What it reported.
    reports: Budget,
    errors: Budget,
    warnings: Budget,
    /// The tenths of a long build that were told.
    tenths: usize,
    /// Whether it was told that the reference works out its answers.
    is_worked_out: bool,
    training: TrainingLines,
    reels: Reels,
    /// The lines at the end of each training of the check that is running.
    ended: Trainings<Vec<String>>,
    judged: HashSet<String>,
    /// What was said in words over an error; the same mistake often has several.
    explained: HashSet<String>,
    /// The kinds of what is not well that were told.
    unwell: HashSet<String>,
    /// Whether a program that is tried out has begun a line and not ended it.
    is_in_a_line: bool,
}

impl<W: Write> Printer<W> {
    /// A printer for one check.
    pub fn new(out: W) -> Printer<W> {
        Printer {
            out,
            output: Budget::new(LINES),
            reports: Budget::new(LINES),
            errors: Budget::new(ERRORS),
            warnings: Budget::new(LINES),
            tenths: 0,
            is_worked_out: false,
            training: TrainingLines::default(),
            reels: Reels::default(),
            ended: Trainings::default(),
            judged: HashSet::new(),
            explained: HashSet::new(),
            unwell: HashSet::new(),
            is_in_a_line: false,
        }
    }

    /// Prints what one event has to say.
    pub fn event(&mut self, event: &CheckEvent) -> io::Result<()> {
        match event {
            CheckEvent::Text(_) | CheckEvent::Shows => Ok(()),
            CheckEvent::Stage(stage) => self.stage(stage),
            CheckEvent::Compiled {
                done,
                of,
                package,
                spent,
            } => self.compiled(*done, *of, package, *spent),
            CheckEvent::Compiler(message) => self.compiler(message),
            CheckEvent::Built(time) => self.line(&words::built(units::duration(*time))),
            CheckEvent::Printed { stream, line } => self.printed(*stream, line),
            CheckEvent::Dropped(lines) => {
                self.output.over += lines;
                Ok(())
            }
            CheckEvent::Report(report) => self.report(report),
            CheckEvent::Reports(reports) => {
                reports.iter().try_for_each(|report| self.report(report))
            }
            CheckEvent::Health(lines) => self.health(lines),
            CheckEvent::Training(begun) => {
                self.begin_training(begun);
                Ok(())
            }
            CheckEvent::Tried(title) => self.line(title),
            CheckEvent::Said(words) => self.said(words),
            CheckEvent::Listening => Ok(()),
            CheckEvent::Budget(left) => self.line(&sentence::budget(*left)),
            CheckEvent::Judged(check) => {
                self.ended.judged(check);
                self.end_training()?;
                self.judged.insert(check.name.clone());
                self.lines(&sentence::check(check))
            }
            CheckEvent::Finished(outcome) => self.finished(outcome),
        }?;
        self.out.flush()
    }

    fn line(&mut self, line: &str) -> io::Result<()> {
        if std::mem::take(&mut self.is_in_a_line) {
            writeln!(self.out)?;
        }
        writeln!(self.out, "{line}")
    }

    /// Words that go on where the last ones ended.
    fn said(&mut self, words: &str) -> io::Result<()> {
        self.is_in_a_line = match words.chars().next_back() {
            Some(last) => last != '\n',
            None => self.is_in_a_line,
        };
        self.out.write_all(words.as_bytes())
    }

    fn lines(&mut self, lines: &[String]) -> io::Result<()> {
        lines.iter().try_for_each(|line| self.line(line))
    }

    fn stage(&mut self, stage: &Stage) -> io::Result<()> {
        match stage {
            Stage::Building => self.line(words::building()),
            Stage::BuildingReference => self.line(words::building_reference()),
            // It does so piece by piece, for every check again.
            Stage::Reference { .. } if self.is_worked_out => Ok(()),
            Stage::Reference { .. } => {
                self.is_worked_out = true;
                self.line(words::reference_works())
            }
            // One line per case would drown the verdict; the verdict says how many there were.
            Stage::Running { case: 1, check, .. } => {
                self.end_training()?;
                let check = sentence::harmless(check);
                self.line(&words::checking(check))
            }
            Stage::Running { .. } => Ok(()),
        }
    }

    fn compiled(
        &mut self,
        done: usize,
        of: usize,
        package: &str,
        spent: Duration,
    ) -> io::Result<()> {
        let tenths = (done * 10).checked_div(of).unwrap_or(0);
        if tenths <= self.tenths {
            return Ok(());
        }
        self.tenths = tenths;
        let each = spent / u32::try_from(done.max(1)).unwrap_or(u32::MAX);
        let (spent, each) = (units::duration(spent), units::duration(each));
        match of.saturating_sub(done) {
            0 => self.line(&words::built_all(of, spent)),
            left => self.line(&words::built_so_far(done, of, spent, each, left, package)),
        }
    }

    fn compiler(&mut self, message: &CompilerMessage) -> io::Result<()> {
        let budget = match message.level {
            Level::Error => &mut self.errors,
            Level::Warning => &mut self.warnings,
        };
        if budget.take() {
            let words = message.in_words.as_deref();
            let words = words.filter(|words| self.explained.insert((*words).to_owned()));
            self.lines(&sentence::compiler(message, words))?;
        }
        Ok(())
    }

    fn printed(&mut self, stream: Stream, line: &str) -> io::Result<()> {
        if !self.output.take() {
            return Ok(());
        }
        let text = text::short(&sentence::harmless(line), WIDTH);
        let whose = match stream {
            Stream::Output => words::your_program(),
            Stream::Error => words::your_program_on_error(),
        };
        self.line(&format!("{whose} {text}"))
    }

    fn report(&mut self, report: &Report<Drawing>) -> io::Result<()> {
        match report {
            Report::Metric { series, value, .. } => {
                let epoch = self.training.metric(series, *value, &mut self.reports);
                epoch.map_or(Ok(()), |line| self.line(&line))
            }
            Report::Progress(progress) => {
                let epoch = self.training.progress(progress, &mut self.reports);
                epoch.map_or(Ok(()), |line| self.line(&line))
            }
            Report::Note(note) if self.reports.take() => {
                let note = sentence::harmless(note);
                self.line(&format!("{} {note}", words::note()))
            }
            // Where a picture ended is one sentence; all its frames would bury everything else.
            Report::Frame(frame) => {
                self.reels.push(frame);
                Ok(())
            }
            Report::Note(_) | Report::Observation(_) => Ok(()),
        }
    }

    /// What is not well, as soon as it is known. Each kind is told once: its numbers change with every step.
    fn health(&mut self, lines: &[HealthLine]) -> io::Result<()> {
        let known = &mut self.unwell;
        let news: Vec<String> = lines
            .iter()
            .filter(|line| known.insert(line.kind.clone()))
            .map(sentence::health)
            .collect();
        self.lines(&news)
    }

    fn begin_training(&mut self, begun: &Begun) {
        self.put_aside();
        self.ended.begin(begun.name.clone());
        self.training.reference(&begun.reference);
    }

    /// Keeps the lines at the end of a training until it is known which training of its check is to be told.
    fn put_aside(&mut self) {
        let mut told = self.training.end(&mut self.reports);
        told.extend(self.reels.tell());
        self.ended.reporting().extend(told);
    }

    /// Tells where the training ended; of several ones the foremost, because a listener has to sit through all of it.
    fn end_training(&mut self) -> io::Result<()> {
        self.put_aside();
        let ended = std::mem::take(&mut self.ended);
        let foremost = ended.foremost(true, |lines| !lines.is_empty());
        if foremost.kept.is_empty() {
            return Ok(());
        }
        let others = ended.all().iter().filter(|it| !it.kept.is_empty()).count() - 1;
        if others > 0 {
            let title = sentence::harmless(&foremost.name.title());
            self.line(&training_words::of_training(title))?;
        }
        self.lines(&foremost.kept)?;
        match others {
            0 => Ok(()),
            1 => self.line(training_words::one_more_training()),
            others => self.line(&training_words::more_trainings(others)),
        }
    }

    /// Prints what is still to be told of a program that was tried out and has ended.
    pub fn end(&mut self) -> io::Result<()> {
        if std::mem::take(&mut self.is_in_a_line) {
            writeln!(self.out)?;
        }
        self.hidden()?;
        self.out.flush()
    }

    fn finished(&mut self, outcome: &Outcome) -> io::Result<()> {
        self.hidden()?;
        for check in &outcome.checks {
            if !self.judged.contains(&check.name) {
                self.lines(&sentence::check(check))?;
            }
        }
        self.lines(&sentence::unwell(outcome))?;
        self.lines(&sentence::outcome(outcome))
    }

    /// Where the training ended, and how much was left out.
    fn hidden(&mut self) -> io::Result<()> {
        self.end_training()?;
        type Hidden = (usize, &'static str, fn(usize) -> String);
        let hidden: [Hidden; 4] = [
            (
                self.output.over,
                words::one_line_hidden(),
                words::lines_hidden,
            ),
            (
                self.reports.over,
                words::one_report_hidden(),
                words::reports_hidden,
            ),
            (
                self.errors.over,
                words::one_error_hidden(),
                words::errors_hidden,
            ),
            (
                self.warnings.over,
                words::one_warning_hidden(),
                words::warnings_hidden,
            ),
        ];
        for (over, one, many) in hidden {
            match over {
                0 => {}
                1 => self.line(one)?,
                over => self.line(&many(over))?,
            }
        }
        Ok(())
    }
}

impl Printer<Vec<u8>> {
    /// What was printed since the last time.
    pub fn take(&mut self) -> Vec<u8> {
        std::mem::take(&mut self.out)
    }
}

#[cfg(test)]
mod tests;
