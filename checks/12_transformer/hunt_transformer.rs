//! How `hunt_transformer` is checked: each function with a bug is called alone.

#[path = "../../solutions/12_transformer/hunt_transformer.rs"]
#[expect(dead_code, reason = "a check has a `main` of its own")]
mod solution;

use course::{Batch, halves};
use gradlings::prelude::*;
use solution::{angles, causal_weights, feed_forward, guesses, rms_norm, rotate, scores, swiglu};

type X = Batch<Recording>;
type Layer = (Batch, Vector, Matrix, Matrix, Matrix);

/// Queries and keys.
fn pair(
    batch: usize,
    queries: usize,
    keys: usize,
    d: usize,
) -> impl Fn(&mut Generator) -> (Batch, Batch) {
    move |g| (g.tensor((batch, queries, d)), g.tensor((batch, keys, d)))
}

/// Scores of every token with every other.
fn square(batch: usize, time: usize) -> impl Fn(&mut Generator) -> (Batch,) {
    move |g| (g.tensor((batch, time, time)),)
}

/// Vectors to turn, and the position of the first.
fn vectors(
    (batch, time, d): (usize, usize, usize),
    offset: usize,
) -> impl Fn(&mut Generator) -> (Batch, usize) {
    move |g| (g.tensor((batch, time, d)), offset)
}

/// Tokens, far from the size that a norm gives, and a feed-forward layer.
fn layer(
    (batch, time): (usize, usize),
    width: usize,
    hidden: usize,
) -> impl Fn(&mut Generator) -> Layer {
    move |g| {
        let few = 1.2 / (width as f32).sqrt();
        let x: Batch = g.tensor((batch, time, width));
        let gate = g.matrix(width, hidden) * few;
        let up = g.matrix(width, hidden) * few;
        let down = g.matrix(hidden, width) * few;
        (x * 2.0, g.vector(width) + 1.5, gate, up, down)
    }
}

fn batch(numbers: &[f32], shape: (usize, usize, usize)) -> Batch {
    device().tensor_from_vec(numbers.to_vec(), shape)
}

fn products(q: X, k: X) -> X {
    q.matmul(k.permute::<_, Axes3<0, 2, 1>>())
}

/// The softmax of the scores, with this number added to those from this diagonal on.
fn masked(scores: X, number: f32, diagonal: isize) -> X {
    let future = device().upper_tri_like(&scores, number, diagonal);
    (scores + future).softmax::<Axis<2>>()
}

/// The halves that `mix` makes of the two halves, with the cosines and sines of their angles.
fn by_halves(x: X, offset: usize, mix: impl Fn(X, X, Batch, Batch) -> (X, X)) -> X {
    let (_, time, d) = *x.shape();
    let (first, second) = halves(x);
    let angles = angles(time, d, offset).broadcast_like::<_, Axis<0>>(&first);
    let (cos, sin) = (angles.clone().cos(), angles.sin());
    let (left, right) = mix(first.with_empty_tape(), second.with_empty_tape(), cos, sin);
    // The halves themselves hold what the tape has recorded of them.
    (left + first * 0.0, right + second * 0.0).concat_along(Axis::<2>)
}

