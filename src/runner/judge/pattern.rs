//! Patterns: explanations that need no help from the author of an exercise.
//!
//! Each looks at [`Evidence`], all cases at once, and holds in every one of them that it can be tested on: what is true
//! of one failing case by chance would send the learner the wrong way.

mod axis;
mod evidence;
mod exponent;
mod factor;
mod gradient;
mod ignored;
mod not_finite;
mod offset;
mod order;
mod power;
mod shifted;
mod sign;
mod size;
mod transposed;
mod zero;

use super::Judged;
use super::finding::{Fault, Finding, Place};
use crate::runner::outcome::Diagnosis;
use crate::sheet::Check;
use evidence::Evidence;

/// The most specific pattern that explains what is wrong with the part of `finding`, found in the case `smallest`.
pub fn recognise(
    check: &Check,
    answers: &[Judged],
    smallest: &Judged,
    finding: &Finding,
) -> Option<Diagnosis> {
    let Place::Part(part) = finding.place else {
        return None;
    };
    let evidence = Evidence::gather(check, answers, part);
    match &finding.fault {
        Fault::Shape { .. } => {
            transposed::recognise(&evidence).or_else(|| axis::recognise(&evidence))
        }
        Fault::Values { .. } | Fault::NotSimplex { .. } if evidence.has_one_shape() => {
            // From most to least specific: of two that hold, the first one says more.
            not_finite::recognise(&evidence, smallest.case)
                .or_else(|| gradient::recognise(&evidence))
                .or_else(|| zero::recognise(&evidence))
                .or_else(|| sign::recognise(&evidence))
                .or_else(|| factor::recognise(&evidence))
                .or_else(|| offset::recognise(&evidence))
                .or_else(|| power::recognise(&evidence))
                .or_else(|| exponent::recognise(&evidence))
                .or_else(|| transposed::recognise(&evidence))
                .or_else(|| axis::recognise(&evidence))
                .or_else(|| shifted::recognise(&evidence))
                .or_else(|| order::recognise(&evidence))
                .or_else(|| ignored::recognise(&evidence))
                .or_else(|| size::recognise(&evidence))
        }
        _ => None,
    }
}

fn diagnosis(kind: &str, message: String) -> Option<Diagnosis> {
    Some(Diagnosis {
        kind: kind.to_owned(),
        id: None,
        message,
    })
}
