//! How `dice` is checked.

use gradlings::prelude::*;

#[path = "../../solutions/01_counting/dice.rs"]
#[expect(dead_code, reason = "a check has a `main` of its own")]
mod solution;

use solution::dice;

fn main() {
    Reference::of("dice", function(dice))
        .inputs(["count", "sides"])
        .parts([("distribution", simplex())])
        .case("one die", |_| (1, 6))
        .case("two coins", |_| (2, 2))
        .case("dice with one side", |_| (3, 1))
        .cases(12, |g, i| (2 + i / 3, g.integer(3..9)))
        .wrong(
            "all alike",
            "You took every sum for as likely as any other; the ones in the middle come about in more ways.",
            |count, sides| {
                let sums = count * (sides - 1) + 1;
                vec![1.0 / sums as f32; sums]
            },
        )
        .wrong(
            "ways counted",
            "You counted the ways in which each sum comes about; divide by all the ways there are.",
            |count, sides| {
                let ways = sides.pow(count as u32) as f32;
                let sums = dice(count, sides).into_iter();
                sums.map(|probability| probability * ways).collect()
            },
        )
        .wrong(
            "from zero",
            "You started the list at the sum 0; it starts at the smallest possible sum, where every die shows 1.",
            |count, sides| [vec![0.0; count], dice(count, sides)].concat(),
        )
        .wrong(
            "one too few",
            "You threw one die too few; start from the sum 0 before any die is thrown, and throw `count` of them.",
            |count, sides| dice(count - 1, sides),
        )
        .run()
}
