//! Inputs that have no effect, or a small one: real functions, asked again with other inputs.

use gradlings::prelude::*;
use gradlings::sheet::Check;

use crate::examine::{examine, fails, the_check};

fn offer<H: gradlings::handler::Handler + 'static>(handler: H) -> Exercise {
    Exercise::new().offer("f", handler)
}

/// The words that are said of a function.
fn said(check: &Check, start: impl Fn() -> Exercise) -> String {
    examine(check, start).diagnosis.expect("it fails").message
}

/// Weighted means of the rows of `values`, by the softmax of `scores`.
fn weighted(scores: Matrix, values: Matrix) -> Matrix {
    scores.softmax::<Axis<1>>().matmul(values)
}

fn means() -> Check {
    the_check(
        Reference::of("f", function(weighted))
            .inputs(["scores", "values"])
            .case("one query", |g| (g.matrix(1, 3), g.matrix(3, 2)))
            .case("one key", |g| (g.matrix(3, 1), g.matrix(1, 2)))
            .cases(8, |g, i| (g.matrix(2 + i % 3, 2 + i), g.matrix(2 + i, 3)))
            .sheet(3),
    )
}

#[test]
fn an_input_is_only_called_ignored_where_no_other_value_of_it_does_anything() {
    let check = means();
    fails(
        &check,
        "the mean",
        "ignored",
        &["with every other `scores` that"],
        || {
            offer(function(|scores: Matrix, values: Matrix| {
                weighted(scores * 0.0, values) * 1.3
            }))
        },
    );
    type Wrong = fn(Matrix, Matrix) -> Matrix;
    let table: [(&str, Wrong); 4] = [
        ("clipped", |scores, values| {
            weighted(scores.clamp(-0.2, 0.2), values)
        }),
        ("only its sign", |scores, values| {
            let signs = scores.as_vec().into_iter().map(f32::signum).collect();
            weighted(device().tensor_from_vec(signs, *scores.shape()), values)
        }),
        ("only the first row", |scores, values| {
            let (rows, columns) = *scores.shape();
            let first = scores.as_vec()[..columns].repeat(rows);
            weighted(device().tensor_from_vec(first, (rows, columns)), values)
        }),
        ("over the queries", |scores, values| {
            scores.softmax::<Axis<0>>().matmul(values)
        }),
    ];
    for (what, wrong) in table {
        let message = said(&check, || offer(function(wrong)));
        assert!(!message.contains("whatever"), "{what}: {message}");
    }
}

#[test]
fn a_whole_number_that_is_only_limited_is_not_called_ignored() {
    fn every(samples: Vec<f32>, hop: usize) -> Vec<f32> {
        samples.into_iter().step_by(hop).collect()
    }
    let check = the_check(
        Reference::of(
            "f",
            function(|samples: Vec<f32>, hop: usize| {
                every(samples, hop).iter().map(|x| x * x).sum::<f32>()
            }),
        )
        .inputs(["samples", "hop"])
        .cases(12, |g, i| (g.numbers(30 + i), 1 + i % 6))
        .sheet(8),
    );
    let sum = |samples: Vec<f32>| samples.iter().map(|x| x * x * 1.5).sum::<f32>();
    fails(
        &check,
        "never read",
        "ignored",
        &["with every other `hop` that"],
        || offer(function(move |samples: Vec<f32>, _: usize| sum(samples))),
    );
    for (low, high) in [(1, 2), (5, 9), (1, 4), (3, 9)] {
        let message = said(&check, || {
            offer(function(move |samples: Vec<f32>, hop: usize| {
                sum(every(samples, hop.clamp(low, high)))
            }))
        });
        assert!(!message.contains("whatever"), "{low} {high}: {message}");
    }
}

#[test]
fn an_input_with_a_gradient_is_not_called_ignored() {
    fn right<T: Tape<f32, Dev>>(x: Vector<T>, y: Vector) -> Scalar<T> {
        (x.sin() * y).sum()
    }
    let check = the_check(
        Reference::of("f", gradient(right))
            .inputs(["x", "y"])
            .cases(8, |g, i| (g.vector(3 + i), g.vector(3 + i)))
            .sheet(2),
    );
    // Near zero it does next to nothing, and its slope is there all the same.
    let message = said(&check, || {
        offer(gradient(
            |x: Vector<Recording>, y: Vector| -> Scalar<Recording> {
                (x * 1e-9 + y.square()).sum()
            },
        ))
    });
    assert!(!message.contains("every other `x`"), "{message}");
    let message = said(&check, || {
        offer(gradient(
            |x: Vector<Recording>, y: Vector| -> Scalar<Recording> { (x * 0.0 + y.square()).sum() },
        ))
    });
    assert!(message.contains("every other `x`"), "{message}");
}

#[test]
fn a_gradient_beside_a_kink_is_not_said_to_be_missing_from_the_tape() {
    // Every number of the inputs is a kink of the wrong function, and its gradient is that of one side.
    let check = the_check(
        Reference::of(
            "f",
            gradient(|x: Vector<Recording>| -> Scalar<Recording> { x.tanh().sum() }),
        )
        .inputs(["x"])
        .cases(6, |_, i| {
            (device().tensor_from_vec(vec![0.0; 4 + i], (4 + i,)),)
        })
        .cases(2, |g, i| (g.vector(3 + i),))
        .sheet(1),
    );
    let message = said(&check, || {
        offer(gradient(|x: Vector<Recording>| -> Scalar<Recording> {
            (x.relu() + 0.5).sum()
        }))
    });
    assert!(!message.contains("recorded"), "{message}");
}

