//! From Rust and dfdx values to wire values and back.

mod argument;
mod choice;
mod metered;
mod numbers;
mod parts;
mod record;
mod tensors;
mod text;

#[doc(hidden)]
pub use argument::metered_field;
pub use argument::{Argument, Inputs};
pub use parts::Parts;
pub(crate) use tensors::to_array;

use crate::wire::Value;
use crate::words::values as words;

/// A type that the functions of an exercise can take and return.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot travel between programs, so a function of an exercise can neither take nor return it",
    note = "numbers (`f32`, `f64`, `usize`, `u64`, `i64`), `bool`, `String`, a `Vec` of one of these or of `u8`, rows (`Vec<Vec<f32>>`, `Vec<Vec<f64>>`, `Vec<Vec<usize>>`, `Vec<Vec<Option<f32>>>`), tensors and `Vec`s of tensors can, and an `Option` or a `Result` of any of these",
    note = "for a struct of these, write `record!(Name {{ field, other_field }});` below it",
    note = "for anything else, implement `gradlings::values::Wire` for a type of the course's library"
)]
pub trait Wire: Sized {
    /// The name of a type that measures what is done with it. What the exercise gives as such, a learner's function has to
    /// take as such.
    const METERED: Option<&'static str> = None;
    /// The wire form.
    fn into_value(self) -> Value;
    /// The value back, or what was expected instead.
    fn from_value(value: Value) -> Result<Self, String>;
}

/// The error of a value that is not what was expected: `expected` is a noun phrase, "a row of numbers".
pub fn misfit<T>(expected: &str, got: &Value) -> Result<T, String> {
    Err(words::misfit(expected, describe(got)))
}

fn describe(value: &Value) -> String {
    match value {
        Value::Numbers(array) => words::numbers(format!("{:?}", array.shape())),
        Value::Doubles(array) => words::doubles(format!("{:?}", array.shape())),
        Value::Integers(array) => words::integers(format!("{:?}", array.shape())),
        Value::Bytes(array) => words::bytes(format!("{:?}", array.shape())),
        Value::Arrays(arrays) => words::arrays(arrays.len()),
        Value::DoubleRows(rows) => words::double_rows(rows.len()),
        Value::IntegerRows(rows) => words::integer_rows(rows.len()),
        Value::Flag(_) => words::flag().to_owned(),
        Value::Flags(flags) => words::flags(flags.len()),
        Value::Text(_) => words::text().to_owned(),
        Value::Texts(texts) => words::texts(texts.len()),
        Value::Nothing => words::nothing().to_owned(),
        Value::Error(_) => words::error().to_owned(),
    }
}
