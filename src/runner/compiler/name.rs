//! Names that nothing has.

use super::facts::{Facts, after, ticked};
use super::function;
use super::synonym;
use crate::runner::words::compiler::{foreign, function as function_words, name as words};

/// Names of the prelude that an exercise is likely to miss first.
const PRELUDE: [&str; 39] = [
    "Exercise",
    "Matrix",
    "Vector",
    "Scalar",
    "Labels",
    "Dev",
    "Recording",
    "Built",
    "Tensor",
    "Tape",
    "Const",
    "Axis",
    "Axes2",
    "Rank0",
    "Rank1",
    "Rank2",
    "NoneTape",
    "OwnedTape",
    "Gradients",
    "Linear",
    "ReLU",
    "Conv2D",
    "MaxPool2D",
    "AvgPool2D",
    "Flatten",
    "Adam",
    "AdamConfig",
    "Sgd",
    "SgdConfig",
    "Module",
    "device",
    "random",
    "report",
    "function",
    "gradient",
    "model",
    "training",
    "classifier",
    "cross_entropy_with_logits_loss",
];

/// The line that every exercise begins with.
const IMPORT: &str = "use gradlings::prelude::*;";

/// Methods that other languages write as functions.
const METHODS: [&str; 13] = [
    "shuffle",
    "exp",
    "ln",
    "abs",
    "square",
    "sqrt",
    "relu",
    "matmul",
    "select",
    "broadcast_like",
    "concat",
    "leaky_trace",
    "backward",
];

/// Parts of the library of the course, which are no libraries themselves.
const PARTS: [&str; 5] = ["report", "store", "course", "demo", "graph"];

/// Names that are written otherwise in Rust, and those of fields.
fn value(facts: &Facts, name: &str) -> Option<String> {
    if let Some((_, proposed)) = facts.proposal("you might have meant to use the available field") {
        let holder = proposed.trim().trim_end_matches('.');
        return Some(words::field(name, format!("{holder}.{name}")));
    }
    if facts.message.starts_with("cannot find type")
        && let Some(rust) = other_type(name)
    {
        return Some(words::other_type(rust));
    }
    let whole = ["int", "Int", "Integer", "integer", "uint"].contains(&name);
    if facts.message.starts_with("cannot find type") && whole {
        return Some(words::type_of_whole().to_owned());
    }
    if facts.message.starts_with("cannot find value") {
        if let Some(said) = of_library(facts, name) {
            return Some(said);
        }
        if ["np", "torch", "tf", "nn", "plt", "F"].contains(&name) {
            return Some(words::library(name, IMPORT));
        }
        // `axis=0` in the parentheses of a call.
        if ["axis", "dim", "keepdim", "keepdims"].contains(&name) {
            let (place, _) = (facts.primary()?, ());
            let assigned = super::facts::after(place).trim_start().starts_with('=');
            return assigned.then(|| words::axis_by_name().to_owned());
        }
        if is_named_argument(facts) {
            return Some(foreign::named_argument().to_owned());
        }
        return synonym::for_value(name).map(str::to_owned);
    }
    // Of a function there may be another one that is meant, such as a method.
    if name.starts_with(char::is_uppercase)
        && let Some((_, proposed)) = facts.proposal("consider importing this")
    {
        let path = proposed
            .trim()
            .trim_end_matches(';')
            .strip_prefix("use std::")?;
        return Some(words::import(name, format!("use std::{path};")));
    }
    if facts.code == "E0573" {
        let layer = ["ReLU", "Tanh", "Sigmoid", "Softmax", "GeLU"];
        let layer = layer
            .iter()
            .find(|layer| layer.eq_ignore_ascii_case(name))?;
        return Some(words::similar(name, layer));
    }
    if facts.message.starts_with("cannot find function")
        && ["metric", "progress", "points", "predictions"].contains(&name)
    {
        return Some(words::in_module(name, format!("report::{name}")));
    }
    let sequential = facts.message.starts_with("cannot find type") && name == "Sequential";
    sequential.then(|| words::sequential().to_owned())
}

/// What Rust calls a type of another language.
fn other_type(name: &str) -> Option<&'static str> {
    Some(match name {
        "float" | "Float" | "number" => "f32",
        "double" | "Double" => "f64",
        "long" | "Long" => "i64",
        "boolean" | "Boolean" => "bool",
        "string" => "String",
        "list" | "List" | "ArrayList" | "ndarray" | "array" => "Vec<f32>",
        "dict" | "Map" => "HashMap",
        _ => return None,
    })
}

