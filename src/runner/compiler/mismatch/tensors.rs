//! Two tensors that differ, or a tensor on one side only.

use super::subject::{differs, it};
use crate::runner::compiler::facts::{Facts, code_at};
use crate::runner::compiler::layer;
use crate::runner::compiler::naming;
use crate::runner::compiler::operator::realize;
use crate::runner::compiler::paragraph::paragraph;
use crate::runner::compiler::tape;
use crate::runner::compiler::tensor::{Tensor, constant, differ};
use crate::runner::compiler::types::Type;
use crate::runner::words::compiler::tensors as words;

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
        let sides = || differs(facts, naming::tensor(&wanted), naming::tensor(&got));
        if labels {
            return Some(match called.contains("loss") {
                true => paragraph(sides(), words::one_row_per_example()),
                false => sides(),
            });
        }
        if called == "select" && wanted.element.is("usize") && lengths.len() != others.len() {
            return Some(match (lengths.len(), others.len()) {
                (0, 1) => words::select_of_vector().to_owned(),
                (wanted, got) => {
                    words::select_with(naming::rank(wanted), it(facts), naming::rank(got))
                }
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
        if lengths.len() != others.len() {
            let mend = other_rank(facts, others.len(), lengths.len());
            return Some(paragraph(sides(), mend));
        }
        if let Some(axis) = axis {
            let mend = match (constant(&lengths[axis]), constant(&others[axis])) {
                (Some(wanted), Some(got)) => {
                    let (one, other) = (wanted.max(got), wanted.min(got));
                    match layer::last_giving(facts, one, other) {
                        Some((last, mended)) => words::last_layer(last, one, other, mended),
                        None => words::lengths(axis, got, wanted),
                    }
                }
                (None, Some(_)) => words::length_in_type(axis, realize(&merged)),
                _ => words::length_at_run_time(axis, realize(&merged)),
            };
            return Some(paragraph(sides(), mend));
        }
    }
    let device = |tensor: &Tensor| tensor.device.named().map(|(name, _)| name.to_owned());
    if let (Some(one), Some(other)) = (device(&wanted), device(&got))
        && one != other
    {
        let name = |device: &str| match device {
            "Cpu" => words::processor().to_owned(),
            device => words::device(device),
        };
        return Some(words::devices(name(&one), name(&other)));
    }
    if !matches!(wanted.element, Type::Unknown)
        && wanted.element != got.element
        && wanted.element.is_number()
        && got.element.is_number()
    {
        let to = naming::code(wanted.element)?;
        let from = naming::code(got.element)?;
        let sides = differs(facts, words::tensor_of(&to), words::tensor_of(from));
        return Some(paragraph(sides, words::to_dtype(to)));
    }
    let called = facts
        .labelled("arguments to this")
        .map(|(place, _)| code_at(place));
    if called.is_some_and(|called| called.ends_with("_loss"))
        && wanted.unrecorded()
        && got.recorded()
    {
        return Some(words::loss_turned_round().to_owned());
    }
    tape::differs(&wanted, &got, &facts.text())
}

fn other_rank(facts: &Facts, got: usize, wanted: usize) -> &'static str {
    let axes = facts.text().contains("Axes");
    match (got, wanted) {
        (1, 0) => words::vector_to_number(),
        (_, 0) => words::matrix_to_number(),
        (0, 1) if axes => words::one_axis_only(),
        (2, 1) => words::matrix_to_vector(),
        (0, 1) => words::one_axis_stays(),
        (1, 2) => words::vector_to_matrix(),
        _ => words::other_ranks(),
    }
}

