//! The training in forty columns: a row to a curve, and the pictures in words.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use crate::runner::curve::History;
use crate::runner::tui::film::Film;
use crate::runner::tui::state::State;
use crate::runner::tui::text::units::value;
use crate::runner::tui::text::wrap;
use crate::runner::tui::training::Training;
use crate::runner::tui::view::film;
use crate::runner::tui::view::training::screen::{bottom, put};
use crate::runner::tui::view::training::{health, parts};
use crate::runner::words::screen::training as words;

/// Rows that the verdict and what is not well may take.
const WORDS: usize = 5;

/// Draws it.
pub fn draw(state: &State, training: &Training, body: Rect, buffer: &mut Buffer) {
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
    rows.extend(pictures(state, training, width));
    put(&shortened(rows, room, width, state), area, buffer);
}

/// What was reported: as many rows as there are.
pub fn reported(state: &State, training: &Training, area: Rect, buffer: &mut Buffer) {
    let width = usize::from(area.width.saturating_sub(1));
    let curves = training.curves.iter();
    let mut rows: Vec<Line<'static>> = curves.map(|curve| in_a_row(state, curve, width)).collect();
    for film in &training.films {
        rows.extend(in_words(film, state, width));
    }
    put(
        &shortened(rows, usize::from(area.height), width, state),
        area,
        buffer,
    );
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

fn in_words(film: &Film, state: &State, width: usize) -> Vec<Line<'static>> {
    let now = film::now(&film.seen(state.charts.at));
    if now.is_empty() {
        return Vec::new();
    }
    let text = format!("{}: {now}", wrap::clean(&film.title));
    wrap::words(&Line::from(text), width, "  ")
}

/// What the pictures would show, where there is no room to draw them.
fn pictures(state: &State, training: &Training, width: usize) -> Vec<Line<'static>> {
    let mut lines = Vec::new();
    for film in &training.films {
        lines.extend(in_words(film, state, width));
    }
    if !training.films.is_empty() {
        let hint = Line::styled(words::larger_terminal(), state.theme.dim());
        lines.extend(wrap::words(&hint, width, ""));
    }
    lines
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
