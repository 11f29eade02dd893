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
    end: Option<(u64, f32)>,
    last_step: u64,
    /// Values that were NaN or infinite, and are not in the curve.
    pub not_finite: usize,
    /// The step of the first of them.
    pub first_not_finite: Option<u64>,
}

#[derive(Clone, Copy, Debug, PartialEq)]
struct Bucket {
    lowest: (u64, f32),
    highest: (u64, f32),
    points: usize,
}

impl Bucket {
    fn with(self, other: Bucket) -> Bucket {
        Bucket {
            lowest: if other.lowest.1 < self.lowest.1 {
                other.lowest
            } else {
                self.lowest
            },
            highest: if other.highest.1 > self.highest.1 {
                other.highest
            } else {
                self.highest
            },
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

    /// Adds a point. A step that lies before the last one begins a new training, and the curve begins anew.
    pub fn push(&mut self, step: u64, value: f32) {
        if step < self.last_step {
            *self = History::new(&self.series);
        }
        self.last_step = step;
        self.last = Some(value);
        if !value.is_finite() {
            self.not_finite += 1;
            self.first_not_finite.get_or_insert(step);
            return;
        }
        self.end = Some((step, value));
        let point = Bucket {
            lowest: (step, value),
            highest: (step, value),
            points: 1,
        };
        match self.buckets.last_mut() {
            Some(bucket) if bucket.points < self.span => *bucket = bucket.with(point),
            _ => self.buckets.push(point),
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

    /// What is left to draw: the extremes of every bucket in order, and the last point. All of it is finite.
    pub fn points(&self) -> Vec<(u64, f32)> {
        let mut points = Vec::with_capacity(2 * self.buckets.len() + 1);
        for bucket in &self.buckets {
            let (first, second) = if bucket.lowest.0 <= bucket.highest.0 {
                (bucket.lowest, bucket.highest)
            } else {
                (bucket.highest, bucket.lowest)
            };
            points.push(first);
            if second.0 != first.0 {
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
}
