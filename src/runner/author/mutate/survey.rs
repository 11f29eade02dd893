//! What came of the changes of one exercise.

use crate::runner::outcome::{CheckState, DiagnosisKind, Outcome, Verdict};
use crate::runner::problem::Problem;

/// What came of them, with what an author has to look at.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Survey {
    /// The exercise.
    pub exercise: String,
    /// What was tried, in the order of the solution.
    pub tried: Vec<(Mutant, Fate)>,
    /// Changes in all, where only a sample was tried.
    pub of: usize,
    /// What is wrong besides: an entry that is out of date, a solution that does not pass.
    pub faults: Vec<Problem>,
}

/// A solution with one change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mutant {
    /// The solution, relative to the course.
    pub file: String,
    /// The first line that changes, from 1.
    pub number: usize,
    /// The function, constant or type.
    pub inside: String,
    /// The lines, in one.
    pub line: String,
    /// What they become.
    pub becomes: String,
}

/// What became of one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fate {
    /// It does not compile.
    NotCompiled,
    /// The check refuses it.
    Killed(By),
    /// It passes, and an author has said why that is right.
    Equal(String),
    /// It passes.
    Survived,
}

/// What a learner reads of one that is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum By {
    /// The sentence of a mistake of the check.
    Mistake,
    /// That of a pattern: a factor, an axis, an input that is ignored.
    Pattern,
    /// Only that the numbers differ.
    Numbers,
    /// That the program panicked, or did not end in time.
    End,
}

impl Survey {
    /// How many ended like this.
    pub fn count(&self, is_meant: impl Fn(&Fate) -> bool) -> usize {
        let fates = self.tried.iter().map(|(_, fate)| fate);
        fates.filter(|fate| is_meant(fate)).count()
    }

    /// Those that pass without a reason.
    pub fn survivors(&self) -> impl Iterator<Item = &Mutant> {
        let survived = self
            .tried
            .iter()
            .filter(|(_, fate)| *fate == Fate::Survived);
        survived.map(|(mutant, _)| mutant)
    }
}

impl By {
    /// What is read of this outcome.
    pub fn of(outcome: &Outcome) -> By {
        let failed = outcome
            .checks
            .iter()
            .filter(|check| check.state == CheckState::Failed);
        let kinds: Vec<DiagnosisKind> = failed
            .filter_map(|check| Some(check.diagnosis.as_ref()?.kind))
            .collect();
        if outcome.verdict != Verdict::Failed {
            By::End
        } else if kinds.contains(&DiagnosisKind::Mistake) {
            By::Mistake
        } else if kinds.iter().any(|kind| *kind != DiagnosisKind::Values) {
            By::Pattern
        } else {
            By::Numbers
        }
    }
}
