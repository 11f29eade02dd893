//! How the answer sheet of a check is worked out.

use std::borrow::Cow;
use std::time::{Duration, Instant};

use super::maker::CaseMaker;
use super::plan::CheckPlan;
use super::recorded::Recorded;
use super::seed::case_seed;
use super::{catch, leaves, noise, recorded, variation};
use crate::call::{Erased, caught};
use crate::comparator::Comparator;
use crate::generator::Generator;
use crate::sheet::{Answer, Case, Check, CheckKind, Depth, Fragment, Part, Returned};
use crate::tensor::seed_device;
use crate::wire::{MAX_ANSWER, MAX_VALUES, Value};

/// What is heard while a check is worked out.
pub(super) enum Worked<'a> {
    /// One more answer is there.
    Step,
    /// The next fragment of the check.
    Out(Box<Fragment<'a>>),
}

impl<'a> Worked<'a> {
    fn out(fragment: Fragment<'a>) -> Worked<'a> {
        Worked::Out(Box::new(fragment))
    }
}

/// What is answered faster than this is answered again with its inputs varied. Only what is said of a failure depends on it.
const QUICK: Duration = Duration::from_millis(20);

impl CheckPlan {
    /// Works out the check as far as it is wanted. `told` hears of every answer, and gets the check in fragments: what has
    /// been told is not kept.
    pub(super) fn work_out(
        &self,
        seed: u64,
        depth: Depth,
        told: &mut dyn FnMut(Worked<'_>) -> Result<(), String>,
    ) -> Result<(), String> {
        if let Some(fault) = &self.fault {
            return Err(format!("`{}`: {fault}", self.name));
        }
        let (mut cases, mut is_quick) = (Vec::new(), Vec::new());
        for (number, maker) in self.cases.iter().enumerate() {
            let clock = Instant::now();
            let mut case = self.case(number, maker, seed, depth, told)?;
            is_quick.push(clock.elapsed() < QUICK);
            if depth.covers(false) && !case.last && self.has_noise(&case.inputs) {
                case.noise = noise::of(&self.handler, &case.inputs, &case.right, case.seed);
            }
            self.run_mistakes(&mut case, depth, told)?;
            if matches!(depth, Depth::Mistake(_)) {
                case.inputs.clear();
            }
            if depth.varies() {
                cases.push(Case {
                    inputs: case.inputs.clone(),
                    label: String::new(),
                    seed: case.seed,
                    last: case.last,
                    ..Case::default()
                });
            }
            told(Worked::out(Fragment::Case(Cow::Owned(case))))?;
        }
        let mistakes = self.mistakes.iter().map(|(mistake, _)| mistake.clone());
        told(Worked::out(Fragment::Rest(Box::new(Check {
            name: self.name.clone(),
            function: self.function.clone(),
            catches: self.catches(),
            repeat: self.repeat.clone(),
            interruption: self.interruption.clone(),
            kind: self.kind,
            inputs: self.inputs.clone(),
            parts: self.parts.clone(),
            curves: self.curves.clone(),
            mistakes: mistakes.collect(),
            cases: Vec::new(),
            variations: Vec::new(),
        }))))?;
        // After all that decides: inputs that nobody chose may be too much for the function.
        for variation in variation::of(self, &cases, &is_quick) {
            told(Worked::out(Fragment::Variation(Cow::Owned(variation))))?;
        }
        told(Worked::out(Fragment::End))
    }

    /// One case with the right answer, where that is wanted.
    fn case(
        &self,
        number: usize,
        maker: &CaseMaker,
        seed: u64,
        depth: Depth,
        told: &mut dyn FnMut(Worked<'_>) -> Result<(), String>,
    ) -> Result<Case, String> {
        let seed = case_seed(seed, &self.name, number as u64);
        seed_device(seed);
        let inputs = maker.inputs(&mut Generator::new(seed), depth == Depth::Whole);
        let mut case = Case {
            label: maker.label.clone(),
            seed,
            last: maker.last,
            ..Case::default()
        };
        if depth.covers(maker.last) {
            let marks;
            (case.right, marks) = self.right(number, inputs.clone(), seed)?;
            self.marks.borrow_mut().insert(seed, marks);
            self.fit_frames(number, &inputs, &case.right.parts)?;
            told(Worked::Step)?;
        }
        if let Some(interruption) = &self.interruption {
            let known = self.marks.borrow().get(&seed).copied();
            let marks = match known {
                Some(marks) => marks,
                // What is right was worked out by another program, which is gone.
                None => self.right(number, inputs.clone(), seed)?.1,
            };
            self.marks.borrow_mut().insert(seed, marks);
            case.ends = interruption.moments(seed, marks);
        }
        case.inputs = inputs;
        Ok(case)
    }

    /// What the mistakes answer to a case, as far as that is wanted.
    fn run_mistakes(
        &self,
        case: &mut Case,
        depth: Depth,
        told: &mut dyn FnMut(Worked<'_>) -> Result<(), String>,
    ) -> Result<(), String> {
        if case.last {
            return Ok(());
        }
        for (number, (_, handler)) in self.mistakes.iter().enumerate() {
            if depth.runs(number) {
                let answer = self.answer_of(handler, case);
                case.wrong.push(answer.in_a_network(&case.right));
                told(Worked::Step)?;
            }
        }
        case.inspected = self.inspected(&case.inputs, &case.wrong)?;
        Ok(())
    }

    /// A program gets each input, and gives its answer, in one frame.
    fn fit_frames(&self, number: usize, inputs: &[Value], parts: &[Value]) -> Result<(), String> {
        let too_large = |what: &str, bytes: usize, most: usize| {
            Err(format!(
                "`{}`, case {}: {what} takes {} MiB, and no more than {} are sent at once; make the case smaller, or \
                 several of it",
                self.name,
                number + 1,
                bytes.div_ceil(1 << 20),
                most >> 20
            ))
        };
        for (name, input) in self.inputs.iter().zip(inputs) {
            let bytes = input.byte_count();
            if bytes > MAX_VALUES {
                return too_large(&format!("`{name}`"), bytes, MAX_VALUES);
            }
        }
        let bytes = parts.iter().map(Value::byte_count).sum();
        if bytes > MAX_ANSWER {
            return too_large("the answer", bytes, MAX_ANSWER);
        }
        Ok(())
    }

    /// What a mistake answers to one case.
    fn answer_of(&self, handler: &Erased, case: &Case) -> Answer {
        let mut run = recorded::in_lives(handler, &case.inputs, case.seed, &case.ends);
        self.with_lives(&mut run);
        run.answer
    }

    /// Puts what was counted over the lives of a program behind its answer, where that is judged.
    fn with_lives(&self, run: &mut Recorded) {
        if let (Some(_), Answer::Returned(returned)) = (&self.interruption, &mut run.answer) {
            returned.parts.push(run.again.clone());
        }
    }

    /// What the solution answers to one case, and the marks that it makes on the way.
    fn right(
        &self,
        number: usize,
        inputs: Vec<Value>,
        seed: u64,
    ) -> Result<(Returned, usize), String> {
        let mut run = recorded::in_lives(&self.handler, &inputs, seed, &[]);
        self.with_lives(&mut run);
        match run.answer {
            Answer::Returned(mut returned) if returned.parts.len() == self.parts.len() => {
                catch::as_declared(&self.name, number, &self.cases[number], &returned.parts)?;
                leaves::lend(&mut returned, &self.leaves);
                Ok((returned, run.marks))
            }
            Answer::Returned(returned) => Err(format!(
                "`{}` answers with {} parts, but `parts` names {}",
                self.name,
                returned.parts.len(),
                self.parts.len()
            )),
            other => Err(format!("`{}`, case {}: {other:?}", self.name, number + 1)),
        }
    }

    /// Whether it is worth knowing how far rounding moves the answer. It decides what passes, so it must not depend on how
    /// busy the machine is.
    fn has_noise(&self, inputs: &[Value]) -> bool {
        const MOST_ELEMENTS: usize = 20_000;
        let is_derived = |part: &Part| {
            matches!(
                part.comparator,
                Comparator::Close(None) | Comparator::Simplex | Comparator::SameMultiset
            )
        };
        self.kind != CheckKind::Training
            && self.interruption.is_none()
            && self.parts.iter().any(is_derived)
            && inputs.iter().map(Value::element_count).sum::<usize>() <= MOST_ELEMENTS
    }

    /// What the inspector says of the mistakes' answers.
    fn inspected(&self, inputs: &[Value], wrong: &[Answer]) -> Result<Vec<Option<String>>, String> {
        if self.inspector.is_none() {
            return Ok(Vec::new());
        }
        let said = wrong.iter().map(|answer| match answer {
            Answer::Returned(returned) => self.inspect(inputs, &returned.parts),
            _ => Ok(None),
        });
        said.collect()
    }

    /// What the inspector says of an answer. One that panics has said nothing, also not that the answer is right.
    pub(super) fn inspect(
        &self,
        inputs: &[Value],
        parts: &[Value],
    ) -> Result<Option<String>, String> {
        let Some(inspector) = &self.inspector else {
            return Ok(None);
        };
        caught(|| inspector(inputs, parts)).map_err(|panic| {
            let (name, place) = (&self.name, panic.place.unwrap_or_default());
            format!(
                "the inspector of `{name}` panicked at {place}: {}",
                panic.message.trim_end_matches('.')
            )
        })
    }
}
