//! Shapes whose last axis has a length that is known.

use dfdx::shapes::{Const, Dim, Shape};

/// A shape of which the last axis has `N` numbers.
pub trait LastAxis<const N: usize>: Shape {}
impl<const N: usize> LastAxis<N> for (Const<N>,) {}
impl<const N: usize, B: Dim> LastAxis<N> for (B, Const<N>) {}
impl<const N: usize, B: Dim, C: Dim> LastAxis<N> for (B, C, Const<N>) {}

/// A shape of which the last axis has `IN` numbers, and what it becomes where there are `OUT` of them.
pub trait Rows<const IN: usize, const OUT: usize>: Shape {
    /// The same with another last axis.
    type Out: Shape;
    /// That of this shape.
    fn out(&self) -> Self::Out;
}

impl<const I: usize, const O: usize> Rows<I, O> for (Const<I>,) {
    type Out = (Const<O>,);
    fn out(&self) -> Self::Out {
        (Const,)
    }
}

impl<const I: usize, const O: usize, A: Dim> Rows<I, O> for (A, Const<I>) {
    type Out = (A, Const<O>);
    fn out(&self) -> Self::Out {
        (self.0, Const)
    }
}

impl<const I: usize, const O: usize, A: Dim, B: Dim> Rows<I, O> for (A, B, Const<I>) {
    type Out = (A, B, Const<O>);
    fn out(&self) -> Self::Out {
        (self.0, self.1, Const)
    }
}

/// The shape of tokens, and that of their vectors.
pub trait Tokens<const WIDTH: usize>: Shape {
    /// The same with one more axis.
    type Vectors: Shape;
    /// That of these tokens.
    fn vectors(&self) -> Self::Vectors;
}

impl<const WIDTH: usize, A: Dim> Tokens<WIDTH> for (A,) {
    type Vectors = (A, Const<WIDTH>);
    fn vectors(&self) -> Self::Vectors {
        (self.0, Const)
    }
}

impl<const WIDTH: usize, A: Dim, B: Dim> Tokens<WIDTH> for (A, B) {
    type Vectors = (A, B, Const<WIDTH>);
    fn vectors(&self) -> Self::Vectors {
        (self.0, self.1, Const)
    }
}
