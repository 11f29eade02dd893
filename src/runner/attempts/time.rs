//! Points in time as dates, for a file that people read, and as distances, for the screen.

use std::time::{Duration, SystemTime, UNIX_EPOCH};

use toml::value::{Date, Datetime, Offset, Time};

use crate::runner::words::screen::times as words;

const DAY: i64 = 86_400;

/// The point in time as a date in UTC, to the second. `None` outside the years 0 to 9999.
pub fn date(at: SystemTime) -> Option<Datetime> {
    let seconds = match at.duration_since(UNIX_EPOCH) {
        Ok(since) => i64::try_from(since.as_secs()).ok()?,
        Err(before) => -i64::try_from(before.duration().as_secs()).ok()?,
    };
    let (year, month, day) = civil(seconds.div_euclid(DAY));
    let second = seconds.rem_euclid(DAY);
    Some(Datetime {
        date: Some(Date {
            year: u16::try_from(year).ok().filter(|year| *year <= 9999)?,
            month: u8::try_from(month).ok()?,
            day: u8::try_from(day).ok()?,
        }),
        time: Some(Time {
            hour: u8::try_from(second / 3600).ok()?,
            minute: u8::try_from(second / 60 % 60).ok()?,
            second: Some(u8::try_from(second % 60).ok()?),
            nanosecond: None,
        }),
        offset: Some(Offset::Z),
    })
}

/// The point in time of a date. Without an offset it is read as UTC; without a time of day it is none.
pub fn moment(date: &Datetime) -> Option<SystemTime> {
    let (day, time) = (date.date?, date.time?);
    let minutes = match date.offset {
        Some(Offset::Custom { minutes }) => i64::from(minutes),
        _ => 0,
    };
    let days = days(
        i64::from(day.year),
        i64::from(day.month),
        i64::from(day.day),
    );
    let clock = i64::from(time.hour) * 3600 + (i64::from(time.minute) - minutes) * 60;
    let seconds = days * DAY + clock + i64::from(time.second.unwrap_or(0));
    let since = Duration::from_secs(seconds.unsigned_abs());
    if seconds < 0 {
        UNIX_EPOCH.checked_sub(since)
    } else {
        UNIX_EPOCH.checked_add(since)
    }
}

/// How long ago it was, in the words of a person.
pub fn ago(at: Option<SystemTime>, now: SystemTime) -> String {
    let Some(at) = at else {
        return words::some_time_ago().to_owned();
    };
    // A clock that was put back makes a moment lie in the future; that it has just been is near enough.
    let seconds = now.duration_since(at).map_or(0, |since| since.as_secs());
    match seconds {
        0..60 => words::just_now().to_owned(),
        60..3_600 => words::minutes_ago(seconds / 60),
        3_600..86_400 => words::hours_ago(seconds / 3_600),
        86_400..172_800 => words::yesterday().to_owned(),
        _ => words::days_ago(seconds / 86_400),
    }
}

/// Year, month and day of a day, counted from 1970-01-01, in the calendar that repeats every 400 years. Years begin in
/// March here, so that the day of a leap year is the last one of its year.
fn civil(days: i64) -> (i64, i64, i64) {
    let days = days + 719_468;
    let of_era = days.rem_euclid(146_097);
    let year = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year + year / 4 - year / 100);
    let month = (5 * of_year + 2) / 153;
    let day = of_year - (153 * month + 2) / 5 + 1;
    let is_next = month >= 10;
    let month = if is_next { month - 9 } else { month + 3 };
    let year = days.div_euclid(146_097) * 400 + year + i64::from(is_next);
    (year, month, day)
}

/// The inverse of [`civil`].
fn days(year: i64, month: i64, day: i64) -> i64 {
    let year = if month <= 2 { year - 1 } else { year };
    let of_era = year.rem_euclid(400);
    let month = if month > 2 { month - 3 } else { month + 9 };
    let of_year = (153 * month + 2) / 5 + day - 1;
    let day = of_era * 365 + of_era / 4 - of_era / 100 + of_year;
    year.div_euclid(400) * 146_097 + day - 719_468
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn moments_become_the_dates_that_a_calendar_has_and_come_back() {
        let table = [
            (0, "1970-01-01T00:00:00Z"),
            (951_782_399, "2000-02-28T23:59:59Z"),
            (951_782_400, "2000-02-29T00:00:00Z"),
            (1_078_099_200, "2004-03-01T00:00:00Z"),
            (1_795_648_508, "2026-11-25T23:15:08Z"),
            (4_107_542_400, "2100-03-01T00:00:00Z"),
        ];
        for (seconds, expected) in table {
            let at = UNIX_EPOCH + Duration::from_secs(seconds);
            let date = date(at).expect("a date");
            assert_eq!(date.to_string(), expected);
            assert_eq!(moment(&date), Some(at), "{expected}");
        }
    }

    #[test]
    fn an_offset_counts_and_half_a_date_is_none() {
        let read = |text: &str| moment(&text.parse().expect("a date"));
        assert_eq!(read("1970-01-01T02:00:00+02:00"), Some(UNIX_EPOCH));
        assert_eq!(read("1970-01-01T00:00:00"), Some(UNIX_EPOCH));
        assert_eq!(read("1970-01-01"), None);
        assert_eq!(read("00:00:00"), None);
    }

    #[test]
    fn distances_are_told_as_a_person_would() {
        let table = [
            (0, "just now"),
            (59, "just now"),
            (60, "1 min ago"),
            (3_599, "59 min ago"),
            (7_200, "2 h ago"),
            (90_000, "yesterday"),
            (700_000, "8 days ago"),
        ];
        let at = UNIX_EPOCH + Duration::from_secs(1_000_000);
        for (seconds, expected) in table {
            assert_eq!(ago(Some(at), at + Duration::from_secs(seconds)), expected);
        }
        assert_eq!(ago(Some(at), UNIX_EPOCH), "just now");
        assert_eq!(ago(None, at), "some time ago");
    }
}
