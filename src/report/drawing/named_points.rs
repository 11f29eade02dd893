//! Named points in a plane: what lies near what.

use serde::{Deserialize, Serialize};

use crate::report::drawn::{Caption, Drawn, Length, Scene, Told};
use crate::report::easel::{Area, Easel, Ink};
use crate::report::send::frame;
use crate::sentence::Sentence;
use crate::words::drawings as common;

/// Points that are drawn: more names could not be told apart.
const MOST: usize = 100;
/// Pairs that are told of.
const PAIRS: usize = 6;
/// The longest name that is drawn whole.
const NAME: usize = 12;
/// A row is about as tall as two columns are wide.
const ROW: f64 = 2.0;
/// Where a name goes whose place is taken, in columns and rows: no further, or it would say something false.
const BESIDE: [(i32, i32); 7] = [(0, 0), (1, 0), (-1, 0), (0, 1), (0, -1), (2, 0), (-2, 0)];

/// Points, each with its name.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct NamedPoints {
    /// Name and place, `(x, y)`.
    pub points: Vec<(String, (f32, f32))>,
}

/// Shows named points in a plane at step `step`, for instance the letters of an embedding of width 2. At most 100 are shown.
/// Distances are the same in both directions, and the same in all frames.
///
/// ```
/// use gradlings::report;
///
/// report::named_points("letters", 0, &[("a", (0.1, 0.0)), ("b", (0.0, -0.1)), ("e", (0.1, 0.1))]);
/// report::named_points("letters", 1, &[("a", (0.9, 0.2)), ("b", (-0.8, 0.1)), ("e", (0.8, 0.3))]);
/// ```
pub fn named_points<Name: AsRef<str>>(title: &str, step: usize, points: &[(Name, (f32, f32))]) {
    frame(title, Some(step), || {
        let points = points.iter().take(MOST);
        NamedPoints {
            points: points
                .map(|(name, place)| (name.as_ref().to_owned(), *place))
                .collect(),
        }
    });
}

mod words {
    use crate::{labels, sentences};

    sentences! {
        "drawing_named_points";

        /// One point with a name.
        one_point(title) = "Named points, {title}: 1 point.";

        /// Points with names.
        points(title, points) = "Named points, {title}: {points} points.";

        /// Two points that lie closer to each other than either does to any other.
        nearest(one, other) = "{one} and {other} are nearest to each other.";
    }

    labels! {
        "drawing_named_points_labels";

        /// What named points show.
        shows = "each name has two numbers: the first puts it to the right, the second upwards";
        /// How many there are.
        names(points) = "{points} names";
        /// How many there are, and how many of them could not be drawn.
        and_hidden(points, hidden) = "{points} names, {hidden} hidden behind others";
        /// How many there are, and how many of them are NaN or infinite.
        and_lost(points, lost) = "{points} names, {lost} NaN or infinite";
    }
}

/// What the middle of the picture stands for, and how many columns one unit is wide.
struct Scale {
    middle: (f64, f64),
    columns: f64,
}

impl Scale {
    /// The scale at which all these places fit.
    fn of(places: impl Iterator<Item = (f64, f64)>, area: Area) -> Option<Scale> {
        let ends = places.map(|(x, y)| [x, x, y, y]);
        let [left, right, low, high] = ends.reduce(|all, it| {
            [
                all[0].min(it[0]),
                all[1].max(it[1]),
                all[2].min(it[2]),
                all[3].max(it[3]),
            ]
        })?;
        let room = (f64::from(area.width) - 1.0, f64::from(area.height) - 1.0);
        let fits = (room.0 / (right - left)).min(ROW * room.1 / (high - low));
        Some(Scale {
            middle: ((left + right) / 2.0, (low + high) / 2.0),
            // One place, or several that are the same, stand in the middle.
            columns: if fits.is_finite() { fits } else { 0.0 },
        })
    }

    /// The cell of a place.
    fn cell(&self, (x, y): (f64, f64), area: Area) -> (i32, i32) {
        let right = (x - self.middle.0) * self.columns + (f64::from(area.width) - 1.0) / 2.0;
        let down = (self.middle.1 - y) * self.columns / ROW + (f64::from(area.height) - 1.0) / 2.0;
        (right.round() as i32, down.round() as i32)
    }
}

/// A name and the cell where it begins.
struct Placed {
    cell: (u16, u16),
    name: String,
}

impl NamedPoints {
    /// The names whose places are numbers.
    fn finite(&self) -> impl Iterator<Item = (&str, (f64, f64))> {
        let points = self.points.iter();
        points
            .filter(|(_, (x, y))| x.is_finite() && y.is_finite())
            .map(|(name, (x, y))| (name.as_str(), (f64::from(*x), f64::from(*y))))
    }

