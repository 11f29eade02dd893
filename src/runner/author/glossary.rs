//! The glossary beside the lessons: a term stands in the lesson that introduces it, and in none before that.

use std::collections::HashSet;
use std::fs;

use super::{lesson, metadata};
use crate::runner::course::{Course, GLOSSARY};
use crate::runner::problem::Problem;
use crate::runner::workspace::exercise;

/// What is wrong with the terms. The order is that of the course, in which whatever an exercise needs comes before it. A
/// lesson that is missing has been told of.
pub fn faults(course: &Course) -> Vec<Problem> {
    let glossary = &course.glossary;
    let mut faults = glossary.strays().to_vec();
    let mut introduced = HashSet::new();
    let mut missing = HashSet::new();
    for (at, exercise) in course.exercises.iter().enumerate() {
        let text = fs::read_to_string(course.exercise_path(exercise)).unwrap_or_default();
        let lesson = exercise::lesson(&text);
        if lesson.trim().is_empty() {
            missing.insert(&exercise.name);
            continue;
        }
        for mention in glossary.first_mentions(&lesson, &exercise.name) {
            let term = &glossary.terms()[mention.term];
            if term.exercise == exercise.name {
                introduced.insert(mention.term);
                continue;
            }
            if course
                .position(&term.exercise)
                .is_some_and(|first| first > at)
            {
                let written = lesson[mention.range.clone()].replace('\n', " ");
                let what = format!(
                    "The lesson of `{}` uses \"{written}\", which the lesson of `{}` introduces only later.",
                    exercise.name, term.exercise
                );
                let next = "explain it here and name this exercise in the glossary, or say it in other words; `not_in` is for a word that means something else";
                let line =
                    lesson::before(&text) + lesson[..mention.range.start].matches('\n').count();
                let place = format!("{}:{}", exercise.path(), line + 1);
                faults.push(Problem::new(what, next).at(place));
            }
        }
    }
    let toml = fs::read_to_string(course.root.join(GLOSSARY)).unwrap_or_default();
    for (at, term) in glossary.terms().iter().enumerate() {
        if introduced.contains(&at) || missing.contains(&term.exercise) {
            continue;
        }
        let what = format!(
            "The lesson of `{}` is to introduce \"{}\", and does not contain it.",
            term.exercise, term.name
        );
        let next = "explain it there, name the exercise that does, or give the spelling of the lesson with `also`";
        let line = metadata::line_of(&toml, "[[terms]]", &term.name);
        faults.push(Problem::new(what, next).at(format_args!("{GLOSSARY}:{line}")));
    }
    faults
}

#[cfg(test)]
mod tests {
    use super::*;

    const INFO: &str = "format = 2\ntitle = \"T\"\n[[chapters]]\nname = \"a\"\ntitle = \"A\"\n\
                        [[exercises]]\nname = \"one\"\nchapter = \"a\"\nteaches = \"x\"\n\
                        [[exercises]]\nname = \"two\"\nchapter = \"a\"\nteaches = \"x\"\n";
    const TERMS: &str = "[[terms]]\nname = \"batch\"\nmeaning = \"M.\"\nexercise = \"one\"\n\
                         [[terms]]\nname = \"learning rate\"\nmeaning = \"M.\"\nexercise = \"two\"\n";

    /// What a fault says, and its place.
    type Told<'t> = (&'t str, &'t str);

    /// What is wrong with two lessons, each fault with its place.
    fn told(one: &str, two: &str) -> Vec<(String, String)> {
        let folder = tempfile::tempdir().expect("a temporary folder");
        for (path, text) in [
            ("info.toml", INFO),
            ("glossary.toml", TERMS),
            ("exercises/a/one.rs", one),
            ("exercises/a/two.rs", two),
        ] {
            let path = folder.path().join(path);
            fs::create_dir_all(path.parent().expect("a folder")).expect("made");
            fs::write(path, text).expect("written");
        }
        let course = Course::open(folder.path()).expect("sound");
        let found = faults(&course).into_iter();
        found
            .map(|it| (it.what, it.place.unwrap_or_default()))
            .collect()
    }

    #[test]
    fn a_term_belongs_into_the_lesson_that_introduces_it_and_into_none_before() {
        let one = "//! # One\n//!\n//! A **batch** is this.\n\nfn main() {}\n";
        let two = "//! # Two\n//!\n//! Batches have a **learning\n//! rate**.\n\nfn main() {}\n";
        let early = "\n//! # One\n//!\n//! A **batch**, and the `learning rate`.\n//! The learning\n//! rate is that.\n";
        let table: [(&str, &str, &[Told<'_>]); 5] = [
            (one, two, &[]),
            (
                early,
                two,
                &[(
                    "The lesson of `one` uses \"learning rate\", which the lesson of `two` introduces only later.",
                    "exercises/a/one.rs:5",
                )],
            ),
            (
                "//! # One\n",
                two,
                &[(
                    "The lesson of `one` is to introduce \"batch\", and does not contain it.",
                    "glossary.toml:1",
                )],
            ),
            (
                one,
                "//! # Two\n//!\n//! A batch, a `learning rate`, *a learning rate*.\n",
                &[(
                    "The lesson of `two` is to introduce \"learning rate\", and does not contain it.",
                    "glossary.toml:5",
                )],
            ),
            // That there is no lesson is told elsewhere.
            (one, "fn main() {}\n", &[]),
        ];
        for (one, two, expected) in table {
            let found = told(one, two);
            let found: Vec<Told<'_>> = found
                .iter()
                .map(|(what, place)| (what.as_str(), place.as_str()))
                .collect();
            assert_eq!(found, expected, "{one}{two}");
        }
    }
}
