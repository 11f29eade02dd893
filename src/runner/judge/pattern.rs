//! Patterns: explanations that need no help from the author of an exercise.
//!
//! Each looks at [`Evidence`], all cases at once, and holds in every one of them that it can be tested on: what is true
//! of one failing case by chance would send the learner the wrong way.

mod activation;
mod as_if;
mod axis;
mod batch;
mod clipped;
mod constant;
mod evidence;
mod exponent;
mod factor;
mod gradient;
mod ignored;
mod inverted;
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
mod rows;
mod shifted;
mod sign;
mod size;
mod transposed;
mod zero;

use super::Judged;
use super::finding::{Fault, Finding, Place};
use super::probe::Probed;
use crate::runner::outcome::Diagnosis;
use crate::sheet::Check;
use evidence::Evidence;

type Pattern = fn(&Evidence) -> Option<Diagnosis>;

/// Explanations of another shape, from most to least specific.
const OF_SHAPES: [Pattern; 4] = [
    transposed::recognise,
    axis::recognise,
    as_if::recognise,
    reshaped::recognise,
];

/// Explanations of wrong values under a right shape, from most to least specific: of two that hold, the first one says
/// more.
const OF_VALUES: [Pattern; 24] = [
    gradient::under_a_right_value,
    zero::recognise,
    sign::recognise,
    factor::recognise,
    offset::recognise,
    power::recognise,
    exponent::recognise,
    activation::recognise,
    clipped::recognise,
    rounded::recognise,
    transposed::recognise,
    axis::recognise,
    as_if::recognise,
    reshaped::recognise,
    partial::recognise,
    shifted::recognise,
    order::recognise,
    proportion::recognise,
    ignored::recognise,
    constant::recognise,
    overflow::recognise,
    batch::recognise,
    size::recognise,
    gradient::under_a_wrong_value,
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
    let Place::Part(part) = finding.place else {
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
