//! What a picture shows, in a line or two.

use crate::report::Drawing;
use crate::runner::tui::film::Seen;
use crate::runner::tui::text::units::{self, value};

/// What the picture shows, for somebody who has never seen one like it; then what there is to read in it now.
pub fn of(seen: &Seen<'_>) -> (&'static str, String) {
    match (seen.ground, seen.frames.last()) {
        (Some(Drawing::Surface(_)), _) => (
            "the darker, the lower the loss; a path goes from step to step, a ring is where it is now",
            String::new(),
        ),
        (Some(Drawing::Scatter(_)), last) => (
            "each dot is an example; the line is what the model says",
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
        (Some(Drawing::Convolution(_)), _) => (
            "the window is multiplied number by number with the kernel; the sum is one pixel of the output",
            String::new(),
        ),
        (_, Some(Drawing::Histogram(it))) => {
            let share = 100.0 * f64::from(it.zeros) / f64::from(it.all.max(1));
            let lost = match it.not_finite {
                0 => String::new(),
                lost => format!(", {lost} NaN or infinite"),
            };
            (
                "how many numbers there are of each size; zero is in the middle",
                format!(
                    "{} of {} are zero ({share:.0} %), deviation {}{lost}",
                    it.zeros,
                    it.all,
                    value(it.deviation)
                ),
            )
        }
        (_, Some(Drawing::HeatMap(_))) => (
            "each cell is a number, its colour says how large",
            String::new(),
        ),
        (_, Some(Drawing::Mask(grid))) => {
            let zeros = grid.values.iter().filter(|value| **value == 0.0).count();
            let all = grid.values.len().max(1);
            let left = grid.values.iter().filter(|value| **value != 0.0);
            let mean = left.clone().sum::<f32>() / left.count().max(1) as f32;
            let others = match grid.values.len() - zeros {
                0 => String::new(),
                _ => format!(", the others are {} on average", value(mean)),
            };
            (
                "each cell is an activation; an empty one was dropped",
                format!("{:.0} % dropped{others}", 100.0 * zeros as f64 / all as f64),
            )
        }
        (_, Some(Drawing::Confusion(it))) => {
            let (all, right) = it.counted();
            let share = 100.0 * f64::from(right) / f64::from(all.max(1));
            let worst = match it.worst().first() {
                Some((is, said, count)) => {
                    format!(
                        "; most often {is} is taken for {said} ({})",
                        units::count(*count as usize, "time", "times")
                    )
                }
                None => String::new(),
            };
            (
                "rows: which class it is; columns: which it is taken for; right answers on the diagonal",
                format!("{share:.1} % right{worst}"),
            )
        }
        (_, Some(Drawing::Bars(_))) => ("each bar is a number", String::new()),
        _ => ("", String::new()),
    }
}
