//! Where the selected exercise stands in the course: the chapters around it, what it needs and what it leads to.

use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use crate::runner::course::{Chapter, Exercise};
use crate::runner::tui::map::{chapter_number, number};
use crate::runner::tui::place::Pane;
use crate::runner::tui::state::State;
use crate::runner::tui::text::wrap;
use crate::runner::tui::view::map_pane::{chapters_shown, placed};
use crate::runner::tui::view::pane::{Placed, inner};
use crate::runner::words::screen::map as words;

/// Lines from which on there is room for the whole way to an exercise.
const ROOMY: usize = 12;

/// The pane.
pub fn path(state: &State, area: Rect) -> Placed {
    let inside = inner(area, true);
    let (width, height) = (usize::from(inside.width), usize::from(inside.height));
    let selected = state.map.exercise(&state.course);
    let mut lines = vec![chapters(state, selected, width)];
    match selected {
        Some(exercise) if height >= ROOMY => lines.extend(ways(state, exercise, width)),
        Some(exercise) => lines.extend(branches(state, exercise, width, height)),
        None => {}
    }
    placed(state, Pane::Path, words::path(), area, lines)
}

/// The chapters in order, as many around the selected one as fit in a line.
fn chapters(state: &State, selected: Option<&Exercise>, width: usize) -> Line<'static> {
    let theme = state.theme;
    let shown = chapters_shown(&state.course, &state.map);
    let is_here = |chapter: &&Chapter| selected.is_some_and(|it| it.chapter == chapter.name);
    let here = shown.iter().position(is_here).unwrap_or(0);
    let parts: Vec<(String, Style)> = shown
        .iter()
        .map(|chapter| chapter_part(state, chapter, is_here(chapter)))
        .collect();
    let arrow = format!(" {} ", theme.glyphs().arrow);
    let between = Line::from(arrow.as_str()).width();
    let wide = |at: usize| Line::from(parts[at].0.as_str()).width();
    // What is left out on either side is an ellipsis and an arrow.
    let cost = |from: usize, to: usize| {
        let inside: usize = (from..to).map(|at| wide(at) + between).sum();
        let left_out = usize::from(from > 0) + usize::from(to < parts.len());
        inside.saturating_sub(between) + left_out * (1 + between)
    };
    let (mut from, mut to) = (here, (here + 1).min(parts.len()));
    loop {
        if to < parts.len() && cost(from, to + 1) <= width {
            to += 1;
        } else if from > 0 && cost(from - 1, to) <= width {
            from -= 1;
        } else {
            break;
        }
    }
    let more = || (theme.glyphs().more.to_owned(), theme.dim());
    let before = (from > 0).then(more);
    let after = (to < parts.len()).then(more);
    let shown = before
        .into_iter()
        .chain(parts[from..to].to_vec())
        .chain(after);
    let mut spans: Vec<Span<'static>> = Vec::new();
    for (text, style) in shown {
        if !spans.is_empty() {
            spans.push(Span::styled(arrow.clone(), theme.dim()));
        }
        spans.push(Span::styled(text, style));
    }
    Line::from(spans)
}

fn chapter_part(state: &State, chapter: &Chapter, is_here: bool) -> (String, Style) {
    let theme = state.theme;
    let route = state.map.route(&state.course);
    let of = || {
        let exercises = route.iter().map(|at| &state.course.exercises[*at]);
        exercises.filter(|it| it.chapter == chapter.name)
    };
    let done = of()
        .filter(|it| state.session.done.contains(&it.name))
        .count();
    let all = of().count();
    let style = if is_here {
        theme.heading()
    } else if done == all {
        theme.good()
    } else {
        Style::new()
    };
    let mark = match (done == all, done) {
        (true, _) => format!(" {}", theme.glyphs().pass),
        (false, 0) => String::new(),
        (false, done) => format!(" {done}/{all}"),
    };
    let number = chapter_number(&state.course, chapter);
    (format!("{number} {}{mark}", chapter.title), style)
}

