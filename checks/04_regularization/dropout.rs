//! How `dropout` is checked: by its statistics in training, number by number in evaluation.

#[path = "../../solutions/04_regularization/dropout.rs"]
#[expect(dead_code, reason = "a check has a `main` of its own")]
mod solution;
use gradlings::prelude::*;
use solution::dropout;

fn main() {
    // What `dropout` keeps it divides by `1 - rate`; mistakes in training multiply that away and put in their own factor.
    Reference::of("dropout", function(dropout))
        .inputs(["activations", "rate", "training", "seed"])
        .group("in training")
        .parts([("result", statistics())])
        .cases(6, |g, i| {
            // As they come out of a ReLU that is on: positive, so that every zero in the answer was dropped.
            let activations = g.vector(4000 + 2000 * i).abs() + 0.5;
            let rate = [0.4, 0.1, 0.25, 0.5, 0.7, 0.8][i];
            (activations, rate, true, g.seed())
        })
        .wrong(
            "not rescaled",
            "You dropped the right share but left the others as they were; divide what is kept by \
             `1 - rate`, or the next layer gets too little.",
            |x, rate, _, seed| dropout(x, rate, true, seed) * (1.0 - rate),
        )
        .wrong(
            "swapped",
            "You kept what should be dropped; `rate` is the probability of being dropped.",
            |x, rate, _, seed| dropout(x, 1.0 - rate, true, seed) * rate / (1.0 - rate),
        )
        .wrong(
            "rate keeps",
            "You took `rate` for the probability of being kept, and divided by it; it is the \
             probability of being dropped, so what is kept is divided by `1 - rate`.",
            |x, rate, _, seed| dropout(x, 1.0 - rate, true, seed),
        )
        .wrong(
            "swapped and not rescaled",
            "You kept what should be dropped, and did not rescale; drop with probability `rate`, \
             and divide what is kept by `1 - rate`.",
            |x, rate, _, seed| dropout(x, 1.0 - rate, true, seed) * rate,
        )
        .wrong(
            "divided by the rate",
            "You divided what is kept by `rate`; divide it by its probability, `1 - rate`.",
            |x, rate, _, seed| dropout(x, rate, true, seed) * (1.0 - rate) / rate,
        )
        .wrong(
            "multiplied",
            "You multiplied what is kept by `1 - rate`, which makes it smaller still; divide by \
             it, to make up for what is missing.",
            |x, rate, _, seed| dropout(x, rate, true, seed) * (1.0 - rate).powi(2),
        )
        .wrong(
            "never dropped",
            "You dropped nothing; in training each activation is zero with probability `rate`.",
            |x, _, _, _| x,
        )
        .group("in evaluation")
        .case("one activation", |g| (g.vector(1), 0.5, false, g.seed()))
        .case("training, but with rate zero", |g| {
            (g.vector(5), 0.0, true, g.seed())
        })
        .cases(10, |g, i| {
            (g.vector(8 + 4 * i), g.number(0.1..0.45), false, g.seed())
        })
        .wrong(
            "dropped in evaluation",
            "You dropped activations in evaluation too; there every activation stays as it is.",
            |x, rate, _, seed| dropout(x, rate, true, seed),
        )
        .wrong(
            "not all kept in evaluation",
            "You dropped activations in evaluation too; there every activation stays as it is.",
            // Random numbers below `1 - rate` are those that keep here, so the same seed drops others.
            |x, rate, _, s| (x.clone() - dropout(x, 1.0 - rate, true, s) * rate) / (1.0 - rate),
        )
        .wrong(
            "shrunk in evaluation",
            "You multiplied by `1 - rate` in evaluation, as the first kind of dropout did; \
             inverted dropout rescales in training, so evaluation leaves everything as it is.",
            |x, rate, on, seed| dropout(x, rate, on, seed) * if on { 1.0 } else { 1.0 - rate },
        )
        .wrong(
            "enlarged in evaluation",
            "You divided by `1 - rate` in evaluation too; nothing is missing there to make up for.",
            |x, rate, on, seed| dropout(x, rate, on, seed) / if on { 1.0 } else { 1.0 - rate },
        )
        .run()
}
