//! An axis that a tensor does not have, or one that leaves another shape than is wanted.

use super::facts::Facts;
use super::types::Type;

/// See the module.
pub fn explain(facts: &Facts) -> Option<String> {
    if facts.code != "E0277" {
        return None;
    }
    let bounds = facts.bounds();
    // The larger shape, what is left of it, the axes that go.
    let (from, to, axes) = bounds.iter().find_map(|(by, wanted)| {
        if let Some([to, axes]) = wanted.arguments_of("ReduceShapeTo") {
            return Some((by, Some(to), axes));
        }
        let axes = wanted
            .arguments_of("ReduceShape")
            .or(wanted.arguments_of("HasAxes"))?;
        Some((by, None, axes.first()?))
    })?;
    let Type::Tuple(lengths) = from else {
        return None;
    };
    let broadcast = bounds
        .iter()
        .any(|(_, wanted)| wanted.is("BroadcastShapeTo"));
    let rank = lengths.len();
    let numbers = numbers(axes);
    if let Some(missing) = numbers.iter().find(|axis| **axis >= rank) {
        let what = name(rank);
        return Some(match rank {
            0 => format!(
                "{what} has no axes, so there is no `Axis<{missing}>`: leave this operation out."
            ),
            1 => format!(
                "{what} has only `Axis<0>`, so there is no `Axis<{missing}>`: write `Axis<0>`."
            ),
            2 => format!(
                "{what} has two axes, so there is no `Axis<{missing}>`: `Axis<0>` runs down the rows, `Axis<1>` along the columns."
            ),
            _ => format!(
                "This tensor has the axes 0 to {}, so there is no `Axis<{missing}>`.",
                rank - 1
            ),
        });
    }
    let Some(Type::Tuple(left)) = to else {
        return None;
    };
    if broadcast {
        let new = rank.saturating_sub(left.len());
        return (new != numbers.len() && !numbers.is_empty() && rank >= left.len()).then(|| {
            format!(
                "{} becomes {} by {new} new {}, but {} named here.",
                name(left.len()),
                name_of(rank),
                plural(new, "axis", "axes"),
                match numbers.len() {
                    1 => "one is".to_owned(),
                    named => format!("{named} are"),
                }
            )
        });
    }
    if left.len() == rank && numbers.is_empty() {
        let method = facts
            .quoted()
            .unwrap_or_else(|| "This operation".to_owned());
        return Some(format!(
            "{method} takes an axis away, so {} cannot stay one: name the axis, as in `::<_, Axis<0>>()`, or use an operation \
             that works on each element.",
            name_of(rank)
        ));
    }
    (!numbers.is_empty() && left.len() + numbers.len() != rank).then(|| {
        let away = numbers.iter().map(|axis| format!("`Axis<{axis}>`"));
        let away: Vec<String> = away.collect();
        format!(
            "Without {}, {} becomes {}, and not {}: write `_` for the shape, and the axes that are to go.",
            away.join(" and "),
            name_of(rank),
            name_of(rank.saturating_sub(numbers.len())),
            name_of(left.len())
        )
    })
}

fn plural<'w>(number: usize, one: &'w str, many: &'w str) -> &'w str {
    if number == 1 { one } else { many }
}

/// The numbers in `Axis<1>` and `Axes2<0, 1>`.
fn numbers(axes: &Type) -> Vec<usize> {
    match axes.named() {
        Some((name, arguments)) if name.starts_with("Ax") => {
            arguments.iter().filter_map(Type::number).collect()
        }
        _ => Vec::new(),
    }
}

fn name(rank: usize) -> String {
    let name = name_of(rank);
    let mut letters = name.chars();
    let first = letters
        .next()
        .map(|letter| letter.to_uppercase().to_string());
    first.unwrap_or_default() + letters.as_str()
}

fn name_of(rank: usize) -> String {
    match rank {
        0 => "a single number".to_owned(),
        1 => "a vector".to_owned(),
        2 => "a matrix".to_owned(),
        rank => format!("a tensor with {rank} axes"),
    }
}
