//! A curve of any length in a bounded amount of memory: points are gathered in buckets that keep their extremes, so a
//! spike survives however long the training is.

/// Buckets kept. A chart is at most a few hundred columns wide.
pub const BUCKETS: usize = 512;

/// One curve.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct History {
    /// The name of the metric.
    pub series: String,
    buckets: Vec<Bucket>,
    /// Points in a full bucket.
    span: usize,
    /// The last value, finite or not.
    pub last: Option<f32>,
    /// The last finite point.
    end: Option<Point>,
    last_step: u64,
    /// Values that were NaN or infinite, and are not in the curve.
    pub not_finite: usize,
    /// The step of the first of them.
    pub first_not_finite: Option<u64>,
}

/// One point of a curve.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Point {
    /// The step at which it was measured.
    pub step: u64,
    /// Seconds since the program began to report.
    pub seconds: f32,
    /// The value.
    pub value: f32,
}

#[derive(Clone, Copy, Debug, PartialEq)]
struct Bucket {
    lowest: Point,
    highest: Point,
    sum: f64,
    /// The last of its points.
    latest: Point,
    points: usize,
}

impl Bucket {
    fn of(point: Point) -> Bucket {
        Bucket {
            lowest: point,
            highest: point,
            sum: f64::from(point.value),
            latest: point,
            points: 1,
        }
    }

    fn with(self, other: Bucket) -> Bucket {
        Bucket {
            lowest: if other.lowest.value < self.lowest.value {
                other.lowest
            } else {
                self.lowest
            },
            highest: if other.highest.value > self.highest.value {
                other.highest
            } else {
                self.highest
            },
            sum: self.sum + other.sum,
            latest: other.latest,
            points: self.points + other.points,
        }
    }
}

impl History {
    /// An empty curve.
    pub fn new(series: &str) -> History {
        History {
            series: series.to_owned(),
            span: 1,
            ..History::default()
        }
    }

    /// Adds a point whose time is not known: it is that of the step, in seconds.
    pub fn push(&mut self, step: u64, value: f32) {
        self.push_at(step, value, step as f32);
    }

    /// Adds a point. A step that lies before the last one begins a new training, and the curve begins anew.
    pub fn push_at(&mut self, step: u64, value: f32, seconds: f32) {
        if self.goes_back(step) {
            *self = History::new(&self.series);
        }
        self.last_step = step;
        self.last = Some(value);
        if !value.is_finite() {
            self.not_finite += 1;
            self.first_not_finite.get_or_insert(step);
            return;
        }
        let point = Point {
            step,
            seconds,
            value,
        };
        self.end = Some(point);
        match self.buckets.last_mut() {
            Some(bucket) if bucket.points < self.span => *bucket = bucket.with(Bucket::of(point)),
            _ => self.buckets.push(Bucket::of(point)),
        }
        if self.buckets.len() > BUCKETS {
            self.buckets = self
                .buckets
                .chunks(2)
                .map(|pair| pair[1..].iter().fold(pair[0], |sum, next| sum.with(*next)))
                .collect();
            self.span *= 2;
        }
    }

    /// A curve with at most two points for each of `buckets` stretches of it, its last point, and all of its extremes.
    pub fn thinned(&self, buckets: usize) -> Vec<(u64, f32)> {
        let span = self.buckets.len().div_ceil(buckets.max(1)).max(1);
        let merged = self.buckets.chunks(span);
        let merge = |some: &[Bucket]| some[1..].iter().fold(some[0], |sum, next| sum.with(*next));
        History {
            buckets: merged.map(merge).collect(),
            end: self.end,
            ..History::default()
        }
        .points()
    }

    /// Whether a point at this step would begin a new training.
    pub fn goes_back(&self, step: u64) -> bool {
        step < self.last_step
    }

    /// Whether it has more than one point.
    pub fn moves(&self) -> bool {
        self.buckets.len() > 1
    }

    /// The step of the newest finite value.
    pub fn end(&self) -> Option<u64> {
        self.end.map(|end| end.step)
    }

    /// What is left to draw: the extremes of every bucket in order, and the last point. All of it is finite.
    pub fn points(&self) -> Vec<(u64, f32)> {
        let points = self.timed().into_iter();
        points.map(|point| (point.step, point.value)).collect()
    }

    /// The same, with the times.
    pub fn timed(&self) -> Vec<Point> {
        let mut points = Vec::with_capacity(2 * self.buckets.len() + 1);
        for bucket in &self.buckets {
            let (first, second) = if bucket.lowest.step <= bucket.highest.step {
                (bucket.lowest, bucket.highest)
            } else {
                (bucket.highest, bucket.lowest)
            };
            points.push(first);
            if second.step != first.step {
                points.push(second);
            }
        }
        if let Some(end) = self.end
            && points.last() != Some(&end)
        {
            points.push(end);
        }
        points
    }

    /// The curve smoothed: each point is the mean of all before it, in which one that lies `n` values back counts
    /// `weight^n` as much as the newest.
    ///
    /// `s_t = weight * s_(t-1) + (1 - weight) * x_t`, divided by `1 - weight^t`: without that division the beginning
    /// would be drawn towards zero. A weight of 0 leaves the curve as it is.
    pub fn smoothed(&self, weight: f64) -> Vec<Point> {
        if weight <= 0.0 {
            return self.timed();
        }
        let (mut sum, mut counted) = (0.0, 0.0);
        let buckets = self.buckets.iter().map(|bucket| {
            let kept = weight.powf(bucket.points as f64);
            let mean = bucket.sum / bucket.points as f64;
            sum = kept * sum + (1.0 - kept) * mean;
            counted = kept * counted + (1.0 - kept);
            Point {
                value: (sum / counted) as f32,
                ..bucket.latest
            }
        });
        // A sum of finite values may overflow.
        buckets.filter(|point| point.value.is_finite()).collect()
    }

