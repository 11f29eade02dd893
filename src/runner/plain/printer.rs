//! Prints one check as appended lines.

use std::collections::HashSet;
use std::io::{self, Write};

use super::reel::Reels;
use super::sentence::{self, Series};
use crate::report::{Curve, Frame, Progress, Report};
use crate::runner::event::{CheckEvent, CompilerMessage, Level, Stage, Stream};
use crate::runner::outcome::{HealthLine, Outcome};

/// Lines of each sort that one check may print; what comes after is counted.
const LINES: usize = 200;
/// Characters of one line of the learner's program.
const WIDTH: usize = 400;
/// Compiler errors that are shown as a whole: the later ones mostly follow from the first.
const ERRORS: usize = 5;
/// Epochs of one training that are told, about as many: a listener has to sit through all of them.
const EPOCHS: usize = 10;
/// Curves of one training.
const SERIES: usize = 50;

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
    progress: Option<Progress>,
    curves: Vec<Series>,
    reference: Vec<Curve>,
    reels: Reels,
    judged: HashSet<String>,
    /// What was said in words over an error; the same mistake often has several.
    explained: HashSet<String>,
    /// The kinds of what is not well that were told.
    unwell: HashSet<String>,
    /// The curves that had a value in this epoch.
    heard: HashSet<String>,
}

/// How many lines of a sort may still be printed, and how many were not.
#[derive(Debug)]
struct Budget {
    left: usize,
    over: usize,
}

impl Budget {
    fn new(left: usize) -> Budget {
        Budget { left, over: 0 }
    }

