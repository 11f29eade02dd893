//! How a budget runs out, told once a second as soon as more than half of it is used.

use std::time::{Duration, Instant};

/// What is left of a budget.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Left {
    /// What is left.
    pub left: Duration,
    /// The whole budget.
    pub of: Duration,
}

/// Says when it is time to tell.
#[derive(Debug, Default)]
pub struct Countdown {
    told: Option<Instant>,
}

impl Countdown {
    /// How often somebody who waits for something else should ask.
    pub const GLANCE: Duration = Duration::from_millis(200);

    /// What to tell now, if anything: `of` is the whole budget, and `deadline` its end.
    pub fn due(&mut self, now: Instant, deadline: Instant, of: Duration) -> Option<Left> {
        const PAUSE: Duration = Duration::from_secs(1);
        let left = deadline.saturating_duration_since(now);
        let recently = self
            .told
            .is_some_and(|told| now.duration_since(told) < PAUSE);
        if recently || left > of / 2 || left.is_zero() {
            return None;
        }
        self.told = Some(now);
        Some(Left { left, of })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_second_half_of_a_budget_is_told_once_a_second() {
        let began = Instant::now();
        let of = Duration::from_secs(10);
        let mut countdown = Countdown::default();
        let told: Vec<u64> = (0..110)
            .filter_map(|tenths| {
                let now = began + Duration::from_millis(100 * tenths);
                countdown.due(now, began + of, of)
            })
            .map(|left| {
                assert_eq!(left.of, of);
                left.left.as_secs()
            })
            .collect();
        assert_eq!(told, [5, 4, 3, 2, 1]);
    }
}
