//! Every comparator passes what is right, also where it is right in another way, and rejects what is wrong.

use gradlings::comparator::{Comparator, Correspondence, CurveComparator, Tolerance};
use gradlings::sheet::CheckKind;
use gradlings::wire::{Array, Value};

use crate::support::{
    Random, Sheet, arrays, curve, integers, matrix, number, returned, tensor, text, vector,
};

const CLOSE: Comparator = Comparator::Close(None);

fn one(comparator: Comparator, right: Value, yours: Value) -> Sheet {
    Sheet::of(comparator).case(vec![vector([1.0, 2.0, 3.0])], right, yours)
}

#[test]
fn close_passes_what_is_right_in_another_way() {
    for (right, yours) in [
        (number(0.0), number(-0.0)),
        (number(1.0), number(1.0 + 2.0 * f32::EPSILON)),
        (number(0.1 + 0.2), number((0.1f64 + 0.2f64) as f32)),
        (number(f32::INFINITY), number(f32::INFINITY)),
        (number(f32::NEG_INFINITY), number(f32::NEG_INFINITY)),
        (number(f32::NAN), number(-f32::NAN)),
        (vector([]), vector([])),
        (tensor(&[0, 3], vec![]), tensor(&[0, 3], vec![])),
        (number(1e30), number(1e30 * (1.0 + f32::EPSILON))),
    ] {
        one(CLOSE, right, yours).passes();
    }
}

#[test]
fn close_rejects_what_is_wrong() {
    for (right, yours) in [
        (number(1.0), number(1.001)),
        (number(0.0), number(1e-4)),
        (number(f32::INFINITY), number(f32::NEG_INFINITY)),
        (number(f32::INFINITY), number(f32::MAX)),
        (number(1.0), number(f32::NAN)),
        (number(f32::NAN), number(1.0)),
        (vector([1.0, 2.0]), vector([1.0, 2.1])),
        (text("sigmoid"), text("softmax")),
        (Value::Flag(true), Value::Flag(false)),
    ] {
        let outcome = one(CLOSE, right.clone(), yours.clone()).judge();
        assert_eq!(outcome.failed, 1, "{yours:?} passed for {right:?}");
    }
}

#[test]
fn sums_in_any_order_and_in_twice_the_precision_are_close() {
    for seed in 0..300 {
        let mut random = Random(seed);
        let n = 1 + (random.next() % 1000) as usize;
        let scale = 10f32.powi((random.next() % 5) as i32 - 2);
        let x: Vec<f32> = random.vector(n).into_iter().map(|x| x * scale).collect();
        let forwards: f32 = x.iter().sum();
        let backwards: f32 = x.iter().rev().sum();
        let by_fours: f32 = x.chunks(4).map(|some| some.iter().sum::<f32>()).sum();
        let exact: f64 = x.iter().copied().map(f64::from).sum();
        for yours in [backwards, by_fours, exact as f32] {
            Sheet::of(CLOSE)
                .case(vec![vector(x.clone())], number(forwards), number(yours))
                .case(
                    vec![vector(x.clone())],
                    number(forwards / n as f32),
                    number(yours / n as f32),
                )
                .passes();
        }
    }
}

#[test]
fn a_tolerance_that_is_given_is_the_one_that_counts() {
    let given = || {
        Comparator::Close(Some(Tolerance {
            absolute: 0.1,
            relative: 0.0,
        }))
    };
    one(given(), number(5.0), number(5.09)).passes();
    one(given(), number(5.0), number(5.11)).fails("values");
    let exact = Comparator::Close(Some(Tolerance {
        absolute: 0.0,
        relative: 0.0,
    }));
    one(exact, number(1.0), number(1.0 + f32::EPSILON)).fails("values");
}

