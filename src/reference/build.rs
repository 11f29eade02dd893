//! The builder that the `main` of a check writes.

mod group;

use std::process::exit;
use std::rc::Rc;

use super::maker::CaseMaker;
use super::plan::CheckPlan;
use super::series::Series;
use super::serve::serve;
use super::work::Worked;
use crate::comparator::Comparator;
use crate::generator::Generator;
use crate::handler::Handler;
use crate::serve::erase;
use crate::sheet::{Check, Collected, CurvePart, Depth, Mistake, Part, Repeat};
use crate::values::Inputs;
use crate::wire::Value;
use group::{Group, Interrupted};

/// The reference of an exercise: one check per function that the exercise offers, or one per group of cases.
///
/// ```no_run
/// use gradlings::prelude::*;
///
/// pub fn double(x: f32) -> f32 {
///     2.0 * x
/// }
///
/// fn main() {
///     Reference::of("double", function(double))
///         .inputs(["x"])
///         .case("zero", |_| (0.0,))
///         .cases(20, |g, _| (g.number(-9.0..9.0),))
///         .wrong("squared", "You squared x; double means two times.", |x| x * x)
///         .run()
/// }
/// ```
///
/// What is said before the first [`group`](Reference::group) holds for every group of the function.
pub struct Reference<H: Handler> {
    earlier: Vec<CheckPlan>,
    handler: Rc<H>,
    function: String,
    /// What every group of cases has.
    common: Group,
    /// The group that is being written, which has `common` in it.
    plan: Group,
}

/// What parameters are called that have no name.
const UNNAMED: [&str; 8] = [
    "input 1", "input 2", "input 3", "input 4", "input 5", "input 6", "input 7", "input 8",
];

