//! What the tests of the judge are made of, those beside its rules and those in `tests/judge`.

/// Sheets and answers written down.
#[expect(
    dead_code,
    reason = "`tests/judge` builds with all of it, the tests in here with a part"
)]
pub mod sheets;
