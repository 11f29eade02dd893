//! A histogram.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::report::{Drawing, Histogram};
use crate::runner::tui::film::Film;
use crate::runner::tui::text::units::value;
use crate::runner::tui::view::film::paint::Paint;

const EIGHTHS: [&str; 9] = [" ", "▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"];

/// Histograms whose widths differ by more than this are not of the same thing.
const OTHER: f32 = 5.0;

/// Draws a histogram on the axes of the whole film, so that one sees it move.
///
/// Histograms `beside` it have the same axes, so that two trainings can be compared, unless they are of another size
/// altogether.
pub fn draw(
    film: &Film,
    beside: &[Film],
    histogram: &Histogram,
    paint: Paint,
    area: Rect,
    buffer: &mut Buffer,
) {
    if area.width < 12 || area.height < 3 {
        return;
    }
    let graph = Rect {
        height: area.height - 2,
        // An odd number of columns, so that zero is in the middle of one.
        width: area.width - (area.width + 1) % 2,
        ..area
    };
    let own = bound(film);
    let bounds = beside.iter().map(bound);
    let bound = bounds.filter(|it| *it <= OTHER * own).fold(own, f32::max);
    let alike = beside
        .iter()
        .filter(|film| self::bound(film) * OTHER >= bound);
    let all = || histograms(film).chain(alike.clone().flat_map(histograms));
    let heights = columns(histogram, bound, usize::from(graph.width));
    let tallest = all()
        .flat_map(|it| columns(it, bound, usize::from(graph.width)))
        .fold(1.0, f64::max);
    let middle = heights.len() / 2;
    for (number, height) in heights.iter().enumerate() {
        let style = if number == middle {
            paint.theme.accent()
        } else {
            paint.theme.warn()
        };
        let eighths = (height / tallest * f64::from(graph.height) * 8.0).round() as usize;
        // What is there at all is seen.
        let eighths = if *height > 0.0 { eighths.max(1) } else { 0 };
        for up in 0..usize::from(graph.height) {
            let here = eighths.saturating_sub(8 * up).min(8);
            if here == 0 {
                break;
            }
            let glyph = match paint.theme.ascii {
                true if up == 0 && here < 4 => ".",
                true => "#",
                false => EIGHTHS[here],
            };
            let column = graph.x + u16::try_from(number).unwrap_or(0);
            let row = graph.bottom() - 1 - u16::try_from(up).unwrap_or(0);
            buffer.set_string(column, row, glyph, style);
        }
    }
    let dim = paint.theme.dim();
    let rule = paint.theme.glyphs().rule.repeat(usize::from(graph.width));
    buffer.set_string(graph.x, graph.bottom(), rule, dim);
    let row = graph.bottom() + 1;
    let high = value(bound);
    buffer.set_string(graph.x, row, value(-bound), dim);
    buffer.set_string(graph.x + graph.width / 2, row, "0", dim);
    let right = graph
        .right()
        .saturating_sub(u16::try_from(high.len()).unwrap_or(0));
    buffer.set_string(right, row, high, dim);
}

fn histograms(film: &Film) -> impl Iterator<Item = &Histogram> {
    film.drawings().filter_map(|drawing| match drawing {
        Drawing::Histogram(it) => Some(it),
        _ => None,
    })
}

/// The widest of its histograms.
fn bound(film: &Film) -> f32 {
    histograms(film).map(|it| it.bound).fold(0.0, f32::max)
}

/// How many numbers there are in each column of the picture. A column of the histogram is shared out among all it
/// overlaps.
fn columns(histogram: &Histogram, bound: f32, wide: usize) -> Vec<f64> {
    let mut heights = vec![0.0; wide];
    let bins = histogram.counts.len().max(1) as f64;
    let shrunk = f64::from(histogram.bound) / f64::from(bound);
    for (number, count) in histogram.counts.iter().enumerate() {
        let at = |edge: f64| ((2.0 * edge / bins - 1.0) * shrunk + 1.0) / 2.0 * wide as f64;
        let (from, to) = (at(number as f64), at(number as f64 + 1.0));
        // A bin that is not finite, or of no width, belongs nowhere.
        if !(from.is_finite() && to > from) {
            continue;
        }
        let first = from.max(0.0) as usize;
        for (column, height) in heights.iter_mut().enumerate().skip(first) {
            let (left, right) = (column as f64, column as f64 + 1.0);
            if left >= to {
                break;
            }
            let overlap = right.min(to) - left.max(from);
            *height += f64::from(*count) * overlap.max(0.0) / (to - from);
        }
    }
    heights
}

#[cfg(test)]
mod tests {
    use super::columns;
    use crate::report::Histogram;

    #[test]
    fn every_number_is_drawn_once_however_wide_the_picture_is() {
        let histogram = Histogram::of(&[-0.9, -0.3, 0.0, 0.2, 0.2]);
        for (bound, wide) in [(1.0, 41), (1.0, 7), (5.0, 80), (2.0, 1)] {
            let sum: f64 = columns(&histogram, bound, wide).iter().sum();
            assert!((sum - 5.0).abs() < 1e-9, "{bound} {wide}: {sum}");
        }
    }
}
