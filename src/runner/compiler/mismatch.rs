//! One type expected, another found.

mod arguments;
mod numbers;
mod option;
mod plain;
mod reference;
pub(super) mod subject;
mod tensors;

use super::expected::expected_and_found;
use super::facts::Facts;
use super::function;
use super::naming;
use super::tensor::Tensor;
use super::types::Type;
use crate::runner::words::compiler::mismatch as words;
use subject::it;

/// See the module.
pub fn explain(facts: &Facts) -> Option<String> {
    if facts.code != "E0308" {
        return None;
    }
    if facts.message.contains("have incompatible types") {
        return plain::branches(facts);
    }
    if facts.message.starts_with("arguments to this") {
        return arguments::several(facts);
    }
    let (expected, found) = expected_and_found(facts)?;
    // What `exp(x)` gives, where x is none of what it takes: that is told at `x`.
    let of_nothing =
        |one: &Type| Tensor::of(one).is_some_and(|tensor| matches!(tensor.shape, Type::Unknown));
    let calls_function = function::OF_NUMBERS
        .iter()
        .any(|name| facts.text().starts_with(&format!("{name}(")));
    if of_nothing(&found) && calls_function {
        return None;
    }
    // In `(a, b) = (c, d)` rustc points at `a`, but means `c`.
    let assigned = facts
        .labelled("expected due to the type of this binding")
        .is_some();
    if assigned && facts.line().starts_with('(') && facts.line().contains(") = ") {
        return None;
    }
    plain::in_place(facts, &found)
        .or_else(|| nothing(facts, &expected, &found))
        .or_else(|| plain::ranges(facts, &expected, &found))
        .or_else(|| index(facts, &expected, &found))
        .or_else(|| option::explain(facts, &expected, &found))
        .or_else(|| reference::reference(facts, &expected, &found))
        .or_else(|| tensors::tensors(facts, &expected, &found))
        .or_else(|| tensors::tensor_and_other(facts, &expected, &found))
        .or_else(|| plain::described(&expected, &found))
        .or_else(|| plain::tuples(facts, &expected, &found))
        .or_else(|| plain::vecs(facts, &expected, &found))
        .or_else(|| numbers::numbers(facts, &expected, &found))
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
        if let Some((place, _)) = facts.labelled("expressions without `else`") {
            // rustc does not know what `elif` means, and that is told already.
            let behind = super::facts::after(place);
            if ["elif ", "elseif ", "elsif "]
                .iter()
                .any(|word| behind.trim_start().starts_with(word))
            {
                return None;
            }
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
    if element.is("usize") && Tensor::of(found).is_some_and(|found| found.element.is("usize")) {
        return Some(words::labels_as_place(it(facts)));
    }
    if !element.is("usize") || !found.is_number() || !inside {
        return None;
    }
    Some(match length.as_str() {
        "1" => words::place_in_vector().to_owned(),
        "2" => words::place_in_matrix().to_owned(),
        axes => words::place_in_tensor(axes),
    })
}
