//! # Hunt the bugs in a transformer
//!
//! This GPT compiles, trains, and its loss falls. It has **five bugs** all the same, one in each of five functions. Find
//! and mend them. A network learns its way around most of its bugs, so the curve alone tells little.
//!
//! | function | gives |
//! |---|---|
//! | `scores` | `q * k^T / sqrt(d)`, as in `attention`: a row for each query, a column for each key |
//! | `causal_weights` | the softmax over the keys up to the query's own place; later ones have the weight 0 |
//! | `rotate` | each vector turned by its position, as in `rope`: number `i` together with number `i + d/2` |
//! | `feed_forward` | `x + swiglu(rms_norm(x))`, the second part of a block |
//! | `guesses` | the inputs and targets of a piece of text: each token with the one after it, all pairs |
//!
//! Save the file as it is. Each check calls one function alone, so no bug hides another, and says what its bug does to
//! the model, not where it is; the screen says how many are left. The curves show the loss as given and as it is now,
//! and the maps what attention looks at. How to hunt:
//!
//! - **Work a row out by hand.** The query `[1, 1, 1, 1]` and the same as a key have the score 2. Three tokens with equal
//!   scores have the weights 1, 0, 0, then 1/2, 1/2, 0, then 1/3, 1/3, 1/3. Every row sums to 1.
//! - **Change a later token**, and look at what comes out earlier. In a model that guesses the next token, nothing may
//!   move there.
//! - **Shift all positions.** Rotated from position 0 on or from 100 on, queries and keys have the same scores. And position
//!   0 turns nothing.
//! - **Switch a part off.** Where `down` is all zeros, a feed-forward layer finds nothing and returns `x` as it was.
//! - **Read a batch**: write inputs and targets one below the other. The text 3 1 4 1 has the inputs 3 1 4 and the targets
//!   1 4 1.
//! - **Know the losses.** Before training it is about ln(vocabulary): for the 70 characters of this book, ln 70 = 4.25. A bigram table
//!   has 2.40: a model that stays above has not even learned which character follows which. And a loss
//!   far below 1 would be too good to be true: then a token sees its answer.
//!
//! Test a transformer of your own in the same way before you train it for a week. Source: Karpathy, *A Recipe for
//! Training Neural Networks* (2019).

use course::{AdamW, Alphabet, BATCH, Batch, Gpt, alice, demo, halves, lend, mean_nats, retaped};
use gradlings::prelude::*;

/// How well each query fits each key.
pub fn scores<T: Tape<f32, Dev>>(q: Batch<T>, k: Batch<T>) -> Batch<T> {
    q.matmul(k.permute::<_, Axes3<0, 2, 1>>())
}

/// The weights of a model that does not see the future.
pub fn causal_weights<T: Tape<f32, Dev>>(scores: Batch<T>) -> Batch<T> {
    // Keeps the lower left triangle with the diagonal, and sets the rest to 0.
    scores.softmax::<Axis<2>>().lower_tri(0)
}

/// Every vector, turned by the angles of its position. The first one stands at `offset`.
pub fn rotate<T: Tape<f32, Dev>>(x: Batch<T>, offset: usize) -> Batch<T> {
    let (_, time, d) = *x.shape();
    let (first, second) = halves(x);
    let angles = angles(time, d, offset).broadcast_like::<_, Axis<0>>(&first);
    let (cos, sin) = (angles.clone().cos(), angles.sin());
    let left = first.with_empty_tape() * cos.clone() - second.with_empty_tape() * sin.clone();
    let right = first * cos + second * sin;
    (left, right).concat_along(Axis::<2>)
}

/// The second part of a block: `x`, and what the feed-forward layer finds.
pub fn feed_forward<T: Tape<f32, Dev>>(
    x: Batch<T>,
    gain: Vector<T>,
    gate: Matrix<T>,
    up: Matrix<T>,
    down: Matrix<T>,
) -> Batch<T> {
    let normed = rms_norm(x, gain);
    normed.with_empty_tape() + swiglu(normed, gate, up, down)
}

/// The inputs of a piece of text, and for each of them the token that the model has to guess.
pub fn guesses(piece: Vec<usize>) -> (Vec<usize>, Vec<usize>) {
    let later = piece[1..].iter().skip(1);
    piece.iter().copied().zip(later.copied()).unzip()
}

/// Right, as is all that follows: the angles of every token, `(time, d / 2)`.
pub fn angles(time: usize, d: usize, offset: usize) -> Matrix {
    let speeds = (0..d / 2).map(|pair| 10000_f32.powf(-2.0 * pair as f32 / d as f32));
    let speeds = Vec::from_iter(speeds);
    let positions = offset..offset + time;
    let numbers = positions.flat_map(|p| speeds.iter().map(move |speed| p as f32 * speed));
    device().tensor_from_vec(numbers.collect(), (time, d / 2))
}

