//! One type expected, another found.

use super::facts::{Facts, code_at, quote, ticked};
use super::layer;
use super::operator::realize;
use super::tape;
use super::tensor::{Tensor, constant, differ};
use super::types::Type;
use super::words;

/// See the module.
pub fn explain(facts: &Facts) -> Option<String> {
    if facts.code != "E0308" {
        return None;
    }
    if facts.message.contains("have incompatible types") {
        return branches(facts);
    }
    let (expected, found) = expected_and_found(facts)?;
    nothing(facts, &expected, &found)
        .or_else(|| index(facts, &expected, &found))
        .or_else(|| reference(facts, &expected, &found))
        .or_else(|| tensors(facts, &expected, &found))
        .or_else(|| tensor_and_other(facts, &expected, &found))
        .or_else(|| described(&expected, &found))
        .or_else(|| tuples(facts, &expected, &found))
        .or_else(|| vecs(facts, &expected, &found))
        .or_else(|| numbers(facts, &expected, &found))
}

/// What was expected and what was found.
pub fn expected_and_found(facts: &Facts) -> Option<(Type, Type)> {
    let label = facts.label();
    let told = label.strip_prefix("expected ").and_then(|told| {
        let (expected, found) = told.split_once(", found ")?;
        Some((side(expected)?, side(found)?))
    });
    let noted = facts.notes.iter().find_map(|note| {
        let note = note.trim_start();
        let (expected, found) = note.strip_prefix("expected ")?.split_once("found ")?;
        let parse = |text: &str| Type::parse(ticked(text).first()?);
        Some((parse(expected)?, parse(found)?))
    });
    // The label has the whole types, unless they were too long or are only a part of the difference.
    match told {
        Some((expected, found))
            if !expected.is_shortened() && !found.is_shortened() && expected.number().is_none() =>
        {
            Some((expected, found))
        }
        _ => noted,
    }
}

fn side(text: &str) -> Option<Type> {
    match text {
        "integer" => Type::parse("{integer}"),
        "floating-point number" => Type::parse("{float}"),
        _ => Type::parse(text.strip_prefix('`')?.strip_suffix('`')?),
    }
}

/// Who expects it: "`select` takes", "The function returns".
fn expects(facts: &Facts, what: &str) -> String {
    if let Some((place, _)) = facts.labelled("arguments to this")
        && let Some(name) = quote(&code_at(place))
    {
        let name = name
            .split("::<")
            .next()
            .unwrap_or_default()
            .trim_matches('`')
            .to_owned();
        return format!("`{name}` takes {what}");
    }
    if facts.labelled("because of return type").is_some() {
        return format!("The function has to return {what}");
    }
    format!("Here {what} is expected")
}

fn it(facts: &Facts) -> String {
    facts.quoted().unwrap_or_else(|| "this".to_owned())
}

/// Nothing where something is expected, or the other way round.
fn nothing(facts: &Facts, expected: &Type, found: &Type) -> Option<String> {
    let unit = |one: &Type| matches!(one, Type::Tuple(parts) if parts.is_empty());
    if unit(found) {
        if expected.is("bool") && facts.text().contains('=') {
            return Some(
                "`=` gives a variable a new value; to compare two values write `==`.".to_owned(),
            );
        }
        let what = words::of(expected).unwrap_or_else(|| "a value".to_owned());
        if facts.noted("remove this semicolon") {
            return Some(format!(
                "The function has to return {what}, but a line that ends with `;` gives nothing back: take the `;` at the end \
                 of the last line away."
            ));
        }
        let looped = facts.noted("loops evaluate to unit type");
        let last = if looped {
            ", but it ends with a loop, which gives nothing back"
        } else {
            ", but its body gives nothing back"
        };
        let ours = looped
            || facts.label().contains("implicitly returns")
            || facts.labelled("implicitly returns").is_some()
            || facts.labelled("because of return type").is_some();
        return ours.then(|| {
            format!("The function has to return {what}{last}: write the result as the last line, without a `;`.")
        });
    }
    if unit(expected) {
        let what = it(facts);
        if facts.labelled("expressions without `else`").is_some() {
            return Some(format!(
                "An `if` without `else` gives no value, so {what} would be lost: write `return {};` to end the function with it, \
                 or add an `else`.",
                facts
                    .quoted()
                    .map_or("...".to_owned(), |code| code.trim_matches('`').to_owned())
            ));
        }
        return facts.noted("return this value").then(|| {
            format!(
                "The value of {what} goes nowhere here: write `return` before it, or `;` behind it."
            )
        });
    }
    None
}

