//! `glossary`.

use std::io::Write;

use super::status::Status;
use crate::runner::checks::NoOutcome;
use crate::runner::course::{Course, Term};
use crate::runner::json;
use crate::runner::plain::glossary;
use crate::runner::problem::Problem;
use crate::runner::words::plain::glossary as words;

/// Every term, or the one that was typed.
pub fn show(
    out: &mut impl Write,
    course: &Course,
    typed: &str,
    json: bool,
) -> Result<Status, NoOutcome> {
    let named = match typed.trim().is_empty() {
        true => None,
        false => Some(term(course, typed)?),
    };
    if json {
        let terms: Vec<&Term> = match named {
            Some(term) => vec![term],
            None => course.glossary.terms().iter().collect(),
        };
        let text = json::glossary(course, &terms);
        writeln!(
            out,
            "{}",
            text.map_err(|error| NoOutcome::Output(error.into()))?
        )?;
        return Ok(Status::Good);
    }
    let lines = match named {
        Some(term) => glossary::explained(course, term),
        None => glossary::list(course),
    };
    for line in lines {
        writeln!(out, "{line}")?;
    }
    Ok(Status::Good)
}

/// The term that was typed. An unknown one is answered with the nearest.
fn term<'c>(course: &'c Course, typed: &str) -> Result<&'c Term, Problem> {
    course.glossary.find(typed).ok_or_else(|| {
        let next = match course.glossary.near(typed) {
            Some(near) => words::did_you_mean(&near.name),
            None => words::list_terms().to_owned(),
        };
        Problem::new(words::no_term(typed), next)
    })
}
