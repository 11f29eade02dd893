//! The probability of a shared birthday, from its opposite.

use gradlings::prelude::*;

pub fn birthday(people: usize, days: usize) -> f32 {
    let mut all_differ = 1.0;
    for k in 0..people {
        all_differ *= days.saturating_sub(k) as f32 / days as f32;
    }
    1.0 - all_differ
}

mod mistakes {
    pub fn all_differ(people: usize, days: usize) -> f32 {
        1.0 - super::birthday(people, days)
    }

    pub fn shares_yours(people: usize, days: usize) -> f32 {
        1.0 - (1.0 - 1.0 / days as f32).powi(people as i32 - 1)
    }

    pub fn one_factor_more(people: usize, days: usize) -> f32 {
        super::birthday(people + 1, days)
    }

    pub fn pairs_added(people: usize, days: usize) -> f32 {
        let pairs = people * (people - 1) / 2;
        (pairs as f32 / days as f32).min(1.0)
    }
}

fn main() {
    Reference::of("birthday", function(birthday))
        .inputs(["people", "days"])
        .parts([("probability", within(1e-5, 0.0))])
        .case("one person", |_| (1, 365))
        .case("two people, a year of four days", |_| (2, 4))
        .case("more people than days", |_| (8, 7))
        .case("a full room", |_| (23, 365))
        .cases(16, |g, i| (2 + 2 * i, g.integer(200..700)))
        .mistake(
            "all differ",
            "You worked out that all birthdays differ; two alike is the opposite, 1 minus that.",
            function(mistakes::all_differ),
        )
        .mistake(
            "shares yours",
            "You worked out that somebody shares the birthday of one person; any two of them count.",
            function(mistakes::shares_yours),
        )
        .mistake(
            "one factor more",
            "You took one factor too many: the first person may have any day, so `k` goes from 0 to `people - 1`.",
            function(mistakes::one_factor_more),
        )
        .mistake(
            "pairs added",
            "You added up the probabilities of all pairs; several pairs can be alike at once, so take the opposite instead.",
            function(mistakes::pairs_added),
        )
        .run()
}
