//! What is said in a check, and what is made of it.

use super::*;
use crate::handler::{Gradient, function, gradient};
use crate::reference::exact;
use crate::tensor::{Recording, Vector};
use crate::values::Wire;
use crate::wire::Array;
use dfdx::prelude::WithEmptyTape;

fn double(x: f32) -> f32 {
    2.0 * x
}

#[test]
fn groups_share_what_stands_before_them_and_nothing_that_follows() {
    let sheet = Reference::of("double", function(double))
        .inputs(["x"])
        .wrong("squared", "You squared it.", |x| x * x)
        .group("near zero")
        .case("zero", |_| (0.0,))
        .group("far away")
        .parts([("result", exact())])
        .case("one", |_| (1.0,))
        .wrong("halved", "You halved it.", |x| x / 2.0)
        .sheet(0)
        .expect("sound");
    let said = |check: &Check| {
        let ids = check.mistakes.iter().map(|mistake| mistake.id.clone());
        (
            check.name.clone(),
            check.cases.len(),
            ids.collect::<Vec<_>>(),
        )
    };
    let expected = [
        ("double near zero", 1, vec!["squared"]),
        ("double far away", 1, vec!["squared", "halved"]),
    ];
    for (check, (name, cases, ids)) in sheet.iter().zip(expected) {
        let ids: Vec<String> = ids.into_iter().map(str::to_owned).collect();
        assert_eq!(said(check), (name.to_owned(), cases, ids));
        assert_eq!(
            (check.function.as_str(), &check.inputs[..]),
            ("double", &["x".to_owned()][..])
        );
    }
}

#[test]
fn a_mistake_that_leaves_a_tape_behind_has_no_gradient_there_unless_it_is_that_of_a_leaf() {
    type Recorded = Vector<Recording>;
    fn times(x: Recorded, w: Recorded) -> Recorded {
        x * w
    }
    type Times = Gradient<fn(Recorded, Recorded) -> Recorded, (Recorded, Recorded)>;
    let sheet = |reference: Reference<Times>| -> Check {
        let sheet = reference
            .inputs(["x", "w"])
            .case("two", |g| (g.vector(2), g.vector(2)));
        let lends = |x: Recorded, w: Recorded| times(x.with_empty_tape(), w.with_empty_tape());
        let sheet = sheet.wrong("lent", "You lent both.", lends).sheet(0);
        sheet.expect("sound").remove(0)
    };
    let plain = || {
        Reference::of(
            "times",
            gradient(times as fn(Recorded, Recorded) -> Recorded),
        )
    };
    for (reference, w_is_leaf) in [(plain(), false), (plain().leaves(["w"]), true)] {
        let check = sheet(reference);
        let case = &check.cases[0];
        let crate::sheet::Answer::Returned(wrong) = &case.wrong[0] else {
            panic!("{:?}", case.wrong);
        };
        let zeros = Value::Numbers(Array::vector(vec![0.0; 2]));
        assert_eq!(wrong.parts[0], case.right.parts[0]);
        assert_eq!(wrong.parts[1], zeros);
        assert_eq!(wrong.parts[2] == case.right.parts[2], w_is_leaf);
        assert_eq!(wrong.parts[2] == zeros, !w_is_leaf);
    }
    let fault = plain()
        .inputs(["x", "w"])
        .leaves(["v"])
        .sheet(0)
        .expect_err("it is not there");
    assert!(fault.contains("`v`"), "{fault}");
}

#[test]
fn a_plan_that_cannot_be_meant_says_why() {
    let before = Reference::of("double", function(double))
        .case("zero", |_| (0.0,))
        .group("more")
        .case("one", |_| (1.0,));
    let unnamed = Reference::of("double", function(double))
        .repeatable("seed", "result")
        .case("zero", |_| (0.0,));
    for (plan, why) in [(before, "before the first `group`"), (unnamed, "`seed`")] {
        let fault = plan.sheet(0).expect_err(why);
        assert!(fault.contains(why), "{fault}");
    }
}

