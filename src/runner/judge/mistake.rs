//! Known mistakes: does the candidate do what a named wrong implementation does?

use super::compare::{against_right, compare_with_wrong, findings};
use super::curve;
use super::finding::{Fault, Finding, PartOrCurve};
use super::form::form;
use super::judged::{Judged, returned};
use crate::comparator::{Comparator, CurveComparator};
use crate::runner::outcome::{Diagnosis, DiagnosisKind};
use crate::sheet::{Answer, Case, Check, CheckKind, Returned};

/// The mistake that explains every failing case, if there is one.
///
/// Where a comparator fixes the value, the candidate has to answer what the mistake answers wherever it differs from
/// the reference: a mistake that is wrong where the candidate is right was not made. Where many answers are right
/// (shuffles), the two have to go wrong in the same way in the same parts, with as many rows in each, and chance may set
/// them apart in as many cases as it explains; and a training that may end anywhere has to go the mistake's way, step by
/// step, as has a curve that is fixed.
/// Among several that were, the one that is also right where the candidate is right, and nearest, is meant.
/// Yes or no says too little for that: a check that a learner wrote has to answer every case as the mistake does.
pub fn recognise(check: &Check, answers: &[Judged], failing: &[&Judged]) -> Option<Diagnosis> {
    let best = (0..check.mistakes.len())
        .filter_map(|mistake| Some((distance(check, answers, failing, mistake)?, mistake)))
        .filter(|(distance, _)| !check.catches || *distance == 0.0)
        .min_by(|a, b| a.0.total_cmp(&b.0))?;
    Some(named(check, best.1))
}

/// The first mistake that the library stops in the very cases in which it stops the candidate, for the same reasons.
pub fn recognise_stopped(check: &Check, answers: &[Judged]) -> Option<Diagnosis> {
    let reasons = |answers: &[Judged]| -> Vec<Option<String>> {
        let reason = |judged: &Judged| match &judged.answer {
            Answer::Stopped { why, .. } => Some(why.clone()),
            _ => None,
        };
        answers.iter().map(reason).collect()
    };
    let yours = reasons(answers);
    let mut mistakes = 0..check.mistakes.len();
    let made = mistakes.find(|&mistake| {
        let theirs = answers_of(check, mistake);
        theirs.len() == answers.len() && reasons(&theirs) == yours
    });
    made.map(|mistake| named(check, mistake))
}

fn named(check: &Check, mistake: usize) -> Diagnosis {
    let mistake = &check.mistakes[mistake];
    Diagnosis {
        kind: DiagnosisKind::Mistake,
        id: Some(mistake.id.clone()),
        message: mistake.sentence.clone(),
    }
}

/// Whether a mistake that has been run gives the very answers of the candidate: none of those that have not been run can
/// be nearer.
pub fn is_made_exactly(check: &Check, answers: &[Judged]) -> bool {
    let is_same = |judged: &Judged, mistake: usize| {
        let wrong = check.cases[judged.case].wrong.get(mistake);
        let (Some(yours), Some(Answer::Returned(wrong))) = (returned(judged), wrong) else {
            return false;
        };
        let curve = |of: &Returned, series: &str| curve::find(&of.curves, series).cloned();
        let mut curves = check.curves.iter().map(|part| &part.series);
        yours.parts == wrong.parts
            && curves.all(|series| curve(yours, series) == curve(wrong, series))
    };
    let mut mistakes = 0..check.mistakes.len();
    mistakes.any(|mistake| answers.iter().all(|judged| is_same(judged, mistake)))
}

/// What a mistake answers, as if it were a candidate.
pub fn answers_of(check: &Check, mistake: usize) -> Vec<Judged> {
    let cases = check.cases.iter().enumerate();
    cases
        .filter_map(|(number, case)| {
            Some(Judged {
                case: number,
                answer: case.wrong.get(mistake)?.clone(),
                inspected: case.inspected.get(mistake).cloned().flatten(),
            })
        })
        .collect()
}

