//! How long something takes, and how long ago it was.

use crate::{labels, names};

names! {
    "screen_times";

    /// A duration of less than a minute.
    seconds(seconds) = "{seconds} s";
    /// A duration; the seconds have two digits.
    minutes_and_seconds(minutes, seconds) = "{minutes} min {seconds} s";
    /// A duration in whole minutes.
    minutes(minutes) = "{minutes} min";
    /// A duration in whole hours.
    hours(hours) = "{hours} h";
    /// A duration; the minutes have two digits.
    hours_and_minutes(hours, minutes) = "{hours} h {minutes} min";
}

labels! {
    "screen_times_labels";

    /// How long somebody was at an exercise.
    none_yet = "none yet";
    /// How long somebody was at an exercise.
    less_than_a_minute = "less than a minute";
    /// When something was, and nobody knows when.
    some_time_ago = "some time ago";
    /// When something was: less than a minute ago.
    just_now = "just now";
    /// When something was.
    minutes_ago(minutes) = "{minutes} min ago";
    /// When something was.
    hours_ago(hours) = "{hours} h ago";
    /// When something was: one to two days ago.
    yesterday = "yesterday";
    /// When something was: at least two days ago.
    days_ago(days) = "{days} days ago";
}
