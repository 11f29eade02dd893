//! Takes the files of exercises out of a submission, by name, wherever they lie in it.

use std::collections::BTreeMap;

use super::submission::{Handed, Submission};
use crate::runner::course::Course;
use crate::runner::fingerprint::Fingerprint;
use crate::runner::text;
use crate::runner::words::plain::submission as words;

/// The most entries that are looked at: a whole course with everything that cargo built has fewer.
pub const ENTRIES: usize = 50_000;

/// The most folders inside one another.
pub const DEPTH: usize = 16;

/// The most bytes that are taken, however many copies of an exercise there are.
const TAKEN: usize = 64 << 20;

/// Folders that are not looked into: what lies there is not what the learner works on, or is not theirs.
const CLOSED: [&str; 6] = [
    "target",
    "solutions",
    "checks",
    "library",
    "node_modules",
    "__MACOSX",
];

/// Whether a folder is looked into.
pub fn is_open(folder: &str) -> bool {
    !folder.starts_with('.') && !CLOSED.contains(&folder)
}

/// Why nothing of a submission is taken, in a sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refused(pub String);

/// The files of exercises that were found so far.
pub struct Pick<'c> {
    course: &'c Course,
    entries: usize,
    taken: usize,
    found: BTreeMap<usize, Vec<Found>>,
}

struct Found {
    /// How well its place fits: the lowest counts.
    rank: u8,
    path: String,
    /// The text, or a sentence that says why there is none.
    text: Result<Vec<u8>, String>,
}

