//! Varies the inputs of the cases and answers them rightly, so that the judge can say why a wrong answer is wrong.

#[cfg(test)]
mod tests;

use super::plan::CheckPlan;
use crate::call::{Erased, call};
use crate::generator::Generator;
use crate::sheet::change::{each_number, rank, row_count, same_form, transposed, with_rows};
use crate::sheet::{Answer, Case, Change, CheckKind, Missing, Variation};
use crate::tensor::seed_device;
use crate::wire::{Array, Value};

/// Larger cases are not varied: what can be seen is seen on small ones.
const MOST_ELEMENTS: usize = 2000;

/// How many variations of each sort a candidate is asked with at most, for every input or group of rows.
const ASKED: usize = 3;

/// The variations of all cases. `is_quick` says which cases are answered fast enough to be answered many times.
pub(super) fn of(plan: &CheckPlan, cases: &[Case], is_quick: &[bool]) -> Vec<Variation> {
    let asks_more_than_once = plan.repeat.is_some() || plan.interruption.is_some();
    if matches!(plan.kind, CheckKind::Training | CheckKind::Model)
        || asks_more_than_once
        || plan.catches()
    {
        return Vec::new();
    }
    let small: Vec<usize> = (0..cases.len())
        .filter(|&number| {
            let case = &cases[number];
            is_quick[number] && !case.last && elements(case) <= MOST_ELEMENTS
        })
        .collect();
    let mut variations = Variations {
        handler: &plan.handler,
        cases,
        found: Vec::new(),
    };
    let groups = groups_of_rows(cases);
    for &number in &small {
        variations.not_asked(number, &groups);
    }
    // From small to large, so that a candidate is asked with the smallest.
    let mut ascending = small;
    ascending.sort_by_key(|&number| elements(&cases[number]));
    for group in &groups {
        variations.reordered(&ascending, group);
        variations.fewer(&ascending, group);
    }
    for input in 0..plan.inputs.len() {
        variations.another(&ascending, input, plan);
        variations.larger(&ascending, input);
        variations.smaller(&ascending, input);
    }
    variations.found
}

/// The first, the last, the second, the last but one, and so on.
fn from_both_ends(ascending: &[usize]) -> Vec<usize> {
    let count = ascending.len();
    let (small, large) = (ascending.iter(), ascending.iter().rev());
    let pairs = small.zip(large).flat_map(|(&small, &large)| [small, large]);
    pairs.take(count).collect()
}

fn elements(case: &Case) -> usize {
    case.inputs.iter().map(Value::element_count).sum()
}

/// Inputs that have the same number of rows in every case, and not the same number in all of them.
fn groups_of_rows(cases: &[Case]) -> Vec<Vec<usize>> {
    let counts = |input: usize| -> Option<Vec<usize>> {
        cases
            .iter()
            .map(|case| case.inputs.get(input).and_then(row_count))
            .collect()
    };
    let mut groups: Vec<(Vec<usize>, Vec<usize>)> = Vec::new();
    for input in 0..cases.first().map_or(0, |case| case.inputs.len()) {
        let Some(counts) = counts(input) else {
            continue;
        };
        if counts.iter().all(|&count| count < 2) {
            continue;
        }
        match groups.iter_mut().find(|(other, _)| *other == counts) {
            Some((_, inputs)) => inputs.push(input),
            None => groups.push((counts, vec![input])),
        }
    }
    groups.into_iter().map(|(_, inputs)| inputs).collect()
}

/// How many times an input is replaced by another one where that changes the right answer.
const ASKED_WITH_OTHERS: usize = 6;

struct Variations<'a> {
    handler: &'a Erased,
    cases: &'a [Case],
    found: Vec<Variation>,
}

