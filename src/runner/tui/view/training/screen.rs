//! Where the parts of the training screen are, in each size of terminal.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::Line;

use crate::runner::tui::action::{Action, Look};
use crate::runner::tui::place::Room;
use crate::runner::tui::state::State;
use crate::runner::tui::training::RunReports;
use crate::runner::tui::view::pane::{frame, inner};
use crate::runner::tui::view::texts;
use crate::runner::tui::view::training::areas::{self, Pictured, Pointable};
use crate::runner::tui::view::training::rows::{bottom, put};
use crate::runner::tui::view::training::{health, parts, small, views};
use crate::runner::words::screen::training as words;

/// Rows of the output.
const OUTPUT: u16 = 5;

/// Draws the screen.
pub fn draw(state: &State, body: Rect, buffer: &mut Buffer) {
    let training = state.training();
    let (which, body) = below_which(state, body);
    if let (Some(area), Some(line)) = (which, parts::which_training(state)) {
        put(&[line], area, buffer);
    }
    match state.room() {
        Room::Full => full(state, training, body, buffer),
        Room::Tabs => tabs(state, training, body, buffer),
        Room::Small | Room::Tiny => small::draw(state, training, body, buffer),
    }
}

/// The line that says which of several trainings is shown, and what is left below it.
fn below_which(state: &State, body: Rect) -> (Option<Rect>, Rect) {
    if state.shown().trained() < 2 {
        return (None, body);
    }
    let line = Rect {
        height: 1.min(body.height),
        ..body
    };
    let below = Rect {
        y: body.y + line.height,
        height: body.height - line.height,
        ..body
    };
    (Some(line), below)
}

/// What of the screen there is to point at.
pub fn pointable(state: &State, body: Rect) -> Pointable {
    let training = state.training();
    let (which, body) = below_which(state, body);
    let is_alone = state.charts.alone;
    let view = training.view(state.charts.view);
    let shown = match (state.room(), view) {
        (Room::Full, Some(view)) if is_alone => Pictured::alone(view, above_end(state, body)),
        (Room::Full, _) => {
            let (_, above) = output_below(state, above_end(state, body));
            areas::of(state, training, above)
        }
        (Room::Tabs, Some(view)) if is_alone => Pictured::alone(view, body),
        (Room::Tabs, Some(view)) => {
            let mut area = above_words(state, training, body).1;
            bottom(&mut area, 1);
            Pictured::alone(view, area)
        }
        _ => Pictured::default(),
    };
    Pointable { which, shown }
}

/// The same for what a program in use reports.
pub fn pointable_reported(state: &State, training: &RunReports, area: Rect) -> Pointable {
    let view = training.view(state.charts.view);
    let shown = match (state.room(), view) {
        (Room::Full, _) => areas::of(state, training, area),
        (Room::Tabs, Some(view)) => {
            let mut area = area;
            bottom(&mut area, 1);
            Pictured::alone(view, area)
        }
        _ => Pictured::default(),
    };
    Pointable { which: None, shown }
}

/// What is left above the gauges or the verdict.
fn above_end(state: &State, body: Rect) -> Rect {
    let mut area = body;
    let width = usize::from(inner(body, true).width);
    let (_, lines) = end(state, state.training(), width);
    bottom(&mut area, rows_of(&lines));
    area
}

