//! Arguments in the wrong order, closures with the wrong parameters, an `if` that lacks its `else`, a
//! `match` that leaves something out.

use super::facts::{Facts, quote, ticked};
use super::types::Type;
use crate::runner::words::compiler::block as words;

/// See the module.
pub fn explain(facts: &Facts) -> Option<String> {
    match facts.code {
        "E0308" if facts.noted("swap these arguments") => {
            let (_, proposed) = facts.proposal("swap these arguments")?;
            let called = facts.text();
            Some(match quote(&format!("{called}{proposed}")) {
                Some(call) => words::swapped(call),
                None => {
                    let inside = proposed.strip_prefix('(');
                    let inside = inside.and_then(|rest| rest.strip_suffix(')'));
                    words::swapped_in_long_call(inside.unwrap_or(proposed))
                }
            })
        }
        "E0614" if is_power(facts) => Some(words::power().to_owned()),
        "E0434" => Some(words::function_inside().to_owned()),
        "E0070" if facts.line().contains(") =") => Some(words::assigned_to_call().to_owned()),
        "E0614" => Some(match facts.quoted() {
            Some(code) if code.starts_with("`*") => {
                let value = code.trim_matches('`');
                words::star_too_many(value, &value[1..])
            }
            _ => words::star_before_value().to_owned(),
        }),
        "E0069" => Some(words::return_without_value().to_owned()),
        "E0317" => Some(words::no_else().to_owned()),
        "E0004" => left_out(&facts.message),
        "E0593" if facts.message.contains("2-tuple") => Some(words::pair().to_owned()),
        "E0593" => Some(words::closure().to_owned()),
        "E0277" if facts.message.starts_with("the size for values of type") => {
            let found = Type::parse(ticked(&facts.message).first()?)?;
            matches!(found, Type::Array(_, None)).then(|| words::slice().to_owned())
        }
        _ => None,
    }
}

/// `x ** 2`: two signs, of which rustc takes the second one for another thing. Before `**label` stands no value.
fn is_power(facts: &Facts) -> bool {
    let before = facts.before();
    let Some(factor) = before.strip_suffix('*') else {
        return false;
    };
    factor
        .trim_end()
        .ends_with(|letter: char| letter.is_alphanumeric() || "_)]".contains(letter))
}

/// The cases of which "non-exhaustive patterns: `Op::Input`, `Op::Constant`, `Op::Add` and 2 more not covered" tells.
fn left_out(message: &str) -> Option<String> {
    let missing = message.strip_prefix("non-exhaustive patterns: ")?;
    let missing = missing.strip_suffix(" not covered")?;
    let cases = ticked(missing);
    let quoted: Vec<String> = cases.iter().map(|case| format!("`{case}`")).collect();
    let more = missing
        .strip_suffix(" more")
        .and_then(|rest| rest.rsplit(' ').next()?.parse::<usize>().ok());
    match (&quoted[..], more) {
        ([case], None) => Some(words::one_case_left(case)),
        ([first, second], None) => Some(words::two_cases_left(first, second)),
        ([first, second, third], None) => Some(words::three_cases_left(first, second, third)),
        ([first, second, third], Some(more)) => Some(words::cases_left(first, second, third, more)),
        _ => None,
    }
}