    /// The newest point of the smoothed curve that is not after `step`, or the first one.
    pub fn read(&self, step: u64, weight: f64) -> Option<Point> {
        let points = self.smoothed(weight);
        let after = points.partition_point(|point| point.step <= step);
        points.get(after.saturating_sub(1)).copied()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_thinned_curve_keeps_its_extremes_and_its_end() {
        let mut history = History::new("loss");
        for step in 0..1_000_u64 {
            // The end is no extreme, or it would be kept in any case.
            let value = match step {
                700 => 9.0,
                999 => 0.5,
                _ => 1.0 / (step + 1) as f32,
            };
            history.push(step, value);
        }
        for buckets in [0, 1, 3, 50, 10_000] {
            let points = history.thinned(buckets);
            assert!(points.len() <= 2 * buckets.max(1) + 1 || buckets > BUCKETS);
            assert!(points.contains(&(700, 9.0)), "{buckets}");
            assert_eq!(points.last(), Some(&(999, 0.5)), "{buckets}");
        }
        assert_eq!(History::new("loss").thinned(3), []);
    }

    #[test]
    fn a_long_curve_is_thinned_but_its_spikes_stay() {
        let mut history = History::new("loss");
        for step in 0..1_000_000_u64 {
            let value = match step {
                123_457 => 900.0,
                765_431 => -5.0,
                _ => 1.0,
            };
            history.push(step, value);
        }
        let points = history.points();
        assert!(points.len() <= 2 * BUCKETS + 1, "{}", points.len());
        assert!(points.contains(&(123_457, 900.0)));
        assert!(points.contains(&(765_431, -5.0)));
        assert!(points.is_sorted_by_key(|point| point.0));
        assert_eq!(points.last(), Some(&(999_999, 1.0)));
    }

    #[test]
    fn values_that_are_not_finite_are_counted_and_never_drawn() {
        let mut history = History::new("loss");
        for (step, value) in [2.0, f32::NAN, f32::INFINITY, 1.0, f32::NAN]
            .into_iter()
            .enumerate()
        {
            history.push(step as u64, value);
        }
        assert_eq!(history.points(), [(0, 2.0), (3, 1.0)]);
        assert_eq!(history.not_finite, 3);
        assert_eq!(history.first_not_finite, Some(1));
        assert!(history.last.is_some_and(f32::is_nan));
    }

    #[test]
    fn a_step_that_goes_back_begins_a_new_curve() {
        let mut history = History::new("loss");
        history.push(0, 2.0);
        history.push(10, 1.0);
        history.push(0, 3.0);
        assert_eq!(history.points(), [(0, 3.0)]);
    }

    #[test]
    fn smoothing_is_the_moving_average_whose_beginning_is_not_drawn_to_zero() {
        let mut history = History::new("loss");
        for (step, value) in [4.0, 2.0, 8.0].into_iter().enumerate() {
            history.push(step as u64, value);
        }
        let smoothed: Vec<f32> = history.smoothed(0.5).iter().map(|it| it.value).collect();
        // 4; (4/4 + 2/2) / (3/4); (4/8 + 2/4 + 8/2) / (7/8).
        assert_eq!(smoothed, [4.0, 8.0 / 3.0, 40.0 / 7.0]);
        assert_eq!(history.smoothed(0.0), history.timed());
    }

    #[test]
    fn a_constant_stays_constant_when_it_is_smoothed_however_thinned_it_is() {
        let mut history = History::new("loss");
        for step in 0..100_000 {
            history.push(step, 3.0);
        }
        for weight in [0.6, 0.98] {
            let smoothed = history.smoothed(weight);
            assert!(smoothed.len() <= BUCKETS);
            assert!(
                smoothed
                    .iter()
                    .all(|point| (point.value - 3.0).abs() < 1e-6)
            );
        }
    }

    #[test]
    fn the_cursor_reads_the_newest_value_that_is_not_after_it() {
        let mut history = History::new("loss");
        for (step, value) in [(10, 5.0), (20, 4.0), (30, 3.0)] {
            history.push_at(step, value, step as f32 / 10.0);
        }
        let read = |step| {
            history
                .read(step, 0.0)
                .map(|point| (point.step, point.value))
        };
        assert_eq!(read(0), Some((10, 5.0)));
        assert_eq!(read(25), Some((20, 4.0)));
        assert_eq!(read(u64::MAX), Some((30, 3.0)));
        assert_eq!(History::new("empty").read(3, 0.6), None);
    }

    #[test]
    fn ten_million_points_take_no_more_memory_than_a_thousand() {
        let mut history = History::new("loss");
        for step in 0..10_000_000_u64 {
            history.push(step, (step % 1000) as f32);
            assert!(history.buckets.len() <= BUCKETS);
        }
        assert!(history.buckets.capacity() <= 4 * BUCKETS);
        assert_eq!(history.points().last(), Some(&(9_999_999, 999.0)));
        assert_eq!(history.points().first(), Some(&(0, 0.0)));
    }
}
