//! Where the parts of the training screen are, in each size of terminal.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::Line;

use crate::runner::tui::action::Action;
use crate::runner::tui::look::Look;
use crate::runner::tui::place::Room;
use crate::runner::tui::state::State;
use crate::runner::tui::training::{Training, View};
use crate::runner::tui::view::pane::{frame, inner};
use crate::runner::tui::view::texts;
use crate::runner::tui::view::training::{health, parts, small, views};
use crate::runner::words::screen::training as words;

/// The metrics beside the charts.
const METRICS: u16 = 38;
/// Rows of the output.
const OUTPUT: u16 = 5;
/// Rows that a chart has to have.
const CHART: u16 = 9;

/// Draws the screen.
pub fn draw(state: &State, body: Rect, buffer: &mut Buffer) {
    let training = state.training();
    match state.room() {
        Room::Full => full(state, training, body, buffer),
        Room::Tabs => tabs(state, training, body, buffer),
        Room::Small | Room::Tiny => small::draw(state, training, body, buffer),
    }
}

/// Cuts rows off the bottom.
pub fn bottom(area: &mut Rect, rows: u16) -> Rect {
    let rows = rows.min(area.height);
    area.height -= rows;
    Rect {
        y: area.y + area.height,
        height: rows,
        ..*area
    }
}

/// One line to a row, as many as there are rows.
pub fn put(lines: &[Line<'static>], area: Rect, buffer: &mut Buffer) {
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
    if state.charts.alone
        && let Some(view) = training.view(state.charts.view)
    {
        views::draw(state, training, view, area, buffer);
        return;
    }
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
    pictured(state, training, area, buffer);
}

/// What a program in use reports, in the room that what is said leaves.
pub fn reported(state: &State, training: &Training, area: Rect, buffer: &mut Buffer) {
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
fn pictured(state: &State, training: &Training, mut area: Rect, buffer: &mut Buffer) {
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
        let shown: Vec<View> = page.clone().map(View::Film).collect();
        side_by_side(state, training, &shown, films, buffer);
        views::more(state, training, &page, films, buffer);
    }
    if area.is_empty() {
        return;
    }
    let metrics_wide = METRICS.min(area.width / 2);
    let metrics = Rect {
        x: area.right() - metrics_wide,
        width: metrics_wide,
        ..area
    };
    frame(words::metrics(), false, state.theme, metrics, buffer);
    let inside = inner(metrics, true);
    put(
        &parts::metrics(state, training, usize::from(inside.width)),
        inside,
        buffer,
    );
    area.width -= metrics_wide;
    if !has_charts {
        frame(words::curves(), false, state.theme, area, buffer);
        let text = words::nothing_reported();
        let inside = inner(area, true);
        buffer.set_stringn(
            inside.x,
            inside.y,
            text,
            usize::from(inside.width),
            state.theme.dim(),
        );
    }
    let page = views::chart_page(state, training, area.width);
    let charts: Vec<View> = page.clone().map(View::Chart).collect();
    side_by_side(state, training, &charts, area, buffer);
    views::more_charts(state, training, &page, area, buffer);
}

fn side_by_side(
    state: &State,
    training: &Training,
    views: &[View],
    area: Rect,
    buffer: &mut Buffer,
) {
    let count = u16::try_from(views.len()).unwrap_or(1).max(1);
    for (number, view) in (0..count).zip(views) {
        let left = area.width * number / count;
        let right = area.width * (number + 1) / count;
        let part = Rect {
            x: area.x + left,
            width: right - left,
            ..area
        };
        views::draw(state, training, *view, part, buffer);
    }
}

/// The gauges while it runs, the verdict at the end.
fn end(state: &State, training: &Training, width: usize) -> (&'static str, Vec<Line<'static>>) {
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

fn tabs(state: &State, training: &Training, body: Rect, buffer: &mut Buffer) {
    if state.charts.alone
        && let Some(view) = training.view(state.charts.view)
    {
        views::draw(state, training, view, body, buffer);
        return;
    }
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
    match training.view(state.charts.view) {
        Some(view) => views::draw(state, training, view, area, buffer),
        None => frame(words::curves(), false, state.theme, area, buffer),
    }
}
