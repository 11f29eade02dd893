//! How `heads` is checked: the way into the heads, the way back, and the whole. Most mistakes of the whole are the right
//! layer with something else done to the queries, keys and values of its heads.

#[path = "../../solutions/12_transformer/heads.rs"]
#[expect(dead_code, reason = "a check has a `main` of its own")]
mod solution;
use course::Batch;
use gradlings::prelude::*;
use solution::attention::{attend, scores};
use solution::causal_mask::causal_mask;
use solution::rope::{rope, rotate};
use solution::{merge, multi_head, split};

type Recorded = Batch<Recording>;
type Weights = Matrix<Recording>;
type Layer = (Batch, Matrix, Matrix, Matrix, Matrix, usize);

/// A batch for so many heads of `d` numbers, and that number of heads.
fn wide(
    batch: usize,
    time: usize,
    heads: usize,
    d: usize,
) -> impl Fn(&mut Generator) -> (Batch, usize) {
    move |g| (g.tensor((batch, time, heads * d)), heads)
}

/// What `split` makes of such a batch.
fn apart(
    batch: usize,
    time: usize,
    heads: usize,
    d: usize,
) -> impl Fn(&mut Generator) -> (Batch, usize) {
    move |g| (g.tensor((batch * heads, time, d)), heads)
}

fn layer(batch: usize, time: usize, heads: usize, d: usize) -> impl Fn(&mut Generator) -> Layer {
    move |g| {
        let width = heads * d;
        let x = g.tensor((batch, time, width));
        // The larger they are, the more the heads differ in what they look at.
        let mut one = || g.matrix(width, width) * (1.5 / (width as f32).sqrt());
        (x, one(), one(), one(), one(), heads)
    }
}

/// Batch, time, and the rest of a shape.
fn sizes(x: &Recorded) -> (usize, usize, usize) {
    *x.shape()
}

/// The layer with `mix` done to the queries, keys and values of its heads.
fn with(
    (x, w_q, w_k, w_v, w_o): (Recorded, Weights, Weights, Weights, Weights),
    heads: usize,
    mix: impl Fn(Recorded, Recorded, Recorded) -> Recorded,
) -> Recorded {
    let q = split(x.with_empty_tape().matmul(w_q), heads);
    let k = split(x.with_empty_tape().matmul(w_k), heads);
    let v = split(x.matmul(w_v), heads);
    merge(mix(q, k, v), heads).matmul(w_o)
}

/// Queries, keys and values, split without anything being moved.
fn cut(
    (x, w_q, w_k, w_v): (Recorded, Weights, Weights, Weights),
    heads: usize,
) -> (Recorded, Recorded, Recorded) {
    let (batch, time, width) = sizes(&x);
    let shape = (batch * heads, time, width / heads);
    let cut = |x: Recorded, w: Weights| x.matmul(w).reshape_like(&shape);
    let (q, k) = (cut(x.with_empty_tape(), w_q), cut(x.with_empty_tape(), w_k));
    (q, k, cut(x, w_v))
}

/// What each head does.
fn fetch(q: Recorded, k: Recorded, v: Recorded) -> Recorded {
    let (q, k, v) = rope(q, k, v, 0);
    attend(causal_mask(scores(q, k)), v)
}

