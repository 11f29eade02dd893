//! Where the parts of the training screen are, in each size of terminal.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use crate::report::Pictures;
use crate::runner::tui::place::Room;
use crate::runner::tui::state::State;
use crate::runner::tui::text::units::value;
use crate::runner::tui::text::wrap;
use crate::runner::tui::training::Training;
use crate::runner::tui::view::pane::{frame, inner};
use crate::runner::tui::view::training::charts::{Group, groups};
use crate::runner::tui::view::training::{health, parts};
use crate::runner::tui::view::{pictures, texts};

/// The metrics beside the charts.
const METRICS: u16 = 38;
/// Rows of the output.
const OUTPUT: u16 = 5;
/// Rows that a chart has to have.
const CHART: u16 = 9;

/// Draws the screen.
pub fn draw(state: &State, body: Rect, buffer: &mut Buffer) {
    let training = &state.shown().training;
    match state.room() {
        Room::Full => full(state, training, body, buffer),
        Room::Tabs => tabs(state, training, body, buffer),
        Room::Small | Room::Tiny => small(state, training, body, buffer),
    }
}

/// Cuts rows off the bottom.
fn bottom(area: &mut Rect, rows: u16) -> Rect {
    let rows = rows.min(area.height);
    area.height -= rows;
    Rect {
        y: area.y + area.height,
        height: rows,
        ..*area
    }
}

