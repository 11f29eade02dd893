//! Calls that give no answer, or another one each time; functions that are checks themselves; programs that are ended on the
//! way.

use std::cell::Cell;
use std::rc::Rc;

use gradlings::comparator::{Comparator, Tolerance};
use gradlings::handler::Handler;
use gradlings::prelude::*;
use gradlings::reference::{exact, same_multiset, set};
use gradlings::runner::judge::may_follow_from;
use gradlings::runner::outcome::{Diagnosis, DiagnosisKind};
use gradlings::sheet::{Answer, CheckKind, Interruption};

use super::families::{Family, said};
use crate::examine::the_check;
use crate::support::{Sheet, integers, number, returned, vector};

type Ids = &'static [&'static str];

/// One case that is answered so.
fn answered(answer: Answer) -> Sheet {
    Sheet::of(Comparator::Close(None)).case_of(vec![vector([1.0])], vec![number(1.0)], answer)
}

fn answers() -> Family {
    let stopped = |place: Option<&str>| Answer::Stopped {
        why: "Rank 1 waits.".to_owned(),
        place: place.map(str::to_owned),
    };
    // What the library says, and that the call ended: the first stands in a gap.
    Family::of("a call without an answer")
        .sheet(
            &["call.signature"],
            &answered(Answer::Refused("a text is wanted".to_owned())),
        )
        .sheet(&["call.todo"], &answered(Answer::Todo))
        .sheet(&["call.too_large"], &answered(Answer::TooLarge(70 << 20)))
        .sheet(
            &["call.stopped_at"],
            &answered(stopped(Some("exercises/f.rs:3:5"))),
        )
        .sheet(&["call.stopped"], &answered(stopped(None)))
        .sheet(&["finding.number"], &answered(returned([number(2.0)])))
        .sheet(&[], &answered(returned([number(1.0)])))
}

fn panics() -> Family {
    const HERE: &str = "exercises/02_losses/mse.rs:30:5";
    const BELOW_ZERO: &str =
        "index out of bounds: the len is 5 but the index is 18446744073709551615";
    const WRONG_NUMBER: &str = "called `Result::unwrap()` on an `Err` value: WrongNumElements";
    const UNUSED: &str = "called `Result::unwrap()` on an `Err` value: UnusedParams(UnusedTensors { ids: [UniqueId(4)] })";
    let panic = |message: &str, place: Option<&str>| {
        answered(Answer::Panicked {
            message: message.to_owned(),
            place: place.map(str::to_owned),
        })
    };
    let family = Family::of("a panic")
        .sheet(&["panic.at_saying"], &panic("no", Some(HERE)))
        .sheet(&["panic.at"], &panic("", Some(HERE)))
        .sheet(&["panic.saying"], &panic("no", None))
        .sheet(&["panic.somewhere"], &panic("", None))
        .sheet(
            &["panic.at", "panic.number_of_values"],
            &panic(WRONG_NUMBER, Some(HERE)),
        )
        .sheet(
            &["panic.somewhere", "panic.unused_parameters"],
            &panic(UNUSED, None),
        )
        .sheet(
            &["panic.at_saying"],
            &panic("WrongNumElements were given", Some(HERE)),
        )
        .sheet(
            &["panic.at_saying", "panic.below_zero"],
            &panic(BELOW_ZERO, Some(HERE)),
        )
        .sheet(
            &["panic.saying", "panic.below_zero"],
            &panic(BELOW_ZERO, None),
        )
        .sheet(
            &["panic.at_saying"],
            &panic(
                "index out of bounds: the len is 5 but the index is 5",
                Some(HERE),
            ),
        )
        .sheet(
            &["panic.at_saying", "panic.empty_range"],
            &panic("cannot sample empty range", Some(HERE)),
        )
        .sheet(
            &["panic.at_saying"],
            &panic("cannot sample empty range: 0..0", Some(HERE)),
        );
    // What dfdx itself says, at a line of its source. Behind each stands what is nearly that.
    let table: [(&'static str, &str, &str); 19] = [
        (
            "panic.met_itself",
            "assertion `left != right` failed\n  left: UniqueId(3)\n right: UniqueId(3)",
            "tensor/gradients.rs:139:9",
        ),
        (
            "panic.says",
            "assertion `left != right` failed\n  left: UniqueId(3)\n right: UniqueId(3)",
            "tensor/tape.rs:139:9",
        ),
        (
            "panic.no_gradient",
            "called `Option::unwrap()` on a `None` value",
            "tensor/gradients.rs:112:60",
        ),
        (
            "panic.says",
            "called `Option::unwrap()` on a `None` value",
            "tensor/tape.rs:112:60",
        ),
        (
            "panic.number_of_values",
            WRONG_NUMBER,
            "tensor/storage_traits.rs:458:54",
        ),
        (
            "panic.says",
            "called `Result::unwrap()` on an `Err` value: OutOfMemory",
            "tensor/storage_traits.rs:458:54",
        ),
        ("panic.unused_parameters", UNUSED, "optim/sgd.rs:9:9"),
        (
            "panic.says",
            "called `Result::unwrap()` on an `Err` value: OutOfMemory",
            "optim/sgd.rs:9:9",
        ),
        (
            "panic.index",
            "Index out of bounds: index=[7] shape=(5,)",
            "tensor/cpu/index.rs:11:13",
        ),
        (
            "panic.says",
            "Index out of bounds: index=[7]",
            "tensor/cpu/index.rs:11:13",
        ),
        (
            "panic.reshaped",
            "assertion `left == right` failed\n  left: 6\n right: 8",
            "tensor_ops/reshape_to/mod.rs:88:9",
        ),
        (
            "panic.not_equal",
            "assertion `left == right` failed\n  left: 6\n right: 8",
            "tensor_ops/add/mod.rs:88:9",
        ),
        (
            "panic.not_contiguous",
            "assertion `left == right` failed: Concat requires contiguous tensors\n  left: [1, 2]\n right: [3, 1]",
            "tensor_ops/concat/mod.rs:58:9",
        ),
        (
            "panic.not_equal",
            "assertion `left == right` failed\n  left: [1, 2]\n right: [3, 1]",
            "tensor_ops/concat/mod.rs:58:9",
        ),
        (
            "panic.nothing_to_stack",
            "assertion failed: new_dim.size() > 0",
            "tensor_ops/stack/mod.rs:137:5",
        ),
        (
            "panic.says",
            "assertion failed: new_dim.size() > 0",
            "tensor_ops/add/mod.rs:137:5",
        ),
        (
            "panic.no_elements",
            "index out of bounds: the len is 0 but the index is 0",
            "tensor/cpu/iterate.rs:173:48",
        ),
        (
            "panic.says",
            "index out of bounds: the len is 1 but the index is 1",
            "tensor/cpu/iterate.rs:173:48",
        ),
        (
            "panic.says",
            "index out of bounds: the len is 0 but the index is 0",
            "tensor/cpu/device.rs:20:9",
        ),
    ];
    table
        .into_iter()
        .fold(family, |family, (id, message, file)| {
            let place = format!("/home/x/.cargo/registry/src/index-0/dfdx-0.13.0/src/{file}");
            let ids: Ids = Vec::leak(vec!["panic.inside_dfdx", id]);
            family.sheet(ids, &panic(message, Some(&place)))
        })
}

fn offer<H: Handler + 'static>(handler: H) -> Exercise {
    Exercise::new().offer("f", handler)
}

