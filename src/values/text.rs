//! Texts, and yes or no.

use super::{Wire, misfit};
use crate::wire::Value;
use crate::words::values as words;

macro_rules! plain {
    ($($type:ty, $variant:ident, $expected:ident;)+) => {$(
        impl Wire for $type {
            fn into_value(self) -> Value {
                Value::$variant(self)
            }
            fn from_value(value: Value) -> Result<Self, String> {
                match value {
                    Value::$variant(it) => Ok(it),
                    other => misfit(words::$expected(), &other),
                }
            }
        }
    )+};
}
plain! {
    bool, Flag, flag;
    Vec<bool>, Flags, flag_row;
    String, Text, text;
    Vec<String>, Texts, text_row;
}
