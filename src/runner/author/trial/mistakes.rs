//! The mistakes that a sheet names: each is rejected under its own name, and no two are alike.

use std::collections::BTreeSet;

use super::{Taken, Trial};
use crate::runner::author::proven::Proof;
use crate::runner::judge::{answers_of_mistake, judge, mistakes_alike};
use crate::runner::outcome::CheckState;
use crate::runner::problem::Problem;
use crate::sheet::Check;

impl Trial<'_> {
    /// Keeps of the mistakes that no seed has told apart so far those that this one does not tell apart either.
    pub(super) fn see_alike(&mut self, sheet: &[Check]) {
        let checks = sheet.iter().enumerate();
        let now: BTreeSet<_> = checks
            .flat_map(|(number, check)| {
                let at = |id: &str| check.mistakes.iter().position(|other| other.id == id);
                let pairs = mistakes_alike(check).into_iter();
                pairs.filter_map(move |(first, second)| Some((number, at(&first)?, at(&second)?)))
            })
            .collect();
        self.alike = Some(match self.alike.take() {
            None => now,
            Some(before) => before.intersection(&now).copied().collect(),
        });
    }

    /// Every mistake of a check, judged by the answers the reference gave for it.
    pub(super) fn rejected(&mut self, number: usize, check: &Check, seed: u64) {
        for (at, mistake) in check.mistakes.iter().enumerate() {
            let judged = answers_of_mistake(check, at);
            if judged.is_empty() {
                let next = "give it a case that is not a `last_case`";
                let what = "no case runs it.";
                self.tell_of_mistake(check, &mistake.id, seed, what, next);
                continue;
            }
            let outcome = judge(check, &judged);
            let named = outcome
                .diagnosis
                .as_ref()
                .and_then(|found| found.id.as_deref());
            if outcome.state == CheckState::Passed {
                let next = "add a case in which it differs from the solution";
                self.tell_of_mistake(check, &mistake.id, seed, "it passes.", next);
            } else if named != Some(mistake.id.as_str()) {
                let twin = check
                    .mistakes
                    .iter()
                    .position(|other| named == Some(other.id.as_str()));
                // Of two mistakes with one sentence, it does not matter which is found: that sentence is true of both.
                if twin.is_some_and(|twin| check.mistakes[twin].sentence == mistake.sentence) {
                    continue;
                }
                let message = outcome
                    .diagnosis
                    .map_or_else(String::new, |found| found.message);
                let pair = twin.map(|twin| (number, twin.min(at), twin.max(at)));
                let so_far = self.alike.as_ref();
                let pair = pair.filter(|pair| so_far.is_some_and(|all| all.contains(pair)));
                match pair {
                    // Where no seed tells the two apart, that is said at the end, once.
                    Some(pair) => self.taken.push(Taken {
                        pair,
                        seed,
                        at,
                        message,
                    }),
                    None => self.tell_unnamed(check, &mistake.id, seed, &message),
                }
            }
        }
    }

    /// The mistakes that were taken for another one on one seed, which a later seed does tell apart.
    pub(super) fn tell_taken(&mut self, sheet: &[Check]) {
        for taken in std::mem::take(&mut self.taken) {
            let alike = self.alike.as_ref();
            if alike.is_none_or(|all| !all.contains(&taken.pair)) {
                let check = &sheet[taken.pair.0];
                let id = &check.mistakes[taken.at].id;
                self.tell_unnamed(check, id, taken.seed, &taken.message);
            }
        }
    }

    /// The mistakes that no seed has told apart.
    pub(super) fn tell_alike(&mut self, sheet: &[Check], proof: &mut Proof) {
        for (check, first, second) in self.alike.take().unwrap_or_default() {
            let check = &sheet[check];
            let (one, other) = (&check.mistakes[first].id, &check.mistakes[second].id);
            let problem = Problem::new(
                format!(
                    "The mistakes `{one}` and `{other}` of `{}` cannot be told apart: they answer alike in every case.",
                    check.name
                ),
                "add a case in which they differ, or take one of them out",
            );
            proof.faults.push(problem.at(self.place(other)));
        }
    }

    fn tell_unnamed(&mut self, check: &Check, id: &str, seed: u64, message: &str) {
        let what = format!("it is rejected but not named; a learner would read: {message}");
        let next = "add a case in which it differs from what it is taken for";
        self.tell_of_mistake(check, id, seed, &what, next);
    }

    fn tell_of_mistake(&mut self, check: &Check, id: &str, seed: u64, what: &str, next: &str) {
        self.tally.tell(
            format!("mistake {} {id} {next}", check.name),
            seed,
            format!(
                "the mistake `{id}` of `{}` is not caught: {what}",
                check.name
            ),
            next,
            self.place(id),
        );
    }
}
