//! The course map: chapters, exercises, and what is known of the selected one.

use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use crate::runner::course::Exercise;
use crate::runner::outcome::{CheckState, Verdict};
use crate::runner::tui::map::{chapter_number, number};
use crate::runner::tui::place::{Pane, Room};
use crate::runner::tui::state::State;
use crate::runner::tui::text::units::count;
use crate::runner::tui::text::wrap;
use crate::runner::tui::view::pane::{Placed, inner};
use crate::runner::tui::words;

/// The panes of the screen in this area.
pub fn panes(state: &State, area: Rect) -> Vec<Placed> {
    let room = state.room();
    let framed = room >= Room::Tabs;
    if room != Room::Full {
        return if state.map.preview {
            vec![preview(state, area, framed)]
        } else {
            vec![list(state, area, framed)]
        };
    }
    let chapters_wide = area.width / 4;
    let list_wide = area.width * 7 / 20;
    let column = |left: u16, width: u16| Rect {
        x: area.x + left,
        width,
        ..area
    };
    vec![
        chapters(state, column(0, chapters_wide)),
        list(state, column(chapters_wide, list_wide), true),
        preview(
            state,
            column(
                chapters_wide + list_wide,
                area.width - chapters_wide - list_wide,
            ),
            true,
        ),
    ]
}

fn placed(pane: Pane, title: &str, area: Rect, lines: Vec<Line<'static>>) -> Placed {
    Placed {
        pane,
        title: title.to_owned(),
        area,
        lines,
        focused: pane == Pane::List,
        framed: true,
        selected: None,
    }
}

fn chapters(state: &State, area: Rect) -> Placed {
    let theme = state.theme;
    let width = usize::from(inner(area, true).width);
    let here = state
        .map
        .exercise(&state.course)
        .map(|exercise| exercise.chapter.as_str());
    let mut lines = Vec::new();
    let mut selected = None;
    for chapter in &state.course.chapters {
        let of = state
            .course
            .exercises
            .iter()
            .filter(|exercise| exercise.chapter == chapter.name);
        let done = of
            .clone()
            .filter(|exercise| state.session.done.contains(&exercise.name))
            .count();
        let all = of.count();
        let (glyph, style) = if all > 0 && done == all {
            (theme.glyphs().pass, theme.good())
        } else {
            (" ", ratatui::style::Style::new())
        };
        let counted = format!("{done}/{all}");
        let title = format!(
            "{:>2} {}",
            chapter_number(&state.course, chapter),
            chapter.title
        );
        let room = width.saturating_sub(counted.len() + 3);
        let title = wrap::cut(&title, room, theme.glyphs().more);
        let pad = room.saturating_sub(Line::from(title.as_str()).width());
        let mut line = Line::from(vec![
            Span::styled(format!("{glyph} "), style),
            Span::raw(format!("{title}{} ", " ".repeat(pad))),
            Span::styled(counted, theme.dim()),
        ]);
        if here == Some(chapter.name.as_str()) {
            line = line.style(theme.strong().patch(theme.accent()));
            selected = Some(lines.len());
        }
        lines.push(line);
    }
    let mut placed = placed(Pane::Chapters, "Chapters", area, lines);
    placed.selected = selected;
    placed
}

fn list(state: &State, area: Rect, framed: bool) -> Placed {
    let theme = state.theme;
    let width = usize::from(inner(area, framed).width);
    let mut lines: Vec<Line<'static>> = Vec::new();
    let mut selected = None;
    let mut chapter_before = None;
    for at in state.map.shown(&state.course) {
        let exercise = &state.course.exercises[at];
        if chapter_before != Some(&exercise.chapter) {
            chapter_before = Some(&exercise.chapter);
            lines.push(heading(state, exercise));
        }
        let here = state.map.selected == at;
        if here {
            selected = Some(lines.len());
        }
        let line = row(state, exercise, width);
        lines.push(if here {
            line.style(theme.selected())
        } else {
            line
        });
    }
    if lines.is_empty() {
        lines.push(Line::styled("No exercise matches.", theme.dim()));
    }
    let mut placed = placed(Pane::List, "Exercises", area, lines);
    placed.selected = selected;
    placed.framed = framed;
    placed
}

fn heading(state: &State, exercise: &Exercise) -> Line<'static> {
    let chapter = state
        .course
        .chapters
        .iter()
        .find(|chapter| chapter.name == exercise.chapter);
    let title = chapter.map_or_else(String::new, |chapter| {
        format!(
            "{} {}",
            chapter_number(&state.course, chapter),
            chapter.title
        )
    });
    Line::styled(title, state.theme.heading())
}

fn row(state: &State, exercise: &Exercise, width: usize) -> Line<'static> {
    let theme = state.theme;
    let glyphs = theme.glyphs();
    let last = state.results.get(&exercise.name);
    let (glyph, style) = if state.session.done.contains(&exercise.name) {
        (glyphs.pass, theme.good())
    } else if last.is_some_and(|outcome| {
        !matches!(
            outcome.verdict,
            Verdict::Todo | Verdict::Passed | Verdict::Cancelled
        )
    }) {
        (glyphs.fail, theme.bad())
    } else {
        (glyphs.todo, theme.dim())
    };
    let now = if exercise.name == state.session.current {
        "  now"
    } else {
        ""
    };
    let name = format!("{} {}", number(&state.course, exercise), exercise.name);
    let name = wrap::cut(&name, width.saturating_sub(4 + now.len()), glyphs.more);
    Line::from(vec![
        Span::styled(format!("  {glyph} "), style),
        Span::raw(name),
        Span::styled(now, theme.accent()),
    ])
}

fn preview(state: &State, area: Rect, framed: bool) -> Placed {
    let theme = state.theme;
    let width = usize::from(inner(area, framed).width);
    let mut lines: Vec<Line<'static>> = Vec::new();
    let Some(exercise) = state.map.exercise(&state.course) else {
        return placed(Pane::Preview, "Preview", area, lines);
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
    let mut placed = placed(Pane::Preview, "Preview", area, lines);
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
