//! The glossary as lines.

use crate::runner::course::{Course, Term};
use crate::runner::plain::sentence::harmless;
use crate::runner::problem::Problem;
use crate::runner::words::plain::glossary as words;

/// Every term with the exercise that introduces it and what it means.
pub fn list(course: &Course) -> Vec<String> {
    let terms = course.glossary.terms();
    if terms.is_empty() {
        return vec![words::none().to_owned()];
    }
    let widest = |text: fn(&Term) -> &str| {
        let widths = terms.iter().map(|term| text(term).chars().count());
        widths.max().unwrap_or(0)
    };
    let name = widest(|term| &term.name);
    let exercise = widest(|term| &term.exercise);
    let padded = |text: &str, width: usize| format!("{text:<width$}");
    let line = |term: &Term| {
        let columns = [
            padded(&term.name, name),
            padded(&term.exercise, exercise),
            term.meaning.clone(),
        ];
        columns.join("  ")
    };
    terms.iter().map(line).collect()
}

/// What a term means, and where it is introduced.
pub fn explained(course: &Course, term: &Term) -> Vec<String> {
    let mut lines = vec![format!("{}: {}", term.name, term.meaning)];
    if !term.also.is_empty() {
        lines.push(words::also_written(term.also.join(", ")));
    }
    if let Some(exercise) = course.exercise(&term.exercise) {
        let chapter = course.chapter(&exercise.chapter);
        let chapter = chapter.map_or("", |chapter| &chapter.title);
        lines.push(words::introduced(&exercise.name, chapter, exercise.path()));
    }
    lines
}

/// What plain mode answers to what was typed behind its command.
pub fn answer(course: &Course, typed: &str) -> Result<Vec<String>, Problem> {
    if typed.is_empty() {
        let mut lines = list(course);
        if !course.glossary.terms().is_empty() {
            lines.push(words::explains().to_owned());
        }
        return Ok(lines);
    }
    if let Some(term) = course.glossary.find(typed) {
        let mut lines = explained(course, term);
        lines.push(words::goes_there(&term.exercise));
        return Ok(lines);
    }
    let next = match (course.exercise(typed), course.glossary.near(typed)) {
        (Some(exercise), _) => words::is_an_exercise(&exercise.name),
        (None, Some(near)) => words::meant_while_watching(&near.name),
        (None, None) => words::list_while_watching().to_owned(),
    };
    Err(Problem::new(words::no_term(harmless(typed)), next))
}
