//! A list that has more rows than it should, or fewer, where the rows that are there are the right ones.

use super::diagnosis::diagnosis;
use super::evidence::{Evidence, Pair};
use crate::runner::judge::judged::returned;
use crate::runner::judge::numbers::case_name;
use crate::runner::outcome::{Diagnosis, DiagnosisKind};
use crate::runner::words::judge::pattern::places as words;
use crate::wire::{Array, Element, Value};

/// In so many cases the rows have to tell one relation from the others: in one alone they may do so by chance.
const OFTEN: usize = 2;

/// What a list has in the place of the right one.
#[derive(Clone, Copy)]
enum Relation {
    OnlyLast,
    OnlyFirst,
    WithoutLast,
    WithoutFirst,
    OneMoreBefore,
    OneMoreAfter,
    StopsEarly,
}

const RELATIONS: [Relation; 7] = [
    Relation::OnlyLast,
    Relation::OnlyFirst,
    Relation::WithoutLast,
    Relation::WithoutFirst,
    Relation::OneMoreBefore,
    Relation::OneMoreAfter,
    Relation::StopsEarly,
];

/// The rows of one case.
struct Rows<'a> {
    pair: &'a Pair<'a>,
    yours: Vec<Vec<f64>>,
    right: Vec<Vec<f64>>,
}

pub fn recognise(evidence: &Evidence) -> Option<Diagnosis> {
    let all: Vec<Rows> = evidence
        .pairs
        .iter()
        .map(|pair| Rows::of(evidence, pair))
        .collect::<Option<_>>()?;
    let failing = || all.iter().filter(|rows| rows.pair.fails);
    let first = failing().next()?;
    let case = case_name(evidence.check, first.pair.number);
    let has_right = all.iter().any(|rows| !rows.pair.fails && rows.pair.tells());
    if has_right && failing().all(|rows| rows.right.is_empty()) {
        let message = words::not_empty(evidence.capital(), case);
        return diagnosis(DiagnosisKind::ArrayCount, message);
    }
    let found = RELATIONS.into_iter().find(|&relation| {
        let telling = failing().filter(|rows| rows.tell(relation)).count();
        let enough = match relation {
            // That the others are missing is a fact about each case.
            Relation::StopsEarly => 1,
            _ => OFTEN,
        };
        telling >= enough && all.iter().all(|rows| rows.agree(relation))
    })?;
    // The first case that shows it; with the name of another one, its numbers would say nothing.
    let shown = failing().find(|rows| rows.tell(found))?;
    let (subject, case) = (
        evidence.capital(),
        case_name(evidence.check, shown.pair.number),
    );
    let (yours, right) = (shown.yours.len(), shown.right.len());
    let message = match found {
        Relation::OnlyLast => words::only_last_there(subject, case, right),
        Relation::OnlyFirst => words::only_first_there(subject, case, right),
        Relation::WithoutLast => words::last_missing(subject, case, yours, right),
        Relation::WithoutFirst => words::first_missing(subject, case, yours, right),
        Relation::OneMoreBefore => words::one_more_before(subject, case, yours, right),
        Relation::OneMoreAfter => words::one_more_after(subject, case, yours, right),
        Relation::StopsEarly => words::stops_early(subject, case, yours, right),
    };
    diagnosis(DiagnosisKind::ArrayCount, message)
}

impl<'a> Rows<'a> {
    fn of(evidence: &'a Evidence, pair: &'a Pair<'a>) -> Option<Self> {
        let mut answers = evidence.answers.iter();
        let judged = answers.find(|judged| judged.case == pair.number)?;
        Some(Self {
            pair,
            yours: rows(returned(judged)?.parts.get(evidence.part)?)?,
            right: rows(pair.case.right.parts.get(evidence.part)?)?,
        })
    }

    /// Whether this case is as the relation says, or right where the relation changes nothing.
    fn agree(&self, relation: Relation) -> bool {
        let (yours, right) = (&self.yours[..], &self.right[..]);
        let is = |wanted: &[Vec<f64>]| self.close(yours, wanted);
        match relation {
            // Of no rows there is no last one, whatever stands in its place.
            Relation::OnlyLast | Relation::OnlyFirst if right.is_empty() => yours.len() <= 1,
            Relation::OnlyLast => is(&right[right.len() - 1..]),
            Relation::OnlyFirst => is(&right[..1]),
            Relation::WithoutLast | Relation::WithoutFirst if right.is_empty() => yours.is_empty(),
            Relation::WithoutLast => is(&right[..right.len() - 1]),
            Relation::WithoutFirst => is(&right[1..]),
            Relation::OneMoreBefore => {
                yours.len() == right.len() + 1 && self.close(&yours[1..], right)
            }
            Relation::OneMoreAfter => {
                yours.len() == right.len() + 1 && self.close(&yours[..right.len()], right)
            }
            Relation::StopsEarly => yours.len() <= right.len() && is(&right[..yours.len()]),
        }
    }

    /// Whether the rows show the relation and none that it could be taken for.
    fn tell(&self, relation: Relation) -> bool {
        let others: &[Relation] = match relation {
            Relation::OnlyLast => &[Relation::OnlyFirst],
            Relation::OnlyFirst => &[Relation::OnlyLast],
            Relation::WithoutLast => &[Relation::WithoutFirst],
            Relation::WithoutFirst => &[Relation::WithoutLast],
            Relation::OneMoreBefore => &[Relation::OneMoreAfter],
            Relation::OneMoreAfter => &[Relation::OneMoreBefore],
            Relation::StopsEarly => &[],
        };
        let fewest = match relation {
            // It is enough that one case shows it, so a single row is too little.
            Relation::StopsEarly => 2,
            _ => 1,
        };
        let compares = self.yours.len() >= fewest && !self.pair.is_zero(&self.pair.right);
        let differs = self.yours.len() != self.right.len();
        compares
            && differs
            && !self.right.is_empty()
            && self.agree(relation)
            && !others.iter().any(|&other| self.agree(other))
    }

    fn close(&self, yours: &[Vec<f64>], right: &[Vec<f64>]) -> bool {
        yours.len() == right.len()
            && (yours.iter().zip(right)).all(|(yours, right)| self.pair.close(yours, right))
    }
}

/// The rows of a list; nothing where it is no list, or one of anything but rows.
fn rows(value: &Value) -> Option<Vec<Vec<f64>>> {
    fn numbers<T: Element>(arrays: &[Array<T>], number: fn(&T) -> f64) -> Option<Vec<Vec<f64>>> {
        let is_row = |array: &Array<T>| array.shape().len() == 1;
        let row = |array: &Array<T>| array.data().iter().map(number).collect();
        arrays
            .iter()
            .all(is_row)
            .then(|| arrays.iter().map(row).collect())
    }
    match value {
        Value::Arrays(arrays) => numbers(arrays, |x| f64::from(*x)),
        Value::DoubleRows(rows) => numbers(rows, |x| *x),
        Value::IntegerRows(rows) => numbers(rows, |x| *x as f64),
        _ => None,
    }
}
