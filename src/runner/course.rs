//! A course: a folder with `info.toml`, `exercises/` and `solutions/`. Reading and checking `info.toml`.

mod predict;

pub use predict::Predict;

use std::collections::HashSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use serde::Deserialize;
use toml::Spanned;

use crate::runner::problem::Problem;

/// The version of the shape of `info.toml` that this program reads.
pub const FORMAT: u32 = 1;

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
    /// What a learner knows after it, in one line.
    pub teaches: String,
    /// The exercises it builds on.
    pub needs: Vec<String>,
    /// From a nudge to nearly the answer.
    pub hints: Vec<String>,
    /// A question to think about before a run; nothing waits for the answer.
    pub predict: Option<Predict>,
    /// How long each stage may take.
    pub budget: Budget,
}

impl Exercise {
    /// The learner's file, relative to the course, with forward slashes.
    pub fn path(&self) -> String {
        format!("exercises/{}/{}.rs", self.chapter, self.name)
    }

    /// The solution, relative to the course, with forward slashes.
    pub fn solution(&self) -> String {
        format!("solutions/{}/{}.rs", self.chapter, self.name)
    }
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

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct InfoFile {
    format: u32,
    title: String,
    #[serde(default)]
    welcome: String,
    #[serde(default)]
    budget: BudgetEntry,
    #[serde(default)]
    chapters: Vec<Spanned<Chapter>>,
    #[serde(default)]
    exercises: Vec<ExerciseEntry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ExerciseEntry {
    name: Spanned<String>,
    chapter: Spanned<String>,
    teaches: String,
    #[serde(default)]
    needs: Vec<Spanned<String>>,
    #[serde(default)]
    hints: Vec<String>,
    predict: Option<Spanned<Predict>>,
    #[serde(default)]
    budget: BudgetEntry,
}

#[derive(Clone, Copy, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct BudgetEntry {
    build_seconds: Option<u64>,
    run_seconds: Option<u64>,
    training_seconds: Option<u64>,
}

impl BudgetEntry {
    fn or(self, fallback: Budget) -> Budget {
        let seconds = |own: Option<u64>, fallback| own.map_or(fallback, Duration::from_secs);
        Budget {
            build: seconds(self.build_seconds, fallback.build),
            run: seconds(self.run_seconds, fallback.run),
            training: seconds(self.training_seconds, fallback.training),
        }
    }
}

const DEFAULT_BUDGET: Budget = Budget {
    build: Duration::from_secs(60),
    run: Duration::from_secs(10),
    training: Duration::from_secs(60),
};

impl Course {
    /// Reads the course in `root`.
    pub fn open(root: &Path) -> Result<Course, Problem> {
        let course = Course::open_unfinished(root)?;
        course.refuse_if_empty()?;
        Ok(course)
    }

    /// Reads the course in `root`, which need not have an exercise yet: for its author.
    pub fn open_unfinished(root: &Path) -> Result<Course, Problem> {
        let path = root.join("info.toml");
        let text = fs::read_to_string(&path).map_err(|error| {
            let what = if error.kind() == std::io::ErrorKind::NotFound {
                "There is no course here: `info.toml` is missing.".to_owned()
            } else {
                format!("The course cannot be read: {error}.")
            };
            Problem::new(
                what,
                "type `gradlings init my-course` to make a course of your own, or name one with `--course DIR`",
            )
            .at(path.display())
        })?;
        Course::parse_unfinished(root, &text)
    }

    /// Reads a course from the text of its `info.toml`.
    pub fn parse(root: &Path, text: &str) -> Result<Course, Problem> {
        let course = Course::parse_unfinished(root, text)?;
        course.refuse_if_empty()?;
        Ok(course)
    }

    fn refuse_if_empty(&self) -> Result<(), Problem> {
        if self.exercises.is_empty() {
            let next = "type `gradlings dev new CHAPTER/NAME` to write the first one";
            let problem = Problem::new("The course has no exercises.", next);
            return Err(problem.at(self.root.join("info.toml").display()));
        }
        Ok(())
    }

