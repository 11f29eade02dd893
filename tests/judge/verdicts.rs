//! Which verdict, which case, which element, which mistake.

use gradlings::comparator::Comparator;
use gradlings::runner::outcome::CheckState;
use gradlings::sheet::{Answer, CheckKind, Returned};
use gradlings::wire::{Array, Value};

use crate::support::{
    Random, Sheet, arrays, integers, is_for_a_beginner, matrix, number, returned, text, vector,
};

const CLOSE: Comparator = Comparator::Close(None);

fn close() -> Sheet {
    Sheet::of(CLOSE)
}

fn answer(answer: Answer) -> Sheet {
    close()
        .case(vec![vector([1.0, 2.0])], number(1.0), number(9.0))
        .case_of(vec![vector([1.0])], vec![number(1.0)], answer)
}

#[test]
fn a_todo_is_no_failure() {
    let outcome = answer(Answer::Todo).judge();
    assert_eq!(outcome.state, CheckState::Todo);
    let diagnosis = outcome.diagnosis.expect("it is said");
    assert_eq!(diagnosis.kind.word(), "todo");
    assert_eq!(
        diagnosis.message,
        "`f` still has its `todo!()`: write it, then save."
    );
}

#[test]
fn a_panic_is_told_with_its_place_its_case_and_its_words() {
    let outcome = answer(Answer::Panicked {
        message: "index out of bounds\nand more".to_owned(),
        place: Some("exercises/f.rs:3:5".to_owned()),
    })
    .label("one row")
    .judge();
    assert_eq!(outcome.state, CheckState::Panicked);
    assert_eq!(outcome.failed, 2);
    let diagnosis = outcome.diagnosis.expect("it is said");
    assert_eq!(
        diagnosis.message,
        "`f` panicked at exercises/f.rs:3:5 in case 2 of 2, one row: index out of bounds"
    );
    let numbers = outcome.numbers.expect("the inputs are shown");
    assert_eq!(numbers.inputs, [("x".to_owned(), "[1]".to_owned())]);
}

#[test]
fn what_the_library_stopped_is_told_in_its_words_and_a_panic_comes_first() {
    let stopped = |place: Option<&str>| Answer::Stopped {
        why: "Rank 1 waits.".to_owned(),
        place: place.map(str::to_owned),
    };
    let outcome = answer(stopped(Some("exercises/f.rs:3:5"))).judge();
    assert_eq!((outcome.state, outcome.failed), (CheckState::Failed, 2));
    let said = |outcome: gradlings::runner::outcome::CheckOutcome| {
        let diagnosis = outcome.diagnosis.expect("it is said");
        (diagnosis.kind.word(), diagnosis.message)
    };
    let kind = "stopped";
    let at = "Rank 1 waits. That ended `f` in case 2 of 2, at exercises/f.rs:3:5.".to_owned();
    assert_eq!(said(outcome), (kind, at));
    let so = "Rank 1 waits. That ended `f` in case 2 of 2.".to_owned();
    assert_eq!(said(answer(stopped(None)).judge()), (kind, so));
    let panic = Answer::Panicked {
        message: "no".to_owned(),
        place: None,
    };
    let both = answer(stopped(None)).case_of(vec![vector([1.0])], vec![number(1.0)], panic);
    assert_eq!(said(both.judge()).0, "panic");
}

