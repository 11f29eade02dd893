//! Tables: columns as wide as they need to be, cells wrapped where that is too much.

use ratatui::text::{Line, Span};

use crate::runner::tui::text::wrap;
use crate::runner::tui::theme::Theme;

/// Between two columns.
const GAP: usize = 2;
/// A column is never narrower, so that a word or two fit.
const NARROWEST: usize = 6;

/// Draws a table. The first row is the heading.
pub fn lines(rows: &[Vec<Line<'static>>], width: usize, theme: Theme) -> Vec<Line<'static>> {
    let columns = rows.iter().map(Vec::len).max().unwrap_or(0);
    if columns == 0 {
        return Vec::new();
    }
    let widths = widths(rows, columns, width);
    let mut drawn = Vec::new();
    for (number, row) in rows.iter().enumerate() {
        let cells: Vec<Vec<Line<'static>>> = (0..columns)
            .map(|at| match row.get(at) {
                Some(cell) => wrap::words(cell, widths[at], ""),
                None => Vec::new(),
            })
            .collect();
        let height = cells.iter().map(Vec::len).max().unwrap_or(0);
        for at in 0..height {
            let mut spans = Vec::new();
            for (cell, width) in cells.iter().zip(&widths) {
                let part = cell.get(at).cloned().unwrap_or_default();
                let padding = width.saturating_sub(part.width()) + GAP;
                for mut span in part.spans {
                    if number == 0 {
                        span.style = theme.strong().patch(span.style);
                    }
                    spans.push(span);
                }
                spans.push(Span::raw(" ".repeat(padding)));
            }
            drawn.push(Line::from(spans));
        }
        if number == 0 {
            let total = widths.iter().sum::<usize>() + GAP * (columns - 1);
            let rule = theme.glyphs().rule.repeat(total.min(width));
            drawn.push(Line::styled(rule, theme.dim()));
        }
    }
    drawn
}

/// As wide as the widest cell; where that does not fit, the widest columns give way first.
fn widths(rows: &[Vec<Line<'static>>], columns: usize, width: usize) -> Vec<usize> {
    let mut widths: Vec<usize> = (0..columns)
        .map(|at| {
            let cells = rows.iter().filter_map(|row| row.get(at));
            cells.map(Line::width).max().unwrap_or(0).max(1)
        })
        .collect();
    let room = width.saturating_sub(GAP * (columns - 1));
    while widths.iter().sum::<usize>() > room {
        let Some(widest) = widths
            .iter_mut()
            .max()
            .filter(|widest| **widest > NARROWEST)
        else {
            break;
        };
        *widest -= 1;
    }
    widths
}
