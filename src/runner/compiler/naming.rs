//! Types in words and in the short names of the course.

use super::layer;
use super::tensor::{Tensor, constant};
use super::types::Type;
use crate::runner::words::compiler::naming as words;

/// A type in code, with the course's short names, or nothing if parts of it are not known.
pub fn code(found: &Type) -> Option<String> {
    if let Some(tensor) = Tensor::of(found) {
        return alias(&tensor);
    }
    let list = |parts: &[Type]| -> Option<String> {
        let parts: Option<Vec<String>> = parts.iter().map(code).collect();
        Some(parts?.join(", "))
    };
    Some(match found {
        Type::Named(name, _) if name == "Cpu" || name == "Cuda" => "Dev".to_owned(),
        Type::Named(name, arguments) if arguments.is_empty() => name.clone(),
        Type::Named(name, arguments) => format!("{name}<{}>", list(arguments)?),
        Type::Tuple(parts) if parts.len() == 1 => format!("({},)", list(parts)?),
        Type::Tuple(parts) => format!("({})", list(parts)?),
        Type::Array(part, Some(length)) => format!("[{}; {length}]", code(part)?),
        Type::Array(part, None) => format!("[{}]", code(part)?),
        Type::Reference(true, to) => format!("&mut {}", code(to)?),
        Type::Reference(false, to) => format!("&{}", code(to)?),
        Type::Unknown | Type::Shortened | Type::Other(_) => return None,
    })
}

/// `Matrix<T>`, for the tensors that have a short name; the whole type for the others.
pub fn alias(tensor: &Tensor) -> Option<String> {
    let lengths = tensor.lengths()?;
    let tape = match tensor.tape {
        None => String::new(),
        Some(tape) if tape.is("OwnedTape") => "<Recording>".to_owned(),
        Some(Type::Named(name, arguments)) if arguments.is_empty() => format!("<{name}>"),
        Some(_) => return None,
    };
    let plain = lengths.iter().all(|length| length.is("usize"));
    let name = match (lengths.len(), tensor.element) {
        (0, element) if element.is("f32") => "Scalar",
        (1, element) if plain && element.is("f32") => "Vector",
        (2, element) if plain && element.is("f32") => "Matrix",
        (1, element) if plain && element.is("usize") => return Some("Labels".to_owned()),
        (_, element) => {
            let lengths = code(tensor.shape)?;
            let tape = tape.trim_start_matches('<').trim_end_matches('>');
            let tape = if tape.is_empty() {
                String::new()
            } else {
                format!(", {tape}")
            };
            return Some(format!(
                "Tensor<{lengths}, {}, {}{tape}>",
                code(element)?,
                code(tensor.device)?
            ));
        }
    };
    Some(format!("{name}{tape}"))
}

/// "a matrix of shape `(batch, 10)`", "a `Scalar` (one number)".
pub fn tensor(tensor: &Tensor) -> String {
    let Some(lengths) = tensor.lengths() else {
        return words::tensor().to_owned();
    };
    if tensor.element.is("usize") {
        return match lengths.len() {
            1 => words::labels().to_owned(),
            _ => words::whole_tensor(shape(lengths)),
        };
    }
    let plain = lengths.iter().all(|length| length.is("usize"));
    match lengths.len() {
        0 => words::scalar().to_owned(),
        1 if plain => words::plain_vector().to_owned(),
        2 if plain => words::plain_matrix().to_owned(),
        1 => words::shaped_vector(shape(lengths)),
        2 => words::shaped_matrix(shape(lengths)),
        4 => words::shaped_images(shape(lengths)),
        _ => words::shaped_tensor(shape(lengths)),
    }
}

/// "a matrix", for a tensor with two axes.
pub fn rank(axes: usize) -> String {
    match axes {
        0 => words::rank_0().to_owned(),
        1 => words::rank_1().to_owned(),
        2 => words::rank_2().to_owned(),
        axes => words::rank(axes),
    }
}

/// "a tensor".
pub fn any_tensor() -> &'static str {
    words::tensor()
}

/// "a tuple of 2 values".
pub fn tuple(values: usize) -> String {
    match values {
        0 => words::empty_tuple().to_owned(),
        1 => words::tuple_of_one().to_owned(),
        values => words::tuple(values),
    }
}

/// "an `i32`", "a `usize`", "a whole number".
pub fn kind(name: &str) -> String {
    match name {
        "{integer}" => words::whole().to_owned(),
        "{float}" => words::with_point().to_owned(),
        name if name.starts_with(['i', 'f']) => words::an_kind(name),
        name => words::a_kind(name),
    }
}

/// A shape with names for the lengths that are known at run time only.
pub fn shape(lengths: &[Type]) -> String {
    let names: &[&str] = match lengths.len() {
        1 => &["n"],
        2 => &["batch", "columns"],
        4 => &["batch", "channels", "height", "width"],
        _ => &[],
    };
    let words: Vec<String> = lengths
        .iter()
        .enumerate()
        .map(|(axis, length)| match constant(length) {
            Some(number) => number.to_string(),
            None => names.get(axis).map_or("n", |name| name).to_owned(),
        })
        .collect();
    match &words[..] {
        [one] => format!("({one},)"),
        _ => format!("({})", words.join(", ")),
    }
}

/// A type in words, or nothing if it is not known well enough.
pub fn of(found: &Type) -> Option<String> {
    if let Some(found) = Tensor::of(found) {
        return found.lengths().map(|_| tensor(&found));
    }
    if layer::is_network(found) {
        return Some(words::network().to_owned());
    }
    Some(match found {
        Type::Tuple(parts) if parts.is_empty() => words::nothing().to_owned(),
        Type::Named(name, _) if name == "{integer}" => words::whole().to_owned(),
        Type::Named(name, _) if name == "{float}" => words::with_point().to_owned(),
        Type::Named(name, _) if name == "f32" => words::f32().to_owned(),
        Type::Named(name, _) if name == "usize" => words::usize().to_owned(),
        Type::Reference(_, to) => match Tensor::of(to).is_some() || layer::is_network(to) {
            true => words::reference_to(of(to)?),
            false => words::reference(code(found)?),
        },
        _ => words::code(code(found)?),
    })
}
