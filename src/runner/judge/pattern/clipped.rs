//! Values that are cut off below or above a limit.

use super::diagnosis::diagnosis;
use super::evidence::Evidence;
use crate::runner::judge::numbers::format_number;
use crate::runner::outcome::{Diagnosis, DiagnosisKind};
use crate::runner::words::judge::pattern::values as words;

pub fn recognise(evidence: &Evidence) -> Option<Diagnosis> {
    let yours = || {
        evidence
            .pairs
            .iter()
            .flat_map(|pair| pair.yours.iter().copied())
            .filter(|x| x.is_finite())
    };
    let (low, high) = (
        yours().fold(f64::INFINITY, f64::min),
        yours().fold(f64::NEG_INFINITY, f64::max),
    );
    // Two that are cut off tell a limit from an outlier, and two others that it is no constant.
    let count = |is_meant: &dyn Fn(f64) -> bool| {
        let right = evidence.failing().flat_map(|pair| &pair.right);
        right.filter(|&&right| is_meant(right)).count()
    };
    let margin = 1e-3 * (1.0 + low.abs().max(high.abs()));
    let (below, above) = (
        count(&|right| right < low - margin),
        count(&|right| right > high + margin),
    );
    let between = count(&|right| right > low + margin && right < high - margin);
    if between < 2 {
        return None;
    }
    let subject = evidence.capital();
    let message = if below >= 2 && above >= 2 && clipped(evidence, low, high) {
        words::between(subject, format_number(low), format_number(high))
    } else if below >= 2 && clipped(evidence, low, f64::INFINITY) {
        if low == 0.0 {
            words::relu(subject)
        } else {
            words::never_under(subject, format_number(low))
        }
    } else if above >= 2 && clipped(evidence, f64::NEG_INFINITY, high) {
        words::never_over(subject, format_number(high))
    } else {
        return None;
    };
    diagnosis(DiagnosisKind::Clipped, message)
}

fn clipped(evidence: &Evidence, low: f64, high: f64) -> bool {
    evidence.explained_by(|_, right| right.clamp(low, high))
}

#[cfg(test)]
mod tests;
