//! The menu: a line for each thing that can be done.

use ratatui::text::{Line, Span};

use crate::runner::tui::menu::{Does, Entry, Found};
use crate::runner::tui::state::State;
use crate::runner::tui::text::wrap;
use crate::runner::words::screen::menu as words;

/// Lines that are in sight, where there is room.
pub const LINES: usize = 22;
/// Columns of the keys.
const KEYS: usize = 10;

/// The title of the pane: what was typed, once something was.
pub fn title(state: &State) -> String {
    match state.menu.text.as_str() {
        "" => words::title().to_owned(),
        text => format!(":{}_", wrap::clean(text)),
    }
}

/// The lines of the pane, and the one that is selected.
pub fn lines(state: &State, width: usize) -> (Vec<Line<'static>>, usize) {
    let menu = &state.menu;
    let mut lines = Vec::new();
    for (at, found) in menu.found.iter().enumerate() {
        let Some(entry) = menu.entries.get(found.entry) else {
            continue;
        };
        let line = line(state, entry, found);
        lines.push(match at == menu.at {
            true => state.theme.select(&line, width),
            false => line,
        });
    }
    if lines.is_empty() {
        let none = Line::styled(words::no_match(), state.theme.dim());
        lines = wrap::words(&none, width, "");
    }
    (lines, menu.at)
}

fn line(state: &State, entry: &Entry, found: &Found) -> Line<'static> {
    let theme = state.theme;
    let key = wrap::pad(&entry.key, KEYS, theme.glyphs().more);
    let mut spans = vec![Span::styled(key, theme.heading())];
    // The two texts were searched with one space between them.
    let behind = entry.text.chars().count() + 1;
    for (from, text, style) in [
        (0, &entry.text, ratatui::style::Style::new()),
        (behind, &entry.more, theme.dim()),
    ] {
        if from > 0 {
            spans.push(Span::raw("  "));
        }
        for (at, letter) in text.chars().enumerate() {
            let style = match found.letters.binary_search(&(from + at)) {
                Ok(_) => theme.heading(),
                Err(_) => style,
            };
            spans.push(Span::styled(letter.to_string(), style));
        }
    }
    let line = Line::from(spans);
    let works = match &entry.does {
        Does::Act(action) => action.refusal(state).is_none(),
        Does::Go(_) => true,
    };
    // What does not work right now is still listed, dim: doing it says why.
    if works { line } else { line.style(theme.dim()) }
}
