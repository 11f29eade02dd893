//! Products of matrices whose sizes do not go together.

use super::facts::Facts;
use super::operator::realize;
use super::tensor::{Tensor, constant, differ};
use super::types::Type;
use super::naming;

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
        return matches!(right, Type::Reference(_, _)).then(|| {
            "`matmul` takes the tensor itself: leave the `&` away, or write `.clone()` if it is needed again.".to_owned()
        });
    };
    let (lengths, others) = (one.lengths()?, other.lengths()?);
    let sides = format!(
        "the left is {} and the right {}",
        naming::tensor(&one),
        naming::tensor(&other)
    );
    match (lengths, others) {
        ([.., inner], [rows, _]) if lengths.len() <= 2 && differ(inner, rows) => {
            Some(match (constant(inner), constant(rows)) {
                (Some(inner), Some(rows)) => format!(
                    "`matmul` needs as many columns on the left as there are rows on the right, {inner} and {rows} here: {sides}."
                ),
                _ => format!(
                    "`matmul` needs the columns on the left and the rows on the right as the same kind of length: {sides}. `.realize` \
                 with the whole shape makes them alike, as in {}.",
                    realize(others)
                ),
            })
        }
        ([_, _], [_]) => Some(format!(
            "`matmul` has no product of a matrix with a vector on its right: {sides}. Make the vector a matrix with one column, \
             `.reshape_like(&(n, 1))`, or put the vector on the left."
        )),
        _ => None,
    }
}
