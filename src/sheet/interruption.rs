//! Whether a function goes on where it was, when its program is ended at any moment and started again.

use serde::{Deserialize, Serialize};

use crate::wire::{Array, Value};

/// A case whose program is ended while it works, and started again with nothing but what it has saved. What is judged is
/// the answer of the last life, and how many steps were taken more than once.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Interruption {
    /// How often it is ended.
    pub times: usize,
}

impl Interruption {
    /// The name of the part that is judged beside the answer.
    pub const PART: &str = "steps taken again";

    /// After how many marks each life but the last is ended, where all of the work makes `marks`: any moment, and each life
    /// gets no further than its share, so that no end comes too late. A mark is a metric that is reported, or something
    /// that is saved. The second life ends with its first mark: what it throws away once it is loaded is lost then.
    pub fn moments(&self, seed: u64, marks: usize) -> Vec<usize> {
        let share = (marks.saturating_sub(1) / self.times.max(1)).max(1) as u64;
        let mut random = seed;
        let moments = (0..self.times).map(|life| {
            random = super::another_seed(random);
            match life {
                1 => 1,
                _ => 1 + ((random >> 16) % share) as usize,
            }
        });
        moments.collect()
    }
}

/// What is counted while a program works, over all its lives.
#[derive(Clone, Debug, Default)]
pub struct Lives {
    series: Vec<Series>,
    marks: usize,
}

#[derive(Clone, Debug)]
struct Series {
    name: String,
    /// The furthest step of an earlier life.
    before: Option<u64>,
    /// The furthest step of all.
    furthest: u64,
    /// Steps that an earlier life had taken.
    again: usize,
}

/// A name for every value would make each of them slower than the one before.
const MOST_SERIES: usize = 64;

/// Bytes of a name that is kept.
const LONGEST_NAME: usize = 256;

impl Lives {
    /// Another life begins.
    pub fn begin(&mut self) {
        self.marks = 0;
        for series in &mut self.series {
            series.before = Some(series.furthest);
        }
    }

    /// Whether an earlier life has taken this step of a series, or one after it.
    pub fn is_again(&self, series: &str, step: u64) -> bool {
        let mut all = self.series.iter();
        let series = all.find(|it| it.name == series);
        series.is_some_and(|series| series.before.is_some_and(|before| step <= before))
    }

    /// A point of a series is reported. Returns the marks of this life so far.
    pub fn reports(&mut self, series: &str, step: u64) -> usize {
        let known = self.series.iter_mut().find(|it| it.name == series);
        if let Some(series) = known {
            series.again += usize::from(series.before.is_some_and(|before| step <= before));
            series.furthest = series.furthest.max(step);
        } else if self.series.len() < MOST_SERIES && series.len() <= LONGEST_NAME {
            self.series.push(Series {
                name: series.to_owned(),
                before: None,
                furthest: step,
                again: 0,
            });
        }
        self.saves()
    }

    /// Something is saved. Returns the marks of this life so far.
    pub fn saves(&mut self) -> usize {
        self.marks += 1;
        self.marks
    }

    /// The steps that were taken more than once, in the series that has most of them: what is judged.
    pub fn again(&self) -> Value {
        let again = self.series.iter().map(|series| series.again).max();
        let again = again.unwrap_or_default();
        Value::Integers(Array::scalar(i64::try_from(again).unwrap_or(i64::MAX)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_are_taken_again_where_an_earlier_life_has_taken_them() {
        let table: [(&[&[u64]], i64); 5] = [
            (&[&[0, 1, 2, 3]], 0),
            (&[&[0, 1], &[2, 3]], 0),
            (&[&[0, 1, 2], &[2, 3]], 1),
            (&[&[0, 1], &[0, 1, 2], &[0, 1, 2, 3]], 5),
            (&[&[], &[0, 1]], 0),
        ];
        for (lives, again) in table {
            let mut counted = Lives::default();
            for steps in lives {
                counted.begin();
                for step in *steps {
                    counted.reports("loss", *step);
                }
            }
            let again = Value::Integers(Array::scalar(again));
            assert_eq!(counted.again(), again, "{lives:?}");
        }
    }

    #[test]
    fn a_step_with_two_series_is_one_step_and_two_marks() {
        let mut lives = Lives::default();
        for life in 0..2 {
            lives.begin();
            lives.reports("loss", 0);
            assert_eq!(lives.reports("accuracy", 0), 2, "life {life}");
        }
        assert_eq!(lives.again(), Value::Integers(Array::scalar(1)));
    }

    #[test]
    fn every_life_but_the_last_is_ended_before_the_work_can_be_done() {
        for (times, marks) in [(1, 40), (3, 40), (5, 7), (2, 1), (2, 0)] {
            for seed in 0..200 {
                let moments = Interruption { times }.moments(seed, marks);
                assert_eq!(moments.len(), times);
                let all: usize = moments.iter().sum();
                assert!(all < marks || all == times, "{moments:?} of {marks}");
            }
        }
    }

    #[test]
    fn the_second_life_ends_at_once() {
        for seed in 0..50 {
            assert_eq!(Interruption { times: 3 }.moments(seed, 60)[1], 1);
        }
    }

    #[test]
    fn a_step_is_taken_again_where_an_earlier_life_has_come_as_far() {
        let mut lives = Lives::default();
        lives.begin();
        lives.reports("loss", 4);
        assert!(!lives.is_again("loss", 4), "in the same life");
        lives.begin();
        let table = [
            ("loss", 3, true),
            ("loss", 4, true),
            ("loss", 5, false),
            ("accuracy", 3, false),
        ];
        for (series, step, again) in table {
            assert_eq!(lives.is_again(series, step), again, "{series} {step}");
        }
    }

    #[test]
    fn any_moment_comes() {
        let moments = (0..500).flat_map(|seed| Interruption { times: 1 }.moments(seed, 9));
        let moments: std::collections::BTreeSet<usize> = moments.collect();
        assert_eq!(moments, (1..9).collect());
    }
}
