//! Recurrent networks, seen from their gradients.

use gradlings::prelude::*;

/// Steps of the longest way back.
const FARTHEST: usize = 30;
const UNITS: usize = 2;

/// Shows how large the gradient of the first state is, by the number of steps between it and the only target: a curve for
/// each of three matrices `u`, which turn a state and make it shorter, keep it as long as it is, or make it longer. All
/// inputs are zero, and so is the first state, so that the tanh does not bend anything: what is seen is `u` alone.
///
/// The numbers are logarithms to the base 10: 2 is a gradient of 100, and -2 one of 0.01. A gradient of zero is left out.
///
/// `loss` gets inputs `(1, 1)` and targets `(1, 2)`, the first state `(1, 2)`, and the weights `w`, `u`, `b`, `v` and `c`.
///
/// ```
/// use course::demo;
/// use gradlings::prelude::*;
///
/// demo::gradient_by_distance(|_x, _targets, h, _w, _u, _b, _v, _c| h.sum());
/// ```
pub fn gradient_by_distance(
    loss: impl Fn(
        Vec<Matrix>,
        Vec<Matrix>,
        Matrix<Recording>,
        Matrix<Recording>,
        Matrix<Recording>,
        Vector<Recording>,
        Matrix<Recording>,
        Vector<Recording>,
    ) -> Scalar<Recording>,
) {
    let matrix = |numbers: &[f32], rows: usize| -> Matrix {
        device().tensor_from_vec(numbers.to_vec(), (rows, numbers.len() / rows))
    };
    let zeros = || -> Vector { device().zeros_like(&(UNITS,)) };
    for (length, name) in [(0.7, "0.7"), (1.0, "1.0"), (1.3, "1.3")] {
        let series = format!("log10 of the gradient, u of length {name}");
        // A turn, so that no direction is special.
        let (sin, cos) = (length * 0.5_f32.sin(), length * 0.5_f32.cos());
        for steps in 1..=FARTHEST {
            let x = vec![matrix(&[0.0], 1); steps];
            let mut targets = vec![matrix(&[0.0, 0.0], 1); steps - 1];
            targets.push(matrix(&[1.0, 0.0], 1));
            let h = matrix(&[0.0, 0.0], 1);
            let loss = loss(
                x,
                targets,
                h.leaky_trace(),
                matrix(&[0.0, 0.0], 1).leaky_traced(),
                matrix(&[cos, sin, -sin, cos], UNITS).leaky_traced(),
                zeros().leaky_traced(),
                matrix(&[1.0, 0.0, 0.0, 1.0], UNITS).leaky_traced(),
                zeros().leaky_traced(),
            );
            let mut gradients = loss.backward();
            if gradients.try_alloc_for(&h).is_err() {
                return;
            }
            let squares = gradients.get(&h).square().sum::<Rank0, _>().array();
            if squares > 0.0 {
                report::metric(&series, steps, squares.sqrt().log10());
            }
        }
    }
}
