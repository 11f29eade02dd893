//! Patterns: wrong functions that no list of mistakes mentions, on random inputs, and what is said of them.
//!
//! Each is also held against a function that does the same in all cases but one: a pattern that does not hold there must
//! not be claimed.

use gradlings::comparator::{Comparator, Tolerance};
use gradlings::sheet::{Answer, Lent};
use gradlings::wire::{Array, Value};

use crate::support::{Random, Sheet, integers, matrix, number, returned, tensor, vector};

const CLOSE: Comparator = Comparator::Close(None);

/// Twelve cases of a matrix, from one row to a dozen, with a varying number of columns.
fn matrices() -> Vec<(usize, usize, Vec<f32>)> {
    let mut random = Random(7);
    (0..12)
        .map(|i| {
            let (rows, columns) = (1 + i, 2 + i % 4);
            (rows, columns, random.vector(rows * columns))
        })
        .collect()
}

/// A sheet of `matrices`, with a right function and a wrong one of rows, columns and elements.
fn sheet(
    right: impl Fn(usize, usize, &[f32]) -> Value,
    yours: impl Fn(usize, usize, &[f32]) -> Value,
) -> Sheet {
    matrices()
        .into_iter()
        .fold(Sheet::of(CLOSE), |sheet, (rows, columns, x)| {
            let (right, yours) = (right(rows, columns, &x), yours(rows, columns, &x));
            sheet.case(vec![tensor(&[rows, columns], x)], right, yours)
        })
}

/// The same for functions that work on each element.
fn elementwise(right: fn(f32) -> f32, yours: impl Fn(f32) -> f32) -> Sheet {
    sheet(
        |rows, columns, x| tensor(&[rows, columns], x.iter().map(|&x| right(x)).collect()),
        |rows, columns, x| tensor(&[rows, columns], x.iter().map(|&x| yours(x)).collect()),
    )
}

/// The same sheet, but in one case yours is something of its own.
fn but_for_one(mut sheet: Sheet) -> Sheet {
    let at = sheet.answers.len() / 2;
    let mut random = Random(99);
    if let gradlings::sheet::Answer::Returned(returned) = &mut sheet.answers[at].answer
        && let Value::Numbers(array) = &returned.parts[0]
    {
        let other = random.vector(array.data().len());
        returned.parts[0] = tensor(array.shape(), other);
    }
    sheet
}

#[track_caller]
fn holds(sheet: Sheet, kind: &str, message: &str) {
    assert_eq!(sheet.fails(kind), message);
    but_for_one(sheet).fails("values");
}

fn shifted_square(x: f32) -> f32 {
    x * x + 0.5
}

// NaN and infinity.

#[test]
fn the_first_nan_is_shown_with_the_input_that_made_it() {
    let sheet = Sheet::of(CLOSE).case(
        vec![matrix([[1.0, 2.0], [-3.0, 4.0]])],
        matrix([[1.0, 1.5], [0.0, 2.0]]),
        matrix([[1.0, 1.5], [f32::NAN, f32::NAN]]),
    );
    assert_eq!(
        sheet.fails("not_finite"),
        "The result of `f` is NaN first at [1, 0] in case 1 of 1. There, `x` is -3. NaN comes from zero divided by \
         zero, infinity divided by infinity, zero times infinity, infinity minus infinity, and the logarithm or root of \
         a negative number: see which of these it is."
    );
}

#[test]
fn an_overflow_of_exp_is_told_from_an_underflow() {
    let case = |x: f32, yours: f32| {
        Sheet::of(CLOSE).case(vec![vector([x, 0.0])], number(1.0), number(yours))
    };
    assert_eq!(
        case(1000.0, f32::INFINITY).fails("not_finite"),
        "The result of `f` is infinite in case 1 of 1. In this case `x` goes up to 1000, and `exp` of more than 88 is \
         infinite in f32."
    );
    assert_eq!(
        case(-1000.0, f32::NEG_INFINITY).fails("not_finite"),
        "The result of `f` is minus infinity in case 1 of 1. In this case `x` goes down to -1000, and `exp` of less \
         than -104 is 0 in f32: a logarithm of it is infinite."
    );
}

#[test]
fn a_nan_where_the_right_answer_is_nan_too_is_not_blamed() {
    let sheet = Sheet::of(CLOSE).case(
        vec![vector([0.0, 1.0])],
        vector([f32::NAN, 1.0]),
        vector([f32::NAN, 5.0]),
    );
    sheet.fails("values");
}

