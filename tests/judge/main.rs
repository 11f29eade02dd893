//! The judge: what is right passes, what is wrong is rejected, and why it is wrong is said in words that are true.

/// Real functions behind real handlers.
mod examine;
/// Sheets and answers written down; the tests beside the rules of the judge build them with the same file.
#[path = "../../src/runner/judge/tests/sheets.rs"]
mod support;

mod comparators;
mod inputs;
mod mistakes;
mod near;
mod right;
mod sizes;
mod verdicts;
mod words;
mod wrong;
