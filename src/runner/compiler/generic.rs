//! What stands in `<...>`: too little, too much, numbers for types, or nothing where Rust cannot work it out.

use super::facts::{Facts, ticked};
use super::synonym;
use super::types::Type;
use crate::runner::words::compiler::generic as words;

/// See the module.
pub fn explain(facts: &Facts) -> Option<String> {
    match facts.code {
        "E0107" => count(facts),
        "E0747" => number(facts),
        "E0214" => {
            let text = facts.text();
            let name = text.split('(').next().filter(|name| !name.is_empty())?;
            Some(words::parentheses(name))
        }
        "E0282" | "E0283" | "E0284" | "E0790" => unknown(facts),
        _ => None,
    }
}

/// What the names of the course take.
fn usage(name: &str) -> Option<String> {
    let usage = match name {
        "Linear" => words::linear(),
        "Conv2D" => words::convolution(),
        "MaxPool2D" | "AvgPool2D" => return Some(words::pool(name)),
        "Flatten" => words::flatten(),
        "Tensor" => words::tensor(),
        "build_module" => words::build_module(),
        "broadcast_like" => words::broadcast_like(),
        "Const" => words::constant(),
        "Axis" => words::axis(),
        _ => return None,
    };
    Some(usage.to_owned())
}

/// The name in front of `<...>`.
fn name(facts: &Facts) -> String {
    let text = facts.text();
    let name = text
        .split(['<', '('])
        .next()
        .unwrap_or_default()
        .trim_end_matches(':');
    name.rsplit("::").next().unwrap_or_default().to_owned()
}

fn count(facts: &Facts) -> Option<String> {
    let name = name(facts);
    if let Some(usage) = usage(&name) {
        return Some(usage);
    }
    if synonym::reduces(&name) {
        return Some(words::reduction(name));
    }
    if synonym::along(&name) {
        return Some(words::along(name));
    }
    let aliases = ["Matrix", "Vector", "Scalar"];
    aliases.contains(&name.as_str()).then(|| words::alias(name))
}

/// `::<_, 0>` for `::<_, Axis<0>>`.
fn number(facts: &Facts) -> Option<String> {
    let number: usize = facts.text().parse().ok()?;
    if !facts
        .message
        .contains("constant provided when a type was expected")
    {
        return None;
    }
    let line = facts.line();
    let axis = line.split("::<").any(|before| {
        let name = before.rsplit(['.', ' ', '(']).next().unwrap_or_default();
        synonym::reduces(name) || synonym::along(name) || name.starts_with("broadcast")
    });
    Some(match axis {
        true => words::number_for_axis(number),
        false => words::number_for_type(number),
    })
}

/// Rust cannot work a type out.
fn unknown(facts: &Facts) -> Option<String> {
    let label = facts.label();
    let quoted = ticked(label);
    let method = label
        .split_once("declared on the ")
        .and_then(|_| quoted.last().copied())
        .unwrap_or_default()
        .to_owned();
    let method = method.as_str();
    if synonym::reduces(method) {
        // An iterator's own `sum` wants a number.
        if facts.noted("Sum<") || facts.noted("Product<") {
            let kind = added(facts).unwrap_or_else(|| "f32".to_owned());
            return Some(words::unknown_sum(method, kind));
        }
        return Some(words::unknown_reduction(method));
    }
    if synonym::along(method) {
        return Some(words::unknown_along(method));
    }
    if method.contains("broadcast") {
        return Some(words::unknown_broadcast().to_owned());
    }
    let creates = [
        "zeros",
        "ones",
        "sample_normal",
        "sample_uniform",
        "sample",
        "permute",
        "reshape",
    ];
    if creates.contains(&method) {
        let name = declared(facts).unwrap_or_else(|| "x".to_owned());
        return Some(words::unknown_shape(method, name));
    }
    if method == "collect" || method == "unzip" || method == "into" {
        return Some(words::unknown_collection(method));
    }
    if method == "product" {
        return Some(words::unknown_sum(method, "f32"));
    }
    if method == "gen" || method == "r#gen" {
        return Some(words::unknown_random().to_owned());
    }
    let name = declared(facts)?;
    let adds = [".sum();", ".product();"]
        .iter()
        .any(|end| facts.line().ends_with(end));
    Some(match adds {
        true => words::unknown_number(name, facts.float()),
        false => words::unknown_variable(name),
    })
}

/// The kind of the numbers that a `sum` adds up: rustc "cannot satisfy `_: Sum<usize>`".
fn added(facts: &Facts) -> Option<String> {
    let mut notes = facts.notes.iter();
    let wanted = notes.find_map(|note| ticked(note).first()?.strip_prefix("_: "))?;
    let wanted = Type::parse(wanted)?;
    let element = wanted.named()?.1.first()?.behind_references();
    let (name, _) = element.named().filter(|_| element.is_number())?;
    (!name.starts_with('{')).then(|| name.to_owned())
}

/// The variable that the line of the error declares, with its `mut`.
fn declared(facts: &Facts) -> Option<String> {
    let declared = facts.line().strip_prefix("let ")?;
    let name = declared.trim_start_matches("mut ");
    let end = name.find(|letter: char| !(letter.is_alphanumeric() || letter == '_'));
    let name = &name[..end.unwrap_or(name.len())];
    let mutable = if declared.starts_with("mut ") {
        "mut "
    } else {
        ""
    };
    (!name.is_empty()).then(|| format!("{mutable}{name}"))
}
