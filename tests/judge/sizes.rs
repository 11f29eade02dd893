//! Functions that are right for small inputs only, and functions that look so: their answers agree where nearly any does, in
//! cases of nothing, of zeros, of one row or one step. What is said of these must not be taken from there.

use gradlings::prelude::*;
use gradlings::sheet::Check;

use crate::examine::{examine, fails, the_check};

type Rows = Vec<Vec<f32>>;

/// What is done differently in the steps over the batches.
#[derive(Clone, Copy, Default)]
struct Slips {
    without_x: bool,
    accumulated: bool,
}

/// The line after each step, as rows of slope and bias.
fn stepped(slips: Slips, points: &Rows, batch: usize, rate: f32, line: (f32, f32)) -> Rows {
    let ((mut slope, mut bias), mut of_slope, mut of_bias) = (line, 0.0, 0.0);
    let step = |some: &[Vec<f32>]| {
        if !slips.accumulated {
            (of_slope, of_bias) = (0.0, 0.0);
        }
        for point in some {
            let error = slope * point[0] + bias - point[1];
            of_slope += error * if slips.without_x { 1.0 } else { point[0] };
            of_bias += error;
        }
        let pace = 2.0 * rate / some.len() as f32;
        (slope, bias) = (slope - pace * of_slope, bias - pace * of_bias);
        vec![slope, bias]
    };
    points.chunks(batch).map(step).collect()
}

fn points(g: &mut Generator, n: usize) -> Rows {
    let (slope, bias) = (g.number(1.0..3.0), g.number(-2.0..-1.0));
    let mut point = |at: usize| {
        let x = -1.5 + 3.5 * ((7 * at) % n) as f32 / n as f32 + g.number(0.0..0.2);
        vec![x, slope * x + bias + g.number(-1.0..1.0)]
    };
    (0..n).map(&mut point).collect()
}

fn epoch(points: Rows, batch: usize, rate: f32, slope: f32, bias: f32) -> Rows {
    stepped(Slips::default(), &points, batch, rate, (slope, bias))
}

fn without_x(points: Rows, batch: usize, rate: f32, slope: f32, bias: f32) -> Rows {
    let slips = Slips {
        without_x: true,
        ..Slips::default()
    };
    stepped(slips, &points, batch, rate, (slope, bias))
}

fn accumulated(points: Rows, batch: usize, rate: f32, slope: f32, bias: f32) -> Rows {
    let slips = Slips {
        accumulated: true,
        ..Slips::default()
    };
    stepped(slips, &points, batch, rate, (slope, bias))
}

/// How many examples of each class were called each class.
fn counts(labels: Vec<usize>, said: Vec<usize>, classes: usize) -> Rows {
    let mut matrix = vec![vec![0.0; classes]; classes];
    for (label, said) in labels.into_iter().zip(said) {
        matrix[label][said] += 1.0;
    }
    matrix
}

fn shares(labels: Vec<usize>, said: Vec<usize>, classes: usize) -> Rows {
    let all = labels.len().max(1) as f32;
    let mut matrix = counts(labels, said, classes);
    matrix.iter_mut().flatten().for_each(|count| *count /= all);
    matrix
}

/// No size, and no end of a loop, is blamed.
#[track_caller]
fn is_quiet(check: &Check, what: &str, start: impl Fn() -> Exercise) {
    let outcome = examine(check, start);
    let said = outcome.diagnosis.unwrap_or_else(|| panic!("{what} passes"));
    println!("{what}: [{}] {}", said.kind.word(), said.message);
    assert_ne!(said.kind.word(), "large", "{what}: {}", said.message);
    for claim in ["overflow", "small", "first round"] {
        assert!(!said.message.contains(claim), "{what}: {}", said.message);
    }
}