// Signs, factors, offsets.

#[test]
fn a_flipped_sign_is_seen() {
    holds(
        elementwise(f32::sin, |x| -x.sin()),
        "sign",
        "The sign of the result of `f` is flipped; the sizes are right.",
    );
}

#[test]
fn a_sign_that_is_flipped_only_for_negative_inputs_is_not_called_a_flipped_sign() {
    let message = elementwise(|x| x, f32::abs).fails("power");
    assert!(message.contains("the right size but no sign"), "{message}");
}

#[test]
fn twice_and_half_are_seen() {
    holds(
        elementwise(f32::sin, |x| 2.0 * x.sin()),
        "factor",
        "Every element of the result of `f` is twice what it should be.",
    );
    holds(
        elementwise(f32::sin, |x| x.sin() / 2.0),
        "factor",
        "Every element of the result of `f` is half what it should be.",
    );
}

fn sum(x: &[f32]) -> f32 {
    x.iter().map(|x| x * x).sum()
}

#[test]
fn a_sum_where_the_mean_of_the_batch_is_wanted_is_seen_and_so_is_the_reverse() {
    holds(
        sheet(
            |rows, _, x| number(sum(x) / rows as f32),
            |_, _, x| number(sum(x)),
        ),
        "factor",
        "The result of `f` is n times too large, where n is the length of the first axis of `x`. Look for a sum where the mean is wanted (in a divisor, for a mean where the sum is wanted), or for a factor too many.",
    );
    holds(
        sheet(
            |_, _, x| number(sum(x)),
            |rows, _, x| number(sum(x) / rows as f32),
        ),
        "factor",
        "The result of `f` is n times too small, where n is the length of the first axis of `x`. Look for a mean where the sum is wanted (in a divisor, for a sum where the mean is wanted), or for a division too many.",
    );
}

#[test]
fn a_factor_of_the_features_and_one_of_all_elements_are_seen() {
    let message = sheet(
        |_, columns, x| number(sum(x) / columns as f32),
        |_, _, x| number(sum(x)),
    )
    .fails("factor");
    assert!(
        message.contains("n is the length of the second axis of `x`"),
        "{message}"
    );
    let message = sheet(
        |_, _, x| number(sum(x) / x.len() as f32),
        |_, _, x| number(sum(x)),
    )
    .fails("factor");
    assert!(
        message.contains("n is the number of elements of `x`"),
        "{message}"
    );
}

#[test]
fn one_length_that_is_divided_by_in_the_place_of_another_is_seen() {
    let of_rows = |rows: usize, _: usize, x: &[f32]| number(sum(x) / rows as f32);
    let of_columns = |_: usize, columns: usize, x: &[f32]| number(sum(x) / columns as f32);
    holds(
        sheet(of_rows, of_columns),
        "factor",
        "The result of `f` is n / m times what it should be, where n is the length of the first axis of `x` and m is the \
         length of the second axis of `x`: it is divided by m where n is wanted, or multiplied by n where m is wanted.",
    );
    // Rows alone, then columns alone: nothing here says which ratio it is.
    let said = |shapes: [[usize; 2]; 4]| {
        let mut random = Random(8);
        let sheet = shapes.into_iter().fold(Sheet::of(CLOSE), |sheet, shape| {
            let x = random.vector(shape[0] * shape[1]);
            let other = random.vector(2 * shape[0]);
            let inputs = vec![tensor(&shape, x.clone()), tensor(&[2 * shape[0]], other)];
            let (right, yours) = (
                of_rows(shape[0], shape[1], &x),
                of_columns(shape[0], shape[1], &x),
            );
            sheet.case(inputs, right, yours)
        });
        let diagnosis = sheet.judge().diagnosis.expect("it fails");
        diagnosis.kind.word()
    };
    let table = [
        ([[2, 3], [5, 4], [3, 7], [4, 9]], "factor"),
        // Two different ratios only.
        ([[2, 3], [4, 6], [3, 5], [6, 10]], "values"),
        // The columns never change: they may be a constant.
        ([[2, 3], [5, 3], [4, 3], [7, 3]], "values"),
    ];
    for (shapes, kind) in table {
        assert_eq!(said(shapes), kind, "{shapes:?}");
    }
}

