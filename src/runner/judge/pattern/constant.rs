//! One number in all places of a case.

use super::diagnosis::diagnosis;
use super::evidence::{Evidence, Pair};
use crate::runner::judge::numbers::{case_name, format_number};
use crate::runner::outcome::{Diagnosis, DiagnosisKind};
use crate::runner::words::judge::pattern::values as words;

pub fn recognise(evidence: &Evidence) -> Option<Diagnosis> {
    let wide = || evidence.pairs.iter().filter(|pair| pair.yours.len() >= 3);
    let is_constant = |pair: &Pair| {
        let first = vec![pair.yours[0]; pair.yours.len()];
        pair.close(&pair.yours, &first)
    };
    let varies = |pair: &Pair| {
        let first = vec![pair.right[0]; pair.right.len()];
        !pair.close(&pair.right, &first)
    };
    let shown: Vec<&Pair> = wide().filter(|pair| pair.fails && varies(pair)).collect();
    (shown.len() >= 2 && wide().all(is_constant)).then_some(())?;
    let example = shown[0];
    diagnosis(
        DiagnosisKind::Constant,
        words::constant(
            evidence.subject(),
            format_number(example.yours[0]),
            case_name(evidence.check, example.number),
        ),
    )
}

#[cfg(test)]
mod tests;
