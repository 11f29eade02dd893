//! Patterns: explanations that need no help from the author of an exercise.

use super::Judged;
use super::compare::{elements, shape};
use super::finding::{Fault, Finding, Place};
use super::numbers::{case_name, format_number};
use super::returned;
use crate::comparator::{Comparator, Tolerance};
use crate::runner::outcome::Diagnosis;
use crate::sheet::{Check, Kind};

/// The pattern that explains the smallest failing case and holds in the others too.
pub fn recognise(
    check: &Check,
    answers: &[Judged],
    smallest: &Judged,
    findings: &[Finding],
) -> Option<Diagnosis> {
    let finding = findings.first()?;
    if finding.fault.is_about_shape() {
        return transposed(check, smallest, finding);
    }
    let (Place::Part(part), Fault::Values { off }) = (finding.place, &finding.fault) else {
        return None;
    };
    not_finite(check, smallest, part, off)
        .or_else(|| gradient_only(check, answers, part))
        .or_else(|| flipped_sign(check, answers, part))
        .or_else(|| factor(check, answers, part))
        .or_else(|| offset(check, answers, part))
        .or_else(|| other_order(check, answers, part))
}

fn diagnosis(kind: &str, message: String) -> Option<Diagnosis> {
    Some(Diagnosis {
        kind: kind.to_owned(),
        id: None,
        message,
    })
}

fn transposed(check: &Check, judged: &Judged, finding: &Finding) -> Option<Diagnosis> {
    let (Place::Part(part), Fault::Shape { expected, got }) = (finding.place, &finding.fault)
    else {
        return None;
    };
    let mut reversed = got.clone();
    reversed.reverse();
    if reversed != *expected || got.len() != 2 {
        return None;
    }
    let (yours, right) = pair(check, judged, part)?;
    let (rows, columns) = (got[0], got[1]);
    let tolerance = Tolerance::of(None, &check.cases[judged.case]);
    let same = (0..rows * columns).all(|at| {
        let (row, column) = (at / columns, at % columns);
        tolerance.allows(yours[at], right[column * rows + row])
    });
    same.then_some(())?;
    diagnosis(
        "transposed",
        format!(
            "The values are right but transposed: yours has shape {got:?}, {expected:?} is expected. Rows and columns changed places."
        ),
    )
}

fn not_finite(check: &Check, judged: &Judged, part: usize, off: &[usize]) -> Option<Diagnosis> {
    let (yours, right) = pair(check, judged, part)?;
    let at = off
        .iter()
        .copied()
        .filter(|&at| !yours[at].is_finite() && right[at].is_finite())
        .min()?;
    let what = if yours[at].is_nan() {
        "NaN"
    } else {
        "infinity"
    };
    let largest = check.cases[judged.case]
        .inputs
        .iter()
        .flat_map(elements)
        .filter(|x| x.is_finite())
        .map(f64::abs)
        .fold(0.0, f64::max);
    let cause = if largest > 80.0 {
        format!(
            " The largest input there is {}: `exp` of more than 88 is infinite in f32.",
            format_number(largest)
        )
    } else {
        " Look for a division by zero, or a logarithm or root of something that is not positive."
            .to_owned()
    };
    diagnosis(
        "not_finite",
        format!(
            "{} is {what} first at element {at} in {}.{cause}",
            check.parts[part].name,
            case_name(check, judged.case)
        ),
    )
}

fn gradient_only(check: &Check, answers: &[Judged], part: usize) -> Option<Diagnosis> {
    if check.kind != Kind::Gradient || part == 0 {
        return None;
    }
    let value_is_right = all_pairs(check, answers, 0)
        .all(|(yours, right, tolerance)| close(&yours, &right, 1.0, 0.0, tolerance));
    value_is_right.then_some(())?;
    let zero = all_pairs(check, answers, part).all(|(yours, _, _)| yours.iter().all(|&x| x == 0.0));
    let name = &check.parts[part].name;
    diagnosis(
        "gradient",
        if zero {
            format!(
                "The value is right, but the {name} is zero everywhere: that input left the tape. Use it with its tape instead of through `as_vec`, `array` or a tensor made anew."
            )
        } else {
            format!(
                "The value is right, but the {name} is not its gradient: some operation on the way is not recorded on the tape."
            )
        },
    )
}

fn flipped_sign(check: &Check, answers: &[Judged], part: usize) -> Option<Diagnosis> {
    scaled(check, answers, part, |_, _| Some(-1.0))?;
    diagnosis(
        "sign",
        format!(
            "The sign of {} is flipped; the sizes are right.",
            check.parts[part].name
        ),
    )
}

