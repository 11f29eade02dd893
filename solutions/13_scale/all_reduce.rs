//! # The ring
//!
//! In **data parallel** training every machine has all weights and a part of the batch. Each comes to a gradient of its
//! own, and all of them need the sum. That is an **all-reduce**. The plain way leads through one machine: it gets all
//! gradients, adds them up and sends the sum to everybody. With n machines it sends n - 1 whole gradients, and the others
//! wait.
//!
//! In a **ring** all work at the same time. The numbers are cut into n **chunks**, and in each step every machine sends one
//! chunk to the right and receives one from the left.
//!
//! ```text
//! reduce-scatter, for s = 0, 1, ..., n - 2:
//!   send chunk (me - s) % n to the right,
//!   add what comes to chunk (me - s - 1) % n
//! all-gather, for s = 0, 1, ..., n - 2:
//!   send chunk (me + 1 - s) % n to the right,
//!   what comes takes the place of
//!   chunk (me - s) % n
//! ```
//!
//! The sums grow as they go round: after **reduce-scatter** each machine holds one chunk that is summed over all. In
//! **all-gather** these go round once more. Every machine sends `2 * (n - 1)` chunks of 1/n of the numbers, so never more
//! than two gradients, however many machines there are.
//!
//! `all_reduce` runs once for each machine, its *number* `me` counted from 0, all at the same time:
//!
//! | call | what it does |
//! |---|---|
//! | `rank.number()`, `rank.count()` | `me`, and n |
//! | `rank.send(to, &numbers)` | sends, and does not wait |
//! | `rank.receive(from)` | waits for the next message of that machine: a `Vec<f32>` |
//!
//! Chunk c goes from place `len * c / n` up to `len * (c + 1) / n`, rounded down. There are at least n numbers, and there may
//! be a single machine. What is checked is the sum, and for every machine the messages and bytes that it sends; and the
//! steps, in each of which a machine can send one message and receive one.
//!
//! Worked by hand: `[1, 2, 3]`, `[10, 20, 30]` and `[100, 200, 300]`. Step 0: machine 0 sends its 1 to the right, where it
//! becomes 11; machine 1 sends 20, which becomes 220; machine 2 sends 300, which becomes 303 on machine 0. Step 1: 303
//! becomes 333 on machine 1, 11 becomes 111, 220 becomes 222. Two more steps, and all have `[111, 222, 333]`. Each has sent
//! 4 messages, 16 bytes; the machine in the middle of the plain way would have sent 24.
//!
//! NVIDIA's NCCL has such rings between its cards. (Patarasuk and Yuan: *Bandwidth Optimal All-reduce Algorithms for
//! Clusters of Workstations*, 2009.)

use course::demo;
use gradlings::prelude::*;

/// The sum of the values of all ranks, place by place; every rank returns it.
pub fn all_reduce(rank: &mut Rank, mut values: Vec<f32>) -> Vec<f32> {
    let (me, n, len) = (rank.number(), rank.count(), values.len());
    let (right, left) = ((me + 1) % n, (me + n - 1) % n);
    let chunk = |number: usize| {
        let number = number % n;
        len * number / n..len * (number + 1) / n
    };
    for step in 0..n - 1 {
        rank.send(right, &values[chunk(me + n - step)]);
        let sums = values[chunk(left + n - step)].iter_mut();
        for (sum, number) in sums.zip(rank.receive(left)) {
            *sum += number;
        }
    }
    for step in 0..n - 1 {
        rank.send(right, &values[chunk(me + 1 + n - step)]);
        values[chunk(me + n - step)].copy_from_slice(&rank.receive(left));
    }
    values
}

fn main() {
    Exercise::new()
        .offer(
            "all_reduce",
            ranks(all_reduce)
                .counting(Messages)
                .counting(BytesSent)
                .counting(Steps),
        )
        .show("the ring, step by step", || demo::ring(all_reduce))
        .serve()
}
