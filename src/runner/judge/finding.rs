//! What is wrong with one part of an answer, as data.

use super::sequence::fault::{SequenceFault, SetFault, Unit};
use crate::runner::outcome::DiagnosisKind;

/// One thing that is wrong.
#[derive(Clone, Debug, PartialEq)]
pub struct Finding {
    /// Where in the answer.
    pub place: PartOrCurve,
    /// What.
    pub fault: Fault,
}

/// A part of an answer, by its number, or a curve.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PartOrCurve {
    /// `Check::parts[n]`.
    Part(usize),
    /// `Check::curves[n]`.
    Curve(usize),
}

/// What is wrong.
#[derive(Clone, Debug, PartialEq)]
pub enum Fault {
    /// Another number of parts than the reference.
    PartCount {
        /// How many the reference answers with.
        expected: usize,
        /// How many came.
        got: usize,
    },
    /// Another sort of value.
    Type {
        /// The reference's.
        expected: Sort,
        /// The candidate's.
        got: Sort,
    },
    /// Another shape.
    Shape {
        /// The reference's.
        expected: Vec<usize>,
        /// The candidate's.
        got: Vec<usize>,
    },
    /// Another number of arrays.
    ArrayCount {
        /// How many the reference has.
        expected: usize,
        /// How many came.
        got: usize,
    },
    /// One of several arrays has another shape.
    ArrayShape {
        /// Which one.
        array: usize,
        /// The reference's.
        expected: Vec<usize>,
        /// The candidate's.
        got: Vec<usize>,
    },
    /// Elements outside the tolerance.
    Values {
        /// Which ones, as positions in row-major order, the worst first.
        off: Vec<usize>,
    },
    /// A count is too high.
    TooMuch {
        /// Which element, where there are several.
        at: Option<usize>,
        /// The candidate's.
        got: f64,
        /// The reference's.
        enough: f64,
    },
    /// Another text, other tokens.
    Sequence(SequenceFault),
    /// Another set.
    Set(SetFault),
    /// `None` or an `Err` on one side only.
    Choice(Choice),
    /// Rows that were moved about went wrong.
    Rows(RowFault),
    /// A distribution is another one.
    Statistic {
        /// Which property of it.
        what: Statistic,
        /// The reference's.
        expected: f64,
        /// The candidate's.
        got: f64,
        /// How far chance may take it.
        allowed: f64,
    },
    /// Numbers that should be random follow an order.
    NotRandom {
        /// Whether it is in where the zeros stand, or else in the numbers.
        zeros: bool,
        /// How many positions later the order shows; 0 for the two halves.
        apart: usize,
        /// The share of zeros, or the mean, of each half.
        halves: (f64, f64),
    },
    /// Random numbers that should be drawn one by one are the same in all lines of a matrix.
    Alike {
        /// Whether the lines are rows, or else columns.
        rows: bool,
    },
    /// A row is no probability distribution.
    NotSimplex {
        /// Which row.
        row: usize,
        /// Its sum.
        sum: f64,
    },
    /// Too many wrong classes.
    Accuracy {
        /// The share that is right.
        got: f64,
        /// The share that passes.
        at_least: f64,
    },
    /// A claimed accuracy is not the measured one.
    Claim {
        /// What the candidate says.
        claimed: f64,
        /// What the judge measures.
        measured: f64,
    },
    /// What the reference said of it.
    Property(String),
    /// No point of a curve was reported.
    CurveMissing,
    /// A curve stopped being finite.
    CurveNotFinite {
        /// At which step.
        step: u64,
    },
    /// A curve ends above what it has to stay below.
    CurveTooHigh {
        /// The mean of its last tenth.
        end: f64,
        /// What it has to stay below.
        limit: f64,
    },
    /// A curve ends below what it has to reach.
    CurveTooLow {
        /// The mean of its last tenth.
        end: f64,
        /// What it has to reach.
        limit: f64,
    },
    /// A curve has to fall and does not.
    CurveNotFalling {
        /// The mean of its first tenth.
        start: f64,
        /// The mean of its last tenth.
        end: f64,
    },
    /// A curve has to rise and does not.
    CurveNotRising {
        /// The mean of its first tenth.
        start: f64,
        /// The mean of its last tenth.
        end: f64,
    },
    /// A curve leaves the range that it has to stay in.
    CurveLeaves {
        /// At which step first.
        step: u64,
        /// Where it is then.
        value: f64,
        /// The smallest value that is allowed.
        low: f64,
        /// The largest.
        high: f64,
    },
    /// A curve ends too high, beside the reference's.
    CurveEndsHigh {
        /// The mean of its last tenth.
        end: f64,
        /// The largest that passes.
        allowed: f64,
    },
    /// A curve goes another way than the reference's.
    CurveApart {
        /// The first step at which it does.
        step: u64,
        /// The value there, where there is a point.
        yours: Option<f64>,
        /// The reference's, where it has one.
        expected: Option<f64>,
    },
    /// A curve's steps go back, as if a new training began.
    CurveGoesBack {
        /// The step before.
        from: u64,
        /// The one after it.
        to: u64,
    },
}

/// `None` or an `Err`, where the other side has a value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Choice {
    /// The answer is `None`.
    Nothing,
    /// The answer should be `None`.
    NotNothing,
    /// The answer is an `Err` with this message.
    Error(String),
    /// The answer should be an `Err`; the reference's has this message.
    NotError(String),
}