#[test]
fn steps_that_are_right_where_any_step_is_are_not_blamed_on_a_size_or_the_end_of_a_loop() {
    let one = |n, batch| {
        move |g: &mut Generator| {
            let (rate, slope) = (g.number(0.05..0.2), g.number(-1.0..0.5));
            let bias = g.number(0.5..1.0);
            (points(g, n), batch, rate, slope, bias)
        }
    };
    for seed in 0..20 {
        let check = the_check(
            Reference::of("f", function(epoch))
                .inputs(["points", "batch", "rate", "slope", "bias"])
                .parts([("path", within(1e-5, 1e-5))])
                .case("no points", |_| (vec![], 3, 0.1, 1.0, -0.5))
                .case("a point that is on the line already", |_| {
                    (vec![vec![2.0, 1.0], vec![1.0, 1.0]], 1, 0.1, 1.0, -1.0)
                })
                .case("one point", one(1, 1))
                .case("all points in one batch", one(6, 6))
                .case("batches that come out even", one(6, 3))
                .cases(12, move |g, i| one(5 + 3 * i, 2 + i % 4)(g))
                .sheet(seed),
        );
        is_quiet(&check, "x left out", || offer(function(without_x)));
        is_quiet(&check, "accumulated", || offer(function(accumulated)));
    }
}

#[test]
fn shares_that_are_counts_where_there_is_one_example_are_not_blamed_on_a_size() {
    for seed in 0..20 {
        let examples = |n: usize, classes: usize| {
            move |g: &mut Generator| {
                let mut all = || Vec::from_iter((0..n).map(|_| g.integer(0..classes)));
                (all(), all(), classes)
            }
        };
        let check = the_check(
            Reference::of("f", function(counts))
                .inputs(["labels", "predictions", "classes"])
                .case("no examples", examples(0, 3))
                .case("one example", examples(1, 2))
                .case("one class", examples(1, 1))
                .case("one example of four", examples(1, 4))
                .cases(12, move |g, i| examples(3 + 4 * i, 2 + i % 4)(g))
                .sheet(seed),
        );
        is_quiet(&check, "shares", || offer(function(shares)));
    }
}

fn offer<H: gradlings::handler::Handler + 'static>(handler: H) -> Exercise {
    Exercise::new().offer("f", handler)
}

#[test]
fn what_holds_only_for_few_elements_is_seen() {
    fn sum_of(x: Rows, most: usize) -> f32 {
        x.iter().flatten().take(most).map(|x| x * x).sum()
    }
    let check = |odd: bool| {
        let reference = Reference::of("f", function(|x: Rows| sum_of(x, usize::MAX)));
        let cases = reference
            .inputs(["x"])
            .cases(12, |g, i| (g.rows(1 + i, 2 + i % 4),));
        the_check(match odd {
            true => cases.case("small", |_| (vec![vec![7.0, 9.0]],)).sheet(7),
            false => cases.sheet(7),
        })
    };
    let few = "up to 20 input elements, and wrong in every case of 28 or more";
    fails(&check(false), "twenty", "large", &[few], || {
        offer(function(|x: Rows| sum_of(x, 20)))
    });
    // One small case that is wrong as well, and it is no border any more.
    fails(&check(true), "twenty, but for one", "values", &[], || {
        offer(function(|x: Rows| match x[0][0] == 7.0 {
            true => 1.0,
            false => sum_of(x, 20),
        }))
    });
    // A border, but one of the wrong cases cut down to two rows is wrong too.
    fails(&check(false), "two long rows", "values", &[], || {
        offer(function(|x: Rows| {
            let is_wrong = x.len() * x[0].len() > 20 || (x.len() == 2 && x[0].len() > 4);
            sum_of(x, usize::MAX) + if is_wrong { 0.37 } else { 0.0 }
        }))
    });
}

#[test]
fn what_holds_only_for_small_numbers_is_seen() {
    let check = the_check(
        Reference::of("f", function(f32::sqrt))
            .inputs(["x"])
            .cases(12, |g, i| {
                (1.0 + (i * 5 % 12) as f32 + g.number(-0.05..0.05),)
            })
            .sheet(2),
    );
    let words = &["something holds only for small numbers"];
    fails(&check, "a line", "large", words, || {
        offer(function(|x: f32| match x < 7.5 {
            true => x.sqrt(),
            false => 2.0 + x / 8.0,
        }))
    });
}