fn main() {
    Reference::of("split", gradient(split))
        .inputs(["x", "heads"])
        .case("the example of the lesson", |_| {
            let numbers = (1_u8..=8).map(f32::from).collect();
            (device().tensor_from_vec(numbers, (1, 2, 4)), 2)
        })
        .case("one head", wide(2, 3, 1, 2))
        .case("heads of one number", wide(1, 3, 4, 1))
        .case("one token", wide(2, 1, 3, 2))
        .cases(5, |g, i| wide(1 + i % 3, 2 + i % 4, 2 + i % 3, 2 + i % 2)(g))
        .wrong(
            "reshaped only",
            "You gave `x` another shape and moved no number, so a head gets columns of several tokens; \
             exchange time and heads with `permute` in between.",
            |x, heads| {
                let (batch, time, width) = sizes(&x);
                x.reshape_like(&(batch * heads, time, width / heads))
            },
        )
        .wrong(
            "interleaved",
            "You dealt the columns out to the heads one by one; each head gets `d` neighbouring columns: \
             the shape in between is `(batch, time, heads, d)`.",
            |x, heads| {
                let (batch, time, width) = sizes(&x);
                x.reshape_like(&(batch, time, width / heads, heads))
                    .permute::<_, Axes4<0, 3, 1, 2>>()
                    .reshape_like(&(batch * heads, time, width / heads))
            },
        )
        .wrong(
            "batch inside",
            "You put the first head of all sequences first; first come all heads of the first sequence.",
            |x, heads| {
                let (batch, time, width) = sizes(&x);
                x.reshape_like(&(batch, time, heads, width / heads))
                    .permute::<_, Axes4<2, 0, 1, 3>>()
                    .reshape_like(&(batch * heads, time, width / heads))
            },
        )
        .wrong(
            "heads for their width",
            "You made heads of `heads` numbers each; there are `heads` of them, each of \
             `width / heads` numbers.",
            |x, heads| {
                let width = x.shape().2;
                split(x, width / heads)
            },
        )
        .wrong(
            "token by token",
            "Your heads of a token stand together, as rows of `(time * heads, d)`; a head is a sequence \
             of tokens, so exchange time and heads.",
            |x, heads| {
                let (batch, time, width) = sizes(&x);
                x.reshape_like(&(batch * time, heads, width / heads))
            },
        )
        .wrong(
            "wrong order of the reshape",
            "You reshaped to `(batch, heads, time, d)` at once, which mixes columns and tokens; the \
             numbers of a token stand together, so it is `(batch, time, heads, d)`, and then the exchange.",
            |x, heads| {
                let (batch, time, width) = sizes(&x);
                x.reshape_like(&(batch, heads, time, width / heads))
                    .permute::<_, Axes4<0, 2, 1, 3>>()
                    .reshape_like(&(batch * heads, time, width / heads))
            },
        )
        .wrong(
            "not split",
            "You handed `x` on as it is; each head gets `width / heads` of its columns.",
            |x, _| x * 1.0,
        )
        .and("merge", gradient(merge))
        .inputs(["x", "heads"])
        .case("the example of the lesson", |_| {
            let numbers = vec![1.0, 2.0, 5.0, 6.0, 3.0, 4.0, 7.0, 8.0];
            (device().tensor_from_vec(numbers, (2, 2, 2)), 2)
        })
        .case("one head", apart(2, 3, 1, 2))
        .case("heads of one number", apart(1, 3, 4, 1))
        .case("one token", apart(2, 1, 3, 2))
        .cases(5, |g, i| apart(1 + i % 3, 2 + i % 4, 2 + i % 3, 2 + i % 2)(g))
        .wrong(
            "reshaped only",
            "You gave `x` another shape and moved no number, so a row holds several tokens of one head; \
             exchange heads and time with `permute` in between.",
            |x, heads| {
                let (all, time, d) = sizes(&x);
                x.reshape_like(&(all / heads, time, heads * d))
            },
        )
        .wrong(
            "interleaved",
            "You put the first numbers of all heads first, then the second ones; each head keeps its \
             `d` numbers together.",
            |x, heads| {
                let (all, time, d) = sizes(&x);
                x.reshape_like(&(all / heads, heads, time, d))
                    .permute::<_, Axes4<0, 2, 3, 1>>()
                    .reshape_like(&(all / heads, time, heads * d))
            },
        )
        .wrong(
            "batch inside",
            "You took the first matrices for the first head of all sequences; they are all heads of the \
             first sequence: `(batch, heads, time, d)`.",
            |x, heads| {
                let (all, time, d) = sizes(&x);
                x.reshape_like(&(heads, all / heads, time, d))
                    .permute::<_, Axes4<1, 2, 0, 3>>()
                    .reshape_like(&(all / heads, time, heads * d))
            },
        )
        .wrong(
            "split again",
            "You split once more; here the heads of a token come side by side again.",
            |x, heads| {
                let (all, time, d) = sizes(&x);
                x.reshape_like(&(all, time, 1, d))
                    .permute::<_, Axes4<0, 2, 1, 3>>()
                    .reshape_like(&(all / heads, heads * time, d))
            },
        )
        .wrong(
            "wrong order of the reshape",
            "You reshaped to `(batch, time, heads, d)` at once, which mixes heads and tokens; the numbers \
             of a head stand together, so it is `(batch, heads, time, d)`, and then the exchange.",
            |x, heads| {
                let (all, time, d) = sizes(&x);
                x.reshape_like(&(all / heads, time, heads, d))
                    .permute::<_, Axes4<0, 2, 1, 3>>()
                    .reshape_like(&(all / heads, time, heads * d))
            },
        )
        .wrong(
            "not merged",
            "You handed `x` on as it is; the heads of each token come side by side again.",
            |x, _| x * 1.0,
        )
        .and("multi_head", gradient(multi_head))
        .inputs(["x", "w_q", "w_k", "w_v", "w_o", "heads"])
        .leaves(["w_q", "w_k", "w_v", "w_o"])
        .case("one token", layer(1, 1, 2, 2))
        .case("one head", layer(1, 3, 1, 4))
        .case("one pair in each head", layer(1, 3, 2, 2))
        .cases(3, |g, i| layer(1 + i % 2, 3 + i, 2 + i % 2, 2 + 2 * (i / 2))(g))
        .wrong(
            "no output projection",
            "You did not multiply by `w_o` at the end; it mixes what the heads have found.",
            |x, w_q, w_k, w_v, w_o, heads| {
                let width = w_o.shape().0;
                let same = (0..width * width).map(|n| f32::from(u8::from(n / width == n % width)));
                let same: Matrix = device().tensor_from_vec(same.collect(), (width, width));
                multi_head(x, w_q, w_k, w_v, w_o * 0.0 + same, heads)
            },
        )
        .wrong(
            "output projection transposed",
            "You multiplied by the transposed `w_o`; multiply by it as it stands.",
            |x, w_q, w_k, w_v, w_o, heads| multi_head(x, w_q, w_k, w_v, w_o.permute(), heads),
        )
        .wrong(
            "scale of the full width",
            "You scaled by the square root of the whole width; a head compares `d = width / heads` \
             numbers, so the scores are taken after the split.",
            |x, w_q, w_k, w_v, w_o, heads| {
                let few = 1.0 / (heads as f32).sqrt();
                with((x, w_q, w_k, w_v, w_o), heads, |q, k, v| fetch(q * few, k, v))
            },
        )
        .wrong(
            "rotated before the split",
            "You rotated before the split, so the pairs reach across the heads and turn at other speeds; \
             split first, then rotate each head.",
            |x, w_q, w_k, w_v, w_o, heads| {
                let q = split(rotate(x.with_empty_tape().matmul(w_q), 0), heads);
                let k = split(rotate(x.with_empty_tape().matmul(w_k), 0), heads);
                let v = split(x.matmul(w_v), heads);
                merge(attend(causal_mask(scores(q, k)), v), heads).matmul(w_o)
            },
        )
        .wrong(
            "split and merged by reshape",
            "You split by a reshape alone and merged in the same way, so the heads get columns of several \
             tokens; `split` and `merge` exchange time and heads.",
            |x, w_q, w_k, w_v, w_o, heads| {
                let shape = sizes(&x);
                let (q, k, v) = cut((x, w_q, w_k, w_v), heads);
                fetch(q, k, v).reshape_like(&shape).matmul(w_o)
            },
        )
        .wrong(
            "split by reshape",
            "You split by a reshape alone, so the heads get columns of several tokens; call `split`, \
             which exchanges time and heads.",
            |x, w_q, w_k, w_v, w_o, heads| {
                let (q, k, v) = cut((x, w_q, w_k, w_v), heads);
                merge(fetch(q, k, v), heads).matmul(w_o)
            },
        )
        .wrong(
            "merged by reshape",
            "You merged by a reshape alone, so a row holds several tokens of one head; call `merge`, \
             which exchanges heads and time.",
            |x, w_q, w_k, w_v, w_o, heads| {
                let shape = sizes(&x);
                let q = split(x.with_empty_tape().matmul(w_q), heads);
                let k = split(x.with_empty_tape().matmul(w_k), heads);
                let v = split(x.matmul(w_v), heads);
                fetch(q, k, v).reshape_like(&shape).matmul(w_o)
            },
        )
        .wrong(
            "not split",
            "All your heads look at the same places, as one head would; split queries, keys and values \
             first, so that each head looks for itself.",
            |x, w_q, w_k, w_v, w_o, _| multi_head(x, w_q, w_k, w_v, w_o, 1),
        )
        .wrong(
            "no mask",
            "You left out the causal mask, so a token sees those after it; it comes between `scores` and \
             `attend`.",
            |x, w_q, w_k, w_v, w_o, heads| {
                with((x, w_q, w_k, w_v, w_o), heads, |q, k, v| {
                    let (q, k, v) = rope(q, k, v, 0);
                    attend(scores(q, k), v)
                })
            },
        )
        .wrong(
            "no positions",
            "You left out the rotation, so the heads cannot tell where a token stands; queries and keys \
             are rotated after the split.",
            |x, w_q, w_k, w_v, w_o, heads| {
                with((x, w_q, w_k, w_v, w_o), heads, |q, k, v| {
                    attend(causal_mask(scores(q, k)), v)
                })
            },
        )
        .wrong(
            "values rotated",
            "You rotated the values too; only queries and keys are rotated.",
            |x, w_q, w_k, w_v, w_o, heads| {
                with((x, w_q, w_k, w_v, w_o), heads, |q, k, v| fetch(q, k, rotate(v, 0)))
            },
        )
        .wrong(
            "values for keys",
            "You rotated the values in the place of the keys; queries and keys are rotated, and the values stay \
             as they are.",
            |x, w_q, w_k, w_v, w_o, heads| {
                with((x, w_q, w_k, w_v, w_o), heads, |q, k, v| {
                    attend(causal_mask(scores(rotate(q, 0), k)), rotate(v, 0))
                })
            },
        )
        .wrong(
            "keys not rotated",
            "You rotated the queries alone; the keys are rotated too, so that only the distance counts.",
            |x, w_q, w_k, w_v, w_o, heads| {
                with((x, w_q, w_k, w_v, w_o), heads, |q, k, v| {
                    attend(causal_mask(scores(rotate(q, 0), k)), v)
                })
            },
        )
        .wrong(
            "rotated twice",
            "You rotated queries and keys twice, which makes every distance twice as long; once is \
             enough.",
            |x, w_q, w_k, w_v, w_o, heads| {
                with((x, w_q, w_k, w_v, w_o), heads, |q, k, v| {
                    fetch(rotate(q, 0), rotate(k, 0), v)
                })
            },
        )
        .wrong(
            "queries and keys exchanged",
            "Your queries and keys changed places; `w_q` makes the queries, `w_k` the keys, and `scores` \
             takes the queries first.",
            |x, w_q, w_k, w_v, w_o, heads| multi_head(x, w_k, w_q, w_v, w_o, heads),
        )
        .wrong(
            "scaled twice",
            "You divided by the square root of `d` once more; `scores` has done it.",
            |x, w_q, w_k, w_v, w_o, heads| {
                with((x, w_q, w_k, w_v, w_o), heads, |q, k, v| {
                    let few = 1.0 / (q.shape().2 as f32).sqrt();
                    fetch(q * few, k, v)
                })
            },
        )
        .wrong(
            "residual",
            "You added `x` to the result; the residual connection is not part of this layer.",
            |x, w_q, w_k, w_v, w_o, heads| {
                multi_head(x.with_empty_tape(), w_q, w_k, w_v, w_o, heads) + x
            },
        )
        .wrong(
            "values not projected",
            "You took `x` itself for the values; they are `x * w_v`.",
            |x, w_q, w_k, w_v, w_o, heads| {
                let width = w_v.shape().0;
                let same = (0..width * width).map(|n| f32::from(u8::from(n / width == n % width)));
                let same: Matrix = device().tensor_from_vec(same.collect(), (width, width));
                multi_head(x, w_q, w_k, w_v * 0.0 + same, w_o, heads)
            },
        )
        .run()
}
