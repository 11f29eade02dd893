//! For each sentence that names a cause, a case of it and one that is as near as can be and is none.

use gradlings::comparator::{Comparator, Tolerance};
use gradlings::sheet::{Answer, CheckKind};
use gradlings::wire::{Array, Value};

use crate::support::{Random, Sheet, integers, matrix, number, returned, tensor, vector};

const CLOSE: Comparator = Comparator::Close(None);

/// The message of a sheet that fails.
#[track_caller]
fn said(sheet: &Sheet) -> String {
    let diagnosis = sheet.judge().diagnosis.expect("it fails");
    diagnosis.message
}

/// Six cases of a cube of this shape, with the sum of its squares times a factor of it.
fn cubes(shape: fn(usize) -> [usize; 3], factor: fn([usize; 3]) -> f32) -> Sheet {
    let mut random = Random(4);
    (0..6).fold(Sheet::of(CLOSE), |sheet, i| {
        let shape = shape(i);
        let x = random.vector(shape.iter().product());
        let sum: f32 = x.iter().map(|x| x * x).sum();
        let yours = number(sum * factor(shape));
        sheet.case(vec![tensor(&shape, x)], number(sum), yours)
    })
}

#[test]
fn an_axis_that_cannot_be_told_from_another_is_not_named_alone() {
    let root = |[.., last]: [usize; 3]| (last as f32).sqrt();
    let apart = said(&cubes(|i| [2, 3 + i, 4 + 2 * i], root));
    assert!(
        apart.contains("n is the length of the third axis of `x`:"),
        "{apart}"
    );
    let alike = said(&cubes(|i| [2, 2 + i, 2 + i], root));
    let both = "n is the length of the second axis of `x` or the length of the third axis of `x`:";
    assert!(alike.contains(both), "{alike}");
}

