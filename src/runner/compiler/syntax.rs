//! Text that is no Rust yet: a missing `;`, a bracket that is not closed, a word that Rust keeps for itself.

use super::facts::{Facts, ticked};
use crate::runner::words::compiler::syntax as words;

/// See the module.
pub fn explain(facts: &Facts) -> Option<String> {
    if facts.warning {
        return None;
    }
    let message = facts.message.as_str();
    let line = facts.primary()?.line_start;
    if message.contains("found reserved keyword `gen`") || message.contains("found keyword `gen`") {
        return Some(words::reserved_gen().to_owned());
    }
    // Before a keyword too: it is not the keyword that is wrong there.
    if message.starts_with("expected `;`") || facts.noted("add `;` here") {
        return Some(words::no_semicolon(line));
    }
    if message.contains("found keyword") || message.contains("found reserved keyword") {
        let word = *ticked(message).last()?;
        return Some(words::keyword(word));
    }
    let opened = [
        "this file contains an unclosed delimiter",
        "mismatched closing delimiter",
        "unclosed delimiter",
    ];
    if opened.iter().any(|start| message.contains(start)) {
        let (place, _) = facts.labelled("unclosed delimiter")?;
        let sign = super::facts::code_at(place);
        let close = match sign.as_str() {
            "(" => ")",
            "[" => "]",
            "{" => "}",
            _ => return None,
        };
        return Some(words::never_closed(sign, place.line_start, close));
    }
    if facts.noted("use `::<...>` instead of `<...>`") {
        return Some(words::no_colons().to_owned());
    }
    if let Some((place, ",")) = facts.proposal("missing `,`") {
        return Some(words::no_comma(place.line_start));
    }
    if let Some((place, label)) = facts.labelled("missing open `") {
        let sign = *ticked(label).first()?;
        let close = match sign {
            "(" => ")",
            "[" => "]",
            _ => "}",
        };
        return Some(words::never_opened(place.line_start, close, sign));
    }
    if message.starts_with("unexpected closing delimiter") {
        let sign = *ticked(message).first()?;
        return Some(words::one_too_many(sign, line));
    }
    None
}
