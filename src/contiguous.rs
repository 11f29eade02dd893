//! Axes that change places and rows that are repeated: dfdx's `permute` and `broadcast_like` under their own names, with
//! numbers that are moved.
//!
//! In dfdx 0.13 either is the old numbers, read in another order or more than once. For such a tensor `softmax`,
//! `log_softmax` and `logsumexp` work out a wrong gradient: they subtract the largest number, which lays the rest out anew,
//! and keep the id of a tensor whose gradient is laid out as before. So the numbers are copied here, by an operation that
//! the tape records.

use std::convert::identity;

use dfdx::prelude::*;
use dfdx::tensor_ops::{BroadcastTo as PlainBroadcast, PermuteTo as PlainPermute};

use crate::tensor::{Dev, DevError};

/// Changes the order of the axes.
pub trait PermuteTo: HasErr + HasShape {
    /// The tensor with its axes in another order: `k.permute::<_, Axes3<0, 2, 1>>()` has shape `(batch, d, time)` where `k`
    /// has `(batch, time, d)`.
    fn permute<Dst: Shape, Ax: Axes>(self) -> Self::WithShape<Dst>
    where
        Self::Shape: PermuteShapeTo<Dst, Ax>;

    /// As [`PermuteTo::permute`], for those who want to hear that there is no memory left.
    fn try_permute<Dst: Shape, Ax: Axes>(self) -> Result<Self::WithShape<Dst>, Self::Err>
    where
        Self::Shape: PermuteShapeTo<Dst, Ax>;
}

/// Repeats a tensor along new axes.
pub trait BroadcastTo: HasErr + HasShape {
    /// The tensor, repeated along the axes `Ax` of a shape that is known to the compiler.
    fn broadcast<Dst: ConstShape, Ax: Axes>(self) -> Self::WithShape<Dst>
    where
        Self::Shape: BroadcastShapeTo<Dst, Ax>;

    /// As [`BroadcastTo::broadcast`], for those who want to hear that there is no memory left.
    fn try_broadcast<Dst: ConstShape, Ax: Axes>(self) -> Result<Self::WithShape<Dst>, Self::Err>
    where
        Self::Shape: BroadcastShapeTo<Dst, Ax>;

    /// The tensor, repeated along the axes `Ax` of the shape of another one: `b.broadcast_like::<_, Axis<0>>(&x)` is the
    /// vector `b` once for each row of the matrix `x`.
    fn broadcast_like<Dst: HasShape, Ax: Axes>(self, dst: &Dst) -> Self::WithShape<Dst::Shape>
    where
        Self::Shape: BroadcastShapeTo<Dst::Shape, Ax>;

    /// As [`BroadcastTo::broadcast_like`], for those who want to hear that there is no memory left.
    fn try_broadcast_like<Dst: HasShape, Ax: Axes>(
        self,
        dst: &Dst,
    ) -> Result<Self::WithShape<Dst::Shape>, Self::Err>
    where
        Self::Shape: BroadcastShapeTo<Dst::Shape, Ax>;
}

/// For tensors of these numbers, with what is done to dfdx's result.
macro_rules! implement {
    ($($number:ty)+, $copied:path, $try_copied:path) => {$(
        impl<S: Shape, T: Tape<$number, Dev>> PermuteTo for Tensor<S, $number, Dev, T> {
            fn permute<Dst: Shape, Ax: Axes>(self) -> Self::WithShape<Dst>
            where
                Self::Shape: PermuteShapeTo<Dst, Ax>,
            {
                $copied(PlainPermute::permute(self))
            }

            fn try_permute<Dst: Shape, Ax: Axes>(self) -> Result<Self::WithShape<Dst>, Self::Err>
            where
                Self::Shape: PermuteShapeTo<Dst, Ax>,
            {
                $try_copied(PlainPermute::try_permute(self))
            }
        }

        impl<S: Shape, T: Tape<$number, Dev>> BroadcastTo for Tensor<S, $number, Dev, T> {
            fn broadcast<Dst: ConstShape, Ax: Axes>(self) -> Self::WithShape<Dst>
            where
                Self::Shape: BroadcastShapeTo<Dst, Ax>,
            {
                $copied(PlainBroadcast::broadcast(self))
            }

            fn try_broadcast<Dst: ConstShape, Ax: Axes>(
                self,
            ) -> Result<Self::WithShape<Dst>, Self::Err>
            where
                Self::Shape: BroadcastShapeTo<Dst, Ax>,
            {
                $try_copied(PlainBroadcast::try_broadcast(self))
            }

            fn broadcast_like<Dst: HasShape, Ax: Axes>(
                self,
                dst: &Dst,
            ) -> Self::WithShape<Dst::Shape>
            where
                Self::Shape: BroadcastShapeTo<Dst::Shape, Ax>,
            {
                $copied(PlainBroadcast::broadcast_like(self, dst))
            }

            fn try_broadcast_like<Dst: HasShape, Ax: Axes>(
                self,
                dst: &Dst,
            ) -> Result<Self::WithShape<Dst::Shape>, Self::Err>
            where
                Self::Shape: BroadcastShapeTo<Dst::Shape, Ax>,
            {
                $try_copied(PlainBroadcast::try_broadcast_like(self, dst))
            }
        }
    )+};
}
implement!(f32, copied, try_copied);
// These have no gradient in the course.
implement!(f64 bool usize u8 u16 u32 u64 i8 i16 i32 i64, identity, identity);

