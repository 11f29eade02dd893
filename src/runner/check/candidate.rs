//! Puts the cases of a sheet to the candidate and has the answers judged.

use std::path::Path;
use std::time::{Duration, Instant};

use super::{Ended, Run, probing};
use crate::comparator::Comparator;
use crate::report::{Curve, Report, record};
use crate::runner::event::{CheckEvent, Stage, Stream};
use crate::runner::health::Checkup;
use crate::runner::judge::probe::{Probed, Purpose, once_more};
use crate::runner::judge::{Judged, judge, judge_with};
use crate::runner::outcome::{CheckOutcome, CheckState, Diagnosis, Outcome, Verdict};
use crate::runner::program::{Heard, Program};
use crate::runner::reference;
use crate::sheet::{Answer, Check, Kind, Returned};
use crate::wire::{FrameError, FromCandidate, Hello, Request, Role, VERSION};

/// Runs the candidate against the sheet. What was judged before it ended early is in `outcome` all the same.
pub(super) fn run(
    run: &Run<'_>,
    executable: &Path,
    sheet: &[Check],
    outcome: &mut Outcome,
    events: &mut dyn FnMut(CheckEvent),
) -> Result<(), Ended> {
    let program = Program::start(executable, &run.course.root, run.stop).map_err(|error| {
        Ended::with(
            Verdict::NoAnswer,
            format!("Your program could not be started: {error}."),
        )
    })?;
    let mut candidate = Candidate {
        executable,
        program,
        printed: Printed::default(),
        curves: Vec::new(),
        metrics: Vec::new(),
        checkup: Checkup::default(),
        left: run.exercise.budget.run,
    };
    let ended = candidate.judge_all(run, sheet, outcome, events);
    outcome.metrics = std::mem::take(&mut candidate.metrics);
    outcome.health = candidate.checkup.found();
    let Candidate {
        program,
        mut printed,
        ..
    } = candidate;
    let (lines, status) = program.finish();
    for (stream, line) in lines {
        printed.tell(stream, line, events);
    }
    printed.flush(events);
    ended.map_err(|why| why.in_words(run, status))
}

/// Why the candidate stopped answering.
enum Gone {
    TimedOut(Duration),
    OutOfMemory,
    Ended(FrameError),
    WrongVersion,
    Early(Ended),
}

impl Gone {
    fn in_words(self, run: &Run<'_>, status: Option<std::process::ExitStatus>) -> Ended {
        match self {
            Gone::Early(ended) => ended,
            _ if run.stop.is_stopped() => run.cancelled(),
            Gone::TimedOut(budget) => Ended::with(
                Verdict::TimedOut,
                format!(
                    "Your program was stopped: its {} s were over before it answered. Look for a loop that never ends.",
                    budget.as_secs()
                ),
            ),
            Gone::OutOfMemory => Ended::with(
                Verdict::OutOfMemory,
                "Your program was stopped because it held more than 2 GiB of memory. Look for something that grows in a loop.",
            ),
            Gone::WrongVersion => Ended::with(
                Verdict::NoAnswer,
                "Your program was built with another version of the library: save the file again.",
            ),
            Gone::Ended(FrameError::Closed | FrameError::Truncated | FrameError::Io(_)) => {
                Ended::with(Verdict::NoAnswer, how_it_ended(status))
            }
            Gone::Ended(error) => Ended::with(
                Verdict::NoAnswer,
                format!("Your program wrote something else than answers on its channel: {error}."),
            ),
        }
    }
}

/// The exit code or the signal, in words.
fn how_it_ended(status: Option<std::process::ExitStatus>) -> String {
    #[cfg(unix)]
    if let Some(signal) =
        status.and_then(|status| std::os::unix::process::ExitStatusExt::signal(&status))
    {
        return match signal {
            6 => "Your program aborted before it answered; with `stack overflow` in the output, a function calls itself without end.".to_owned(),
            9 => "Your program was killed before it answered; the system may have run out of memory.".to_owned(),
            11 => "Your program crashed before it answered (a segmentation fault); a function that calls itself without end does that.".to_owned(),
            other => format!("Your program was ended by signal {other} before it answered."),
        };
    }
    match status.and_then(|status| status.code()) {
        Some(code) => format!(
            "Your program ended with exit code {code} before it answered: something calls `exit`, or `main` no longer ends with `.serve()`."
        ),
        None => "Your program closed its channel before it answered.".to_owned(),
    }
}