/// What stands behind a library of mathematics and a point: `math.pi`, `Math.exp(x)`.
fn of_library(facts: &Facts, name: &str) -> Option<String> {
    if !["math", "Math", "np", "numpy", "torch"].contains(&name) {
        return None;
    }
    let behind = after(facts.primary()?);
    let member = behind.strip_prefix('.')?;
    let end = member.find(|letter: char| !(letter.is_alphanumeric() || letter == '_'));
    let (member, rest) = member.split_at(end.unwrap_or(member.len()));
    if rest.starts_with('(') {
        let of_number = function::OF_NUMBERS.contains(&member);
        return of_number.then(|| function_words::method_of_number(member));
    }
    synonym::for_value(member).map(str::to_owned)
}

/// `x` of `f(x=1)`.
fn is_named_argument(facts: &Facts) -> bool {
    let before = facts.before();
    let behind = facts.primary().map(after).unwrap_or_default();
    let behind = behind.trim_start();
    let assigned = behind.starts_with('=') && !behind.starts_with("==");
    let first = before.trim_end().ends_with('(') && !before.trim().eq("(");
    let other = before.trim_end().ends_with(',') && before.contains('(');
    assigned && (first || other)
}

/// Whether one name is the other with one slip: a letter too many, too few or another one, or small letters for capitals.
/// rustc also proposes names that have nothing to do with it.
pub fn alike(name: &str, other: &str) -> bool {
    if name.eq_ignore_ascii_case(other) {
        return true;
    }
    let (one, two): (Vec<char>, Vec<char>) = (name.chars().collect(), other.chars().collect());
    let (short, long) = if one.len() <= two.len() {
        (one, two)
    } else {
        (two, one)
    };
    if short.len() < 4 || long.len() > short.len() + 1 {
        return false;
    }
    let same = short.iter().zip(&long).take_while(|(a, b)| a == b).count();
    let (rest, other_rest) = (&short[same..], &long[same..]);
    if short.len() < long.len() {
        return *rest == other_rest[1..];
    }
    // Another letter, or two that changed places.
    rest.is_empty()
        || rest[1..] == other_rest[1..]
        || rest.len() > 1
            && rest[0] == other_rest[1]
            && rest[1] == other_rest[0]
            && rest[2..] == other_rest[2..]
}

/// `x` of `max(0, x)` and `max(x, 0.0)`.
fn maximum_with_zero(facts: &Facts, name: &str) -> Option<String> {
    if name != "max" || !facts.message.starts_with("cannot find function") {
        return None;
    }
    let behind = after(facts.primary()?);
    let (arguments, _) = behind.strip_prefix('(')?.split_once(')')?;
    let (one, other) = arguments.split_once(',')?;
    let is_zero = |argument: &str| ["0", "0.", "0.0"].contains(&argument);
    let is_name = |argument: &str| {
        let part = |letter: char| letter.is_alphanumeric() || letter == '_';
        argument.starts_with(char::is_alphabetic) && argument.chars().all(part)
    };
    match (one.trim(), other.trim()) {
        (zero, other) if is_zero(zero) && is_name(other) => Some(other.to_owned()),
        (other, zero) if is_zero(zero) && is_name(other) => Some(other.to_owned()),
        _ => None,
    }
}

/// Whether a `let` introduces a variable of this name.
fn declares(source: &str, name: &str) -> bool {
    source.lines().any(|line| {
        let Some(declared) = line.trim_start().strip_prefix("let ") else {
            return false;
        };
        let rest = declared.trim_start_matches("mut ").strip_prefix(name);
        rest.is_some_and(|rest| rest.starts_with([' ', ':', '=', ';']))
    })
}

