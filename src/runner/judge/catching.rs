//! Functions that are checks themselves: what they catch, and what they let pass.

use super::judged::{Judged, returned};
use crate::runner::outcome::{Diagnosis, DiagnosisKind};
use crate::runner::words::judge::catching as words;
use crate::sheet::Check;
use crate::wire::Value;

/// The words for a failing case that no mistake explains.
pub fn explain(check: &Check, judged: &Judged) -> Diagnosis {
    let case = &check.cases[judged.case];
    let (name, label) = (&check.name, &case.label);
    let (kind, message) = match is_right(check, judged.case) {
        true => (DiagnosisKind::Refused, words::refuses(name, label)),
        false => (DiagnosisKind::LetThrough, words::lets_pass(name, label)),
    };
    Diagnosis {
        kind,
        id: None,
        message,
    }
}

/// How many of each sort it judges as it should, in one sentence.
pub fn count(check: &Check, answers: &[Judged]) -> String {
    let counted = |right: bool| {
        let of = answers
            .iter()
            .filter(|judged| is_right(check, judged.case) == right);
        let good = of.clone().filter(|judged| {
            returned(judged).is_some_and(|answer| answer.parts[..] == [Value::Flag(right)])
        });
        (good.count(), of.count())
    };
    let ((passed, right), (caught, wrong)) = (counted(true), counted(false));
    words::count(caught, wrong, passed, right)
}

fn is_right(check: &Check, case: usize) -> bool {
    check.cases[case].right.parts[..] == [Value::Flag(true)]
}
