//! Checks that also accept a program that understands nothing.

use super::imposters::{Imposter, gives_back, imposters};
use crate::comparator::Comparator;
use crate::runner::judge::{Judged, judge};
use crate::runner::outcome::CheckState;
use crate::sheet::{Answer, Check};
use crate::wire::Value;

/// Asks the reference what is wrong with answers (inputs, parts), for comparators that only it can run. `None` where
/// it cannot be asked.
pub type Inspect<'a> =
    dyn Fn(&Check, Vec<(Vec<Value>, Vec<Value>)>) -> Option<Vec<Option<String>>> + 'a;

/// What check number `at` of a sheet accepts though it understands nothing, each in words that stand after "accepts".
pub fn accepted(sheet: &[Check], at: usize, inspect: &Inspect<'_>) -> Vec<String> {
    let check = &sheet[at];
    // Whether two answers of a function are equal is not the function's answer: whatever it gives, the runner compares. One
    // that is always the same fails, because another seed has to give another.
    if check.repeat.is_some() {
        return Vec::new();
    }
    let mut found: Vec<String> = imposters(check)
        .into_iter()
        .filter_map(|imposter| {
            let what = imposter.what.clone();
            passes(check, imposter, inspect).then_some(what)
        })
        .collect();
    // A function may rightly give its input back from one side: dropout in evaluation. The check of its other side, which
    // takes the same inputs, has to refuse that.
    let sides: Vec<&Check> = sheet
        .iter()
        .filter(|other| other.inputs == check.inputs && other.parts.len() == check.parts.len())
        .collect();
    for number in 0..check.inputs.len() {
        let imposter = |check| gives_back(check, number);
        if sides
            .iter()
            .all(|side| passes(side, imposter(side), inspect))
        {
            found.push(imposter(check).what);
        }
    }
    found
}

fn passes(check: &Check, imposter: Imposter, inspect: &Inspect<'_>) -> bool {
    let answers = imposter.answers.into_iter().map(Answer::Returned);
    // What could not be inspected was not accepted; that it could not is a fault of its own.
    judged(check, answers.enumerate().collect(), inspect)
        .is_some_and(|judged| judge(check, &judged).state == CheckState::Passed)
}

