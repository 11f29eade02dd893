//! L2 regularization: the loss plus a price on the squared weights, without the biases.

use gradlings::prelude::*;

pub fn l2<T: Tape<f32, Dev>>(
    loss: Scalar<T>,
    weights: Matrix<T>,
    _biases: Vector<T>,
    strength: f32,
) -> Scalar<T> {
    let penalty: Scalar<T> = weights.square().sum();
    loss + penalty * strength
}

mod mistakes {
    use gradlings::prelude::*;

    pub fn norm<T: Tape<f32, Dev>>(
        loss: Scalar<T>,
        weights: Matrix<T>,
        _biases: Vector<T>,
        strength: f32,
    ) -> Scalar<T> {
        let squares: Scalar<T> = weights.square().sum();
        loss + squares.sqrt() * strength
    }

    pub fn halved<T: Tape<f32, Dev>>(
        loss: Scalar<T>,
        weights: Matrix<T>,
        _biases: Vector<T>,
        strength: f32,
    ) -> Scalar<T> {
        let squares: Scalar<T> = weights.square().sum();
        loss + squares * (strength / 2.0)
    }

    pub fn averaged<T: Tape<f32, Dev>>(
        loss: Scalar<T>,
        weights: Matrix<T>,
        _biases: Vector<T>,
        strength: f32,
    ) -> Scalar<T> {
        let mean: Scalar<T> = weights.square().mean();
        loss + mean * strength
    }

    pub fn biases_included<T: Tape<f32, Dev>>(
        loss: Scalar<T>,
        weights: Matrix<T>,
        biases: Vector<T>,
        strength: f32,
    ) -> Scalar<T> {
        let of_weights: Scalar<T> = weights.square().sum();
        let of_biases: Scalar<T> = biases.square().sum();
        loss + (of_weights + of_biases) * strength
    }

    pub fn biases_only<T: Tape<f32, Dev>>(
        loss: Scalar<T>,
        _weights: Matrix<T>,
        biases: Vector<T>,
        strength: f32,
    ) -> Scalar<T> {
        let of_biases: Scalar<T> = biases.square().sum();
        loss + of_biases * strength
    }

    pub fn loss_replaced<T: Tape<f32, Dev>>(
        _loss: Scalar<T>,
        weights: Matrix<T>,
        _biases: Vector<T>,
        strength: f32,
    ) -> Scalar<T> {
        let squares: Scalar<T> = weights.square().sum();
        squares * strength
    }

    pub fn subtracted<T: Tape<f32, Dev>>(
        loss: Scalar<T>,
        weights: Matrix<T>,
        _biases: Vector<T>,
        strength: f32,
    ) -> Scalar<T> {
        let squares: Scalar<T> = weights.square().sum();
        loss - squares * strength
    }

    pub fn absolute<T: Tape<f32, Dev>>(
        loss: Scalar<T>,
        weights: Matrix<T>,
        _biases: Vector<T>,
        strength: f32,
    ) -> Scalar<T> {
        let sizes: Scalar<T> = weights.abs().sum();
        loss + sizes * strength
    }

    pub fn strength_forgotten<T: Tape<f32, Dev>>(
        loss: Scalar<T>,
        weights: Matrix<T>,
        _biases: Vector<T>,
        _strength: f32,
    ) -> Scalar<T> {
        let squares: Scalar<T> = weights.square().sum();
        loss + squares
    }

    pub fn strength_squared<T: Tape<f32, Dev>>(
        loss: Scalar<T>,
        weights: Matrix<T>,
        _biases: Vector<T>,
        strength: f32,
    ) -> Scalar<T> {
        let squares: Scalar<T> = (weights * strength).square().sum();
        loss + squares
    }
}

fn main() {
    Reference::of("l2", gradient(l2))
        .inputs(["loss", "weights", "biases", "strength"])
        .case("one weight", |g| {
            (g.tensor(()).abs(), g.matrix(1, 1), g.vector(1), 0.5)
        })
        .case("strength zero", |g| {
            (g.tensor(()).abs(), g.matrix(2, 3), g.vector(3), 0.0)
        })
        .case("every weight zero", |g| {
            let weights = device().zeros_like(&(2, 2));
            (g.tensor(()).abs(), weights, g.vector(2), 0.1)
        })
        .case("every bias zero", |g| {
            let biases = device().zeros_like(&(3,));
            (g.tensor(()).abs(), g.matrix(2, 3), biases, 0.1)
        })
        .cases(20, |g, i| {
            let (inputs, outputs) = (1 + i, 2 + i % 7);
            let strength = g.number(0.01..0.4);
            (
                g.tensor(()).abs(),
                g.matrix(inputs, outputs),
                g.vector(outputs),
                strength,
            )
        })
        .mistake(
            "norm",
            "You took the square root of the sum of squares; L2 regularization adds the squares themselves, without a \
             root.",
            gradient(mistakes::norm),
        )
        .mistake(
            "halved",
            "You halved the penalty. Some books do, to make the gradient prettier; here it is the plain sum of \
             squares.",
            gradient(mistakes::halved),
        )
        .mistake(
            "averaged",
            "You averaged the squared weights; the penalty adds them up, so that every weight has the same price in a \
             small and in a large layer.",
            gradient(mistakes::averaged),
        )
        .mistake(
            "biases included",
            "You put a price on the biases too; only the weights pay, because a large bias fits no noise.",
            gradient(mistakes::biases_included),
        )
        .mistake(
            "biases only",
            "You put the price on the biases; it is the weights that pay, and the biases that are left out.",
            gradient(mistakes::biases_only),
        )
        .mistake(
            "loss replaced",
            "You returned the penalty alone; it is added to the loss, or else nothing would be learned from the data.",
            gradient(mistakes::loss_replaced),
        )
        .mistake(
            "subtracted",
            "You subtracted the penalty, which rewards large weights; it is added to the loss.",
            gradient(mistakes::subtracted),
        )
        .mistake(
            "absolute",
            "You added up the sizes of the weights, which is L1 regularization; L2 adds up their squares.",
            gradient(mistakes::absolute),
        )
        .mistake(
            "strength forgotten",
            "You left out the strength; the sum of squares is multiplied by it before it is added to the loss.",
            gradient(mistakes::strength_forgotten),
        )
        .mistake(
            "strength squared",
            "You squared the strength together with the weights; square the weights first, then multiply by the \
             strength.",
            gradient(mistakes::strength_squared),
        )
        .run()
}
