//! From the checks of an exercise to its points.

use crate::runner::course::Exercise;
use crate::runner::outcome::{CheckOutcome, CheckState, Outcome, Verdict};

/// The points of one exercise.
#[derive(Clone, Debug, PartialEq)]
pub struct Score {
    /// What it got.
    pub points: f64,
    /// What it could have got.
    pub most: f64,
    /// The same for each check, in the order of the outcome.
    pub checks: Vec<(f64, f64)>,
}

impl Score {
    /// Of an exercise that nobody could judge.
    pub fn none(exercise: &Exercise) -> Score {
        Score {
            points: 0.0,
            most: f64::from(exercise.points),
            checks: Vec::new(),
        }
    }

    /// Every check that passes gives its share, by its weight: what is not finished takes nothing from what is.
    pub fn of(exercise: &Exercise, outcome: &Outcome) -> Score {
        let most = f64::from(exercise.points);
        let weight = |check: &CheckOutcome| exercise.weights.get(&check.name).map_or(1, |it| *it);
        let all: u64 = outcome.checks.iter().map(|it| u64::from(weight(it))).sum();
        // Whatever stands in `info.toml`, the numbers are small and exact.
        let share = |weight: u64| match all {
            0 => 0.0,
            all => rounded(most * weight as f64 / all as f64),
        };
        let passes = |check: &CheckOutcome| check.state == CheckState::Passed;
        let passed = outcome.checks.iter().filter(|it| passes(it));
        let passed: u64 = passed.map(|it| u64::from(weight(it))).sum();
        let checks = outcome.checks.iter().map(|check| {
            let most = share(weight(check).into());
            (if passes(check) { most } else { 0.0 }, most)
        });
        Score {
            points: match (outcome.verdict, all) {
                // Where an earlier exercise is what keeps it from being judged, there are no checks to go by.
                (Verdict::Passed, _) => most,
                _ => share(passed),
            },
            most,
            checks: checks.collect(),
        }
    }
}

/// To four places: what is written is what is added up.
fn rounded(points: f64) -> f64 {
    (points * 1e4).round() / 1e4
}

/// The sum, without what adding up leaves behind the fourth place.
pub fn sum(points: impl Iterator<Item = f64>) -> f64 {
    rounded(points.sum())
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;
    use crate::runner::course::Course;
    use crate::runner::outcome::Timings;

    const INFO: &str = "format = 2\ntitle = \"c\"\n[[chapters]]\nname = \"a\"\ntitle = \"A\"\n\
                        [[exercises]]\nname = \"one\"\nchapter = \"a\"\nteaches = \"x\"\n";

    #[test]
    fn each_check_that_passes_gives_its_share_by_its_weight() {
        let passed = CheckState::Passed;
        let failed = CheckState::Failed;
        let skipped = CheckState::Skipped;
        let todo = CheckState::Todo;
        // What stands in info.toml, the checks `a`, `b`, ... in their states, the verdict, and the points.
        let table: [(&str, &[CheckState], Verdict, f64, f64); 10] = [
            ("", &[passed, passed], Verdict::Passed, 1.0, 1.0),
            ("", &[passed, failed], Verdict::Failed, 0.5, 1.0),
            ("", &[passed, todo, skipped], Verdict::Todo, 0.3333, 1.0),
            ("", &[], Verdict::CompileError, 0.0, 1.0),
            (
                "points = 3",
                &[passed, passed, failed],
                Verdict::Failed,
                2.0,
                3.0,
            ),
            (
                "points = 4\nweights = { a = 3 }",
                &[passed, failed],
                Verdict::Failed,
                3.0,
                4.0,
            ),
            (
                "weights = { b = 0 }",
                &[passed, failed],
                Verdict::Failed,
                1.0,
                1.0,
            ),
            (
                "weights = { a = 0 }",
                &[passed, failed],
                Verdict::Failed,
                0.0,
                1.0,
            ),
            (
                "weights = { a = 0, b = 0 }",
                &[passed, passed],
                Verdict::Passed,
                1.0,
                1.0,
            ),
            ("points = 0", &[passed], Verdict::Passed, 0.0, 0.0),
        ];
        for (entry, states, verdict, points, most) in table {
            let info = format!("{INFO}{entry}\n");
            let course = Course::parse(Path::new("/c"), &info).expect("sound");
            let checks = states.iter().zip('a'..).map(|(state, name)| CheckOutcome {
                name: name.to_string(),
                state: *state,
                cases: 1,
                failed: 0,
                diagnosis: None,
                numbers: None,
            });
            let outcome = Outcome {
                name: "one".to_owned(),
                verdict,
                checks: checks.collect(),
                message: None,
                piece: None,
                timings: Timings::default(),
                metrics: Vec::new(),
                health: Vec::new(),
            };
            let score = Score::of(&course.exercises[0], &outcome);
            assert_eq!(
                (score.points, score.most),
                (points, most),
                "{entry} {states:?}"
            );
        }
    }
}