/// `tensor[0]` and `tensor[row]`.
fn index(facts: &Facts, expected: &Type, found: &Type) -> Option<String> {
    let Type::Array(element, Some(length)) = expected else {
        return None;
    };
    let inside = facts.line().contains('[');
    if !element.is("usize") || !found.is_number() || !inside {
        return None;
    }
    Some(match length.as_str() {
        "1" => "A place in a vector is an array of one number: write two pairs of brackets, `vector[[i]]`.".to_owned(),
        "2" => "A place in a matrix is an array of two numbers: `matrix[[row, column]]`.".to_owned(),
        axes => format!("A place in this tensor is an array of {axes} numbers, one for each axis, in two pairs of brackets: `x[[...]]`."),
    })
}

/// A reference for a value, or a value for a reference.
fn reference(facts: &Facts, expected: &Type, found: &Type) -> Option<String> {
    let code = it(facts);
    let bare = facts.quoted().map(|code| code.trim_matches('`').to_owned());
    match (expected, found) {
        (Type::Reference(true, _), Type::Reference(false, _)) => {
            let mend = bare.map_or("write `&mut` instead of `&`".to_owned(), |code| {
                format!("write `&mut {}`", code.trim_start_matches('&'))
            });
            Some(format!(
                "{}, because it changes what it is given: {mend}.",
                expects(facts, "a reference that may change its target, `&mut`")
            ))
        }
        (Type::Reference(_, one), Type::Reference(_, other))
            if matches!(**one, Type::Unknown) || one == other =>
        {
            None
        }
        (Type::Reference(_, _), Type::Reference(_, _)) => None,
        (Type::Reference(mutable, to), found) => {
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
                "a reference with `&mut`, because it changes it"
            } else {
                "a reference, so that the value stays yours"
            };
            let mend = bare.map_or(format!("write `{}` before it", sign.trim_end()), |code| {
                format!("write `{sign}{code}`")
            });
            Some(format!("{}: {mend}.", expects(facts, what)))
        }
        (expected, Type::Reference(_, to)) => {
            let same =
                **to == *expected || Tensor::of(to).is_some() && Tensor::of(expected).is_some();
            if let (Type::Array(part, None), Some([element])) =
                (&**to, expected.arguments_of("Vec"))
            {
                return (**part == *element).then(|| {
                    format!("{}, and {code} is only a view of a part of one: write `.to_vec()` behind it, in parentheses.", expects(facts, &format!("a `Vec` of its own (`{}`)", words::code(expected).unwrap_or_default())))
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
                let rest = written.trim_start_matches('&');
                format!("write `{rest}`, without the `&`")
            } else if plain {
                bare.map_or("write `*` before it".to_owned(), |code| {
                    format!("write `*{code}`")
                })
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

/// Two tensors.
fn tensors(facts: &Facts, expected: &Type, found: &Type) -> Option<String> {
    let (wanted, got) = (Tensor::of(expected)?, Tensor::of(found)?);
    if let (Some(lengths), Some(others)) = (wanted.lengths(), got.lengths()) {
        let labels = got.element.is("usize")
            && !wanted.element.is("usize")
            && !matches!(wanted.element, Type::Unknown);
        if labels {
            return Some(format!(
                "{}, but {} is {}. The loss takes one row per example with a 1 at the right class; `.select(labels)` picks by labels.",
                expects(facts, &words::tensor(&wanted)),
                it(facts),
                words::tensor(&got)
            ));
        }
        let axis = (0..lengths.len().min(others.len()))
            .find(|axis| differ(&lengths[*axis], &others[*axis]));
        let sides = || {
            format!(
                "{}, but {} is {}",
                expects(facts, &words::tensor(&wanted)),
                it(facts),
                words::tensor(&got)
            )
        };
        if lengths.len() != others.len() {
            return Some(format!(
                "{}. {}",
                sides(),
                other_rank(facts, others.len(), lengths.len())
            ));
        }
        if let Some(axis) = axis {
            return Some(match (constant(&lengths[axis]), constant(&others[axis])) {
                (Some(wanted), Some(got)) => format!(
                    "{}: along `Axis<{axis}>` it has {got} numbers instead of {wanted}. Look at the layer or the shape that \
                     decides this.",
                    sides()
                ),
                (None, Some(_)) => format!(
                    "{}: the length of `Axis<{axis}>` stands in its type. {} leaves it to run time.",
                    sides(),
                    realize(lengths)
                ),
                _ => format!(
                    "{}: the length of `Axis<{axis}>` has to stand in the type. {} puts it there.",
                    sides(),
                    realize(lengths)
                ),
            });
        }
    }
    let device = |tensor: &Tensor| tensor.device.named().map(|(name, _)| name.to_owned());
    if let (Some(one), Some(other)) = (device(&wanted), device(&got))
        && one != other
    {
        let name = |device: &str| {
            if device == "Cpu" {
                "`Dev`, the processor".to_owned()
            } else {
                format!("`{device}`")
            }
        };
        return Some(format!(
            "A tensor on the device {} is expected here, but this one lives on {}: make both with the same `device()`, and write \
             `Dev` in their types.",
            name(&one),
            name(&other)
        ));
    }
    if !matches!(wanted.element, Type::Unknown)
        && wanted.element != got.element
        && wanted.element.is_number()
        && got.element.is_number()
    {
        let to = words::code(wanted.element)?;
        return Some(format!(
            "{} of `{to}`, but {} holds `{}`: `.to_dtype::<{to}>()` turns one into the other.",
            expects(facts, "a tensor"),
            it(facts),
            words::code(got.element)?
        ));
    }
    tape::differs(&wanted, &got, &facts.text())
}

fn other_rank(facts: &Facts, got: usize, wanted: usize) -> &'static str {
    let axes = facts.text().contains("Axes");
    match (got, wanted) {
        (1, 0) => "`.mean()` or `.sum()` makes one number of it.",
        (_, 0) => {
            "`.mean()` or `.sum()` makes one number of it; a type such as `let total: Scalar = ...` tells them so."
        }
        (0, 1) if axes => "Take the mean or the sum along one axis only, `Axis<0>` or `Axis<1>`.",
        (2, 1) => "`.mean::<_, Axis<0>>()` leaves one number per column, `Axis<1>` one per row.",
        (0, 1) => "One axis has to stay: take the mean or the sum along the other one only.",
        (1, 2) => {
            "`.broadcast_like::<_, Axis<0>>(&matrix)` repeats it in every row, `Axis<1>` in every column."
        }
        _ => "Look at the operation that takes axes away, or at the type that was promised.",
    }
}

/// A tensor on one side only.
fn tensor_and_other(facts: &Facts, expected: &Type, found: &Type) -> Option<String> {
    let code = facts.text();
    if let Some(wanted) = Tensor::of(expected) {
        let what = words::of(expected).unwrap_or_else(|| "a tensor".to_owned());
        if found.is_number() {
            let mend = if code.ends_with(".array()") {
                "leave `.array()` away".to_owned()
            } else if wanted.recorded() {
                "keep working with tensors, so that the tape sees what is done".to_owned()
            } else {
                format!(
                    "write `device().tensor({})`",
                    facts.quoted().map_or("number".to_owned(), |code| code
                        .trim_matches('`')
                        .to_owned())
                )
            };
            return Some(format!(
                "{}, but {} is a plain number: {mend}.",
                expects(facts, &what),
                it(facts)
            ));
        }
        if let Some([element]) = found.arguments_of("Vec") {
            let mend = if code.ends_with(".as_vec()") {
                "leave `.as_vec()` away".to_owned()
            } else if element.is("usize") && wanted.element.is("f32") {
                "the loss takes one row per example with a 1 at the right class, as `.one_hot(&device(), batch)` gives it".to_owned()
            } else {
                "make a tensor of it with `device().tensor_from_vec(numbers, shape)`".to_owned()
            };
            return Some(format!(
                "{}, but {} is a `Vec`: {mend}.",
                expects(facts, &what),
                it(facts)
            ));
        }
        return None;
    }
    let got = Tensor::of(found)?;
    if expected.is_number() {
        let number = words::code(expected).unwrap_or_default();
        let mend = match got.rank() {
            Some(0) => "`.array()` behind it gives its number".to_owned(),
            Some(_) => "take its `.mean()` or `.sum()`, and the number out of that with `.array()`".to_owned(),
            None => "say that it is a tensor, `Scalar` or `Scalar<T>`, and take the number out with `.array()` later, if at all".to_owned(),
        };
        return Some(format!(
            "{}, but {} is a tensor: {mend}.",
            expects(facts, &format!("a plain number, `{number}`")),
            it(facts)
        ));
    }
    if let Some([element]) = expected.arguments_of("Vec") {
        if element.is("f32") {
            return Some(format!(
                "{}, but {} is a tensor: `.as_vec()` behind it gives its numbers.",
                expects(facts, "a `Vec` of numbers"),
                it(facts)
            ));
        }
        if element.is("Vec") {
            return Some(format!(
                "{}, but {} is a tensor: stay with the `Vec` of rows, there is no need for a tensor.",
                expects(facts, "a `Vec` of rows, `Vec<Vec<f32>>`"),
                it(facts)
            ));
        }
    }
    if let Type::Tuple(parts) = expected
        && parts.len() > 1
        && !layer::is_network(expected)
    {
        return Some(format!(
            "{}, but {} is only one: put them in parentheses, `(first, second)`.",
            expects(facts, &format!("{} values", parts.len())),
            it(facts)
        ));
    }
    None
}

/// The description of a network where the network itself is meant.
fn described(expected: &Type, found: &Type) -> Option<String> {
    if !layer::is_network(expected) || !layer::is_network(found) {
        return None;
    }
    let weights = |network: &Type| format!("{network:?}").contains("\"f32\"");
    (!weights(expected) && weights(found)).then(|| {
        "A type like `Network` only describes the layers. The type of the network itself, which `build_module` makes of it, is \
         `Built<Network>`."
            .to_owned()
    })
}

/// Tuples, and the brackets for them.
fn tuples(facts: &Facts, expected: &Type, found: &Type) -> Option<String> {
    let Type::Tuple(wanted) = expected else {
        // The network for what stands elsewhere in a tuple.
        return (expected.is_number() && layer::is_network(found)).then(|| {
            format!(
                "{}, but {} is the network: look at the order of the two.",
                expects(
                    facts,
                    &format!("a number, `{}`", words::code(expected).unwrap_or_default())
                ),
                it(facts)
            )
        });
    };
    if layer::is_network(expected) {
        return found.is_number().then(|| {
            format!(
                "{}, but {} is a number: look at the order of the two.",
                expects(facts, "the network"),
                it(facts)
            )
        });
    }
    let shape = wanted.iter().all(|length| length.is("usize"));
    match found {
        Type::Array(_, Some(_)) if shape => Some(format!(
            "A shape is a tuple: write it in parentheses, `{}`, instead of brackets.",
            words::shape(wanted).replace("batch", "rows")
        )),
        Type::Tuple(got)
            if shape
                && got.iter().all(|length| length.is("usize"))
                && got.len() != wanted.len() =>
        {
            Some(format!(
                "A shape with {} is wanted, `{}`, but {} has {}.",
                lengths(wanted.len()),
                words::shape(wanted).replace("batch", "rows"),
                it(facts),
                got.len()
            ))
        }
        found if layer::is_network(found) && wanted.iter().any(layer::is_network) => Some(format!(
            "The function has to return {} values in parentheses, but {} is only the network.",
            wanted.len(),
            it(facts)
        )),
        Type::Tuple(got) if got.len() != wanted.len() => Some(format!(
            "{}, but there are {}{}.",
            expects(facts, &format!("{} values in parentheses", wanted.len())),
            got.len(),
            words::code(expected).map_or(String::new(), |code| format!(
                ": what is wanted is `{code}`"
            )),
        )),
        _ => None,
    }
}

fn lengths(number: usize) -> String {
    match number {
        1 => "one length".to_owned(),
        number => format!("{number} lengths"),
    }
}

/// Lists.
fn vecs(facts: &Facts, expected: &Type, found: &Type) -> Option<String> {
    if let Some([wanted]) = expected.arguments_of("Vec") {
        if found
            .arguments_of("Vec")
            .and_then(<[Type]>::first)
            .is_some_and(|inner| inner.arguments_of("Vec") == Some(&[wanted.clone()][..]))
        {
            return Some(format!(
                "{}, but {} is a list of lists: `.concat()` behind it puts them one after the other.",
                expects(facts, &format!("one list, `{}`", words::code(expected)?)),
                it(facts)
            ));
        }
        let lazy = [
            "Map",
            "Filter",
            "Zip",
            "Enumerate",
            "FlatMap",
            "FilterMap",
            "Rev",
            "Take",
            "Skip",
            "Chain",
            "Cloned",
            "Copied",
            "Flatten",
            "IntoIter",
            "Iter",
        ];
        if found.named().is_some_and(|(name, _)| lazy.contains(&name)) {
            return Some(format!(
                "{}, but an iterator only promises its elements: write `.collect()` at the end.",
                expects(facts, "a `Vec`")
            ));
        }
    }
    let list = found.behind_references().arguments_of("Vec").is_some();
    if expected.is_number() && list {
        return Some(format!(
            "{}, but {} is a whole `Vec` of them: pick one with an index in brackets.",
            expects(facts, "one number"),
            it(facts)
        ));
    }
    for (name, mend) in [
        (
            "Option",
            "`.unwrap()` behind it takes the value out, and ends the program where there is none",
        ),
        (
            "Result",
            "`.unwrap()` behind it takes the value out, and ends the program where there is an error",
        ),
    ] {
        if let Some(arguments) = found.arguments_of(name)
            && arguments.first() == Some(expected)
        {
            return Some(format!(
                "{} is a `{name}`, which may hold a value or not: {mend}.",
                facts.quoted().unwrap_or_else(|| "This".to_owned())
            ));
        }
    }
    None
}

/// Numbers of two kinds.
fn numbers(facts: &Facts, expected: &Type, found: &Type) -> Option<String> {
    if !expected.is_number() || !found.is_number() {
        return None;
    }
    let (wanted, got) = (expected.named()?.0, found.named()?.0);
    let code = it(facts);
    let simple = facts
        .text()
        .chars()
        .all(|letter| letter.is_alphanumeric() || "_.*()[]".contains(letter));
    let bare = facts
        .quoted()
        .filter(|_| simple)
        .map(|code| code.trim_matches('`').to_owned());
    if got == "{integer}" {
        return expected.is_float().then(|| {
            format!(
                "{}, but {code} is a whole number: write it with a point, as in `1.0`.",
                expects(facts, &format!("a number with a point, `{wanted}`"))
            )
        });
    }
    let kind = |name: &str| match name {
        "{float}" => "a number with a point".to_owned(),
        name if name.starts_with('i') || name.starts_with('f') => format!("an `{name}`"),
        name => format!("a `{name}`"),
    };
    let wanted_words = kind(wanted);
    if wanted.starts_with('{') {
        return None;
    }
    // A cast of the wrong kind, written by hand.
    if let Some((_, to)) = facts.text().rsplit_once(" as ")
        && to == got
    {
        return Some(format!(
            "{}, but {code} is {}: leave `as {got}` away, or write `as {wanted}`.",
            expects(facts, &wanted_words),
            kind(got)
        ));
    }
    if facts.labelled("expected because this is").is_some()
        && found.is_float() != expected.is_float()
        || facts.labelled("expected because this is").is_some()
    {
        let mend = bare.map_or(
            format!("write `as {wanted}` behind it, in parentheses"),
            |code| format!("write `{code} as {wanted}`, or make the other side a `{got}`"),
        );
        return Some(format!(
            "Only equal kinds of numbers go together: {code} is {}, the other side {wanted_words}. To mend it, {mend}.",
            kind(got)
        ));
    }
    let rounds = if expected.is_whole() && found.is_float() {
        ", which rounds down"
    } else {
        ""
    };
    let mend = if rounds.is_empty() && expected.is_float() && facts.text().contains('/') {
        format!("write `as {wanted}` behind both sides of `/` (whole numbers would be rounded)")
    } else {
        bare.map_or(
            format!("write `as {wanted}` behind it, in parentheses{rounds}"),
            |code| format!("write `{code} as {wanted}`{rounds}"),
        )
    };
    Some(format!(
        "{}, but {code} is {}: {mend}.",
        expects(facts, &wanted_words),
        kind(got)
    ))
}

/// The branches of an `if` or a `match`.
fn branches(facts: &Facts) -> Option<String> {
    let (expected, found) = expected_and_found(facts)?;
    let kinds = format!("{} and {}", words::of(&expected)?, words::of(&found)?);
    let mend = if expected.is_number() && found.is_number() {
        "Write both as the same kind, as in `0.0` and `1.0`"
    } else {
        "Both have to give the same kind of value"
    };
    Some(format!(
        "The branches give different kinds of values, {kinds}. {mend}."
    ))
}
