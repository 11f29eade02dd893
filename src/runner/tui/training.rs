//! What a training has reported so far, in a bounded amount of memory.

use std::time::Duration;

use crate::report::{Curve, Drawing, Frame, Progress, Report};
use crate::runner::curve::History;
use crate::runner::outcome::HealthLine;
use crate::runner::tui::film::Film;
use crate::runner::tui::grouping::{Group, Topic, groups};
use crate::runner::words::screen::training as words;
use crate::sheet::CurvePart;

/// Curves kept; a program that names a new series at every step must not eat the memory.
const SERIES: usize = 24;
/// Series of which is known what is declared of them.
const DECLARED: usize = 64;
/// Pictures that change, kept with their frames.
const FILMS: usize = 8;

/// Curves of another run, to be laid over those of this one.
#[derive(Clone, Debug, PartialEq)]
pub struct Overlay {
    /// Whose they are: `reference`, `attempt 3`.
    pub title: String,
    /// The curves.
    pub curves: Vec<History>,
}

impl Overlay {
    /// The curves of a run that were kept whole.
    pub fn of(title: &str, curves: &[Curve]) -> Overlay {
        Overlay {
            title: title.to_owned(),
            curves: histories(curves),
        }
    }
}

fn histories(curves: &[Curve]) -> Vec<History> {
    let kept = curves.iter().take(SERIES).map(|curve| {
        let mut history = History::new(&curve.series);
        for (step, value) in &curve.points {
            history.push(*step, *value);
        }
        history
    });
    kept.collect()
}

/// One of the things that can be looked at, each on its own or several side by side.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum View {
    /// The chart with this number.
    Chart(usize),
    /// The film with this number.
    Film(usize),
}

/// The reports of one run.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct RunReports {
    /// What is declared of the series.
    pub declared: Vec<CurvePart>,
    /// The learner's curves.
    pub curves: Vec<History>,
    /// The reference's, with the same seed.
    pub reference: Vec<History>,
    /// Those of earlier attempts, the newest first.
    pub earlier: Vec<Overlay>,
    /// How far it is.
    pub progress: Option<Progress>,
    /// When the first report came.
    pub began: Option<Duration>,
    /// When the last report came.
    pub latest: Duration,
    /// What is not well with it.
    pub health: Vec<HealthLine>,
    /// The pictures, each with its frames, in the order in which they were first reported.
    pub films: Vec<Film>,
}

impl RunReports {
    /// Takes in a report. `Note`s are lines of the output and have no place here.
    pub fn take(&mut self, report: Report<Drawing>, now: Duration) {
        self.began.get_or_insert(now);
        self.latest = now;
        match report {
            Report::Metric {
                series,
                step,
                value,
            } => self.metric(&series, step, value, now),
            Report::Progress(progress) => self.progress = Some(progress),
            Report::Frame(frame) => self.frame(frame),
            Report::Note(_) | Report::Observation(_) => {}
        }
    }

    fn metric(&mut self, series: &str, step: u64, value: f32, now: Duration) {
        let began = self.began.unwrap_or(now);
        let seconds = now.saturating_sub(began).as_secs_f32();
        if let Some(curve) = self.curves.iter_mut().find(|curve| curve.series == series) {
            if curve.goes_back(step) {
                self.films.iter_mut().for_each(Film::ends);
            }
            curve.push_at(step, value, seconds);
        } else if self.curves.len() < SERIES {
            let mut curve = History::new(series);
            curve.push_at(step, value, seconds);
            self.curves.push(curve);
        }
    }

    fn frame(&mut self, frame: Frame<Drawing>) {
        let own_steps = frame.step.is_some();
        let step = frame.step.unwrap_or_else(|| self.last_step());
        if let Some(film) = self.films.iter_mut().find(|film| film.title == frame.title) {
            film.own_steps = own_steps;
            film.push(step, frame.drawing);
            return;
        }
        let mut film = Film::new(&frame.title);
        film.own_steps = own_steps;
        if film.push(step, frame.drawing) {
            if self.films.len() == FILMS {
                self.films.remove(0);
            }
            self.films.push(film);
        }
    }

