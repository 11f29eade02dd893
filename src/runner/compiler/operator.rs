//! `+`, `-`, `*`, `/`, comparisons and their like between things that do not go together.

mod metered;
mod tensors;

use super::facts::{Facts, name_at, ticked};
use super::optional;
use super::tensor::Tensor;
use super::types::Type;
use crate::runner::words::compiler::operator as words;
use tensors::{before_tensor, on_tensor, tensors};

pub use tensors::realize;

/// An operation that was tried.
struct Tried {
    operator: String,
    left: Type,
    right: Type,
}

/// See the module.
pub fn explain(facts: &Facts) -> Option<String> {
    match facts.code {
        "E0368" => return assigned(facts),
        "E0277" | "E0369" => {}
        _ => return None,
    }
    let tried = tried(facts)?;
    let (left, right) = (&tried.left, &tried.right);
    let operator = tried.operator.as_str();
    let number = |side: &Type| side.is_number() || matches!(side, Type::Unknown);
    // `re ^ 2 + im ^ 2`: the sign of which rustc speaks stands between two of them.
    if number(left)
        && number(right)
        && facts.code_line().contains('^')
        && (left.is_float() || right.is_float())
    {
        return Some(words::power_of_number().to_owned());
    }
    if let Some(said) = optional::operation(operator, left, right) {
        return Some(said);
    }
    if let Some(said) = metered::with_number(operator, left, right) {
        return Some(said);
    }
    match (Tensor::of(left), Tensor::of(right)) {
        (Some(one), Some(other)) => tensors(operator, &one, &other),
        // What comes out of a call that is wrong itself.
        (Some(tensor), None) | (None, Some(tensor))
            if matches!(tensor.shape, Type::Unknown)
                && tensor
                    .tape
                    .is_some_and(|tape| matches!(tape, Type::Unknown)) =>
        {
            None
        }
        (Some(tensor), None) => on_tensor(operator, &tensor, right),
        (None, Some(tensor)) => before_tensor(operator, left, &tensor),
        (None, None) if left.is_number() && right.is_number() => {
            numbers(operator, left, right, facts.float())
        }
        // `total += x` of a reference: rustc follows it where the kinds agree.
        (None, None) if left.is("{integer}") && is_lent_float(right) => {
            numbers(operator, left, right.behind_references(), facts.float())
        }
        (None, None) if ["+", "+="].contains(&operator) && left.is_number() && right.is("bool") => {
            let kind = match left.named().map(|(name, _)| name) {
                Some("{integer}") | None => "usize",
                Some("{float}") => facts.float(),
                Some(known) => known,
            };
            Some(words::condition_added(kind))
        }
        (None, None) if operator == "+" && is_list(left) && is_list(right) => {
            Some(words::lists_joined().to_owned())
        }
        (None, None) if operator == "+" && is_iterator(left) && is_iterator(right) => {
            Some(words::iterators_joined().to_owned())
        }
        (None, None) if operator == "*" && repeated(left, right).is_some() => {
            repeated(left, right).map(str::to_owned)
        }
        (None, None) if lent(left) && lent(right) => Some(words::references(operator)),
        (None, None) => references(facts, left, right)
            .or_else(|| with_vec(operator, left))
            .or_else(|| with_vec(operator, right)),
    }
}

fn tried(facts: &Facts) -> Option<Tried> {
    let operator = facts.text();
    let known = |operator: &str| {
        let signs = "+-*/%^&|<>=!";
        !operator.is_empty() && operator.chars().all(|sign| signs.contains(sign))
    };
    if facts.code == "E0277" {
        let found = facts.bounds().into_iter().find_map(|(by, wanted)| {
            let (name, arguments) = wanted.named()?;
            let sign = sign(name)?;
            let [right] = arguments else { return None };
            Some((by, right.clone(), sign))
        });
        if let Some((left, right, sign)) = found {
            let operator = if known(&operator) {
                operator
            } else {
                sign.to_owned()
            };
            // `Add` is also what a sum in another place asks for; there is no sign there to speak of.
            return facts.text().starts_with(sign).then_some(Tried {
                operator,
                left,
                right,
            });
        }
    }
    if !known(&operator) {
        return None;
    }
    let message = &facts.message;
    let quoted: Vec<Type> = ticked(message)
        .into_iter()
        .filter_map(Type::parse)
        .collect();
    let told = message.starts_with("cannot ") || message.starts_with("can't compare ");
    if let ([first, second], true) = (&quoted[..], told) {
        let turned = message.contains("` to `") || message.contains("` from `");
        let (left, right) = if turned {
            (second, first)
        } else {
            (first, second)
        };
        return Some(Tried {
            operator,
            left: left.clone(),
            right: right.clone(),
        });
    }
    // Under the two sides stand their types.
    let sides = facts.sides();
    let [left, right] = &sides[..] else {
        return None;
    };
    Some(Tried {
        operator,
        left: left.clone(),
        right: right.clone(),
    })
}

fn sign(name: &str) -> Option<&'static str> {
    Some(match name {
        "TryAdd" | "Add" => "+",
        "TrySub" | "Sub" => "-",
        "TryMul" | "Mul" => "*",
        "TryDiv" | "Div" => "/",
        _ => return None,
    })
}

