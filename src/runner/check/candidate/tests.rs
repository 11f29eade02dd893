use super::*;
use crate::runner::outcome::DiagnosisKind;

#[test]
fn what_is_left_of_a_hunt_is_counted() {
    use CheckState::{Failed, Panicked, Passed};
    let table = [
        (
            vec![(true, Failed), (true, Passed), (true, Failed)],
            Some("2 of 3 bugs are left."),
        ),
        (
            vec![(true, Passed), (true, Panicked), (false, Failed)],
            Some("1 of 2 bugs is left."),
        ),
        (vec![(true, Passed), (true, Passed), (false, Failed)], None),
        (
            vec![(true, Failed), (false, Failed)],
            Some("The bug is still there."),
        ),
        (vec![(false, Failed)], None),
    ];
    for (checks, said) in table {
        let planned = |is_hunt| Planned {
            name: "f".to_owned(),
            function: "f".to_owned(),
            kind: CheckKind::Function,
            written: String::new(),
            metered: Vec::new(),
            cases: 1,
            last: 0,
            is_hunt,
        };
        let plan: Vec<Planned> = checks.iter().map(|(hunt, _)| planned(*hunt)).collect();
        let states = checks.iter().zip(&plan);
        let judged: Vec<CheckOutcome> = states
            .map(|((_, state), planned)| CheckOutcome {
                state: *state,
                ..skipped(planned)
            })
            .collect();
        assert_eq!(bugs_left(&plan, &judged).as_deref(), said);
    }
}

#[test]
fn what_main_offers_otherwise_is_told_and_what_it_offers_as_the_exercise_does_is_not() {
    let some = |name: &str| Some(name.to_owned());
    let planned = Planned {
        name: "totals".to_owned(),
        function: "totals".to_owned(),
        kind: CheckKind::Function,
        written: "function(...).counting(Products)".to_owned(),
        metered: vec![None, some("Metered")],
        cases: 1,
        last: 0,
        is_hunt: false,
    };
    let offer = |name: &str, written: &str, metered: Option<&str>| Offer {
        name: name.to_owned(),
        inputs: 2,
        written: written.to_owned(),
        metered: vec![None, metered.map(str::to_owned)],
    };
    let as_it_is = |name: &str| offer(name, &planned.written, Some("Metered"));
    let table = [
        (vec![as_it_is("totals")], None),
        (vec![as_it_is("other"), as_it_is("totals")], None),
        (
            vec![as_it_is("total")],
            Some(
                "Your file does not offer `totals` any more: `main` needs its `.offer(\"totals\", ...)` back.",
            ),
        ),
        (
            vec![offer("totals", "function(...)", Some("Metered"))],
            Some(
                "`main` offers `totals` as `function(...)`, so nothing is called and counted as it should be: put \
                 `.offer(\"totals\", function(...).counting(Products))` back, with the function for the dots.",
            ),
        ),
        (
            vec![offer("totals", &planned.written, None)],
            Some(
                "Input 2 of `totals` has to be a `Metered`, which counts what is done with it: put the original line of the \
                 function back.",
            ),
        ),
    ];
    for (offers, said) in table {
        let outcome = misoffered(&offers, &planned);
        let diagnosis = outcome.and_then(|outcome| outcome.diagnosis);
        assert_eq!(diagnosis.map(|it| it.message).as_deref(), said);
    }
}

#[test]
fn a_check_is_not_blamed_for_one_that_its_function_calls_and_a_training_for_none_that_is_known() {
    use CheckState::{Failed, Panicked, Passed};
    const PROGRAM: &str = r#"
        fn gru(x: f32) -> f32 { x }
        fn two_steps(x: f32) -> f32 { gru(gru(x)) }
        fn train(x: f32) -> f32 { x }
        fn main() {
            Exercise::new()
                .offer("gru", function(gru))
                .offer("two_steps", function(two_steps))
                .offer("train", training(train))
        }
    "#;
    // The later check and whether it trains; how the earlier one ended, and whether it is known why.
    let table = [
        (("two_steps", false), (Failed, false), true),
        (("two_steps", false), (Panicked, false), true),
        (("two_steps", false), (Passed, false), false),
        (("train", true), (Failed, true), true),
        (("train", true), (Failed, false), false),
        (("train", false), (Failed, true), false),
        (("gru", false), (Failed, true), false),
    ];
    for ((function, trains), (state, is_known), is_blamed) in table {
        let planned = |function: &str, trains: bool| Planned {
            name: function.to_owned(),
            function: function.to_owned(),
            kind: if trains {
                CheckKind::Training
            } else {
                CheckKind::Function
            },
            written: String::new(),
            metered: Vec::new(),
            cases: 1,
            last: 0,
            is_hunt: false,
        };
        let plan = [planned("gru", false), planned(function, trains)];
        let kind = if is_known {
            DiagnosisKind::Mistake
        } else {
            DiagnosisKind::Values
        };
        let first = CheckOutcome {
            state,
            diagnosis: Some(Diagnosis {
                kind,
                id: None,
                message: String::new(),
            }),
            ..skipped(&plan[0])
        };
        let checks = [first, skipped(&plan[1])];
        let calls = Calls::of(PROGRAM);
        let found = earlier(&plan, &checks, 1, false, &calls);
        let wanted = is_blamed.then(|| "gru".to_owned());
        assert_eq!(found, wanted, "{function} {state:?} {is_known}");
    }
}

#[test]
fn what_seeds_decide_is_looked_at_where_the_function_is_right_otherwise() {
    use CheckState::{Failed, Passed};
    let planned = |name: &str, function: &str| Planned {
        name: name.to_owned(),
        function: function.to_owned(),
        kind: CheckKind::Function,
        written: String::new(),
        metered: Vec::new(),
        cases: 1,
        last: 0,
        is_hunt: false,
    };
    // The function of the check before, how that one ended, whether the later one is about seeds, and whether it waits.
    let table = [
        ("split", Failed, true, true),
        ("split", Passed, true, false),
        ("split", Failed, false, false),
        ("batches", Failed, true, false),
    ];
    for (function, state, is_of_seeds, waits) in table {
        let plan = [
            planned("by percent", function),
            planned("with seeds", "split"),
        ];
        let first = CheckOutcome {
            state,
            ..skipped(&plan[0])
        };
        let checks = [first, skipped(&plan[1])];
        let found = earlier(&plan, &checks, 1, is_of_seeds, &Calls::of(""));
        let wanted = waits.then(|| "by percent".to_owned());
        assert_eq!(found, wanted, "{function} {state:?} {is_of_seeds}");
    }
}
