//! Named mistakes behind real handlers: those that only the reference can judge, and those that cannot be told apart.

use gradlings::prelude::*;
use gradlings::runner::judge::{answers_of_mistake, judge, mistakes_alike};
use gradlings::runner::outcome::CheckState;
use gradlings::sheet::{Answer, Check};

use crate::examine::the_check;

fn sorted(x: Vec<f32>, by: impl Fn(&f32, &f32) -> std::cmp::Ordering) -> Vec<f32> {
    let mut x = x;
    x.sort_by(by);
    x
}

/// Any order that rises in absolute value is right, so only the reference can tell.
fn rising() -> Check {
    let by_size = |x: Vec<f32>| sorted(x, |a, b| a.abs().total_cmp(&b.abs()));
    let falling = |x: Vec<f32>| sorted(x, |a, b| b.abs().total_cmp(&a.abs()));
    let by_value = |x: Vec<f32>| sorted(x, f32::total_cmp);
    let shortened = |x: Vec<f32>| x[..x.len() - 1].to_vec();
    the_check(
        Reference::of("f", function(by_size))
            .inputs(["x"])
            .parts([("result", property())])
            .inspect(|inputs, parts| {
                let (Value::Numbers(x), Value::Numbers(y)) = (&inputs[0], &parts[0]) else {
                    return Some("Numbers are expected.".to_owned());
                };
                if x.data().len() != y.data().len() {
                    return Some(format!("There are {} numbers.", y.data().len()));
                }
                let falls = y
                    .data()
                    .windows(2)
                    .filter(|pair| pair[0].abs() > pair[1].abs());
                let falls = falls.count();
                (falls > 0).then(|| format!("The sizes fall {falls} times."))
            })
            .cases(6, |g, i| (g.numbers(5 + i),))
            .mistake(
                "falling",
                "You sorted the wrong way round.",
                function(falling),
            )
            .mistake("by value", "You sorted by value.", function(by_value))
            .mistake("shortened", "You lost one.", function(shortened))
            .sheet(3),
    )
}

#[test]
fn a_mistake_is_not_claimed_of_who_is_right_wherever_else_it_goes_wrong() {
    let check = the_check(
        Reference::of("f", function(|x: Vec<f32>| x))
            .inputs(["x"])
            .cases(8, |g, i| (g.numbers(9 + i),))
            .wrong("sizes", "You took the sizes alone.", |x| {
                x.into_iter().map(f32::abs).collect()
            })
            .sheet(5),
    );
    // As the mistake in so many cases, and right in the others.
    for (made, named) in [(8, true), (7, false), (4, false), (1, false)] {
        let mut answers = answers_of_mistake(&check, 0);
        for judged in &mut answers[made..] {
            let right = check.cases[judged.case].right.clone();
            judged.answer = Answer::Returned(right);
        }
        let outcome = judge(&check, &answers);
        assert_eq!(outcome.state, CheckState::Failed);
        let id = outcome.diagnosis.and_then(|diagnosis| diagnosis.id);
        assert_eq!(id.is_some(), named, "{made} of 8");
    }
}

#[test]
fn whoever_looks_out_for_what_a_mistake_panics_at_may_have_made_it_and_is_not_told_so_for_one_case()
{
    let check = the_check(
        Reference::of("f", function(|x: Vec<f32>| x))
            .inputs(["x"])
            .cases(8, |g, i| (g.numbers(9 + i),))
            .wrong("sizes", "You took the sizes alone.", |x| {
                x.into_iter().map(f32::abs).collect()
            })
            .sheet(5),
    );
    for (panics, named) in [(2, true), (7, false)] {
        let mut check = check.clone();
        let mut answers = answers_of_mistake(&check, 0);
        for (case, judged) in check.cases.iter_mut().zip(&mut answers).take(panics) {
            judged.answer = Answer::Returned(case.right.clone());
            case.wrong = vec![Answer::Panicked {
                message: String::new(),
                place: None,
            }];
        }
        let outcome = judge(&check, &answers);
        let id = outcome.diagnosis.and_then(|diagnosis| diagnosis.id);
        assert_eq!(id.is_some(), named, "{panics} of 8");
    }
}

#[test]
fn mistakes_that_only_the_reference_can_judge_are_rejected_and_named() {
    let check = rising();
    for (number, mistake) in check.mistakes.iter().enumerate() {
        let outcome = judge(&check, &answers_of_mistake(&check, number));
        assert_eq!(outcome.state, CheckState::Failed, "{}", mistake.id);
        let id = outcome.diagnosis.and_then(|diagnosis| diagnosis.id);
        assert_eq!(id.as_deref(), Some(mistake.id.as_str()));
    }
    assert_eq!(mistakes_alike(&check), []);
}

fn squares(scale: fn(Vector) -> f32, other: fn(Vector) -> f32) -> Check {
    fn right(x: Vector) -> f32 {
        x.square().sum::<Rank0, _>().array()
    }
    the_check(
        Reference::of("f", function(right))
            .inputs(["x"])
            .cases(6, |g, _| (g.vector(4),))
            .mistake("one", "You did one.", function(scale))
            .mistake("other", "You did the other.", function(other))
            .sheet(0),
    )
}

