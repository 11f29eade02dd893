//! One group of cases, as a check says it.

use std::rc::Rc;

use crate::call::Erased;
use crate::handler::Handler;
use crate::reference::maker::CaseMaker;
use crate::reference::plan::{CheckPlan, Inspector};
use crate::reference::{catch, leaves, repeat};
use crate::serve::{erase, names_of_metered};
use crate::sheet::{CurvePart, Interruption, Mistake, Part};

/// How often the program is ended in a case, and how many steps it may take again then.
#[derive(Clone, Copy)]
pub struct Interrupted {
    pub times: usize,
    pub again: usize,
}

/// What is said of one group of cases.
#[derive(Clone, Default)]
pub struct Group {
    pub group: Option<String>,
    pub inputs: Vec<String>,
    /// Those of them that are leaves.
    pub leaves: Vec<String>,
    pub parts: Option<Vec<Part>>,
    pub curves: Vec<CurvePart>,
    pub cases: Vec<CaseMaker>,
    pub mistakes: Vec<(Mistake, Erased)>,
    pub inspector: Option<Inspector>,
    /// The names of the input that is a seed and of the part that is looked at for others, and how many others.
    pub repeat: Option<(String, String, usize)>,
    pub interruption: Option<Interrupted>,
    /// What is wrong with it.
    pub fault: Option<String>,
}

impl Group {
    /// The check that it makes of a function.
    pub fn finish<H: Handler + 'static>(self, handler: &Rc<H>, function: &str) -> CheckPlan {
        let names: Vec<&str> = self.inputs.iter().map(String::as_str).collect();
        let part_names = handler.part_names(&names);
        let leaves = leaves::parts_of(&self.leaves, &part_names);
        let mut parts = self.parts.unwrap_or_else(|| {
            let named = part_names.into_iter();
            named
                .map(|name| Part {
                    name,
                    comparator: crate::reference::close(),
                })
                .collect()
        });
        if let Some(Interrupted { again, .. }) = self.interruption {
            parts.push(Part {
                name: Interruption::PART.to_owned(),
                comparator: crate::reference::within(again as f32, 0.0),
            });
        }
        let fault = self.fault.or_else(|| catch::one_sided(&self.cases));
        let fault = fault.or_else(|| {
            let both = self.repeat.is_some() && self.interruption.is_some();
            both.then(|| "a group has seeds or is `interrupted`, not both".to_owned())
        });
        let fault = fault.or_else(|| leaves.as_ref().err().cloned());
        let mut curves = self.curves;
        for part in handler.watched() {
            if curves.iter().all(|declared| declared.series != part.series) {
                curves.push(part);
            }
        }
        let plan = CheckPlan {
            name: match &self.group {
                Some(group) => format!("{function} {group}"),
                None => function.to_owned(),
            },
            function: function.to_owned(),
            kind: H::KIND,
            written: H::written(),
            metered: names_of_metered::<H>(),
            repeat: None,
            interruption: self
                .interruption
                .map(|Interrupted { times, .. }| Interruption { times }),
            inputs: self.inputs,
            leaves: leaves.unwrap_or_default(),
            parts,
            curves,
            handler: erase(Rc::clone(handler)),
            cases: self.cases,
            mistakes: self.mistakes,
            inspector: self.inspector,
            marks: Default::default(),
            fault,
        };
        match self.repeat {
            Some((seed, part, others)) => repeat::plan(plan, &seed, &part, others),
            None => plan,
        }
    }
}