/// A tensor on one side only.
pub fn tensor_and_other(facts: &Facts, expected: &Type, found: &Type) -> Option<String> {
    if let Some(wanted) = Tensor::of(expected) {
        return for_tensor(facts, expected, &wanted, found);
    }
    let code = facts.text();
    let got = Tensor::of(found)?;
    if expected.is("{integer}") && facts.line().contains(&format!("..{code}")) {
        return Some(words::range(it(facts), code));
    }
    if expected.is_number() {
        let number = naming::code(expected).unwrap_or_default();
        if let Some(name) = given_back(facts, &number) {
            return Some(words::declared_as_number(name, number));
        }
        let declared = facts.labelled("expected due to this").is_some();
        let mend = match got.rank() {
            _ if declared && got.recorded() => words::declare_scalar(),
            Some(0) => words::take_number(),
            Some(_) => words::reduce_and_take_number(),
            // What has no shape yet has to get one before anything is done with it.
            None => return None,
        };
        let sides = differs(facts, words::plain_number_of(number), naming::any_tensor());
        return Some(paragraph(sides, mend));
    }
    if let Some([element]) = expected.arguments_of("Vec") {
        if element.is("f32") {
            let sides = differs(facts, words::vec_of_numbers(), naming::any_tensor());
            return Some(paragraph(sides, words::take_numbers()));
        }
        if element.is("Vec") {
            let sides = differs(facts, words::vec_of_rows(), naming::any_tensor());
            return Some(paragraph(sides, words::stay_with_rows()));
        }
    }
    if let Type::Tuple(parts) = expected
        && parts.len() > 1
        && !layer::is_network(expected)
    {
        let sides = differs(facts, naming::tuple(parts.len()), words::only_one());
        return Some(paragraph(sides, words::put_in_parentheses()));
    }
    None
}

/// `loss` of `let loss: f32 = ...; loss`, where the function gives a tensor back and the error is in what `loss` gets.
fn given_back<'a>(facts: &Facts<'a>, number: &str) -> Option<&'a str> {
    let function = facts.function()?;
    let (_, result) = function.split_once('{')?.0.split_once("-> ")?;
    let tensors = ["Scalar", "Vector", "Matrix", "Tensor"];
    tensors.iter().find(|name| result.starts_with(**name))?;
    let lines = Vec::from_iter(function.lines().filter(|line| !line.trim().is_empty()));
    let [body @ .., last, _] = &lines[..] else {
        return None;
    };
    let start = format!("let {}: {number} = ", last.trim());
    let declared = body
        .iter()
        .rposition(|line| line.trim_start().starts_with(&start))?;
    // The error is right behind the `=`, or in the last line of braces there.
    let indent = |line: &str| line.len() - line.trim_start().len();
    let inside = body[declared + 1..].iter();
    let inside = inside.take_while(|line| indent(line) > indent(body[declared]));
    let before = facts.before();
    let is_here = before.trim_start() == start
        || before.trim().is_empty() && inside.last().is_some_and(|it| it.trim() == facts.line());
    is_here.then(|| last.trim())
}

/// A number or a `Vec` where a tensor is expected.
fn for_tensor(facts: &Facts, expected: &Type, wanted: &Tensor, found: &Type) -> Option<String> {
    let code = facts.text();
    let what = naming::of(expected).unwrap_or_else(|| naming::any_tensor().to_owned());
    if found.is_number() {
        let called = facts.labelled("arguments to this");
        let called = called.map(|(place, _)| code_at(place));
        let called = called.unwrap_or_default();
        if ["maximum", "minimum"].contains(&called.as_str()) && wanted.rank() != Some(0) {
            return Some(match called.as_str() {
                "maximum" => words::maximum_with_number().to_owned(),
                _ => words::minimum_with_number().to_owned(),
            });
        }
        let mend = if code.ends_with(".array()") {
            words::leave_array_away().to_owned()
        } else if wanted.recorded() {
            words::keep_tensors().to_owned()
        } else {
            let quoted = facts.quoted();
            let code = quoted.as_deref().map(|code| code.trim_matches('`'));
            let code = code.unwrap_or("number");
            match wanted.rank() {
                Some(0) => words::number_to_tensor(code),
                Some(1) => words::number_everywhere("Vector", code),
                Some(2) => words::number_everywhere("Matrix", code),
                _ => return Some(differs(facts, what, words::plain_number())),
            }
        };
        return Some(paragraph(differs(facts, what, words::plain_number()), mend));
    }
    let [element] = found.arguments_of("Vec")? else {
        return None;
    };
    let mend = if code.ends_with(".as_vec()") {
        words::leave_as_vec_away()
    } else if element.is("usize") && wanted.element.is("f32") {
        words::one_hot()
    } else {
        words::vec_to_tensor()
    };
    Some(paragraph(differs(facts, what, words::vec()), mend))
}
