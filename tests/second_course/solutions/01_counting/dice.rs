//! The distribution of a sum of dice, one die after the other.

use gradlings::prelude::*;

pub fn dice(count: usize, sides: usize) -> Vec<f32> {
    let mut sums = vec![1.0];
    for _ in 0..count {
        let mut next = vec![0.0; sums.len() + sides - 1];
        for (at, probability) in sums.iter().enumerate() {
            for side in 0..sides {
                next[at + side] += probability / sides as f32;
            }
        }
        sums = next;
    }
    sums
}

mod mistakes {
    pub fn all_alike(count: usize, sides: usize) -> Vec<f32> {
        let sums = count * (sides - 1) + 1;
        vec![1.0 / sums as f32; sums]
    }

    pub fn ways_counted(count: usize, sides: usize) -> Vec<f32> {
        let ways = sides.pow(count as u32) as f32;
        let sums = super::dice(count, sides).into_iter();
        sums.map(|probability| probability * ways).collect()
    }

    pub fn from_zero(count: usize, sides: usize) -> Vec<f32> {
        let mut sums = vec![0.0; count];
        sums.extend(super::dice(count, sides));
        sums
    }

    pub fn one_too_few(count: usize, sides: usize) -> Vec<f32> {
        super::dice(count - 1, sides)
    }
}

fn main() {
    Reference::of("dice", function(dice))
        .inputs(["count", "sides"])
        .parts([("distribution", simplex())])
        .case("one die", |_| (1, 6))
        .case("two coins", |_| (2, 2))
        .case("dice with one side", |_| (3, 1))
        .cases(12, |g, i| (2 + i / 3, g.integer(3..9)))
        .mistake(
            "all alike",
            "You took every sum for as likely as any other; the ones in the middle come about in more ways.",
            function(mistakes::all_alike),
        )
        .mistake(
            "ways counted",
            "You counted the ways in which each sum comes about; divide by all the ways there are.",
            function(mistakes::ways_counted),
        )
        .mistake(
            "from zero",
            "You started the list at the sum 0; it starts at the smallest possible sum, where every die shows 1.",
            function(mistakes::from_zero),
        )
        .mistake(
            "one too few",
            "You threw one die too few; start from the sum 0 before any die is thrown, and throw `count` of them.",
            function(mistakes::one_too_few),
        )
        .run()
}
