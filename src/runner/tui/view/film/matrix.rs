//! Heat maps and masks: one cell of the picture for each number.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use crate::report::{Drawing, Grid};
use crate::runner::tui::film::Film;
use crate::runner::tui::text::units::value;
use crate::runner::tui::view::film::paint::{Paint, Ramp, Share, share};
use crate::runner::words::screen::pictures as words;

/// A number is drawn at most eight times as large as the smallest dot.
const MOST_HALVES: usize = 16;

/// Draws numbers as colours, on the scale of the whole film.
pub fn heat_map(film: &Film, grid: &Grid, paint: Paint, area: Rect, buffer: &mut Buffer) {
    let ranges = film.drawings().filter_map(|drawing| match drawing {
        Drawing::HeatMap(grid) => grid.range(),
        _ => None,
    });
    let range = ranges.fold(grid.range(), |all, one| match all {
        None => Some(one),
        Some((low, high)) => Some((low.min(one.0), high.max(one.1))),
    });
    let Some((low, high)) = range else {
        buffer.set_stringn(
            area.x,
            area.y,
            words::no_finite_number(),
            usize::from(area.width),
            paint.theme.dim(),
        );
        return;
    };
    // What has both signs is drawn around zero.
    let (ramp, low, high) = if low < 0.0 && high > 0.0 {
        let far = high.max(-low);
        (Ramp::Signed, -far, far)
    } else {
        (Ramp::Heat, low, high)
    };
    let mut area = area;
    if area.height > 3 {
        area.height -= 1;
        let mut spans = vec![Span::styled(format!("{} ", value(low)), paint.theme.dim())];
        let scale = paint.scale(ramp, 12.min(area.width / 3));
        spans.extend(
            scale
                .into_iter()
                .map(|(glyph, style)| Span::styled(glyph, style)),
        );
        spans.push(Span::styled(format!(" {}", value(high)), paint.theme.dim()));
        buffer.set_line(area.x, area.bottom(), &Line::from(spans), area.width);
    }
    fill(grid, paint, ramp, area, buffer, |value| {
        share(value, low, high)
    });
}

/// Draws what is zero as nothing, and the rest as large as it is.
pub fn mask(grid: &Grid, paint: Paint, area: Rect, buffer: &mut Buffer) {
    let largest = grid.range().map_or(1.0, |(low, high)| high.max(-low));
    fill(grid, paint, Ramp::Heat, area, buffer, |value| {
        // Half of the scale is for the size, so that the smallest is still seen.
        (value != 0.0)
            .then(|| share(value.abs(), 0.0, largest).map(|it| 0.5 + it / 2.0))
            .flatten()
    });
}

/// Draws a grid as large as it fits in whole cells, and shrunk where it does not.
pub fn fill(
    grid: &Grid,
    paint: Paint,
    ramp: Ramp,
    area: Rect,
    buffer: &mut Buffer,
    share: impl Fn(f32) -> Share,
) -> Rect {
    let (columns, rows) = (grid.columns, grid.rows());
    if columns == 0 || rows == 0 || area.is_empty() {
        return Rect {
            width: 0,
            height: 0,
            ..area
        };
    }
    let (wide, high) = (usize::from(area.width), 2 * usize::from(area.height));
    // In halves: a picture of 28 pixels is drawn 42 wide where 56 do not fit.
    let larger = (2 * wide / columns).min(2 * high / rows).min(MOST_HALVES);
    let shrunk = columns.div_ceil(wide).max(rows.div_ceil(high));
    let (wide, high) = if larger >= 2 {
        (columns * larger / 2, rows * larger / 2)
    } else {
        (columns.div_ceil(shrunk), rows.div_ceil(shrunk))
    };
    let cells = |count: usize| u16::try_from(count).unwrap_or(u16::MAX);
    let painted = Rect {
        width: cells(wide).min(area.width),
        height: cells(high.div_ceil(2)).min(area.height),
        ..area
    };
    paint.fill(ramp, painted, buffer, |x, y, _, _| {
        if y >= high {
            return None;
        }
        let value = grid.at(y * rows / high, x * columns / wide)?;
        share(value)
    });
    painted
}
