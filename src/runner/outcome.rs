//! What came of judging one exercise: the words and numbers that the screen, the plain text and the JSON show.

mod diagnosis_kind;

use std::time::Duration;

use serde::{Deserialize, Serialize};

pub use diagnosis_kind::DiagnosisKind;

/// How an exercise ended, in one word.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// Every check agrees with the reference.
    Passed,
    /// At least one check does not.
    Failed,
    /// A `todo!()` was reached.
    Todo,
    /// rustc refused the file.
    CompileError,
    /// The learner's code panicked.
    Panicked,
    /// It was stopped when its budget ran out.
    TimedOut,
    /// It was stopped for its memory.
    OutOfMemory,
    /// It ended, or wrote nonsense, without answering.
    NoAnswer,
    /// An earlier exercise that it is composed of is not passed, so it was not judged.
    Piece,
    /// A key or a newer save stopped it.
    Cancelled,
    /// Nothing could be built: the crates that programs link could not be fetched.
    NoCrates,
    /// Nothing could be judged: the machine or the course is at fault, or there is no text.
    CannotCheck,
}

impl Verdict {
    /// The word of the JSON.
    pub fn word(self) -> &'static str {
        match self {
            Verdict::Passed => "passed",
            Verdict::Failed => "failed",
            Verdict::Todo => "todo",
            Verdict::CompileError => "compile_error",
            Verdict::Panicked => "panicked",
            Verdict::TimedOut => "timed_out",
            Verdict::OutOfMemory => "out_of_memory",
            Verdict::NoAnswer => "no_answer",
            Verdict::Piece => "piece",
            Verdict::Cancelled => "cancelled",
            Verdict::NoCrates => "no_crates",
            Verdict::CannotCheck => "cannot_check",
        }
    }

    /// Whether something other than the learner's text kept it from being judged. Its message begins with what to do.
    pub fn is_hindered(self) -> bool {
        matches!(self, Verdict::NoCrates | Verdict::CannotCheck)
    }
}

/// The outcome of one exercise, once.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Outcome {
    /// The name of the exercise.
    pub name: String,
    /// How it ended.
    pub verdict: Verdict,
    /// One entry per check, in the order of the sheet. Empty where nothing was judged.
    pub checks: Vec<CheckOutcome>,
    /// One sentence about the whole, where no check can say it: the budget that ran out, the signal that ended it.
    pub message: Option<String>,
    /// The earlier exercise that is not passed, where the verdict is [`Verdict::Piece`].
    #[serde(default)]
    pub piece: Option<Piece>,
    /// How long it took.
    pub timings: Timings,
    /// The last value of each reported series.
    pub metrics: Vec<(String, f32)>,
    /// What is not well with the trainings, each once. Empty where all is well.
    pub health: Vec<HealthLine>,
}

/// An earlier exercise that a composed one includes, and how its own check ended.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Piece {
    /// The name of the earlier exercise.
    pub name: String,
    /// How it ended.
    pub verdict: Verdict,
}

impl Outcome {
    /// Whether it waits for the earlier exercise of that name.
    pub fn waits_for(&self, name: &str) -> bool {
        self.piece.as_ref().is_some_and(|piece| piece.name == name)
    }
}

/// One thing that is not well with a training.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct HealthLine {
    /// What it is in a word: `loss_flat`, `dead_relu`, `overfitting`, ...
    pub kind: String,
    /// The step at which it was found or began, counted from 0.
    pub step: Option<u64>,
    /// One sentence that says it with its numbers and its step, and one that says what to look at.
    pub message: String,
}

/// How long the parts took. What did not happen took no time.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Timings {
    /// cargo.
    pub build: Duration,
    /// The candidate, from its start to its last answer.
    pub run: Duration,
    /// From the request to the verdict.
    pub total: Duration,
}

/// The outcome of one check.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct CheckOutcome {
    /// The name of the function.
    pub name: String,
    /// How it went.
    pub state: CheckState,
    /// Cases that were judged.
    pub cases: usize,
    /// Cases that failed.
    pub failed: usize,
    /// Why it failed, in words.
    pub diagnosis: Option<Diagnosis>,
    /// The numbers under the words.
    pub numbers: Option<Numbers>,
}

impl CheckOutcome {
    /// Whether it was judged and did not pass: what is not written yet does not fail.
    pub fn fails(&self) -> bool {
        matches!(self.state, CheckState::Failed | CheckState::Panicked)
    }
}

/// How one check went.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum CheckState {
    /// Every case agrees.
    Passed,
    /// A case does not.
    Failed,
    /// `todo!()` was reached.
    Todo,
    /// A call panicked.
    Panicked,
    /// Not judged, because something before it ended the run.
    Skipped,
}

/// Why a check failed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Diagnosis {
    /// What sort of explanation it is.
    pub kind: DiagnosisKind,
    /// The mistake's id, where `kind` is `mistake`.
    pub id: Option<String>,
    /// One or two sentences for the learner.
    pub message: String,
}

/// The smallest failing case in numbers.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Numbers {
    /// Which case: `case 3 of 24, one row`.
    pub case: String,
    /// The number of the case, from 1; 0 where it is not known.
    #[serde(default)]
    pub number: usize,
    /// `name = value` for every input, shortened.
    pub inputs: Vec<(String, String)>,
    /// The part that is compared: `gradient of logits`.
    pub part: String,
    /// The worst elements first.
    pub rows: Vec<NumberRow>,
    /// Elements outside the tolerance.
    pub off: usize,
    /// Elements in all.
    pub of: usize,
    /// The tolerance in words: `2e-6 + 1e-5 of the expected value`.
    pub tolerance: String,
    /// Which elements are off, row by row, for the map under the table. Empty where it makes no sense.
    pub map: Vec<Vec<bool>>,
}

/// One element.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct NumberRow {
    /// Where: `[0, 3]`, or what it is.
    pub element: String,
    /// What the candidate answered.
    pub yours: String,
    /// What the reference answers.
    pub expected: String,
    /// The distance, where there is one.
    pub error: String,
}
