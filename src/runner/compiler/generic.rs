//! What stands in `<...>`: too little, too much, numbers for types, or nothing where Rust cannot work it out.

use super::facts::{Facts, ticked};
use super::synonym;
use super::types::Type;

/// See the module.
pub fn explain(facts: &Facts) -> Option<String> {
    match facts.code {
        "E0107" => count(facts),
        "E0747" => number(facts),
        "E0214" => {
            let text = facts.text();
            let name = text.split('(').next().filter(|name| !name.is_empty())?;
            Some(format!(
                "A type has no parentheses behind its name: write `{name}`."
            ))
        }
        "E0282" | "E0283" | "E0284" | "E0790" => unknown(facts),
        _ => None,
    }
}

/// What the names of the course take.
fn usage(name: &str) -> Option<&'static str> {
    Some(match name {
        "Linear" => "two numbers, those that come in and those that go out: `Linear<784, 10>`",
        "Conv2D" => {
            "three numbers, the channels that come in, those that go out, and the size of the kernel: `Conv2D<1, 32, 3>`"
        }
        "MaxPool2D" | "AvgPool2D" => "the size of its window: `MaxPool2D<2>`",
        "Flatten" => "the numbers that one image has: `Flatten<784>`",
        "Tensor" => {
            "a shape, a kind of number and a device: `Tensor<(usize, Const<10>), f32, Dev>`"
        }
        "build_module" => {
            "the description and the kind of number: `build_module::<Network, f32>()`"
        }
        "broadcast_like" => {
            "two things, the shape, which Rust works out, and the new axis: `broadcast_like::<_, Axis<0>>(&matrix)`"
        }
        "Const" => "a number: `Const<10>`",
        "Axis" => "a number: `Axis<0>`",
        _ => return None,
    })
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
        return Some(format!("`{name}` takes {usage}."));
    }
    if synonym::reduces(&name) {
        return Some(format!(
            "`{name}` takes two things in `<...>`: the new shape, which Rust works out if you write `_`, and the axis that goes. \
             Write `.{name}::<_, Axis<0>>()`."
        ));
    }
    if synonym::along(&name) {
        return Some(format!("`{name}` takes one axis: `.{name}::<Axis<1>>()`."));
    }
    ["Matrix", "Vector", "Scalar"].contains(&name.as_str()).then(|| {
        format!("`{name}` takes nothing in `<...>` but the tape: `{name}`, or `{name}<T>` with a tape.")
    })
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
    if axis {
        return Some(format!(
            "An axis is a type of its own: write `Axis<{number}>` instead of `{number}`."
        ));
    }
    Some(format!(
        "A type has to stand here, not a number: a length that is known when the program is built is `Const<{number}>`."
    ))
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
            return Some(format!(
                "Rust cannot tell what kind of number comes out of `{method}`: write `.{method}::<{kind}>()`."
            ));
        }
        return Some(format!(
            "Rust cannot tell which axis `{method}` is to take away: write `.{method}::<_, Axis<0>>()`, or for one number of all say \
             what comes out, `let total: Scalar = ...` (`Scalar<T>` if it has a tape)."
        ));
    }
    if synonym::along(method) {
        return Some(format!(
            "Rust cannot tell along which axis: write `.{method}::<Axis<1>>()`, where 1 is the last axis of a matrix."
        ));
    }
    if method.contains("broadcast") {
        return Some(
            "Rust cannot tell which axis is new: write `.broadcast_like::<_, Axis<0>>(&matrix)`, where `Axis<0>` makes the vector every \
             row and `Axis<1>` every column."
                .to_owned(),
        );
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
        return Some(format!(
            "Rust cannot tell which shape `{method}` is to give: say it in the type, as in `let {name}: Scalar = ...`."
        ));
    }
    if method == "collect" || method == "unzip" || method == "into" {
        return Some(format!(
            "Rust cannot tell what `{method}` is to make: say it in the type, as in `let numbers: Vec<f32> = ...`."
        ));
    }
    if method == "sum" || method == "product" {
        return Some(format!(
            "Rust cannot tell what kind of number comes out: write `.{method}::<f32>()`."
        ));
    }
    if method == "gen" || method == "r#gen" {
        return Some(
            "Rust cannot tell what kind of number to draw: write `.r#gen::<f32>()`.".to_owned(),
        );
    }
    let name = declared(facts)?;
    if [".sum();", ".product();"]
        .iter()
        .any(|end| facts.line().ends_with(end))
    {
        let float = facts.float();
        return Some(format!(
            "Rust cannot tell what kind of number `{name}` is: write it down, as in `let {name}: {float} = ...`."
        ));
    }
    Some(format!(
        "Rust cannot tell the type of `{name}`: write it down, as in `let {name}: Vec<f32> = ...`."
    ))
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
