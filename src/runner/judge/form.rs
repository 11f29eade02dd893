//! What can be told of two values before their numbers: their sorts and their shapes.

use super::elements::shape;
use super::finding::{Choice, Fault, Sort};
use crate::wire::{Array, Element, Value};

/// The sort of a value. `None` and an `Err` have none: they are told by themselves.
fn sort_of_value(value: &Value) -> Option<Sort> {
    Some(match value {
        Value::Numbers(_) => Sort::Numbers,
        Value::Doubles(_) => Sort::Doubles,
        Value::Integers(_) => Sort::Integers,
        Value::Bytes(_) => Sort::Bytes,
        Value::Arrays(_) => Sort::Arrays,
        Value::DoubleRows(_) => Sort::DoubleRows,
        Value::IntegerRows(_) => Sort::IntegerRows,
        Value::Flag(_) => Sort::Flag,
        Value::Flags(_) => Sort::Flags,
        Value::Text(_) => Sort::Text,
        Value::Texts(_) => Sort::Texts,
        Value::Nothing | Value::Error(_) => return None,
    })
}

/// `None` or an `Err` on one side only. Two errors are alike, whatever they say: their words are the learner's.
fn choice(yours: &Value, expected: &Value) -> Option<Fault> {
    Some(Fault::Choice(match (yours, expected) {
        (Value::Nothing, Value::Nothing) | (Value::Error(_), Value::Error(_)) => return None,
        (Value::Nothing, _) => Choice::Nothing,
        (_, Value::Nothing) => Choice::NotNothing,
        (Value::Error(message), _) => Choice::Error(message.clone()),
        (_, Value::Error(message)) => Choice::NotError(message.clone()),
        _ => return None,
    }))
}

/// Another type.
pub fn sort(yours: &Value, expected: &Value) -> Option<Fault> {
    choice(yours, expected).or_else(|| {
        let (got, wanted) = (sort_of_value(yours)?, sort_of_value(expected)?);
        (got != wanted).then_some(Fault::Type {
            expected: wanted,
            got,
        })
    })
}

/// Another type or another shape.
pub fn form(yours: &Value, expected: &Value) -> Option<Fault> {
    if let Some(fault) = sort(yours, expected) {
        return Some(fault);
    }
    match (yours, expected) {
        (Value::Arrays(yours), Value::Arrays(expected)) => return arrays_form(yours, expected),
        (Value::DoubleRows(yours), Value::DoubleRows(expected)) => {
            return arrays_form(yours, expected);
        }
        (Value::IntegerRows(yours), Value::IntegerRows(expected)) => {
            return arrays_form(yours, expected);
        }
        _ => {}
    }
    let (got, wanted) = (shape(yours), shape(expected));
    (got != wanted).then_some(Fault::Shape {
        expected: wanted,
        got,
    })
}

/// Another number of arrays, or the first one with another shape.
fn arrays_form<T: Element>(yours: &[Array<T>], expected: &[Array<T>]) -> Option<Fault> {
    if yours.len() != expected.len() {
        return Some(Fault::ArrayCount {
            expected: expected.len(),
            got: yours.len(),
        });
    }
    let at = (0..yours.len()).find(|&at| yours[at].shape() != expected[at].shape())?;
    Some(Fault::ArrayShape {
        array: at,
        expected: expected[at].shape().to_vec(),
        got: yours[at].shape().to_vec(),
    })
}
