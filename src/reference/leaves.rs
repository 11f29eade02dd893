//! Inputs that no operation comes before, wherever the function is used: weights. Nothing is lost where their tape is.

use crate::sheet::{Lent, Returned};
use crate::wire::Value;

/// The parts of the answer that are the gradients of these inputs, or the first input that has none. `parts` are the names
/// that the handler gives them.
pub(super) fn parts_of(leaves: &[String], parts: &[String]) -> Result<Vec<usize>, String> {
    let part_of = |leaf: &String| {
        let gradient = format!("gradient of {leaf}");
        let found = parts.iter().position(|part| *part == gradient);
        found.ok_or_else(|| {
            format!("`leaves` names `{leaf}`, which is no input that is differentiated")
        })
    };
    leaves.iter().map(part_of).collect()
}

/// Lets these inputs be lent, as if the solution did so itself.
pub(super) fn lend(right: &mut Returned, parts: &[usize]) {
    for &part in parts {
        let tensors = match right.parts.get(part) {
            Some(Value::Arrays(arrays)) => arrays.len(),
            _ => 1,
        };
        let all = (0..tensors).map(|tensor| Lent { part, tensor });
        let more: Vec<Lent> = all.filter(|lent| !right.lent.contains(lent)).collect();
        right.lent.extend(more);
    }
}