    /// The number of the view of the first film with steps of its own, where there is one: that of a show.
    pub fn show(&self) -> Option<usize> {
        let film = self
            .films
            .iter()
            .position(|film| film.own_steps && film.moves())?;
        Some(self.charts().len() + film)
    }

    /// The step of the newest metric.
    pub fn last_step(&self) -> u64 {
        self.curves
            .iter()
            .filter_map(History::end)
            .max()
            .unwrap_or(0)
    }

    /// Takes in what is known of it before it begins: what is declared of its series, and the curves of the reference.
    pub fn begin(&mut self, declared: Vec<CurvePart>, reference: &[Curve]) {
        self.declared = declared;
        // A course has few series; whatever it says, the memory is bounded.
        self.declared.truncate(DECLARED);
        self.reference = histories(reference);
    }

    /// What is laid over the curves where this overlay is chosen: its name and its curves.
    pub fn overlay(&self, chosen: usize) -> Option<(&str, &[History])> {
        let has_reference = !self.reference.is_empty();
        match chosen % self.overlays() {
            0 if has_reference => Some((words::reference(), &self.reference)),
            // Without a reference nothing is laid over before somebody asks for it.
            0 => None,
            // One more than there are: nothing is laid over.
            number => self
                .earlier
                .get(number - 1)
                .map(|earlier| (earlier.title.as_str(), &earlier.curves[..])),
        }
    }

    /// Among how many overlays one can choose; that nothing is laid over is one of them.
    pub fn overlays(&self) -> usize {
        1 + self.earlier.len() + usize::from(!self.reference.is_empty())
    }

    /// Whether anything can be laid over the curves.
    pub fn has_overlays(&self) -> bool {
        !self.reference.is_empty() || !self.earlier.is_empty()
    }

    /// Whether a curve has more than one point, so that there is a way to see.
    pub fn charts_move(&self) -> bool {
        self.curves.iter().any(History::moves)
    }

    /// Whether there is anything to look at.
    pub fn is_empty(&self) -> bool {
        self.curves.is_empty() && self.films.is_empty() && self.progress.is_none()
    }

    /// Which curves share a chart.
    pub fn charts(&self) -> Vec<Group> {
        let curves = self.curves.iter();
        let names: Vec<&str> = curves.map(|curve| curve.series.as_str()).collect();
        groups(&names, &self.declared)
    }

    /// Everything that can be looked at: the charts, then the pictures.
    pub fn views(&self) -> Vec<View> {
        let charts = (0..self.charts().len()).map(View::Chart);
        charts
            .chain((0..self.films.len()).map(View::Film))
            .collect()
    }

    /// The view that has the keys, where there is any.
    pub fn view(&self, chosen: usize) -> Option<View> {
        let views = self.views();
        views.get(chosen % views.len().max(1)).copied()
    }

    /// Whether the y axis of a chart is logarithmic: as somebody chose, or where its first curve is an L.
    pub fn is_logarithmic(&self, chart: usize, chosen: Option<bool>) -> bool {
        let topic = self.charts().get(chart).map(|group| group.topic);
        let takes_logarithms = topic.is_some_and(Topic::takes_logarithms);
        let curves = self.curves_of(chart);
        let by_shape = || curves.first().is_some_and(|curve| curve.is_an_l());
        takes_logarithms && chosen.unwrap_or_else(by_shape)
    }

    /// The curves of the chart with this number.
    pub fn curves_of(&self, chart: usize) -> Vec<&History> {
        let charts = self.charts();
        let series = charts.get(chart).map(|group| &group.series[..]);
        let series = series.unwrap_or_default().iter();
        series.filter_map(|at| self.curves.get(*at)).collect()
    }

    /// The steps at which a view can be looked at, in order; never none.
    pub fn steps(&self, view: View) -> Vec<u64> {
        let mut steps = match view {
            View::Film(number) => return self.films.get(number).map_or(vec![0], Film::steps),
            View::Chart(chart) => {
                let curves = self.curves_of(chart).into_iter();
                curves
                    .flat_map(|curve| curve.points())
                    .map(|point| point.0)
                    .collect::<Vec<u64>>()
            }
        };
        steps.sort_unstable();
        steps.dedup();
        if steps.is_empty() { vec![0] } else { steps }
    }

