//! What is taken apart: lists, tuples and shapes in a `let` or a `for`, and the cases of a `match`.

use super::expected;
use super::facts::{Facts, quote, ticked};
use super::list;
use super::tensor::Tensor;
use super::types::Type;
use crate::runner::words::compiler::pattern as words;

/// See the module.
pub fn explain(facts: &Facts) -> Option<String> {
    match facts.code {
        "E0529" => brackets(facts),
        "E0308" => tuple(facts),
        "E0606" => cast(facts).or_else(|| other_cast(facts)),
        "E0605" => other_cast(facts),
        "E0054" => Some(words::cast_to_bool().to_owned()),
        "E0560" => {
            let quoted = ticked(&facts.message);
            let [kind, field] = quoted[..] else {
                return None;
            };
            Some(words::no_such_field(kind, field))
        }
        "E0277" => length(facts),
        "E0170" => {
            let name = *ticked(&facts.message).first()?;
            let kind = ticked(&facts.message)
                .last()?
                .rsplit("::")
                .next()?
                .to_owned();
            Some(words::case_without_type(name, format!("{kind}::{name}")))
        }
        "E0599" => case(facts),
        "E0063" => missing_field(facts),
        _ => None,
    }
}

/// `let [a, b] = list;`
fn brackets(facts: &Facts) -> Option<String> {
    let found = facts
        .message
        .strip_prefix("expected an array or slice, found ")?;
    let found = Type::parse(ticked(found).first()?)?;
    let inner = found.behind_references();
    if inner.arguments_of("Vec").is_some() {
        return Some(words::list().to_owned());
    }
    if Tensor::of(inner).is_some() {
        return Some(words::tensor().to_owned());
    }
    if inner.is("Option") {
        return Some(words::option().to_owned());
    }
    matches!(inner, Type::Tuple(_)).then(|| words::tuple().to_owned())
}

/// `for (x, y) in rows`, `(a, b) = list.last()`.
fn tuple(facts: &Facts) -> Option<String> {
    let (expected, found) = expected::expected_and_found(facts)?;
    let Type::Tuple(parts) = &found else {
        return None;
    };
    let pattern = parts.len() > 1 && parts.iter().all(|part| matches!(part, Type::Unknown));
    if !pattern || !facts.text().starts_with('(') {
        return None;
    }
    let inner = expected.behind_references();
    if inner.is("Option") {
        return Some(words::option().to_owned());
    }
    if matches!(inner, Type::Array(_, _)) {
        return Some(words::array_for_tuple().to_owned());
    }
    if let Type::Tuple(values) = inner
        && values.len() != parts.len()
    {
        return Some(words::other_number_of_names(parts.len(), values.len()));
    }
    inner
        .arguments_of("Vec")
        .map(|_| words::list_for_tuple().to_owned())
}

/// `d as f32`, where `d` came out of a shape that is only lent.
fn cast(facts: &Facts) -> Option<String> {
    let found = facts.message.strip_prefix("casting ")?;
    let quoted = ticked(found);
    let [from, to] = quoted[..] else {
        return None;
    };
    if from == "bool" && to.starts_with('f') {
        return Some(words::cast_of_bool().to_owned());
    }
    let Type::Reference(_, from) = Type::parse(from)? else {
        return None;
    };
    if !from.is_number() {
        return None;
    }
    let code = facts.text();
    let name = code.trim_start_matches('(').split(" as ").next()?.trim();
    let simple = quote(name).filter(|_| {
        name.chars()
            .all(|letter| letter.is_alphanumeric() || letter == '_')
    });
    Some(match simple {
        Some(_) => words::cast_of_reference(name, to),
        None => words::cast_of_long_reference(to),
    })
}

/// `as` between what are not two numbers.
fn other_cast(facts: &Facts) -> Option<String> {
    let quoted = ticked(&facts.message);
    let [from, to] = quoted[..] else {
        return None;
    };
    let (from, to) = (Type::parse(from)?, Type::parse(to)?);
    let (inner, is_text) = (from.behind_references(), |it: &Type| {
        it.is("String") || it.is("str")
    });
    let elements = |it: &Type| match it.behind_references() {
        Type::Array(element, _) => Some((**element).clone()),
        list => list.arguments_of("Vec")?.first().cloned(),
    };
    if from.is_number() && is_text(to.behind_references()) {
        return Some(words::cast_to_text().to_owned());
    }
    if let (Some(one), Some(other)) = (elements(&from), elements(&to))
        && one.is_number()
        && other.is_number()
    {
        return Some(words::cast_of_each(other.named()?.0));
    }
    if !to.is_number() {
        return None;
    }
    if Tensor::of(inner).is_some() {
        return Some(words::cast_of_tensor().to_owned());
    }
    let kind = to.named()?.0;
    if is_text(inner) {
        return Some(words::cast_of_text(kind));
    }
    if let Some([held]) = inner.arguments_of("Option") {
        return held.is_number().then(|| words::cast_of_option(kind));
    }
    if let Some(element) = elements(&from) {
        return element.is_number().then(|| words::cast_of_list(kind));
    }
    list::is_iterator(inner).then(|| words::cast_of_iterator().to_owned())
}

/// A shape made of lengths that are only lent.
fn length(facts: &Facts) -> Option<String> {
    let lent = facts.bounds().iter().any(|(by, wanted)| {
        wanted.is("Dim") && matches!(by, Type::Reference(_, to) if to.is("usize"))
    });
    lent.then(|| words::lent_length().to_owned())
}

/// `Op::add` for `Op::Add`.
fn case(facts: &Facts) -> Option<String> {
    let (_, proposed) = facts.proposal("there is a variant with a similar name")?;
    let quoted = ticked(&facts.message);
    let [name, kind] = quoted[..] else {
        return None;
    };
    name.eq_ignore_ascii_case(proposed).then(|| {
        words::case_in_small_letters(format!("{kind}::{name}"), format!("{kind}::{proposed}"))
    })
}

/// A struct without one of its fields.
fn missing_field(facts: &Facts) -> Option<String> {
    let quoted = ticked(&facts.message);
    let [fields @ .., kind] = &quoted[..] else {
        return None;
    };
    match fields {
        [field] => Some(words::missing_field(kind, field)),
        [first, second] => Some(words::missing_fields(kind, first, second)),
        _ => None,
    }
}
