//! The two types of a mismatch: the one that was expected, and the one that was found.

use super::facts::{Facts, ticked};
use super::types::Type;

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
