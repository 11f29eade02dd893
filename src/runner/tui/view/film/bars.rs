//! A few named numbers.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use crate::report::{Bars, Drawing};
use crate::runner::tui::film::Film;
use crate::runner::tui::text::units::value;
use crate::runner::tui::text::wrap;
use crate::runner::tui::view::film::paint::Paint;

/// The longest name that is drawn whole.
const NAME: usize = 16;
/// Columns of the numbers.
const NUMBER: usize = 9;

/// Draws the bars on the scale of the whole film.
pub fn draw(film: &Film, bars: &Bars, paint: Paint, area: Rect, buffer: &mut Buffer) {
    let all = film.drawings().filter_map(|drawing| match drawing {
        Drawing::Bars(bars) => Some(&bars.bars),
        _ => None,
    });
    let largest = all
        .chain([&bars.bars])
        .flatten()
        .map(|(_, value)| value.abs())
        .filter(|value| value.is_finite())
        .fold(0.0_f32, f32::max);
    let width = usize::from(area.width);
    let glyphs = paint.theme.glyphs();
    let names = bars
        .bars
        .iter()
        .map(|(name, _)| Line::from(name.as_str()).width());
    let name_wide = names.max().unwrap_or(0).min(NAME).min(width / 3);
    let room = width.saturating_sub(name_wide + NUMBER + 2);
    for (row, (name, number)) in (area.top()..area.bottom()).zip(&bars.bars) {
        let name = wrap::cut(&wrap::clean(name), name_wide, glyphs.more);
        let pad = name_wide.saturating_sub(Line::from(name.as_str()).width());
        let share = f64::from(number.abs()) / f64::from(largest);
        let full = if share.is_finite() {
            (share * room as f64).round() as usize
        } else {
            0
        };
        let style = if *number < 0.0 {
            paint.theme.bad()
        } else {
            paint.theme.accent()
        };
        let line = Line::from(vec![
            Span::raw(format!("{name}{} ", " ".repeat(pad))),
            Span::styled(
                format!("{:>NUMBER$} ", value(*number)),
                paint.theme.strong(),
            ),
            Span::styled(glyphs.full.repeat(full.min(room)), style),
        ]);
        buffer.set_line(area.x, row, &line, area.width);
    }
}