/// What the exercise needs and what it leads to: in one line where that fits, else a line or more for each.
fn branches(state: &State, exercise: &Exercise, width: usize, height: usize) -> Vec<Line<'static>> {
    let course = &state.course;
    let theme = state.theme;
    let arrow = Span::styled(format!(" {} ", theme.glyphs().arrow), theme.dim());
    let needs = exercise.needs.iter();
    let needs: Vec<&Exercise> = needs.filter_map(|need| course.exercise(need)).collect();
    let leads: Vec<&Exercise> = course.leads(&exercise.name).collect();
    let name = format!("{} {}", number(course, exercise), exercise.name);
    let name = Span::styled(name, theme.heading());

    let mut spans = list(state, &needs);
    if !needs.is_empty() {
        spans.push(arrow.clone());
    }
    spans.push(name.clone());
    if !leads.is_empty() {
        spans.push(arrow.clone());
        spans.extend(list(state, &leads));
    }
    let in_one = Line::from(spans);
    if in_one.width() <= width {
        return vec![Line::default(), in_one];
    }
    // A line for the chapters and one for the exercise; a pane of its own has room for all of it.
    let room = height.saturating_sub(2);
    let above = match needs.is_empty() {
        true => 0,
        false => (room / 2).max(1),
    };
    let mut lines = folded(state, &needs, width, above);
    if let Some(last) = lines.last_mut() {
        last.push_span(arrow.clone());
    }
    let mut line = vec![name];
    if !leads.is_empty() {
        line.push(arrow);
    }
    lines.push(Line::from(line));
    let below = room.saturating_sub(lines.len() - 1).max(1);
    lines.extend(folded(state, &leads, width, below));
    lines
}

/// Everything that leads to the exercise, and what it leads to, chapter by chapter.
fn ways(state: &State, exercise: &Exercise, width: usize) -> Vec<Line<'static>> {
    let course = &state.course;
    let before = course
        .position(&exercise.name)
        .map(|at| course.all_before(at));
    let before = before
        .unwrap_or_default()
        .into_iter()
        .map(|at| &course.exercises[at]);
    let before: Vec<&Exercise> = before.filter(|it| it.name != exercise.name).collect();
    let after: Vec<&Exercise> = course.leads(&exercise.name).collect();
    let name = format!("{} {}", number(course, exercise), exercise.name);
    let parts = [
        (words::all_that_leads(&name), before),
        (words::what_it_leads_to(&name), after),
    ];
    let titles = course
        .chapters
        .iter()
        .map(|it| Line::from(it.title.as_str()).width());
    let column = titles.max().unwrap_or(0).min(width / 3) + 2;
    let mut lines = Vec::new();
    for (title, exercises) in parts
        .into_iter()
        .filter(|(_, exercises)| !exercises.is_empty())
    {
        lines.push(Line::default());
        lines.push(Line::styled(title, state.theme.heading()));
        for chapter in &course.chapters {
            let mut inside = exercises.clone();
            inside.retain(|it| it.chapter == chapter.name);
            inside.sort_by_key(|it| course.position(&it.name));
            if inside.is_empty() {
                continue;
            }
            let rows = folded(state, &inside, width.saturating_sub(column), usize::MAX);
            for (row, exercises) in rows.into_iter().enumerate() {
                let title = if row == 0 { chapter.title.as_str() } else { "" };
                let title = wrap::pad(title, column, state.theme.glyphs().more);
                let mut line = Line::from(Span::styled(title, state.theme.dim()));
                line.spans.extend(exercises.spans);
                lines.push(line);
            }
        }
    }
    lines
}

/// Exercises with what became of them, two blanks between them.
fn list(state: &State, exercises: &[&Exercise]) -> Vec<Span<'static>> {
    let theme = state.theme;
    let mut spans = Vec::new();
    for exercise in exercises {
        if !spans.is_empty() {
            spans.push(Span::raw("  "));
        }
        let (glyph, style) = if state.session.done.contains(&exercise.name) {
            (theme.glyphs().pass, theme.good())
        } else {
            (theme.glyphs().todo, theme.dim())
        };
        let name = format!("{} {}", number(&state.course, exercise), exercise.name);
        spans.extend([Span::styled(format!("{glyph} "), style), Span::raw(name)]);
    }
    spans
}

/// The same in so many lines at most, with the number of those that are left out.
fn folded(state: &State, exercises: &[&Exercise], width: usize, most: usize) -> Vec<Line<'static>> {
    // For ` and 12 more` or an arrow at the end.
    const AT_THE_END: usize = 12;
    let mut lines: Vec<Line<'static>> = Vec::new();
    let mut from = 0;
    while from < exercises.len() {
        let fits = |to: &usize| {
            Line::from(list(state, &exercises[from..*to])).width() + AT_THE_END <= width
        };
        let to = (from + 1..=exercises.len()).take_while(fits).last();
        let to = to.unwrap_or(from + 1);
        let mut line = Line::from(list(state, &exercises[from..to]));
        from = to;
        if lines.len() + 1 == most && from < exercises.len() {
            let more = format!(" {}", words::more(exercises.len() - from));
            line.push_span(Span::styled(more, state.theme.dim()));
            from = exercises.len();
        }
        lines.push(line);
    }
    lines
}
