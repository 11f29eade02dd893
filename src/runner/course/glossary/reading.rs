//! Reading a glossary from its file, each fault told with its line.

use std::collections::HashMap;
use std::io::ErrorKind;
use std::path::Path;

use serde::Deserialize;
use toml::Spanned;

use super::{GLOSSARY, Glossary, Term};
use crate::runner::course::Course;
use crate::runner::course::fault::Source;
use crate::runner::problem::Problem;
use crate::runner::regular_file::{self, TEXT};
use crate::runner::text;
use crate::runner::words::plain::course as course_words;
use crate::runner::words::plain::glossary as words;

/// The file.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[serde(default)]
    terms: Vec<Entry>,
}

/// A term in it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    name: Spanned<String>,
    #[serde(default)]
    also: Vec<Spanned<String>>,
    meaning: Spanned<String>,
    exercise: Spanned<String>,
    #[serde(default)]
    not_in: Vec<Spanned<String>>,
}

impl Glossary {
    /// The glossary of a course; an empty one where there is no file.
    pub fn open(root: &Path, course: &Course) -> Result<Glossary, Problem> {
        let path = root.join(GLOSSARY);
        match regular_file::read_text(&path, TEXT) {
            Ok(text) => Glossary::parse(root, &text, course),
            Err(error) if error.kind() == ErrorKind::NotFound => Ok(Glossary::default()),
            Err(error) => {
                let problem = Problem::new(words::unreadable(error), words::mend_or_remove());
                Err(problem.at(path.display()))
            }
        }
    }

    /// The glossary of a course, from the text of its file.
    pub fn parse(root: &Path, toml: &str, course: &Course) -> Result<Glossary, Problem> {
        let source = Source {
            path: root.join(GLOSSARY),
            toml,
        };
        let file: File = toml::from_str(toml).map_err(|error| {
            source.fault(
                error.span(),
                words::malformed(error.message()),
                course_words::mend_that_line(),
            )
        })?;
        let (mut terms, mut strays) = (Vec::new(), Vec::new());
        let mut taken: HashMap<String, String> = HashMap::new();
        for entry in file.terms {
            source.term(&entry, &mut taken)?;
            strays.extend(source.unknown_exercise(&entry, course));
            if course.exercise(entry.exercise.get_ref()).is_none() {
                continue;
            }
            terms.push(Term {
                name: text::line(entry.name.get_ref()),
                also: entry
                    .also
                    .iter()
                    .map(|it| text::line(it.get_ref()))
                    .collect(),
                meaning: text::line(entry.meaning.get_ref()),
                exercise: entry.exercise.into_inner(),
                not_in: entry.not_in.into_iter().map(Spanned::into_inner).collect(),
            });
        }
        terms.sort_by_cached_key(|term| term.name.to_lowercase());
        Ok(Glossary { terms, strays })
    }
}

