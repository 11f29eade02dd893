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
}
