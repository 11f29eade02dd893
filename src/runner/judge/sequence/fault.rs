//! How two sequences or two sets differ.

/// How two sequences differ. Places are counted from 0.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SequenceFault {
    /// In which one of several sequences.
    pub row: Option<usize>,
    /// What they consist of.
    pub unit: Unit,
    /// What is wrong.
    pub difference: Difference,
}

/// What a sequence consists of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// A text.
    Character,
    /// Tokens, labels, bytes.
    Number,
    /// Texts.
    Text,
    /// Whole sequences.
    Row,
}

/// The simplest thing that tells one sequence from the other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Difference {
    /// Nothing was returned, and something is expected.
    Empty {
        /// How many.
        of: usize,
    },
    /// All is right, and it ends too early.
    Ends {
        /// How many there are.
        after: usize,
        /// How many are expected.
        of: usize,
        /// What comes next.
        next: String,
    },
    /// All is right, and then something follows.
    GoesOn {
        /// How many are expected.
        after: usize,
        /// What follows.
        next: String,
    },
    /// Without this one, the others would stand where they are expected.
    Missing {
        /// Where it belongs.
        at: usize,
        /// What it is.
        item: String,
    },
    /// With this one left out, the others would stand where they are expected.
    Surplus {
        /// Where it stands.
        at: usize,
        /// What it is.
        item: String,
    },
    /// Two neighbours have changed places.
    Swapped {
        /// Where the first of them stands.
        at: usize,
        /// What stands there.
        first: String,
        /// What stands behind it.
        second: String,
    },
    /// The right ones, in another order.
    Reordered {
        /// The first place where they differ.
        at: usize,
        /// What stands there.
        yours: String,
        /// What is expected there.
        expected: String,
    },
    /// They part here.
    Parts {
        /// How many agree before.
        at: usize,
        /// What stands there.
        yours: String,
        /// What is expected there.
        expected: String,
    },
}

/// How two sets differ.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SetFault {
    /// What they consist of.
    pub unit: Unit,
    /// What is expected and not there.
    pub missing: Vec<String>,
    /// What is there and not expected.
    pub surplus: Vec<String>,
}
