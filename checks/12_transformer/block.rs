//! How `swiglu` and `block` are checked. A wrong block is the right one with other norms, other residual connections, or
//! another feed-forward layer.

mod block_parts;
#[path = "../../solutions/12_transformer/block.rs"]
#[expect(dead_code, reason = "a check has a `main` of its own")]
mod solution;

use block_parts::{Parts, forward, gated, matrix, of_parts, off_tape, silu, whole};
use gradlings::prelude::*;
use solution::{block, swiglu};

fn main() {
    Reference::of("swiglu", gradient(swiglu))
        .inputs(["x", "gate", "up", "down"])
        .leaves(["gate", "up", "down"])
        .wrong(
            "gate not multiplied",
            "You left out `up`: the gate alone goes through `down`; multiply it by `x W_up`, element by \
             element.",
            |x, gate, up, down| {
                let unused = x.with_empty_tape().matmul(up) * 0.0;
                (silu(x.matmul(gate)) + unused).matmul(down)
            },
        )
        .wrong(
            "no gate",
            "You left out the gate: `x W_up` goes through `down` as it is; multiply it by \
             `silu(x W_gate)`, element by element.",
            |x, gate, up, down| gated(x, gate, up, down, |z, up| up + z * 0.0),
        )
        .wrong(
            "no silu",
            "Your gate is `x W_gate` as it is; take its silu, or the layer has no activation function.",
            |x, gate, up, down| gated(x, gate, up, down, |z, up| z * up),
        )
        .wrong(
            "sigmoid alone",
            "Your gate is the sigmoid; silu is `z * sigmoid(z)`.",
            |x, gate, up, down| gated(x, gate, up, down, |z, up| z.sigmoid() * up),
        )
        .wrong(
            "silu of up",
            "You took the silu of `x W_up`, or exchanged the two matrices; it is that of `x W_gate`.",
            |x, gate, up, down| gated(x, gate, up, down, |z, up| z * silu(up)),
        )
        .wrong(
            "silu of both",
            "You took the silu of both products; only the gate has one.",
            |x, gate, up, down| gated(x, gate, up, down, |z, up| silu(z) * silu(up)),
        )
        .wrong(
            "silu of the product",
            "You multiplied the two products first and took the silu then; it is that of `x W_gate` alone.",
            |x, gate, up, down| gated(x, gate, up, down, |z, up| silu(z * up)),
        )
        .wrong(
            "added",
            "You added the gate to `x W_up`; a gate multiplies, element by element.",
            |x, gate, up, down| gated(x, gate, up, down, |z, up| silu(z) + up),
        )
        .wrong(
            "relu",
            "Your gate has a ReLU; take silu, which is `z * sigmoid(z)`.",
            |x, gate, up, down| gated(x, gate, up, down, |z, up| z.relu() * up),
        )
        .wrong(
            "gelu",
            "Your gate has a GELU; take silu, which is `z * sigmoid(z)`.",
            |x, gate, up, down| gated(x, gate, up, down, |z, up| z.fast_gelu() * up),
        )
        .wrong(
            "exact gelu",
            "Your gate has a GELU; take silu, which is `z * sigmoid(z)`.",
            |x, gate, up, down| gated(x, gate, up, down, |z, up| z.accurate_gelu() * up),
        )
        .wrong(
            "tanh",
            "Your gate has a tanh; take silu, which is `z * sigmoid(z)`.",
            |x, gate, up, down| gated(x, gate, up, down, |z, up| z.tanh() * up),
        )
        .wrong(
            "silu of the sigmoid",
            "You multiplied the sigmoid by itself; silu is `z * sigmoid(z)`.",
            |x, gate, up, down| gated(x, gate, up, down, |z, up| z.sigmoid().square() * up),
        )
        .wrong(
            "silu of the input",
            "You took the silu of `x`, before the products; it is that of `x W_gate`.",
            |x, gate, up, down| {
                let opened = silu(x.with_empty_tape()).matmul(gate);
                (opened * x.matmul(up)).matmul(down)
            },
        )
        .wrong(
            "residual",
            "You added `x` to the result; the residual connection belongs to `block`.",
            |x, gate, up, down| swiglu(x.with_empty_tape(), gate, up, down) + x,
        )
        .wrong(
            "gate off the tape",
            "Your gate has left the tape, so its weights would never be trained; use dfdx's operations on \
             the tensors themselves.",
            |x, gate, up, down| gated(x, gate, up, down, |z, up| off_tape(silu(z)) * up),
        )
        .group("where all lengths are equal")
        .case("one of everything", forward(1, 1, 1, 1))
        .cases(3, |g, i| forward(2 + i, 2 + i, 2 + i, 2 + i)(g))
        .wrong(
            "down first",
            "You multiplied by `down` where `up` belongs; `x` meets `gate` and `up`, and `down` comes last.",
            |x, gate, up, down| swiglu(x, gate, down, up),
        )
        .wrong(
            "no down",
            "You left out `down`, which brings the result back to the width of the model.",
            |x, gate, up, down| {
                let z = x.with_empty_tape().matmul(gate);
                let met = silu(z) * x.with_empty_tape().matmul(up);
                met + x.matmul(down) * 0.0
            },
        )
        .group("of any size")
        .case("the example of the lesson", |_| {
            let x = device().tensor_from_vec(vec![0.2, 1.4], (1, 1, 2));
            let (gate, up) = (matrix(&[5.0, 0.0], 2), matrix(&[0.0, 5.0], 2));
            (x, gate, up, matrix(&[1.0, 2.0], 1))
        })
        .case("one token", forward(1, 1, 3, 5))
        .case("one hidden number", forward(2, 3, 4, 1))
        .case("fewer hidden numbers than the width", forward(2, 3, 5, 2))
        .case("a gate far open and far closed", |g| {
            let (x, gate, up, down) = forward(2, 3, 4, 5)(g);
            (x, gate * 8.0, up, down)
        })
        .cases(5, |g, i| forward(1 + i % 3, 3 + i % 4, 2 + i, 7 + i)(g))
        .and("block", gradient(block))
        .inputs(["x", "gains", "attention", "feed_forward", "heads"])
        .leaves(["gains", "attention", "feed_forward"])
        .case("the example of the lesson", |_| {
            let x = device().tensor_from_vec(vec![1.0, 7.0], (1, 1, 2));
            let one: Vector = device().tensor_from_vec(vec![1.0; 2], (2,));
            let diagonal = |number: f32| matrix(&[number, 0.0, 0.0, number], 2);
            let attention = [1.0, 1.0, 1.0, 5.0].map(diagonal).to_vec();
            let (gate, up) = (matrix(&[5.0, 0.0], 2), matrix(&[0.0, 5.0], 2));
            let layer = vec![gate, up, matrix(&[1.0, 2.0], 1)];
            (x, vec![one.clone(), one], attention, layer, 1)
        })
        .case("one token", whole((1, 1), (2, 2), 3))
        .case("one head", whole((2, 3), (1, 4), 5))
        .case("as many hidden numbers as the width", whole((1, 3), (2, 2), 4))
        .case("tokens of zeros", |g| {
            let (x, gains, attention, layer, heads) = whole((1, 2), (1, 2), 3)(g);
            (x * 0.0, gains, attention, layer, heads)
        })
        .cases(4, |g, i| whole((1 + i % 2, 2 + i), (2 + i % 2, 2 + 2 * (i % 2)), 5 + i)(g))
        .wrong(
            "post-norm",
            "Your norms come after the sums, as in the first transformers, and change the stream itself; \
             normalise what goes into a part, and add what comes out to the stream as it is.",
            of_parts!(|x, parts| {
                let h = parts.norm(x.with_empty_tape() + parts.look(x), 0);
                parts.norm(h.with_empty_tape() + parts.work(h), 1)
            }),
        )
        .wrong(
            "norm of what is found",
            "You normalised what the parts find; normalise what goes into them.",
            of_parts!(|x, parts| {
                let found = parts.look(x.with_empty_tape());
                let h = x + parts.norm(found, 0);
                let found = parts.work(h.with_empty_tape());
                h + parts.norm(found, 1)
            }),
        )
        .wrong(
            "residual from the normed",
            "You added what the parts find to the normalised vectors; add it to the stream as it was before \
             the norm.",
            of_parts!(|x, parts| {
                let normed = parts.norm(x, 0);
                let h = normed.with_empty_tape() + parts.look(normed);
                let normed = parts.norm(h, 1);
                normed.with_empty_tape() + parts.work(normed)
            }),
        )
        .wrong(
            "first residual from the normed",
            "You added what attention finds to the normalised `x`; add it to `x` itself.",
            of_parts!(|x, parts| {
                let normed = parts.norm(x, 0);
                let h = normed.with_empty_tape() + parts.look(normed);
                parts.worked(h)
            }),
        )
        .wrong(
            "second residual from the normed",
            "You added what the feed-forward layer finds to the normalised h; add it to h itself.",
            of_parts!(|x, parts| {
                let normed = parts.norm(parts.looked(x), 1);
                normed.with_empty_tape() + parts.work(normed)
            }),
        )
        .wrong(
            "one norm for both",
            "You took `gains[0]` for both norms; the second one has a gain of its own, `gains[1]`.",
            of_parts!(|x, parts| {
                let h = parts.looked(x);
                let normed = parts.norm(h.with_empty_tape(), 0);
                h + parts.work(normed)
            }),
        )
        .wrong(
            "gains exchanged",
            "You exchanged the gains; `gains[0]` belongs to the norm before attention.",
            of_parts!(|x, mut parts| {
                parts.gains.reverse();
                parts.worked(parts.looked(x))
            }),
        )
        .wrong(
            "in parallel",
            "Your feed-forward layer gets what attention got; it gets the norm of h, in which there is already \
             what attention found.",
            of_parts!(|x, parts| {
                let normed = parts.norm(x.with_empty_tape(), 1);
                parts.looked(x) + parts.work(normed)
            }),
        )
        .wrong(
            "normed once",
            "You normalised once, for attention and for the feed-forward layer; the second norm is that of h, in \
             which there is already what attention found.",
            of_parts!(|x, parts| {
                let normed = parts.norm(x.with_empty_tape(), 0);
                let worked = parts.work(normed.with_empty_tape());
                x + parts.look(normed) + worked
            }),
        )
        .wrong(
            "added to x again",
            "You added what the feed-forward layer finds to `x`, so what attention found is lost; add it to h.",
            of_parts!(|x, parts| {
                let normed = parts.norm(parts.looked(x.with_empty_tape()), 1);
                x + parts.work(normed)
            }),
        )
        .wrong(
            "no residuals",
            "You left out both residual connections; add `x` to what attention finds, and h to what the \
             feed-forward layer finds.",
            of_parts!(|x, parts| {
                let h = parts.look(parts.norm(x, 0));
                parts.work(parts.norm(h, 1))
            }),
        )
        .wrong(
            "no first residual",
            "You did not add `x` to what attention finds.",
            of_parts!(|x, parts| parts.worked(parts.look(parts.norm(x, 0)))),
        )
        .wrong(
            "no second residual",
            "You did not add h to what the feed-forward layer finds.",
            of_parts!(|x, parts| {
                let h = parts.looked(x);
                parts.work(parts.norm(h, 1))
            }),
        )
        .wrong(
            "no norms",
            "You left out both norms; each part gets the stream normalised.",
            of_parts!(|x, parts| {
                let h = x.with_empty_tape() + parts.look(x);
                h.with_empty_tape() + parts.work(h)
            }),
        )
        .wrong(
            "no first norm",
            "Attention gets `x` as it is; it gets the norm of `x`.",
            of_parts!(|x, parts| {
                let h = x.with_empty_tape() + parts.look(x);
                parts.worked(h)
            }),
        )
        .wrong(
            "no second norm",
            "The feed-forward layer gets h as it is; it gets the norm of h.",
            of_parts!(|x, parts| {
                let h = parts.looked(x);
                h.with_empty_tape() + parts.work(h)
            }),
        )
        .wrong(
            "feed-forward first",
            "Your feed-forward layer comes before attention; it is the other way round.",
            of_parts!(|x, parts| {
                let normed = parts.norm(x.with_empty_tape(), 0);
                let h = x + parts.work(normed);
                let normed = parts.norm(h.with_empty_tape(), 1);
                h + parts.look(normed)
            }),
        )
        .wrong(
            "feed-forward first, with its gain",
            "Your feed-forward layer comes before attention; it is the other way round.",
            of_parts!(|x, parts| {
                let h = parts.worked(x);
                let normed = parts.norm(h.with_empty_tape(), 0);
                h + parts.look(normed)
            }),
        )
        .wrong(
            "attention only",
            "You returned h; the feed-forward layer comes after it.",
            of_parts!(|x, parts| parts.looked(x)),
        )
        .wrong(
            "feed-forward only",
            "You left out attention; it comes first.",
            of_parts!(|x, parts| parts.worked(x)),
        )
        .wrong(
            "one head",
            "All your heads look at the same places; hand `heads` on to `multi_head`.",
            of_parts!(|x, mut parts| {
                parts.heads = 1;
                parts.worked(parts.looked(x))
            }),
        )
        .wrong(
            "queries and keys exchanged",
            "You exchanged `w_q` and `w_k`; `attention` has `w_q`, `w_k`, `w_v` and `w_o`, in this order.",
            of_parts!(|x, mut parts| {
                parts.attention.swap(0, 1);
                parts.worked(parts.looked(x))
            }),
        )
        .wrong(
            "values and output exchanged",
            "You exchanged `w_v` and `w_o`; `attention` has `w_q`, `w_k`, `w_v` and `w_o`, in this order.",
            of_parts!(|x, mut parts| {
                parts.attention.swap(2, 3);
                parts.worked(parts.looked(x))
            }),
        )
        .wrong(
            "gate and up exchanged",
            "You exchanged `gate` and `up`; `feed_forward` has `gate`, `up` and `down`, in this order.",
            of_parts!(|x, mut parts| {
                parts.feed_forward.swap(0, 1);
                parts.worked(parts.looked(x))
            }),
        )
        .wrong(
            "x added twice",
            "You added `x` to the result as well; it is in h already.",
            of_parts!(|x, parts| parts.worked(parts.looked(x.with_empty_tape())) + x),
        )
        .wrong(
            "normed at the end",
            "You normalised the result once more; the stream leaves the block as it is.",
            of_parts!(|x, parts| {
                let y = parts.worked(parts.looked(x));
                parts.norm(y, 1)
            }),
        )
        .run()
}