#[test]
fn a_repeatable_group_tells_a_seed_that_is_ignored_and_one_that_is_not_enough() {
    thread_local!(static CALLS: std::cell::Cell<u64> = const { std::cell::Cell::new(0) });
    let drawn = |seed: u64| vec![seed as f32, 1.0];
    let sheet = Reference::of("draw", function(drawn))
        .inputs(["seed"])
        .parts([("numbers", exact())])
        .group("with seeds")
        .repeatable("seed", "numbers")
        .cases(3, |g, _| (g.seed(),))
        .wrong("ignored", "You ignored it.", |_| vec![7.0, 1.0])
        .wrong("another", "It changes.", |_| {
            vec![CALLS.replace(CALLS.get() + 1) as f32, 1.0]
        })
        .wrong("reordered", "Only the order changes.", |seed| {
            match seed % 2 {
                0 => vec![7.0, 1.0],
                _ => vec![1.0, 7.0],
            }
        })
        .sheet(0)
        .expect("sound");
    let check = &sheet[0];
    assert_eq!(check.inputs, ["seed", "another seed"]);
    for case in &check.cases {
        let flags = |parts: &[Value]| parts.to_vec() == [Value::Flag(true), Value::Flag(true)];
        assert!(flags(&case.right.parts), "{:?}", case.right);
        for wrong in &case.wrong {
            let crate::sheet::Answer::Returned(returned) = wrong else {
                panic!("{wrong:?}");
            };
            assert!(!flags(&returned.parts), "{returned:?}");
        }
    }
}

#[test]
fn a_drawn_group_tells_what_never_comes_to_a_place() {
    fn of(seed: u64, orders: &[[f32; 3]]) -> Vec<f32> {
        orders[seed as usize % orders.len()].to_vec()
    }
    const ALL: [[f32; 3]; 6] = [
        [1.0, 2.0, 3.0],
        [1.0, 3.0, 2.0],
        [2.0, 1.0, 3.0],
        [2.0, 3.0, 1.0],
        [3.0, 1.0, 2.0],
        [3.0, 2.0, 1.0],
    ];
    let sheet = Reference::of("shuffle", function(|seed: u64| of(seed, &ALL)))
        .inputs(["seed"])
        .parts([("numbers", exact())])
        .group("with seeds")
        .drawn("seed", "numbers")
        .cases(3, |g, _| (g.seed(),))
        .wrong("ignored", "You ignored it.", |_| of(0, &ALL))
        .wrong("moved", "Nothing stays.", |seed| of(seed, &ALL[3..5]))
        .wrong("turned", "You only turn them.", |seed| {
            of(seed, &[ALL[0], ALL[5]])
        })
        .sheet(0)
        .expect("sound");
    let answer = |places: [i64; 3]| {
        vec![
            Value::Flag(true),
            Value::Integers(Array::vector(places.to_vec())),
        ]
    };
    for case in &sheet[0].cases {
        assert_eq!(case.right.parts, answer([3, 3, 3]));
        let wrong: Vec<Vec<Value>> = case
            .wrong
            .iter()
            .map(|wrong| match wrong {
                crate::sheet::Answer::Returned(returned) => returned.parts.clone(),
                other => panic!("{other:?}"),
            })
            .collect();
        let expected = [[1, 1, 1], [2, 2, 2], [2, 1, 2]];
        assert_eq!(wrong, expected.map(answer));
    }
}

#[test]
fn a_solution_has_to_agree_with_what_is_declared_right_and_wrong() {
    let is_even = |x: usize| x.is_multiple_of(2);
    let begun = || Reference::of("is_even", function(is_even));
    let sound = begun().passes("four", |_| (4,)).catches("three", |_| (3,));
    assert!(sound.sheet(0).expect("sound")[0].catches);
    let faults = [
        (
            begun().passes("three", |_| (3,)).catches("five", |_| (5,)),
            "`is_even`, case 1: `.passes` declares `three` right, and the solution refuses it",
        ),
        (
            begun().passes("two", |_| (2,)).catches("four", |_| (4,)),
            "`is_even`, case 2: `.catches` declares `four` wrong, and the solution lets it pass",
        ),
        (
            begun().passes("two", |_| (2,)),
            "needs cases of `.passes` and of `.catches`",
        ),
        (
            begun()
                .passes("two", |_| (2,))
                .catches("one", |_| (1,))
                .case("six", |_| (6,)),
            "and no others",
        ),
    ];
    for (plan, why) in faults {
        let fault = plan.sheet(0).expect_err(why);
        assert!(fault.contains(why), "{fault}");
    }
}

fn twice(x: usize) -> usize {
    2 * x
}

#[test]
fn a_proof_takes_a_smaller_task_where_there_is_one() {
    let check = || {
        Reference::of("doubled", function(twice))
            .case("one", |_| (1,))
            .last_case("a million", |_| (1_000_000,))
    };
    let inputs = |check: Reference<_>| {
        let sheet = check.sheet(0).expect("sound");
        let inputs = sheet[0].cases.iter().map(|case| case.inputs.clone());
        inputs.collect::<Vec<_>>()
    };
    let of = |x: usize| vec![x.into_value()];
    assert_eq!(inputs(check()), [of(1), of(1_000_000)]);
    assert_eq!(inputs(check().proven_on(|_| (3,))), [of(1), of(3)]);
    let fault = Reference::of("doubled", function(twice)).proven_on(|_| (3,));
    assert!(fault.sheet(0).is_err());
}
