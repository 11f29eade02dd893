//! Texts, tokens and other sequences: where two of them part, and what is missing or too much.

mod alignment;
pub(super) mod fault;
#[cfg(test)]
mod tests;
mod view;

pub use alignment::alignment;
pub use fault::{Difference, SequenceFault, SetFault, Unit};

use std::collections::BTreeSet;
use std::hash::Hash;

use crate::wire::Value;
use view::{Sequence, Shown, WithBoth, with_both};

/// Whether a value is a sequence, so that [`compare`] has something to say.
pub fn is_sequence(value: &Value) -> bool {
    Sequence::of(value).is_some()
}

/// Texts up to this length in bytes are shown whole.
const SHORT: usize = 40;

/// What tells two sequences of one sort apart. Nothing where they are equal or no sequences.
pub fn compare(yours: &Value, expected: &Value) -> Option<SequenceFault> {
    if yours == expected {
        return None;
    }
    if let (Value::Texts(yours), Value::Texts(expected)) = (yours, expected)
        && let Some(row) = only_row(yours, expected)
        && expected[row].len() > SHORT
    {
        let letters = |text: &str| text.chars().collect::<Vec<_>>();
        return Some(SequenceFault {
            row: Some(row),
            unit: Unit::Character,
            difference: difference(&letters(&yours[row]), &letters(&expected[row])),
        });
    }
    if let (Value::IntegerRows(yours), Value::IntegerRows(expected)) = (yours, expected)
        && let Some(row) = only_row(yours, expected)
    {
        return Some(SequenceFault {
            row: Some(row),
            unit: Unit::Number,
            difference: difference(yours[row].data(), expected[row].data()),
        });
    }
    struct Compared;
    impl WithBoth for Compared {
        type Result = Difference;
        fn run<T: Shown + Ord + Hash>(self, yours: &[T], expected: &[T]) -> Difference {
            difference(yours, expected)
        }
    }
    let unit = Sequence::of(expected)?.unit();
    let difference = with_both(yours, expected, Compared)?;
    Some(SequenceFault {
        row: None,
        unit,
        difference,
    })
}

/// The first row that differs, where there are as many as expected and the others do not say more: they are not simply
/// moved.
fn only_row<T: PartialEq>(yours: &[T], expected: &[T]) -> Option<usize> {
    let mut differ = (0..yours.len().min(expected.len())).filter(|&at| yours[at] != expected[at]);
    let first = differ.next()?;
    let moved = expected.contains(&yours[first]);
    (yours.len() == expected.len() && !moved).then_some(first)
}

/// The simplest thing that tells two sequences apart that are not equal.
fn difference<T: Shown + Ord>(yours: &[T], expected: &[T]) -> Difference {
    let pairs = yours.iter().zip(expected);
    let at = pairs
        .take_while(|(yours, expected)| yours == expected)
        .count();
    let backwards = yours[at..].iter().rev().zip(expected[at..].iter().rev());
    let behind = backwards
        .take_while(|(yours, expected)| yours == expected)
        .count();
    let (mine, wanted) = (
        &yours[at..yours.len() - behind],
        &expected[at..expected.len() - behind],
    );
    match (mine, wanted) {
        ([], _) if yours.is_empty() => Difference::Empty { of: expected.len() },
        // One that is missing at the end is missing too; but there the sequence simply ends.
        ([], [next, ..]) if at == yours.len() => Difference::Ends {
            after: at,
            of: expected.len(),
            next: next.shown(),
        },
        ([next, ..], []) if at == expected.len() => Difference::GoesOn {
            after: at,
            next: next.shown(),
        },
        ([], [item]) => Difference::Missing {
            at,
            item: item.shown(),
        },
        ([item], []) => Difference::Surplus {
            at,
            item: item.shown(),
        },
        // Two alone are the whole in another order.
        ([first, second], [one, other])
            if first == other && second == one && expected.len() > 2 =>
        {
            Difference::Swapped {
                at,
                first: first.shown(),
                second: second.shown(),
            }
        }
        _ => {
            let shown = |of: &[T]| of.get(at).map(Shown::shown).unwrap_or_default();
            let (yours_there, expected_there) = (shown(yours), shown(expected));
            match mine.len() == wanted.len() && sorted(mine) == sorted(wanted) {
                true => Difference::Reordered {
                    at,
                    yours: yours_there,
                    expected: expected_there,
                },
                false => Difference::Parts {
                    at,
                    yours: yours_there,
                    expected: expected_there,
                },
            }
        }
    }
}

fn sorted<T: Ord>(of: &[T]) -> Vec<&T> {
    let mut sorted: Vec<&T> = of.iter().collect();
    sorted.sort_unstable();
    sorted
}

/// What is only in one of two sets. Nothing where they have the same elements, however often and in whatever order.
pub fn compare_sets(yours: &Value, expected: &Value) -> Option<SetFault> {
    struct Compared;
    impl WithBoth for Compared {
        type Result = [Vec<String>; 2];
        fn run<T: Shown + Ord + Hash>(self, yours: &[T], expected: &[T]) -> [Vec<String>; 2] {
            let (mine, wanted): (BTreeSet<&T>, BTreeSet<&T>) =
                (yours.iter().collect(), expected.iter().collect());
            let shown = |of: &mut dyn Iterator<Item = &&T>| of.map(|it| it.shown()).collect();
            [
                shown(&mut wanted.difference(&mine)),
                shown(&mut mine.difference(&wanted)),
            ]
        }
    }
    let unit = Sequence::of(expected)?.unit();
    let [missing, surplus] = with_both(yours, expected, Compared)?;
    (!missing.is_empty() || !surplus.is_empty()).then_some(SetFault {
        unit,
        missing,
        surplus,
    })
}
