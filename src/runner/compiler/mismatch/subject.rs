//! What a mismatch is about: an argument, a result, or a place.

use std::fmt::Display;

use crate::runner::compiler::facts::{Facts, code_at, quote};
use crate::runner::words::compiler::mismatch as words;

/// The function of which an argument is wrong.
pub(in crate::runner::compiler) fn called(facts: &Facts) -> Option<String> {
    let (place, _) = facts.labelled("arguments to this")?;
    let quoted = quote(&code_at(place))?;
    let name = quoted.split("::<").next().unwrap_or_default();
    Some(name.trim_matches('`').to_owned())
}

/// Whether it is the result of a function that is wrong.
pub(in crate::runner::compiler) fn returned(facts: &Facts) -> bool {
    facts.labelled("because of return type").is_some()
}

/// What is expected, and what is found, by their names: "`select` takes `Labels`, whole numbers, but `x` is a number".
pub(in crate::runner::compiler) fn differs(
    facts: &Facts,
    wanted: impl Display,
    found: impl Display,
) -> String {
    match called(facts) {
        Some(function) => words::argument(function, wanted, it(facts), found),
        None if returned(facts) => words::result(wanted, it(facts), found),
        None => words::here(wanted, it(facts), found),
    }
}

/// What is expected, where it need not be said what is found.
pub(in crate::runner::compiler) fn is_other(facts: &Facts, wanted: impl Display) -> String {
    match called(facts) {
        Some(function) => words::argument_else(function, wanted, it(facts)),
        None if returned(facts) => words::result_else(wanted, it(facts)),
        None => words::here_else(wanted, it(facts)),
    }
}

/// What the error points at: its code in backquotes, or "this".
pub(in crate::runner::compiler) fn it(facts: &Facts) -> String {
    facts.quoted().unwrap_or_else(|| words::this().to_owned())
}

/// The operator of which the error is the right side: the left one has the type that is expected.
pub(in crate::runner::compiler) fn right_operand(facts: &Facts) -> Option<&'static str> {
    const SIGNS: [&str; 11] = ["+", "-", "*", "/", "%", "<", ">", "<=", ">=", "==", "!="];
    let before = facts.before();
    let (operand, sign) = before.trim_end().rsplit_once(' ')?;
    let is_operand = |letter: char| letter.is_alphanumeric() || "_)]\"".contains(letter);
    let known = SIGNS.into_iter().find(|known| *known == sign)?;
    operand.trim_end().ends_with(is_operand).then_some(known)
}
