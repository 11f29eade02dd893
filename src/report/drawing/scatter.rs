//! Points, and a line or a curve that moves over them.

use std::ops::Range;

use serde::{Deserialize, Serialize};

use crate::report::drawn::{Caption, Drawn, Length, Lies, Scene, Told};
use crate::report::easel::{Area, Easel, Ink};
use crate::report::number::{spoken, value};
use crate::report::send::frame;
use crate::sentence::Sentence;
use crate::words::drawings as common;

/// Points that are drawn; more would be one grey cloud.
const AT_MOST: usize = 1000;
/// Places at which a function is measured for its graph: two for each column of a wide screen.
const MEASURED: usize = 200;
/// Columns of the labels of the y axis.
const LABELS: u16 = 8;
/// Air around the points.
const AIR: f64 = 0.08;

/// Points in a plane, or what lies over them.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Plane {
    /// What the line goes over.
    Scatter(Scatter),
    /// Where the line is now.
    Line(Line),
    /// What the curve looks like now.
    Graph(Graph),
}

/// Points in a plane.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Scatter {
    /// What is measured to the right.
    pub x: String,
    /// What is measured upwards.
    pub y: String,
    /// `(x, y)`.
    pub points: Vec<(f32, f32)>,
}

/// A line over points: `y = slope * x + bias`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Line {
    /// How much `y` grows with `x`.
    pub slope: f32,
    /// `y` where `x` is 0.
    pub bias: f32,
}

/// The graph of a function over points.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Graph {
    /// `(x, y)`, from left to right.
    pub points: Vec<(f32, f32)>,
}

/// Shows points. What [`line`] or [`graph`] reports under the same title is drawn over them. Of more than a thousand points, every
/// second, third, ... is shown.
///
/// ```
/// use gradlings::report;
///
/// report::points("the line so far", ("x", "y"), &[0.0, 1.0, 2.0], &[1.1, 2.9, 5.2]);
/// report::line("the line so far", 0, 0.0, 0.0);
/// report::line("the line so far", 1, 1.2, 0.8);
/// ```
pub fn points(title: &str, axes: (&str, &str), x: &[f32], y: &[f32]) {
    frame(title, Some(0), || {
        Plane::Scatter(Scatter {
            x: axes.0.to_owned(),
            y: axes.1.to_owned(),
            points: x.iter().copied().zip(y.iter().copied()).collect(),
        })
    });
}

/// Where the line `y = slope * x + bias` over the points `title` is at step `step`; see [`points`].
///
/// ```
/// # use gradlings::report;
/// report::line("the line so far", 7, 1.9, 1.05);
/// ```
pub fn line(title: &str, step: usize, slope: f32, bias: f32) {
    frame(title, Some(step), || Plane::Line(Line { slope, bias }));
}

/// What the graph of `function` over the points `title` looks like at step `step`, measured in the range `x`; see
/// [`points`].
///
/// ```
/// use gradlings::report;
///
/// report::points("a parabola", ("x", "y"), &[-1.0, 0.0, 1.0], &[1.1, -0.1, 0.9]);
/// report::graph("a parabola", 0, -1.0..1.0, |x| 0.5 * x * x);
/// report::graph("a parabola", 1, -1.0..1.0, |x| x * x);
/// ```
pub fn graph(title: &str, step: usize, x: Range<f32>, function: impl Fn(f32) -> f32) {
    frame(title, Some(step), || {
        let last = (MEASURED - 1) as f32;
        let place = |at: usize| x.start + (x.end - x.start) * at as f32 / last;
        let points = (0..MEASURED).map(|at| (place(at), function(place(at))));
        Plane::Graph(Graph {
            points: points.collect(),
        })
    });
}

mod words {
    use crate::{labels, sentences};

    sentences! {
        "drawing_scatter";

        /// One point in the plane.
        one_point(title) = "Points, {title}: 1 point.";

        /// Points in the plane.
        points(title, points) = "Points, {title}: {points} points.";

        /// The line through the points.
        line(slope, bias) = "The line has slope {slope} and bias {bias}.";

        /// The curve through the points: its lowest and its highest place.
        graph(low, high) = "The curve goes from {low} to {high}.";
    }

