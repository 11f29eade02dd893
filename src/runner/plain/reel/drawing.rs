//! One drawing in words: what it shows.

use super::PARTS;
use crate::report::{
    Bars, Confusion, Convolution, Drawing, Frame, Grid, Histogram, Pictures, Place, Surface,
};
use crate::runner::plain::sentence::{self, count, value};

/// The sentence about a drawing that stands on no ground: what it shows at the end and, where that says more, what it
/// showed at first. There is none for what only belongs on a ground.
pub fn tell(title: &str, last: &Frame, first: Option<&Frame>, step: &str) -> Option<String> {
    let before = first.map(|first| &first.drawing);
    Some(match (&last.drawing, before) {
        (Drawing::Histogram(it), Some(Drawing::Histogram(first))) => format!(
            "Histogram, {title}: {}{step}; at first {} were zero and the deviation was {}.",
            histogram(it),
            first.zeros,
            value(first.deviation)
        ),
        (Drawing::Histogram(it), _) => format!("Histogram, {title}: {}{step}.", histogram(it)),
        (Drawing::Mask(grid), _) => format!("Mask, {title}{step}: {}.", mask(grid)),
        (Drawing::HeatMap(grid), _) => format!("Heat map, {title}{step}: {}.", heat_map(grid)),
        (Drawing::Bars(it), _) => format!("Bars, {title}{step}: {}.", bars(it)),
        (Drawing::Confusion(it), _) => {
            format!("Confusion matrix, {title}{step}: {}.", confusion(it))
        }
        (Drawing::Pictures(strip), _) => sentence::pictures(&Pictures {
            title: title.to_owned(),
            pictures: strip.clone(),
        }),
        _ => return None,
    })
}

/// Where a path stands on a loss surface.
pub fn path(surface: &Surface, place: &Place, step: &str) -> String {
    let (x, y) = (&surface.x.name, &surface.y.name);
    let place_in_words = format!("{x} {}, {y} {}", value(place.x), value(place.y));
    match surface.at(place.x, place.y) {
        Some(loss) => format!(
            "the path of {}{step} is at {place_in_words}, where the loss is about {}",
            place.path,
            value(loss)
        ),
        None => format!(
            "the path of {}{step} has left the surface, at {place_in_words}",
            place.path
        ),
    }
}

fn histogram(it: &Histogram) -> String {
    let share = 100.0 * f64::from(it.zeros) / f64::from(it.all.max(1));
    let lost = match it.not_finite {
        0 => String::new(),
        lost => format!(", {lost} are NaN or infinite"),
    };
    format!(
        "{} of {} numbers are zero ({share:.0} %), the mean is {} and the deviation {}{lost}",
        it.zeros,
        it.all,
        value(it.mean),
        value(it.deviation)
    )
}

fn mask(grid: &Grid) -> String {
    let zeros = grid.values.iter().filter(|value| **value == 0.0).count();
    let all = grid.values.len();
    let left = grid.values.iter().filter(|value| **value != 0.0);
    let mean = left.clone().sum::<f32>() / left.count().max(1) as f32;
    format!(
        "{zeros} of {all} numbers are dropped ({:.0} %), the others are {} on average",
        100.0 * zeros as f64 / all.max(1) as f64,
        value(mean)
    )
}

fn heat_map(grid: &Grid) -> String {
    let size = format!(
        "{} and {}",
        count(grid.rows(), "row"),
        count(grid.columns, "column")
    );
    let largest = grid
        .values
        .iter()
        .enumerate()
        .filter(|(_, it)| it.is_finite());
    let largest = largest.max_by(|a, b| a.1.total_cmp(b.1));
    match (grid.range(), largest) {
        (Some((low, high)), Some((at, _))) if grid.columns > 0 => format!(
            "{size}, from {} to {}; the largest is in row {}, column {}, counted from 0",
            value(low),
            value(high),
            at / grid.columns,
            at % grid.columns
        ),
        _ => format!("{size} without a finite number"),
    }
}

fn bars(it: &Bars) -> String {
    let named = it.bars.iter().take(PARTS);
    let mut said: Vec<String> = named
        .map(|(name, number)| format!("{name} {}", value(*number)))
        .collect();
    if it.bars.len() > PARTS {
        said.push(format!("{} more", it.bars.len() - PARTS));
    }
    said.join(", ")
}

fn confusion(it: &Confusion) -> String {
    let (all, right) = it.counted();
    let share = 100.0 * f64::from(right) / f64::from(all.max(1));
    let worst: Vec<String> = it
        .worst()
        .into_iter()
        .take(3)
        .map(|(is, said, times)| {
            format!("{is} is taken for {said} {}", count(times as usize, "time"))
        })
        .collect();
    let worst = if worst.is_empty() {
        String::new()
    } else {
        format!("; the worst confusions: {}", worst.join(", "))
    };
    format!("{right} of {all} are right ({share:.1} %){worst}")
}

/// What a convolution does with an image.
pub fn convolution(it: &Convolution) -> String {
    let size = |grid: &Grid| format!("{} by {}", grid.rows(), grid.columns);
    let range = it.output.range().map_or_else(String::new, |(low, high)| {
        format!(", with numbers from {} to {}", value(low), value(high))
    });
    format!(
        "a kernel of {} slides over an image of {}, {} at a time; the output is {}{range}",
        size(&it.kernel),
        size(&it.image),
        count(it.stride, "pixel"),
        size(&it.output)
    )
}
