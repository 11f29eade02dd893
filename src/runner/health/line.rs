//! Lines and the numbers in them.

use crate::report::number::significant;
use crate::runner::outcome::HealthLine;
use crate::runner::words::health as words;

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
    if value.is_infinite() {
        return words::infinite().to_owned();
    }
    significant(value.into(), 3)
}

/// A share in percent.
pub(super) fn percent(share: f32) -> String {
    format!("{:.0} %", 100.0 * share)
}
