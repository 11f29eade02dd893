//! What happens while an exercise is judged: one stream that the screen and the plain text both read.

use std::sync::Arc;
use std::time::Duration;

use crate::report::{Drawing, Report};
use crate::runner::countdown::Left;
use crate::runner::outcome::{CheckOutcome, HealthLine, Outcome};
use crate::runner::trainings::Begun;

/// One thing that happened.
#[derive(Clone, Debug, PartialEq)]
pub enum CheckEvent {
    /// The text of the exercise was read: the verdict will be about exactly these bytes.
    Text(Arc<[u8]>),
    /// A stage began.
    Stage(Stage),
    /// cargo began or finished another crate; only long builds say so.
    Compiled {
        /// Crates done.
        done: usize,
        /// Crates in all, as far as cargo has said.
        of: usize,
        /// The crate that is being compiled, of several the one that began first; or what cargo says that it is doing.
        package: String,
        /// How long crates have been compiled, from the first one on.
        spent: Duration,
    },
    /// rustc said something about the learner's file.
    Compiler(CompilerMessage),
    /// The candidate is built.
    Built(Duration),
    /// The learner's program printed a line.
    Printed {
        /// Which of its two streams.
        stream: Stream,
        /// The line, without its end and without escape sequences.
        line: String,
    },
    /// Lines that were printed too fast to keep.
    Dropped(usize),
    /// The learner's program reported something.
    Report(Report<Drawing>),
    /// What is not well with the training that is running, in place of what was said of it before.
    Health(Vec<HealthLine>),
    /// Several reports at once, in their order; only the screen is told so.
    Reports(Vec<Report<Drawing>>),
    /// A training begins: what is reported from here on is its own.
    Training(Begun),
    /// Everything is judged, and the shows of the exercise are played: what is reported from here on is theirs.
    Shows,
    /// More than half of the budget of what is running is used.
    Budget(Left),
    /// What the learner built is tried out: what it does, in the words of the exercise.
    Tried(String),
    /// Words of a program that is tried out, for the person who does; they end a line only where they say so.
    Said(String),
    /// It waits for a line to be typed.
    Listening,
    /// One check was judged.
    Judged(CheckOutcome),
    /// The end.
    Finished(Outcome),
}

/// Where the check is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Stage {
    /// cargo builds the learner's file (and, the first time, dfdx).
    Building,
    /// cargo builds the solution.
    BuildingReference,
    /// The reference works out its answers.
    Reference {
        /// Steps done.
        done: usize,
        /// Steps in all.
        of: usize,
    },
    /// The candidate runs this check.
    Running {
        /// The check.
        check: String,
        /// Case number, from 1.
        case: usize,
        /// Cases in all.
        of: usize,
    },
}

/// A stream of the learner's program.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stream {
    /// Standard output.
    Output,
    /// Standard error.
    Error,
}

/// One message of the compiler.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CompilerMessage {
    /// Error or warning.
    pub level: Level,
    /// The first line, plain.
    pub summary: String,
    /// `file:line:column`, relative to the course.
    pub place: Option<String>,
    /// The line in the learner's file, where there is one.
    pub line: Option<usize>,
    /// What it means and how it is mended, in the words of the course, where that is certain.
    pub in_words: Option<String>,
    /// The whole message with the compiler's colours as escape sequences; only colour sequences are left in it.
    pub rendered: String,
}

/// How bad a message is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Level {
    /// It does not compile.
    Error,
    /// It compiles.
    Warning,
}
