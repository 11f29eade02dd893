//! A result that says whether something went wrong, and that nobody looks at. The only warning that has a sentence.

use super::facts::Facts;

/// See the module.
pub fn explain(facts: &Facts) -> Option<String> {
    let unused = facts.code == "unused_must_use" && facts.message.starts_with("unused `Result`");
    if !unused {
        return None;
    }
    let call = facts.text();
    let method = call.split('(').next().unwrap_or_default();
    let method = method.rsplit('.').next().unwrap_or_default();
    let what = match super::facts::quote(method) {
        Some(method) => format!("{method} gives back"),
        None => "This gives back".to_owned(),
    };
    Some(format!(
        "{what} a `Result`, which says whether it went well: write `.unwrap()` behind it, and the program ends where it did not."
    ))
}
