//! What the right function answers to inputs that are not a case of their own: what tells why an answer is wrong.

use serde::{Deserialize, Serialize};

use crate::wire::Value;

/// A case with something changed about its inputs, and what the reference answers then.
///
/// Some are put to a candidate as well, to see whether its answer moves as the right one does. The others are only
/// held beside the candidate's answer to the case itself: who is right for the changed inputs did not use the real ones.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Variation {
    /// The number of the case.
    pub case: usize,
    /// What is changed.
    pub change: Change,
    /// The changed inputs, where a candidate is asked with them; else empty.
    pub inputs: Vec<Value>,
    /// The parts of the right answer to the changed inputs.
    pub right: Vec<Value>,
}

/// What is changed about the inputs of a case. Inputs and axes are counted from 0.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Change {
    /// Asked: the rows of these inputs, which belong together, in another order. Row `n` is what was row `order[n]`.
    Reordered {
        /// The inputs that share the axis.
        inputs: Vec<usize>,
        /// A permutation.
        order: Vec<usize>,
    },
    /// Asked: one input is another one of the same form.
    Another {
        /// Which.
        input: usize,
    },
    /// Asked: one input is multiplied.
    Larger {
        /// Which.
        input: usize,
        /// By how much.
        factor: f32,
    },
    /// Asked: one input is divided, so that its largest number is 1.
    Smaller {
        /// Which.
        input: usize,
    },
    /// Asked: of these inputs, which belong together, only the first two rows are left.
    Fewer {
        /// The inputs that share the axis.
        inputs: Vec<usize>,
    },
    /// Some rows of these inputs, which belong together, are left out.
    Without {
        /// The inputs that share the axis.
        inputs: Vec<usize>,
        /// Which rows.
        rows: Missing,
    },
    /// One input has its axes in another order: axis `n` is what was axis `axes[n]`.
    Transposed {
        /// Which.
        input: usize,
        /// A permutation.
        axes: Vec<usize>,
    },
    /// Every element of one input is the same number.
    Constant {
        /// Which.
        input: usize,
        /// The number.
        value: f32,
    },
    /// One input has the other sign.
    Negated {
        /// Which.
        input: usize,
    },
    /// Two inputs of one form have changed places.
    Exchanged {
        /// Which.
        inputs: (usize, usize),
    },
}

/// Rows that are left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Missing {
    /// The last one.
    Last,
    /// The first one.
    First,
    /// All but the first one.
    AllButFirst,
    /// All but the last one.
    AllButLast,
}
