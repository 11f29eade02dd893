//! Differentiable functions: one definition gives the value and, through the tape, its gradients.
//!
//! A tensor has one gradient for each of its elements, and the tape plays back only from one number. So a function that
//! returns a tensor `y` is differentiated through `sum(c * y)`, where the cotangent `c` has the shape of `y` and random
//! elements: a gradient that is wrong for any element of `y` is wrong for almost every `c`.

use std::marker::PhantomData;

use dfdx::prelude::*;

use super::{Handler, for_each_arity};
use crate::sheet::{Kind, cotangent};
use crate::tensor::{Dev, Recording, device};
use crate::values::{Wire, to_array};
use crate::wire::{Array, Value};

/// See [`gradient`].
pub struct Gradient<F, Arguments> {
    function: F,
    arguments: PhantomData<fn(Arguments)>,
}

/// A function from recorded tensors (and anything else) to a recorded tensor, of one number or of more.
///
/// A function that is generic over the tape goes straight in: inference picks the recording one. The answer is the
/// value, then the gradient with respect to every input whose type carries the tape, in the order of the inputs. A `Vec`
/// of recorded tensors has one gradient for each of them.
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
        Value::Numbers(gradient_of(plain, gradients))
    }
}

impl<S: Shape> Traceable for Vec<Tensor<S, f32, Dev, Recording>> {
    type Plain = Vec<Tensor<S, f32, Dev>>;
    const RECORDED: bool = true;
    fn record(plain: Self::Plain) -> Self {
        plain.into_iter().map(Traceable::record).collect()
    }
    fn gradient(plain: &Self::Plain, gradients: &mut Gradients<f32, Dev>) -> Value {
        let each = plain.iter().map(|one| gradient_of(one, gradients));
        Value::Arrays(each.collect())
    }
}

/// The gradient of a tensor after `backward`: zeros where the function ignored it.
fn gradient_of<S: Shape>(
    plain: &Tensor<S, f32, Dev>,
    gradients: &mut Gradients<f32, Dev>,
) -> Array<f32> {
    match gradients.try_alloc_for(plain) {
        Ok(()) => to_array(&gradients.get(plain)),
        Err(_) => Array::default(),
    }
}

/// The factors by which the elements of a result of this shape are added up before `backward`. A single number is taken
/// as it is.
fn factors<S: Shape>(shape: S) -> Tensor<S, f32, Dev> {
    let factors = match S::NUM_DIMS {
        0 => vec![1.0],
        _ => cotangent(shape.num_elements()),
    };
    device().tensor_from_vec(factors, shape)
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
    [S: Shape] Vec<Tensor<S, f32, Dev>>;
    [] f32;
    [] f64;
    [] usize;
    [] u64;
    [] i64;
    [] bool;
    [] String;
    [] Vec<f32>;
    [] Vec<usize>;
    [] Vec<bool>;
    [] Vec<Vec<usize>>;
}

macro_rules! implement {
    ($($name:ident $index:tt),+) => {
        impl<F, S, $($name),+> Handler for Gradient<F, ($($name,)+)>
        where
            S: Shape,
            F: Fn($($name),+) -> Tensor<S, f32, Dev, Recording>,
            $($name: Traceable,)+
        {
            type Inputs = ($($name::Plain,)+);
            type Function = fn($($name),+) -> Tensor<S, f32, Dev, Recording>;
            type Other = Gradient<fn($($name),+) -> Tensor<S, f32, Dev, Recording>, ($($name,)+)>;
            const KIND: Kind = Kind::Gradient;
            fn written() -> String {
                "gradient(...)".to_owned()
            }
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
                let (value, tape) = value.split_tape();
                let mut parts = vec![Value::Numbers(to_array(&value))];
                let factors = factors(*value.shape());
                let mut gradients = (value.put_tape(tape) * factors).sum().backward();
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
