//! Right for small numbers and wrong for large ones, and which input has to be large.

use super::diagnosis::diagnosis;
use super::evidence::Evidence;
use crate::runner::judge::elements::elements;
use crate::runner::judge::numbers::{case_name, told_apart};
use crate::runner::outcome::{Diagnosis, DiagnosisKind};
use crate::runner::words::judge::pattern::inputs as words;
use crate::sheet::Change;

pub fn recognise(evidence: &Evidence) -> Option<Diagnosis> {
    (0..evidence.check.inputs.len()).find_map(|input| {
        let varied = evidence.variations(
            |change| matches!(change, Change::Larger { input: other, .. } if *other == input),
        );
        // Only where yours is right, and the inputs alone are made larger, is it the size that breaks it.
        let mut shown = None;
        let mut tested = 0;
        for (number, pair, right, _) in &varied {
            let Some(answer) = evidence.probed.varied(*number) else {
                continue;
            };
            if pair.fails || right.iter().any(|x| !x.is_finite()) {
                continue;
            }
            let yours = elements(answer.parts.get(evidence.part)?);
            if yours.len() != right.len() {
                return None;
            }
            tested += 1;
            // The tolerance is that of the small case, and an answer may have grown as its inputs did.
            let Change::Larger { factor, .. } = &evidence.check.variations[*number].change else {
                continue;
            };
            let size = right.iter().fold(1.0, |most: f64, x| most.max(x.abs()));
            let off = (0..yours.len()).find(|&at| {
                let off = (yours[at] - right[at]).abs();
                off.is_nan() || off > 1e-3 * size
            });
            if let Some(at) = off {
                shown.get_or_insert((pair.number, *factor, told_apart(yours[at], right[at])));
            }
        }
        let (case, factor, (yours, right)) = shown?;
        // Cases of ordinary size that are wrong all the same have another cause.
        let largest = |fails: bool| {
            let pairs = evidence
                .pairs
                .iter()
                .filter(move |pair| pair.fails == fails);
            pairs.map(move |pair| {
                let numbers = elements(&pair.case.inputs[input]);
                numbers.iter().fold(0.0, |most: f64, x| most.max(x.abs()))
            })
        };
        let smallest_wrong = largest(true).fold(f64::INFINITY, f64::min);
        let ordinary = largest(false)
            .filter(|&size| size >= smallest_wrong)
            .count();
        let is_smaller =
            |change: &Change| matches!(change, Change::Smaller { input: other } if *other == input);
        let is_of_size = tested >= 1 && 4 * ordinary <= evidence.pairs.len();
        (is_of_size && evidence.is_of_size(is_smaller)).then_some(())?;
        diagnosis(
            DiagnosisKind::Large,
            words::small_input(
                evidence.capital(),
                evidence.input(input),
                case_name(evidence.check, case),
                factor,
                yours,
                right,
            ),
        )
    })
}
