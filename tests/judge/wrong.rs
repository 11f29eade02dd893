//! For each pattern, functions that nobody has listed.

use std::cell::Cell;
use std::rc::Rc;

use gradlings::handler::Handler;
use gradlings::prelude::*;
use gradlings::reference;
use gradlings::sheet::Check;

use crate::examine::{examine, fails, the_check};

type Cube = Tensor<(usize, usize, usize), f32, Dev>;
type Four = Tensor<(usize, usize, usize, usize), f32, Dev>;

/// A wrong function by its name, with the words that have to be said of it, and with the kind of diagnosis.
type Named<F> = (&'static str, F);
type Said<F> = (&'static str, &'static [&'static str], F);
type OfKind<F> = (&'static str, &'static str, &'static [&'static str], F);

type OfNumber = fn(f32) -> f32;
type OfLine = fn(&[f32]) -> f32;
type OfRows = fn(&[Vec<f32>]) -> f32;
type OfMatrix = fn(&Matrix) -> f32;
type Mask = fn(usize, usize) -> bool;

fn offer<H: Handler + 'static>(handler: H) -> Exercise {
    Exercise::new().offer("f", handler)
}

/// A check of a function of a matrix.
fn of_matrix<R: gradlings::values::Parts + 'static>(f: fn(Matrix) -> R) -> Check {
    the_check(
        Reference::of("f", function(f))
            .inputs(["x"])
            .cases(12, |g, i| (g.matrix(2 + i, 2 + (3 * i) % 7),))
            .sheet(1),
    )
}

/// A check of a function of two vectors.
fn of_vectors<R: gradlings::values::Parts + 'static>(f: fn(Vector, Vector) -> R) -> Check {
    the_check(
        Reference::of("f", function(f))
            .inputs(["a", "b"])
            .cases(12, |g, i| (g.vector(3 + i), g.vector(3 + i)))
            .sheet(1),
    )
}

fn map(x: Matrix, f: impl Fn(f32) -> f32) -> Matrix {
    let numbers = x.as_vec().into_iter().map(f).collect();
    device().tensor_from_vec(numbers, *x.shape())
}

fn rows(x: &Matrix) -> Vec<Vec<f32>> {
    let (_, columns) = *x.shape();
    x.as_vec().chunks(columns).map(<[f32]>::to_vec).collect()
}

fn vector(x: Vec<f32>) -> Vector {
    let n = x.len();
    device().tensor_from_vec(x, (n,))
}

fn mean_of(x: &[f32]) -> f32 {
    x.iter().sum::<f32>() / x.len() as f32
}

// Maps of single elements.

#[test]
fn maps_of_the_right_elements_are_told_from_each_other() {
    fn softplus(x: f32) -> f32 {
        (1.0 + x.exp()).ln()
    }
    let check = of_matrix(|x| map(x, softplus));
    let table: [OfKind<OfNumber>; 18] = [
        ("minus", "sign", &["flipped"], |y| -y),
        ("doubled", "factor", &["twice"], |y| 2.0 * y),
        ("halved", "factor", &["half"], |y| y / 2.0),
        ("tripled", "factor", &["3 times"], |y| 3.0 * y),
        ("plus one", "offset", &["1 too large"], |y| y + 1.0),
        ("squared", "power", &["square of"], |y| y * y),
        ("root", "power", &["square root"], f32::sqrt),
        ("upside down", "power", &["one divided by"], |y| 1.0 / y),
        ("exp", "exponent", &["`exp`"], f32::exp),
        ("ln", "exponent", &["logarithm of what"], f32::ln),
        ("ln 1 plus", "exponent", &["one plus"], f32::ln_1p),
        ("log2", "exponent", &["base 2"], f32::log2),
        ("log10", "exponent", &["base 10"], f32::log10),
        ("minus ln", "exponent", &["minus the logarithm"], |y| {
            -y.ln()
        }),
        ("sigmoid", "activation", &["sigmoid"], |y| {
            1.0 / (1.0 + (-y).exp())
        }),
        ("tanh", "activation", &["tanh"], f32::tanh),
        ("cut off", "clipped", &["never over 1:"], |y| y.min(1.0)),
        ("whole", "rounded", &["decimal point"], f32::trunc),
    ];
    for (what, kind, words, wrong) in table {
        fails(&check, what, kind, words, || {
            offer(function(move |x: Matrix| map(x, |x| wrong(softplus(x)))))
        });
    }
    fails(&check, "no activation", "activation", &["missing"], || {
        offer(function(|x: Matrix| x))
    });
}