#[test]
fn a_mistake_is_named_that_is_stopped_in_the_same_cases_for_the_same_reasons() {
    let stopped = |why: &str| Answer::Stopped {
        why: why.to_owned(),
        place: None,
    };
    // What the candidate and two mistakes come to in two cases; the second is right where it is not stopped.
    let rows: [([&str; 2], Option<&str>); 4] = [
        (["It waits.", "It waits."], Some("You did waits.")),
        (["It waits.", ""], Some("You did waits once.")),
        (["", "It waits."], None),
        (["It sends.", "It waits."], None),
    ];
    let mistakes = [["It waits.", "It waits."], ["It waits.", ""]];
    for (yours, wanted) in rows {
        let answer_of = |why: &str| match why {
            "" => returned([number(1.0)]),
            why => stopped(why),
        };
        let mut sheet = close().mistake("waits").mistake("waits once");
        for why in yours {
            sheet = sheet.case_of(vec![vector([1.0])], vec![number(1.0)], answer_of(why));
        }
        for (at, case) in sheet.check.cases.iter_mut().enumerate() {
            case.wrong = mistakes.iter().map(|whys| answer_of(whys[at])).collect();
        }
        let diagnosis = sheet.judge().diagnosis.expect("it is said");
        match wanted {
            Some(wanted) => assert_eq!(diagnosis.message, wanted, "{yours:?}"),
            None => assert_eq!(diagnosis.kind.word(), "stopped", "{yours:?}"),
        }
    }
}

#[test]
fn a_panic_without_words_and_one_with_too_many_are_both_readable() {
    let said = |message: &str| {
        let outcome = answer(Answer::Panicked {
            message: message.to_owned(),
            place: None,
        })
        .judge();
        outcome.diagnosis.expect("it is said").message
    };
    assert_eq!(said(""), "`f` panicked in case 2 of 2.");
    assert!(said(&"é".repeat(1_000_000)).len() < 1000);
}

#[test]
fn the_smallest_panic_is_shown() {
    let panic = |message: &str| Answer::Panicked {
        message: message.to_owned(),
        place: None,
    };
    let outcome = close()
        .case_of(vec![vector([0.0; 5])], vec![number(0.0)], panic("large"))
        .case_of(vec![vector([0.0; 2])], vec![number(0.0)], panic("small"))
        .judge();
    assert!(
        outcome
            .diagnosis
            .expect("it is said")
            .message
            .ends_with("small")
    );
}

#[test]
fn a_refused_signature_is_told_before_anything_else() {
    let sheet = answer(Answer::Refused(
        "a tensor of numbers came, a text is wanted".to_owned(),
    ));
    let message = sheet.fails("signature");
    assert!(
        message.contains("another signature") && message.contains("a text is wanted"),
        "{message}"
    );
}

#[test]
fn the_smallest_failing_case_is_shown_and_its_worst_element_first() {
    let outcome = close()
        .case(vec![vector([0.0; 9])], number(1.0), number(50.0))
        .case(
            vec![vector([0.5, 1.5, 2.5])],
            vector([1.0, 2.0, 3.0, 4.0]),
            vector([1.1, 2.0, 8.0, f32::NEG_INFINITY]),
        )
        .label("three numbers")
        .case(vec![vector([0.0])], number(1.0), number(1.0))
        .judge();
    assert_eq!((outcome.cases, outcome.failed), (3, 2));
    let numbers = outcome.numbers.expect("there are numbers");
    assert_eq!(numbers.case, "case 2 of 3, three numbers");
    assert_eq!(
        numbers.inputs,
        [("x".to_owned(), "[0.5, 1.5, 2.5]".to_owned())]
    );
    assert_eq!((numbers.off, numbers.of), (3, 4));
    let rows: Vec<[&str; 4]> = numbers
        .rows
        .iter()
        .map(|row| [&*row.element, &*row.yours, &*row.expected, &*row.error])
        .collect();
    assert_eq!(
        rows,
        [
            ["[3]", "-inf", "4", "inf"],
            ["[2]", "8", "3", "5"],
            ["[0]", "1.1", "1", "0.1"],
        ]
    );
}

#[test]
fn two_numbers_that_differ_never_look_alike() {
    let sheet = Sheet::of(Comparator::Exact).case(
        vec![vector([1.0])],
        vector([0.333_333_34, 1.234_5e-5, 12_345_678.0]),
        vector([0.333_334, 1.234_6e-5, 12_345_679.0]),
    );
    let numbers = sheet.judge().numbers.expect("there are numbers");
    assert_eq!(numbers.rows.len(), 3);
    for row in numbers.rows {
        assert_ne!(row.yours, row.expected, "at {}", row.element);
    }
}