fn factor(check: &Check, answers: &[Judged], part: usize) -> Option<Diagnosis> {
    let own_ratio = |yours: &[f64], right: &[f64]| {
        let at = (0..right.len())
            .filter(|&at| right[at].is_finite())
            .max_by(|&a, &b| right[a].abs().total_cmp(&right[b].abs()))?;
        (right[at] != 0.0).then(|| yours[at] / right[at])
    };
    let ratios = scaled(check, answers, part, own_ratio)?;
    let name = &check.parts[part].name;
    let alike = |wanted: &dyn Fn(usize) -> f64| {
        ratios
            .iter()
            .all(|&(at, ratio)| (ratio / wanted(at) - 1.0).abs() < 1e-3)
    };
    let first = ratios.first()?.1;
    let constant = ratios
        .iter()
        .all(|(_, ratio)| (ratio / first - 1.0).abs() < 1e-3);
    let axis = |axis: usize| {
        move |case: usize| {
            check.cases[case]
                .inputs
                .iter()
                .map(shape)
                .find(|shape| shape.len() > axis)
                .map_or(f64::NAN, |shape| shape[axis] as f64)
        }
    };
    let (batch, features) = (axis(0), axis(1));
    let varied = ratios.len() > 1 && !constant;
    let message = if varied && alike(&|case| batch(case)) {
        format!(
            "Yours is n times too large, where n is the length of the first axis of the input: {name} is added up where the mean is wanted."
        )
    } else if varied && alike(&|case| 1.0 / batch(case)) {
        format!(
            "Yours is n times too small, where n is the length of the first axis of the input: {name} is divided by n once too often."
        )
    } else if varied && alike(&|case| features(case)) {
        format!(
            "Yours is m times too large, where m is the length of the second axis of the input: divide {name} by it."
        )
    } else if varied && alike(&|case| 1.0 / features(case)) {
        format!(
            "Yours is m times too small, where m is the length of the second axis of the input: {name} is divided by it once too often."
        )
    } else if constant {
        format!(
            "Every element of {name} is {} times what it should be.",
            format_number(first)
        )
    } else {
        return None;
    };
    diagnosis("factor", message)
}

/// `(case, ratio)` for every case in which all of yours is one ratio times what is right, or `None` if one is not.
fn scaled(
    check: &Check,
    answers: &[Judged],
    part: usize,
    ratio_of: impl Fn(&[f64], &[f64]) -> Option<f64>,
) -> Option<Vec<(usize, f64)>> {
    let mut ratios = Vec::new();
    for judged in answers {
        let (yours, right) = pair(check, judged, part)?;
        if right.iter().all(|&x| x == 0.0) && yours.iter().all(|&x| x == 0.0) {
            continue;
        }
        let ratio = ratio_of(&yours, &right)?;
        if !ratio.is_finite() || !close(&yours, &right, ratio, 0.0, tolerance(check, judged, part))
        {
            return None;
        }
        ratios.push((judged.case, ratio));
    }
    (!ratios.is_empty()).then_some(ratios)
}

fn offset(check: &Check, answers: &[Judged], part: usize) -> Option<Diagnosis> {
    let mut first: Option<f64> = None;
    for judged in answers {
        let (yours, right) = pair(check, judged, part)?;
        let shift = *first.get_or_insert(yours.first()? - right.first()?);
        if !close(&yours, &right, 1.0, shift, tolerance(check, judged, part)) {
            return None;
        }
    }
    let shift = first.filter(|shift| shift.is_finite() && *shift != 0.0)?;
    diagnosis(
        "offset",
        format!(
            "Every element of {} is {} too {}.",
            check.parts[part].name,
            format_number(shift.abs()),
            if shift > 0.0 { "large" } else { "small" }
        ),
    )
}

fn other_order(check: &Check, answers: &[Judged], part: usize) -> Option<Diagnosis> {
    let sorted = |mut values: Vec<f64>| {
        values.sort_by(f64::total_cmp);
        values
    };
    let same = all_pairs(check, answers, part).all(|(yours, right, tolerance)| {
        close(&sorted(yours), &sorted(right), 1.0, 0.0, tolerance)
    });
    same.then_some(())?;
    diagnosis(
        "order",
        format!(
            "All values of {} are there, but in another order.",
            check.parts[part].name
        ),
    )
}

fn pair(check: &Check, judged: &Judged, part: usize) -> Option<(Vec<f64>, Vec<f64>)> {
    let yours = elements(returned(judged)?.parts.get(part)?);
    let right = elements(check.cases[judged.case].right.parts.get(part)?);
    (yours.len() == right.len() && !yours.is_empty()).then_some((yours, right))
}

fn all_pairs<'a>(
    check: &'a Check,
    answers: &'a [Judged],
    part: usize,
) -> impl Iterator<Item = (Vec<f64>, Vec<f64>, Tolerance)> + 'a {
    answers.iter().filter_map(move |judged| {
        let (yours, right) = pair(check, judged, part)?;
        Some((yours, right, tolerance(check, judged, part)))
    })
}

fn tolerance(check: &Check, judged: &Judged, part: usize) -> Tolerance {
    let given = match check.parts[part].comparator {
        Comparator::Close(given) => given,
        _ => None,
    };
    Tolerance::of(given, &check.cases[judged.case])
}

/// Whether `yours = ratio * right + shift` everywhere.
fn close(yours: &[f64], right: &[f64], ratio: f64, shift: f64, tolerance: Tolerance) -> bool {
    // The tolerance was made for the right values; scaled ones get it scaled.
    let scale = ratio.abs().max(1.0) as f32;
    let tolerance = Tolerance {
        absolute: tolerance.absolute * scale,
        relative: tolerance.relative * 4.0,
    };
    yours
        .iter()
        .zip(right)
        .all(|(&yours, &right)| tolerance.allows(yours, ratio * right + shift))
}
