//! Types that lack what a place asks of them: a shape that is none, a number in a loop, an index that is none.

use super::facts::{Facts, ticked};
use super::naming;
use super::tensor::Tensor;
use super::types::Type;

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
        return Some(
            "`?` hands an error on to whoever called, and this function returns no `Result`: write `.unwrap()` instead, which ends the \
             program with the error."
                .to_owned(),
        );
    }
    if message.contains("doesn't implement `Display`")
        || message.contains("doesn't implement `std::fmt::Display`")
    {
        return Some("`{}` prints only numbers and text; `{:?}` prints this as well.".to_owned());
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
            let mend = match facts.labelled("required by a bound introduced").map(|(place, _)| super::facts::code_at(place)) {
                Some(name) if name == "tensor" => "write `tensor_from_vec(numbers, (rows, columns))`",
                Some(name) if name.starts_with("broadcast") => "write `.broadcast_like::<_, Axis<0>>(&matrix)`, which takes the shape from the matrix",
                _ => match facts.text().as_str() {
                    "zeros" => "write `device().zeros_like(&(n,))`, with the lengths",
                    "ones" => "write `device().ones_like(&(n,))`, with the lengths",
                    _ => "use the operation that is told the shape, such as `tensor_from_vec`, `zeros_like` or `broadcast_like`",
                },
            };
            format!("This operation needs every length in the type, `Const<...>`, and here one is known at run time only, `usize`: {mend}.")
        }),
        "Ord" | "Eq" if by.is_float() => Some(
            "Numbers with a point have no complete order, because of NaN: use `max_by(|a, b| a.total_cmp(b))`, and for sorting \
             `sort_by(f32::total_cmp)`."
                .to_owned(),
        ),
        "Sum" => summed(by, arguments.first()),
        "Extend" => {
            let got = arguments.first()?;
            Some(format!(
                "The parts stand in another order than the types promise: `{}` arrives where the type says `{}`.",
                naming::code(got)?,
                naming::code(by.arguments_of("Vec")?.first()?)?
            ))
        }
        "Handler" => Some(
            "`main` hands this function to the check, and its arguments or its result are not those of the exercise: give it back the \
             signature that it had."
                .to_owned(),
        ),
        _ => None,
    }
}

/// What is added up is not of the kind that the sum is to be.
fn summed(by: &Type, element: Option<&Type>) -> Option<String> {
    let start = format!("`sum` cannot add these up to {}", naming::of(by)?);
    let number = by.named().filter(|_| by.is_number());
    Some(match (element.map(Type::behind_references), number) {
        (Some(found), Some((wanted, _))) if found.is_number() => {
            let x = match element {
                Some(Type::Reference(_, _)) => "*x",
                _ => "x",
            };
            format!(
                "{start}: turn each into such a number first, as in `.map(|x| {x} as {wanted})`."
            )
        }
        (Some(Type::Tuple(parts)), Some(_)) if parts.first() == Some(by) => {
            format!(
                "{start}: each is a tuple, so take a number out of it first, as in `.map(|x| x.0)`."
            )
        }
        _ => format!("{start}: turn each into such a number first, with `.map`."),
    })
}

/// What is given as a shape is none.
fn shape(facts: &Facts, by: &Type) -> Option<String> {
    let code = facts.text();
    let simple = !code.is_empty() && code.len() <= 40 && !code.starts_with(['+', '-', '*', '/']);
    match by {
        Type::Reference(_, to) if matches!(**to, Type::Tuple(_)) => Some(match simple {
            true => format!("A shape is wanted, and `{code}` is a reference to one: write `*{code}`."),
            false => "A shape is wanted, and this is a reference to one: write `*` before it.".to_owned(),
        }),
        by if by.is("usize") || by.is("{integer}") => Some(match simple {
            true => format!("A shape is a tuple, even with one length: write `({code},)`, with the comma."),
            false => "A shape is a tuple, even with one length: `(n,)`, with the comma.".to_owned(),
        }),
        by if by.is("Axis") => Some(
            "The axis is the second thing in `<...>`, and the shape the first: write `::<_, Axis<0>>`, where Rust works `_` out.".to_owned(),
        ),
        by if by.is("Vec") => Some("A shape is a tuple, such as `(rows, columns)`, and not a `Vec`.".to_owned()),
        _ => None,
    }
}

fn iterator(facts: &Facts) -> Option<String> {
    let found = Type::parse(ticked(&facts.message).first()?)?;
    let code = facts.quoted().unwrap_or_else(|| "it".to_owned());
    if found.is_whole() {
        let range = code.trim_matches('`');
        return Some(match code.as_str() {
            "it" => "A number is no range: `0..n` counts from 0 to `n - 1`.".to_owned(),
            _ => format!(
                "{code} is one number; to count up to it write `0..{range}`, and `1..={range}` to begin with 1 and include it."
            ),
        });
    }
    Tensor::of(found.behind_references()).map(|_| {
        format!("A tensor cannot be gone through with `for`: write `{}.as_vec()`, which has its numbers row by row.", if code == "it" { "tensor" } else { code.trim_matches('`') })
    })
}

fn index(facts: &Facts) -> Option<String> {
    let quoted = ticked(&facts.message);
    let by = Type::parse(quoted.get(1)?)?;
    match by.behind_references() {
        Type::Tuple(_) | Type::Array(_, _) => Some(
            "A list of lists takes one pair of brackets for each index: `image[row][column]`."
                .to_owned(),
        ),
        whole if whole.is("usize") => matches!(by, Type::Reference(_, _)).then(|| {
            "This index is only a reference to a place: write `*` before it, as in `numbers[*i]`."
                .to_owned()
        }),
        by if by.is_number() => Some(format!(
            "Places in a list are counted in `usize`, and this index is {}: write `as usize` behind it, in parentheses, or count in \
             `usize` from the start.",
            match by.named()?.0 {
                "{integer}" | "{float}" => "another number".to_owned(),
                name if name.starts_with(['i', 'f']) => format!("an `{name}`"),
                name => format!("a `{name}`"),
            }
        )),
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
        return Some(
            "`collect` makes no tensors: collect the numbers into a `Vec<f32>` first, then \
             `device().tensor_from_vec(numbers, shape)`."
                .to_owned(),
        );
    }
    let [inner] = wanted.arguments_of("Vec")? else {
        return None;
    };
    if element.arguments_of("Option") == Some(&[inner.clone()][..]) {
        return Some(format!(
            "The elements are `Option`s, which may be `None`, and the `Vec` holds {}: `.flatten()` before `collect` keeps those that \
             are there.",
            naming::of(inner)?
        ));
    }
    let reference = matches!(&element, Type::Reference(_, to) if **to == *inner);
    if reference {
        return Some("The elements are references: write `.cloned()` before `collect`, or `.into_iter()` instead of `.iter()`.".to_owned());
    }
    Some(format!(
        "The `Vec` is to hold {}, but each element that arrives is {}.",
        naming::of(inner)?,
        naming::of(&element)?
    ))
}