    /// Whether one more may be printed; otherwise it is counted.
    fn take(&mut self) -> bool {
        if self.left == 0 {
            self.over += 1;
            return false;
        }
        self.left -= 1;
        true
    }
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
            progress: None,
            curves: Vec::new(),
            reference: Vec::new(),
            reels: Reels::default(),
            judged: HashSet::new(),
            explained: HashSet::new(),
            unwell: HashSet::new(),
            heard: HashSet::new(),
        }
    }

    /// Prints what one event has to say.
    pub fn event(&mut self, event: &CheckEvent) -> io::Result<()> {
        match event {
            CheckEvent::Stage(stage) => self.stage(stage),
            CheckEvent::Compiled { done, of, package } => self.compiled(*done, *of, package),
            CheckEvent::Compiler(message) => self.compiler(message),
            CheckEvent::Built(time) => {
                self.line(&format!("Built in {}.", sentence::seconds(*time)))
            }
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
            CheckEvent::ReferenceCurves(curves) => {
                self.reference.clone_from(curves);
                Ok(())
            }
            CheckEvent::Budget(left) => self.line(&sentence::budget(*left)),
            CheckEvent::Judged(check) => {
                self.end_training()?;
                self.judged.insert(check.name.clone());
                self.lines(&sentence::check(check))
            }
            CheckEvent::Finished(outcome) => self.finished(outcome),
        }?;
        self.out.flush()
    }

    fn line(&mut self, line: &str) -> io::Result<()> {
        writeln!(self.out, "{line}")
    }

    fn lines(&mut self, lines: &[String]) -> io::Result<()> {
        lines.iter().try_for_each(|line| self.line(line))
    }

    fn stage(&mut self, stage: &Stage) -> io::Result<()> {
        match stage {
            Stage::Building => self.line("Building."),
            Stage::BuildingReference => self.line("Building the reference. This is needed once."),
            Stage::Reference { done: 0, .. } => self.line("The reference works out its answers."),
            Stage::Reference { .. } => Ok(()),
            // One line per case would drown the verdict; the verdict says how many there were.
            Stage::Running { case: 1, check, .. } => {
                self.end_training()?;
                let check = sentence::harmless(check);
                self.line(&format!("Checking {check}."))
            }
            Stage::Running { .. } => Ok(()),
        }
    }

    fn compiled(&mut self, done: usize, of: usize, package: &str) -> io::Result<()> {
        let tenths = (done * 10).checked_div(of).unwrap_or(0);
        if tenths <= self.tenths {
            return Ok(());
        }
        self.tenths = tenths;
        self.line(&format!("Built {done} of {of} crates, last {package}."))
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
        let mut text: String = sentence::harmless(line);
        if let Some((end, _)) = text.char_indices().nth(WIDTH) {
            let more = text[end..].chars().count();
            text.truncate(end);
            text.push_str(&format!(" ... {more} characters more"));
        }
        self.line(&match stream {
            Stream::Output => format!("your program: {text}"),
            Stream::Error => format!("your program, on standard error: {text}"),
        })
    }

    fn report(&mut self, report: &Report) -> io::Result<()> {
        match report {
            Report::Metric { series, value, .. } => {
                // A curve that goes on after the last batch is that of the next epoch.
                let complete = |progress: &Progress| progress.batch >= progress.batches;
                if self.heard.contains(series)
                    && let Some(before) = self.progress.take_if(|it| complete(it))
                {
                    self.epoch(before)?;
                }
                if let Some(known) = self.curves.iter_mut().find(|it| it.name() == series) {
                    known.add(*value);
                } else if self.curves.len() < SERIES {
                    // A program that invents a name for every value must not fill the memory.
                    let mut new = Series::new(series);
                    new.add(*value);
                    self.curves.push(new);
                }
                if self.curves.iter().any(|it| it.name() == series) {
                    self.heard.insert(series.clone());
                }
                Ok(())
            }
            Report::Progress(progress) => {
                if let Some(before) = self.progress
                    && before.epoch != progress.epoch
                {
                    self.epoch(before)?;
                }
                self.progress = Some(*progress);
                Ok(())
            }
            Report::Note(note) if self.reports.take() => {
                self.line(&format!("Note: {}", sentence::harmless(note)))
            }
            // Where a picture ended is one sentence; all its frames would bury everything else.
            Report::Frame(frame) => {
                self.reels.push(frame);
                Ok(())
            }
            Report::Pictures(strip) => {
                self.reels.push(&Frame::of_pictures(strip.clone()));
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

    /// The line of an epoch, once everything that was measured in it has come.
    fn epoch(&mut self, progress: Progress) -> io::Result<()> {
        self.heard.clear();
        let every = progress.epochs.div_ceil(EPOCHS).max(1);
        let complete = progress.batch >= progress.batches;
        if complete && !progress.epoch.is_multiple_of(every) && progress.epoch != progress.epochs {
            return Ok(());
        }
        if !self.reports.take() {
            return Ok(());
        }
        let values: Vec<String> = self.curves.iter().map(Series::now).collect();
        let mut line = format!("Epoch {} of {}", progress.epoch, progress.epochs);
        if progress.batch < progress.batches {
            line.push_str(&format!(
                ", stopped at batch {} of {}",
                progress.batch, progress.batches
            ));
        }
        if !values.is_empty() {
            line.push_str(&format!(": {}", values.join(", ")));
        }
        self.line(&(line + "."))
    }

    fn end_training(&mut self) -> io::Result<()> {
        if let Some(progress) = self.progress.take() {
            self.epoch(progress)?;
        }
        for series in std::mem::take(&mut self.curves) {
            self.line(&series.end(&self.reference))?;
        }
        self.reference.clear();
        let told = self.reels.tell();
        self.lines(&told)
    }

    fn finished(&mut self, outcome: &Outcome) -> io::Result<()> {
        self.end_training()?;
        let budgets = [
            (self.output.over, "line", "of what your program printed"),
            (self.reports.over, "line", "of notes, epochs and pictures"),
            (
                self.errors.over,
                "error",
                "of the compiler; mend the first ones and save",
            ),
            (self.warnings.over, "warning", "of the compiler"),
        ];
        for (over, what, of) in budgets {
            if over > 0 {
                let more = sentence::count(over, what);
                self.line(&format!("... {more} more {of}."))?;
            }
        }
        for check in &outcome.checks {
            if !self.judged.contains(&check.name) {
                self.lines(&sentence::check(check))?;
            }
        }
        self.lines(&sentence::unwell(outcome))?;
        self.lines(&sentence::outcome(outcome))
    }
}

impl Printer<Vec<u8>> {
    /// What was printed since the last time.
    pub fn take(&mut self) -> Vec<u8> {
        std::mem::take(&mut self.out)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::runner::countdown::Left;
    use crate::runner::outcome::{
        CheckOutcome, CheckState, Diagnosis, NumberRow, Numbers, Timings, Verdict,
    };
    use std::time::Duration;

    fn text(events: impl IntoIterator<Item = CheckEvent>) -> String {
        let mut out = Vec::new();
        let mut printer = Printer::new(&mut out);
        for event in events {
            printer.event(&event).expect("a vector takes everything");
        }
        String::from_utf8(out).expect("text")
    }

    fn finished(verdict: Verdict, checks: Vec<CheckOutcome>) -> CheckEvent {
        CheckEvent::Finished(Outcome {
            name: "mse".to_owned(),
            verdict,
            checks,
            message: None,
            timings: Timings {
                build: Duration::from_millis(210),
                run: Duration::from_millis(10),
                total: Duration::from_millis(250),
            },
            metrics: Vec::new(),
            health: Vec::new(),
        })
    }

    fn passed(name: &str) -> CheckOutcome {
        CheckOutcome {
            name: name.to_owned(),
            state: CheckState::Passed,
            cases: 24,
            failed: 0,
            diagnosis: None,
            numbers: None,
        }
    }

    fn metric(series: &str, step: u64, value: f32) -> CheckEvent {
        CheckEvent::Report(Report::Metric {
            series: series.to_owned(),
            step,
            value,
        })
    }

    fn progress(epoch: usize, batch: usize) -> CheckEvent {
        CheckEvent::Report(Report::Progress(Progress {
            epoch,
            epochs: 2,
            batch,
            batches: 2,
        }))
    }

    #[test]
    fn a_failed_check_is_told_in_sentences_with_its_diagnosis_and_its_numbers() {
        let failed = CheckOutcome {
            state: CheckState::Failed,
            failed: 3,
            diagnosis: Some(Diagnosis {
                kind: "mistake".to_owned(),
                id: Some("summed".to_owned()),
                message: "You added the losses; the mean divides by their number.".to_owned(),
            }),
            numbers: Some(Numbers {
                case: "case 3 of 24, two rows".to_owned(),
                inputs: vec![("logits".to_owned(), "[1, 2]".to_owned())],
                part: "value".to_owned(),
                rows: vec![NumberRow {
                    element: "[0, 3]".to_owned(),
                    yours: "NaN".to_owned(),
                    expected: "0.25".to_owned(),
                    error: "NaN".to_owned(),
                }],
                off: 1,
                of: 4,
                tolerance: "1e-6".to_owned(),
                map: vec![vec![false, true], vec![false, false]],
            }),
            ..passed("cross_entropy")
        };
        let checks = vec![passed("softmax"), failed.clone()];
        let judged = checks.clone().into_iter().map(CheckEvent::Judged);
        let events = [
            CheckEvent::Stage(Stage::Building),
            CheckEvent::Built(Duration::from_millis(210)),
        ]
        .into_iter()
        .chain(judged)
        .chain([finished(Verdict::Failed, checks)]);
        assert_eq!(
            text(events),
            "Building.\n\
             Built in 0.21 s.\n\
             softmax: passed, 24 cases agree with the reference.\n\
             cross_entropy: failed, 3 of 24 cases do not agree with the reference.\n\
             \x20 You added the losses; the mean divides by their number.\n\
             \x20 The smallest case that fails is case 3 of 24, two rows.\n\
             \x20 Input logits = [1, 2]\n\
             \x20 In the value, 1 of 4 elements is off; the tolerance is 1e-6.\n\
             \x20 At [0, 3]: yours NaN, expected 0.25, error NaN.\n\
             \x20 Only these rows, counted from 0, have elements that are off: 0.\n\
             Not passed: 1 of 2 checks of mse failed.\n\
             Built in 0.21 s, ran in 0.01 s, 0.25 s in all.\n"
        );
    }

    #[test]
    fn a_budget_that_runs_out_is_a_line() {
        let left = Left {
            left: Duration::from_millis(3_200),
            of: Duration::from_secs(10),
        };
        assert_eq!(text([CheckEvent::Budget(left)]), "4 of 10 s are left.\n");
    }

    #[test]
    fn of_many_epochs_about_ten_are_told_each_with_its_own_values() {
        let mut events = Vec::new();
        for epoch in 1..=200 {
            events.push(metric("loss", epoch, 1000.0 - epoch as f32));
            let progress = Progress {
                epoch: epoch as usize,
                epochs: 200,
                batch: 1,
                batches: 1,
            };
            events.push(CheckEvent::Report(Report::Progress(progress)));
        }
        // The first value of the next case.
        events.push(metric("loss", 0, 7.0));
        let text = text(events);
        let epochs: Vec<&str> = text.lines().collect();
        assert_eq!(epochs.len(), 10, "{text}");
        assert_eq!(epochs[0], "Epoch 20 of 200: loss 980.00.");
        assert_eq!(epochs[9], "Epoch 200 of 200: loss 800.00.");
    }

    #[test]
    fn a_training_is_one_line_per_epoch() {
        let mut events = Vec::new();
        for epoch in 1..=2 {
            for batch in 1..=2 {
                events.push(metric("loss", batch, 1.0 / (epoch * batch as usize) as f32));
                events.push(progress(epoch, batch as usize));
            }
            // Measured after the last batch, and still part of the line.
            events.push(metric("accuracy", 0, 0.5 * epoch as f32));
        }
        events.push(finished(Verdict::Passed, vec![passed("train")]));
        let text = text(events);
        let epochs: Vec<&str> = text
            .lines()
            .filter(|line| line.starts_with("Epoch"))
            .collect();
        assert_eq!(
            epochs,
            [
                "Epoch 1 of 2: loss 0.5000, accuracy 0.5000.",
                "Epoch 2 of 2: loss 0.2500, accuracy 1.0000.",
            ]
        );
    }

    #[test]
    fn whatever_a_program_prints_the_lines_are_bounded_and_the_rest_is_counted() {
        let printed = |line: String| CheckEvent::Printed {
            stream: Stream::Output,
            line,
        };
        let flood = (0..1_000_000).map(|number| printed(number.to_string()));
        let notes = (0..1_000).map(|_| CheckEvent::Report(Report::Note("again".to_owned())));
        let series = (0..1_000).map(|number| metric(&number.to_string(), 0, 1.0));
        let end = [
            CheckEvent::Dropped(500),
            finished(Verdict::Passed, vec![passed("mse")]),
        ];
        let text = text(flood.chain(notes).chain(series).chain(end));
        assert!(text.lines().count() < 1_000, "{}", text.lines().count());
        assert!(text.contains("your program: 199\n"));
        assert!(!text.contains("your program: 200\n"));
        assert!(
            text.contains("... 1000300 lines more of what your program printed."),
            "counted"
        );
        assert!(text.contains("... 800 lines more of notes"), "counted");
        assert!(text.contains("Passed: mse"), "the verdict is there");
    }

    #[test]
    fn a_line_without_end_and_a_line_that_moves_the_cursor_do_no_harm() {
        let line = format!("\u{1b}[2Jclear\r{}", "x".repeat(1_000_000));
        let event = CheckEvent::Printed {
            stream: Stream::Error,
            line,
        };
        let text = text([event]);
        assert!(text.len() < 1_000, "{}", text.len());
        assert!(
            text.starts_with("your program, on standard error: clearxxx"),
            "{text}"
        );
        assert!(text.ends_with("characters more\n"));
    }

    #[test]
    fn every_verdict_is_a_sentence_of_its_own() {
        let verdicts = [
            Verdict::Passed,
            Verdict::Failed,
            Verdict::Todo,
            Verdict::CompileError,
            Verdict::Panicked,
            Verdict::TimedOut,
            Verdict::OutOfMemory,
            Verdict::NoAnswer,
            Verdict::Cancelled,
        ];
        let sentences: HashSet<String> = verdicts
            .into_iter()
            .map(|verdict| text([finished(verdict, Vec::new())]))
            .collect();
        assert_eq!(sentences.len(), verdicts.len());
    }

    #[test]
    fn compiler_errors_are_whole_and_warnings_one_line() {
        let message = |level, rendered: &str| {
            CheckEvent::Compiler(CompilerMessage {
                level,
                summary: "unused variable: `m`".to_owned(),
                place: Some("exercises/a/mse.rs:3:9".to_owned()),
                line: Some(3),
                in_words: None,
                rendered: rendered.to_owned(),
            })
        };
        let mut events = vec![message(Level::Warning, "long")];
        events.extend(
            (0..7).map(|_| message(Level::Error, "\u{1b}[1merror\u{1b}[0m: no\n --> here\n")),
        );
        events.push(finished(Verdict::CompileError, Vec::new()));
        let text = text(events);
        assert!(text.starts_with(
            "Warning at exercises/a/mse.rs:3:9: unused variable: `m`.\nerror: no\n --> here\n"
        ));
        assert_eq!(text.matches("error: no").count(), ERRORS);
        assert!(text.contains("... 2 errors more of the compiler"), "{text}");
    }

    #[test]
    fn what_an_error_means_stands_over_it_and_is_said_once() {
        let error = |summary: &str| {
            CheckEvent::Compiler(CompilerMessage {
                level: Level::Error,
                summary: summary.to_owned(),
                place: None,
                line: None,
                in_words: Some("`Linear<4, 3>` takes\u{1b}[2J 4 features.".to_owned()),
                rendered: format!("error: {summary}\n"),
            })
        };
        let text = text([error("one"), error("two")]);
        assert!(
            text.starts_with("`Linear<4, 3>` takes 4 features.\nerror: one\nerror: two\n"),
            "{text}"
        );
    }
}
