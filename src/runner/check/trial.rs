//! Lets a person use what they have built: the program is run for its own sake, with files and typed lines. Nothing is
//! judged, and it takes as long as it likes.

use std::time::{Duration, Instant};

use super::candidate::Printed;
use super::ended::Ended;
use super::flood::Seen;
use super::request::CheckRequest;
use super::run::{CheckListener, Run, shared};
use super::{ending, harmless};
use crate::message::{FromCandidate, Hello, Offer, Request, Role};
use crate::report::Report;
use crate::runner::checkpoints::Checkpoints;
use crate::runner::event::CheckEvent;
use crate::runner::given::{Files, Step};
use crate::runner::outcome::Outcome;
use crate::runner::process::Stop;
use crate::runner::program::{Heard, Program};
use crate::runner::sandbox::candidate::confine;
use crate::runner::words::judge::ending as ending_words;
use crate::runner::words::judge::trial as words;
use crate::sheet::Answer;
use crate::wire::{Ask, FrameError, MoreData, Reply, VERSION};

/// The processor time that the sandbox allows: a day. Whoever tries something out stops it when they have seen enough.
const LONGEST: Duration = Duration::from_secs(24 * 60 * 60);

/// What the person gives.
pub struct Person<'a> {
    /// The files, decoded as they are asked for.
    pub files: Files,
    /// The next line that is typed, `None` after the last one. It waits, until `Stop` says to end.
    pub line: &'a mut dyn FnMut(&Stop) -> Option<String>,
}

/// How it went.
#[derive(Debug)]
pub enum Tried {
    /// The program did what it wanted to.
    Done,
    /// There is nothing to try: the exercise offers nothing for that.
    Nothing,
    /// It did not come to its end, and why.
    Failed(Box<Outcome>),
}

/// Builds the text as it is and runs what the exercise offers to try. Whether it passes is the caller's to know.
pub fn try_out(
    request: &CheckRequest,
    person: &mut Person<'_>,
    stop: &Stop,
    events: &mut CheckListener<'_>,
) -> Tried {
    let events = shared(events);
    let run = match Run::of(request, stop, &events) {
        Ok(run) => run,
        Err(outcome) => return Tried::Failed(outcome),
    };
    match run.try_out(person) {
        Ok(true) => Tried::Done,
        Ok(false) => Tried::Nothing,
        Err(ended) => {
            let ended = match stop.is_stopped() {
                true => run.cancelled(),
                false => ended,
            };
            Tried::Failed(Box::new(ended.outcome(&request.exercise)))
        }
    }
}

impl Run<'_> {
    /// Whether there was something to try.
    fn try_out(&self, person: &mut Person<'_>) -> Result<bool, Ended> {
        let source = self.text()?;
        let built = self.build_candidate(source)?;
        let state = self.course.state_folder();
        let mut confined = confine(built.executable.path(), &state, LONGEST);
        let program = Program::start_confined(&mut confined.command, self.stop)
            .map_err(|error| Ended::from(ending_words::not_started(error)))?;
        let mut trial = Trial {
            run: *self,
            program,
            printed: Printed::default(),
            seen: Seen::default(),
            store: Checkpoints::open(&state, &self.exercise.name),
        };
        let tried = trial.run(person);
        let Trial {
            program,
            mut printed,
            ..
        } = trial;
        let (lines, status) = program.finish();
        for (stream, line) in lines {
            printed.tell(stream, line, self);
        }
        printed.flush(self);
        tried.map_err(|gone| match gone {
            Gone::Early(ended) => ended,
            Gone::Ended(FrameError::Truncated) => ending::in_the_middle(status, &printed.errors),
            Gone::Ended(FrameError::Closed | FrameError::Io(_)) => {
                ending::of(status, &printed.errors)
            }
            Gone::Ended(error) => Ended::from(ending_words::no_answer(error)),
        })
    }
}

/// Why the program is gone.
enum Gone {
    Early(Ended),
    Ended(FrameError),
}

impl From<Ended> for Gone {
    fn from(ended: Ended) -> Gone {
        Gone::Early(ended)
    }
}

struct Trial<'a> {
    run: Run<'a>,
    program: Program<FromCandidate>,
    printed: Printed,
    seen: Seen,
    store: Checkpoints,
}

