//! One type expected, another found.

mod plain;
mod reference;
mod tensors;

use std::fmt::Display;

use super::facts::{Facts, code_at, quote, ticked};
use super::naming;
use super::types::Type;
use crate::runner::words::compiler::mismatch as words;

/// See the module.
pub fn explain(facts: &Facts) -> Option<String> {
    if facts.code != "E0308" {
        return None;
    }
    if facts.message.contains("have incompatible types") {
        return plain::branches(facts);
    }
    if facts.message.starts_with("arguments to this") {
        return reference::several(facts);
    }
    let (expected, found) = expected_and_found(facts)?;
    nothing(facts, &expected, &found)
        .or_else(|| index(facts, &expected, &found))
        .or_else(|| reference::reference(facts, &expected, &found))
        .or_else(|| tensors::tensors(facts, &expected, &found))
        .or_else(|| tensors::tensor_and_other(facts, &expected, &found))
        .or_else(|| plain::described(&expected, &found))
        .or_else(|| plain::tuples(facts, &expected, &found))
        .or_else(|| plain::vecs(facts, &expected, &found))
        .or_else(|| plain::numbers(facts, &expected, &found))
}

/// What was expected and what was found.
pub fn expected_and_found(facts: &Facts) -> Option<(Type, Type)> {
    let label = facts.label();
    let told = label.strip_prefix("expected ").and_then(|told| {
        let (expected, found) = told.split_once(", found ")?;
        Some((side(expected)?, side(found)?))
    });
    let noted = facts.notes.iter().find_map(|note| {
        let note = note.trim_start();
        let (expected, found) = note.strip_prefix("expected ")?.split_once("found ")?;
        let parse = |text: &str| Type::parse(ticked(text).first()?);
        Some((parse(expected)?, parse(found)?))
    });
    // The label has the whole types, unless they were too long or are only a part of the difference.
    match told {
        Some((expected, found))
            if !expected.is_shortened() && !found.is_shortened() && expected.number().is_none() =>
        {
            Some((expected, found))
        }
        _ => noted,
    }
}

fn side(text: &str) -> Option<Type> {
    match text {
        "integer" => Type::parse("{integer}"),
        "floating-point number" => Type::parse("{float}"),
        _ => Type::parse(text.strip_prefix('`')?.strip_suffix('`')?),
    }
}

/// The function of which an argument is wrong.
fn called(facts: &Facts) -> Option<String> {
    let (place, _) = facts.labelled("arguments to this")?;
    let quoted = quote(&code_at(place))?;
    let name = quoted.split("::<").next().unwrap_or_default();
    Some(name.trim_matches('`').to_owned())
}

/// Whether it is the result of a function that is wrong.
fn returned(facts: &Facts) -> bool {
    facts.labelled("because of return type").is_some()
}

/// What is expected, and what is found, by their names: "`select` takes `Labels`, whole numbers, but `x` is a number".
fn differs(facts: &Facts, wanted: impl Display, found: impl Display) -> String {
    match called(facts) {
        Some(function) => words::argument(function, wanted, it(facts), found),
        None if returned(facts) => words::result(wanted, it(facts), found),
        None => words::here(wanted, it(facts), found),
    }
}

/// What is expected, where it need not be said what is found.
fn is_other(facts: &Facts, wanted: impl Display) -> String {
    match called(facts) {
        Some(function) => words::argument_else(function, wanted, it(facts)),
        None if returned(facts) => words::result_else(wanted, it(facts)),
        None => words::here_else(wanted, it(facts)),
    }
}

/// What the error points at: its code in backquotes, or "this".
fn it(facts: &Facts) -> String {
    facts.quoted().unwrap_or_else(|| words::this().to_owned())
}

/// Nothing where something is expected, or the other way round.
fn nothing(facts: &Facts, expected: &Type, found: &Type) -> Option<String> {
    let unit = |one: &Type| matches!(one, Type::Tuple(parts) if parts.is_empty());
    if unit(found) {
        if expected.is("bool") && facts.text().contains('=') {
            return Some(words::assignment().to_owned());
        }
        let what = naming::of(expected).unwrap_or_else(|| words::value().to_owned());
        if facts.noted("remove this semicolon") {
            return Some(words::semicolon(what));
        }
        let looped = facts.noted("loops evaluate to unit type");
        let ours = looped
            || facts.label().contains("implicitly returns")
            || facts.labelled("implicitly returns").is_some()
            || facts.labelled("because of return type").is_some();
        return ours.then(|| match looped {
            true => words::ends_with_loop(what),
            false => words::no_result(what),
        });
    }
    if unit(expected) {
        if facts.noted("try adding a return type") {
            let promised = naming::code(found).unwrap_or_else(|| "Vector".to_owned());
            return Some(words::no_return_type(promised));
        }
        if facts.labelled("expressions without `else`").is_some() {
            return Some(match facts.quoted() {
                Some(code) => words::lost_in_if(code.trim_matches('`')),
                None => words::long_lost_in_if().to_owned(),
            });
        }
        return facts
            .noted("return this value")
            .then(|| words::lost(it(facts)));
    }
    None
}

/// `tensor[0]` and `tensor[row]`.
fn index(facts: &Facts, expected: &Type, found: &Type) -> Option<String> {
    let Type::Array(element, Some(length)) = expected else {
        return None;
    };
    let inside = facts.line().contains('[');
    if !element.is("usize") || !found.is_number() || !inside {
        return None;
    }
    Some(match length.as_str() {
        "1" => words::place_in_vector().to_owned(),
        "2" => words::place_in_matrix().to_owned(),
        axes => words::place_in_tensor(axes),
    })
}
