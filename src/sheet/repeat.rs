//! Whether a function that draws random numbers gives the same for the same seed, and something else for another seed.

use serde::{Deserialize, Serialize};

use crate::wire::Value;

/// A case that asks three times: twice with its inputs, once with another seed. What is judged are two answers to that:
/// whether the first two are equal, and whether the third differs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Repeat {
    /// Which input is the seed.
    pub seed: usize,
    /// Which part has to differ for another seed, whatever the order of its elements: two shuffles of the same rows do not.
    pub part: usize,
}

impl Repeat {
    /// The names of what is judged.
    pub const PARTS: [&'static str; 2] = ["the same for the same seed", "another for another seed"];

    /// The inputs of the third call. The last of `inputs` is the other seed, which the function does not get.
    pub fn with_another_seed(&self, inputs: &[Value]) -> Vec<Value> {
        let mut changed = Repeat::inputs(inputs).to_vec();
        if let (Some(place), Some(other)) = (changed.get_mut(self.seed), inputs.last()) {
            *place = other.clone();
        }
        changed
    }

    /// The inputs of the first two calls.
    pub fn inputs(inputs: &[Value]) -> &[Value] {
        &inputs[..inputs.len().saturating_sub(1)]
    }

    /// What is judged, given the parts of the three answers.
    pub fn answer(&self, first: &[Value], again: &[Value], other: &[Value]) -> Vec<Value> {
        let part = |parts: &[Value]| parts.get(self.part).map(unordered);
        vec![
            Value::Flag(first == again),
            Value::Flag(part(first) != part(other)),
        ]
    }
}

/// Another seed than this one, always the same.
pub fn another_seed(seed: u64) -> u64 {
    // Knuth's multiplier for linear congruential generators; a wire integer is an `i64`, so the highest bit stays clear.
    seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1) >> 1
}

/// The elements of a value without their order, as bits.
fn unordered(value: &Value) -> Vec<String> {
    let mut elements: Vec<String> = match value {
        Value::Arrays(rows) => rows.iter().map(|row| format!("{row:?}")).collect(),
        Value::DoubleRows(rows) => rows.iter().map(|row| format!("{row:?}")).collect(),
        Value::Numbers(array) => array
            .data()
            .iter()
            .map(|number| format!("{number:?}"))
            .collect(),
        Value::Doubles(array) => array
            .data()
            .iter()
            .map(|number| format!("{number:?}"))
            .collect(),
        Value::Integers(array) => array
            .data()
            .iter()
            .map(|number| format!("{number:?}"))
            .collect(),
        Value::IntegerRows(rows) => rows.iter().map(|row| format!("{row:?}")).collect(),
        Value::Texts(texts) => texts.clone(),
        Value::Flags(_)
        | Value::Bytes(_)
        | Value::Flag(_)
        | Value::Text(_)
        | Value::Nothing
        | Value::Error(_) => vec![format!("{value:?}")],
    };
    elements.sort_unstable();
    elements
}
