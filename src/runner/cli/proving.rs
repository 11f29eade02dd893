//! A proof that runs beside the one who tells of it: each exercise is told of as soon as it is proven.

use std::sync::Arc;
use std::sync::mpsc::{self, Receiver, RecvTimeoutError};
use std::thread;
use std::time::Duration;

use super::message::say;
use crate::runner::author::{Proof, Seeds, Step, prove};
use crate::runner::checks::NoOutcome;
use crate::runner::course::Course;
use crate::runner::problem::Problem;
use crate::runner::words::plain::shell as words;

/// After so long without any news, what is still running is said.
const QUIET: Duration = Duration::from_secs(30);

/// Proves the exercises `names` on so many seeds. `ended` gets each proof at once, in the order in which they end. What is
/// being done goes where it can be thrown away: the proofs are the answer.
pub fn each(
    course: &Arc<Course>,
    names: &[String],
    seeds: &Seeds<'_>,
    ended: impl FnMut(&Proof) -> Result<(), NoOutcome>,
) -> Result<(), NoOutcome> {
    let (tell, told) = mpsc::channel();
    thread::scope(|scope| {
        let proving = scope.spawn(move || {
            prove(course, names, seeds, &|step| {
                // Who stopped listening has seen enough.
                let _ = tell.send(step);
            })
        });
        let heard = hear(&told, QUIET, &say, ended);
        let proven = proving
            .join()
            .unwrap_or_else(|_| Err(Problem::new(words::proof_broke(), words::report_it())));
        heard?;
        proven?;
        Ok(())
    })
}

/// Hears the steps of a proof to its end.
fn hear(
    told: &Receiver<Step>,
    quiet: Duration,
    say: &dyn Fn(&str),
    mut ended: impl FnMut(&Proof) -> Result<(), NoOutcome>,
) -> Result<(), NoOutcome> {
    let mut running: Vec<String> = Vec::new();
    loop {
        match told.recv_timeout(quiet) {
            Ok(Step::Building) => say("building the exercises, their solutions and their checks"),
            Ok(Step::Begun(name)) => {
                say(&format!("proving {name}"));
                running.push(name);
            }
            Ok(Step::Ended(proof)) => {
                running.retain(|name| *name != proof.exercise);
                ended(&proof)?;
            }
            Err(RecvTimeoutError::Timeout) if running.is_empty() => say("still building"),
            Err(RecvTimeoutError::Timeout) => say(&format!("still proving {}", running.join(", "))),
            Err(RecvTimeoutError::Disconnected) => return Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use std::cell::RefCell;

    use super::*;

    #[test]
    fn each_proof_is_told_when_it_ends_and_what_still_runs_when_nothing_happens() {
        let proof = |name: &str| Proof {
            exercise: name.to_owned(),
            mistakes: 0,
            seeds: 20,
            faults: Vec::new(),
            notes: Vec::new(),
            given: None,
        };
        let (tell, told) = mpsc::channel();
        let begun = ["a", "b", "c"].map(|name| Step::Begun(name.to_owned()));
        for step in begun.into_iter().chain([Step::Ended(proof("b"))]) {
            tell.send(step).expect("somebody listens");
        }
        let tell = RefCell::new(Some(tell));
        let lines = RefCell::new(Vec::new());
        let say = |line: &str| {
            lines.borrow_mut().push(line.to_owned());
            // Only what is said of the silence lets the others end.
            if line.starts_with("still")
                && let Some(tell) = tell.borrow_mut().take()
            {
                for name in ["c", "a"] {
                    let step = Step::Ended(proof(name));
                    tell.send(step).expect("somebody listens");
                }
            }
        };
        let ended = |proof: &Proof| {
            lines.borrow_mut().push(format!("{} ended", proof.exercise));
            Ok(())
        };
        assert!(hear(&told, Duration::ZERO, &say, ended).is_ok());
        let expected = [
            "proving a",
            "proving b",
            "proving c",
            "b ended",
            "still proving a, c",
            "c ended",
            "a ended",
        ];
        assert_eq!(*lines.borrow(), expected);
    }
}
