//! Conditions, and what stands behind `!` and `-`: what is neither `true` nor `false`, and what has no opposite.

use super::expected::expected_and_found;
use super::facts::{Facts, ticked};
use super::text::is_text;
use super::types::Type;
use crate::runner::words::compiler::condition as words;

/// See the module.
pub fn explain(facts: &Facts) -> Option<String> {
    match facts.code {
        "E0308" => wanted(facts),
        "E0600" => turned(facts),
        "E0277" => {
            let (by, wanted) = facts.bounds().into_iter().next()?;
            let negated = wanted.is("Neg") && by.is_unsigned();
            negated.then(|| words::negative(by.named().map_or("", |(name, _)| name)))
        }
        "E0005" => {
            let left_out = facts.label().strip_prefix("pattern ")?;
            Some(words::refutable(ticked(left_out).first()?))
        }
        _ => None,
    }
}

fn is_list(found: &Type) -> bool {
    found.is("Vec") || matches!(found, Type::Array(_, _))
}

/// What the error points at, if it can be repeated in a sentence and something may stand behind it.
fn repeated(facts: &Facts) -> Option<String> {
    let code = facts.quoted()?;
    let code = code.trim_matches('`').to_owned();
    let part = |letter: char| letter.is_alphanumeric() || "_.()[]!".contains(letter);
    code.chars().all(part).then_some(code)
}

/// Something else where `true` or `false` is wanted.
fn wanted(facts: &Facts) -> Option<String> {
    let (expected, found) = expected_and_found(facts)?;
    if !expected.is("bool") {
        return None;
    }
    let code = repeated(facts)?;
    let inner = found.behind_references();
    match code.strip_prefix('!') {
        Some(number) => inner.is_whole().then(|| words::turned_number(number)),
        None if inner.is("Option") => Some(words::option(code)),
        None if is_list(inner) => Some(words::list(code)),
        None if is_text(inner) => Some(words::text(code)),
        None => None,
    }
}

/// `!` and `-` before what has no opposite.
fn turned(facts: &Facts) -> Option<String> {
    let quoted = ticked(&facts.message);
    let [sign, found] = quoted[..] else {
        return None;
    };
    let found = Type::parse(found)?;
    if sign == "-" && found.is_unsigned() {
        return Some(words::negative(found.named()?.0));
    }
    if sign != "!" {
        return None;
    }
    let code = repeated(facts)?;
    let code = code.strip_prefix('!')?;
    let inner = found.behind_references();
    match inner {
        list if is_list(list) => Some(words::turned_list(code)),
        option if option.is("Option") => Some(words::turned_option(code)),
        number if number.is_float() => Some(words::turned_float(code)),
        _ => None,
    }
}
