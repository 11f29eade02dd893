//! A loss over two parameters, and the paths of descent on it.

mod axis;
mod walk;

use std::ops::Range;

use serde::{Deserialize, Serialize};

use crate::report::drawn::{Caption, Drawn, Length, Lies, Scene, Told};
use crate::report::easel::{Area, Easel, Ink, Ramp, share};
use crate::report::grid::Grid;
use crate::report::number::{spoken, value};
use crate::report::send::frame;
use crate::sentence::Sentence;
use crate::words::drawings as common;
pub use axis::Axis;

/// Columns and rows at which a surface is measured: as fine as a terminal can draw it.
const COLUMNS: usize = 64;
const ROWS: usize = 48;
/// Columns of the labels at the left.
const LABELS: u16 = 8;

/// A loss over two parameters, or a place on it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Landscape {
    /// What the paths go over.
    Surface(Surface),
    /// One more place of a path.
    Place(Place),
}

/// A loss over two parameters.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Surface {
    /// The parameter to the right.
    pub x: Axis,
    /// The parameter upwards.
    pub y: Axis,
    /// The losses; the first row belongs to the lowest `y`, the first column to the lowest `x`.
    pub loss: Grid,
}

impl Surface {
    /// The loss at the measured point that is nearest; `None` off the surface.
    pub fn at(&self, x: f32, y: f32) -> Option<f32> {
        let nearest = |share: f32, count: usize| (share * count.saturating_sub(1) as f32).round();
        let column = nearest(self.x.share(x)?, self.loss.columns) as usize;
        let row = nearest(self.y.share(y)?, self.loss.rows()) as usize;
        self.loss.at(row, column)
    }
}

/// One place of a path over a surface.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Place {
    /// Which path: `rate 0.1`.
    pub path: String,
    /// The first parameter.
    pub x: f32,
    /// The second one.
    pub y: f32,
}

/// Shows `loss` as a landscape over two parameters, each with its name and range. What [`path`] reports under the same
/// title is drawn on it.
///
/// ```
/// use gradlings::report;
///
/// // A bowl that is steeper in one direction, and one step down from its edge.
/// report::surface("a valley", ("a", -3.0..3.0), ("b", -3.0..3.0), |a, b| a * a + 4.0 * b * b);
/// report::path("a valley", "rate 0.1", 0, 2.5, 2.0);
/// report::path("a valley", "rate 0.1", 1, 2.0, 0.4);
/// ```
pub fn surface(
    title: &str,
    x: (&str, Range<f32>),
    y: (&str, Range<f32>),
    loss: impl Fn(f32, f32) -> f32,
) {
    frame(title, Some(0), || {
        let (x, y) = (Axis::new(x.0, x.1), Axis::new(y.0, y.1));
        let between = |axis: &Axis, at: usize, count: usize| {
            axis.low + (axis.high - axis.low) * at as f32 / (count - 1) as f32
        };
        let values = (0..ROWS * COLUMNS).map(|at| {
            loss(
                between(&x, at % COLUMNS, COLUMNS),
                between(&y, at / COLUMNS, ROWS),
            )
        });
        let values = values.collect();
        let columns = COLUMNS;
        Landscape::Surface(Surface {
            x,
            y,
            loss: Grid { columns, values },
        })
    });
}

/// One more place of a path over the surface `title`: where the parameters are at step `step`. Paths with different
/// names, several rates or methods, are drawn side by side and played together.
///
/// ```
/// # use gradlings::report;
/// for (rate, name) in [(0.1, "rate 0.1"), (0.4, "rate 0.4")] {
///     let mut a = 2.5;
///     for step in 0..20 {
///         report::path("a valley", name, step, a, 0.0);
///         a -= rate * 2.0 * a;
///     }
/// }
/// ```
pub fn path(title: &str, name: &str, step: usize, x: f32, y: f32) {
    frame(title, Some(step), || {
        Landscape::Place(Place {
            path: name.to_owned(),
            x,
            y,
        })
    });
}

mod words {
    use crate::{labels, sentences};

    sentences! {
        "drawing_surface";

        /// Where a path stands on a loss surface. `x` and `y` are the names of its axes.
        path(title, path, x, x_value, y, y_value, loss) = "Loss surface, {title}: the path of {path} is at {x} \
            {x_value}, {y} {y_value}, where the loss is about {loss}.";

        /// A path has left a loss surface. `x` and `y` are the names of its axes.
        path_left(title, path, x, x_value, y, y_value) = "Loss surface, {title}: the path of {path} has left the \
            surface, at {x} {x_value}, {y} {y_value}.";
    }

