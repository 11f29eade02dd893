//! Tuples, lists, numbers and networks.

use super::{expected_and_found, expects, it};
use crate::runner::compiler::facts::Facts;
use crate::runner::compiler::layer;
use crate::runner::compiler::naming;
use crate::runner::compiler::types::Type;

/// Tuples, and the brackets for them.
pub fn tuples(facts: &Facts, expected: &Type, found: &Type) -> Option<String> {
    let Type::Tuple(wanted) = expected else {
        // The network for what stands elsewhere in a tuple.
        return (expected.is_number() && layer::is_network(found)).then(|| {
            format!(
                "{}, but {} is the network: look at the order of the two.",
                expects(
                    facts,
                    &format!(
                        "a number (`{}`)",
                        naming::code(expected).unwrap_or_default()
                    )
                ),
                it(facts)
            )
        });
    };
    if layer::is_network(expected) {
        return found.is_number().then(|| {
            format!(
                "{}, but {} is a number: look at the order of the two.",
                expects(facts, "the network"),
                it(facts)
            )
        });
    }
    let shape = !wanted.is_empty() && wanted.iter().all(|length| length.is("usize"));
    match found {
        Type::Array(_, Some(_)) if shape => Some(format!(
            "A shape is a tuple: write it in parentheses, `{}`, instead of brackets.",
            naming::shape(wanted).replace("batch", "rows")
        )),
        Type::Tuple(got)
            if shape && got.iter().all(Type::is_whole) && got.len() != wanted.len() =>
        {
            Some(format!(
                "A shape with {} is wanted, `{}`, but {} has {}.",
                lengths(wanted.len()),
                naming::shape(wanted).replace("batch", "rows"),
                it(facts),
                got.len()
            ))
        }
        Type::Tuple(got)
            if shape && got.len() == wanted.len() && got.iter().any(Type::is_float) =>
        {
            Some(format!(
                "The lengths of a shape are whole numbers, `usize`, and {} has a number with a point among them: leave `as f32` away.",
                it(facts)
            ))
        }
        found if layer::is_network(found) && wanted.iter().any(layer::is_network) => Some(format!(
            "The function has to return {} values in parentheses, but {} is only the network.",
            wanted.len(),
            it(facts)
        )),
        Type::Tuple(got) if got.len() != wanted.len() => Some(format!(
            "{}, but there are {}{}.",
            expects(facts, &format!("{} values in parentheses", wanted.len())),
            got.len(),
            naming::code(expected).map_or(String::new(), |code| format!(
                ": what is wanted is `{code}`"
            )),
        )),
        _ => None,
    }
}

fn lengths(number: usize) -> String {
    match number {
        1 => "one length".to_owned(),
        number => format!("{number} lengths"),
    }
}

/// Lists.
pub fn vecs(facts: &Facts, expected: &Type, found: &Type) -> Option<String> {
    if let Some([wanted]) = expected.arguments_of("Vec") {
        if found
            .arguments_of("Vec")
            .and_then(<[Type]>::first)
            .is_some_and(|inner| inner.arguments_of("Vec") == Some(&[wanted.clone()][..]))
        {
            return Some(format!(
                "{}, but {} is a list of lists: `.concat()` behind it puts them one after the other.",
                expects(facts, &format!("one list, `{}`", naming::code(expected)?)),
                it(facts)
            ));
        }
        let lazy = [
            "Map",
            "Filter",
            "Zip",
            "Enumerate",
            "FlatMap",
            "FilterMap",
            "Rev",
            "Take",
            "Skip",
            "Chain",
            "Cloned",
            "Copied",
            "Flatten",
            "IntoIter",
            "Iter",
        ];
        if found.named().is_some_and(|(name, _)| lazy.contains(&name)) {
            return Some(format!(
                "{}, but an iterator only promises its elements: write `.collect()` at the end.",
                expects(facts, "a `Vec`")
            ));
        }
    }
    if expected.is("Vec") && found.is_number() {
        let wanted = naming::code(expected)?;
        return Some(format!(
            "{}, but {} is a single number.",
            expects(facts, &format!("a list (`{wanted}`)")),
            it(facts)
        ));
    }
    let list = found.behind_references().arguments_of("Vec").is_some();
    if expected.is_number() && list {
        return Some(format!(
            "{}, but {} is a whole `Vec` of them: pick one with an index in brackets.",
            expects(facts, "one number"),
            it(facts)
        ));
    }
    for (name, mend) in [
        (
            "Option",
            "`.unwrap()` behind it takes the value out, and ends the program where there is none",
        ),
        (
            "Result",
            "`.unwrap()` behind it takes the value out, and ends the program where there is an error",
        ),
    ] {
        if let Some(arguments) = found.arguments_of(name)
            && arguments.first() == Some(expected)
        {
            return Some(format!(
                "{} is a `{name}`, which may hold a value or not: {mend}.",
                facts.quoted().unwrap_or_else(|| "This".to_owned())
            ));
        }
    }
    None
}

