//! Rows that were shuffled or split: nothing lost, nothing twice, every row beside its partner, and really moved.

use std::collections::HashMap;

use super::compare::elements;
use super::finding::RowFault;
use crate::comparator::Correspondence;
use crate::sheet::{Case, Returned};
use crate::wire::Value;

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
        let got = if yours.len() == expected {
            partners.len()
        } else {
            yours.len()
        };
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
    // Few rows stay in order by chance: with six rows that is one shuffle in 720.
    (in_order && original_rows.len() >= 6).then_some(RowFault::NotShuffled)
}

/// The rows of a value: along the first axis, or the single elements of a vector.
fn rows(value: &Value) -> Vec<Row> {
    if let Value::Arrays(arrays) = value {
        return arrays
            .iter()
            .map(|array| {
                array
                    .data()
                    .iter()
                    .map(|x| f64::from(*x).to_bits())
                    .collect()
            })
            .collect();
    }
    let shape = super::compare::shape(value);
    let width = shape.iter().skip(1).product::<usize>().max(1);
    elements(value)
        .chunks(width)
        .map(|row| row.iter().map(|x| x.to_bits()).collect())
        .collect()
}
