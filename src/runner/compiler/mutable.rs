//! A change of something that may not be changed.

use super::facts::{Facts, ticked};
use crate::runner::words::compiler::mutable as words;

/// See the module.
pub fn explain(facts: &Facts) -> Option<String> {
    if !["E0596", "E0594", "E0384"].contains(&facts.code) {
        return None;
    }
    // Of a field rustc says what holds it: "cannot assign to `now.step`, as `now` is not declared as mutable".
    let held = facts.message.split_once(", as `");
    let name = match held.and_then(|(_, held)| held.split_once('`')) {
        Some((name, _)) => name,
        None => *ticked(&facts.message).first()?,
    };
    if facts
        .labelled("this iterator yields `&` references")
        .is_some()
    {
        return Some(words::lent_by_iter(name.trim_start_matches('*')));
    }
    if facts.message.contains("behind a `&` reference") {
        let (_, proposed) = facts.proposal("consider changing this to be a mutable reference")?;
        // rustc proposes the whole type, or the `mut` that is missing in it.
        let wanted = match proposed.trim() {
            "mut" => "&mut",
            whole => whole,
        };
        return Some(words::lent(name.trim_start_matches('*'), wanted));
    }
    let simple = name
        .chars()
        .all(|letter| letter.is_alphanumeric() || letter == '_');
    let (place, proposed) = facts
        .proposal("consider changing this to be mutable")
        .or_else(|| facts.proposal("consider making this binding mutable"))?;
    // In a `for` rustc proposes `(mut x)`.
    if !simple || !proposed.contains("mut") {
        return None;
    }
    let line = place.text.first().map_or("", |line| line.text.trim());
    let code = if line.starts_with("let ") && line.starts_with(&format!("let {name}")) {
        format!("let mut {name}")
    } else {
        format!("mut {name}")
    };
    Some(words::no_mut(name, code, place.line_start))
}
