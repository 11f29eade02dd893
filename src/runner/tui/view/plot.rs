//! One chart: the learner's curves over those of another run, with axes that ASCII can draw.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::{Color, Modifier, Style};
use ratatui::symbols::Marker;
use ratatui::text::{Line, Span};
use ratatui::widgets::Widget;
use ratatui::widgets::canvas::{Canvas, Line as Stroke, Points};

use crate::runner::curve::{History, Point};
use crate::runner::text::units;
use crate::runner::tui::lens::Lens;
use crate::runner::tui::text::wrap;
use crate::runner::tui::theme::Theme;
use crate::runner::words::screen::training as words;

/// Columns of the labels of the y axis.
const LABELS: u16 = 8;

/// The curves of one chart.
#[derive(Debug)]
pub struct Chart<'a> {
    /// The learner's.
    pub curves: Vec<&'a History>,
    /// Those of another run, laid over them.
    pub over: Vec<&'a History>,
    /// Whose those are.
    pub over_title: &'a str,
    /// Whether the y axis is logarithmic.
    pub log: bool,
    /// How it is looked at.
    pub lens: Lens,
}

/// Whether a chart in this area says anything.
fn has_room(area: Rect) -> bool {
    area.width >= LABELS + 8 && area.height >= 5
}

/// The area between the axes. Only for an area with room.
fn graph(area: Rect) -> Rect {
    Rect {
        x: area.x + LABELS + 1,
        y: area.y + 1,
        width: area.width - LABELS - 1,
        height: area.height - 3,
    }
}

/// How far along a cell is, from 0 to 1.
fn share_of(at: u16, begin: u16, cells: u16) -> f64 {
    f64::from(at.saturating_sub(begin)) / f64::from(cells.saturating_sub(1).max(1))
}

/// A curve as it is drawn: finite, and logarithms already taken.
type Points2 = Vec<(f64, f64)>;