#[test]
fn a_single_wrong_number_is_said_beside_the_right_one() {
    let sheet = close().case(vec![vector([1.0, 2.0])], number(1.5), number(3.25));
    assert_eq!(
        sheet.fails("values"),
        "The result of `f` is 3.25 in case 1 of 1; 1.5 is expected."
    );
}

#[test]
fn several_wrong_numbers_are_counted() {
    let sheet = close()
        .case(
            vec![vector([1.0, 2.0])],
            vector([1.0, 2.0, 3.0]),
            vector([1.0, 7.0, -1.0]),
        )
        .label("two numbers");
    assert_eq!(
        sheet.fails("values"),
        "The result of `f` is off in 2 of 3 elements in case 1 of 1, two numbers."
    );
}

#[test]
fn shape_comes_before_values_between_cases_and_between_parts() {
    let between_cases = close()
        .case(vec![vector([1.0])], number(1.0), number(2.0))
        .case(
            vec![vector([1.0, 2.0])],
            vector([1.0, 2.0]),
            vector([1.0, 2.0, 3.0]),
        );
    assert_eq!(
        between_cases.fails("shape"),
        "The result of `f` has shape [3]; [2] is expected."
    );
    assert_eq!(
        between_cases
            .judge()
            .numbers
            .expect("there are numbers")
            .case,
        "case 2 of 2"
    );

    // The first part has the flipped sign, of which nothing may be said yet.
    let between_parts = Sheet::of_parts(CheckKind::Function, [("loss", CLOSE), ("rows", CLOSE)])
        .case_of(
            vec![vector([1.0])],
            vec![vector([1.0, 2.0]), vector([1.0, 2.0])],
            returned([vector([-1.0, -2.0]), number(1.0)]),
        );
    assert_eq!(
        between_parts.fails("shape"),
        "The part `rows` of `f` is a single number; [2] is expected."
    );
    assert_eq!(
        between_parts
            .judge()
            .numbers
            .expect("there are numbers")
            .part,
        "rows"
    );
}

#[test]
fn another_sort_of_value_and_another_number_of_parts_are_told() {
    let case = |yours| close().case(vec![vector([1.0])], vector([1.0]), yours);
    assert_eq!(
        case(integers([1])).fails("type"),
        "The result of `f` holds whole numbers; it has to hold numbers."
    );
    let sheet = close().case_of(
        vec![vector([1.0])],
        vec![number(1.0)],
        returned([number(1.0), number(2.0)]),
    );
    assert_eq!(
        sheet.fails("part_count"),
        "`f` answers with the wrong number of parts: 2 instead of 1."
    );
}

#[test]
fn arrays_of_other_shapes_are_told_apart_even_where_they_hold_as_many_numbers() {
    let array = |shape: &[usize]| {
        Array::new(shape.to_vec(), vec![0.0; shape.iter().product()]).expect("it is that long")
    };
    let case = |right: &[&[usize]], yours: &[&[usize]]| {
        let all = |of: &[&[usize]]| arrays(of.iter().map(|shape| array(shape)).collect());
        close().case(vec![vector([1.0])], all(right), all(yours))
    };
    case(&[&[2, 3], &[4]], &[&[2, 3], &[4]]).passes();
    case(&[], &[]).passes();
    let message = case(&[&[2, 3], &[3, 2]], &[&[3, 2], &[2, 3]]).fails("shape");
    assert_eq!(
        message,
        "Array 0 (counted from 0) of the result of `f` has shape [3, 2]; [2, 3] is expected."
    );
    // Two matrices of 2 x 3, or two vectors of 2 and of 3: the same list of lengths.
    case(&[&[2], &[3]], &[&[2, 3], &[2, 3]]).fails("shape");
    case(&[&[2, 3], &[2, 3]], &[&[2], &[3]]).fails("shape");
    assert_eq!(
        case(&[&[2], &[3]], &[&[2]]).fails("array_count"),
        "The result of `f` holds the wrong number of arrays in case 1 of 1: 1 instead of 2."
    );
}