struct Candidate<'a> {
    executable: &'a Path,
    program: Program<FromCandidate>,
    printed: Printed,
    /// The curves of the call that is running.
    curves: Vec<Curve>,
    /// The last value of each series.
    metrics: Vec<(String, f32)>,
    /// What is not well with the trainings.
    checkup: Checkup,
    /// What is left of the budget of everything that is no training.
    left: Duration,
}

impl Candidate<'_> {
    fn judge_all(
        &mut self,
        run: &Run<'_>,
        sheet: &[Check],
        outcome: &mut Outcome,
        events: &mut dyn FnMut(CheckEvent),
    ) -> Result<(), Gone> {
        let hello = self.hello(run, events)?;
        let mut answers: Vec<Vec<Judged>> = Vec::new();
        outcome.checks = sheet.iter().map(skipped).collect();
        for (number, check) in sheet.iter().enumerate() {
            answers.push(Vec::new());
            if !hello.offers.iter().any(|offer| offer.name == check.name) {
                outcome.checks[number] = not_offered(check);
            } else if only_last(check) {
                continue;
            } else {
                self.ask(run, check, false, &mut answers[number], events)?;
                inspect(run, check, &mut answers[number], events)?;
                outcome.checks[number] =
                    self.judge_and_explain(run, check, &answers[number], events);
            }
            events(CheckEvent::Judged(outcome.checks[number].clone()));
        }
        // The long trainings come last, and only for functions that have earned them.
        let mut earned = outcome.checks.iter().zip(sheet);
        if earned.all(|(judged, check)| judged.state == CheckState::Passed || waits(judged, check))
        {
            for (number, check) in sheet.iter().enumerate() {
                if check.cases.iter().any(|case| case.last) {
                    self.ask(run, check, true, &mut answers[number], events)?;
                    inspect(run, check, &mut answers[number], events)?;
                    outcome.checks[number] = judge(check, &answers[number]);
                    events(CheckEvent::Judged(outcome.checks[number].clone()));
                }
            }
        }
        Ok(())
    }

    /// The verdict on a check. A failure is looked into with further calls, and a pass with one.
    fn judge_and_explain(
        &mut self,
        run: &Run<'_>,
        check: &Check,
        answers: &[Judged],
        events: &mut dyn FnMut(CheckEvent),
    ) -> CheckOutcome {
        let judged = judge(check, answers);
        let probed = match judged.state {
            CheckState::Failed if !is_explained(&judged) => Probed::default(),
            CheckState::Passed => {
                let again = self.once_more(run, check, answers, events);
                let probed = Probed {
                    again,
                    ..Probed::default()
                };
                if !probed.varies(check, answers) {
                    return judged;
                }
                probed
            }
            _ => return judged,
        };
        let probed = probing::probe(run, self.executable, check, answers, probed);
        judge_with(check, answers, &probed)
    }

    /// The answer to one case that has been answered before. Where none comes, another program answers the next checks.
    fn once_more(
        &mut self,
        run: &Run<'_>,
        check: &Check,
        answers: &[Judged],
        events: &mut dyn FnMut(CheckEvent),
    ) -> Option<(usize, Returned)> {
        let question = once_more(check, answers)?;
        let Purpose::Case(case) = question.purpose else {
            return None;
        };
        self.program.send(Request::Call {
            function: check.name.clone(),
            inputs: question.inputs,
            seed: question.seed,
        });
        let deadline = Instant::now() + probing::PATIENCE;
        loop {
            match self.program.hear(deadline) {
                Heard::Message(FromCandidate::Answer(Answer::Returned(returned))) => {
                    return Some((case, returned));
                }
                Heard::Message(FromCandidate::Answer(_)) => return None,
                // What is reported here has been seen before; a line may still be one of the calls before.
                Heard::Message(FromCandidate::Report(_)) => {}
                Heard::Line(stream, line) => self.printed.tell(stream, line, events),
                _ => break,
            }
        }
        let program = Program::start(self.executable, &run.course.root, run.stop).ok()?;
        let (lines, _) = std::mem::replace(&mut self.program, program).finish();
        for (stream, line) in lines {
            self.printed.tell(stream, line, events);
        }
        // A program that does not say hello is noticed when it does not answer the next check.
        let _ = self.hello(run, events);
        None
    }

    fn hello(&mut self, run: &Run<'_>, events: &mut dyn FnMut(CheckEvent)) -> Result<Hello, Gone> {
        let deadline = Instant::now() + run.exercise.budget.run;
        loop {
            match self.program.hear(deadline) {
                Heard::Hello(hello)
                    if hello.version == VERSION && hello.role == Role::Candidate =>
                {
                    return Ok(hello);
                }
                Heard::Hello(_) | Heard::Message(_) => return Err(Gone::WrongVersion),
                other => self.other(other, run.exercise.budget.run, events)?,
            }
        }
    }

    /// Puts the cases of one check, either the ordinary ones or the last ones.
    fn ask(
        &mut self,
        run: &Run<'_>,
        check: &Check,
        last: bool,
        answers: &mut Vec<Judged>,
        events: &mut dyn FnMut(CheckEvent),
    ) -> Result<(), Gone> {
        let of = check.cases.len();
        for (number, case) in check.cases.iter().enumerate() {
            if case.last != last {
                continue;
            }
            if answers.is_empty() || check.kind == Kind::Training {
                events(CheckEvent::Stage(Stage::Running {
                    check: check.name.clone(),
                    case: number + 1,
                    of,
                }));
            }
            if check.kind == Kind::Training {
                events(CheckEvent::ReferenceCurves(case.right.curves.clone()));
                self.checkup.begin();
            }
            self.curves.clear();
            self.program.send(Request::Call {
                function: check.name.clone(),
                inputs: case.inputs.clone(),
                seed: case.seed,
            });
            let answer = self.answer(run, check.kind, events)?;
            if let Some(lines) = self.checkup.end() {
                events(CheckEvent::Health(lines));
            }
            // What is not written yet is not written for the other cases either.
            let hopeless = matches!(answer, Answer::Todo | Answer::Refused(_));
            answers.push(Judged {
                case: number,
                answer,
                inspected: None,
            });
            if hopeless {
                return Ok(());
            }
        }
        Ok(())
    }

    /// Waits for the answer to the last question.
    fn answer(
        &mut self,
        run: &Run<'_>,
        kind: Kind,
        events: &mut dyn FnMut(CheckEvent),
    ) -> Result<Answer, Gone> {
        let asked = Instant::now();
        let (budget, whole) = match kind {
            Kind::Training => (run.exercise.budget.training, run.exercise.budget.training),
            _ => (self.left, run.exercise.budget.run),
        };
        loop {
            match self.program.hear(asked + budget) {
                Heard::Message(FromCandidate::Answer(mut answer)) => {
                    if kind != Kind::Training {
                        self.left = self.left.saturating_sub(asked.elapsed());
                    }
                    if let Answer::Returned(returned) = &mut answer {
                        returned.curves = std::mem::take(&mut self.curves);
                    }
                    return Ok(answer);
                }
                Heard::Message(FromCandidate::Report(report)) => self.report(report, events),
                other => self.other(other, whole, events)?,
            }
        }
    }

    fn report(&mut self, report: Report, events: &mut dyn FnMut(CheckEvent)) {
        if let Report::Metric {
            series,
            step,
            value,
        } = &report
        {
            // A runaway loop must not fill the runner's memory with points that nobody can look at.
            const MOST_POINTS: usize = 1 << 20;
            if self
                .curves
                .iter()
                .map(|curve| curve.points.len())
                .sum::<usize>()
                < MOST_POINTS
            {
                record(&mut self.curves, series, *step, *value);
            }
            match self.metrics.iter_mut().find(|(name, _)| name == series) {
                Some((_, last)) => *last = *value,
                None => self.metrics.push((series.clone(), *value)),
            }
        }
        let lines = self.checkup.take(&report);
        events(CheckEvent::Report(report));
        if let Some(lines) = lines {
            events(CheckEvent::Health(lines));
        }
    }

    /// Anything but what was waited for.
    fn other(
        &mut self,
        heard: Heard<FromCandidate>,
        budget: Duration,
        events: &mut dyn FnMut(CheckEvent),
    ) -> Result<(), Gone> {
        match heard {
            Heard::Line(stream, line) => {
                self.printed.tell(stream, line, events);
                Ok(())
            }
            Heard::TimedOut => Err(Gone::TimedOut(budget)),
            Heard::OutOfMemory => Err(Gone::OutOfMemory),
            Heard::Ended(error) => Err(Gone::Ended(error)),
            // A frame that nobody asked for.
            Heard::Hello(_) | Heard::Message(_) => Err(Gone::Ended(FrameError::Garbage(
                "an answer that nobody asked for".to_owned(),
            ))),
        }
    }
}