/// RMSNorm.
pub fn rms_norm<T: Tape<f32, Dev>>(x: Batch<T>, gain: Vector<T>) -> Batch<T> {
    let shape = *x.shape();
    let mean_square = x.with_empty_tape().square().mean::<_, Axis<2>>();
    let root = (mean_square + 1e-5).sqrt();
    x / root.broadcast_like::<_, Axis<2>>(&shape) * gain.broadcast_like::<_, Axes2<0, 1>>(&shape)
}

/// The feed-forward layer, with its gate.
pub fn swiglu<T: Tape<f32, Dev>>(
    x: Batch<T>,
    gate: Matrix<T>,
    up: Matrix<T>,
    down: Matrix<T>,
) -> Batch<T> {
    let z = x.with_empty_tape().matmul(gate);
    let opened = z.with_empty_tape().sigmoid() * z;
    (opened * x.matmul(up)).matmul(down)
}

/// Causal self-attention. To keep things short, there is a single head.
fn self_attention<T: Tape<f32, Dev>>(x: Batch<T>, w: Vec<Matrix<T>>) -> Batch<T> {
    let [w_q, w_k, w_v, w_o] = [0, 1, 2, 3].map(|n| w[n].with_empty_tape());
    let q = rotate(x.with_empty_tape().matmul(w_q), 0);
    let k = rotate(x.with_empty_tape().matmul(w_k), 0);
    causal_weights(scores(q, k))
        .matmul(x.matmul(w_v))
        .matmul(w_o)
}

/// The logits of the next symbol at every place of these texts, all of one length.
pub fn logits<T: Tape<f32, Dev>>(weights: &Gpt, tokens: &[Vec<usize>]) -> Batch<T> {
    let mut x: Batch<T> = weights.vectors(tokens);
    let gains: Vec<Vector<T>> = retaped(&weights.gains);
    let attention: Vec<Matrix<T>> = retaped(&weights.attention);
    let layers: Vec<Matrix<T>> = retaped(&weights.feed_forward);
    let blocks = attention.len() / 4;
    for n in 0..blocks {
        let normed = rms_norm(x.with_empty_tape(), gains[2 * n].with_empty_tape());
        let h = x + self_attention(normed, lend(&attention[4 * n..4 * n + 4]));
        let [gate, up, down] = [0, 1, 2].map(|part| layers[3 * n + part].with_empty_tape());
        x = feed_forward(h, gains[2 * n + 1].with_empty_tape(), gate, up, down);
    }
    rms_norm(x, gains[2 * blocks].with_empty_tape()).matmul(weights.output.retaped::<T>())
}

/// Trains on a text, and calls `each` with every step and its loss.
pub fn train(text: &str, steps: usize, mut each: impl FnMut(usize, f32)) -> Gpt {
    const CONTEXT: usize = 24;
    let mut random = random(1);
    let alphabet = Alphabet::of(text);
    let tokens = alphabet.encode(text);
    let mut weights = Gpt::new(alphabet.len(), 32, CONTEXT, &mut random);
    let mut adamw = AdamW::new(&weights);
    for step in 0..steps {
        let pieces = (0..BATCH).map(|_| {
            let start = random.gen_range(0..tokens.len() - CONTEXT);
            guesses(tokens[start..=start + CONTEXT].to_vec())
        });
        let (inputs, targets): (Vec<_>, Vec<_>) = pieces.unzip();
        let loss = mean_nats(logits(&weights, &inputs), &targets);
        each(step, loss.array());
        let gradients = weights.gradients(loss.backward());
        adamw.step(&mut weights, gradients, 8e-3);
    }
    weights
}

/// The mean loss of every ten steps of the training as it was given.
pub const AS_GIVEN: [f32; 15] = [
    3.614, 3.071, 2.955, 2.908, 2.848, 2.843, 2.814, 2.831, 2.770, 2.765, 2.760, 2.705, 2.710,
    2.738, 2.710,
];

fn main() {
    Exercise::new()
        .offer("scores", gradient(scores))
        .offer("causal_weights", gradient(causal_weights))
        .offer("rotate", gradient(rotate))
        .offer("feed_forward", gradient(feed_forward))
        .offer("guesses", function(guesses))
        .show("the training", || {
            let mut sum = 0.0;
            train(alice(), 10 * AS_GIVEN.len(), |step, loss| {
                sum += loss;
                if step % 10 == 9 {
                    report::metric("loss, as given", step, AS_GIVEN[step / 10]);
                    report::metric("loss, now", step, sum / 10.0);
                    report::metric("loss, a bigram table", step, 2.40);
                    sum = 0.0;
                }
            });
        })
        .show("a map before training", || {
            demo::untrained_map(|q, k| causal_weights(scores(q, k)))
        })
        .show("the dot product by distance", || {
            demo::dot_by_distance(rotate)
        })
        .serve()
}
