//! One drawing in words: what it shows.

use super::PARTS;
use crate::report::{
    Bars, Confusion, Convolution, Drawing, Frame, Grid, Histogram, Pictures, Place, Surface,
};
use crate::runner::plain::sentence::{self, value};
use crate::runner::words::plain::drawings as words;

/// The sentences about a drawing that stands on no ground: what it shows at the end and, where that says more, what it
/// showed at first. There are none for what only belongs on a ground.
pub fn tell(title: &str, last: &Frame, first: Option<&Frame>) -> Option<Vec<String>> {
    let before = first.map(|first| &first.drawing);
    let mut sentences = match &last.drawing {
        Drawing::Histogram(it) => histogram(title, it),
        Drawing::Mask(grid) => mask(title, grid),
        Drawing::HeatMap(grid) => heat_map(title, grid),
        Drawing::Bars(it) => bars(title, it),
        Drawing::Confusion(it) => confusion(title, it),
        Drawing::Text(it) => vec![words::text(title, it.text.trim().replace('\n', " / "))],
        // A strip belongs to no step.
        Drawing::Pictures(strip) => {
            let title = title.to_owned();
            let pictures = strip.clone();
            return Some(vec![sentence::pictures(&Pictures { title, pictures })]);
        }
        _ => return None,
    };
    sentences.extend(last.step.map(words::step));
    if let (Drawing::Histogram(_), Some(Drawing::Histogram(first))) = (&last.drawing, before) {
        sentences.push(words::at_first(first.zeros, value(first.deviation)));
    }
    Some(sentences)
}

/// Where a path stands on a loss surface.
pub fn path(title: &str, surface: &Surface, place: &Place) -> String {
    let (x, y, path) = (&surface.x.name, &surface.y.name, &place.path);
    let (x_value, y_value) = (value(place.x), value(place.y));
    match surface.at(place.x, place.y) {
        Some(loss) => words::path(title, path, x, x_value, y, y_value, value(loss)),
        None => words::path_left(title, path, x, x_value, y, y_value),
    }
}

/// A part of something in percent, with so many digits behind the point.
fn share(part: f64, all: f64, digits: usize) -> String {
    format!("{:.digits$} %", 100.0 * part / all.max(1.0))
}

fn histogram(title: &str, it: &Histogram) -> Vec<String> {
    let zeros = share(f64::from(it.zeros), f64::from(it.all), 0);
    let mut sentences = vec![
        words::histogram(title, zeros, it.zeros, it.all),
        words::mean(value(it.mean), value(it.deviation)),
    ];
    match it.not_finite {
        0 => {}
        1 => sentences.push(words::one_not_finite().to_owned()),
        lost => sentences.push(words::not_finite(lost)),
    }
    sentences
}

fn mask(title: &str, grid: &Grid) -> Vec<String> {
    let zeros = grid.values.iter().filter(|value| **value == 0.0).count();
    let all = grid.values.len();
    let left = grid.values.iter().filter(|value| **value != 0.0);
    let mean = left.clone().sum::<f32>() / left.count().max(1) as f32;
    vec![
        words::mask(title, share(zeros as f64, all as f64, 0), zeros, all),
        words::others(value(mean)),
    ]
}

fn heat_map(title: &str, grid: &Grid) -> Vec<String> {
    let heat_map = words::heat_map(title, size(grid));
    let largest = grid
        .values
        .iter()
        .enumerate()
        .filter(|(_, it)| it.is_finite());
    let largest = largest.max_by(|a, b| a.1.total_cmp(b.1));
    match (grid.range(), largest) {
        (Some((low, high)), Some((at, _))) if grid.columns > 0 => vec![
            heat_map,
            words::range(value(low), value(high)),
            words::largest(at / grid.columns, at % grid.columns),
        ],
        _ => vec![heat_map, words::nothing_finite().to_owned()],
    }
}

fn bars(title: &str, it: &Bars) -> Vec<String> {
    let named = it.bars.iter().take(PARTS);
    let told: Vec<String> = named
        .map(|(name, number)| format!("{name} {}", value(*number)))
        .collect();
    let mut sentences = vec![match told.is_empty() {
        true => words::no_bars(title),
        false => words::bars(title, told.join(", ")),
    }];
    match it.bars.len().saturating_sub(PARTS) {
        0 => {}
        1 => sentences.push(words::one_more_bar().to_owned()),
        more => sentences.push(words::more_bars(more)),
    }
    sentences
}

fn confusion(title: &str, it: &Confusion) -> Vec<String> {
    let (all, right) = it.counted();
    let rate = share(f64::from(right), f64::from(all), 1);
    let mut sentences = vec![words::confusion(title, rate, right, all)];
    let worst = it.worst();
    if !worst.is_empty() {
        sentences.push(words::worst().to_owned());
    }
    let worst = worst.into_iter().take(3);
    sentences.extend(worst.map(|(is, said, times)| match times {
        1 => words::taken_once(is, said),
        times => words::taken(times, is, said),
    }));
    sentences
}

/// What a convolution does with an image.
pub fn convolution(title: &str, it: &Convolution) -> Vec<String> {
    let mut sentences = vec![
        words::convolution(title, size(&it.kernel), size(&it.image)),
        match it.stride {
            1 => words::one_pixel().to_owned(),
            stride => words::pixels(stride),
        },
        words::output(size(&it.output)),
    ];
    let range = it.output.range();
    sentences.extend(range.map(|(low, high)| words::range(value(low), value(high))));
    sentences
}

fn size(grid: &Grid) -> String {
    words::size(grid.rows(), grid.columns)
}
