//! Differentiable functions: one definition gives the value and, through the tape, its gradients.
//!
//! A tensor has one gradient for each of its elements, and the tape plays back only from one number. So a function that
//! returns a tensor `y` is differentiated through `sum(c * y)`, where the cotangent `c` has the shape of `y` and random
//! elements: a gradient that is wrong for any element of `y` is wrong for almost every `c`.
//!
//! An input of a function that is part of a larger network comes from an operation before it, and what that operation
//! has recorded arrives on the input's own tape. A function that only uses `x.with_empty_tape()` has the right gradient
//! where `x` is a leaf and ends the way back everywhere else. So each input has a mark on its tape, and an answer says
//! which marks were never passed: see [`Lent`].

use std::cell::Cell;
use std::marker::PhantomData;
use std::rc::Rc;

use dfdx::prelude::*;

use super::{Handler, for_each_arity};
use crate::sheet::{CheckKind, Lent, Returned, cotangent};
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
    /// With a tape for each of its tensors, where it carries one, and a mark on each.
    fn record(plain: Self::Plain) -> (Self, Vec<Mark>);
    /// The gradient after `backward`: zeros where the function ignored the input.
    fn gradient(plain: &Self::Plain, gradients: &mut Gradients<f32, Dev>) -> Value;
}

/// An operation on the tape of an input that does nothing but remember that it was played back.
#[derive(Clone, Default)]
pub struct Mark(Rc<Cell<bool>>);

impl Mark {
    /// A leaf with this mark on its tape. The mark costs no arithmetic, so the gradient is the same to the last bit.
    fn on<S: Shape>(&self, leaf: Tensor<S, f32, Dev>) -> Tensor<S, f32, Dev, Recording> {
        let (leaf, mut tape) = leaf.leaky_traced().split_tape();
        let passed = Rc::clone(&self.0);
        tape.add_backward_op(move |_| {
            passed.set(true);
            Ok(())
        });
        leaf.put_tape(tape)
    }

    fn is_passed(&self) -> bool {
        self.0.get()
    }
}

impl<S: Shape> Traceable for Tensor<S, f32, Dev, Recording> {
    type Plain = Tensor<S, f32, Dev>;
    const RECORDED: bool = true;
    fn record(plain: Self::Plain) -> (Self, Vec<Mark>) {
        let mark = Mark::default();
        (mark.on(plain), vec![mark])
    }
    fn gradient(plain: &Self::Plain, gradients: &mut Gradients<f32, Dev>) -> Value {
        Value::Numbers(gradient_of(plain, gradients))
    }
}

impl<S: Shape> Traceable for Vec<Tensor<S, f32, Dev, Recording>> {
    type Plain = Vec<Tensor<S, f32, Dev>>;
    const RECORDED: bool = true;
    fn record(plain: Self::Plain) -> (Self, Vec<Mark>) {
        let marks: Vec<Mark> = plain.iter().map(|_| Mark::default()).collect();
        let recorded = plain.into_iter().zip(&marks);
        (recorded.map(|(one, mark)| mark.on(one)).collect(), marks)
    }
    fn gradient(plain: &Self::Plain, gradients: &mut Gradients<f32, Dev>) -> Value {
        let each = plain.iter().map(|one| gradient_of(one, gradients));
        Value::Arrays(each.collect())
    }
}

