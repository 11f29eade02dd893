//! Where the charts, their numbers and the pictures are: for those who draw them, and for the mouse.

use std::ops::Range;

use ratatui::layout::Rect;

use crate::runner::tui::state::State;
use crate::runner::tui::training::{RunReports, View};
use crate::runner::tui::view::training::rows::bottom;
use crate::runner::tui::view::training::views;

/// The metrics beside the charts.
const METRICS: u16 = 38;
/// Rows that a chart has to have.
const CHART: u16 = 9;

/// Where everything is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Pictured {
    /// Each chart and picture that is in sight.
    pub views: Vec<(View, Rect)>,
    /// The numbers.
    pub metrics: Option<Rect>,
    /// In place of the charts, where there is none.
    pub no_charts: Option<Rect>,
    /// Which charts share the screen, and where.
    pub charts: Option<(Range<usize>, Rect)>,
    /// The same for the pictures.
    pub films: Option<(Range<usize>, Rect)>,
}

/// What there is to point at.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Pointable {
    /// The line that says which of several trainings is shown.
    pub which: Option<Rect>,
    /// What it shows.
    pub shown: Pictured,
}

impl Pictured {
    /// One view with all of this area to itself.
    pub fn alone(view: View, area: Rect) -> Pictured {
        Pictured {
            views: vec![(view, area)],
            ..Pictured::default()
        }
    }
}

/// Where everything is in this area of a large terminal.
pub fn of(state: &State, training: &RunReports, mut area: Rect) -> Pictured {
    let mut at = Pictured::default();
    let has_charts = !training.charts().is_empty();
    if !training.films.is_empty() {
        let page = views::page(state, training, area.width);
        let room = area.height.saturating_sub(CHART + 2);
        let films = if !has_charts && training.curves.is_empty() {
            let all = area;
            area.height = 0;
            all
        } else {
            let rows = views::wanted(state, training, &page, area.width, room);
            bottom(&mut area, rows)
        };
        at.views
            .extend(side_by_side(page.clone().map(View::Film), films));
        at.films = Some((page, films));
    }
    if area.is_empty() {
        return at;
    }
    let metrics_wide = METRICS.min(area.width / 2);
    at.metrics = Some(Rect {
        x: area.right() - metrics_wide,
        width: metrics_wide,
        ..area
    });
    area.width -= metrics_wide;
    if !has_charts {
        at.no_charts = Some(area);
    }
    let page = views::chart_page(state, training, area.width);
    at.views
        .extend(side_by_side(page.clone().map(View::Chart), area));
    at.charts = Some((page, area));
    at
}

fn side_by_side(views: impl ExactSizeIterator<Item = View>, area: Rect) -> Vec<(View, Rect)> {
    let count = u16::try_from(views.len()).unwrap_or(1).max(1);
    let parts = (0..count).zip(views).map(|(number, view)| {
        let left = area.width * number / count;
        let right = area.width * (number + 1) / count;
        let part = Rect {
            x: area.x + left,
            width: right - left,
            ..area
        };
        (view, part)
    });
    parts.collect()
}
