//! How `causal_mask` is checked: by the weights after the softmax, because more than one mask leads to the same ones.

#[path = "../../solutions/12_transformer/causal_mask.rs"]
#[expect(dead_code, reason = "a check has a `main` of its own")]
mod solution;
use course::Batch;
use gradlings::prelude::*;
use solution::{causal_weights, masked_weights};

type Recorded = Batch<Recording>;

const HIDDEN: f32 = f32::NEG_INFINITY;

fn square(batch: usize, time: usize) -> impl Fn(&mut Generator) -> (Batch,) {
    move |g| (g.tensor((batch, time, time)),)
}

/// Scores in which the future fits far better than the past.
fn future_fits(g: &mut Generator) -> (Batch,) {
    let scores: Batch = g.tensor((2, 4, 4));
    let future = device().upper_tri_like(&scores, 3000.0, 1);
    (scores + future,)
}

fn softmax(scores: Recorded) -> Recorded {
    scores.softmax::<Axis<2>>()
}

/// `number` above the diagonal that is `diagonal` to the right of the main one, else 0.
fn above(scores: &Recorded, number: f32, diagonal: isize) -> Batch {
    device().upper_tri_like(scores, number, diagonal)
}

/// The scores, with this number in the place of those of the future.
fn replaced(scores: Recorded, number: f32) -> Recorded {
    let future = above(&scores, number, 1);
    scores.lower_tri(0) + future
}

/// The scores with the future hidden in the sequences that `hides` picks.
fn some_hidden(scores: Recorded, hides: impl Fn(usize) -> bool) -> Recorded {
    let (batch, time, _) = *scores.shape();
    let number = |n: usize| {
        let (sequence, query, key) = (n / time / time, n / time % time, n % time);
        if key > query && hides(sequence) {
            HIDDEN
        } else {
            0.0
        }
    };
    let numbers = (0..batch * time * time).map(number).collect();
    let future: Batch = device().tensor_from_vec(numbers, *scores.shape());
    scores + future
}

