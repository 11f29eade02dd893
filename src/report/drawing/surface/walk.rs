//! The marks of a path over a surface: its steps, the dots between them, and where it is now.

use crate::report::easel::{Easel, Ink};

/// The sign of where a path is now.
pub fn ring(easel: &dyn Easel) -> &'static str {
    if easel.is_ascii() { "O" } else { "◉" }
}

/// A dotted line from step to step.
pub fn between(cells: &[(u16, u16)], number: usize, easel: &mut dyn Easel) {
    let dot = if easel.is_ascii() { "." } else { "·" };
    for pair in cells.windows(2) {
        for at in line(pair[0], pair[1]) {
            easel.mark(at, dot, Ink::StrongSeries(number));
        }
    }
}

/// A sign at each step, another one for each path.
pub fn steps(cells: &[(u16, u16)], number: usize, easel: &mut dyn Easel) {
    let step = if easel.is_ascii() {
        ["o", "+", "x", "*"][number % 4]
    } else {
        ["•", "+", "×", "∗"][number % 4]
    };
    for at in cells {
        easel.mark(*at, step, Ink::StrongSeries(number));
    }
}

/// A ring at the last step.
pub fn now(cells: &[(u16, u16)], number: usize, easel: &mut dyn Easel) {
    if let Some(at) = cells.last() {
        let ring = ring(easel);
        easel.mark(*at, ring, Ink::StrongSeries(number));
    }
}

/// The cells from one to another, without the two.
fn line(from: (u16, u16), to: (u16, u16)) -> Vec<(u16, u16)> {
    let far = from.0.abs_diff(to.0).max(from.1.abs_diff(to.1));
    let between = |a: u16, b: u16, at: u16| {
        let share = f32::from(at) / f32::from(far);
        (f32::from(a) + share * (f32::from(b) - f32::from(a))).round() as u16
    };
    (1..far)
        .map(|at| (between(from.0, to.0, at), between(from.1, to.1, at)))
        .collect()
}
