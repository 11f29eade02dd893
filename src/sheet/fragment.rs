//! A check in fragments: what is sent, kept and read again is one case at a time, so that a check may be of any size.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use super::{Case, Check, Variation};

/// A part of a check on its way.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Fragment<'a> {
    /// The next case.
    Case(Cow<'a, Case>),
    /// The next variation.
    Variation(Cow<'a, Variation>),
    /// The end: all the rest of the check.
    Rest(Box<Check>),
}

impl Check {
    /// The fragments of the check, in order.
    pub fn fragments(&self) -> impl Iterator<Item = Fragment<'_>> {
        let cases = self.cases.iter().map(Cow::Borrowed).map(Fragment::Case);
        let variations = self.variations.iter().map(Cow::Borrowed);
        let rest = std::iter::once_with(|| Fragment::Rest(Box::new(self.rest())));
        cases.chain(variations.map(Fragment::Variation)).chain(rest)
    }

    /// The check without its cases and variations.
    fn rest(&self) -> Check {
        Check {
            name: self.name.clone(),
            function: self.function.clone(),
            catches: self.catches,
            repeat: self.repeat.clone(),
            kind: self.kind,
            inputs: self.inputs.clone(),
            parts: self.parts.clone(),
            curves: self.curves.clone(),
            mistakes: self.mistakes.clone(),
            cases: Vec::new(),
            variations: Vec::new(),
        }
    }
}

/// Fragments that have arrived.
#[derive(Debug, Default)]
pub struct Collected {
    cases: Vec<Case>,
    variations: Vec<Variation>,
}

impl Collected {
    /// Takes the next fragment. With the last one the check is there.
    pub fn add(&mut self, fragment: Fragment<'_>) -> Option<Check> {
        match fragment {
            Fragment::Case(case) => self.cases.push(case.into_owned()),
            Fragment::Variation(variation) => self.variations.push(variation.into_owned()),
            Fragment::Rest(rest) => {
                let Collected { cases, variations } = std::mem::take(self);
                return Some(Check {
                    cases,
                    variations,
                    ..*rest
                });
            }
        }
        None
    }
}
