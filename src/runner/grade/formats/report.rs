//! What a system is told of one submission.

use std::collections::BTreeMap;

use crate::runner::grade::line::{CheckLine, Line};
use crate::runner::grade::score;

/// One submission.
pub struct Report<'a> {
    /// Whose it is.
    pub submission: &'a str,
    /// The name of the course.
    pub course: &'a str,
    /// Its lines, one for each exercise.
    pub lines: &'a [Line],
    /// How long its files took to grade, in seconds.
    pub seconds: f64,
    /// When it was graded, as `2026-12-01T12:00:00Z`.
    pub now: &'a str,
}

/// One row of what a system shows: a check, or an exercise of which no check was judged.
pub struct Row<'a> {
    /// The exercise.
    pub line: &'a Line,
    /// The check.
    pub check: Option<&'a CheckLine>,
}

impl<'a> Report<'a> {
    /// One for each submission. `times` has the seconds of each piece of work.
    pub fn all(
        course: &'a str,
        lines: &'a [Line],
        times: &BTreeMap<String, f64>,
        now: &'a str,
    ) -> Vec<Report<'a>> {
        let together = lines.chunk_by(|one, other| one.submission == other.submission);
        let reports = together.map(|lines| Report {
            submission: &lines[0].submission,
            course,
            lines,
            seconds: lines
                .iter()
                .filter_map(|line| times.get(line.key.as_deref()?))
                .sum(),
            now,
        });
        reports.collect()
    }

    /// The points it got.
    pub fn score(&self) -> f64 {
        score::sum(self.lines.iter().map(|line| line.score))
    }

    /// The points it could have got.
    pub fn max_score(&self) -> f64 {
        score::sum(self.lines.iter().map(|line| line.max_score))
    }

    /// How many of its exercises passed.
    pub fn passed(&self) -> usize {
        self.lines.iter().filter(|line| line.has_passed()).count()
    }

    /// Its checks, exercise by exercise.
    pub fn rows(&self) -> impl Iterator<Item = Row<'a>> {
        let lines = self.lines.iter();
        lines.flat_map(|line| {
            let checks = line.checks.iter().map(Some);
            let none = line.checks.is_empty().then_some(None);
            checks.chain(none).map(move |check| Row { line, check })
        })
    }
}

impl Row<'_> {
    /// Its name: `mse`, or `heads: split`.
    pub fn name(&self) -> String {
        let exercise = &self.line.exercise;
        match self.check {
            Some(check) if check.name != *exercise => format!("{exercise}: {}", check.name),
            _ => exercise.clone(),
        }
    }

    /// Whether it passed.
    pub fn passed(&self) -> bool {
        self.check.is_some_and(|check| check.passed)
    }

    /// The points it got.
    pub fn score(&self) -> f64 {
        self.check.map_or(self.line.score, |check| check.score)
    }

    /// The points it could have got.
    pub fn max_score(&self) -> f64 {
        self.check
            .map_or(self.line.max_score, |check| check.max_score)
    }

    /// One word: the state of the check, or the verdict of the exercise.
    pub fn state(&self) -> &str {
        self.check
            .map_or(self.line.verdict.as_str(), |check| check.state)
    }

    /// What the learner reads: why it did not pass. Empty where it passed.
    pub fn said(&self) -> String {
        let own = self.check.and_then(|check| check.diagnosis.as_ref());
        let own = own.map(|diagnosis| diagnosis.message.clone());
        let whole = self.line.message.clone().filter(|_| !self.passed());
        let compiler = self.line.compiler.iter().map(|error| {
            let words = error.in_words.as_deref().unwrap_or(&error.message);
            match &error.place {
                Some(place) => format!("{place}: {words}"),
                None => words.to_owned(),
            }
        });
        let compiler: Vec<String> = compiler.filter(|_| self.check.is_none()).collect();
        let said: Vec<String> = own.or(whole).into_iter().chain(compiler).collect();
        said.join("\n")
    }
}
