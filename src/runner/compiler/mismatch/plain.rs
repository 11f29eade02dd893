//! Tuples, lists, numbers and networks.

use super::{differs, expected_and_found, it};
use crate::runner::compiler::facts::Facts;
use crate::runner::compiler::layer;
use crate::runner::compiler::naming;
use crate::runner::compiler::paragraph;
use crate::runner::compiler::types::Type;
use crate::runner::words::compiler::plain as words;

/// Tuples, and the brackets for them.
pub fn tuples(facts: &Facts, expected: &Type, found: &Type) -> Option<String> {
    let Type::Tuple(wanted) = expected else {
        // The network for what stands elsewhere in a tuple.
        return (expected.is_number() && layer::is_network(found)).then(|| {
            let kind = naming::code(expected).unwrap_or_default();
            let network = naming::of(found).unwrap_or_default();
            let sides = differs(facts, words::number_of(kind), network);
            paragraph(sides, words::order())
        });
    };
    if layer::is_network(expected) {
        let network = naming::of(expected)?;
        return found.is_number().then(|| {
            let sides = differs(facts, network, words::number());
            paragraph(sides, words::order())
        });
    }
    let shape = !wanted.is_empty() && wanted.iter().all(|length| length.is("usize"));
    match found {
        Type::Array(_, Some(_)) if shape => Some(words::shape_in_brackets(written(wanted))),
        Type::Tuple(got)
            if shape && got.iter().all(Type::is_whole) && got.len() != wanted.len() =>
        {
            Some(match wanted.len() {
                1 => words::one_length(written(wanted), it(facts), got.len()),
                lengths => words::lengths(lengths, written(wanted), it(facts), got.len()),
            })
        }
        Type::Tuple(got)
            if shape && got.len() == wanted.len() && got.iter().any(Type::is_float) =>
        {
            Some(words::length_with_point(it(facts)))
        }
        found if layer::is_network(found) && wanted.iter().any(layer::is_network) => Some(differs(
            facts,
            naming::tuple(wanted.len()),
            words::only_network(),
        )),
        Type::Tuple(got) if got.len() != wanted.len() => {
            let sides = differs(facts, naming::tuple(wanted.len()), naming::tuple(got.len()));
            Some(match naming::code(expected) {
                Some(code) => paragraph(sides, words::wanted(code)),
                None => sides,
            })
        }
        _ => None,
    }
}

/// The shape of a tensor as it is written: `(rows, columns)`.
fn written(lengths: &[Type]) -> String {
    naming::shape(lengths).replace("batch", "rows")
}

/// Lists.
pub fn vecs(facts: &Facts, expected: &Type, found: &Type) -> Option<String> {
    if let Some([wanted]) = expected.arguments_of("Vec") {
        if found
            .arguments_of("Vec")
            .and_then(<[Type]>::first)
            .is_some_and(|inner| inner.arguments_of("Vec") == Some(&[wanted.clone()][..]))
        {
            let wanted = words::one_list(naming::code(expected)?);
            let sides = differs(facts, wanted, words::list_of_lists());
            return Some(paragraph(sides, words::concat()));
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
            let sides = differs(facts, words::vec(), words::iterator());
            return Some(paragraph(sides, words::collect()));
        }
    }
    if expected.is("Vec") && found.is_number() {
        let wanted = naming::code(expected)?;
        let wanted = words::list_of(wanted);
        return Some(differs(facts, wanted, words::single_number()));
    }
    let list = found.behind_references().arguments_of("Vec").is_some();
    if expected.is_number() && list {
        let sides = differs(facts, words::one_number(), words::vec_of_them());
        return Some(paragraph(sides, words::pick_one()));
    }
    let holds = |name: &str| {
        let arguments = found.arguments_of(name);
        arguments.is_some_and(|arguments| arguments.first() == Some(expected))
    };
    if holds("Option") {
        return Some(words::option(it(facts)));
    }
    holds("Result").then(|| words::result(it(facts)))
}

/// Numbers of two kinds.
pub fn numbers(facts: &Facts, expected: &Type, found: &Type) -> Option<String> {
    if expected.is("bool") && found.is_number() {
        return Some(words::bool().to_owned());
    }
    if !expected.is_number() || !found.is_number() {
        return None;
    }
    let (wanted, got) = (expected.named()?.0, found.named()?.0);
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
            let sides = differs(facts, words::with_point_of(wanted), naming::kind(got));
            paragraph(sides, words::with_point())
        });
    }
    if wanted == "{integer}" && found.is_float() {
        return Some(words::other_with_point(it(facts), naming::kind(got)));
    }
    if wanted.starts_with('{') {
        return None;
    }
    let sides = || differs(facts, naming::kind(wanted), naming::kind(got));
    // A cast of the wrong kind, written by hand.
    if let Some((_, to)) = facts.text().rsplit_once(" as ")
        && to == got
    {
        return Some(paragraph(sides(), words::other_cast(got, wanted)));
    }
    let narrows = wanted == "u8" && found.is_whole();
    if facts.labelled("expected because this is").is_some() {
        let mend = match bare {
            _ if narrows => words::narrow(wanted, got),
            _ if wanted == "f64" && got == "f32" => words::make_f32().to_owned(),
            Some(code) => words::cast(code, wanted),
            None => words::long_cast(wanted),
        };
        let sides = words::sides(it(facts), naming::kind(got), naming::kind(wanted));
        return Some(paragraph(sides, mend));
    }
    let rounds = expected.is_whole() && found.is_float();
    let mend = match bare {
        _ if narrows => words::narrow(wanted, got),
        _ if expected.is_float() && facts.text().contains('/') => words::quotient(wanted),
        Some(code) if rounds => words::rounding_cast(code, wanted),
        Some(code) => words::cast(code, wanted),
        None if rounds => words::long_rounding_cast(wanted),
        None => words::long_cast(wanted),
    };
    Some(paragraph(sides(), mend))
}

/// The description of a network where the network itself is meant.
pub fn described(expected: &Type, found: &Type) -> Option<String> {
    if !layer::is_network(expected) || !layer::is_network(found) {
        return None;
    }
    let weights = |network: &Type| format!("{network:?}").contains("\"f32\"");
    (!weights(expected) && weights(found)).then(|| words::only_described().to_owned())
}

/// The branches of an `if` or a `match`.
pub fn branches(facts: &Facts) -> Option<String> {
    let (expected, found) = expected_and_found(facts)?;
    let mend = match expected.is_number() && found.is_number() {
        true => words::branches_of_numbers(),
        false => words::branches_of_others(),
    };
    let differ = words::branches(naming::of(&expected)?, naming::of(&found)?);
    Some(paragraph(differ, mend))
}