#[test]
fn many_arrays_of_different_shapes_are_no_tensor_of_many_axes() {
    let list = |lengths: std::ops::Range<usize>, moved: f32| {
        let numbers = |n: usize| {
            (0..n)
                .map(|at| ((at * at + n) % 7) as f32 + moved)
                .collect()
        };
        arrays(lengths.map(|n| Array::vector(numbers(n))).collect())
    };
    let noise = |n: usize| {
        arrays(
            (8..n)
                .map(|n| Array::vector(Random(n as u64).vector(n)))
                .collect(),
        )
    };
    let two = || {
        arrays(vec![
            Array::vector(vec![5.0, 1.0]),
            Array::vector(vec![3.0, 2.0, 4.0]),
        ])
    };
    // The product of 8, 9, and so on up to 40 is no `usize`. What is looked for in all cases stops at the first that does not
    // show it, and what is looked for in a matrix begins at a first case that is short.
    let input = || vec![vector([1.0, 2.0])];
    let many = |sheet: Sheet| sheet.case(input(), list(8..41, 0.0), noise(41));
    many(close())
        .case(input(), list(8..41, 1.0), noise(41))
        .fails("values");
    many(many(close().case(input(), two(), two()))).fails("values");
    close()
        .case(input(), list(8..41, 0.0), list(8..41, 0.0))
        .passes();
}

#[test]
fn a_wrong_number_in_one_of_several_arrays_is_found_there() {
    let right = arrays(vec![
        Array::vector(vec![1.0, 2.0]),
        Array::new(vec![1, 2], vec![3.0, 4.0]).expect("two"),
    ]);
    let yours = arrays(vec![
        Array::vector(vec![1.0, 2.0]),
        Array::new(vec![1, 2], vec![3.0, 9.0]).expect("two"),
    ]);
    let outcome = close().case(vec![vector([1.0])], right, yours).judge();
    let numbers = outcome.numbers.expect("there are numbers");
    assert_eq!(numbers.rows[0].element, "[0, 1] of array 1");
}

#[test]
fn the_map_shows_which_elements_of_a_matrix_are_off() {
    let sheet = close().case(
        vec![vector([1.0])],
        matrix([[1.0, 2.0], [3.0, 4.0]]),
        matrix([[1.0, 9.0], [3.0, 4.0]]),
    );
    let numbers = sheet.judge().numbers.expect("there are numbers");
    assert_eq!(numbers.map, [[false, true], [false, false]]);
}

#[test]
fn long_and_hostile_texts_are_cut() {
    let sheet = Sheet::of(Comparator::Exact).case(
        vec![text(&"x".repeat(100_000))],
        text("short"),
        text(&"y".repeat(100_000)),
    );
    let numbers = sheet.judge().numbers.expect("there are numbers");
    assert!(numbers.inputs[0].1.len() < 100);
    assert!(numbers.rows[0].yours.len() < 100);
}

#[test]
fn every_word_for_a_shape_is_one_that_a_beginner_knows() {
    let case = |right: Value, yours: Value| {
        close()
            .case(vec![vector([1.0])], right, yours)
            .fails("shape")
    };
    for message in [
        case(number(1.0), vector([1.0, 2.0])),
        case(vector([1.0]), number(1.0)),
        case(vector([1.0]), matrix([[1.0]])),
    ] {
        is_for_a_beginner(&message);
    }
    assert_eq!(
        case(number(1.0), vector([1.0, 2.0])),
        "The result of `f` has shape [2]; a single number is expected."
    );
}

// Known mistakes.

/// One case of one number.
fn says(sheet: Sheet, right: f32, wrong: &[f32], yours: f32) -> Sheet {
    sheet
        .case(vec![vector([1.0])], number(right), number(yours))
        .wrong(wrong.iter().map(|&x| number(x)))
}