#[test]
fn exact_passes_only_what_is_equal() {
    let exact = || Comparator::Exact;
    one(exact(), integers([1, 2]), integers([1, 2])).passes();
    one(exact(), text("mean"), text("mean")).passes();
    one(exact(), Value::Flag(true), Value::Flag(true)).passes();
    one(exact(), number(0.0), number(-0.0)).passes();
    one(exact(), integers([1, 2]), integers([1, 3])).fails("values");
    one(exact(), number(1.0), number(1.0 + f32::EPSILON)).fails("values");
    let message = one(exact(), text("mean"), text("sum")).fails("words");
    assert_eq!(
        message,
        "The result of `f` begins with 's', where 'm' is expected."
    );
    let message = one(exact(), Value::Flag(true), Value::Flag(false)).fails("values");
    assert_eq!(
        message,
        "The result of `f` is `false` in case 1 of 1; `true` is expected."
    );
}

#[test]
fn a_count_may_be_lower_and_too_high_by_the_factor_that_is_allowed() {
    let at_most = |times| Comparator::AtMost(times);
    let count = |n: i64| Value::Integers(Array::scalar(n));
    one(at_most(1.0), count(12), count(12)).passes();
    one(at_most(1.0), count(12), count(3)).passes();
    one(at_most(1.5), count(12), count(18)).passes();
    one(at_most(1.0), integers([4, 4]), integers([4, 0])).passes();
    // What is right, what came, what is said.
    let table = [
        (
            count(12),
            count(48),
            "The result of `f` is 48 in case 1 of 1, where 12 will do: 4 times as much.",
        ),
        (
            count(1000),
            count(1001),
            "The result of `f` is 1001 in case 1 of 1, where 1000 will do.",
        ),
        (
            count(0),
            count(5),
            "The result of `f` is 5 in case 1 of 1, where 0 will do.",
        ),
        // The worst of several is told, and the first of those that are equally bad.
        (
            integers([4, 4, 4]),
            integers([4, 8, 12]),
            "Element 2 (counted from 0) of the result of `f` is 12 in case 1 of 1, where 4 will do: 3 times as much.",
        ),
        (
            integers([4, 4]),
            integers([8, 8]),
            "Element 0 (counted from 0) of the result of `f` is 8 in case 1 of 1, where 4 will do: 2 times as much.",
        ),
        (
            number(1.0),
            number(f32::NAN),
            "The result of `f` is NaN in case 1 of 1, where 1 will do.",
        ),
    ];
    for (right, yours, said) in table {
        assert_eq!(one(at_most(1.0), right, yours).fails("too_much"), said);
    }
    one(at_most(1.0), integers([4, 4]), integers([4])).fails("shape");
}

#[test]
fn a_mistake_that_counts_too_much_is_named_where_the_count_is_about_the_same() {
    let count = |n: i64| Value::Integers(Array::scalar(n));
    // The candidate's count where 10 is right and the mistake comes to 100, and whether it is the mistake.
    for (yours, is_it) in [
        (100, true),
        (110, true),
        (80, true),
        (50, false),
        (200, false),
    ] {
        let sheet = one(Comparator::AtMost(1.0), count(10), count(yours)).mistake("squares");
        let said = sheet
            .wrong([count(100)])
            .judge()
            .diagnosis
            .expect("it fails");
        assert_eq!(
            said.kind.word() == "mistake",
            is_it,
            "{yours}: {}",
            said.message
        );
    }
    // Where both are low enough, how low says nothing: the other part decides.
    let parts = [
        ("value", Comparator::Exact),
        ("count", Comparator::AtMost(1.0)),
    ];
    let mut sheet = Sheet::of_parts(CheckKind::Function, parts).mistake("summed");
    let yours = returned([number(9.0), count(2)]);
    sheet = sheet.case_of(vec![number(0.0)], vec![number(1.0), count(10)], yours);
    sheet.check.cases[0].wrong = vec![returned([number(9.0), count(10)])];
    sheet.fails("mistake");
}

#[test]
fn whole_numbers_too_large_for_a_float_are_told_apart() {
    let large = 1i64 << 60;
    one(Comparator::Exact, integers([large]), integers([large])).passes();
    let sheet = one(Comparator::Exact, integers([large]), integers([large + 1]));
    sheet.fails("values");
}