#[test]
fn other_whole_numbers_than_the_right_ones_are_not_called_rounded() {
    let check = of_matrix(|x| map(x, |x| f32::from(u8::from(x > 0.0))));
    let outcome = crate::examine::examine(&check, || {
        offer(function(|x: Matrix| {
            map(x, |x| f32::from(u8::from(x.abs() > 0.7)))
        }))
    });
    let diagnosis = outcome.diagnosis.expect("it fails");
    assert_ne!(diagnosis.kind.word(), "rounded", "{}", diagnosis.message);
}

#[test]
fn what_is_negative_can_be_lost_in_more_than_one_way() {
    let check = of_matrix(|x| x);
    fails(&check, "relu", "clipped", &["ReLU"], || {
        offer(function(|x: Matrix| x.relu()))
    });
    fails(&check, "abs", "power", &["no sign"], || {
        offer(function(|x: Matrix| x.abs()))
    });
    fails(
        &check,
        "both ends",
        "clipped",
        &["between -0.5 and 0.5"],
        || offer(function(|x: Matrix| x.clamp(-0.5, 0.5))),
    );
}

#[test]
fn a_logarithm_to_another_base_is_named() {
    let check = of_matrix(|x| map(x, |x| (x * x + 2.0).ln()));
    fails(&check, "log2", "factor", &["base 2"], || {
        offer(function(|x: Matrix| map(x, |x| (x * x + 2.0).log2())))
    });
    fails(&check, "log10", "factor", &["base 10"], || {
        offer(function(|x: Matrix| map(x, |x| (x * x + 2.0).log10())))
    });
}

#[test]
fn probabilities_and_their_logarithms_are_told_apart() {
    let check = of_matrix(|x| x.log_softmax::<Axis<1>>());
    fails(
        &check,
        "probabilities",
        "exponent",
        &["a logarithm is missing"],
        || offer(function(|x: Matrix| x.softmax::<Axis<1>>())),
    );
    fails(&check, "logits", "proportion", &["each row"], || {
        offer(function(|x: Matrix| x))
    });
    let check = of_matrix(|x| x.softmax::<Axis<1>>());
    fails(
        &check,
        "log probabilities",
        "exponent",
        &["an exponential is missing"],
        || offer(function(|x: Matrix| x.log_softmax::<Axis<1>>())),
    );
    fails(&check, "logits", "softmax", &["probabilities"], || {
        offer(function(|x: Matrix| x))
    });
    fails(
        &check,
        "not normalized",
        "proportion",
        &["factor of its own"],
        || offer(function(|x: Matrix| x.exp())),
    );
}

// Factors that follow the shape.

#[test]
fn a_factor_is_recognised_as_what_it_is_of_the_inputs() {
    fn squares(x: &Matrix) -> f32 {
        x.as_vec().iter().map(|x| x * x).sum()
    }
    fn shape(x: &Matrix) -> (f32, f32) {
        (x.shape().0 as f32, x.shape().1 as f32)
    }
    let check = of_matrix(|x: Matrix| squares(&x) / shape(&x).0);
    let table: [Said<OfMatrix>; 8] = [
        ("summed", &["n times too large", "the first axis"], squares),
        (
            "a mean in a divisor",
            &[
                "n times too large",
                "in a divisor, for a mean where the sum is wanted",
            ],
            |x| {
                let all = squares(x);
                all * all / shape(x).0 / (all / shape(x).0)
            },
        ),
        (
            "divided twice",
            &["n times too small", "the first axis"],
            |x| squares(x) / shape(x).0 / shape(x).0,
        ),
        (
            "per feature too",
            &["n times too small", "the second axis"],
            |x| squares(x) / shape(x).0 / shape(x).1,
        ),
        (
            "with n - 1",
            &["n / (n - 1) times", "n - 1 where n is wanted"],
            |x| squares(x) / (shape(x).0 - 1.0),
        ),
        (
            "half of the sum",
            &["n times too large", "half as large"],
            |x| squares(x) / 2.0,
        ),
        ("root of n", &["root of n"], |x| {
            squares(x) / shape(x).0.sqrt()
        }),
        ("twice", &["twice what"], |x| 2.0 * squares(x) / shape(x).0),
    ];
    for (what, words, wrong) in table {
        fails(&check, what, "factor", words, || {
            offer(function(move |x: Matrix| wrong(&x)))
        });
    }
}

#[test]
fn a_sample_deviation_is_told_from_a_population_deviation() {
    let check = of_matrix(|x: Matrix| -> Vector { x.stddev::<_, Axis<0>>(0.0) });
    fails(
        &check,
        "with n - 1",
        "factor",
        &["root of n / (n - 1)"],
        || {
            offer(function(|x: Matrix| -> Vector {
                let n = x.shape().0 as f32;
                x.stddev::<_, Axis<0>>(0.0) * (n / (n - 1.0)).sqrt()
            }))
        },
    );
    fails(&check, "variance", "power", &["square of"], || {
        offer(function(|x: Matrix| -> Vector { x.var::<_, Axis<0>>() }))
    });
}

