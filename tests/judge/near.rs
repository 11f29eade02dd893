//! What is told of a wrong answer in words that belong to no single pattern, and of what is as near as can be.

use gradlings::comparator::{Comparator, Tolerance};
use gradlings::sheet::CheckKind;
use gradlings::wire::{Array, Value};

use crate::support::{CLOSE, Random, Sheet, integers, matrix, number, said, tensor, vector};

#[test]
fn numbers_alone_say_what_sort_of_difference_the_case_shows() {
    type Yours = fn(&mut [f32]);
    // Each case has another difference, so no pattern holds in all of them.
    let sheet = |first: Yours| {
        let mut random = Random(9);
        (0..3).fold(Sheet::of(CLOSE), |sheet, i| {
            let right = random.vector(12 + 4 * i);
            let mut mine = right.clone();
            match i {
                0 => first(&mut mine),
                _ => mine.iter_mut().for_each(|x| *x = (*x * 3.0).cos()),
            }
            let shape = [3 + i, 4];
            let before = matrix([[0.5; 4]; 3]);
            sheet.case(vec![before], tensor(&shape, right), tensor(&shape, mine))
        })
    };
    let table: [(Yours, &str); 8] = [
        (
            |x| x.iter_mut().for_each(|x| *x *= 2.5),
            "There, every number is 2.5 times what is expected.",
        ),
        (
            |x| x.iter_mut().for_each(|x| *x += 0.25),
            "There, every number is 0.25 too large.",
        ),
        (
            |x| x.iter_mut().for_each(|x| *x -= 0.25),
            "There, every number is 0.25 too small.",
        ),
        (
            |x| x.iter_mut().for_each(|x| *x = 0.5 + 3.0 * (*x - 0.5)),
            "There, the change of `x` is 3 times what is expected.",
        ),
        (
            |x| x.rotate_left(5),
            "There, the numbers are the right ones in another order.",
        ),
        (
            |x| x[4..8].iter_mut().for_each(|x| *x = x.cos() + 2.0),
            "All of them stand in row 1 (counted from 0).",
        ),
        (
            |x| {
                for at in [2, 6, 10] {
                    x[at] = x[at].cos() + 2.0
                }
            },
            "All of them stand in column 2 (counted from 0).",
        ),
        (
            |x| {
                for at in [2, 7, 8] {
                    x[at] = x[at].cos() + 2.0
                }
            },
            "is off in 3 of 12 elements in case 1 of 3.",
        ),
    ];
    for (first, words) in table {
        let message = sheet(first).fails("values");
        assert!(message.ends_with(words), "{words}: {message}");
    }
}

#[test]
fn a_count_of_a_rank_is_told_with_its_rank() {
    let mut sheet = Sheet::of(Comparator::AtMost(1.0)).case(
        vec![number(0.0)],
        integers([4, 4, 4]),
        integers([4, 8, 12]),
    );
    sheet.check.kind = CheckKind::Ranks;
    assert_eq!(
        sheet.fails("too_much"),
        "On rank 2 (counted from 0), the result of `f` is 12 in case 1 of 1, where 4 will do: 3 times as much."
    );
    let numbers = sheet.judge().numbers.expect("there are numbers");
    assert_eq!(numbers.rows[0].element, "rank 2");
    sheet.check.kind = CheckKind::Function;
    assert!(
        sheet
            .fails("too_much")
            .starts_with("Element 2 (counted from 0)")
    );
}

#[test]
fn texts_have_no_sort_of_difference_that_numbers_have() {
    let texts = |of: &str| Value::Text(of.to_owned());
    let sheet = Sheet::of(Comparator::Exact).case(vec![number(0.0)], texts("one"), texts("two"));
    assert!(!said(&sheet).contains("There,"));
}

#[test]
fn an_axis_of_length_1_is_told_and_an_infinite_element_has_its_place() {
    let column = |n: usize| tensor(&[n, 1], (0..n).map(|at| at as f32).collect());
    let line = |n: usize| vector((0..n).map(|at| at as f32).collect::<Vec<_>>());
    let sheet = (3..6).fold(Sheet::of(CLOSE), |sheet, n| {
        sheet.case(vec![number(0.0)], column(n), line(n))
    });
    assert!(
        sheet
            .fails("shape")
            .ends_with("An axis of length 1 is missing.")
    );
    let sheet = Sheet::of(CLOSE).case(
        vec![number(0.0)],
        vector([1.0, 2.0]),
        vector([1.0, f32::INFINITY]),
    );
    let message = sheet.fails("not_finite");
    assert!(
        message.starts_with("The result of `f` is infinite first at [1] in case 1 of 1."),
        "{message}"
    );
}

#[test]
fn every_sort_of_value_has_a_name() {
    let doubles = || Value::Doubles(Array::vector(vec![1.0]));
    let table = [
        (number(1.0), "numbers"),
        (doubles(), "numbers in `f64`"),
        (integers([1]), "whole numbers"),
        (Value::Bytes(Array::vector(vec![1])), "bytes"),
        (Value::Arrays(vec![]), "several arrays"),
        (Value::DoubleRows(vec![]), "rows in `f64`"),
        (Value::IntegerRows(vec![]), "rows of whole numbers"),
        (Value::Flag(true), "yes or no"),
        (Value::Flags(vec![]), "several `bool`s"),
        (Value::Texts(vec![]), "several texts"),
    ];
    let words = Value::Text(String::new());
    for (yours, name) in table {
        let sheet = Sheet::of(Comparator::Exact).case(vec![number(0.0)], words.clone(), yours);
        let wanted = format!("The result of `f` holds {name}; it has to hold text.");
        assert_eq!(sheet.fails("type"), wanted);
    }
}

#[test]
fn a_right_number_speaks_against_a_factor_on_every_number() {
    let share = Comparator::Close(Some(Tolerance {
        absolute: 0.006,
        relative: 0.0,
    }));
    let said = |second: f32| {
        Sheet::of(share.clone())
            .case(
                vec![number(1.0)],
                vector(vec![0.6, 0.5, 0.3]),
                vector(vec![0.615, second, 0.3075]),
            )
            .case(
                vec![number(2.0)],
                vector(vec![0.6, 0.5, 0.3]),
                vector(vec![0.1, 0.9, 0.4]),
            )
            .fails("values")
    };
    assert!(said(0.5125).ends_with("every number is 1.025 times what is expected."));
    // It is within the tolerance of the right number, and a number that is 1.025 times as large is not.
    assert!(!said(0.505).contains("every number"));
}
