//! How `ellipse` is checked.

use gradlings::prelude::*;

#[path = "../../solutions/02_simulating/ellipse.rs"]
#[expect(dead_code, reason = "a check has a `main` of its own")]
mod solution;

use solution::ellipse;

/// The share of the darts inside, times `by`.
fn scaled(by: f32, a: f32, b: f32, throws: usize, seed: u64) -> f32 {
    let mut random = random(seed);
    let mut inside = 0;
    for thrown in 1..=throws {
        let (x, y) = (random.gen_range(-a..a), random.gen_range(-b..b));
        inside += usize::from((x / a).powi(2) + (y / b).powi(2) <= 1.0);
        if thrown % 500 == 0 {
            report::metric("estimate", thrown, by * inside as f32 / thrown as f32);
        }
    }
    by * inside as f32 / throws as f32
}

/// From narrow to wide, and never nearly a circle.
fn half_axes(g: &mut Generator, i: usize) -> (f32, f32) {
    let a = g.number(1.2..2.0) + i as f32;
    (a, a * g.number(1.3..1.7))
}

fn main() {
    // The estimates of two programs with 20,000 darts each differ by half a percent, give or take.
    Reference::of("ellipse", training(ellipse))
        .inputs(["a", "b", "throws", "seed"])
        .parts([("area", within(0.0, 0.04))])
        .series("estimate").is_reported()
        .cases(4, |g, i| {
            let (a, b) = half_axes(g, i);
            (a, b, 20_000 + 5_000 * i, g.seed())
        })
        .wrong(
            "share",
            "You returned the share of the darts inside; multiply it by the area of the rectangle.",
            |a, b, throws, seed| scaled(1.0, a, b, throws, seed),
        )
        .wrong(
            "quarter",
            "You took `a * b` for the area of the rectangle; it reaches from `-a` to `a` and from `-b` to `b`.",
            |a, b, throws, seed| scaled(a * b, a, b, throws, seed),
        )
        .wrong(
            "half",
            "You took `2 * a * b` for the area of the rectangle; both of its sides are twice as long as `a` and `b`.",
            |a, b, throws, seed| scaled(2.0 * a * b, a, b, throws, seed),
        )
        .wrong(
            "square",
            "You took the rectangle for a square of the width of the ellipse; its height goes with `b`.",
            |a, b, throws, seed| scaled(4.0 * a * a, a, b, throws, seed),
        )
        .run()
}