impl Chart<'_> {
    /// Draws it.
    pub fn draw(&self, theme: Theme, area: Rect, buffer: &mut Buffer) {
        if !has_room(area) {
            return;
        }
        buffer.set_line(area.x, area.y, &self.legend(theme, area.width), area.width);
        let graph = graph(area);
        axes(theme, graph, buffer);
        let log = self.takes_logarithms();
        let weight = self.lens.smooth();
        let points = |history: &&History| self.scaled(history, log, weight);
        let curves: Vec<Points2> = self.curves.iter().map(points).collect();
        let over: Vec<Points2> = self.over.iter().map(points).collect();
        let all = || curves.iter().chain(&over);
        let Some(x) = self.window(all()) else {
            buffer.set_string(graph.x + 1, graph.y, words::no_finite_value(), theme.dim());
            return;
        };
        let y = heights(all(), x);
        self.labels(theme, graph, x, y, log, buffer);
        let (marker, _) = theme.reference_marker();
        for points in &over {
            let look = (marker, Color::Reset, Modifier::DIM);
            lay(points, x, y, look, graph, buffer);
        }
        // Smoothing hides how much a curve wavers, so the curve itself stays in sight, faintly.
        if weight > 0.0 {
            for (number, curve) in self.curves.iter().enumerate() {
                let (colour, marker, _) = theme.curve(number);
                let points = self.scaled(curve, log, 0.0);
                lay(
                    &points,
                    x,
                    y,
                    (marker, colour, Modifier::DIM),
                    graph,
                    buffer,
                );
            }
        }
        let read = self.read_number();
        let last = (0..curves.len())
            .filter(|number| *number != read)
            .chain([read]);
        for number in last {
            let (colour, marker, _) = theme.curve(number);
            if let Some(points) = curves.get(number) {
                lay(
                    points,
                    x,
                    y,
                    (marker, colour, Modifier::empty()),
                    graph,
                    buffer,
                );
            }
        }
        self.cursor(theme, graph, x, buffer);
    }

    /// A logarithm of what is not positive is no point; where nothing is left the axis stays linear.
    fn takes_logarithms(&self) -> bool {
        let is_positive = |curve: &&History| curve.points().iter().any(|point| point.1 > 0.0);
        self.log && self.curves.iter().any(is_positive)
    }

    /// The curve and the step that are nearest to a cell of the area that the chart is drawn in: of each curve the point nearest to
    /// its column, and of those the one nearest to its row. `None` outside of the axes.
    pub fn nearest(&self, area: Rect, at: Position) -> Option<(usize, u64)> {
        if !has_room(area) || !graph(area).contains(at) {
            return None;
        }
        let graph = graph(area);
        let (log, weight) = (self.takes_logarithms(), self.lens.smooth());
        let points = |history: &&History| self.scaled(history, log, weight);
        let curves: Vec<Points2> = self.curves.iter().map(points).collect();
        let over: Vec<Points2> = self.over.iter().map(points).collect();
        let all = || curves.iter().chain(&over);
        let x = self.window(all())?;
        let y = heights(all(), x);
        let along = x[0] + share_of(at.x, graph.x, graph.width) * (x[1] - x[0]);
        let value = y[1] - share_of(at.y, graph.y, graph.height) * (y[1] - y[0]);
        let of_each = curves.iter().enumerate().filter_map(|(number, points)| {
            let distance = |point: &(f64, f64)| (point.0 - along).abs();
            let near =
                |one: &&(f64, f64), other: &&(f64, f64)| distance(one).total_cmp(&distance(other));
            let (there, high) = *points.iter().min_by(near)?;
            // What is drawn has lost its step, which is what a cursor stands on.
            let mut kept = self.curves.get(number)?.smoothed(weight).into_iter();
            let point = kept.find(|point| self.along(point) == there)?;
            Some((number, point.step, (high - value).abs()))
        });
        let nearest = of_each.min_by(|one, other| one.2.total_cmp(&other.2))?;
        Some((nearest.0, nearest.1))
    }

    /// Which part of the whole x axis lies under a column of the area that the chart is drawn in.
    pub fn share_under(&self, area: Rect, at: Position) -> Option<f64> {
        let (low, high) = self.lens.window;
        let inside = has_room(area) && graph(area).contains(at);
        let graph = inside.then(|| graph(area))?;
        Some(low + share_of(at.x, graph.x, graph.width) * (high - low))
    }

    /// The number of the curve that the cursor reads.
    fn read_number(&self) -> usize {
        self.lens.series % self.curves.len().max(1)
    }

    /// What the cursor stands on: the curve's own point.
    fn under_cursor(&self) -> Option<Point> {
        let at = self.lens.at?;
        let curve = self.curves.get(self.read_number())?;
        curve.read(at, self.lens.smooth())
    }

    fn along(&self, point: &Point) -> f64 {
        if self.lens.time {
            f64::from(point.seconds)
        } else {
            point.step as f64
        }
    }

    fn scaled(&self, history: &History, log: bool, weight: f64) -> Points2 {
        history
            .smoothed(weight)
            .into_iter()
            .filter(|point| !log || point.value > 0.0)
            .map(|point| {
                let value = f64::from(point.value);
                (self.along(&point), if log { value.log10() } else { value })
            })
            .filter(|(along, value)| along.is_finite() && value.is_finite())
            .collect()
    }

    /// The part of the x axis that is in sight.
    fn window<'b>(&self, curves: impl Iterator<Item = &'b Points2>) -> Option<[f64; 2]> {
        let ends = curves.filter_map(|points| points.last());
        let last = ends.map(|end| end.0).reduce(f64::max)?;
        let last = if last > 0.0 { last } else { 1.0 };
        let (low, high) = self.lens.window;
        Some([low * last, high * last])
    }

    fn legend(&self, theme: Theme, width: u16) -> Line<'static> {
        let mut spans = Vec::new();
        let read = (self.curves.len() > 1).then(|| self.read_number());
        for (number, curve) in self.curves.iter().enumerate() {
            let (colour, _, sample) = theme.curve(number);
            let mut style = Style::new().fg(colour);
            if self.lens.at.is_some() && Some(number) == read {
                style = style.add_modifier(Modifier::UNDERLINED);
            }
            let name = wrap::clean(&curve.series);
            spans.push(Span::styled(format!("{sample} {name}"), style));
            spans.push(Span::raw("  "));
        }
        if let Some(point) = self.under_cursor() {
            let value = units::value(point.value);
            let text = if self.lens.time {
                words::at_seconds(format!("{:.2}", point.seconds), value)
            } else {
                words::at_step(point.step, value)
            };
            // What is read is worth more than the names of the other curves.
            spans.insert(0, Span::styled(format!("{text}  "), theme.strong()));
        }
        if !self.over.is_empty() {
            let (_, sample) = theme.reference_marker();
            let reference = Span::styled(format!("{sample} {}", self.over_title), theme.dim());
            let used: usize = spans.iter().map(Span::width).sum();
            // The table of the metrics explains it too; half a word explains nothing.
            if used + reference.width() <= usize::from(width) {
                spans.push(reference);
            }
        }
        Line::from(spans)
    }

    /// A line through the step that is looked at, behind the curves.
    fn cursor(&self, theme: Theme, graph: Rect, x: [f64; 2], buffer: &mut Buffer) {
        let Some(point) = self.under_cursor() else {
            return;
        };
        let share = (self.along(&point) - x[0]) / (x[1] - x[0]);
        if !(0.0..=1.0).contains(&share) {
            return;
        }
        let column = graph.x + (share * f64::from(graph.width - 1)).round() as u16;
        for row in graph.top()..graph.bottom() {
            if let Some(cell) = buffer.cell_mut((column, row))
                && matches!(cell.symbol(), " " | "\u{2800}")
            {
                cell.set_symbol(theme.glyphs().bar)
                    .set_style(theme.strong());
            }
        }
    }

    fn labels(
        &self,
        theme: Theme,
        graph: Rect,
        x: [f64; 2],
        y: [f64; 2],
        log: bool,
        buffer: &mut Buffer,
    ) {
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
        let (first, last) = if self.lens.time {
            (
                words::seconds(format!("{:.1}", x[0])),
                words::seconds(format!("{:.1}", x[1])),
            )
        } else {
            (format!("{}", x[0] as u64), words::step(x[1] as u64))
        };
        let wide = u16::try_from(wrap::width(&last))
            .unwrap_or(0)
            .min(graph.width);
        buffer.set_stringn(
            graph.x,
            row,
            first,
            usize::from(graph.width - wide),
            theme.dim(),
        );
        buffer.set_stringn(
            graph.right() - wide,
            row,
            last,
            usize::from(wide),
            theme.dim(),
        );
    }
}