#[test]
fn a_mistake_that_explains_every_failing_case_is_named() {
    let sheet = close().mistake("summed").mistake("halved");
    let sheet = says(sheet, 1.0, &[2.0, 0.5], 2.0);
    let sheet = says(sheet, 3.0, &[3.0, 1.5], 3.0);
    says(sheet, 2.0, &[6.0, 1.0], 6.0).is_mistake("summed");
}

#[test]
fn a_mistake_that_leaves_one_failing_case_unexplained_is_not_named() {
    let sheet = close().mistake("summed");
    let sheet = says(sheet, 1.0, &[2.0], 2.0);
    says(sheet, 2.0, &[6.0], 6.5).fails("values");
}

#[test]
fn a_mistake_that_is_not_run_on_a_case_says_nothing_of_it() {
    let sheet = says(close().mistake("summed"), 1.0, &[2.0], 2.0);
    says(sheet, 5.0, &[], 11.0).is_mistake("summed");
    let sheet = says(close().mistake("summed"), 1.0, &[], 2.0);
    says(sheet, 5.0, &[], 11.0).fails("values");
}

#[test]
fn of_several_mistakes_that_explain_all_failures_the_nearest_is_named() {
    // Both answer 2 where the candidate fails; only `near` is also right where the candidate is right.
    let sheet = close().mistake("far").mistake("near");
    let sheet = says(sheet, 1.0, &[2.0, 2.0], 2.0);
    says(sheet, 4.0, &[9.0, 4.0], 4.0).is_mistake("near");
}

#[test]
fn a_mistake_that_is_right_in_a_failing_case_does_not_explain_it() {
    // The mistake is just within the tolerance of the right answer, the candidate just outside, near the mistake.
    let tolerance = Comparator::Close(Some(gradlings::comparator::Tolerance {
        absolute: 0.1,
        relative: 0.0,
    }));
    let sheet = Sheet::of(tolerance).mistake("harmless");
    says(sheet, 1.0, &[1.08], 1.15).fails("values");
}

#[test]
fn a_mistake_of_another_shape_is_named() {
    close()
        .mistake("flattened")
        .case(
            vec![vector([1.0])],
            matrix([[1.0, 2.0]]),
            vector([1.0, 2.0]),
        )
        .wrong([vector([1.0, 2.0])])
        .is_mistake("flattened");
}

#[test]
fn a_mistake_that_is_no_distribution_and_one_that_is_nan_are_named() {
    let sheet = |wrong: [f32; 2], yours: [f32; 2]| {
        Sheet::of(Comparator::Simplex)
            .mistake("unnormalised")
            .case(vec![vector([1.0, 2.0])], vector([0.3, 0.7]), vector(yours))
            .wrong([vector(wrong)])
    };
    sheet([3.0, 7.0], [3.0, 7.0]).is_mistake("unnormalised");
    sheet([f32::NAN, 0.0], [f32::NAN, 0.0]).is_mistake("unnormalised");
    sheet([3.0, 7.0], [3.0, 8.0]).fails("not_a_distribution");
}

#[test]
fn a_mistake_with_fewer_parts_is_not_taken_for_one_with_all_of_them() {
    let parts = [("one", CLOSE), ("other", CLOSE)];
    let mut sheet = Sheet::of_parts(CheckKind::Function, parts)
        .mistake("shorter")
        .case_of(
            vec![vector([1.0])],
            vec![number(1.0), number(2.0)],
            returned([number(5.0), number(6.0)]),
        );
    sheet.check.cases[0].wrong = vec![returned([number(5.0)])];
    sheet.fails("values");
}

#[test]
fn a_mistake_that_panics_explains_nothing() {
    let mut sheet = says(close().mistake("crash"), 1.0, &[], 2.0);
    sheet.check.cases[0].wrong = vec![Answer::Panicked {
        message: "no".to_owned(),
        place: None,
    }];
    sheet.fails("values");
}

