//! What a sheet says of itself, without anybody answering it.

use super::Trial;
use crate::runner::author::proven::Proof;
use crate::runner::problem::Problem;
use crate::sheet::{Check, CheckKind};

impl Trial<'_> {
    /// Checks without cases, mistakes without a name or a sentence of their own.
    pub(super) fn sheet_itself(&self, sheet: &[Check], proof: &mut Proof) {
        if sheet.is_empty() {
            let problem = Problem::new(
                "It checks nothing.",
                "end its `main` with `Reference::of(...)` and `.run()`",
            );
            proof.faults.push(problem.at(self.exercise.check()));
        }
        let trains = sheet.iter().any(|check| check.kind == CheckKind::Training);
        if trains != self.exercise.trains {
            let name = &self.exercise.name;
            let (what, next) = if trains {
                (
                    format!(
                        "`{name}` trains, but its entry does not say so: it would be built without optimisation."
                    ),
                    "write `trains = true` into its entry in `info.toml`",
                )
            } else {
                (
                    format!("The entry of `{name}` says that it trains, but no check of it does."),
                    "take `trains = true` out of its entry in `info.toml`",
                )
            };
            proof.faults.push(Problem::new(what, next).at("info.toml"));
        }
        for check in sheet {
            let name = &check.name;
            let place = self.place(name);
            let mut tell = |what: String, next: &str| {
                let problem = Problem::new(what, next);
                proof.faults.push(problem.at(&place));
            };
            if check.cases.is_empty() {
                let next = "make some with `.case(...)` and `.cases(...)`";
                tell(format!("The check `{name}` has no cases."), next);
            }
            for (at, mistake) in check.mistakes.iter().enumerate() {
                let id = &mistake.id;
                if check.mistakes[..at].iter().any(|other| other.id == *id) {
                    let what = format!("Two mistakes of `{name}` are called `{id}`.");
                    tell(what, "give each a name of its own");
                }
                if mistake.sentence.trim().is_empty() {
                    let what = format!("The mistake `{id}` of `{name}` has no sentence.");
                    tell(what, "say what was done, and what it should be");
                }
            }
            if check.mistakes.is_empty() && !check.cases.iter().all(|case| case.last) {
                proof.notes.push(format!(
                    "The check `{name}` knows no mistakes, so learners read of patterns and numbers only."
                ));
            }
        }
    }
}
