//! Rows that were shuffled or split: nothing lost, nothing twice, every row beside its partner, and really moved.

use std::collections::{HashMap, HashSet};

use super::elements::elements;
use super::finding::{Fault, RowFault};
use crate::comparator::Correspondence;
use crate::sheet::{Case, Returned};
use crate::wire::{Array, Element, Value};

/// A row as the bits of its numbers, so that it can be counted.
type Row = Vec<u64>;

/// What sets the moved rows of `answer` apart from those of `other`.
pub fn compare(
    correspondence: &Correspondence,
    case: &Case,
    answer: &Returned,
    other: &Returned,
) -> Option<RowFault> {
    let original_rows = rows(case.inputs.get(correspondence.original.0)?);
    let original_partners = rows(case.inputs.get(correspondence.original.1)?);

    let mut moved: Vec<(Row, Row)> = Vec::new();
    let mut size_fault = None;
    for (group, &(row_part, partner_part)) in correspondence.groups.iter().enumerate() {
        let yours = rows(answer.parts.get(row_part)?);
        let partners = rows(answer.parts.get(partner_part)?);
        let expected = rows(other.parts.get(row_part)?).len();
        let got = yours.len();
        if partners.len() != got {
            return Some(RowFault::Unpaired {
                group,
                rows: got,
                partners: partners.len(),
            });
        }
        if got != expected && size_fault.is_none() {
            size_fault = Some(RowFault::Size {
                group,
                expected,
                got,
            });
        }
        moved.extend(yours.into_iter().zip(partners));
    }

    let mut left: HashMap<&Row, isize> = HashMap::new();
    for row in &original_rows {
        *left.entry(row).or_default() += 1;
    }
    for (row, _) in &moved {
        *left.entry(row).or_default() -= 1;
    }
    let known: HashSet<&Row> = original_rows.iter().collect();
    let changed = moved.iter().filter(|(row, _)| !known.contains(row)).count();
    if changed > 0 {
        return Some(RowFault::Changed { count: changed });
    }
    let repeated = left
        .values()
        .filter(|&&count| count < 0)
        .map(|&count| count.unsigned_abs())
        .sum();
    let lost = left
        .values()
        .filter(|&&count| count > 0)
        .map(|&count| count.unsigned_abs())
        .sum();
    if repeated > 0 {
        return Some(RowFault::Repeated { count: repeated });
    }
    if size_fault.is_some() && lost == 0 {
        return size_fault;
    }
    if lost > 0 {
        return Some(RowFault::Lost { count: lost });
    }
    let mut pairs: HashMap<(&Row, &Row), isize> = HashMap::new();
    for pair in original_rows.iter().zip(&original_partners) {
        *pairs.entry(pair).or_default() += 1;
    }
    for (row, partner) in &moved {
        *pairs.entry((row, partner)).or_default() -= 1;
    }
    let parted: usize = pairs
        .values()
        .filter(|&&count| count < 0)
        .map(|&count| count.unsigned_abs())
        .sum();
    if parted > 0 {
        return Some(RowFault::Parted { count: parted });
    }
    let in_order = moved.iter().map(|(row, _)| row).eq(original_rows.iter());
    // Few rows stay in order by chance, and equal ones always do: ten different ones in one shuffle of 3,600,000.
    (in_order && known.len() >= 10).then_some(RowFault::NotShuffled)
}

/// Another sort of value, or rows of another shape. How many there are is left to [`compare`].
pub fn form(yours: &Value, expected: &Value) -> Option<Fault> {
    match (yours, expected) {
        (Value::Arrays(yours), Value::Arrays(expected)) => return rows_form(yours, expected),
        (Value::DoubleRows(yours), Value::DoubleRows(expected)) => {
            return rows_form(yours, expected);
        }
        _ => {}
    }
    match super::form::form(yours, expected)? {
        Fault::Shape { expected, got } if !got.is_empty() && expected.get(1..) == got.get(1..) => {
            None
        }
        fault => Some(fault),
    }
}

fn rows_form<T: Element>(yours: &[Array<T>], expected: &[Array<T>]) -> Option<Fault> {
    let wanted = expected.first()?.shape();
    if expected.iter().any(|row| row.shape() != wanted) {
        return None;
    }
    let at = (0..yours.len()).find(|&at| yours[at].shape() != wanted)?;
    Some(Fault::ArrayShape {
        array: at,
        expected: wanted.to_vec(),
        got: yours[at].shape().to_vec(),
    })
}

/// The rows of a value: along the first axis, or the single elements of a vector.
fn rows(value: &Value) -> Vec<Row> {
    if let Value::Arrays(arrays) = value {
        let numbers =
            |array: &Array<f32>| array.data().iter().map(|&x| bits(f64::from(x))).collect();
        return arrays.iter().map(numbers).collect();
    }
    if let Value::DoubleRows(rows) = value {
        let numbers = |row: &Array<f64>| row.data().iter().copied().map(bits).collect();
        return rows.iter().map(numbers).collect();
    }
    if let Value::IntegerRows(rows) = value {
        let numbers = |row: &Array<i64>| row.data().iter().map(|&x| bits(x as f64)).collect();
        return rows.iter().map(numbers).collect();
    }
    let width = match super::elements::shape(value)[..] {
        [] | [_] => 1,
        [_, ref rest @ ..] => super::elements::count(rest).max(1),
    };
    elements(value)
        .chunks(width)
        .map(|row| row.iter().copied().map(bits).collect())
        .collect()
}

/// The bits of a number, the same for both zeros.
fn bits(x: f64) -> u64 {
    if x == 0.0 { 0 } else { x.to_bits() }
}