#[test]
fn a_multiset_has_no_order_but_counts() {
    let multiset = || Comparator::SameMultiset;
    let right = || vector([3.0, 1.0, 2.0, 2.0]);
    one(multiset(), right(), vector([2.0, 3.0, 2.0, 1.0])).passes();
    one(
        multiset(),
        right(),
        vector([1.0, 2.0, 2.0 + f32::EPSILON, 3.0]),
    )
    .passes();
    one(
        multiset(),
        vector([f32::NAN, 1.0, f32::INFINITY]),
        vector([1.0, f32::INFINITY, -f32::NAN]),
    )
    .passes();
    one(multiset(), right(), vector([1.0, 2.0, 3.0, 3.0])).fails("values");
    one(multiset(), right(), vector([1.0, 2.0, 3.0])).fails("shape");
}

#[test]
fn of_a_multiset_only_what_is_too_much_is_shown_beside_what_is_missing() {
    let sheet = one(
        Comparator::SameMultiset,
        vector([1.0, 2.0, 3.0, 4.0]),
        vector([5.0, 4.0, 3.0, 2.0]),
    );
    let numbers = sheet.judge().numbers.expect("there are numbers");
    assert_eq!((numbers.off, numbers.of, numbers.rows.len()), (1, 4, 1));
    assert_eq!(numbers.rows[0].element, "[0], in any order");
    assert_eq!(
        (&*numbers.rows[0].yours, &*numbers.rows[0].expected),
        ("5", "1")
    );
}

#[test]
fn probabilities_have_to_be_the_right_ones() {
    let simplex = || Comparator::Simplex;
    let right = || matrix([[0.25, 0.75], [0.5, 0.5]]);
    one(simplex(), right(), right()).passes();
    one(simplex(), right(), matrix([[0.25, 0.75], [0.4, 0.6]])).fails("values");
    let message =
        one(simplex(), right(), matrix([[0.25, 0.75], [0.5, 0.9]])).fails("not_a_distribution");
    assert_eq!(
        message,
        "Row 1 (counted from 0) of the result of `f` is no probability distribution: it sums to 1.4 instead of 1."
    );
    let message =
        one(simplex(), right(), matrix([[-0.25, 1.25], [0.5, 0.5]])).fails("not_a_distribution");
    assert!(
        message.contains("not every element is between 0 and 1"),
        "{message}"
    );
}

#[test]
fn probabilities_of_another_shape_are_told_by_their_shape() {
    let sheet = one(
        Comparator::Simplex,
        matrix([[0.25, 0.75], [0.5, 0.5]]),
        vector([3.0, 4.0]),
    );
    assert_eq!(
        sheet.fails("shape"),
        "The result of `f` has shape [2]; [2, 2] is expected."
    );
}

#[test]
fn probabilities_that_overflow_are_told_by_their_first_nan() {
    let sheet = Sheet::of(Comparator::Simplex).case(
        vec![matrix([[0.0, 0.0], [1000.0, 0.0]])],
        matrix([[0.5, 0.5], [1.0, 0.0]]),
        matrix([[0.5, 0.5], [f32::NAN, 0.0]]),
    );
    let message = sheet.fails("not_finite");
    assert!(
        message.contains("NaN first at [1, 0]") && message.contains("`x` is 1000"),
        "{message}"
    );
}

// Statistics.

fn dropout(random: &mut Random, x: &[f32], rate: f64, kept: f64) -> Vec<f32> {
    x.iter()
        .map(|&x| match random.uniform() < rate {
            true => 0.0,
            false => x * kept as f32,
        })
        .collect()
}

fn statistics(right: Vec<f32>, yours: Vec<f32>) -> Sheet {
    one(Comparator::Statistics, vector(right), vector(yours))
}

#[test]
fn a_right_dropout_passes_with_a_thousand_seeds() {
    for seed in 0..1000 {
        let mut random = Random(seed);
        let rate = [0.1, 0.25, 0.4, 0.5, 0.8][seed as usize % 5];
        let x: Vec<f32> = random.vector(4000).iter().map(|x| x.abs() + 0.5).collect();
        let kept = 1.0 / (1.0 - rate);
        let right = dropout(&mut random, &x, rate, kept);
        statistics(right, dropout(&mut random, &x, rate, kept)).passes();
    }
}

