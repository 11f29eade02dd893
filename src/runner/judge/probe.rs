//! Calls beyond the cases, and what they tell. The judge plans them as data, somebody else makes them, and what came of
//! them is data again.
//!
//! None of them can turn a wrong answer into a right one. Where a call was not made, or hung, or panicked, its answer is
//! simply not there, and what it could have told is not said.

use super::judged::{Judged, returned, size};
use super::tolerance::Allowance;
use super::{compare, elements, form};
use crate::comparator::Comparator;
use crate::sheet::change::each_number;
use crate::sheet::{Check, CheckKind, Returned};
use crate::wire::Value;

/// One call of the function that the check is about.
#[derive(Clone, Debug, PartialEq)]
pub struct Question {
    /// What it is for.
    pub purpose: Purpose,
    /// The inputs.
    pub inputs: Vec<Value>,
    /// The seed of the device.
    pub seed: u64,
}

/// What a call is for.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Purpose {
    /// A case once more.
    Case(usize),
    /// A variation of the sheet, by its number.
    Variation(usize),
    /// A case with one number moved, for the slope of the candidate's own function.
    Nudge {
        /// The number of the case.
        case: usize,
        /// Which input.
        input: usize,
        /// Which of its numbers, in row-major order.
        element: usize,
        /// What the number is now.
        to: f32,
    },
}

impl Purpose {
    /// The number of the case that is asked, as it is or with other inputs.
    pub fn case(&self, check: &Check) -> usize {
        match *self {
            Purpose::Case(case) | Purpose::Nudge { case, .. } => case,
            Purpose::Variation(number) => check.variations[number].case,
        }
    }
}

/// Which calls are to be made.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Plan {
    /// The first calls in a program that has just been started.
    pub history: Vec<Question>,
    /// What follows in the same program.
    pub rest: Vec<Question>,
}

/// What came of the calls.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Probed {
    /// The last answer of the program that answered the cases: a case once more.
    pub again: Option<(usize, Returned)>,
    /// The answers to [`Plan::history`], as far as they came.
    pub first: Vec<Option<Returned>>,
    /// The same calls in the same order, in another fresh program.
    pub second: Vec<Option<Returned>>,
    /// The answers to [`Plan::rest`].
    pub rest: Vec<(Purpose, Returned)>,
}

/// Cases with more elements than this are not asked again.
const MOST_ELEMENTS: usize = 50_000;

/// The calls that could explain a failure.
pub fn plan(check: &Check, answers: &[Judged]) -> Plan {
    if check.kind == CheckKind::Training || check.repeat.is_some() {
        return Plan::default();
    }
    let history = history(check, answers);
    let variations = check.variations.iter().enumerate();
    let variations = variations
        .filter(|(_, variation)| !variation.inputs.is_empty())
        .filter(|(_, variation)| answers.iter().any(|judged| judged.case == variation.case));
    let mut rest: Vec<Question> = variations
        .map(|(number, variation)| Question {
            purpose: Purpose::Variation(number),
            inputs: variation.inputs.clone(),
            seed: check.cases[variation.case].seed,
        })
        .collect();
    rest.extend(nudges(check, answers));
    Plan { history, rest }
}

/// The case that a passing check is asked once more: a small one, and not the first, whose answer could have been kept.
pub fn once_more(check: &Check, answers: &[Judged]) -> Option<Question> {
    if check.kind == CheckKind::Training
        || check.repeat.is_some()
        || !(0..check.parts.len()).any(|part| is_fixed(check, part))
    {
        return None;
    }
    let case = by_size(check, answers).into_iter().max_by_key(|&case| {
        // Of the small ones the one with most elements: two equal numbers could be chance.
        let elements = elements(check, case);
        (case != answers[0].case, elements <= 64, elements.min(64))
    })?;
    Some(again(check, case))
}

fn again(check: &Check, case: usize) -> Question {
    Question {
        purpose: Purpose::Case(case),
        inputs: check.cases[case].inputs.clone(),
        seed: check.cases[case].seed,
    }
}

fn elements(check: &Check, case: usize) -> usize {
    let inputs = check.cases[case].inputs.iter();
    inputs.map(Value::element_count).sum()
}

