//! Texts, tokens and other sequences: where two of them part, and what is missing or too much.

use std::collections::BTreeSet;
use std::hash::Hash;

use crate::runner::judge::explain::cut;
use crate::wire::{Array, Value};

/// How two sequences differ. Places are counted from 0.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SequenceFault {
    /// In which one of several sequences.
    pub row: Option<usize>,
    /// What they consist of.
    pub unit: Unit,
    /// What is wrong.
    pub difference: Difference,
}

/// What a sequence consists of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// A text.
    Character,
    /// Tokens, labels, bytes.
    Number,
    /// Texts.
    Text,
    /// Whole sequences.
    Row,
}

/// The simplest thing that tells one sequence from the other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Difference {
    /// Nothing was returned, and something is expected.
    Empty {
        /// How many.
        of: usize,
    },
    /// All is right, and it ends too early.
    Ends {
        /// How many there are.
        after: usize,
        /// How many are expected.
        of: usize,
        /// What comes next.
        next: String,
    },
    /// All is right, and then something follows.
    GoesOn {
        /// How many are expected.
        after: usize,
        /// What follows.
        next: String,
    },
    /// Without this one, the others would stand where they are expected.
    Missing {
        /// Where it belongs.
        at: usize,
        /// What it is.
        item: String,
    },
    /// With this one left out, the others would stand where they are expected.
    Surplus {
        /// Where it stands.
        at: usize,
        /// What it is.
        item: String,
    },
    /// Two neighbours have changed places.
    Swapped {
        /// Where the first of them stands.
        at: usize,
        /// What stands there.
        first: String,
        /// What stands behind it.
        second: String,
    },
    /// The right ones, in another order.
    Reordered {
        /// The first place where they differ.
        at: usize,
        /// What stands there.
        yours: String,
        /// What is expected there.
        expected: String,
    },
    /// They part here.
    Parts {
        /// How many agree before.
        at: usize,
        /// What stands there.
        yours: String,
        /// What is expected there.
        expected: String,
    },
}

/// How two sets differ.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SetFault {
    /// What they consist of.
    pub unit: Unit,
    /// What is expected and not there.
    pub missing: Vec<String>,
    /// What is there and not expected.
    pub surplus: Vec<String>,
}