/// Pairs of mistakes that cannot be told apart on the cases at hand: someone who made the one could be told of the other.
/// For a course that is an error; a case on which they differ mends it, or one sentence for both.
///
/// Two are alike if the one explains the other's answers as well as those explain themselves.
pub fn alike(check: &Check) -> Vec<(String, String)> {
    const NEARLY: f64 = 1e-6;
    let answers: Vec<Vec<Judged>> = (0..check.mistakes.len())
        .map(|mistake| answers_of(check, mistake))
        .collect();
    let explains = |mistake: usize, of: usize| -> Option<f64> {
        let failing: Vec<&Judged> = answers[of]
            .iter()
            .filter(|judged| !findings(check, judged).is_empty())
            .collect();
        distance(check, &answers[of], &failing, mistake)
    };
    let mut alike = Vec::new();
    for one in 0..check.mistakes.len() {
        for other in one + 1..check.mistakes.len() {
            let confused =
                |mistake: usize, of: usize| match (explains(mistake, of), explains(of, of)) {
                    (Some(distance), Some(own)) => distance <= own + NEARLY,
                    _ => false,
                };
            if confused(one, other)
                || confused(other, one)
                || end_alike(&answers[one], &answers[other])
            {
                alike.push((
                    check.mistakes[one].id.clone(),
                    check.mistakes[other].id.clone(),
                ));
            }
        }
    }
    alike
}

/// Whether two mistakes end in the same cases, in a panic or stopped by the library for the same reason, and nothing else
/// of them is wrong that could be seen.
fn end_alike(one: &[Judged], other: &[Judged]) -> bool {
    let ends = |answers: &[Judged]| -> Vec<Option<String>> {
        let ends = |judged: &Judged| match &judged.answer {
            Answer::Panicked { .. } => Some(String::new()),
            Answer::Stopped { why, .. } => Some(why.clone()),
            _ => None,
        };
        answers.iter().map(ends).collect()
    };
    let (first, second) = (ends(one), ends(other));
    let returned_alike = one.iter().zip(other).all(|(one, other)| {
        returned(one).map(|answer| &answer.parts) == returned(other).map(|answer| &answer.parts)
    });
    first == second && first.iter().any(Option::is_some) && returned_alike
}

/// How far the candidate is from a mistake, or `None` where the mistake does not explain it.
fn distance(check: &Check, answers: &[Judged], failing: &[&Judged], mistake: usize) -> Option<f64> {
    let mut distance = 0.0;
    let (mut explained, mut refuted, mut avoided) = (0, 0, 0);
    for judged in answers {
        let case = &check.cases[judged.case];
        let fails = failing.iter().any(|other| other.case == judged.case);
        let (yours, wrong) = match (returned(judged), case.wrong.get(mistake)) {
            (Some(yours), Some(Answer::Returned(wrong))) => (yours, wrong),
            // A case that mistakes are not run on says nothing for or against them.
            (_, None) => continue,
            // The mistake panics here and the candidate does not, or the other way round.
            _ if fails => return None,
            // Whoever looks out for what the mistake panics at may have made it all the same.
            _ => {
                distance += 1.0;
                avoided += 1;
                continue;
            }
        };
        let said = case.inspected.get(mistake).and_then(Option::as_deref);
        match apart(check, judged, case, yours, wrong, said) {
            Some(apart) => {
                distance += apart;
                explained += usize::from(fails);
            }
            None if fails => return None,
            None => {
                distance += 1.0;
                refuted += 1;
            }
        }
    }
    let refuted_enough = match is_left_to_chance(check) {
        true => refuted + avoided > explained,
        false => refuted > 0 || avoided > explained,
    };
    (explained > 0 && !refuted_enough).then_some(distance)
}

/// Whether two that do the same may differ by chance, so that one of them is right in a case and the other is not.
fn is_left_to_chance(check: &Check) -> bool {
    let mut comparators = check.parts.iter().map(|part| &part.comparator);
    comparators.any(|it| is_free(it) || *it == Comparator::Statistics)
}

