//! Known mistakes: does the candidate do what a named wrong implementation does?

use super::compare::{against_right, compare_with_wrong};
use super::curve;
use super::finding::{Finding, Place};
use super::{Judged, returned};
use crate::comparator::Comparator;
use crate::runner::outcome::Diagnosis;
use crate::sheet::{Answer, Case, Check, Kind, Returned};

/// The mistake that explains every failing case, if there is one.
///
/// Where a comparator fixes the value, the candidate has to answer what the mistake answers wherever it differs from
/// the reference. Where many answers are right (shuffles, trainings), the two have to go wrong in the same way in the
/// same parts. Among several that do, the one that is also right where the candidate is right, and nearest, is meant.
pub fn recognise(check: &Check, answers: &[Judged], failing: &[&Judged]) -> Option<Diagnosis> {
    let best = (0..check.mistakes.len())
        .filter_map(|mistake| Some((distance(check, answers, failing, mistake)?, mistake)))
        .min_by(|a, b| a.0.total_cmp(&b.0))?;
    let mistake = &check.mistakes[best.1];
    Some(Diagnosis {
        kind: "mistake".to_owned(),
        id: Some(mistake.id.clone()),
        message: mistake.sentence.clone(),
    })
}

/// How far the candidate is from a mistake, or `None` where the mistake does not explain it.
fn distance(check: &Check, answers: &[Judged], failing: &[&Judged], mistake: usize) -> Option<f64> {
    let mut distance = 0.0;
    let mut explained = 0;
    for judged in answers {
        let case = &check.cases[judged.case];
        let fails = failing.iter().any(|other| other.case == judged.case);
        let (yours, wrong) = match (returned(judged), case.wrong.get(mistake)) {
            (Some(yours), Some(Answer::Returned(wrong))) => (yours, wrong),
            // A case that mistakes are not run on says nothing for or against them.
            (_, None) => continue,
            // The mistake panics here and the candidate does not, or the other way round.
            _ if fails => return None,
            _ => {
                distance += 1.0;
                continue;
            }
        };
        match apart(check, judged, case, yours, wrong) {
            Some(apart) => {
                distance += apart;
                explained += usize::from(fails);
            }
            None if fails => return None,
            None => distance += 1.0,
        }
    }
    (explained > 0).then_some(distance)
}

/// How far an answer is from the mistake's answer to the same case, or `None` where they are two different things.
fn apart(
    check: &Check,
    judged: &Judged,
    case: &Case,
    yours: &Returned,
    wrong: &Returned,
) -> Option<f64> {
    let your_findings = against_right(check, judged.case, yours, judged.inspected.as_deref());
    let wrong_findings = against_right(check, judged.case, wrong, None);
    // Near something that is itself near enough to the reference explains no failure.
    if yours.parts.len() != wrong.parts.len()
        || (wrong_findings.is_empty() && !your_findings.is_empty())
    {
        return None;
    }
    let mut apart = 0.0;
    for (number, part) in check.parts.iter().enumerate() {
        let place = Place::Part(number);
        let behaves_alike = sort_at(&your_findings, place) == sort_at(&wrong_findings, place);
        let difference = compare_with_wrong(&part.comparator, case, number, yours, wrong);
        if is_free(&part.comparator) || check.kind == Kind::Training {
            if !behaves_alike {
                return None;
            }
            apart += 0.1 * f64::from(u8::from(difference.is_some()));
        } else if difference.is_some() {
            return None;
        }
    }
    for (number, part) in check.curves.iter().enumerate() {
        let place = Place::Curve(number);
        if sort_at(&your_findings, place) != sort_at(&wrong_findings, place) {
            return None;
        }
        let ends =
            |returned: &Returned| curve::find(&returned.curves, &part.series).and_then(curve::end);
        if let (Some(yours), Some(wrong)) = (ends(yours), ends(wrong)) {
            let ratio = ((yours.abs() + 1e-9) / (wrong.abs() + 1e-9)).ln().abs();
            apart += if ratio.is_finite() {
                ratio.min(1.0)
            } else {
                1.0
            };
        }
    }
    Some(apart)
}

/// Whether many different answers are right under this comparator.
fn is_free(comparator: &Comparator) -> bool {
    matches!(
        comparator,
        Comparator::Correspondence(_)
            | Comparator::Accuracy { .. }
            | Comparator::Claim { .. }
            | Comparator::Property
            | Comparator::Free
    )
}

fn sort_at(findings: &[Finding], place: Place) -> Option<&'static str> {
    findings
        .iter()
        .find(|finding| finding.place == place)
        .map(|finding| finding.fault.sort())
}
