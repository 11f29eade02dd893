//! How long somebody has been at work, told from the signs of life they give: keys and saves. A pause that is long enough
//! for a coffee does not count.

use std::time::Duration;

/// A longer pause does not count: nobody reads a screen for so long without touching anything.
pub const PAUSE: Duration = Duration::from_secs(5 * 60);

/// The time that has come together and was not taken yet.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Activity {
    last: Option<Duration>,
    time: Duration,
}

impl Activity {
    /// Somebody is here: `now` is how long the program has been running.
    pub fn sign(&mut self, now: Duration) {
        let before = self.last.replace(now);
        let passed = before.map(|before| now.saturating_sub(before));
        if let Some(passed) = passed.filter(|passed| *passed < PAUSE) {
            self.time += passed;
        }
    }

    /// Whole seconds that have come together; what is left of the last one stays.
    pub fn take(&mut self) -> u64 {
        let seconds = self.time.as_secs();
        self.time -= Duration::from_secs(seconds);
        seconds
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_time_between_signs_that_are_close_together_counts() {
        let table: [(&[u64], u64); 5] = [
            (&[], 0),
            (&[100], 0),
            (&[100, 160, 200], 100),
            (&[0, 60, 4000, 4010], 70),
            (&[0, 299, 599], 299),
        ];
        for (signs, expected) in table {
            let mut activity = Activity::default();
            for at in signs {
                activity.sign(Duration::from_secs(*at));
            }
            assert_eq!(activity.take(), expected, "{signs:?}");
            assert_eq!(activity.take(), 0);
        }
    }

    #[test]
    fn parts_of_a_second_add_up() {
        let mut activity = Activity::default();
        let mut seconds = 0;
        for at in 0..=10 {
            activity.sign(Duration::from_millis(at * 700));
            seconds += activity.take();
        }
        assert_eq!(seconds, 7);
    }
}
