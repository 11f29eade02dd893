//! How `attention` is checked: the scores, what is made of them, and the two put together. Every value comes with its
//! gradients. What fits only where two lengths are equal has a group in which they are.

#[path = "../../solutions/12_transformer/attention.rs"]
#[expect(dead_code, reason = "a check has a `main` of its own")]
mod solution;
use course::Batch;
use gradlings::prelude::*;
use solution::{attend, attention, scores};

type Recorded = Batch<Recording>;

/// Queries and keys.
fn pair(
    batch: usize,
    queries: usize,
    keys: usize,
    d: usize,
) -> impl Fn(&mut Generator) -> (Batch, Batch) {
    move |g| (g.tensor((batch, queries, d)), g.tensor((batch, keys, d)))
}

/// Scores and values.
fn fetched(
    batch: usize,
    queries: usize,
    keys: usize,
    width: usize,
) -> impl Fn(&mut Generator) -> (Batch, Batch) {
    move |g| {
        (
            g.tensor((batch, queries, keys)),
            g.tensor((batch, keys, width)),
        )
    }
}

/// Queries, keys and values, all of one shape.
fn selves(batch: usize, time: usize, d: usize) -> impl Fn(&mut Generator) -> (Batch, Batch, Batch) {
    move |g| {
        let mut one = || g.tensor((batch, time, d));
        (one(), one(), one())
    }
}

fn batch(numbers: &[f32], shape: (usize, usize, usize)) -> Batch {
    device().tensor_from_vec(numbers.to_vec(), shape)
}

fn root(number: usize) -> f32 {
    (number as f32).sqrt()
}

/// The dot products, not scaled.
fn products(q: Recorded, k: Recorded) -> Recorded {
    q.matmul(k.permute::<_, Axes3<0, 2, 1>>())
}

/// The same numbers in another shape, none of them moved.
fn turned(k: Recorded) -> Recorded {
    let (batch, keys, d) = *k.shape();
    k.reshape_like(&(batch, d, keys))
}

/// A tensor in the place of another one, which the tape knows nothing of.
fn made_anew(x: Recorded) -> Recorded {
    let anew: Batch = device().tensor_from_vec(x.as_vec(), *x.shape());
    anew.leaky_traced()
}

