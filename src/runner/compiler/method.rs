//! Methods that are not there, methods without parentheses, and the wrong number of arguments.

use super::facts::{Facts, ticked};
use super::layer;
use super::naming;
use super::synonym;
use super::tape::receiver;
use super::tensor::Tensor;
use super::types::Type;

/// See the module.
pub fn explain(facts: &Facts) -> Option<String> {
    match facts.code {
        "E0599" | "E0624" => missing(facts),
        "E0615" => {
            let name = *ticked(&facts.message).first()?;
            Some(format!(
                "`{name}` is a method: call it with parentheses, `.{name}()`."
            ))
        }
        "E0616" if facts.noted("a method `") => {
            let name = *ticked(&facts.message).first()?;
            Some(format!(
                "`{name}` is a method: call it with parentheses, `.{name}()`."
            ))
        }
        "E0061" => arguments(facts),
        "E0608" => indexed(facts),
        "E0689" => undecided(facts),
        _ => None,
    }
}

fn missing(facts: &Facts) -> Option<String> {
    let quoted = ticked(&facts.message);
    let name = *quoted.first()?;
    if facts.code == "E0624" {
        return synonym::on_tensor(name)
            .map(|mend| format!("dfdx keeps `{name}` of a tensor for itself: {mend}."));
    }
    // `fn() -> Cpu {device}`: the function itself, not what it gives.
    if let Some(Type::Other(function)) = quoted.get(1).and_then(|found| Type::parse(found))
        && function.starts_with("fn(")
        && facts.noted("use parentheses to call this function")
    {
        let function = function.rsplit(['{', ':']).next()?.trim_end_matches('}');
        return Some(format!(
            "`{function}` is a function; what it gives comes from calling it: `{function}()`."
        ));
    }
    if facts
        .message
        .contains("but its trait bounds were not satisfied")
    {
        return unmet(facts, name);
    }
    if !facts.message.starts_with("no ") {
        return None;
    }
    let about = receiver(facts);
    let unwraps = ["unwrap", "expect"].contains(&name);
    if let (true, Some(found)) = (unwraps, &about)
        && !found.is("Option")
        && !found.is("Result")
    {
        return Some(format!(
            "`{name}` takes a value out of an `Option` or a `Result`, and this is none: leave `.{name}(...)` away."
        ));
    }
    let tensor = facts.message.contains("struct `Tensor<")
        || facts.message.contains("::Tensor<")
        || about
            .as_ref()
            .is_some_and(|found| Tensor::of(found.behind_references()).is_some());
    if tensor {
        let mend = synonym::on_tensor(name)?;
        return Some(format!("A tensor has no `{name}`: {mend}."));
    }
    let found = about?;
    let found = found.behind_references();
    if found.is_number() {
        let kind = naming::code(found)?;
        let kind = kind.trim_matches(['{', '}']).to_owned();
        return synonym::on_number(name)
            .map(|mend| format!("A plain number (`{kind}`) has no `{name}`: {mend}."));
    }
    if let Some([element]) = found.arguments_of("Vec") {
        if element.is("Option") && name.starts_with("is_") | name.starts_with("unwrap") {
            return Some(format!(
                "This is a whole row, a `Vec`; `{name}` belongs to its cells: `row.iter().all(|cell| cell.{name}())` asks all of them."
            ));
        }
        let of_tensors = synonym::reduces(name)
            || synonym::along(name)
            || [
                "shape",
                "square",
                "abs",
                "exp",
                "ln",
                "relu",
                "broadcast_like",
                "matmul",
                "select",
            ]
            .contains(&name);
        return (of_tensors && element.is("f32")).then(|| {
            format!("`{name}` belongs to tensors, and this is a `Vec`: make a tensor of it with `device().tensor_from_vec(numbers, shape)`.")
        });
    }
    if layer::is_network(found) && facts.message.contains("function or associated item") {
        return Some(
            "`Network` only describes the layers: `device().build_module::<Network, f32>()` makes a network of it.".to_owned(),
        );
    }
    if facts.noted("trait is in scope") && !facts.source.contains("use gradlings::prelude::*;") {
        return Some(format!(
            "`{name}` comes from a trait that this file does not import: write `use gradlings::prelude::*;` at the top."
        ));
    }
    None
}

/// A method that is there, but not for this type.
fn unmet(facts: &Facts, name: &str) -> Option<String> {
    let found = receiver(facts)?;
    let tensor = Tensor::of(found.behind_references())?;
    let rank = tensor.rank()?;
    if name == "array" && rank > 0 && !facts.bounds().is_empty() {
        return Some(format!(
            "`.array()` needs every length in the type, and this is {}: `.as_vec()` gives its numbers, or take the `.mean()` first if \
             one number is meant.",
            naming::tensor(&tensor)
        ));
    }
    None
}

