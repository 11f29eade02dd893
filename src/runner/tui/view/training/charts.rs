//! Which curves belong in one chart.

use crate::runner::tui::curve::History;
use crate::runner::tui::state::State;
use crate::runner::tui::training::{Kind, Training};
use crate::runner::tui::view::plot::Chart;

/// A chart with its title.
#[derive(Debug)]
pub struct Group<'a> {
    /// What it shows.
    pub title: String,
    /// The curves.
    pub chart: Chart<'a>,
}

/// The charts of a training.
pub fn groups<'a>(state: &State, training: &'a Training) -> Vec<Group<'a>> {
    let of = |kind: Kind, curves: &'a [History]| -> Vec<&'a History> {
        let belongs = |curve: &&History| Kind::of(&curve.series) == kind;
        curves.iter().filter(belongs).collect()
    };
    let kinds = training.charts().into_iter();
    kinds
        .map(|kind| {
            let curves = of(kind, &training.curves);
            let log = state.charts.log && kind == Kind::Loss;
            let title = match kind {
                Kind::Loss if log => "Loss (log y)".to_owned(),
                Kind::Loss => "Loss".to_owned(),
                Kind::Accuracy => "Accuracy".to_owned(),
                Kind::Other => {
                    let names: Vec<&str> =
                        curves.iter().map(|curve| curve.series.as_str()).collect();
                    names.join(", ")
                }
            };
            // Curves of the reference for series that the learner does not report would be drawn over nothing.
            let reference = of(kind, &training.reference)
                .into_iter()
                .filter(|reference| curves.iter().any(|curve| curve.series == reference.series))
                .collect();
            Group {
                title,
                chart: Chart {
                    curves,
                    reference,
                    log,
                },
            }
        })
        .collect()
}
