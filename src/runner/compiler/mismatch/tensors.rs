//! Two tensors that differ, or a tensor on one side only.

use super::{expects, it};
use crate::runner::compiler::facts::{Facts, code_at};
use crate::runner::compiler::layer;
use crate::runner::compiler::naming;
use crate::runner::compiler::operator::realize;
use crate::runner::compiler::tape;
use crate::runner::compiler::tensor::{Tensor, constant, differ};
use crate::runner::compiler::types::Type;

/// Two tensors.
pub fn tensors(facts: &Facts, expected: &Type, found: &Type) -> Option<String> {
    let (wanted, got) = (Tensor::of(expected)?, Tensor::of(found)?);
    if let (Some(lengths), Some(others)) = (wanted.lengths(), got.lengths()) {
        let labels = got.element.is("usize")
            && !wanted.element.is("usize")
            && !matches!(wanted.element, Type::Unknown);
        let called = facts
            .labelled("arguments to this")
            .map(|(place, _)| code_at(place));
        let called = called.unwrap_or_default();
        if labels {
            let mend = if called.contains("loss") {
                " The loss takes one row per example, with a 1 at the right class."
            } else {
                ""
            };
            return Some(format!(
                "{}, but {} is {}.{mend}",
                expects(facts, &naming::tensor(&wanted)),
                it(facts),
                naming::tensor(&got)
            ));
        }
        if called == "select" && wanted.element.is("usize") && lengths.len() != others.len() {
            return Some(match (lengths.len(), others.len()) {
                (0, 1) => "`select` with `Labels` picks one number from each row of a matrix, but what stands before it has one axis \
                           only: keep the matrix until then."
                    .to_owned(),
                (wanted, got) => format!(
                    "`select` wants its places as a tensor with {wanted} axes here, but {} has {got}.",
                    it(facts)
                ),
            });
        }
        // `_` is the same on both sides.
        let merged: Vec<Type> = lengths
            .iter()
            .zip(others)
            .map(|(one, other)| {
                if matches!(one, Type::Unknown) {
                    other.clone()
                } else {
                    one.clone()
                }
            })
            .collect();
        let axis = (0..lengths.len().min(others.len()))
            .find(|axis| differ(&lengths[*axis], &others[*axis]));
        let sides = || {
            format!(
                "{}, but {} is {}",
                expects(facts, &naming::tensor(&wanted)),
                it(facts),
                naming::tensor(&got)
            )
        };
        if lengths.len() != others.len() {
            return Some(format!(
                "{}. {}",
                sides(),
                other_rank(facts, others.len(), lengths.len())
            ));
        }
        if let Some(axis) = axis {
            return Some(match (constant(&lengths[axis]), constant(&others[axis])) {
                (Some(wanted), Some(got))
                    if layer::last_giving(facts, wanted.max(got), wanted.min(got)).is_some() =>
                {
                    let (one, other) = (wanted.max(got), wanted.min(got));
                    let (last, mended) = layer::last_giving(facts, one, other).unwrap_or_default();
                    format!(
                        "{}: {last}, the last layer, gives {one}. For {other} write {mended}.",
                        sides()
                    )
                }
                (Some(wanted), Some(got)) => format!(
                    "{}: along `Axis<{axis}>` it has {got} numbers instead of {wanted}. Look at the layer or the shape that \
                     decides this.",
                    sides()
                ),
                (None, Some(_)) => format!(
                    "{}: the length of `Axis<{axis}>` stands in its type. {} leaves it to run time.",
                    sides(),
                    realize(&merged)
                ),
                _ => format!(
                    "{}: the length of `Axis<{axis}>` has to stand in the type. {} puts it there.",
                    sides(),
                    realize(&merged)
                ),
            });
        }
    }
    let device = |tensor: &Tensor| tensor.device.named().map(|(name, _)| name.to_owned());
    if let (Some(one), Some(other)) = (device(&wanted), device(&got))
        && one != other
    {
        let name = |device: &str| {
            if device == "Cpu" {
                "`Dev`, the processor,".to_owned()
            } else {
                format!("`{device}`")
            }
        };
        return Some(format!(
            "A tensor on {} is expected here, but this one lives on {}: make both with the same `device()`, and write \
             `Dev` in their types.",
            name(&one),
            name(&other)
        ));
    }
    if !matches!(wanted.element, Type::Unknown)
        && wanted.element != got.element
        && wanted.element.is_number()
        && got.element.is_number()
    {
        let to = naming::code(wanted.element)?;
        return Some(format!(
            "{} of `{to}`, but {} holds `{}`: `.to_dtype::<{to}>()` turns one into the other.",
            expects(facts, "a tensor"),
            it(facts),
            naming::code(got.element)?
        ));
    }
    let called = facts
        .labelled("arguments to this")
        .map(|(place, _)| code_at(place));
    if called.is_some_and(|called| called.ends_with("_loss"))
        && wanted.unrecorded()
        && got.recorded()
    {
        return Some(
            "The loss takes what the model says first, with its tape, and the targets second, without one: exchange the two."
                .to_owned(),
        );
    }
    tape::differs(&wanted, &got, &facts.text())
}