    /// Reads a course, which need not have an exercise yet, from the text of its `info.toml`.
    pub fn parse_unfinished(root: &Path, text: &str) -> Result<Course, Problem> {
        let path = root.join("info.toml");
        let broken = |span: Option<std::ops::Range<usize>>, what: String, next: &str| {
            let place = match span {
                Some(span) => {
                    let (line, column) = line_and_column(text, span.start);
                    format!("{}:{line}:{column}", path.display())
                }
                None => path.display().to_string(),
            };
            Problem::new(what, next).at(place)
        };
        let file: InfoFile = toml::from_str(text).map_err(|error| {
            broken(
                error.span(),
                format!("`info.toml` is malformed: {}.", error.message()),
                "mend that line, then run the command again",
            )
        })?;
        if file.format != FORMAT {
            return Err(broken(
                None,
                format!(
                    "`info.toml` has format {}, this program reads format {FORMAT}.",
                    file.format
                ),
                "install the version of gradlings that the course was written for",
            ));
        }

        let mut chapter_names = HashSet::new();
        for chapter in &file.chapters {
            let name = &chapter.get_ref().name;
            if !is_plain_name(name) {
                return Err(broken(
                    Some(chapter.span()),
                    format!("The chapter name `{name}` would leave the course or is no file name."),
                    "use lower-case letters, digits and `_` only",
                ));
            }
            if !chapter_names.insert(name.clone()) {
                return Err(broken(
                    Some(chapter.span()),
                    format!("The chapter `{name}` is there twice."),
                    "rename or remove one of the two",
                ));
            }
        }

        let course_budget = file.budget.or(DEFAULT_BUDGET);
        let mut exercises: Vec<Exercise> = Vec::new();
        for entry in file.exercises {
            let (name, name_span) = (entry.name.get_ref().clone(), entry.name.span());
            if !is_plain_name(&name) {
                return Err(broken(
                    Some(name_span),
                    format!(
                        "The exercise name `{name}` would leave the course or is no file name."
                    ),
                    "use lower-case letters, digits and `_` only",
                ));
            }
            if exercises.iter().any(|exercise| exercise.name == name) {
                return Err(broken(
                    Some(name_span),
                    format!("The exercise `{name}` is there twice."),
                    "rename or remove one of the two",
                ));
            }
            if !chapter_names.contains(entry.chapter.get_ref()) {
                return Err(broken(
                    Some(entry.chapter.span()),
                    format!(
                        "The exercise `{name}` is in the chapter `{}`, which is not declared.",
                        entry.chapter.get_ref()
                    ),
                    "add a `[[chapters]]` entry with that name",
                ));
            }
            for need in &entry.needs {
                if !exercises
                    .iter()
                    .any(|exercise| exercise.name == *need.get_ref())
                {
                    return Err(broken(
                        Some(need.span()),
                        format!(
                            "`{name}` needs `{}`, which does not come before it.",
                            need.get_ref()
                        ),
                        "name an earlier exercise, or move that one up",
                    ));
                }
            }
            if let Some(predict) = &entry.predict
                && let Some(fault) = predict.get_ref().fault()
            {
                return Err(broken(
                    Some(predict.span()),
                    format!("The question of `{name}` {fault}."),
                    "mend its `[exercises.predict]`, then run the command again",
                ));
            }
            exercises.push(Exercise {
                name,
                chapter: entry.chapter.into_inner(),
                teaches: entry.teaches,
                needs: entry.needs.into_iter().map(Spanned::into_inner).collect(),
                hints: entry.hints,
                predict: entry.predict.map(Spanned::into_inner),
                budget: entry.budget.or(course_budget),
            });
        }
        Ok(Course {
            root: root.to_owned(),
            title: file.title,
            welcome: file.welcome,
            chapters: file.chapters.into_iter().map(Spanned::into_inner).collect(),
            exercises,
        })
    }

