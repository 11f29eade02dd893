//! L1 regularization: the loss plus a price on the sizes of the weights, and the step that stops at zero.

use gradlings::prelude::*;

pub fn l1<T: Tape<f32, Dev>>(loss: Scalar<T>, weights: Matrix<T>, strength: f32) -> Scalar<T> {
    let penalty: Scalar<T> = weights.abs().sum();
    loss + penalty * strength
}

pub fn soft_threshold(weights: Matrix, threshold: f32) -> Matrix {
    // What a positive weight has above the threshold, less what a negative one has below it: one of the two is zero.
    (weights.clone() - threshold).relu() - (-weights - threshold).relu()
}

mod mistakes {
    use gradlings::prelude::*;

    pub fn squared<T: Tape<f32, Dev>>(
        loss: Scalar<T>,
        weights: Matrix<T>,
        strength: f32,
    ) -> Scalar<T> {
        let penalty: Scalar<T> = weights.square().sum();
        loss + penalty * strength
    }

    pub fn averaged<T: Tape<f32, Dev>>(
        loss: Scalar<T>,
        weights: Matrix<T>,
        strength: f32,
    ) -> Scalar<T> {
        let penalty: Scalar<T> = weights.abs().mean();
        loss + penalty * strength
    }

    pub fn signed<T: Tape<f32, Dev>>(
        loss: Scalar<T>,
        weights: Matrix<T>,
        strength: f32,
    ) -> Scalar<T> {
        let penalty: Scalar<T> = weights.sum();
        loss + penalty * strength
    }

    pub fn size_of_sum<T: Tape<f32, Dev>>(
        loss: Scalar<T>,
        weights: Matrix<T>,
        strength: f32,
    ) -> Scalar<T> {
        let sum: Scalar<T> = weights.sum();
        loss + sum.abs() * strength
    }

    pub fn root_of_square<T: Tape<f32, Dev>>(
        loss: Scalar<T>,
        weights: Matrix<T>,
        strength: f32,
    ) -> Scalar<T> {
        let penalty: Scalar<T> = weights.square().sqrt().sum();
        loss + penalty * strength
    }

    pub fn loss_replaced<T: Tape<f32, Dev>>(
        _loss: Scalar<T>,
        weights: Matrix<T>,
        strength: f32,
    ) -> Scalar<T> {
        let penalty: Scalar<T> = weights.abs().sum();
        penalty * strength
    }

    pub fn strength_forgotten<T: Tape<f32, Dev>>(
        loss: Scalar<T>,
        weights: Matrix<T>,
        _strength: f32,
    ) -> Scalar<T> {
        let penalty: Scalar<T> = weights.abs().sum();
        loss + penalty
    }

    /// Applies `step` to every weight.
    fn each(weights: &Matrix, step: impl Fn(f32) -> f32) -> Matrix {
        let moved = weights.as_vec().into_iter().map(step).collect();
        device().tensor_from_vec(moved, *weights.shape())
    }

    /// 1, -1, or 0 for a zero, which `f32::signum` calls positive.
    fn sign(weight: f32) -> f32 {
        if weight == 0.0 { 0.0 } else { weight.signum() }
    }

    pub fn overshoots(weights: Matrix, threshold: f32) -> Matrix {
        each(&weights, |w| w - threshold * sign(w))
    }

    pub fn hard(weights: Matrix, threshold: f32) -> Matrix {
        each(&weights, |w| if w.abs() > threshold { w } else { 0.0 })
    }

    pub fn clamped(weights: Matrix, threshold: f32) -> Matrix {
        each(&weights, |w| w.clamp(-threshold, threshold))
    }

    pub fn sign_lost(weights: Matrix, threshold: f32) -> Matrix {
        (weights.abs() - threshold).relu()
    }

    pub fn negative_lost(weights: Matrix, threshold: f32) -> Matrix {
        (weights - threshold).relu()
    }

    pub fn shrunk(weights: Matrix, threshold: f32) -> Matrix {
        weights * (1.0 - threshold)
    }

    pub fn downwards(weights: Matrix, threshold: f32) -> Matrix {
        weights - threshold
    }

    pub fn small_ones_kept(weights: Matrix, threshold: f32) -> Matrix {
        each(&weights, |w| {
            if w.abs() > threshold {
                w - threshold * sign(w)
            } else {
                w
            }
        })
    }
}