/// The answered cases that are small enough, from small to large.
fn by_size(check: &Check, answers: &[Judged]) -> Vec<usize> {
    let mut answered: Vec<&Judged> = answers
        .iter()
        .filter(|judged| returned(judged).is_some() && !check.cases[judged.case].last)
        .filter(|judged| size(check, judged) <= MOST_ELEMENTS)
        .collect();
    answered.sort_by_key(|judged| size(check, judged));
    answered.iter().map(|judged| judged.case).collect()
}

/// One case again and again, with others in between.
fn history(check: &Check, answers: &[Judged]) -> Vec<Question> {
    let order = by_size(check, answers);
    let first = answers.first().map(|judged| judged.case);
    let fails = |case: usize| {
        let mut of_case = answers.iter().filter(|judged| judged.case == case);
        of_case.any(|judged| !compare::findings(check, judged).is_empty())
    };
    // A wrong case that was not the first one asked: what the first left behind may be what is wrong.
    let repeated = order.iter().copied().max_by_key(|&case| {
        let elements = elements(check, case);
        (
            Some(case) != first,
            fails(case),
            elements <= 64,
            elements.min(64),
        )
    });
    let Some(repeated) = repeated else {
        return Vec::new();
    };
    let mut others = order.iter().copied().filter(|&case| case != repeated);
    let mut cases = vec![repeated, repeated];
    for _ in 0..2 {
        if let Some(other) = others.next() {
            cases.extend([other, repeated]);
        }
    }
    cases.into_iter().map(|case| again(check, case)).collect()
}

/// Whether the same call has to give the same answer: where the comparator leaves it to chance, only with a seed.
fn is_fixed(check: &Check, part: usize) -> bool {
    let seeded = check.inputs.iter().any(|name| name.contains("seed"));
    match check.parts.get(part).map(|part| &part.comparator) {
        Some(
            Comparator::Close(_)
            | Comparator::Exact
            | Comparator::Simplex
            | Comparator::SameMultiset
            | Comparator::Sequence
            | Comparator::Set,
        ) => true,
        Some(
            Comparator::Statistics
            | Comparator::Correspondence(_)
            | Comparator::Property
            | Comparator::Free,
        ) => seeded,
        Some(Comparator::Accuracy { .. } | Comparator::Claim { .. } | Comparator::AtMost(_))
        | None => false,
    }
}

/// The first part in which two answers to one call differ, where they may not, and its first such element.
pub(super) fn difference(
    check: &Check,
    case: usize,
    one: &Returned,
    other: &Returned,
) -> Option<(usize, usize)> {
    (0..check.parts.len().min(one.parts.len()))
        .filter(|&part| is_fixed(check, part))
        .find_map(|part| {
            let (case, comparator) = (&check.cases[case], &check.parts[part].comparator);
            // Where the order is of no interest, it may be another one each time.
            let has_no_order = matches!(comparator, Comparator::SameMultiset | Comparator::Set);
            if has_no_order && compare::compare(comparator, case, part, one, other).is_none() {
                return None;
            }
            let (one, other) = (one.parts.get(part)?, other.parts.get(part)?);
            // Texts have no numbers that could be told apart.
            let is_text = matches!(one, Value::Text(_) | Value::Texts(_));
            if form::form(one, other).is_some() || is_text && one != other {
                return Some((part, 0));
            }
            let allowance = match comparator {
                Comparator::Close(given) => Allowance::of(*given, case, part),
                Comparator::Exact => Allowance::exact(),
                _ => Allowance::of(None, case, part),
            };
            let (one, other) = (elements::elements(one), elements::elements(other));
            let at = (0..one.len()).find(|&at| !allowance.allows(at, one[at], other[at]))?;
            Some((part, at))
        })
}

impl Probed {
    /// Whether the same call was answered differently, so that the history has to be run a second time to see why.
    pub fn varies(&self, check: &Check, answers: &[Judged]) -> bool {
        self.variation(check, answers).is_some()
    }

