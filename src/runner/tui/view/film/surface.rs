//! A loss surface from above, with the paths on it.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};
use ratatui::text::{Line, Span};

use crate::report::{Axis, Drawing, Place, Surface};
use crate::runner::tui::film::{Film, Seen};
use crate::runner::tui::text::units::value;
use crate::runner::tui::text::wrap;
use crate::runner::tui::view::film::paint::{Paint, Ramp, share};
use crate::runner::words::screen::pictures as words;

/// Columns of the labels at the left.
const LABELS: u16 = 8;

/// Draws a surface and the paths as far as they have come.
pub fn draw(
    film: &Film,
    surface: &Surface,
    seen: &Seen<'_>,
    paint: Paint,
    area: Rect,
    buffer: &mut Buffer,
) {
    let paths = film.paths();
    let places = |path: &str| -> Vec<&Place> {
        let places = seen.frames.iter().filter_map(|drawing| match drawing {
            Drawing::Place(place) if place.path == path => Some(place),
            _ => None,
        });
        places.collect()
    };
    let legend: Vec<Line<'static>> = paths
        .iter()
        .enumerate()
        .filter_map(|(number, path)| {
            let at = places(path).last().copied()?;
            Some(said(surface, path, at, number, paint))
        })
        .collect();
    let legend = in_rows(legend, usize::from(area.width));
    let under = u16::try_from(legend.len())
        .unwrap_or(0)
        .min(area.height / 3);
    if area.width < LABELS + 6 || area.height < under + 4 {
        for (row, line) in (area.top()..area.bottom()).zip(&legend) {
            buffer.set_line(area.x, row, line, area.width);
        }
        return;
    }
    for (number, line) in (0..under).zip(&legend) {
        buffer.set_line(area.x, area.y + number, line, area.width);
    }
    let inside = Rect {
        x: area.x + LABELS,
        y: area.y + under,
        width: area.width - LABELS,
        height: area.height - under - 1,
    };
    ground(surface, paint, inside, buffer);
    labels(surface, paint, inside, buffer);
    let walks: Vec<Vec<(u16, u16)>> = paths
        .iter()
        .map(|path| {
            let cells = places(path).into_iter();
            cells
                .filter_map(|place| cell(surface, place, inside))
                .collect()
        })
        .collect();
    // No line between two steps hides a step of another path, and no step hides where another path is now.
    for part in [between, steps, now] {
        for (number, cells) in walks.iter().enumerate() {
            part(cells, number, paint, buffer);
        }
    }
}

/// Where a path is and how high.
fn said(surface: &Surface, path: &str, at: &Place, number: usize, paint: Paint) -> Line<'static> {
    let loss = match surface.at(at.x, at.y) {
        // The map has the loss of the nearest of its cells.
        Some(loss) => words::loss_about(format!("{loss:.2}")),
        None if at.x.is_finite() && at.y.is_finite() => words::off_the_map().to_owned(),
        None => words::no_number().to_owned(),
    };
    Line::from(vec![
        Span::styled(ring(paint), style(number, paint)),
        Span::raw(format!(" {} ", wrap::clean(path))),
        Span::styled(format!("{loss}  "), paint.theme.dim()),
    ])
}

/// As many as fit beside each other.
fn in_rows(parts: Vec<Line<'static>>, width: usize) -> Vec<Line<'static>> {
    let mut rows: Vec<Line<'static>> = Vec::new();
    for part in parts {
        match rows.last_mut() {
            Some(row) if row.width() + part.width() <= width => row.spans.extend(part.spans),
            _ => rows.push(part),
        }
    }
    rows
}

fn ring(paint: Paint) -> &'static str {
    if paint.theme.ascii { "O" } else { "◉" }
}

fn style(number: usize, paint: Paint) -> Style {
    let (colour, _, _) = paint.theme.curve(number);
    Style::new().fg(colour).add_modifier(Modifier::BOLD)
}