#[test]
fn the_three_wrong_dropouts_are_rejected_with_every_seed() {
    for seed in 0..100 {
        let mut random = Random(seed);
        let rate = [0.1, 0.25, 0.4, 0.8][seed as usize % 4];
        let x: Vec<f32> = random.vector(4000).iter().map(|x| x.abs() + 0.5).collect();
        let kept = 1.0 / (1.0 - rate);
        let right = dropout(&mut random, &x, rate, kept);
        let not_rescaled = dropout(&mut random, &x, rate, 1.0);
        let swapped = dropout(&mut random, &x, 1.0 - rate, 1.0 / rate);
        statistics(right.clone(), not_rescaled).fails("mean");
        statistics(right.clone(), swapped).fails("share_of_zeros");
        statistics(right, x).fails("share_of_zeros");
    }
}

#[test]
fn right_initialisers_pass_with_a_thousand_seeds_and_wrong_ones_do_not() {
    for seed in 0..1000 {
        let mut random = Random(seed);
        let n = 500 + (seed as usize % 4) * 500;
        let scaled = |x: Vec<f32>, by: f32| x.into_iter().map(|x| x * by).collect::<Vec<_>>();
        let (right, yours) = (random.vector(n), random.vector(n));
        statistics(right.clone(), yours.clone()).passes();
        statistics(right.clone(), scaled(yours, 1.5)).fails("deviation");
        let mut uniform = |n: usize| -> Vec<f32> {
            (0..n)
                .map(|_| random.uniform() as f32 * 2.0 - 1.0)
                .collect()
        };
        let (one, other) = (uniform(n), uniform(n));
        statistics(one, other).passes();
    }
}

#[test]
fn a_random_number_that_is_no_number_is_rejected_and_so_is_another_shape() {
    let mut random = Random(1);
    let right = random.vector(1000);
    let mut yours = random.vector(1000);
    statistics(right.clone(), yours[1..].to_vec()).fails("shape");
    yours[7] = f32::NAN;
    statistics(right, yours).fails("not_finite");
}

// Rows that move.

const N: usize = 12;

fn correspondence() -> Comparator {
    Comparator::Correspondence(Correspondence {
        groups: vec![(0, 1), (2, 3)],
        original: (0, 1),
    })
}

/// A split of twelve rows of two numbers, each with its number as label.
fn split(
    training: &[usize],
    training_labels: &[usize],
    validation: &[usize],
    validation_labels: &[usize],
) -> Vec<Value> {
    let rows = |places: &[usize]| {
        arrays(
            places
                .iter()
                .map(|&at| Array::vector(vec![at as f32, at as f32 * 0.5]))
                .collect(),
        )
    };
    let labels =
        |places: &[usize]| integers(places.iter().map(|&at| at as i64).collect::<Vec<_>>());
    vec![
        rows(training),
        labels(training_labels),
        rows(validation),
        labels(validation_labels),
    ]
}

fn together(training: &[usize], validation: &[usize]) -> Vec<Value> {
    split(training, training, validation, validation)
}

fn moved(yours: Vec<Value>) -> Sheet {
    let order: Vec<usize> = (0..N).collect();
    let inputs = together(&order, &[])[..2].to_vec();
    let right = together(&[3, 1, 0, 2, 7, 5, 4, 6, 11], &[9, 8, 10]);
    let parts = [
        ("rows", correspondence()),
        ("labels", Comparator::Free),
        ("other rows", Comparator::Free),
        ("other labels", Comparator::Free),
    ];
    Sheet::of_parts(CheckKind::Function, parts).case_of(inputs, right, returned(yours))
}

#[test]
fn any_shuffle_that_keeps_rows_and_labels_together_passes() {
    moved(together(&[3, 1, 0, 2, 7, 5, 4, 6, 11], &[9, 8, 10])).passes();
    moved(together(&[11, 10, 9, 8, 7, 6, 5, 4, 3], &[0, 1, 2])).passes();
}