    labels! {
        "drawing_scatter_labels";

        /// What points with a line show.
        shows = "each dot is a pair of numbers: the first to the right, the second upwards";
        /// What points with a curve show.
        shows_graph = "each dot is a pair of numbers, the second upwards; the curve is a function of the first";
        /// In the place of points: all of them are NaN or infinite.
        no_finite_point = "no finite point";
    }
}

impl Drawn for Plane {
    const NAME: &'static str = "scatter";
    const TEXTS: &'static [&'static [Sentence]] = &[words::SENTENCES, words::LABELS];

    fn limit(&mut self) {
        if let Plane::Scatter(Scatter { points, .. }) | Plane::Graph(Graph { points }) = self {
            let every = points.len().div_ceil(AT_MOST).max(1);
            if every > 1 {
                *points = points.iter().copied().step_by(every).collect();
            }
        }
    }

    fn texts(&mut self, each: &mut dyn FnMut(&mut String, Length)) {
        if let Plane::Scatter(scatter) = self {
            each(&mut scatter.x, Length::Word);
            each(&mut scatter.y, Length::Word);
        }
    }

    fn bytes(&self) -> usize {
        match self {
            Plane::Scatter(Scatter { points, .. }) | Plane::Graph(Graph { points }) => {
                size_of_val(&points[..])
            }
            Plane::Line(_) => 0,
        }
    }

    fn lies(&self) -> Lies<'_> {
        match self {
            Plane::Scatter(_) => Lies::Under,
            Plane::Line(_) | Plane::Graph(_) => Lies::Alone,
        }
    }

    fn tell(&self, told: &Told<'_, Self>) -> Vec<String> {
        let Plane::Scatter(scatter) = self else {
            return Vec::new();
        };
        let mut sentences = vec![match scatter.points.len() {
            1 => words::one_point(told.title),
            number => words::points(told.title, number),
        }];
        let over = match told.last.last() {
            Some((_, Plane::Line(line))) => {
                Some(words::line(spoken(line.slope), spoken(line.bias)))
            }
            Some((_, Plane::Graph(graph))) => graph
                .heights()
                .map(|(low, high)| words::graph(spoken(low), spoken(high))),
            _ => None,
        };
        if let Some(over) = over {
            sentences.push(over);
            sentences.extend(told.step());
        }
        vec![sentences.join(" ")]
    }

    fn caption(&self, scene: &Scene<'_, Self>) -> Caption {
        let Plane::Scatter(_) = self else {
            return Caption::default();
        };
        if let Some(Plane::Graph(_)) = scene.frames.last() {
            return Caption {
                shows: words::shows_graph(),
                ..Caption::default()
            };
        }
        let reads = match scene.frames.last() {
            Some(Plane::Line(line)) => format!(
                "y = {} x {} {}",
                value(line.slope),
                if line.bias < 0.0 { "-" } else { "+" },
                value(line.bias.abs())
            ),
            _ => String::new(),
        };
        let shows = words::shows();
        Caption { shows, reads }
    }

    /// The points, and the newest line or curve.
    fn draw(&self, scene: &Scene<'_, Self>, area: Area, easel: &mut dyn Easel) {
        let Plane::Scatter(scatter) = self else {
            // A line or a curve without points: there is nothing to lay it over.
            easel.put((area.x, area.y), area.width, common::nothing(), Ink::Dim);
            return;
        };
        let points = scatter.finite();
        if area.width < LABELS + 8 || area.height < 4 {
            return;
        }
        let Some((x, y)) = bounds(&points) else {
            let nothing = words::no_finite_point();
            easel.put((area.x, area.y), area.width, nothing, Ink::Dim);
            return;
        };
        let graph = Area {
            x: area.x + LABELS + 1,
            width: area.width - LABELS - 1,
            height: area.height - 2,
            ..area
        };
        easel.axes(graph);
        scatter.labels(graph, x, y, easel);
        if let Some(Plane::Line(line)) = scene.frames.last()
            && line.slope.is_finite()
            && line.bias.is_finite()
        {
            let at = |x: f64| (x, f64::from(line.slope) * x + f64::from(line.bias));
            // Ends far above or below the picture would be beyond what the canvas can count.
            if let Some(ends) = clipped(at(x[0]), at(x[1]), y) {
                easel.curve(&ends, x, y, Ink::StrongSeries(0), graph);
            }
        }
        if let Some(Plane::Graph(graph_over)) = scene.frames.last() {
            for piece in graph_over.within(x, y) {
                easel.curve(&piece, x, y, Ink::StrongSeries(0), graph);
            }
        }
        let dot = if easel.is_ascii() { "o" } else { "●" };
        for (px, py) in points {
            let column = (px - x[0]) / (x[1] - x[0]) * f64::from(graph.width - 1);
            let down = (y[1] - py) / (y[1] - y[0]) * f64::from(graph.height - 1);
            let place = (
                graph.x + column.round() as u16,
                graph.y + down.round() as u16,
            );
            easel.mark(place, dot, Ink::Series(1));
        }
    }
}

