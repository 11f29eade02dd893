//! A gradient that is not that of the value.

use gradlings::handler::Handler;
use gradlings::prelude::*;
use gradlings::sheet::{Answer, Lent};

use super::families::Family;
use crate::examine::the_check;
use crate::support::{Random, Sheet, number, returned};

type Ids = &'static [&'static str];
type OfNumber = fn(f32) -> f32;

/// Eight cases of a square and its gradient.
fn sheet(value: fn(f32) -> f32, yours: fn(f32) -> f32) -> Sheet {
    let mut random = Random(3);
    (0..8).fold(Sheet::gradient(), |sheet, _| {
        let x = random.normal() as f32;
        let right = vec![number(x * x), number(2.0 * x)];
        let answer = returned([number(value(x)), number(yours(x))]);
        sheet.case_of(vec![number(x)], right, answer)
    })
}

fn under_a_right_value() -> Family {
    let square: fn(f32) -> f32 = |x| x * x;
    let table: [(Ids, OfNumber); 8] = [
        (&["gradient.zero", "subject.gradient"], |_| 0.0),
        (&["gradient.sign"], |x| -2.0 * x),
        (&["gradient.twice"], |x| 4.0 * x),
        (&["gradient.half"], |x| x),
        (&["gradient.times"], |x| 6.0 * x),
        (&["gradient.another"], f32::cos),
        (&["gradient.another"], |x| 4.0 * x + 0.1),
        (&[], |x| 2.0 * x),
    ];
    let family = Family::of("a gradient under a right value");
    let family = table.iter().fold(family, |family, (ids, yours)| {
        family.sheet(ids, &sheet(square, *yours))
    });
    let lent = |cases: usize| {
        let mut sheet = sheet(square, |_| 0.0);
        for judged in sheet.answers.iter_mut().take(cases) {
            if let Answer::Returned(returned) = &mut judged.answer {
                returned.lent = vec![Lent { part: 1, tensor: 0 }];
            }
        }
        sheet
    };
    family
        .sheet(&["gradient.lent"], &lent(8))
        // In one case its own tape was there.
        .sheet(&["gradient.zero"], &lent(7))
        // The value is wrong first.
        .sheet(&["factor.twice"], &sheet(|x| 2.0 * x * x, |x| 4.0 * x))
}

fn offer<H: Handler + 'static>(handler: H) -> Exercise {
    Exercise::new().offer("f", handler)
}

fn measured() -> Family {
    fn right<T: Tape<f32, Dev>>(x: Vector<T>, y: Vector) -> Scalar<T> {
        (x - y).square().mean()
    }
    let check = the_check(
        Reference::of("f", gradient(right))
            .inputs(["x", "y"])
            .cases(10, |g, i| (g.vector(3 + i), g.vector(3 + i)))
            .sheet(1),
    );
    type Wrong = fn(Vector<Recording>, Vector) -> Scalar<Recording>;
    const UNRECORDED: [&str; 2] = ["gradient.measured", "gradient.not_recorded"];
    let table: [(Ids, Wrong); 4] = [
        (&["gradient.half", UNRECORDED[0], UNRECORDED[1]], |x, y| {
            let constant = x.retaped::<NoneTape>();
            let difference = x - y.clone();
            (difference * (constant - y)).mean()
        }),
        (
            &[
                "gradient.another",
                "subject.element_at",
                UNRECORDED[0],
                UNRECORDED[1],
            ],
            |x, y| {
                // (x - y)² = x² - 2 x y + y², with x taken from the tape in the second term.
                let constant = x.retaped::<NoneTape>();
                let rest = y.clone().square() - constant * y * 2.0;
                (x.square() + rest).mean()
            },
        ),
        (&["gradient.another_function"], |x, y| {
            (x - y).square().sqrt().mean()
        }),
        (
            &["gradient.of_neither", UNRECORDED[0], UNRECORDED[1]],
            |x, y| {
                let cosines = x.retaped::<NoneTape>().cos();
                ((x - y).abs() * cosines).mean()
            },
        ),
    ];
    table.iter().fold(
        Family::of("a gradient beside the slope"),
        |family, (ids, wrong)| family.function(ids, &check, || offer(gradient(*wrong))),
    )
}

fn with_an_input_that_is_lent() -> Family {
    let right = |x: Vector<Recording>, h: Vector<Recording>| (x.tanh() + h.exp()).tanh();
    let check = the_check(
        Reference::of("f", gradient(right))
            .inputs(["x", "h"])
            .cases(10, |g, i| (g.vector(3 + i), g.vector(3 + i)))
            .sheet(1),
    );
    type Wrong = fn(Vector<Recording>, Vector<Recording>) -> Vector<Recording>;
    let table: [(Ids, Wrong); 2] = [
        (&["gradient.another_function_lent"], |x, h| {
            (x + h.with_empty_tape().sin()).cos()
        }),
        (&["gradient.another_function"], |x, h| (x + h.sin()).cos()),
    ];
    let family = Family::of("another function, of which an input is lent");
    table.iter().fold(family, |family, (ids, wrong)| {
        family.function(ids, &check, || offer(gradient(*wrong)))
    })
}

fn with_a_term_too_much() -> Family {
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
    type Wrong = fn(Input, Input, Input) -> Input;
    let table: [(Ids, Wrong); 2] = [
        (
            &["gradient.another_function", "gradient.term_without"],
            |x, w, b| x.sin() + w.square() + b.cos(),
        ),
        // `b` has no gradient, and its zeros say nothing; `x` is in what differs in one case.
        (&["gradient.another_function"], |x, w, b| {
            let small = if x.shape().0 == 5 { 1.1 } else { 1.0 };
            (x * small).sin() + w.exp() + b * 0.0
        }),
    ];
    let family = Family::of("another function by a term");
    table.iter().fold(family, |family, (ids, wrong)| {
        family.function(ids, &check, || offer(gradient(*wrong)))
    })
}

pub fn families() -> Vec<Family> {
    vec![
        under_a_right_value(),
        measured(),
        with_an_input_that_is_lent(),
        with_a_term_too_much(),
    ]
}