/// A sort of value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sort {
    /// Numbers of 32 bits.
    Numbers,
    /// Numbers of 64 bits.
    Doubles,
    /// Whole numbers.
    Integers,
    /// Bytes.
    Bytes,
    /// Several arrays.
    Arrays,
    /// Rows of numbers of 64 bits.
    DoubleRows,
    /// Rows of whole numbers.
    IntegerRows,
    /// Yes or no.
    Flag,
    /// Several times yes or no.
    Flags,
    /// Text.
    Text,
    /// Several texts.
    Texts,
}

/// A property of a distribution.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Statistic {
    /// How many are zero.
    ShareOfZeros,
    /// The mean.
    Mean,
    /// The standard deviation.
    Deviation,
}

/// What went wrong with rows that were moved about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RowFault {
    /// A group has another size.
    Size {
        /// Which group.
        group: usize,
        /// The reference's size.
        expected: usize,
        /// The candidate's size.
        got: usize,
    },
    /// A row stands beside something that is not its partner.
    Parted {
        /// How many.
        count: usize,
    },
    /// A group has another number of rows than of partners.
    Unpaired {
        /// Which group.
        group: usize,
        /// How many rows.
        rows: usize,
        /// How many partners.
        partners: usize,
    },
    /// A row is none of the input's.
    Changed {
        /// How many.
        count: usize,
    },
    /// A row is there more often than in the input.
    Repeated {
        /// How many.
        count: usize,
    },
    /// A row of the input is nowhere.
    Lost {
        /// How many.
        count: usize,
    },
    /// The rows are in the order of the input.
    NotShuffled,
}

impl Fault {
    /// Whether the values are of no interest yet.
    pub fn is_about_shape(&self) -> bool {
        matches!(
            self,
            Fault::PartCount { .. }
                | Fault::Type { .. }
                | Fault::Shape { .. }
                | Fault::ArrayCount { .. }
                | Fault::ArrayShape { .. }
        )
    }

    /// What kind of diagnosis it leads to; two behaviours are compared by it.
    pub fn kind(&self) -> DiagnosisKind {
        match self {
            Fault::PartCount { .. } => DiagnosisKind::PartCount,
            Fault::Type { .. } => DiagnosisKind::Type,
            Fault::Shape { .. } | Fault::ArrayShape { .. } => DiagnosisKind::Shape,
            Fault::ArrayCount { .. } => DiagnosisKind::ArrayCount,
            Fault::Values { .. } => DiagnosisKind::Values,
            Fault::TooMuch { .. } => DiagnosisKind::TooMuch,
            Fault::Sequence(fault) if fault.unit == Unit::Character => DiagnosisKind::Words,
            Fault::Sequence(_) => DiagnosisKind::Sequence,
            Fault::Set(_) => DiagnosisKind::Set,
            Fault::Choice(Choice::Nothing | Choice::NotNothing) => DiagnosisKind::Option,
            Fault::Choice(Choice::Error(_) | Choice::NotError(_)) => DiagnosisKind::Result,
            Fault::Rows(RowFault::Size { .. }) => DiagnosisKind::RowsSize,
            Fault::Rows(RowFault::Parted { .. }) => DiagnosisKind::RowsParted,
            Fault::Rows(RowFault::Unpaired { .. }) => DiagnosisKind::RowsUnpaired,
            Fault::Rows(RowFault::Changed { .. }) => DiagnosisKind::RowsChanged,
            Fault::Rows(RowFault::Repeated { .. }) => DiagnosisKind::RowsRepeated,
            Fault::Rows(RowFault::Lost { .. }) => DiagnosisKind::RowsLost,
            Fault::Rows(RowFault::NotShuffled) => DiagnosisKind::RowsNotShuffled,
            Fault::Statistic { what, .. } => match what {
                Statistic::ShareOfZeros => DiagnosisKind::ShareOfZeros,
                Statistic::Mean => DiagnosisKind::Mean,
                Statistic::Deviation => DiagnosisKind::Deviation,
            },
            Fault::NotRandom { .. } | Fault::Alike { .. } => DiagnosisKind::NotRandom,
            Fault::NotSimplex { .. } => DiagnosisKind::NotADistribution,
            Fault::Accuracy { .. } => DiagnosisKind::Accuracy,
            Fault::Claim { .. } => DiagnosisKind::Claim,
            Fault::Property(_) => DiagnosisKind::Property,
            Fault::CurveMissing => DiagnosisKind::CurveMissing,
            Fault::CurveNotFinite { .. } => DiagnosisKind::CurveNotFinite,
            Fault::CurveEndsHigh { .. } => DiagnosisKind::CurveEndsHigh,
            Fault::CurveTooHigh { .. } => DiagnosisKind::CurveTooHigh,
            Fault::CurveTooLow { .. } => DiagnosisKind::CurveTooLow,
            Fault::CurveNotFalling { .. } => DiagnosisKind::CurveNotFalling,
            Fault::CurveNotRising { .. } => DiagnosisKind::CurveNotRising,
            Fault::CurveLeaves { .. } => DiagnosisKind::CurveLeaves,
            Fault::CurveApart { .. } => DiagnosisKind::CurveApart,
            Fault::CurveGoesBack { .. } => DiagnosisKind::CurveGoesBack,
        }
    }
}
