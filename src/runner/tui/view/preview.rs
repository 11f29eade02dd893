//! What is known of the exercise that is selected on the course map, or of its chapter.

use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use crate::runner::course::Exercise;
use crate::runner::outcome::{CheckState, Verdict};
use crate::runner::text::units;
use crate::runner::tui::map::number;
use crate::runner::tui::place::{Pane, Room};
use crate::runner::tui::state::State;
use crate::runner::tui::states;
use crate::runner::tui::text::{prose, wrap};
use crate::runner::tui::view::map_pane::placed;
use crate::runner::tui::view::pane::{Placed, inner};
use crate::runner::tui::view::way;
use crate::runner::words::screen::map as words;

/// What is known of the selected exercise.
pub fn preview(state: &State, area: Rect, framed: bool) -> Placed {
    let theme = state.theme;
    let width = usize::from(inner(area, framed).width);
    let mut lines: Vec<Line<'static>> = Vec::new();
    let Some(exercise) = state.map.exercise(&state.course) else {
        return placed(state, Pane::Preview, words::preview(), area, lines);
    };
    if state.map.focus.0 == Pane::Chapters && state.room() == Room::Full {
        let lines = way::page(state, exercise, width);
        return placed(state, Pane::Preview, words::chapter(), area, lines);
    }
    let name = format!("{} {}", number(&state.course, exercise), exercise.name);
    lines.push(Line::styled(name, theme.heading()));
    lines.push(Line::default());
    let mut field = |name: &str, text: String| {
        let mut spans = vec![Span::styled(format!("{name:<9}"), theme.dim())];
        spans.extend(prose::spans(&text, Style::new(), theme));
        let line = Line::from(spans);
        lines.extend(wrap::words(&line, width, "         "));
    };
    field(words::teaches(), exercise.teaches.clone());
    if let Some(minutes) = exercise.minutes {
        field(words::takes(), words::about(units::minutes(minutes)));
    }
    if !exercise.needs.is_empty() {
        let needs: Vec<String> = exercise
            .needs
            .iter()
            .map(|need| match state.course.exercise(need) {
                Some(needed) => format!("{} {need}", number(&state.course, needed)),
                None => need.clone(),
            })
            .collect();
        field(words::needs(), needs.join(", "));
    }
    let leads: Vec<String> = state
        .course
        .leads(&exercise.name)
        .map(|other| format!("{} {}", number(&state.course, other), other.name))
        .collect();
    if !leads.is_empty() {
        field(words::leads_to(), leads.join(", "));
    }
    let practice = state.session.practice.get(&exercise.name).copied();
    let practice = practice.unwrap_or_default();
    field(words::time(), units::spent(practice.seconds));
    field(words::tries(), practice.tries.to_string());
    let opened = state
        .session
        .hints
        .get(&exercise.name)
        .copied()
        .unwrap_or(0);
    field(words::hints(), words::opened(opened, exercise.hints.len()));
    field(words::file(), exercise.path());
    let chapter = state.course.chapter(&exercise.chapter);
    if let Some(chapter) = chapter.filter(|chapter| !chapter.about.is_empty()) {
        field(words::of_chapter(), chapter.about.clone());
    }
    lines.push(Line::default());
    lines.extend(last_run(state, exercise, width));
    let mut placed = placed(state, Pane::Preview, words::preview(), area, lines);
    placed.framed = framed;
    placed
}

fn last_run(state: &State, exercise: &Exercise, width: usize) -> Vec<Line<'static>> {
    let theme = state.theme;
    let Some(outcome) = state.results.get(&exercise.name) else {
        let text = if state.session.done.contains(&exercise.name) {
            words::done()
        } else {
            words::not_checked()
        };
        return wrap::words(&Line::styled(text, theme.dim()), width, "");
    };
    let (glyph, style) = theme.check(states::as_check(outcome.verdict));
    let verdict = states::verdict(outcome, 0);
    let text = format!("{glyph} {} {verdict}", words::last_run());
    let mut lines = wrap::words(&Line::styled(text, style), width, "  ");
    for check in &outcome.checks {
        if check.state == CheckState::Passed {
            continue;
        }
        let (glyph, style) = theme.check(check.state);
        let line = Line::from(vec![
            Span::styled(format!("  {glyph} "), style),
            Span::raw(check.name.clone()),
            Span::styled(format!("  {}", states::check(check)), style),
        ]);
        lines.extend(wrap::words(&line, width, "    "));
    }
    if outcome.verdict == Verdict::Passed {
        let text = match outcome.checks.len() {
            1 => words::one_agrees().to_owned(),
            checks => words::many_agree(checks),
        };
        lines.push(Line::styled(format!("  {text}"), theme.dim()));
    }
    lines
}