/// Numbers of two kinds.
pub fn numbers(facts: &Facts, expected: &Type, found: &Type) -> Option<String> {
    if expected.is("bool") && found.is_number() {
        return Some(
            "A `bool` is `true` or `false`, and no number: write the variable itself, or `!` before it for the opposite.".to_owned(),
        );
    }
    if !expected.is_number() || !found.is_number() {
        return None;
    }
    let (wanted, got) = (expected.named()?.0, found.named()?.0);
    let code = it(facts);
    let simple = facts
        .text()
        .chars()
        .all(|letter| letter.is_alphanumeric() || "_.*()[]".contains(letter));
    let bare = facts
        .quoted()
        .filter(|_| simple)
        .map(|code| code.trim_matches('`').to_owned());
    if got == "{integer}" {
        return expected.is_float().then(|| {
            format!(
                "{}, but {code} is a whole number: write it with a point, as in `1.0`.",
                expects(facts, &format!("a number with a point (`{wanted}`)"))
            )
        });
    }
    let kind = |name: &str| match name {
        "{float}" => "a number with a point".to_owned(),
        name if name.starts_with('i') || name.starts_with('f') => format!("an `{name}`"),
        name => format!("a `{name}`"),
    };
    let wanted_words = kind(wanted);
    if wanted == "{integer}" && found.is_float() {
        return Some(format!(
            "Rust does not mix kinds of numbers: {code} is {}, the other a whole number. Write that one with a point, as in `1.0`.",
            kind(got)
        ));
    }
    if wanted.starts_with('{') {
        return None;
    }
    // A cast of the wrong kind, written by hand.
    if let Some((_, to)) = facts.text().rsplit_once(" as ")
        && to == got
    {
        return Some(format!(
            "{}, but {code} is {}: leave `as {got}` away, or write `as {wanted}`.",
            expects(facts, &wanted_words),
            kind(got)
        ));
    }
    if facts.labelled("expected because this is").is_some() {
        let mend = match bare {
            _ if wanted == "f64" && got == "f32" => {
                "make the other side an `f32`, which is what the course calculates with".to_owned()
            }
            Some(code) => format!("write `{code} as {wanted}`"),
            None => format!("write `as {wanted}` behind it, in parentheses"),
        };
        return Some(format!(
            "Only equal kinds of numbers go together: {code} is {}, the other side {wanted_words}. To mend it, {mend}.",
            kind(got)
        ));
    }
    let rounds = if expected.is_whole() && found.is_float() {
        ", which rounds down"
    } else {
        ""
    };
    let mend = if rounds.is_empty() && expected.is_float() && facts.text().contains('/') {
        format!("write `as {wanted}` behind both sides of `/` (whole numbers would be rounded)")
    } else {
        bare.map_or(
            format!("write `as {wanted}` behind it, in parentheses{rounds}"),
            |code| format!("write `{code} as {wanted}`{rounds}"),
        )
    };
    Some(format!(
        "{}, but {code} is {}: {mend}.",
        expects(facts, &wanted_words),
        kind(got)
    ))
}

/// The description of a network where the network itself is meant.
pub fn described(expected: &Type, found: &Type) -> Option<String> {
    if !layer::is_network(expected) || !layer::is_network(found) {
        return None;
    }
    let weights = |network: &Type| format!("{network:?}").contains("\"f32\"");
    (!weights(expected) && weights(found)).then(|| {
        "A type like `Network` only describes the layers. The type of the network itself, which `build_module` makes of it, is \
         `Built<Network>`."
            .to_owned()
    })
}

/// The branches of an `if` or a `match`.
pub fn branches(facts: &Facts) -> Option<String> {
    let (expected, found) = expected_and_found(facts)?;
    let kinds = format!("{} and {}", naming::of(&expected)?, naming::of(&found)?);
    let mend = if expected.is_number() && found.is_number() {
        "Write both as the same kind, as in `0.0` and `1.0`"
    } else {
        "Both have to give the same kind of value"
    };
    Some(format!(
        "The branches give different kinds of values, {kinds}. {mend}."
    ))
}
