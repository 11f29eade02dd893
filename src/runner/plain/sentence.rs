//! What the screen draws, in words. No input or output here.

use std::time::Duration;

use crate::report::{Curve, Pictures};
use crate::runner::countdown::Left;
use crate::runner::course::{Course, Exercise};
use crate::runner::event::{CompilerMessage, Level};
use crate::runner::outcome::{CheckOutcome, CheckState, HealthLine, Numbers, Outcome, Verdict};
use crate::runner::text;

/// Captions of one strip that are read out.
const CAPTIONS: usize = 10;

/// A duration as people say it.
pub fn seconds(duration: Duration) -> String {
    format!("{:.2} s", duration.as_secs_f64())
}

/// "1 case", "2 cases".
pub fn count(number: usize, what: &str) -> String {
    let ending = if number == 1 { "" } else { "s" };
    format!("{number} {what}{ending}")
}

/// A measured value. Numbers that are none are called by their name.
pub fn value(value: f32) -> String {
    if value.is_nan() {
        "NaN".to_owned()
    } else if value.is_infinite() {
        let sign = if value < 0.0 { "minus " } else { "" };
        format!("{sign}infinity")
    } else if value != 0.0 && !(1e-3..1e6).contains(&value.abs()) {
        format!("{value:.3e}")
    } else {
        // Four significant digits are what a curve can be read to.
        let before = value.abs().max(1.0).log10() as usize;
        format!("{value:.*}", 4_usize.saturating_sub(before))
    }
}

/// Text of a program that is not trusted, on one line and without anything that moves a cursor.
pub fn harmless(text: &str) -> String {
    text::line(text)
}

/// What is left of a budget.
pub fn budget(left: Left) -> String {
    let whole = |duration: Duration| duration.as_secs_f64().ceil();
    format!("{} of {} s are left.", whole(left.left), whole(left.of))
}

/// How far a learner is.
pub fn progress(done: usize, all: usize) -> String {
    format!("{done} of {} done.", count(all, "exercise"))
}

/// What an exercise is.
pub fn exercise(course: &Course, exercise: &Exercise) -> String {
    let chapter = course
        .chapters
        .iter()
        .find(|it| it.name == exercise.chapter);
    let title = chapter.map_or(exercise.chapter.as_str(), |chapter| chapter.title.as_str());
    format!(
        "Exercise {}, in the chapter \"{title}\": {}. The file is {}.",
        exercise.name,
        exercise.teaches,
        exercise.path()
    )
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
            let place = message.place.as_deref().unwrap_or("the file");
            lines.push(format!(
                "Warning at {place}: {}.",
                harmless(&message.summary)
            ));
        }
    }
    lines
}

/// A strip of pictures.
pub fn pictures(pictures: &Pictures) -> String {
    let all = &pictures.pictures;
    let size = |index: usize| {
        let picture = &all[index];
        let height = picture.pixels.len().checked_div(picture.width).unwrap_or(0);
        format!("{} by {height} pixels", picture.width)
    };
    let mut text = format!(
        "Pictures, {}: {}",
        pictures.title,
        count(all.len(), "picture")
    );
    if !all.is_empty() {
        text.push_str(&format!(" of {}", size(0)));
    }
    text.push('.');
    let known = all.iter().filter_map(|picture| picture.right);
    let (right, known) = known.fold((0, 0), |(right, all), it| {
        (right + usize::from(it), all + 1)
    });
    if known > 0 {
        text.push_str(&format!(" {right} of {known} are right."));
    }
    let captions: Vec<String> = all
        .iter()
        .filter(|picture| !picture.caption.is_empty())
        .take(CAPTIONS)
        .map(|picture| match picture.right {
            Some(false) => format!("{} (wrong)", picture.caption),
            _ => picture.caption.clone(),
        })
        .collect();
    if !captions.is_empty() {
        text.push_str(&format!(" Captions: {}", captions.join("; ")));
        let more = all.len() - captions.len();
        if more > 0 {
            text.push_str(&format!("; ... {more} more"));
        }
        text.push('.');
    }
    harmless(&text)
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
        format!("{} {}", harmless(&self.name), value(self.last))
    }

    /// Where it ended, and where the reference's did.
    pub fn end(&self, reference: &[Curve]) -> String {
        let mut text = format!("{} ended at {}", harmless(&self.name), value(self.last));
        let theirs = reference.iter().find(|curve| curve.series == self.name);
        if let Some((_, theirs)) = theirs.and_then(|curve| curve.points.last()) {
            text.push_str(&format!("; the reference's ended at {}", value(*theirs)));
        }
        if self.lost > 0 {
            let values = count(self.values, "value");
            text.push_str(&format!("; {} of {values} were NaN or infinite", self.lost));
        }
        text + "."
    }
}

