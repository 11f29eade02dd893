//! Which checks there are, and how much of one is worked out: no verdict waits for what it does not need.

use serde::{Deserialize, Serialize};

use super::CheckKind;

/// A check before anything of it is worked out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Planned {
    /// What the learner reads.
    pub name: String,
    /// The function that is called, by the name under which the exercise offers it.
    pub function: String,
    /// How it is called.
    pub kind: CheckKind,
    /// How `main` of the exercise writes that: `ranks(...).counting(Messages)`.
    pub written: String,
    /// For each input the name of its type, where that measures what is done with it.
    pub metered: Vec<Option<String>>,
    /// Cases in all.
    pub cases: usize,
    /// Those of them that are run only once everything else has passed.
    pub last: usize,
    /// Whether the exercise comes with a bug in the function, which the learner hunts.
    pub is_hunt: bool,
}

/// How much of a check is worked out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Depth {
    /// What is right in every case but the last ones: whether a candidate passes.
    Cases,
    /// The same with what all mistakes answer and what is right for changed inputs: why it does not.
    Mistakes,
    /// What one mistake answers, by its number, and nothing else: one that trains costs as much as the solution does.
    Mistake(usize),
    /// What is right in the last cases alone.
    Last,
    /// All of it.
    Whole,
}

impl Depth {
    /// Whether the right answer to a case is worked out.
    pub fn covers(self, last: bool) -> bool {
        match self {
            Depth::Cases | Depth::Mistakes => !last,
            Depth::Mistake(_) => false,
            Depth::Last => last,
            Depth::Whole => true,
        }
    }

    /// Whether a mistake answers the cases that are not the last ones.
    pub fn runs(self, mistake: usize) -> bool {
        match self {
            Depth::Mistakes | Depth::Whole => true,
            Depth::Mistake(number) => number == mistake,
            Depth::Cases | Depth::Last => false,
        }
    }

    /// Whether changed inputs are answered.
    pub fn varies(self) -> bool {
        matches!(self, Depth::Mistakes | Depth::Whole)
    }
}