#[test]
fn every_way_to_lose_a_row_is_told_from_the_others() {
    let order: Vec<usize> = (0..N).collect();
    let cases = [
        (
            "rows_size",
            together(&[3, 1, 0, 2, 7, 5, 4, 6], &[11, 9, 8, 10]),
            "Group 1 has the wrong number of rows: 8 instead of 9.",
        ),
        (
            "rows_parted",
            split(
                &[3, 1, 0, 2, 7, 5, 4, 6, 11],
                &[1, 3, 0, 2, 7, 5, 4, 6, 11],
                &[9, 8, 10],
                &[9, 8, 10],
            ),
            "2 rows stand beside something that belongs to another row: move rows and labels together.",
        ),
        (
            "rows_repeated",
            together(&[3, 1, 0, 2, 7, 5, 4, 6, 11], &[9, 8, 8]),
            "The result has 1 row too many: some row of the input is there more than once.",
        ),
        (
            "rows_lost",
            together(&[3, 1, 0, 2, 7, 5, 4, 6, 11], &[9, 8]),
            "1 row is missing in the result, though the input has it.",
        ),
        (
            "rows_not_shuffled",
            together(&order[..9], &order[9..]),
            "The rows are still in the order of the input.",
        ),
        (
            "rows_changed",
            together(&[3, 1, 0, 2, 7, 5, 4, 6, 77], &[9, 8, 10]),
            "1 row in the result is none of the input's: rows may only be moved, not changed.",
        ),
        (
            "rows_unpaired",
            split(
                &[3, 1, 0, 2, 7, 5, 4, 6, 11],
                &[3, 1],
                &[9, 8, 10],
                &[9, 8, 10],
            ),
            "In group 1 the number of rows (9) is not that of their partners (2): every row needs its partner.",
        ),
    ];
    for (kind, yours, message) in cases {
        assert_eq!(moved(yours).fails(kind), message);
    }
}

#[test]
fn moved_rows_of_another_width_are_told_by_their_shape() {
    let mut yours = together(&[3, 1, 0, 2, 7, 5, 4, 6, 11], &[9, 8, 10]);
    yours[0] = arrays(vec![Array::vector(vec![1.0]); 9]);
    assert_eq!(
        moved(yours).fails("shape"),
        "Array 0 (counted from 0) of the part `rows` of `f` has shape [1]; [2] is expected."
    );
}

#[test]
fn few_rows_and_equal_rows_may_stay_in_their_order() {
    for rows in [vec![1.0, 2.0, 3.0], vec![4.0; 30]] {
        let labels = integers(vec![0; rows.len()]);
        let both = vec![vector(rows), labels];
        let comparator = Comparator::Correspondence(Correspondence {
            groups: vec![(0, 1)],
            original: (0, 1),
        });
        let parts = [("rows", comparator), ("labels", Comparator::Free)];
        Sheet::of_parts(CheckKind::Function, parts)
            .case_of(both.clone(), both.clone(), returned(both))
            .passes();
    }
}

#[test]
fn a_zero_that_lost_its_sign_on_the_way_is_the_same_row() {
    let comparator = Comparator::Correspondence(Correspondence {
        groups: vec![(0, 1)],
        original: (0, 1),
    });
    let parts = [("rows", comparator), ("labels", Comparator::Free)];
    let labels = || integers([1, 2]);
    Sheet::of_parts(CheckKind::Function, parts)
        .case_of(
            vec![vector([0.0, 1.0]), labels()],
            vec![vector([0.0, 1.0]), labels()],
            returned([vector([-0.0, 1.0]), labels()]),
        )
        .passes();
}

