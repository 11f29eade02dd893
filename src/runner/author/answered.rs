//! What a reference answers, for a proof. Where it trains for that, it is worked out once for each version of the check and
//! the library, and kept beside the sheets of the learner.

use crate::runner::build::Product;
use crate::runner::course::{Course, Exercise};
use crate::runner::problem::Problem;
use crate::runner::reference::{Kept, Reference};
use crate::sheet::{Check, Depth};

/// A running reference, and where its answers for one seed are kept.
pub struct Answered<'a, 'b> {
    reference: &'a mut Reference<'b>,
    kept: Option<Kept>,
    seed: u64,
}

impl<'a, 'b> Answered<'a, 'b> {
    /// `built` is the check that runs as `reference`.
    pub fn of(
        course: &Course,
        exercise: &Exercise,
        built: &Product,
        reference: &'a mut Reference<'b>,
        seed: u64,
    ) -> Answered<'a, 'b> {
        // What is answered in no time is asked for again: sheets of many seeds take room on disk.
        let print = built.print.as_ref().filter(|_| exercise.trains);
        Answered {
            reference,
            kept: print.map(|print| Kept::of(course, exercise, seed, print)),
            seed,
        }
    }

    /// One check of the plan. `None` where it was stopped.
    pub fn check(&mut self, number: usize, depth: Depth) -> Result<Option<Check>, Problem> {
        let known = self.kept.as_ref().and_then(|it| it.check(number, depth));
        if known.is_some() {
            return Ok(known);
        }
        let check = self
            .reference
            .check(number, self.seed, depth, &mut |_, _| {})?;
        if let (Some(kept), Some(check)) = (&self.kept, &check) {
            kept.keep_check(number, depth, check);
        }
        Ok(check)
    }
}
