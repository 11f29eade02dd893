//! Types that lack what a place asks of them: a shape that is none, a number in a loop, an index that is none.

use super::facts::{Facts, after, ticked};
use super::naming;
use super::paragraph::paragraph;
use super::tensor::Tensor;
use super::types::Type;
use crate::runner::words::compiler::bound as words;

/// See the module.
pub fn explain(facts: &Facts) -> Option<String> {
    if facts.code != "E0277" {
        return None;
    }
    let message = facts.message.as_str();
    // The library's own words for what is no `Handler`.
    if message.starts_with("a check cannot call this function") {
        return Some(words::signature().to_owned());
    }
    if message.ends_with("is not an iterator") {
        return iterator(facts);
    }
    if message.contains("cannot be indexed by") {
        return index(facts);
    }
    if message.contains("cannot be built from an iterator") {
        return collected(facts);
    }
    if message.starts_with("the `?` operator ") || message.starts_with("`?` couldn't convert") {
        return question_mark(facts)
            .map(str::to_owned)
            .or_else(|| other_error(facts));
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

/// `?` where it cannot hand on what it finds.
fn question_mark(facts: &Facts) -> Option<&'static str> {
    let message = facts.message.as_str();
    if message.starts_with("the `?` operator can only be applied to values that implement") {
        return Some(words::question_mark_of_value());
    }
    if message.starts_with("the `?` operator can only be used on `Option`s, not `Result`s") {
        return Some(words::result_for_option());
    }
    if message.starts_with("the `?` operator can only be used on `Result`s, not `Option`s") {
        return Some(words::option_for_result());
    }
    message
        .contains("that returns `Result` or `Option`")
        .then(words::question_mark)
}

/// `?` that hands on an error of another kind: "`?` couldn't convert the error to `String`".
fn other_error(facts: &Facts) -> Option<String> {
    let wanted = facts.message.strip_prefix("`?` couldn't convert")?;
    let wanted = Type::parse(ticked(wanted).first()?)?;
    // "the trait `From<ParseFloatError>` is not implemented for `String`".
    let from = Type::parse(ticked(facts.label()).first()?)?;
    let found = naming::code(from.arguments_of("From")?.first()?)?;
    Some(match wanted.is("String") {
        true => words::error_for_text(found),
        false => words::other_error(found, naming::code(&wanted)?),
    })
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
        "Ord" if by.is_float() => Some(no_order(facts).to_owned()),
        "Eq" | "Hash" if by.is_float() => Some(words::no_key().to_owned()),
        "Sum" => summed(by, arguments.first()),
        "Extend" => {
            let (got, wanted) = (arguments.first()?, by.arguments_of("Vec")?.first()?);
            let (found, holds) = (naming::code(got)?, naming::code(wanted)?);
            let lent = matches!(got, Type::Reference(_, to) if **to == *wanted);
            let unzipped = facts.line().contains("unzip") || facts.text().contains("unzip");
            Some(match (lent, unzipped) {
                (true, _) => words::references_put_in(found, holds),
                (false, true) if wanted.is("Vec") && is_part(got) => {
                    words::parts_put_in(found, holds)
                }
                (false, _)
                    if got
                        .arguments_of("Option")
                        .is_some_and(|it| it[0].behind_references() == wanted) =>
                {
                    words::options_put_in(found, holds)
                }
                (false, true) => words::other_order(found, holds),
                (false, false) => words::extended_by_others(found, holds),
            })
        }
        "Dim" | "ReduceShapeTo" if holds_shapes(by) => Some(words::shape_of_shapes().to_owned()),
        "Dim" if by.is_float() => Some(words::length_with_point().to_owned()),
        "From" if Tensor::of(by).is_some() => arguments
            .first()?
            .arguments_of("Vec")
            .map(|_| words::tensor_from_list().to_owned()),
        "SampleRange" if by.is_number() => Some(words::random_range().to_owned()),
        "From"
            if by
                .arguments_of("Option")
                .is_some_and(|inner| inner[0].is_whole()) =>
        {
            arguments
                .first()?
                .is_float()
                .then(|| words::whole_wanted().to_owned())
        }
        _ => None,
    }
}

