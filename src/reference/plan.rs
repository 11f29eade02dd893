//! One check of a reference with its types hidden: what is known of it before it is worked out.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

use super::maker::CaseMaker;
use crate::call::Erased;
use crate::sheet::{CheckKind, CurvePart, Depth, Interruption, Mistake, Part, Planned, Repeat};
use crate::wire::Value;

/// Says what is wrong with an answer, given the inputs and the parts.
pub(super) type Inspector = Rc<dyn Fn(&[Value], &[Value]) -> Option<String>>;

/// One check with its types hidden.
pub(super) struct CheckPlan {
    pub name: String,
    /// The name under which the exercise offers the function.
    pub function: String,
    pub kind: CheckKind,
    /// How `main` of the exercise writes that.
    pub written: String,
    /// For each input the name of its type, where that measures what is done with it.
    pub metered: Vec<Option<String>>,
    pub repeat: Option<Repeat>,
    pub interruption: Option<Interruption>,
    pub inputs: Vec<String>,
    /// The parts that are gradients of leaves.
    pub leaves: Vec<usize>,
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

impl CheckPlan {
    /// What is told of it before it is worked out.
    pub(super) fn planned(&self) -> Planned {
        Planned {
            name: self.name.clone(),
            function: self.function.clone(),
            kind: self.kind,
            written: self.written.clone(),
            metered: self.metered.clone(),
            cases: self.cases.len(),
            last: self.cases.iter().filter(|case| case.last).count(),
            is_hunt: self.mistakes.iter().any(|(mistake, _)| mistake.is_bug),
        }
    }

    /// How many answers are worked out for it.
    pub(super) fn steps(&self, depth: Depth) -> usize {
        let wrong = (0..self.mistakes.len()).filter(|&mistake| depth.runs(mistake));
        let wrong = wrong.count();
        let steps = self.cases.iter().map(|case| {
            let right = usize::from(depth.covers(case.last));
            right + if case.last { 0 } else { wrong }
        });
        steps.sum()
    }

    /// Whether the function is a check itself.
    pub(super) fn catches(&self) -> bool {
        self.cases.iter().any(|case| case.passes.is_some())
    }
}
