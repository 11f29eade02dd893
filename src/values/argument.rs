//! What a function of an exercise takes.

use super::Wire;
use crate::wire::Value;
use crate::words::values as words;

/// One parameter of a function: a single value, or a record of several.
pub trait Argument: Sized {
    /// How many values it takes.
    const COUNT: usize;
    /// Appends its values.
    fn push_values(self, values: &mut Vec<Value>);
    /// Takes its values from the front, or says what does not fit.
    fn take_values(values: &mut std::vec::IntoIter<Value>) -> Result<Self, String>;
    /// The names of its values, given the name of the parameter.
    fn names(name: &str) -> Vec<String>;
    /// For each of its values the name of its type, where that measures what is done with it.
    fn metered() -> Vec<Option<&'static str>>;
}

impl<T: Wire> Argument for T {
    const COUNT: usize = 1;
    fn push_values(self, values: &mut Vec<Value>) {
        values.push(self.into_value());
    }
    fn take_values(values: &mut std::vec::IntoIter<Value>) -> Result<Self, String> {
        // Whoever calls this has counted the values.
        T::from_value(values.next().unwrap_or(Value::Nothing))
    }
    fn names(name: &str) -> Vec<String> {
        vec![name.to_owned()]
    }
    fn metered() -> Vec<Option<&'static str>> {
        vec![T::METERED]
    }
}

/// What [`Argument::metered`] says of the type of a field.
#[doc(hidden)]
pub fn metered_field<S, T: Argument>(_: fn(&S) -> &T) -> Vec<Option<&'static str>> {
    T::metered()
}

/// What a function of an exercise takes: a tuple of up to eight parameters.
pub trait Inputs: Sized {
    /// One name per parameter.
    type Names: AsRef<[&'static str]>;
    /// How many values.
    const COUNT: usize;
    /// How many parameters.
    const PARAMETERS: usize;
    /// The names of the values, given those of the parameters.
    fn names(parameters: &[&str]) -> Vec<String>;
    /// For each value the name of its type, where that measures what is done with it.
    fn metered() -> Vec<Option<&'static str>>;
    /// The values in order.
    fn into_values(self) -> Vec<Value>;
    /// The inputs back, or which of them does not fit.
    fn from_values(values: Vec<Value>) -> Result<Self, String>;
}

macro_rules! tuples {
    ($count:literal: $($name:ident $index:tt),+) => {
        impl<$($name: Argument),+> Inputs for ($($name,)+) {
            type Names = [&'static str; $count];
            const COUNT: usize = 0 $(+ $name::COUNT)+;
            const PARAMETERS: usize = $count;
            fn names(parameters: &[&str]) -> Vec<String> {
                let mut names = Vec::new();
                $(names.extend($name::names(parameters.get($index).unwrap_or(&""))); )+
                names
            }
            fn metered() -> Vec<Option<&'static str>> {
                [$($name::metered()),+].concat()
            }
            fn into_values(self) -> Vec<Value> {
                let mut values = Vec::with_capacity(Self::COUNT);
                $(self.$index.push_values(&mut values);)+
                values
            }
            fn from_values(values: Vec<Value>) -> Result<Self, String> {
                if values.len() != Self::COUNT {
                    return Err(words::input_count(Self::COUNT, values.len()));
                }
                let mut values = values.into_iter();
                Ok(($(
                    $name::take_values(&mut values)
                        .map_err(|why| format!("{} {why}", words::input($index + 1)))?,
                )+))
            }
        }
    };
}
tuples!(1: A 0);
tuples!(2: A 0, B 1);
tuples!(3: A 0, B 1, C 2);
tuples!(4: A 0, B 1, C 2, D 3);
tuples!(5: A 0, B 1, C 2, D 3, E 4);
tuples!(6: A 0, B 1, C 2, D 3, E 4, F 5);
tuples!(7: A 0, B 1, C 2, D 3, E 4, F 5, G 6);
tuples!(8: A 0, B 1, C 2, D 3, E 4, F 5, G 6, H 7);