/// Asks the reference about the answers that only it can judge.
fn inspect(
    run: &Run<'_>,
    check: &Check,
    answers: &mut [Judged],
    events: &mut dyn FnMut(CheckEvent),
) -> Result<(), Gone> {
    if !check
        .parts
        .iter()
        .any(|part| part.comparator == Comparator::Property)
    {
        return Ok(());
    }
    let executable = run.build_reference(events).map_err(Gone::Early)?;
    let (asked, questions): (Vec<usize>, Vec<_>) = answers
        .iter()
        .enumerate()
        .filter_map(|(at, judged)| match &judged.answer {
            Answer::Returned(returned) => {
                let inputs = check.cases[judged.case].inputs.clone();
                Some((at, (inputs, returned.parts.clone())))
            }
            _ => None,
        })
        .unzip();
    let found = reference::inspect(run.course, &executable, &check.name, questions, run.stop);
    let found = found.ok_or_else(|| {
        Gone::Early(Ended::with(
            Verdict::NoAnswer,
            "The reference ended while it was looking at your answers: this is an error of the course.",
        ))
    })?;
    for (at, what) in asked.into_iter().zip(found) {
        answers[at].inspected = what;
    }
    Ok(())
}

/// Whether nothing better can be said of a failure, whatever further calls may show.
fn is_explained(judged: &CheckOutcome) -> bool {
    let kind = judged
        .diagnosis
        .as_ref()
        .map(|diagnosis| diagnosis.kind.as_str());
    matches!(kind, Some("mistake" | "signature" | "type" | "part_count"))
}