#[test]
fn a_factor_of_a_number_that_is_given_is_named() {
    let check = the_check(
        Reference::of("f", function(|x: Vector, rate: f32| x.sin() * rate))
            .inputs(["x", "rate"])
            .cases(10, |g, i| (g.vector(3 + i), g.number(0.1..0.8)))
            .sheet(1),
    );
    let words = ["`rate`"];
    fails(&check, "rate twice", "factor", &words, || {
        offer(function(|x: Vector, rate: f32| x.sin() * rate * rate))
    });
    fails(&check, "rate not used", "factor", &words, || {
        offer(function(|x: Vector, _: f32| x.sin()))
    });
    fails(
        &check,
        "one minus rate",
        "factor",
        &["1 - `rate` stands where `rate` is wanted"],
        || offer(function(|x: Vector, rate: f32| x.sin() * (1.0 - rate))),
    );
}

// Axes.

#[test]
fn transposed_results_of_any_rank_are_seen() {
    let check = the_check(
        Reference::of("f", function(|x: Cube| x))
            .inputs(["x"])
            .cases(8, |g, i| (g.tensor((2 + i % 3, 3 + i % 2, 4 + i)),))
            .sheet(1),
    );
    fails(&check, "last two", "transposed", &["Axes 1 and 2"], || {
        offer(function(|x: Cube| -> Cube {
            x.permute::<_, Axes3<0, 2, 1>>()
        }))
    });
    fails(
        &check,
        "turned",
        "transposed",
        &["the axes 1, 2, 0"],
        || {
            offer(function(|x: Cube| -> Cube {
                x.permute::<_, Axes3<1, 2, 0>>()
            }))
        },
    );
    let cubes = the_check(
        Reference::of("f", function(|x: Cube| x))
            .inputs(["x"])
            .cases(5, |g, i| (g.tensor((2 + i, 2 + i, 2 + i)),))
            .sheet(1),
    );
    fails(
        &cubes,
        "no other shape",
        "transposed",
        &["Axes 0 and 2"],
        || {
            offer(function(|x: Cube| -> Cube {
                x.permute::<_, Axes3<2, 1, 0>>()
            }))
        },
    );
    let fours = the_check(
        Reference::of("f", function(|x: Four| x))
            .inputs(["x"])
            .cases(5, |g, i| (g.tensor((2, 3 + i, 2 + i, 4)),))
            .sheet(1),
    );
    fails(
        &fours,
        "NHWC for NCHW",
        "transposed",
        &["the axes 0, 2, 3, 1"],
        || {
            offer(function(|x: Four| -> Four {
                x.permute::<_, Axes4<0, 2, 3, 1>>()
            }))
        },
    );
}

#[test]
fn a_reshape_in_place_of_a_permutation_and_a_missing_axis_are_seen() {
    let check = of_matrix(|x: Matrix| -> Matrix { x.permute::<_, Axes2<1, 0>>() });
    fails(&check, "reshaped", "reshaped", &["permuted"], || {
        offer(function(|x: Matrix| -> Matrix {
            let (rows, columns) = *x.shape();
            x.reshape_like(&(columns, rows))
        }))
    });
    let check = of_matrix(|x: Matrix| -> Vector { x.sum::<_, Axis<1>>() });
    fails(&check, "kept axis", "shape", &["length 1 too many"], || {
        offer(function(|x: Matrix| -> Matrix {
            let sums: Vector = x.sum::<_, Axis<1>>();
            let n = sums.shape().0;
            sums.reshape_like(&(n, 1))
        }))
    });
}

