//! Operators of which one side at least is a tensor.

use crate::runner::compiler::naming;
use crate::runner::compiler::paragraph::paragraph;
use crate::runner::compiler::tensor::{Tensor, constant, differ};
use crate::runner::compiler::types::Type;
use crate::runner::words::compiler::operator as words;

/// Both sides are tensors.
pub fn tensors(operator: &str, one: &Tensor, other: &Tensor) -> Option<String> {
    if let Some(said) = comparison(operator) {
        return Some(said);
    }
    if operator == "^" {
        return Some(words::power().to_owned());
    }
    if matches!(one.shape, Type::Unknown) || matches!(other.shape, Type::Unknown) {
        return None;
    }
    if one.element != other.element {
        let whole = [one.element, other.element]
            .iter()
            .any(|element| element.is("usize"));
        if [one.element, other.element]
            .iter()
            .any(|element| element.is("{integer}"))
        {
            return Some(words::tensor_of_whole(operator));
        }
        return whole.then(|| words::whole_and_point(operator));
    }
    let (lengths, others) = (one.lengths()?, other.lengths()?);
    let differ_in_shape = || words::shapes(operator, naming::tensor(one), naming::tensor(other));
    if lengths.len() != others.len() {
        let mend = same_rank(lengths.len(), others.len());
        return Some(paragraph(differ_in_shape(), mend));
    }
    if let Some(axis) = (0..lengths.len()).find(|axis| differ(&lengths[*axis], &others[*axis])) {
        let where_they_differ = match (constant(&lengths[axis]), constant(&others[axis])) {
            (Some(_), Some(_)) => words::differ_along(axis),
            (Some(_), None) => words::kinds_of_length(axis, realize(lengths)),
            (None, _) => words::kinds_of_length(axis, realize(others)),
        };
        return Some(paragraph(differ_in_shape(), where_they_differ));
    }
    (one.device != other.device && naming::code(one.device).is_some()).then(|| {
        let code = |device: &Type| naming::code(device).unwrap_or_default();
        words::devices(operator, code(one.device), code(other.device))
    })
}

/// What makes two tensors alike whose number of axes differs.
fn same_rank(left: usize, right: usize) -> String {
    let side = match left < right {
        true => words::left(),
        false => words::right(),
    };
    match (left.min(right), left.max(right)) {
        (0, 1) => words::number_and_vector(side),
        (0, 2) => words::number_and_matrix(side),
        (1, 2) => words::vector_and_matrix(side),
        (0, _) => words::number_and_tensor().to_owned(),
        _ => words::other_ranks(side),
    }
}

/// The call that brings lengths into the type.
pub fn realize(lengths: &[Type]) -> String {
    let lengths: Vec<String> = lengths
        .iter()
        .map(|length| match constant(length) {
            Some(number) => format!("Const<{number}>"),
            None => "usize".to_owned(),
        })
        .collect();
    match &lengths[..] {
        [one] => format!("`.realize::<({one},)>()`"),
        _ => format!("`.realize::<({})>()`", lengths.join(", ")),
    }
}

/// A tensor on the left, something else on the right.
pub fn on_tensor(operator: &str, tensor: &Tensor, right: &Type) -> Option<String> {
    if let Some(said) = comparison(operator) {
        return Some(said);
    }
    if operator == "^" {
        return Some(words::power().to_owned());
    }
    if let Type::Reference(_, to) = right {
        return Tensor::of(to).map(|lent| match lent.recorded() {
            true => words::reference_right_recorded(operator),
            false => words::reference_right(operator),
        });
    }
    if !tensor.element.is("f32") {
        return None;
    }
    if right.is_number() {
        return match right.named()?.0 {
            "{integer}" => Some(words::whole_right(operator)),
            "{float}" | "f32" => None,
            name => Some(words::number_right(operator, naming::kind(name))),
        };
    }
    right.is("Vec").then(|| words::vec_right(operator))
}

/// A tensor on the right, something else on the left.
pub fn before_tensor(operator: &str, left: &Type, tensor: &Tensor) -> Option<String> {
    if let Type::Reference(_, to) = left {
        return Tensor::of(to).map(|lent| match lent.recorded() {
            true => words::reference_left_recorded(operator),
            false => words::reference_left(operator),
        });
    }
    if left.is_number() {
        if operator.len() == 2 {
            return Some(words::tensor_to_number(operator));
        }
        let code = match operator {
            "*" => "tensor * number",
            "+" => "tensor + number",
            "-" => "-tensor + number",
            "/" => "tensor.recip() * number",
            _ => return None,
        };
        return Some(match left.is_whole() {
            true => words::whole_left(operator, code),
            false => words::number_left(operator, code),
        });
    }
    (left.is("Vec") && tensor.element.is("f32")).then(|| words::vec_left(operator))
}

fn comparison(operator: &str) -> Option<String> {
    ["<", ">", "<=", ">=", "==", "!="]
        .contains(&operator)
        .then(|| words::comparison(operator))
}
