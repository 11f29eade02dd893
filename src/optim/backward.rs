//! The backward pass.

use std::convert::Infallible;

use dfdx::shapes::Rank0;
use dfdx::tensor::{AsArray, Gradients, OwnedTape, PutTape, SplitTape, Tape, Tensor};
use dfdx::tensor_ops::Backward as Plain;

use crate::counting;
use crate::health;
use crate::tensor::{Dev, DevError};

type Loss = Tensor<Rank0, f32, Dev, OwnedTape<f32, Dev>>;

/// Plays the tape of a loss back.
pub trait Backward {
    /// The gradients of this loss with respect to everything on its tape, added to those that the tape began with.
    fn backward(self) -> Gradients<f32, Dev>;

    /// As [`Backward::backward`], for those who want to hear that there is no memory left.
    fn try_backward(self) -> Result<Gradients<f32, Dev>, DevError>;
}

impl Backward for Loss {
    fn backward(self) -> Gradients<f32, Dev> {
        match play_back::<Infallible>(self, |loss| Ok(Plain::backward(loss))) {
            Ok(gradients) => gradients,
            Err(never) => match never {},
        }
    }

    fn try_backward(self) -> Result<Gradients<f32, Dev>, DevError> {
        play_back(self, Plain::try_backward)
    }
}

/// Plays back, and shows the gradients to the observer before the first operation and after the last one.
fn play_back<E>(
    loss: Loss,
    plain: impl FnOnce(Loss) -> Result<Gradients<f32, Dev>, E>,
) -> Result<Gradients<f32, Dev>, E> {
    if !health::active() {
        return plain(loss);
    }
    let value = loss.array();
    let (loss, mut tape) = loss.split_tape();
    // What is recorded last is played back first, when the gradients are still those that the tape began with.
    tape.add_backward_op(|gradients| {
        health::notice(|observer| {
            let (step, watches) = observer.watches();
            watches.for_each(|watch| watch.before_backward(gradients, step));
        });
        Ok(())
    });
    let mut gradients = plain(loss.put_tape(tape))?;
    health::notice(|observer| {
        let (_, watches) = observer.watches();
        watches.for_each(|watch| watch.after_backward(&mut gradients));
        observer.played_back(value);
    });
    counting::played_back();
    Ok(gradients)
}
