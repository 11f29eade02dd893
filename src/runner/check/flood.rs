//! Reports that come faster than anybody can look at them are left out, so that they fill neither the screen's queue nor
//! the memory.

use std::time::{Duration, Instant};

use crate::report::Report;

/// Reports are counted anew after this long.
const WINDOW: Duration = Duration::from_millis(100);

/// Notes and pictures in a window: more than anybody can look at.
const REPORTS: usize = 2_000;

/// Metrics and progress in a window. The fastest training of the course, `fit_line`, reports 26,000 of them in less than
/// that, and its curve has no holes.
const NUMBERS: usize = 50_000;

/// Bytes of reports in a window.
const BYTES: usize = 4 << 20;

/// What was let through lately.
#[derive(Default)]
pub(super) struct Seen {
    since: Option<Instant>,
    reports: usize,
    numbers: usize,
    bytes: usize,
}

impl Seen {
    /// Whether a report may go on to the screen. The judge has its curve in any case.
    pub(super) fn lets_through(&mut self, report: &Report) -> bool {
        self.lets_through_at(Instant::now(), report)
    }

    /// Whether reports come faster than they are let through.
    pub(super) fn is_flooded(&self) -> bool {
        self.reports > REPORTS || self.numbers > NUMBERS || self.bytes > BYTES
    }

    fn lets_through_at(&mut self, now: Instant, report: &Report) -> bool {
        if self
            .since
            .is_none_or(|since| now.duration_since(since) > WINDOW)
        {
            *self = Seen {
                since: Some(now),
                ..Seen::default()
            };
        }
        match report {
            Report::Metric { .. } | Report::Progress(_) => self.numbers += 1,
            _ => self.reports += 1,
        }
        self.bytes = self.bytes.saturating_add(size(report));
        !self.is_flooded()
    }
}

fn size(report: &Report) -> usize {
    match report {
        Report::Metric { series, .. } => series.len(),
        // What the library notices goes to the health of the training, which keeps counts only.
        Report::Progress(_) | Report::Observation(_) => 0,
        Report::Note(note) => note.len(),
        Report::Frame(frame) => frame.title.len() + frame.drawing.bytes.len(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_training_is_seen_whole_and_a_flood_only_in_part() {
        let began = Instant::now();
        let note = |bytes: usize| Report::Note("x".repeat(bytes));
        // Reports in one second, the size of each, how many may come through.
        let table = [
            (10_000, 10, 10_000),
            (1_000_000, 10, 22_000),
            (200, 1 << 20, 44),
        ];
        for (reports, bytes, most) in table {
            let mut seen = Seen::default();
            let note = note(bytes);
            let through = (0..reports)
                .filter(|&number| {
                    let now = began + Duration::from_secs(1) * number / reports;
                    seen.lets_through_at(now, &note)
                })
                .count();
            assert!(through <= most, "{through} of {reports}");
            assert!(
                through == reports as usize || reports > 100_000 || bytes > 100,
                "{through}"
            );
        }
    }
}
