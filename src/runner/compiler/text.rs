//! Texts: `String`, `&str` and single letters, where one stands for another, and methods that they have under other names.

use super::expected::expected_and_found;
use super::facts::{Facts, ticked};
use super::mismatch::subject::{it, right_operand};
use super::tape::receiver;
use super::types::Type;
use crate::runner::words::compiler::text as words;

/// What other languages call methods of a text, and what Rust writes.
const METHODS: [(&[&str], &str); 19] = [
    (&["strip"], ".trim()"),
    (&["lstrip", "trimStart", "trimLeft"], ".trim_start()"),
    (&["rstrip", "trimEnd", "trimRight"], ".trim_end()"),
    (&["lower", "toLowerCase", "tolower"], ".to_lowercase()"),
    (&["upper", "toUpperCase", "toupper"], ".to_uppercase()"),
    (&["startswith", "startsWith"], ".starts_with(...)"),
    (&["endswith", "endsWith"], ".ends_with(...)"),
    (&["indexOf", "index", "find_first_of"], ".find(...)"),
    (&["substring", "substr", "slice"], "&text[from..to]"),
    (&["splitlines"], ".lines()"),
    (&["length", "size"], ".len()"),
    (&["isEmpty", "empty"], ".is_empty()"),
    (&["includes", "has"], ".contains(...)"),
    (&["replaceAll", "replace_all"], ".replace(from, to)"),
    (&["charAt", "at"], ".chars().nth(i)"),
    (&["append", "concat"], ".push_str(...)"),
    (&["count"], ".matches(...).count()"),
    (
        &["isdigit", "isDigit"],
        ".chars().all(|letter| letter.is_ascii_digit())",
    ),
    (&["equals"], "one == other"),
];

/// See the module.
pub fn explain(facts: &Facts) -> Option<String> {
    match facts.code {
        "E0308" => mismatch(facts),
        "E0277"
            if facts
                .message
                .starts_with("the size for values of type `str`") =>
        {
            let (place, proposed) = facts.proposal("consider borrowing here")?;
            let code = super::facts::after(place);
            let code = code.trim_end().trim_end_matches(';');
            (proposed == "&" && code.ends_with(']')).then(|| words::part(code))
        }
        "E0277" if facts.message.contains("cannot be built from an iterator") => {
            let quoted = ticked(&facts.message);
            let [list, element] = quoted[..] else {
                return None;
            };
            let (list, element) = (Type::parse(list)?, Type::parse(element)?);
            let wanted = list.arguments_of("Vec")?.first()?;
            (wanted.is("String") && is_lent(&element)).then(|| words::list_of_lent().to_owned())
        }
        "E0277" | "E0369" => compared(facts).map(str::to_owned),
        "E0599" => method(facts),
        _ => None,
    }
}

/// Whether it is a text, of its own or lent.
pub fn is_text(found: &Type) -> bool {
    let inner = found.behind_references();
    inner.is("str") || inner.is("String")
}

/// `&str`, however often it is lent.
fn is_lent(found: &Type) -> bool {
    matches!(found, Type::Reference(_, _)) && found.behind_references().is("str")
}

fn mismatch(facts: &Facts) -> Option<String> {
    let (expected, found) = expected_and_found(facts)?;
    if facts.noted("if you meant to write a `char` literal") {
        return Some(words::letter_wanted().to_owned());
    }
    if facts.noted("if you meant to write a byte literal") {
        return Some(words::byte_wanted().to_owned());
    }
    if expected.is("String") && is_lent(&found) {
        return Some(words::owned(it(facts)));
    }
    if let (Some([wanted]), Some([got])) = (expected.arguments_of("Vec"), found.arguments_of("Vec"))
        && wanted.is("String")
        && is_lent(got)
    {
        return Some(words::list_of_lent().to_owned());
    }
    let Type::Reference(false, to) = &expected else {
        return None;
    };
    if to.is("str") && right_operand(facts) == Some("+") && found.is_number() {
        return Some(words::joined_with_number().to_owned());
    }
    if to.is("str") && found.is("String") {
        let code = facts.quoted();
        return Some(match code.as_deref().map(|code| code.trim_matches('`')) {
            Some(code) => words::lent(code),
            None => words::long_lent().to_owned(),
        });
    }
    let looked_for = facts
        .labelled("arguments to this")
        .map(|(place, _)| super::facts::code_at(place));
    let contains = looked_for.is_some_and(|name| name == "contains");
    (contains && to.is("String") && is_lent(&found)).then(|| words::contains().to_owned())
}

/// A text beside a letter, a text or a number.
fn compared(facts: &Facts) -> Option<&'static str> {
    let quoted = facts.quoted_types();
    let [one, other] = &quoted[..] else {
        return None;
    };
    let (texts, sign) = (is_text(one) || is_text(other), facts.text());
    let letter = one.is("char") || other.is("char");
    if !texts {
        return None;
    }
    Some(match sign.as_str() {
        "==" | "!=" if letter => words::text_wanted(),
        "+" if is_text(one) && is_text(other) => words::joined(),
        "+" if one.is_number() || other.is_number() => words::joined_with_number(),
        "*" if one.is_whole() || other.is_whole() => words::repeated(),
        _ => return None,
    })
}

/// A method that texts have under another name.
fn method(facts: &Facts) -> Option<String> {
    if !facts.message.starts_with("no method named") {
        return None;
    }
    let name = *ticked(&facts.message).first()?;
    if !is_text(&receiver(facts)?) {
        return None;
    }
    match name {
        "join" => return Some(words::join().to_owned()),
        "format" => return Some(words::format().to_owned()),
        _ => {}
    }
    let known = METHODS.iter().find(|(names, _)| names.contains(&name));
    known.map(|(_, code)| words::method(name, code))
}
