//! A change of something that may not be changed.

use super::facts::{Facts, code_at, ticked};
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
    if let Some((place, _)) = facts.labelled("this iterator yields `&` references") {
        return lent_by(name.trim_start_matches('*'), &code_at(place));
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

/// What is said of an element that `code` lends for reading. Nothing where it is not seen what lends it.
fn lent_by(name: &str, code: &str) -> Option<String> {
    match code.strip_prefix('&') {
        Some(list) if is_place(list) => Some(words::lent_by_reference(name, list)),
        None if code.contains(".iter()") => Some(words::lent_by_iter(name)),
        _ => None,
    }
}

/// Whether this is a variable or a field.
fn is_place(code: &str) -> bool {
    let is_name = |letter: char| letter.is_alphanumeric() || matches!(letter, '_' | '.');
    code.chars().all(is_name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_lends_an_element_for_reading_is_told_as_it_is_written() {
        let table = [
            ("&rows", Some("comes out of `&rows`")),
            ("&self.rows", Some("comes out of `&self.rows`")),
            ("rows.iter()", Some("comes out of `.iter()`")),
            ("rows.iter().enumerate()", Some("comes out of `.iter()`")),
            // What is lent there has another name, or none.
            ("rows", None),
            ("&mut rows", None),
            ("&rows[1..]", None),
        ];
        for (code, said) in table {
            let found = lent_by("row", code);
            assert_eq!(found.is_some(), said.is_some(), "{code}");
            assert!(
                found.unwrap_or_default().contains(said.unwrap_or_default()),
                "{code}"
            );
        }
    }
}