impl Source<'_> {
    /// Refuses a term with something wrong in itself, or beside what is `taken`: the spellings of the terms before it, each
    /// with its term.
    fn term(&self, entry: &Entry, taken: &mut HashMap<String, String>) -> Result<(), Problem> {
        let name = entry.name.get_ref();
        for spelling in std::iter::once(&entry.name).chain(&entry.also) {
            let written = spelling.get_ref().trim().to_lowercase();
            if written.is_empty() {
                let what = words::empty_spelling().to_owned();
                return Err(self.fault(Some(spelling.span()), what, words::write_it()));
            }
            if let Some(other) = taken.insert(written, name.clone()) {
                let what = words::twice(spelling.get_ref(), other);
                return Err(self.fault(Some(spelling.span()), what, words::keep_one()));
            }
        }
        if entry.meaning.get_ref().trim().is_empty() {
            let what = words::no_meaning(name);
            return Err(self.fault(Some(entry.meaning.span()), what, words::write_it()));
        }
        Ok(())
    }

    /// The first exercise of an entry that the course does not have.
    fn unknown_exercise(&self, entry: &Entry, course: &Course) -> Option<Problem> {
        let mut exercises = std::iter::once(&entry.exercise).chain(&entry.not_in);
        let unknown = exercises.find(|it| course.exercise(it.get_ref()).is_none())?;
        let what = words::unknown_exercise(entry.name.get_ref(), unknown.get_ref());
        Some(self.fault(Some(unknown.span()), what, words::name_an_exercise()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const INFO: &str = "format = 2\ntitle = \"T\"\n[[chapters]]\nname = \"a\"\ntitle = \"A\"\n\
                        [[exercises]]\nname = \"one\"\nchapter = \"a\"\nteaches = \"x\"\n";

    fn read(toml: &str) -> Result<Glossary, Problem> {
        let root = Path::new("/c");
        let course = Course::parse(root, INFO).expect("sound");
        Glossary::parse(root, toml, &course)
    }

    fn term(name: &str, rest: &str) -> String {
        format!("[[terms]]\nname = \"{name}\"\nmeaning = \"M.\"\nexercise = \"one\"\n{rest}")
    }

    #[test]
    fn terms_are_in_alphabetical_order_whatever_their_capitals() {
        let toml = [term("sum", ""), term("Adam", ""), term("axis", "")].concat();
        let glossary = read(&toml).expect("sound");
        let names: Vec<&str> = glossary.terms().iter().map(|it| it.name.as_str()).collect();
        assert_eq!(names, ["Adam", "axis", "sum"]);
        assert_eq!(read("").map(|it| it.terms().len()), Ok(0));
    }

    #[test]
    fn every_fault_of_a_glossary_is_told_with_its_line() {
        let table = [
            ("terms = ".to_owned(), "malformed", ":1:9"),
            (
                term("sum", "plural = \"sums\"\n"),
                "unknown field `plural`",
                ":5:1",
            ),
            (term(" ", ""), "is empty", ":2:8"),
            (
                term("sum", "also = [\"total\", \"\"]\n"),
                "is empty",
                ":5:18",
            ),
            (
                term("sum", "").replace("\"M.\"", "\"\""),
                "does not say what \"sum\" means",
                ":3:11",
            ),
            (
                [term("sum", ""), term("Sum", "")].concat(),
                "\"Sum\" is there twice: it is already written for \"sum\"",
                ":6:8",
            ),
            (
                [term("axis", "also = [\"axes\"]\n"), term("axes", "")].concat(),
                "\"axes\" is there twice: it is already written for \"axis\"",
                ":7:8",
            ),
        ];
        for (toml, what, place) in table {
            let problem = read(&toml).expect_err(what);
            assert!(problem.what.contains(what), "{problem}");
            let place = format!("glossary.toml{place}");
            assert!(
                problem
                    .place
                    .as_deref()
                    .is_some_and(|at| at.ends_with(&place)),
                "{problem}"
            );
        }
    }

    #[test]
    fn an_exercise_that_is_not_there_is_told_and_keeps_no_course_from_opening() {
        let what = "The term \"sum\" names the exercise `two`, which the course does not have";
        // The entry, where the exercise stands, and whether the term stays.
        let table = [
            (
                term("sum", "").replace("\"one\"", "\"two\""),
                ":4:12",
                false,
            ),
            (term("sum", "not_in = [\"one\", \"two\"]\n"), ":5:18", true),
        ];
        for (toml, place, stays) in table {
            let glossary = read(&[toml, term("axis", "")].concat()).expect("sound");
            assert_eq!(glossary.find("sum").is_some(), stays, "{place}");
            assert!(glossary.find("axis").is_some());
            let [stray] = glossary.strays() else {
                panic!("{:?}", glossary.strays());
            };
            assert!(stray.what.contains(what), "{stray}");
            let at = stray.place.as_deref().unwrap_or_default();
            assert!(at.ends_with(&format!("glossary.toml{place}")), "{stray}");
        }
    }
}
