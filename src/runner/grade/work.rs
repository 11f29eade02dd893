//! Pieces of work: one text of one exercise, however many handed it in.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::Arc;

use super::mentions::mentions;
use super::print::Prints;
use super::submission::Submission;
use crate::runner::course::Course;
use crate::runner::fingerprint::Fingerprint;
use crate::runner::source::Files;

/// One text of one exercise, with the earlier files of the same submission that it may include.
pub struct Work {
    /// The fingerprint of everything that its verdict follows from.
    pub key: String,
    /// The exercise.
    pub exercise: String,
    /// The texts.
    pub files: Arc<Files>,
    /// The works of the earlier exercises among them, each with its exercise's name. They are graded first.
    pub pieces: BTreeMap<String, usize>,
    /// How many handed it in.
    pub by: usize,
}

/// All there is to grade.
#[derive(Default)]
pub struct Works {
    /// Each once. What is needed by another one comes before it.
    pub all: Vec<Work>,
    /// Which of them belongs to each exercise of each submission, in the order of the submissions.
    pub of: Vec<BTreeMap<String, usize>>,
}

impl Works {
    /// What these submissions are, for the exercises of a course.
    pub fn of(course: &Course, prints: &Prints, submissions: &[Submission]) -> Works {
        let mut works = Works::default();
        let mut numbers: BTreeMap<String, usize> = BTreeMap::new();
        for submission in submissions {
            let mut of: BTreeMap<String, usize> = BTreeMap::new();
            // In the order of the course, so earlier exercises have their works already.
            for exercise in &course.exercises {
                let name = &exercise.name;
                if !submission.files.contains_key(name) {
                    continue;
                }
                let together = together(course, submission, name);
                let files: Files = together
                    .iter()
                    .map(|(path, _, text)| (path.clone(), Arc::clone(text)))
                    .collect();
                let key = Fingerprint::default()
                    .value(prints.get(name))
                    .value(together.len());
                // The path as text: a path is hashed by its parts, in a way of the system's own.
                let key = files.iter().fold(key, |key, (path, text)| {
                    key.value((path.to_string_lossy().into_owned(), text))
                });
                // Those that come later are no pieces that could be graded first.
                let pieces = together
                    .iter()
                    .filter_map(|(_, piece, _)| Some((piece.clone(), *of.get(piece)?)));
                let pieces = pieces.collect();
                let key = key.finish();
                let number = *numbers.entry(key.clone()).or_insert_with(|| {
                    works.all.push(Work {
                        key,
                        exercise: name.clone(),
                        files: Arc::new(files),
                        pieces,
                        by: 0,
                    });
                    works.all.len() - 1
                });
                works.all[number].by += 1;
                of.insert(name.clone(), number);
            }
            works.of.push(of);
        }
        works
    }
}

/// The file of an exercise and those that it may include, itself or through others: path, exercise, text.
fn together(
    course: &Course,
    submission: &Submission,
    name: &str,
) -> Vec<(PathBuf, String, Arc<[u8]>)> {
    let mut found: Vec<(PathBuf, String, Arc<[u8]>)> = Vec::new();
    let mut open = vec![name];
    while let Some(name) = open.pop() {
        let (Some(exercise), Some(handed)) = (course.exercise(name), submission.files.get(name))
        else {
            continue;
        };
        if found.iter().any(|(_, known, _)| known == name) {
            continue;
        }
        let text = Arc::clone(&handed.text);
        open.extend(
            mentions(course, &text)
                .into_iter()
                .map(|it| it.name.as_str()),
        );
        found.push((exercise.path().into(), name.to_owned(), text));
    }
    found
}
