//! What a candidate answered to one case.

use crate::sheet::{Answer, Check, Returned};
use crate::wire::Value;

/// What a candidate answered to one case.
#[derive(Clone, Debug, PartialEq)]
pub struct Judged {
    /// The number of the case in the check.
    pub case: usize,
    /// The answer, with the curves the runner recorded.
    pub answer: Answer,
    /// What the reference said of it, where the comparator is a property.
    pub inspected: Option<String>,
}

/// The parts and curves of an answer that returned.
pub(super) fn returned(judged: &Judged) -> Option<&Returned> {
    match &judged.answer {
        Answer::Returned(returned) => Some(returned),
        _ => None,
    }
}

/// How large the inputs of the case are.
pub(super) fn size(check: &Check, judged: &Judged) -> usize {
    check.cases[judged.case]
        .inputs
        .iter()
        .map(Value::element_count)
        .sum()
}