impl Scatter {
    fn finite(&self) -> Vec<(f64, f64)> {
        let points = self.points.iter();
        points
            .filter(|(x, y)| x.is_finite() && y.is_finite())
            .map(|(x, y)| (f64::from(*x), f64::from(*y)))
            .collect()
    }

    fn labels(&self, graph: Area, x: [f64; 2], y: [f64; 2], easel: &mut dyn Easel) {
        let mut left = |row: u16, text: &str| {
            let wide = usize::from(LABELS) - 1;
            let text = easel.cut(text, wide);
            let text = format!("{text:>wide$}");
            easel.put((graph.x - 1 - LABELS, row), LABELS, &text, Ink::Dim);
        };
        left(graph.y, &value(y[1] as f32));
        if graph.height > 2 {
            left(graph.y + graph.height / 2, &self.y);
        }
        left(graph.bottom() - 1, &value(y[0] as f32));
        let row = graph.bottom() + 1;
        easel.put((graph.x, row), graph.width, &value(x[0] as f32), Ink::Dim);
        let name = easel.cut(&self.x, usize::MAX);
        let right = format!("{name}  {}", value(x[1] as f32));
        let wide = u16::try_from(right.chars().count()).unwrap_or(0);
        let wide = wide.min(graph.width / 2);
        easel.put((graph.right() - wide, row), wide, &right, Ink::Dim);
    }
}

impl Graph {
    /// The lowest and the highest of its finite places.
    fn heights(&self) -> Option<(f32, f32)> {
        let finite = self.points.iter().map(|point| point.1);
        let finite = finite.filter(|y| y.is_finite());
        finite.fold(None, |range, y| match range {
            None => Some((y, y)),
            Some((low, high)) => Some((y.min(low), y.max(high))),
        })
    }

    /// The pieces of it that lie in the picture.
    fn within(&self, x: [f64; 2], y: [f64; 2]) -> Vec<Vec<(f64, f64)>> {
        let mut pieces: Vec<Vec<(f64, f64)>> = Vec::new();
        for pair in self.points.windows(2) {
            let [from, to] = [pair[0], pair[1]].map(|(x, y)| (f64::from(x), f64::from(y)));
            let is_inside = [from.0, to.0].iter().all(|at| (x[0]..=x[1]).contains(at));
            if !is_inside || !from.1.is_finite() || !to.1.is_finite() {
                continue;
            }
            let Some(ends) = clipped(from, to, y) else {
                continue;
            };
            match pieces.last_mut() {
                Some(piece) if piece.last() == ends.first() => piece.extend(&ends[1..]),
                _ => pieces.push(ends),
            }
        }
        pieces
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
mod tests;
