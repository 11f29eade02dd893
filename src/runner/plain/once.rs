//! One check from its start to its outcome.

use std::io;
use std::sync::Arc;
use std::sync::mpsc::{self, Receiver, Sender};

use crate::runner::check::{self, CheckRequest};
use crate::runner::course::Course;
use crate::runner::event::CheckEvent;
use crate::runner::outcome::Outcome;
use crate::runner::plain::interrupt;
use crate::runner::problem::Problem;

/// Why there is no outcome.
#[derive(Debug)]
pub enum Stop {
    /// Something that the person can mend.
    Problem(Problem),
    /// Nobody reads what is printed.
    Output(io::Error),
    /// Ctrl-C.
    Interrupted,
}

impl From<Problem> for Stop {
    fn from(problem: Problem) -> Stop {
        Stop::Problem(problem)
    }
}

impl From<io::Error> for Stop {
    fn from(error: io::Error) -> Stop {
        Stop::Output(error)
    }
}

enum Signal {
    Event(Box<CheckEvent>),
    Interrupted,
    /// The check has let go of its end of the channel.
    Gone,
}

/// Runs checks one after another, each until its outcome or Ctrl-C.
pub struct Checks {
    course: Arc<Course>,
    seed: u64,
    sender: Sender<Signal>,
    receiver: Receiver<Signal>,
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
        }
    }

    /// Checks one exercise and shows every event to `seen`.
    pub fn check(
        &self,
        exercise: &str,
        mut seen: impl FnMut(&CheckEvent) -> io::Result<()>,
    ) -> Result<Outcome, Stop> {
        let request = CheckRequest {
            course: self.course.clone(),
            exercise: exercise.to_owned(),
            seed: self.seed,
        };
        let events = Tell(self.sender.clone());
        let handle = check::start(request, move |event| events.tell(event));
        let mut outcome = None;
        let stop = loop {
            match self.receiver.recv() {
                Ok(Signal::Event(event)) => {
                    if let Err(error) = seen(&event) {
                        break Some(Stop::Output(error));
                    }
                    if let CheckEvent::Finished(finished) = *event {
                        outcome = Some(finished);
                    }
                }
                Ok(Signal::Interrupted) => break Some(Stop::Interrupted),
                Ok(Signal::Gone) | Err(_) => break None,
            }
        };
        if stop.is_some() {
            handle.cancel();
        }
        handle.wait();
        match (stop, outcome) {
            (Some(stop), _) => Err(stop),
            (None, Some(outcome)) => Ok(outcome),
            (None, None) => Err(without_verdict(exercise).into()),
        }
    }
}

/// The check ended and did not say how: no fault of the learner.
pub fn without_verdict(exercise: &str) -> Problem {
    Problem::new(
        format!(
            "The check of `{exercise}` ended without a verdict, which is an error of gradlings."
        ),
        format!(
            "type `gradlings run {exercise}` to try again, and `gradlings doctor` if it happens again"
        ),
    )
}

/// Passes events on, and says so when the check lets go of it: the last thing that comes of a check in any case.
struct Tell(Sender<Signal>);

impl Tell {
    fn tell(&self, event: CheckEvent) {
        let _ = self.0.send(Signal::Event(Box::new(event)));
    }
}

impl Drop for Tell {
    fn drop(&mut self) {
        let _ = self.0.send(Signal::Gone);
    }
}
