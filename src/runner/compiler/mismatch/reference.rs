//! A reference for a value, or a value for a reference.

use super::{called, differs, is_other, it, returned};
use crate::runner::compiler::facts::{Facts, code_at, quote, ticked};
use crate::runner::compiler::layer;
use crate::runner::compiler::naming;
use crate::runner::compiler::paragraph;
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

/// Several arguments at once, of which rustc tells in notes: references to tensors for the tensors themselves.
pub fn several(facts: &Facts) -> Option<String> {
    let told = facts
        .notes
        .iter()
        .filter(|note| note.contains("`, found `"));
    let sides = told.map(|note| match ticked(note)[..] {
        [expected, found] => Some((Type::parse(expected)?, Type::parse(found)?)),
        _ => None,
    });
    let sides: Vec<_> = sides.collect::<Option<_>>()?;
    let lent = |(expected, found): &(Type, Type)| {
        let recorded = Tensor::of(expected).is_some_and(|tensor| tensor.recorded());
        recorded && matches!(found, Type::Reference(_, to) if **to == *expected)
    };
    let takes = quote(&facts.text())?;
    (!sides.is_empty() && sides.iter().all(lent)).then(|| words::several(takes))
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
