//! Products of matrices whose sizes do not go together.

use super::facts::Facts;
use super::naming;
use super::operator::realize;
use super::tensor::{Tensor, constant, differ};
use super::types::Type;
use crate::runner::words::compiler::product as words;

/// `a.matmul(b)`; see the module.
pub fn explain(facts: &Facts) -> Option<String> {
    let bounds = facts.bounds();
    let (left, right) = bounds.iter().find_map(|(by, wanted)| {
        let [right] = wanted.arguments_of("TryMatMul")? else {
            return None;
        };
        Some((by, right))
    })?;
    let (Some(one), Some(other)) = (Tensor::of(left), Tensor::of(right)) else {
        let Type::Reference(_, to) = right else {
            return None;
        };
        let recorded = Tensor::of(to)
            .or(Tensor::of(left))
            .is_some_and(|tensor| tensor.recorded());
        return Some(match recorded {
            true => words::reference_recorded().to_owned(),
            false => words::reference().to_owned(),
        });
    };
    let (lengths, others) = (one.lengths()?, other.lengths()?);
    let (left, right) = (naming::tensor(&one), naming::tensor(&other));
    match (lengths, others) {
        ([.., inner], [rows, _]) if lengths.len() <= 2 && differ(inner, rows) => {
            Some(match (constant(inner), constant(rows)) {
                (Some(inner), Some(rows)) => words::lengths(inner, rows, left, right),
                _ => words::kinds_of_length(left, right, realize(others)),
            })
        }
        ([_, _], [_]) => Some(words::vector(left, right)),
        _ => None,
    }
}
