//! Lines and the numbers in them.

use crate::runner::outcome::HealthLine;

/// A line.
pub(super) fn line(kind: &str, step: u64, message: String) -> HealthLine {
    HealthLine {
        kind: kind.to_owned(),
        step: Some(step),
        message,
    }
}

/// Three digits, as one would say them.
pub(super) fn number(value: f32) -> String {
    if value.is_nan() {
        return "NaN".to_owned();
    }
    if value.is_infinite() {
        return "infinite".to_owned();
    }
    let size = value.abs();
    if size != 0.0 && !(1e-3..1e5).contains(&size) {
        return format!("{value:.2e}");
    }
    let digits = match size {
        it if it < 0.1 => 4,
        it if it < 10.0 => 2,
        it if it < 100.0 => 1,
        _ => 0,
    };
    format!("{value:.digits$}")
}

/// A share in percent.
pub(super) fn percent(share: f32) -> String {
    format!("{:.0} %", 100.0 * share)
}
