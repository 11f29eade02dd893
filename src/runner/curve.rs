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

    /// Whether it is an L on a linear axis: it falls at once, and what happens after that can only be seen on a logarithmic
    /// one. Half of its way is then spent in the lowest twentieth of its range, and it spans two powers of ten.
    pub fn is_an_l(&self) -> bool {
        let points = self.points();
        let values = points.iter().map(|point| point.1);
        let lowest = values.clone().fold(f32::INFINITY, f32::min);
        let highest = values.fold(f32::NEG_INFINITY, f32::max);
        // With fewer points there is no shape.
        const FEW: usize = 20;
        if points.len() < FEW || lowest <= 0.0 || highest < 100.0 * lowest {
            return false;
        }
        let low = lowest + 0.05 * (highest - lowest);
        let middle = points[points.len() - 1].0 / 2;
        points
            .iter()
            .all(|(step, value)| *step < middle || *value <= low)
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
mod tests;
