//! What a layer with weights of its own takes: a struct, and what it computes.

use dfdx::shapes::{Dtype, Shape};
use dfdx::tensor::Tensor;
use dfdx::tensor_ops::Device;
use rand_distr::num_traits::{Float, FromPrimitive};
use rand_distr::uniform::SampleUniform;
use rand_distr::{Normal, Uniform};

/// What a layer computes. The macro [`layer!`](crate::layer) makes a `Module` of it, so that the layer takes its place in
/// any network of dfdx.
pub trait Compute<Input> {
    /// What comes out.
    type Output;
    /// The layer applied.
    fn compute(&self, input: Input) -> Self::Output;
}

/// How a parameter starts.
pub enum Start {
    /// All zero: biases.
    Zeros,
    /// All one: gains.
    Ones,
    /// From minus this to this, all equally likely.
    Uniform(f64),
    /// Around zero, with this standard deviation.
    Normal(f64),
}

/// All zero: biases.
pub fn zeros() -> Start {
    Start::Zeros
}

/// All one: gains.
pub fn ones() -> Start {
    Start::Ones
}

/// From minus `bound` to `bound`, all equally likely.
pub fn uniform(bound: f64) -> Start {
    Start::Uniform(bound)
}

/// Around zero, with this standard deviation.
pub fn normal(deviation: f64) -> Start {
    Start::Normal(deviation)
}

impl Start {
    /// Fills a parameter. What is no finite, positive width leaves zeros.
    ///
    /// # Errors
    ///
    /// Those of the device.
    pub fn fill<S: Shape, E: Dtype + Float + SampleUniform, D: Device<E>>(
        &self,
        tensor: &mut Tensor<S, E, D>,
    ) -> Result<(), D::Err>
    where
        rand_distr::StandardNormal: rand_distr::Distribution<E>,
    {
        let number = |x: f64| <E as FromPrimitive>::from_f64(x).unwrap_or_default();
        match *self {
            Start::Ones => tensor.try_fill_with_ones(),
            Start::Uniform(bound) if bound > 0.0 && bound.is_finite() => {
                tensor.try_fill_with_distr(Uniform::new_inclusive(number(-bound), number(bound)))
            }
            Start::Normal(deviation) => match Normal::new(number(0.0), number(deviation)) {
                Ok(normal) => tensor.try_fill_with_distr(normal),
                Err(_) => tensor.try_fill_with_zeros(),
            },
            Start::Zeros | Start::Uniform(_) => tensor.try_fill_with_zeros(),
        }
    }
}

