//! A store that outlives its program, through a real program that is ended at any moment and started again.
#![cfg(feature = "runner")]

mod author_support;
mod cli_support;

use std::fs;
use std::path::{Path, PathBuf};

use author_support::courses::{elsewhere, gradlings, share_builds};
use cli_support::ran;
use serde_json::Value;

const SOLUTION: &str = include_str!("store_support/solution.rs");
const CHECK: &str = include_str!("store_support/check.rs");

struct Course {
    root: PathBuf,
    _place: tempfile::TempDir,
}

impl Course {
    fn new() -> Course {
        let place = elsewhere();
        let course = Course {
            root: place.path().join("course"),
            _place: place,
        };
        let run = |folder: &Path, words: &[&str]| {
            let ran = ran(&mut gradlings(folder, words));
            assert_eq!(ran.code, Some(0), "{ran:?}");
        };
        let place = course.root.parent().expect("a folder");
        run(place, &["dev", "init", "course"]);
        share_builds(&course.root);
        run(
            &course.root,
            &["dev", "new", "01_a/goes_on", "--kind", "training"],
        );
        fs::write(course.root.join("solutions/01_a/goes_on.rs"), SOLUTION).expect("written");
        fs::write(course.root.join("checks/01_a/goes_on.rs"), CHECK).expect("written");
        course
    }

    /// What is said of the solution with these changes.
    fn judged(&self, changes: &[(&str, &str)]) -> Value {
        let mut text = SOLUTION.to_owned();
        for (from, to) in changes {
            assert_eq!(text.matches(from).count(), 1, "{from:?}");
            text = text.replace(from, to);
        }
        fs::write(self.root.join("exercises/01_a/goes_on.rs"), text).expect("written");
        let ran = ran(&mut gradlings(&self.root, &["run", "goes_on", "--json"]));
        assert_eq!(ran.err, "", "{ran:?}");
        serde_json::from_str(&ran.out).expect("JSON")
    }
}

/// What the diagnosis of the check of this group says; empty where it passes.
fn message<'a>(told: &'a Value, group: &str) -> &'a str {
    let name = format!("total {group}");
    let checks = told["checks"].as_array().expect("checks");
    let check = checks.iter().find(|check| check["name"] == name.as_str());
    let check = check.unwrap_or_else(|| panic!("no check {name}: {told}"));
    check["diagnosis"]["message"].as_str().unwrap_or("")
}

const SAVES: &str = "        store::save(\"sum\", &bytes);\n";
const ENDED: &str = "The program was ended 3 times on the way and started again, with nothing but what it had saved.";

#[test]
fn what_was_saved_outlives_the_program_and_nothing_else_does() {
    let course = Course::new();
    goes_on(&course);
    hostile(&course);
}

fn goes_on(course: &Course) {
    let told = course.judged(&[]);
    assert_eq!(told["verdict"], "passed", "{told:#}");

    // What is changed, and what is said of it where the program is ended on the way.
    let loads = "store::load(\"sum\")";
    let table: [(&[(&str, &str)], &str); 7] = [
        // It saves after every other step, which takes two steps again at most each time.
        (
            &[(
                SAVES,
                "        if step % 2 == 1 { store::save(\"sum\", &bytes); }\n",
            )],
            "",
        ),
        (
            &[(loads, "None::<Vec<u8>>")],
            "steps again that it had reported before, and no more than 6 are needed",
        ),
        (
            &[(SAVES, "")],
            "steps again that it had reported before, and no more than 6 are needed",
        ),
        (
            &[("=> read(&bytes)", "=> (read(&bytes).0, 0.0)")],
            "You begin the sum anew; load it as well.",
        ),
        // A file in its folder is gone as well, and so is what it had in memory.
        (
            &[
                (loads, "std::fs::read(\"sum\").ok()"),
                (
                    "store::save(\"sum\", &bytes)",
                    "std::fs::write(\"sum\", &bytes).unwrap()",
                ),
            ],
            "steps again that it had reported before",
        ),
        // Torn: it is ended between the two.
        (
            &[
                (
                    SAVES,
                    "        store::save(\"sum\", &bytes[1..]);\n        store::save(\"step\", &bytes[..1]);\n",
                ),
                (
                    "=> read(&bytes)",
                    "=> read(&[store::load(\"step\").unwrap_or(vec![0]), bytes].concat())",
                ),
            ],
            ENDED,
        ),
        (&[("=> read(&bytes)", "=> read(&bytes[1..])")], ENDED),
    ];
    for (changes, said) in table {
        let told = course.judged(changes);
        let crash = message(&told, "after a crash");
        assert_eq!(message(&told, "in one go"), "", "{changes:?}");
        assert!(crash.contains(said), "{changes:?}: {crash}");
        assert_eq!(crash.is_empty(), said.is_empty(), "{changes:?}: {crash}");
        // A step that is taken again is not drawn twice.
        if said.is_empty() {
            assert_eq!(message(&told, "with its curve"), "", "{changes:?}");
        }
    }
}

/// A hostile program is told what the store keeps.
fn hostile(course: &Course) {
    let table = [
        (
            "store::save(\"large\", &vec![0; 40 << 20]);",
            "The store keeps 32 MiB under one name, and `large` has 40.",
        ),
        (
            "for number in 0..9 { store::save(&number.to_string(), &vec![0; 30 << 20]); }",
            "The store keeps 128 MiB in all, and `4` does not fit beside the rest.",
        ),
        (
            "for number in 0..99 { store::save(&number.to_string(), &[0]); }",
            "The store keeps 64 names, and `64` would be one more.",
        ),
        (
            "store::save(&\"n\".repeat(1000), &[0]);",
            "a name that is empty or longer than 200 bytes",
        ),
        // It asks ten thousand times, and gets an answer each time.
        ("for _ in 0..10_000 { store::load(\"none\"); }", ""),
    ];
    for (does, said) in table {
        let told = course.judged(&[("    let (begun,", &format!("    {does}\n    let (begun,"))]);
        let once = message(&told, "in one go");
        assert!(once.contains(said), "{does}: {once}");
        assert_eq!(once.is_empty(), said.is_empty(), "{does}: {once}");
    }
}