    labels! {
        "drawing_surface_labels";

        /// What a surface of losses shows.
        shows = "the darker, the lower the loss; a path goes from step to step, a ring is where it is now";
        /// Where a path is on a surface of losses.
        loss_about(loss) = "loss about {loss}";
        /// Where a path is: not on the surface.
        off_the_map = "off the map";
        /// Where a path is: NaN or infinite.
        no_number = "no number any more";
    }
}

impl Drawn for Landscape {
    const NAME: &'static str = "surface";
    const TEXTS: &'static [&'static [Sentence]] = &[words::SENTENCES, words::LABELS];

    fn texts(&mut self, each: &mut dyn FnMut(&mut String, Length)) {
        match self {
            Landscape::Surface(surface) => {
                each(&mut surface.x.name, Length::Word);
                each(&mut surface.y.name, Length::Word);
            }
            Landscape::Place(place) => each(&mut place.path, Length::Word),
        }
    }

    fn bytes(&self) -> usize {
        match self {
            Landscape::Surface(surface) => surface.loss.bytes(),
            Landscape::Place(place) => place.path.len(),
        }
    }

    fn lies(&self) -> Lies<'_> {
        match self {
            Landscape::Surface(_) => Lies::Under,
            Landscape::Place(place) => Lies::Along(&place.path),
        }
    }

    /// One line for each path.
    fn tell(&self, told: &Told<'_, Self>) -> Vec<String> {
        let Landscape::Surface(surface) = self else {
            return Vec::new();
        };
        let paths = told.last.iter().filter_map(|(step, frame)| {
            let place = frame.place()?;
            let mut sentences = vec![surface.told(told.title, place)];
            sentences.extend(step.map(common::step));
            Some(sentences.join(" "))
        });
        paths.collect()
    }

    fn caption(&self, _: &Scene<'_, Self>) -> Caption {
        match self {
            Landscape::Surface(_) => Caption {
                shows: words::shows(),
                ..Caption::default()
            },
            Landscape::Place(_) => Caption::default(),
        }
    }

    fn draw(&self, scene: &Scene<'_, Self>, area: Area, easel: &mut dyn Easel) {
        match self {
            Landscape::Surface(surface) => surface.draw(scene, area, easel),
            // A path without a surface: there is nothing to lay it over.
            Landscape::Place(_) => {
                easel.put((area.x, area.y), area.width, common::nothing(), Ink::Dim);
            }
        }
    }
}

impl Landscape {
    fn place(&self) -> Option<&Place> {
        match self {
            Landscape::Place(place) => Some(place),
            Landscape::Surface(_) => None,
        }
    }
}

/// A text in several inks.
type Parts = Vec<(String, Ink)>;

impl Surface {
    /// Where a path stands on it, in a sentence.
    fn told(&self, title: &str, place: &Place) -> String {
        let (x, y, path) = (&self.x.name, &self.y.name, &place.path);
        let (x_value, y_value) = (spoken(place.x), spoken(place.y));
        match self.at(place.x, place.y) {
            Some(loss) => words::path(title, path, x, x_value, y, y_value, spoken(loss)),
            None => words::path_left(title, path, x, x_value, y, y_value),
        }
    }

    /// The surface from above, and the paths as far as they have come.
    fn draw(&self, scene: &Scene<'_, Landscape>, area: Area, easel: &mut dyn Easel) {
        // A path keeps its colour while it is played, so all of them are counted.
        let mut paths: Vec<&str> = Vec::new();
        for place in scene.all.iter().filter_map(|frame| frame.place()) {
            if !paths.contains(&place.path.as_str()) {
                paths.push(&place.path);
            }
        }
        let walks: Vec<Vec<&Place>> = paths
            .iter()
            .map(|path| {
                let places = scene.frames.iter().filter_map(|frame| frame.place());
                places.filter(|place| place.path == *path).collect()
            })
            .collect();
        let walked = walks.iter().enumerate();
        let legend: Vec<Parts> = walked
            .filter_map(|(number, places)| Some(self.now(places.last()?, number, easel)))
            .collect();
        let legend = in_rows(legend, usize::from(area.width), easel);
        let under = u16::try_from(legend.len())
            .unwrap_or(0)
            .min(area.height / 3);
        if area.width < LABELS + 6 || area.height < under + 4 {
            for (row, parts) in area.rows().zip(&legend) {
                easel.line((area.x, row), area.width, parts);
            }
            return;
        }
        for (number, parts) in (0..under).zip(&legend) {
            easel.line((area.x, area.y + number), area.width, parts);
        }
        let inside = Area {
            x: area.x + LABELS,
            y: area.y + under,
            width: area.width - LABELS,
            height: area.height - under - 1,
        };
        self.ground(inside, easel);
        self.labels(inside, easel);
        let walks: Vec<Vec<(u16, u16)>> = walks
            .iter()
            .map(|places| {
                let cells = places.iter().filter_map(|place| self.cell(place, inside));
                cells.collect()
            })
            .collect();
        // No line between two steps hides a step of another path, and no step hides where another path is now.
        for part in [walk::between, walk::steps, walk::now] {
            for (number, cells) in walks.iter().enumerate() {
                part(cells, number, easel);
            }
        }
    }

