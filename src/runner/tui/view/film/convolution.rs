//! A kernel that slides over an image: the image with the window on it, the sum being formed, the output so far.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::Line;

use crate::report::{Convolution, Grid};
use crate::runner::tui::text::units::value;
use crate::runner::tui::text::wrap;
use crate::runner::tui::view::film::matrix::fill;
use crate::runner::tui::view::film::paint::{Paint, Ramp, share};
use crate::runner::words::screen::pictures as words;

/// Rows of the sum.
const SUM: u16 = 5;
/// Kernels larger than this are not written out.
const WRITTEN: usize = 5;

/// Draws the convolution at one position of the kernel.
pub fn draw(convolution: &Convolution, at: usize, paint: Paint, area: Rect, buffer: &mut Buffer) {
    let mut area = area;
    let sum = SUM.min(area.height / 3);
    area.height -= sum;
    let below = Rect {
        y: area.bottom(),
        height: sum,
        ..area
    };
    let half = Rect {
        width: area.width.saturating_sub(2) / 2,
        ..area
    };
    let other = Rect {
        x: half.right() + 2,
        width: area.width.saturating_sub(half.width + 2),
        ..area
    };
    let image = titled(words::image(), paint, half, buffer);
    let output = titled(words::output(), paint, other, buffer);
    let (low, high) = convolution.image.range().unwrap_or((0.0, 1.0));
    let painted = fill(
        &convolution.image,
        paint,
        Ramp::Grey,
        image,
        buffer,
        |value| share(value, low, high),
    );
    window(convolution, at, paint, painted, buffer);
    so_far(convolution, at, paint, output, buffer);
    for (row, line) in (below.top()..below.bottom()).zip(lines(convolution, at, paint, below.width))
    {
        buffer.set_line(below.x, row, &line, below.width);
    }
}

fn titled(title: &str, paint: Paint, area: Rect, buffer: &mut Buffer) -> Rect {
    if area.height < 2 {
        return area;
    }
    let title = wrap::cut(title, usize::from(area.width), paint.theme.glyphs().more);
    buffer.set_string(area.x, area.y, title, paint.theme.dim());
    Rect {
        y: area.y + 1,
        height: area.height - 1,
        ..area
    }
}

fn window(convolution: &Convolution, at: usize, paint: Paint, area: Rect, buffer: &mut Buffer) {
    let Some((top, left)) = convolution.corner(at) else {
        return;
    };
    let image = &convolution.image;
    let (columns, rows) = (image.columns.max(1), image.rows().max(1));
    let (wide, high) = (usize::from(area.width), usize::from(area.height));
    let along = |from: usize, of: usize, cells: usize| (from * cells / of).min(cells);
    let right = (left + convolution.kernel.columns).min(columns);
    let bottom = (top + convolution.kernel.rows()).min(rows);
    let (x0, x1) = (along(left, columns, wide), along(right, columns, wide));
    // A row of cells is looked at as soon as the window reaches into it.
    let y0 = along(top, rows, high);
    let y1 = (bottom * high).div_ceil(rows).min(high);
    for y in y0..y1 {
        for x in x0..x1 {
            let cell = |at: usize| u16::try_from(at).unwrap_or(u16::MAX);
            if let Some(cell) = buffer.cell_mut((area.x + cell(x), area.y + cell(y))) {
                paint.looked_at(cell);
            }
        }
    }
}

fn so_far(convolution: &Convolution, at: usize, paint: Paint, area: Rect, buffer: &mut Buffer) {
    let output = &convolution.output;
    let (low, high) = output.range().unwrap_or((0.0, 1.0));
    let far = high.max(-low);
    let mut known = Grid {
        columns: output.columns,
        values: output.values.clone(),
    };
    for value in known.values.iter_mut().skip(at + 1) {
        *value = f32::NAN;
    }
    fill(&known, paint, Ramp::Signed, area, buffer, |value| {
        share(value, -far, far)
    });
}

/// The sum, written out.
fn lines(convolution: &Convolution, at: usize, paint: Paint, width: u16) -> Vec<Line<'static>> {
    let products = convolution.products(at);
    let got = convolution.output.values.get(at).copied();
    let (Some(got), Some((top, left))) = (got, convolution.corner(at)) else {
        return vec![Line::styled(words::output_empty(), paint.theme.dim())];
    };
    if products.is_empty() {
        return vec![Line::styled(words::outside(), paint.theme.bad())];
    }
    let size = convolution.kernel.columns;
    let sum: f32 = products.iter().sum();
    let mut lines = Vec::new();
    if size <= WRITTEN && convolution.kernel.rows() <= WRITTEN {
        let terms = convolution
            .kernel
            .values
            .iter()
            .enumerate()
            .filter_map(|(at, weight)| {
                let pixel = convolution.image.at(top + at / size, left + at % size)?;
                Some(format!("{}*{}", short(pixel), short(*weight)))
            });
        let terms: Vec<String> = terms.collect();
        let text = words::sum(top, left, terms.join(" + "), short(sum));
        lines.extend(wrap::words(&Line::from(text), usize::from(width), "  "));
    } else {
        let text = words::sum_of_many(top, left, products.len(), short(sum));
        lines.push(Line::from(text));
    }
    let near = (got - sum).abs() <= 1e-3 * sum.abs().max(1.0);
    lines.push(if near {
        Line::styled(words::your_output(short(got)), paint.theme.good())
    } else {
        Line::styled(words::your_output_differs(short(got)), paint.theme.bad())
    });
    lines
}

/// A number in a sum: short, because there are many.
fn short(number: f32) -> String {
    if number.is_finite() && number.abs() < 1e4 {
        let text = format!("{number:.2}");
        text.trim_end_matches('0').trim_end_matches('.').to_owned()
    } else {
        value(number)
    }
}
