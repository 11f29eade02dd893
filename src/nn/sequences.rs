//! What a recurrent layer is to a network: a module that takes sequences, from nothing or from the state they have come to.

/// Makes a module of a layer `$layer<IN, UNITS>`. `$states` takes inputs `(batch, time, IN)`, the states before the first step,
/// `(batch, UNITS)`, and the layer; it gives all states, `(batch, time, UNITS)`, and a copy of the last ones.
macro_rules! takes_sequences {
    ($layer:ident, $states:path) => {
        const _: () = {
            use dfdx::nn::modules::Module;
            use dfdx::shapes::{Const, Dim, HasShape};
            use dfdx::tensor::{Tape, Tensor, ZerosTensor};

            use $crate::tensor::{Dev, DevError};

            type Sequences<B, S, const N: usize, T> = Tensor<(B, S, Const<N>), f32, Dev, T>;
            type States<B, const N: usize> = Tensor<(B, Const<N>), f32, Dev>;

            impl<const I: usize, const U: usize, B: Dim, S: Dim, T: Tape<f32, Dev>>
                Module<Sequences<B, S, I, T>> for $layer<I, U>
            {
                type Output = Sequences<B, S, U, T>;
                type Error = DevError;

                fn try_forward(&self, x: Sequences<B, S, I, T>) -> Result<Self::Output, DevError> {
                    let nothing = x.device().try_zeros_like(&(x.shape().0, Const::<U>))?;
                    Ok($states(x, &nothing, self)?.0)
                }
            }

            impl<const I: usize, const U: usize, B: Dim, S: Dim, T: Tape<f32, Dev>>
                Module<(Sequences<B, S, I, T>, States<B, U>)> for $layer<I, U>
            {
                type Output = (Sequences<B, S, U, T>, States<B, U>);
                type Error = DevError;

                fn try_forward(
                    &self,
                    (x, state): (Sequences<B, S, I, T>, States<B, U>),
                ) -> Result<Self::Output, DevError> {
                    $states(x, &state, self)
                }
            }
        };
    };
}

pub(super) use takes_sequences;
