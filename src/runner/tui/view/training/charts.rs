//! Which curves belong in one chart.

use crate::runner::tui::curve::History;
use crate::runner::tui::state::State;
use crate::runner::tui::training::Training;
use crate::runner::tui::view::plot::Chart;

/// A chart with its title.
#[derive(Debug)]
pub struct Group<'a> {
    /// What it shows.
    pub title: String,
    /// The curves.
    pub chart: Chart<'a>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Loss,
    Accuracy,
    Other,
}

/// By its name: whatever is a loss falls, whatever is an accuracy lies between 0 and 1, and the rest is something else.
fn kind(series: &str) -> Kind {
    let series = series.to_lowercase();
    if series.contains("loss") {
        Kind::Loss
    } else if series.contains("acc") {
        Kind::Accuracy
    } else {
        Kind::Other
    }
}

/// At most two charts: losses, accuracies, and where one of them is missing the rest.
pub fn groups<'a>(state: &State, training: &'a Training) -> Vec<Group<'a>> {
    let of = |wanted: Kind, curves: &'a [History]| -> Vec<&'a History> {
        curves
            .iter()
            .filter(|curve| kind(&curve.series) == wanted)
            .collect()
    };
    let mut groups = Vec::new();
    for (wanted, title) in [
        (Kind::Loss, "Loss"),
        (Kind::Accuracy, "Accuracy"),
        (Kind::Other, ""),
    ] {
        let curves = of(wanted, &training.curves);
        let Some(first) = curves.first() else {
            continue;
        };
        let log = state.charts.log && wanted == Kind::Loss;
        let title = match wanted {
            Kind::Other => first.series.clone(),
            _ if log => format!("{title} (log y)"),
            _ => title.to_owned(),
        };
        // Curves of the reference for series that the learner does not report would be drawn over nothing.
        let reference = of(wanted, &training.reference)
            .into_iter()
            .filter(|reference| curves.iter().any(|curve| curve.series == reference.series))
            .collect();
        groups.push(Group {
            title,
            chart: Chart {
                curves,
                reference,
                log,
            },
        });
    }
    groups.truncate(2);
    groups
}

/// The number of views that take turns where there is room for one only: the charts, then the pictures.
pub fn views(state: &State) -> usize {
    let training = &state.shown().training;
    groups(state, training).len() + usize::from(!training.pictures.is_empty())
}