fn main() {
    Reference::of("scores", gradient(scores))
        .inputs(["q", "k"])
        .wrong(
            "no scale",
            "You did not divide by the square root of `d`; without it the scores grow with `d`, and \
             the softmax turns into a choice of one.",
            products,
        )
        .wrong(
            "scaled by d",
            "You divided by `d`; divide by its square root.",
            |q, k| {
                let d = q.shape().2;
                scores(q, k) / root(d)
            },
        )
        .wrong(
            "multiplied by the root",
            "You multiplied by the square root of `d`; divide by it.",
            |q, k| {
                let d = q.shape().2;
                scores(q, k) * d as f32
            },
        )
        .wrong(
            "root of the batch",
            "You divided by the square root of the size of the batch; `d` is how long a query is, \
             the last axis of `q`.",
            |q, k| {
                let batch = q.shape().0;
                products(q, k) / root(batch)
            },
        )
        .wrong(
            "softmax already",
            "You applied the softmax here; `attend` does it, so that a mask can come in between.",
            |q, k| scores(q, k).softmax::<Axis<2>>(),
        )
        .wrong(
            "keys off the tape",
            "Your keys have left the tape, so what makes them would never be trained; use dfdx's \
             operations on `k` itself, not on `k.with_empty_tape()` alone.",
            |q, k| scores(q, made_anew(k)),
        )
        .group("where all lengths are equal")
        .case("one of everything", pair(1, 1, 1, 1))
        .cases(3, |g, i| pair(2, 2 + i, 2 + i, 2 + i)(g))
        .wrong(
            "not transposed",
            "Your keys are not transposed, so a query meets the columns of `k`; each key is a row, so \
             exchange the last two axes with `permute`, which moves the numbers.",
            |q, k| {
                let d = q.shape().2;
                q.matmul(k) / root(d)
            },
        )
        .wrong(
            "q transposed instead",
            "You transposed `q`; the queries are the rows of the scores, so transpose `k`.",
            |q, k| {
                let d = q.shape().2;
                q.permute::<_, Axes3<0, 2, 1>>().matmul(k) / root(d)
            },
        )
        .wrong(
            "keys first",
            "Your scores have a row for each key; each row belongs to a query, so `q` stands first.",
            |q, k| scores(k, q),
        )
        .group("of some queries and other keys")
        .case("the example of the lesson", |_| {
            let keys = [1.0, 1.0, 1.0, 1.0, 0.0, 0.0, 0.0, 0.0];
            (batch(&[1.0; 4], (1, 1, 4)), batch(&keys, (1, 2, 4)))
        })
        .case("one number in each vector", pair(2, 3, 2, 1))
        .case("one query", pair(2, 1, 4, 3))
        .case("one key", pair(2, 4, 1, 3))
        .case("one sequence", pair(1, 3, 2, 4))
        .cases(6, |g, i| pair(1 + i % 3, 2 + i % 4, 3 + i, 2 + (3 * i) % 5)(g))
        .wrong(
            "root of the keys",
            "You divided by the square root of the number of keys; `d` is how long a query is, the \
             last axis of `q`.",
            |q, k| {
                let keys = k.shape().1;
                products(q, k) / root(keys)
            },
        )
        .wrong(
            "root of the queries",
            "You divided by the square root of the number of queries; `d` is how long a query is, \
             the last axis of `q`.",
            |q, k| {
                let queries = q.shape().1;
                products(q, k) / root(queries)
            },
        )
        .wrong(
            "keys reshaped",
            "You gave `k` another shape and moved none of its numbers; exchange its last two axes \
             with `permute`.",
            |q, k| {
                let d = q.shape().2;
                q.matmul(turned(k)) / root(d)
            },
        )
        .and("attend", gradient(attend))
        .inputs(["scores", "v"])
        .wrong(
            "softmax over the queries",
            "You normalised over the queries; each query shares a weight of 1 among the keys, and \
             the keys are `Axis<2>`.",
            |scores, v| scores.softmax::<Axis<1>>().matmul(v),
        )
        .wrong(
            "softmax over the batch",
            "You normalised over the batch, whose sequences have nothing to do with each other; \
             normalise over the keys, `Axis<2>`.",
            |scores, v| scores.softmax::<Axis<0>>().matmul(v),
        )
        .wrong(
            "softmax over everything",
            "The weights of all queries together sum to 1; those of each query do, so normalise over \
             the keys alone.",
            |scores, v| scores.softmax::<Axes2<1, 2>>().matmul(v),
        )
        .wrong(
            "no softmax",
            "You weighted the values by the scores as they are; a softmax makes weights of them.",
            |scores, v| scores.matmul(v),
        )
        .wrong(
            "softmax twice",
            "You applied the softmax twice, which makes the weights nearly equal; once is enough.",
            |scores, v| scores.softmax::<Axis<2>>().softmax::<Axis<2>>().matmul(v),
        )
        .wrong(
            "sigmoid",
            "You took the sigmoid of each score, so the weights of a query need not sum to 1; take the \
             softmax over its keys.",
            |scores, v| scores.sigmoid().matmul(v),
        )
        .wrong(
            "logarithms",
            "You weighted the values by the logarithms of the weights; take `softmax`, not \
             `log_softmax`.",
            |scores, v| scores.log_softmax::<Axis<2>>().matmul(v),
        )
        .wrong(
            "not normalised",
            "You took `exp` of the scores and did not divide by the sum over the keys.",
            |scores, v| scores.exp().matmul(v),
        )
        .wrong(
            "scaled again",
            "You divided by a square root here too; the scores are scaled already.",
            |scores, v| {
                let width = v.shape().2;
                attend(scores / root(width), v)
            },
        )
        .wrong(
            "scores off the tape",
            "Your scores have left the tape, so nothing would learn where to look; use dfdx's \
             operations on `scores` itself, not on `scores.with_empty_tape()` alone.",
            |scores, v| attend(made_anew(scores), v),
        )
        .group("where all lengths are equal")
        .cases(3, |g, i| fetched(2, 2 + i, 2 + i, 2 + i)(g))
        .wrong(
            "values first",
            "You multiplied the values by the weights; the weights stand first, a row of them for each \
             query.",
            |scores, v| v.matmul(scores.softmax::<Axis<2>>()),
        )
        .wrong(
            "weights transposed",
            "You transposed the weights; a row of them belongs to one query and goes with the values as \
             they stand.",
            |scores, v| {
                let weights = scores.softmax::<Axis<2>>();
                weights.permute::<_, Axes3<0, 2, 1>>().matmul(v)
            },
        )
        .group("of some queries and other keys")
        .case("the example of the lesson", |_| {
            (batch(&[2.0, 0.0], (1, 1, 2)), batch(&[10.0, 0.0], (1, 2, 1)))
        })
        .case("one key", fetched(2, 3, 1, 2))
        .case("one query", fetched(2, 1, 3, 2))
        .case("one number in each value", fetched(1, 3, 4, 1))
        .case("equal scores", |g| {
            (batch(&[0.5; 12], (2, 2, 3)), g.tensor((2, 3, 2)))
        })
        .case("a score of minus infinity", |g| {
            let none = f32::NEG_INFINITY;
            let numbers = [0.5, none, 1.5, -0.5, 1.0, none];
            (batch(&numbers, (1, 2, 3)), g.tensor((1, 3, 2)))
        })
        .case("scores in the hundreds", |g| {
            let (scores, v) = fetched(2, 3, 3, 2)(g);
            (scores * 50.0 + 400.0, v)
        })
        .cases(6, |g, i| fetched(1 + i % 3, 2 + i % 4, 3 + i, 1 + i % 3)(g))
        .wrong(
            "overflow",
            "Your softmax overflows, because `exp` of a few hundred is infinite; subtract the \
             largest score of each row first, as `softmax` does.",
            |scores, v| {
                let weights = scores.exp();
                let copy = weights.with_empty_tape();
                let sums = weights.sum::<_, Axis<2>>().broadcast_like::<_, Axis<2>>(&copy);
                (copy / sums).matmul(v)
            },
        )
        .and("attention", gradient(attention))
        .inputs(["q", "k", "v"])
        .wrong(
            "no scale",
            "You did not divide by the square root of `d`; `scores` does it, so call it here.",
            |q, k, v| attend(products(q, k), v),
        )
        .wrong(
            "no softmax",
            "You weighted the values by the scores as they are; `attend` makes weights of them.",
            |q, k, v| scores(q, k).matmul(v),
        )
        .wrong(
            "softmax over the queries",
            "You normalised over the queries; each query shares a weight of 1 among the keys, as \
             `attend` has it.",
            |q, k, v| scores(q, k).softmax::<Axis<1>>().matmul(v),
        )
        .wrong(
            "scaled twice",
            "You divided by the square root of `d` a second time; `scores` has done it.",
            |q, k, v| {
                let d = q.shape().2;
                attend(scores(q, k) / root(d), v)
            },
        )
        .group("to itself")
        .cases(4, |g, i| selves(1 + i % 2, 2 + i, 2 + (2 * i) % 5)(g))
        .wrong(
            "keys and values exchanged",
            "You compared the queries with the values, and fetched the keys; it is the other way \
             round.",
            |q, k, v| attention(q, v, k),
        )
        .wrong(
            "queries and keys exchanged",
            "You handed on `k` as the queries and `q` as the keys; `q` stands first.",
            |q, k, v| attention(k, q, v),
        )
        .wrong(
            "keys fetched",
            "You fetched the keys; they only say where to look, and what is fetched are the values.",
            |q, k, v| {
                let unused = (v * 0.0).sum::<_, Axes3<0, 1, 2>>();
                let fetched = attend(scores(q, k.with_empty_tape()), k);
                let unused = unused.broadcast_like::<_, Axes3<0, 1, 2>>(&fetched);
                fetched + unused
            },
        )
        .group("to other tokens")
        .case("the example of the lesson", |_| {
            let keys = [1.0, 1.0, 1.0, 1.0, 0.0, 0.0, 0.0, 0.0];
            let v = batch(&[10.0, 0.0], (1, 2, 1));
            (batch(&[1.0; 4], (1, 1, 4)), batch(&keys, (1, 2, 4)), v)
        })
        .cases(4, |g, i| {
            let (batch, keys) = (1 + i % 2, 3 + i);
            let (q, k) = pair(batch, 2 + i % 4, keys, 2 + i)(g);
            (q, k, g.tensor((batch, keys, 1 + i % 4)))
        })
        .run()
}
