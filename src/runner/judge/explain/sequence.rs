//! Where two sequences part, and what is only in one of two sets, in words.

use crate::runner::judge::naming::capitalised;
use crate::runner::judge::sequence::{Difference, SequenceFault, SetFault, Unit};
use crate::runner::words::judge::sequence as words;

/// Where two sequences part.
pub fn differs(fault: &SequenceFault, subject: String) -> String {
    let subject = match fault.row {
        Some(row) => capitalised(&words::row(row, subject)),
        None => capitalised(&subject),
    };
    let counted = |count: usize| match (fault.unit, count) {
        (Unit::Character, 1) => words::one_character().to_owned(),
        (Unit::Character, count) => words::characters(count),
        (_, 1) => words::one_element().to_owned(),
        (_, count) => words::elements(count),
    };
    match &fault.difference {
        Difference::Empty { of: 1 } => words::empty_of_one(subject, counted(1)),
        Difference::Empty { of } => words::empty(subject, counted(*of)),
        Difference::Ends { after, of, next } => words::ends(subject, after, counted(*of), next),
        Difference::GoesOn { after, next } => words::goes_on(subject, counted(*after), next),
        Difference::Missing { at, item } => words::missing(subject, item, at),
        Difference::Surplus { at, item } => words::surplus(subject, item, at),
        Difference::Swapped { at, first, second } => words::swapped(subject, first, second, at),
        Difference::Reordered {
            at,
            yours,
            expected,
        } => words::reordered(subject, at, yours, expected),
        Difference::Parts {
            at: 0,
            yours,
            expected,
        } => words::parts_at_once(subject, yours, expected),
        Difference::Parts {
            at,
            yours,
            expected,
        } => words::parts(subject, at, yours, expected),
    }
}

/// What is only in one of two sets, in one or two sentences.
pub fn set_differs(fault: &SetFault, subject: &str) -> String {
    /// As many are named.
    const NAMED: usize = 5;
    let listed = |items: &[String]| items[..items.len().min(NAMED)].join(", ");
    let missing = match &fault.missing[..] {
        [] => None,
        [item] => Some(words::one_not_in_set(subject, item)),
        items => Some(words::several_not_in_set(
            subject,
            items.len(),
            listed(items),
        )),
    };
    let surplus = match &fault.surplus[..] {
        [] => None,
        [item] => Some(words::one_more_in_set(subject, item)),
        items => Some(words::several_more_in_set(
            subject,
            items.len(),
            listed(items),
        )),
    };
    let sentences: Vec<String> = missing.into_iter().chain(surplus).collect();
    sentences.join(" ")
}
