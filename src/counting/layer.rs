//! A layer whose computations are counted, for lessons about what is kept and what is computed again.

use super::ledger::ledger;
use super::metered::Metered;

/// One layer of a stack, `y = tanh(x W)`, with its gradients. How often each layer of a stack was computed is counted.
///
/// ```
/// use gradlings::counting::{Layer, Metered, measure};
///
/// let layers = Layer::stack(vec![Metered::filled(3, 3, 0.1), Metered::filled(3, 2, 0.2)]);
/// let x = Metered::filled(1, 3, 1.0);
/// let measured = measure(|| {
///     let hidden = layers[0].forward(&x);
///     let y = layers[1].forward(&hidden);
///     let gradients = layers[1].backward(&hidden, &y, &Metered::filled(1, 2, 1.0));
///     let again = layers[0].forward(&x);
///     layers[0].backward(&x, &again, &gradients.input)
/// });
/// assert_eq!(measured.rebuilt, 1);
/// assert_eq!(measured.result.weights.shape(), (3, 3));
/// ```
pub struct Layer {
    number: usize,
    weights: Metered,
}

/// The gradients of one layer.
#[derive(Clone, Debug)]
pub struct Gradients {
    /// For what goes into the layer.
    pub input: Metered,
    /// For its weights.
    pub weights: Metered,
}

impl Layer {
    /// The layers of a network, in order, from their weights of shape `(inputs, outputs)`.
    pub fn stack(weights: Vec<Metered>) -> Vec<Layer> {
        let numbered = weights.into_iter().enumerate();
        let layer = |(number, weights)| Layer { number, weights };
        numbered.map(layer).collect()
    }

    /// The output `tanh(x W)` for rows `x`: its activations. It counts as computed once more.
    #[track_caller]
    pub fn forward(&self, x: &Metered) -> Metered {
        ledger(|ledger| {
            if ledger.forwards.len() <= self.number {
                ledger.forwards.resize(self.number + 1, 0);
            }
            ledger.forwards[self.number] += 1;
        });
        x.matmul(&self.weights).tanh()
    }

    /// The gradients of a loss, given the rows `x` that went in, the output `y` that came of them, and the gradient for `y`.
    #[track_caller]
    pub fn backward(&self, x: &Metered, y: &Metered, gradient: &Metered) -> Gradients {
        let slope = &(&(y * y) - 1.0) * -1.0;
        let before = gradient * &slope;
        Gradients {
            input: before.matmul(&self.weights.transpose()),
            weights: x.transpose().matmul(&before),
        }
    }

    /// What the layer is made of; a learner's function cannot get at it.
    pub(crate) fn into_weights(self) -> Metered {
        self.weights
    }
}
