//! A course: a folder with `info.toml`, `exercises/`, `solutions/` and `checks/`.

mod fault;
mod glossary;
mod hint;
mod info;
mod predict;
mod reading;
mod track;

pub use glossary::{GLOSSARY, Glossary, Mention, Term};
pub use hint::Hint;
pub use predict::Predict;
pub use track::{EVERYTHING, Track};

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::time::Duration;

use serde::Deserialize;

/// The version of the shape of `info.toml` that this program reads.
pub const FORMAT: u32 = 2;

/// A course whose `info.toml` has been read and found sound.
#[derive(Clone, Debug, PartialEq)]
pub struct Course {
    /// The folder.
    pub root: PathBuf,
    /// Its name.
    pub title: String,
    /// What a learner reads first.
    pub welcome: String,
    /// The chapters, in order.
    pub chapters: Vec<Chapter>,
    /// The exercises, in order: chapter by chapter.
    pub exercises: Vec<Exercise>,
    /// Ways through a part of the course.
    pub tracks: Vec<Track>,
    /// Its terms; none where only the text of `info.toml` was read.
    pub glossary: Glossary,
}

/// A chapter.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Chapter {
    /// The folder under `exercises/` and `solutions/`: `02_losses`.
    pub name: String,
    /// The heading: `Losses`.
    pub title: String,
    /// What it is about, in one sentence.
    #[serde(default)]
    pub about: String,
}

/// An exercise.
#[derive(Clone, Debug, PartialEq)]
pub struct Exercise {
    /// The name of its file and of its program: `cross_entropy`.
    pub name: String,
    /// The name of its chapter.
    pub chapter: String,
    /// Names that it had in earlier versions of the course: what a learner did under them is theirs under this one.
    pub formerly: Vec<String>,
    /// What a learner knows after it, in one line.
    pub teaches: String,
    /// How long it takes most people, where its author says so.
    pub minutes: Option<u32>,
    /// The exercises it builds on.
    pub needs: Vec<String>,
    /// Whether it trains, so that its program has to be optimised: dfdx's kernels are generic and land in the program
    /// that calls them.
    pub trains: bool,
    /// Whether its program can be used once it passes: `gradlings try NAME`, and a key.
    pub usable: bool,
    /// From a nudge to nearly the answer.
    pub hints: Vec<Hint>,
    /// A question to think about before a run; nothing waits for the answer.
    pub predict: Option<Predict>,
    /// What it is worth where it is graded.
    pub points: u32,
    /// What its checks weigh where they are graded, by their names; one without an entry weighs 1.
    pub weights: BTreeMap<String, u32>,
    /// How long each stage may take.
    pub budget: Budget,
}

impl Exercise {
    /// The learner's file, relative to the course, with forward slashes.
    pub fn path(&self) -> String {
        format!("exercises/{}/{}.rs", self.chapter, self.name)
    }

    /// The same file as a file of `chapter` calls it in `#[path = "..."]`.
    pub fn beside(&self, chapter: &str) -> String {
        match self.chapter == chapter {
            true => format!("{}.rs", self.name),
            false => format!("../{}/{}.rs", self.chapter, self.name),
        }
    }

    /// The solution, relative to the course, with forward slashes: what a learner may read once they have passed.
    pub fn solution(&self) -> String {
        format!("solutions/{}/{}.rs", self.chapter, self.name)
    }

    /// The check, relative to the course, with forward slashes: the reference that knows right from wrong.
    pub fn check(&self) -> String {
        format!("checks/{}/{}.rs", self.chapter, self.name)
    }
}

/// The page of a chapter, relative to the course, with forward slashes.
pub fn page(chapter: &str) -> String {
    format!("exercises/{chapter}/README.md")
}

/// How long each stage of a check may take.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Budget {
    /// cargo, once the dependencies are built.
    pub build: Duration,
    /// All the cases that are not trainings.
    pub run: Duration,
    /// Each training.
    pub training: Duration,
}

impl Course {
    /// The exercise of that name.
    pub fn exercise(&self, name: &str) -> Option<&Exercise> {
        self.exercises.iter().find(|exercise| exercise.name == name)
    }

    /// Whether an exercise needs the exercise of that name, itself or through one that it needs.
    pub fn builds_on(&self, exercise: &Exercise, name: &str) -> bool {
        // Whatever is needed comes earlier, so this ends.
        exercise.needs.iter().any(|need| {
            let through = self.exercise(need).map(|it| self.builds_on(it, name));
            need == name || through.unwrap_or(false)
        })
    }

    /// The position of the exercise of that name.
    pub fn position(&self, name: &str) -> Option<usize> {
        self.exercises
            .iter()
            .position(|exercise| exercise.name == name)
    }

    /// The chapter of that name.
    pub fn chapter(&self, name: &str) -> Option<&Chapter> {
        self.chapters.iter().find(|chapter| chapter.name == name)
    }

    /// The exercises that build on the one of that name.
    pub fn leads(&self, name: &str) -> impl Iterator<Item = &Exercise> {
        let needs = move |other: &&Exercise| other.needs.iter().any(|need| need == name);
        self.exercises.iter().filter(needs)
    }

    /// The page of a chapter: which problem it is about, and what to read.
    pub fn page_path(&self, chapter: &str) -> PathBuf {
        self.root.join(page(chapter))
    }

    /// The learner's file.
    pub fn exercise_path(&self, exercise: &Exercise) -> PathBuf {
        self.root.join(exercise.path())
    }

    /// The solution.
    pub fn solution_path(&self, exercise: &Exercise) -> PathBuf {
        self.root.join(exercise.solution())
    }

    /// The check.
    pub fn check_path(&self, exercise: &Exercise) -> PathBuf {
        self.root.join(exercise.check())
    }

    /// The folder for what the program keeps: progress, copies, the cache, the builds.
    pub fn state_folder(&self) -> PathBuf {
        self.root.join(".gradlings")
    }
}

#[cfg(test)]
mod tests;