#[test]
fn operations_along_the_wrong_axis_are_seen_whatever_they_are() {
    fn spread(line: &[f32]) -> f32 {
        // Nothing that a list of operations would hold.
        let centre = mean_of(line);
        line.iter().map(|x| (x - centre).abs().sqrt()).sum()
    }
    fn turned(x: &Matrix) -> Matrix {
        let (rows, columns) = *x.shape();
        let x: Matrix = x.clone().permute::<_, Axes2<1, 0>>();
        device().tensor_from_vec(x.as_vec(), (columns, rows))
    }
    let check = of_matrix(|x: Matrix| vector(rows(&x).iter().map(|row| spread(row)).collect()));
    fails(&check, "a spread", "axis", &["wrong axis of `x`"], || {
        offer(function(|x: Matrix| {
            vector(rows(&turned(&x)).iter().map(|row| spread(row)).collect())
        }))
    });
    let check = of_matrix(|x: Matrix| -> Vector { x.var::<_, Axis<1>>() });
    fails(
        &check,
        "a variance",
        "axis",
        &["the variance of each column"],
        || offer(function(|x: Matrix| -> Vector { x.var::<_, Axis<0>>() })),
    );
    fails(
        &check,
        "of everything",
        "axis",
        &["all elements together"],
        || offer(function(|x: Matrix| -> f32 { x.var::<Rank0, _>().array() })),
    );
    let cubes = the_check(
        Reference::of("f", function(|x: Cube| -> Matrix { x.max::<_, Axis<2>>() }))
            .inputs(["x"])
            .cases(6, |g, i| (g.tensor((2 + i, 3 + i % 3, 4)),))
            .sheet(1),
    );
    fails(&cubes, "largest", "axis", &["axis 1", "axis 2"], || {
        offer(function(|x: Cube| -> Matrix { x.max::<_, Axis<1>>() }))
    });
}

// Order and rows.

#[test]
fn the_right_values_in_another_place_are_seen() {
    let check = of_vectors(|a, b| vector((a * b.sin()).as_vec()));
    let answer = |change: fn(Vec<f32>) -> Vec<f32>| {
        move || {
            offer(function(move |a: Vector, b: Vector| {
                vector(change((a * b.sin()).as_vec()))
            }))
        }
    };
    fails(
        &check,
        "reversed",
        "order",
        &["another order"],
        answer(|mut x| {
            x.reverse();
            x
        }),
    );
    fails(
        &check,
        "sorted",
        "order",
        &["another order"],
        answer(|mut x| {
            x.sort_by(f32::total_cmp);
            x
        }),
    );
    fails(
        &check,
        "one late",
        "shifted",
        &["off by one"],
        answer(|mut x| {
            x.rotate_right(1);
            x
        }),
    );
    fails(
        &check,
        "one early",
        "shifted",
        &["off by one"],
        answer(|mut x| {
            x.rotate_left(1);
            x
        }),
    );
    fails(
        &check,
        "last left out",
        "rows",
        &["last element", "zero"],
        answer(|mut x| {
            let last = x.len() - 1;
            x[last] = 0.0;
            x
        }),
    );
    fails(
        &check,
        "first left out",
        "rows",
        &["first element"],
        answer(|mut x| {
            x[0] = 7.0;
            x
        }),
    );
    fails(
        &check,
        "only the first",
        "rows",
        &["Only the first element"],
        answer(|mut x| {
            for x in &mut x[1..] {
                *x = 0.0;
            }
            x
        }),
    );
    fails(
        &check,
        "one for all",
        "constant",
        &["one number"],
        answer(|x| vec![mean_of(&x); x.len()]),
    );
}

#[test]
fn a_loop_that_starts_late_or_ends_early_is_seen_in_a_single_number() {
    fn over(rows: &[Vec<f32>], count: usize) -> f32 {
        let squares = rows.iter().map(|row| mean_of(row).powi(2)).sum::<f32>();
        squares / count as f32
    }
    let check = of_matrix(|x: Matrix| over(&rows(&x), x.shape().0));
    let table: [Said<OfRows>; 5] = [
        (
            "last left out",
            &["without the last row", "number of all"],
            |rows| over(&rows[..rows.len() - 1], rows.len()),
        ),
        ("last forgotten", &["without the last row"], |rows| {
            over(&rows[..rows.len() - 1], rows.len() - 1)
        }),
        ("first left out", &["without the first row"], |rows| {
            over(&rows[1..], rows.len())
        }),
        ("returned in the loop", &["only the first row"], |rows| {
            over(&rows[..1], 1)
        }),
        ("overwritten", &["only the last row"], |rows| {
            over(&rows[rows.len() - 1..], 1)
        }),
    ];
    for (what, words, wrong) in table {
        fails(&check, what, "rows", words, || {
            offer(function(move |x: Matrix| wrong(&rows(&x))))
        });
    }
}

// Inputs.

