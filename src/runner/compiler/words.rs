//! Types in words and in the short names of the course.

use super::layer;
use super::tensor::{Tensor, constant};
use super::types::Type;

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

/// "a matrix of shape `(batch, 10)`", "one number in a tensor (`Scalar`)".
pub fn tensor(tensor: &Tensor) -> String {
    let Some(lengths) = tensor.lengths() else {
        return "a tensor".to_owned();
    };
    if tensor.element.is("usize") {
        return match lengths.len() {
            1 => "`Labels`, whole numbers".to_owned(),
            _ => format!("a tensor of whole numbers, shape `{}`", shape(lengths)),
        };
    }
    let plain = lengths.iter().all(|length| length.is("usize"));
    match lengths.len() {
        0 => "a `Scalar` (one number)".to_owned(),
        1 if plain => "a `Vector` (shape `(n,)`)".to_owned(),
        2 if plain => "a `Matrix` (shape `(rows, columns)`)".to_owned(),
        1 => format!("a vector of shape `{}`", shape(lengths)),
        2 => format!("a matrix of shape `{}`", shape(lengths)),
        4 => format!("images of shape `{}`", shape(lengths)),
        _ => format!("a tensor of shape `{}`", shape(lengths)),
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
        return Some("the network".to_owned());
    }
    Some(match found {
        Type::Tuple(parts) if parts.is_empty() => "nothing (`()`)".to_owned(),
        Type::Named(name, _) if name == "{integer}" => "a whole number".to_owned(),
        Type::Named(name, _) if name == "{float}" => "a number with a point".to_owned(),
        Type::Named(name, _) if name == "f32" => "a number (`f32`)".to_owned(),
        Type::Named(name, _) if name == "usize" => "a whole number (`usize`)".to_owned(),
        Type::Reference(_, to) => match Tensor::of(to).is_some() || layer::is_network(to) {
            true => format!("a reference to {}", of(to)?),
            false => format!("a reference, `{}`", code(found)?),
        },
        _ => format!("`{}`", code(found)?),
    })
}
