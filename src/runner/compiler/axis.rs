//! An axis that a tensor does not have, or one that leaves another shape than is wanted.

use super::facts::Facts;
use super::naming;
use super::types::Type;
use crate::runner::words::compiler::axis as words;

/// See the module.
pub fn explain(facts: &Facts) -> Option<String> {
    if facts.code != "E0277" {
        return None;
    }
    if facts.message.contains("Axis<-") {
        return Some(words::negative().to_owned());
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
        return Some(match rank {
            0 => words::none_in_number(missing),
            1 => words::none_in_vector(missing),
            2 => words::none_in_matrix(missing),
            _ => words::none_in_tensor(rank - 1, missing),
        });
    }
    let Some(Type::Tuple(left)) = to else {
        return None;
    };
    if broadcast {
        let new = rank.saturating_sub(left.len());
        return (new != numbers.len() && !numbers.is_empty() && rank >= left.len()).then(|| {
            let (smaller, larger) = (naming::rank(left.len()), naming::rank(rank));
            match (new, numbers.len()) {
                (0, _) => words::no_new().to_owned(),
                (1, named) => words::one_new(smaller, larger, named),
                (new, 1) => words::new_but_one(smaller, larger, new),
                (new, named) => words::new(smaller, larger, new, named),
            }
        });
    }
    if left.len() == rank && numbers.is_empty() {
        return Some(match facts.quoted() {
            Some(method) => words::shape_stays(method, naming::rank(rank)),
            None => words::shape_stays_here(naming::rank(rank)),
        });
    }
    (!numbers.is_empty() && left.len() + numbers.len() != rank).then(|| {
        words::leaves(
            named(axes, &numbers),
            naming::rank(rank),
            naming::rank(rank.saturating_sub(numbers.len())),
            naming::rank(left.len()),
        )
    })
}

/// `Axis<1>` and `Axes2<0, 1>`, as code.
fn named(axes: &Type, numbers: &[usize]) -> String {
    let name = axes.named().map_or("Axis", |(name, _)| name);
    let numbers: Vec<String> = numbers.iter().map(usize::to_string).collect();
    format!("{name}<{}>", numbers.join(", "))
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
