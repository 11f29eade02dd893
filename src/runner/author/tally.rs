//! Faults that may occur for many seeds, each told once.

use crate::runner::problem::Problem;

/// What was found, and for how many seeds.
#[derive(Default)]
pub struct Tally {
    found: Vec<Found>,
}

struct Found {
    key: String,
    seed: u64,
    seeds: usize,
    what: String,
    next: String,
    place: String,
}

impl Tally {
    /// Counts the fault `key` for one more seed. What is kept is told of the first seed: `what` is a clause that stands
    /// after "with seed 3".
    pub fn tell(
        &mut self,
        key: impl Into<String>,
        seed: u64,
        what: impl Into<String>,
        next: impl Into<String>,
        place: impl Into<String>,
    ) {
        let key = key.into();
        match self.found.iter_mut().find(|found| found.key == key) {
            Some(found) => found.seeds += 1,
            None => self.found.push(Found {
                key,
                seed,
                seeds: 1,
                what: what.into(),
                next: next.into(),
                place: place.into(),
            }),
        }
    }

    /// One problem for every fault.
    pub fn into_faults(self) -> impl Iterator<Item = Problem> {
        self.found.into_iter().map(|found| {
            let others = match found.seeds - 1 {
                0 => String::new(),
                1 => " (and one more)".to_owned(),
                more => format!(" (and {more} more)"),
            };
            Problem::new(
                format!("With seed {}{others}, {}", found.seed, found.what),
                found.next,
            )
            .at(found.place)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fault_of_many_seeds_is_told_once_with_the_first() {
        let mut tally = Tally::default();
        for seed in 3..6 {
            tally.tell("a", seed, format!("it is {seed}."), "mend it", "x.rs:1");
        }
        tally.tell("b", 5, "it is off.", "mend that", "x.rs:2");
        let told: Vec<String> = tally.into_faults().map(|fault| fault.what).collect();
        assert_eq!(
            told,
            [
                "With seed 3 (and 2 more), it is 3.",
                "With seed 5, it is off."
            ]
        );
    }
}
