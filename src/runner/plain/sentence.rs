//! What the screen draws, in words. No input or output here.

use std::time::Duration;

use crate::report::Curve;
use crate::report::number::spoken;
use crate::runner::countdown::Left;
use crate::runner::course::{Course, Exercise};
use crate::runner::event::{CompilerMessage, Level};
use crate::runner::outcome::{CheckOutcome, CheckState, HealthLine, Numbers, Outcome, Verdict};
use crate::runner::text::{self, units};
use crate::runner::words::judge::numbers as judge;
use crate::runner::words::plain::{
    checks as words, exercise as exercise_words, training as training_words,
};

/// "1 case", "2 cases", for those who write exercises.
pub fn count(number: usize, what: &str) -> String {
    let ending = if number == 1 { "" } else { "s" };
    format!("{number} {what}{ending}")
}

/// Text of a program that is not trusted, on one line and without anything that moves a cursor.
pub fn harmless(text: &str) -> String {
    text::line(text)
}

/// What is left of a budget.
pub fn budget(left: Left) -> String {
    let whole = |duration: Duration| duration.as_secs_f64().ceil();
    words::time_left(whole(left.left), whole(left.of))
}

/// What an exercise is.
pub fn exercise(course: &Course, exercise: &Exercise) -> String {
    let chapter = course
        .chapters
        .iter()
        .find(|it| it.name == exercise.chapter);
    let title = chapter.map_or(exercise.chapter.as_str(), |chapter| chapter.title.as_str());
    let (name, teaches) = (&exercise.name, &exercise.teaches);
    exercise_words::introduction(name, title, teaches, exercise.path())
}

/// What the compiler said: an error as the compiler shows it, a warning in one line, and over either `words`, what it
/// means.
pub fn compiler(message: &CompilerMessage, words: Option<&str>) -> Vec<String> {
    let mut lines: Vec<String> = words.map(harmless).into_iter().collect();
    match message.level {
        Level::Error => {
            let rendered = text::plain(&message.rendered);
            lines.extend(rendered.trim_end().lines().map(str::to_owned));
        }
        Level::Warning => {
            let place = message.place.as_deref().unwrap_or(words::the_file());
            lines.push(words::warning(place, harmless(&message.summary)));
        }
    }
    lines
}

/// What is kept of one curve: where it is, and how much of it was no number.
#[derive(Clone, Debug, PartialEq)]
pub struct Series {
    name: String,
    last: f32,
    values: usize,
    lost: usize,
}

impl Series {
    /// A curve without a value yet.
    pub fn new(name: &str) -> Series {
        Series {
            name: name.to_owned(),
            last: 0.0,
            values: 0,
            lost: 0,
        }
    }

    /// Its name, as the learner's program gave it.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// One more value.
    pub fn add(&mut self, value: f32) {
        self.last = value;
        self.values += 1;
        self.lost += usize::from(!value.is_finite());
    }

    /// Where it is: "loss 0.1120".
    pub fn now(&self) -> String {
        format!("{} {}", harmless(&self.name), spoken(self.last))
    }

    /// Where it ended, and where the reference's did.
    pub fn end(&self, reference: &[Curve]) -> String {
        let ended = training_words::curve_ended(harmless(&self.name), spoken(self.last));
        let mut sentences = vec![ended];
        let theirs = reference.iter().find(|curve| curve.series == self.name);
        if let Some((_, theirs)) = theirs.and_then(|curve| curve.points.last()) {
            sentences.push(training_words::reference_ended(spoken(*theirs)));
        }
        match (self.lost, self.values) {
            (0, _) => {}
            (1, 1) => sentences.push(training_words::only_value_lost().to_owned()),
            (1, values) => sentences.push(training_words::one_value_lost(values)),
            (lost, values) => sentences.push(training_words::values_lost(lost, values)),
        }
        sentences.join(" ")
    }
}

/// What came of one check, with the diagnosis first and the numbers under it.
pub fn check(check: &CheckOutcome) -> Vec<String> {
    let name = &check.name;
    let mut lines = vec![match (check.state, check.failed, check.cases) {
        (CheckState::Passed, _, 1) => words::case_agrees(name),
        (CheckState::Passed, _, cases) => words::cases_agree(name, cases),
        (CheckState::Failed, 1, 1) => words::only_case_disagrees(name),
        (CheckState::Failed, 1, cases) => words::case_disagrees(name, cases),
        (CheckState::Failed, failed, cases) => words::cases_disagree(name, failed, cases),
        (CheckState::Todo, ..) => words::not_written(name),
        (CheckState::Panicked, ..) => words::check_panicked(name),
        (CheckState::Skipped, ..) => words::not_judged(name),
    }];
    if let Some(diagnosis) = &check.diagnosis {
        lines.push(format!("  {}", diagnosis.message));
    }
    if let Some(found) = &check.numbers {
        lines.extend(numbers(found).into_iter().map(|line| format!("  {line}")));
    }
    lines.iter().map(|line| harmless(line)).collect()
}