#[test]
fn two_ratios_of_lengths_that_cannot_be_told_apart_are_none() {
    // y / x and z / y are the same here.
    let mut random = Random(9);
    let sheet = [1, 2, 3, 5].into_iter().fold(Sheet::of(CLOSE), |sheet, n| {
        let (few, some, many) = (
            n + 1,
            2 * (n + 1) * (n + 2),
            4 * (n + 1) * (n + 2) * (n + 2),
        );
        let x = random.vector(few * some);
        let (right, yours) = (number(sum(&x)), number(sum(&x) * some as f32 / few as f32));
        let inputs = vec![tensor(&[few, some], x), vector(random.vector(many))];
        sheet.case(inputs, right, yours)
    });
    sheet.fails("values");
}

#[test]
fn a_constant_factor_that_is_also_the_batch_says_so() {
    let case = |sheet: Sheet, x: [f32; 4]| {
        let sum: f32 = x.iter().sum();
        sheet.case(vec![vector(x)], number(sum / 4.0), number(sum))
    };
    let sheet = case(Sheet::of(CLOSE), [1.0, 2.0, 3.0, 4.0]);
    assert_eq!(
        case(sheet, [5.0, -2.0, 3.5, 4.0]).fails("factor"),
        "Every element of the result of `f` is 4 times what it should be. 4 is also the length of `x`."
    );
}

#[test]
fn a_logarithm_to_another_base_is_seen() {
    let message = elementwise(|x| x.abs().ln(), |x| x.abs().log2()).fails("factor");
    assert!(
        message.ends_with("a logarithm to base 2 stands where the natural one, `ln`, is wanted."),
        "{message}"
    );
    let message = elementwise(|x| x.abs().ln(), |x| x.abs().log10()).fails("factor");
    assert!(message.contains("a logarithm to base 10"), "{message}");
}

#[test]
fn one_wrong_number_alone_is_no_factor_and_no_offset() {
    Sheet::of(CLOSE)
        .case(vec![vector([1.0])], number(2.0), number(4.0))
        .fails("values");
}

#[test]
fn a_factor_so_near_to_one_that_it_cannot_be_said_is_not_said() {
    let message = elementwise(|x| x, |x| x * 1.000_03);
    let kind = message.judge().diagnosis.expect("it fails").message;
    assert!(!kind.contains("is 1 times"), "{kind}");
}

#[test]
fn a_constant_offset_is_seen() {
    holds(
        elementwise(shifted_square, |x| shifted_square(x) + 1.0),
        "offset",
        "Every element of the result of `f` is 1 too large.",
    );
    holds(
        elementwise(shifted_square, |x| shifted_square(x) - 0.25),
        "offset",
        "Every element of the result of `f` is 0.25 too small.",
    );
}

#[test]
fn an_empty_case_and_a_case_of_zeros_do_not_hide_a_pattern() {
    let sheet = elementwise(f32::sin, |x| -x.sin());
    sheet
        .case(vec![vector([])], vector([]), vector([]))
        .case(vec![vector([0.0])], vector([0.0]), vector([0.0]))
        .fails("sign");
}

#[test]
fn a_pattern_that_a_passing_case_contradicts_is_not_claimed() {
    let x = vector([1.0, 2.0]);
    let sheet = elementwise(f32::sin, |x| -x.sin());
    sheet.case(vec![x.clone()], x.clone(), x).fails("values");
}

#[test]
fn zero_everywhere_is_seen() {
    holds(
        elementwise(shifted_square, |_| 0.0),
        "zero",
        "The result of `f` is zero everywhere, in every case. Look whether what you work out reaches it, and for a \
         division of whole numbers, which drops what is after the point.",
    );
}

// Gradients.

fn gradient(value: impl Fn(f32) -> f32, yours: impl Fn(f32) -> f32) -> Sheet {
    let mut random = Random(3);
    (0..8).fold(Sheet::gradient(), |sheet, _| {
        let x = random.normal() as f32;
        sheet.case_of(
            vec![number(x)],
            vec![number(x * x), number(2.0 * x)],
            returned([number(value(x)), number(yours(x))]),
        )
    })
}

#[test]
fn a_gradient_of_zero_under_a_right_value_left_the_tape() {
    let message = gradient(|x| x * x, |_| 0.0).fails("gradient");
    assert!(
        message.starts_with("The value is right, but the gradient of x is zero everywhere: that input left the tape."),
        "{message}"
    );
}