impl Trial<'_> {
    fn run(&mut self, person: &mut Person<'_>) -> Result<bool, Gone> {
        let hello = self.hello()?;
        let mut offers = hello.offers.iter();
        let Some(offer) = offers.find(|offer| offer.trial_title().is_some()) else {
            return Ok(false);
        };
        self.run
            .tell(CheckEvent::Tried(harmless::sentence(title(offer))));
        self.program.send(Request::Call {
            function: offer.name.clone(),
            inputs: Vec::new(),
            seed: self.run.seed,
        });
        loop {
            match self.next()? {
                FromCandidate::Answer(Answer::Returned(_)) => return Ok(true),
                FromCandidate::Answer(Answer::Panicked { message, place }) => {
                    let message = harmless::sentence(&message);
                    let said = match place {
                        Some(place) => words::panicked_at(message, harmless::sentence(&place)),
                        None => words::panicked(message),
                    };
                    return Err(Ended::from(said).into());
                }
                FromCandidate::Answer(_) => {
                    return Err(Ended::from(words::not_written().to_owned()).into());
                }
                FromCandidate::Report(report) => self.report(report),
                FromCandidate::Said(said) => {
                    self.run.tell(CheckEvent::Said(harmless::said(&said)));
                }
                FromCandidate::Ask(question) => {
                    let reply = self.reply(question, person);
                    self.program.send(Request::Reply(reply));
                }
            }
        }
    }

    fn hello(&mut self) -> Result<Hello, Gone> {
        let deadline = Instant::now() + self.run.exercise.budget.run;
        loop {
            match self.program.hear(deadline) {
                Heard::Hello(hello)
                    if hello.version == VERSION && hello.role == Role::Candidate =>
                {
                    return Ok(hello);
                }
                Heard::Hello(_) | Heard::Message(_) => {
                    return Err(Ended::from(ending_words::wrong_version().to_owned()).into());
                }
                other => self.other(other)?,
            }
        }
    }

    /// The next message.
    fn next(&mut self) -> Result<FromCandidate, Gone> {
        loop {
            match self.program.hear(Instant::now() + LONGEST) {
                Heard::Message(message) => return Ok(message),
                // It has begun, so it is not said that it did not.
                Heard::TimedOut => {
                    return Err(Ended::from(words::silent(LONGEST.as_secs() / 3600)).into());
                }
                other => self.other(other)?,
            }
        }
    }

    fn other(&mut self, heard: Heard<FromCandidate>) -> Result<(), Gone> {
        match heard {
            Heard::Line(stream, line) => {
                self.printed.tell(stream, line, &self.run);
                Ok(())
            }
            Heard::TimedOut => Err(Ended::from(words::no_hello().to_owned()).into()),
            Heard::OutOfMemory => Err(ending::out_of_memory().into()),
            Heard::TooManyProcesses => Err(ending::too_many_processes().into()),
            Heard::TooManyThreads => Err(ending::too_many_threads().into()),
            Heard::TooMuchWritten => Err(ending::too_much_written().into()),
            Heard::Ended(error) => Err(Gone::Ended(error)),
            Heard::Hello(_) | Heard::Message(_) => Ok(()),
        }
    }

    fn report(&mut self, report: Report) {
        if self.seen.lets_through(&report)
            && let Some(report) = report.open()
        {
            self.run.tell(CheckEvent::Report(harmless::report(report)));
        }
    }

    fn reply(&mut self, question: Ask, person: &mut Person<'_>) -> Reply {
        match question {
            Ask::File => loop {
                match person.files.next() {
                    None => return Reply::File(None),
                    Some(Ok(given)) => return Reply::File(Some(given)),
                    Some(Err(why)) => {
                        let note = Report::Note(harmless::sentence(&why));
                        self.run.tell(CheckEvent::Report(note));
                    }
                }
            },
            Ask::Data => loop {
                let (why, reply) = match person.files.data() {
                    Step::Part(part) => return Reply::Data(MoreData::Part(part)),
                    Step::End => return Reply::Data(MoreData::End),
                    Step::Tell(what) => (what, None),
                    Step::Refuse(why) => (why, Some(MoreData::Refused)),
                };
                let note = Report::Note(harmless::sentence(&why));
                self.run.tell(CheckEvent::Report(note));
                if let Some(reply) = reply {
                    return Reply::Data(reply);
                }
            },
            Ask::Line => {
                self.run.tell(CheckEvent::Listening);
                Reply::Line((person.line)(self.run.stop))
            }
            // A store answers every other question.
            other => self.store.answer(other).unwrap_or(Reply::Done),
        }
    }
}

fn title(offer: &Offer) -> &str {
    offer.trial_title().unwrap_or_default()
}
