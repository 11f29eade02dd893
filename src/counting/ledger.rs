//! What was counted during the last call on this thread.

use std::cell::RefCell;

thread_local!(static LEDGER: RefCell<Ledger> = RefCell::default());

/// The counts of one call of a learner's function.
#[derive(Clone, Default)]
pub(crate) struct Ledger {
    /// Messages that each rank sent.
    pub messages: Vec<usize>,
    /// Bytes that each rank sent.
    pub bytes: Vec<usize>,
    /// Steps that the ranks took together.
    pub steps: usize,
}

/// Reads or writes the counts of this thread.
pub(crate) fn ledger<T>(with: impl FnOnce(&mut Ledger) -> T) -> T {
    LEDGER.with_borrow_mut(with)
}