/// Numbers of a thread that nothing sets back.
fn chance() -> f32 {
    thread_local!(static CHANCE: Cell<f32> = const { Cell::new(0.0) });
    CHANCE.set((CHANCE.get() * 1.7 + 0.31).fract());
    CHANCE.get()
}

fn unsteady() -> Vec<Family> {
    let check = the_check(
        Reference::of("f", function(|x: Vec<f32>| x))
            .inputs(["x"])
            .cases(6, |g, i| (g.numbers(4 + i),))
            .sheet(1),
    );
    let texts = the_check(
        Reference::of("f", function(|x: Vec<f32>| format!("{}", x.len())))
            .inputs(["x"])
            .cases(6, |g, i| (g.numbers(4 + i),))
            .sheet(1),
    );
    let seeded = the_check(
        Reference::of("f", function(|x: Vec<f32>, _: u64| x))
            .inputs(["x", "seed"])
            .cases(6, |g, i| (g.numbers(4 + i), g.seed()))
            .sheet(1),
    );
    let unordered = |order| {
        the_check(
            Reference::of("f", function(|n: usize| Vec::from_iter(0..n)))
                .inputs(["n"])
                .parts([("result", order)])
                .cases(6, |_, i| (4 + i,))
                .sheet(1),
        )
    };
    // The right numbers, and another one of them first each time.
    let turned = || {
        offer(function(|n: usize| {
            let first = (chance() * 4.0) as usize;
            Vec::from_iter((0..n).map(|at| (at + first) % n))
        }))
    };
    let more = |x: Vec<f32>, more: f32| Vec::from_iter(x.into_iter().map(|x| x + more));
    let counter = || {
        let calls = Rc::new(Cell::new(0_u8));
        move || {
            calls.set(calls.get() + 1);
            f32::from(calls.get())
        }
    };
    vec![
        Family::of("the same call and another number")
            .function(&["call.depends_on_calls_shown"], &check, || {
                let counted = counter();
                offer(function(move |x: Vec<f32>| more(x, counted())))
            })
            .function(
                &["call.answers_differently_shown", "call.look_for_chance"],
                &check,
                || offer(function(move |x: Vec<f32>| more(x, chance()))),
            )
            // The same number more in every call.
            .function(&["values.too_large"], &check, || {
                offer(function(move |x: Vec<f32>| more(x, 3.0)))
            }),
        Family::of("the same call and another text")
            .function(&["call.depends_on_calls"], &texts, || {
                let counted = counter();
                offer(function(move |_: Vec<f32>| format!("{}", counted())))
            })
            .function(
                &["call.answers_differently", "call.look_for_chance"],
                &texts,
                || offer(function(move |_: Vec<f32>| format!("{}", chance()))),
            )
            .function(&["sequence.parts_at_once"], &texts, || {
                offer(function(|_: Vec<f32>| "no".to_owned()))
            }),
        Family::of("the same call and another order")
            .function(
                &["call.answers_differently_shown", "call.look_for_chance"],
                &unordered(exact()),
                turned,
            )
            .function(&[], &unordered(set()), turned)
            .function(&[], &unordered(same_multiset()), turned)
            .function(
                &["call.answers_differently", "call.look_for_chance"],
                &unordered(set()),
                || {
                    offer(function(|n: usize| {
                        Vec::from_iter(0..n + (chance() * 4.0) as usize)
                    }))
                },
            ),
        Family::of("the same seed and another number")
            .function(
                &["call.answers_differently_shown", "call.draw_from"],
                &seeded,
                || offer(function(move |x: Vec<f32>, _: u64| more(x, chance()))),
            )
            .function(
                &["call.answers_differently_shown", "call.look_for_chance"],
                &check,
                || offer(function(move |x: Vec<f32>| more(x, chance()))),
            )
            .function(&["call.depends_on_calls_shown"], &seeded, || {
                let counted = counter();
                offer(function(move |x: Vec<f32>, _: u64| more(x, counted())))
            }),
    ]
}

