//! The shows of an exercise: called once everything is judged, drawn, and never part of the verdict.

use std::time::{Duration, Instant};

use super::life::Life;
use super::running::Candidate;
use crate::message::{FromCandidate, Hello, Request};
use crate::runner::check::flood::Seen;
use crate::runner::event::CheckEvent;
use crate::runner::outcome::{CheckOutcome, CheckState};
use crate::runner::program::Heard;
use crate::sheet::Answer;

/// What all shows of an exercise may take together. The verdict waits for them, and they take milliseconds.
const BUDGET: Duration = Duration::from_secs(2);

/// Plays every show that the program offers, where its functions return at all: a wrong function is worth looking at,
/// one that is not written yet shows nothing. A show that fails or takes too long just ends; the verdict stands.
pub(super) fn play(candidate: &mut Candidate, hello: &Hello, checks: &[CheckOutcome]) {
    let returns = |state| matches!(state, CheckState::Passed | CheckState::Failed);
    if checks.is_empty() || !checks.iter().all(|check| returns(check.state)) {
        return;
    }
    candidate.run.tell(CheckEvent::Shows);
    let deadline = Instant::now() + BUDGET;
    // However much was reported while it was judged, a show is there to be seen.
    candidate.seen = Seen::default();
    candidate.life = Life::default();
    for offer in hello.offers.iter().filter(|offer| offer.title().is_some()) {
        candidate.program.send(Request::Call {
            function: offer.name.clone(),
            inputs: Vec::new(),
            seed: candidate.run.seed,
        });
        if one(candidate, deadline).is_none() {
            return;
        }
    }
}

/// Passes on what one show reports, until it returns. `None` where no other can be played.
fn one(candidate: &mut Candidate, deadline: Instant) -> Option<()> {
    loop {
        match candidate.program.hear(deadline) {
            Heard::Message(FromCandidate::Report(report)) => candidate.show(report),
            Heard::Message(FromCandidate::Answer(answer)) => {
                let is_over = matches!(
                    answer,
                    Answer::Returned(_) | Answer::Panicked { .. } | Answer::Stopped { .. }
                );
                return is_over.then_some(());
            }
            Heard::Message(FromCandidate::Ask(question)) => candidate.reply(question),
            // There is nobody to talk to.
            Heard::Message(FromCandidate::Said(_)) => {}
            Heard::Line(stream, line) => candidate.printed.tell(stream, line, &candidate.run),
            Heard::Hello(_)
            | Heard::TimedOut
            | Heard::OutOfMemory
            | Heard::TooManyProcesses
            | Heard::TooManyThreads
            | Heard::TooMuchWritten
            | Heard::Ended(_) => return None,
        }
    }
}