fn ground(surface: &Surface, paint: Paint, area: Rect, buffer: &mut Buffer) {
    let Some((low, high)) = surface.loss.range() else {
        return;
    };
    let (columns, rows) = (surface.loss.columns, surface.loss.rows());
    paint.fill(Ramp::Heat, area, buffer, |x, y, wide, high_in_pixels| {
        let nearest = |at: usize, of: usize, count: usize| {
            at * count.saturating_sub(1) / of.saturating_sub(1).max(1)
        };
        let row = rows
            .saturating_sub(1)
            .saturating_sub(nearest(y, high_in_pixels, rows));
        let loss = surface.loss.at(row, nearest(x, wide, columns))?;
        // Losses grow with the square of the distance: the root spreads the valley over more of the colours.
        share(loss, low, high).map(f32::sqrt)
    });
}

fn labels(surface: &Surface, paint: Paint, area: Rect, buffer: &mut Buffer) {
    let dim = paint.theme.dim();
    let wide = usize::from(LABELS) - 1;
    let mut left = |row: u16, text: &str| {
        let text = wrap::cut(&wrap::clean(text), wide, paint.theme.glyphs().more);
        let pad = wide.saturating_sub(Line::from(text.as_str()).width());
        buffer.set_string(
            area.x - LABELS,
            row,
            format!("{}{text}", " ".repeat(pad)),
            dim,
        );
    };
    left(area.top(), &value(surface.y.high));
    if area.height > 2 {
        left(area.y + area.height / 2, &surface.y.name);
    }
    left(area.bottom() - 1, &value(surface.y.low));
    let row = area.bottom();
    let high = value(surface.x.high);
    let right = area
        .right()
        .saturating_sub(u16::try_from(high.len()).unwrap_or(0));
    buffer.set_string(area.x, row, value(surface.x.low), dim);
    let room = usize::from(area.width).saturating_sub(20);
    let name = wrap::cut(
        &wrap::clean(&surface.x.name),
        room,
        paint.theme.glyphs().more,
    );
    let half = u16::try_from(Line::from(name.as_str()).width() / 2).unwrap_or(0);
    buffer.set_string(
        area.x + (area.width / 2).saturating_sub(half),
        row,
        name,
        dim,
    );
    buffer.set_string(right, row, high, dim);
}

/// The cell of a place; a place outside is drawn at the edge that it has left.
fn cell(surface: &Surface, place: &Place, area: Rect) -> Option<(u16, u16)> {
    let along = |axis: &Axis, value: f32, cells: u16| {
        let share = share(value, axis.low, axis.high)?;
        Some((share * f32::from(cells.saturating_sub(1))).round() as u16)
    };
    let column = along(&surface.x, place.x, area.width)?;
    let row = along(&surface.y, place.y, area.height)?;
    Some((area.x + column, area.bottom() - 1 - row))
}

fn between(cells: &[(u16, u16)], number: usize, paint: Paint, buffer: &mut Buffer) {
    let dot = if paint.theme.ascii { "." } else { "·" };
    for pair in cells.windows(2) {
        for at in line(pair[0], pair[1]) {
            paint.mark(at, dot, style(number, paint), buffer);
        }
    }
}

fn steps(cells: &[(u16, u16)], number: usize, paint: Paint, buffer: &mut Buffer) {
    let step = if paint.theme.ascii {
        ["o", "+", "x", "*"][number % 4]
    } else {
        ["•", "+", "×", "∗"][number % 4]
    };
    for at in cells {
        paint.mark(*at, step, style(number, paint), buffer);
    }
}

fn now(cells: &[(u16, u16)], number: usize, paint: Paint, buffer: &mut Buffer) {
    if let Some(at) = cells.last() {
        paint.mark(*at, ring(paint), style(number, paint), buffer);
    }
}

/// The cells from one to another, without the two.
fn line(from: (u16, u16), to: (u16, u16)) -> Vec<(u16, u16)> {
    let far = from.0.abs_diff(to.0).max(from.1.abs_diff(to.1));
    let between = |a: u16, b: u16, at: u16| {
        let share = f32::from(at) / f32::from(far);
        (f32::from(a) + share * (f32::from(b) - f32::from(a))).round() as u16
    };
    (1..far)
        .map(|at| (between(from.0, to.0, at), between(from.1, to.1, at)))
        .collect()
}
