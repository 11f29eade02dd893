//! Text that is no Rust yet: a missing `;`, a bracket that is not closed, a word that Rust keeps for itself.

use super::facts::{Facts, ticked};

/// See the module.
pub fn explain(facts: &Facts) -> Option<String> {
    if facts.warning {
        return None;
    }
    let message = facts.message.as_str();
    let line = facts.primary()?.line_start;
    if message.contains("found reserved keyword `gen`") || message.contains("found keyword `gen`") {
        return Some(
            "`gen` is a word that Rust keeps for itself: write `.r#gen::<f32>()`.".to_owned(),
        );
    }
    if message.contains("found keyword") || message.contains("found reserved keyword") {
        let word = *ticked(message).last()?;
        return Some(format!(
            "`{word}` is a word of Rust itself, and cannot be a name: choose another."
        ));
    }
    if message.starts_with("expected `;`") || facts.noted("add `;` here") {
        return Some(format!(
            "Line {line} is not finished: write `;` at its end."
        ));
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
        return Some(format!(
            "The `{sign}` in line {} is never closed: a `{close}` is missing after it.",
            place.line_start
        ));
    }
    if message.starts_with("unexpected closing delimiter") {
        let sign = *ticked(message).first()?;
        return Some(format!(
            "The `{sign}` in line {line} closes something that was never opened: there is one too many."
        ));
    }
    None
}
