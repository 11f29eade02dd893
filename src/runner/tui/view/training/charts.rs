//! One chart with its title.

use crate::runner::curve::History;
use crate::runner::tui::grouping::{Topic, quantity};
use crate::runner::tui::state::State;
use crate::runner::tui::training::RunReports;
use crate::runner::tui::view::plot::Chart;
use crate::runner::words::screen::training as words;

/// A chart with its title.
#[derive(Debug)]
pub struct Titled<'a> {
    /// What it shows.
    pub title: String,
    /// What its curves have in common.
    pub topic: Topic,
    /// The curves.
    pub chart: Chart<'a>,
}

/// The chart with this number.
pub fn titled<'a>(state: &State, training: &'a RunReports, chart: usize) -> Titled<'a> {
    let lens = state.charts;
    let curves = training.curves_of(chart);
    let topic = training.charts().get(chart).map(|group| group.topic);
    let topic = topic.unwrap_or(Topic::Undeclared);
    let log = training.is_logarithmic(chart, lens.log);
    let title = title(topic, curves.first().map_or("", |first| &first.series));
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
    let is_here = |over: &&History| curves.iter().any(|curve| curve.series == over.series);
    let over = over.iter().filter(is_here);
    Titled {
        title,
        topic,
        chart: Chart {
            over: over.collect(),
            curves,
            over_title,
            log,
            lens,
        },
    }
}

/// A chart is called after the first of its curves, or after their quantity where they are runs of one.
fn title(topic: Topic, first: &str) -> String {
    let quantity = quantity(first);
    let mut letters = quantity.chars();
    match (topic, letters.next()) {
        (Topic::Undeclared, _) if quantity == first => first.to_owned(),
        (_, None) => first.to_owned(),
        (_, Some(letter)) => letter.to_uppercase().chain(letters).collect(),
    }
}
