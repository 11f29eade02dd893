//! How `whole` and `dpo` are checked: values and gradients, at the start of a training, where the margins are 0, and for margins
//! whose `exp` is infinite.

#[path = "../../solutions/15_adapt/dpo.rs"]
#[expect(dead_code, reason = "a check has a `main` of its own")]
mod solution;
use gradlings::prelude::*;
use solution::{dpo, whole};

type Recorded = Vector<Recording>;
type Pairs = (Vector, Vector, Vector, Vector, f32);

const ONE_MOVED: &str = "You moved one of the two `exp` by m and not the other; once m is taken out of the sum, they are \
                         `exp(-m)` and `exp(x - m)`.";

fn numbers(numbers: &[f32]) -> Vector {
    device().tensor_from_vec(numbers.to_vec(), (numbers.len(),))
}

fn rows(rows: &[&[f32]]) -> Matrix {
    device().tensor_from_vec(rows.concat(), (rows.len(), rows[0].len()))
}

/// `n` rows of logarithms of probabilities, and a mask: a question, an answer, padding.
fn answers(g: &mut Generator, n: usize, tokens: usize) -> (Matrix, Matrix) {
    let logs = -(g.matrix(n, tokens).abs() + 0.1);
    let mut mask = Vec::new();
    for _ in 0..n {
        let (from, to) = (g.integer(0..tokens), g.integer(0..tokens));
        let answer = from.min(to)..=from.max(to);
        mask.extend((0..tokens).map(|at| f32::from(u8::from(answer.contains(&at)))));
    }
    (logs, device().tensor_from_vec(mask, (n, tokens)))
}

/// `n` pairs of whole answers; `size` is how far the policy has gone.
fn pairs(n: usize, size: f32, beta: f32) -> impl Fn(&mut Generator) -> Pairs {
    move |g| {
        let (chosen, rejected) = (-(g.vector(n).abs() + 4.0), -(g.vector(n).abs() + 3.0));
        let (by_chosen, by_rejected) = (g.vector(n) * size, g.vector(n) * size);
        (
            chosen.clone() + by_chosen,
            rejected.clone() + by_rejected,
            chosen,
            rejected,
            beta,
        )
    }
}

/// `-ln sigmoid` of each margin.
fn losses(margin: Recorded) -> Recorded {
    let x = -margin;
    let m = x.with_empty_tape().relu();
    let sum = (x - m.with_empty_tape()).exp() + (-m.with_empty_tape()).exp();
    sum.ln() + m
}

