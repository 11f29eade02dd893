//! Durations, counts and measurements as people write them.

use std::time::Duration;

/// `0.21 s`, `12 s`, `2 min 05 s`.
pub fn duration(duration: Duration) -> String {
    let seconds = duration.as_secs_f64();
    if seconds < 9.95 {
        format!("{seconds:.2} s")
    } else if seconds < 59.5 {
        format!("{seconds:.0} s")
    } else {
        // Whole seconds first: 119.7 s is 2 min 00 s and never 1 min 60 s.
        let whole = seconds.round() as u64;
        format!("{} min {:02} s", whole / 60, whole % 60)
    }
}

/// `1 check`, `3 checks`.
pub fn count(number: usize, one: &str, many: &str) -> String {
    if number == 1 {
        format!("1 {one}")
    } else {
        format!("{number} {many}")
    }
}

/// A value in at most eight columns, with four digits that count.
pub fn value(value: f32) -> String {
    let size = value.abs();
    if value.is_nan() {
        "NaN".to_owned()
    } else if value.is_infinite() {
        if value > 0.0 { "inf" } else { "-inf" }.to_owned()
    } else if size == 0.0 {
        "0".to_owned()
    } else if !(1e-3..1e6).contains(&size) {
        format!("{value:.1e}")
    } else if size >= 1e3 {
        format!("{value:.0}")
    } else if size >= 10.0 {
        format!("{value:.2}")
    } else {
        format!("{value:.4}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn durations_never_have_sixty_seconds_to_a_minute() {
        let table = [
            (0.0, "0.00 s"),
            (0.214, "0.21 s"),
            (9.96, "10 s"),
            (59.7, "1 min 00 s"),
            (119.7, "2 min 00 s"),
            (125.0, "2 min 05 s"),
        ];
        for (seconds, expected) in table {
            assert_eq!(duration(Duration::from_secs_f64(seconds)), expected);
        }
    }

    #[test]
    fn values_are_short_and_say_when_they_are_none() {
        let table = [
            (0.12345, "0.1235"),
            (-12.3456, "-12.35"),
            (1e-7, "1.0e-7"),
            (21_400.0, "21400"),
            (f32::NAN, "NaN"),
            (f32::NEG_INFINITY, "-inf"),
        ];
        for (number, expected) in table {
            assert_eq!(value(number), expected);
        }
    }
}
