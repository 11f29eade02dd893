//! A reference for a value, or a value for a reference.

use super::{expects, it};
use crate::runner::compiler::facts::{Facts, code_at, quote, ticked};
use crate::runner::compiler::layer;
use crate::runner::compiler::naming;
use crate::runner::compiler::tensor::Tensor;
use crate::runner::compiler::types::Type;

/// What a parameter is that changes its target.
const MUTABLY: &str = "a `&mut` reference, because it changes what it is given";

/// See the module.
pub fn reference(facts: &Facts, expected: &Type, found: &Type) -> Option<String> {
    let code = it(facts);
    let bare = facts.quoted().map(|code| code.trim_matches('`').to_owned());
    match (expected, found) {
        (Type::Reference(true, _), Type::Reference(false, _)) => {
            let mend = bare.map_or("write `&mut` instead of `&`".to_owned(), |code| {
                format!("write `&mut {}`", code.trim_start_matches('&'))
            });
            Some(format!("{}: {mend}.", expects(facts, MUTABLY)))
        }
        (Type::Reference(_, one), Type::Reference(_, other))
            if matches!(**one, Type::Unknown) || one == other =>
        {
            None
        }
        (Type::Reference(_, _), Type::Reference(_, _)) => None,
        (Type::Reference(false, to), found) if to.is("str") => (!found.is("String")).then(|| {
            format!(
                "{}, but {code} is none.",
                expects(facts, "text in quotes, as in `\"loss\"`")
            )
        }),
        (Type::Reference(false, to), found)
            if **to == *found && facts.noted("dereferencing the borrow") =>
        {
            Some(format!(
                "The two sides are not alike: {code} is the value itself, the other side only a reference to one. Write `*` before the other \
             side."
            ))
        }
        (Type::Reference(mutable, to), found) => {
            let like = facts
                .labelled("arguments to this")
                .map(|(place, _)| code_at(place));
            if like.is_some_and(|like| like.starts_with("broadcast_like")) && found.is_number() {
                return Some(
                    "`broadcast_like` takes a reference to the tensor whose shape it is to have, as in `&matrix`, and not one of its lengths."
                        .to_owned(),
                );
            }
            let alike = matches!(**to, Type::Unknown)
                || **to == *found
                || (Tensor::of(to).is_some() && Tensor::of(found).is_some())
                || layer::is_network(to) && layer::is_network(found);
            let proposed = facts.noted("borrowing here");
            if !alike && !proposed {
                return None;
            }
            let sign = if *mutable { "&mut " } else { "&" };
            let what = if *mutable {
                MUTABLY
            } else {
                "a reference, so that the value stays yours"
            };
            let mend = bare.map_or(format!("write `{}` before it", sign.trim_end()), |code| {
                format!("write `{sign}{code}`")
            });
            Some(format!("{}: {mend}.", expects(facts, what)))
        }
        (expected, Type::Reference(_, to)) => {
            let same = **to == *expected
                || same_name(to, expected)
                || Tensor::of(to).is_some() && Tensor::of(expected).is_some();
            if let (Type::Array(part, None), Some([element])) =
                (&**to, expected.arguments_of("Vec"))
            {
                let mend = bare.map_or("write `.to_vec()` behind it".to_owned(), |code| {
                    format!("write `{}.to_vec()`", code.trim_start_matches('&'))
                });
                return (**part == *element).then(|| {
                    let wanted = naming::code(expected).unwrap_or_default();
                    format!(
                        "{}, and {code} is only a view of a part of one: {mend}.",
                        expects(facts, &format!("a list of its own, `{wanted}`,"))
                    )
                });
            }
            if !same {
                return None;
            }
            let plain = expected.is_number()
                || expected.is("bool")
                || matches!(expected, Type::Tuple(_)) && !layer::is_network(expected);
            let written = bare.as_deref().unwrap_or_default();
            let mend = if written.starts_with('&') {
                let rest = written.trim_start_matches('&').trim_start_matches("mut ");
                format!("write `{rest}`, without the `&`")
            } else if plain {
                bare.map_or("write `*` before it".to_owned(), |code| {
                    format!("write `*{code}`")
                })
            } else if Tensor::of(expected).is_some_and(|tensor| tensor.recorded()) {
                "hand over the tensor itself, without `&` and from `.into_iter()` instead of \
                 `.iter()`, because one with a tape cannot be cloned"
                    .to_owned()
            } else {
                "write `.clone()` behind it".to_owned()
            };
            Some(format!(
                "{}, and {code} is only a reference to one: {mend}.",
                expects(facts, "the value itself")
            ))
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
    (!sides.is_empty() && sides.iter().all(lent)).then(|| {
        format!(
            "{takes} takes the tensors themselves, and is given references to them: hand them over without `&` and from \
             `.into_iter()` instead of `.iter()`, because one with a tape cannot be cloned."
        )
    })
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
