//! A course with one exercise, which is built and judged by the real program.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;

use super::courses::{elsewhere, gradlings, share_builds};
use crate::cli_support::ran;

/// The course, which goes when this goes.
pub struct OneExercise {
    root: PathBuf,
    name: &'static str,
    solution: &'static str,
    _place: tempfile::TempDir,
}

impl OneExercise {
    /// The exercise `name` with the texts of its solution and its check.
    pub fn new(name: &'static str, solution: &'static str, check: &str) -> OneExercise {
        let place = elsewhere();
        let course = OneExercise {
            root: place.path().join("course"),
            name,
            solution,
            _place: place,
        };
        let run = |folder: &Path, words: &[&str]| {
            let ran = ran(&mut gradlings(folder, words));
            assert_eq!(ran.code, Some(0), "{ran:?}");
        };
        let above = course.root.parent().expect("a folder");
        run(above, &["dev", "init", "course"]);
        share_builds(&course.root);
        run(&course.root, &["dev", "new", &format!("01_a/{name}")]);
        fs::write(course.file("solutions"), solution).expect("written");
        fs::write(course.file("checks"), check).expect("written");
        course
    }

    fn file(&self, folder: &str) -> PathBuf {
        self.root
            .join(folder)
            .join(format!("01_a/{}.rs", self.name))
    }

    /// What is said of the solution with these changes.
    pub fn judged(&self, changes: &[(&str, &str)]) -> Value {
        let mut text = self.solution.to_owned();
        for (from, to) in changes {
            assert_eq!(text.matches(from).count(), 1, "{from:?}");
            text = text.replace(from, to);
        }
        fs::write(self.file("exercises"), text).expect("written");
        let ran = ran(&mut gradlings(&self.root, &["run", self.name, "--json"]));
        assert_eq!(ran.err, "", "{ran:?}");
        serde_json::from_str(&ran.out).expect("JSON")
    }
}

/// What the diagnosis of a check says; empty where it passes.
pub fn message<'a>(told: &'a Value, name: &str) -> &'a str {
    let checks = told["checks"].as_array().expect("checks");
    let check = checks.iter().find(|check| check["name"] == name);
    let check = check.unwrap_or_else(|| panic!("no check {name}: {told}"));
    check["diagnosis"]["message"].as_str().unwrap_or("")
}
