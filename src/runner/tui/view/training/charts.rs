//! Which curves belong in one chart.

use crate::runner::tui::state::State;
use crate::runner::tui::training::{Kind, Training};
use crate::runner::tui::view::plot::Chart;
use crate::runner::words::screen::training as words;

/// A chart with its title.
#[derive(Debug)]
pub struct Group<'a> {
    /// What it shows.
    pub title: String,
    /// The curves.
    pub chart: Chart<'a>,
}

/// The chart of a kind of curves.
pub fn group<'a>(state: &State, training: &'a Training, kind: Kind) -> Group<'a> {
    let lens = state.charts;
    let curves = training.curves_of(kind);
    let log = lens.log && kind == Kind::Loss;
    let title = match kind {
        Kind::Loss => words::loss().to_owned(),
        Kind::Accuracy => words::accuracy().to_owned(),
        Kind::Other => {
            let names: Vec<&str> = curves.iter().map(|curve| curve.series.as_str()).collect();
            names.join(", ")
        }
    };
    let title = match (log, lens.smooth() > 0.0) {
        (false, false) => title,
        (true, false) => format!("{title} {}", words::log_y()),
        (false, true) => format!("{title} {}", words::smooth(lens.smooth())),
        (true, true) => format!("{title} {}", words::log_y_smooth(lens.smooth())),
    };
    let (over_title, over) = training.overlay(lens.overlay).unwrap_or_default();
    // Of another run nobody knows how long its steps took.
    let over = if lens.time { &[] } else { over };
    // Curves of another run for series that the learner does not report would be drawn over nothing.
    let over = over.iter().filter(|over| {
        Kind::of(&over.series) == kind && curves.iter().any(|curve| curve.series == over.series)
    });
    Group {
        title,
        chart: Chart {
            over: over.collect(),
            curves,
            over_title,
            log,
            lens,
        },
    }
}