/// A number whose kind is not decided yet.
fn undecided(facts: &Facts) -> Option<String> {
    let name = *ticked(&facts.message).first()?;
    if [
        "leaky_trace",
        "leaky_traced",
        "trace",
        "traced",
        "array",
        "as_vec",
        "shape",
        "backward",
        "broadcast_like",
        "square",
    ]
    .contains(&name)
    {
        return Some(format!(
            "`{name}` belongs to tensors, and this began as a plain number: `device().zeros()` or `device().tensor(0.5)` makes a `Scalar`."
        ));
    }
    Some(format!(
        "Rust does not know yet what kind of number this is: write its kind behind it, as in `2.0_f32`, before `.{name}()`."
    ))
}

/// Too few arguments, or too many.
fn arguments(facts: &Facts) -> Option<String> {
    let called = facts.text();
    let name = called.split("::<").next().unwrap_or_default().to_owned();
    let short = name.rsplit("::").next().unwrap_or_default().to_owned();
    if name.is_empty() {
        return None;
    }
    if let Some((_, label)) = facts.labelled("unexpected argument") {
        let given = ticked(label).first().and_then(|found| Type::parse(found));
        let number = given.as_ref().is_some_and(Type::is_number);
        if synonym::reduces(&short) && number && facts.message.contains("takes 0 arguments") {
            let clamp = match (short.as_str(), given.is_some_and(|given| given.is_float())) {
                ("max", true) => " (`max(x, 0)` for every element is `.relu()`)",
                _ => "",
            };
            return Some(format!(
                "`{short}` of a tensor takes no number in the parentheses; the axis that goes stands in the type: \
                 `.{short}::<_, Axis<0>>()`{clamp}."
            ));
        }
        if synonym::along(&short) && number {
            return Some(format!(
                "The axis stands in the type: `.{short}::<Axis<1>>()`."
            ));
        }
        return Some(format!("`{name}` {}.", takes(&facts.message)?));
    }
    let missing = facts.labelled("is missing").map(|(_, label)| label);
    let what = missing.and_then(|label| {
        let found = Type::parse(ticked(label).first()?)?;
        match &found {
            Type::Tuple(lengths)
                if !lengths.is_empty() && lengths.iter().all(|length| length.is("usize")) =>
            {
                Some(format!(
                    "the shape, as in `{}`",
                    naming::shape(lengths).replace("batch", "rows")
                ))
            }
            _ if found.is("AdamConfig") => Some("the settings, `AdamConfig::default()`".to_owned()),
            _ if found.is("SgdConfig") => Some("the settings, `SgdConfig::default()`".to_owned()),
            _ => naming::of(&found),
        }
    });
    let what = match (short.as_str(), what) {
        ("trace" | "traced", _) => Some(format!(
            "the gradients, `.{short}(gradients)`; `.leaky_{short}()` needs none"
        )),
        ("stddev", None) => Some("a number that is added under the root, `0.0`".to_owned()),
        (_, what) => what,
    };
    let missing = what.map_or(String::new(), |what| format!(": what is missing is {what}"));
    Some(format!("`{name}` {}{missing}.", takes(&facts.message)?))
}

/// "takes 2 arguments, but is given 1", out of rustc's "this method takes 2 arguments but 1 argument was supplied".
fn takes(message: &str) -> Option<String> {
    let (_, counts) = message.split_once(" takes ")?;
    let (takes, given) = counts.split_once(" but ")?;
    let given = given.split(' ').next()?;
    given.parse::<usize>().ok()?;
    Some(format!("takes {takes}, but is given {given}"))
}

/// Brackets behind what has no places.
fn indexed(facts: &Facts) -> Option<String> {
    let found = Type::parse(ticked(&facts.message).first()?)?;
    let index = facts.text();
    match found.behind_references() {
        Type::Tuple(parts) if !parts.is_empty() => {
            let place = index.trim_matches(['[', ']']);
            let mend = match place.parse::<usize>() {
                Ok(place) if place < parts.len() => {
                    format!("write `.{place}` instead of `[{place}]`")
                }
                _ => "write `.0`, `.1` and so on".to_owned(),
            };
            Some(format!(
                "The parts of a tuple, such as a shape, have numbers behind a point: {mend}."
            ))
        }
        number if number.is_number() => Some(format!(
            "There is one pair of brackets too many: what stands before `{index}` is a single number already. A place in a matrix is \
             `matrix[[row, column]]`."
        )),
        _ => None,
    }
}
