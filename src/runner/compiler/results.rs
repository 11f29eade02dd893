//! A result that says whether something went wrong, and that nobody looks at. The only warning that has a sentence.

use super::facts::Facts;
use crate::runner::words::compiler::results as words;

/// See the module.
pub fn explain(facts: &Facts) -> Option<String> {
    let unused = facts.code == "unused_must_use" && facts.message.starts_with("unused `Result`");
    if !unused {
        return None;
    }
    let call = facts.text();
    let method = call.split('(').next().unwrap_or_default();
    let method = method.rsplit('.').next().unwrap_or_default();
    Some(match super::facts::quote(method) {
        Some(method) => words::unused_of(method),
        None => words::unused().to_owned(),
    })
}