fn put(lines: &[Line<'static>], area: Rect, buffer: &mut Buffer) {
    for (row, line) in (area.top()..area.bottom()).zip(lines) {
        buffer.set_line(area.x, row, line, area.width);
    }
}

fn full(state: &State, training: &Training, body: Rect, buffer: &mut Buffer) {
    let mut area = body;
    let width = usize::from(inner(body, true).width);
    let (title, lines) = end(state, training, width);
    let rows = u16::try_from(lines.len()).unwrap_or(2) + 2;
    let last = bottom(&mut area, rows.min(12));
    frame(title, false, state.theme, last, buffer);
    put(&lines, inner(last, true), buffer);
    if !state.shown().output.is_empty() {
        let output = bottom(&mut area, OUTPUT);
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
    if !training.pictures.is_empty() {
        let room = area.height.saturating_sub(CHART + 2);
        let rows = strips_rows(state, training, area.width, room);
        let strips = bottom(&mut area, rows);
        side_by_side(state, training, strips, buffer);
    }
    let metrics_wide = METRICS.min(area.width / 2);
    let metrics = Rect {
        x: area.right() - metrics_wide,
        width: metrics_wide,
        ..area
    };
    frame("Metrics", false, state.theme, metrics, buffer);
    let inside = inner(metrics, true);
    put(
        &parts::metrics(state, training, usize::from(inside.width)),
        inside,
        buffer,
    );
    area.width -= metrics_wide;
    let charts = groups(state, training);
    let count = u16::try_from(charts.len()).unwrap_or(1).max(1);
    for (number, group) in charts.iter().enumerate() {
        let number = u16::try_from(number).unwrap_or(0);
        let left = area.width * number / count;
        let right = area.width * (number + 1) / count;
        let part = Rect {
            x: area.x + left,
            width: right - left,
            ..area
        };
        chart(state, group, part, buffer);
    }
    if charts.is_empty() {
        frame("Curves", false, state.theme, area, buffer);
        let text = "Nothing was reported yet.";
        let inside = inner(area, true);
        buffer.set_stringn(
            inside.x,
            inside.y,
            text,
            usize::from(inside.width),
            state.theme.dim(),
        );
    }
}

/// The gauges while it runs, the verdict at the end.
fn end(state: &State, training: &Training, width: usize) -> (&'static str, Vec<Line<'static>>) {
    let (title, mut lines) = match state.run.outcome() {
        Some(outcome) => ("Verdict", parts::verdict(state, outcome, width)),
        None => ("Progress", parts::gauges(state, training, width)),
    };
    lines.extend(health::lines(state, state.shown(), width));
    (title, lines)
}

fn chart(state: &State, group: &Group<'_>, area: Rect, buffer: &mut Buffer) {
    frame(&group.title, false, state.theme, area, buffer);
    group.chart.draw(state.theme, inner(area, true), buffer);
}

/// The newest strips, as many as have a readable width, with the columns of each.
fn strips(training: &Training, width: u16) -> Vec<(&Pictures, u16, u16)> {
    let fits = usize::from((width / 36).max(1));
    let from = training.pictures.len().saturating_sub(fits);
    let shown = &training.pictures[from..];
    let count = u16::try_from(shown.len()).unwrap_or(1).max(1);
    (0..count)
        .zip(shown)
        .map(|(number, strip)| {
            let left = width * number / count;
            (strip, left, width * (number + 1) / count - left)
        })
        .collect()
}

/// The rows that the strips really take, frames included: what they leave belongs to the charts.
fn strips_rows(state: &State, training: &Training, width: u16, room: u16) -> u16 {
    let rows = strips(training, width)
        .into_iter()
        .map(|(strip, _, width)| {
            let inside = usize::from(width.saturating_sub(4));
            let height = usize::from(room.saturating_sub(2));
            let (lines, _) = pictures::strip(strip, inside, height, state.theme);
            u16::try_from(lines.len() + 2).unwrap_or(u16::MAX)
        });
    rows.max().unwrap_or(0).min(room)
}

fn side_by_side(state: &State, training: &Training, area: Rect, buffer: &mut Buffer) {
    for (strip, left, width) in strips(training, area.width) {
        let x = area.x + left;
        one_strip(state, strip, Rect { x, width, ..area }, buffer);
    }
}

fn one_strip(state: &State, strip: &Pictures, area: Rect, buffer: &mut Buffer) {
    let inside = inner(area, true);
    let (lines, shown) = pictures::strip(
        strip,
        usize::from(inside.width),
        usize::from(inside.height),
        state.theme,
    );
    let all = strip.pictures.len();
    let title = if shown < all {
        format!("{}: the first {shown} of {all}", strip.title)
    } else {
        strip.title.clone()
    };
    frame(&wrap::clean(&title), false, state.theme, area, buffer);
    put(&lines, inside, buffer);
}

fn tabs(state: &State, training: &Training, body: Rect, buffer: &mut Buffer) {
    let mut area = body;
    let width = usize::from(body.width.saturating_sub(2));
    let (_, mut lines) = end(state, training, width);
    lines.extend(
        parts::not_finite(state, training, width)
            .into_iter()
            .skip(1),
    );
    lines.truncate(8);
    let rows = u16::try_from(lines.len()).unwrap_or(2);
    let last = bottom(&mut area, rows);
    put(
        &lines,
        Rect {
            x: last.x + 1,
            width: last.width.saturating_sub(2),
            ..last
        },
        buffer,
    );
    let one_line = bottom(&mut area, 1);
    put(&[parts::in_one_line(state, training)], one_line, buffer);
    let charts = groups(state, training);
    let views = training.views().max(1);
    match charts.get(state.charts.view % views) {
        Some(group) => chart(state, group, area, buffer),
        None if training.pictures.is_empty() => {
            frame("Curves", false, state.theme, area, buffer);
        }
        None => stacked(state, training, area, buffer),
    }
}

/// The strips one under the other, as many as fit.
fn stacked(state: &State, training: &Training, mut area: Rect, buffer: &mut Buffer) {
    for strip in training.pictures.iter().rev() {
        if area.height < 5 {
            return;
        }
        let inside = inner(area, true);
        let (lines, _) = pictures::strip(
            strip,
            usize::from(inside.width),
            usize::from(inside.height),
            state.theme,
        );
        let height = u16::try_from(lines.len() + 2)
            .unwrap_or(u16::MAX)
            .min(area.height);
        one_strip(state, strip, Rect { height, ..area }, buffer);
        area.y += height;
        area.height -= height;
    }
}

fn small(state: &State, training: &Training, body: Rect, buffer: &mut Buffer) {
    let mut area = body;
    let width = usize::from(body.width.saturating_sub(1));
    let mut lines = match state.run.outcome() {
        // The first sentence is in the status line.
        Some(outcome) => parts::why(state, outcome, width),
        None => vec![parts::one_gauge(state, training, width)],
    };
    lines.extend(health::lines(state, state.shown(), width));
    let last = bottom(&mut area, u16::try_from(lines.len()).unwrap_or(1).min(5));
    put(&lines, last, buffer);
    let mut rows = Vec::new();
    for curve in &training.curves {
        let last = curve.last.map_or_else(String::new, value);
        let name = wrap::cut(&curve.series, 12, state.theme.glyphs().more);
        let room = width.saturating_sub(24);
        rows.push(Line::from(vec![
            Span::raw(format!("{name:<12} ")),
            Span::styled(format!("{last:>8} "), state.theme.strong()),
            Span::styled(parts::sparkline(curve, room, state), state.theme.accent()),
        ]));
    }
    rows.extend(
        parts::not_finite(state, training, width)
            .into_iter()
            .skip(1),
    );
    put(&rows, area, buffer);
}