/// Numbers with a point where an order of all of them is needed.
fn no_order(facts: &Facts) -> &'static str {
    let code = facts.text();
    match code.rsplit("::").next().unwrap_or_default() {
        "max" | "min" if code.contains("cmp::") => words::larger_of_two(),
        "binary_search" => words::searched(),
        "min" | "min_by_key" => words::no_order_for_lowest(),
        _ => words::no_order(),
    }
}

/// Whether a length is a whole shape, or one of several is: `(x.shape(), y.shape())`.
fn holds_shapes(by: &Type) -> bool {
    let is_shape = |one: &Type| match one.behind_references() {
        Type::Tuple(lengths) => !lengths.is_empty() && lengths.iter().all(|it| it.is("usize")),
        _ => false,
    };
    match by {
        Type::Tuple(parts) if parts.iter().any(is_shape) => true,
        Type::Reference(_, _) => is_shape(by),
        _ => false,
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
        Type::Reference(_, to) if matches!(**to, Type::Tuple(_)) => {
            if let Some((variable, tensor)) = shape_kept(facts) {
                return Some(words::shape_kept_by_reference(variable, tensor));
            }
            // Before a sign nothing is to be written: the shape stands elsewhere.
            simple.then(|| words::shape_by_reference(code))
        }
        by if by.is("usize") || by.is("{integer}") => Some(match simple {
            true => words::shape_of_one(code),
            false => words::shape_of_one_long().to_owned(),
        }),
        by if by.is("Axis") => {
            let axis = by.named()?.1.first().and_then(Type::number)?;
            Some(words::axis_for_shape(axis))
        }
        by if by.is("Vec") => Some(words::vec_for_shape().to_owned()),
        by if Tensor::of(by).is_some() => Some(words::tensor_for_shape().to_owned()),
        _ => None,
    }
}

/// `shape` and `x`, where the line of the error has a `shape` whose last `let` before it is `let shape = x.shape();`.
fn shape_kept<'a>(facts: &Facts<'a>) -> Option<(&'a str, &'a str)> {
    let line = facts.code_line();
    let is_name = |name: &str| {
        let part = |letter: char| letter.is_alphanumeric() || letter == '_';
        !name.is_empty() && name.chars().all(part)
    };
    let before = facts
        .code_lines()
        .take(facts.primary()?.line_start.saturating_sub(1));
    let made = before.filter_map(|written| written.strip_prefix("let ")?.split_once(" = "));
    let used = made.filter(|(variable, _)| {
        line.contains(&format!("(&{variable})")) || line.contains(&format!("({variable})"))
    });
    let (variable, value) = used.last()?;
    let tensor = value.strip_suffix(".shape();")?;
    (is_name(variable) && is_name(tensor)).then_some((variable, tensor))
}

fn iterator(facts: &Facts) -> Option<String> {
    let found = Type::parse(ticked(&facts.message).first()?)?;
    let quoted = facts.quoted();
    let code = quoted.as_deref().map(|code| code.trim_matches('`'));
    if found.behind_references().is_number() && facts.line().contains(".extend(") {
        return Some(words::extended_by_one().to_owned());
    }
    if found.is_whole() {
        return Some(match code {
            Some(code) => words::number_for_range(code),
            None => words::long_number_for_range().to_owned(),
        });
    }
    if matches!(found, Type::Array(_, None)) {
        return Some(match code {
            Some(code) => words::slice_in_loop(code),
            None => words::long_slice_in_loop().to_owned(),
        });
    }
    if found
        .arguments_of("Range")
        .is_some_and(|ends| ends.first().is_some_and(Type::is_float))
    {
        return Some(words::range_of_floats().to_owned());
    }
    if let Type::Tuple(parts) = &found
        && parts.first().is_some_and(|part| part.is("Range"))
    {
        return Some(words::range_with_step().to_owned());
    }
    Tensor::of(found.behind_references())?;
    let behind = after(facts.primary()?);
    Some(match code.map(|code| (zipped(code, &behind), code)) {
        Some((Some(tensor), _)) => words::tensor_in_zip(tensor),
        Some((None, code)) if !code.contains(".zip(") && code != "zip" => {
            words::tensor_in_loop(code)
        }
        _ => words::tensor_in_loop("tensor"),
    })
}

