//! Methods that are not there, methods without parentheses, and the wrong number of arguments.

use super::facts::{Facts, ticked};
use super::layer;
use super::naming;
use super::paragraph;
use super::synonym;
use super::tape::receiver;
use super::tensor::Tensor;
use super::types::Type;
use crate::runner::words::compiler::method as words;

/// See the module.
pub fn explain(facts: &Facts) -> Option<String> {
    match facts.code {
        "E0599" | "E0624" => missing(facts),
        "E0615" => {
            let name = *ticked(&facts.message).first()?;
            Some(words::parentheses(name))
        }
        "E0616" if facts.noted("a method `") => {
            let name = *ticked(&facts.message).first()?;
            Some(words::parentheses(name))
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
        return synonym::on_tensor(name).map(|mend| paragraph(words::private(name), mend));
    }
    // `fn() -> Cpu {device}`: the function itself, not what it gives.
    if let Some(Type::Other(function)) = quoted.get(1).and_then(|found| Type::parse(found))
        && function.starts_with("fn(")
        && facts.noted("use parentheses to call this function")
    {
        let function = function.rsplit(['{', ':']).next()?.trim_end_matches('}');
        return Some(words::function(function));
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
        return Some(words::unwrap(name));
    }
    let tensor = facts.message.contains("struct `Tensor<")
        || facts.message.contains("::Tensor<")
        || about
            .as_ref()
            .is_some_and(|found| Tensor::of(found.behind_references()).is_some());
    if tensor {
        let mend = synonym::on_tensor(name)?;
        return Some(paragraph(words::not_of_tensors(name), mend));
    }
    let found = about?;
    let found = found.behind_references();
    if found.is_number() {
        let kind = naming::code(found)?;
        let kind = kind.trim_matches(['{', '}']).to_owned();
        return synonym::on_number(name)
            .map(|mend| paragraph(words::not_of_numbers(kind, name), mend));
    }
    if let Some([element]) = found.arguments_of("Vec") {
        if element.is("Option") && name.starts_with("is_") | name.starts_with("unwrap") {
            return Some(words::of_cells(name));
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
        return (of_tensors && element.is("f32")).then(|| words::of_tensors(name));
    }
    if layer::is_network(found) && facts.message.contains("function or associated item") {
        return Some(words::only_described().to_owned());
    }
    if facts.noted("trait is in scope") && !facts.source.contains("use gradlings::prelude::*;") {
        return Some(words::not_imported(name));
    }
    None
}

/// A method that is there, but not for this type.
fn unmet(facts: &Facts, name: &str) -> Option<String> {
    let found = receiver(facts)?;
    let tensor = Tensor::of(found.behind_references())?;
    let rank = tensor.rank()?;
    if name == "array" && rank > 0 && !facts.bounds().is_empty() {
        return Some(words::array(naming::tensor(&tensor)));
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
        return Some(words::of_literal(name));
    }
    Some(words::unknown_kind(name))
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
            let is_limit = short == "max" && given.is_some_and(|given| given.is_float());
            return Some(match is_limit {
                true => words::maximum_with(short),
                false => words::axis_as_argument(short),
            });
        }
        if synonym::along(&short) && number {
            return Some(words::axis_of_softmax(short));
        }
        return takes(&name, &facts.message);
    }
    let takes = takes(&name, &facts.message)?;
    if short == "trace" || short == "traced" {
        return Some(paragraph(takes, words::missing_gradients(short)));
    }
    let missing = facts.labelled("is missing").map(|(_, label)| label);
    let what = missing.and_then(|label| {
        let found = Type::parse(ticked(label).first()?)?;
        match &found {
            Type::Tuple(lengths)
                if !lengths.is_empty() && lengths.iter().all(|length| length.is("usize")) =>
            {
                let shape = naming::shape(lengths).replace("batch", "rows");
                Some(words::missing_shape(shape))
            }
            _ if found.is("AdamConfig") => Some(words::missing_settings("AdamConfig::default()")),
            _ if found.is("SgdConfig") => Some(words::missing_settings("SgdConfig::default()")),
            _ => naming::of(&found),
        }
    });
    let what = match what {
        None if short == "stddev" => Some(words::missing_addend().to_owned()),
        what => what,
    };
    Some(match what {
        Some(what) => paragraph(takes, words::missing(what)),
        None => takes,
    })
}

/// How many arguments it takes and gets, out of rustc's "this method takes 2 arguments but 1 argument was supplied".
fn takes(name: &str, message: &str) -> Option<String> {
    let (_, counts) = message.split_once(" takes ")?;
    let (takes, given) = counts.split_once(" but ")?;
    let number = |text: &str| text.split(' ').next()?.parse::<usize>().ok();
    Some(match (number(takes)?, number(given)?) {
        (1, given) => words::takes_one(name, given),
        (number, given) => words::takes(name, number, given),
    })
}

/// Brackets behind what has no places.
fn indexed(facts: &Facts) -> Option<String> {
    let found = Type::parse(ticked(&facts.message).first()?)?;
    let index = facts.text();
    match found.behind_references() {
        Type::Tuple(parts) if !parts.is_empty() => {
            let place = index.trim_matches(['[', ']']);
            Some(match place.parse::<usize>() {
                Ok(place) if place < parts.len() => words::tuple_indexed(place),
                _ => words::tuple_indexed_by_variable().to_owned(),
            })
        }
        number if number.is_number() => Some(words::number_indexed(index)),
        _ => None,
    }
}
