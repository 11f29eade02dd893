use super::*;

#[test]
fn a_curve_that_falls_at_once_and_goes_on_far_below_is_an_l() {
    // What it is called, its values, and whether it is one.
    type Row = (&'static str, fn(f32) -> f32, u16, bool);
    let table: [Row; 6] = [
        (
            "an exponential",
            |x| 3.0 * (-x / 10.0).exp() + 1e-4,
            200,
            true,
        ),
        (
            "its beginning",
            |x| 3.0 * (-x / 10.0).exp() + 1e-4,
            15,
            false,
        ),
        ("a line", |x| 200.1 - x, 200, false),
        (
            "a loss that ends at half",
            |x| 2.3 * (-x / 10.0).exp() + 1.1,
            200,
            false,
        ),
        (
            "one that rises again",
            |x| {
                if x > 150.0 {
                    2.0
                } else {
                    3.0 * (-x).exp() + 1e-4
                }
            },
            200,
            false,
        ),
        ("one that reaches zero", |x| (10.0 - x).max(0.0), 200, false),
    ];
    for (name, value, points, is_an_l) in table {
        let mut history = History::new("loss");
        for step in 0..points {
            history.push(u64::from(step), value(f32::from(step)));
        }
        assert_eq!(history.is_an_l(), is_an_l, "{name}");
    }
}

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