#[test]
fn without_failures_no_mistake_is_named() {
    says(close().mistake("same"), 1.0, &[1.0], 1.0).passes();
}

#[test]
fn a_check_of_the_learners_is_told_what_it_lets_pass_and_refuses_and_how_much() {
    let flags = |right: bool, yours: bool| (Value::Flag(right), Value::Flag(yours));
    // What is right and what the learner says of each case; what the verdict begins with, and how it counts.
    let table = [
        (
            [
                flags(true, true),
                flags(true, true),
                flags(false, true),
                flags(false, false),
            ],
            "let_through",
            "`f` lets pass what is wrong: the case 2. It catches 1 of 2 wrong ones and lets 2 of 2 right ones pass.",
        ),
        (
            [
                flags(true, true),
                flags(true, false),
                flags(false, false),
                flags(false, false),
            ],
            "refused",
            "`f` refuses what is right: the case 1. It catches 2 of 2 wrong ones and lets 1 of 2 right ones pass.",
        ),
    ];
    for (cases, kind, message) in table {
        let mut sheet = Sheet::of(Comparator::Exact);
        sheet.check.catches = true;
        for (number, (right, yours)) in cases.into_iter().enumerate() {
            let input = Value::Integers(Array::scalar(number as i64));
            sheet = sheet
                .case(vec![input], right, yours)
                .label(&format!("the case {number}"));
        }
        let diagnosis = sheet.judge().diagnosis.expect("a reason");
        assert_eq!(
            (diagnosis.kind.word(), diagnosis.message.as_str()),
            (kind, message)
        );
    }
}

#[test]
fn a_check_of_the_learners_makes_a_mistake_only_if_it_answers_every_case_alike() {
    // Of two wrong ones the learner catches the second; the mistake lets pass both, or the first alone.
    for (mistake_says, kind) in [([true, true], "let_through"), ([true, false], "mistake")] {
        let mut sheet = Sheet::of(Comparator::Exact).mistake("first only");
        sheet.check.catches = true;
        for (number, yours) in [true, false].into_iter().enumerate() {
            let input = Value::Integers(Array::scalar(number as i64));
            sheet = sheet.case(vec![input], Value::Flag(false), Value::Flag(yours));
            sheet.check.cases[number].wrong =
                vec![Answer::Returned(Returned::of(vec![Value::Flag(
                    mistake_says[number],
                )]))];
        }
        let diagnosis = sheet.judge().diagnosis.expect("a reason");
        assert_eq!(
            diagnosis.kind.word(),
            kind,
            "{mistake_says:?}: {}",
            diagnosis.message
        );
    }
}

#[test]
fn an_answer_that_is_too_large_is_told_as_such() {
    let number = || Value::Numbers(Array::scalar(1.0));
    let sheet = Sheet::of(Comparator::Exact).case_of(
        vec![number()],
        vec![number()],
        Answer::TooLarge(70 << 20),
    );
    let outcome = sheet.judge();
    assert_eq!(outcome.state, CheckState::Failed);
    let message = outcome.diagnosis.expect("a reason").message;
    assert!(
        message.contains("returns 70 MiB in case 1 of 1"),
        "{message}"
    );
}

#[test]
fn values_in_double_precision_are_held_to_double_precision() {
    let double = |x: f64| Value::Doubles(Array::scalar(x));
    let judge = |yours: Value| {
        let sheet = Sheet::of(CLOSE).case(vec![double(1.0)], double(1.0 / 3.0), yours);
        sheet.judge()
    };
    assert_eq!(judge(double(1.0 / 3.0 + 1e-16)).state, CheckState::Passed);
    assert_eq!(
        judge(double(f64::from(1.0_f32 / 3.0))).state,
        CheckState::Failed
    );
    let single = judge(Value::Numbers(Array::scalar(1.0 / 3.0)));
    let message = single.diagnosis.expect("another type").message;
    assert!(
        message.contains("it has to hold numbers in `f64`"),
        "{message}"
    );
}
