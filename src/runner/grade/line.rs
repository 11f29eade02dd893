//! One line of `results.jsonl`: a submission and an exercise. Fields may be added; none goes or changes its meaning.

use serde::Serialize;

use super::graded::{CompilerError, Graded};
use super::score::Score;
use crate::runner::course::Exercise;
use crate::runner::outcome::{CheckOutcome, CheckState, Verdict};

/// The version of the lines.
pub const SCHEMA: u32 = 1;

/// Verdicts of a file that was not judged.
pub const MISSING: &str = "missing";
/// The same, where there is something that was not taken.
pub const REFUSED: &str = "refused";

/// A submission and an exercise.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Line {
    /// The version.
    pub schema: u32,
    /// Whose it is.
    pub submission: String,
    /// The exercise.
    pub exercise: String,
    /// Its chapter.
    pub chapter: String,
    /// How it ended, in one word.
    pub verdict: String,
    /// The points it got.
    pub score: f64,
    /// The points it could have got.
    pub max_score: f64,
    /// One entry for each check. Empty where nothing was judged.
    pub checks: Vec<CheckLine>,
    /// What can be said of the whole.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub message: Option<String>,
    /// The earlier exercise that has to pass first.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub piece: Option<String>,
    /// The first errors of the compiler.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub compiler: Vec<CompilerError>,
    /// Where the file lay in the submission.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub file: Option<String>,
    /// Whether the file is as the course hands it out.
    pub untouched: bool,
    /// How many submissions have this very text, this one included, where more than one has and it is not as it was handed out.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub shared_by: Option<usize>,
    /// The name of its file in `graded`, without `.json`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub key: Option<String>,
}

/// One check of it.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct CheckLine {
    /// The name of the check.
    pub name: String,
    /// Whether every case agrees.
    pub passed: bool,
    /// `passed`, `failed`, `todo`, `panicked` or `skipped`.
    pub state: &'static str,
    /// The points it got.
    pub score: f64,
    /// The points it could have got.
    pub max_score: f64,
    /// Cases that were judged.
    pub cases: usize,
    /// Why it did not pass.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub diagnosis: Option<DiagnosisLine>,
}

/// Why a check did not pass.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct DiagnosisLine {
    /// What sort of explanation it is.
    pub kind: String,
    /// The named mistake, where it is one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    /// The sentence that the learner reads.
    pub message: String,
}

/// What is known of a file besides what came of it.
pub struct Circumstances {
    /// Where it lay.
    pub file: String,
    /// Whether it is as it was handed out.
    pub untouched: bool,
    /// How many handed it in.
    pub by: usize,
}

impl Line {
    /// Of a file that was graded.
    pub fn graded(
        submission: &str,
        exercise: &Exercise,
        graded: &Graded,
        about: Circumstances,
    ) -> Line {
        let outcome = &graded.outcome;
        let score = Score::of(exercise, outcome);
        let checks = outcome.checks.iter().zip(&score.checks);
        Line {
            checks: checks.map(|(it, points)| check(it, *points)).collect(),
            message: outcome.message.clone(),
            piece: outcome.piece.as_ref().map(|piece| piece.name.clone()),
            compiler: graded.errors.clone(),
            file: Some(about.file),
            untouched: about.untouched,
            shared_by: (about.by > 1 && !about.untouched).then_some(about.by),
            key: Some(graded.key.clone()),
            ..Line::plain(submission, exercise, outcome.verdict.word(), score)
        }
    }

    /// Of a file that is not there, or that was not taken for this reason.
    pub fn ungraded(submission: &str, exercise: &Exercise, why: Option<&str>) -> Line {
        let verdict = if why.is_some() { REFUSED } else { MISSING };
        Line {
            message: why.map(str::to_owned),
            ..Line::plain(submission, exercise, verdict, Score::none(exercise))
        }
    }

    fn plain(submission: &str, exercise: &Exercise, verdict: &str, score: Score) -> Line {
        Line {
            schema: SCHEMA,
            submission: submission.to_owned(),
            exercise: exercise.name.clone(),
            chapter: exercise.chapter.clone(),
            verdict: verdict.to_owned(),
            score: score.points,
            max_score: score.most,
            checks: Vec::new(),
            message: None,
            piece: None,
            compiler: Vec::new(),
            file: None,
            untouched: false,
            shared_by: None,
            key: None,
        }
    }

    /// Whether the machine kept it from being judged.
    pub fn is_hindered(&self) -> bool {
        let is = |verdict: Verdict| verdict.is_hindered() && verdict.word() == self.verdict;
        is(Verdict::NoCrates) || is(Verdict::CannotCheck)
    }

    /// Whether it passed.
    pub fn has_passed(&self) -> bool {
        self.verdict == Verdict::Passed.word()
    }
}

fn state(state: CheckState) -> &'static str {
    match state {
        CheckState::Passed => "passed",
        CheckState::Failed => "failed",
        CheckState::Todo => "todo",
        CheckState::Panicked => "panicked",
        CheckState::Skipped => "skipped",
    }
}

fn check(check: &CheckOutcome, (score, max_score): (f64, f64)) -> CheckLine {
    CheckLine {
        name: check.name.clone(),
        passed: check.state == CheckState::Passed,
        state: state(check.state),
        score,
        max_score,
        cases: check.cases,
        diagnosis: check.diagnosis.as_ref().map(|it| DiagnosisLine {
            kind: it.kind.word().to_owned(),
            id: it.id.clone(),
            message: it.message.clone(),
        }),
    }
}
