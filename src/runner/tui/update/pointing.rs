//! Pointing at a training: at one of several, at a chart or a picture, at a point of a curve, at a number.

use ratatui::layout::{Position, Rect};

use crate::runner::tui::action::Look;
use crate::runner::tui::look;
use crate::runner::tui::state::State;
use crate::runner::tui::training::View;
use crate::runner::tui::view::pane::inner;
use crate::runner::tui::view::pictures::in_sight;
use crate::runner::tui::view::training::areas::Pointable;
use crate::runner::tui::view::training::charts::titled;

fn view_under(pointable: &Pointable, at: Position) -> Option<(View, Rect)> {
    let mut views = pointable.shown.views.iter();
    views.find(|(_, area)| area.contains(at)).copied()
}

/// A click. Whether it was on something of a training.
pub fn click(state: &mut State, body: Rect, at: Position) -> bool {
    let Some(pointable) = in_sight(state, body) else {
        return false;
    };
    if pointable.which.is_some_and(|area| area.contains(at)) {
        carry_out(state, Look::Training(true));
        return true;
    }
    if let Some(area) = pointable.shown.metrics.filter(|area| area.contains(at)) {
        read_number(state, inner(area, true), at);
        return true;
    }
    let Some((view, area)) = view_under(&pointable, at) else {
        return false;
    };
    go_to(state, view);
    if let View::Chart(number) = view {
        let training = state.training();
        let chart = titled(state, training, number).chart;
        if let Some((series, step)) = chart.nearest(inner(area, true), at) {
            state.charts.series = series;
            look::read(state, step);
        }
    }
    true
}

/// A notch of the wheel: over a chart it looks nearer at what is under the pointer, or farther; over a picture it goes through its
/// steps. Whether it was over something of a training.
pub fn wheel(state: &mut State, body: Rect, at: Position, down: bool) -> bool {
    let Some(pointable) = in_sight(state, body) else {
        return false;
    };
    if pointable.which.is_some_and(|area| area.contains(at)) {
        carry_out(state, Look::Training(down));
        return true;
    }
    let Some((view, area)) = view_under(&pointable, at) else {
        return false;
    };
    go_to(state, view);
    match view {
        View::Film(_) if down => carry_out(state, Look::Later),
        View::Film(_) => carry_out(state, Look::Earlier),
        View::Chart(number) => {
            let training = state.training();
            let chart = titled(state, training, number).chart;
            if let Some(around) = chart.share_under(inner(area, true), at) {
                state.charts.zoom(!down, around);
            }
        }
    }
    true
}

/// Gives the keys to a view.
fn go_to(state: &mut State, view: View) {
    let views = state.training().views();
    let number = views.iter().position(|it| *it == view).unwrap_or(0);
    if state.training().view(state.charts.view) != Some(view) {
        state.charts.view = number;
        state.charts.series = 0;
    }
}

/// The curve whose number is under the pointer is the one that the cursor reads.
fn read_number(state: &mut State, numbers: Rect, at: Position) {
    // Above the numbers stands what the columns are.
    let curve = at.y.checked_sub(numbers.y + 1).map(usize::from);
    let charts = state.training().charts();
    let found = charts.iter().enumerate().find_map(|(chart, group)| {
        let series = group.series.iter().position(|at| Some(*at) == curve)?;
        Some((chart, series))
    });
    if let Some((chart, series)) = found {
        go_to(state, View::Chart(chart));
        state.charts.series = series;
    }
}

fn carry_out(state: &mut State, look: Look) {
    if look.refusal(state).is_none() {
        look::act(state, look);
    }
}
