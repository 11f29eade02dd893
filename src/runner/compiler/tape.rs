//! The tape that records what happens to a tensor: missing, on the wrong side, or lost on the way.

use super::facts::{Facts, ticked};
use super::tensor::Tensor;
use super::types::Type;
use super::naming;

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
    let mend = match facts.text().as_str() {
        "-" => "put that one first (`-(b - a)` is `a - b`)",
        "+" | "*" => "put that one first",
        "/" => "put that one first (`b.recip() * a` is `a / b`)",
        _ => "call the method on that one",
    };
    Some(format!(
        "Only the tensor on the right carries a tape here, and dfdx goes on recording only what stands on the left: {mend}."
    ))
}

/// `backward` of what it cannot start from.
fn backward(facts: &Facts) -> Option<String> {
    if !facts.message.contains("method named `backward`") {
        return None;
    }
    let found = receiver(facts)?;
    let tensor = Tensor::of(&found)?;
    if tensor.unrecorded() {
        return Some(
            "There is nothing to play back: this tensor carries no tape. Start the computation with \
             `.leaky_trace()`, or with `.traced(gradients)` for a network, on what goes into it."
                .to_owned(),
        );
    }
    let rank = tensor.rank()?;
    (rank > 0).then(|| {
        format!(
            "`backward` starts from one number, but this is {}: take its `.mean()` or `.sum()` first.",
            naming::tensor(&tensor)
        )
    })
}

/// `clone` of a tensor with a tape.
fn cloned(facts: &Facts) -> Option<String> {
    if !facts.message.contains("the method `clone` exists") {
        return None;
    }
    let found = receiver(facts)?;
    Tensor::of(&found).filter(Tensor::recorded)?;
    Some(
        "A tensor with a tape cannot be cloned, for there is only one recording. For a square there is `.square()`; \
         elsewhere `x.with_empty_tape()` is a second copy, whose recording is joined with the first later on."
            .to_owned(),
    )
}

/// `traced` of a tensor that has a tape already.
fn traced_twice(facts: &Facts) -> Option<String> {
    let name = *ticked(&facts.message).first()?;
    if !["trace", "traced", "leaky_trace", "leaky_traced"].contains(&name) {
        return None;
    }
    let found = receiver(facts)?;
    let tensor = Tensor::of(found.behind_references())?;
    tensor
        .recorded()
        .then(|| format!("This tensor carries a tape already: leave `.{name}(...)` out."))
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
        let why = if lost {
            "it is made of plain numbers, which nobody records. Work it out with dfdx's operations on the tensors that \
             came in"
        } else {
            "start from a tensor that has one, and keep that one on the left of `+`, `-`, `*` and `/`"
        };
        return Some(format!(
            "A tensor with a tape is expected here, but this one carries none: {why}."
        ));
    }
    let parameter = |tensor: &Tensor| match tensor.tape {
        Some(Type::Named(name, arguments)) if arguments.is_empty() => Some(name.clone()),
        _ => None,
    };
    if let (Some(_), Some(name)) = (
        expected.tape.filter(|tape| tape.is("OwnedTape")),
        parameter(found),
    ) {
        return Some(format!(
            "The tape of this function is called `{name}`, whatever it is when the function is called: write `{name}` instead of \
             `Recording` in the type."
        ));
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
        let mend = match short(expected.shape) {
            Some(name) => format!("write `{name}<{tape}>` for its type"),
            None => "say so in its type".to_owned(),
        };
        return Some(format!(
            "This tensor carries a tape, and one without is expected: {mend} to keep the tape, or \
             `.retaped::<NoneTape>()` behind it to do without."
        ));
    }
    None
}
