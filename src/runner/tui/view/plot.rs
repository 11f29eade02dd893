//! One chart: the learner's curves over the reference's, with axes that ASCII can draw.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Color, Modifier};
use ratatui::symbols::Marker;
use ratatui::text::{Line, Span};
use ratatui::widgets::Widget;
use ratatui::widgets::canvas::{Canvas, Line as Stroke, Points};

use crate::runner::tui::curve::History;
use crate::runner::tui::text::units;
use crate::runner::tui::theme::Theme;

/// Columns of the labels of the y axis.
const LABELS: u16 = 8;

/// The curves of one chart.
#[derive(Debug)]
pub struct Chart<'a> {
    /// The learner's.
    pub curves: Vec<&'a History>,
    /// The reference's.
    pub reference: Vec<&'a History>,
    /// Whether the y axis is logarithmic.
    pub log: bool,
}

/// A curve as it is drawn: finite, and logarithms already taken.
type Points2 = Vec<(f64, f64)>;

impl Chart<'_> {
    /// Draws it.
    pub fn draw(&self, theme: Theme, area: Rect, buffer: &mut Buffer) {
        if area.width < LABELS + 8 || area.height < 5 {
            return;
        }
        buffer.set_line(area.x, area.y, &self.legend(theme, area.width), area.width);
        let graph = Rect {
            x: area.x + LABELS + 1,
            y: area.y + 1,
            width: area.width - LABELS - 1,
            height: area.height - 3,
        };
        // A logarithm of what is not positive is no point; where nothing is left the axis stays linear.
        let log = self.log
            && self
                .curves
                .iter()
                .any(|curve| curve.points().iter().any(|p| p.1 > 0.0));
        let points = |history: &&History| scaled(history, log);
        let curves: Vec<Points2> = self.curves.iter().map(points).collect();
        let reference: Vec<Points2> = self.reference.iter().map(points).collect();
        let Some((x, y)) = bounds(curves.iter().chain(&reference)) else {
            let text = "no finite value yet";
            buffer.set_string(graph.x + 1, graph.y, text, theme.dim());
            axes(theme, graph, buffer);
            return;
        };
        axes(theme, graph, buffer);
        labels(theme, graph, x, y, log, buffer);
        let (marker, _) = theme.reference_marker();
        for points in &reference {
            lay(
                points,
                x,
                y,
                marker,
                Color::Reset,
                Modifier::DIM,
                graph,
                buffer,
            );
        }
        for (number, points) in curves.iter().enumerate() {
            let (colour, marker, _) = theme.curve(number);
            lay(
                points,
                x,
                y,
                marker,
                colour,
                Modifier::empty(),
                graph,
                buffer,
            );
        }
    }

    fn legend(&self, theme: Theme, width: u16) -> Line<'static> {
        let mut spans = Vec::new();
        for (number, curve) in self.curves.iter().enumerate() {
            let (colour, _, sample) = theme.curve(number);
            let style = ratatui::style::Style::new().fg(colour);
            spans.push(Span::styled(format!("{sample} {}  ", curve.series), style));
        }
        if !self.reference.is_empty() {
            let (_, sample) = theme.reference_marker();
            let reference = Span::styled(format!("{sample} reference"), theme.dim());
            let used: usize = spans.iter().map(Span::width).sum();
            // The table of the metrics explains it too; half a word explains nothing.
            if used + reference.width() <= usize::from(width) {
                spans.push(reference);
            }
        }
        Line::from(spans)
    }
}

fn scaled(history: &History, log: bool) -> Points2 {
    history
        .points()
        .into_iter()
        .filter(|(_, value)| !log || *value > 0.0)
        .map(|(step, value)| {
            let value = f64::from(value);
            (step as f64, if log { value.log10() } else { value })
        })
        .filter(|(_, value)| value.is_finite())
        .collect()
}

/// The smallest ranges that hold every point, and are never empty.
fn bounds<'a>(curves: impl Iterator<Item = &'a Points2>) -> Option<([f64; 2], [f64; 2])> {
    let mut last = 0.0_f64;
    let (mut low, mut high) = (f64::INFINITY, f64::NEG_INFINITY);
    for (step, value) in curves.flatten() {
        last = last.max(*step);
        low = low.min(*value);
        high = high.max(*value);
    }
    if low > high {
        return None;
    }
    if high - low < 1e-12 * high.abs().max(1e-12) {
        let air = (high.abs() * 0.05).max(1e-3);
        (low, high) = (low - air, high + air);
    }
    Some(([0.0, last.max(1.0)], [low, high]))
}

fn axes(theme: Theme, graph: Rect, buffer: &mut Buffer) {
    let glyphs = theme.glyphs();
    let column = graph.x - 1;
    for row in graph.top()..graph.bottom() {
        buffer.set_string(column, row, glyphs.bar, theme.dim());
    }
    buffer.set_string(column, graph.bottom(), glyphs.corner, theme.dim());
    let rule = glyphs.rule.repeat(usize::from(graph.width));
    buffer.set_string(graph.x, graph.bottom(), rule, theme.dim());
}

fn labels(theme: Theme, graph: Rect, x: [f64; 2], y: [f64; 2], log: bool, buffer: &mut Buffer) {
    let real = |value: f64| {
        let value = if log { 10_f64.powf(value) } else { value };
        units::value(value as f32)
    };
    let mut put = |row: u16, text: String| {
        let wide = usize::from(LABELS) - 1;
        let text = format!("{text:>wide$}");
        buffer.set_string(graph.x - 1 - LABELS, row, text, theme.dim());
    };
    put(graph.top(), real(y[1]));
    if graph.height >= 7 {
        put(graph.y + (graph.height - 1) / 2, real((y[0] + y[1]) / 2.0));
    }
    put(graph.bottom() - 1, real(y[0]));
    let row = graph.bottom() + 1;
    let last = format!("step {}", x[1] as u64);
    buffer.set_string(graph.x, row, "0", theme.dim());
    let wide = u16::try_from(last.len()).unwrap_or(0).min(graph.width);
    buffer.set_stringn(
        graph.right() - wide,
        row,
        last,
        usize::from(wide),
        theme.dim(),
    );
}

/// Draws one curve on a sheet of its own and lays that over what is there, so that nothing of what is under a cell
/// shines through.
#[expect(
    clippy::too_many_arguments,
    reason = "all of it is where and how one curve is drawn"
)]
fn lay(
    points: &Points2,
    x: [f64; 2],
    y: [f64; 2],
    marker: Marker,
    colour: Color,
    modifier: Modifier,
    graph: Rect,
    buffer: &mut Buffer,
) {
    let mut sheet = Buffer::empty(graph);
    Canvas::default()
        .marker(marker)
        .x_bounds(x)
        .y_bounds(y)
        .paint(|context| {
            if let [point] = points[..] {
                context.draw(&Points {
                    coords: &[point],
                    color: colour,
                });
            }
            for pair in points.windows(2) {
                let ((x1, y1), (x2, y2)) = (pair[0], pair[1]);
                context.draw(&Stroke {
                    x1,
                    y1,
                    x2,
                    y2,
                    color: colour,
                });
            }
        })
        .render(graph, &mut sheet);
    for row in graph.top()..graph.bottom() {
        for column in graph.left()..graph.right() {
            let (Some(from), Some(to)) =
                (sheet.cell((column, row)), buffer.cell_mut((column, row)))
            else {
                continue;
            };
            // Braille without dots is as empty as a space.
            if !matches!(from.symbol(), " " | "\u{2800}") {
                to.set_symbol(from.symbol());
                to.fg = from.fg;
                to.modifier = modifier;
            }
        }
    }
}