/// Weights of which two are zero.
fn partly_zero(g: &mut Generator) -> Matrix {
    let mut weights = g.numbers(6);
    weights[1] = 0.0;
    weights[5] = 0.0;
    device().tensor_from_vec(weights, (2, 3))
}

fn main() {
    Reference::of("l1", gradient(l1))
        .inputs(["loss", "weights", "strength"])
        .case("one weight", |g| (g.tensor(()).abs(), g.matrix(1, 1), 0.5))
        .case("strength zero", |g| (g.tensor(()).abs(), g.matrix(2, 3), 0.0))
        .case("weights that are zero already", |g| {
            let weights = partly_zero(g);
            (g.tensor(()).abs(), weights, 0.1)
        })
        .cases(20, |g, i| {
            let strength = g.number(0.01..0.4);
            (g.tensor(()).abs(), g.matrix(1 + i, 2 + i % 7), strength)
        })
        .mistake(
            "squared",
            "You squared the weights, which is L2 regularization; L1 adds up their sizes, `.abs()`.",
            gradient(mistakes::squared),
        )
        .mistake(
            "averaged",
            "You averaged the sizes of the weights; the penalty adds them up.",
            gradient(mistakes::averaged),
        )
        .mistake(
            "signed",
            "You added up the weights as they are, so negative ones lower the loss; the penalty adds up their sizes, \
             `.abs()`.",
            gradient(mistakes::signed),
        )
        .mistake(
            "size of the sum",
            "You took the size of the sum, in which positive and negative weights cancel; take the size of each \
             weight first, then the sum.",
            gradient(mistakes::size_of_sum),
        )
        .mistake(
            "root of the square",
            "You took the root of each square: the value is right, but a root has no slope at zero, so the gradient \
             of a zero weight is not a number. `.abs()` has the slope 0 there.",
            gradient(mistakes::root_of_square),
        )
        .mistake(
            "loss replaced",
            "You returned the penalty alone; it is added to the loss, or else nothing would be learned from the data.",
            gradient(mistakes::loss_replaced),
        )
        .mistake(
            "strength forgotten",
            "You left out the strength; the sum of the sizes is multiplied by it before it is added to the loss.",
            gradient(mistakes::strength_forgotten),
        )
        .and("soft_threshold", function(soft_threshold))
        .inputs(["weights", "threshold"])
        .case("the example of the lesson", |_| {
            let weights = device().tensor_from_vec(vec![2.0, -0.3, 0.5, -1.0], (2, 2));
            (weights, 0.5)
        })
        .case("one weight that stays", |g| (g.matrix(1, 1).abs() + 1.0, 0.5))
        .case("threshold zero", |g| (g.matrix(2, 3), 0.0))
        .case("every weight within the threshold", |g| (g.matrix(2, 2), 9.0))
        .case("weights that are zero already", |g| (partly_zero(g), 0.3))
        .cases(20, |g, i| {
            let threshold = g.number(0.2..0.8);
            (g.matrix(2 + i, 2 + i % 7), threshold)
        })
        .mistake(
            "overshoots zero",
            "You moved every weight by the whole threshold, so small ones came out on the other side of zero; they \
             should stop at zero.",
            function(mistakes::overshoots),
        )
        .mistake(
            "hard threshold",
            "You set small weights to zero but left the others where they were (a hard threshold); those move towards \
             zero by the threshold.",
            function(mistakes::hard),
        )
        .mistake(
            "small ones kept",
            "You moved the large weights but left the small ones where they were; a weight within the threshold \
             becomes zero.",
            function(mistakes::small_ones_kept),
        )
        .mistake(
            "clamped",
            "You limited the weights to the threshold, which leaves small ones alone and cuts large ones; the \
             threshold is how far every weight moves towards zero.",
            function(mistakes::clamped),
        )
        .mistake(
            "sign lost",
            "You shrank the sizes but lost the signs; a negative weight stays negative on its way to zero.",
            function(mistakes::sign_lost),
        )
        .mistake(
            "negative weights lost",
            "You set every negative weight to zero; only weights within the threshold become zero, and the other \
             negative ones move up by it.",
            function(mistakes::negative_lost),
        )
        .mistake(
            "all moved down",
            "You subtracted the threshold from every weight; negative weights move up, towards zero.",
            function(mistakes::downwards),
        )
        .mistake(
            "shrunk in proportion",
            "You shrank every weight by a share of itself, as L2 does; L1 moves every weight by the same distance, \
             the threshold.",
            function(mistakes::shrunk),
        )
        .run()
}
