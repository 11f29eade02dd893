//! The training in forty columns: a row to a curve, and the pictures in words.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use crate::runner::curve::History;
use crate::runner::text::units::value;
use crate::runner::tui::film::Seen;
use crate::runner::tui::state::State;
use crate::runner::tui::text::wrap;
use crate::runner::tui::training::RunReports;
use crate::runner::tui::view::film;
use crate::runner::tui::view::training::rows::{bottom, put};
use crate::runner::tui::view::training::{health, parts};
use crate::runner::words::screen::training as words;

/// Rows that the verdict and what is not well may take.
const WORDS: usize = 5;

/// Rows of a text that is not alone.
const SHARED: usize = 2;

/// Draws it.
pub fn draw(state: &State, training: &RunReports, body: Rect, buffer: &mut Buffer) {
    let mut area = body;
    let width = usize::from(body.width.saturating_sub(1));
    let mut lines = match state.run.outcome() {
        // The first sentence is in the status line.
        Some(outcome) => parts::why(state, outcome, width),
        None => vec![parts::one_gauge(state, training, width)],
    };
    lines.extend(health::lines(state, state.shown(), width));
    let lines = shortened(lines, WORDS, width, state);
    let last = bottom(&mut area, u16::try_from(lines.len()).unwrap_or(1));
    put(&lines, last, buffer);
    let mut rows: Vec<Line<'static>> = Vec::new();
    for curve in &training.curves {
        rows.push(in_a_row(state, curve, width));
    }
    let room = usize::from(area.height);
    let lost: Vec<Line<'static>> = parts::not_finite(state, training, width);
    let lost = lost.into_iter().skip(1);
    // Half of a sentence says nothing, and the number of the curve says NaN already.
    if rows.len() + lost.len() <= room {
        rows.extend(lost);
    }
    let left = room.saturating_sub(rows.len());
    rows.extend(pictures(state, training, width, left));
    put(&shortened(rows, room, width, state), area, buffer);
}

/// What was reported: as many rows as there are.
pub fn reported(state: &State, training: &RunReports, area: Rect, buffer: &mut Buffer) {
    let width = usize::from(area.width.saturating_sub(1));
    let curves = training.curves.iter();
    let mut rows: Vec<Line<'static>> = curves.map(|curve| in_a_row(state, curve, width)).collect();
    let room = usize::from(area.height);
    let left = room.saturating_sub(rows.len());
    rows.extend(pictures(state, training, width, left));
    put(&shortened(rows, room, width, state), area, buffer);
}

/// A curve: its name, its last value, its way there.
fn in_a_row(state: &State, curve: &History, width: usize) -> Line<'static> {
    let last = curve.last.map_or_else(String::new, value);
    let name = wrap::cut(&wrap::clean(&curve.series), 12, state.theme.glyphs().more);
    let room = width.saturating_sub(24);
    Line::from(vec![
        Span::raw(wrap::pad(&name, 13, "")),
        Span::styled(format!("{last:>8} "), state.theme.strong()),
        Span::styled(parts::sparkline(curve, room, state), state.theme.accent()),
    ])
}

/// The texts that are being written, then what the pictures would show, which there is no room to draw.
fn pictures(state: &State, training: &RunReports, width: usize, room: usize) -> Vec<Line<'static>> {
    let films = training.films.iter();
    let seen = films.map(|film| (wrap::clean(&film.title), film.seen(state.charts.at)));
    let (texts, drawn): (Vec<_>, Vec<_>) = seen.partition(|(_, seen)| text_of(seen).is_some());
    let mut lines = Vec::new();
    for (title, seen) in &texts {
        let heading = Line::styled(format!("{title}:"), state.theme.dim());
        lines.extend(wrap::words(&heading, width, ""));
        // Other pictures have something to say as well.
        let left = match drawn.is_empty() && texts.len() == 1 {
            true => room.saturating_sub(lines.len()).max(1),
            false => SHARED,
        };
        let text = wrap::clean(text_of(seen).unwrap_or_default());
        let style = state.theme.strong();
        let written = text
            .lines()
            .map(|line| Line::styled(line.to_owned(), style))
            .flat_map(|line| wrap::words(&line, width, ""));
        let written = Vec::from_iter(written);
        let end = written.len().saturating_sub(left);
        lines.extend(written.into_iter().skip(end));
    }
    for (title, seen) in &drawn {
        let now = film::now(seen);
        if !now.is_empty() {
            let text = format!("{title}: {now}");
            lines.extend(wrap::words(&Line::from(text), width, "  "));
        }
    }
    if !drawn.is_empty() {
        let hint = Line::styled(words::larger_terminal(), state.theme.dim());
        lines.extend(wrap::words(&hint, width, ""));
    }
    lines
}

/// The text whose end is shown in place of the picture, where it is one.
fn text_of<'a>(seen: &Seen<'a>) -> Option<&'a str> {
    seen.frames.last().and_then(|newest| newest.in_small())
}

/// The first lines; the last of them says where something was left off.
fn shortened(
    mut lines: Vec<Line<'static>>,
    rows: usize,
    width: usize,
    state: &State,
) -> Vec<Line<'static>> {
    if lines.len() > rows {
        lines.truncate(rows);
        if let Some(last) = lines.last_mut() {
            let more = state.theme.glyphs().more;
            let text = last.to_string();
            let room = width.saturating_sub(Line::from(more).width() + 1);
            let style = last.spans.last().map_or(last.style, |span| span.style);
            let mut text = text.as_str();
            // Whole words only; one that is wider than the screen was cut before.
            while Line::from(text).width() > room {
                text = text
                    .trim_end()
                    .rsplit_once(' ')
                    .map_or("", |(before, _)| before);
            }
            *last = Line::styled(format!("{text} {more}"), style);
        }
    }
    lines
}
