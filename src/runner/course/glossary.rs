//! The glossary: every term of the course, what it means, and the exercise whose lesson introduces it.

mod mention;
mod reading;
mod term;

use crate::runner::problem::Problem;
use term::forms;

pub use mention::Mention;
pub use term::Term;

/// The file, relative to the course. A course need not have one.
pub const GLOSSARY: &str = "glossary.toml";

/// The terms of a course, in alphabetical order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Glossary {
    terms: Vec<Term>,
    strays: Vec<Problem>,
}

impl Glossary {
    /// Every term, in alphabetical order.
    pub fn terms(&self) -> &[Term] {
        &self.terms
    }

    /// What names an exercise that the course does not have. A course that was made shorter works all the same: a term that
    /// nothing introduces is left out.
    pub fn strays(&self) -> &[Problem] {
        &self.strays
    }

    /// The term that is written like this, or in the plural, in capitals or small letters.
    pub fn find(&self, typed: &str) -> Option<&Term> {
        let typed = typed.trim().to_lowercase();
        let is_typed = |spelling: &str| forms(&spelling.to_lowercase()).contains(&typed);
        self.terms
            .iter()
            .find(|term| term.spellings().any(is_typed))
    }

    /// The term that somebody may have meant who typed something that is none.
    pub fn near(&self, typed: &str) -> Option<&Term> {
        let typed = typed.trim().to_lowercase();
        let spellings = || {
            self.terms.iter().flat_map(|term| {
                let written = term.spellings().map(str::to_lowercase);
                written.map(move |spelling| (spelling, term))
            })
        };
        let known: Vec<String> = spellings().map(|(spelling, _)| spelling).collect();
        let known: Vec<&str> = known.iter().map(String::as_str).collect();
        let near = similar::get_close_matches(typed.as_str(), &known, 1, 0.6);
        let near = near.first()?;
        spellings().find_map(|(spelling, term)| (spelling == **near).then_some(term))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn glossary() -> Glossary {
        let term = |name: &str, also: &[&str]| Term {
            name: name.to_owned(),
            also: also.iter().map(|it| (*it).to_owned()).collect(),
            meaning: "Something.".to_owned(),
            exercise: "one".to_owned(),
            not_in: Vec::new(),
        };
        let terms = vec![
            term("axis", &["axes"]),
            term("batch", &[]),
            term("learning rate", &[]),
            term("ReLU", &[]),
        ];
        Glossary {
            terms,
            strays: Vec::new(),
        }
    }

    #[test]
    fn a_term_is_found_however_it_is_typed_and_a_slip_has_a_neighbour() {
        let glossary = glossary();
        // What is typed, the term that it is, and where it is none the one that is meant.
        let table = [
            ("batch", Some("batch"), None),
            (" Batches ", Some("batch"), None),
            ("AXES", Some("axis"), None),
            ("relu", Some("ReLU"), None),
            ("Learning Rate", Some("learning rate"), None),
            ("lerning rate", None, Some("learning rate")),
            ("bacth", None, Some("batch")),
            ("axsi", None, Some("axis")),
            ("zebra", None, None),
            ("", None, None),
        ];
        for (typed, found, near) in table {
            let name = |term: Option<&Term>| term.map(|term| term.name.clone());
            assert_eq!(name(glossary.find(typed)).as_deref(), found, "{typed:?}");
            if found.is_none() {
                assert_eq!(name(glossary.near(typed)).as_deref(), near, "{typed:?}");
            }
        }
    }
}
