//! The shape of `info.toml`.

use std::collections::BTreeMap;
use std::time::Duration;

use serde::Deserialize;
use toml::Spanned;

use super::hint::HintEntry;
use super::{Budget, Chapter, Predict};

/// What a course has that says nothing of its budgets.
pub const DEFAULT_BUDGET: Budget = Budget {
    build: Duration::from_secs(60),
    run: Duration::from_secs(10),
    training: Duration::from_secs(60),
};

/// The file.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct InfoFile {
    pub format: u32,
    pub title: String,
    #[serde(default)]
    pub welcome: String,
    #[serde(default)]
    pub budget: BudgetEntry,
    #[serde(default)]
    pub chapters: Vec<Spanned<Chapter>>,
    #[serde(default)]
    pub exercises: Vec<ExerciseEntry>,
    #[serde(default)]
    pub tracks: Vec<TrackEntry>,
}

/// An exercise in it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ExerciseEntry {
    pub name: Spanned<String>,
    pub chapter: Spanned<String>,
    pub teaches: String,
    pub minutes: Option<Spanned<u32>>,
    #[serde(default)]
    pub formerly: Vec<Spanned<String>>,
    #[serde(default)]
    pub needs: Vec<Spanned<String>>,
    #[serde(default)]
    pub trains: bool,
    #[serde(default)]
    pub usable: bool,
    #[serde(default)]
    pub hints: Vec<HintEntry>,
    pub predict: Option<Spanned<Predict>>,
    #[serde(default = "one")]
    pub points: u32,
    #[serde(default)]
    pub weights: BTreeMap<String, u32>,
    #[serde(default)]
    pub budget: BudgetEntry,
}

/// What an exercise is worth that does not say.
fn one() -> u32 {
    1
}

/// A track in it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TrackEntry {
    pub name: Spanned<String>,
    pub title: String,
    #[serde(default)]
    pub about: String,
    #[serde(default)]
    pub chapters: Vec<Spanned<String>>,
    #[serde(default)]
    pub exercises: Vec<Spanned<String>>,
    #[serde(default)]
    pub closed: bool,
}

/// Budgets in it, of the course or of an exercise.
#[derive(Clone, Copy, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BudgetEntry {
    pub build_seconds: Option<u64>,
    pub run_seconds: Option<u64>,
    pub training_seconds: Option<u64>,
}

impl BudgetEntry {
    /// Its own times, and those of `fallback` where it has none.
    pub fn or(self, fallback: Budget) -> Budget {
        let seconds = |own: Option<u64>, fallback| own.map_or(fallback, Duration::from_secs);
        Budget {
            build: seconds(self.build_seconds, fallback.build),
            run: seconds(self.run_seconds, fallback.run),
            training: seconds(self.training_seconds, fallback.training),
        }
    }
}
