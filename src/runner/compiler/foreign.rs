//! What C++, Java, JavaScript and others write, and Rust does not: text that is no Rust, but a habit.

use super::facts::{Facts, after, last_name, ticked};
use crate::runner::words::compiler::foreign as words;

/// What other languages call their types, and Rust.
const TYPES: [&str; 18] = [
    "bool", "char", "double", "f32", "f64", "float", "i32", "i64", "int", "long", "short",
    "size_t", "str", "string", "String", "u32", "u64", "usize",
];

/// See the module. Only for errors of syntax.
pub fn explain(facts: &Facts) -> Option<String> {
    if facts.warning {
        return None;
    }
    comparison(facts)
        .or_else(|| branch(facts))
        .or_else(|| counting_loop(facts).map(str::to_owned))
        .or_else(|| arrow(facts).map(str::to_owned))
        .or_else(|| function(facts).map(str::to_owned))
        .or_else(|| variable(facts).map(str::to_owned))
        .or_else(|| text(facts).map(str::to_owned))
        .or_else(|| number(facts))
        .or_else(|| word(facts))
        .or_else(|| fields(facts).map(str::to_owned))
}

/// The word right before the place of the error.
fn word_before(before: &str) -> &str {
    last_name(before.trim_end())
}

fn comparison(facts: &Facts) -> Option<String> {
    let message = facts.message.as_str();
    if message.starts_with("`<`") && message.contains("generic arguments for `") {
        let kind = *ticked(message).get(1)?;
        return Some(words::cast_before_less(kind));
    }
    // What may be a list of types, too, is not told apart here.
    let split = facts.noted("split the comparison into two") && !facts.code_line().contains(" & ");
    if message == "comparison operators cannot be chained" && split && !facts.noted("`::<...>`") {
        return Some(words::chained().to_owned());
    }
    let sign = message.strip_prefix("invalid comparison operator ")?;
    match *ticked(sign).first()? {
        "===" => Some(words::equal().to_owned()),
        "!==" | "<>" => Some(words::not_equal().to_owned()),
        _ => None,
    }
}

/// `elif`, `then`, and cases of a `match`.
fn branch(facts: &Facts) -> Option<String> {
    let (message, before) = (facts.message.as_str(), facts.before());
    let said = match message {
        _ if ["elif", "elseif", "elsif"].contains(&word_before(&before)) => words::else_if(),
        "expected `{`, found `then`" => words::then(),
        _ if facts.noted("use a fat arrow to start a match arm") => words::arm(),
        _ if message.starts_with("keyword `catch` cannot follow") => words::try_block(),
        _ if message.contains("found reserved keyword `try`") => words::try_block(),
        _ if message.ends_with("found reserved keyword `do`") => words::do_while(),
        _ => return None,
    };
    Some(said.to_owned())
}

/// `for (int i = 0; i < n; i++) {` and `for (const x of list) {`.
fn counting_loop(facts: &Facts) -> Option<&'static str> {
    let line = facts.code_line().trim_start();
    let head = line.strip_prefix("for")?.trim_start().strip_prefix('(')?;
    let other = head.contains(';') || head.contains(" of ") || head.contains(" : ");
    (other && !head.contains(") in ")).then(words::counting_loop)
}

/// `x => x * 2`, `x -> x * 2` and `list->len()`.
fn arrow(facts: &Facts) -> Option<&'static str> {
    let message = facts.message.as_str();
    let before = facts.before();
    let before = before.trim_end();
    // Of a case of a `match` rustc says that a `}` may follow, too.
    let is_function = message.ends_with("found `=>`") && !message.contains("`}`");
    let is_pointer = message.starts_with("`->`") && message.contains("not valid");
    if !is_function && !is_pointer {
        return None;
    }
    let parameter = match before.strip_suffix(')') {
        Some(inside) => &before[..inside.rfind('(')?],
        None => &before[..before.len() - last_name(before).len()],
    };
    let stands_alone = parameter.trim_end().ends_with(['=', '(', ',']);
    let called = after(facts.primary()?);
    let name = called.split('(').next().unwrap_or_default();
    let is_name = !name.is_empty() && name.chars().all(|it| it.is_alphanumeric() || it == '_');
    match (is_pointer, stands_alone) {
        (true, _) if is_name && called.contains('(') => Some(words::arrow_for_point()),
        (_, true) => Some(words::arrow()),
        _ => None,
    }
}

/// How functions and their parameters are declared.
fn function(facts: &Facts) -> Option<&'static str> {
    let (message, before) = (facts.message.as_str(), facts.before());
    if facts.noted("to declare a function") {
        return Some(words::function());
    }
    if message.starts_with("return types are denoted using `->`") {
        return Some(words::result_type());
    }
    if message == "parameter defaults are not supported" {
        return Some(words::default_value());
    }
    if facts.noted("declare the type after the parameter binding") {
        return Some(words::parameter_type_first());
    }
    if facts.noted("if this is a parameter name, give it a type") {
        return Some(words::parameter_without_type());
    }
    if message.starts_with("invalid `struct` delimiters or `fn` call arguments") {
        return Some(words::named_argument());
    }
    let is_declared = is_unfinished(message)
        && TYPES.contains(&before.trim())
        && after(facts.primary()?).starts_with('(');
    is_declared.then(words::function)
}

