//! Types that lack what a place asks of them: a shape that is none, a number in a loop, an index that is none.

use super::facts::{Facts, ticked};
use super::naming;
use super::paragraph;
use super::tensor::Tensor;
use super::types::Type;
use crate::runner::words::compiler::bound as words;

/// See the module.
pub fn explain(facts: &Facts) -> Option<String> {
    if facts.code != "E0277" {
        return None;
    }
    let message = facts.message.as_str();
    if message.ends_with("is not an iterator") {
        return iterator(facts);
    }
    if message.contains("cannot be indexed by") {
        return index(facts);
    }
    if message.contains("cannot be built from an iterator") {
        return collected(facts);
    }
    if message.starts_with("the `?` operator can only be used") {
        return Some(words::question_mark().to_owned());
    }
    if message.contains("doesn't implement `Display`")
        || message.contains("doesn't implement `std::fmt::Display`")
    {
        return Some(words::display().to_owned());
    }
    facts
        .bounds()
        .iter()
        .find_map(|(by, wanted)| bound(facts, by, wanted))
}

fn bound(facts: &Facts, by: &Type, wanted: &Type) -> Option<String> {
    let (wanted, arguments) = wanted.named()?;
    match wanted {
        "Shape" | "HasShape" => shape(facts, by),
        "ConstDim" | "ConstShape" => by.is("usize").then(|| {
            let introduced = facts.labelled("required by a bound introduced");
            let introduced = introduced.map(|(place, _)| super::facts::code_at(place));
            let mend = match introduced {
                Some(name) if name == "tensor" => words::length_of_tensor(),
                Some(name) if name.starts_with("broadcast") => words::length_of_broadcast(),
                _ => match facts.text().as_str() {
                    "zeros" => words::length_of_zeros(),
                    "ones" => words::length_of_ones(),
                    _ => words::length_of_others(),
                },
            };
            paragraph(words::length_at_run_time(), mend)
        }),
        "Ord" | "Eq" if by.is_float() => Some(words::no_order().to_owned()),
        "Sum" => summed(by, arguments.first()),
        "Extend" => {
            let got = arguments.first()?;
            Some(words::other_order(
                naming::code(got)?,
                naming::code(by.arguments_of("Vec")?.first()?)?,
            ))
        }
        "Handler" => Some(words::signature().to_owned()),
        _ => None,
    }
}

/// What is added up is not of the kind that the sum is to be.
fn summed(by: &Type, element: Option<&Type>) -> Option<String> {
    let start = words::not_added(naming::of(by)?);
    let number = by.named().filter(|_| by.is_number());
    let mend = match (element.map(Type::behind_references), number) {
        (Some(found), Some((wanted, _))) if found.is_number() => {
            let x = match element {
                Some(Type::Reference(_, _)) => "*x",
                _ => "x",
            };
            words::sum_cast(format!("|x| {x} as {wanted}"))
        }
        (Some(Type::Tuple(parts)), Some(_)) if parts.first() == Some(by) => {
            words::sum_of_tuples().to_owned()
        }
        _ => words::sum_of_others().to_owned(),
    };
    Some(paragraph(start, mend))
}

/// What is given as a shape is none.
fn shape(facts: &Facts, by: &Type) -> Option<String> {
    let code = facts.text();
    let simple = !code.is_empty() && code.len() <= 40 && !code.starts_with(['+', '-', '*', '/']);
    match by {
        Type::Reference(_, to) if matches!(**to, Type::Tuple(_)) => Some(match simple {
            true => words::shape_by_reference(code),
            false => words::shape_by_long_reference().to_owned(),
        }),
        by if by.is("usize") || by.is("{integer}") => Some(match simple {
            true => words::shape_of_one(code),
            false => words::shape_of_one_long().to_owned(),
        }),
        by if by.is("Axis") => Some(words::axis_for_shape().to_owned()),
        by if by.is("Vec") => Some(words::vec_for_shape().to_owned()),
        _ => None,
    }
}

fn iterator(facts: &Facts) -> Option<String> {
    let found = Type::parse(ticked(&facts.message).first()?)?;
    let quoted = facts.quoted();
    let code = quoted.as_deref().map(|code| code.trim_matches('`'));
    if found.is_whole() {
        return Some(match code {
            Some(code) => words::number_for_range(code),
            None => words::long_number_for_range().to_owned(),
        });
    }
    Tensor::of(found.behind_references()).map(|_| words::tensor_in_loop(code.unwrap_or("tensor")))
}

fn index(facts: &Facts) -> Option<String> {
    let quoted = ticked(&facts.message);
    let by = Type::parse(quoted.get(1)?)?;
    match by.behind_references() {
        Type::Tuple(_) | Type::Array(_, _) => Some(words::two_indices().to_owned()),
        whole if whole.is("usize") => {
            matches!(by, Type::Reference(_, _)).then(|| words::index_by_reference().to_owned())
        }
        by if by.is_number() => Some(words::index_kind(match by.named()?.0 {
            "{integer}" | "{float}" => words::another_number().to_owned(),
            name => naming::kind(name),
        })),
        _ => None,
    }
}

fn collected(facts: &Facts) -> Option<String> {
    let quoted = ticked(&facts.message);
    let (Some(wanted), Some(element)) = (
        quoted.first().and_then(|found| Type::parse(found)),
        quoted.get(1).and_then(|found| Type::parse(found)),
    ) else {
        return None;
    };
    if Tensor::of(&wanted).is_some() {
        return Some(words::collect_tensor().to_owned());
    }
    let [inner] = wanted.arguments_of("Vec")? else {
        return None;
    };
    if element.arguments_of("Option") == Some(&[inner.clone()][..]) {
        return Some(words::collect_options(naming::of(inner)?));
    }
    let reference = matches!(&element, Type::Reference(_, to) if **to == *inner);
    if reference {
        return Some(words::collect_references().to_owned());
    }
    let lent_option = match (inner.arguments_of("Option"), element.arguments_of("Option")) {
        (Some([kept]), Some([Type::Reference(_, lent)])) => **lent == *kept,
        _ => false,
    };
    if lent_option {
        return Some(words::collect_lent_options().to_owned());
    }
    Some(words::collect_others(
        naming::of(inner)?,
        naming::of(&element)?,
    ))
}
