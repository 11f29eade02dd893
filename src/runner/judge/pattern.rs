//! Patterns: explanations that need no help from the author of an exercise.
//!
//! Each looks at [`Evidence`], all cases at once, and holds in every one of them that it can be tested on: what is true
//! of one failing case by chance would send the learner the wrong way.

mod accumulated;
mod activation;
mod as_if;
mod axis;
mod batch;
mod change;
mod clipped;
mod constant;
mod diagnosis;
mod evidence;
mod exponent;
mod factor;
mod gradient;
mod ignored;
mod inverted;
mod lengths;
mod lines;
mod not_finite;
mod offset;
mod order;
mod overflow;
mod partial;
mod power;
mod proportion;
mod reshaped;
mod rounded;
mod row_count;
mod rows;
mod shifted;
mod sign;
mod size;
mod transposed;
mod zero;

use super::explain::{self, difference};
use super::finding::{Fault, Finding, PartOrCurve};
use super::judged::Judged;
use super::probe::Probed;
use crate::runner::outcome::Diagnosis;
use crate::sheet::Check;
use evidence::Evidence;

type Pattern = fn(&Evidence) -> Option<Diagnosis>;

/// Explanations of another shape, from most to least specific.
const OF_SHAPES: [Pattern; 6] = [
    transposed::recognise,
    axis::recognise,
    as_if::recognise,
    row_count::recognise,
    reshaped::recognise,
    as_if::recognise_length,
];

/// Explanations of wrong values under a right shape, from most to least specific: of two that hold, the first one says
/// more.
const OF_VALUES: [Pattern; 26] = [
    gradient::under_a_right_value,
    zero::recognise,
    sign::recognise,
    factor::recognise,
    offset::recognise,
    change::recognise,
    power::recognise,
    exponent::recognise,
    activation::recognise,
    clipped::recognise,
    rounded::recognise,
    transposed::recognise,
    axis::recognise,
    as_if::recognise,
    reshaped::recognise,
    ignored::recognise,
    accumulated::recognise,
    partial::recognise,
    shifted::recognise,
    order::recognise,
    lengths::recognise,
    proportion::recognise,
    constant::recognise,
    overflow::recognise,
    batch::recognise,
    size::recognise,
];

/// Explanations of wrong yeses and noes, which are no numbers: nothing is rounded or doubled there.
const OF_FLAGS: [Pattern; 5] = [
    inverted::recognise,
    order::recognise,
    ignored::recognise,
    constant::recognise,
    batch::recognise,
];

/// The most specific pattern that explains what is wrong with the part of `finding`, found in the case `smallest`.
pub fn recognise(
    check: &Check,
    answers: &[Judged],
    probed: &Probed,
    smallest: &Judged,
    finding: &Finding,
) -> Option<Diagnosis> {
    let PartOrCurve::Part(part) = finding.place else {
        return None;
    };
    let evidence = Evidence::gather(check, answers, probed, part);
    match &finding.fault {
        Fault::Shape { .. } | Fault::ArrayShape { .. } | Fault::ArrayCount { .. } => {
            OF_SHAPES.iter().find_map(|pattern| pattern(&evidence))
        }
        Fault::Values { .. } if evidence.is_of_flags() && evidence.has_one_shape() => {
            OF_FLAGS.iter().find_map(|pattern| pattern(&evidence))
        }
        Fault::Values { .. } | Fault::NotSimplex { .. } if evidence.has_one_shape() => {
            // A NaN is a fact about the smallest failing case, whatever else is wrong.
            not_finite::recognise(&evidence, smallest.case)
                .or_else(|| OF_VALUES.iter().find_map(|pattern| pattern(&evidence)))
                .or_else(|| another_function(&evidence, smallest, finding))
        }
        _ => None,
    }
}

/// What is said of a wrong value whose gradient has been looked at, with what its numbers show.
fn another_function(
    evidence: &Evidence,
    smallest: &Judged,
    finding: &Finding,
) -> Option<Diagnosis> {
    let mut said = gradient::under_a_wrong_value(evidence)?;
    if let Fault::Values { off } = &finding.fault
        && difference::in_words(evidence.check, smallest, finding.place, off).is_some()
    {
        let numbers = explain::finding(evidence.check, smallest, finding).message;
        said.message = format!("{} {numbers}", said.message);
    }
    Some(said)
}

#[cfg(test)]
mod tests;