    /// The case, the answer it got among the cases, and the other one.
    pub(super) fn variation<'a>(
        &'a self,
        check: &Check,
        answers: &'a [Judged],
    ) -> Option<(usize, &'a Returned, &'a Returned)> {
        let original = |case: usize| {
            let judged = answers.iter().find(|judged| judged.case == case)?;
            returned(judged)
        };
        let asked = history(check, answers);
        let later = self.again.iter().map(|(case, answer)| (*case, answer));
        let fresh = asked.iter().zip(&self.first);
        let fresh = fresh.filter_map(|(question, answer)| match question.purpose {
            Purpose::Case(case) => Some((case, answer.as_ref()?)),
            _ => None,
        });
        later.chain(fresh).find_map(|(case, answer)| {
            let original = original(case)?;
            difference(check, case, original, answer)?;
            Some((case, original, answer))
        })
    }

    /// Whether two fresh programs answered the same calls alike. Nothing where the second was not asked to the end.
    pub(super) fn repeats(&self, check: &Check, answers: &[Judged]) -> Option<bool> {
        if self.second.is_empty() || self.first.len() != self.second.len() {
            return None;
        }
        let asked = history(check, answers);
        let pairs = self.first.iter().zip(&self.second);
        Some(
            asked
                .iter()
                .zip(pairs)
                .all(|(question, pair)| match (question.purpose, pair) {
                    (Purpose::Case(case), (Some(one), Some(other))) => {
                        difference(check, case, one, other).is_none()
                    }
                    _ => false,
                }),
        )
    }

    /// The answer to a variation.
    pub(super) fn varied(&self, number: usize) -> Option<&Returned> {
        let mut rest = self.rest.iter();
        rest.find(|(purpose, _)| *purpose == Purpose::Variation(number))
            .map(|(_, answer)| answer)
    }
}

/// The input that each gradient of an answer belongs to, by the number of the part.
pub(super) fn differentiated(check: &Check) -> Vec<(usize, usize)> {
    if check.kind != CheckKind::Gradient {
        return Vec::new();
    }
    let mut next = 0;
    let mut found = Vec::new();
    for part in 1..check.parts.len() {
        let fits = |input: usize| {
            check.cases.iter().all(|case| {
                let shapes = (case.right.parts.get(part), case.inputs.get(input));
                matches!(shapes, (Some(gradient), Some(input))
                    if form::form(gradient, input).is_none())
            })
        };
        let name = check.parts[part].name.strip_prefix("gradient of ");
        let named = name.and_then(|name| check.inputs.iter().position(|input| input == name));
        let input = named.or_else(|| (next..check.inputs.len()).find(|&input| fits(input)));
        if let Some(input) = input {
            next = input + 1;
            found.push((part, input));
        }
    }
    found
}

/// Moves a few numbers of a few small failing cases up and down, by a step and by half of it.
fn nudges(check: &Check, answers: &[Judged]) -> Vec<Question> {
    const CASES: usize = 2;
    const ELEMENTS: usize = 4;
    let mut questions = Vec::new();
    let inputs = differentiated(check);
    if inputs.is_empty() {
        return questions;
    }
    let calm = |case: usize| {
        let numbers = check.cases[case].inputs.iter().flat_map(elements::elements);
        numbers.fold(0.0, |largest: f64, x| largest.max(x.abs())) < 50.0
    };
    let fails = |case: usize| {
        let mut of_case = answers.iter().filter(|judged| judged.case == case);
        of_case.any(|judged| !compare::findings(check, judged).is_empty())
    };
    let mut cases = by_size(check, answers);
    cases.retain(|&case| fails(case) && calm(case));
    // The very smallest case may have nothing in it that could move.
    cases.sort_by_key(|&case| elements(check, case) < 4);
    for &case in cases.iter().take(CASES) {
        for &(_, input) in &inputs {
            let value = &check.cases[case].inputs[input];
            let numbers = elements::elements(value);
            let mut places: Vec<usize> = (0..ELEMENTS)
                .map(|step| step * numbers.len().saturating_sub(1) / (ELEMENTS - 1))
                .collect();
            places.dedup();
            for element in places.into_iter().filter(|&at| at < numbers.len()) {
                let x = numbers[element] as f32;
                let step = x.abs().clamp(0.25, 8.0) / 64.0;
                for to in [x + step, x - step, x + step / 2.0, x - step / 2.0] {
                    let moved =
                        each_number(value, |at, x| if at == element { to.into() } else { x });
                    let Some(moved) = moved else { continue };
                    let mut inputs = check.cases[case].inputs.clone();
                    inputs[input] = moved;
                    questions.push(Question {
                        purpose: Purpose::Nudge {
                            case,
                            input,
                            element,
                            to,
                        },
                        inputs,
                        seed: check.cases[case].seed,
                    });
                }
            }
        }
    }
    questions
}
