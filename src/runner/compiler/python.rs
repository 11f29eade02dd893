//! What Python writes and Rust does not: text that is no Rust, but a habit.

use super::facts::{Facts, last_name, ticked};
use super::synonym;
use crate::runner::words::compiler::generic;
use crate::runner::words::compiler::python as words;

/// See the module. Only for errors of syntax.
pub fn explain(facts: &Facts) -> Option<String> {
    if facts.warning {
        return None;
    }
    sign(facts)
        .or_else(|| axis(facts))
        .or_else(|| bracket(facts))
        .or_else(|| statement(facts))
}

/// Signs of other languages, of which rustc says itself what they are.
fn sign(facts: &Facts) -> Option<String> {
    let message = facts.message.as_str();
    let said = match message {
        _ if message.ends_with("is not a logical operator") => match *ticked(message).first()? {
            "and" => words::and(),
            "or" => words::or(),
            _ => return None,
        },
        _ if message.ends_with("ternary operator") => words::ternary(),
        _ if message.ends_with("increment operator") => words::increment(),
        _ if message.ends_with("decrement operator") => words::decrement(),
        "comparison operators cannot be chained" if facts.code_line().contains(" & ") => {
            words::and()
        }
        _ if facts.noted("use `!` to perform logical negation") => words::not(),
        _ if message.ends_with("found `@`") => words::matrix_product(),
        _ if message.starts_with("negative integers cannot be used to index") => words::from_end(),
        _ if message.starts_with("cast cannot be followed by") => words::cast(),
        _ => return None,
    };
    Some(said.to_owned())
}

/// `mean(Axis<0>)`: a type where a value would stand.
fn axis(facts: &Facts) -> Option<String> {
    if facts.message != "comparison operators cannot be chained" {
        return None;
    }
    let (before, behind) = facts.line().split_once("Axis<")?;
    let number: usize = behind.split('>').next()?.trim().parse().ok()?;
    let method = last_name(before.strip_suffix('(')?);
    Some(if synonym::reduces(method) {
        words::axis_of_reduction(method, number)
    } else if synonym::along(method) {
        words::axis_in_parentheses(method, number)
    } else {
        words::axis_as_value(number)
    })
}

/// What stands in square brackets.
fn bracket(facts: &Facts) -> Option<String> {
    let message = facts.message.as_str();
    let before = facts.before();
    let (outside, inside) = innermost(&before)?;
    // `x[`, and not `[` at the beginning of a list.
    let index =
        outside.ends_with(|letter: char| letter.is_alphanumeric() || "_])".contains(letter));
    let behind = super::facts::after(facts.primary()?);
    let behind = behind.split(']').next().unwrap_or_default();
    let is_axis = |place: &str| matches!(place.trim(), "None" | "np.newaxis" | "newaxis");
    if index && inside.split(',').chain(behind.split(',')).any(is_axis) {
        return Some(words::new_axis().to_owned());
    }
    if index && message.ends_with("found `,`") && !inside.starts_with("..") {
        return Some(words::two_indices().to_owned());
    }
    let colon =
        message.ends_with("found `:`") || message == "path separator must be a double colon";
    if index && message.ends_with("found `-`") && inside.trim_end().ends_with("::") {
        return Some(words::backwards().to_owned());
    }
    if index && colon {
        return Some(words::colon().to_owned());
    }
    let comprehension = !index && message.ends_with("found keyword `for`");
    comprehension.then(|| words::comprehension().to_owned())
}

/// What stands before the last `[` that is still open, and behind it.
fn innermost(before: &str) -> Option<(&str, &str)> {
    let mut closed = 0_usize;
    for (at, letter) in before.char_indices().rev() {
        match letter {
            ']' => closed += 1,
            '[' if closed == 0 => return Some((&before[..at], &before[at + 1..])),
            '[' => closed -= 1,
            _ => {}
        }
    }
    None
}

/// Beginnings and ends of statements.
fn statement(facts: &Facts) -> Option<String> {
    let message = facts.message.as_str();
    if message.ends_with("found keyword `in`") && !facts.before().contains("for ") {
        return Some(words::contains().to_owned());
    }
    let behind = super::facts::after(facts.primary()?);
    if message == "expected `{`, found `not`" && behind.trim_start().starts_with("in ") {
        return Some(words::contains_not().to_owned());
    }
    if message == "expected `{`, found `is`" {
        return Some(words::is().to_owned());
    }
    if message.ends_with("found keyword `for`") && facts.before().contains("sum(") {
        return Some(words::sum_of_generator(facts.float()));
    }
    if facts.before().trim_end().ends_with("print") {
        return Some(synonym::for_function("print")?.to_owned());
    }
    if message.ends_with("found keyword `if`")
        && facts.before().contains(" = ")
        && super::facts::after(facts.primary()?).contains(" else ")
    {
        return Some(words::condition_first().to_owned());
    }
    if facts.before().trim_end().ends_with("lambda") {
        return Some(words::lambda().to_owned());
    }
    let before = facts.before();
    if before.trim_end().ends_with("switch") || before.trim_start().starts_with("switch (") {
        return Some(words::switch().to_owned());
    }
    if message == "missing type for `const` item" {
        let kind = facts.float();
        return Some(words::type_of_constant(kind));
    }
    if message.starts_with("expected item") {
        let outside = facts
            .source
            .lines()
            .find_map(|line| line.strip_prefix("let "))?;
        let name = outside.trim_start_matches("mut ");
        let name = name.split([':', '=', ' ']).next()?;
        return Some(words::let_outside(name, name.to_uppercase()));
    }
    if message == "expected a pattern, found an expression" {
        let code = facts.text();
        let (kind, rest) = code.split_once('.')?;
        let named = kind.chars().all(char::is_alphanumeric) && kind.starts_with(char::is_uppercase);
        return named.then(|| words::point_in_pattern(format!("{kind}::{rest}")));
    }
    if let Some(found) = message.strip_prefix("expected type, found ") {
        let number = ticked(found).first()?.parse::<usize>().ok()?;
        let before = facts.before();
        let layer = last_name(before.strip_suffix('(').unwrap_or_default());
        let behind = super::facts::after(facts.primary()?);
        let rest = behind.split(')').next()?;
        if layer.is_empty() && before.trim_end().ends_with(',') {
            return Some(generic::number_for_type(number));
        }
        return (!layer.is_empty())
            .then(|| words::numbers_of_type(format!("{layer}<{number}{rest}>")));
    }
    colon_at_end(facts)
}

/// `for step in 0..steps:`, wherever rustc stumbles over what follows from it.
fn colon_at_end(facts: &Facts) -> Option<String> {
    let begins = |line: &str| {
        let words = [
            "for ", "if ", "while ", "else", "elif ", "def ", "fn ", "pub fn ",
        ];
        words.iter().any(|word| line.starts_with(word))
    };
    let mut lines = facts.source.lines().enumerate();
    let (number, _) =
        lines.find(|(_, line)| begins(line.trim_start()) && line.trim_end().ends_with(':'))?;
    Some(words::colon_at_end(number + 1))
}
