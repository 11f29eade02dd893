//! An `Option` in the place of the value that it may hold: beside an operator, and before a method.

use super::facts::{Facts, ticked};
use super::tensor::Tensor;
use super::types::Type;
use crate::runner::words::compiler::option as words;

/// A method of the value. Only where rustc says so itself: that it is one of the value's, and not of any type.
pub fn explain(facts: &Facts) -> Option<String> {
    // E0624 is one that an `Option` has, too, and keeps for itself, such as `len`.
    if !["E0599", "E0624"].contains(&facts.code) || !facts.noted("to unwrap the `") {
        return None;
    }
    let name = *ticked(&facts.message).first()?;
    if facts.noted("`Result::expect`") {
        return Some(words::method_of_result(name));
    }
    facts
        .noted("`Option::expect`")
        .then(|| words::method_of_value(name))
}

/// One side of an operator, or both of them.
pub fn operation(operator: &str, left: &Type, right: &Type) -> Option<String> {
    let result = |side: &Type| side.arguments_of("Result")?.first().cloned();
    match (result(left), result(right)) {
        (Some(one), None) if are_alike(&one, right) => {
            return Some(words::result_on_the_left(operator));
        }
        (None, Some(other)) if are_alike(left, &other) => {
            return Some(words::result_on_the_right(operator));
        }
        _ => {}
    }
    match (held(left), held(right)) {
        (Some(one), Some(other)) if are_alike(one, other) => Some(words::both(operator)),
        (Some(one), None) if are_alike(one, right) => Some(words::on_the_left(operator)),
        (None, Some(other)) if are_alike(left, other) => Some(words::on_the_right(operator)),
        (_, Some(other)) if is_lent_tensor(other) => Some(words::lent_tensor(operator)),
        // dfdx has no operation with a reference to a number.
        (None, Some(other)) if Tensor::of(left).is_some() => match other {
            Type::Reference(_, to) => is_f32(to).then(|| words::reference_on_the_right(operator)),
            held => is_f32(held).then(|| words::on_the_right(operator)),
        },
        (Some(one), _) if is_lent_tensor(one) => Some(words::lent_tensor(operator)),
        _ => None,
    }
}

/// What an `Option` may hold.
fn held(side: &Type) -> Option<&Type> {
    side.behind_references().arguments_of("Option")?.first()
}

/// Whether both are numbers, or references to some, that go together. Of two literals rustc makes what is needed.
fn are_alike(one: &Type, other: &Type) -> bool {
    let (one, other) = (one.behind_references(), other.behind_references());
    one.is_number()
        && other.is_number()
        && (one == other || is_literal_of(one, other) || is_literal_of(other, one))
}

fn is_literal_of(literal: &Type, kind: &Type) -> bool {
    literal.is("{float}") && kind.is_float() || literal.is("{integer}") && kind.is_whole()
}

fn is_f32(held: &Type) -> bool {
    held.is("f32") || held.is("{float}")
}

/// Whether it is a reference to a tensor that can be cloned.
fn is_lent_tensor(held: &Type) -> bool {
    matches!(held, Type::Reference(_, to) if Tensor::of(to).is_some_and(|it| it.unrecorded()))
}
