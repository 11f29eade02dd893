//! Whether the clock and the times of the files agree. cargo takes a file for unchanged that is older than its build.

use std::path::PathBuf;
use std::time::{Duration, SystemTime};

use super::finding::Finding;
use crate::runner::problem::Problem;
use crate::runner::words::machine::doctor_clock as words;

/// Clocks of a network differ by less.
const TOLERATED: Duration = Duration::from_secs(60);

/// `latest` is the file of the course with the latest time.
pub fn examine(latest: Option<(PathBuf, SystemTime)>, now: SystemTime) -> Finding {
    match latest {
        Some((path, time)) if time > now + TOLERATED => Finding::Note(
            Problem::new(words::from_the_future(), words::set_clock()).at(path.display()),
        ),
        _ => Finding::Good(words::no_file_from_the_future().to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::assert_says;
    use super::*;

    #[test]
    fn a_file_from_the_future_is_told() {
        let now = SystemTime::UNIX_EPOCH + Duration::from_secs(1_000_000);
        let table = [
            (None, "ok"),
            (Some(now - Duration::from_secs(2_000_000)), "ok"),
            (Some(now + TOLERATED), "ok"),
            (Some(now + TOLERATED * 2), "note"),
        ];
        for (time, state) in table {
            let latest = time.map(|time| (PathBuf::from("/c/one.rs"), time));
            assert_says(&examine(latest, now), state, "dated in the future");
        }
    }
}