/// What is zipped with, where it is a variable: rustc points at `zip`, with `(tensor)` behind it, or at the whole of
/// `list.iter().zip(tensor)`.
fn zipped<'a>(code: &'a str, behind: &'a str) -> Option<&'a str> {
    let argument = match code.split_once(".zip(") {
        Some((_, rest)) => rest.strip_suffix(')')?,
        None if code == "zip" => behind.strip_prefix('(')?.split_once(')')?.0,
        None => return None,
    };
    let is_part = |letter: char| letter.is_alphanumeric() || letter == '_';
    (!argument.is_empty() && argument.chars().all(is_part)).then_some(argument)
}

/// What `a..b`, `..b` and their like are.
const RANGES: [&str; 5] = [
    "Range",
    "RangeFrom",
    "RangeInclusive",
    "RangeTo",
    "RangeToInclusive",
];

fn index(facts: &Facts) -> Option<String> {
    let quoted = ticked(&facts.message);
    let by = Type::parse(quoted.get(1)?)?;
    match by.behind_references() {
        Type::Tuple(_) | Type::Array(_, _) => Some(words::two_indices().to_owned()),
        whole if whole.is("usize") => {
            matches!(by, Type::Reference(_, _)).then(|| words::index_by_reference().to_owned())
        }
        by if RANGES.iter().any(|range| by.is(range)) => {
            let (_, ends) = by.named()?;
            let is_lent = |end: &Type| match end {
                Type::Reference(_, to) => to.is("usize"),
                _ => false,
            };
            if ends.iter().any(is_lent) {
                return Some(words::range_by_reference().to_owned());
            }
            let other = ends
                .iter()
                .find(|end| end.is_number() && !end.is("usize"))?;
            match other.named()?.0 {
                "{integer}" | "{float}" => None,
                name => Some(words::range_kind(naming::kind(name))),
            }
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
    // A closure is in the type of an iterator, which is therefore not read.
    let lazy = [
        "Map<",
        "Filter<",
        "FilterMap<",
        "Zip<",
        "Rev<",
        "Take<",
        "Skip<",
    ];
    let nested = quoted
        .get(1)
        .is_some_and(|element| lazy.iter().any(|kind| element.starts_with(kind)));
    if nested
        && quoted
            .first()
            .is_some_and(|wanted| wanted.starts_with("Vec<Vec<"))
    {
        return Some(words::collect_inside().to_owned());
    }
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
    let nothing = matches!(&element, Type::Tuple(parts) if parts.is_empty());
    if nothing && facts.noted("consider removing this semicolon") {
        return Some(words::collect_nothing().to_owned());
    }
    if element.arguments_of("Option") == Some(&[inner.clone()][..]) {
        return Some(words::collect_options(naming::of(inner)?));
    }
    let reference = matches!(&element, Type::Reference(_, to) if **to == *inner);
    if reference {
        return Some(words::collect_references().to_owned());
    }
    let is_part_of_such = match &element {
        Type::Reference(_, to) => match (&**to, inner.arguments_of("Vec")) {
            (Type::Array(held, None), Some([wanted])) => **held == *wanted,
            _ => false,
        },
        _ => false,
    };
    if is_part_of_such {
        return Some(words::collect_parts().to_owned());
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

/// A part of a list, `&[T]`.
fn is_part(found: &Type) -> bool {
    matches!(found, Type::Reference(_, to) if matches!(**to, Type::Array(..)))
}