/// A value as a sequence of elements that can be counted and compared, without a copy of more than the letters of a text.
enum Sequence<'a> {
    Letters(Vec<char>),
    Texts(&'a [String]),
    Integers(&'a [i64]),
    Bytes(&'a [u8]),
    Flags(&'a [bool]),
    Rows(Vec<&'a [i64]>),
}

impl Sequence<'_> {
    fn of(value: &Value) -> Option<Sequence<'_>> {
        Some(match value {
            Value::Text(text) => Sequence::Letters(text.chars().collect()),
            Value::Texts(texts) => Sequence::Texts(texts),
            Value::Integers(array) if array.shape().len() == 1 => Sequence::Integers(array.data()),
            Value::Bytes(array) if array.shape().len() == 1 => Sequence::Bytes(array.data()),
            Value::Flags(flags) => Sequence::Flags(flags),
            Value::IntegerRows(rows) => Sequence::Rows(rows.iter().map(Array::data).collect()),
            _ => return None,
        })
    }

    fn unit(&self) -> Unit {
        match self {
            Sequence::Letters(_) => Unit::Character,
            Sequence::Texts(_) => Unit::Text,
            Sequence::Integers(_) | Sequence::Bytes(_) | Sequence::Flags(_) => Unit::Number,
            Sequence::Rows(_) => Unit::Row,
        }
    }
}

/// An element as it is shown.
trait Shown {
    fn shown(&self) -> String;
}

impl Shown for char {
    fn shown(&self) -> String {
        format!("{self:?}")
    }
}

impl Shown for String {
    fn shown(&self) -> String {
        format!("{:?}", cut(self, 60))
    }
}

impl Shown for i64 {
    fn shown(&self) -> String {
        self.to_string()
    }
}

impl Shown for u8 {
    fn shown(&self) -> String {
        self.to_string()
    }
}

impl Shown for bool {
    fn shown(&self) -> String {
        self.to_string()
    }
}

impl Shown for &[i64] {
    fn shown(&self) -> String {
        cut(&format!("{:?}", &self[..self.len().min(20)]), 60)
    }
}

/// What is done with two sequences of one sort, whatever they consist of.
trait WithBoth {
    type Result;
    fn run<T: Shown + Ord + Hash>(self, yours: &[T], expected: &[T]) -> Self::Result;
}

fn with_both<W: WithBoth>(yours: &Value, expected: &Value, work: W) -> Option<W::Result> {
    Some(match (Sequence::of(yours)?, Sequence::of(expected)?) {
        (Sequence::Letters(yours), Sequence::Letters(expected)) => work.run(&yours, &expected),
        (Sequence::Texts(yours), Sequence::Texts(expected)) => work.run(yours, expected),
        (Sequence::Integers(yours), Sequence::Integers(expected)) => work.run(yours, expected),
        (Sequence::Bytes(yours), Sequence::Bytes(expected)) => work.run(yours, expected),
        (Sequence::Flags(yours), Sequence::Flags(expected)) => work.run(yours, expected),
        (Sequence::Rows(yours), Sequence::Rows(expected)) => work.run(&yours, &expected),
        _ => return None,
    })
}

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

/// How two sequences are laid side by side so that as many as possible agree: what is changed, with a gap where one has
/// nothing, the first `most` of them.
pub fn alignment(yours: &Value, expected: &Value, most: usize) -> Vec<Aligned> {
    struct Laid(usize);
    impl WithBoth for Laid {
        type Result = Vec<Aligned>;
        fn run<T: Shown + Ord + Hash>(self, yours: &[T], expected: &[T]) -> Vec<Aligned> {
            aligned(yours, expected, self.0)
        }
    }
    with_both(yours, expected, Laid(most)).unwrap_or_default()
}

fn aligned<T: Shown + Ord + Hash>(yours: &[T], expected: &[T], most: usize) -> Vec<Aligned> {
    /// Longer ones are not aligned to their end: what is wrong shows before.
    const LONGEST: usize = 2000;
    let (yours, expected) = (
        &yours[..yours.len().min(LONGEST)],
        &expected[..expected.len().min(LONGEST)],
    );
    let operations = similar::capture_diff_slices(similar::Algorithm::Myers, yours, expected);
    let changes = operations
        .into_iter()
        .map(|operation| operation.as_tag_tuple())
        .filter(|(tag, ..)| *tag != similar::DiffTag::Equal);
    let places = changes.flat_map(|(_, mine, wanted)| {
        let steps = 0..mine.len().max(wanted.len());
        steps.map(move |step| (mine.clone().nth(step), wanted.clone().nth(step)))
    });
    let aligned = places.take(most).map(|(mine, wanted)| Aligned {
        yours: mine.map(|at| (at, yours[at].shown())),
        expected: wanted.map(|at| (at, expected[at].shown())),
    });
    aligned.collect()
}

/// One place of an alignment at which two sequences differ.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Aligned {
    /// Where it stands in yours, and what it is, if something does.
    pub yours: Option<(usize, String)>,
    /// Where it is expected, and what it is, if something is.
    pub expected: Option<(usize, String)>,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(text: &str) -> Value {
        Value::Text(text.to_owned())
    }

    fn tokens(tokens: &[i64]) -> Value {
        Value::Integers(Array::vector(tokens.to_vec()))
    }

    #[test]
    fn the_simplest_difference_of_two_sequences_is_named() {
        let it = |text: &str| text.to_owned();
        let table = [
            (&[][..], &[1, 2][..], Difference::Empty { of: 2 }),
            (
                &[1, 2],
                &[1, 2, 3],
                Difference::Ends {
                    after: 2,
                    of: 3,
                    next: it("3"),
                },
            ),
            (
                &[1, 2, 3],
                &[1, 2],
                Difference::GoesOn {
                    after: 2,
                    next: it("3"),
                },
            ),
            (
                &[1, 3],
                &[1, 2, 3],
                Difference::Missing {
                    at: 1,
                    item: it("2"),
                },
            ),
            (
                &[1, 9, 2],
                &[1, 2],
                Difference::Surplus {
                    at: 1,
                    item: it("9"),
                },
            ),
            (
                &[1, 3, 2, 4],
                &[1, 2, 3, 4],
                Difference::Swapped {
                    at: 1,
                    first: it("3"),
                    second: it("2"),
                },
            ),
            (
                &[3, 1, 2],
                &[1, 2, 3],
                Difference::Reordered {
                    at: 0,
                    yours: it("3"),
                    expected: it("1"),
                },
            ),
            (
                &[1, 7, 7],
                &[1, 2, 3],
                Difference::Parts {
                    at: 1,
                    yours: it("7"),
                    expected: it("2"),
                },
            ),
        ];
        for (yours, expected, difference) in table {
            let fault = compare(&tokens(yours), &tokens(expected)).expect("they differ");
            assert_eq!(fault.difference, difference, "{yours:?} {expected:?}");
        }
        assert_eq!(compare(&tokens(&[1]), &tokens(&[1])), None);
    }

    #[test]
    fn characters_are_counted_and_not_bytes() {
        let fault = compare(&text("床前光明月"), &text("床前明月光")).expect("they differ");
        assert_eq!(fault.unit, Unit::Character);
        assert!(matches!(
            fault.difference,
            Difference::Reordered { at: 2, .. }
        ));
    }

    #[test]
    fn of_several_sequences_the_one_that_differs_is_named() {
        let rows = |rows: &[&[i64]]| {
            Value::IntegerRows(rows.iter().map(|row| Array::vector(row.to_vec())).collect())
        };
        let expected = rows(&[&[1, 2], &[3, 4, 5]]);
        let fault = compare(&rows(&[&[1, 2], &[3, 5]]), &expected).expect("they differ");
        assert_eq!((fault.row, fault.unit), (Some(1), Unit::Number));
        let fault = compare(&rows(&[&[3, 4, 5], &[1, 2]]), &expected).expect("they differ");
        assert_eq!((fault.row, fault.unit), (None, Unit::Row));
        assert!(matches!(
            fault.difference,
            Difference::Reordered { at: 0, .. }
        ));
    }

    #[test]
    fn sets_have_no_order_and_no_number() {
        let words = |words: &[&str]| Value::Texts(words.iter().map(|&it| it.to_owned()).collect());
        assert_eq!(
            compare_sets(&words(&["b", "a", "a"]), &words(&["a", "b"])),
            None
        );
        let fault = compare_sets(&words(&["a", "c"]), &words(&["a", "b"])).expect("they differ");
        assert_eq!(
            (fault.missing, fault.surplus),
            (vec!["\"b\"".to_owned()], vec!["\"c\"".to_owned()])
        );
    }

    #[test]
    fn an_alignment_leaves_a_gap_where_one_side_has_nothing() {
        let aligned = alignment(&tokens(&[1, 3, 4, 9]), &tokens(&[1, 2, 3, 4]), 5);
        let at = |at: usize, item: &str| Some((at, item.to_owned()));
        let wanted = [
            Aligned {
                yours: None,
                expected: at(1, "2"),
            },
            Aligned {
                yours: at(3, "9"),
                expected: None,
            },
        ];
        assert_eq!(aligned, wanted);
    }
}
