//! What a picture shows, in a line or two.

use crate::report::Drawing;
use crate::runner::tui::film::Seen;
use crate::runner::tui::text::units::value;
use crate::runner::words::screen::pictures as words;

/// What the picture shows, for somebody who has never seen one like it; then what there is to read in it now.
pub fn of(seen: &Seen<'_>) -> (&'static str, String) {
    match (seen.ground, seen.frames.last()) {
        (Some(Drawing::Surface(_)), _) => (words::surface(), String::new()),
        (Some(Drawing::Scatter(_)), last) => (
            words::scatter(),
            match last {
                Some(Drawing::Line(line)) => format!(
                    "y = {} x {} {}",
                    value(line.slope),
                    if line.bias < 0.0 { "-" } else { "+" },
                    value(line.bias.abs())
                ),
                _ => String::new(),
            },
        ),
        (Some(Drawing::Convolution(_)), _) => (words::convolution(), String::new()),
        (_, Some(Drawing::Histogram(it))) => {
            let share = 100.0 * f64::from(it.zeros) / f64::from(it.all.max(1));
            let (share, deviation) = (format!("{share:.0}"), value(it.deviation));
            let reads = match it.not_finite {
                0 => words::zeros(share, it.zeros, it.all, deviation),
                lost => words::zeros_and_lost(share, it.zeros, it.all, deviation, lost),
            };
            (words::histogram(), reads)
        }
        (_, Some(Drawing::HeatMap(_))) => (words::heat_map(), String::new()),
        (_, Some(Drawing::Mask(grid))) => {
            let zeros = grid.values.iter().filter(|value| **value == 0.0).count();
            let all = grid.values.len().max(1);
            let left = grid.values.iter().filter(|value| **value != 0.0);
            let mean = left.clone().sum::<f32>() / left.count().max(1) as f32;
            let share = format!("{:.0}", 100.0 * zeros as f64 / all as f64);
            let reads = match grid.values.len() - zeros {
                0 => words::dropped(share),
                _ => words::dropped_others(share, value(mean)),
            };
            (words::mask(), reads)
        }
        (_, Some(Drawing::Confusion(it))) => {
            let (all, right) = it.counted();
            let share = 100.0 * f64::from(right) / f64::from(all.max(1));
            let share = format!("{share:.1}");
            let reads = match it.worst().first() {
                None => words::right(share),
                Some((is, said, 1)) => words::right_worst_once(share, is, said),
                Some((is, said, times)) => words::right_worst(share, is, said, times),
            };
            (words::confusion(), reads)
        }
        (_, Some(Drawing::Bars(_))) => (words::bars(), String::new()),
        (_, Some(Drawing::Text(it))) => (words::text(), words::characters(it.text.chars().count())),
        _ => ("", String::new()),
    }
}
