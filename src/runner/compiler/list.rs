//! Lists: what a `Vec` does not have, how it is gone through, and what is taken out of it.

use super::facts::{Facts, code_at, quote, ticked};
use super::naming;
use super::synonym;
use super::tape::receiver;
use super::tensor::Tensor;
use super::types::Type;
use crate::runner::words::compiler::list as words;

/// Methods that iterators have and lists have not.
const OF_ITERATORS: [&str; 22] = [
    "all",
    "any",
    "chain",
    "copied",
    "cloned",
    "count",
    "enumerate",
    "filter",
    "filter_map",
    "flat_map",
    "flatten",
    "fold",
    "map",
    "max_by",
    "min_by",
    "position",
    "rev",
    "skip",
    "step_by",
    "take",
    "take_while",
    "zip",
];

/// What iterators are called.
const ITERATORS: [&str; 25] = [
    "Bytes",
    "CharIndices",
    "Chain",
    "Chars",
    "Chunks",
    "ChunksExact",
    "Cloned",
    "Copied",
    "Enumerate",
    "Filter",
    "FilterMap",
    "FlatMap",
    "Flatten",
    "IntoIter",
    "Iter",
    "Lines",
    "Map",
    "Rev",
    "Skip",
    "Split",
    "SplitWhitespace",
    "StepBy",
    "Take",
    "Windows",
    "Zip",
];

/// What other languages call methods of a list, and what Rust writes.
const METHODS: [(&[&str], &str); 11] = [
    (
        &["add", "push_back", "push_front", "emplace_back"],
        "list.push(x)",
    ),
    (&["pop_back", "removeLast"], "list.pop()"),
    (&["empty", "isEmpty"], "list.is_empty()"),
    (&["includes", "has"], "list.contains(&x)"),
    (
        &["index", "indexOf", "find", "findIndex"],
        "list.iter().position(|y| *y == x)",
    ),
    (&["forEach"], "for x in &list { ... }"),
    (&["copy"], "list.clone()"),
    (&["slice", "subList"], "list[from..to].to_vec()"),
    (&["equals"], "one == other"),
    (&["at"], "list[i]"),
    (&["average"], "list.iter().sum::<f32>() / list.len() as f32"),
];

/// Whether it is an iterator that promises elements.
pub fn is_iterator(found: &Type) -> bool {
    let name = found.named().map(|(name, _)| name);
    name.is_some_and(|name| ITERATORS.contains(&name))
}

/// See the module.
pub fn explain(facts: &Facts) -> Option<String> {
    match facts.code {
        "E0599" | "E0689" => missing(facts),
        "E0435" => Some(match facts.before().trim_end().ends_with(';') {
            true => words::length_of_array().to_owned(),
            false => words::number_in_type().to_owned(),
        }),
        "E0507" => row_moved(facts),
        "E0608" => indexed(facts),
        "E0609" => field(facts),
        "E0277" => split_by_letter(facts).or_else(|| index(facts)),
        "E0502" | "E0499" | "E0505" => {
            let name = *ticked(&facts.message).first()?;
            let lent = facts.labelled("borrow of `").map(|(place, _)| place);
            let line = lent.and_then(|place| place.text.first());
            Some(match line.and_then(|line| shape_kept(&line.text, name)) {
                Some(variable) => words::shape_lent(name, variable),
                None => words::lent_and_changed(name),
            })
        }
        _ => None,
    }
}

/// The elements of a list or of a part of one.
fn element(found: &Type) -> Option<&Type> {
    match found.behind_references() {
        Type::Array(element, _) => Some(element),
        list => list.arguments_of("Vec")?.first(),
    }
}

/// `shape` of `let shape = name.shape();`: the variable that keeps a tensor lent.
fn shape_kept<'a>(line: &'a str, name: &str) -> Option<&'a str> {
    let (variable, value) = line.trim().strip_prefix("let ")?.split_once(" = ")?;
    let is_name = variable.chars().all(|it| it.is_alphanumeric() || it == '_');
    (is_name && value == format!("{name}.shape();")).then_some(variable)
}

