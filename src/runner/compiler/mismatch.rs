//! One type expected, another found.

mod plain;
mod reference;
mod tensors;

use super::facts::{Facts, code_at, quote, ticked};
use super::naming;
use super::types::Type;

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

/// Who expects it: "`select` takes", "The function returns".
fn expects(facts: &Facts, what: &str) -> String {
    if let Some((place, _)) = facts.labelled("arguments to this")
        && let Some(name) = quote(&code_at(place))
    {
        let name = name
            .split("::<")
            .next()
            .unwrap_or_default()
            .trim_matches('`')
            .to_owned();
        return format!("`{name}` takes {what}");
    }
    if facts.labelled("because of return type").is_some() {
        return format!("The function has to return {what}");
    }
    let what = what.split(", because").next().unwrap_or(what);
    let what = what.split(", so that").next().unwrap_or(what);
    format!("Here {what} is expected")
}

fn it(facts: &Facts) -> String {
    facts.quoted().unwrap_or_else(|| "this".to_owned())
}

/// Nothing where something is expected, or the other way round.
fn nothing(facts: &Facts, expected: &Type, found: &Type) -> Option<String> {
    let unit = |one: &Type| matches!(one, Type::Tuple(parts) if parts.is_empty());
    if unit(found) {
        if expected.is("bool") && facts.text().contains('=') {
            return Some(
                "`=` gives a variable a new value; to compare two values write `==`.".to_owned(),
            );
        }
        let what = naming::of(expected).unwrap_or_else(|| "a value".to_owned());
        if facts.noted("remove this semicolon") {
            return Some(format!(
                "The function has to return {what}, but a line that ends with `;` gives nothing back: take the `;` at the end \
                 of the last line away."
            ));
        }
        let looped = facts.noted("loops evaluate to unit type");
        let last = if looped {
            ", but it ends with a loop, which gives nothing back"
        } else {
            ", but its body gives nothing back"
        };
        let ours = looped
            || facts.label().contains("implicitly returns")
            || facts.labelled("implicitly returns").is_some()
            || facts.labelled("because of return type").is_some();
        return ours.then(|| {
            format!("The function has to return {what}{last}: write the result as the last line, without a `;`.")
        });
    }
    if unit(expected) {
        if facts.noted("try adding a return type") {
            let promised = naming::code(found).unwrap_or_else(|| "Vector".to_owned());
            return Some(format!(
                "The function gives something back, but its first line does not say so: write `-> {promised}` behind its parentheses."
            ));
        }
        let what = it(facts);
        if facts.labelled("expressions without `else`").is_some() {
            return Some(format!(
                "An `if` without `else` gives no value, so {what} would be lost: write `return {};` to end the function with it, \
                 or add an `else`.",
                facts
                    .quoted()
                    .map_or("...".to_owned(), |code| code.trim_matches('`').to_owned())
            ));
        }
        return facts.noted("return this value").then(|| {
            format!(
                "The value of {what} goes nowhere here: write `return` before it, or `;` behind it."
            )
        });
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
        "1" => "A place in a vector is an array of one number: write two pairs of brackets, `vector[[i]]`.".to_owned(),
        "2" => "A place in a matrix is an array of two numbers: `matrix[[row, column]]`.".to_owned(),
        axes => format!("A place in this tensor is an array of {axes} numbers, one for each axis, in two pairs of brackets: `x[[...]]`."),
    })
}
