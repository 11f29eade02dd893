//! Points, and the line over them.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};

use crate::report::{Drawing, Scatter};
use crate::runner::tui::film::Seen;
use crate::runner::tui::text::units::value;
use crate::runner::tui::text::wrap;
use crate::runner::tui::view::film::paint::Paint;
use crate::runner::tui::view::plot::{axes, lay};
use crate::runner::words::screen::pictures as words;

/// Columns of the labels of the y axis.
const LABELS: u16 = 8;
/// Air around the points.
const AIR: f64 = 0.08;

/// Draws the points and the newest line.
pub fn draw(scatter: &Scatter, seen: &Seen<'_>, paint: Paint, area: Rect, buffer: &mut Buffer) {
    let points: Vec<(f64, f64)> = scatter
        .points
        .iter()
        .filter(|(x, y)| x.is_finite() && y.is_finite())
        .map(|(x, y)| (f64::from(*x), f64::from(*y)))
        .collect();
    if area.width < LABELS + 8 || area.height < 4 {
        return;
    }
    let theme = paint.theme;
    let Some((x, y)) = bounds(&points) else {
        buffer.set_stringn(
            area.x,
            area.y,
            words::no_finite_point(),
            usize::from(area.width),
            theme.dim(),
        );
        return;
    };
    let graph = Rect {
        x: area.x + LABELS + 1,
        width: area.width - LABELS - 1,
        height: area.height - 2,
        ..area
    };
    axes(theme, graph, buffer);
    let mut left = |row: u16, text: String| {
        let wide = usize::from(LABELS) - 1;
        let text = wrap::cut(&wrap::clean(&text), wide, theme.glyphs().more);
        buffer.set_string(area.x, row, format!("{text:>wide$}"), theme.dim());
    };
    left(graph.top(), value(y[1] as f32));
    if graph.height > 2 {
        left(graph.y + graph.height / 2, scatter.y.clone());
    }
    left(graph.bottom() - 1, value(y[0] as f32));
    let row = graph.bottom() + 1;
    buffer.set_string(graph.x, row, value(x[0] as f32), theme.dim());
    let right = format!("{}  {}", wrap::clean(&scatter.x), value(x[1] as f32));
    let wide = u16::try_from(right.chars().count())
        .unwrap_or(0)
        .min(graph.width / 2);
    buffer.set_stringn(
        graph.right() - wide,
        row,
        right,
        usize::from(wide),
        theme.dim(),
    );

    if let Some(Drawing::Line(line)) = seen.frames.last()
        && line.slope.is_finite()
        && line.bias.is_finite()
    {
        let at = |x: f64| (x, f64::from(line.slope) * x + f64::from(line.bias));
        // Ends far above or below the picture would be beyond what the canvas can count.
        if let Some(ends) = clipped(at(x[0]), at(x[1]), y) {
            let (colour, marker, _) = theme.curve(0);
            lay(&ends, x, y, (marker, colour, Modifier::BOLD), graph, buffer);
        }
    }
    let dot = if theme.ascii { "o" } else { "●" };
    let style = Style::new().fg(theme.curve(1).0);
    for (px, py) in points {
        let column = (px - x[0]) / (x[1] - x[0]) * f64::from(graph.width - 1);
        let down = (y[1] - py) / (y[1] - y[0]) * f64::from(graph.height - 1);
        let place = (
            graph.x + column.round() as u16,
            graph.y + down.round() as u16,
        );
        paint.mark(place, dot, style, buffer);
    }
}

fn bounds(points: &[(f64, f64)]) -> Option<([f64; 2], [f64; 2])> {
    let range = |of: fn(&(f64, f64)) -> f64| {
        let low = points.iter().map(of).fold(f64::INFINITY, f64::min);
        let high = points.iter().map(of).fold(f64::NEG_INFINITY, f64::max);
        let air = (high - low).max(1e-6 * high.abs()).max(1e-6) * AIR;
        [low - air, high + air]
    };
    (!points.is_empty()).then(|| (range(|it| it.0), range(|it| it.1)))
}

/// The part of a straight line that lies between two heights.
fn clipped(from: (f64, f64), to: (f64, f64), y: [f64; 2]) -> Option<Vec<(f64, f64)>> {
    let (dx, dy) = (to.0 - from.0, to.1 - from.1);
    let (mut begin, mut end) = (0.0_f64, 1.0_f64);
    if dy.abs() < 1e-12 {
        (y[0]..=y[1]).contains(&from.1).then_some(())?;
    } else {
        let (a, b) = ((y[0] - from.1) / dy, (y[1] - from.1) / dy);
        begin = begin.max(a.min(b));
        end = end.min(a.max(b));
    }
    let at = |share: f64| (from.0 + share * dx, from.1 + share * dy);
    (begin <= end).then(|| vec![at(begin), at(end)])
}

#[cfg(test)]
mod tests {
    use super::clipped;

    #[test]
    fn a_line_is_drawn_as_far_as_it_lies_in_the_picture() {
        let line = |from, to| clipped(from, to, [0.0, 1.0]);
        assert_eq!(
            line((0.0, 0.0), (2.0, 2.0)),
            Some(vec![(0.0, 0.0), (1.0, 1.0)])
        );
        assert_eq!(
            line((0.0, -1.0), (2.0, 1.0)),
            Some(vec![(1.0, 0.0), (2.0, 1.0)])
        );
        assert_eq!(
            line((0.0, 0.5), (2.0, 0.5)),
            Some(vec![(0.0, 0.5), (2.0, 0.5)])
        );
        assert_eq!(line((0.0, 5.0), (2.0, 7.0)), None);
        assert_eq!(line((0.0, 5.0), (2.0, 5.0)), None);
    }
}