/// A method that there is not.
fn missing(facts: &Facts) -> Option<String> {
    let name = *ticked(&facts.message).first()?;
    if name.starts_with("sort") && facts.message.contains("`HashMap<") {
        return Some(words::map_sorted().to_owned());
    }
    if facts.noted("surround the range in parentheses") {
        return Some(words::range_in_parentheses(name));
    }
    if ["iter", "into_iter"].contains(&name)
        && facts.before().contains("..")
        && receiver(facts).is_some_and(|found| found.is_whole())
    {
        return Some(words::range_itself(name));
    }
    // `list.map(...)`: rustc says that the list is no iterator.
    let found = match facts.message.strip_suffix("is not an iterator") {
        Some(found) => Type::parse(found.trim().trim_matches('`'))?,
        None => receiver(facts)?,
    };
    let name = match facts.message.ends_with("is not an iterator") {
        true => facts.text(),
        false => name.to_owned(),
    };
    let name = name.as_str();
    let inner = found.behind_references();
    let iterator = is_iterator(inner);
    if iterator && ["iter", "into_iter"].contains(&name) {
        return Some(words::iterator_already(name));
    }
    if iterator && name == "len" {
        return Some(words::length_of_iterator().to_owned());
    }
    if (iterator || inner.is("Range")) && ["reverse", "reversed"].contains(&name) {
        return Some(words::reversed().to_owned());
    }
    if iterator && name == "mean" {
        return Some(words::mean_of_iterator(facts.float()));
    }
    if inner.is("Range") && name == "shuffle" {
        return Some(words::range_shuffled().to_owned());
    }
    let element = element(&found)?;
    let number =
        element.is_number() || matches!(element.behind_references(), found if found.is_number());
    let rows = element.arguments_of("Vec").is_some();
    if name == "length" {
        return Some(words::length().to_owned());
    }
    // The help of rustc is right where nothing stands in the parentheses.
    let counts_all = super::facts::after(facts.primary()?).starts_with("()");
    if name == "count" && found.behind_references().is("Vec") {
        return Some(match counts_all {
            true => words::length().to_owned(),
            false => words::counted().to_owned(),
        });
    }
    if ["shape", "size", "dim", "ndim", "dims"].contains(&name) {
        return Some(match rows {
            true => words::shape_of_rows().to_owned(),
            false => words::shape_of_list().to_owned(),
        });
    }
    if number && ["sum", "product"].contains(&name) {
        let kind = naming::code(element)?;
        let kind = match kind.as_str() {
            "{float}" => facts.float(),
            "{integer}" => "usize",
            kind => kind,
        };
        return Some(words::added_up(name, kind));
    }
    if number && name == "mean" {
        return Some(words::mean_of_list(facts.float()));
    }
    if number && name == "dot" {
        return Some(words::product_of_lists(facts.float()));
    }
    if number && ["argmax", "argmin"].contains(&name) {
        return Some(words::place_of_largest().to_owned());
    }
    if number && ["max", "min"].contains(&name) && !element.is_float() {
        return Some(words::of_iterator(name));
    }
    let grows = [
        "append", "clear", "extend", "insert", "pop", "push", "remove", "resize", "truncate",
    ];
    if matches!(inner, Type::Array(_, None)) && grows.contains(&name) {
        return Some(words::part_grows(name));
    }
    if element.is_float() && ["max", "min"].contains(&name) {
        let kind = facts.float();
        return Some(match name {
            "max" => words::largest(kind),
            _ => words::smallest(kind),
        });
    }
    if OF_ITERATORS.contains(&name) {
        return Some(words::of_iterator(name));
    }
    if let Some((_, code)) = METHODS.iter().find(|(names, _)| names.contains(&name)) {
        return Some(words::other_name(name, code));
    }
    let of_tensors = synonym::reduces(name)
        || synonym::along(name)
        || [
            "square",
            "abs",
            "exp",
            "ln",
            "sqrt",
            "relu",
            "tanh",
            "sigmoid",
            "broadcast_like",
            "matmul",
            "select",
        ]
        .contains(&name);
    (of_tensors && number).then(|| words::of_tensors(name))
}