#[test]
fn a_number_that_is_not_finite_has_a_cause_only_where_every_such_case_has_it() {
    let sheet = |cases: &[(&[f32], f32)]| {
        cases.iter().fold(Sheet::of(CLOSE), |sheet, (x, yours)| {
            sheet.case(vec![vector(*x)], number(1.0), number(*yours))
        })
    };
    let (nan, inf) = (f32::NAN, f32::INFINITY);
    type Cases<'a> = &'a [(&'a [f32], f32)];
    let table: [(Cases<'_>, &str); 9] = [
        (&[(&[100.0, 1.0], inf)], "goes up to 100"),
        (
            &[(&[100.0, 1.0], inf), (&[1.0, 2.0], inf)],
            "a division by zero, the logarithm of zero",
        ),
        // `exp` of this is not yet infinite.
        (
            &[(&[85.0, 1.0], inf)],
            "a division by zero, the logarithm of zero",
        ),
        (
            &[(&[-200.0, 1.0], nan)],
            "goes down to -200, and `exp` of less than -104 is 0 in f32: zero divided by zero is NaN",
        ),
        (&[(&[-200.0, 1.0], -inf)], "a logarithm of it is infinite"),
        (
            &[(&[-200.0, 1.0], nan), (&[1.0, 2.0], nan)],
            "zero times infinity, infinity minus infinity",
        ),
        (&[(&[-inf, 1.0], nan)], "`x` is infinite in places"),
        (
            &[(&[-inf, 1.0], nan), (&[0.0, 1.0], nan)],
            "see which of these",
        ),
        (
            &[(&[2.0, 1.0], nan)],
            "zero times infinity, infinity minus infinity",
        ),
    ];
    for (cases, words) in table {
        let sheet = sheet(cases);
        let message = sheet.fails("not_finite");
        assert!(message.contains(words), "{words}: {message}");
    }
}

#[test]
fn the_numbers_beside_a_nan_are_those_of_the_case_that_is_told() {
    // Of the two the second is the smaller one, so it is told.
    let sheet = Sheet::of(CLOSE)
        .case(
            vec![vector([300.0, 200.0, 100.0]), number(0.0)],
            number(1.0),
            number(f32::NAN),
        )
        .case(
            vec![number(0.0), vector([-20.0, 95.0])],
            number(1.0),
            number(f32::NAN),
        );
    let message = sheet.fails("not_finite");
    assert!(message.contains("case 2 of 2"), "{message}");
    let own = "In this case `y` goes from -20 to 95.";
    assert!(message.contains(own), "{message}");
    assert!(!message.contains("300"), "{message}");
}

#[test]
fn one_number_in_the_place_of_all_is_no_rounding() {
    // What is right is a window that fades in and out.
    let windows = |yours: fn(f32) -> f32| {
        (4..10usize).fold(Sheet::of(CLOSE), |sheet, n| {
            let angle = |i: usize| std::f32::consts::TAU * i as f32 / (n - 1) as f32;
            let right: Vec<f32> = (0..n).map(|i| 0.5 - 0.5 * angle(i).cos()).collect();
            let yours: Vec<f32> = right.iter().map(|&x| yours(x)).collect();
            sheet.case(vec![number(n as f32)], vector(right), vector(yours))
        })
    };
    windows(|_| 1.0).fails("constant");
    let rounded = windows(|x| (x + 1e-7).round()).fails("rounded");
    assert!(rounded.contains("rounded to a whole number"), "{rounded}");
}

#[test]
fn a_loop_is_only_asked_about_where_something_is_left_at_zero() {
    let vectors = |yours: fn(&mut Vec<f32>)| {
        (4..9usize).fold(Sheet::of(CLOSE), |sheet, n| {
            let right: Vec<f32> = (0..n).map(|i| ((i + n) as f32).sin() + 2.0).collect();
            let mut mine = right.clone();
            yours(&mut mine);
            sheet.case(vec![number(n as f32)], vector(right), vector(mine))
        })
    };
    type Change = fn(&mut Vec<f32>);
    let table: [(Change, &str); 6] = [
        (
            |x| x[0] = 0.0,
            "Only the first element of the result of `f` is wrong: it is left at zero. Look whether a loop or a range starts one too late; counting starts at 0.",
        ),
        (
            |x| x[0] = 1e-8,
            "Only the first element of the result of `f` is wrong; all the others are right.",
        ),
        (
            |x| *x.last_mut().expect("one") = 0.0,
            "Only the last element of the result of `f` is wrong: it is left at zero. Look whether a loop or a range ends one too early.",
        ),
        (
            |x| *x.last_mut().expect("one") = 9.0,
            "Only the last element of the result of `f` is wrong; all the others are right.",
        ),
        (
            |x| x[1..].fill(0.0),
            "Only the first element of the result of `f` is right, and all the others are zero: look whether a loop ends after its first round.",
        ),
        (
            |x| {
                for x in &mut x[1..] {
                    *x += x.cos() + 3.0
                }
            },
            "Only the first element of the result of `f` is right; all the others are wrong.",
        ),
    ];
    for (yours, message) in table {
        assert_eq!(vectors(yours).fails("rows"), message);
    }
}

/// Rows and columns of a right matrix, in six cases, and what yours makes of them.
fn matrices(yours: impl Fn(usize, &[f32]) -> Vec<f32>) -> Sheet {
    let mut random = Random(12);
    (0..6).fold(Sheet::of(CLOSE), |sheet, i| {
        let (rows, columns) = (3 + i, 4 + i % 3);
        let right = random.vector(rows * columns);
        let mine = yours(columns, &right);
        let shape = [rows, columns];
        let inputs = vec![number(i as f32)];
        sheet.case(inputs, tensor(&shape, right), tensor(&shape, mine))
    })
}

fn running(of: &[f32]) -> Vec<f32> {
    let mut total = 0.0;
    let totals = of.iter().map(|x| {
        total += x;
        total
    });
    totals.collect()
}

#[test]
fn a_total_that_is_not_set_back_is_told_from_one_that_is_in_all_cases_but_one() {
    let by_row =
        |columns: usize, x: &[f32]| -> Vec<f32> { x.chunks(columns).flat_map(running).collect() };
    let by_column = |columns: usize, x: &[f32]| -> Vec<f32> {
        let mut totals = x.to_vec();
        for at in columns..x.len() {
            totals[at] += totals[at - columns];
        }
        totals
    };
    type Yours<'a> = &'a dyn Fn(usize, &[f32]) -> Vec<f32>;
    let table: [(Yours<'_>, &str); 3] = [
        (
            &|_, x| running(x),
            "Each element of the result of `f` is the right one plus all right ones before it: look for a total that is \
             not set back to zero.",
        ),
        (&by_row, "set back to zero for each row only"),
        (&by_column, "all right rows before it"),
    ];
    for (yours, words) in table {
        let mut sheet = matrices(yours);
        let message = sheet.fails("accumulated");
        assert!(message.contains(words), "{message}");
        // The last case is right.
        let right = sheet.check.cases[5].right.clone();
        sheet.answers[5].answer = Answer::Returned(right);
        assert_ne!(said(&sheet), message);
    }
}

#[test]
fn a_factor_on_a_change_is_told_from_one_on_the_value() {
    let steps = |yours: fn(f32, f32) -> f32| {
        let mut random = Random(31);
        (3..9).fold(Sheet::of(CLOSE), |sheet, n| {
            let (before, step) = (random.vector(n), random.vector(n));
            let both = || before.iter().zip(&step);
            let right: Vec<f32> = both().map(|(x, step)| x - step).collect();
            let mine: Vec<f32> = both().map(|(x, step)| yours(*x, *step)).collect();
            sheet.case(vec![vector(before.clone())], vector(right), vector(mine))
        })
    };
    type Step = fn(f32, f32) -> f32;
    let table: [(Step, &str, &str); 7] = [
        (
            |x, step| x - 2.0 * step,
            "change",
            "how `x` changes: every change is twice",
        ),
        (|x, step| x - 0.5 * step, "change", "every change is half"),
        (
            |x, step| x - 3.0 * step,
            "change",
            "every change is 3 times",
        ),
        (|x, step| x + step, "change", "goes the other way"),
        (
            |x, step| 2.0 * (x - step),
            "factor",
            "twice what it should be",
        ),
        (|x, _| x, "values", "is off in"),
        (|x, step| x - 2.0 * step * step, "values", "is off in"),
    ];
    for (yours, kind, words) in table {
        let message = steps(yours).fails(kind);
        assert!(message.contains(words), "{message}");
    }
}

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
fn two_inputs_that_one_part_uses_both_for_are_not_said_to_have_changed_places() {
    use gradlings::sheet::{Change, Variation};
    let parts = || [("first", CLOSE), ("second", CLOSE)];
    let table = [
        // Each part is made of the other input.
        (true, "exchanged"),
        // Both parts are made of the second one.
        (false, "values"),
    ];
    for (both, kind) in table {
        let mut random = Random(2);
        let mut sheet = Sheet::of_parts(CheckKind::Function, parts());
        for n in 3..8 {
            let (x, y) = (random.vector(n), random.vector(n));
            let sines = |x: &[f32]| vector(x.iter().map(|x| x.sin()).collect::<Vec<_>>());
            let cosines = |x: &[f32]| vector(x.iter().map(|x| x.cos()).collect::<Vec<_>>());
            let right = vec![sines(&x), cosines(&y)];
            let exchanged = vec![sines(&y), cosines(&x)];
            let yours = [sines(&y), if both { cosines(&x) } else { cosines(&y) }];
            sheet.check.variations.push(Variation {
                case: sheet.check.cases.len(),
                change: Change::Exchanged { inputs: (0, 1) },
                inputs: Vec::new(),
                right: exchanged,
            });
            sheet = sheet.case_of(vec![vector(x), vector(y)], right, returned(yours));
        }
        let message = sheet.fails(kind);
        assert_eq!(message.contains("changed places"), both, "{message}");
    }
}

#[test]
fn texts_have_no_sort_of_difference_that_numbers_have() {
    let texts = |of: &str| Value::Text(of.to_owned());
    let sheet = Sheet::of(Comparator::Exact).case(vec![number(0.0)], texts("one"), texts("two"));
    assert!(!said(&sheet).contains("There,"));
}

type Operation = fn(&[f32]) -> Vec<f32>;

/// What is done with each line, by the name that it has in a sentence.
fn operations() -> Vec<(&'static str, Operation)> {
    fn sum(x: &[f32]) -> f32 {
        x.iter().sum()
    }
    fn mean(x: &[f32]) -> f32 {
        sum(x) / x.len() as f32
    }
    fn squares(x: &[f32], less: f32) -> f32 {
        let mean = mean(x);
        x.iter().map(|x| (x - mean).powi(2)).sum::<f32>() / (x.len() as f32 - less)
    }
    fn end(x: &[f32], sign: f32) -> usize {
        let size = |at: &usize| sign * x[*at];
        (0..x.len())
            .max_by(|a, b| size(a).total_cmp(&size(b)))
            .unwrap_or(0)
    }
    fn shares(x: &[f32]) -> Vec<f32> {
        let all: f32 = x.iter().map(|x| x.exp()).sum();
        x.iter().map(|x| x.exp() / all).collect()
    }
    fn scaled(x: &[f32], from: f32, by: f32) -> Vec<f32> {
        x.iter().map(|x| (x - from) / by).collect()
    }
    fn length(x: &[f32]) -> f32 {
        x.iter().map(|x| x * x).sum::<f32>().sqrt()
    }
    vec![
        ("is the sum of", |x| vec![sum(x)]),
        ("mean", |x| vec![mean(x)]),
        ("largest element", |x| vec![x[end(x, 1.0)]]),
        ("smallest element", |x| vec![x[end(x, -1.0)]]),
        ("position of the largest element", |x| {
            vec![end(x, 1.0) as f32]
        }),
        ("position of the smallest element", |x| {
            vec![end(x, -1.0) as f32]
        }),
        ("variance", |x| vec![squares(x, 0.0)]),
        ("variance (with n - 1)", |x| vec![squares(x, 1.0)]),
        ("standard deviation", |x| vec![squares(x, 0.0).sqrt()]),
        ("standard deviation (with n - 1)", |x| {
            vec![squares(x, 1.0).sqrt()]
        }),
        ("length (the root of the sum of squares)", |x| {
            vec![length(x)]
        }),
        ("softmax", shares),
        ("logarithm of the softmax", |x| {
            shares(x).into_iter().map(f32::ln).collect()
        }),
        ("logarithm of the sum of exponentials", |x| {
            vec![x.iter().map(|x| x.exp()).sum::<f32>().ln()]
        }),
        ("distance from the mean", |x| scaled(x, mean(x), 1.0)),
        ("standardization (mean 0, deviation 1)", |x| {
            scaled(x, mean(x), squares(x, 0.0).sqrt())
        }),
        ("normalization to length 1", |x| scaled(x, 0.0, length(x))),
        ("running sum", running),
    ]
}

#[test]
fn every_operation_along_the_wrong_axis_has_its_name_and_none_where_a_case_speaks_against_it() {
    for (name, run) in operations() {
        let mut random = Random(21);
        let mut sheet = (0..6).fold(Sheet::of(CLOSE), |sheet, i| {
            let (rows, columns) = (3 + i, 4 + i % 2);
            let x = random.vector(rows * columns);
            let line = |at: usize, of: usize, step: usize, first: usize| -> Vec<f32> {
                (0..of).map(|n| x[first * at + n * step]).collect()
            };
            let by_row: Vec<Vec<f32>> = (0..rows)
                .map(|at| run(&line(at, columns, 1, columns)))
                .collect();
            let by_column: Vec<Vec<f32>> = (0..columns)
                .map(|at| run(&line(at, rows, columns, 1)))
                .collect();
            let (right, yours) = match by_row[0].len() {
                1 => (vector(by_row.concat()), vector(by_column.concat())),
                _ => {
                    let turned =
                        (0..rows * columns).map(|at| by_column[at % columns][at / columns]);
                    let shape = [rows, columns];
                    (
                        tensor(&shape, by_row.concat()),
                        tensor(&shape, turned.collect()),
                    )
                }
            };
            sheet.case(vec![tensor(&[rows, columns], x.clone())], right, yours)
        });
        let message = sheet.fails("axis");
        assert!(message.contains(name), "{name}: {message}");
        let right = sheet.check.cases[5].right.clone();
        sheet.answers[5].answer = Answer::Returned(right);
        assert_ne!(said(&sheet), message);
    }
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