#[test]
fn an_input_that_was_only_lent_lost_its_tape_and_is_told_how_to_keep_it() {
    let mut sheet = gradient(|x| x * x, |_| 0.0);
    for judged in &mut sheet.answers {
        if let Answer::Returned(returned) = &mut judged.answer {
            returned.lent = vec![Lent { part: 1, tensor: 0 }];
        }
    }
    assert_eq!(
        sheet.fails("gradient"),
        "The value is right, but the tape of `x` is lost: where `x` comes from an operation, nothing before it would \
         learn. `with_empty_tape` and `retaped` lend the numbers without what has been recorded, so use `x` itself \
         once, where you need it for the last time."
    );
}

#[test]
fn a_wrong_gradient_under_a_right_value_is_said_to_be_one() {
    let message = |yours: fn(f32) -> f32| gradient(|x| x * x, yours).fails("gradient");
    assert_eq!(
        message(|x| x),
        "The value is right, but the gradient of x is half what it should be."
    );
    assert!(message(|x| -2.0 * x).contains("has the wrong sign"));
    assert!(message(|x| x.cos()).contains("is not its gradient"));
}

#[test]
fn a_wrong_gradient_under_a_value_that_is_wrong_elsewhere_is_not_blamed_on_the_tape() {
    let sheet = gradient(|x| x * x, |x| x.cos());
    let sheet = sheet.case_of(
        vec![vector([1.0, 2.0])],
        vec![number(5.0), number(1.0)],
        returned([number(6.0), number(1.0)]),
    );
    sheet.fails("values");
}

#[test]
fn a_wrong_value_is_told_before_its_gradient() {
    let sheet = gradient(|x| 2.0 * x * x, |x| 4.0 * x);
    let message = sheet.fails("factor");
    assert!(message.contains("twice"), "{message}");
    assert_eq!(
        sheet.judge().numbers.expect("there are numbers").part,
        "value"
    );
}

// Squares, exponentials.

#[test]
fn a_square_and_a_root_too_many_are_seen() {
    holds(
        elementwise(shifted_square, |x| shifted_square(x).powi(2)),
        "power",
        "Every element of the result of `f` is the square of what it should be: a root is missing, or there is a \
         square too many.",
    );
    holds(
        elementwise(shifted_square, |x| shifted_square(x).sqrt()),
        "power",
        "Every element of the result of `f` is the square root of what it should be: a square is missing, or there \
         is a root too many.",
    );
    holds(
        elementwise(shifted_square, |x| 1.0 / shifted_square(x)),
        "power",
        "Every element of the result of `f` is one divided by what it should be: the two sides of a division changed \
         places.",
    );
}

#[test]
fn an_exponential_and_a_logarithm_too_many_are_seen() {
    holds(
        elementwise(shifted_square, |x| shifted_square(x).exp()),
        "exponent",
        "Every element of the result of `f` is `exp` of what it should be: a logarithm is missing, or there is an \
         exponential too many.",
    );
    holds(
        elementwise(shifted_square, |x| shifted_square(x).ln()),
        "exponent",
        "Every element of the result of `f` is the logarithm of what it should be: an exponential is missing, or \
         there is a logarithm too many.",
    );
}

/// Grey levels that are given to the nearest one, of which only black and white are left.
#[test]
fn what_an_exponential_may_rise_by_makes_no_exponential_of_smaller_numbers() {
    let nearest = Comparator::Close(Some(Tolerance {
        absolute: 1.01,
        relative: 0.0,
    }));
    let sheet = [[40, 90, 255, 130], [255, 20, 200, 60], [110, 255, 70, 30]]
        .into_iter()
        .fold(Sheet::of(nearest), |sheet, levels| {
            let x: Vec<f32> = levels.iter().map(|&level| level as f32).collect();
            let yours = levels.map(|level| level / 255 * 255);
            sheet.case(vec![vector(x)], integers(levels), integers(yours))
        });
    sheet.fails("values");
}

// Axes and orders.

fn transpose(rows: usize, columns: usize, x: &[f32]) -> Value {
    let data = (0..columns)
        .flat_map(|column| (0..rows).map(move |row| x[row * columns + column]))
        .collect();
    tensor(&[columns, rows], data)
}

