//! # An ellipse by darts
//!
//! How large is an area whose formula you have forgotten? Draw a rectangle around it, throw darts at the rectangle without
//! aiming, and count. The share of darts that land inside is about the share of the rectangle that the area covers:
//!
//! ```text
//! area = area of the rectangle
//!        * darts inside / darts thrown
//! ```
//!
//! The ellipse here has its centre at 0 and reaches from `-a` to `a` and from `-b` to `b`. A dart at (x, y) is inside where
//! `(x/a)^2 + (y/b)^2 <= 1`.
//!
//! | name | meaning |
//! |---|---|
//! | `a`, `b` | how far the ellipse reaches, right and up |
//! | `throws` | how many darts you have |
//! | `seed` | where the random numbers start: `let mut random = random(seed);` |
//! | result | the estimated area |
//!
//! After every 500 darts, report what the estimate is by then: `report::metric("estimate", thrown, estimate)`. You will see
//! it swing at first and settle later. Worked by hand: of 4 darts at the square from -1 to 1, whose area is 4, let 3 land
//! inside the circle. The estimate is 4 * 3 / 4 = 3.

use gradlings::prelude::*;

/// The area of the ellipse as `throws` darts estimate it.
pub fn ellipse(a: f32, b: f32, throws: usize, seed: u64) -> f32 {
    let mut random = random(seed);
    let rectangle = 4.0 * a * b;
    let mut inside = 0;
    for thrown in 1..=throws {
        let (x, y) = (random.gen_range(-a..a), random.gen_range(-b..b));
        if (x / a).powi(2) + (y / b).powi(2) <= 1.0 {
            inside += 1;
        }
        if thrown % 500 == 0 {
            let share = inside as f32 / thrown as f32;
            report::metric("estimate", thrown, rectangle * share);
        }
    }
    rectangle * inside as f32 / throws as f32
}

fn main() {
    Exercise::new().offer("ellipse", training(ellipse)).serve()
}
