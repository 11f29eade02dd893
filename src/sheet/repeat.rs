//! Whether a function that draws random numbers gives the same for the same seed, and what else for other seeds.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::wire::{Array, Value};

/// A case that asks several times: twice with its inputs, and with other seeds. What is judged are two answers to that:
/// whether the first two are equal, and what the others have to do with them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Repeat {
    /// Which input is the seed.
    pub seed: usize,
    /// Which part is looked at for other seeds.
    pub part: usize,
    /// How many of them: see [`Repeat::ONE`] and [`Repeat::MANY`].
    pub others: usize,
}

impl Repeat {
    /// One other seed: the part has to differ, whatever the order of its elements. Two shuffles of the same rows do not.
    pub const ONE: usize = 1;

    /// So many that, of two or three values with like chances, each comes to each place: the chance that one misses one is
    /// `(2 / 3)^60`, less than one in ten thousand million.
    pub const MANY: usize = 60;

    /// The names of what is judged.
    pub fn parts(&self) -> [&'static str; 2] {
        let other = match self.others {
            Repeat::ONE => "another for another seed",
            _ => "how many different values each place gets",
        };
        ["the same for the same seed", other]
    }

    /// The inputs of every call. The last of `inputs` is another seed, which the function does not get.
    pub fn calls(&self, inputs: &[Value]) -> Vec<Vec<Value>> {
        let own = &inputs[..inputs.len().saturating_sub(1)];
        let mut calls = vec![own.to_vec(), own.to_vec()];
        let mut other = inputs.last().cloned();
        for _ in 0..self.others {
            let mut changed = own.to_vec();
            if let (Some(place), Some(other)) = (changed.get_mut(self.seed), &other) {
                *place = other.clone();
            }
            calls.push(changed);
            other = other.as_ref().and_then(after);
        }
        calls
    }

    /// What is judged, given the parts of the answers to all calls.
    pub fn answer(&self, answers: &[Vec<Value>]) -> Vec<Value> {
        let elements = |parts: &Vec<Value>| parts.get(self.part).map(elements);
        let unordered = |parts| {
            let mut elements = elements(parts);
            elements.iter_mut().for_each(|them| them.sort_unstable());
            elements
        };
        let other = match answers {
            [first, _, other] => Value::Flag(unordered(first) != unordered(other)),
            _ => at_each_place(&Vec::from_iter(answers.iter().filter_map(elements))),
        };
        vec![Value::Flag(answers.first() == answers.get(1)), other]
    }
}

/// How many different values each place has over all answers. Where they are not equally long, the places that all have.
fn at_each_place(answers: &[Vec<String>]) -> Value {
    let places = answers.iter().map(Vec::len).min().unwrap_or(0);
    let different = |place: usize| {
        let values: BTreeSet<&String> = answers.iter().map(|answer| &answer[place]).collect();
        values.len() as i64
    };
    Value::Integers(Array::vector((0..places).map(different).collect()))
}

/// Another seed than this one, always the same.
pub fn another_seed(seed: u64) -> u64 {
    // Knuth's multiplier for linear congruential generators; a wire integer is an `i64`, so the highest bit stays clear.
    seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1) >> 1
}

/// The same of a seed as it travels: its bits, which are no number to compute with.
pub fn after(seed: &Value) -> Option<Value> {
    let Value::Integers(seed) = seed else {
        return None;
    };
    let seed = seed.data().first().copied()?;
    Some(Value::Integers(Array::scalar(
        another_seed(seed as u64) as i64
    )))
}

/// The elements of a value, as bits.
fn elements(value: &Value) -> Vec<String> {
    match value {
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
    }
}