#[test]
fn a_transposed_matrix_is_seen() {
    let right = |rows, columns, x: &[f32]| tensor(&[rows, columns], x.to_vec());
    assert_eq!(
        sheet(right, transpose).fails("transposed"),
        "The values of the result of `f` are right but transposed: yours has shape [2, 1], [1, 2] is expected. Rows \
         and columns changed places."
    );
}

#[test]
fn a_matrix_of_the_transposed_shape_with_other_values_in_one_case_is_not_called_transposed() {
    let right = |rows, columns, x: &[f32]| tensor(&[rows, columns], x.to_vec());
    let message = but_for_one(sheet(right, transpose)).fails("shape");
    assert_eq!(
        message,
        "The result of `f` has shape [2, 1]; [1, 2] is expected."
    );
}

#[test]
fn a_transposed_square_matrix_is_seen() {
    let mut random = Random(5);
    let sheet = (2..6).fold(Sheet::of(CLOSE), |sheet, n| {
        let x = random.vector(n * n);
        let right = tensor(&[n, n], x.clone());
        sheet.case(vec![right.clone()], right, transpose(n, n, &x))
    });
    assert_eq!(
        sheet.fails("transposed"),
        "The values of the result of `f` are right but transposed. Rows and columns changed places."
    );
}

fn of_rows(columns: usize, x: &[f32], reduce: fn(&[f32]) -> f32) -> Value {
    vector(x.chunks(columns).map(reduce).collect::<Vec<_>>())
}

fn of_columns(rows: usize, columns: usize, x: &[f32], reduce: fn(&[f32]) -> f32) -> Value {
    let Value::Numbers(other) = transpose(rows, columns, x) else {
        panic!("a matrix is numbers");
    };
    of_rows(rows, other.data(), reduce)
}

#[test]
fn a_reduction_along_the_wrong_axis_is_seen() {
    let mean: fn(&[f32]) -> f32 = |x| x.iter().sum::<f32>() / x.len() as f32;
    let rows = |_: usize, columns: usize, x: &[f32]| of_rows(columns, x, mean);
    let columns = |rows: usize, columns: usize, x: &[f32]| of_columns(rows, columns, x, mean);
    assert_eq!(
        sheet(rows, columns).fails("axis"),
        "You work along the wrong axis of `x`: the result of `f` is the mean of each column, that of each row is \
         expected, so `Axis<1>` is the one to reduce."
    );
    assert_eq!(
        sheet(columns, rows).fails("axis"),
        "You work along the wrong axis of `x`: the result of `f` is the mean of each row, that of each column is \
         expected, so `Axis<0>` is the one to reduce."
    );
    but_for_one(sheet(rows, columns)).fails("shape");
}

#[test]
fn a_softmax_along_the_wrong_axis_is_seen() {
    let softmax = |lines: usize, length: usize, at: &dyn Fn(usize, usize) -> usize, x: &[f32]| {
        let mut data = vec![0.0; x.len()];
        for line in 0..lines {
            let sum: f32 = (0..length).map(|along| x[at(line, along)].exp()).sum();
            for along in 0..length {
                data[at(line, along)] = x[at(line, along)].exp() / sum;
            }
        }
        data
    };
    let mut wrong = sheet(
        |rows, columns, x| {
            let data = softmax(rows, columns, &|row, column| row * columns + column, x);
            tensor(&[rows, columns], data)
        },
        |rows, columns, x| {
            let data = softmax(columns, rows, &|column, row| row * columns + column, x);
            tensor(&[rows, columns], data)
        },
    );
    assert!(
        wrong
            .fails("axis")
            .contains("the softmax of each column, that of each row is expected")
    );
    wrong.check.parts[0].comparator = Comparator::Simplex;
    wrong.fails("axis");
}

#[test]
fn values_one_place_too_late_or_too_early_are_seen() {
    let shifted = |by: usize| {
        let mut random = Random(11);
        (4..12).fold(Sheet::of(CLOSE), |sheet, n| {
            let x = random.vector(n + 2);
            let (right, yours) = (&x[1..=n], &x[by..by + n]);
            sheet.case(vec![number(n as f32)], vector(right), vector(yours))
        })
    };
    holds(
        shifted(0),
        "shifted",
        "The result of `f` has the right values one position too late: look for an index that is off by one.",
    );
    holds(
        shifted(2),
        "shifted",
        "The result of `f` has the right values one position too early: look for an index that is off by one.",
    );
}

