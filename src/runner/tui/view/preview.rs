//! What is known of the exercise that is selected on the course map, and where it stands in the course.

use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use crate::runner::course::Exercise;
use crate::runner::outcome::{CheckState, Verdict};
use crate::runner::tui::map::{chapter_number, number};
use crate::runner::tui::place::Pane;
use crate::runner::tui::state::State;
use crate::runner::tui::text::units::{self, count};
use crate::runner::tui::text::wrap;
use crate::runner::tui::view::course::placed;
use crate::runner::tui::view::pane::{Placed, inner};
use crate::runner::tui::words;

/// What is known of the selected exercise.
pub fn preview(state: &State, area: Rect, framed: bool) -> Placed {
    let theme = state.theme;
    let width = usize::from(inner(area, framed).width);
    let mut lines: Vec<Line<'static>> = Vec::new();
    let Some(exercise) = state.map.exercise(&state.course) else {
        return placed(state, Pane::Preview, "Preview", area, lines);
    };
    let name = format!("{} {}", number(&state.course, exercise), exercise.name);
    lines.push(Line::styled(name, theme.heading()));
    lines.push(Line::default());
    let mut field = |name: &str, text: String| {
        let line = Line::from(vec![
            Span::styled(format!("{name:<9}"), theme.dim()),
            Span::raw(text),
        ]);
        lines.extend(wrap::words(&line, width, "         "));
    };
    field("teaches", exercise.teaches.clone());
    if !exercise.needs.is_empty() {
        let needs: Vec<String> = exercise
            .needs
            .iter()
            .map(|need| match state.course.exercise(need) {
                Some(needed) => format!("{} {need}", number(&state.course, needed)),
                None => need.clone(),
            })
            .collect();
        field("needs", needs.join(", "));
    }
    let leads: Vec<String> = state
        .course
        .exercises
        .iter()
        .filter(|other| other.needs.contains(&exercise.name))
        .map(|other| format!("{} {}", number(&state.course, other), other.name))
        .collect();
    if !leads.is_empty() {
        field("leads to", leads.join(", "));
    }
    let practice = state.session.practice.get(&exercise.name).copied();
    let practice = practice.unwrap_or_default();
    field("time", units::spent(practice.seconds));
    field("tries", practice.tries.to_string());
    let opened = state
        .session
        .hints
        .get(&exercise.name)
        .copied()
        .unwrap_or(0);
    field(
        "hints",
        format!("{opened} of {} opened", exercise.hints.len()),
    );
    field("file", exercise.path());
    let chapter = state
        .course
        .chapters
        .iter()
        .find(|chapter| chapter.name == exercise.chapter && !chapter.about.is_empty());
    if let Some(chapter) = chapter {
        field("chapter", chapter.about.clone());
    }
    lines.push(Line::default());
    lines.extend(last_run(state, exercise, width));
    let mut placed = placed(state, Pane::Preview, "Preview", area, lines);
    placed.framed = framed;
    placed
}

fn last_run(state: &State, exercise: &Exercise, width: usize) -> Vec<Line<'static>> {
    let theme = state.theme;
    let Some(outcome) = state.results.get(&exercise.name) else {
        let text = if state.session.done.contains(&exercise.name) {
            "done"
        } else {
            "not checked since the program was started"
        };
        return wrap::words(&Line::styled(text, theme.dim()), width, "");
    };
    let (glyph, style) = theme.check(words::as_check(outcome.verdict));
    let text = format!("{glyph} last run: {}", words::verdict(outcome, 0));
    let mut lines = wrap::words(&Line::styled(text, style), width, "  ");
    for check in &outcome.checks {
        if check.state == CheckState::Passed {
            continue;
        }
        let (glyph, style) = theme.check(check.state);
        let line = Line::from(vec![
            Span::styled(format!("  {glyph} "), style),
            Span::raw(check.name.clone()),
            Span::styled(format!("  {}", words::check(check)), style),
        ]);
        lines.extend(wrap::words(&line, width, "    "));
    }
    if outcome.verdict == Verdict::Passed {
        let text = count(outcome.checks.len(), "check agrees", "checks agree");
        lines.push(Line::styled(format!("  {text}"), theme.dim()));
    }
    lines
}

/// The chapters in order, and what the selected exercise builds on and leads to.
pub fn path(state: &State, area: Rect) -> Placed {
    let theme = state.theme;
    let width = usize::from(inner(area, true).width);
    let course = &state.course;
    let selected = state.map.exercise(course);
    let arrow = format!(" {} ", theme.glyphs().arrow);
    let mut spans = Vec::new();
    for chapter in &course.chapters {
        let of = || {
            course
                .exercises
                .iter()
                .filter(|it| it.chapter == chapter.name)
        };
        let done = of()
            .filter(|it| state.session.done.contains(&it.name))
            .count();
        let all = of().count();
        let style = if selected.is_some_and(|it| it.chapter == chapter.name) {
            theme.heading()
        } else if done == all {
            theme.good()
        } else {
            ratatui::style::Style::new()
        };
        if !spans.is_empty() {
            spans.push(Span::styled(arrow.clone(), theme.dim()));
        }
        let mark = match (done == all, done) {
            (true, _) => format!(" {}", theme.glyphs().pass),
            (false, 0) => String::new(),
            (false, done) => format!(" {done}/{all}"),
        };
        let title = format!(
            "{} {}{mark}",
            chapter_number(course, chapter),
            chapter.title
        );
        spans.push(Span::styled(title, style));
    }
    let mut lines = wrap::words(&Line::from(spans), width, "   ");
    let Some(exercise) = selected else {
        return placed(state, Pane::Path, "Path", area, lines);
    };
    lines.push(Line::default());
    let named = |it: &Exercise| {
        let (glyph, style) = if state.session.done.contains(&it.name) {
            (theme.glyphs().pass, theme.good())
        } else {
            (theme.glyphs().todo, theme.dim())
        };
        let name = format!("{} {}", number(course, it), it.name);
        [Span::styled(format!("{glyph} "), style), Span::raw(name)]
    };
    let mut spans: Vec<Span<'static>> = Vec::new();
    for need in exercise
        .needs
        .iter()
        .filter_map(|need| course.exercise(need))
    {
        if !spans.is_empty() {
            spans.push(Span::raw("  "));
        }
        spans.extend(named(need));
    }
    if !spans.is_empty() {
        spans.push(Span::styled(arrow.clone(), theme.dim()));
    }
    let name = format!("{} {}", number(course, exercise), exercise.name);
    spans.push(Span::styled(name, theme.heading()));
    let leads = course.exercises.iter();
    let leads = leads.filter(|other| other.needs.contains(&exercise.name));
    for (at, lead) in leads.enumerate() {
        let between = if at == 0 {
            arrow.clone()
        } else {
            "  ".to_owned()
        };
        spans.push(Span::styled(between, theme.dim()));
        spans.extend(named(lead));
    }
    lines.extend(wrap::words(&Line::from(spans), width, "   "));
    placed(state, Pane::Path, "Path", area, lines)
}
