//! A check in fragments: what is sent, kept and read again is one case at a time, so that a check may be of any size.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use super::{Case, Check, Variation};

/// A part of a check on its way.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Fragment<'a> {
    /// The next case.
    Case(Cow<'a, Case>),
    /// All the rest of the check. It is whole but for its variations, which follow.
    Rest(Box<Check>),
    /// The next variation.
    Variation(Cow<'a, Variation>),
    /// Nothing follows.
    End,
}

impl Check {
    /// The fragments of the check, in order.
    pub fn fragments(&self) -> impl Iterator<Item = Fragment<'_>> {
        let cases = self.cases.iter().map(Cow::Borrowed).map(Fragment::Case);
        let variations = self.variations.iter().map(Cow::Borrowed);
        let rest = std::iter::once_with(|| Fragment::Rest(Box::new(self.rest())));
        let variations = variations.map(Fragment::Variation);
        cases.chain(rest).chain(variations).chain([Fragment::End])
    }

    /// The check without its cases and variations.
    fn rest(&self) -> Check {
        Check {
            name: self.name.clone(),
            function: self.function.clone(),
            catches: self.catches,
            repeat: self.repeat.clone(),
            interruption: self.interruption.clone(),
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
    rest: Option<Box<Check>>,
    variations: Vec<Variation>,
}

impl Collected {
    /// Takes the next fragment. With the last one the check is there.
    pub fn add(&mut self, fragment: Fragment<'_>) -> Option<Check> {
        match fragment {
            Fragment::Case(case) => self.cases.push(case.into_owned()),
            Fragment::Rest(rest) => self.rest = Some(rest),
            Fragment::Variation(variation) => self.variations.push(variation.into_owned()),
            Fragment::End => return self.so_far(),
        }
        None
    }

    /// Whether all that decides has arrived: only variations are still to come, which explain.
    pub fn decides(&self) -> bool {
        self.rest.is_some()
    }

    /// The check with the variations that have arrived, once all that decides has.
    pub fn so_far(&mut self) -> Option<Check> {
        let rest = self.rest.take()?;
        let Collected {
            cases, variations, ..
        } = std::mem::take(self);
        Some(Check {
            cases,
            variations,
            ..*rest
        })
    }
}
