//! What came of one piece of work, as it is kept: nothing in it depends on the machine or on the hour.

use serde::{Deserialize, Serialize};

use crate::runner::event::{CompilerMessage, Level};
use crate::runner::outcome::{Outcome, Timings, Verdict};

/// The version of these files.
const SCHEMA: u32 = 1;

/// Errors of the compiler that are kept: the first ones say it.
const ERRORS: usize = 5;

/// What came of one piece of work.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Graded {
    schema: u32,
    /// The fingerprint of what it followed from.
    pub key: String,
    /// How the check ended. The times are elsewhere.
    pub outcome: Outcome,
    /// The first errors of the compiler.
    pub errors: Vec<CompilerError>,
}

/// One error of the compiler.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CompilerError {
    /// `file:line:column`, relative to the course.
    pub place: Option<String>,
    /// What it said, in one line.
    pub message: String,
    /// What that means, where it is certain.
    pub in_words: Option<String>,
}

impl Graded {
    /// What came of the work of that name.
    pub fn new(key: &str, mut outcome: Outcome, errors: Vec<CompilerError>) -> Graded {
        outcome.timings = Timings::default();
        // JSON has no word for the others.
        outcome.metrics.retain(|(_, value)| value.is_finite());
        Graded {
            schema: SCHEMA,
            key: key.to_owned(),
            outcome,
            errors,
        }
    }

    /// Whether it is what the work of that name came to, in the shape that this program writes.
    pub fn is_of(&self, key: &str) -> bool {
        self.schema == SCHEMA && self.key == key
    }
}

/// Whether an outcome may be the fault of a busy machine, so that it counts only if it comes again when nothing else runs.
pub fn is_doubtful(outcome: &Outcome) -> bool {
    let may_be = |verdict: Verdict| verdict == Verdict::TimedOut || verdict.is_hindered();
    may_be(outcome.verdict) || outcome.piece.as_ref().is_some_and(|it| may_be(it.verdict))
}

/// Takes an error of the compiler in, if there is room.
pub fn note(errors: &mut Vec<CompilerError>, message: &CompilerMessage) {
    if message.level == Level::Error && errors.len() < ERRORS {
        errors.push(CompilerError {
            place: message.place.clone(),
            message: message.summary.clone(),
            in_words: message.in_words.clone(),
        });
    }
}
