//! The first line: where one is in the course, how far one is, and what the program is doing.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use crate::runner::tui::map::{chapter_number, number};
use crate::runner::tui::place::{Room, Screen};
use crate::runner::tui::state::State;
use crate::runner::tui::states;
use crate::runner::tui::view::gauge;
use crate::runner::words::screen::{glossary, panes as words};

/// Draws it.
pub fn draw(state: &State, area: Rect, buffer: &mut Buffer) {
    let right = right(state);
    let wide = u16::try_from(right.width()).unwrap_or(u16::MAX);
    let room = area.width.saturating_sub(wide.saturating_add(1));
    buffer.set_line(area.x, area.y, &left(state), room);
    if wide <= area.width {
        buffer.set_line(area.right() - wide, area.y, &right, wide);
    }
}

fn left(state: &State) -> Line<'static> {
    let theme = state.theme;
    let into = format!(" {} ", theme.glyphs().into);
    let mut spans = vec![Span::raw(" ")];
    if state.room() >= Room::Tabs {
        spans.push(Span::styled("gradlings", theme.heading()));
        spans.push(Span::raw("  "));
    }
    match state.screen {
        Screen::Map => {
            let title = state
                .track()
                .map_or(words::course_map(), |track| &track.title);
            spans.push(Span::styled(title.to_owned(), theme.strong()));
        }
        Screen::All => spans.push(Span::styled(words::all_exercises(), theme.strong())),
        Screen::Glossary => spans.push(Span::styled(glossary::header(), theme.strong())),
        Screen::Watch | Screen::Training | Screen::Solution | Screen::Attempts | Screen::Trial => {
            let trial = state
                .trial
                .as_ref()
                .filter(|_| state.screen == Screen::Trial);
            let used = trial.and_then(|trial| state.course.exercise(&trial.name));
            let Some(exercise) = used.or_else(|| state.exercise()) else {
                return Line::from(spans);
            };
            let chapter = state
                .course
                .chapters
                .iter()
                .find(|chapter| chapter.name == exercise.chapter);
            if let Some(chapter) = chapter.filter(|_| state.room() >= Room::Tabs) {
                let number = chapter_number(&state.course, chapter);
                spans.push(Span::raw(format!("{number} {}", chapter.title)));
                spans.push(Span::styled(into.clone(), theme.dim()));
            }
            let name = format!("{} {}", number(&state.course, exercise), exercise.name);
            spans.push(Span::styled(name, theme.strong()));
            let screen = match state.screen {
                Screen::Training => words::at_training(),
                Screen::Solution => words::at_solution(),
                Screen::Attempts => words::at_attempts(),
                Screen::Trial => words::at_trial(),
                _ => return Line::from(spans),
            };
            spans.push(Span::styled(into, theme.dim()));
            spans.push(Span::raw(screen));
        }
    }
    Line::from(spans)
}

fn right(state: &State) -> Line<'static> {
    let theme = state.theme;
    let (done, all) = state.counted();
    let mut spans = Vec::new();
    // On the map it stands on the left.
    if let Some(track) = state.track().filter(|_| state.screen != Screen::Map)
        && state.room() == Room::Full
    {
        spans.push(Span::styled(format!("{}  ", track.title), theme.dim()));
    }
    spans.push(Span::raw(format!("{done}/{all}")));
    if state.room() == Room::Full {
        spans.push(Span::raw("  "));
        let share = if all == 0 {
            0.0
        } else {
            done as f64 / all as f64
        };
        spans.extend(gauge::bar(share, 20, theme));
        spans.push(Span::raw(format!(" {}", gauge::percent(done, all))));
    }
    if state.room() >= Room::Tabs {
        let busy = state.is_busy();
        let style = if busy { theme.warn() } else { theme.dim() };
        let doing = states::doing(state);
        spans.push(Span::styled(
            format!("  {} {doing:<8}", theme.glyphs().dot),
            style,
        ));
    }
    spans.push(Span::raw(" "));
    Line::from(spans)
}