/// See the module.
pub fn explain(facts: &Facts) -> Option<String> {
    if ![
        "E0425", "E0412", "E0433", "E0405", "E0573", "E0432", "E0422", "E0423", "E0531", "E0404",
    ]
    .contains(&facts.code)
    {
        return None;
    }
    let name = ticked(&facts.message)
        .into_iter()
        .chain(ticked(facts.label()))
        .next()
        .unwrap_or_default();
    let imported = facts
        .source
        .lines()
        .any(|line| line.trim_start().starts_with(IMPORT));
    if PRELUDE.contains(&name) && !imported && !facts.source.is_empty() {
        return Some(words::not_imported(IMPORT));
    }
    if facts.code == "E0433" && ["F", "nn"].contains(&name) {
        return Some(words::library(name, IMPORT));
    }
    if facts.code == "E0432" || facts.code == "E0433" && !facts.message.contains("type") {
        if name == "math" {
            return Some(words::math().to_owned());
        }
        if is_variable(facts, name) {
            return Some(words::variable_before_path(name));
        }
        let elsewhere = facts.has_module(name)
            || facts.noted("similar name")
            || facts.noted("there is a crate or module");
        let crates = facts.message.contains("module or crate")
            || facts.message.contains("unresolved import");
        // `numbers[start:end]` is no path: rustc takes the one point for two.
        let is_path = facts.primary().is_none_or(|place| {
            let after = after(place);
            !after.starts_with(':') || after.starts_with("::")
        });
        return (crates && is_path && !elsewhere && !PARTS.contains(&name))
            .then(|| words::library(name, IMPORT));
    }
    if ["Cuda", "AutoDevice", "CudaDevice", "Device"].contains(&name) && facts.code != "E0404" {
        return Some(words::device().to_owned());
    }
    if let Some(said) = value(facts, name) {
        return Some(said);
    }
    if name == "Math" {
        return Some(words::math().to_owned());
    }
    if let Some(other) = maximum_with_zero(facts, name) {
        return Some(words::maximum_with_zero(other));
    }
    if facts.message.starts_with("cannot find function")
        && (synonym::reduces(name) || synonym::along(name) || METHODS.contains(&name))
    {
        return Some(words::method(name));
    }
    if name == "Dense" {
        return Some(words::dense().to_owned());
    }
    if facts.code == "E0425" && ["grad", "grads", "gradients"].contains(&name) {
        let declared = declares(around(facts), "gradients") && name != "gradients";
        return Some(match declared {
            true => words::similar(name, "gradients"),
            false => words::no_gradients(name),
        });
    }
    let similar = facts
        .proposal("with a similar name exists")
        .map(|(_, proposed)| proposed.trim())
        .filter(|proposed| !proposed.is_empty());
    if facts.line().starts_with(".offer(") || facts.line().contains(".offer(\"") {
        return Some(words::renamed(name));
    }
    if let Some(similar) = similar
        && alike(name, similar)
    {
        return Some(words::similar(name, similar));
    }
    let variable = facts.code == "E0425" && facts.message.contains("cannot find value");
    if !variable {
        return None;
    }
    match declares(around(facts), name) {
        true => Some(words::out_of_scope(name)),
        false => is_assigned(facts, name).then(|| words::no_let(name)),
    }
}

/// The function around the error. A variable of another one is out of reach, wherever it stands.
fn around<'a>(facts: &Facts<'a>) -> &'a str {
    facts.function().unwrap_or(facts.source)
}

/// Whether the function around the error has a variable or a parameter of this name.
fn is_variable(facts: &Facts, name: &str) -> bool {
    let Some(function) = facts.function() else {
        return false;
    };
    let head = function.split_once('{').map_or("", |(head, _)| head);
    let mut parameters = head.split(['(', ',']).map(str::trim);
    let declared = parameters.any(|it| {
        let rest = it.trim_start_matches("mut ").strip_prefix(name);
        rest.is_some_and(|rest| rest.starts_with(':'))
    });
    declared || declares(function, name)
}

/// Whether a line of the function gives the name a value, as Python does for the first time too: there, or no further in
/// than the error.
fn is_assigned(facts: &Facts, name: &str) -> bool {
    let indent = |line: &str| line.len() - line.trim_start().len();
    let here = facts.primary().and_then(|place| place.text.first());
    let here = here.map_or(0, |line| indent(&line.text));
    let assigns = |line: &str| {
        let value = line.trim_start().strip_prefix(name);
        let value = value.and_then(|rest| rest.trim_start().strip_prefix('='));
        value.is_some_and(|rest| !rest.starts_with(['=', '>']))
    };
    let mut lines = around(facts).lines();
    lines.any(|line| assigns(line) && indent(line) <= here)
}
