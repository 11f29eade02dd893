//! What may be there or not: `Option` and `Result`.

use std::fmt::Display;

use super::Wire;
use crate::wire::Value;

/// `None` is a value of its own; what is there travels as itself. So an `Option` of an `Option` cannot be told from one.
impl<T: Wire> Wire for Option<T> {
    const METERED: Option<&'static str> = T::METERED;
    fn into_value(self) -> Value {
        self.map_or(Value::Nothing, Wire::into_value)
    }
    fn from_value(value: Value) -> Result<Self, String> {
        match value {
            Value::Nothing => Ok(None),
            value => T::from_value(value).map(Some),
        }
    }
}

/// An `Err` travels as its message; what is `Ok` travels as itself.
impl<T: Wire, E: Display + From<String>> Wire for Result<T, E> {
    fn into_value(self) -> Value {
        match self {
            Ok(value) => value.into_value(),
            Err(error) => Value::Error(error.to_string()),
        }
    }
    fn from_value(value: Value) -> Result<Self, String> {
        match value {
            Value::Error(message) => Ok(Err(message.into())),
            value => T::from_value(value).map(Ok),
        }
    }
}
