//! How `l2` is checked.

#[path = "../../solutions/04_regularization/l2.rs"]
#[expect(dead_code, reason = "a check has a `main` of its own")]
mod solution;
use gradlings::prelude::*;
use solution::l2;

fn main() {
    Reference::of("l2", gradient(l2))
        .inputs(["loss", "weights", "biases", "strength"])
        .leaves(["weights", "biases"])
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
            let (weights, biases) = (g.matrix(1 + i, 2 + i % 7), g.vector(2 + i % 7));
            (g.tensor(()).abs(), weights, biases, g.number(0.01..0.4))
        })
        .wrong(
            "norm",
            "You took the root of the sum of squares; the penalty adds the squares themselves.",
            |loss, w, _, strength| loss + w.square().sum::<Rank0, _>().sqrt() * strength,
        )
        .wrong(
            "halved",
            "You halved the penalty, as some books do; here it is the plain sum of squares.",
            |loss, w, b, strength| l2(loss, w, b, strength / 2.0),
        )
        .wrong(
            "averaged",
            "You averaged the squared weights; the penalty adds them up, so that every weight has \
             the same price in a small and in a large layer.",
            |loss, w, _, strength| loss + w.square().mean::<Rank0, _>() * strength,
        )
        .wrong(
            "biases included",
            "You put a price on the biases too; only weights pay, for a large bias fits no noise.",
            |loss, w, b, s| loss + (w.square().sum::<Rank0, _>() + b.square().sum()) * s,
        )
        .wrong(
            "biases only",
            "You put the price on the biases; the weights pay, and the biases are left out.",
            |loss, _, b, strength| loss + b.square().sum::<Rank0, _>() * strength,
        )
        .wrong(
            "loss replaced",
            "You returned the penalty alone; add it to the loss, which is what the data say.",
            |_, w, _, strength| w.square().sum::<Rank0, _>() * strength,
        )
        .wrong(
            "subtracted",
            "You subtracted the penalty, which rewards large weights; it is added to the loss.",
            |loss, w, b, strength| l2(loss, w, b, -strength),
        )
        .wrong(
            "absolute",
            "You added up the sizes of the weights, which is L1; L2 adds up their squares.",
            |loss, w, _, strength| loss + w.abs().sum::<Rank0, _>() * strength,
        )
        .wrong(
            "strength forgotten",
            "You left out the strength; the sum of squares is multiplied by it.",
            |loss, w, b, _| l2(loss, w, b, 1.0),
        )
        .wrong(
            "strength squared",
            "You squared the strength too; square the weights first, then multiply by it.",
            |loss, w, b, strength| l2(loss, w, b, strength * strength),
        )
        .wrong(
            "sum squared",
            "You added the weights up and squared their sum, in which positive and negative ones \
             cancel; square each weight first, then add up.",
            |loss, w, _, strength| loss + w.sum::<Rank0, _>().square() * strength,
        )
        .wrong(
            "loss multiplied",
            "You multiplied the loss by the strength as well; only the sum of squares is \
             multiplied by it.",
            |loss, w, b, strength| l2(loss, w, b, 1.0) * strength,
        )
        .wrong(
            "means of the columns",
            "You averaged the squared weights of each column; the penalty adds all of them up.",
            |loss, w, _, strength| {
                let means: Vector<_> = w.square().mean::<_, Axis<0>>();
                loss + means.sum::<Rank0, _>() * strength
            },
        )
        .wrong(
            "slope for the penalty",
            "You added the slope of the penalty, `2 * strength * w`; add the penalty itself, whose \
             slope comes from the tape.",
            |loss, w, _, strength| loss + w.sum::<Rank0, _>() * (2.0 * strength),
        )
        .wrong(
            "sum of the squares squared",
            "You squared the sum of the squares once more; each weight is squared once.",
            |loss, w, _, s| loss + w.square().sum::<Rank0, _>().square() * s,
        )
        .wrong(
            "multiplied",
            "You multiplied the loss by the penalty; add the penalty to it, so that it does not depend \
             on the loss.",
            |loss, w, _, s| loss * (w.square().sum::<Rank0, _>() * s + 1.0),
        )
        .wrong(
            "mixed",
            "You multiplied the loss by `1 - strength`; the loss stays whole, and the penalty is \
             added to it.",
            |loss, w, b, strength| l2(loss * (1.0 - strength), w, b, strength),
        )
        .run()
}