/// The rows of the gauges or the verdict, frame included.
fn rows_of(lines: &[Line<'static>]) -> u16 {
    (u16::try_from(lines.len()).unwrap_or(2) + 2).min(12)
}

/// Where what the program prints stands, and what is left above it.
fn output_below(state: &State, mut area: Rect) -> (Option<Rect>, Rect) {
    if state.shown().output.is_empty() {
        return (None, area);
    }
    let output = bottom(&mut area, OUTPUT);
    (Some(output), area)
}

fn full(state: &State, training: &RunReports, body: Rect, buffer: &mut Buffer) {
    let mut area = body;
    let width = usize::from(inner(body, true).width);
    let (title, lines) = end(state, training, width);
    let last = bottom(&mut area, rows_of(&lines));
    frame(title, false, state.theme, last, buffer);
    put(&lines, inner(last, true), buffer);
    if state.charts.alone
        && let Some(view) = training.view(state.charts.view)
    {
        views::draw(state, training, view, area, buffer);
        return;
    }
    let (output, area) = output_below(state, area);
    if let Some(output) = output {
        frame(
            &texts::output_title(state),
            false,
            state.theme,
            output,
            buffer,
        );
        let inside = inner(output, true);
        let lines = texts::output(state, usize::from(inside.width));
        let from = lines.len().saturating_sub(usize::from(inside.height));
        put(&lines[from..], inside, buffer);
    }
    pictured(state, training, area, buffer);
}

/// What a program in use reports, in the room that what is said leaves.
pub fn reported(state: &State, training: &RunReports, area: Rect, buffer: &mut Buffer) {
    match (state.room(), training.view(state.charts.view)) {
        (Room::Full, _) => pictured(state, training, area, buffer),
        (Room::Tabs, Some(view)) => {
            let mut area = area;
            let one_line = bottom(&mut area, 1);
            put(&[parts::in_one_line(state, training)], one_line, buffer);
            views::draw(state, training, view, area, buffer);
        }
        _ => small::reported(state, training, area, buffer),
    }
}

/// The charts with their numbers, and the pictures.
fn pictured(state: &State, training: &RunReports, area: Rect, buffer: &mut Buffer) {
    let at = areas::of(state, training, area);
    for (view, area) in &at.views {
        views::draw(state, training, *view, *area, buffer);
    }
    if let Some((page, area)) = &at.films {
        views::more(state, training, page, *area, buffer);
    }
    if let Some(area) = at.no_charts {
        frame(words::curves(), false, state.theme, area, buffer);
        let inside = inner(area, true);
        let text = Line::styled(words::nothing_reported(), state.theme.dim());
        put(&[text], inside, buffer);
    }
    if let Some((page, area)) = &at.charts {
        views::more_charts(state, training, page, *area, buffer);
    }
    if let Some(area) = at.metrics {
        frame(words::metrics(), false, state.theme, area, buffer);
        let inside = inner(area, true);
        let lines = parts::metrics(state, training, usize::from(inside.width));
        put(&lines, inside, buffer);
    }
}

/// The gauges while it runs, the verdict at the end.
fn end(state: &State, training: &RunReports, width: usize) -> (&'static str, Vec<Line<'static>>) {
    let (title, mut lines) = match state.run.outcome() {
        Some(outcome) => (words::verdict(), parts::verdict(state, outcome, width)),
        None => (words::progress(), parts::gauges(state, training, width)),
    };
    lines.extend(health::lines(state, state.shown(), width));
    if state.frozen.is_some() {
        let text = words::paused(state.key(Action::Look(Look::Play)));
        lines.insert(0, Line::styled(text, state.theme.warn()));
    }
    (title, lines)
}

/// The words under the chart where there is little room, what is left above them, and where they stand.
fn above_words(
    state: &State,
    training: &RunReports,
    body: Rect,
) -> (Vec<Line<'static>>, Rect, Rect) {
    let mut area = body;
    let width = usize::from(body.width.saturating_sub(2));
    let (_, mut lines) = end(state, training, width);
    lines.extend(
        parts::not_finite(state, training, width)
            .into_iter()
            .skip(1),
    );
    lines.truncate(8);
    let last = bottom(&mut area, u16::try_from(lines.len()).unwrap_or(2));
    let inside = Rect {
        x: last.x + 1,
        width: last.width.saturating_sub(2),
        ..last
    };
    (lines, area, inside)
}

fn tabs(state: &State, training: &RunReports, body: Rect, buffer: &mut Buffer) {
    if state.charts.alone
        && let Some(view) = training.view(state.charts.view)
    {
        views::draw(state, training, view, body, buffer);
        return;
    }
    let (lines, mut area, inside) = above_words(state, training, body);
    put(&lines, inside, buffer);
    let one_line = bottom(&mut area, 1);
    put(&[parts::in_one_line(state, training)], one_line, buffer);
    match training.view(state.charts.view) {
        Some(view) => views::draw(state, training, view, area, buffer),
        None => frame(words::curves(), false, state.theme, area, buffer),
    }
}
