//! States of the training screen: each kind of picture, and the ways to look at curves.

use crossterm::event::KeyCode;
use gradlings::runner::event::CheckEvent;
use gradlings::runner::outcome::HealthLine;
use gradlings::runner::tui::state::State;

use crate::attempts;
use crate::scenes::*;

/// These states, each with a name.
pub const LOOKS: &[Scene] = &[
    ("film_surface", |columns, rows| showing(0, columns, rows)),
    ("film_line", |columns, rows| showing(1, columns, rows)),
    ("film_histogram", |columns, rows| showing(2, columns, rows)),
    ("film_heat_map", |columns, rows| showing(3, columns, rows)),
    ("film_mask", |columns, rows| showing(4, columns, rows)),
    ("film_confusion", |columns, rows| showing(5, columns, rows)),
    ("film_bars", |columns, rows| showing(6, columns, rows)),
    ("film_convolution", |columns, rows| {
        showing(7, columns, rows)
    }),
    ("film_alone", film_alone),
    ("curve_read", curve_read),
    ("curve_nearer", curve_nearer),
    ("curve_over_time", curve_over_time),
    ("laid_over", laid_over),
    ("unwell", unwell),
];

fn film_alone(columns: u16, rows: u16) -> State {
    let mut state = trained(columns, rows);
    letter(&mut state, '3');
    letter(&mut state, 'z');
    state
}

/// The cursor stands on a step of the validation loss.
fn curve_read(columns: u16, rows: u16) -> State {
    let mut state = shown(columns, rows);
    press(&mut state, KeyCode::Home);
    press(&mut state, KeyCode::Right);
    letter(&mut state, ']');
    state
}

fn curve_nearer(columns: u16, rows: u16) -> State {
    let mut state = training(columns, rows);
    letter(&mut state, '+');
    letter(&mut state, 'm');
    state
}

fn curve_over_time(columns: u16, rows: u16) -> State {
    let mut state = training(columns, rows);
    letter(&mut state, 'x');
    state
}

fn laid_over(columns: u16, rows: u16) -> State {
    let mut state = training(columns, rows);
    attempts::read(&mut state);
    letter(&mut state, 'o');
    state
}

fn unwell(columns: u16, rows: u16) -> State {
    let mut state = training(columns, rows);
    let kept = "The gradients are not zeroed between the steps: from step 1 on, each backward pass adds to those of the \
                steps before. Call `zero_grads` after each update.";
    let line = HealthLine {
        message: kept.to_owned(),
        ..crate::training::flat(120)
    };
    check(&mut state, CheckEvent::Health(vec![line]));
    state
}
