//! Checks that run to their outcome or to Ctrl-C, whoever shows them: in lines, as JSON.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::io;
use std::sync::Arc;
use std::sync::mpsc::{self, Receiver, Sender};

use crate::runner::attempts::Recorder;
use crate::runner::check::{self, CheckHandle, CheckRequest};
use crate::runner::course::Course;
use crate::runner::event::CheckEvent;
use crate::runner::interrupt;
use crate::runner::outcome::Outcome;
use crate::runner::problem::Problem;
use crate::runner::words::plain::watching as words;

/// Why there is no outcome.
#[derive(Debug)]
pub enum NoOutcome {
    /// Something that the person can mend.
    Problem(Problem),
    /// Nobody reads what is printed.
    Output(io::Error),
    /// Ctrl-C.
    Interrupted,
}

impl From<Problem> for NoOutcome {
    fn from(problem: Problem) -> NoOutcome {
        NoOutcome::Problem(problem)
    }
}

impl From<io::Error> for NoOutcome {
    fn from(error: io::Error) -> NoOutcome {
        NoOutcome::Output(error)
    }
}

enum Signal {
    /// Of the check with this number.
    Event(usize, Box<CheckEvent>),
    Interrupted,
    /// The check with this number has let go of its end of the channel.
    Gone(usize),
}

/// Runs checks one after another, each until its outcome or Ctrl-C. What is judged is kept as an attempt.
pub struct Checks {
    course: Arc<Course>,
    seed: u64,
    sender: Sender<Signal>,
    receiver: Receiver<Signal>,
    /// Why an attempt could not be kept, the first time.
    unkept: RefCell<Option<Problem>>,
}

impl Checks {
    /// Checks of exercises of this course.
    pub fn new(course: Arc<Course>, seed: u64) -> Checks {
        let (sender, receiver) = mpsc::channel();
        let interrupts = sender.clone();
        interrupt::listen(move || {
            let _ = interrupts.send(Signal::Interrupted);
        });
        Checks {
            course,
            seed,
            sender,
            receiver,
            unkept: RefCell::default(),
        }
    }

    /// Checks one exercise and shows every event to `seen`.
    pub fn check(
        &self,
        exercise: &str,
        mut seen: impl FnMut(&CheckEvent) -> io::Result<()>,
    ) -> Result<Outcome, NoOutcome> {
        let names = [exercise.to_owned()];
        let mut outcomes = self.check_each(&names, 1, |_, event| seen(event))?;
        outcomes
            .pop()
            .ok_or_else(|| without_verdict(exercise).into())
    }

    /// Checks several exercises, `at_once` of them side by side, and shows every event to `seen` with the number of its
    /// exercise. The outcomes are in the order of the names.
    pub fn check_each(
        &self,
        names: &[String],
        at_once: usize,
        mut seen: impl FnMut(usize, &CheckEvent) -> io::Result<()>,
    ) -> Result<Vec<Outcome>, NoOutcome> {
        let mut outcomes: Vec<Option<Outcome>> = vec![None; names.len()];
        let mut running: BTreeMap<usize, (CheckHandle, Recorder)> = BTreeMap::new();
        let mut waiting = 0..names.len();
        let stop = loop {
            while running.len() < at_once.max(1)
                && let Some(number) = waiting.next()
            {
                let events = Tell(number, self.sender.clone());
                let recorder = Recorder::begin(&self.course, &names[number]);
                let handle = check::start(self.request(&names[number]), move |event| {
                    events.tell(event);
                });
                running.insert(number, (handle, recorder));
            }
            if running.is_empty() {
                break None;
            }
            match self.receiver.recv() {
                Ok(Signal::Event(number, event)) => {
                    if let Some((_, recorder)) = running.get_mut(&number) {
                        recorder.hear(&event);
                    }
                    if let Err(error) = seen(number, &event) {
                        break Some(NoOutcome::Output(error));
                    }
                    if let CheckEvent::Finished(finished) = *event {
                        outcomes[number] = Some(finished);
                    }
                }
                Ok(Signal::Gone(number)) => {
                    if let Some((handle, mut recorder)) = running.remove(&number) {
                        handle.wait();
                        if let Err(problem) = recorder.keep() {
                            self.unkept.borrow_mut().get_or_insert(problem);
                        }
                    }
                }
                Ok(Signal::Interrupted) => break Some(NoOutcome::Interrupted),
                // This side holds a sender, so there always is a next signal.
                Err(_) => break None,
            }
        };
        for (handle, _) in running.into_values() {
            handle.cancel();
            handle.wait();
        }
        if let Some(stop) = stop {
            return Err(stop);
        }
        let told = outcomes.into_iter().zip(names);
        told.map(|(outcome, name)| outcome.ok_or_else(|| without_verdict(name).into()))
            .collect()
    }

    /// Whether every attempt so far could be kept.
    pub fn kept(&self) -> Result<(), Problem> {
        self.unkept.take().map_or(Ok(()), Err)
    }

    /// The request for one exercise.
    pub fn request(&self, exercise: &str) -> CheckRequest {
        CheckRequest {
            course: self.course.clone(),
            exercise: exercise.to_owned(),
            seed: self.seed,
        }
    }
}

/// The check ended and did not say how: no fault of the learner.
pub fn without_verdict(exercise: &str) -> Problem {
    Problem::new(words::no_verdict(exercise), words::try_again(exercise))
}

/// Passes events on, and says so when the check lets go of it: the last thing that comes of a check in any case.
struct Tell(usize, Sender<Signal>);

impl Tell {
    fn tell(&self, event: CheckEvent) {
        let _ = self.1.send(Signal::Event(self.0, Box::new(event)));
    }
}

impl Drop for Tell {
    fn drop(&mut self) {
        let _ = self.1.send(Signal::Gone(self.0));
    }
}