fn main() {
    Reference::of("whole", gradient(whole))
        .inputs(["logs", "mask"])
        .leaves(["logs"])
        .parts([("sums", close()), ("gradient of logs", close())])
        .case("the example of the lesson", |_| {
            (rows(&[&[-3.0, -1.0, -2.0]]), rows(&[&[0.0, 1.0, 1.0]]))
        })
        .case("one token that counts", |g| (g.matrix(1, 1), rows(&[&[1.0]])))
        .case("an empty answer", |g| (g.matrix(2, 3), rows(&[&[0.0; 3], &[0.0, 1.0, 0.0]])))
        .case("everything counts", |g| (g.matrix(3, 3), rows(&[&[1.0; 3][..]; 3])))
        .cases(14, |g, i| answers(g, 1 + i / 2, 2 + i))
        .wrong(
            "mask left out",
            "You summed all tokens; those where the mask is 0 belong to the question or are padding, and do not count.",
            |logs, _| logs.sum::<_, Axis<1>>(),
        )
        .wrong(
            "mask inverted",
            "You summed where the mask is 0; the answer is where it is 1.",
            |logs, mask| (logs * (-mask + 1.0)).sum::<_, Axis<1>>(),
        )
        .wrong(
            "mean of the answer",
            "You took the mean over the tokens of the answer; a whole answer is as likely as all its tokens together, which is the sum.",
            |logs, mask| {
                let counts: Vector = mask.clone().sum::<_, Axis<1>>();
                (logs * mask).sum::<_, Axis<1>>() / counts
            },
        )
        .wrong(
            "mean of the row",
            "You took the mean of the row; a whole answer is as likely as all its tokens together, which is the sum.",
            |logs, mask| (logs * mask).mean::<_, Axis<1>>(),
        )
        .wrong(
            "sign",
            "You turned the sign; `ln p` of an answer is below 0, as `ln p` of its tokens is.",
            |logs, mask| -whole(logs, mask),
        )
        .wrong(
            "probabilities summed",
            "You summed probabilities; the logarithms are what is summed, because probabilities of tokens are multiplied.",
            |logs, mask| (logs.exp() * mask).sum::<_, Axis<1>>(),
        )
        .wrong(
            "padding counted",
            "You summed all that stands behind the question; the padding behind the answer does not count.",
            |logs, mask| {
                let (n, tokens) = *logs.shape();
                let mut mask = mask.as_vec();
                for row in mask.chunks_mut(tokens) {
                    for at in 1..tokens {
                        row[at] = row[at].max(row[at - 1]);
                    }
                }
                (logs * device().tensor_from_vec(mask, (n, tokens))).sum::<_, Axis<1>>()
            },
        )
        .wrong(
            "mask one token late",
            "You moved the mask by one token; it says of each place whether the token at that place counts.",
            |logs, mask| {
                let (n, tokens) = *logs.shape();
                let mut mask = mask.as_vec();
                for row in mask.chunks_mut(tokens) {
                    row.rotate_right(1);
                    row[0] = 0.0;
                }
                (logs * device().tensor_from_vec(mask, (n, tokens))).sum::<_, Axis<1>>()
            },
        )
        .wrong(
            "summed over the rows",
            "You summed over the rows, which gives a number for each place; sum over the tokens of each row.",
            |logs, mask| (logs * mask).sum::<_, Axis<0>>(),
        )
        .and("dpo", gradient(dpo))
        .inputs(["chosen", "rejected", "reference_chosen", "reference_rejected", "beta"])
        .leaves(["chosen", "rejected"])
        .parts([
            ("loss", close()),
            ("gradient of chosen", close()),
            ("gradient of rejected", close()),
        ])
        .case("the example of the lesson", |_| {
            (numbers(&[-10.0]), numbers(&[-9.0]), numbers(&[-12.0]), numbers(&[-8.0]), 0.1)
        })
        .case("the policy is the reference", |g| {
            let (_, _, chosen, rejected, beta) = pairs(3, 0.0, 0.1)(g);
            (chosen.clone(), rejected.clone(), chosen, rejected, beta)
        })
        .case("one pair", pairs(1, 1.0, 0.1))
        .case("a large beta", pairs(4, 1.0, 3.0))
        .case("beta of 1", pairs(3, 2.0, 1.0))
        .case("far on the right side", |_| {
            (numbers(&[-1.0, -2.0]), numbers(&[-900.0, -2000.0]), numbers(&[-5.0; 2]), numbers(&[-6.0; 2]), 0.5)
        })
        .case("far on the wrong side", |_| {
            (numbers(&[-900.0, -2000.0]), numbers(&[-1.0, -2.0]), numbers(&[-5.0; 2]), numbers(&[-6.0; 2]), 0.5)
        })
        .cases(16, |g, i| pairs(2 + i, 1.0 + 0.5 * i as f32, 0.1 + 0.05 * i as f32)(g))
        .wrong(
            "reference forgotten",
            "The reference makes no difference to your loss; subtract `reference_chosen` from `chosen`, and `reference_rejected` from `rejected`.",
            |c, r, _, _, beta| losses((c - r) * beta).mean(),
        )
        .wrong(
            "reference added",
            "The reference counts with the wrong sign: subtract `reference_chosen` from `chosen`, and `reference_rejected` from `rejected`.",
            |c, r, rc, rr, beta| losses(((c - r) + (rc - rr)) * beta).mean(),
        )
        .wrong(
            "chosen and rejected exchanged",
            "You exchanged the two answers, which teaches what is not liked; the margin is the chosen one minus the rejected one.",
            |c, r, rc, rr, beta| losses(((c - r) - (rc - rr)) * -beta).mean(),
        )
        .wrong(
            "chosen only",
            "You raised the chosen answer and left out the rejected one; the margin is the difference of the two.",
            |c, _, rc, _, beta| losses((c - rc) * beta).mean(),
        )
        .wrong(
            "answers added",
            "You added what both answers are raised by; the margin is the difference of the two.",
            |c, r, rc, rr, beta| losses(((c + r) - (rc + rr)) * beta).mean(),
        )
        .wrong(
            "beta outside",
            "You multiplied by `beta` after the sigmoid; it belongs into the margin.",
            |c, r, rc, rr, beta| losses((c - r) - (rc - rr)).mean() * beta,
        )
        .wrong(
            "beta left out",
            "You left out `beta`; multiply the margin by it.",
            |c, r, rc, rr, _| losses((c - r) - (rc - rr)).mean(),
        )
        .wrong(
            "divided by beta",
            "You divided by `beta`; multiply the margin by it.",
            |c, r, rc, rr, beta| losses(((c - r) - (rc - rr)) / beta).mean(),
        )
        .wrong(
            "summed over the pairs",
            "You summed over the pairs; take the mean.",
            |c, r, rc, rr, beta| losses(((c - r) - (rc - rr)) * beta).sum(),
        )
        .wrong(
            "margin of the mean",
            "You took the mean of the margins first; take the loss of each pair, and then the mean.",
            |c, r, rc, rr, beta| {
                let margin: Scalar<Recording> = (((c - r) - (rc - rr)) * beta).mean();
                losses(margin.reshape_like(&(1,))).mean()
            },
        )
        .wrong(
            "no logarithm",
            "You left out the logarithm; the loss is `-ln sigmoid(margin)`.",
            |c, r, rc, rr, beta| -(((c - r) - (rc - rr)) * beta).sigmoid().mean(),
        )
        .wrong(
            "no sigmoid",
            "You returned minus the margin; the loss is `-ln sigmoid(margin)`, which stops pulling once a pair is far apart.",
            |c, r, rc, rr, beta| -(((c - r) - (rc - rr)) * beta).mean(),
        )
        .wrong(
            "sign of the loss",
            "You left out the minus before the logarithm.",
            |c, r, rc, rr, beta| -losses(((c - r) - (rc - rr)) * beta).mean(),
        )
        .wrong(
            "margin returned",
            "You returned the mean of the margins; the loss is `-ln sigmoid(margin)`.",
            |c, r, rc, rr, beta| (((c - r) - (rc - rr)) * beta).mean(),
        )
        .wrong(
            "exp of a large number",
            "For a pair far on the wrong side your `exp` is infinite, or your sigmoid 0, and so the loss is infinite; with `x = -margin` and `m = max(x, 0)`, the loss is \
             `ln(exp(-m) + exp(x - m)) + m`.",
            |c, r, rc, rr, beta| {
                ((((c - r) - (rc - rr)) * -beta).exp() + 1.0).ln().mean()
            },
        )
        .wrong(
            "corner at 0",
            "Where the margin is 0, your loss has a corner and no slope, and every training begins there; with `x = -margin` and \
             `m = max(x, 0)`, the loss is `ln(exp(-m) + exp(x - m)) + m`.",
            |c, r, rc, rr, beta| {
                let x = ((c - r) - (rc - rr)) * -beta;
                let m = x.with_empty_tape().relu();
                (((-x.abs()).exp() + 1.0).ln() + m).mean()
            },
        )
        // Then nothing is left of m but copies, and its slope is on none of their tapes.
        .wrong(
            "m left out, and its slope",
            "You took m out of the sum and did not put it back; add it after the logarithm.",
            |c, r, rc, rr, beta| {
                let x = ((c - r) - (rc - rr)) * -beta;
                let m = x.with_empty_tape().relu();
                let sum = (x - m.with_empty_tape()).exp() + (-m.with_empty_tape()).exp();
                sum.ln().mean()
            },
        )
        .wrong(
            "largest of the batch",
            "You took one m for the whole batch, and both `exp` of a pair far below it are 0; each pair has an m of its own.",
            |c, r, rc, rr, beta| {
                let x = ((c - r) - (rc - rr)) * -beta;
                let m = x.as_vec().into_iter().fold(0.0, f32::max);
                let sum = (x - m).exp() + (-m).exp();
                (sum.ln() + m).mean()
            },
        )
        .wrong("only exp(-m) moved", ONE_MOVED, |c, r, rc, rr, beta| {
            let x = ((c - r) - (rc - rr)) * -beta;
            let m = x.with_empty_tape().relu();
            let sum = x.exp() + (-m.with_empty_tape()).exp();
            (sum.ln() + m).mean()
        })
        .wrong("only exp(x) moved", ONE_MOVED, |c, r, rc, rr, beta| {
            let x = ((c - r) - (rc - rr)) * -beta;
            let m = x.with_empty_tape().relu();
            let sum = (x - m.with_empty_tape()).exp() + 1.0;
            (sum.ln() + m).mean()
        })
        .wrong(
            "beta for the chosen one alone",
            "You multiplied only the chosen answer by `beta`; set the difference in brackets, because `beta` counts for both.",
            |c, r, rc, rr, beta| losses((c - rc) * beta - (r - rr)).mean(),
        )
        .wrong(
            "exp of what is raised",
            "You took `exp` of what the answers are raised by; the margin is made of the logarithms as they are.",
            |c, r, rc, rr, beta| losses(((c - rc).exp() - (r - rr).exp()) * beta).mean(),
        )
        .wrong(
            "hinge",
            "Your loss of a pair is `max(1 - margin, 0)`, a hinge; it is `-ln sigmoid(margin)`, which never quite becomes 0.",
            |c, r, rc, rr, beta| (((c - r) - (rc - rr)) * -beta + 1.0).relu().mean(),
        )
        .wrong(
            "ratio of logarithms",
            "You divided the logarithms; a quotient of probabilities is a difference of their logarithms.",
            |c, r, rc, rr, beta| losses(((c / rc) - (r / rr)) * beta).mean(),
        )
        .run()
}