/// The numbers in their new order. dfdx reads one before it looks how many there are.
fn copied<S: Shape, T: Tape<f32, Dev>>(tensor: Tensor<S, f32, Dev, T>) -> Tensor<S, f32, Dev, T> {
    match tensor.shape().num_elements() {
        0 => tensor,
        _ => tensor.contiguous(),
    }
}

fn try_copied<S: Shape, T: Tape<f32, Dev>>(
    tensor: Result<Tensor<S, f32, Dev, T>, DevError>,
) -> Result<Tensor<S, f32, Dev, T>, DevError> {
    let tensor = tensor?;
    match tensor.shape().num_elements() {
        0 => Ok(tensor),
        _ => tensor.try_contiguous(),
    }
}

#[cfg(test)]
mod tests {
    // Not everything, or dfdx's traits would be in scope beside these.
    use dfdx::prelude::{
        Axes2, Axis, Backward, HasShape, LogSumExpTo, MeanTo, ReshapeTo, SumTo, Tensor,
        TensorFromVec, Trace, TryConcatAlong, TryMatMul, VarTo, WithEmptyTape, ZerosTensor,
    };

    use super::{BroadcastTo, Dev, PermuteTo};
    use crate::tensor::{Matrix, Recording, Vector, device};

    type Recorded = Matrix<Recording>;
    type Function = fn(Recorded) -> Recorded;

    const X: [f32; 6] = [0.3, -1.2, 0.8, 1.7, -0.4, 0.1];

    fn flat(x: Recorded) -> Vector<Recording> {
        let (rows, columns) = *x.shape();
        x.reshape_like(&(rows * columns,))
    }

    fn row(x: Vector<Recording>) -> Recorded {
        let (n,) = *x.shape();
        x.reshape_like(&(1, n))
    }

    /// Numbers that have nothing to do with each other, of the shape of a matrix.
    fn factors(shape: (usize, usize)) -> Matrix {
        let numbers = (0..shape.0 * shape.1).map(|n| (n * 7 % 11) as f32 * 0.3 - 1.0);
        device().tensor_from_vec(numbers.collect(), shape)
    }

    /// How far the gradient of a function of two rows and three columns is from its slope, at the worst element.
    fn error(function: impl Fn(Recorded) -> Recorded) -> f64 {
        let leaf =
            |numbers: &[f32]| -> Matrix { device().tensor_from_vec(numbers.to_vec(), (2, 3)) };
        let value = |numbers: &[f32]| -> f64 {
            let y = function(leaf(numbers).leaky_traced());
            let factors = factors(*y.shape()).as_vec();
            let terms = y.as_vec().into_iter().zip(factors);
            terms
                .map(|(y, factor)| f64::from(y) * f64::from(factor))
                .sum()
        };
        let x = leaf(&X);
        let y = function(x.leaky_trace());
        let factors = factors(*y.shape());
        let mut gradients = Backward::backward(SumTo::sum(y * factors));
        let gradient = match gradients.try_alloc_for(&x) {
            Ok(()) => gradients.get(&x).as_vec(),
            Err(error) => panic!("{error:?}"),
        };
        let at = |element: usize| {
            let moved = |by: f32| {
                let mut moved = X;
                moved[element] += by;
                value(&moved)
            };
            let slope = (moved(0.01) - moved(-0.01)) / 0.02;
            (slope - f64::from(gradient[element])).abs()
        };
        (0..X.len()).map(at).fold(0.0, f64::max)
    }