    /// The share that is done, where the program says how far it is.
    pub fn share(&self) -> Option<f64> {
        let progress = self.progress?;
        let all = progress.epochs.checked_mul(progress.batches)?;
        if all == 0 {
            return None;
        }
        let done = progress
            .epoch
            .saturating_sub(1)
            .saturating_mul(progress.batches)
            .saturating_add(progress.batch);
        Some((done as f64 / all as f64).clamp(0.0, 1.0))
    }

    /// How long it will still take at the speed of so far.
    pub fn remaining(&self, now: Duration) -> Option<Duration> {
        let share = self.share().filter(|share| *share > 0.01)?;
        let elapsed = now.saturating_sub(self.began?).as_secs_f64();
        Duration::try_from_secs_f64(elapsed * (1.0 - share) / share).ok()
    }

    /// How many values were NaN or infinite, the series of the first of them, and its step.
    pub fn not_finite(&self) -> Option<(usize, &str, u64)> {
        let count = self.curves.iter().map(|curve| curve.not_finite).sum();
        self.curves
            .iter()
            .filter_map(|curve| Some((curve.first_not_finite?, curve)))
            .min_by_key(|(step, _)| *step)
            .map(|(step, curve)| (count, curve.series.as_str(), step))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::Pictures;

    fn strip(title: String) -> Report<Drawing> {
        Report::Frame(Frame {
            title,
            step: None,
            drawing: Drawing::Pictures(Pictures(Vec::new())),
        })
    }

    fn metric(step: u64) -> Report<Drawing> {
        Report::Metric {
            series: "loss".to_owned(),
            step,
            value: 1.0,
        }
    }

    #[test]
    fn a_later_strip_with_the_same_title_is_the_next_frame_at_the_step_of_the_last_metric() {
        let mut training = RunReports::default();
        for (step, title) in [(3, "digits"), (5, "filters"), (9, "digits")] {
            training.take(metric(step), Duration::ZERO);
            training.take(strip(title.to_owned()), Duration::ZERO);
        }
        assert_eq!(training.films.len(), 2);
        assert_eq!(training.films[0].steps(), [3, 9]);
    }

    #[test]
    fn a_program_that_invents_names_costs_a_bounded_amount_of_memory() {
        let mut training = RunReports::default();
        for step in 0..1_000 {
            let series = format!("loss {step}");
            let value = 0.0;
            training.take(
                Report::Metric {
                    series,
                    step,
                    value,
                },
                Duration::ZERO,
            );
            training.take(strip(format!("strip {step}")), Duration::ZERO);
        }
        assert_eq!(training.curves.len(), SERIES);
        assert_eq!(training.films.len(), FILMS);
    }

    #[test]
    fn the_overlays_take_turns_and_then_there_is_none() {
        let curve = Curve {
            series: "loss".to_owned(),
            points: vec![(0, 1.0)],
        };
        let mut training = RunReports::default();
        assert_eq!(training.overlay(0), None);
        training.begin(Vec::new(), std::slice::from_ref(&curve));
        training.earlier = vec![Overlay::of("attempt 3", &[curve])];
        let names: Vec<_> = (0..4)
            .map(|chosen| training.overlay(chosen).map(|overlay| overlay.0))
            .collect();
        let expected = [
            Some("reference"),
            Some("attempt 3"),
            None,
            Some("reference"),
        ];
        assert_eq!(names, expected);
    }

    #[test]
    fn the_time_that_is_left_follows_from_the_share_that_is_done() {
        let mut training = RunReports::default();
        let progress = Progress {
            epoch: 2,
            epochs: 4,
            batch: 0,
            batches: 100,
        };
        training.take(Report::Progress(progress), Duration::from_secs(10));
        assert_eq!(training.share(), Some(0.25));
        assert_eq!(
            training.remaining(Duration::from_secs(20)),
            Some(Duration::from_secs(30))
        );
    }
}
