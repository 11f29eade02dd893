//! A function for a method, a method for a function, and what is called although it is neither.

use super::expected;
use super::facts::{Facts, after, before, code_at, ticked};
use super::layer;
use super::synonym;
use super::tape::receiver;
use super::tensor::Tensor;
use super::types::Type;
use crate::runner::words::compiler::function as words;

/// Operations on every element: dfdx has functions of these names for tensors, and Rust methods of numbers.
pub const OF_NUMBERS: [&str; 14] = [
    "sqrt", "exp", "ln", "log2", "log10", "cos", "sin", "tan", "tanh", "abs", "recip", "ceil",
    "floor", "signum",
];

/// See the module.
pub fn explain(facts: &Facts) -> Option<String> {
    match facts.code {
        "E0425" => unknown(facts),
        "E0423" => {
            let name = *ticked(&facts.message).first()?;
            if facts.message.starts_with("expected function, found module") {
                return Some(words::module_called(name));
            }
            if facts.message.starts_with("expected value, found module") {
                return Some(words::module_with_point(name));
            }
            if facts
                .message
                .starts_with("expected function, found builtin type")
            {
                let other = synonym::for_function(name).map(str::to_owned);
                return Some(other.unwrap_or_else(|| words::type_called(name)));
            }
            if let Some(found) = facts.message.split_once(", found struct `") {
                return structure(facts, found.1.trim_end_matches('`'));
            }
            if facts
                .message
                .starts_with("expected value, found builtin type")
            {
                return path(facts, name);
            }
            let is_macro = facts.message.starts_with("expected function, found macro");
            is_macro.then(|| match name {
                "print" | "println" => synonym::for_function(name).unwrap_or_default().to_owned(),
                "concat" => words::concat().to_owned(),
                "vec" => words::vec().to_owned(),
                name => words::is_macro(name),
            })
        }
        "E0308" => of_number(facts),
        "E0599" => own(facts).or_else(|| of_generator(facts)),
        "E0618" => called(facts),
        _ => None,
    }
}

/// `Point(1.0)`, `Vec(x, y)` and `Vec.new()`: the name of a `struct` where a function or a value would stand.
fn structure(facts: &Facts, name: &str) -> Option<String> {
    if facts.message.starts_with("expected value") {
        return path(facts, name);
    }
    if facts.noted("use struct literal syntax instead of calling") {
        let (_, field) = facts
            .proposals("use struct literal syntax")
            .find(|(_, it)| it.ends_with(": "))?;
        return Some(words::struct_in_parentheses(
            name,
            field.trim_end_matches(": "),
        ));
    }
    match name {
        "Vec" => Some(words::vec().to_owned()),
        name => synonym::for_function(name).map(str::to_owned),
    }
}

/// `f32.max(x, y)` and `Vec.new()`: a point where `::` belongs.
fn path(facts: &Facts, name: &str) -> Option<String> {
    let behind = after(facts.primary()?);
    let member = behind.strip_prefix('.')?;
    let end = member.find(|letter: char| !(letter.is_alphanumeric() || letter == '_'));
    let member = &member[..end.unwrap_or(member.len())];
    (!member.is_empty()).then(|| words::path(name, member))
}

/// `len(rows)`, `sqrt(2.0)` and their like, of which nothing is in scope.
fn unknown(facts: &Facts) -> Option<String> {
    if !facts.message.starts_with("cannot find function") {
        return None;
    }
    let name = *ticked(&facts.message).first()?;
    // `std::sqrt(x)`.
    let in_std = facts.message.ends_with("in crate `std`");
    if !in_std && !facts.message.ends_with("in this scope") {
        return None;
    }
    if in_std && ["max", "min"].contains(&name) {
        return Some(words::larger_of_two(name));
    }
    if name == "fabs" {
        return Some(words::method_of_number("abs"));
    }
    if OF_NUMBERS.contains(&name) {
        return Some(words::method_of_number(name));
    }
    synonym::for_function(name).map(str::to_owned)
}

/// `sqrt(d as f32)`: dfdx's function of that name takes a tensor.
fn of_number(facts: &Facts) -> Option<String> {
    let (place, _) = facts.labelled("arguments to this")?;
    let name = code_at(place);
    let power = ["powf", "powi"].contains(&name.as_str());
    if !(power || OF_NUMBERS.contains(&name.as_str())) || before(place).ends_with(['.', ':']) {
        return None;
    }
    let (expected, found) = expected::expected_and_found(facts)?;
    let number = Tensor::of(&expected).is_some() && found.behind_references().is_number();
    number.then(|| match power {
        true => synonym::for_function("pow").map(str::to_owned),
        false => Some(words::method_of_number(name)),
    })?
}

/// `q.scores(k)`, where `scores` is a function of this file.
fn own(facts: &Facts) -> Option<String> {
    let name = *ticked(&facts.message).first()?;
    let method = facts.message.starts_with("no method named") && facts.has_function(name);
    method.then(|| words::own_function(name))
}

/// What a generator of random numbers does not do itself.
fn of_generator(facts: &Facts) -> Option<String> {
    let name = *ticked(&facts.message).first()?;
    if !receiver(facts)?.behind_references().is("StdRng") {
        return None;
    }
    Some(match name {
        "shuffle" | "choose" | "choose_multiple" | "sample" => words::given_to_list(name),
        "uniform" | "range" | "randint" | "random" | "rand" => words::drawn().to_owned(),
        _ => return None,
    })
}

/// Parentheses behind what is no function.
fn called(facts: &Facts) -> Option<String> {
    let found = facts.message.strip_prefix("expected function, found ")?;
    let found = Type::parse(ticked(found).first()?)?;
    let name = facts
        .labelled("` has type")
        .map(|(place, _)| code_at(place));
    let name = name.unwrap_or_default();
    let name = name.trim_start_matches("mut ");
    if found.is("StdRng") {
        return Some(words::generator(name));
    }
    if layer::is_network(&found) {
        return Some(match found.named() {
            Some((layer, [])) => words::layer_called(layer),
            _ => words::network_called(name),
        });
    }
    let inner = found.behind_references();
    if inner.is("Vec") || matches!(inner, Type::Array(_, _)) {
        return Some(words::list_called(name));
    }
    if inner.is_number() || inner.is("bool") || inner.is("String") || inner.is("str") {
        return Some(words::variable_called(name));
    }
    Tensor::of(inner).map(|_| words::tensor_called().to_owned())
}

/// The type on which a method was called that is no method, where it is an optimiser's.
pub fn of_optimizer(facts: &Facts, name: &str) -> Option<String> {
    let found = receiver(facts)?;
    let [inner] = found.behind_references().arguments_of("Observed")? else {
        return None;
    };
    ["Adam", "Sgd", "RMSprop"]
        .iter()
        .any(|kind| inner.is(kind))
        .then_some(())?;
    Some(match name {
        "step" => words::step().to_owned(),
        "zero_grad" | "zero_grads" => words::zero_gradients().to_owned(),
        _ => return None,
    })
}