#[test]
fn inputs_that_are_not_used_or_used_as_each_other_are_named() {
    fn right(a: Vector, b: Vector, scale: f32) -> f32 {
        let products = a.sin() * b.clone() + b.square() * scale;
        products.mean::<Rank0, _>().array()
    }
    let check = the_check(
        Reference::of("f", function(right))
            .inputs(["a", "b", "scale"])
            .cases(12, |g, i| {
                (g.vector(3 + i), g.vector(3 + i), g.number(0.2..3.0))
            })
            .sheet(1),
    );
    type Wrong = fn(Vector, Vector, f32) -> f32;
    let table: [OfKind<Wrong>; 6] = [
        ("exchanged", "exchanged", &["`a` and `b`"], |a, b, scale| {
            right(b, a, scale)
        }),
        (
            "scale forgotten",
            "ignored",
            &["`scale` were 1"],
            |a, b, _| right(a, b, 1.0),
        ),
        (
            "term forgotten",
            "ignored",
            &["`scale` were 0"],
            |a, b, _| right(a, b, 0.0),
        ),
        ("a is one", "ignored", &["`a` were 1"], |a, b, scale| {
            right(a * 0.0 + 1.0, b, scale)
        }),
        ("minus a", "sign", &["minus `a`"], |a, b, scale| {
            right(-a, b, scale)
        }),
        (
            "a is never read",
            "ignored",
            &["with every other `a` that"],
            |_, b, scale| right(b.clone().cos() * 1.7, b, scale * scale),
        ),
    ];
    for (what, kind, words, wrong) in table {
        fails(&check, what, kind, words, || offer(function(wrong)));
    }
    fails(
        &check,
        "nothing is read",
        "ignored",
        &["in every case"],
        || offer(function(|_: Vector, _: Vector, _: f32| 0.25f32)),
    );
}

#[test]
fn an_input_added_once_too_often_is_named() {
    let check = of_vectors(|a, b| a.sin() * b);
    fails(&check, "plus a", "offset", &["too large by `a`"], || {
        offer(function(|a: Vector, b: Vector| a.clone().sin() * b + a))
    });
}

// Sizes.

#[test]
fn an_overflow_is_said_with_the_input_that_makes_it() {
    let check = the_check(
        Reference::of(
            "f",
            function(|a: Vector, b: Vector| {
                let largest = a.clone().max::<Rank0, _>().array();
                let sum = (a - largest).exp().sum::<Rank0, _>().array();
                largest + sum.ln() + b.sin().mean::<Rank0, _>().array()
            }),
        )
        .inputs(["a", "b"])
        .cases(10, |g, i| (g.vector(3 + i), g.vector(3 + i)))
        .case("large", |g| (g.vector(4) * 300.0, g.vector(4)))
        .sheet(1),
    );
    let start = || {
        offer(function(|a: Vector, b: Vector| {
            // What is infinite is set right again, and wrong.
            let sum = a.exp().sum::<Rank0, _>().array().min(1e30);
            sum.ln() + b.sin().mean::<Rank0, _>().array()
        }))
    };
    fails(&check, "no shift", "large", &["`a`", "overflows"], start);
    fails(&check, "no shift", "not_finite", &["`a`", "88"], || {
        offer(function(|a: Vector, b: Vector| {
            let sum = a.exp().sum::<Rank0, _>().array();
            sum.ln() + b.sin().mean::<Rank0, _>().array()
        }))
    });
}

#[test]
fn the_first_nan_is_said_with_its_place() {
    let check = of_matrix(|x| map(x, |x| x.abs().sqrt()));
    fails(
        &check,
        "root of a negative",
        "not_finite",
        &["NaN first at ["],
        || offer(function(|x: Matrix| x.sqrt())),
    );
}

// Calls that differ.

#[test]
fn chance_and_what_is_kept_from_call_to_call_are_told_apart() {
    let check = of_matrix(|x| x.sin());
    fails(&check, "a counter", "state", &["call to call"], || {
        let calls = Rc::new(Cell::new(0));
        offer(function(move |x: Matrix| {
            calls.set(calls.get() + 1);
            x.sin() + calls.get() as f32
        }))
    });
    fails(
        &check,
        "a result kept forever",
        "state",
        &["call to call"],
        || {
            let kept = Rc::new(Cell::new(None::<f32>));
            offer(function(move |x: Matrix| {
                let x = x.sin();
                let first = kept.get().unwrap_or(x.as_vec()[0]);
                kept.set(Some(first));
                x + first
            }))
        },
    );
    thread_local!(static CHANCE: Cell<f32> = const { Cell::new(0.0) });
    let chance = || {
        CHANCE.set((CHANCE.get() * 1.7 + 0.31).fract());
        CHANCE.get()
    };
    fails(
        &check,
        "noise",
        "nondeterministic",
        &["random numbers"],
        || offer(function(move |x: Matrix| x.sin() + chance())),
    );
}

#[test]
fn what_is_right_the_first_time_only_is_no_pass() {
    let check = of_matrix(|x| x.sin());
    let count = check.cases.len();
    fails(&check, "tired", "state", &["call to call"], || {
        let calls = Rc::new(Cell::new(0));
        offer(function(move |x: Matrix| {
            calls.set(calls.get() + 1);
            // Every program is right in its first calls, and wrong from then on.
            let wrong = if calls.get() > 1 && calls.get() <= count {
                0.0
            } else {
                0.5
            };
            if calls.get() == 1 {
                x.sin()
            } else {
                x.sin() + wrong
            }
        }))
    });
}