#[test]
fn partners_that_are_lists_of_different_lengths_stay_with_their_rows() {
    let rows = |places: &[usize]| {
        arrays(
            places
                .iter()
                .map(|&at| Array::vector(vec![at as f32]))
                .collect(),
        )
    };
    let lists = |places: &[usize]| {
        let list = |&at: &usize| Array::vector(vec![at as i64; 8 + at / 2]);
        Value::IntegerRows(places.iter().map(list).collect())
    };
    // The product of so many lengths is no `usize`.
    let order: Vec<usize> = (0..30).collect();
    let turned: Vec<usize> = (0..30).rev().collect();
    let parts = || {
        let only = Correspondence {
            groups: vec![(0, 1)],
            original: (0, 1),
        };
        [
            ("rows", Comparator::Correspondence(only)),
            ("lists", Comparator::Free),
        ]
    };
    let moved = |partners: Value| {
        let sheet = Sheet::of_parts(CheckKind::Function, parts());
        sheet.case_of(
            vec![rows(&order), lists(&order)],
            vec![rows(&turned), lists(&turned)],
            returned([rows(&turned), partners]),
        )
    };
    moved(lists(&turned)).passes();
    let mut torn = turned.clone();
    torn.swap(2, 3);
    moved(lists(&torn)).fails("rows_parted");
}

#[test]
fn a_shape_of_absurd_axes_does_no_harm_to_a_judge_of_rows() {
    let mut yours = together(&[3, 1, 0, 2, 7, 5, 4, 6, 11], &[9, 8, 10]);
    yours[1] = Value::Integers(Array::new(vec![0, usize::MAX], vec![]).expect("it is countable"));
    moved(yours).fails("shape");
}

// Accuracy and claims.

fn accuracy(at_least: f32) -> Sheet {
    let labels = vec![0, 1, 1, 0];
    let logits = [[2.0, 1.0], [0.0, 3.0], [-2.0, -1.0], [0.5, 0.6]];
    let parts = [
        (
            "logits",
            Comparator::Accuracy {
                labels: labels.clone(),
                at_least,
            },
        ),
        ("accuracy", Comparator::Claim { logits: 0, labels }),
    ];
    Sheet::of_parts(CheckKind::Training, parts).case_of(
        vec![],
        vec![
            matrix([[9.0, 1.0], [1.0, 9.0], [1.0, 9.0], [9.0, 1.0]]),
            number(1.0),
        ],
        returned([matrix(logits), number(0.75)]),
    )
}

fn with(mut sheet: Sheet, part: usize, value: Value) -> Sheet {
    if let gradlings::sheet::Answer::Returned(returned) = &mut sheet.answers[0].answer {
        returned.parts[part] = value;
    }
    sheet
}

#[test]
fn a_mistake_of_a_training_is_known_by_the_series_that_it_reports_itself() {
    let loss = [2.0, 1.5, 1.0, 0.9];
    let another = [2.0, 1.9, 1.8, 1.7];
    let validation = [1.2, 1.1];
    // What the candidate reports as loss, what the mistake reports as validation loss, and whether it is the mistake.
    let table = [
        (&loss, None, true),
        (&another, None, false),
        (&loss, Some(&[1.2, 1.1]), true),
        (&loss, Some(&[1.2, 9.0]), false),
    ];
    for (yours, of_mistake, is_it) in table {
        let mut sheet = accuracy(0.8)
            .mistake("too_slow")
            .curve("loss", CurveComparator::Reported)
            .curve("validation loss", CurveComparator::Falls)
            .curves(
                vec![curve("loss", &loss)],
                vec![curve("loss", yours), curve("validation loss", &validation)],
            );
        sheet.check.curves[1].is_optional = true;
        let mut wrong = sheet.answers[0].answer.clone();
        if let gradlings::sheet::Answer::Returned(wrong) = &mut wrong {
            wrong.curves = vec![curve("loss", &loss)];
            wrong
                .curves
                .extend(of_mistake.map(|points| curve("validation loss", points)));
        }
        sheet.check.cases[0].wrong = vec![wrong];
        let said = sheet.judge().diagnosis.expect("it fails");
        assert_eq!(
            said.kind.word() == "mistake",
            is_it,
            "{yours:?} {of_mistake:?}: {}",
            said.message
        );
    }
}

#[test]
fn enough_right_classes_pass_and_one_too_few_fails() {
    accuracy(0.75).passes();
    assert_eq!(
        accuracy(0.8).fails("accuracy"),
        "Your network is right about 75 % of the examples that it is asked about; at least 80 % is expected."
    );
}

