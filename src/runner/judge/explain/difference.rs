//! What sort of difference the numbers of one case show. It is a fact about this case, and names no cause.

use crate::comparator::{Comparator, Tolerance};
use crate::runner::judge::compare::unmatched;
use crate::runner::judge::elements::{elements, shape};
use crate::runner::judge::finding::PartOrCurve;
use crate::runner::judge::judged::{Judged, returned};
use crate::runner::judge::numbers::format_number;
use crate::runner::judge::tolerance::Allowance;
use crate::runner::words::judge::finding as words;
use crate::sheet::Check;

/// One part of one case.
struct Numbers {
    yours: Vec<f64>,
    right: Vec<f64>,
    shape: Vec<usize>,
    /// How far each may be off.
    allowed: Vec<f64>,
}

/// The first sort of difference that this case shows, in one sentence. `off` are the places that are wrong.
pub fn in_words(
    check: &Check,
    judged: &Judged,
    place: PartOrCurve,
    off: &[usize],
) -> Option<String> {
    let PartOrCurve::Part(part) = place else {
        return None;
    };
    let case = &check.cases[judged.case];
    let (right, yours) = (
        case.right.parts.get(part)?,
        returned(judged)?.parts.get(part)?,
    );
    let allowance = match &check.parts.get(part)?.comparator {
        Comparator::Close(given) => Allowance::of(*given, case, part),
        Comparator::Exact => Allowance::exact(),
        _ => return None,
    };
    let (shape, yours, right) = (shape(right), elements(yours), elements(right));
    if yours.len() != right.len() || yours.iter().chain(&right).any(|x| !x.is_finite()) {
        return None;
    }
    let allowed = |at: usize| allowance.tolerance.allowed(right[at]) + allowance.rounding(at);
    let numbers = Numbers {
        allowed: (0..right.len()).map(allowed).collect(),
        yours,
        right,
        shape,
    };
    let before = case.inputs.iter().enumerate().filter_map(|(input, value)| {
        let has_form =
            value.is_floating() && crate::runner::judge::elements::shape(value) == numbers.shape;
        has_form.then(|| (input, elements(value)))
    });
    numbers
        .factor()
        .or_else(|| numbers.offset(off))
        .or_else(|| {
            before
                .into_iter()
                .find_map(|(input, before)| numbers.change(&before, check.inputs.get(input)?))
        })
        .or_else(|| numbers.order(allowance.widest()))
        .or_else(|| numbers.line(off))
}

impl Numbers {
    /// Where the largest right number stands, if there are enough different ones for a relation to be no chance.
    fn largest(&self, of: &[f64]) -> Option<usize> {
        let mut different = of.to_vec();
        different.sort_by(f64::total_cmp);
        different.dedup_by(|a, b| (*a - *b).abs() <= 1e-3 * b.abs());
        let at = (0..of.len()).max_by(|&a, &b| of[a].abs().total_cmp(&of[b].abs()))?;
        (different.len() >= 3 && of[at] != 0.0).then_some(at)
    }

    fn explained_by(&self, times: f64, expected: impl Fn(usize) -> f64) -> bool {
        (0..self.right.len()).all(|at| {
            let (yours, right, expected) = (self.yours[at], self.right[at], expected(at));
            let allowed = self.allowed[at];
            // A number that is right, and would not be if this held, speaks against it.
            let is_against = (yours - right).abs() <= allowed && (expected - right).abs() > allowed;
            !is_against && (yours - expected).abs() <= (1.0 + times.abs()) * allowed
        })
    }

    /// Each number times one factor.
    fn factor(&self) -> Option<String> {
        let at = self.largest(&self.right)?;
        let ratio = self.yours[at] / self.right[at];
        let holds = self.explained_by(ratio, |at| ratio * self.right[at]);
        (is_telling(ratio) && holds).then(|| words::by_a_factor(format_number(ratio)))
    }

    /// Each number plus one addend. Where some are right, the addend is one that the tolerance forgives.
    fn offset(&self, off: &[usize]) -> Option<String> {
        self.largest(&self.right)?;
        if off.len() < self.right.len() {
            return None;
        }
        let shift = self.yours[0] - self.right[0];
        // Next to nothing is added to a right number, too.
        let is_telling = self.allowed.iter().all(|off| shift.abs() > 2.0 * off);
        let holds = self.explained_by(1.0, |at| self.right[at] + shift);
        (is_telling && holds).then(|| match shift > 0.0 {
            true => words::too_large(format_number(shift)),
            false => words::too_small(format_number(-shift)),
        })
    }

    /// Each change of an input times one factor.
    fn change(&self, before: &[f64], name: &str) -> Option<String> {
        let changes = self
            .right
            .iter()
            .zip(before)
            .map(|(right, before)| right - before);
        let changes: Vec<f64> = changes.collect();
        let at = self.largest(&changes)?;
        let ratio = (self.yours[at] - before[at]) / changes[at];
        let holds = self.explained_by(ratio, |at| before[at] + ratio * changes[at]);
        let is_said = is_telling(ratio) && holds;
        is_said.then(|| words::changed_by_a_factor(name, format_number(ratio)))
    }

    /// The right numbers in other places. `tolerance` is wide enough for every place; where all numbers are right by it, they are
    /// off by rounding and have not moved.
    fn order(&self, tolerance: Tolerance) -> Option<String> {
        self.largest(&self.right)?;
        let mut places = self.yours.iter().zip(&self.right);
        let has_moved = places.any(|(&yours, &right)| !tolerance.allows(yours, right));
        let (surplus, _) = unmatched(&self.yours, &self.right, tolerance);
        (has_moved && surplus.is_empty()).then(|| words::in_another_order().to_owned())
    }

    /// One row of several, or one column.
    fn line(&self, off: &[usize]) -> Option<String> {
        let [rows, columns] = self.shape[..] else {
            return None;
        };
        if rows < 3 || columns < 3 || rows * columns != self.right.len() || off.len() < 2 {
            return None;
        }
        let (row, column) = (off[0] / columns, off[0] % columns);
        if off.iter().all(|at| at / columns == row) {
            return Some(words::in_one_row(row));
        }
        let is_one = off.iter().all(|at| at % columns == column);
        is_one.then(|| words::in_one_column(column))
    }
}

/// Whether a factor says something: it is not one, and nothing that chance makes of nearly nothing.
fn is_telling(ratio: f64) -> bool {
    (1e-3..1e3).contains(&ratio.abs()) && format_number(ratio) != "1"
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_off_by_rounding_is_not_in_another_order() {
        let right = vec![1.0, 2.0, 3.0, 4.0];
        let wide = Tolerance {
            absolute: 0.1,
            relative: 0.0,
        };
        let table: [(&[f64], bool); 3] = [
            (&[1.0, 2.0, 3.0, 4.05], false),
            (&[2.0, 1.0, 3.0, 4.0], true),
            (&[2.0, 1.0, 3.0, 5.0], false),
        ];
        for (yours, is_said) in table {
            let numbers = Numbers {
                allowed: vec![0.01; 4],
                yours: yours.to_vec(),
                right: right.clone(),
                shape: vec![4],
            };
            assert_eq!(numbers.order(wide).is_some(), is_said, "{yours:?}");
        }
    }
}
