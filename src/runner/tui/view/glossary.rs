//! The glossary: the terms, and of the selected one what it means and which lesson introduces it.

use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use crate::runner::course::Term;
use crate::runner::tui::action::Action;
use crate::runner::tui::map::number;
use crate::runner::tui::place::{Pane, Room};
use crate::runner::tui::state::State;
use crate::runner::tui::text::{markdown, wrap};
use crate::runner::tui::view::pane::{Placed, inner};
use crate::runner::words::screen::glossary as words;

/// Lines longer than this are hard to read.
const WIDEST_TEXT: usize = 84;
/// Under a term.
const INDENT: &str = "    ";

/// The panes of the screen in this area.
pub fn panes(state: &State, area: Rect) -> Vec<Placed> {
    let Some(glossary) = &state.glossary else {
        return Vec::new();
    };
    let framed = state.room() >= Room::Tabs;
    let width = usize::from(inner(area, framed).width);
    let theme = state.theme;
    let terms = state.course.glossary.terms();
    let shown = glossary.shown(&state.course);
    let names = terms.iter().map(|term| wrap::width(&term.name));
    let column = names.max().unwrap_or(0).min(width / 2);
    let mut lines = Vec::new();
    let mut selected = 0;
    for (row, at) in shown.iter().enumerate() {
        let of_lesson = glossary.of_lesson();
        if of_lesson > 0 && (row == 0 || row == of_lesson) {
            let title = match row {
                0 => words::of_this_lesson(),
                _ => words::all_others(),
            };
            if row > 0 {
                lines.push(Line::default());
            }
            lines.push(Line::styled(title, theme.heading()));
        }
        let term = &terms[*at];
        let line = line(state, term, column, width);
        if row == glossary.at {
            selected = lines.len();
            lines.push(theme.select(&line, width));
            lines.extend(explained(state, term, width));
        } else {
            lines.push(line);
        }
    }
    if shown.is_empty() {
        lines.push(Line::styled(words::no_match(), theme.dim()));
    }
    vec![Placed {
        pane: Pane::Glossary,
        title: words::title(terms.len()),
        area,
        lines,
        focused: true,
        framed,
        selected: Some(selected),
    }]
}

/// A term, and the exercise that introduces it.
fn line(state: &State, term: &Term, column: usize, width: usize) -> Line<'static> {
    let theme = state.theme;
    let more = theme.glyphs().more;
    let exercise = state.course.exercise(&term.exercise);
    let exercise = exercise.map_or_else(String::new, |exercise| {
        format!("{} {}", number(&state.course, exercise), exercise.name)
    });
    let left = width.saturating_sub(column + 4);
    Line::from(vec![
        Span::raw(format!("  {}  ", wrap::pad(&term.name, column, more))),
        Span::styled(wrap::cut(&exercise, left, more), theme.dim()),
    ])
}

/// What a term means, and the way to its lesson.
fn explained(state: &State, term: &Term, width: usize) -> Vec<Line<'static>> {
    let theme = state.theme;
    let width = width.min(WIDEST_TEXT);
    let leads = match term.exercise == state.session.current {
        true => words::in_this_lesson(state.key(Action::Open)),
        false => words::leads(state.key(Action::Open), &term.exercise),
    };
    let room = width.saturating_sub(INDENT.len());
    let mut lines = markdown::lines(&term.meaning, room, theme);
    let also = Some(term.also.join(", ")).filter(|also| !also.is_empty());
    for text in also.map(words::also_written).into_iter().chain([leads]) {
        let text = Line::styled(text, theme.dim());
        lines.extend(wrap::words(&text, room, ""));
    }
    for line in &mut lines {
        line.spans.insert(0, Span::raw(INDENT));
    }
    lines
}
