//! A confusion matrix: counts where there is room, glyphs where there is not.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use crate::report::Confusion;
use crate::runner::tui::view::film::paint::Paint;
use crate::runner::words::screen::pictures as words;

/// Draws the matrix.
pub fn draw(confusion: &Confusion, paint: Paint, area: Rect, buffer: &mut Buffer) {
    let classes = confusion.classes;
    let width = usize::from(area.width);
    let largest =
        (0..classes).flat_map(|right| (0..classes).map(move |said| confusion.at(right, said)));
    let digits = largest.max().unwrap_or(0).to_string().len();
    let label = classes.saturating_sub(1).to_string().len();
    let whole = digits.max(label) + 1;
    let (cell, counts) = if label + 1 + classes.saturating_mul(whole) <= width {
        (whole, true)
    } else {
        (label + 1, false)
    };
    let dim = paint.theme.dim();
    let mut heading = " ".repeat(label + 1);
    for said in 0..classes {
        heading.push_str(&format!("{said:>cell$}"));
    }
    buffer.set_stringn(area.x, area.y, heading, width, dim);
    let rows = (area.top() + 1..area.bottom()).zip(0..classes);
    let mut last = area.top();
    for (row, right) in rows {
        let mut spans = vec![Span::styled(format!("{right:>label$} "), dim)];
        for said in 0..classes {
            let count = confusion.at(right, said);
            let share = f64::from(count) / f64::from(confusion.of_class(right).max(1));
            let text = if counts && count > 0 {
                count.to_string()
            } else {
                glyph(share, counts).to_owned()
            };
            spans.push(Span::styled(
                format!("{text:>cell$}"),
                style(paint, right == said, share),
            ));
        }
        buffer.set_line(area.x, row, &Line::from(spans), area.width);
        last = row;
    }
    if !counts && last + 1 < area.bottom() {
        buffer.set_stringn(area.x, last + 1, words::shares(), width, dim);
    }
}

fn glyph(share: f64, counts: bool) -> &'static str {
    match share {
        _ if counts => ".",
        share if share < 0.01 => ".",
        share if share < 0.03 => ":",
        share if share < 0.10 => "+",
        _ => "@",
    }
}

fn style(paint: Paint, is_right: bool, share: f64) -> Style {
    match (is_right, share) {
        (true, _) => paint.theme.good(),
        (false, share) if share >= 0.03 => paint.theme.bad().patch(paint.theme.strong()),
        (false, share) if share > 0.0 => paint.theme.warn(),
        _ => paint.theme.dim(),
    }
}
