//! The conversation with a candidate: its hello, the questions, the answers, and whatever comes in between.

use std::time::{Duration, Instant};

use super::gone::Gone;
use super::life::Life;
use super::running::Candidate;
use crate::message::{FromCandidate, Hello, Request, Role};
use crate::runner::check::ended::Ended;
use crate::runner::check::ending::Doing;
use crate::runner::check::offered::offered_as;
use crate::runner::check::{harmless, probing};
use crate::runner::countdown::Countdown;
use crate::runner::event::{CheckEvent, Stage};
use crate::runner::judge::Judged;
use crate::runner::judge::probe::{Purpose, once_more};
use crate::runner::outcome::Verdict;
use crate::runner::program::{Heard, Program};
use crate::runner::sandbox::candidate::confine;
use crate::runner::text;
use crate::runner::trainings::{Begun, TrainingName};
use crate::runner::words::judge::ending as words;
use crate::sheet::{Answer, Case, Check, CheckKind, Returned};
use crate::wire::{Ask, FrameError, VERSION, Value};

/// Bytes of memory for the answers to one check, beside twice what the right ones take: they are compared together.
const MOST_ANSWERS: usize = 64 << 20;

impl Candidate<'_> {
    pub(super) fn hello(&mut self) -> Result<Hello, Gone> {
        let deadline = Instant::now() + self.run.exercise.budget.run;
        loop {
            match self.program.hear(deadline) {
                Heard::Hello(hello)
                    if hello.version == VERSION && hello.role == Role::Candidate =>
                {
                    return Ok(hello);
                }
                Heard::Hello(_) | Heard::Message(_) => return Err(Gone::WrongVersion),
                other => self.other(other, self.run.exercise.budget.run)?,
            }
        }
    }

    /// Puts the cases of one check, either the ordinary ones or the last ones.
    pub(super) fn ask(
        &mut self,
        check: &Check,
        last: bool,
        answers: &mut Vec<Judged>,
    ) -> Result<(), Gone> {
        let of = check.cases.len();
        for (number, case) in check.cases.iter().enumerate() {
            if case.last != last {
                continue;
            }
            if answers.is_empty() || check.kind == CheckKind::Training {
                self.run.tell(CheckEvent::Stage(Stage::Running {
                    check: text::plain(&check.name),
                    case: number + 1,
                    of,
                }));
            }
            if check.kind == CheckKind::Training {
                self.run.tell(CheckEvent::Training(Begun {
                    name: TrainingName {
                        check: text::plain(&check.name),
                        case: number + 1,
                        of,
                        label: text::plain(&case.label),
                    },
                    declared: harmless::series(&check.curves),
                    reference: case.right.curves.clone(),
                }));
                self.checkup.begin(&check.curves);
            }
            let answer = self.answer_to(check, case)?;
            if let Some(lines) = self.checkup.end() {
                self.run.tell(CheckEvent::Health(harmless::health(lines)));
            }
            // What is not written yet is not written for the other cases either.
            let hopeless = matches!(answer, Answer::Todo | Answer::Refused(_));
            answers.push(Judged {
                case: number,
                answer: answer.in_a_network(&case.right),
                inspected: None,
            });
            if hopeless {
                return Ok(());
            }
        }
        Ok(())
    }

    /// What is called for a check that it offers.
    fn function(&self, check: &Check) -> String {
        offered_as(&self.offers, &check.function, &check.name)
            .map_or(&check.function, |offer| &offer.name)
            .clone()
    }

    /// Puts one case, which may take several calls.
    fn answer_to(&mut self, check: &Check, case: &Case) -> Result<Answer, Gone> {
        let function = self.function(check);
        let mut call = |inputs: Vec<Value>| {
            self.life = Life::default();
            self.curves.clear();
            self.call(check.kind, (&function, inputs, case.seed), &case.ends)
        };
        let Some(repeat) = &check.repeat else {
            let mut answer = call(case.inputs.clone())?;
            if let Answer::Returned(returned) = &answer {
                let size = returned.memory();
                let share = MOST_ANSWERS / check.cases.len().clamp(1, MOST_ANSWERS >> 20);
                if size > share + 2 * case.right.memory() {
                    return Ok(Answer::TooLarge(size));
                }
            }
            if let (Some(_), Answer::Returned(returned)) = (&check.interruption, &mut answer) {
                returned.parts.push(self.life.again());
            }
            return Ok(answer);
        };
        let mut answers = Vec::new();
        let mut size = 0;
        for inputs in repeat.calls(&case.inputs) {
            match call(inputs)? {
                Answer::Returned(returned) => {
                    size += returned.memory();
                    if size > MOST_ANSWERS {
                        return Ok(Answer::TooLarge(size));
                    }
                    answers.push(returned.parts);
                }
                other => return Ok(other),
            }
        }
        Ok(Answer::Returned(Returned::of(repeat.answer(&answers))))
    }

    /// Makes one call, in as many lives as `ends` says and one more, and waits for its answer.
    fn call(
        &mut self,
        kind: CheckKind,
        (function, inputs, seed): (&str, Vec<Value>, u64),
        ends: &[usize],
    ) -> Result<Answer, Gone> {
        let asked = Instant::now();
        let ends = ends.iter().copied().map(Some).chain([None]);
        for end in ends {
            self.life.begin(end);
            self.program.send(Request::Call {
                function: function.to_owned(),
                inputs: inputs.clone(),
                seed,
            });
            if let Some(answer) = self.answer(kind, asked)? {
                return Ok(answer);
            }
            self.start_again().map_err(Gone::Early)?;
            self.hello()?;
            self.checkup.go_on();
        }
        // The last life is not ended, so it has answered or is gone.
        Err(Gone::Ended(FrameError::Closed))
    }

    /// Ends the program, and starts it again in an empty folder.
    fn start_again(&mut self) -> Result<(), Ended> {
        let mut confined = confine(self.executable, &self.run.course.state_folder(), self.time);
        let program = Program::start_confined(&mut confined.command, self.run.stop)
            .map_err(|error| Ended::with(Verdict::NoAnswer, words::not_started(error)))?;
        let (lines, _) = std::mem::replace(&mut self.program, program).finish();
        self.confined = confined;
        for (stream, line) in lines {
            self.printed.tell(stream, line, &self.run);
        }
        Ok(())
    }

    /// Answers what the program asks, with what it has saved: there are no files, and nobody types.
    pub(super) fn reply(&mut self, question: Ask) {
        let reply = self.life.answer(question);
        if !self.life.is_over() {
            self.program.send(Request::Reply(reply));
        }
    }

    /// Waits for the answer to the question that was put at `asked`. `None` where its life is over before.
    fn answer(&mut self, kind: CheckKind, asked: Instant) -> Result<Option<Answer>, Gone> {
        let budget = self.run.exercise.budget;
        let (budget, whole) = match kind {
            CheckKind::Training => (budget.training, budget.training),
            _ => (self.left, budget.run),
        };
        let deadline = asked + budget;
        let mut countdown = Countdown::default();
        loop {
            let now = Instant::now();
            if let Some(left) = countdown.due(now, deadline, whole) {
                self.run.tell(CheckEvent::Budget(left));
            }
            match self.program.hear(deadline.min(now + Countdown::GLANCE)) {
                Heard::TimedOut if Instant::now() < deadline => {}
                Heard::Message(FromCandidate::Answer(mut answer)) => {
                    if kind != CheckKind::Training {
                        self.left = self.left.saturating_sub(asked.elapsed());
                    }
                    if let Answer::Returned(returned) = &mut answer {
                        returned.curves = std::mem::take(&mut self.curves);
                    }
                    harmless::cut(&mut answer);
                    return Ok(Some(answer));
                }
                Heard::Message(FromCandidate::Report(report)) => self.report(report),
                Heard::Message(FromCandidate::Ask(question)) => self.reply(question),
                // There is nobody to talk to.
                Heard::Message(FromCandidate::Said(_)) => {}
                other => self.other(other, whole)?,
            }
            if self.life.is_over() {
                return Ok(None);
            }
        }
    }

    /// The answer to one case that has been answered before. Where none comes, another program answers the next checks.
    pub(super) fn once_more(
        &mut self,
        check: &Check,
        answers: &[Judged],
    ) -> Option<(usize, Returned)> {
        let question = once_more(check, answers)?;
        let Purpose::Case(case) = question.purpose else {
            return None;
        };
        self.life = Life::default();
        self.program.send(Request::Call {
            function: self.function(check),
            inputs: question.inputs,
            seed: question.seed,
        });
        let deadline = Instant::now() + probing::PATIENCE;
        loop {
            match self.program.hear(deadline) {
                Heard::Message(FromCandidate::Answer(Answer::Returned(returned))) => {
                    return Some((case, returned.in_a_network(&check.cases[case].right)));
                }
                Heard::Message(FromCandidate::Answer(_)) => return None,
                // What is reported here has been seen before; a line may still be one of the calls before.
                Heard::Message(FromCandidate::Report(_) | FromCandidate::Said(_)) => {}
                Heard::Message(FromCandidate::Ask(question)) => self.reply(question),
                Heard::Line(stream, line) => self.printed.tell(stream, line, &self.run),
                _ => break,
            }
        }
        self.start_again().ok()?;
        // A program that does not say hello is noticed when it does not answer the next check.
        let _ = self.hello();
        None
    }

    /// What it does while its time runs out.
    fn doing(&self) -> Doing {
        if self.printed.is_flooded() {
            Doing::Printing
        } else if self.seen.is_flooded() {
            Doing::Reporting
        } else if self.program.is_waiting() {
            Doing::Waiting
        } else {
            Doing::Computing
        }
    }

    /// Anything but what was waited for.
    fn other(&mut self, heard: Heard<FromCandidate>, budget: Duration) -> Result<(), Gone> {
        match heard {
            Heard::Line(stream, line) => {
                self.printed.tell(stream, line, &self.run);
                Ok(())
            }
            Heard::TimedOut => Err(Gone::TimedOut(budget, self.doing())),
            Heard::OutOfMemory => Err(Gone::OutOfMemory),
            Heard::TooManyProcesses => Err(Gone::TooManyProcesses),
            Heard::TooManyThreads => Err(Gone::TooManyThreads),
            Heard::TooMuchWritten => Err(Gone::TooMuchWritten),
            Heard::Ended(error) => Err(Gone::Ended(error)),
            // A frame that nobody asked for.
            Heard::Hello(_) | Heard::Message(_) => Err(Gone::Ended(FrameError::Garbage(
                words::unasked_answer().to_owned(),
            ))),
        }
    }
}
