//! A reference for a value, or a value for a reference.

use super::subject::{called, differs, is_other, it, returned, right_operand};
use crate::runner::compiler::facts::{Facts, code_at, last_name, name_at};
use crate::runner::compiler::layer;
use crate::runner::compiler::naming;
use crate::runner::compiler::paragraph::paragraph;
use crate::runner::compiler::tensor::Tensor;
use crate::runner::compiler::types::Type;
use crate::runner::words::compiler::reference as words;

/// A `&mut` reference is expected.
fn mutable(facts: &Facts) -> String {
    match called(facts) {
        Some(function) => words::argument_mutable(function),
        None if returned(facts) => words::result_mutable().to_owned(),
        None => words::here_mutable().to_owned(),
    }
}

/// A reference is expected.
fn lent(facts: &Facts) -> String {
    match called(facts) {
        Some(function) => words::argument_lent(function),
        None if returned(facts) => words::result_lent().to_owned(),
        None => words::here_lent().to_owned(),
    }
}

/// `shuffle(seed)`: what is to be changed is the generator.
fn generator(facts: &Facts) -> Option<String> {
    let random = ["shuffle", "choose", "choose_multiple", "sample"];
    let function = called(facts).filter(|name| random.contains(&name.as_str()))?;
    Some(words::generator(function))
}

/// See the module.
pub fn reference(facts: &Facts, expected: &Type, found: &Type) -> Option<String> {
    let bare = facts.quoted().map(|code| code.trim_matches('`').to_owned());
    match (expected, found) {
        (Type::Reference(true, _), Type::Reference(false, _)) => {
            let mend = match bare {
                Some(code) => words::mend(format!("&mut {}", code.trim_start_matches('&'))),
                None => words::mend_mutable().to_owned(),
            };
            Some(paragraph(mutable(facts), mend))
        }
        (Type::Reference(_, one), Type::Reference(_, other))
            if matches!(**one, Type::Unknown) || one == other =>
        {
            None
        }
        (Type::Reference(_, _), Type::Reference(_, _)) => None,
        (Type::Reference(false, to), found) if to.is("str") => {
            (!found.is("String")).then(|| is_other(facts, words::text()))
        }
        (Type::Reference(false, to), found)
            if **to == *found && facts.noted("dereferencing the borrow") =>
        {
            Some(words::sides(it(facts)))
        }
        (Type::Reference(is_mutable, to), found) => {
            let like = facts
                .labelled("arguments to this")
                .map(|(place, _)| code_at(place));
            if like.is_some_and(|like| like.starts_with("broadcast_like")) && found.is_number() {
                return Some(words::broadcast_like().to_owned());
            }
            // A number is never what a place of unknown type is to change.
            if *is_mutable && matches!(**to, Type::Unknown) && found.is_number() {
                return generator(facts);
            }
            if called(facts).is_some_and(|name| name == "append") {
                let element = to.arguments_of("Vec").and_then(<[Type]>::first);
                // Of a list that is still empty, nothing says whether its elements are lists.
                if found.is("Vec") && element.is_some_and(|it| matches!(it, Type::Unknown)) {
                    return Some(words::appended_list().to_owned());
                }
                if !found.is("Vec") || element == Some(found) {
                    return Some(words::appended().to_owned());
                }
            }
            if let Some((place, proposed)) = facts.proposal("consider dereferencing here to assign")
            {
                let name = name_at(place)?;
                return (proposed == "*").then(|| words::assigned(name));
            }
            if let Some(said) = reference_compared(facts, expected, found) {
                return Some(said);
            }
            let alike = matches!(**to, Type::Unknown)
                || **to == *found
                || (Tensor::of(to).is_some() && Tensor::of(found).is_some())
                || layer::is_network(to) && layer::is_network(found);
            let proposed = facts.noted("borrowing here");
            if !alike && !proposed {
                return None;
            }
            let (start, sign) = match is_mutable {
                true => (mutable(facts), "&mut"),
                false => (lent(facts), "&"),
            };
            let mend = match (bare, is_mutable) {
                (Some(code), true) => words::mend(format!("&mut {code}")),
                (Some(code), false) => words::mend(format!("&{code}")),
                (None, _) => words::mend_sign(sign),
            };
            Some(paragraph(start, mend))
        }
        (expected, Type::Reference(_, to)) => {
            let same = **to == *expected
                || same_name(to, expected)
                || Tensor::of(to).is_some() && Tensor::of(expected).is_some();
            if let (Type::Array(part, None), Some([element])) =
                (&**to, expected.arguments_of("Vec"))
            {
                let mend = match bare {
                    Some(code) => words::mend(format!("{}.to_vec()", code.trim_start_matches('&'))),
                    None => words::mend_slice().to_owned(),
                };
                return (**part == *element).then(|| {
                    let wanted = naming::code(expected).unwrap_or_default();
                    let differ = differs(facts, words::own_list(wanted), words::slice());
                    paragraph(differ, mend)
                });
            }
            if !same {
                return None;
            }
            let plain = expected.is_number()
                || expected.is("bool")
                || matches!(expected, Type::Tuple(_)) && !layer::is_network(expected);
            let written = bare.as_deref().unwrap_or_default();
            let recorded = Tensor::of(expected).is_some_and(|tensor| tensor.recorded());
            let mend = if written.starts_with('&') {
                let rest = written.trim_start_matches('&').trim_start_matches("mut ");
                words::mend_without(rest)
            } else if plain {
                match bare {
                    Some(code) => words::mend(format!("*{code}")),
                    None => words::mend_sign("*"),
                }
            } else if recorded {
                words::mend_hand_over().to_owned()
            } else {
                words::mend_clone().to_owned()
            };
            let differ = differs(facts, words::value_itself(), words::only_reference());
            Some(paragraph(differ, mend))
        }
        _ => None,
    }
}

/// `v > 0.0`, where `v` is a reference, or one to another.
fn reference_compared(facts: &Facts, expected: &Type, found: &Type) -> Option<String> {
    right_operand(facts)?;
    let before = facts.before();
    let (operand, _) = before.trim_end().rsplit_once(' ')?;
    let operand = operand.trim_end();
    let name = last_name(operand);
    let place = &operand[..operand.len() - name.len()];
    let written = place.len() - place.trim_end_matches('*').len();
    // Of `self.v` only the end would be repeated.
    let is_name = !name.is_empty() && !place.ends_with(['.', ':']);
    let mut missing = 0;
    let mut to = expected;
    while let Type::Reference(_, behind) = to {
        missing += 1;
        to = behind;
    }
    let numbers = to.is_float() && found.is_float();
    (numbers && is_name).then(|| words::compared_reference(name, "*".repeat(written + missing)))
}

/// Whether two types differ at most in what stands in `<...>` and is not known.
fn same_name(one: &Type, other: &Type) -> bool {
    let unknown = |found: &Type| match found.named() {
        Some((_, arguments)) => arguments.contains(&Type::Unknown),
        None => false,
    };
    match (one.named(), other.named()) {
        (Some((one_name, _)), Some((other_name, _))) => {
            one_name == other_name && (unknown(one) || unknown(other))
        }
        _ => false,
    }
}
