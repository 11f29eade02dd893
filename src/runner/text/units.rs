//! Durations and measurements as people write them.

use std::time::Duration;

pub use crate::report::number::value;
use crate::runner::words::screen::times as words;

/// `0.21 s`, `12 s`, `2 min 05 s`.
pub fn duration(duration: Duration) -> String {
    let seconds = duration.as_secs_f64();
    if seconds < 9.95 {
        words::seconds(format!("{seconds:.2}"))
    } else if seconds < 59.5 {
        words::seconds(format!("{seconds:.0}"))
    } else {
        // Whole seconds first: 119.7 s is 2 min 00 s and never 1 min 60 s.
        let whole = seconds.round() as u64;
        words::minutes_and_seconds(whole / 60, format!("{:02}", whole % 60))
    }
}

/// Gigabytes, with one digit behind the point.
pub fn gigabytes(bytes: u64) -> String {
    format!("{:.1}", bytes as f64 / (1u64 << 30) as f64)
}

/// `6 min`, `115 min`, `21 h`: for a narrow column; empty below a minute.
pub fn short(seconds: u64) -> String {
    // Three digits fit, and nobody counts the minutes of longer ones.
    match seconds / 60 {
        0 => String::new(),
        minutes @ 1..=999 => words::minutes(minutes),
        minutes => words::hours(minutes / 60),
    }
}

/// `1 h 05 min`, in whole minutes.
pub fn spent(seconds: u64) -> String {
    let minutes = seconds / 60;
    match (minutes / 60, minutes % 60) {
        (0, 0) if seconds == 0 => words::none_yet().to_owned(),
        (0, 0) => words::less_than_a_minute().to_owned(),
        (0, minutes) => words::minutes(minutes),
        (hours, minutes) => words::hours_and_minutes(hours, format!("{minutes:02}")),
    }
}

/// `25 min`, `1 h 05 min`.
pub fn minutes(minutes: u32) -> String {
    match (minutes / 60, minutes % 60) {
        (0, minutes) => words::minutes(minutes),
        (hours, 0) => words::hours(hours),
        (hours, minutes) => words::hours_and_minutes(hours, format!("{minutes:02}")),
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
    fn time_spent_is_said_in_minutes() {
        let table = [
            (0, "", "none yet"),
            (59, "", "less than a minute"),
            (60, "1 min", "1 min"),
            (3599, "59 min", "59 min"),
            (3900, "65 min", "1 h 05 min"),
            (59_999, "999 min", "16 h 39 min"),
            (360_000, "100 h", "100 h 00 min"),
        ];
        for (seconds, in_a_column, long) in table {
            assert_eq!(
                (short(seconds).as_str(), spent(seconds).as_str()),
                (in_a_column, long)
            );
        }
    }

    #[test]
    fn minutes_are_said_in_hours_where_they_are_many() {
        let table = [
            (5, "5 min"),
            (60, "1 h"),
            (65, "1 h 05 min"),
            (754, "12 h 34 min"),
        ];
        for (number, words) in table {
            assert_eq!(minutes(number), words);
        }
    }
}
