//! Makes the extra calls that explain a failure, in fresh programs of their own.
//!
//! Nothing here can change how a check ends: a program that hangs, panics or goes away in one of these calls takes only
//! the rest of the explanation with it.

use std::path::Path;
use std::time::{Duration, Instant};

use super::offered::offered_as;
use super::run::Run;
use crate::message::{FromCandidate, Offer, Request, Role};
use crate::runner::judge::Judged;
use crate::runner::judge::probe::{Probed, Question, plan};
use crate::runner::program::{Heard, Program};
use crate::runner::sandbox::candidate::{Confined, confine};
use crate::sheet::{Answer, Check, Returned};
use crate::stored::Stored;
use crate::wire::VERSION;

/// How long the explanation of one check may keep its verdict waiting.
pub(super) const PATIENCE: Duration = Duration::from_millis(400);

/// Asks fresh programs what [`plan`] wants to know.
pub(super) fn probe(
    run: &Run<'_>,
    executable: &Path,
    check: &Check,
    answers: &[Judged],
    mut probed: Probed,
) -> Probed {
    let deadline = Instant::now() + PATIENCE;
    let plan = plan(check, answers);
    if plan.history.is_empty() {
        return probed;
    }
    let Some(mut program) = Fresh::start(run, executable, deadline) else {
        return probed;
    };
    probed.first = program.ask_all(check, &plan.history);
    for question in &plan.rest {
        if let Some(answer) = program.ask(check, question) {
            probed.rest.push((question.purpose, answer));
        }
    }
    program.end();
    if probed.varies(check, answers)
        && let Some(mut program) = Fresh::start(run, executable, Instant::now() + PATIENCE)
    {
        probed.second = program.ask_all(check, &plan.history);
        program.end();
    }
    probed
}

/// A program that has answered nothing yet.
struct Fresh {
    program: Program<FromCandidate>,
    /// Its scratch folder, which lasts as long as it does.
    _confined: Confined,
    /// What it offers.
    offers: Vec<Offer>,
    deadline: Instant,
    /// What it saves.
    stored: Stored,
    /// Whether it no longer answers.
    gone: bool,
}

impl Fresh {
    fn start(run: &Run<'_>, executable: &Path, deadline: Instant) -> Option<Self> {
        let time = deadline.saturating_duration_since(Instant::now());
        let mut confined = confine(executable, &run.course.state_folder(), time);
        let program = Program::start_confined(&mut confined.command, run.stop).ok()?;
        let mut fresh = Self {
            program,
            _confined: confined,
            offers: Vec::new(),
            deadline,
            stored: Stored::default(),
            gone: false,
        };
        loop {
            match fresh.program.hear(deadline) {
                Heard::Hello(hello)
                    if hello.version == VERSION && hello.role == Role::Candidate =>
                {
                    fresh.offers = hello.offers;
                    return Some(fresh);
                }
                Heard::Line(..) => {}
                _ => {
                    fresh.gone = true;
                    fresh.end();
                    return None;
                }
            }
        }
    }

    fn ask_all(&mut self, check: &Check, questions: &[Question]) -> Vec<Option<Returned>> {
        questions
            .iter()
            .map(|question| self.ask(check, question))
            .collect()
    }

    fn ask(&mut self, check: &Check, question: &Question) -> Option<Returned> {
        if self.gone {
            return None;
        }
        self.stored = Stored::default();
        self.program.send(Request::Call {
            function: offered_as(&self.offers, &check.function, &check.name)
                .map_or(&check.function, |offer| &offer.name)
                .clone(),
            inputs: question.inputs.clone(),
            seed: question.seed,
        });
        loop {
            match self.program.hear(self.deadline) {
                Heard::Message(FromCandidate::Answer(Answer::Returned(returned))) => {
                    let case = &check.cases[question.purpose.case(check)];
                    // An answer that is much too large explains nothing, and there are many questions.
                    const MOST: usize = 1 << 20;
                    if returned.memory() > MOST + 2 * case.right.memory() {
                        return None;
                    }
                    return Some(returned.in_a_network(&case.right));
                }
                Heard::Message(FromCandidate::Answer(_)) => return None,
                // What it prints or reports here has been seen before.
                Heard::Line(..)
                | Heard::Message(FromCandidate::Report(_) | FromCandidate::Said(_)) => {}
                Heard::Message(FromCandidate::Ask(question)) => {
                    let reply = self.stored.answer_alone(question);
                    self.program.send(Request::Reply(reply));
                }
                _ => {
                    self.gone = true;
                    return None;
                }
            }
        }
    }

    /// Ends the program without waiting for what it may still print.
    fn end(self) {
        drop(self.program);
    }
}
