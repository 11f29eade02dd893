//! One curve in a bounded amount of memory, and its statistics.

/// Points kept; beyond that, neighbours are averaged.
const POINTS: usize = 4096;

/// The values of one metric. What is not finite is counted, not kept.
#[derive(Clone, Debug, Default)]
pub(super) struct Series {
    points: Vec<(u64, f32)>,
    /// How many values go into one point, and those of the point that is not complete.
    per_point: usize,
    open: Vec<(u64, f32)>,
    first: Option<(u64, f32)>,
    /// The finite value before the first that is not, if there is one, and that one.
    not_finite: Option<(Option<f32>, u64, f32)>,
    last: Option<f32>,
}

impl Series {
    pub(super) fn push(&mut self, step: u64, value: f32) {
        if !value.is_finite() {
            self.not_finite.get_or_insert((self.last, step, value));
            return;
        }
        self.first.get_or_insert((step, value));
        self.last = Some(value);
        self.open.push((step, value));
        if self.open.len() >= self.per_point.max(1) {
            let mean = self.open.iter().map(|it| it.1).sum::<f32>() / self.open.len() as f32;
            self.points.push((step, mean));
            self.open.clear();
        }
        if self.points.len() == POINTS {
            let pairs = self.points.chunks_exact(2);
            self.points = pairs
                .map(|pair| (pair[1].0, 0.5 * (pair[0].1 + pair[1].1)))
                .collect();
            self.per_point = self.per_point.max(1) * 2;
        }
    }

    /// The points, old to new.
    pub(super) fn points(&self) -> &[(u64, f32)] {
        &self.points
    }

    pub(super) fn len(&self) -> usize {
        self.points.len()
    }

    /// The very first value with its step.
    pub(super) fn first(&self) -> Option<(u64, f32)> {
        self.first
    }

    /// The step of the last point.
    pub(super) fn last_step(&self) -> Option<u64> {
        self.points.last().map(|it| it.0)
    }

    /// The first value that is not finite: the value before it, its step, and itself.
    pub(super) fn not_finite(&self) -> Option<(Option<f32>, u64, f32)> {
        self.not_finite
    }

    /// The values of the last `count` points.
    pub(super) fn tail(&self, count: usize) -> Vec<f32> {
        let from = self.points.len().saturating_sub(count);
        self.points[from..].iter().map(|it| it.1).collect()
    }

    /// The values of the first `count` points.
    pub(super) fn head(&self, count: usize) -> Vec<f32> {
        let to = count.min(self.points.len());
        self.points[..to].iter().map(|it| it.1).collect()
    }

    /// How many points make a median that is within 2 % of the level of the curve in spite of its noise: the noise is
    /// taken from the distances of neighbours, which a trend hardly changes.
    pub(super) fn window(&self) -> usize {
        let values = self.tail(POINTS);
        let distances: Vec<f32> = values.windows(2).map(|it| (it[1] - it[0]).abs()).collect();
        let level = median(&values).abs().max(f32::MIN_POSITIVE);
        // The distance of two draws has a median of 0.95 deviations; a median of n draws deviates by 1.25/√n.
        let noise = median(&distances) / 0.95 / level;
        let wanted = (1.25 * noise / 0.02).powi(2).ceil();
        let most = (values.len() / 4).max(3);
        // A cast of a number that is too large gives the largest one.
        (wanted as usize).clamp(5.min(most), most)
    }

    /// The correlation of neighbours in the last `count` points: near 1 or -1 for a swing, near 0 for noise.
    pub(super) fn correlation(&self, count: usize) -> f32 {
        let values = self.tail(count);
        let mean = values.iter().sum::<f32>() / values.len().max(1) as f32;
        let variance: f32 = values.iter().map(|it| (it - mean).powi(2)).sum();
        let pairs = values.windows(2);
        let products: f32 = pairs.map(|it| (it[0] - mean) * (it[1] - mean)).sum();
        if variance > 0.0 {
            products / variance
        } else {
            0.0
        }
    }
}

/// The middle value; NaN of nothing.
pub(super) fn median(values: &[f32]) -> f32 {
    quantile(values, 0.5)
}

/// The value that this share of the others lies below.
pub(super) fn quantile(values: &[f32], share: f32) -> f32 {
    let mut sorted = values.to_vec();
    sorted.sort_by(f32::total_cmp);
    let at = (share * sorted.len().saturating_sub(1) as f32).round() as usize;
    sorted.get(at).copied().unwrap_or(f32::NAN)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_curve_is_averaged_and_keeps_its_ends() {
        let mut series = Series::default();
        for step in 0..20_000_u32 {
            series.push(u64::from(step), step as f32);
        }
        series.push(20_000, f32::NAN);
        series.push(20_001, f32::INFINITY);
        assert!(series.len() < POINTS);
        assert_eq!(series.first(), Some((0, 0.0)));
        assert!((median(&series.tail(POINTS)) - 10_000.0).abs() < 20.0);
        let (before, step, value) = series.not_finite().expect("a NaN");
        assert_eq!((before, step), (Some(19_999.0), 20_000));
        assert!(value.is_nan());
    }

    #[test]
    fn noise_widens_the_window_and_a_swing_is_no_noise() {
        let (mut smooth, mut noisy) = (Series::default(), Series::default());
        for step in 0..200_u32 {
            let x = step as f32;
            smooth.push(u64::from(step), 2.0 + (0.3 * x).sin());
            // A hash of the step, from 0 to 1.
            noisy.push(
                u64::from(step),
                2.0 + ((12.9898 * x).sin() * 43_758.547).rem_euclid(1.0),
            );
        }
        assert!(noisy.window() > 20, "{}", noisy.window());
        assert!(smooth.correlation(100) > 0.5);
        assert!(noisy.correlation(100).abs() < 0.3);
    }
}