/// What came of one check, with the diagnosis first and the numbers under it.
pub fn check(check: &CheckOutcome) -> Vec<String> {
    let name = &check.name;
    let mut lines = vec![match check.state {
        CheckState::Passed => format!(
            "{name}: passed, {} with the reference.",
            match check.cases {
                1 => "1 case agrees".to_owned(),
                cases => format!("{cases} cases agree"),
            }
        ),
        CheckState::Failed => format!(
            "{name}: failed, {} of {} not agree with the reference.",
            check.failed,
            match check.cases {
                1 => "1 case does".to_owned(),
                cases => format!("{cases} cases do"),
            }
        ),
        CheckState::Todo => format!("{name}: not written yet, a todo!() was reached."),
        CheckState::Panicked => format!("{name}: panicked."),
        CheckState::Skipped => {
            format!("{name}: not judged, because something before it ended the run.")
        }
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
        lines.push(format!("The smallest case that fails is {}.", numbers.case));
    }
    for (name, value) in &numbers.inputs {
        lines.push(format!("Input {name} = {value}"));
    }
    if numbers.of > 0 {
        let elements = count(numbers.of, "element");
        let verb = if numbers.off == 1 { "is" } else { "are" };
        let part = if numbers.part.is_empty() {
            "answer"
        } else {
            &numbers.part
        };
        let mut line = format!("In the {part}, {} of {elements} {verb} off", numbers.off);
        if !numbers.tolerance.is_empty() {
            line.push_str(&format!("; the tolerance is {}", numbers.tolerance));
        }
        lines.push(line + ".");
    }
    for row in &numbers.rows {
        let mut line = format!(
            "At {}: yours {}, expected {}",
            row.element, row.yours, row.expected
        );
        if !row.error.is_empty() {
            line.push_str(&format!(", error {}", row.error));
        }
        lines.push(line + ".");
    }
    let rows = numbers.map.iter().enumerate();
    let off: Vec<String> = rows
        .filter(|(_, row)| row.iter().any(|off| *off))
        .map(|(row, _)| row.to_string())
        .collect();
    if numbers.map.len() > 1 && !off.is_empty() {
        let some = off.len() < numbers.map.len();
        lines.push(if some {
            format!(
                "Only these rows, counted from 0, have elements that are off: {}.",
                off.join(", ")
            )
        } else {
            "Every row has elements that are off.".to_owned()
        });
    }
    lines
}

/// One thing that is not well with a training.
pub fn health(line: &HealthLine) -> String {
    format!("Training health: {}", harmless(&line.message))
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
    let of = count(outcome.checks.len(), "check");
    let sentence = match outcome.verdict {
        Verdict::Passed => format!("Passed: {name} agrees with the reference in {of}."),
        Verdict::Failed => format!("Not passed: {failed} of {of} of {name} failed."),
        Verdict::Todo => format!("Not passed: {name} is not finished, a todo!() was reached."),
        Verdict::CompileError => format!("Not passed: {name} does not compile."),
        Verdict::Panicked => format!("Not passed: {name} panicked."),
        Verdict::TimedOut => format!("Not passed: {name} took too long and was stopped."),
        Verdict::OutOfMemory => format!("Not passed: {name} took too much memory and was stopped."),
        Verdict::NoAnswer => format!("Not passed: {name} ended without an answer."),
        Verdict::Piece => {
            let piece = outcome.piece.as_ref();
            let piece = piece.map_or("another exercise", |piece| piece.name.as_str());
            format!("Not checked: {name} uses {piece}, which does not pass yet.")
        }
        Verdict::Cancelled => format!("The check of {name} was cancelled."),
        Verdict::CannotCheck => {
            format!("Not checked: the check of {name} could not run.")
        }
    };
    let mut lines = vec![sentence];
    lines.extend(outcome.message.clone());
    if !matches!(
        outcome.verdict,
        Verdict::Piece | Verdict::Cancelled | Verdict::CannotCheck
    ) {
        let timings = &outcome.timings;
        lines.push(format!(
            "Built in {}, ran in {}, {} in all.",
            seconds(timings.build),
            seconds(timings.run),
            seconds(timings.total)
        ));
    }
    // A message may have several lines: the panic of a library, for one.
    let lines = lines.iter().flat_map(|line| line.lines());
    lines.map(harmless).collect()
}

#[cfg(test)]
mod tests;
