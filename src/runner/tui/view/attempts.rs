//! The attempts at the exercise: a list, what has changed since the selected one, and the curves laid over each other.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use crate::runner::attempts::{Attempt, ago};
use crate::runner::curve::History;
use crate::runner::tui::attempts::Attempts;
use crate::runner::tui::comparison::histories;
use crate::runner::tui::grouping::{Topic, groups};
use crate::runner::tui::lens::Lens;
use crate::runner::tui::place::{Pane, Room};
use crate::runner::tui::state::State;
use crate::runner::tui::states;
use crate::runner::tui::text::{prose, wrap};
use crate::runner::tui::view::diff;
use crate::runner::tui::view::pane::{Placed, frame, inner};
use crate::runner::tui::view::plot::Chart;
use crate::runner::words::screen::{attempts as words, training};
use crate::sheet::CurvePart;

/// Rows of the curves where they stand under what has changed.
const CURVES: u16 = 14;
/// Columns of how long ago an attempt was judged.
const AGO: usize = 10;

/// The panes of text of the screen in this area.
pub fn panes(state: &State, area: Rect) -> Vec<Placed> {
    let Some(attempts) = &state.attempts else {
        return Vec::new();
    };
    let areas = areas(state, attempts, area);
    areas
        .into_iter()
        .filter(|(pane, _)| *pane != Pane::Curves)
        .map(|(pane, area)| place(state, attempts, pane, area))
        .collect()
}

/// Draws the curves, which are no text.
pub fn draw(state: &State, area: Rect, buffer: &mut Buffer) {
    let Some(attempts) = &state.attempts else {
        return;
    };
    let framed = state.room() >= Room::Tabs;
    for (pane, area) in areas(state, attempts, area) {
        if pane == Pane::Curves {
            let (title, curves, log) = curves(state, attempts);
            if framed {
                let focused = attempts.looked_at(state) == Pane::Curves;
                frame(&format!("[3] {title}"), focused, state.theme, area, buffer);
            }
            Chart {
                curves: curves.iter().collect(),
                over: Vec::new(),
                over_title: "",
                lens: Lens::default(),
                log,
            }
            .draw(state.theme, inner(area, framed), buffer);
        }
    }
}

/// Where each pane that is in sight is.
fn areas(state: &State, attempts: &Attempts, area: Rect) -> Vec<(Pane, Rect)> {
    if state.room() != Room::Full || state.panes.zoomed {
        return vec![(attempts.looked_at(state), area)];
    }
    let half = area.width / 2;
    let list = Rect {
        width: half,
        ..area
    };
    let mut changes = Rect {
        x: area.x + half,
        width: area.width - half,
        ..area
    };
    let mut areas = vec![(Pane::Attempts, list)];
    let with_curves = attempts.panes(state).contains(&Pane::Curves);
    if with_curves {
        let rows = CURVES.min(area.height / 2);
        changes.height -= rows;
        let curves = Rect {
            y: changes.bottom(),
            height: rows,
            ..changes
        };
        areas.push((Pane::Curves, curves));
    }
    areas.push((Pane::Changes, changes));
    areas
}

fn place(state: &State, attempts: &Attempts, pane: Pane, area: Rect) -> Placed {
    let framed = state.room() >= Room::Tabs;
    let width = usize::from(inner(area, framed).width);
    let (title, lines, selected) = match pane {
        Pane::Changes => (
            changes_title(state, attempts),
            changes(state, attempts, width),
            None,
        ),
        _ => (
            words::title(attempts.list.len()),
            list(state, attempts, width),
            Some(attempts.at),
        ),
    };
    Placed {
        pane,
        title,
        area,
        lines,
        focused: attempts.looked_at(state) == pane,
        framed,
        selected,
    }
}

fn list(state: &State, attempts: &Attempts, width: usize) -> Vec<Line<'static>> {
    let row = |(at, attempt)| {
        let line = row(state, attempts, attempt, width);
        if at == attempts.at {
            state.theme.select(&line, width)
        } else {
            line
        }
    };
    attempts.list.iter().enumerate().map(row).collect()
}

