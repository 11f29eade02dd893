//! Works out the answer sheet when the runner asks for it.

use std::borrow::Cow;
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;
use std::time::{Duration, Instant};

use super::recorded::Recorded;
use super::seed::case_seed;
use super::{catch, noise, recorded, variation};
use crate::call::{Erased, caught};
use crate::channel::Channel;
use crate::comparator::Comparator;
use crate::generator::Generator;
use crate::sheet::{
    Answer, Case, Check, CurvePart, Depth, Fragment, Interruption, Kind, Mistake, Part, Planned,
    Repeat, Returned,
};
use crate::tensor::seed_device;
use crate::wire::{
    FrameError, FromReference, Hello, MAX_VALUES, Offer, Request, Role, VERSION, Value, chunks,
    read_frame, write_frame,
};
use crate::words::program as words;

pub(super) type Make = Rc<dyn Fn(&mut Generator) -> Vec<Value>>;

/// Makes the inputs of one case.
#[derive(Clone)]
pub(super) struct CaseMaker {
    pub label: String,
    pub last: bool,
    /// Where the function is a check itself: whether it has to let this pass.
    pub passes: Option<bool>,
    pub make: Make,
}

/// Says what is wrong with an answer, given the inputs and the parts.
pub(super) type Inspector = Rc<dyn Fn(&[Value], &[Value]) -> Option<String>>;

/// One check with its types hidden.
pub(super) struct CheckPlan {
    pub name: String,
    /// The name under which the exercise offers the function.
    pub function: String,
    pub kind: Kind,
    pub repeat: Option<Repeat>,
    pub interruption: Option<Interruption>,
    pub inputs: Vec<String>,
    pub parts: Vec<Part>,
    pub curves: Vec<CurvePart>,
    pub handler: Erased,
    pub cases: Vec<CaseMaker>,
    pub mistakes: Vec<(Mistake, Erased)>,
    pub inspector: Option<Inspector>,
    /// How many marks the solution makes in a case with this seed, where that is known.
    pub marks: RefCell<BTreeMap<u64, usize>>,
    /// What is wrong with the plan itself.
    pub fault: Option<String>,
}

/// Answers the runner until it closes the channel.
pub(super) fn serve(plans: &[CheckPlan]) -> Result<(), String> {
    let channel = Channel::open().map_err(|error| error.to_string())?;
    let Channel {
        mut reader,
        mut writer,
    } = channel.ok_or(words::by_hand())?;
    let hello = Hello {
        version: VERSION,
        role: Role::Reference,
        offers: plans
            .iter()
            .map(|plan| Offer {
                name: plan.name.clone(),
                inputs: plan.inputs.len(),
            })
            .collect(),
    };
    let failed = |error: FrameError| error.to_string();
    write_frame(&mut writer, &hello).map_err(failed)?;
    let mut early = Vec::new();
    loop {
        match read_frame(&mut reader) {
            Ok(Request::Input(value)) => early.push(value),
            Ok(Request::Plan) => {
                let planned = plans.iter().map(CheckPlan::planned).collect();
                write_frame(&mut writer, &FromReference::Plan(planned)).map_err(failed)?;
            }
            Ok(Request::Check {
                number,
                seed,
                depth,
            }) => {
                let plan = plans.get(number).ok_or("a check that is not there")?;
                let (mut done, of) = (0, plan.steps(depth));
                let worked_out = plan.work_out(seed, depth, &mut |worked| match worked {
                    Worked::Step => {
                        done += 1;
                        write_frame(&mut writer, &FromReference::Progress { done, of })
                            .map_err(failed)
                    }
                    Worked::Out(fragment) => chunks(&*fragment)
                        .map_err(failed)?
                        .map(FromReference::Chunk)
                        .try_for_each(|chunk| write_frame(&mut writer, &chunk).map_err(failed)),
                });
                if let Err(why) = worked_out {
                    write_frame(&mut writer, &FromReference::Broken(why)).map_err(failed)?;
                }
            }
            Ok(Request::Inspect {
                check,
                inputs,
                parts,
            }) => {
                let mut values = std::mem::take(&mut early);
                values.extend(inputs);
                let plan = plans.iter().find(|plan| plan.name == check);
                let found = plan.map_or(Ok(None), |plan| plan.inspect(&values, &parts));
                let answer = found.map_or_else(FromReference::Broken, FromReference::Inspected);
                write_frame(&mut writer, &answer).map_err(failed)?;
            }
            Ok(Request::Call { .. } | Request::Reply(_)) => {
                return Err("a question for a candidate".to_owned());
            }
            Err(FrameError::Closed) => return Ok(()),
            Err(error) => return Err(error.to_string()),
        }
    }
}

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
    fn planned(&self) -> Planned {
        Planned {
            name: self.name.clone(),
            function: self.function.clone(),
            kind: self.kind,
            cases: self.cases.len(),
            last: self.cases.iter().filter(|case| case.last).count(),
            is_hunt: self.mistakes.iter().any(|(mistake, _)| mistake.is_bug),
        }
    }

    fn steps(&self, depth: Depth) -> usize {
        let wrong = (0..self.mistakes.len()).filter(|&mistake| depth.runs(mistake));
        let wrong = wrong.count();
        let steps = self.cases.iter().map(|case| {
            let right = usize::from(depth.covers(case.last));
            right + if case.last { 0 } else { wrong }
        });
        steps.sum()
    }

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
        let inputs = (maker.make)(&mut Generator::new(seed));
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
                case.wrong.push(self.answer_of(handler, case));
                told(Worked::Step)?;
            }
        }
        case.inspected = self.inspected(&case.inputs, &case.wrong)?;
        Ok(())
    }

    /// A program gets each input, and gives its answer, in one frame.
    fn fit_frames(&self, number: usize, inputs: &[Value], parts: &[Value]) -> Result<(), String> {
        let too_large = |what: &str, bytes: usize| {
            Err(format!(
                "`{}`, case {}: {what} takes {} MiB, and no more than {} are sent at once; make the case smaller, or \
                 several of it",
                self.name,
                number + 1,
                bytes.div_ceil(1 << 20),
                MAX_VALUES >> 20
            ))
        };
        for (name, input) in self.inputs.iter().zip(inputs) {
            let bytes = input.byte_count();
            if bytes > MAX_VALUES {
                return too_large(&format!("`{name}`"), bytes);
            }
        }
        let bytes = parts.iter().map(Value::byte_count).sum();
        if bytes > MAX_VALUES {
            return too_large("the answer", bytes);
        }
        Ok(())
    }

    /// Whether the function is a check itself.
    pub(super) fn catches(&self) -> bool {
        self.cases.iter().any(|case| case.passes.is_some())
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
            Answer::Returned(returned) if returned.parts.len() == self.parts.len() => {
                catch::as_declared(self, number, &returned.parts)?;
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
        self.kind != Kind::Training
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
    fn inspect(&self, inputs: &[Value], parts: &[Value]) -> Result<Option<String>, String> {
        let Some(inspector) = &self.inspector else {
            return Ok(None);
        };
        caught(|| inspector(inputs, parts)).map_err(|(message, place)| {
            let (name, place) = (&self.name, place.unwrap_or_default());
            format!(
                "the inspector of `{name}` panicked at {place}: {}",
                message.trim_end_matches('.')
            )
        })
    }
}
