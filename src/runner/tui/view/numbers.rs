//! Why a check failed: the sentence first, then the case, then the numbers under it.

use ratatui::text::{Line, Span};

use crate::runner::outcome::{CheckOutcome, CheckState, Numbers};
use crate::runner::tui::place::Room;
use crate::runner::tui::state::State;
use crate::runner::tui::states;
use crate::runner::tui::text::{prose, wrap};
use crate::runner::tui::theme::Theme;
use crate::runner::words::screen::{numbers as words, panes};

/// Rows of the map that are drawn.
const MAP_ROWS: usize = 32;

/// The title of the pane.
pub fn title(state: &State) -> String {
    match state.check() {
        Some(check) if check.numbers.is_some() => panes::numbers_of(&check.name),
        Some(check) => panes::diagnosis_of(&check.name),
        None => panes::diagnosis().to_owned(),
    }
}

/// The lines of the pane.
pub fn lines(state: &State, width: usize) -> Vec<Line<'static>> {
    let theme = state.theme;
    let mut lines = Vec::new();
    let run = state.shown();
    let message = run.outcome().and_then(|outcome| outcome.message.as_deref());
    if let Some(message) = message {
        paragraph(&mut lines, message, width, theme);
    }
    let Some(check) = state.check() else {
        return lines;
    };
    if state.room() <= Room::Small {
        // Without a frame there is no title that names the check.
        let (glyph, style) = theme.check(check.state);
        let text = format!("{glyph} {}  {}", check.name, states::check(check));
        lines.extend(wrap::words(&Line::styled(text, style), width, "  "));
    }
    if let Some(diagnosis) = &check.diagnosis
        && message != Some(diagnosis.message.as_str())
    {
        paragraph(&mut lines, &diagnosis.message, width, theme);
    }
    if let Some(numbers) = &check.numbers {
        table(&mut lines, check, numbers, width, theme);
    }
    if run.id != state.run.id {
        lines = lines
            .into_iter()
            .map(|line| line.style(theme.dim()))
            .collect();
    }
    lines
}

/// The sentence is what a learner reads first, so it is the brightest thing in the pane.
fn paragraph(lines: &mut Vec<Line<'static>>, text: &str, width: usize, theme: Theme) {
    for line in text.lines() {
        let line = prose::line(&wrap::clean(line), theme.strong(), theme);
        lines.extend(wrap::words(&line, width, ""));
    }
    lines.push(Line::default());
}

fn table(
    lines: &mut Vec<Line<'static>>,
    check: &CheckOutcome,
    numbers: &Numbers,
    width: usize,
    theme: Theme,
) {
    if !numbers.case.is_empty() {
        let failed = if check.state == CheckState::Failed && check.failed > 1 {
            format!("  {}", words::smallest(check.failed))
        } else {
            String::new()
        };
        let line = Line::from(vec![
            Span::raw(wrap::clean(&numbers.case)),
            Span::styled(failed, theme.dim()),
        ]);
        lines.extend(wrap::words(&line, width, "  "));
    }
    for (name, value) in &numbers.inputs {
        let line = Line::from(vec![
            Span::styled(format!("  {name}"), theme.code()),
            Span::raw(format!(" = {}", wrap::clean(value))),
        ]);
        lines.extend(wrap::words(&line, width, "      "));
    }
    if !numbers.rows.is_empty() {
        lines.push(Line::default());
        rows(lines, numbers, width, theme);
    }
    if !numbers.tolerance.is_empty() {
        let text = words::tolerance(&numbers.tolerance);
        lines.extend(wrap::words(&Line::styled(text, theme.dim()), width, "  "));
    }
    if numbers.of > 0 {
        let (off, of) = (numbers.off, numbers.of);
        let text = match numbers.rows.len() {
            _ if (off, of) == (1, 1) => words::one_element().to_owned(),
            shown if shown >= off => words::elements(off, of),
            1 => words::elements_one_shown(off, of),
            shown => words::elements_shown(off, of, shown),
        };
        lines.extend(wrap::words(&Line::styled(text, theme.dim()), width, "  "));
    }
    map(lines, numbers, width, theme);
}

fn rows(lines: &mut Vec<Line<'static>>, numbers: &Numbers, width: usize, theme: Theme) {
    let part = if numbers.part.is_empty() {
        words::element().to_owned()
    } else {
        numbers.part.clone()
    };
    let mut cells: Vec<[String; 4]> = vec![[
        part,
        words::yours().to_owned(),
        words::expected().to_owned(),
        words::error().to_owned(),
    ]];
    for row in &numbers.rows {
        cells.push(
            [&row.element, &row.yours, &row.expected, &row.error].map(|text| wrap::clean(text)),
        );
    }
    let mut widths = [0; 4];
    for row in &cells {
        for (width, cell) in widths.iter_mut().zip(row) {
            *width = (*width).max(Line::from(cell.as_str()).width());
        }
    }
    // The name of the part is the only one of the four that may be long.
    let others = widths[1..].iter().map(|width| width + 2).sum::<usize>();
    widths[0] = widths[0].min(width.saturating_sub(others).max(7));
    for (number, row) in cells.iter().enumerate() {
        let first = wrap::cut(&row[0], widths[0], theme.glyphs().more);
        let pad = widths[0].saturating_sub(Line::from(first.as_str()).width());
        let mut spans = vec![Span::raw(format!("{first}{}", " ".repeat(pad)))];
        for (at, cell) in row.iter().enumerate().skip(1) {
            // Numbers are read from the right end.
            let pad = widths[at].saturating_sub(Line::from(cell.as_str()).width());
            let style = match (number, at) {
                (0, _) => theme.dim(),
                (_, 1) => theme.bad(),
                (_, 2) => theme.good(),
                _ => theme.dim(),
            };
            spans.push(Span::raw(" ".repeat(pad + 2)));
            spans.push(Span::styled(cell.clone(), style));
        }
        let line = Line::from(spans);
        lines.push(if number == 0 {
            line.style(theme.dim())
        } else {
            line
        });
    }
}

fn map(lines: &mut Vec<Line<'static>>, numbers: &Numbers, width: usize, theme: Theme) {
    // One element needs no map.
    if numbers.map.iter().map(Vec::len).sum::<usize>() < 2 {
        return;
    }
    let glyphs = theme.glyphs();
    lines.push(Line::default());
    let digits = numbers.map.len().to_string().len();
    let room = width.saturating_sub(digits + 6);
    for (number, row) in numbers.map.iter().take(MAP_ROWS).enumerate() {
        let row_of = words::row(format!("{number:>digits$}"));
        let mut spans = vec![Span::styled(format!("{row_of} "), theme.dim())];
        for off in row.iter().take(room) {
            spans.push(if *off {
                Span::styled(glyphs.off, theme.bad())
            } else {
                Span::styled(glyphs.near, theme.good())
            });
        }
        if row.len() > room {
            spans.push(Span::styled(glyphs.more, theme.dim()));
        }
        lines.push(Line::from(spans));
    }
    let signs = words::signs(glyphs.near, glyphs.off);
    let legend = if numbers.map.len() > MAP_ROWS {
        format!(
            "{signs}  {}",
            words::first_rows(MAP_ROWS, numbers.map.len())
        )
    } else {
        signs
    };
    lines.push(Line::styled(legend, theme.dim()));
}
