//! References that are needed longer than what they lead to is there.

use super::facts::{Facts, quote, ticked};
use crate::runner::words::compiler::lifetime as words;

/// A closure that returns a reference into what it is given. Rust has no code for that.
pub fn of_closure(facts: &Facts) -> Option<String> {
    let is_lifetime = facts.message == "lifetime may not live long enough";
    (is_lifetime && facts.labelled("return type of closure").is_some())
        .then(|| words::returned_by_closure().to_owned())
}

/// See the module.
pub fn explain(facts: &Facts) -> Option<String> {
    match facts.code {
        "E0716" => {
            let quoted = quote(&facts.text());
            Some(match quoted.as_deref().map(|code| code.trim_matches('`')) {
                Some(code) => words::temporary(code),
                None => words::long_temporary().to_owned(),
            })
        }
        "E0597" => {
            // "`own` dropped here while still borrowed": at a brace, and not where a value was taken.
            let (place, _) = facts.labelled("dropped here while still borrowed")?;
            let name = *ticked(&facts.message).first()?;
            (super::facts::code_at(place) == "}").then(|| words::too_short(name))
        }
        "E0515" => {
            let known = ["local variable", "function parameter", "local binding"];
            let named = known.iter().any(|what| facts.message.contains(what));
            match ticked(&facts.message).first() {
                Some(name) if named => Some(words::returned(name)),
                None => Some(words::value_returned().to_owned()),
                _ => None,
            }
        }
        "E0106" => facts
            .noted("this function's return type contains a borrowed value")
            .then(|| words::result().to_owned()),
        _ => None,
    }
}
