//! Tuples, lists and networks.

use super::subject::{called, differs, it};
use crate::runner::compiler::expected::expected_and_found;
use crate::runner::compiler::facts::{Facts, ticked};
use crate::runner::compiler::layer;
use crate::runner::compiler::naming;
use crate::runner::compiler::paragraph::paragraph;
use crate::runner::compiler::tensor::Tensor;
use crate::runner::compiler::types::Type;
use crate::runner::words::compiler::{block, plain as words};

/// Tuples, and the brackets for them.
pub fn tuples(facts: &Facts, expected: &Type, found: &Type) -> Option<String> {
    if let (false, Type::Tuple(parts)) = (matches!(expected, Type::Tuple(_)), found)
        && parts.len() > 1
        && parts.contains(expected)
    {
        return Some(words::one_of_tuple(it(facts)));
    }
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
        found if shape && wanted.len() > 1 && found.is_whole() => {
            let shape = written(wanted);
            Some(words::lengths(wanted.len(), shape, it(facts), 1))
        }
        found if shape && wanted.len() == 1 && found.is_whole() => {
            let code = facts.quoted()?;
            let code = code.trim_matches(['`', '(', ')']).to_owned();
            Some(words::shape_of_one(code))
        }
        Type::Array(_, Some(length)) if !shape && *length == wanted.len().to_string() => {
            Some(words::brackets_for_tuple().to_owned())
        }
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

/// Whether two types are the same, or numbers of which one may still become the other.
fn alike(one: &Type, other: &Type) -> bool {
    one == other || one.is_whole() && other.is_whole() || one.is_float() && other.is_float()
}

/// Lists of other elements than are wanted.
fn elements(facts: &Facts, wanted: &Type, found: &Type) -> Option<String> {
    match (wanted, found) {
        (wanted, found) if wanted.is_float() && found.is("{integer}") => {
            Some(words::list_of_whole(wanted.named()?.0))
        }
        (wanted, found) if wanted.is_number() && found.is_number() && wanted != found => {
            let (wanted, found) = (wanted.named()?.0, found.named()?.0);
            // What is larger would be cut off.
            let grows = match found {
                "u8" => wanted != "i8",
                "u16" | "u32" | "i32" => ["usize", "u64", "i64", "f64"].contains(&wanted),
                "usize" => ["u64", "f32", "f64"].contains(&wanted),
                "f32" => wanted == "f64",
                _ => false,
            };
            (grows && !wanted.starts_with('{')).then(|| words::list_of_others(found, wanted))
        }
        (wanted, found)
            if wanted.is_float()
                && Tensor::of(found).is_some_and(|found| found.rank() == Some(0)) =>
        {
            Some(words::list_of_tensors().to_owned())
        }
        (wanted, Type::Reference(_, to)) if **to == *wanted => {
            Some(words::list_of_references().to_owned())
        }
        (wanted, found)
            if found
                .arguments_of("Option")
                .is_some_and(|held| held.first() == Some(wanted)) =>
        {
            Some(words::list_of_options().to_owned())
        }
        (wanted, Type::Array(part, Some(_))) if **part == *wanted => facts
            .labelled("this argument has type")
            .map(|_| words::extended().to_owned()),
        (wanted, Type::Array(_, Some(_)) | Type::Tuple(_)) if wanted.is("Vec") => {
            let pushed = facts.labelled("this argument has type").is_some();
            pushed.then(|| naming::code(wanted).map(words::pushed))?
        }
        (wanted, found) => match (wanted.arguments_of("Vec"), found.arguments_of("Vec")) {
            (Some([wanted]), Some([found])) if !found.is_number() || found.is("{integer}") => {
                elements(facts, wanted, found)
            }
            _ => None,
        },
    }
}

/// What stands behind `..`.
pub fn ranges(facts: &Facts, expected: &Type, found: &Type) -> Option<String> {
    let code = facts.text();
    if !expected.is_whole() || !facts.before().ends_with("..") || code.is_empty() {
        return None;
    }
    match found.behind_references() {
        Type::Tuple(parts) if parts.iter().all(|part| part.is("usize")) => {
            Some(words::range_of_shape(code))
        }
        list => list.arguments_of("Vec").map(|_| words::range_of_list(code)),
    }
}

/// What gives nothing back, because it changes a list where it is.
pub fn in_place(facts: &Facts, found: &Type) -> Option<String> {
    const METHODS: [&str; 13] = [
        "retain", "append", "clear", "extend", "fill", "insert", "push", "resize", "reverse",
        "shuffle", "sort", "sort_by", "truncate",
    ];
    if !matches!(found, Type::Tuple(parts) if parts.is_empty()) {
        return None;
    }
    let code = facts.text();
    let code = code.strip_suffix(".clone()").unwrap_or(&code);
    let is_name = code
        .chars()
        .all(|letter| letter.is_alphanumeric() || letter == '_');
    let given = |method: &&str| match is_name {
        // `let examples = examples.shuffle(...)`.
        true => facts.code_lines().any(|line| {
            line.contains(&format!("let {code} = ")) && line.contains(&format!(".{method}("))
        }),
        false => {
            let call = code.rsplit_once(&format!(".{method}("));
            call.is_some_and(|(_, rest)| rest.matches(')').count() == rest.matches('(').count() + 1)
        }
    };
    METHODS
        .iter()
        .find(|method| given(method))
        .map(words::changed_in_place)
}

/// Lists.
pub fn vecs(facts: &Facts, expected: &Type, found: &Type) -> Option<String> {
    if let Some([wanted]) = expected.arguments_of("Vec") {
        // A list of such lists, because a whole list was pushed.
        let pushed = facts.labelled("this argument has type");
        if let (Some((_, label)), Some([inner])) = (pushed, found.arguments_of("Vec"))
            && inner == expected
            && ticked(label)
                .first()
                .and_then(|pushed| Type::parse(pushed))
                .as_ref()
                == Some(expected)
        {
            return Some(words::extended().to_owned());
        }
        if matches!(found, Type::Array(_, Some(_))) {
            return Some(words::array_for_list().to_owned());
        }
        if matches!(found, Type::Array(part, None) if **part == *wanted) {
            return Some(block::slice().to_owned());
        }
        if matches!(found, Type::Tuple(parts) if parts.len() > 1 && parts.iter().all(|part| alike(part, wanted)))
        {
            return Some(words::tuple_for_list().to_owned());
        }
        if wanted.is("String") && found.is("String") {
            return Some(words::one_string_for_list().to_owned());
        }
        if wanted.is("u8") && found.is("String") {
            return Some(words::bytes_of_text().to_owned());
        }
        if found.is("Range") {
            return Some(words::range_collected().to_owned());
        }
        if found
            .arguments_of("Vec")
            .and_then(<[Type]>::first)
            .is_some_and(|inner| inner.arguments_of("Vec") == Some(&[wanted.clone()][..]))
        {
            let wanted = words::one_list(naming::code(expected)?);
            let sides = differs(facts, wanted, words::list_of_lists());
            return Some(paragraph(sides, words::concat()));
        }
        if let Some([inner]) = found.arguments_of("Vec")
            && let Some(said) = elements(facts, wanted, inner)
        {
            return Some(said);
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
    if let (Type::Array(element, Some(_)), Type::Reference(_, to)) = (expected, found)
        && matches!(&**to, Type::Array(part, None) if part == element)
    {
        return Some(words::length_in_type().to_owned());
    }
    if found.is_float()
        && expected
            .named()
            .is_some_and(|(name, _)| ["AdamConfig", "SgdConfig"].contains(&name))
    {
        let name = expected.named()?.0;
        return Some(words::settings(name, facts.text()));
    }
    if expected.is("Vec") && found.is_number() {
        let wanted = naming::code(expected)?;
        let wanted = words::list_of(wanted);
        return Some(differs(facts, wanted, words::single_number()));
    }
    let list = found
        .behind_references()
        .arguments_of("Vec")
        .and_then(<[Type]>::first);
    if expected.is_number() && list.is_some_and(|element| alike(element, expected)) {
        if called(facts).is_some_and(|name| name == "push") {
            return Some(words::list_pushed().to_owned());
        }
        if facts.code_line().contains("].concat()") {
            return Some(words::number_among_lists().to_owned());
        }
        let sides = differs(facts, words::one_number(), words::vec_of_them());
        return Some(paragraph(sides, words::pick_one()));
    }
    None
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
    match (expected.is("Option"), found.is("Option")) {
        (false, true) => return Some(words::other_branch_in_some().to_owned()),
        (true, false) => return Some(words::branch_in_some().to_owned()),
        _ => {}
    }
    let mend = match expected.is_number() && found.is_number() {
        true => words::branches_of_numbers(),
        false => words::branches_of_others(),
    };
    let differ = words::branches(naming::of(&expected)?, naming::of(&found)?);
    Some(paragraph(differ, mend))
}
