//! How `birthday` is checked.

use gradlings::prelude::*;

#[path = "../../solutions/01_counting/birthday.rs"]
#[expect(dead_code, reason = "a check has a `main` of its own")]
mod solution;

use solution::birthday;

fn main() {
    Reference::of("birthday", function(birthday))
        .inputs(["people", "days"])
        .parts([("probability", within(1e-5, 0.0))])
        .case("one person", |_| (1, 365))
        .case("two people, a year of four days", |_| (2, 4))
        .case("more people than days", |_| (8, 7))
        .case("a full room", |_| (23, 365))
        .cases(16, |g, i| (2 + 2 * i, g.integer(200..700)))
        .wrong(
            "all differ",
            "You worked out that all birthdays differ; two alike is the opposite, 1 minus that.",
            |people, days| 1.0 - birthday(people, days),
        )
        .wrong(
            "shares yours",
            "You worked out that somebody shares the birthday of one person; any two of them count.",
            |people, days| 1.0 - (1.0 - 1.0 / days as f32).powi(people as i32 - 1),
        )
        .wrong(
            "one factor more",
            "You took one factor too many: the first person may have any day, so `k` goes from 0 to `people - 1`.",
            |people, days| birthday(people + 1, days),
        )
        .wrong(
            "pairs added",
            "You added up the probabilities of all pairs; several pairs can be alike at once, so take the opposite instead.",
            |people, days| ((people * (people - 1) / 2) as f32 / days as f32).min(1.0),
        )
        .run()
}
