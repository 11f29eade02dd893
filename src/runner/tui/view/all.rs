//! Every exercise, and what came of checking it.

use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use crate::runner::outcome::{CheckOutcome, Outcome, Verdict};
use crate::runner::tui::place::{Pane, Room};
use crate::runner::tui::state::State;
use crate::runner::tui::states;
use crate::runner::tui::text::{prose, wrap};
use crate::runner::tui::view::gauge;
use crate::runner::tui::view::pane::{Placed, inner};
use crate::runner::words::screen::{checks as words, panes};

/// The panes of the screen in this area.
pub fn panes(state: &State, area: Rect) -> Vec<Placed> {
    let framed = state.room() >= Room::Tabs;
    let width = usize::from(inner(area, framed).width);
    let Some(all) = &state.all else {
        return Vec::new();
    };
    let theme = state.theme;
    let names = all
        .rows
        .iter()
        .map(|row| Line::from(row.name.as_str()).width());
    let column = names.max().unwrap_or(0).min(width / 2);
    let mut lines = vec![progress(state, width), Line::default()];
    let looked_at = all.looked_at();
    for (at, row) in all.rows.iter().enumerate() {
        let name = wrap::pad(&row.name, column, theme.glyphs().more);
        let line = match &row.outcome {
            Some(outcome) => {
                let (glyph, style) = theme.check(states::as_check(outcome.verdict));
                let short = states::short(outcome.verdict);
                let left = width.saturating_sub(column + wrap::width(short) + 6);
                let because = wrap::cut(&because(outcome), left, theme.glyphs().more);
                let mut spans = vec![
                    Span::styled(format!("{glyph} "), style),
                    Span::raw(name),
                    Span::styled(format!("  {short}  "), style),
                ];
                spans.extend(prose::spans(&because, theme.dim(), theme));
                Line::from(spans)
            }
            None if all.at == Some(at) => Line::from(vec![Span::styled(
                format!("{} {name}  {}", theme.glyphs().here, words::checking()),
                theme.warn(),
            )]),
            None => Line::styled(format!("  {name}"), theme.dim()),
        };
        lines.push(if at == looked_at {
            theme.select(&line, width)
        } else {
            line
        });
    }
    vec![Placed {
        pane: Pane::All,
        title: panes::all_exercises().to_owned(),
        area,
        lines,
        focused: true,
        framed,
        selected: Some(looked_at + 2),
    }]
}

fn progress(state: &State, width: usize) -> Line<'static> {
    let Some(all) = &state.all else {
        return Line::default();
    };
    let (done, of) = (all.done(), all.rows.len());
    let share = if of == 0 {
        0.0
    } else {
        done as f64 / of as f64
    };
    let mut spans = gauge::bar(share, width.saturating_sub(22).min(60), state.theme);
    spans.push(Span::raw(format!("  {}", words::checked(done, of))));
    if all.at.is_none() && done < of {
        spans.push(Span::styled(
            format!("  {}", words::stopped()),
            state.theme.warn(),
        ));
    }
    Line::from(spans)
}

/// The first sentence that says why it does not pass.
fn because(outcome: &Outcome) -> String {
    let fails = outcome.checks.iter().any(CheckOutcome::fails);
    if outcome.verdict == Verdict::Todo && !fails {
        return String::new();
    }
    let diagnosed = outcome
        .checks
        .iter()
        .find_map(|check| check.diagnosis.as_ref());
    let text = diagnosed
        .map(|diagnosis| diagnosis.message.as_str())
        .or(outcome.message.as_deref())
        .unwrap_or_default();
    wrap::clean(text.lines().next().unwrap_or_default())
}