#[test]
fn a_mask_that_does_not_come_from_the_seed_is_no_pass() {
    fn with_mask(x: Vector, keep: impl FnMut(usize) -> bool) -> Vector {
        let mut keep = keep;
        let n = x.shape().0;
        let mask = (0..n).map(|at| if keep(at) { 2.0 } else { 0.0 }).collect();
        x * vector(mask)
    }
    let check = the_check(
        Reference::of(
            "f",
            function(|x: Vector, seed: u64| {
                let mut random = random(seed);
                with_mask(x, |_| random.r#gen::<f32>() < 0.5)
            }),
        )
        .inputs(["x", "seed"])
        .parts([("result", reference::statistics())])
        .cases(4, |g, i| (g.vector(2000 + 500 * i), g.seed()))
        .sheet(1),
    );
    let table: [Said<Mask>; 4] = [
        ("the first half", &["first half", "100 %"], |at, n| {
            at >= n / 2
        }),
        ("every other", &["the one before it"], |at, _| at % 2 == 0),
        ("pairs", &["before it"], |at, _| at % 4 < 2),
        ("blocks", &["before it"], |at, _| at / 50 % 2 == 0),
    ];
    for (what, words, keep) in table {
        fails(&check, what, "not_random", words, || {
            offer(function(move |x: Vector, _: u64| {
                let n = x.shape().0;
                with_mask(x, |at| keep(at, n))
            }))
        });
    }
    fails(
        &check,
        "of the thread",
        "nondeterministic",
        &["`seed`"],
        || {
            offer(function(|x: Vector, _: u64| {
                thread_local!(static NEXT: Cell<u64> = const { Cell::new(1) });
                NEXT.set(NEXT.get() + 1);
                let mut random = random(NEXT.get());
                with_mask(x, |_| random.r#gen::<f32>() < 0.5)
            }))
        },
    );
    crate::examine::passes(&check, "another generator", || {
        offer(function(|x: Vector, seed: u64| {
            let mut random = random(seed ^ 77);
            with_mask(x, |_| random.r#gen::<bool>())
        }))
    });
}

#[test]
fn a_result_that_depends_on_the_order_of_the_batch_is_seen() {
    let check = of_matrix(|x: Matrix| x.square().mean::<Rank0, _>().array());
    fails(
        &check,
        "weighted by position",
        "batch_order",
        &["order of the rows"],
        || {
            offer(function(|x: Matrix| {
                let rows = rows(&x);
                let weighted = rows.iter().zip(1..);
                weighted
                    .map(|(row, n)| n as f32 * mean_of(row).abs())
                    .sum::<f32>()
            }))
        },
    );
    let check = of_matrix(|x: Matrix| x.sin());
    fails(
        &check,
        "leaks to the next row",
        "batch_order",
        &["the other rows, or on its place among them"],
        || {
            offer(function(|x: Matrix| {
                let mut before = 0.0;
                let mixed = x.as_vec().into_iter().map(|x| {
                    before = 0.5 * before + x.sin();
                    before
                });
                device().tensor_from_vec(mixed.collect(), *x.shape())
            }))
        },
    );
}

#[test]
fn a_row_that_depends_on_its_place_alone_is_not_said_to_depend_on_the_others() {
    let check = of_matrix(|x: Matrix| x.sin());
    fails(
        &check,
        "a shift for each place",
        "batch_order",
        &["or on its place among them"],
        || {
            offer(function(|x: Matrix| {
                let columns = x.shape().1;
                let numbers = x.as_vec().into_iter().enumerate();
                let changed = numbers.map(|(at, x)| (x + (1 + at / columns) as f32).sin());
                device().tensor_from_vec(changed.collect(), *x.shape())
            }))
        },
    );
}

// Gradients.

fn losses() -> Check {
    fn right<T: Tape<f32, Dev>>(x: Vector<T>, y: Vector) -> Scalar<T> {
        (x - y).square().mean()
    }
    the_check(
        Reference::of("f", gradient(right))
            .inputs(["x", "y"])
            .cases(10, |g, i| (g.vector(3 + i), g.vector(3 + i)))
            .sheet(1),
    )
}

#[test]
fn a_gradient_that_left_the_tape_is_told_from_the_gradient_of_another_loss() {
    let check = losses();
    fails(
        &check,
        "half of it is not recorded",
        "gradient",
        &["The value is right", "half"],
        || {
            offer(gradient(
                |x: Vector<Recording>, y: Vector| -> Scalar<Recording> {
                    let constant = x.retaped::<NoneTape>();
                    let difference = x - y.clone();
                    (difference * (constant - y)).mean()
                },
            ))
        },
    );
    fails(
        &check,
        "some of it is not recorded",
        "gradient",
        &["When `x`", "your gradient says"],
        || {
            offer(gradient(
                |x: Vector<Recording>, y: Vector| -> Scalar<Recording> {
                    // (x - y)² = x² - 2 x y + y², with x taken from the tape in the second term.
                    let constant = x.retaped::<NoneTape>();
                    let rest = y.clone().square() - constant * y * 2.0;
                    (x.square() + rest).mean()
                },
            ))
        },
    );
    fails(
        &check,
        "nothing is recorded",
        "gradient",
        &["zero everywhere"],
        || {
            offer(gradient(
                |x: Vector<Recording>, y: Vector| -> Scalar<Recording> {
                    let constant = x.retaped::<NoneTape>();
                    (x * 0.0 + constant - y)
                        .retaped::<NoneTape>()
                        .retaped::<Recording>()
                        .square()
                        .mean()
                },
            ))
        },
    );
    fails(
        &check,
        "another loss",
        "another_function",
        &["the tape is whole"],
        || {
            offer(gradient(
                |x: Vector<Recording>, y: Vector| -> Scalar<Recording> {
                    (x - y).square().sqrt().mean()
                },
            ))
        },
    );
    fails(
        &check,
        "another loss, and not recorded",
        "gradient",
        &["is wrong, and its gradient"],
        || {
            offer(gradient(
                |x: Vector<Recording>, y: Vector| -> Scalar<Recording> {
                    let constant = x.retaped::<NoneTape>();
                    let cosines = constant.cos();
                    ((x - y).abs() * cosines).mean()
                },
            ))
        },
    );
}

#[test]
fn a_wrong_value_with_a_gradient_that_is_right_for_some_inputs_is_a_term_without_them() {
    type Input = Vector<Recording>;
    let right = |x: Input, w: Input, b: Input| x.sin() + w.square() + b * 0.0;
    let check = the_check(
        Reference::of("f", gradient(right))
            .inputs(["x", "w", "b"])
            .cases(10, |g, i| {
                (g.vector(3 + i), g.vector(3 + i), g.vector(3 + i))
            })
            .sheet(1),
    );
    let said = "For `x` and `w` the gradient is right in every case, so what is missing or too much is a term without `x` and \
                `w`.";
    fails(&check, "a term of b", "another_function", &[said], || {
        offer(gradient(|x: Input, w: Input, b: Input| {
            x.sin() + w.square() + b.cos()
        }))
    });
    // `b` has no gradient, and its zeros say nothing; `x` is in what differs in one case.
    let start = || {
        offer(gradient(|x: Input, w: Input, b: Input| {
            let small = if x.shape().0 == 5 { 1.1 } else { 1.0 };
            (x * small).sin() + w.exp() + b * 0.0
        }))
    };
    let message = examine(&check, start).diagnosis.expect("it fails").message;
    assert!(!message.contains("a term without"), "{message}");
}

#[test]
fn what_was_only_lent_is_not_held_against_the_slope() {
    let right = |x: Vector<Recording>, h: Vector<Recording>| (x.tanh() + h.exp()).tanh();
    let check = the_check(
        Reference::of("f", gradient(right))
            .inputs(["x", "h"])
            .cases(10, |g, i| (g.vector(3 + i), g.vector(3 + i)))
            .sheet(1),
    );
    // `h` has an effect on the value, and its gradient is one of zeros because nothing before it would learn.
    fails(
        &check,
        "another function, with h lent",
        "another_function",
        &["but for the tape of `h`"],
        || {
            offer(gradient(|x: Vector<Recording>, h: Vector<Recording>| {
                (x + h.with_empty_tape().sin()).cos()
            }))
        },
    );
    fails(
        &check,
        "another function, with nothing lent",
        "another_function",
        &["the tape is whole"],
        || {
            offer(gradient(|x: Vector<Recording>, h: Vector<Recording>| {
                (x + h.sin()).cos()
            }))
        },
    );
    // Something else has left the tape as well.
    fails(
        &check,
        "another function, with h lent and half of x not recorded",
        "gradient",
        &["its gradient is not the gradient of it either", "`x`"],
        || {
            offer(gradient(|x: Vector<Recording>, h: Vector<Recording>| {
                let constant = x.retaped::<NoneTape>();
                (x.sin() + h.with_empty_tape().sin()) * constant.cos()
            }))
        },
    );
}

#[test]
fn the_gradient_of_many_numbers_is_held_against_the_slope_of_their_sum() {
    let check = the_check(
        Reference::of("f", gradient(|x: Vector<Recording>| x.square()))
            .inputs(["x"])
            .cases(10, |g, i| (g.vector(3 + i),))
            .sheet(1),
    );
    fails(
        &check,
        "another function, all of it recorded",
        "another_function",
        &["the tape is whole"],
        || offer(gradient(|x: Vector<Recording>| x.sin() * 3.0)),
    );
    fails(
        &check,
        "another function, half of it recorded",
        "gradient",
        &["is wrong, and its gradient"],
        || {
            offer(gradient(|x: Vector<Recording>| {
                let constant = x.retaped::<NoneTape>();
                x.sin() * constant.cos()
            }))
        },
    );
}

// What nothing explains.

#[test]
fn no_pattern_is_claimed_of_functions_that_follow_none() {
    let check = of_matrix(|x| x.sin() + 0.3);
    let table: [Named<OfNumber>; 8] = [
        ("cosine", |x| (2.0 * x).cos() + 1.3),
        ("bent", |x| x.sin() + 0.3 + 0.1 * x * x),
        ("cubed", |x| (x + 0.2).powi(3) + 0.7),
        ("sharper", |x| (1.7 * x).sin() + 0.41),
        ("bell", |x| (-x * x).exp() - 0.2),
        ("wave", |x| x.sin() * (3.0 * x).cos() + 0.3),
        ("fraction", |x| (x - 0.4) / (1.0 + x * x)),
        ("root", |x| (x * x + 0.7).sqrt() - 0.9),
    ];
    for (what, wrong) in table {
        fails(&check, what, "values", &["is off in"], || {
            offer(function(move |x: Matrix| map(x, wrong)))
        });
    }
    let check = of_matrix(|x: Matrix| x.square().mean::<Rank0, _>().array());
    let table: [Named<OfLine>; 6] = [
        ("absolute", |x| {
            mean_of(&x.iter().map(|x| x.abs()).collect::<Vec<_>>())
        }),
        ("fourth power", |x| {
            mean_of(&x.iter().map(|x| x.powi(4)).collect::<Vec<_>>())
        }),
        ("largest", |x| {
            x.iter().fold(0.0, |most: f32, x| most.max(x.abs()))
        }),
        ("of the mean", |x| mean_of(x).powi(2) + 0.1),
        ("smooth", |x| {
            mean_of(&x.iter().map(|x| x.cosh().ln()).collect::<Vec<_>>())
        }),
        ("variance", |x| {
            let mean = mean_of(x);
            mean_of(&x.iter().map(|x| (x - mean).powi(2)).collect::<Vec<_>>())
        }),
    ];
    for (what, wrong) in table {
        fails(&check, what, "values", &["is expected"], || {
            offer(function(move |x: Matrix| wrong(&x.as_vec())))
        });
    }
}

#[test]
fn a_factor_of_one_in_a_thousand_is_rejected_at_every_size() {
    let check = the_check(
        Reference::of(
            "f",
            function(|x: Vector| x.square().mean::<Rank0, _>().array()),
        )
        .inputs(["x"])
        .cases(8, |g, i| (g.vector(1 << (2 * i)),))
        .case("large", |g| (g.vector(9) * 5000.0,))
        .sheet(1),
    );
    for factor in [1.001f32, 0.999] {
        for case in 0..check.cases.len() {
            let mut one = check.clone();
            one.cases = vec![check.cases[case].clone()];
            one.variations.clear();
            let outcome = crate::examine::examine(&one, || {
                offer(function(move |x: Vector| {
                    factor * x.square().mean::<Rank0, _>().array()
                }))
            });
            assert_eq!(
                outcome.failed, 1,
                "case {case} forgives a factor of {factor}"
            );
        }
    }
}

#[test]
fn a_factor_of_one_in_a_thousand_is_seen_far_from_zero() {
    fn standardized(x: Matrix) -> Matrix {
        let mean: Vector = x.clone().mean::<_, Axis<0>>();
        let deviation: Vector = x.clone().stddev::<_, Axis<0>>(0.0);
        let centred = x.clone() - mean.broadcast_like::<_, Axis<0>>(&x);
        centred / deviation.broadcast_like::<_, Axis<0>>(&x)
    }
    let check = the_check(
        Reference::of("f", function(standardized))
            .inputs(["x"])
            .cases(5, |g, i| (g.matrix(20 + i, 2) * 500.0 + 4200.0,))
            .sheet(1),
    );
    let outcome = crate::examine::examine(&check, || {
        offer(function(|x: Matrix| standardized(x) * 1.001))
    });
    assert_eq!(outcome.failed, 5);
}
