//! One part of all answers beside what is right, for hypotheses to be tested on.

use crate::comparator::{Comparator, Tolerance};
use crate::runner::judge::compare::{compare, elements, shape};
use crate::runner::judge::{Judged, explain, returned};
use crate::sheet::{Case, Check};

/// One part of an exercise in all cases that returned it.
pub struct Evidence<'a> {
    pub check: &'a Check,
    /// The number of the part.
    pub part: usize,
    /// In the order of the cases. Parts without elements say nothing and are left out.
    pub pairs: Vec<Pair<'a>>,
    /// Whether part 0 is right in every case, also where this part is wrong.
    pub value_is_right: bool,
}

/// What the candidate and the reference answer to one case.
pub struct Pair<'a> {
    /// The number of the case.
    pub number: usize,
    pub case: &'a Case,
    pub yours: Vec<f64>,
    pub right: Vec<f64>,
    pub your_shape: Vec<usize>,
    pub right_shape: Vec<usize>,
    pub tolerance: Tolerance,
    /// Whether this part of this case is wrong.
    pub fails: bool,
}

impl<'a> Evidence<'a> {
    /// Everything that is known of a part.
    pub fn gather(check: &'a Check, answers: &'a [Judged], part: usize) -> Self {
        let pair = |judged: &'a Judged| {
            let case = &check.cases[judged.case];
            let answer = returned(judged)?;
            let (yours, right) = (answer.parts.get(part)?, case.right.parts.get(part)?);
            let comparator = &check.parts.get(part)?.comparator;
            let given = match comparator {
                Comparator::Close(given) => *given,
                _ => None,
            };
            let pair = Pair {
                number: judged.case,
                case,
                yours: elements(yours),
                right: elements(right),
                your_shape: shape(yours),
                right_shape: shape(right),
                tolerance: Tolerance::of(given, case),
                fails: compare(comparator, case, part, answer, &case.right).is_some(),
            };
            (!pair.yours.is_empty() || !pair.right.is_empty()).then_some(pair)
        };
        let value_is_right = answers.iter().all(|judged| {
            let (case, first) = (&check.cases[judged.case], check.parts.first());
            returned(judged).is_some_and(|answer| {
                first.is_some_and(|first| {
                    compare(&first.comparator, case, 0, answer, &case.right).is_none()
                })
            })
        });
        Self {
            check,
            part,
            value_is_right,
            pairs: answers.iter().filter_map(pair).collect(),
        }
    }

    /// Whether every element has a partner in every case.
    pub fn has_one_shape(&self) -> bool {
        self.pairs
            .iter()
            .all(|pair| pair.yours.len() == pair.right.len())
    }

    /// The cases that are wrong.
    pub fn failing(&self) -> impl Iterator<Item = &Pair<'a>> {
        self.pairs.iter().filter(|pair| pair.fails)
    }

    /// Whether `expected`, applied to the right elements of a case, gives yours in every case, also where yours is
    /// right.
    pub fn explained_by(&self, expected: impl Fn(&Pair, f64) -> f64) -> bool {
        self.failing().next().is_some()
            && self.pairs.iter().all(|pair| {
                pair.yours
                    .iter()
                    .zip(&pair.right)
                    .all(|(&yours, &right)| pair.agrees(yours, right, |x| expected(pair, x)))
            })
    }

    /// How many different right numbers stand where yours are wrong: one alone fits too many explanations.
    pub fn variety(&self) -> usize {
        let mut numbers: Vec<f64> = self
            .failing()
            .flat_map(|pair| {
                let all = pair.yours.iter().zip(&pair.right);
                all.filter(|(yours, right)| {
                    right.is_finite() && !pair.tolerance.allows(**yours, **right)
                })
                .map(|(_, &right)| right)
            })
            .collect();
        numbers.sort_by(f64::total_cmp);
        numbers.dedup_by(|a, b| (*a - *b).abs() <= 1e-3 * b.abs());
        numbers.len()
    }

    /// The part in the middle of a sentence.
    pub fn subject(&self) -> String {
        explain::subject(self.check, self.part)
    }

    /// The part at the start of a sentence.
    pub fn capital(&self) -> String {
        explain::capitalised(&self.subject())
    }

    /// The name of an input.
    pub fn input(&self, number: usize) -> String {
        match self.check.inputs.get(number) {
            Some(name) => format!("`{name}`"),
            None => format!("input {}", number + 1),
        }
    }
}

impl Pair<'_> {
    /// Whether `yours` is `expected(right)`, when `right` is only known within its tolerance.
    fn agrees(&self, yours: f64, right: f64, expected: impl Fn(f64) -> f64) -> bool {
        let wanted = expected(right);
        if !wanted.is_finite() || !yours.is_finite() {
            return self.tolerance.allows(yours, wanted);
        }
        let off =
            f64::from(self.tolerance.absolute) + f64::from(self.tolerance.relative) * right.abs();
        let moved = |to: f64| {
            let moved = (expected(to) - wanted).abs();
            if moved.is_finite() { moved } else { 0.0 }
        };
        let slack = moved(right + off).max(moved(right - off));
        let own =
            f64::from(self.tolerance.relative) * wanted.abs() + f64::from(self.tolerance.absolute);
        (yours - wanted).abs() <= own + slack
    }

    /// Whether two lists of numbers are the same within the tolerance of the case.
    pub fn close(&self, yours: &[f64], expected: &[f64]) -> bool {
        yours.len() == expected.len()
            && yours
                .iter()
                .zip(expected)
                .all(|(&yours, &expected)| self.tolerance.allows(yours, expected))
    }
}