fn main() {
    Reference::of("scores", gradient(scores))
        .inputs(["q", "k"])
        .case("the row of the lesson", |_| {
            let keys = [1.0, 1.0, 1.0, 1.0, 0.0, 0.0, 0.0, 0.0];
            (batch(&[1.0; 4], (1, 1, 4)), batch(&keys, (1, 2, 4)))
        })
        .case("one number in each vector", pair(2, 3, 2, 1))
        .case("one query", pair(2, 1, 4, 3))
        .case("one key", pair(2, 4, 1, 3))
        .cases(6, |g, i| pair(1 + i % 3, 2 + i % 4, 3 + i, 2 + (3 * i) % 5)(g))
        .bug(
            "A token that has learned nothing yet already looks at one other above all: where heads have 64 \
             numbers, one of 16 keys gets a weight of 0.84 on average, and 0.25 would be right. Of weights so \
             sharp hardly any gradient is left.",
            products,
        )
        .wrong(
            "scaled by d",
            "You divided by `d`; divide by its square root.",
            |q, k| {
                let d = q.shape().2 as f32;
                products(q, k) / d
            },
        )
        .wrong(
            "multiplied by the root",
            "You multiplied by the square root of `d`; divide by it.",
            |q, k| {
                let d = q.shape().2 as f32;
                products(q, k) * d.sqrt()
            },
        )
        .wrong(
            "root of the keys",
            "You divided by the square root of the number of keys; `d` is how long a query is, the last axis \
             of `q`.",
            |q, k| {
                let keys = k.shape().1 as f32;
                products(q, k) / keys.sqrt()
            },
        )
        .wrong(
            "root of the queries",
            "You divided by the square root of the number of queries; `d` is how long a query is, the last axis \
             of `q`.",
            |q, k| {
                let queries = q.shape().1 as f32;
                products(q, k) / queries.sqrt()
            },
        )
        .wrong(
            "softmax already",
            "You applied the softmax here; `causal_weights` does it, after the mask.",
            |q, k| scores(q, k).softmax::<Axis<2>>(),
        )
        .and("causal_weights", gradient(causal_weights))
        .inputs(["scores"])
        .case("equal scores", |_| (device().zeros_like(&(1, 3, 3)),))
        .case("one token", square(2, 1))
        .case("two tokens", square(1, 2))
        .case("scores near a thousand", |g| (g.tensor((2, 3, 3)) + 1000.0,))
        .case("scores near minus a thousand", |g| (g.tensor((2, 3, 3)) - 1000.0,))
        .case("later tokens fit far better", |g| {
            let scores: Batch = g.tensor((2, 4, 4));
            let future = device().upper_tri_like(&scores, 3000.0, 1);
            (scores + future,)
        })
        .cases(6, |g, i| square(1 + i % 3, 2 + i)(g))
        .bug(
            "The weights of the first tokens sum to less than 1, and where a later token changes, what comes out \
             for an earlier one changes too.",
            |scores| scores.softmax::<Axis<2>>().lower_tri(0),
        )
        .wrong(
            "no mask",
            "You took the mask away, so every token sees the one that it has to guess; hide the scores of later \
             keys before the softmax.",
            |scores| scores.softmax::<Axis<2>>(),
        )
        .wrong(
            "zero instead",
            "You set the hidden scores to 0, and the softmax makes `e^0` = 1 of that, not 0; they have to be minus \
             infinity.",
            |scores| scores.lower_tri(0).softmax::<Axis<2>>(),
        )
        .wrong(
            "masked again",
            "You applied the softmax before the mask as well; the only one comes after it.",
            |scores| masked(scores.softmax::<Axis<2>>(), f32::NEG_INFINITY, 1),
        )
        .wrong(
            "one more seen",
            "Each token still sees the one after it, which is just what it has to guess; hide everything to the \
             right of the diagonal.",
            |scores| masked(scores, f32::NEG_INFINITY, 2),
        )
        .wrong(
            "diagonal hidden",
            "You hid the diagonal too; a token may look at itself, and the first one has nothing else to look at.",
            |scores| masked(scores, f32::NEG_INFINITY, 0),
        )
        .wrong(
            "not low enough",
            "Your hidden scores are not low enough, because a score may be 3,000 higher than another; take minus \
             infinity.",
            |scores| masked(scores, -1000.0, 1),
        )
        .and("rotate", gradient(rotate))
        .inputs(["x", "offset"])
        .parts([
            ("rotated", within(1e-4, 1e-4)),
            ("gradient of x", within(1e-4, 1e-4)),
        ])
        .case("position 0", vectors((1, 1, 4), 0))
        .case("one pair", vectors((2, 3, 2), 0))
        .case("after a hundred tokens", vectors((1, 3, 6), 100))
        .cases(6, |g, i| {
            let offset = if i % 2 == 0 { 0 } else { g.integer(1..60) };
            vectors((1 + i % 2, 2 + i, 4 + 2 * (i % 3)), offset)(g)
        })
        .bug(
            "Two tokens get another score where both stand 100 places later, and the first token loses half of its \
             numbers.",
            |x, offset| {
                by_halves(x, offset, |first, second, cos, sin| {
                    let left = first.with_empty_tape() * cos.clone()
                        - second.with_empty_tape() * sin.clone();
                    (left, first * cos + second * sin)
                })
            },
        )
        .wrong(
            "minus in both",
            "You subtracted in both halves; in the second one the product with the sine is added.",
            |x, offset| {
                by_halves(x, offset, |first, second, cos, sin| {
                    let left = first.with_empty_tape() * cos.clone()
                        - second.with_empty_tape() * sin.clone();
                    (left, second * cos - first * sin)
                })
            },
        )
        .wrong(
            "plus in both",
            "You added in both halves; in the first one the product with the sine is subtracted.",
            |x, offset| {
                by_halves(x, offset, |first, second, cos, sin| {
                    let left = first.with_empty_tape() * cos.clone()
                        + second.with_empty_tape() * sin.clone();
                    (left, second * cos + first * sin)
                })
            },
        )
        .wrong(
            "the other way",
            "You turned the other way; it is minus in the first half and plus in the second.",
            |x, offset| {
                by_halves(x, offset, |first, second, cos, sin| {
                    let left = first.with_empty_tape() * cos.clone()
                        + second.with_empty_tape() * sin.clone();
                    (left, second * cos - first * sin)
                })
            },
        )
        .wrong(
            "offset ignored",
            "You left out the offset; the first token stands at position `offset`.",
            |x, _| rotate(x, 0),
        )
        .wrong(
            "the turned half again",
            "You used the first half, already turned, for the second; both come from `x` as it was.",
            |x, offset| {
                by_halves(x, offset, |first, second, cos, sin| {
                    let left = first * cos.clone() - second.with_empty_tape() * sin.clone();
                    let right = second * cos + left.with_empty_tape() * sin;
                    (left, right)
                })
            },
        )
        .and("feed_forward", gradient(feed_forward))
        .inputs(["x", "gain", "gate", "up", "down"])
        .leaves(["gain", "gate", "up", "down"])
        .case("a part that is switched off", |g| {
            let (x, gain, gate, up, down) = layer((1, 2), 4, 5)(g);
            (x, gain, gate, up, down * 0.0)
        })
        .case("one token", layer((1, 1), 3, 5))
        .case("as many hidden numbers as the width", layer((1, 3), 4, 4))
        .case("a large stream", |g| {
            let (x, gain, gate, up, down) = layer((1, 2), 4, 5)(g);
            (x * 30.0, gain, gate, up, down)
        })
        .cases(5, |g, i| layer((1 + i % 3, 2 + i % 4), 2 + i, 4 + i)(g))
        .bug(
            "Vectors ten times as large come out of the layer no larger, so in a deep stack the last layers hardly \
             see what the first ones found.",
            |x, gain, gate, up, down| {
                let normed = rms_norm(x, gain);
                normed.with_empty_tape() + swiglu(normed, gate, up, down)
            },
        )
        .wrong(
            "no norm",
            "You left out the norm; what goes into `swiglu` is normalised, and what it is added to is not.",
            |x, gain, gate, up, down| {
                let unused = rms_norm(x.with_empty_tape(), gain) * 0.0;
                x.with_empty_tape() + swiglu(x, gate, up, down) + unused
            },
        )
        .wrong(
            "norm added too",
            "You added the norm as well; the sum is that of `x` and what `swiglu` finds, and no more.",
            |x, gain, gate, up, down| {
                let normed = rms_norm(x.with_empty_tape(), gain);
                let twice = x + normed.with_empty_tape();
                twice + swiglu(normed, gate, up, down)
            },
        )
        .wrong(
            "no residual",
            "You left out the sum; add what `swiglu` finds to `x`.",
            |x, gain, gate, up, down| swiglu(rms_norm(x, gain), gate, up, down),
        )
        .wrong(
            "norm of what is found",
            "You normalised what `swiglu` finds; normalise what goes into it.",
            |x, gain, gate, up, down| {
                let found = swiglu(x.with_empty_tape(), gate, up, down);
                x + rms_norm(found, gain)
            },
        )
        .wrong(
            "norm of the sum",
            "You normalised the sum, which is the stream itself; normalise what goes into `swiglu` alone.",
            |x, gain, gate, up, down| {
                let found = swiglu(x.with_empty_tape(), gate, up, down);
                rms_norm(x + found, gain)
            },
        )
        .wrong(
            "exchanged",
            "`swiglu` gets `x` as it is, and its result is added to the norm; it is the other way round.",
            |x, gain, gate, up, down| {
                rms_norm(x.with_empty_tape(), gain) + swiglu(x, gate, up, down)
            },
        )
        .and("guesses", function(guesses))
        .inputs(["piece"])
        .parts([("inputs", exact()), ("targets", exact())])
        .case("the text of the lesson", |_| (vec![3, 1, 4, 1],))
        .case("one guess", |_| (vec![2, 7],))
        .case("the same token again and again", |_| (vec![5; 6],))
        .cases(8, |g, i| (g.tokens(3 + i, 12),))
        .bug(
            "Trained on `abababab`, the model has a loss of almost 0, and then it writes `aaaaaaaa`. On a book, \
             300 steps leave its loss above that of a bigram table.",
            |piece| {
                let pairs = piece.iter().zip(piece.iter().skip(2));
                pairs.map(|(input, target)| (*input, *target)).unzip()
            },
        )
        .wrong(
            "not shifted",
            "Your targets are the inputs, so the model would learn to copy what it has just read; a target is the \
             token after it.",
            |piece| {
                let (inputs, _) = guesses(piece);
                (inputs.clone(), inputs)
            },
        )
        .wrong(
            "exchanged",
            "You returned the targets first, so the model would guess the token before; the inputs come first.",
            |piece| {
                let (inputs, targets) = guesses(piece);
                (targets, inputs)
            },
        )
        .wrong(
            "rolled",
            "The last target of your piece is its own first token; the last token is a target, and has none itself.",
            |piece| {
                let mut targets = piece.clone();
                targets.rotate_left(1);
                (piece, targets)
            },
        )
        .wrong(
            "one too few",
            "You left out a pair at the end; the last token of the piece is a target too.",
            |mut piece| {
                piece.pop();
                guesses(piece)
            },
        )
        .wrong(
            "the first left out",
            "You left out a pair at the beginning; the first token of the piece is an input too.",
            |piece| guesses(piece[1..].to_vec()),
        )
        .run()
}
