//! A program that was ended while it worked and started again.

use super::explain::{finding, follow};
use super::finding::{Fault, Finding, PartOrCurve};
use super::judged::{Judged, returned};
use crate::comparator::{Comparator, Tolerance};
use crate::runner::outcome::{Diagnosis, DiagnosisKind};
use crate::runner::words::judge::interruption as words;
use crate::sheet::{Check, Interruption};
use crate::wire::Value;

/// What is wrong with an answer, where the program was ended on the way. `None` where it was not.
pub fn explain(check: &Check, judged: &Judged, found: &Finding) -> Option<Diagnosis> {
    check.interruption.as_ref()?;
    Some(match again(check, judged, found) {
        Some(message) => Diagnosis {
            kind: DiagnosisKind::BeganAgain,
            id: None,
            message,
        },
        None => finding(check, judged, found),
    })
}

/// That the program was ended: what a learner cannot see from the answer.
pub fn told(check: &Check, diagnosis: &mut Diagnosis) {
    let Some(Interruption { times }) = check.interruption else {
        return;
    };
    let ended = match times {
        1 => words::ended_once().to_owned(),
        times => words::ended(times),
    };
    follow(diagnosis, &ended);
}

/// More steps were taken again than have to be.
fn again(check: &Check, judged: &Judged, found: &Finding) -> Option<String> {
    let (PartOrCurve::Part(part), Fault::Values { .. }) = (found.place, &found.fault) else {
        return None;
    };
    let declared = check.parts.get(part)?;
    let Comparator::Close(Some(Tolerance { absolute, .. })) = declared.comparator else {
        return None;
    };
    let Value::Integers(steps) = returned(judged)?.parts.get(part)? else {
        return None;
    };
    let steps = steps.data().first()?;
    (declared.name == Interruption::PART).then(|| match (absolute as u64, steps) {
        (0, 1) => words::one_again().to_owned(),
        (0, steps) => words::all_again(steps),
        (most, steps) => words::again(steps, most),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::runner::judge::judge;
    use crate::runner::outcome::CheckState;
    use crate::sheet::{Answer, Case, CheckKind, Part, Returned};
    use crate::wire::Array;

    fn parts(weight: f32, again: i64) -> Vec<Value> {
        let again = Value::Integers(Array::scalar(again));
        vec![Value::Numbers(Array::scalar(weight)), again]
    }

    #[test]
    fn what_was_wrong_after_the_end_is_told_with_the_end() {
        let check = |times: usize, most: f32| Check {
            name: "train".to_owned(),
            function: "train".to_owned(),
            catches: false,
            repeat: None,
            interruption: Some(Interruption { times }),
            kind: CheckKind::Training,
            inputs: Vec::new(),
            parts: vec![
                Part {
                    name: "weight".to_owned(),
                    comparator: Comparator::Exact,
                },
                Part {
                    name: Interruption::PART.to_owned(),
                    comparator: Comparator::Close(Some(Tolerance {
                        absolute: most,
                        relative: 0.0,
                    })),
                },
            ],
            curves: Vec::new(),
            mistakes: Vec::new(),
            cases: vec![Case {
                right: Returned::of(parts(2.0, 0)),
                ..Case::default()
            }],
            variations: Vec::new(),
        };
        let table = [
            (1, 5.0, parts(2.0, 5), None),
            (
                2,
                5.0,
                parts(2.0, 6),
                Some(
                    "It reported 6 steps again that it had reported before, and no more than 5 are needed. Save often enough, load what was saved, and go on and count on with the step after it. The program was ended 2 times on the way and started again, with nothing but what it had saved.",
                ),
            ),
            (
                1,
                0.0,
                parts(2.0, 1),
                Some(
                    "It reported a step again that it had reported before. Save after each step, load what was saved, and go on and count on with the step after it. The program was ended once on the way and started again, with nothing but what it had saved.",
                ),
            ),
            (
                1,
                5.0,
                parts(2.5, 0),
                Some(
                    "The part `weight` of `train` is 2.5 in case 1 of 1; 2 is expected. The program was ended once on the way and started again, with nothing but what it had saved.",
                ),
            ),
        ];
        for (times, most, parts, said) in table {
            let answer = Judged {
                case: 0,
                answer: Answer::Returned(Returned::of(parts)),
                inspected: None,
            };
            let outcome = judge(&check(times, most), &[answer]);
            let message = outcome.diagnosis.map(|diagnosis| diagnosis.message);
            assert_eq!(message.as_deref(), said);
            assert_eq!(outcome.state == CheckState::Passed, said.is_none());
        }
        for (panic, said) in [
            (
                "no stop",
                "in case 1 of 1: no stop. The program was ended once",
            ),
            (
                "a stop.",
                "in case 1 of 1: a stop. The program was ended once",
            ),
        ] {
            let answer = Judged {
                case: 0,
                answer: Answer::Panicked {
                    message: panic.to_owned(),
                    place: None,
                },
                inspected: None,
            };
            let outcome = judge(&check(1, 5.0), &[answer]);
            let message = outcome.diagnosis.map(|diagnosis| diagnosis.message);
            assert!(message.is_some_and(|it| it.contains(said)), "{panic}");
        }
    }
}