/// One attempt in one line. What gives way where that is short is the sentence.
fn row(state: &State, attempts: &Attempts, attempt: &Attempt, width: usize) -> Line<'static> {
    let theme = state.theme;
    let summary = &attempt.summary;
    let (glyph, style, short) = match summary.verdict {
        Some(verdict) => {
            let (glyph, style) = theme.check(states::as_check(verdict));
            (glyph, style, states::short(verdict))
        }
        None => (
            theme.glyphs().todo,
            theme.dim(),
            states::short_not_checked(),
        ),
    };
    let ago = ago(summary.judged, attempts.now);
    let mut spans = vec![
        Span::styled(format!("{glyph} "), style),
        Span::styled(format!("{:>2}  ", summary.number), theme.strong()),
        Span::styled(format!("{ago:<AGO$}  "), theme.dim()),
        Span::styled(short, style),
    ];
    if attempts.against == Some(summary.number) {
        spans.push(Span::styled(
            format!("  {}", words::compared()),
            theme.accent(),
        ));
    }
    if attempt.text == attempts.text {
        spans.push(Span::styled(format!("  {}", words::now()), theme.accent()));
    }
    let used: usize = spans.iter().map(Span::width).sum();
    let left = width.saturating_sub(used);
    // A few letters of a sentence say nothing.
    if left > 12 && !summary.message.is_empty() {
        let message = format!("  {}", wrap::clean(&summary.message));
        let message = wrap::cut(&message, left, theme.glyphs().more);
        spans.extend(prose::spans(&message, theme.dim(), theme));
    }
    Line::from(spans)
}

fn changes_title(state: &State, attempts: &Attempts) -> String {
    let Some(selected) = attempts.selected() else {
        return words::changed().to_owned();
    };
    words::changed_from(selected.summary.number, attempts.against(state).name)
}

fn changes(state: &State, attempts: &Attempts, width: usize) -> Vec<Line<'static>> {
    let Some(selected) = attempts.selected() else {
        return wrap::words(&Line::styled(words::none(), state.theme.dim()), width, "");
    };
    let mut lines = Vec::new();
    let message = wrap::clean(&selected.summary.message);
    if !message.is_empty() {
        let message = prose::line(&message, Style::new(), state.theme);
        lines.extend(wrap::words(&message, width, ""));
        lines.push(Line::default());
    }
    let against = attempts.against(state);
    let same = match against.number {
        Some(other) => words::same(selected.summary.number, other),
        None => words::same_as_now(selected.summary.number),
    };
    let differs = diff::lines(&selected.text, against.text, &same, state.theme, width);
    lines.extend(differs);
    lines
}

/// The title, the curves of the first chart from both sides, each with a name that says whose it is, and whether the axis is
/// logarithmic.
/// What is declared of the series: by the check of this session, and where there was none, by the attempt's.
fn declared(state: &State, attempt: Option<&Attempt>) -> Vec<CurvePart> {
    let mut declared = state.training().declared.clone();
    for part in attempt.iter().flat_map(|attempt| &attempt.declared) {
        if declared.iter().all(|known| known.series != part.series) {
            declared.push(part.clone());
        }
    }
    declared
}

fn curves(state: &State, attempts: &Attempts) -> (String, Vec<History>, bool) {
    let against = attempts.against(state);
    let selected = attempts.selected();
    let name = selected.map(|attempt| training::attempt(attempt.summary.number));
    let name = name.unwrap_or_default();
    let own = selected.map(histories).unwrap_or_default();
    let all = || own.iter().chain(&against.curves);
    let mut names: Vec<&str> = Vec::new();
    for curve in all() {
        if !names.contains(&curve.series.as_str()) {
            names.push(&curve.series);
        }
    }
    let first = groups(&names, &declared(state, selected))
        .into_iter()
        .next();
    let belongs = |curve: &&History| {
        let mut series = first.iter().flat_map(|group| &group.series);
        series.any(|at| names.get(*at) == Some(&curve.series.as_str()))
    };
    let of = |curves: &[History], whose: &str| -> Vec<History> {
        let curves = curves.iter().filter(belongs);
        curves
            .map(|curve| {
                let mut named = curve.clone();
                named.series = format!("{} {whose}", wrap::clean(&curve.series));
                named
            })
            .collect()
    };
    let mut curves = of(&own, &name);
    if name != against.name {
        curves.extend(of(&against.curves, &against.name));
    }
    let topic = first
        .as_ref()
        .map_or(Topic::Undeclared, |group| group.topic);
    let by_shape = || curves.first().is_some_and(History::is_an_l);
    let log = topic.takes_logarithms() && state.charts.log.unwrap_or_else(by_shape);
    let title = match (own.is_empty(), against.curves.is_empty()) {
        (true, _) => words::curves_of_one(against.name, name),
        (_, true) => words::curves_of_one(name, against.name),
        _ => words::curves_of(name, against.name),
    };
    let title = match log {
        true => format!("{title} {}", training::log_y()),
        false => title,
    };
    (title, curves, log)
}
