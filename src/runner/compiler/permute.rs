//! Axes that change places, shapes that are given by hand, and axes that stand as values.

use super::facts::{Facts, code_at};
use super::types::Type;
use crate::runner::words::compiler::permute as words;

/// See the module.
pub fn explain(facts: &Facts) -> Option<String> {
    match facts.code {
        "E0107" | "E0061" => usage(&name(facts)),
        "E0615" => {
            let name = name(facts);
            let generic = facts.line().contains(&format!(".{name}::<"));
            generic.then(|| words::parentheses().to_owned())
        }
        "E0282" | "E0283" | "E0284" => {
            let permuted = facts.label().ends_with("declared on the method `permute`");
            permuted.then(|| words::unknown_order().to_owned())
        }
        "E0782" => {
            let code = facts.text();
            let numbers = code.strip_prefix("Axes<")?.split(',').count();
            Some(words::axes_with_number(
                numbers,
                code.trim_start_matches("Axes"),
            ))
        }
        "E0277" => order(facts)
            .or_else(|| value(facts))
            .or_else(|| shape(facts)),
        _ => None,
    }
}

/// The name of the method at the place of the error.
fn name(facts: &Facts) -> String {
    let text = facts.text();
    text.split([':', '<', '('])
        .next()
        .unwrap_or_default()
        .to_owned()
}

/// What stands in `<...>` and in the parentheses.
fn usage(name: &str) -> Option<String> {
    let usage = match name {
        "permute" => words::permute(),
        "concat_along" => words::concat_along(),
        "reshape" => words::reshape(),
        "reshape_like" => words::reshape_like(),
        _ => return None,
    };
    Some(usage.to_owned())
}

/// Another number of axes than the tensor has, or the shape left out.
fn order(facts: &Facts) -> Option<String> {
    let bounds = facts.bounds();
    let axes_for_shape = bounds
        .iter()
        .any(|(by, wanted)| is_axes(by) && wanted.is("Shape"));
    if axes_for_shape && facts.text().starts_with("permute") {
        return Some(words::permute().to_owned());
    }
    let (from, axes) =
        bounds.iter().find_map(
            |(by, wanted)| match wanted.arguments_of("PermuteShapeTo")? {
                [_, axes] => Some((by, axes)),
                _ => None,
            },
        )?;
    if matches!(from, Type::Array(_, Some(_))) {
        return Some(words::shape_in_brackets().to_owned());
    }
    let (Type::Tuple(lengths), Some((kind, numbers))) = (from, axes.named()) else {
        return None;
    };
    let named = numbers
        .iter()
        .filter(|number| number.number().is_some())
        .count();
    let whole = is_axes(axes) && named == numbers.len();
    (whole && named != lengths.len()).then(|| words::other_order(lengths.len(), kind, named))
}

/// `Axis<0>`, `Axes2<0, 1>` and so on.
fn is_axes(found: &Type) -> bool {
    found
        .named()
        .is_some_and(|(name, _)| name == "Axis" || name.starts_with("Axes"))
}

/// `concat_along(2)`.
fn value(facts: &Facts) -> Option<String> {
    let number = facts
        .bounds()
        .iter()
        .any(|(by, wanted)| by.is_whole() && wanted.is("Axes"));
    number.then(|| words::number_for_axis(facts.text()))
}

/// `reshape((2, 3))` and `device().tensor(rows)`.
fn shape(facts: &Facts) -> Option<String> {
    let (place, _) = facts
        .labelled("required by a bound introduced")
        .unwrap_or((facts.primary()?, ""));
    let bounds = facts.bounds();
    if code_at(place) == "reshape"
        && bounds
            .iter()
            .any(|(_, wanted)| wanted.is("ConstDim") || wanted.is("ConstShape"))
    {
        return Some(words::reshape().to_owned());
    }
    bounds.iter().find_map(|(_, wanted)| {
        let [from, ..] = wanted.arguments_of("TensorFrom")? else {
            return None;
        };
        let inner = from.arguments_of("Vec")?.first()?;
        inner
            .arguments_of("Vec")
            .map(|_| words::tensor_of_rows().to_owned())
    })
}
