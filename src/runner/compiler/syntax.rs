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
    if facts.noted("use `::<...>` instead of `<...>`") {
        return Some("Between the name of a function and `<...>` stands `::`, as in `build_module::<Network, f32>()`.".to_owned());
    }
    if let Some((place, ",")) = facts.proposal("missing `,`") {
        return Some(format!(
            "A `,` is missing at the end of line {}.",
            place.line_start
        ));
    }
    if let Some((place, label)) = facts.labelled("missing open `") {
        let sign = *ticked(label).first()?;
        let close = match sign {
            "(" => ")",
            "[" => "]",
            _ => "}",
        };
        return Some(format!(
            "Line {} closes with a `{close}` what was never opened: take it away, or write the `{sign}` that belongs to it.",
            place.line_start
        ));
    }
    if message.starts_with("unexpected closing delimiter") {
        let sign = *ticked(message).first()?;
        return Some(format!(
            "The `{sign}` in line {line} closes something that was never opened: it is one too many, or what opens it is missing further up."
        ));
    }
    None
}