fn other_rank(facts: &Facts, got: usize, wanted: usize) -> &'static str {
    let axes = facts.text().contains("Axes");
    match (got, wanted) {
        (1, 0) => "`.mean()` or `.sum()` makes one number of it.",
        (_, 0) => {
            "`.mean()` or `.sum()` makes one number of it; a type such as `let total: Scalar = ...` tells them so."
        }
        (0, 1) if axes => "Take the mean or the sum along one axis only, `Axis<0>` or `Axis<1>`.",
        (2, 1) => "`.mean::<_, Axis<0>>()` leaves one number per column, `Axis<1>` one per row.",
        (0, 1) => "One axis has to stay: take the mean or the sum along the other one only.",
        (1, 2) => {
            "If it is to be repeated, `.broadcast_like::<_, Axis<0>>(&matrix)` makes it every row; otherwise look at the type that was \
             promised."
        }
        _ => "Look at the operation that takes axes away, or at the type that was promised.",
    }
}

/// A tensor on one side only.
pub fn tensor_and_other(facts: &Facts, expected: &Type, found: &Type) -> Option<String> {
    let code = facts.text();
    if let Some(wanted) = Tensor::of(expected) {
        let what = naming::of(expected).unwrap_or_else(|| "a tensor".to_owned());
        if found.is_number() {
            let mend = if code.ends_with(".array()") {
                "leave `.array()` away".to_owned()
            } else if wanted.recorded() {
                "keep working with tensors, so that the tape sees what is done".to_owned()
            } else {
                format!(
                    "write `device().tensor({})`",
                    facts.quoted().map_or("number".to_owned(), |code| code
                        .trim_matches('`')
                        .to_owned())
                )
            };
            return Some(format!(
                "{}, but {} is a plain number: {mend}.",
                expects(facts, &what),
                it(facts)
            ));
        }
        if let Some([element]) = found.arguments_of("Vec") {
            let mend = if code.ends_with(".as_vec()") {
                "leave `.as_vec()` away".to_owned()
            } else if element.is("usize") && wanted.element.is("f32") {
                "the loss takes one row per example with a 1 at the right class, as `.one_hot(&device(), batch)` gives it".to_owned()
            } else {
                "make a tensor of it with `device().tensor_from_vec(numbers, shape)`".to_owned()
            };
            return Some(format!(
                "{}, but {} is a `Vec`: {mend}.",
                expects(facts, &what),
                it(facts)
            ));
        }
        return None;
    }
    let got = Tensor::of(found)?;
    if expected.is("{integer}") && facts.line().contains(&format!("..{code}")) {
        return Some(format!(
            "A range counts to a number, and {} is a tensor: its first length is `{code}.shape().0`.",
            it(facts)
        ));
    }
    if expected.is_number() {
        let number = naming::code(expected).unwrap_or_default();
        let declared = facts.labelled("expected due to this").is_some();
        let mend = match got.rank() {
            _ if declared && got.recorded() => "call it a tensor, `Scalar<T>`, so that it keeps its tape, or take the number out with `.array()`".to_owned(),
            Some(0) => "`.array()` behind it gives its number".to_owned(),
            Some(_) => "take its `.mean()` or `.sum()`, and the number out of that with `.array()`".to_owned(),
            None => "say that it is a tensor, `Scalar` or `Scalar<T>`, and take the number out with `.array()` later, if at all".to_owned(),
        };
        return Some(format!(
            "{}, but {} is a tensor: {mend}.",
            expects(facts, &format!("a plain number (`{number}`)")),
            it(facts)
        ));
    }
    if let Some([element]) = expected.arguments_of("Vec") {
        if element.is("f32") {
            return Some(format!(
                "{}, but {} is a tensor: `.as_vec()` behind it gives its numbers.",
                expects(facts, "a `Vec` of numbers"),
                it(facts)
            ));
        }
        if element.is("Vec") {
            return Some(format!(
                "{}, but {} is a tensor: stay with the `Vec` of rows, there is no need for a tensor.",
                expects(facts, "a `Vec` of rows, `Vec<Vec<f32>>`"),
                it(facts)
            ));
        }
    }
    if let Type::Tuple(parts) = expected
        && parts.len() > 1
        && !layer::is_network(expected)
    {
        return Some(format!(
            "{}, but {} is only one: put them in parentheses, `(first, second)`.",
            expects(facts, &format!("{} values", parts.len())),
            it(facts)
        ));
    }
    None
}
