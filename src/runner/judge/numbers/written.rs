//! Values and numbers as a learner reads them.

use crate::report::number::significant;
use crate::runner::judge::elements::{elements, shape};
use crate::runner::judge::naming::cut;
use crate::runner::words::judge::numbers as words;
use crate::wire::{Array, Element, Value};

/// As many elements are written out.
const ELEMENTS: usize = 12;

/// A value in a few dozen characters.
pub fn short(value: &Value) -> String {
    match value {
        Value::Text(text) => format!("{:?}", cut(text, 80)),
        Value::Texts(texts) => {
            let quoted = texts.iter().map(|text| format!("{:?}", cut(text, 40)));
            listed(quoted, texts.len())
        }
        Value::Flag(flag) => flag.to_string(),
        Value::Flags(flags) => listed(flags.iter().map(bool::to_string), flags.len()),
        Value::IntegerRows(rows) => {
            let written = rows.iter().cloned().map(|row| short(&Value::Integers(row)));
            listed(written, rows.len())
        }
        Value::Nothing => "None".to_owned(),
        Value::Error(message) => format!("Err({:?})", cut(message, 80)),
        Value::Bytes(array) if array.shape().len() == 1 => bytes(array.data()),
        Value::Bytes(array) => words::bytes(array.data().len(), format!("{:?}", array.shape())),
        Value::Arrays(arrays) if is_ragged(value) && elements(value).len() <= ELEMENTS => {
            let each = arrays.iter().cloned().map(Value::Numbers);
            let each: Vec<String> = each.map(|array| short(&array)).collect();
            format!("[{}]", each.join(", "))
        }
        _ => {
            let shape = shape(value);
            let elements = elements(value);
            let listed = |some: &[f64]| {
                some.iter()
                    .map(|&x| format_number(x))
                    .collect::<Vec<_>>()
                    .join(", ")
            };
            match (&shape[..], elements.len()) {
                ([], _) => elements
                    .first()
                    .map_or_else(String::new, |&x| format_number(x)),
                ([_], count) if count <= ELEMENTS => format!("[{}]", listed(&elements)),
                ([rows, columns], count) if count <= ELEMENTS && rows * columns == count => {
                    let rows: Vec<String> = elements
                        .chunks((*columns).max(1))
                        .map(|row| format!("[{}]", listed(row)))
                        .collect();
                    format!("[{}]", rows.join(", "))
                }
                (_, 0) => words::nothing(format!("{shape:?}")),
                (_, count) => {
                    let first = listed(&elements[..count.min(ELEMENTS / 2)]);
                    match is_ragged(value) {
                        true => words::ragged(shape[0], count, first),
                        false => words::begun(first, format!("{shape:?}")),
                    }
                }
            }
        }
    }
}

/// A row of bytes as one would write it in Rust: as text where it is some.
fn bytes(bytes: &[u8]) -> String {
    /// As many are written out.
    const SHOWN: usize = 60;
    match std::str::from_utf8(bytes) {
        Ok(text) if text.is_ascii() => format!("b{:?}", cut(text, SHOWN)),
        Ok(text) => format!("{:?}.as_bytes()", cut(text, SHOWN)),
        Err(_) => {
            let more = if bytes.len() > SHOWN { "..." } else { "" };
            let shown = &bytes[..bytes.len().min(SHOWN)];
            format!("b\"{}{more}\"", shown.escape_ascii())
        }
    }
}

/// The first of several things in brackets.
fn listed(all: impl Iterator<Item = String>, count: usize) -> String {
    let shown: Vec<String> = all.take(ELEMENTS).collect();
    match shown.len() < count {
        true => format!("[{}, ...]", shown.join(", ")),
        false => format!("[{}]", shown.join(", ")),
    }
}

/// Whether the arrays differ in shape, so that no one shape says it all.
fn is_ragged(value: &Value) -> bool {
    fn differ<T: Element>(arrays: &[Array<T>]) -> bool {
        arrays
            .iter()
            .any(|array| array.shape() != arrays[0].shape())
    }
    match value {
        Value::Arrays(arrays) => differ(arrays),
        Value::DoubleRows(rows) => differ(rows),
        _ => false,
    }
}

/// A number with five significant digits: as many as it takes to see that two differ by more than rounding.
pub fn format_number(x: f64) -> String {
    significant(x, 5)
}