#[test]
fn of_two_inputs_whose_signs_do_not_go_together_neither_is_blamed_alone() {
    let check = |right: fn(Vector, Vector) -> Vector| {
        the_check(
            Reference::of("f", function(right))
                .inputs(["x", "y"])
                .cases(8, |g, i| (g.vector(3 + i), g.vector(3 + i)))
                .sheet(2),
        )
    };
    let even = check(|x, y| (x - y).square());
    let sum = || offer(function(|x: Vector, y: Vector| (x + y).square()));
    let words = ["minus `x`, and for minus `y` as well"];
    fails(&even, "either sign", "sign", &words, sum);
    let odd = check(|x, y| (x - y).exp());
    let sum = || offer(function(|x: Vector, y: Vector| (x + y).exp()));
    fails(&odd, "one sign", "sign", &["right for minus `y`: it"], sum);
}

#[test]
fn an_input_that_has_an_effect_in_large_cases_alone_is_not_called_ignored() {
    fn shrunk(x: Vec<f32>, decay: f32, kept: usize) -> Vec<f32> {
        let shrinking = x.len().saturating_sub(kept);
        let each = x.into_iter().enumerate();
        each.map(|(at, x)| if at < shrinking { x - decay * x } else { x })
            .collect()
    }
    // More small cases than an input is tried on.
    let check = the_check(
        Reference::of("f", function(|x: Vec<f32>, decay: f32| shrunk(x, decay, 1)))
            .inputs(["x", "decay"])
            .cases(10, |g, i| {
                (g.numbers(2 + i.saturating_sub(4) / 2), g.number(0.2..0.6))
            })
            .sheet(3),
    );
    let message = said(&check, || {
        offer(function(|x: Vec<f32>, decay: f32| shrunk(x, decay, 2)))
    });
    assert!(!message.contains("stayed the same"), "{message}");
    let words = ["with every other `decay` that was tried"];
    fails(&check, "not used at all", "ignored", &words, || {
        offer(function(|x: Vec<f32>, _: f32| shrunk(x, 0.4, 1)))
    });
}

#[test]
fn as_many_rows_as_for_exchanged_inputs_are_told_where_every_case_has_them() {
    fn cut(samples: &[f32], size: usize, hop: usize) -> Vec<Vec<f32>> {
        let starts = (0..samples.len()).step_by(hop);
        let piece = |start| {
            let mut row = samples[start..samples.len().min(start + size)].to_vec();
            row.resize(size, 0.0);
            row
        };
        starts.map(piece).collect()
    }
    let check = the_check(
        Reference::of(
            "f",
            function(|samples: Vec<f32>, size: usize, hop: usize| cut(&samples, size, hop)),
        )
        .inputs(["samples", "size", "hop"])
        .cases(10, |g, i| (g.numbers(20 + 3 * i), 4 + i % 5, 2 + i % 3))
        .sheet(4),
    );
    let words = ["`size` and `hop` had changed places"];
    fails(&check, "rows of another width", "exchanged", &words, || {
        offer(function(|samples: Vec<f32>, size: usize, hop: usize| {
            let mut rows = cut(&samples, hop, size);
            rows.iter_mut().for_each(|row| row.push(1.0));
            rows
        }))
    });
    fails(&check, "one row too many", "array_count", &[], || {
        offer(function(|samples: Vec<f32>, size: usize, hop: usize| {
            let mut rows = cut(&samples, hop, size);
            rows.push(vec![0.0; size]);
            rows
        }))
    });
}

#[test]
fn rows_are_only_called_a_batch_where_the_right_answer_goes_with_them_in_every_case() {
    // Sums over windows of one row go with the rows; sums over windows of two do not.
    fn windows(x: &[f32], rows: usize) -> Vec<f32> {
        x.windows(rows)
            .map(|window| window.iter().map(|x| x.sin()).sum())
            .collect()
    }
    let check = |most: usize| {
        the_check(
            Reference::of("f", function(|x: Vec<f32>, rows: usize| windows(&x, rows)))
                .inputs(["x", "rows"])
                .cases(9, move |g, i| (g.numbers(4 + i), 1 + i % most))
                .sheet(6),
        )
    };
    let leaking = || {
        offer(function(|x: Vec<f32>, rows: usize| {
            let mut before = 0.0;
            let of = windows(&x, rows).into_iter().map(|y| {
                before = 0.3 * before + y.cos();
                before
            });
            of.collect::<Vec<f32>>()
        }))
    };
    fails(
        &check(1),
        "a batch",
        "batch_order",
        &["depends on the other elements, or on its place among them"],
        leaking,
    );
    let message = said(&check(2), leaking);
    assert!(!message.contains("depends on the other"), "{message}");
}

#[test]
fn a_value_that_is_another_one_is_told_with_what_its_numbers_show() {
    let check = the_check(
        Reference::of("f", gradient(|x: Vector<Recording>| x.square()))
            .inputs(["x"])
            .cases(8, |g, i| (g.vector(4 + i),))
            .sheet(1),
    );
    for shown in [true, false] {
        let message = said(&check, || {
            offer(gradient(move |x: Vector<Recording>| {
                // The smallest case has a factor, the others have another function.
                if shown && x.shape().0 == 4 {
                    x.square() * 2.5
                } else {
                    x.sin() + 0.3
                }
            }))
        });
        assert!(message.contains("another function"), "{message}");
        let words = "There, every number is 2.5 times";
        assert_eq!(message.contains(words), shown, "{message}");
    }
}