impl Variations<'_> {
    /// Keeps a variation, if the reference can answer it.
    fn keep(&mut self, number: usize, change: Change, inputs: Vec<Value>, asked: bool) -> bool {
        let Answer::Returned(right) = call(self.handler, inputs.clone(), self.cases[number].seed)
        else {
            return false;
        };
        self.found.push(Variation {
            case: number,
            change,
            inputs: if asked { inputs } else { Vec::new() },
            right: right.parts,
        });
        true
    }

    /// The inputs of a case with one of them replaced.
    fn replaced(&self, number: usize, input: usize, value: Value) -> Vec<Value> {
        let mut inputs = self.cases[number].inputs.clone();
        inputs[input] = value;
        inputs
    }

    fn picked(&self, number: usize, group: &[usize], rows: &[usize]) -> Option<Vec<Value>> {
        let mut inputs = self.cases[number].inputs.clone();
        for &input in group {
            inputs[input] = with_rows(&inputs[input], rows)?;
        }
        Some(inputs)
    }

    /// What the candidate is not asked with, but could have worked with instead of the real inputs.
    fn not_asked(&mut self, number: usize, groups: &[Vec<usize>]) {
        let inputs = self.cases[number].inputs.clone();
        for group in groups {
            let rows = row_count(&inputs[group[0]]).unwrap_or(0);
            if rows < 2 {
                continue;
            }
            let kept = [
                (Missing::Last, (0..rows - 1).collect::<Vec<_>>()),
                (Missing::First, (1..rows).collect()),
                (Missing::AllButFirst, vec![0]),
                (Missing::AllButLast, vec![rows - 1]),
            ];
            for (missing, kept) in kept {
                if let Some(changed) = self.picked(number, group, &kept) {
                    let change = Change::Without {
                        inputs: group.clone(),
                        rows: missing,
                    };
                    self.keep(number, change, changed, false);
                }
            }
        }
        for (input, value) in inputs.iter().enumerate() {
            for axes in swaps(rank(value)) {
                if let Some(turned) = transposed(value, &axes) {
                    let changed = self.replaced(number, input, turned);
                    self.keep(number, Change::Transposed { input, axes }, changed, false);
                }
            }
            for constant in [0.0_f32, 1.0] {
                if let Some(value) = each_number(value, |_, _| f64::from(constant)) {
                    let change = Change::Constant {
                        input,
                        value: constant,
                    };
                    let changed = self.replaced(number, input, value);
                    self.keep(number, change, changed, false);
                }
            }
            if let Some(negated) = each_number(value, |_, x| -x) {
                let changed = self.replaced(number, input, negated);
                self.keep(number, Change::Negated { input }, changed, false);
            }
            for other in input + 1..inputs.len() {
                if same_form(value, &inputs[other]) && same_size(value, &inputs[other]) {
                    let mut changed = inputs.clone();
                    changed.swap(input, other);
                    let change = Change::Exchanged {
                        inputs: (input, other),
                    };
                    self.keep(number, change, changed, false);
                }
            }
        }
    }

    /// The rows of a group in another order: reversed, or turned by one, and then the first two exchanged. Some functions
    /// stay the same under the former alone, though the order counts: the magnitudes of a Fourier transform, for one. Of
    /// three rows there is no other order. A candidate is asked with a few; the right answer has to stay in all of them
    /// before the order is said to make no difference, for that of a few small cases may stay by chance.
    fn reordered(&mut self, ascending: &[usize], group: &[usize]) {
        let mut kept = 0;
        for &number in ascending {
            let rows = row_count(&self.cases[number].inputs[group[0]]).unwrap_or(0);
            if rows < 4 {
                continue;
            }
            let mut order: Vec<usize> = match kept % 2 {
                0 => (1..rows).chain([0]).collect(),
                _ => (0..rows).rev().collect(),
            };
            order.swap(0, 1);
            if let Some(changed) = self.picked(number, group, &order) {
                let change = Change::Reordered {
                    inputs: group.to_vec(),
                    order,
                };
                kept += usize::from(self.keep(number, change, changed, kept < ASKED));
            }
        }
    }

    /// One input replaced by one that another draw of the same case would have had, and by that of another case; a single
    /// number by the smallest and the largest of all cases. Large cases take turns with small ones: where a loop ends too early,
    /// a small case may not have what an input has its effect on. Cases with axes of length 1 come last, and what does not
    /// change the right answer is not asked: there an input may have no effect though it is used.
    fn another(&mut self, ascending: &[usize], input: usize, plan: &CheckPlan) {
        let mut order = from_both_ends(ascending);
        order.sort_by_key(|&number| self.cases[number].inputs.iter().any(is_thin));
        let mut asked = 0;
        for number in order {
            if asked >= ASKED_WITH_OTHERS {
                return;
            }
            let case = &self.cases[number];
            let Answer::Returned(own) = call(self.handler, case.inputs.clone(), case.seed) else {
                continue;
            };
            for other in self.others(number, input, plan) {
                let changed = self.replaced(number, input, other);
                if self.keep(number, Change::Another { input }, changed, true) {
                    let moves = self.found.last().is_some_and(|it| it.right != own.parts);
                    asked += usize::from(moves);
                    if !moves {
                        self.found.pop();
                    }
                }
            }
        }
    }

    /// Other values of the same form for an input of a case, as different as there are.
    fn others(&self, number: usize, input: usize, plan: &CheckPlan) -> Vec<Value> {
        let case = &self.cases[number];
        let value = &case.inputs[input];
        let other_seed = case.seed.wrapping_add(1);
        seed_device(other_seed);
        let drawn = (plan.cases[number].make)(&mut Generator::new(other_seed));
        let elsewhere = self.cases.iter().map(|case| &case.inputs);
        let mut others: Vec<&Value> = std::iter::once(&drawn)
            .chain(elsewhere)
            .filter_map(|inputs| inputs.get(input))
            .filter(|other| same_form(value, other) && *other != value)
            .collect();
        // Those of several elements stay in their order, and the ends are two of them.
        others.sort_by(|one, other| single(one).total_cmp(&single(other)));
        let ends = [others.first(), others.last()].into_iter().flatten();
        let mut ends: Vec<Value> = ends.map(|it| (*it).clone()).collect();
        ends.dedup();
        ends
    }

    /// One tensor much larger than in a case where all is small.
    fn larger(&mut self, ascending: &[usize], input: usize) {
        let mut asked = 0;
        for &number in ascending {
            let inputs = &self.cases[number].inputs;
            let values = numbers(&inputs[input]);
            if asked >= ASKED || values.len() < 2 || !(0.1..10.0).contains(&largest(&inputs[input]))
            {
                continue;
            }
            let factor = [200.0_f32, 3000.0][asked % 2];
            if let Some(value) = each_number(&inputs[input], |_, x| f64::from(factor) * x) {
                let changed = self.replaced(number, input, value);
                let change = Change::Larger { input, factor };
                asked += usize::from(self.keep(number, change, changed, true));
            }
        }
    }

    /// The inputs with the largest numbers, made small.
    fn smaller(&mut self, ascending: &[usize], input: usize) {
        let of = |number: &usize| largest(&self.cases[*number].inputs[input]);
        let mut falling = ascending.to_vec();
        falling.retain(|number| (1.0..f64::INFINITY).contains(&of(number)));
        falling.sort_by(|one, other| of(other).total_cmp(&of(one)));
        for number in falling.into_iter().take(ASKED) {
            let value = &self.cases[number].inputs[input];
            let most = largest(value);
            if let Some(value) = each_number(value, |_, x| x / most) {
                let changed = self.replaced(number, input, value);
                self.keep(number, Change::Smaller { input }, changed, true);
            }
        }
    }

    /// The longest groups of rows, cut down to two.
    fn fewer(&mut self, ascending: &[usize], group: &[usize]) {
        let rows = |number: usize| row_count(&self.cases[number].inputs[group[0]]).unwrap_or(0);
        let mut falling: Vec<usize> = ascending.iter().copied().rev().collect();
        falling.retain(|&number| rows(number) > 2);
        for number in falling.into_iter().take(ASKED) {
            if let Some(changed) = self.picked(number, group, &[0, 1]) {
                let inputs = group.to_vec();
                self.keep(number, Change::Fewer { inputs }, changed, true);
            }
        }
    }
}

