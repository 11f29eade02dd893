//! Real functions behind real handlers, held against a real reference, all in this process: what the runner does with
//! programs, without the programs.

use gradlings::prelude::*;
use gradlings::runner::judge::probe::{Probed, Purpose, Question, once_more, plan};
use gradlings::runner::judge::{Judged, judge, judge_with};
use gradlings::runner::outcome::{CheckOutcome, CheckState};
use gradlings::sheet::{Answer, Check, Returned};

use crate::support::is_for_a_beginner;

/// Judges an exercise with one function as a check does. `start` starts its program: what a closure captures is what a
/// program keeps from call to call.
pub fn examine(check: &Check, start: impl Fn() -> Exercise) -> CheckOutcome {
    examine_changed(check, start, |_| ())
}

/// The same with other answers to the cases than those of the function.
fn examine_changed(
    check: &Check,
    start: impl Fn() -> Exercise,
    change: impl Fn(&mut [Judged]),
) -> CheckOutcome {
    let program = start();
    let ask = |program: &Exercise, inputs: &[gradlings::wire::Value], seed: u64| {
        program.answer(&check.name, inputs.to_vec(), seed)
    };
    let mut answers: Vec<Judged> = check
        .cases
        .iter()
        .enumerate()
        .map(|(number, case)| Judged {
            case: number,
            answer: ask(&program, &case.inputs, case.seed).in_a_network(&case.right),
            inspected: None,
        })
        .collect();
    change(&mut answers);
    let ask_again = |program: &Exercise, question: &Question| -> Option<Returned> {
        match ask(program, &question.inputs, question.seed) {
            Answer::Returned(returned) => {
                let case = question.purpose.case(check);
                Some(returned.in_a_network(&check.cases[case].right))
            }
            _ => None,
        }
    };
    // The library notes panics instead of printing them; those of the tests have to be seen.
    let _ = std::panic::take_hook();
    let first = judge(check, &answers);
    let mut probed = Probed::default();
    match first.state {
        CheckState::Failed => {}
        CheckState::Passed => {
            if let Some(question) = once_more(check, &answers) {
                let Purpose::Case(case) = question.purpose else {
                    panic!("a case once more is a case");
                };
                probed.again = ask_again(&program, &question).map(|answer| (case, answer));
            }
            if !probed.varies(check, &answers) {
                return first;
            }
        }
        _ => return first,
    }
    let plan = plan(check, &answers);
    let fresh = start();
    let ask_all = |program: &Exercise| {
        let history = plan.history.iter();
        history
            .map(|question| ask_again(program, question))
            .collect()
    };
    probed.first = ask_all(&fresh);
    for question in &plan.rest {
        if let Some(answer) = ask_again(&fresh, question) {
            probed.rest.push((question.purpose, answer));
        }
    }
    if probed.varies(check, &answers) {
        probed.second = ask_all(&start());
    }
    let outcome = judge_with(check, &answers, &probed);
    assert_eq!(
        outcome.state,
        CheckState::Failed,
        "what fails cannot be explained away"
    );
    outcome
}

/// The check of a reference with one function.
pub fn the_check(sheet: Result<Vec<Check>, String>) -> Check {
    let mut checks = sheet.expect("the reference works");
    assert_eq!(checks.len(), 1);
    checks.remove(0)
}

/// A function that has to pass.
#[track_caller]
pub fn passes(check: &Check, what: &str, start: impl Fn() -> Exercise) {
    let outcome = examine(check, start);
    assert_eq!(
        outcome.state,
        CheckState::Passed,
        "{what} is right, but: {:?} {:?}",
        outcome.diagnosis,
        outcome.numbers
    );
}

/// A function that has to fail, with this kind of diagnosis and with all of these words in its message.
#[track_caller]
pub fn fails(check: &Check, what: &str, kind: &str, words: &[&str], start: impl Fn() -> Exercise) {
    let outcome = examine(check, &start);
    let diagnosis = outcome.diagnosis.unwrap_or_else(|| panic!("{what} passes"));
    println!("{what}: [{}] {}", diagnosis.kind.word(), diagnosis.message);
    is_for_a_beginner(&diagnosis.message);
    assert_eq!(diagnosis.kind.word(), kind, "{what}: {}", diagnosis.message);
    for word in words {
        assert!(
            diagnosis.message.contains(word),
            "{what}, `{word}`: {}",
            diagnosis.message
        );
    }
    if OF_ALL_CASES.contains(&kind) {
        is_not_said_of_less(check, what, &diagnosis.message, start);
    }
}

/// Kinds that say something of all cases.
const OF_ALL_CASES: [&str; 24] = [
    "accumulated",
    "activation",
    "axis",
    "change",
    "clipped",
    "constant",
    "exchanged",
    "exponent",
    "factor",
    "ignored",
    "inverted",
    "offset",
    "order",
    "power",
    "proportion",
    "reshaped",
    "rounded",
    "rows",
    "shape",
    "shifted",
    "sign",
    "softmax",
    "transposed",
    "zero",
];

/// What is said of all cases is not said where the largest one is answered with other numbers.
#[track_caller]
fn is_not_said_of_less(check: &Check, what: &str, message: &str, start: impl Fn() -> Exercise) {
    let outcome = examine_changed(check, start, |answers| {
        let Some(Judged {
            answer: Answer::Returned(returned),
            ..
        }) = answers.last_mut()
        else {
            panic!("{what} returns");
        };
        for part in &mut returned.parts {
            let other = gradlings::sheet::change::each_number(part, |at, _| {
                (12.9898 * (at + 1) as f64).sin() * 7.3 + 0.2
            });
            if let Some(other) = other {
                *part = other;
            }
        }
    });
    let said = outcome.diagnosis.map(|diagnosis| diagnosis.message);
    assert_ne!(said.as_deref(), Some(message), "{what}, but for one case");
}
