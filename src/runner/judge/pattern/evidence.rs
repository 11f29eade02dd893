//! One part of all answers beside what is right, for hypotheses to be tested on.

use crate::comparator::{Comparator, Tolerance};
use crate::runner::judge::compare::compare;
use crate::runner::judge::elements::{elements, shape};
use crate::runner::judge::judged::{Judged, returned};
use crate::runner::judge::naming;
use crate::runner::judge::probe::Probed;
use crate::runner::judge::tolerance::Allowance;
use crate::runner::words::judge::subject as words;
use crate::sheet::change::row_count;
use crate::sheet::{Case, Change, Check};
use crate::wire::Value;

/// One part of an exercise in all cases that returned it.
pub struct Evidence<'a> {
    pub check: &'a Check,
    pub answers: &'a [Judged],
    /// What came of calls beyond the cases.
    pub probed: &'a Probed,
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
    pub fn gather(
        check: &'a Check,
        answers: &'a [Judged],
        probed: &'a Probed,
        part: usize,
    ) -> Self {
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
                tolerance: Allowance::of(given, case, part).widest(),
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
            answers,
            probed,
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

    /// Whether some case is answered with more than one element.
    pub fn has_several(&self) -> bool {
        self.pairs.iter().any(|pair| pair.right.len() > 1)
    }

    /// Whether the part is yes or no, or several of them.
    pub fn is_of_flags(&self) -> bool {
        let mut rights = self.pairs.iter().map(|pair| &pair.case.right.parts);
        rights.all(|parts| {
            let right = parts.get(self.part);
            matches!(right, Some(Value::Flag(_) | Value::Flags(_)))
        })
    }

    /// The cases that are wrong.
    pub fn failing(&self) -> impl Iterator<Item = &Pair<'a>> {
        self.pairs.iter().filter(|pair| pair.fails)
    }

    /// Whether `expected`, applied to the right elements of a case, gives yours in every case, also where yours is
    /// right.
    pub fn explained_by(&self, expected: impl Fn(&Pair, f64) -> f64) -> bool {
        self.explained_at(|pair, _, right| expected(pair, right))
    }

    /// The same, where the position of the element counts too. What makes nothing wrong in a failing case explains nothing
    /// there: an addend that the tolerance forgives, or an absolute value of what is positive.
    pub fn explained_at(&self, expected: impl Fn(&Pair, usize, f64) -> f64) -> bool {
        let mut failing = self.failing().peekable();
        failing.peek().is_some()
            && failing.all(|pair| pair.is_made_wrong(|at, right| expected(pair, at, right)))
            && self.pairs.iter().all(|pair| {
                let elements = pair.yours.iter().zip(&pair.right).enumerate();
                elements.into_iter().all(|(at, (&yours, &right))| {
                    pair.agrees(yours, right, |x| expected(pair, at, x))
                })
            })
    }

    /// A map of the right elements that gives yours in every case, where no chance can do that.
    pub fn is_map(&self, map: fn(f64) -> f64) -> bool {
        self.variety() >= 2
            && self.changes_wrong_elements(map)
            && self.explained_by(|_, right| map(right))
    }

    /// The same for a map with steps, such as a rounding: wrong elements lie on two of its steps at least, for one number in
    /// the place of all others is no rounding. At the edge of a step, where either side is right, nothing is told.
    pub fn is_step(&self, map: fn(f64) -> f64) -> bool {
        let mut steps: Vec<f64> = self
            .failing()
            .flat_map(|pair| {
                let all = pair.yours.iter().zip(&pair.right);
                let told = all.filter(|(yours, right)| {
                    let off = pair.tolerance.allowed(**right);
                    !pair.tolerance.allows(**yours, **right)
                        && map(**right - off) == map(**right + off)
                });
                told.map(|(_, right)| map(*right)).collect::<Vec<_>>()
            })
            .collect();
        steps.sort_by(f64::total_cmp);
        steps.dedup();
        steps.len() >= 2 && self.lies_on_steps(map) && self.is_map(map)
    }

    /// Whether all of yours are values of a map with steps. At the edge of a step either side is right, and what lies between
    /// them is neither.
    fn lies_on_steps(&self, map: fn(f64) -> f64) -> bool {
        self.pairs.iter().all(|pair| {
            pair.yours.iter().all(|&yours| {
                let off = pair.tolerance.allowed(yours);
                let near = [yours - off, yours, yours + off];
                near.into_iter()
                    .any(|near| (map(near) - yours).abs() <= off)
            })
        })
    }

    /// Whether a map of the right elements does anything where yours are wrong. A step, a rounding for one, has room for any
    /// answer at the very numbers that it leaves as they are.
    fn changes_wrong_elements(&self, map: fn(f64) -> f64) -> bool {
        self.failing().any(|pair| {
            let mut all = pair.yours.iter().zip(&pair.right);
            all.any(|(&yours, &right)| {
                !pair.tolerance.allows(yours, right) && !pair.tolerance.allows(map(right), right)
            })
        })
    }

    /// What the reference answers to variations of the cases, beside the pairs: `(number of the variation, pair, its
    /// right elements, their shape)`.
    pub fn variations(
        &self,
        is_meant: impl Fn(&Change) -> bool,
    ) -> Vec<(usize, &Pair<'a>, Vec<f64>, Vec<usize>)> {
        let all = self.check.variations.iter().enumerate();
        all.filter(|(_, variation)| is_meant(&variation.change))
            .filter_map(|(number, variation)| {
                let mut pairs = self.pairs.iter();
                let pair = pairs.find(|pair| pair.number == variation.case)?;
                let right = variation.right.get(self.part)?;
                Some((number, pair, elements(right), shape(right)))
            })
            .collect()
    }

    /// Whether a size may be what tells right from wrong: three cases are right that tell something, and failing cases are
    /// right when they are made smaller by a change that is meant, as far as that was tried.
    pub fn is_of_size(&self, is_meant: impl Fn(&Change) -> bool) -> bool {
        let telling = |pair: &&Pair| !pair.fails && pair.tells();
        let mut shrunk = 0;
        for (number, pair, right, _) in self.variations(is_meant) {
            let Some(answer) = self.probed.varied(number) else {
                continue;
            };
            if !pair.fails || pair.is_zero(&right) {
                continue;
            }
            let yours = answer.parts.get(self.part).map(elements);
            if !yours.is_some_and(|yours| pair.close(&yours, &right)) {
                return false;
            }
            shrunk += 1;
        }
        shrunk > 0 && self.pairs.iter().filter(telling).count() >= 3
    }

    /// How many different right numbers stand where yours are wrong: one alone fits too many explanations.
    pub fn variety(&self) -> usize {
        self.different_numbers(|_, right| right)
    }

    /// How many different wrong numbers there are. Who gives one number for everything, be it 0 or the end of a range, gives
    /// the right answer to many other inputs.
    pub fn variety_of_yours(&self) -> usize {
        self.different_numbers(|yours, _| yours)
    }

    fn different_numbers(&self, of: fn(f64, f64) -> f64) -> usize {
        let mut numbers: Vec<f64> = self
            .failing()
            .flat_map(|pair| {
                let all = pair.yours.iter().zip(&pair.right);
                all.filter(|(yours, right)| {
                    right.is_finite() && !pair.tolerance.allows(**yours, **right)
                })
                .map(|(&yours, &right)| of(yours, right))
            })
            .collect();
        numbers.sort_by(f64::total_cmp);
        numbers.dedup_by(|a, b| (*a - *b).abs() <= 1e-3 * b.abs());
        numbers.len()
    }

    /// The part in the middle of a sentence.
    pub fn subject(&self) -> String {
        naming::subject(self.check, self.part)
    }

    /// The part at the start of a sentence.
    pub fn capital(&self) -> String {
        naming::capitalised(&self.subject())
    }

    /// What one of several that belong together is called: an element where the inputs are vectors, else a row.
    pub fn row_word(&self, inputs: &[usize]) -> &'static str {
        match self.are_vectors(inputs) {
            true => words::element(),
            false => words::row(),
        }
    }

    /// Whether these inputs are vectors in every case.
    pub fn are_vectors(&self, inputs: &[usize]) -> bool {
        let is_vector = |input: &usize| {
            let mut pairs = self.pairs.iter();
            pairs.all(|pair| shape(&pair.case.inputs[*input]).len() == 1)
        };
        inputs.iter().all(is_vector)
    }

    /// The name of an input.
    pub fn input(&self, number: usize) -> String {
        match self.check.inputs.get(number) {
            Some(name) => format!("`{name}`"),
            None => words::input(number + 1),
        }
    }

    /// The names of some inputs.
    pub fn inputs(&self, numbers: &[usize]) -> String {
        let names = numbers.iter().map(|&number| self.input(number));
        let names = names.reduce(words::several);
        names.unwrap_or_default()
    }
}