/// Whether a value has an axis of length 1, or nothing along one.
fn is_thin(value: &Value) -> bool {
    match value {
        Value::Numbers(array) => array.shape().iter().any(|&length| length < 2),
        Value::Doubles(array) => array.shape().iter().any(|&length| length < 2),
        _ => row_count(value).is_some_and(|rows| rows < 2),
    }
}

/// A value that is a single number, as one; 0 for anything else.
fn single(value: &Value) -> f64 {
    match value {
        Value::Integers(array) if array.shape().is_empty() => {
            array.data().first().map_or(0.0, |&x| x as f64)
        }
        _ if value.element_count() == 1 => numbers(value).first().copied().unwrap_or(0.0),
        _ => 0.0,
    }
}

/// The largest size of a number of a value.
fn largest(value: &Value) -> f64 {
    let sizes = numbers(value).into_iter().map(f64::abs);
    sizes.fold(0.0, f64::max)
}

/// How many times as large as the other one of two integers may be that change places: a seed is no count of anything.
const MOST_TIMES: u64 = 100;

/// Whether two values that are integers are about as large as each other, so that one may stand where the other does.
fn same_size(one: &Value, other: &Value) -> bool {
    let (Value::Integers(one), Value::Integers(other)) = (one, other) else {
        return true;
    };
    let largest = |array: &Array<i64>| array.data().iter().map(|x| x.unsigned_abs()).max();
    let (one, other) = (largest(one).unwrap_or(0), largest(other).unwrap_or(0));
    one.max(other) <= MOST_TIMES.saturating_mul(one.min(other).max(1))
}

/// All ways to let two of `rank` axes change places.
fn swaps(rank: usize) -> Vec<Vec<usize>> {
    let pairs = (0..rank).flat_map(|one| (one + 1..rank).map(move |other| (one, other)));
    pairs
        .map(|(one, other)| {
            let mut axes: Vec<usize> = (0..rank).collect();
            axes.swap(one, other);
            axes
        })
        .collect()
}

fn numbers(value: &Value) -> Vec<f64> {
    let mut numbers = Vec::new();
    let _ = each_number(value, |_, x| {
        numbers.push(x);
        x
    });
    numbers
}
