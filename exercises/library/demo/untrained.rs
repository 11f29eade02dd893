//! What attention looks at before it has learned anything.

use gradlings::prelude::*;

use crate::Batch;

const TOKENS: usize = 16;
/// The numbers of one head.
const D: usize = 64;

/// Queries or keys of 16 tokens: random numbers of mean 0 and variance 1.
fn vectors(random: &mut StdRng) -> Batch {
    let most = 3_f32.sqrt();
    let numbers = (0..TOKENS * D).map(|_| random.gen_range(-most..most));
    device().tensor_from_vec(numbers.collect(), (1, TOKENS, D))
}

/// Shows the map of one head of 64 numbers whose queries and keys are random, as they are before training, and what the
/// weights of each token sum to.
///
/// `weights` gets queries and keys, `(1, 16, 64)` each, and returns the weights, `(1, 16, 16)`.
///
/// ```
/// use course::demo;
///
/// demo::untrained_map(|q, k| q.matmul(k.permute::<_, Axes3<0, 2, 1>>()).softmax::<Axis<2>>());
/// # use gradlings::prelude::*;
/// ```
pub fn untrained_map(weights: impl Fn(Batch, Batch) -> Batch) {
    let mut random = random(1);
    let (queries, keys) = (vectors(&mut random), vectors(&mut random));
    let map = weights(queries, keys);
    report::heat_map("who looks at whom, before training", 0, &map);
    let numbers = map.as_vec();
    for (token, row) in numbers.chunks(TOKENS).enumerate().take(TOKENS) {
        report::metric("sum of a token's weights", token, row.iter().sum::<f32>());
    }
}
