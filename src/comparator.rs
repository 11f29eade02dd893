//! How two answers are held against each other, as data: the reference chooses, the judge executes.

use serde::{Deserialize, Serialize};

/// How one part of an answer is compared with the reference's.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Comparator {
    /// Every element within a tolerance: the one given, or the one that follows from `f32` and the size of the case.
    Close(Option<Tolerance>),
    /// Equal to the last bit: labels, shapes, counts.
    Exact,
    /// The same elements, in any order.
    SameMultiset,
    /// Equal, one by one, where an answer may be longer or shorter than the right one: texts, tokens. What is said names
    /// the first difference.
    Sequence,
    /// The same texts or whole numbers, in any order and however often.
    Set,
    /// Rows that were moved about together with what belongs to them. See [`Correspondence`].
    Correspondence(Correspondence),
    /// Random numbers: the same mean, deviation and share of zeros, within what chance allows.
    Statistics,
    /// Every row is a probability distribution, and close to the reference's.
    Simplex,
    /// Logits of which at least this share names the right class. The labels never reach the candidate.
    Accuracy {
        /// One label per row of the logits.
        labels: Vec<usize>,
        /// The smallest share that passes, in 0..=1.
        at_least: f32,
    },
    /// An accuracy that the candidate claims for the logits it returned as part number `logits`.
    Claim {
        /// Which part holds the logits.
        logits: usize,
        /// One label per row of those logits.
        labels: Vec<usize>,
    },
    /// A count: no element is more than so many times the reference's, and less is right too.
    AtMost(f32),
    /// Only the reference can tell: it is asked with the inputs and the answer.
    Property,
    /// Not compared by itself: another part speaks for it.
    Free,
}

/// How far an element may be off: `absolute + relative * |expected|`.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Tolerance {
    /// In the unit of the value.
    pub absolute: f32,
    /// A share of the expected value.
    pub relative: f32,
}

/// Which rows may have moved, and where to: the comparator of a shuffle or a split.
///
/// Part `rows` of the answer and part `partners` are compared together: the pairs (row, partner) of all groups must be
/// the pairs of the reference, each once; every group must have the reference's size; and the order must be another one
/// than that of the input.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Correspondence {
    /// `(rows, partners)`: the numbers of the two parts of each group.
    pub groups: Vec<(usize, usize)>,
    /// The inputs that hold the rows and the partners in their original order.
    pub original: (usize, usize),
}

/// What a reported series must do. All of them must stay finite. Where a series begins and where it ends are the means of
/// its first and of its last tenth.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum CurveComparator {
    /// End at most at `factor` times where the reference ends, plus `slack`.
    EndsLow {
        /// Times the reference's end.
        factor: f32,
        /// In the unit of the curve.
        slack: f32,
    },
    /// End lower than it begins.
    Falls,
    /// End below this.
    FallsBelow(f32),
    /// End higher than it begins.
    Rises,
    /// End above this.
    RisesAbove(f32),
    /// Never leave this range.
    StaysWithin {
        /// The smallest value that is allowed.
        low: f32,
        /// The largest.
        high: f32,
    },
    /// Have the reference's steps, and be no further than this from the reference at any of them.
    Follows(f32),
    /// Be reported at all.
    Reported,
}

/// Which way a series goes where all is well.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trend {
    /// Down: a loss, a perplexity.
    Falls,
    /// Up: an accuracy.
    Rises,
    /// Neither.
    Stays,
}

impl CurveComparator {
    /// Which way the series goes where all is well.
    pub fn trend(&self) -> Trend {
        match self {
            CurveComparator::EndsLow { .. }
            | CurveComparator::Falls
            | CurveComparator::FallsBelow(_) => Trend::Falls,
            CurveComparator::Rises | CurveComparator::RisesAbove(_) => Trend::Rises,
            CurveComparator::StaysWithin { .. }
            | CurveComparator::Follows(_)
            | CurveComparator::Reported => Trend::Stays,
        }
    }
}
