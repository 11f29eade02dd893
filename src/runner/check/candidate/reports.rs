//! What a candidate reports while it answers: kept for the verdict, passed on to whoever draws it.

use super::running::Candidate;
use crate::report::{Report, forget, record};
use crate::runner::check::harmless;
use crate::runner::event::CheckEvent;

impl Candidate<'_> {
    pub(super) fn report(&mut self, report: Report) {
        if let Report::Metric {
            series,
            step,
            value,
        } = &report
        {
            if self.life.is_again(series, *step) {
                forget(&mut self.curves, series, *step);
            }
            self.life.reports(series, *step);
            // A name for every value would make each of them slower than the one before.
            const MOST_SERIES: usize = 64;
            let is_known = self.metrics.iter().any(|(name, _)| name == series);
            if !is_known && (self.metrics.len() == MOST_SERIES || series.len() > 256) {
                return;
            }
            // A runaway loop must not fill the runner's memory with points that nobody can look at.
            const MOST_POINTS: usize = 1 << 20;
            if self
                .curves
                .iter()
                .map(|curve| curve.points.len())
                .sum::<usize>()
                < MOST_POINTS
            {
                record(&mut self.curves, series, *step, *value);
            }
            match self.metrics.iter_mut().find(|(name, _)| name == series) {
                Some((_, last)) => *last = *value,
                None => self.metrics.push((series.clone(), *value)),
            }
        }
        let lines = self.checkup.take(&report);
        self.show(report);
        if let Some(lines) = lines {
            self.run.tell(CheckEvent::Health(harmless::health(lines)));
        }
    }

    /// Passes a report on to whoever draws it, as far as anybody can look at so many.
    pub(super) fn show(&mut self, report: Report) {
        if self.seen.lets_through(&report)
            && let Some(report) = report.open()
        {
            self.run.tell(CheckEvent::Report(harmless::report(report)));
        }
    }
}
