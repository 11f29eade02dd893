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
    if message.ends_with("arm body without braces") {
        return Some(words::arm_without_braces().to_owned());
    }
    if message == "expected `,` following `match` arm" {
        return Some(words::arm_without_comma().to_owned());
    }
    if message.starts_with("closure bodies that contain statements") {
        return Some(words::closure_without_braces().to_owned());
    }
    if message == "format argument must be a string literal" {
        return Some(words::print_without_text().to_owned());
    }
    let begins = ["if ", "else", "for ", "while "];
    let block = message.starts_with("expected `{`, found ") && !message.ends_with("found `..`");
    if block
        && !message.contains("keyword `in`")
        && begins.iter().any(|word| facts.before().contains(word))
    {
        return Some(words::braces().to_owned());
    }
    let colon = message == "statements are terminated with a semicolon" && facts.text() == ":";
    if colon && facts.code_line().trim_start().starts_with("let ") {
        return Some(words::colon_for_semicolon(line));
    }
    if message == "unexpected `,` in pattern"
        && let Some(names) = names_after_for(facts.code_line())
    {
        return Some(words::for_without_parentheses(names));
    }
    if message == "unexpected `,` in pattern" {
        return Some(words::values_without_parentheses().to_owned());
    }
    if message == "unexpected parentheses surrounding `for` loop head" {
        return Some(words::for_in_parentheses().to_owned());
    }
    let unfinished = message.starts_with("expected one of ") && message.contains("`;`");
    let next = ["let", "for", "if", "while", "return", "match"];
    if unfinished
        && next
            .iter()
            .any(|word| message.ends_with(&format!("found keyword `{word}`")))
    {
        return Some(words::not_finished(ticked(message).last()?));
    }
    if unfinished && message.ends_with("found keyword `else`") {
        return Some(words::before_else().to_owned());
    }
    if unfinished
        && message.ends_with("found `,`")
        && super::facts::after(facts.primary()?).trim().is_empty()
    {
        return Some(words::comma_for_semicolon(line));
    }
    if unfinished && message.ends_with("found `,`") && !facts.before().contains(['[', '|', '<']) {
        return Some(words::values_without_parentheses().to_owned());
    }
    // `width // heads;`: what follows is a comment, and its `;` with it.
    if facts
        .line()
        .split_once("//")
        .is_some_and(|(_, comment)| comment.ends_with(';'))
    {
        return None;
    }
    // Before a keyword too: it is not the keyword that is wrong there.
    if message.starts_with("expected `;`") || facts.noted("add `;` here") {
        return Some(words::no_semicolon(line));
    }
    if message.starts_with("expected identifier, found") && message.contains("keyword") {
        let word = *ticked(message).last()?;
        // What stands before a name. Elsewhere something else is missing, and the word is right.
        let before = facts.before();
        let named = ["let", "mut", "fn", "for", "struct", "(", ",", "|", "."];
        let named = named.iter().any(|end| before.trim_end().ends_with(end));
        return (named && word != "let").then(|| words::keyword(word));
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
    if let Some((place, ",")) = facts.proposal("missing `,`")
        && super::facts::after(place).trim().is_empty()
    {
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

/// `i, x` of `for i, x in list {`, where they are nothing but names.
fn names_after_for(line: &str) -> Option<&str> {
    let (names, _) = line.trim_start().strip_prefix("for ")?.split_once(" in ")?;
    let part = |letter: char| letter.is_alphanumeric() || "_, ()".contains(letter);
    names.chars().all(part).then_some(names.trim())
}
