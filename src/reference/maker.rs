//! What makes the inputs of one case.

use std::rc::Rc;

use crate::generator::Generator;
use crate::wire::Value;

pub(super) type Make = Rc<dyn Fn(&mut Generator) -> Vec<Value>>;

/// Makes the inputs of one case.
#[derive(Clone)]
pub(super) struct CaseMaker {
    pub label: String,
    pub last: bool,
    /// Where the function is a check itself: whether it has to let this pass.
    pub passes: Option<bool>,
    pub make: Make,
    /// What a proof takes instead: the same task, but smaller.
    pub proof: Option<Make>,
}

impl CaseMaker {
    /// The inputs, in full or as a proof takes them.
    pub fn inputs(&self, generator: &mut Generator, is_proof: bool) -> Vec<Value> {
        let smaller = self.proof.as_ref().filter(|_| is_proof);
        smaller.unwrap_or(&self.make)(generator)
    }
}