/// The tensors of an input that the function used without what their tapes had recorded. `part` is that of their
/// gradients. Of one that the function did not use at all there is nothing to lose.
fn lent(part: usize, marks: &[Mark], gradient: &Value) -> Vec<Lent> {
    let is_used = |tensor: usize| match gradient {
        Value::Numbers(array) => array.data().iter().any(|&x| x != 0.0),
        Value::Arrays(arrays) => arrays[tensor].data().iter().any(|&x| x != 0.0),
        _ => false,
    };
    let missed = (0..marks.len()).filter(|&tensor| !marks[tensor].is_passed() && is_used(tensor));
    missed.map(|tensor| Lent { part, tensor }).collect()
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
            fn record(plain: Self) -> (Self, Vec<Mark>) {
                (plain, Vec::new())
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
            const KIND: CheckKind = CheckKind::Gradient;
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
            fn answer(&self, inputs: Self::Inputs) -> Returned {
                // A clone keeps the tensor's id, by which its gradient is found afterwards.
                let recorded = ($($name::record(inputs.$index.clone()),)+);
                let marks = [$(recorded.$index.1),+];
                let value = (self.function)($(recorded.$index.0),+);
                let (value, tape) = value.split_tape();
                let mut answer = Returned::of(vec![Value::Numbers(to_array(&value))]);
                let factors = factors(*value.shape());
                let mut gradients = match value.shape().num_elements() {
                    // A sum of no numbers is a division by zero in dfdx.
                    0 => Gradients::leaky(),
                    _ => (value.put_tape(tape) * factors).sum().backward(),
                };
                $(if $name::RECORDED {
                    let gradient = $name::gradient(&inputs.$index, &mut gradients);
                    answer.lent.extend(lent(answer.parts.len(), &marks[$index], &gradient));
                    answer.parts.push(gradient);
                })+
                answer
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::serve::Exercise;
    use crate::sheet::Answer;
    use crate::tensor::Matrix;

    type Recorded = Matrix<Recording>;

    /// What a function answers to two matrices and a list of two.
    fn answer<F>(function: F) -> Returned
    where
        F: Fn(Recorded, Recorded, Vec<Recorded>) -> Recorded + 'static,
    {
        let one =
            |numbers: [f32; 4]| -> Matrix { device().tensor_from_vec(numbers.to_vec(), (2, 2)) };
        let (x, w) = (one([0.1, -0.4, 0.9, 0.3]), one([1.0, 2.0, 3.0, 4.0]));
        let list = vec![w.clone() * 0.5, x.clone() * 2.0];
        let inputs = vec![x.into_value(), w.into_value(), list.into_value()];
        match Exercise::new()
            .offer("f", gradient(function))
            .answer("f", inputs, 0)
        {
            Answer::Returned(returned) => returned,
            other => panic!("{other:?}"),
        }
    }

    fn right(x: Recorded, w: Recorded, mut list: Vec<Recorded>) -> Recorded {
        let (last, first) = (list.remove(1), list.remove(0));
        x.with_empty_tape().tanh().matmul(w) + first * last + x
    }

    #[test]
    fn what_is_used_without_its_own_tape_is_lent_and_its_gradient_is_still_that_of_a_leaf() {
        type Function = fn(Recorded, Recorded, Vec<Recorded>) -> Recorded;
        type Lends = &'static [(usize, usize)];
        let table: [(&str, Function, Lends); 5] = [
            ("nothing", right, &[]),
            (
                "x",
                |x, w, list| right(x.with_empty_tape(), w, list),
                &[(1, 0)],
            ),
            ("w", |x, w, list| right(x, w.retaped(), list), &[(2, 0)]),
            (
                "one of the list",
                |x, w, mut list| {
                    list[1] = list[1].with_empty_tape();
                    right(x, w, list)
                },
                &[(3, 1)],
            ),
            (
                "all",
                |x, w, list| {
                    let list = list.iter().map(Tensor::with_empty_tape).collect();
                    right(x.with_empty_tape(), w.with_empty_tape(), list)
                },
                &[(1, 0), (2, 0), (3, 0), (3, 1)],
            ),
        ];
        let parts = answer(right).parts;
        for (what, function, expected) in table {
            let answer = answer(function);
            let lent: Vec<(usize, usize)> = answer
                .lent
                .iter()
                .map(|lent| (lent.part, lent.tensor))
                .collect();
            assert_eq!(lent, expected, "{what}");
            assert_eq!(answer.parts, parts, "{what}");
        }
    }

    #[test]
    fn an_input_that_is_not_used_or_is_made_anew_has_no_gradient_and_is_not_lent() {
        let unused = answer(|x, _, _| x.tanh());
        let anew = answer(|x, w, list| {
            let w: Matrix = device().tensor_from_vec(w.as_vec(), *w.shape());
            right(x, w.leaky_traced(), list)
        });
        let shape_only = answer(|x, w, _| {
            let (rows, _) = *w.shape();
            x * rows as f32
        });
        for answer in [unused, anew, shape_only] {
            assert!(answer.lent.is_empty());
            let Value::Numbers(gradient) = &answer.parts[2] else {
                panic!("{:?}", answer.parts[2]);
            };
            assert_eq!(gradient.data(), [0.0; 4]);
        }
    }

    #[test]
    fn no_rows_have_a_value_and_gradients_without_numbers() {
        let exercise = Exercise::new().offer("f", gradient(|x: Recorded| x.tanh()));
        let none: Matrix = device().zeros_like(&(0, 3));
        let Answer::Returned(returned) = exercise.answer("f", vec![none.clone().into_value()], 0)
        else {
            panic!("it does not end");
        };
        let none = none.into_value();
        assert_eq!(returned.parts, [none.clone(), none]);
    }
}
