//! Inputs whose tape a differentiable function left behind.

use serde::{Deserialize, Serialize};

use super::{Answer, Returned};
use crate::wire::{Array, Value};

/// A tensor of an input that a function used, but never with its own tape: `x.with_empty_tape()` everywhere, and `x` itself
/// nowhere. Its gradient is right where the tensor is a leaf. Where it comes from an operation, that operation gets none.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Lent {
    /// The part of the answer that is the gradient of the input.
    pub part: usize,
    /// Which tensor of the input, where it is a list of them; else 0.
    pub tensor: usize,
}

impl Returned {
    /// An answer of these parts, of a function that reports nothing.
    pub fn of(parts: Vec<Value>) -> Self {
        Self {
            parts,
            ..Self::default()
        }
    }

    /// About the bytes of memory that its parts take.
    pub fn memory(&self) -> usize {
        let parts: usize = self.parts.iter().map(Value::memory).sum();
        parts + size_of_val(self.lent.as_slice())
    }

    /// The answer in a larger network, where inputs come from operations: the gradient of what was only lent is zero there.
    /// What the solution only lends as well is a leaf wherever the function is used: weights that every step takes, for
    /// one. Afterwards [`Returned::lent`] has what made the difference.
    pub fn in_a_network(mut self, right: &Returned) -> Self {
        self.lent.retain(|lent| !right.lent.contains(lent));
        for lent in &self.lent {
            let array = match self.parts.get_mut(lent.part) {
                Some(Value::Numbers(array)) => Some(array),
                Some(Value::Arrays(arrays)) => arrays.get_mut(lent.tensor),
                _ => None,
            };
            if let Some(array) = array {
                let zeros = vec![0.0; array.data().len()];
                *array = Array::new(array.shape().to_vec(), zeros).unwrap_or_default();
            }
        }
        self
    }
}

impl Answer {
    /// The same for whatever a call came to.
    pub fn in_a_network(self, right: &Returned) -> Self {
        match self {
            Answer::Returned(returned) => Answer::Returned(returned.in_a_network(right)),
            other => other,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn vector(numbers: &[f32]) -> Array<f32> {
        Array::vector(numbers.to_vec())
    }

    fn lent(part: usize, tensor: usize) -> Lent {
        Lent { part, tensor }
    }

    #[test]
    fn a_gradient_of_what_was_only_lent_is_zero_unless_the_solution_lends_it_too() {
        let one = || Value::Numbers(vector(&[1.0, 2.0]));
        let zero = || Value::Numbers(vector(&[0.0, 0.0]));
        let two = |first: &[f32]| Value::Arrays(vec![vector(first), vector(&[5.0])]);
        // (what was lent, what the solution lends, the parts in a network, what made the difference)
        let table = [
            (vec![], vec![], [one(), one(), two(&[4.0])], vec![]),
            (
                vec![lent(1, 0)],
                vec![],
                [one(), zero(), two(&[4.0])],
                vec![lent(1, 0)],
            ),
            (
                vec![lent(1, 0)],
                vec![lent(1, 0)],
                [one(), one(), two(&[4.0])],
                vec![],
            ),
            (
                vec![lent(2, 0)],
                vec![lent(2, 1)],
                [one(), one(), two(&[0.0])],
                vec![lent(2, 0)],
            ),
            // A program that speaks the wire by itself may say anything.
            (
                vec![lent(9, 9), lent(2, 9)],
                vec![],
                [one(), one(), two(&[4.0])],
                vec![lent(9, 9), lent(2, 9)],
            ),
        ];
        for (lent, of_solution, parts, left) in table {
            let answer = Returned {
                lent,
                ..Returned::of(vec![one(), one(), two(&[4.0])])
            };
            let right = Returned {
                lent: of_solution,
                ..Returned::default()
            };
            let answer = answer.in_a_network(&right);
            assert_eq!((answer.parts, answer.lent), (parts.to_vec(), left));
        }
    }
}