/// Whether a check has nothing but long trainings.
fn only_last(check: &Check) -> bool {
    check.cases.iter().all(|case| case.last)
}

/// Whether a check is still waiting for the others to pass.
fn waits(judged: &CheckOutcome, check: &Check) -> bool {
    judged.state == CheckState::Skipped && only_last(check)
}

fn skipped(check: &Check) -> CheckOutcome {
    CheckOutcome {
        name: check.name.clone(),
        state: CheckState::Skipped,
        cases: 0,
        failed: 0,
        diagnosis: None,
        numbers: None,
    }
}

fn not_offered(check: &Check) -> CheckOutcome {
    CheckOutcome {
        state: CheckState::Failed,
        diagnosis: Some(Diagnosis {
            kind: "not_offered".to_owned(),
            id: None,
            message: format!(
                "Your file does not offer `{0}` any more: `main` needs its `.offer(\"{0}\", ...)` back.",
                check.name
            ),
        }),
        ..skipped(check)
    }
}

/// Passes printed lines on, but no more than a person could ever read.
#[derive(Default)]
struct Printed {
    window: Option<Instant>,
    in_window: usize,
    dropped: usize,
}

impl Printed {
    fn tell(&mut self, stream: Stream, line: String, events: &mut dyn FnMut(CheckEvent)) {
        const WINDOW: Duration = Duration::from_millis(100);
        const LINES_PER_WINDOW: usize = 100;
        if self.window.is_none_or(|since| since.elapsed() > WINDOW) {
            self.flush(events);
            self.window = Some(Instant::now());
            self.in_window = 0;
        }
        self.in_window += 1;
        if self.in_window > LINES_PER_WINDOW {
            self.dropped += 1;
        } else {
            events(CheckEvent::Printed { stream, line });
        }
    }

    fn flush(&mut self, events: &mut dyn FnMut(CheckEvent)) {
        if self.dropped > 0 {
            events(CheckEvent::Dropped(std::mem::take(&mut self.dropped)));
        }
    }
}
