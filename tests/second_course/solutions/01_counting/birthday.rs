//! # Birthday
//!
//! How likely is it that in a room of 23 people two have the same birthday? Most people guess a few percent. It is more
//! than one half.
//!
//! Let a year have `days` days, each as likely as any other. The **opposite** is easier to count: that all birthdays
//! differ. The first person may have any day, the second any but one, the third any but two:
//!
//! ```text
//! all differ = (days - 0) / days * (days - 1) / days
//!              * ...
//! two alike  = 1 - all differ
//! ```
//!
//! There is one factor for each person.
//!
//! | name | meaning |
//! |---|---|
//! | `people` | how many are in the room, at least 1 |
//! | `days` | how many days a year has |
//! | result | the probability that at least two have the same birthday, from 0 to 1 |
//!
//! Worked by hand: 2 people and 4 days. The second person misses the first one's day with probability 3/4, so the result
//! is 0.25. With more people than days two of them must share one, and the result is 1.

use gradlings::prelude::*;

/// The probability that at least two of `people` have the same birthday in a year of `days` days.
pub fn birthday(people: usize, days: usize) -> f32 {
    let mut all_differ = 1.0;
    for k in 0..people {
        all_differ *= days.saturating_sub(k) as f32 / days as f32;
    }
    1.0 - all_differ
}

fn main() {
    Exercise::new()
        .offer("birthday", function(birthday))
        .serve()
}