fn main() {
    Reference::of("causal_mask", gradient(masked_weights))
        .inputs(["scores"])
        .parts([("weights", close()), ("gradient of scores", close())])
        .case("the example of the lesson", |_| {
            (device().zeros_like(&(1, 3, 3)),)
        })
        .case("one token", square(2, 1))
        .case("two tokens", square(1, 2))
        .case("scores near minus a thousand", |g| {
            (g.tensor((2, 3, 3)) - 1000.0,)
        })
        .case("scores near a thousand", |g| {
            (g.tensor((2, 3, 3)) + 1000.0,)
        })
        .case("later tokens fit far better", future_fits)
        .cases(6, |g, i| square(1 + i % 3, 2 + i)(g))
        .wrong(
            "not low enough",
            "Your hidden scores are not low enough, because a score may be 3,000 higher than another; \
             subtract 1e9, or take minus infinity.",
            |scores| {
                let future = above(&scores, -1000.0, 1);
                softmax(scores + future)
            },
        )
        .wrong(
            "no mask",
            "You hid nothing, so every token sees the one that it has to guess; the scores for later \
             tokens become minus infinity.",
            softmax,
        )
        .wrong(
            "past hidden",
            "You hid the past; it is the future that must not be seen, the triangle at the upper \
             right, where the key stands after the query.",
            |scores| {
                let past = device().lower_tri_like(&scores, HIDDEN, -1);
                softmax(scores + past)
            },
        )
        .wrong(
            "past and diagonal hidden",
            "You hid the past and the token itself, so the last one has nothing to look at; hide what \
             stands to the right of the diagonal.",
            |scores| {
                let past = device().lower_tri_like(&scores, HIDDEN, 0);
                softmax(scores + past)
            },
        )
        .wrong(
            "future kept",
            "You kept the future and set the scores of the past to 0; the past stays, and the future \
             becomes minus infinity.",
            |scores| softmax(scores.upper_tri(0)),
        )
        .wrong(
            "diagonal hidden",
            "You hid the diagonal too; a token may look at itself, and the first one has nothing \
             else to look at.",
            |scores| {
                let future = above(&scores, HIDDEN, 0);
                softmax(scores + future)
            },
        )
        .wrong(
            "one more seen",
            "Each token still sees the one after it, which is just what it has to guess; hide \
             everything to the right of the diagonal.",
            |scores| {
                let future = above(&scores, HIDDEN, 2);
                softmax(scores + future)
            },
        )
        .wrong(
            "zero instead",
            "You set the hidden scores to 0, and the softmax makes `e^0` = 1 of that, not 0; they \
             have to be minus infinity.",
            |scores| softmax(scores.lower_tri(0)),
        )
        .wrong(
            "one instead",
            "You added 1 to the scores of the future, which makes them likelier; minus infinity \
             hides them.",
            |scores| {
                let future = above(&scores, 1.0, 1);
                softmax(scores + future)
            },
        )
        .wrong(
            "minus one",
            "You subtracted 1 from the scores of the future, so they are only a little less likely; \
             minus infinity hides them.",
            |scores| {
                let future = above(&scores, -1.0, 1);
                softmax(scores + future)
            },
        )
        .wrong(
            "minus ten",
            "You subtracted 10 from the scores of the future, so a little of their weight is left; minus \
             infinity takes all of it.",
            |scores| {
                let future = above(&scores, -10.0, 1);
                softmax(scores + future)
            },
        )
        .wrong(
            "plus infinity",
            "You set the hidden scores to plus infinity, which the softmax cannot divide by; it is \
             minus infinity.",
            |scores| {
                let future = above(&scores, f32::INFINITY, 1);
                softmax(scores + future)
            },
        )
        .wrong(
            "a hundred below zero",
            "You replaced the hidden scores by a large negative number, and a score may be lower than \
             that; nothing is lower than minus infinity.",
            |scores| softmax(replaced(scores, -100.0)),
        )
        .wrong(
            "a thousand below zero",
            "You replaced the hidden scores by a large negative number, and a score may be lower than \
             that; nothing is lower than minus infinity.",
            |scores| softmax(replaced(scores, -1000.0)),
        )
        .wrong(
            "softmax inside",
            "You applied the softmax in `causal_mask` already; it returns masked scores, and the \
             softmax comes after it.",
            |scores| softmax(causal_weights(scores)),
        )
        .wrong(
            "softmax, then zeros",
            "You applied the softmax in `causal_mask` and masked its result; mask the scores, and \
             leave the softmax to what comes after.",
            |scores| softmax(softmax(scores).lower_tri(0)),
        )
        .wrong(
            "divided again",
            "You divided the scores by the root of the number of tokens; they were divided by the root of the width when they were \
             computed, so take them as they are.",
            |scores| {
                let root = (scores.shape().2 as f32).sqrt();
                masked_weights(scores / root)
            },
        )
        .wrong(
            "first sequence only",
            "You masked the first sequence of the batch only; each of them is a text of its own.",
            |scores| softmax(some_hidden(scores, |sequence| sequence == 0)),
        )
        .and("causal_weights", gradient(causal_weights))
        .inputs(["scores"])
        .parts([("weights", close()), ("gradient of scores", close())])
        .case("the example of the lesson", |_| {
            (device().zeros_like(&(1, 3, 3)),)
        })
        .case("one token", square(2, 1))
        .case("scores near a thousand", |g| {
            (g.tensor((2, 3, 3)) + 1000.0,)
        })
        .case("scores near minus a thousand", |g| {
            (g.tensor((2, 3, 3)) - 1000.0,)
        })
        .case("later tokens fit far better", future_fits)
        .cases(4, |g, i| square(1 + i % 3, 2 + i)(g))
        .wrong(
            "overflow",
            "Your softmax overflows, because `exp` of a few hundred is infinite; subtract the largest \
             score of each row first, as `softmax` does.",
            |scores| {
                let weights = some_hidden(scores, |_| true).exp();
                let copy = weights.with_empty_tape();
                let sums = weights.sum::<_, Axis<2>>().broadcast_like::<_, Axis<2>>(&copy);
                copy / sums
            },
        )
        .wrong(
            "zeros after the softmax",
            "You masked after the softmax, so the weights that are left no longer sum to 1; mask the \
             scores, then apply the softmax.",
            |scores| softmax(scores).lower_tri(0),
        )
        .wrong(
            "mask after the softmax",
            "You called `causal_mask` on the weights; mask the scores, then apply the softmax.",
            |scores| some_hidden(softmax(scores), |_| true),
        )
        .wrong(
            "over the queries",
            "You normalised over the queries; each query shares a weight of 1 among the keys, and \
             the keys are `Axis<2>`.",
            |scores| some_hidden(scores, |_| true).softmax::<Axis<1>>(),
        )
        .wrong(
            "over the batch",
            "You normalised over the batch; each query shares a weight of 1 among the keys, and the \
             keys are `Axis<2>`.",
            |scores| some_hidden(scores, |_| true).softmax::<Axis<0>>(),
        )
        .wrong(
            "no mask",
            "You did not mask the scores; hand them to `causal_mask` before the softmax.",
            softmax,
        )
        .wrong(
            "softmax before too",
            "You applied a softmax before the mask as well; the only one comes after the mask.",
            |scores| causal_weights(softmax(scores)),
        )
        .wrong(
            "divided again",
            "You divided the scores by the root of the number of tokens; they were divided by the root of the width when they were \
             computed, so take them as they are.",
            |scores| {
                let root = (scores.shape().2 as f32).sqrt();
                causal_weights(scores / root)
            },
        )
        .wrong(
            "no softmax",
            "You returned the masked scores; a softmax makes weights of them.",
            |scores| some_hidden(scores, |_| true),
        )
        .wrong(
            "softmax twice",
            "You applied the softmax twice; once, after the mask, is enough.",
            |scores| softmax(causal_weights(scores)),
        )
        .run()
}
