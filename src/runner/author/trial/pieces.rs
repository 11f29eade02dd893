//! What an exercise is composed of: the solution of the same pieces, each of them needed, and none of them judged unsolved.

use std::sync::Arc;

use super::Trial;
use crate::runner::author::metadata::line_of;
use crate::runner::author::proven::Proof;
use crate::runner::check::{CheckRequest, refused};
use crate::runner::outcome::Verdict;
use crate::runner::problem::Problem;
use crate::runner::process::Stop;
use crate::runner::source::Source;

impl Trial<'_> {
    pub(super) fn pieces(&self, seed: u64, proof: &mut Proof) {
        let name = &self.exercise.name;
        let names = |source: &Source| -> Vec<String> {
            let pieces = source.pieces(self.course).into_iter();
            pieces.map(|(piece, _)| piece.name.clone()).collect()
        };
        let (unsolved, solution) = (
            &self.programs.unsolved.source,
            &self.programs.candidate.source,
        );
        let (pieces, solved) = (names(unsolved), names(solution));
        if let Some(piece) = pieces.iter().find(|piece| !solved.contains(piece)) {
            let problem = Problem::new(
                format!("`{name}` includes `{piece}`, and its solution does not."),
                "write the same `#[path = ...]` and `pub mod` into the solution",
            );
            proof.faults.push(problem.at(self.exercise.solution()));
        }
        if let Some(piece) = solved.iter().find(|piece| !pieces.contains(piece)) {
            let problem = Problem::new(
                format!("The solution of `{name}` includes `{piece}`, and the exercise does not."),
                "write the same `#[path = ...]` and `pub mod` into the exercise",
            );
            proof.faults.push(problem.at(self.exercise.path()));
        }
        let is_left_out = |piece: &&String| !self.course.builds_on(self.exercise, piece);
        for piece in pieces.iter().filter(is_left_out) {
            let info = std::fs::read_to_string(self.course.root.join("info.toml"));
            let line = line_of(&info.unwrap_or_default(), "[[exercises]]", name);
            let problem = Problem::new(
                format!(
                    "`{name}` includes `{piece}`, but its entry does not say that it needs it."
                ),
                format!("add `{piece}` to the `needs` of its entry"),
            );
            proof
                .faults
                .push(problem.at(format_args!("info.toml:{line}")));
        }
        if pieces.is_empty() {
            return;
        }
        let request = CheckRequest {
            course: Arc::clone(self.patient),
            exercise: name.clone(),
            seed,
        };
        // As a learner has it who begins with the last exercise: no piece is solved.
        let outcome = refused(&request, unsolved, &Stop::default());
        let piece = outcome.as_ref().and_then(|outcome| outcome.piece.as_ref());
        let what = match (&outcome, piece) {
            (Some(outcome), None) => format!(
                "The pieces of `{name}` cannot be checked: {}",
                outcome.message.clone().unwrap_or_default()
            ),
            (_, Some(piece)) if piece.verdict == Verdict::CompileError => {
                format!("The piece `{}` of `{name}` does not compile.", piece.name)
            }
            (_, Some(_)) => return,
            (None, None) => {
                format!(
                    "`{name}` is checked although no piece of it is solved: unsolved, every piece passes."
                )
            }
        };
        let next = "put the `todo!()` back that learners replace there";
        proof
            .faults
            .push(Problem::new(what, next).at(self.exercise.path()));
    }
}
