//! What stands in `<...>`: too little, too much, numbers for types, or nothing where Rust cannot work it out.

use super::facts::{Facts, after, code_at, ticked};
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
        "Residual" => words::residual(),
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
    let supplied = facts.labelled("supplied 1 generic argument");
    let axis = supplied.and_then(|(place, _)| axis_in(&code_at(place)));
    if let (Some(axis), "broadcast_like") = (&axis, name.as_str()) {
        return Some(words::broadcast_like_along(axis));
    }
    if let Some(usage) = usage(&name) {
        return Some(usage);
    }
    if synonym::reduces(&name) {
        return Some(match axis {
            Some(axis) => words::reduction_along(name, axis),
            None => words::reduction(name),
        });
    }
    if synonym::along(&name) {
        return Some(words::along(name));
    }
    let aliases = ["Matrix", "Vector", "Scalar"];
    aliases.contains(&name.as_str()).then(|| words::alias(name))
}

/// The axis that code begins with: `Axis<1>`, `Axes2<0, 1>`.
fn axis_in(code: &str) -> Option<String> {
    let (name, numbers) = code.split_once('<')?;
    let (numbers, _) = numbers.split_once('>')?;
    let is_axis = name == "Axis" || name.starts_with("Axes");
    is_axis.then(|| format!("{name}<{numbers}>"))
}

/// The axis that the call right behind the place of the error adds again: `x.max().broadcast_like::<_, Axis<1>>(&shape)`.
fn added_again(facts: &Facts) -> Option<String> {
    let behind = after(facts.primary()?);
    let call = behind.strip_prefix("().broadcast_like::<")?;
    let (_, axis) = call.split_once(", ")?;
    axis_in(axis)
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
        // An iterator's own `sum` wants a number; its type parameter has another name than those of dfdx.
        let of_iterator = ["S", "P"].iter().any(|name| quoted.first() == Some(name));
        if of_iterator || facts.noted("Sum<") || facts.noted("Product<") {
            let kind = added(facts)
                .or_else(|| joined(facts))
                .or_else(|| gone_through(facts))
                .unwrap_or_else(|| facts.float().to_owned());
            return Some(words::unknown_sum(method, kind));
        }
        return Some(match added_again(facts) {
            Some(axis) => words::unknown_reduction_before(method, axis),
            None => words::unknown_reduction(method),
        });
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
        "reshape",
    ];
    if creates.contains(&method) {
        let name = declared(facts).unwrap_or_else(|| "x".to_owned());
        return Some(words::unknown_shape(method, name));
    }
    let is_map = ["`HashMap<", "`BTreeMap<"]
        .iter()
        .any(|map| facts.message.contains(map));
    if let (true, Some(name)) = (is_map, declared(facts)) {
        let name = name.trim_start_matches("mut ");
        let place = format!("{name}[");
        let counts = facts
            .code_lines()
            .any(|line| line.starts_with(&place) && line.contains("+="));
        if counts {
            return Some(words::counted_in_map(name));
        }
    }
    if method == "collect" || method == "unzip" || method == "into" {
        return Some(words::unknown_collection(method));
    }
    if method == "product" {
        return Some(words::unknown_sum(method, facts.float()));
    }
    if method == "gen" || method == "r#gen" {
        return Some(words::unknown_random().to_owned());
    }
    if let Some(said) = optimizer(facts) {
        return Some(said);
    }
    if facts.line().trim_end().ends_with(".unzip();") && facts.text().starts_with('(') {
        return Some(words::unknown_pair(facts.text()));
    }
    // `|x|`, of which nothing says what it is.
    let (before, behind) = (facts.before(), after(facts.primary()?));
    let parameter =
        before.trim_end().ends_with(['|', ',']) && behind.trim_start().starts_with([',', '|']);
    if parameter && before.contains('|') && !facts.text().is_empty() {
        return Some(words::unknown_parameter(facts.text()));
    }
    let name = declared(facts)?;
    let adds = [".sum();", ".product();"]
        .iter()
        .any(|end| facts.line().ends_with(end));
    Some(match adds {
        true => {
            let kind = added(facts)
                .or_else(|| joined(facts))
                .or_else(|| gone_through(facts));
            words::unknown_number(name, kind.unwrap_or_else(|| facts.float().to_owned()))
        }
        false => unknown_variable(facts, &name)?,
    })
}