    /// Where a path is and how high.
    fn now(&self, at: &Place, number: usize, easel: &dyn Easel) -> Parts {
        let loss = match self.at(at.x, at.y) {
            // The map has the loss of the nearest of its cells.
            Some(loss) => words::loss_about(format!("{loss:.2}")),
            None if at.x.is_finite() && at.y.is_finite() => words::off_the_map().to_owned(),
            None => words::no_number().to_owned(),
        };
        let path = easel.cut(&at.path, usize::MAX);
        vec![
            (walk::ring(easel).to_owned(), Ink::StrongSeries(number)),
            (format!(" {path} "), Ink::Plain),
            (format!("{loss}  "), Ink::Dim),
        ]
    }

    fn ground(&self, area: Area, easel: &mut dyn Easel) {
        let Some((low, high)) = self.loss.range() else {
            return;
        };
        let (columns, rows) = (self.loss.columns, self.loss.rows());
        let (wide, tall) = (usize::from(area.width), 2 * usize::from(area.height));
        easel.fill(Ramp::Heat, area, &|x, y| {
            let nearest = |at: usize, of: usize, count: usize| {
                at * count.saturating_sub(1) / of.saturating_sub(1).max(1)
            };
            let row = rows
                .saturating_sub(1)
                .saturating_sub(nearest(y, tall, rows));
            let loss = self.loss.at(row, nearest(x, wide, columns))?;
            // Losses grow with the square of the distance: the root spreads the valley over more of the colours.
            share(loss, low, high).map(f32::sqrt)
        });
    }

    fn labels(&self, area: Area, easel: &mut dyn Easel) {
        let wide = usize::from(LABELS) - 1;
        let mut left = |row: u16, text: &str| {
            let text = easel.cut(text, wide);
            let pad = wide.saturating_sub(easel.wide(&text));
            let text = format!("{}{text}", " ".repeat(pad));
            easel.put((area.x - LABELS, row), LABELS, &text, Ink::Dim);
        };
        left(area.y, &value(self.y.high));
        if area.height > 2 {
            left(area.y + area.height / 2, &self.y.name);
        }
        left(area.bottom() - 1, &value(self.y.low));
        let row = area.bottom();
        let high = value(self.x.high);
        let wide = u16::try_from(high.len()).unwrap_or(0);
        let right = area.right().saturating_sub(wide);
        easel.put((area.x, row), area.width, &value(self.x.low), Ink::Dim);
        let room = usize::from(area.width).saturating_sub(20);
        let name = easel.cut(&self.x.name, room);
        let half = u16::try_from(easel.wide(&name) / 2).unwrap_or(0);
        let middle = area.x + (area.width / 2).saturating_sub(half);
        easel.put((middle, row), area.width, &name, Ink::Dim);
        easel.put((right, row), wide, &high, Ink::Dim);
    }

    /// The cell of a place; a place outside is drawn at the edge that it has left.
    fn cell(&self, place: &Place, area: Area) -> Option<(u16, u16)> {
        let along = |axis: &Axis, value: f32, cells: u16| {
            let share = share(value, axis.low, axis.high)?;
            Some((share * f32::from(cells.saturating_sub(1))).round() as u16)
        };
        let column = along(&self.x, place.x, area.width)?;
        let row = along(&self.y, place.y, area.height)?;
        Some((area.x + column, area.bottom() - 1 - row))
    }
}

/// As many as fit beside each other.
fn in_rows(all: Vec<Parts>, width: usize, easel: &dyn Easel) -> Vec<Parts> {
    let wide = |parts: &Parts| -> usize { parts.iter().map(|(text, _)| easel.wide(text)).sum() };
    let mut rows: Vec<Parts> = Vec::new();
    for parts in all {
        match rows.last_mut() {
            Some(row) if wide(row) + wide(&parts) <= width => row.extend(parts),
            _ => rows.push(parts),
        }
    }
    rows
}