/// The smallest range that holds every point in sight, and is never empty.
fn heights<'a>(curves: impl Iterator<Item = &'a Points2> + Clone, x: [f64; 2]) -> [f64; 2] {
    let range = |seen: [f64; 2]| {
        let values = curves.clone().flatten();
        let values = values.filter(|(along, _)| (seen[0]..=seen[1]).contains(along));
        values.fold(
            (f64::INFINITY, f64::NEG_INFINITY),
            |(low, high), (_, value)| (low.min(*value), high.max(*value)),
        )
    };
    let (mut low, mut high) = range(x);
    if low > high {
        // Between two points there is none to measure by.
        (low, high) = range([f64::NEG_INFINITY, f64::INFINITY]);
    }
    if high - low < 1e-12 * high.abs().max(1e-12) {
        let air = (high.abs() * 0.05).max(1e-3);
        (low, high) = (low - air, high + air);
    }
    [low, high]
}

/// The left and the lower edge of a chart.
pub fn axes(theme: Theme, graph: Rect, buffer: &mut Buffer) {
    let glyphs = theme.glyphs();
    let column = graph.x - 1;
    for row in graph.top()..graph.bottom() {
        buffer.set_string(column, row, glyphs.bar, theme.dim());
    }
    buffer.set_string(column, graph.bottom(), glyphs.corner, theme.dim());
    let rule = glyphs.rule.repeat(usize::from(graph.width));
    buffer.set_string(graph.x, graph.bottom(), rule, theme.dim());
}

/// Draws one curve on a sheet of its own and lays that over what is there, so that nothing of what is under a cell
/// shines through.
pub fn lay(
    points: &[(f64, f64)],
    x: [f64; 2],
    y: [f64; 2],
    (marker, colour, modifier): (Marker, Color, Modifier),
    graph: Rect,
    buffer: &mut Buffer,
) {
    let mut sheet = Buffer::empty(graph);
    Canvas::default()
        .marker(marker)
        .x_bounds(x)
        .y_bounds(y)
        .paint(|context| {
            if let [point] = *points {
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
