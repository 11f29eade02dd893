//! The tape that records what happens to a tensor: missing, on the wrong side, or lost on the way.

use super::facts::{Facts, ticked};
use super::naming;
use super::tensor::Tensor;
use super::types::Type;
use crate::runner::words::compiler::tape as words;

/// See the module.
pub fn explain(facts: &Facts) -> Option<String> {
    if facts.warning {
        return None;
    }
    match facts.code {
        "E0277" => on_the_right(facts),
        "E0599" => backward(facts)
            .or_else(|| cloned(facts))
            .or_else(|| traced_twice(facts)),
        _ => None,
    }
}

/// In `a - b`, only `b` has a tape.
fn on_the_right(facts: &Facts) -> Option<String> {
    let bounds = facts.bounds();
    bounds.iter().find(|(by, wanted)| {
        let merged = wanted.arguments_of("Merge").and_then(<[Type]>::first);
        by.is("NoneTape") && merged.is_some_and(|tape| !tape.is("NoneTape"))
    })?;
    let said = match facts.text().as_str() {
        "-" => words::right_of_minus(),
        "+" | "*" => words::right_of_sum(),
        "/" => words::right_of_division(),
        _ => words::right_of_method(),
    };
    Some(said.to_owned())
}

/// `backward` of what it cannot start from.
fn backward(facts: &Facts) -> Option<String> {
    if !facts.message.contains("method named `backward`") {
        return None;
    }
    let found = receiver(facts)?;
    let tensor = Tensor::of(&found)?;
    if tensor.unrecorded() {
        return Some(words::nothing_to_play_back().to_owned());
    }
    let rank = tensor.rank()?;
    (rank > 0).then(|| words::backward_of_many(naming::tensor(&tensor)))
}

/// `clone` of a tensor with a tape.
fn cloned(facts: &Facts) -> Option<String> {
    if !facts.message.contains("the method `clone` exists") {
        return None;
    }
    let found = receiver(facts)?;
    if let Some([element]) = found.arguments_of("Vec") {
        Tensor::of(element).filter(Tensor::recorded)?;
        return Some(words::list_cloned().to_owned());
    }
    Tensor::of(&found).filter(Tensor::recorded)?;
    Some(words::cloned().to_owned())
}

/// `traced` of a tensor that has a tape already.
fn traced_twice(facts: &Facts) -> Option<String> {
    let name = *ticked(&facts.message).first()?;
    if !["trace", "traced", "leaky_trace", "leaky_traced"].contains(&name) {
        return None;
    }
    let found = receiver(facts)?;
    let tensor = Tensor::of(found.behind_references())?;
    tensor.recorded().then(|| words::traced_twice(name))
}

/// The type on which a method was called.
pub fn receiver(facts: &Facts) -> Option<Type> {
    if let Some((_, found)) = facts.label().split_once("method not found in `") {
        return Type::parse(found.strip_suffix('`')?);
    }
    if let Some((_, found)) = facts.label().split_once("method cannot be called on `") {
        let found = Type::parse(found.split('`').next()?)?;
        if !found.is_shortened() {
            return Some(found);
        }
    }
    let in_message = ticked(&facts.message);
    let found = Type::parse(in_message.get(1)?)?;
    // `Tensor<S, E, D, T>` is how dfdx declares it, and says nothing about this tensor.
    let declared = Tensor::of(&found).is_some_and(|tensor| tensor.shape.is("S"));
    (!declared).then_some(found)
}

/// Two tensors that differ in their tape, where one was expected and another found.
pub fn differs(expected: &Tensor, found: &Tensor, code: &str) -> Option<String> {
    if expected.recorded() && found.unrecorded() {
        let lost = ["as_vec", "array", ".tensor", "retaped"]
            .iter()
            .any(|way| code.contains(way));
        let made = [
            "zeros",
            "ones",
            "zeros_like",
            "ones_like",
            "tensor_from_vec",
            "upper_tri_like",
        ];
        let new = code.starts_with("device()")
            && made.iter().any(|way| code.contains(&format!("().{way}(")));
        return Some(match (new, lost) {
            (true, _) => words::new_without_tape().to_owned(),
            (false, true) => words::lost().to_owned(),
            (false, false) => words::missing().to_owned(),
        });
    }
    let parameter = |tensor: &Tensor| match tensor.tape {
        Some(Type::Named(name, arguments)) if arguments.is_empty() => Some(name.clone()),
        _ => None,
    };
    if let (Some(_), Some(name)) = (
        expected.tape.filter(|tape| tape.is("OwnedTape")),
        parameter(found),
    ) {
        return Some(words::parameter(name));
    }
    if expected.unrecorded() && found.recorded() {
        let tape = match found.tape {
            Some(Type::Named(name, arguments)) if arguments.is_empty() => name,
            _ => "Recording",
        };
        let short = |shape: &Type| match shape {
            Type::Tuple(lengths) if lengths.iter().all(|length| length.is("usize")) => {
                ["Scalar", "Vector", "Matrix"].get(lengths.len()).copied()
            }
            _ => None,
        };
        return Some(match short(expected.shape) {
            Some(name) => words::too_many(name, tape),
            None => words::too_many_in_long_type().to_owned(),
        });
    }
    None
}
