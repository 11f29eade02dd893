//! Differentiable functions: one definition gives the value and, through the tape, its gradients.

use std::marker::PhantomData;

use dfdx::prelude::*;

use super::{Handler, for_each_arity};
use crate::sheet::Kind;
use crate::tensor::{Dev, Recording, Scalar};
use crate::values::{Wire, to_array};
use crate::wire::{Array, Value};

/// See [`gradient`].
pub struct Gradient<F, Arguments> {
    function: F,
    arguments: PhantomData<fn(Arguments)>,
}

/// A function from recorded tensors (and anything else) to a recorded scalar.
///
/// A function that is generic over the tape goes straight in: inference picks the recording one. The answer is the
/// value, then the gradient with respect to every input whose type carries the tape, in the order of the inputs.
pub fn gradient<F, Arguments>(function: F) -> Gradient<F, Arguments>
where
    Gradient<F, Arguments>: Handler,
{
    Gradient {
        function,
        arguments: PhantomData,
    }
}

/// A parameter of a differentiable function.
pub trait Traceable: Sized {
    /// The same without its tape: what travels.
    type Plain: Wire + Clone;
    /// Whether the gradient with respect to it is part of the answer.
    const RECORDED: bool;
    /// With an empty tape, where it carries one.
    fn record(plain: Self::Plain) -> Self;
    /// The gradient after `backward`: zeros where the function ignored the input.
    fn gradient(plain: &Self::Plain, gradients: &mut Gradients<f32, Dev>) -> Value;
}

impl<S: Shape> Traceable for Tensor<S, f32, Dev, Recording> {
    type Plain = Tensor<S, f32, Dev>;
    const RECORDED: bool = true;
    fn record(plain: Self::Plain) -> Self {
        plain.leaky_traced()
    }
    fn gradient(plain: &Self::Plain, gradients: &mut Gradients<f32, Dev>) -> Value {
        match gradients.try_alloc_for(plain) {
            Ok(()) => Value::Numbers(to_array(&gradients.get(plain))),
            Err(_) => Value::Numbers(Array::default()),
        }
    }
}

/// Inputs that are not differentiated.
macro_rules! constant {
    ($([$($generics:tt)*] $type:ty;)+) => {$(
        impl<$($generics)*> Traceable for $type {
            type Plain = Self;
            const RECORDED: bool = false;
            fn record(plain: Self) -> Self {
                plain
            }
            fn gradient(_: &Self, _: &mut Gradients<f32, Dev>) -> Value {
                Value::Flag(false)
            }
        }
    )+};
}
constant! {
    [S: Shape] Tensor<S, f32, Dev>;
    [S: Shape] Tensor<S, usize, Dev>;
    [] f32;
    [] usize;
    [] u64;
    [] bool;
    [] Vec<f32>;
    [] Vec<usize>;
}

macro_rules! implement {
    ($($name:ident $index:tt),+) => {
        impl<F, $($name),+> Handler for Gradient<F, ($($name,)+)>
        where
            F: Fn($($name),+) -> Scalar<Recording>,
            $($name: Traceable,)+
        {
            type Inputs = ($($name::Plain,)+);
            type Function = fn($($name),+) -> Scalar<Recording>;
            type Other = Gradient<fn($($name),+) -> Scalar<Recording>, ($($name,)+)>;
            const KIND: Kind = Kind::Gradient;
            fn part_names(&self, inputs: &[&str]) -> Vec<String> {
                let mut names = vec!["value".to_owned()];
                $(if $name::RECORDED {
                    names.push(format!("gradient of {}", inputs.get($index).unwrap_or(&"an input")));
                })+
                names
            }
            fn answer(&self, inputs: Self::Inputs) -> Vec<Value> {
                // A clone keeps the tensor's id, by which its gradient is found afterwards.
                let value = (self.function)($($name::record(inputs.$index.clone())),+);
                let mut parts = vec![Value::Numbers(Array::scalar(value.as_vec()[0]))];
                let mut gradients = value.backward();
                $(if $name::RECORDED {
                    parts.push($name::gradient(&inputs.$index, &mut gradients));
                })+
                parts
            }
            fn other(function: Self::Function) -> Self::Other {
                Gradient {
                    function,
                    arguments: PhantomData,
                }
            }
        }
    };
}
for_each_arity!(implement);
