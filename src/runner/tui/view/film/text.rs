//! A text that a program writes.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::Line;

use crate::report::Text;
use crate::runner::tui::text::wrap;
use crate::runner::tui::view::film::paint::Paint;

/// Draws the text; where it is longer than the pane, its end, which is what is being written.
pub fn draw(text: &Text, paint: Paint, area: Rect, buffer: &mut Buffer) {
    let lines = lines(text, paint, area.width);
    let surplus = lines.len().saturating_sub(usize::from(area.height));
    for (row, line) in (area.top()..area.bottom()).zip(lines.iter().skip(surplus)) {
        buffer.set_line(area.x, row, line, area.width);
    }
}

/// The text in lines of the pane.
pub fn lines(text: &Text, paint: Paint, width: u16) -> Vec<Line<'static>> {
    let lines = text.text.lines();
    let style = paint.theme.strong();
    lines
        .flat_map(|line| {
            let line = Line::styled(wrap::clean(line), style);
            wrap::words(&line, usize::from(width), "")
        })
        .collect()
}
