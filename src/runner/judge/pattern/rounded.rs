//! Digits that are lost: whole numbers where others are wanted.

use super::diagnosis::diagnosis;
use super::evidence::Evidence;
use crate::runner::outcome::{Diagnosis, DiagnosisKind};
use crate::runner::words::judge::pattern::values as words;

pub fn recognise(evidence: &Evidence) -> Option<Diagnosis> {
    let subject = evidence.subject();
    let message = if evidence.is_step(f64::trunc) {
        words::truncated(subject)
    } else if [f64::round as fn(f64) -> f64, f64::floor, f64::ceil]
        .into_iter()
        .any(|map| evidence.is_step(map))
    {
        words::rounded(subject)
    } else if [
        (|x| (x * 10.0).round() / 10.0) as fn(f64) -> f64,
        |x| (x * 100.0).round() / 100.0,
        |x| (x * 1000.0).round() / 1000.0,
    ]
    .into_iter()
    .any(|map| evidence.is_step(map))
    {
        words::rounded_decimals(subject)
    } else {
        return None;
    };
    diagnosis(DiagnosisKind::Rounded, message)
}

#[cfg(test)]
mod tests;