/// A layer with parameters of its own.
///
/// Each parameter has a shape that is known when the layer is compiled, and a start: [`zeros()`], [`ones()`],
/// [`uniform(bound)`](uniform) or [`normal(deviation)`](normal). What the layer computes is a [`Compute`]; on top of it the
/// layer is built, trained, counted, saved and put into tuples like every other.
///
/// ```
/// use gradlings::prelude::*;
///
/// layer! {
///     /// Each of `N` numbers times a factor of its own, plus one more number.
///     pub struct Affine<const N: usize> {
///         /// The factors.
///         factor: (Const<N>,) = ones(),
///         /// What is added.
///         shift: (Const<N>,) = zeros(),
///     }
/// }
///
/// impl<const N: usize, T: Tape<f32, Dev>> Compute<Tensor<(usize, Const<N>), f32, Dev, T>> for Affine<N> {
///     type Output = Tensor<(usize, Const<N>), f32, Dev, T>;
///     fn compute(&self, x: Tensor<(usize, Const<N>), f32, Dev, T>) -> Self::Output {
///         let shape = *x.shape();
///         x * self.factor.retaped::<T>().broadcast_like(&shape) + self.shift.retaped::<T>().broadcast_like(&shape)
///     }
/// }
///
/// let network = device().build_module::<(Affine<3>, ReLU, Linear<3, 2>), f32>();
/// assert_eq!(network.num_trainable_params(), 6 + 8);
/// let x = device().tensor_from_vec(vec![1.0, -2.0, 3.0], (1, Const::<3>));
/// assert_eq!(network.0.forward(x).as_vec(), [1.0, -2.0, 3.0]);
/// ```
#[macro_export]
macro_rules! layer {
    (
        $(#[$meta:meta])*
        $visibility:vis struct $name:ident $(<$(const $size:ident : usize),+ $(,)?>)? {
            $($parameters:tt)+
        }
    ) => {
        $crate::parameters! {
            $(#[$meta])*
            $visibility struct $name $(<$(const $size: usize),+>)? {
                $($parameters)+
            }
        }

        impl<$($(const $size: usize,)+)? Input> $crate::nn::dfdx::nn::modules::Module<Input>
            for $name<$($($size,)+)?>
        where
            Self: $crate::nn::layer::Compute<Input>,
        {
            type Output = <Self as $crate::nn::layer::Compute<Input>>::Output;
            type Error = $crate::tensor::DevError;

            fn try_forward(&self, input: Input) -> Result<Self::Output, Self::Error> {
                Ok($crate::nn::layer::Compute::compute(self, input))
            }
        }
    };
}

/// The part of [`layer!`](crate::layer) that has nothing to do with what the layer computes: its parameters.
#[doc(hidden)]
#[macro_export]
macro_rules! parameters {
    (
        $(#[$meta:meta])*
        $visibility:vis struct $name:ident $(<$(const $size:ident : usize),+ $(,)?>)? {
            $($(#[$parameter_meta:meta])* $parameter:ident : $shape:ty = $start:expr),+ $(,)?
        }
    ) => {
        $(#[$meta])*
        #[derive(Clone, Debug)]
        $visibility struct $name<
            $($(const $size: usize,)+)?
            E: $crate::nn::dfdx::shapes::Dtype = f32,
            D: $crate::nn::dfdx::tensor::Storage<E> = $crate::tensor::Dev,
        > {
            $($(#[$parameter_meta])* pub $parameter: $crate::nn::dfdx::tensor::Tensor<$shape, E, D>),+
        }

        const _: () = {
            use $crate::nn::dfdx::nn::modules::{BuildModule, BuildOnDevice, NonMutableModule};
            use $crate::nn::dfdx::nn::{ModuleVisitor, TensorCollection, TensorOptions};
            use $crate::nn::dfdx::shapes::Dtype;
            use $crate::nn::dfdx::tensor::Storage;
            use $crate::nn::dfdx::tensor_ops::Device;
            use $crate::nn::layer::Number;

            /// The layer itself is its description.
            impl<$($(const $size: usize,)+)? E: Dtype, D: Device<E>> BuildOnDevice<D, E>
                for $name<$($($size,)+)?>
            where
                $name<$($($size,)+)? E, D>: BuildModule<D, E>,
            {
                type Built = $name<$($($size,)+)? E, D>;
            }

            impl<$($(const $size: usize,)+)? E: Number, D: Device<E>> TensorCollection<E, D>
                for $name<$($($size,)+)? E, D>
            {
                type To<E2: Dtype, D2: Device<E2>> = $name<$($($size,)+)? E2, D2>;

                fn iter_tensors<V: ModuleVisitor<Self, E, D>>(
                    visitor: &mut V,
                ) -> Result<Option<Self::To<V::E2, V::D2>>, V::Err> {
                    visitor.visit_fields(
                        ($(
                            Self::tensor(
                                stringify!($parameter),
                                |layer| &layer.$parameter,
                                |layer| &mut layer.$parameter,
                                TensorOptions::reset_with(|tensor| E::start(&$start, tensor)),
                            ),
                        )+),
                        |($($parameter,)+)| $name { $($parameter),+ },
                    )
                }
            }

            impl<$($(const $size: usize,)+)? E: Dtype, D: Storage<E>> NonMutableModule
                for $name<$($($size,)+)? E, D>
            {
            }
        };
    };
}

/// The numbers that parameters can be filled with: `f32`, `f64`.
pub trait Number: Dtype {
    /// Fills a parameter.
    ///
    /// # Errors
    ///
    /// Those of the device.
    fn start<S: Shape, D: Device<Self>>(
        start: &Start,
        tensor: &mut Tensor<S, Self, D>,
    ) -> Result<(), D::Err>;
}

impl<E: Dtype + Float + SampleUniform> Number for E
where
    rand_distr::StandardNormal: rand_distr::Distribution<E>,
{
    fn start<S: Shape, D: Device<E>>(
        start: &Start,
        tensor: &mut Tensor<S, E, D>,
    ) -> Result<(), D::Err> {
        start.fill(tensor)
    }
}