impl Pair<'_> {
    /// Whether some element of yours that is wrong is one that `expected` makes wrong.
    fn is_made_wrong(&self, expected: impl Fn(usize, f64) -> f64) -> bool {
        let all = self.yours.iter().zip(&self.right).enumerate();
        let mut wrong = all
            .filter(|(_, (yours, right))| !self.tolerance.allows(**yours, **right))
            .peekable();
        // Where elements have tolerances of their own, none may be wrong by the widest of them.
        wrong.peek().is_none()
            || wrong.any(|(at, (_, &right))| !self.tolerance.allows(expected(at, right), right))
    }

    /// Whether `yours` is `expected(right)`, when `right` is only known within its tolerance.
    fn agrees(&self, yours: f64, right: f64, expected: impl Fn(f64) -> f64) -> bool {
        let wanted = expected(right);
        if !wanted.is_finite() || !yours.is_finite() {
            return self.tolerance.allows(yours, wanted);
        }
        // Up and down by as much as it can be on that side: an exponential rises far more than it falls, and what it may rise
        // by would leave room for any smaller number.
        let off = self.tolerance.allowed(right);
        let ends = [expected(right - off), expected(right + off)];
        let ends = ends.into_iter().filter(|end| end.is_finite());
        let (least, most) = ends.fold((wanted, wanted), |(least, most), end| {
            (least.min(end), most.max(end))
        });
        let allowed = self.tolerance.allowed(wanted);
        (least - allowed..=most + allowed).contains(&yours)
    }

    /// Whether it tells something that yours is right here. Nearly any function is where the answer is zero, or where there
    /// is nothing but one row.
    pub fn tells(&self) -> bool {
        let mut rows = self.case.inputs.iter().filter_map(row_count).peekable();
        let has_rows = rows.peek().is_some();
        !self.is_zero(&self.right) && (!has_rows || rows.any(|rows| rows > 1))
    }

    /// Whether numbers are zero within the tolerance of the case.
    pub fn is_zero(&self, numbers: &[f64]) -> bool {
        numbers.iter().all(|&x| self.tolerance.allows(0.0, x))
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
