//! # A shard for each machine
//!
//! In data parallel training every machine takes the same step, so every machine keeps the same state of the optimizer:
//! n machines, n copies. For Adam that is most of the memory. **ZeRO** gives each machine one part of the state, its
//! **shard**, and lets it update only the weights that belong to that. No byte more is sent: the ring of `all_reduce` has two
//! halves, and between them every machine holds the whole sum of one chunk. The step is taken there, and what goes round
//! in the second half are weights.
//!
//! ```text
//! reduce-scatter of the gradients,
//!   for s = 0, 1, ..., n - 2:
//!   send chunk (me - s - 1) % n to the right,
//!   add what comes to chunk (me - s - 2) % n
//! the step, for chunk me alone:
//!   velocity = 0.9 * velocity + sum / n
//!   weights  = weights - rate * velocity
//! all-gather of the weights,
//!   for s = 0, 1, ..., n - 2:
//!   send chunk (me - s) % n to the right,
//!   what comes takes the place of
//!   chunk (me - s - 1) % n
//! ```
//!
//! Everything starts one chunk earlier than in `all_reduce`, so that machine `me` ends up with chunk `me`. The machines have
//! parts of the batch of the same size, so the gradient of the whole batch is the **mean** of theirs.
//!
//! | name | length | meaning |
//! |---|---|---|
//! | `weights` | `len` | all weights, the same on every machine |
//! | `velocity` | that of chunk `me` | the shard: the velocity of this machine's weights |
//! | `gradient` | `len` | of this machine's part of the batch |
//! | `rate` | | the learning rate |
//! | results | as before | all weights after the step; the shard after it |
//!
//! Chunk c goes from place `len * c / n` up to `len * (c + 1) / n`, rounded down; there are at least n weights. As in
//! `all_reduce`, what every machine sends is counted, and no machine sends more than there.
//!
//! Worked by hand: two machines, the weights `[1, 1]`, rate 0.1, velocities `[0]` and `[2]`, gradients `[2, 4]` and `[6, 8]`.
//! Machine 0 gets 6 for its chunk: the mean is 4, its velocity 4, its weight `1 - 0.1 * 4` = 0.6. Machine 1 gets 4: the mean
//! is 6, its velocity `0.9 * 2 + 6` = 7.8, its weight 0.22. Then both have `[0.6, 0.22]`.
//!
//! PyTorch's `ZeroRedundancyOptimizer` keeps such shards. (Rajbhandari and others: *ZeRO: Memory Optimizations Toward
//! Training Trillion Parameter Models*, 2020.)

use course::demo;
use gradlings::prelude::*;

/// One step of gradient descent with momentum: all weights, and this machine's shard of the velocity.
pub fn step(
    rank: &mut Rank,
    mut weights: Vec<f32>,
    mut velocity: Vec<f32>,
    mut gradient: Vec<f32>,
    rate: f32,
) -> (Vec<f32>, Vec<f32>) {
    todo!("half a ring for the gradients, the step, half a ring for the weights")
}

fn main() {
    Exercise::new()
        .offer(
            "step",
            ranks(step)
                .counting(Messages)
                .counting(BytesSent)
                .counting(Steps),
        )
        .show("memory by machine", || demo::sharded(step))
        .serve()
}
