//! A course of one exercise, whose text a test changes to see what is said of it.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

use serde_json::Value;

use super::courses::{elsewhere, gradlings};
use crate::builds_support::share_builds;

/// The course.
pub struct OneExercise {
    /// Its folder.
    pub root: PathBuf,
    name: &'static str,
    solution: &'static str,
    _place: tempfile::TempDir,
    _alone: MutexGuard<'static, ()>,
}

/// Held by whoever has such a course: its programs have budgets of time, so nothing is built beside them.
static ALONE: Mutex<()> = Mutex::new(());

impl OneExercise {
    /// An exercise of this kind with this solution and this check.
    pub fn new(name: &'static str, kind: &str, solution: &'static str, check: &str) -> OneExercise {
        let alone = ALONE.lock().unwrap_or_else(PoisonError::into_inner);
        let place = elsewhere();
        let course = OneExercise {
            root: place.path().join("course"),
            name,
            solution,
            _place: place,
            _alone: alone,
        };
        let run = |folder: &Path, words: &[&str]| {
            let ran = gradlings(folder, words).output().expect("it runs");
            assert!(ran.status.success(), "{ran:?}");
        };
        let place = course.root.parent().expect("a folder");
        run(place, &["dev", "init", "course"]);
        share_builds(&course.root);
        let new = format!("01_a/{name}");
        run(&course.root, &["dev", "new", &new, "--kind", kind]);
        let write = |folder: &str, text: &str| {
            let path = course.root.join(folder).join(format!("01_a/{name}.rs"));
            fs::write(path, text).expect("written");
        };
        write("solutions", solution);
        write("checks", check);
        course
    }

    /// Makes the solution, with these changes, what the learner has written.
    pub fn write(&self, changes: &[(&str, &str)]) {
        let mut text = self.solution.to_owned();
        for (from, to) in changes {
            assert_eq!(text.matches(from).count(), 1, "{from:?}");
            text = text.replace(from, to);
        }
        let path = format!("exercises/01_a/{}.rs", self.name);
        fs::write(self.root.join(path), text).expect("written");
    }

    /// What is said of the solution with these changes.
    pub fn judged(&self, changes: &[(&str, &str)]) -> Value {
        self.write(changes);
        let run = ["run", self.name, "--json"];
        let ran = gradlings(&self.root, &run).output().expect("it runs");
        assert!(ran.stderr.is_empty(), "{ran:?}");
        serde_json::from_slice(&ran.stdout).expect("JSON")
    }
}

/// What the diagnosis of a check says; empty where it passes.
pub fn message<'a>(told: &'a Value, name: &str) -> &'a str {
    let checks = told["checks"].as_array().expect("checks");
    let check = checks.iter().find(|check| check["name"] == name);
    let check = check.unwrap_or_else(|| panic!("no check {name}: {told}"));
    check["diagnosis"]["message"].as_str().unwrap_or("")
}