#[test]
fn logits_that_are_all_alike_name_the_first_class_only() {
    let sheet = with(accuracy(0.4), 0, matrix([[0.0, 0.0]; 4]));
    with(sheet, 1, number(0.5)).passes();
}

#[test]
fn a_row_with_a_nan_names_no_class() {
    let logits = matrix([[2.0, f32::NAN], [0.0, 3.0], [-2.0, -1.0], [f32::NAN, 0.6]]);
    with(accuracy(0.75), 0, logits).fails("accuracy");
}

#[test]
fn logits_for_too_few_examples_are_told_by_their_shape() {
    let sheet = with(accuracy(0.75), 0, matrix([[2.0, 1.0]]));
    assert_eq!(
        sheet.fails("shape"),
        "The part `logits` of `f` has shape [1, 2]; [4, 2] is expected."
    );
}

#[test]
fn a_claim_is_believed_to_half_an_example() {
    with(accuracy(0.75), 1, number(0.8)).passes();
    let message = with(accuracy(0.75), 1, number(0.95)).fails("claim");
    assert_eq!(
        message,
        "You return an accuracy of 95 %, but on those examples your network is right for 75 %."
    );
    with(accuracy(0.75), 1, number(f32::NAN)).fails("claim");
    with(accuracy(0.75), 1, number(75.0)).fails("claim");
}

// Properties and curves.

#[test]
fn what_the_reference_finds_is_said_as_it_is() {
    let sheet = |what| one(Comparator::Property, number(1.0), number(2.0)).inspected(what);
    sheet(None).passes();
    let why = "The two halves overlap.";
    assert_eq!(sheet(Some(why)).fails("property"), why);
}

#[test]
fn what_is_free_is_not_compared() {
    one(Comparator::Free, number(1.0), text("anything")).passes();
}

#[test]
fn a_series_has_to_do_what_is_declared_of_it() {
    use CurveComparator::{Falls, FallsBelow, Rises, RisesAbove};
    let within = CurveComparator::StaysWithin {
        low: 0.0,
        high: 2.0,
    };
    let (down, up, flat) = ([2.0, 1.0, 0.5], [0.5, 1.0, 2.0], [1.0, 1.0, 1.0]);
    let out = [1.0, 3.0, -1.0];
    let table = [
        (Falls, &down, None),
        (
            Falls,
            &up,
            Some((
                "curve_not_falling",
                "`loss` has to fall, but it goes from 0.5 to 2.",
            )),
        ),
        (
            Falls,
            &flat,
            Some((
                "curve_not_falling",
                "`loss` has to fall, but it goes from 1 to 1.",
            )),
        ),
        (Rises, &up, None),
        (
            Rises,
            &down,
            Some((
                "curve_not_rising",
                "`loss` has to rise, but it goes from 2 to 0.5.",
            )),
        ),
        (FallsBelow(0.6), &down, None),
        (
            FallsBelow(0.5),
            &down,
            Some((
                "curve_too_high",
                "`loss` ends at 0.5; it has to fall below 0.5.",
            )),
        ),
        (RisesAbove(1.9), &up, None),
        (
            RisesAbove(2.0),
            &up,
            Some(("curve_too_low", "`loss` ends at 2; it has to rise above 2.")),
        ),
        (within.clone(), &up, None),
        (
            within,
            &out,
            Some((
                "curve_leaves",
                "`loss` is 3 at step 1; it has to stay between 0 and 2.",
            )),
        ),
    ];
    for (comparator, yours, fault) in table {
        let sheet = falling(comparator, Some(yours));
        match fault {
            None => sheet.passes(),
            Some((kind, message)) => assert_eq!(sheet.fails(kind), message),
        }
    }
}

#[test]
fn a_series_that_is_optional_is_not_judged() {
    for yours in [None, Some(&[0.0_f32, 9.0][..])] {
        let mut sheet = falling(CurveComparator::Falls, yours);
        sheet.check.curves[0].is_optional = true;
        sheet.passes();
    }
}

