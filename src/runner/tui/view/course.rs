//! The course map: chapters, exercises, and what is known of the selected one.

use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use crate::runner::course::Exercise;
use crate::runner::outcome::Verdict;
use crate::runner::text::units;
use crate::runner::tui::map::{Show, chapter_number, number};
use crate::runner::tui::place::{Pane, Room};
use crate::runner::tui::state::State;
use crate::runner::tui::text::{prose, wrap};
use crate::runner::tui::view::map_pane::{chapters_shown, placed};
use crate::runner::tui::view::pane::{Placed, inner};
use crate::runner::tui::view::{path, preview};
use crate::runner::words::screen::map as words;

/// The height of the path under the other panes, frame included.
const PATH: u16 = 6;

/// The panes of the screen in this area.
pub fn panes(state: &State, area: Rect) -> Vec<Placed> {
    let room = state.room();
    let framed = room >= Room::Tabs;
    if room != Room::Full {
        return if state.map.preview {
            vec![preview::preview(state, area, framed)]
        } else {
            vec![list(state, area, framed)]
        };
    }
    if state.panes.zoomed {
        return vec![match state.map.focus.0 {
            Pane::Chapters => chapters(state, area),
            Pane::Preview => preview::preview(state, area, true),
            Pane::Path => path::path(state, area),
            _ => list(state, area, true),
        }];
    }
    let above = area.height.saturating_sub(PATH);
    let chapters_wide = area.width / 4;
    let list_wide = area.width * 7 / 20;
    let column = |left: u16, width: u16| Rect {
        x: area.x + left,
        width,
        height: above,
        ..area
    };
    let left = chapters_wide + list_wide;
    let below = Rect {
        y: area.y + above,
        height: area.height - above,
        ..area
    };
    vec![
        chapters(state, column(0, chapters_wide)),
        list(state, column(chapters_wide, list_wide), true),
        preview::preview(state, column(left, area.width - left), true),
        path::path(state, below),
    ]
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
    let route = state.map.route(&state.course);
    for chapter in chapters_shown(&state.course, &state.map) {
        let of = route.iter().map(|at| &state.course.exercises[*at]);
        let of = of.filter(|exercise| exercise.chapter == chapter.name);
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
    let mut placed = placed(state, Pane::Chapters, words::chapters(), area, lines);
    placed.selected = selected;
    placed
}

/// A line of the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Entry {
    /// The heading of the chapter of this exercise.
    Heading(usize),
    /// The exercise at this position of the course.
    Exercise(usize),
}

fn entries(state: &State) -> Vec<Entry> {
    let mut entries = Vec::new();
    let mut chapter_before = None;
    for at in state.map.shown(&state.course) {
        let chapter = &state.course.exercises[at].chapter;
        if chapter_before != Some(chapter) {
            chapter_before = Some(chapter);
            entries.push(Entry::Heading(at));
        }
        entries.push(Entry::Exercise(at));
    }
    entries
}

/// The position in the course of the exercise on this line of the list.
pub fn exercise_at(state: &State, line: usize) -> Option<usize> {
    match entries(state).get(line) {
        Some(Entry::Exercise(at)) => Some(*at),
        _ => None,
    }
}

fn list(state: &State, area: Rect, framed: bool) -> Placed {
    let theme = state.theme;
    let width = usize::from(inner(area, framed).width);
    let names = state.course.exercises.iter().map(|exercise| {
        let name = format!("{} {}", number(&state.course, exercise), exercise.name);
        Line::from(name).width()
    });
    let names = names.max().unwrap_or(0);
    let mut lines: Vec<Line<'static>> = Vec::new();
    let mut selected = None;
    for (line, entry) in entries(state).into_iter().enumerate() {
        lines.push(match entry {
            Entry::Heading(at) => heading(state, &state.course.exercises[at], width),
            Entry::Exercise(at) => {
                let row = row(state, &state.course.exercises[at], names, width);
                if state.map.selected == at {
                    selected = Some(line);
                    theme.select(&row, width)
                } else {
                    row
                }
            }
        });
    }
    if lines.is_empty() {
        lines.push(Line::styled(words::no_match(), theme.dim()));
    }
    let title = match (state.map.show, left(state)) {
        (Show::Todo, _) => words::exercises_todo().to_owned(),
        (Show::Done, _) => words::exercises_done().to_owned(),
        (Show::All, Some(minutes)) => words::exercises_left(units::minutes(minutes)),
        (Show::All, None) => words::exercises().to_owned(),
    };
    let mut placed = placed(state, Pane::List, &title, area, lines);
    placed.selected = selected;
    placed.framed = framed;
    placed
}

