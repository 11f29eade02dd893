//! Plain functions.

use std::marker::PhantomData;

use super::{Handler, for_each_arity, numbered_parts};
use crate::counting::running;
use crate::sheet::{CheckKind, Returned};
use crate::values::{Argument, Parts};

/// See [`function`].
pub struct Function<F, Arguments> {
    function: F,
    arguments: PhantomData<fn(Arguments)>,
}

/// A plain function: values in, values out.
pub fn function<F, Arguments>(function: F) -> Function<F, Arguments>
where
    Function<F, Arguments>: Handler,
{
    Function {
        function,
        arguments: PhantomData,
    }
}

macro_rules! implement {
    ($($name:ident $index:tt),+) => {
        impl<F, R, $($name),+> Handler for Function<F, ($($name,)+)>
        where
            F: Fn($($name),+) -> R,
            R: Parts,
            $($name: Argument,)+
        {
            type Inputs = ($($name,)+);
            type Function = fn($($name),+) -> R;
            type Other = Function<fn($($name),+) -> R, ($($name,)+)>;
            const KIND: CheckKind = CheckKind::Function;
            fn written() -> String {
                "function(...)".to_owned()
            }
            fn part_names(&self, _: &[&str]) -> Vec<String> {
                R::names().unwrap_or_else(|| numbered_parts(R::COUNT))
            }
            fn answer(&self, inputs: Self::Inputs) -> Returned {
                Returned::of(running(|| (self.function)($(inputs.$index),+)).into_parts())
            }
            fn other(function: Self::Function) -> Self::Other {
                Function {
                    function,
                    arguments: PhantomData,
                }
            }
        }
    };
}
for_each_arity!(implement);