    const OPERATIONS: [(&str, Function); 16] = [
        ("nothing", |x| x),
        ("softmax, down", |x| x.softmax::<Axis<0>>()),
        ("softmax, across", |x| x.softmax::<Axis<1>>()),
        ("log_softmax, down", |x| x.log_softmax::<Axis<0>>()),
        ("log_softmax, across", |x| x.log_softmax::<Axis<1>>()),
        ("logsumexp", |x| row(x.logsumexp::<_, Axis<1>>())),
        ("exp", |x| x.exp()),
        ("tanh", |x| x.tanh()),
        ("twice", |x| x.with_empty_tape().tanh() * x),
        ("sum", |x| row(SumTo::sum::<_, Axis<1>>(x))),
        ("mean", |x| row(x.mean::<_, Axis<0>>())),
        ("var", |x| row(x.var::<_, Axis<0>>())),
        ("normalize", |x| (x.tanh() + 2.0).normalize::<Axis<1>>(1.0)),
        ("matmul", |x| {
            let columns = x.shape().1;
            x.matmul(factors((columns, 2)))
        }),
        ("concat", |x| {
            (x.with_empty_tape().tanh(), x).concat_along(Axis::<1>)
        }),
        ("lower_tri", |x| x.lower_tri(0)),
    ];

    #[test]
    fn what_was_permuted_or_repeated_has_the_gradient_of_its_slope_under_every_operation() {
        let views: [(&str, Function); 4] = [
            ("as it is", |x| x),
            ("permuted", |x| x.permute::<_, Axes2<1, 0>>()),
            ("rows repeated", |x| {
                flat(x).broadcast_like::<_, Axis<0>>(&(3, 6))
            }),
            ("columns repeated", |x| {
                flat(x).broadcast_like::<_, Axis<1>>(&(6, 3))
            }),
        ];
        for (seen, view) in views {
            for (done, operation) in OPERATIONS {
                let error = error(|x| operation(view(x)));
                assert!(error < 0.02, "{done} of what is {seen}: off by {error}");
            }
        }
    }

    #[test]
    fn dfdx_itself_gets_these_gradients_wrong() {
        let wrong = |view: Function| -> Vec<&str> {
            let operations = OPERATIONS.iter();
            let wrong = operations.filter(|(_, operation)| error(|x| operation(view(x))) >= 0.02);
            wrong.map(|(name, _)| *name).collect()
        };
        let all = [
            "softmax, down",
            "softmax, across",
            "log_softmax, down",
            "log_softmax, across",
            "logsumexp",
        ];
        assert_eq!(
            wrong(dfdx::tensor_ops::PermuteTo::permute::<_, Axes2<1, 0>>),
            all
        );
        assert_eq!(
            wrong(
                |x| dfdx::tensor_ops::BroadcastTo::broadcast_like::<_, Axis<0>>(flat(x), &(3, 6))
            ),
            all
        );
        // `slice` replaces the gradient that the other uses of a tensor have collected.
        let sliced: Function = |x| {
            let columns = x.shape().1;
            let first = x.with_empty_tape().slice((.., 0..columns - 1));
            let last = x.slice((.., 1..columns));
            first.reshape_like(&(2, 2)) + last.reshape_like(&(2, 2))
        };
        assert!(error(sliced) > 0.5);
    }

    #[test]
    fn no_rows_are_permuted_and_repeated_too() {
        let none: Matrix = device().zeros_like(&(0, 3));
        assert_eq!(*none.clone().permute::<_, Axes2<1, 0>>().shape(), (3, 0));
        let three: Vector = device().zeros_like(&(3,));
        assert_eq!(*three.broadcast_like::<_, Axis<0>>(&none).shape(), (0, 3));
    }

    #[test]
    fn a_permuted_tensor_may_meet_itself_and_yes_and_no_are_repeated_too() {
        let x: Matrix = device().tensor_from_vec(vec![1.0, 2.0, 3.0, 4.0], (2, 2));
        let square = x.leaky_trace();
        let both = square.with_empty_tape() * square.permute::<_, Axes2<1, 0>>();
        assert_eq!(both.as_vec(), [1.0, 6.0, 6.0, 16.0]);
        let yes: Tensor<(usize,), bool, Dev> = device().tensor_from_vec(vec![true, false], (2,));
        let yes = yes.broadcast_like::<_, Axis<0>>(&(2, 2));
        assert_eq!(yes.as_vec(), [true, false, true, false]);
    }
}
