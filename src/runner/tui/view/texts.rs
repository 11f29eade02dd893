//! The panes that only pass a text on: the lesson, the compiler and the output.

use ratatui::style::Style;
use ratatui::text::{Line, Span};

use crate::runner::course::Mention;
use crate::runner::event::{CompilerMessage, Level, Stream};
use crate::runner::tui::output::Source;
use crate::runner::tui::state::State;
use crate::runner::tui::text::{ansi, markdown, prose, wrap};
use crate::runner::words::screen::panes as titles;

/// The lesson.
pub fn lesson(state: &State, width: usize) -> Vec<Line<'static>> {
    let marks: Vec<_> = state.terms.iter().map(|it| it.range.clone()).collect();
    let lines = markdown::marked(&state.lesson, width, state.theme, &marks);
    if lines.is_empty() {
        let teaches = state.exercise().map_or("", |exercise| &exercise.teaches);
        let no_lesson = Line::styled(titles::no_lesson(), state.theme.dim());
        let mut lines = wrap::words(&no_lesson, width, "");
        let teaches = prose::line(teaches, Style::new(), state.theme);
        lines.extend(wrap::words(&teaches, width, ""));
        return lines;
    }
    lines
}

/// The line of the lesson that has this term.
pub fn line_of_term(state: &State, mention: &Mention, width: usize) -> Option<usize> {
    let marks = std::slice::from_ref(&mention.range);
    let lines = markdown::marked(&state.lesson, width, state.theme, marks);
    let term = state.theme.term().add_modifier;
    let is_it = |line: &Line<'_>| {
        let mut spans = line.spans.iter();
        spans.any(|span| span.style.add_modifier.contains(term))
    };
    lines.iter().position(is_it)
}

/// The title of the compiler's pane.
pub fn compiler_title(state: &State) -> String {
    let (errors, warnings) = state.shown().counted();
    let errors = match errors {
        1 => titles::one_error().to_owned(),
        errors => titles::many_errors(errors),
    };
    let warnings = match warnings {
        1 => titles::one_warning().to_owned(),
        warnings => titles::many_warnings(warnings),
    };
    titles::compiler_counts(errors, warnings)
}

/// What rustc said, errors first, and over each what it means. One mistake often has several errors; what they mean is said
/// once.
pub fn compiler(state: &State, width: usize) -> Vec<Line<'static>> {
    let mut lines = Vec::new();
    let messages = &state.shown().messages;
    let mut explained: Vec<&str> = Vec::new();
    for level in [Level::Error, Level::Warning] {
        for message in messages.iter().filter(|message| message.level == level) {
            if !lines.is_empty() {
                lines.push(Line::default());
            }
            let words = message.in_words.as_deref();
            let words = words.filter(|words| !explained.contains(words));
            explained.extend(words);
            lines.extend(one(state, message, words, width));
        }
    }
    lines
}

fn one(
    state: &State,
    message: &CompilerMessage,
    words: Option<&str>,
    width: usize,
) -> Vec<Line<'static>> {
    let mut lines: Vec<Line<'static>> = Vec::new();
    if let Some(words) = words {
        let words = prose::line(&wrap::clean(words), state.theme.strong(), state.theme);
        lines.extend(wrap::words(&words, width, ""));
        lines.push(Line::default());
    }
    let said = lines.len();
    lines.extend(
        ansi::lines(&message.rendered, state.theme)
            .iter()
            .flat_map(|line| fold(line, width)),
    );
    while lines.len() > said && lines.last().is_some_and(|line| line.width() == 0) {
        lines.pop();
    }
    if lines.len() == said {
        let place = message.place.as_deref().unwrap_or_default();
        let text = format!("{} {place}", message.summary);
        lines.extend(wrap::words(&Line::from(wrap::clean(&text)), width, "  "));
    }
    lines
}

/// Breaks a line of a message. Source breaks anywhere, what rustc says about it between words, and either goes on behind
/// the bar that rustc draws.
fn fold(line: &Line<'static>, width: usize) -> Vec<Line<'static>> {
    let text = line.to_string();
    let Some((before, _)) = text.split_once('|') else {
        return wrap::words(line, width, "  ");
    };
    match before.trim() {
        "" => wrap::words(line, width, &format!("{before}|   ")),
        number if number.chars().all(|digit| digit.is_ascii_digit()) => wrap::columns(line, width),
        _ => wrap::words(line, width, "  "),
    }
}

/// The title of the output's pane.
pub fn output_title(state: &State) -> String {
    match state.shown().output.dropped() {
        0 => titles::output().to_owned(),
        1 => titles::output_one_dropped().to_owned(),
        dropped => titles::output_dropped(dropped),
    }
}

/// What the program printed and noted.
pub fn output(state: &State, width: usize) -> Vec<Line<'static>> {
    let theme = state.theme;
    let mut lines = Vec::new();
    for (source, text) in state.shown().output.lines() {
        let style = match source {
            Source::Printed(Stream::Output) => Style::new(),
            Source::Printed(Stream::Error) => theme.warn(),
            Source::Note => theme.accent(),
        };
        let mark = match source {
            Source::Note => format!("{} ", theme.glyphs().here),
            Source::Printed(_) => String::new(),
        };
        let line = Line::from(vec![
            Span::styled(mark, style),
            Span::styled(wrap::clean(text), style),
        ]);
        lines.extend(wrap::columns(&line, width));
    }
    lines
}
