//! The glossary on the screen: which terms are shown, and which one is selected.

use crate::runner::course::{Course, Term};
use crate::runner::tui::place::{Overlay, Screen};

/// The state of the glossary.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Glossary {
    /// The screen that one goes back to.
    pub from: Screen,
    /// What lay on top of it.
    pub under: Option<Overlay>,
    /// The terms of the lesson it was opened from, in the order in which they stand there, as positions in the glossary
    /// of the course.
    pub own: Vec<usize>,
    /// What was typed to narrow the list.
    pub filter: String,
    /// Whether keys go into the filter.
    pub typing: bool,
    /// The row that is selected, of those that are shown.
    pub at: usize,
    /// Whether the last key opened it: the same key once more is `gg`.
    pub just_opened: bool,
}

impl Glossary {
    /// The terms that are shown, as positions in the glossary of the course: those of the lesson first, and where
    /// something is looked for, those that begin with it.
    pub fn shown(&self, course: &Course) -> Vec<usize> {
        let terms = course.glossary.terms();
        let wanted = self.filter.trim().to_lowercase();
        if wanted.is_empty() {
            let others = (0..terms.len()).filter(|at| !self.own.contains(at));
            return self.own.iter().copied().chain(others).collect();
        }
        let has = |at: &usize, is_it: &dyn Fn(&str) -> bool| {
            let mut spellings = terms[*at].spellings();
            spellings.any(|spelling| is_it(&spelling.to_lowercase()))
        };
        let found = (0..terms.len()).filter(|at| has(at, &|it| it.contains(&wanted)));
        let (first, rest): (Vec<usize>, Vec<usize>) =
            found.partition(|at| has(at, &|it| it.starts_with(&wanted)));
        [first, rest].concat()
    }

    /// How many of the rows are terms of the lesson.
    pub fn of_lesson(&self) -> usize {
        match self.filter.trim().is_empty() {
            true => self.own.len(),
            false => 0,
        }
    }

    /// The term that is selected, if any is shown.
    pub fn selected<'c>(&self, course: &'c Course) -> Option<(usize, &'c Term)> {
        let at = *self.shown(course).get(self.at)?;
        Some((at, course.glossary.terms().get(at)?))
    }

    /// Moves the selection.
    pub fn step(&mut self, course: &Course, by: isize) {
        let last = self.shown(course).len().saturating_sub(1);
        self.at = self.at.saturating_add_signed(by).min(last);
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;

    fn course() -> Course {
        let root = Path::new("/c");
        let info = "format = 2\ntitle = \"T\"\n[[chapters]]\nname = \"a\"\ntitle = \"A\"\n\
                    [[exercises]]\nname = \"one\"\nchapter = \"a\"\nteaches = \"x\"\n";
        let mut course = Course::parse(root, info).expect("sound");
        let terms = ["axis", "batch", "learning rate", "ReLU", "seed"].map(|name| {
            format!("[[terms]]\nname = \"{name}\"\nmeaning = \"M.\"\nexercise = \"one\"\n")
        });
        let toml = terms
            .concat()
            .replace("\"axis\"", "\"axis\"\nalso = [\"axes\"]");
        course.glossary =
            crate::runner::course::Glossary::parse(root, &toml, &course).expect("sound");
        course
    }

    #[test]
    fn the_terms_of_the_lesson_come_first_and_what_begins_as_it_was_typed() {
        let course = course();
        let table: [(&[usize], &str, &[&str]); 6] = [
            (&[], "", &["axis", "batch", "learning rate", "ReLU", "seed"]),
            (
                &[4, 1],
                "",
                &["seed", "batch", "axis", "learning rate", "ReLU"],
            ),
            (&[4], "r", &["ReLU", "learning rate"]),
            (&[4], " RA ", &["learning rate"]),
            (&[], "axes", &["axis"]),
            (&[], "z", &[]),
        ];
        for (own, filter, expected) in table {
            let glossary = Glossary {
                own: own.to_vec(),
                filter: filter.to_owned(),
                ..Glossary::default()
            };
            let shown = glossary.shown(&course);
            let names: Vec<&str> = shown
                .iter()
                .map(|at| course.glossary.terms()[*at].name.as_str())
                .collect();
            assert_eq!(names, expected, "{own:?} {filter:?}");
            let first = glossary
                .selected(&course)
                .map(|(_, term)| term.name.as_str());
            assert_eq!(first, expected.first().copied());
        }
    }

    #[test]
    fn the_selection_stays_on_a_term() {
        let course = course();
        let mut glossary = Glossary::default();
        for (by, at) in [(1, 1), (9, 4), (-1, 3), (isize::MIN / 2, 0), (-1, 0)] {
            glossary.step(&course, by);
            assert_eq!(glossary.at, at, "{by}");
        }
    }
}