/// A list whose elements are not known. Of anything else nothing is known either.
fn unknown_variable(facts: &Facts, name: &str) -> Option<String> {
    let line = facts.line();
    if line.contains(&format!("let {name} = ")) && line.contains(".collect()") {
        return Some(words::unknown_list(name));
    }
    let empty = ["Vec::new()", "vec![]"]
        .iter()
        .any(|list| line.contains(&format!("let {name} = {list}")));
    empty.then(|| words::empty_list(name.trim_start_matches("mut ")))
}

/// An optimiser that nothing uses: only `update` says what kind of numbers it changes.
fn optimizer(facts: &Facts) -> Option<String> {
    let found = facts.quoted_types().into_iter().next()?;
    let [inner] = found.arguments_of("Observed")? else {
        return None;
    };
    let (kind, _) = inner.named()?;
    let name = declared(facts)?;
    let name = name.trim_start_matches("mut ");
    let used = facts
        .code_lines()
        .any(|line| line.contains(&format!("{name}.update(")));
    (["Adam", "Sgd", "RMSprop"].contains(&kind) && !used).then(|| words::unused_optimizer(name))
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

/// The kind of the number on the other side of a sign: rustc "cannot satisfy `<usize as Add<_>>::Output == usize`", or
/// speaks of all that satisfies `usize: Add<_>`.
fn joined(facts: &Facts) -> Option<String> {
    let kinds = ["usize", "u64", "i32", "f32", "f64"];
    let mut notes = facts.notes.iter().flat_map(|note| ticked(note));
    let side = notes.find_map(|bound| {
        let bound = bound.trim_start_matches('<');
        kinds.iter().find(|kind| {
            bound.starts_with(&format!("{kind}: ")) || bound.starts_with(&format!("{kind} as "))
        })
    })?;
    Some((*side).to_owned())
}

/// The kind of the numbers in the list or the range that the line goes through, where it takes them as they are and the head of
/// the function says what they are: `places.iter().sum()` with `places: &[usize]`, and `(0..n).sum()` with `n: usize`.
fn gone_through(facts: &Facts) -> Option<String> {
    let code = facts.code_line();
    let code = code.split_once(" = ").map_or(code, |(_, value)| value);
    let before = code
        .split_once(".sum()")
        .or_else(|| code.split_once(".product()"))?
        .0;
    let before = before
        .trim_end_matches(".copied()")
        .trim_end_matches(".cloned()");
    let name = match before.strip_prefix("(0..") {
        Some(range) => range.strip_suffix(')')?,
        None => before
            .strip_suffix(".iter()")
            .or_else(|| before.strip_suffix(".into_iter()"))?,
    };
    let (head, body) = facts.function()?.split_once('{')?;
    // A variable of the same name may hold something else.
    if [
        format!("let {name} "),
        format!("let mut {name} "),
        format!("let {name}:"),
    ]
    .iter()
    .any(|declares| body.contains(declares.as_str()))
    {
        return None;
    }
    let parameters = head.split(['(', ',']).map(str::trim);
    let declared = parameters.rev().find_map(|parameter| {
        let rest = parameter.trim_start_matches("mut ").strip_prefix(name)?;
        rest.strip_prefix(':')
    })?;
    let declared = declared.split(')').next()?.trim();
    let element = declared
        .trim_start_matches('&')
        .trim_start_matches("Vec<")
        .trim_start_matches('[');
    let element = element.trim_end_matches(['>', ']']);
    let kinds = ["usize", "u64", "u32", "i64", "i32", "f32", "f64"];
    kinds.contains(&element).then(|| element.to_owned())
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