/// Two plain numbers of different types. A literal with a point is of the kind `float`.
fn numbers(operator: &str, left: &Type, right: &Type, float: &str) -> Option<String> {
    let name = |found: &Type| found.named().map(|(name, _)| name.to_owned());
    let (one, other) = (name(left)?, name(right)?);
    if one == other {
        return None;
    }
    Some(match (one.as_str(), other.as_str()) {
        ("{integer}", floating) | (floating, "{integer}")
            if ["f32", "f64", "{float}"].contains(&floating) =>
        {
            let kind = match floating {
                "{float}" => float,
                known => known,
            };
            if operator.ends_with('=') && one == "{integer}" {
                return Some(words::began_whole(kind));
            }
            let side = match one == "{integer}" {
                true => words::left(),
                false => words::right(),
            };
            words::literal_without_point(side, kind)
        }
        (whole, floating) | (floating, whole)
            if ["f32", "f64", "{float}"].contains(&floating)
                && !["f32", "f64", "{float}"].contains(&whole) =>
        {
            match floating {
                "{float}" => words::mixed_literal(whole, float),
                kind => words::mixed(whole, kind),
            }
        }
        (one, other) => match (left.is_unsigned(), right.is_unsigned()) {
            (true, false) if right.is_signed() => words::unsigned_left(one, other),
            (false, true) if left.is_signed() => words::unsigned_right(one, other),
            _ if left.is_whole() && left.bits() < right.bits() => {
                words::mixed_smaller_left(one, other)
            }
            _ => words::mixed_alike(one, other),
        },
    })
}

fn is_list(side: &Type) -> bool {
    side.behind_references().is("Vec")
}

/// A list that is multiplied by a whole number, which repeats it in Python. Of a number with a point the product of
/// each element is meant.
fn repeated(left: &Type, right: &Type) -> Option<&'static str> {
    let of = match (left.is_whole(), right.is_whole()) {
        (false, true) => left,
        (true, false) => right,
        _ => return None,
    };
    match of.behind_references() {
        Type::Array(_, Some(length)) if length == "1" => Some(words::list_repeated()),
        Type::Array(_, _) => Some(words::list_times_whole()),
        list => list
            .arguments_of("Vec")?
            .first()?
            .is_number()
            .then(words::list_times_whole),
    }
}

fn is_lent_float(side: &Type) -> bool {
    matches!(side, Type::Reference(_, to) if to.is_float())
}

fn is_iterator(side: &Type) -> bool {
    ["Iter", "IntoIter", "Map"].iter().any(|kind| side.is(kind))
}

/// Whether it is a reference to a tensor.
fn lent(side: &Type) -> bool {
    matches!(side, Type::Reference(_, to) if Tensor::of(to).is_some())
}

/// Two sides that are alike but for a `&`, of which rustc knows how they are compared.
fn references(facts: &Facts, left: &Type, right: &Type) -> Option<String> {
    let (place, proposed) = facts.proposal("consider dereferencing here")?;
    let (one, other) = (left.behind_references(), right.behind_references());
    let option = one.is("Option") && other.is("Option");
    if option && facts.line().contains("None") {
        return Some(words::compared_with_none().to_owned());
    }
    let number = one.is_number() && other.is_number();
    let name = name_at(place)?;
    (number && proposed == "*").then(|| words::reference_to_number(name))
}

fn with_vec(operator: &str, found: &Type) -> Option<String> {
    let inner = found.behind_references().arguments_of("Vec")?.first()?;

    let list = match Tensor::of(inner) {
        Some(_) => words::list_of_tensors(),
        None => words::a_list(),
    };
    Some(words::list(list, operator))
}

/// `a -= b`.
fn assigned(facts: &Facts) -> Option<String> {
    let quoted = ticked(&facts.message);
    let [operator, found, ..] = quoted[..] else {
        return None;
    };
    let found = Type::parse(found)?;
    if matches!(&found, Type::Reference(true, to) if to.is_number()) {
        let (place, _) = facts.labelled("cannot use")?;
        let name = super::facts::quote(&super::facts::code_at(place))?;
        let name = name.trim_matches('`');
        return Some(words::assigned_to_reference(name, operator));
    }
    if matches!(&found, Type::Reference(false, to) if to.is_number()) {
        let (place, _) = facts.labelled("cannot use")?;
        let name = super::facts::quote(&super::facts::code_at(place))?;
        return Some(words::assigned_to_lent(name.trim_matches('`'), operator));
    }
    if let Some(elements) = found.arguments_of("Vec")
        && operator == "+="
    {
        return Some(match elements.first().is_some_and(Type::is_number) {
            true => words::list_of_sums().to_owned(),
            false => words::list_grows().to_owned(),
        });
    }
    if found.is("Gradients") {
        return Some(words::gradients_added().to_owned());
    }
    let (place, _) = facts.labelled("cannot use")?;
    let name = super::facts::code_at(place);
    let name = if name.is_empty() || name.len() > 20 {
        "x".to_owned()
    } else {
        name
    };
    if let Some(said) = metered::assigned(operator, &name, &found) {
        return Some(said);
    }
    let tensor = Tensor::of(found.behind_references())?;
    let sign = operator.strip_suffix('=')?;
    // `*p` is the tensor that the reference `p` leads to.
    if let Some(reference) = name.strip_prefix('*') {
        return Some(words::assigned_behind_reference(operator, reference, sign));
    }
    Some(match tensor.unrecorded() {
        true => words::assigned_to_tensor(operator, name, sign),
        // A tensor with a tape cannot be cloned.
        false => words::assigned_to_recorded(operator, name, sign),
    })
}