impl<H: Handler + 'static> Reference<H> {
    /// The first check: the function `name`, which the exercise offers under the same name.
    pub fn of(name: &str, handler: H) -> Self {
        Self::after(Vec::new(), name, handler)
    }

    /// One more check.
    pub fn and<Next: Handler + 'static>(self, name: &str, handler: Next) -> Reference<Next> {
        Reference::after(self.finish(), name, handler)
    }

    fn after(earlier: Vec<CheckPlan>, name: &str, handler: H) -> Self {
        let plan = Group {
            inputs: H::Inputs::names(&UNNAMED),
            ..Group::default()
        };
        Self {
            earlier,
            handler: Rc::new(handler),
            function: name.to_owned(),
            common: plan.clone(),
            plan,
        }
    }

    /// A group of cases of the same function, which the learner reads behind its name: `conv2d on squares`. It has the
    /// inputs, the parts, the curves and the mistakes that were named before the first group.
    pub fn group(mut self, name: &str) -> Self {
        match self.plan.group {
            None => {
                if !self.plan.cases.is_empty() {
                    self.plan.fault = Some("cases stand before the first `group`".to_owned());
                }
                self.common = self.plan;
            }
            Some(_) => {
                let done = self.plan.finish(&self.handler, &self.function);
                self.earlier.push(done);
            }
        }
        self.plan = Group {
            group: Some(name.to_owned()),
            ..self.common.clone()
        };
        self
    }

    /// The names of the inputs, as the learner reads them in the verdict.
    pub fn inputs(mut self, names: <H::Inputs as Inputs>::Names) -> Self {
        self.plan.inputs = H::Inputs::names(names.as_ref());
        self
    }

    /// Inputs of a differentiable function that are leaves wherever it is used, weights for one: it may use them without
    /// their tape, as `w.with_empty_tape()`. Every other input has to be used with its tape where the solution does.
    pub fn leaves<const N: usize>(mut self, inputs: [&str; N]) -> Self {
        self.plan.leaves = inputs.map(str::to_owned).to_vec();
        self
    }

    /// The names of the parts of an answer, and how each is compared. Without this, parts have the handler's names and
    /// are compared with [`close`](super::close).
    pub fn parts<const N: usize>(mut self, parts: [(&str, Comparator); N]) -> Self {
        let named = parts.into_iter().map(|(name, comparator)| Part {
            name: name.to_owned(),
            comparator,
        });
        self.plan.parts = Some(named.collect());
        self
    }

    /// A series that the function reports, with `report::metric`: what follows says what it has to do.
    ///
    /// ```
    /// # use gradlings::prelude::*;
    /// # fn train(x: f32) -> f32 { report::metric("loss", 0, x); x }
    /// Reference::of("train", training(train))
    ///     .inputs(["x"])
    ///     .series("loss").falls_below(6.0)
    ///     .series("validation accuracy").held_out().optional().rises()
    ///     .case("one", |_| (1.0,));
    /// ```
    pub fn series(self, name: &str) -> Series<H> {
        Series::new(self, name)
    }

    /// One more series.
    pub(super) fn with_series(mut self, part: CurvePart) -> Self {
        self.plan.curves.push(part);
        self
    }

    /// Every case of this group asks whether the same `seed` gives the same answer, and another seed another one. `part`
    /// is what has to differ then, whatever the order of its elements. Both are named as in [`inputs`](Self::inputs) and
    /// [`parts`](Self::parts), which come first.
    pub fn repeatable(mut self, seed: &str, part: &str) -> Self {
        self.plan.repeat = Some((seed.to_owned(), part.to_owned(), Repeat::ONE));
        self
    }

    /// Every case of this group asks whether the same `seed` gives the same answer, and with sixty other seeds how many
    /// different values come to each place of `part`: as many as with the reference. So it is told when something is never
    /// drawn, an element always leaves its place, or the order is always the same one. Take few elements, and few values
    /// with like chances for each place (three rows, a rate of 0.5): with sixty seeds each of them comes.
    pub fn drawn(mut self, seed: &str, part: &str) -> Self {
        self.plan.repeat = Some((seed.to_owned(), part.to_owned(), Repeat::MANY));
        self
    }

    /// In every case of this group the program is ended `times` times, at any moment, and started again: the function is
    /// called anew with the same inputs, and has nothing but what it saved in its [store](crate::store). Its answer has to
    /// be right all the same. Of the steps that it reported with [`metric`](crate::report::metric) it may take no more than
    /// `again` once more, over all its lives.
    pub fn interrupted(mut self, times: usize, again: usize) -> Self {
        self.plan.interruption = Some(Interrupted { times, again });
        self
    }

    /// One case with something special about it.
    pub fn case(self, label: &str, make: impl Fn(&mut Generator) -> H::Inputs + 'static) -> Self {
        self.add_case(label, false, None, make)
    }

    /// One case of a function that is a check itself and returns a `bool`: what it is given here is right, as `label`
    /// says, so the answer is `true`.
    pub fn passes(self, label: &str, make: impl Fn(&mut Generator) -> H::Inputs + 'static) -> Self {
        self.add_case(label, false, Some(true), make)
    }

    /// The same with something that is wrong, as `label` says: the answer is `false`.
    pub fn catches(
        self,
        label: &str,
        make: impl Fn(&mut Generator) -> H::Inputs + 'static,
    ) -> Self {
        self.add_case(label, false, Some(false), make)
    }

    /// `count` cases; `make` gets the number of the case, from 0, and should go from small to large.
    pub fn cases(
        mut self,
        count: usize,
        make: impl Fn(&mut Generator, usize) -> H::Inputs + Clone + 'static,
    ) -> Self {
        for number in 0..count {
            let make = make.clone();
            self = self.add_case("", false, None, move |generator| make(generator, number));
        }
        self
    }

    /// A case that is run only once all others have passed, and not with the mistakes: the long training.
    pub fn last_case(
        self,
        label: &str,
        make: impl Fn(&mut Generator) -> H::Inputs + 'static,
    ) -> Self {
        self.add_case(label, true, None, make)
    }

    fn add_case(
        mut self,
        label: &str,
        last: bool,
        passes: Option<bool>,
        make: impl Fn(&mut Generator) -> H::Inputs + 'static,
    ) -> Self {
        self.plan.cases.push(CaseMaker {
            label: label.to_owned(),
            last,
            passes,
            make: Rc::new(move |generator| make(generator).into_values()),
            proof: None,
        });
        self
    }

    /// What `dev check` takes instead of the case before this: the same task, but smaller. A proof runs every case with every
    /// seed, and a training of half a minute is too long for that.
    pub fn proven_on(mut self, make: impl Fn(&mut Generator) -> H::Inputs + 'static) -> Self {
        match self.plan.cases.last_mut() {
            Some(case) => {
                case.proof = Some(Rc::new(move |generator| make(generator).into_values()));
            }
            None => self.plan.fault = Some("`proven_on` belongs to the case before it".to_owned()),
        }
        self
    }

    /// A wrong implementation in one expression, and what someone who made it should read: what they did, and what it
    /// should be. The types of the arguments are those of the function.
    pub fn wrong(self, id: &str, sentence: &str, function: H::Function) -> Self
    where
        H::Other: 'static,
    {
        self.mistake(id, sentence, H::other(function))
    }

    /// The same with a handler, for wrong implementations of another type: networks, for one.
    pub fn mistake<M>(mut self, id: &str, sentence: &str, handler: M) -> Self
    where
        M: Handler<Inputs = H::Inputs> + 'static,
    {
        let mistake = Mistake {
            id: id.to_owned(),
            sentence: sentence.to_owned(),
            is_bug: false,
        };
        self.plan.mistakes.push((mistake, erase(Rc::new(handler))));
        self
    }

    /// The bug with which the exercise is given, in one expression: the learner hunts it. `symptom` says what it does to
    /// the whole program, not where it is.
    pub fn bug(mut self, symptom: &str, function: H::Function) -> Self
    where
        H::Other: 'static,
    {
        let bug = Mistake {
            id: "bug".to_owned(),
            sentence: symptom.to_owned(),
            is_bug: true,
        };
        self.plan
            .mistakes
            .push((bug, erase(Rc::new(H::other(function)))));
        self
    }

    /// For parts with the comparator [`property`](super::property): what is wrong with an answer, in one sentence.
    pub fn inspect(
        mut self,
        inspector: impl Fn(&[Value], &[Value]) -> Option<String> + 'static,
    ) -> Self {
        self.plan.inspector = Some(Rc::new(inspector));
        self
    }

    fn finish(self) -> Vec<CheckPlan> {
        let mut plans = self.earlier;
        plans.push(self.plan.finish(&self.handler, &self.function));
        plans
    }

    /// The answer sheet for a seed, worked out in this process: what tests of a reference look at.
    ///
    /// # Errors
    /// Says which function of the solution panicked, or answers with another number of parts than was named.
    pub fn sheet(self, seed: u64) -> Result<Vec<Check>, String> {
        self.finish()
            .iter()
            .map(|plan| {
                let (mut collected, mut check) = (Collected::default(), None);
                plan.work_out(seed, Depth::Whole, &mut |worked| {
                    if let Worked::Out(fragment) = worked {
                        check = collected.add(*fragment);
                    }
                    Ok(())
                })?;
                check.ok_or_else(|| "a check without an end".to_owned())
            })
            .collect()
    }

    /// Answers the runner until it closes the channel, then ends the program.
    pub fn run(self) -> ! {
        if let Err(why) = serve(&self.finish()) {
            eprintln!("{why}");
            exit(1);
        }
        exit(0)
    }
}

#[cfg(test)]
mod tests;
