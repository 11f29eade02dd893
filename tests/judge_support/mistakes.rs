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
    for (made, named) in [(8, true), (4, true), (3, false), (1, false)] {
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