/// How long what is open on the track takes.
fn left(state: &State) -> Option<u32> {
    let route = state.map.route(&state.course);
    state.minutes_left(route.iter().map(|at| &state.course.exercises[*at]))
}

fn heading(state: &State, exercise: &Exercise, width: usize) -> Line<'static> {
    let theme = state.theme;
    let title = state.course.chapter(&exercise.chapter);
    let title = title.map_or_else(String::new, |chapter| {
        format!(
            "{} {}",
            chapter_number(&state.course, chapter),
            chapter.title
        )
    });
    let route = state.map.route(&state.course);
    let inside = route.iter().map(|at| &state.course.exercises[*at]);
    let left = state.minutes_left(inside.filter(|it| it.chapter == exercise.chapter));
    let left = left.map_or_else(String::new, |left| {
        format!("  {}", words::left(units::minutes(left)))
    });
    let room = width.saturating_sub(Line::from(left.as_str()).width());
    Line::from(vec![
        Span::styled(
            wrap::cut(&title, room, theme.glyphs().more),
            theme.heading(),
        ),
        Span::styled(left, theme.dim()),
    ])
}

fn row(state: &State, exercise: &Exercise, names: usize, width: usize) -> Line<'static> {
    let theme = state.theme;
    let glyphs = theme.glyphs();
    let last = state.results.get(&exercise.name);
    let (glyph, style) = if state.session.done.contains(&exercise.name) {
        (glyphs.pass, theme.good())
    } else if last.is_some_and(|outcome| {
        !matches!(
            outcome.verdict,
            Verdict::Todo
                | Verdict::Passed
                | Verdict::Piece
                | Verdict::Cancelled
                | Verdict::NoCrates
                | Verdict::CannotCheck
        )
    }) {
        (glyphs.fail, theme.bad())
    } else {
        (glyphs.todo, theme.dim())
    };
    let is_now = exercise.name == state.session.current;
    let practice = state.session.practice.get(&exercise.name);
    let spent = practice.map_or_else(String::new, |practice| units::short(practice.seconds));
    // How long somebody was at it, or until then how long it will take.
    let is_done = state.session.done.contains(&exercise.name);
    let time = match exercise.minutes {
        Some(minutes) if spent.is_empty() && !is_done => units::minutes(minutes),
        _ => spent,
    };
    // The glyph, `now` and the time stand in columns of their own. Where the names are long, a sign before the line says
    // `now`.
    let room = width.saturating_sub(4);
    let columns = [12, 8].into_iter().find(|columns| room >= names + columns);
    let columns = columns.unwrap_or(0);
    let (sign, accent) = match is_now && columns < 12 {
        true => (glyphs.here, theme.accent()),
        false => (" ", style),
    };
    let name = format!("{} {}", number(&state.course, exercise), exercise.name);
    let name = wrap::pad(&name, names.min(room - columns), glyphs.more);
    let mut spans = vec![
        Span::styled(format!("{sign} "), accent),
        Span::styled(format!("{glyph} "), style),
        Span::raw(name),
    ];
    if columns == 12 {
        let now = if is_now { words::now() } else { "" };
        spans.push(Span::styled(format!("  {now:<3}"), theme.accent()));
    }
    if columns > 0 {
        let wide = if columns == 12 { 7 } else { 8 };
        spans.push(Span::styled(format!("{time:>wide$}"), theme.dim()));
    }
    let left = room.saturating_sub(names + columns + 3);
    if left >= 16 {
        let teaches = wrap::cut(&exercise.teaches, left, glyphs.more);
        spans.push(Span::raw("   "));
        spans.extend(prose::spans(&teaches, theme.dim(), theme));
    }
    Line::from(spans)
}