    /// The exercise of that name.
    pub fn exercise(&self, name: &str) -> Option<&Exercise> {
        self.exercises.iter().find(|exercise| exercise.name == name)
    }

    /// The position of the exercise of that name.
    pub fn position(&self, name: &str) -> Option<usize> {
        self.exercises
            .iter()
            .position(|exercise| exercise.name == name)
    }

    /// The learner's file.
    pub fn exercise_path(&self, exercise: &Exercise) -> PathBuf {
        self.root.join(exercise.path())
    }

    /// The solution.
    pub fn solution_path(&self, exercise: &Exercise) -> PathBuf {
        self.root.join(exercise.solution())
    }

    /// The folder for what the program keeps: progress, copies, the cache, the builds.
    pub fn state_folder(&self) -> PathBuf {
        self.root.join(".gradlings")
    }
}

/// Only names that are a file name everywhere and cannot point anywhere else.
fn is_plain_name(name: &str) -> bool {
    !name.is_empty()
        && name
            .chars()
            .all(|letter| letter.is_ascii_lowercase() || letter.is_ascii_digit() || letter == '_')
}

/// Line and column, both from 1, of a byte offset.
fn line_and_column(text: &str, offset: usize) -> (usize, usize) {
    let before = text.get(..offset).unwrap_or(text);
    let line = before.matches('\n').count() + 1;
    let column = before
        .rsplit('\n')
        .next()
        .map_or(0, |last| last.chars().count())
        + 1;
    (line, column)
}

#[cfg(test)]
mod tests {
    use super::*;

    const GOOD: &str = r#"
format = 1
title = "T"
[[chapters]]
name = "01_a"
title = "A"
[[exercises]]
name = "one"
chapter = "01_a"
teaches = "x"
"#;

    #[test]
    fn a_sound_course_is_read() {
        let course = Course::parse(Path::new("/c"), GOOD).expect("sound");
        assert_eq!(course.exercises[0].path(), "exercises/01_a/one.rs");
        assert_eq!(course.exercises[0].budget, DEFAULT_BUDGET);
    }

    #[test]
    fn every_fault_of_a_course_is_told_with_its_line() {
        let table = [
            (
                GOOD.replace("title = \"T\"", "title = "),
                "malformed",
                ":3:9",
            ),
            (GOOD.replace("teaches", "teachs"), "unknown field", ":10:1"),
            (
                format!(
                    "{GOOD}[[exercises]]\nname = \"one\"\nchapter = \"01_a\"\nteaches = \"y\"\n"
                ),
                "`one` is there twice",
                ":12:8",
            ),
            (
                GOOD.replace("\"one\"", "\"../one\""),
                "would leave the course",
                ":8:8",
            ),
            (
                GOOD.replace("name = \"01_a\"", "name = \"..\""),
                "would leave the course",
                ":4:1",
            ),
            (
                GOOD.replace("chapter = \"01_a\"", "chapter = \"02\""),
                "not declared",
                ":9:11",
            ),
            (
                GOOD.replace("teaches = \"x\"", "teaches = \"x\"\nneeds = [\"two\"]"),
                "does not come before",
                ":11:10",
            ),
            (
                format!(
                    "{GOOD}[exercises.predict]\nask = \"?\"\nchoices = [\"a\", \"b\"]\nanswer = 3\nbecause = \"x\"\n"
                ),
                "names an answer that is not among its choices",
                ":11:1",
            ),
            (
                GOOD.replace("format = 1", "format = 9"),
                "format 9",
                "info.toml",
            ),
        ];
        for (text, what, place) in table {
            let problem = Course::parse(Path::new("/c"), &text).expect_err(what);
            assert!(problem.what.contains(what), "{problem}");
            assert!(
                problem
                    .place
                    .as_deref()
                    .is_some_and(|at| at.ends_with(place)),
                "{problem}"
            );
        }
    }
}