fn numbers(numbers: &Numbers) -> Vec<String> {
    let mut lines = Vec::new();
    if !numbers.case.is_empty() {
        lines.push(words::smallest_case(&numbers.case));
    }
    for (name, value) in &numbers.inputs {
        lines.push(words::input(name, value));
    }
    if numbers.of > 0 {
        let (part, off, of) = (&numbers.part, numbers.off, numbers.of);
        let how_much = match (part.is_empty(), off, of) {
            (true, 1, 1) => words::single_answer_off().to_owned(),
            (true, ..) => words::answer_off(off, of),
            (false, 1, 1) => words::single_part_off(part),
            (false, ..) => words::part_off(part, off, of),
        };
        lines.push(match numbers.tolerance.is_empty() {
            true => how_much,
            false => format!("{how_much} {}", words::tolerance(&numbers.tolerance)),
        });
    }
    for row in &numbers.rows {
        let values = match row.element == judge::all() {
            true => words::whole_off(&row.yours, &row.expected),
            false => words::element_off(&row.element, &row.yours, &row.expected),
        };
        lines.push(match row.error.is_empty() {
            true => values,
            false => format!("{values} {}", words::error(&row.error)),
        });
    }
    let rows = numbers.map.iter().enumerate();
    let off: Vec<String> = rows
        .filter(|(_, row)| row.iter().any(|off| *off))
        .map(|(row, _)| row.to_string())
        .collect();
    if numbers.map.len() > 1 && !off.is_empty() {
        let some = off.len() < numbers.map.len();
        lines.push(match some {
            true => words::rows_off(off.join(", ")),
            false => words::every_row_off().to_owned(),
        });
    }
    lines
}

/// One thing that is not well with a training.
pub fn health(line: &HealthLine) -> String {
    format!("{} {}", words::health(), harmless(&line.message))
}

/// What was not well with the trainings of a check, for its verdict. The numbers are those of the end.
pub fn unwell(outcome: &Outcome) -> Vec<String> {
    outcome.health.iter().map(health).collect()
}

/// How the whole ended.
pub fn outcome(outcome: &Outcome) -> Vec<String> {
    let name = &outcome.name;
    let failed = outcome.checks.iter();
    let failed = failed
        .filter(|check| check.state != CheckState::Passed)
        .count();
    let sentence = match (outcome.verdict, outcome.checks.len()) {
        (Verdict::Passed, 1) => words::passed_one(name),
        (Verdict::Passed, checks) => words::passed(name, checks),
        (Verdict::Failed, 1) => words::only_check_failed(name),
        (Verdict::Failed, checks) => words::failed(name, failed, checks),
        (Verdict::Todo, _) => words::todo(name),
        (Verdict::CompileError, _) => words::does_not_compile(name),
        (Verdict::Panicked, _) => words::panicked(name),
        (Verdict::TimedOut, _) => words::timed_out(name),
        (Verdict::OutOfMemory, _) => words::out_of_memory(name),
        (Verdict::NoAnswer, _) => words::no_answer(name),
        (Verdict::Piece, _) => {
            let piece = outcome.piece.as_ref();
            let piece = piece.map_or(words::another_exercise(), |piece| piece.name.as_str());
            words::waits(name, piece)
        }
        (Verdict::Cancelled, _) => words::cancelled(name),
        (Verdict::NoCrates, _) => words::no_crates(name),
        (Verdict::CannotCheck, _) => words::not_checked(name),
    };
    let mut lines = vec![sentence];
    lines.extend(outcome.message.clone());
    if !matches!(
        outcome.verdict,
        Verdict::Piece | Verdict::Cancelled | Verdict::NoCrates | Verdict::CannotCheck
    ) {
        let timings = &outcome.timings;
        lines.push(words::times(
            units::duration(timings.build),
            units::duration(timings.run),
            units::duration(timings.total),
        ));
    }
    // A message may have several lines: the panic of a library, for one.
    let lines = lines.iter().flat_map(|line| line.lines());
    lines.map(harmless).collect()
}

#[cfg(test)]
mod tests;
