//! How a command that did its work ended.

/// How a command that did its work ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    /// Everything passes, or there was nothing to pass.
    Good,
    /// Something does not pass.
    NotPassed,
    /// Something could not be checked.
    NotChecked,
}