/// Whether rustc wants a statement to end, or to go on otherwise.
fn is_unfinished(message: &str) -> bool {
    message.starts_with("expected one of ") && message.contains("`;`")
}

/// How variables are introduced.
fn variable(facts: &Facts) -> Option<&'static str> {
    let (message, before) = (facts.message.as_str(), facts.before());
    if message == "invalid variable declaration" {
        return Some(words::variable());
    }
    let behind = after(facts.primary()?);
    let walrus = message.ends_with("found `=`") && before.trim_end().ends_with(':')
        || is_unfinished(message) && message.ends_with("found `:`") && behind.starts_with('=');
    if walrus {
        return Some(words::walrus());
    }
    let assigned = behind.trim_start().starts_with('=');
    let declared = before.trim().trim_start_matches("let ");
    if is_unfinished(message) && assigned && TYPES.contains(&declared.trim_start_matches("mut ")) {
        return Some(words::variable_with_type());
    }
    let name = before.trim().strip_prefix("let ");
    if is_unfinished(message) && name.is_some() && TYPES.contains(&facts.text().as_str()) {
        return Some(words::type_without_colon());
    }
    let of_type = facts.labelled("while parsing the type").is_some();
    (of_type && message.ends_with("found `[`")).then(words::type_of_list)
}

/// Quotes.
fn text(facts: &Facts) -> Option<&'static str> {
    let (message, before) = (facts.message.as_str(), facts.before());
    if facts.noted("use double quotes") || message == "empty character literal" {
        return Some(words::single_quotes());
    }
    if message == "unknown start of token: `" {
        return Some(words::grave_accents());
    }
    if message == "prefix `f` is unknown" {
        return Some(words::text_with_values());
    }
    let sharp = message.starts_with("expected one of `!` or `[`, found");
    let begins = before.trim_end().ends_with('#');
    let docstring = message.contains("found `\"") && before.trim_start().starts_with("\"\"");
    (sharp && begins || docstring).then(words::comment)
}

/// How numbers are written, and what is calculated with them.
fn number(facts: &Facts) -> Option<String> {
    let (message, code) = (facts.message.as_str(), facts.text());
    if message.starts_with("invalid suffix `") {
        let digits = code.trim_end_matches(|letter: char| letter.is_ascii_alphabetic());
        let suffix = &code[digits.len()..];
        let mended = match digits.contains('.') {
            true => digits.to_owned(),
            false => format!("{digits}.0"),
        };
        return matches!(suffix, "f" | "F" | "d").then(|| words::suffix(mended));
    }
    if message == "float literals must have an integer part" {
        return Some(words::point_first(code));
    }
    let before = facts.before();
    let behind = after(facts.primary()?);
    let digit = |letter: char| letter.is_ascii_digit();
    if is_unfinished(message)
        && message.ends_with("found `,`")
        && before.ends_with(digit)
        && behind.starts_with(digit)
    {
        return Some(words::comma_in_number().to_owned());
    }
    if message.ends_with("found keyword `mod`") && !before.trim().is_empty() {
        return Some(words::remainder().to_owned());
    }
    let (quotient, rest) = facts.line().split_once("//")?;
    let (quotient, divisor) = (quotient.trim_end(), rest.trim().strip_suffix(';')?);
    let is_value = |letter: char| letter.is_alphanumeric() || "_)]".contains(letter);
    let is_divisor = |letter: char| letter.is_alphanumeric() || "_.()".contains(letter);
    let ends_early = message.starts_with("expected `;`") || facts.noted("add `;` here");
    let is_division = quotient.ends_with(is_value) && divisor.chars().all(is_divisor);
    (ends_early && is_division).then(|| words::whole_division().to_owned())
}

/// Words that begin a statement elsewhere.
fn word(facts: &Facts) -> Option<String> {
    let (message, before) = (facts.message.as_str(), facts.before());
    if message.starts_with("this is a block expression, not an array") {
        return Some(words::list_in_braces().to_owned());
    }
    if !is_unfinished(message) {
        return None;
    }
    let word = word_before(&before);
    let begins = before.trim() == word;
    Some(match word {
        "new" => words::new().to_owned(),
        "throw" | "raise" if begins => words::throw(word),
        "assert" if begins => words::assertion().to_owned(),
        "import" if begins => words::import().to_owned(),
        "class" if begins => words::class().to_owned(),
        _ => return None,
    })
}

/// The fields of a `struct`.
fn fields(facts: &Facts) -> Option<&'static str> {
    if facts.noted("replace equals symbol with a colon") {
        return Some(words::field_with_equals());
    }
    let of_struct = facts.labelled("while parsing this struct").is_some();
    let is_next = ["expected `:`, found `,`", "expected `:`, found `}`"];
    (of_struct && is_next.contains(&facts.message.as_str())).then(words::field_without_type)
}
