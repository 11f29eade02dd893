//! Methods that are not there, methods without parentheses, and the wrong number of arguments.

use super::facts::{Facts, code_at, ticked};
use super::function;
use super::layer;
use super::name::alike;
use super::naming;
use super::paragraph::paragraph;
use super::synonym;
use super::tape::receiver;
use super::tensor::Tensor;
use super::types::Type;
use crate::runner::words::compiler::method as words;

/// See the module.
pub fn explain(facts: &Facts) -> Option<String> {
    match facts.code {
        "E0599" | "E0624" => missing(facts).or_else(|| misspelt(facts)),
        "E0615" => {
            let name = *ticked(&facts.message).first()?;
            Some(words::parentheses(name))
        }
        "E0616" if facts.noted("a method `") => {
            let name = *ticked(&facts.message).first()?;
            Some(words::parentheses(name))
        }
        "E0057" | "E0061" => arguments(facts),
        "E0608" => indexed(facts),
        "E0689" => undecided(facts),
        _ => None,
    }
}

/// Methods of tensors that begin a recording, or need one.
const OF_TENSORS: [&str; 7] = [
    "backward",
    "broadcast_like",
    "leaky_trace",
    "leaky_traced",
    "trace",
    "traced",
    "with_empty_tape",
];

/// A method that is spelt wrong, if rustc knows one that differs by one slip.
fn misspelt(facts: &Facts) -> Option<String> {
    let name = *ticked(&facts.message).first()?;
    let mut notes = facts.notes.iter();
    let similar = notes.find_map(|note| {
        let rest = note.strip_prefix("there is ")?;
        rest.contains("with a similar name")
            .then(|| ticked(note).first().copied())?
    })?;
    (name.len() > 3 && alike(name, similar)).then(|| words::similar(name, similar))
}

/// Methods of numbers with a point that whole numbers have not.
const OF_FLOATS: [&str; 14] = [
    "ceil", "cos", "exp", "floor", "ln", "log10", "log2", "powf", "powi", "recip", "round", "sin",
    "sqrt", "tanh",
];

fn missing(facts: &Facts) -> Option<String> {
    let quoted = ticked(&facts.message);
    let name = *quoted.first()?;
    if facts.code == "E0624" {
        let (place, _) = facts.labelled("private method defined here")?;
        if !place.file_name.contains("dfdx") {
            return None;
        }
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
    if let Some(found) = facts.message.strip_suffix("is not an iterator") {
        return no_iterator(&Type::parse(found.trim().trim_matches('`'))?, &facts.text());
    }
    if !facts.message.starts_with("no ") {
        return None;
    }
    if let Some(said) = function::of_optimizer(facts, name) {
        return Some(said);
    }
    if facts.label() == "field, not a method" {
        return Some(words::field(name));
    }
    if facts.message.contains("associated item named") && facts.message.contains("Tensor<") {
        return Some(words::made_by_device().to_owned());
    }
    if facts.message.starts_with("no associated item") && facts.message.contains("for type `f") {
        let constant = ["PI", "TAU", "E", "SQRT_2", "LN_2"].contains(&name);
        return constant.then(|| words::constant(name, facts.float()));
    }
    if facts.message.contains("associated item named `") && facts.message.contains("for type `f") {
        return synonym::for_value(name).map(str::to_owned);
    }
    if facts.message.contains("associated item named `new`") && facts.message.contains("StdRng") {
        return Some(words::generator_made().to_owned());
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
    if found.is_whole() && OF_FLOATS.contains(&name) {
        return Some(match ["ceil", "floor", "round"].contains(&name) {
            true => words::rounding_of_whole(name),
            false => words::of_float(name, facts.float()),
        });
    }
    if let (Type::Tuple(parts), "concat") = (found, name)
        && parts.iter().all(|part| Tensor::of(part).is_some())
    {
        return Some(words::tensors_joined().to_owned());
    }
    if let (Type::Tuple(parts), "iter" | "into_iter" | "len" | "product") = (found, name)
        && !parts.is_empty()
    {
        return Some(words::tuple_gone_through().to_owned());
    }
    if found.is_number() && OF_TENSORS.contains(&name) {
        return Some(words::of_literal(name));
    }
    if found.is_number() && ["add", "sub", "mul", "div", "neg"].contains(&name) {
        return Some(words::signs_of_numbers().to_owned());
    }
    if found.is_number() {
        let kind = naming::code(found)?;
        let kind = kind.trim_matches(['{', '}']).to_owned();
        return synonym::on_number(name)
            .map(|mend| paragraph(words::not_of_numbers(kind, name), mend));
    }
    if let Some([element]) = found.arguments_of("Vec")
        && element.is("Option")
        && (name.starts_with("is_") || name.starts_with("unwrap"))
    {
        return Some(words::of_cells(name));
    }
    if layer::is_network(found) && facts.message.contains("function or associated item") {
        return Some(words::only_described().to_owned());
    }
    if facts.noted("trait is in scope") && !facts.source.contains("use gradlings::prelude::*;") {
        return Some(words::not_imported(name));
    }
    None
}

/// A method of iterators, of what is none.
fn no_iterator(found: &Type, name: &str) -> Option<String> {
    if found.is_float() && name == "cmp" {
        return Some(words::compared().to_owned());
    }
    let mend = Tensor::of(found).and_then(|_| synonym::on_tensor(name))?;
    Some(paragraph(words::not_of_tensors(name), mend))
}

/// A method that is there, but not for this type.
fn unmet(facts: &Facts, name: &str) -> Option<String> {
    let found = receiver(facts)?;
    if name == "cmp" && found.behind_references().is_float() {
        return Some(words::compared().to_owned());
    }
    let element = match found.behind_references() {
        Type::Array(element, _) => Some(&**element),
        list => list.arguments_of("Vec").and_then(<[Type]>::first),
    };
    if name == "concat" && element.is_some_and(|element| Tensor::of(element).is_some()) {
        return Some(words::tensors_joined().to_owned());
    }
    if layer::is_network(&found) && facts.message.contains("associated item") {
        return Some(words::only_described().to_owned());
    }
    if name == "concat" && element.is_some() {
        return Some(words::lists_joined().to_owned());
    }
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
    if facts.message.starts_with("can't call method") && !facts.message.contains("ambiguous") {
        return None;
    }
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
    Some(match name {
        "pow" => words::power_of_literal().to_owned(),
        name => words::unknown_kind(name),
    })
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
        let code = facts
            .labelled("unexpected argument")
            .map(|(place, _)| code_at(place));
        let written = code.unwrap_or_default();
        let digits: String = written.chars().filter(char::is_ascii_digit).collect();
        let wanted = match written.contains('-') || digits.is_empty() {
            true => None,
            false => Some(digits),
        };
        let of_dfdx = facts.calls_into("dfdx");
        // Of `max(0)` nothing tells whether it is an axis or a limit.
        if short == "max" && of_dfdx && written == "0" {
            return Some(words::maximum_or_axis().to_owned());
        }
        if synonym::reduces(&short) && of_dfdx && facts.message.contains("takes 0 arguments but 1 ")
        {
            let is_limit = given.is_some_and(|given| given.is_float());
            return Some(match short.as_str() {
                "max" if is_limit => words::maximum_with(short),
                "min" if is_limit => words::minimum_with(short),
                _ => words::axis_as_argument(short, wanted.unwrap_or_else(|| "0".to_owned())),
            });
        }
        if synonym::along(&short) && of_dfdx {
            return Some(match wanted {
                Some(axis) => words::axis_of_softmax(short, axis),
                None => words::last_axis_of_softmax(short),
            });
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