/// How far an answer is from the mistake's answer to the same case, or `None` where they are two different things.
fn apart(
    check: &Check,
    judged: &Judged,
    case: &Case,
    yours: &Returned,
    wrong: &Returned,
    said_of_wrong: Option<&str>,
) -> Option<f64> {
    let your_findings = against_right(check, judged.case, yours, judged.inspected.as_deref());
    let wrong_findings = against_right(check, judged.case, wrong, said_of_wrong);
    // Near something that is itself near enough to the reference explains no failure.
    if yours.parts.len() != wrong.parts.len()
        || (wrong_findings.is_empty() && !your_findings.is_empty())
    {
        return None;
    }
    let mut apart = 0.0;
    for (number, part) in check.parts.iter().enumerate() {
        let place = PartOrCurve::Part(number);
        let behaves_alike = kind_at(&your_findings, place) == kind_at(&wrong_findings, place);
        let difference = compare_with_wrong(&part.comparator, case, number, yours, wrong);
        if is_free(&part.comparator) {
            let (own, theirs) = (yours.parts.get(number)?, wrong.parts.get(number)?);
            if !behaves_alike || form(own, theirs).is_some() {
                return None;
            }
            // Another sentence of the reference, about the same part, is another fault or another number in it.
            if part.comparator == Comparator::Property {
                let same = judged.inspected.as_deref() == said_of_wrong;
                apart += if same {
                    0.0
                } else {
                    sentences_apart(judged, said_of_wrong)?
                };
            }
            apart += 0.1 * f64::from(u8::from(difference.is_some()));
        } else if difference.is_some() {
            return None;
        }
    }
    let is_fixed = |part: usize| !is_free(&check.parts[part].comparator);
    // Values that are the mistake's say that it was made, whatever is reported beside them.
    let shows_in_values = your_findings
        .iter()
        .any(|finding| matches!(finding.place, PartOrCurve::Part(part) if is_fixed(part)));
    for (number, part) in check.curves.iter().enumerate() {
        let place = PartOrCurve::Curve(number);
        if kind_at(&your_findings, place) != kind_at(&wrong_findings, place) {
            return None;
        }
        // Where it shows in the curve alone, a curve that is fixed has to be the mistake's too: two that are wrong in the same
        // sort of way may be so at other steps, and by other values.
        if let CurveComparator::Follows(distance) = part.comparator
            && !shows_in_values
            && is_apart_at(&your_findings, place)
            && !follows(yours, wrong, &part.series, distance)
        {
            return None;
        }
        // Nothing else says what a training did whose end is free.
        let is_free = check.parts.iter().any(|part| is_free(&part.comparator));
        // A mistake need not report what may be missing.
        let is_told = !part.is_optional || curve::find(&wrong.curves, &part.series).is_some();
        let is_compared = check.kind == CheckKind::Training && is_free && is_told;
        if is_compared && !goes_the_same_way(yours, wrong, &part.series) {
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

/// Whether two runs report the same series, but for what rounding makes of it on the way.
fn goes_the_same_way(yours: &Returned, wrong: &Returned, series: &str) -> bool {
    const NEARLY: f32 = 0.02;
    let curve = |of: &Returned| curve::find(&of.curves, series).map(|curve| curve.points.clone());
    let (yours, wrong) = match (curve(yours), curve(wrong)) {
        (Some(yours), Some(wrong)) => (yours, wrong),
        (yours, wrong) => return yours.is_none() && wrong.is_none(),
    };
    let is_near = |((_, one), (_, other)): (&(u64, f32), &(u64, f32))| {
        // NaN is like NaN, and an infinity like itself.
        one.to_bits() == other.to_bits()
            || (one.is_nan() && other.is_nan())
            || (one - other).abs() <= NEARLY * (1.0 + other.abs())
    };
    yours.len() == wrong.len() && yours.iter().zip(&wrong).all(is_near)
}

/// Whether two runs report the same series at the same steps, as near to each other as they have to be to the reference.
fn follows(yours: &Returned, wrong: &Returned, series: &str, distance: f32) -> bool {
    let points = |of: &Returned| curve::find(&of.curves, series).map(|curve| curve.points.clone());
    let (Some(yours), Some(wrong)) = (points(yours), points(wrong)) else {
        return false;
    };
    let is_near = |((step, one), (other_step, other)): (&(u64, f32), &(u64, f32))| {
        step == other_step && (one - other).abs() <= distance * (1.0 + other.abs())
    };
    yours.len() == wrong.len() && yours.iter().zip(&wrong).all(is_near)
}

/// How far two sentences of the reference about a property are apart, or nothing where they say different things: what is
/// left of them without their numbers is another text.
fn sentences_apart(judged: &Judged, said_of_wrong: Option<&str>) -> Option<f64> {
    let words = |sentence: &str| -> String {
        let is_number = |letter: char| letter.is_ascii_digit() || ".-+e%".contains(letter);
        let words = sentence.split_whitespace();
        let words = words.filter(|word| !word.trim_matches(',').chars().all(is_number));
        words.collect::<Vec<_>>().join(" ")
    };
    let (yours, theirs) = (judged.inspected.as_deref()?, said_of_wrong?);
    (words(yours) == words(theirs)).then_some(0.05)
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

/// Whether a curve there is finite and leaves the one that it has to follow.
fn is_apart_at(findings: &[Finding], place: PartOrCurve) -> bool {
    let mut found = findings.iter().filter(|finding| finding.place == place);
    found.any(|finding| matches!(finding.fault, Fault::CurveApart { .. }))
}

fn kind_at(findings: &[Finding], place: PartOrCurve) -> Option<DiagnosisKind> {
    findings
        .iter()
        .find(|finding| finding.place == place)
        .map(|finding| finding.fault.kind())
}
