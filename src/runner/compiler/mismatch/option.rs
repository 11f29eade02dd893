//! An `Option` or a `Result` for its value, or the value for an `Option`.

use super::subject::it;
use crate::runner::compiler::facts::Facts;
use crate::runner::compiler::naming;
use crate::runner::compiler::types::Type;
use crate::runner::words::compiler::option as words;

/// See the module.
pub fn explain(facts: &Facts, expected: &Type, found: &Type) -> Option<String> {
    if let Some([inner]) = expected.arguments_of("Option") {
        return value(facts, inner, found);
    }
    let (name, arguments) = found.named()?;
    let held = arguments.first()?;
    if name == "Option" && facts.text() == "None" && matches!(held, Type::Unknown) {
        return naming::code(expected).map(words::none_for_value);
    }
    // Of `text.parse()` nothing says yet what it holds.
    let parsed = name == "Result"
        && matches!(held, Type::Unknown)
        && (facts.noted("`Result::expect`") || facts.noted("use the `?` operator"));
    let wanted = fits(expected, held.behind_references()) || parsed;
    if wanted && name == "Option" && is_among_values(facts) {
        return Some(words::among_values(it(facts)));
    }
    let plain = *held == *expected || parsed;
    match name {
        "Option" if plain && hands_on(facts, name) => Some(words::handed_on(it(facts))),
        "Result" if plain && hands_on(facts, name) => Some(words::error_handed_on(it(facts))),
        // Rust writes itself where a reference would have to be followed, too.
        "Option" if wanted && !matches!(expected, Type::Reference(_, _)) => {
            Some(match matches!(held, Type::Reference(_, _)) {
                true => words::option_of_reference(it(facts)),
                false => words::option(it(facts)),
            })
        }
        "Option" if *held == *expected => Some(words::option(it(facts))),
        "Option" if lent(expected, held) => Some(words::option_lent(it(facts))),
        "Result" if wanted => Some(words::result(it(facts))),
        _ => None,
    }
}

/// Whether the function around the error returns such a thing itself, so that `?` hands on what is none. Inside of a closure
/// it would return from that.
fn hands_on(facts: &Facts, name: &str) -> bool {
    let Some(function) = facts.function() else {
        return false;
    };
    let (head, body) = function.split_once('{').unwrap_or((function, ""));
    head.contains(&format!("-> {name}<")) && !body.replace("||", "").contains('|')
}

/// Whether it stands in `vec![...]`, beside others or alone.
fn is_among_values(facts: &Facts) -> bool {
    let before = facts.before();
    let open = before
        .rfind('[')
        .filter(|at| !before[*at..].contains([']', '(', ')']));
    open.is_some_and(|at| before[..at].ends_with("vec!"))
}

/// A value where an `Option` is expected.
fn value(facts: &Facts, inner: &Type, found: &Type) -> Option<String> {
    let plain = found.behind_references();
    if !fits(inner.behind_references(), plain) {
        return None;
    }
    let is_compared = facts.labelled("expected because this is `Option").is_some();
    let Some(stars) = depth(found).checked_sub(depth(inner)) else {
        // Where the mend is more than `Some(...)`, rustc writes nothing under the left side.
        let before = facts.before();
        let before = before.trim_end();
        let signs = [" ==", " !=", " <", " >", " <=", " >="];
        let is_compared = signs.iter().any(|sign| before.ends_with(sign));
        let is_lent_once = is_compared && depth(inner) == 1 && plain.is_number();
        return is_lent_once.then(|| words::compared_reference().to_owned());
    };
    let quoted = facts.quoted()?;
    let code = format!("{}{}", "*".repeat(stars), quoted.trim_matches('`'));
    Some(match is_compared {
        true => words::compared(code),
        false => words::wrapped(code),
    })
}

/// Whether one type is the other, or a number that may still become it.
fn fits(wanted: &Type, found: &Type) -> bool {
    wanted == found
        || wanted.is("{integer}") && found.is_whole()
        || wanted.is("{float}") && found.is_float()
        || found.is("{integer}") && wanted.is_whole()
        || found.is("{float}") && wanted.is_float()
}

/// An `Option` of a value where a reference to one is expected.
fn lent(expected: &Type, held: &Type) -> bool {
    match (expected, held.arguments_of("Vec")) {
        (Type::Reference(false, to), _) if **to == *held => true,
        (Type::Reference(false, to), Some([own])) => {
            matches!(&**to, Type::Array(element, None) if **element == *own)
        }
        _ => false,
    }
}

fn depth(found: &Type) -> usize {
    match found {
        Type::Reference(_, to) => 1 + depth(to),
        _ => 0,
    }
}
