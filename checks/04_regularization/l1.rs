//! How `l1` and `soft_threshold` are checked.

#[path = "../../solutions/04_regularization/l1.rs"]
#[expect(dead_code, reason = "a check has a `main` of its own")]
mod solution;
use gradlings::prelude::*;
use solution::{l1, soft_threshold};

/// Applies `step` to every weight.
fn each(weights: Matrix, step: impl Fn(f32) -> f32) -> Matrix {
    let moved = weights.as_vec().into_iter().map(step).collect();
    device().tensor_from_vec(moved, *weights.shape())
}

/// A weight, moved towards zero by all of `threshold`, even past it; a zero stays.
fn moved(weight: f32, threshold: f32) -> f32 {
    weight - threshold * (f32::from(weight > 0.0) - f32::from(weight < 0.0))
}

/// Weights of which two are zero.
fn partly_zero(g: &mut Generator) -> Matrix {
    let weights = [g.numbers(1), vec![0.0], g.numbers(3), vec![0.0]].concat();
    device().tensor_from_vec(weights, (2, 3))
}

fn main() {
    Reference::of("l1", gradient(l1))
        .inputs(["loss", "weights", "strength"])
        .leaves(["weights"])
        .case("one weight", |g| (g.tensor(()).abs(), g.matrix(1, 1), 0.5))
        .case("strength zero", |g| {
            (g.tensor(()).abs(), g.matrix(2, 3), 0.0)
        })
        .case("weights that are zero already", |g| {
            (g.tensor(()).abs(), partly_zero(g), 0.1)
        })
        .cases(20, |g, i| {
            let strength = g.number(0.01..0.4);
            (g.tensor(()).abs(), g.matrix(1 + i, 2 + i % 7), strength)
        })
        .wrong(
            "squared",
            "You squared the weights, which is L2; L1 adds up their sizes, `.abs()`.",
            |loss, weights, strength| l1(loss, weights.square(), strength),
        )
        .wrong(
            "averaged",
            "You averaged the sizes of the weights; the penalty adds them up.",
            |loss, weights, strength| loss + weights.abs().mean::<Rank0, _>() * strength,
        )
        .wrong(
            "signed",
            "You added up the weights with their signs; the penalty adds up their sizes, `.abs()`.",
            |loss, weights, strength| loss + weights.sum::<Rank0, _>() * strength,
        )
        .wrong(
            "size of the sum",
            "You took the size of the sum, in which positive and negative weights cancel; take \
             the size of each weight first, then the sum.",
            |loss, weights, strength| loss + weights.sum::<Rank0, _>().abs() * strength,
        )
        .wrong(
            "root of the square",
            "You took the root of each square: the value is right, but a root has no slope at \
             zero, so the gradient of a zero weight is not a number. `.abs()` has the slope 0 \
             there.",
            |loss, weights, strength| loss + weights.square().sqrt().sum::<Rank0, _>() * strength,
        )
        .wrong(
            "loss replaced",
            "You returned the penalty alone; add it to the loss, which is what the data say.",
            |_, weights, strength| weights.abs().sum::<Rank0, _>() * strength,
        )
        .wrong(
            "strength forgotten",
            "You left out the strength; the sum of the sizes is multiplied by it.",
            |loss, weights, _| l1(loss, weights, 1.0),
        )
        .wrong(
            "positive ones only",
            "You put the price on positive weights alone; negative ones pay for their size too, \
             `.abs()`.",
            |loss, weights, strength| loss + weights.relu().sum::<Rank0, _>() * strength,
        )
        .wrong(
            "signs",
            "You added up the signs, which are the slopes of the penalty; add up the sizes, and the \
             slopes come from the tape.",
            |loss, weights, strength| {
                let sign = |w: &f32| f32::from(*w > 0.0) - f32::from(*w < 0.0);
                loss + weights.as_vec().iter().map(sign).sum::<f32>() * strength
            },
        )
        .wrong(
            "roots",
            "You took the roots of the sizes; L1 adds up the sizes themselves.",
            |loss, weights, s| loss + weights.abs().sqrt().sum::<Rank0, _>() * s,
        )
        .and("soft_threshold", function(soft_threshold))
        .inputs(["weights", "threshold"])
        .case("the example of the lesson", |_| {
            let weights = device().tensor_from_vec(vec![2.0, -0.3, 0.5, -1.0], (2, 2));
            (weights, 0.5)
        })
        .case("one weight that stays", |g| {
            (g.matrix(1, 1).abs() + 1.0, 0.5)
        })
        .case("threshold zero", |g| (g.matrix(2, 3), 0.0))
        .case("every weight within the threshold", |g| {
            (g.matrix(2, 2), 9.0)
        })
        .case("weights that are zero already", |g| (partly_zero(g), 0.3))
        .cases(20, |g, i| (g.matrix(2 + i, 2 + i % 7), g.number(0.2..0.8)))
        .wrong(
            "overshoots zero",
            "You moved every weight by the whole threshold, so small ones came out on the other \
             side of zero; they should stop at zero.",
            |weights, t| each(weights, |w| moved(w, t)),
        )
        .wrong(
            "hard threshold",
            "You set small weights to zero but left the others where they were (a hard \
             threshold); those move towards zero by the threshold.",
            |weights, t| each(weights, |w| if w.abs() > t { w } else { 0.0 }),
        )
        .wrong(
            "small ones kept",
            "You left small weights where they were; a weight within the threshold becomes zero.",
            |weights, t| each(weights, |w| if w.abs() > t { moved(w, t) } else { w }),
        )
        .wrong(
            "clamped",
            "You limited the weights to the threshold, which leaves small ones alone and cuts \
             large ones; the threshold is how far every weight moves towards zero.",
            |weights, threshold| weights.clamp(-threshold, threshold),
        )
        .wrong(
            "sign lost",
            "You lost the signs; a negative weight stays negative on its way to zero.",
            |weights, threshold| soft_threshold(weights.abs(), threshold),
        )
        .wrong(
            "negative weights lost",
            "You set every negative weight to zero; only weights within the threshold become \
             zero, and the other negative ones move up by it.",
            |weights, threshold| (weights - threshold).relu(),
        )
        .wrong(
            "negative ones moved away",
            "You subtracted the threshold from negative weights too, which moves them away from \
             zero; a negative weight moves up.",
            |weights, t| each(weights, |w| if w.abs() > t { w - t } else { 0.0 }),
        )
        .wrong(
            "weight for its sign",
            "You multiplied what is left by the weight; multiply it by the sign, 1 or -1.",
            |weights, t| each(weights, |w| w * (w.abs() - t).max(0.0)),
        )
        .wrong(
            "twice",
            "You moved the weights by twice the threshold; each moves by it once.",
            |weights, t| soft_threshold(weights, 2.0 * t),
        )
        .wrong(
            "all moved down",
            "You subtracted the threshold from every weight; negative ones move up, to zero.",
            |weights, threshold| weights - threshold,
        )
        .wrong(
            "shrunk in proportion",
            "You shrank every weight by a share of itself; L1 moves all by the same distance.",
            |weights, threshold| weights * (1.0 - threshold),
        )
        .run()
}