fn falling(comparator: CurveComparator, yours: Option<&[f32]>) -> Sheet {
    let right = [2.0, 1.0, 0.5, 0.4, 0.3, 0.3, 0.2, 0.2, 0.2, 0.1];
    Sheet::of(Comparator::Free)
        .curve("loss", comparator)
        .case(vec![], number(0.0), number(0.0))
        .curves(
            vec![curve("loss", &right)],
            yours
                .map(|yours| curve("loss", yours))
                .into_iter()
                .collect(),
        )
}

#[test]
fn a_curve_has_to_be_there_to_stay_finite_and_to_end_low() {
    let low = || CurveComparator::EndsLow {
        factor: 1.5,
        slack: 0.05,
    };
    falling(low(), Some(&[3.0, 2.0, 1.0, 0.19])).passes();
    assert_eq!(
        falling(low(), None).fails("curve_missing"),
        "No point of the curve `loss` was reported in case 1 of 1: call `report::metric(\"loss\", step, value)` in the loop."
    );
    falling(low(), Some(&[])).fails("curve_missing");
    for bad in [f32::NAN, f32::INFINITY] {
        let message = falling(low(), Some(&[3.0, 2.0, bad, 0.1])).fails("curve_not_finite");
        assert!(message.contains("at step 2"), "{message}");
    }
    assert_eq!(
        falling(low(), Some(&[3.0, 2.0, 1.0, 0.21])).fails("curve_ends_high"),
        "`loss` ends at 0.21; the reference, with the same budget, gets it under 0.2."
    );
}

#[test]
fn a_curve_that_only_has_to_be_reported_may_end_anywhere_but_not_at_nan() {
    falling(CurveComparator::Reported, Some(&[1.0, 99.0])).passes();
    falling(CurveComparator::Reported, Some(&[1.0, f32::NAN])).fails("curve_not_finite");
}

#[test]
fn a_curve_that_follows_has_the_steps_and_the_values_of_the_reference() {
    let right = [2.0, 1.0, 0.5, 0.4, 0.3, 0.3, 0.2, 0.2, 0.2, 0.1];
    let follows = || CurveComparator::Follows(0.01);
    falling(follows(), Some(&right.map(|value| value + 0.009))).passes();
    let table = [
        (
            right
                .map(|value| value - if value == 0.4 { 0.02 } else { 0.0 })
                .to_vec(),
            "`loss` is 0.38 at step 3; the reference, which trains with the same inputs, has 0.4 there.",
        ),
        (
            right[..9].to_vec(),
            "`loss` has no point at step 9, and the reference has one there: see how many steps there are, and with which number they begin.",
        ),
        (
            [&right[..], &[0.1]].concat(),
            "`loss` has a point at step 10, and the reference has none there: see how many steps there are, and with which number they begin.",
        ),
    ];
    for (yours, said) in table {
        assert_eq!(falling(follows(), Some(&yours)).fails("curve_apart"), said);
    }
}

#[test]
fn a_curve_whose_steps_begin_again_is_told_where() {
    let steps = |steps: &[u64]| {
        let low = CurveComparator::FallsBelow(1.0);
        let mut sheet = falling(low, Some(&vec![0.5; steps.len()]));
        if let gradlings::sheet::Answer::Returned(returned) = &mut sheet.answers[0].answer {
            for (point, step) in returned.curves[0].points.iter_mut().zip(steps) {
                point.0 = *step;
            }
        }
        sheet
    };
    assert_eq!(
        steps(&[0, 1, 2, 0, 1, 2]).fails("curve_goes_back"),
        "`loss` is reported at step 2 and then at step 0: steps are counted through the whole training and never begin \
         again."
    );
    // Gaps, a start at 1 and two points at one step are no new beginning.
    steps(&[1, 2, 5, 5, 6, 100]).passes();
}

#[test]
fn one_lucky_last_step_does_not_make_a_curve_end_low() {
    let low = || CurveComparator::EndsLow {
        factor: 1.0,
        slack: 0.0,
    };
    let mut yours = [1.0; 30];
    yours[29] = 0.05;
    falling(low(), Some(&yours)).fails("curve_ends_high");
}