    /// Pairs that lie closer to each other than either does to any other, the closest first.
    fn pairs(&self) -> Vec<(&str, &str)> {
        let points: Vec<_> = self.finite().collect();
        let apart = |one: usize, other: usize| {
            let ((ax, ay), (bx, by)) = (points[one].1, points[other].1);
            (ax - bx).hypot(ay - by)
        };
        let nearest = |one: usize| {
            let others = (0..points.len()).filter(|other| *other != one);
            others.min_by(|a, b| apart(one, *a).total_cmp(&apart(one, *b)))
        };
        let nearest: Vec<Option<usize>> = (0..points.len()).map(nearest).collect();
        let mut pairs: Vec<(usize, usize)> = (0..points.len())
            .filter_map(|one| Some((one, nearest[one]?)))
            .filter(|(one, other)| one < other && nearest[*other] == Some(*one))
            .collect();
        pairs.sort_by(|a, b| apart(a.0, a.1).total_cmp(&apart(b.0, b.1)));
        pairs.truncate(PAIRS);
        let named = pairs.into_iter();
        named
            .map(|(one, other)| (points[one].0, points[other].0))
            .collect()
    }

    /// Where each name stands, and how many have no room.
    fn placed(&self, scale: &Scale, area: Area, easel: &dyn Easel) -> (Vec<Placed>, usize) {
        let mut taken = vec![false; usize::from(area.width) * usize::from(area.height)];
        let (mut placed, mut hidden) = (Vec::new(), 0);
        for (name, place) in self.finite() {
            let name = easel.cut(name, NAME.min(area.width.into()));
            let wide = easel.wide(&name).max(1);
            let (column, row) = scale.cell(place, area);
            // A name is centred over its place, and stands whole inside the picture.
            let last = i32::from(area.width) - wide as i32;
            let column = (column - (wide as i32 - 1) / 2).clamp(0, last.max(0));
            let free = BESIDE.iter().find_map(|(right, down)| {
                let column = usize::try_from(column + right).ok()?;
                let row = usize::try_from(row + down).ok()?;
                let fits = column + wide <= area.width.into() && row < area.height.into();
                let from = row * usize::from(area.width) + column;
                let cells = from..from + wide;
                (fits && !taken.get(cells.clone())?.contains(&true)).then_some((cells, column, row))
            });
            let Some((cells, column, row)) = free else {
                hidden += 1;
                continue;
            };
            taken[cells].fill(true);
            // Both are less than the sizes of the area.
            let cell = (area.x + column as u16, area.y + row as u16);
            placed.push(Placed { cell, name });
        }
        (placed, hidden)
    }
}

/// The scale of all frames of a film, so that nothing moves but the points.
fn scale(scene: &Scene<'_, NamedPoints>, alone: &NamedPoints, area: Area) -> Option<Scale> {
    let all = scene.all.iter().copied().chain([alone]);
    Scale::of(all.flat_map(NamedPoints::finite).map(|it| it.1), area)
}

impl Drawn for NamedPoints {
    const NAME: &'static str = "named_points";
    const TEXTS: &'static [&'static [Sentence]] = &[words::SENTENCES, words::LABELS];

    fn limit(&mut self) {
        self.points.truncate(MOST);
    }

    fn texts(&mut self, each: &mut dyn FnMut(&mut String, Length)) {
        for (name, _) in &mut self.points {
            each(name, Length::Word);
        }
    }

    fn bytes(&self) -> usize {
        let points = self.points.iter();
        points
            .map(|(name, place)| 32 + name.len() + size_of_val(place))
            .sum()
    }

    fn tell(&self, told: &Told<'_, Self>) -> Vec<String> {
        let mut sentences = vec![match self.points.len() {
            1 => words::one_point(told.title),
            points => words::points(told.title, points),
        }];
        let pairs = self.pairs().into_iter();
        sentences.extend(pairs.map(|(one, other)| words::nearest(one, other)));
        sentences.extend(told.step());
        vec![sentences.join(" ")]
    }

    fn caption(&self, _: &Scene<'_, Self>) -> Caption {
        let all = self.points.len();
        Caption {
            shows: words::shows(),
            reads: match all - self.finite().count() {
                0 => words::names(all),
                lost => words::and_lost(all, lost),
            },
        }
    }

    fn draw(&self, scene: &Scene<'_, Self>, area: Area, easel: &mut dyn Easel) {
        // The last row says what could not be drawn, so that names that lie on each other are not missed.
        let plane = Area {
            height: area.height.saturating_sub(1).max(1),
            ..area
        };
        let Some(scale) = scale(scene, self, plane) else {
            let nothing = common::no_finite_number();
            easel.put((area.x, area.y), area.width, nothing, Ink::Dim);
            return;
        };
        let (placed, hidden) = self.placed(&scale, plane, easel);
        for Placed { cell, name } in placed {
            easel.put(cell, area.right() - cell.0, &name, Ink::Strong);
        }
        if hidden > 0 && area.height > 1 {
            let text = words::and_hidden(self.points.len(), hidden);
            easel.put((area.x, area.bottom() - 1), area.width, &text, Ink::Dim);
        }
    }
}

#[cfg(test)]
mod tests;