/// Answers to some cases as the judge takes them, inspected by the reference where a comparator asks for it. `None` where
/// it cannot be asked.
fn judged(
    check: &Check,
    answers: Vec<(usize, Answer)>,
    inspect: &Inspect<'_>,
) -> Option<Vec<Judged>> {
    let asks = check
        .parts
        .iter()
        .any(|part| part.comparator == Comparator::Property);
    let mut inspected = Vec::new();
    if asks {
        let questions = answers.iter().map(|(case, answer)| {
            let parts = match answer {
                Answer::Returned(returned) => returned.parts.clone(),
                // Nothing was returned, so there is nothing to inspect; the judge says so itself.
                _ => Vec::new(),
            };
            (check.cases[*case].inputs.clone(), parts)
        });
        inspected = inspect(check, questions.collect())?;
    }
    let answers = answers.into_iter().enumerate();
    let judged = answers.map(|(at, (case, answer))| Judged {
        case,
        answer,
        inspected: inspected.get(at).cloned().flatten(),
    });
    Some(judged.collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::comparator::Tolerance;
    use crate::sheet::{Case, CheckKind, Interruption, Part, Returned};
    use crate::wire::Array;

    fn vector(numbers: &[f32]) -> Value {
        Value::Numbers(Array::vector(numbers.to_vec()))
    }

    fn flag(case: usize) -> Value {
        Value::Flag(case.is_multiple_of(2))
    }

    /// A check of functions of one vector with one comparator per part; `right` makes the parts of a case.
    fn check(comparators: &[Comparator], right: impl Fn(usize, &[f32]) -> Vec<Value>) -> Check {
        let case = |number: usize| {
            let input: Vec<f32> = (0..12)
                .map(|i| (i * i + number) as f32 * 0.5 - 3.0)
                .collect();
            Case {
                label: String::new(),
                seed: 0,
                right: Returned::of(right(number, &input)),
                inputs: vec![vector(&input)],
                wrong: Vec::new(),
                inspected: Vec::new(),
                noise: Vec::new(),
                last: false,
                ends: Vec::new(),
            }
        };
        let parts = comparators.iter().enumerate();
        Check {
            name: "f".to_owned(),
            function: "f".to_owned(),
            catches: false,
            repeat: None,
            interruption: None,
            kind: CheckKind::Function,
            inputs: vec!["x".to_owned()],
            parts: parts
                .map(|(number, comparator)| Part {
                    name: format!("part {number}"),
                    comparator: comparator.clone(),
                })
                .collect(),
            curves: Vec::new(),
            mistakes: Vec::new(),
            cases: (0..6).map(case).collect(),
            variations: Vec::new(),
        }
    }

    fn doubled(_: usize, x: &[f32]) -> Vec<Value> {
        vec![vector(&x.iter().map(|x| 2.0 * x).collect::<Vec<_>>())]
    }

    #[test]
    fn a_check_that_accepts_what_understands_nothing_is_found_out() {
        let close = Comparator::Close(None);
        let far = Comparator::Close(Some(Tolerance {
            absolute: 1000.0,
            relative: 0.0,
        }));
        let wide = Comparator::Close(Some(Tolerance {
            absolute: 0.2,
            relative: 0.0,
        }));
        let reversed =
            |_: usize, x: &[f32]| vec![vector(&x.iter().rev().copied().collect::<Vec<_>>())];
        let nearly_pi = |case: usize, _: &[f32]| vec![vector(&[3.0 + 0.1 * (case % 3) as f32])];
        let zeros = |_: usize, x: &[f32]| vec![vector(&vec![0.0; x.len()])];
        let two = |case: usize, x: &[f32]| [doubled(case, x), doubled(case, x)].concat();
        let counted = |case: usize, x: &[f32]| {
            let count = Value::Integers(Array::scalar(case as i64 + 1));
            [doubled(case, x), vec![count]].concat()
        };
        let always = |_: usize, _: &[f32]| vec![Value::Flag(true)];
        let sometimes = |case: usize, _: &[f32]| vec![flag(case)];
        type Right<'a> = &'a dyn Fn(usize, &[f32]) -> Vec<Value>;
        // Which check, and an imposter that it accepts, or none.
        let table: [(&str, Vec<Comparator>, Right<'_>, Option<&str>); 12] = [
            ("sound", vec![close.clone()], &doubled, None),
            (
                "free",
                vec![Comparator::Free],
                &doubled,
                Some("random values in"),
            ),
            ("too wide", vec![far], &doubled, Some("zeros")),
            (
                "an order that does not count",
                vec![Comparator::SameMultiset],
                &reversed,
                Some("its input `x`"),
            ),
            ("an order that counts", vec![close.clone()], &reversed, None),
            ("about pi", vec![wide], &nearly_pi, Some("one constant")),
            (
                "zero in every case",
                vec![close.clone()],
                &zeros,
                Some("zeros"),
            ),
            (
                "a part nobody looks at",
                vec![close.clone(), Comparator::Free],
                &two,
                Some("random values for `part 1`"),
            ),
            // The library counts, so a count that is too low says nothing of a learner.
            (
                "a count",
                vec![close.clone(), Comparator::AtMost(1.5)],
                &counted,
                None,
            ),
            (
                "a count nobody looks at",
                vec![close.clone(), Comparator::AtMost(100.0)],
                &counted,
                Some("ten times as much for `part 1`"),
            ),
            (
                "always yes",
                vec![Comparator::Exact],
                &always,
                Some("the right answer to the first case"),
            ),
            ("yes or no", vec![Comparator::Exact], &sometimes, None),
        ];
        for (name, comparators, right, expected) in table {
            let found = accepted(&[check(&comparators, right)], 0, &|_, _| None);
            match expected {
                None => assert_eq!(found, [""; 0], "{name}"),
                Some(expected) => assert!(
                    found.iter().any(|what| what.starts_with(expected)),
                    "{name}: {found:?}"
                ),
            }
        }
    }

    #[test]
    fn steps_that_the_runner_counts_are_no_answer_of_a_program() {
        let most = Comparator::Close(Some(Tolerance {
            absolute: 12.0,
            relative: 0.0,
        }));
        let counted = |case: usize, x: &[f32]| {
            let steps = Value::Integers(Array::scalar(0));
            [doubled(case, x), vec![steps]].concat()
        };
        let mut check = check(&[Comparator::Close(None), most], counted);
        check.parts[1].name = Interruption::PART.to_owned();
        let found = |check: &Check| accepted(std::slice::from_ref(check), 0, &|_, _| None);
        assert!(!found(&check).is_empty(), "a part of its own");
        check.interruption = Some(Interruption { times: 3 });
        assert_eq!(found(&check), [""; 0]);
    }

    #[test]
    fn an_input_given_back_may_be_right_from_one_side_but_not_from_all() {
        let same = |_: usize, x: &[f32]| vec![vector(x)];
        let close = [Comparator::Close(None)];
        let (one, other) = (check(&close, same), check(&close, doubled));
        let found = |sheet: &[Check]| accepted(sheet, 0, &|_, _| None);
        assert_eq!(found(&[one.clone(), other.clone()]), [""; 0]);
        let given_back = ["its input `x`, given back as it is"];
        assert_eq!(found(&[one.clone(), one.clone()]), given_back);
        let of_another = Check {
            inputs: vec!["y".to_owned()],
            ..other
        };
        assert_eq!(found(&[one, of_another]), given_back);
    }

    #[test]
    fn zeros_that_are_right_for_a_part_are_no_fault() {
        let close = vec![Comparator::Close(None); 2];
        let right =
            |case: usize, x: &[f32]| [doubled(case, x), vec![vector(&vec![0.0; x.len()])]].concat();
        assert_eq!(accepted(&[check(&close, right)], 0, &|_, _| None), [""; 0]);
    }

    #[test]
    fn what_only_the_reference_can_tell_is_asked_of_it() {
        let property = [check(&[Comparator::Property], doubled)];
        let strict = |_: &Check, questions: Vec<(Vec<Value>, Vec<Value>)>| {
            let wrong = questions.into_iter().map(|(inputs, parts)| {
                let [Value::Numbers(x)] = &inputs[..] else {
                    return Some("no vector".to_owned());
                };
                (parts != doubled(0, x.data())).then(|| "not twice".to_owned())
            });
            Some(wrong.collect())
        };
        assert_eq!(accepted(&property, 0, &strict), [""; 0]);
        let lax =
            |_: &Check, questions: Vec<(Vec<Value>, Vec<Value>)>| Some(vec![None; questions.len()]);
        assert!(!accepted(&property, 0, &lax).is_empty());
        let panics = |_: &Check, _: Vec<(Vec<Value>, Vec<Value>)>| None;
        assert_eq!(accepted(&property, 0, &panics), [""; 0]);
    }
}
