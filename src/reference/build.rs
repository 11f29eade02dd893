//! The builder that a solution's `main` writes.

use std::process::exit;

use super::serve::{CaseMaker, CheckPlan, Inspector, serve};
use crate::comparator::{Comparator, CurveComparator};
use crate::generator::Generator;
use crate::handler::Handler;
use crate::serve::erase;
use crate::sheet::{Check, CurvePart, Mistake, Part};
use crate::values::Inputs;
use crate::wire::Value;

/// The reference of an exercise: one check per function that the exercise offers.
///
/// ```no_run
/// use gradlings::prelude::*;
///
/// pub fn double(x: f32) -> f32 {
///     2.0 * x
/// }
///
/// mod mistakes {
///     pub fn squared(x: f32) -> f32 {
///         x * x
///     }
/// }
///
/// fn main() {
///     Reference::of("double", function(double))
///         .inputs(["x"])
///         .case("zero", |_| (0.0,))
///         .cases(20, |g, _| (g.number(-9.0..9.0),))
///         .mistake("squared", "You squared x; double means two times.", function(mistakes::squared))
///         .run()
/// }
/// ```
pub struct Reference<H: Handler> {
    earlier: Vec<CheckPlan>,
    handler: H,
    name: String,
    inputs: Vec<String>,
    parts: Option<Vec<Part>>,
    plan: Unfinished,
}

/// What does not depend on the type of the handler.
#[derive(Default)]
struct Unfinished {
    curves: Vec<CurvePart>,
    cases: Vec<CaseMaker>,
    mistakes: Vec<(Mistake, crate::call::Erased)>,
    inspector: Option<Inspector>,
}

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
        Self {
            earlier,
            handler,
            name: name.to_owned(),
            inputs: (1..=H::Inputs::COUNT)
                .map(|input| format!("input {input}"))
                .collect(),
            parts: None,
            plan: Unfinished::default(),
        }
    }

    /// The names of the inputs, as the learner reads them in the verdict.
    pub fn inputs(mut self, names: <H::Inputs as Inputs>::Names) -> Self {
        self.inputs = names.as_ref().iter().map(|&name| name.to_owned()).collect();
        self
    }

    /// The names of the parts of an answer, and how each is compared. Without this, parts have the handler's names and
    /// are compared with [`close`](super::close).
    pub fn parts<const N: usize>(mut self, parts: [(&str, Comparator); N]) -> Self {
        let named = parts.into_iter().map(|(name, comparator)| Part {
            name: name.to_owned(),
            comparator,
        });
        self.parts = Some(named.collect());
        self
    }

    /// A curve that the function has to report.
    pub fn curve(mut self, series: &str, comparator: CurveComparator) -> Self {
        self.plan.curves.push(CurvePart {
            series: series.to_owned(),
            comparator,
        });
        self
    }

    /// One case with something special about it.
    pub fn case(self, label: &str, make: impl Fn(&mut Generator) -> H::Inputs + 'static) -> Self {
        self.add_case(label, false, make)
    }

    /// `count` cases; `make` gets the number of the case, from 0, and should go from small to large.
    pub fn cases(
        mut self,
        count: usize,
        make: impl Fn(&mut Generator, usize) -> H::Inputs + Clone + 'static,
    ) -> Self {
        for number in 0..count {
            let make = make.clone();
            self = self.add_case("", false, move |generator| make(generator, number));
        }
        self
    }

    /// A case that is run only once all others have passed, and not with the mistakes: the long training.
    pub fn last_case(
        self,
        label: &str,
        make: impl Fn(&mut Generator) -> H::Inputs + 'static,
    ) -> Self {
        self.add_case(label, true, make)
    }

    fn add_case(
        mut self,
        label: &str,
        last: bool,
        make: impl Fn(&mut Generator) -> H::Inputs + 'static,
    ) -> Self {
        self.plan.cases.push(CaseMaker {
            label: label.to_owned(),
            last,
            make: Box::new(move |generator| make(generator).into_values()),
        });
        self
    }

    /// A named wrong implementation, and what someone who made it should read: what they did, and what it should be.
    pub fn mistake<M>(mut self, id: &str, sentence: &str, handler: M) -> Self
    where
        M: Handler<Inputs = H::Inputs> + 'static,
    {
        let mistake = Mistake {
            id: id.to_owned(),
            sentence: sentence.to_owned(),
        };
        self.plan.mistakes.push((mistake, erase(handler)));
        self
    }

    /// For parts with the comparator [`property`](super::property): what is wrong with an answer, in one sentence.
    pub fn inspect(
        mut self,
        inspector: impl Fn(&[Value], &[Value]) -> Option<String> + 'static,
    ) -> Self {
        self.plan.inspector = Some(Box::new(inspector));
        self
    }

    fn finish(self) -> Vec<CheckPlan> {
        let names: Vec<&str> = self.inputs.iter().map(String::as_str).collect();
        let parts = self.parts.unwrap_or_else(|| {
            let named = self.handler.part_names(&names).into_iter();
            named
                .map(|name| Part {
                    name,
                    comparator: super::close(),
                })
                .collect()
        });
        let mut plans = self.earlier;
        plans.push(CheckPlan {
            name: self.name,
            kind: H::KIND,
            inputs: self.inputs,
            parts,
            curves: self.plan.curves,
            handler: erase(self.handler),
            cases: self.plan.cases,
            mistakes: self.plan.mistakes,
            inspector: self.plan.inspector,
        });
        plans
    }

    /// The answer sheet for a seed, worked out in this process: what tests of a reference look at.
    ///
    /// # Errors
    /// Says which function of the solution panicked, or answers with another number of parts than was named.
    pub fn sheet(self, seed: u64) -> Result<Vec<Check>, String> {
        self.finish()
            .iter()
            .map(|plan| plan.work_out(seed, &mut || Ok(())))
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