/// A check of the learner's, of two right ones and two wrong ones.
fn checks_of_the_learner() -> Family {
    let sheet = |yours: [bool; 4]| {
        let mut sheet = Sheet::of(Comparator::Exact);
        sheet.check.catches = true;
        for (number, (right, yours)) in [true, true, false, false]
            .into_iter()
            .zip(yours)
            .enumerate()
        {
            let (right, yours) = (Value::Flag(right), Value::Flag(yours));
            sheet = sheet
                .case(vec![integers([number as i64])], right, yours)
                .label("a case");
        }
        sheet
    };
    let mut plain = sheet([true, true, true, false]);
    plain.check.catches = false;
    Family::of("a check of the learner's")
        .sheet(
            &["catching.refuses", "catching.count"],
            &sheet([true, false, false, false]),
        )
        .sheet(
            &["catching.lets_pass", "catching.count"],
            &sheet([true, true, true, false]),
        )
        .sheet(&[], &sheet([true, true, false, false]))
        // The same answers of a function that is no check.
        .sheet(&["finding.number"], &plain)
}

/// A training that was ended so many times, and reported so many steps again.
fn ended_on_the_way() -> Family {
    let sheet = |times: usize, most: f32, weight: f32, again: i64| {
        let steps = Comparator::Close(Some(Tolerance {
            absolute: most,
            relative: 0.0,
        }));
        let parts = [("weight", Comparator::Exact), (Interruption::PART, steps)];
        let steps = |n: i64| Value::Integers(gradlings::wire::Array::scalar(n));
        let mut sheet = Sheet::of_parts(CheckKind::Training, parts).case_of(
            vec![],
            vec![number(2.0), steps(0)],
            returned([number(weight), steps(again)]),
        );
        sheet.check.interruption = (times > 0).then_some(Interruption { times });
        sheet
    };
    Family::of("a program that is ended on the way")
        .sheet(
            &["interruption.again", "interruption.ended"],
            &sheet(2, 5.0, 2.0, 6),
        )
        .sheet(&[], &sheet(2, 5.0, 2.0, 5))
        .sheet(
            &["interruption.one_again", "interruption.ended_once"],
            &sheet(1, 0.0, 2.0, 1),
        )
        .sheet(
            &["interruption.all_again", "interruption.ended_once"],
            &sheet(1, 0.0, 2.0, 2),
        )
        .sheet(
            &["finding.number", "interruption.ended_once"],
            &sheet(1, 5.0, 2.5, 0),
        )
        .sheet(&["finding.number"], &sheet(0, 5.0, 2.5, 0))
}

fn after_an_earlier_one() -> Family {
    let wrong = said(&answered(returned([number(2.0)])));
    let mut following = Diagnosis {
        kind: DiagnosisKind::Values,
        id: None,
        message: wrong.clone(),
    };
    may_follow_from(&mut following, "the loss");
    Family::of("a training after a check that fails")
        .says(&["finding.number", "call.may_follow"], following.message)
        .says(&["finding.number"], wrong)
}

pub fn families() -> Vec<Family> {
    let others = vec![
        answers(),
        panics(),
        checks_of_the_learner(),
        ended_on_the_way(),
        after_an_earlier_one(),
    ];
    unsteady().into_iter().chain(others).collect()
}