#[test]
fn two_mistakes_that_no_case_tells_apart_are_found() {
    // Every vector has four elements, so half of the sum is twice the mean.
    let check = squares(
        |x| x.square().sum::<Rank0, _>().array() / 2.0,
        |x| x.square().mean::<Rank0, _>().array() * 2.0,
    );
    assert_eq!(
        mistakes_alike(&check),
        [("one".to_owned(), "other".to_owned())]
    );
    let check = squares(
        |x| x.square().sum::<Rank0, _>().array() / 2.0,
        |x| x.square().mean::<Rank0, _>().array(),
    );
    assert_eq!(mistakes_alike(&check), []);
}

/// A training whose end is free: it only has to tell the first class.
fn reaching() -> Check {
    fn run(rate: f32, steps: usize) -> Matrix {
        let mut logit = -3.0_f32;
        for step in 0..steps {
            let error = 1.0 / (1.0 + logit.exp());
            report::metric("loss", step, error);
            logit += rate * error;
        }
        device().tensor_from_vec(vec![logit, 0.0], (1, 2))
    }
    the_check(
        Reference::of("train", training(|steps: usize| run(1.0, steps)))
            .inputs(["steps"])
            .parts([("logits", accuracy(&[0], 1.0))])
            .series("loss")
            .is_reported()
            .case("ten steps", |_| (10,))
            .wrong(
                "slow",
                "Your rate is a hundredth of the right one.",
                |steps| run(0.01, steps),
            )
            .wrong("short", "You stop after a fifth of the steps.", |steps| {
                run(1.0, steps / 5)
            })
            .sheet(0),
    )
}

#[test]
fn a_training_whose_end_is_free_is_told_a_mistake_only_where_it_goes_its_way() {
    type Points = Vec<(u64, f32)>;
    let check = reaching();
    let change = |mistake: usize, change: &dyn Fn(&mut Points)| {
        let mut answers = answers_of_mistake(&check, mistake);
        if let Answer::Returned(returned) = &mut answers[0].answer {
            change(&mut returned.curves[0].points);
        }
        let outcome = judge(&check, &answers);
        assert_eq!(outcome.state, CheckState::Failed);
        outcome.diagnosis.and_then(|diagnosis| diagnosis.id)
    };
    assert_eq!(change(0, &|_| ()).as_deref(), Some("slow"));
    assert_eq!(change(1, &|_| ()).as_deref(), Some("short"));
    // What rounding makes of it on the way is the same way.
    let rounded = |points: &mut Points| points[9].1 *= 1.001;
    assert_eq!(change(0, &rounded).as_deref(), Some("slow"));
    // It also ends badly, and does something else.
    let elsewhere = |points: &mut Points| points[3].1 *= 0.5;
    assert_eq!(change(0, &elsewhere), None);
    let shorter = |points: &mut Points| points.truncate(8);
    assert_eq!(change(0, &shorter), None);
}

/// A training whose end and whose curve are fixed.
fn halving() -> Check {
    fn run(steps: usize, first: usize, last: usize) -> f32 {
        for step in 0..=last {
            report::metric("loss", step + first, 0.5_f32.powi(step as i32));
        }
        0.5_f32.powi(steps as i32)
    }
    the_check(
        Reference::of("train", training(|steps: usize| run(steps, 0, steps)))
            .inputs(["steps"])
            .parts([("weight", close())])
            .series("loss")
            .follows(0.001)
            .cases(3, |_, i| (4 + i,))
            .wrong("from 1", "You counted from 1.", |steps| {
                run(steps, 1, steps)
            })
            .wrong("one more", "You took one step more.", |steps| {
                run(steps, 0, steps + 1)
            })
            .sheet(0),
    )
}

#[test]
fn a_mistake_that_shows_in_a_fixed_curve_alone_is_told_only_where_the_curve_is_its_own() {
    type Points = Vec<(u64, f32)>;
    let check = halving();
    let said = |mistake: usize, change: &dyn Fn(&mut Points)| {
        let mut answers = answers_of_mistake(&check, mistake);
        for judged in &mut answers {
            if let Answer::Returned(returned) = &mut judged.answer {
                change(&mut returned.curves[0].points);
            }
        }
        let outcome = judge(&check, &answers);
        assert_eq!(outcome.state, CheckState::Failed);
        outcome.diagnosis.and_then(|diagnosis| diagnosis.id)
    };
    assert_eq!(said(0, &|_| ()).as_deref(), Some("from 1"));
    assert_eq!(said(1, &|_| ()).as_deref(), Some("one more"));
    let rounded = |points: &mut Points| points[2].1 *= 1.0001;
    assert_eq!(said(0, &rounded).as_deref(), Some("from 1"));
    // The right weight, and something else that is wrong with the curve.
    let of_roots = |points: &mut Points| {
        for (step, value) in points {
            *step -= 1;
            *value = value.sqrt();
        }
    };
    assert_eq!(said(0, &of_roots), None);
    let from_2 = |points: &mut Points| points.iter_mut().for_each(|point| point.0 += 1);
    assert_eq!(said(0, &from_2), None);
    let one_less = |points: &mut Points| points.truncate(points.len() - 2);
    assert_eq!(said(1, &one_less), None);
}
