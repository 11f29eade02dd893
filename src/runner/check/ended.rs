//! The end of a check before its checks could be judged.

use super::harmless;
use super::unfinished::unfinished;
use crate::runner::outcome::{Outcome, Piece, Verdict};
use crate::runner::problem::Problem;
use crate::runner::text;
use crate::runner::words::judge::reading as words;

/// The end of a check before its checks could be judged.
pub(super) struct Ended {
    pub(super) verdict: Verdict,
    pub(super) message: Option<String>,
    pub(super) piece: Option<Piece>,
}

/// The fingerprints of the two texts that a verdict follows from.
pub(super) struct Prints {
    pub(super) candidate: String,
    pub(super) reference: String,
}

impl Ended {
    pub(super) fn with(verdict: Verdict, message: impl Into<String>) -> Self {
        Self {
            verdict,
            message: Some(harmless::sentence(&message.into())),
            piece: None,
        }
    }

    /// The outcome of a check of this exercise that ends so.
    pub(super) fn outcome(self, exercise: &str) -> Outcome {
        self.after(unfinished(exercise))
    }

    /// The outcome of a check that ends so after all that `judged` has.
    pub(super) fn after(self, judged: Outcome) -> Outcome {
        Outcome {
            verdict: self.verdict,
            message: self.message,
            piece: self.piece,
            ..judged
        }
    }
}

/// The end of a program that gives no answer.
impl From<String> for Ended {
    fn from(message: String) -> Self {
        Ended::with(Verdict::NoAnswer, message)
    }
}

/// A fault of the machine or of the course, the mend first: whoever reads it has written nothing wrong.
impl From<Problem> for Ended {
    fn from(problem: Problem) -> Self {
        let Problem {
            what,
            place,
            next,
            lacks_crates,
        } = problem;
        let verdict = match lacks_crates {
            true => Verdict::NoCrates,
            false => Verdict::CannotCheck,
        };
        let place = place.map(|place| text::line(&place));
        let lines = [Some(words::what_to_do(next)), Some(what), place];
        let lines: Vec<String> = lines.into_iter().flatten().collect();
        Ended::with(verdict, lines.join("\n"))
    }
}