#[test]
fn columns_that_went_round_by_one_are_seen() {
    let message = sheet(
        |rows, columns, x| {
            let data = x.iter().map(|&x| shifted_square(x)).collect();
            tensor(&[rows, columns], data)
        },
        |rows, columns, x| {
            let mut data: Vec<f32> = x.iter().map(|&x| shifted_square(x)).collect();
            for row in data.chunks_mut(columns) {
                row.rotate_right(1);
            }
            tensor(&[rows, columns], data)
        },
    )
    .fails("shifted");
    assert!(message.contains("one column too late"), "{message}");
}

#[test]
fn numbers_next_to_zero_are_called_neither_a_division_nor_a_difference() {
    let mut random = Random(3);
    let mut sheet = Sheet::of(CLOSE);
    for n in 0..6 {
        let (x, large) = (random.vector(3), (1 << 60) + n);
        let almost_zero = vec![0.0, 1e-40, 0.0];
        let inputs = vec![vector(x.clone()), Value::Integers(Array::scalar(large))];
        sheet = sheet.case(inputs, vector(x), vector(almost_zero));
    }
    let told = sheet.judge().diagnosis.expect("it fails");
    assert!(
        !["factor", "offset"].contains(&told.kind.word()),
        "{}",
        told.message
    );
}

#[test]
fn no_loop_is_blamed_for_rows_that_are_written_in_part() {
    let right = |rows, columns, x: &[f32]| {
        let data = x.iter().map(|&x| shifted_square(x)).collect();
        tensor(&[rows, columns], data)
    };
    // All rows but the last are zero, from this column on.
    let zero_from = |from: usize| {
        move |rows: usize, columns: usize, x: &[f32]| {
            let mut data: Vec<f32> = x.iter().map(|&x| shifted_square(x)).collect();
            for row in data.chunks_mut(columns).take(rows - 1) {
                row[from..].fill(0.0);
            }
            tensor(&[rows, columns], data)
        }
    };
    let table = [
        (
            0,
            "Only the last row of the result of `f` is right, and all the others are zero: look whether each round of a loop replaces what the rounds before it found.",
        ),
        (
            1,
            "Only the last row of the result of `f` is right; all the others are wrong.",
        ),
    ];
    for (from, said) in table {
        assert_eq!(sheet(right, zero_from(from)).fails("rows"), said);
    }
}

#[test]
fn the_right_values_in_another_order_are_seen() {
    let reversed =
        |rows, columns, x: &[f32]| tensor(&[rows, columns], x.iter().rev().copied().collect());
    holds(
        sheet(
            |rows, columns, x| tensor(&[rows, columns], x.to_vec()),
            reversed,
        ),
        "order",
        "All values of the result of `f` are there, but in another order.",
    );
}

#[test]
fn the_lines_of_several_matrices_have_their_own_names() {
    // Along which axis all but the first is wrong, and what is told then.
    let table = [
        (0, "Only the first matrix of the result of `f` is right"),
        (1, "Only the first row of the result of `f` is right"),
        (2, "Only the first column of the result of `f` is right"),
    ];
    for (axis, said) in table {
        let sheet = (3..7usize).fold(Sheet::of(CLOSE), |sheet, n| {
            let shape = [n, n + 1, n + 2];
            let right: Vec<f32> = (0..shape.iter().product())
                .map(|at| (at as f32).sin())
                .collect();
            let inner: usize = shape[axis + 1..].iter().product();
            let is_first = |at: usize| (at / inner).is_multiple_of(shape[axis]);
            let yours = right.iter().enumerate();
            let yours = yours.map(|(at, x)| {
                if is_first(at) {
                    *x
                } else {
                    x.cos() + at as f32
                }
            });
            let yours = yours.collect();
            sheet.case(
                vec![number(n as f32)],
                tensor(&shape, right),
                tensor(&shape, yours),
            )
        });
        let message = sheet.fails("rows");
        assert!(message.starts_with(said), "{message}");
    }
}

#[test]
fn whole_numbers_have_patterns_too() {
    let sheet = (3i64..9).fold(Sheet::of(Comparator::Exact), |sheet, n| {
        let right: Vec<i64> = (0..n).map(|i| i * i).collect();
        let yours: Vec<i64> = right.iter().map(|i| i + 1).collect();
        sheet.case(vec![integers([n])], integers(right), integers(yours))
    });
    assert_eq!(
        sheet.fails("offset"),
        "Every element of the result of `f` is 1 too large."
    );
}

