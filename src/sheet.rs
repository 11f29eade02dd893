//! The answer sheet: everything a reference says about an exercise, as data that the runner keeps in a cache.

pub mod change;
mod cotangent;
mod fragment;
mod interruption;
mod lent;
mod plan;
mod repeat;
mod variation;

pub use cotangent::cotangent;
pub use fragment::{Collected, Fragment};
pub use interruption::{Interruption, Lives};
pub use lent::Lent;
pub use plan::{Depth, Planned};
pub use repeat::{Repeat, after, another_seed};
pub use variation::{Change, Missing, Variation};

use serde::{Deserialize, Serialize};

use crate::comparator::{Comparator, CurveComparator};
use crate::report::Curve;
use crate::wire::Value;

/// What one call came to, for a candidate and for a mistake alike.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Answer {
    /// The function returned.
    Returned(Returned),
    /// `todo!()` or `unimplemented!()` was reached.
    Todo,
    /// The function panicked.
    Panicked {
        /// The message of the panic.
        message: String,
        /// `file:line:column` of the panic, where known.
        place: Option<String>,
    },
    /// The inputs do not fit the function: its signature is not the one of the exercise.
    Refused(String),
    /// The function returned more bytes than a frame can hold.
    TooLarge(usize),
    /// The library ended the call: the function tried what is not counted.
    Stopped {
        /// A whole sentence for the learner.
        why: String,
        /// `file:line:column` of the line that tried it, where one line is to blame.
        place: Option<String>,
    },
}

/// What a function returned, and what it reported on the way.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Returned {
    /// The parts of the answer; a gradient check answers with the value and then one gradient per differentiated input.
    pub parts: Vec<Value>,
    /// The metrics reported during the call.
    pub curves: Vec<Curve>,
    /// Inputs that were differentiated, but whose tape the function left behind.
    pub lent: Vec<Lent>,
}

/// One function of the exercise with its cases.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Check {
    /// What the learner reads: the name of the function, and of the group of cases where it has more than one.
    pub name: String,
    /// The function that is called, by the name under which the exercise offers it.
    pub function: String,
    /// Whether the function is a check itself: it answers yes to what is right and no to what is wrong, and each case is
    /// one or the other.
    pub catches: bool,
    /// Where a case asks whether the function gives the same again.
    pub repeat: Option<Repeat>,
    /// Where a case asks whether the function goes on where it was when its program ended.
    pub interruption: Option<Interruption>,
    /// How it is called.
    pub kind: CheckKind,
    /// The names of the inputs, for the person who reads the verdict.
    pub inputs: Vec<String>,
    /// The parts of the answer, and how each is compared.
    pub parts: Vec<Part>,
    /// The curves that must be reported, and what they must do.
    pub curves: Vec<CurvePart>,
    /// Named wrong implementations.
    pub mistakes: Vec<Mistake>,
    /// From small to large.
    pub cases: Vec<Case>,
    /// What is right for changed inputs.
    pub variations: Vec<Variation>,
}

/// How a function is called.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum CheckKind {
    /// Values in, values out.
    Function,
    /// Values in, the value and its gradients out.
    Gradient,
    /// Weights and a batch in, the shapes of the parameters and the outputs out.
    Model,
    /// A run with a budget and a stream of reports.
    Training,
    /// A value for each rank in, and one for each rank out.
    Ranks,
}

/// One part of an answer.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Part {
    /// What it is: `value`, `gradient of logits`.
    pub name: String,
    /// How it is compared.
    pub comparator: Comparator,
}

/// One series that a function reports.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct CurvePart {
    /// The series: `loss`.
    pub series: String,
    /// What it must do.
    pub comparator: CurveComparator,
    /// Whether it is a share, from 0 to 1.
    pub is_share: bool,
    /// Whether it is measured on data that is not trained on.
    pub is_held_out: bool,
    /// Whether it may be missing. Then it is not judged either, only drawn and watched.
    pub is_optional: bool,
    /// Whether it is something that the training is given, and says nothing about how well it goes: a learning rate.
    pub is_setting: bool,
}

/// A named wrong implementation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mistake {
    /// A short name: `summed`.
    pub id: String,
    /// What the learner should read.
    pub sentence: String,
    /// Whether it stands in the exercise as it is given, for the learner to find. Its sentence tells the symptom, not the
    /// cause.
    pub is_bug: bool,
}

/// One set of inputs with the right answer and the wrong ones.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Case {
    /// What is special about it, or empty.
    pub label: String,
    /// The seed that the device starts from.
    pub seed: u64,
    /// One value per parameter.
    pub inputs: Vec<Value>,
    /// What the solution answers.
    pub right: Returned,
    /// What each mistake answers, in the order of [`Check::mistakes`]. Those at the end that have not been run are not
    /// there; for a case that mistakes are not run on, none is.
    pub wrong: Vec<Answer>,
    /// What the reference says of each of them, where the comparator is a property. In the order of `wrong`, or empty.
    pub inspected: Vec<Option<String>>,
    /// How far one rounding of every input moves each element of each part of `right`. Empty where it was not measured.
    pub noise: Vec<Vec<f32>>,
    /// Run only once everything else has passed: the long training at the end.
    pub last: bool,
    /// After how many marks each life of the program is ended, but for the last one: see [`Interruption`].
    pub ends: Vec<usize>,
}
