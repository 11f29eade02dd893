//! Several arguments that are wrong at once, of which rustc tells in notes and labels.

use crate::runner::compiler::facts::{Facts, quote};
use crate::runner::compiler::tensor::Tensor;
use crate::runner::compiler::types::Type;
use crate::runner::words::compiler::reference as words;

/// See the module.
pub fn several(facts: &Facts) -> Option<String> {
    let sides = facts.arguments();
    let function = quote(&facts.text())?;
    if sides.is_empty() {
        return None;
    }
    let sides: Option<Vec<(Type, Type, String)>> = sides.into_iter().collect();
    let sides = sides?;
    let recorded = |(expected, found, _): &(Type, Type, String)| {
        let Type::Reference(_, to) = found else {
            return false;
        };
        let (Some(wanted), Some(got)) = (Tensor::of(expected), Tensor::of(to)) else {
            return false;
        };
        got.recorded() && wanted.shape == got.shape
    };
    if sides.iter().all(recorded) {
        return Some(words::several(function));
    }
    let plain = |(expected, found, _): &(Type, Type, String)| {
        let (Some(expected), Some(found)) = (Tensor::of(expected), Tensor::of(found)) else {
            return false;
        };
        let alike = expected.shape == found.shape && expected.element == found.element;
        alike && (expected.tape.is_some() && found.unrecorded())
    };
    if sides.iter().all(plain) {
        return Some(words::several_without_tape(function));
    }
    let pointed: Option<Vec<String>> = sides.iter().map(with_point).collect();
    if let Some(pointed) = pointed {
        return Some(words::several_with_point(function, pointed.join(", ")));
    }
    let mended: Option<Vec<String>> = sides.iter().map(mended).collect();
    let code = mended?.join(", ");
    // One line of a screen.
    if code.contains('`') || code.chars().count() > 80 {
        return None;
    }
    let code = format!("`{code}`");
    let borrowed =
        |(expected, _, _): &(Type, Type, String)| matches!(expected, Type::Reference(_, _));
    if sides.iter().all(borrowed) {
        return Some(words::several_lent(function, code));
    }
    let values = sides.iter().all(|side| !borrowed(side));
    values.then(|| words::several_values(function, code))
}

/// A whole number that is written out, where one with a point is wanted.
fn with_point((expected, found, code): &(Type, Type, String)) -> Option<String> {
    let is_literal = !code.is_empty() && code.chars().all(|letter| letter.is_ascii_digit());
    let lacks_point = expected.is_float() && found.is("{integer}") && is_literal;
    lacks_point.then(|| format!("{code}.0"))
}

/// An argument with `&` or `&mut` before it, or without one, where that is all that it lacks.
fn mended((expected, found, code): &(Type, Type, String)) -> Option<String> {
    let bare = |code: &str| {
        code.trim_start_matches('&')
            .trim_start_matches("mut ")
            .to_owned()
    };
    match (expected, found) {
        (Type::Reference(false, to), found) if lends(found, to) => Some(format!("&{code}")),
        (Type::Reference(true, to), found) if lends(found, to) => Some(format!("&mut {code}")),
        (Type::Reference(true, to), Type::Reference(false, from)) if lends(from, to) => {
            Some(format!("&mut {}", bare(code)))
        }
        (expected, Type::Reference(_, from))
            if **from == *expected && expected.is_number() && !code.starts_with('&') =>
        {
            Some(format!("*{code}"))
        }
        (expected, Type::Reference(_, from)) if **from == *expected && code.starts_with('&') => {
            Some(bare(code))
        }
        _ => None,
    }
}

/// Whether a reference to `found` will do where one to `to` is wanted: a list for a part of one, too.
fn lends(found: &Type, to: &Type) -> bool {
    match (to, found.arguments_of("Vec")) {
        (Type::Array(element, None), Some([own])) => {
            // What kind of number `vec![0.0; n]` holds is not known yet.
            **element == *own || element.is_float() && own.is("{float}")
        }
        _ => to == found,
    }
}
