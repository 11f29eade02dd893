//! `+`, `-`, `*`, `/`, comparisons and their like between things that do not go together.

use super::facts::{Facts, ticked};
use super::tensor::{Tensor, constant, differ};
use super::types::Type;
use super::naming;

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
    match (Tensor::of(left), Tensor::of(right)) {
        (Some(one), Some(other)) => tensors(operator, &one, &other),
        (Some(tensor), None) => on_tensor(operator, &tensor, right),
        (None, Some(tensor)) => before_tensor(operator, left, &tensor),
        (None, None) if left.is_number() && right.is_number() => {
            numbers(operator, left, right, facts.float())
        }
        (None, None) => with_vec(operator, left).or_else(|| with_vec(operator, right)),
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
    if let ([first, second], true) = (&quoted[..], message.starts_with("cannot ")) {
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

/// Both sides are tensors.
fn tensors(operator: &str, one: &Tensor, other: &Tensor) -> Option<String> {
    if let Some(said) = comparison(operator) {
        return Some(said);
    }
    if operator == "^" {
        return Some(power());
    }
    if one.element != other.element {
        let whole = [one.element, other.element]
            .iter()
            .any(|element| element.is("usize"));
        return whole.then(|| {
            format!(
                "One side of `{operator}` holds `f32`, the other whole numbers (`usize`): `.to_dtype::<f32>()` makes `f32` of \
                 them. To pick numbers by their place, as labels do, there is `.select(labels)`."
            )
        });
    }
    let (lengths, others) = (one.lengths()?, other.lengths()?);
    let sides = format!(
        "`{operator}` needs the same shape on both sides, but the left is {} and the right {}",
        naming::tensor(one),
        naming::tensor(other)
    );
    if lengths.len() != others.len() {
        return Some(format!(
            "{sides}. {}",
            same_rank(lengths.len(), others.len())
        ));
    }
    if let Some(axis) = (0..lengths.len()).find(|axis| differ(&lengths[*axis], &others[*axis])) {
        return Some(match (constant(&lengths[axis]), constant(&others[axis])) {
            (Some(_), Some(_)) => format!("{sides}: they differ along `Axis<{axis}>`."),
            _ => {
                let wanted = if constant(&lengths[axis]).is_some() {
                    lengths
                } else {
                    others
                };
                format!(
                    "{sides}: the length of `Axis<{axis}>` stands in one type and is known at run time only in the \
                         other. {} makes them alike.",
                    realize(wanted)
                )
            }
        });
    }
    (one.device != other.device && naming::code(one.device).is_some()).then(|| {
        format!(
            "The two sides of `{operator}` live on different devices, `{}` and `{}`: make both with the same `device()`.",
            naming::code(one.device).unwrap_or_default(),
            naming::code(other.device).unwrap_or_default()
        )
    })
}

/// What makes two tensors alike whose number of axes differs.
fn same_rank(left: usize, right: usize) -> String {
    let smaller = left.min(right);
    let side = if left < right { "left" } else { "right" };
    match (smaller, left.max(right)) {
        (0, 1) => format!(
            "Repeat the number on the {side} with `.broadcast_like::<_, Axis<0>>(&the_vector)`, or take `.mean()` or `.sum()` of \
             the vector first."
        ),
        (0, 2) => format!(
            "Take `.sum()` or `.mean()` of the matrix first, or repeat the number on the {side} with \
             `.broadcast_like::<_, Axes2<0, 1>>(&the_matrix)`."
        ),
        (1, 2) => format!(
            "Repeat the vector on the {side} in every row with `.broadcast_like::<_, Axis<0>>(&the_matrix)` (in columns: `Axis<1>`), \
             or take a mean of the matrix first."
        ),
        _ => format!(
            "`.broadcast_like::<_, Axis<0>>(&the_other)` repeats the one on the {side} along a new axis."
        ),
    }
}

/// The call that brings lengths into the type.
pub fn realize(lengths: &[Type]) -> String {
    let lengths: Vec<String> = lengths
        .iter()
        .map(|length| match constant(length) {
            Some(number) => format!("Const<{number}>"),
            None => "usize".to_owned(),
        })
        .collect();
    match &lengths[..] {
        [one] => format!("`.realize::<({one},)>()`"),
        _ => format!("`.realize::<({})>()`", lengths.join(", ")),
    }
}

/// A tensor on the left, something else on the right.
fn on_tensor(operator: &str, tensor: &Tensor, right: &Type) -> Option<String> {
    if let Some(said) = comparison(operator) {
        return Some(said);
    }
    if operator == "^" {
        return Some(power());
    }
    if let Type::Reference(_, to) = right {
        return Tensor::of(to).map(|_| {
            format!(
                "The right side of `{operator}` is a reference to a tensor; dfdx calculates with the tensors themselves. Leave the `&` \
                 away, or write `.clone()` if it is needed again."
            )
        });
    }
    if !tensor.element.is("f32") {
        return None;
    }
    if right.is_number() {
        let mend = match right.named()?.0 {
            "{integer}" => "write it with a point, as in `2.0`",
            "{float}" | "f32" => return None,
            _ => "write `as f32` behind it",
        };
        return Some(format!(
            "This tensor holds `f32`, and the right side of `{operator}` is {}: {mend}.",
            number(right)
        ));
    }
    right.is("Vec").then(|| {
        format!(
            "The left side of `{operator}` is a tensor and the right a `Vec`: make a tensor of it first, with \
             `device().tensor_from_vec(numbers, shape)`."
        )
    })
}

fn number(found: &Type) -> String {
    match found.named() {
        Some(("{integer}", _)) => "a whole number".to_owned(),
        Some((name, _)) => match name.starts_with(['i', 'f']) {
            true => format!("an `{name}`"),
            false => format!("a `{name}`"),
        },
        None => "another number".to_owned(),
    }
}

/// A tensor on the right, something else on the left.
fn before_tensor(operator: &str, left: &Type, tensor: &Tensor) -> Option<String> {
    if let Type::Reference(_, to) = left {
        return Tensor::of(to).map(|_| {
            format!(
                "The left side of `{operator}` is a reference to a tensor; dfdx calculates with the tensors themselves. Write \
                 `.clone()` behind it, or get at the tensor with `.into_iter()` instead of `.iter()`."
            )
        });
    }
    if left.is_number() {
        let mend = match operator {
            "*" => "turn it round: `tensor * number`",
            "+" => "turn it round: `tensor + number`",
            "-" => "write `-tensor + number`",
            "/" => "write `tensor.recip() * number`",
            _ => return None,
        };
        let point = if left.is_whole() {
            ", with the number as an `f32`"
        } else {
            ""
        };
        return Some(format!(
            "With a number and a tensor, the tensor stands on the left of `{operator}`: {mend}{point}."
        ));
    }
    (left.is("Vec") && tensor.element.is("f32")).then(|| {
        format!(
            "The left side of `{operator}` is a `Vec` and the right a tensor: make a tensor of the `Vec` first, with \
             `device().tensor_from_vec(numbers, shape)`."
        )
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
            let side = if one == "{integer}" { "left" } else { "right" };
            let kind = match floating {
                "{float}" => float,
                known => known,
            };
            if operator.ends_with('=') && one == "{integer}" {
                return Some(format!(
                    "The variable on the left began as a whole number, and an `{kind}` comes to it: begin with a point, `0.0`."
                ));
            }
            format!(
                "Rust does not mix kinds of numbers: the number on the {side} is a whole one, the other an `{kind}`. Write it \
                 with a point: `1.0` instead of `1`."
            )
        }
        (whole, floating) | (floating, whole)
            if ["f32", "f64", "{float}"].contains(&floating)
                && !["f32", "f64", "{float}"].contains(&whole) =>
        {
            let kind = match floating {
                "{float}" => float,
                known => known,
            };
            let literal = match floating {
                "{float}" => {
                    ", or leave the point away if whole numbers are meant (`/` then rounds down)"
                }
                _ => "",
            };
            format!(
                "Rust does not mix kinds of numbers: one side is a `{whole}`, the other an `{kind}`. Write `as {kind}` behind the \
                 `{whole}`{literal}."
            )
        }
        (one, other) => format!(
            "Rust does not mix kinds of numbers: the left side is `{one}`, the right `{other}`. Write `as {one}` behind the right \
             one."
        ),
    })
}

fn with_vec(operator: &str, found: &Type) -> Option<String> {
    let inner = found.behind_references().arguments_of("Vec")?.first()?;
    let of = match Tensor::of(inner) {
        Some(_) => "a list of tensors",
        None => "a list",
    };
    Some(format!(
        "A `Vec` is {of}, and `{operator}` does not work on lists: go through the elements, with `for` or `.into_iter().zip(...)`."
    ))
}

fn comparison(operator: &str) -> Option<String> {
    ["<", ">", "<=", ">=", "==", "!="].contains(&operator).then(|| {
        format!(
            "A tensor holds many numbers, so `{operator}` has no single yes or no: compare the numbers of `.as_vec()` one by one, or \
             get along with `.relu()` and `.abs()`, which work on every element."
        )
    })
}

fn power() -> String {
    "`^` is no power in Rust: write `.square()`, or `.powi(3)` for other powers.".to_owned()
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
        return Some(format!(
            "`{name}` is a reference to a number; to change the number itself write `*{name} {operator} ...`."
        ));
    }
    Tensor::of(found.behind_references())?;
    let sign = operator.strip_suffix('=')?;
    let (place, _) = facts.labelled("cannot use")?;
    let name = super::facts::code_at(place);
    let name = if name.is_empty() || name.len() > 20 {
        "x".to_owned()
    } else {
        name
    };
    Some(format!(
        "dfdx's tensors have no `{operator}`: write `{name} = {name}.clone() {sign} ...;`."
    ))
}