// Inputs that are ignored, sizes that matter.

fn two_inputs(yours: fn(f32, f32) -> f32) -> Sheet {
    let mut sheet = Sheet::of(CLOSE);
    for x in [1.0f32, 2.5, -0.5] {
        for y in [0.3f32, 1.0, 4.0] {
            let right = x.sin() * y.sqrt() + x;
            sheet = sheet.case(
                vec![number(x), number(y)],
                number(right),
                number(yours(x, y)),
            );
        }
    }
    sheet
}

#[test]
fn an_input_that_is_ignored_is_named() {
    holds(
        two_inputs(|x, _| x.cos() + 2.0 * x),
        "ignored",
        "The result of `f` stayed the same with every other `y` that was tried: it has to depend on it.",
    );
    holds(
        two_inputs(|_, y| y.cos() + 2.0 * y),
        "ignored",
        "The result of `f` stayed the same with every other `x` that was tried: it has to depend on it.",
    );
    two_inputs(|x, y| x.cos() + y).fails("values");
}

#[test]
fn a_result_that_ignores_everything_is_said_to() {
    let sheet = elementwise(shifted_square, |_| 0.0);
    let constant = sheet
        .check
        .cases
        .iter()
        .zip(1..)
        .fold(Sheet::of(CLOSE), |sheet, (case, i)| {
            let right = number((i as f32).sin());
            let inputs = vec![case.inputs[0].clone(), number(i as f32)];
            sheet.case(inputs, right, number(7.0))
        });
    holds(
        constant,
        "ignored",
        "The result of `f` is the same in every case, whatever the inputs are.",
    );
}

#[test]
fn an_input_that_is_the_same_in_all_cases_is_not_called_ignored() {
    let sheet = elementwise(f32::sin, |x| x.sin() + x.cos());
    sheet.fails("values");
}

#[test]
fn a_size_is_not_blamed_where_no_failing_case_was_made_smaller() {
    let few = sheet(
        |_, _, x| number(sum(x)),
        |_, _, x| number(sum(&x[..x.len().min(20)])),
    );
    few.fails("values");
    let mut random = Random(2);
    let large = (0..12).fold(Sheet::of(CLOSE), |sheet, i| {
        let x = (random.uniform() as f32 - 0.5) / 10.0 + 1.0 + (i * 5 % 12) as f32;
        let yours = if x < 7.5 { x.sqrt() } else { 2.0 + x / 8.0 };
        sheet.case(vec![number(x)], number(x.sqrt()), number(yours))
    });
    large.fails("values");
}

#[test]
fn two_wrong_cases_of_three_are_no_border() {
    let mut sheet = Sheet::of(CLOSE);
    for (n, yours) in [(1, 1.0), (2, 2.7), (3, 4.1)] {
        sheet = sheet.case(vec![vector(vec![0.5; n])], number(n as f32), number(yours));
    }
    sheet.fails("values");
}

#[test]
fn rows_with_the_same_factor_are_not_said_to_have_one_each() {
    fn scaled(x: &[f32], factor: impl Fn(usize) -> f32) -> Vec<f32> {
        x.iter().enumerate().map(|(at, x)| x * factor(at)).collect()
    }
    let of = |yours: fn(usize, usize, &[f32]) -> Vec<f32>| {
        sheet(
            |rows, columns, x| tensor(&[rows, columns], x.to_vec()),
            move |rows, columns, x| tensor(&[rows, columns], yours(rows, columns, x)),
        )
    };
    // A case whose rows are too short to tell anything, and whose largest element is 0.
    let zeros = |sheet: Sheet| {
        let x = || tensor(&[2, 2], vec![0.0; 4]);
        sheet.case(vec![x()], x(), tensor(&[2, 2], vec![f32::NAN; 4]))
    };
    let each = of(|_, columns, x| scaled(x, |at| 2.0 + (at / columns + x.len()) as f32));
    assert!(
        zeros(each)
            .fails("proportion")
            .starts_with("Within each row")
    );
    let whole = of(|_, _, x| scaled(x, |_| 2.0 + x.len() as f32));
    zeros(whole).fails("values");
}