impl<'c> Pick<'c> {
    /// Nothing yet.
    pub fn new(course: &'c Course) -> Pick<'c> {
        Pick {
            course,
            entries: 0,
            taken: 0,
            found: BTreeMap::new(),
        }
    }

    /// Counts one entry, whatever it is.
    pub fn count(&mut self) -> Result<(), Refused> {
        self.entries += 1;
        match self.entries > ENTRIES {
            true => Err(Refused(words::too_many_entries(ENTRIES))),
            false => Ok(()),
        }
    }

    /// Looks at one file under its path in the submission. `read` is called if it is the file of an exercise.
    ///
    /// # Errors
    /// If its name leads out of the submission: whoever made that archive did not do so by accident.
    pub fn offer(
        &mut self,
        path: &str,
        read: impl FnOnce() -> Result<Vec<u8>, String>,
    ) -> Result<(), Refused> {
        let path = path.replace('\\', "/");
        // It is shown, and an archive may hold any name.
        let shown = text::line(&path);
        let climbs = || Refused(words::leads_out(&shown));
        if path.starts_with('/') || path.contains('\0') || path.get(1..2) == Some(":") {
            return Err(climbs());
        }
        let parts: Vec<&str> = path
            .split('/')
            .filter(|part| !matches!(*part, "" | "."))
            .collect();
        if parts.contains(&"..") {
            return Err(climbs());
        }
        let Some((file, folders)) = parts.split_last() else {
            return Ok(());
        };
        if folders.len() > DEPTH || !folders.iter().all(|folder| is_open(folder)) {
            return Ok(());
        }
        let is_it = |name: &str| {
            let stem = file.get(..name.len()).zip(file.get(name.len()..));
            stem.is_some_and(|(stem, rest)| {
                stem.eq_ignore_ascii_case(name) && rest.eq_ignore_ascii_case(".rs")
            })
        };
        let exercises = &self.course.exercises;
        let Some(number) = exercises.iter().position(|exercise| is_it(&exercise.name)) else {
            return Ok(());
        };
        let exercise = &exercises[number];
        let expected = format!("{}.rs", exercise.name);
        let beside = folders.iter().rev().map(|folder| &**folder);
        let rank = match beside.take(2).collect::<Vec<&str>>()[..] {
            [chapter, "exercises"] if chapter == exercise.chapter => 0,
            [chapter, ..] if chapter == exercise.chapter => 1,
            _ => 2,
        };
        let text = match **file == *expected {
            true => read(),
            false => Err(words::other_letters(&shown, &expected)),
        };
        self.taken += text.as_ref().map_or(0, Vec::len);
        if self.taken > TAKEN {
            return Err(Refused(words::too_much(TAKEN)));
        }
        let found = Found {
            rank,
            path: shown,
            text,
        };
        self.found.entry(number).or_default().push(found);
        Ok(())
    }

    /// What was handed in under this name.
    pub fn finish(self, name: &str, texts: &mut Texts) -> Submission {
        let mut submission = Submission {
            name: name.to_owned(),
            ..Submission::default()
        };
        for (number, mut found) in self.found {
            let exercise = &self.course.exercises[number].name;
            let best = found.iter().map(|it| it.rank).min();
            found.retain(|it| Some(it.rank) == best);
            found.sort_by(|one, other| one.path.cmp(&other.path));
            // A copy that says the same is no second answer.
            found.dedup_by(|later, first| later.text.is_ok() && later.text == first.text);
            let fault = match &found[..] {
                [first, second, ..] => words::handed_in_twice(exercise, &first.path, &second.path),
                [
                    Found {
                        text: Err(fault), ..
                    },
                ] => fault.clone(),
                [
                    Found {
                        text: Ok(text),
                        path,
                        ..
                    },
                ] => {
                    let handed = Handed {
                        path: path.clone(),
                        text: texts.one(text),
                    };
                    submission.files.insert(exercise.clone(), handed);
                    continue;
                }
                [] => continue,
            };
            submission.faults.insert(exercise.clone(), fault);
        }
        submission
    }
}

/// Texts, each once in memory: most of what a course hands in is still as it was handed out.
#[derive(Default)]
pub struct Texts(BTreeMap<String, std::sync::Arc<[u8]>>);

impl Texts {
    fn one(&mut self, text: &[u8]) -> std::sync::Arc<[u8]> {
        let print = Fingerprint::default().value(text).finish();
        let text = self.0.entry(print).or_insert_with(|| text.into());
        std::sync::Arc::clone(text)
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;

    fn course() -> Course {
        let mut info =
            "format = 2\ntitle = \"T\"\n[[chapters]]\nname = \"a\"\ntitle = \"A\"\n".to_owned();
        for name in ["mse", "mlp"] {
            info.push_str(&format!(
                "[[exercises]]\nname = \"{name}\"\nchapter = \"a\"\nteaches = \"x\"\n"
            ));
        }
        Course::parse(Path::new("/c"), &info).expect("sound")
    }

    fn picked(paths: &[(&str, &str)]) -> Result<Submission, Refused> {
        let course = course();
        let mut pick = Pick::new(&course);
        for (path, text) in paths {
            pick.count()?;
            pick.offer(path, || Ok(text.as_bytes().to_vec()))?;
        }
        Ok(pick.finish("anna", &mut Texts::default()))
    }

    #[test]
    fn the_file_of_an_exercise_is_found_wherever_it_lies_and_the_best_place_counts() {
        // What lies where, and which path counts.
        type Row<'a> = (&'a [(&'a str, &'a str)], Option<&'a str>);
        let table: [Row<'_>; 9] = [
            (&[("mse.rs", "1")], Some("mse.rs")),
            (
                &[("my/exercises/a/mse.rs", "1"), ("mse.rs", "2")],
                Some("my/exercises/a/mse.rs"),
            ),
            (&[("a/mse.rs", "1"), ("old/mse.rs", "2")], Some("a/mse.rs")),
            (&[("solutions/a/mse.rs", "1")], None),
            (&[(".git/mse.rs", "1"), ("x/target/mse.rs", "2")], None),
            (&[("mse.rs.txt", "1"), ("mse", "2"), ("nmse.rs", "3")], None),
            (
                &[("x\\exercises\\a\\mse.rs", "1")],
                Some("x/exercises/a/mse.rs"),
            ),
            (
                &[("./exercises//a/mse.rs", "1")],
                Some("./exercises//a/mse.rs"),
            ),
            (&[("x/mse.rs", "1"), ("y/mse.rs", "1")], Some("x/mse.rs")),
        ];
        for (paths, expected) in table {
            let submission = picked(paths).expect("taken");
            let path = submission.files.get("mse").map(|it| it.path.as_str());
            assert_eq!(path, expected, "{paths:?}");
            assert_eq!(submission.faults.len(), 0, "{paths:?}");
        }
    }

    #[test]
    fn what_is_not_one_file_under_its_own_name_is_told_and_costs_that_exercise_alone() {
        let table: [(&[(&str, &str)], &str); 3] = [
            (
                &[("x/mse.rs", "1"), ("y/mse.rs", "2"), ("mlp.rs", "3")],
                "mse was handed in twice, as x/mse.rs and as y/mse.rs. Leave one of them.",
            ),
            (
                &[("MSE.rs", "1"), ("mlp.rs", "3")],
                "MSE.rs was not taken: its name has to be mse.rs, letter by letter.",
            ),
            (
                &[("mse.rs", "1"), ("mse.RS", "1"), ("mlp.rs", "3")],
                "mse was handed in twice, as mse.RS and as mse.rs. Leave one of them.",
            ),
        ];
        for (paths, expected) in table {
            let submission = picked(paths).expect("taken");
            assert_eq!(
                submission.faults.get("mse").map(String::as_str),
                Some(expected)
            );
            assert!(submission.files.contains_key("mlp") && submission.files.len() == 1);
        }
    }

    #[test]
    fn a_name_that_leads_out_refuses_the_whole_submission() {
        for path in [
            "../mse.rs",
            "a/../../x",
            "/etc/mse.rs",
            "C:\\mse.rs",
            "a\\..\\b",
            "a\0b",
        ] {
            assert!(picked(&[("mse.rs", "1"), (path, "2")]).is_err(), "{path:?}");
        }
        let many: Vec<(&str, &str)> = vec![("a", ""); ENTRIES + 1];
        assert!(picked(&many).is_err());
        assert!(picked(&many[1..]).is_ok());
    }
}