/// `let row = matrix[class];`
fn row_moved(facts: &Facts) -> Option<String> {
    let lent = facts.message.contains("which is behind a");
    if facts.noted("consider iterating over a slice") {
        return None;
    }
    if !lent
        && !facts
            .message
            .starts_with("cannot move out of index of `Vec")
    {
        return None;
    }
    let (_, label) = facts.labelled("move occurs because")?;
    let owned = ticked(label)
        .into_iter()
        .rev()
        .filter_map(Type::parse)
        .find(|found| !found.is("Copy"))?;
    let list = owned.arguments_of("Vec").is_some() || owned.is("String");
    let code = facts.quoted()?;
    let code = code.trim_matches('`');
    list.then(|| match lent {
        true => words::field_moved(code),
        false => words::row_moved(code),
    })
}

/// Brackets behind what has no places.
fn indexed(facts: &Facts) -> Option<String> {
    let found = Type::parse(ticked(&facts.message).first()?)?;
    let (name, _) = found.behind_references().named()?;
    Some(match name {
        "Option" => words::option_indexed().to_owned(),
        "Gradients" => words::gradients_indexed().to_owned(),
        name if ITERATORS.contains(&name) => words::iterator_indexed().to_owned(),
        _ => return None,
    })
}

/// `bytes.split(' ')`, as of a text.
fn split_by_letter(facts: &Facts) -> Option<String> {
    let found = facts
        .message
        .strip_prefix("expected a `FnMut(&u8)` closure, found ")?;
    let is_letter = ["`char`", "`&str`"].contains(&found);
    (is_letter && facts.line().contains(".split(")).then(|| words::split_by_letter().to_owned())
}

/// A field that there is not.
fn field(facts: &Facts) -> Option<String> {
    let quoted = ticked(&facts.message);
    let [name, found] = quoted[..] else {
        return None;
    };
    let found = Type::parse(found)?;
    let inner = found.behind_references();
    // rustc says so itself: the field is one of the value's.
    if inner.is("Option") && facts.noted("has a field of the same name") {
        return Some(words::field_of_option(name));
    }
    if let (Ok(place), Some(_)) = (name.parse::<usize>(), element(inner)) {
        return Some(words::place_behind_point(place));
    }
    if element(inner).is_some() && ["len", "length", "size"].contains(&name) {
        return Some(words::length().to_owned());
    }
    if element(inner).is_some() {
        return Some(words::field_of_list(name));
    }
    if inner.is("Gradients") {
        return Some(words::gradients_indexed().to_owned());
    }
    let mend = Tensor::of(inner).and_then(|_| synonym::on_tensor(name))?;
    Some(super::paragraph::paragraph(words::no_field(name), mend))
}

/// What is no place in a list.
fn index(facts: &Facts) -> Option<String> {
    let quoted = ticked(&facts.message);
    if !facts.message.contains("cannot be indexed by") {
        return None;
    }
    let [list, by] = quoted[..] else {
        return None;
    };
    let (list, by) = (Type::parse(list)?, Type::parse(by)?);
    // A range of places is a part of it, and only its ends can be wrong.
    let is_range = by
        .named()
        .is_some_and(|(name, _)| name.starts_with("Range"));
    if (list.is("str") || list.is("String")) && !is_range {
        return Some(words::letters().to_owned());
    }
    by.behind_references().arguments_of("Vec")?;
    let given = quote(&facts.primary().map(code_at).unwrap_or_default())?;
    Some(words::many_places(given.trim_matches('`')))
}
