//! Puts what came of the work together, a line for each submission and exercise, always in the same order.

use std::collections::{BTreeMap, BTreeSet};

use super::graded::Graded;
use super::line::{Circumstances, Line};
use super::submission::Submission;
use super::work::Works;
use crate::runner::course::{Course, Exercise};
use crate::runner::regular_file::{self, TEXT};

/// Which works the lines about these exercises need.
pub fn wanted(works: &Works, exercises: &[&Exercise]) -> BTreeSet<usize> {
    let names: BTreeSet<&str> = exercises.iter().map(|it| it.name.as_str()).collect();
    let all = works.of.iter().flatten();
    let wanted = all.filter(|(exercise, _)| names.contains(exercise.as_str()));
    wanted.map(|(_, number)| *number).collect()
}

/// The lines about these exercises, submission by submission, in the order of the course.
pub fn lines(
    course: &Course,
    exercises: &[&Exercise],
    submissions: &[Submission],
    works: &Works,
    graded: &[Option<Graded>],
) -> Vec<Line> {
    let untouched = untouched(course, exercises);
    let by = owners(exercises, submissions);
    let mut lines = Vec::new();
    for (submission, works) in submissions.iter().zip(&works.of) {
        for exercise in exercises {
            let name = exercise.name.as_str();
            let handed = submission.files.get(name);
            let graded = works.get(name).and_then(|work| graded[*work].as_ref());
            let line = match (handed, graded) {
                (Some(handed), Some(graded)) => {
                    let about = Circumstances {
                        file: handed.path.clone(),
                        untouched: untouched
                            .get(name)
                            .is_some_and(|text| **text == *handed.text),
                        by: by.get(&(name, &*handed.text)).map_or(1, |by| *by),
                    };
                    Line::graded(&submission.name, exercise, graded, about)
                }
                _ => {
                    let fault = submission.faults.get(name).or(submission.refused.as_ref());
                    Line::ungraded(&submission.name, exercise, fault.map(String::as_str))
                }
            };
            lines.push(line);
        }
    }
    lines
}

/// The texts that the course hands out. In a folder of a learner's own they lie among the originals.
fn untouched<'a>(course: &Course, exercises: &[&'a Exercise]) -> BTreeMap<&'a str, Vec<u8>> {
    let texts = exercises.iter().filter_map(|exercise| {
        let (chapter, name) = (&exercise.chapter, &exercise.name);
        let original = format!("originals/{chapter}/{name}.rs");
        let original = regular_file::read(&course.state_folder().join(original), TEXT);
        let text = original.or_else(|_| regular_file::read(&course.exercise_path(exercise), TEXT));
        Some((exercise.name.as_str(), text.ok()?))
    });
    texts.collect()
}

/// How many submissions have each text of each exercise.
fn owners<'a>(
    exercises: &[&'a Exercise],
    submissions: &'a [Submission],
) -> BTreeMap<(&'a str, &'a [u8]), usize> {
    let mut by = BTreeMap::new();
    for submission in submissions {
        for exercise in exercises {
            if let Some(handed) = submission.files.get(&exercise.name) {
                *by.entry((exercise.name.as_str(), &*handed.text))
                    .or_insert(0) += 1;
            }
        }
    }
    by
}
