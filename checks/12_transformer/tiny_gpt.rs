//! How the small GPT is checked: its batches exactly, its logits with their gradients, and its training by what the weights say
//! of the last tenth of the book, which no candidate ever gets; that is computed here, with the course's own blocks.

#[path = "../../solutions/12_transformer/tiny_gpt.rs"]
#[expect(dead_code, reason = "a check has a `main` of its own")]
mod solution;
mod tiny_gpt_nats;
mod tiny_gpt_slips;
mod tiny_gpt_stack;

use course::{alice, lend};
use gradlings::prelude::*;
use solution::block::block;
use solution::block::rms_norm::rms_norm;
use solution::{batch, logits, train};
use tiny_gpt_nats::more_than;
use tiny_gpt_slips::{RIGHT, Slips, untrained, with};
use tiny_gpt_stack::{V, in_order, last_norm, pieces, stack};

/// The last tenth of the book.
const HELD_OUT: &str = include_str!("../held_out/alice.txt");

/// So many characters of the book, from a random place on.
fn passage(g: &mut Generator, length: usize) -> String {
    let start = g.integer(0..alice().chars().count() - length);
    alice().chars().skip(start).take(length).collect()
}

/// Pieces of this length, and what comes `later`, as far as the text goes.
fn cut(
    tokens: &[usize],
    starts: &[usize],
    length: usize,
    later: usize,
) -> (Vec<Vec<usize>>, Vec<Vec<usize>>) {
    let from = |place| tokens.iter().skip(place).take(length).copied().collect();
    starts
        .iter()
        .map(|&start| (from(start), from(start + later)))
        .unzip()
}

fn main() {
    let inputs = ["text", "width", "context", "steps", "seed"];

    let check = Reference::of("batch", function(batch))
        .inputs(["tokens", "starts", "context"])
        .parts([("inputs", exact()), ("targets", exact())])
        .case("the example of the lesson", |_| {
            (vec![3, 1, 4, 1, 5, 9], vec![1, 2], 3)
        })
        .case("one piece", pieces(12, 1, 4))
        .case("pieces of one character", pieces(9, 3, 1))
        .case("from the beginning and to the end", |g| {
            (g.tokens(10, 12), vec![0, 4], 5)
        })
        .case("the same piece twice", |g| {
            (g.tokens(10, 12), vec![3, 3], 4)
        })
        .cases(6, |g, i| pieces(20 + 3 * i, 2 + i, 3 + i % 4)(g))
        .wrong(
            "targets not shifted",
            "Your targets are the inputs, so the model would learn to copy what it has just read; a \
             target is the character after it, one place later in the text.",
            |tokens, starts, context| {
                let (inputs, _) = batch(tokens, starts, context);
                (inputs.clone(), inputs)
            },
        )
        .wrong(
            "two ahead",
            "Your targets come two places later; they come one place later.",
            |mut tokens, starts, context| {
                let (inputs, _) = batch(tokens.clone(), starts.clone(), context);
                let again = tokens[0];
                tokens.push(again);
                let later = starts.into_iter().map(|start| start + 1).collect();
                (inputs, batch(tokens, later, context).1)
            },
        )
        .wrong(
            "one behind",
            "Your targets come one place earlier; they come one place later, because they are what is to be guessed.",
            |tokens, starts, context| {
                let (inputs, _) = batch(tokens.clone(), starts.clone(), context);
                let earlier = starts.into_iter().map(|start| start.saturating_sub(1));
                let earlier = earlier.collect();
                (inputs, batch(tokens, earlier, context).0)
            },
        )
        .wrong(
            "exchanged",
            "You returned the targets first; the inputs come first.",
            |tokens, starts, context| {
                let (inputs, targets) = batch(tokens, starts, context);
                (targets, inputs)
            },
        )
        .wrong(
            "only the last",
            "You have one target for each piece, the character behind it; every character of a piece has \
             one.",
            |tokens, starts, context| {
                let (inputs, targets) = batch(tokens, starts, context);
                let last = targets.into_iter().map(|row| row[row.len() - 1..].to_vec());
                (inputs, last.collect())
            },
        )
        .wrong(
            "rolled",
            "The last target of your pieces is their own first character; it is the character of the text \
             that comes after the piece.",
            |tokens, starts, context| {
                let (inputs, _) = batch(tokens, starts, context);
                let rolled = inputs.iter().map(|row| {
                    let mut row = row.clone();
                    row.rotate_left(1);
                    row
                });
                let rolled = rolled.collect();
                (inputs, rolled)
            },
        )
        .wrong(
            "one too few",
            "Your pieces are one character too short; there are `context` inputs, and as many targets.",
            |tokens, starts, context| batch(tokens, starts, context - 1),
        )
        .wrong(
            "one too many",
            "Your inputs have one character too many; there are `context` of them, and the one after them is \
             the last target.",
            |tokens, starts, context| {
                let (mut inputs, targets) = batch(tokens, starts, context);
                for (input, target) in inputs.iter_mut().zip(&targets) {
                    input.extend(target.last());
                }
                (inputs, targets)
            },
        )
        .wrong(
            "pieces one too long",
            "Your pieces are one character too long; there are `context` inputs, and as many targets.",
            |tokens, starts, context| cut(&tokens, &starts, context + 1, 1),
        )
        .wrong(
            "the next piece",
            "Your targets are the piece that comes next; they begin one place later than the inputs, because each is the \
             character after the input in the same place.",
            |tokens, starts, context| cut(&tokens, &starts, context, context),
        )
        .wrong(
            "starts counted in pieces, past the end",
            "You took `starts` for numbers of pieces and multiplied them by `context`; they are places in the \
             text.",
            |tokens, starts, context| {
                let starts: Vec<usize> = starts.into_iter().map(|start| start * context).collect();
                cut(&tokens, &starts, context, 1)
            },
        )
        .wrong(
            "starts counted in pieces",
            "You took `starts` for numbers of pieces and multiplied them by `context`; they are places in the \
             text.",
            |tokens, starts, context| {
                let most = tokens.len() - context - 1;
                let starts = starts.into_iter().map(|start| (start * context).min(most));
                let starts = starts.collect();
                batch(tokens, starts, context)
            },
        )
        .and("logits", gradient(logits))
        .inputs(["x", "gains", "attention", "feed_forward", "output", "heads"])
        .leaves(["gains", "attention", "feed_forward", "output"])
        .case("one block", stack((1, 3), (2, 2), 1, 5))
        .case("one token", stack((1, 1), (1, 4), 2, 3))
        .case("one symbol", stack((2, 2), (2, 2), 2, 1))
        .case("three blocks", stack((1, 3), (2, 2), 3, 4))
        .cases(3, |g, i| stack((1 + i % 2, 2 + i), (2, 2), 2, 5 + i)(g))
        .wrong(
            "no last norm",
            "You left out the norm after the last block; what goes into `output` is normalised, with the last \
             of the gains.",
            |x, gains, attention, feed_forward, output, heads| {
                let lists = (gains, attention, feed_forward);
                in_order(x, lists, heads, |n, _| n, |x, _| x).matmul(output)
            },
        )
        .wrong(
            "first gain again",
            "Your last norm takes the first gain; the last of the gains is its own.",
            |x, gains, attention, feed_forward, output, heads| {
                let lists = (gains, attention, feed_forward);
                let norm = |x, gains: &[V]| rms_norm(x, gains[0].with_empty_tape());
                in_order(x, lists, heads, |n, _| n, norm).matmul(output)
            },
        )
        .wrong(
            "gain of the last block",
            "Your last norm takes a gain of the last block; after the two of each block there is one more, \
             the last of the list.",
            |x, gains, attention, feed_forward, output, heads| {
                let lists = (gains, attention, feed_forward);
                let norm = |x, gains: &[V]| rms_norm(x, gains[gains.len() - 2].with_empty_tape());
                in_order(x, lists, heads, |n, _| n, norm).matmul(output)
            },
        )
        .wrong(
            "the first block again and again",
            "Every block of yours has the weights of the first; block n has the gains from `2 * n` on, and so \
             on.",
            |x, gains, attention, feed_forward, output, heads| {
                let lists = (gains, attention, feed_forward);
                in_order(x, lists, heads, |_, _| 0, last_norm).matmul(output)
            },
        )
        .wrong(
            "last block first",
            "You went through the blocks from the last to the first.",
            |x, gains, attention, feed_forward, output, heads| {
                let lists = (gains, attention, feed_forward);
                in_order(x, lists, heads, |n, blocks| blocks - 1 - n, last_norm).matmul(output)
            },
        )
        .wrong(
            "one block only",
            "You went through the first block only; there is one for every four matrices in `attention`.",
            |x, gains, attention, feed_forward, output, heads| {
                let first = (
                    lend(&gains[..2]),
                    lend(&attention[..4]),
                    lend(&feed_forward[..3]),
                );
                let x = block(x, first.0, first.1, first.2, heads);
                last_norm(x, &gains).matmul(output)
            },
        )
        .wrong(
            "one block too few",
            "You left out the last block; there is one for every four matrices in `attention`.",
            |x, mut gains, attention, feed_forward, output, heads| {
                let blocks = attention.len() / 4 - 1;
                let last = gains.pop().into_iter();
                gains.truncate(2 * blocks);
                gains.extend(last);
                let attention = lend(&attention[..4 * blocks]);
                logits(x, gains, attention, feed_forward, output, heads)
            },
        )
        .wrong(
            "norm after every block",
            "You normalised after every block; the stream goes from block to block as it is, and is normalised \
             once, after the last.",
            |mut x, gains, attention, feed_forward, output, heads| {
                for n in 0..attention.len() / 4 {
                    let lists = (
                        lend(&gains[2 * n..2 * n + 2]),
                        lend(&attention[4 * n..4 * n + 4]),
                        lend(&feed_forward[3 * n..3 * n + 3]),
                    );
                    x = last_norm(block(x, lists.0, lists.1, lists.2, heads), &gains);
                }
                x.matmul(output)
            },
        )
        .wrong(
            "gains shared",
            "Your blocks share gains: each has two of its own, so those of block n begin at `2 * n`.",
            |mut x, gains, attention, feed_forward, output, heads| {
                for n in 0..attention.len() / 4 {
                    let lists = (
                        lend(&gains[n..n + 2]),
                        lend(&attention[4 * n..4 * n + 4]),
                        lend(&feed_forward[3 * n..3 * n + 3]),
                    );
                    x = block(x, lists.0, lists.1, lists.2, heads);
                }
                last_norm(x, &gains).matmul(output)
            },
        )
        .wrong(
            "gains exchanged",
            "You gave each block its two gains in the other order.",
            |x, mut gains, attention, feed_forward, output, heads| {
                gains.chunks_exact_mut(2).for_each(<[V]>::reverse);
                logits(x, gains, attention, feed_forward, output, heads)
            },
        )
        .wrong(
            "norm before the blocks",
            "You normalised before the first block; the vectors go into it as they are, and each block normalises what it needs.",
            |x, gains, attention, feed_forward, output, heads| {
                let x = last_norm(x, &gains);
                logits(x, gains, attention, feed_forward, output, heads)
            },
        )
        .wrong(
            "input of a block added again",
            "You added what goes into a block to what it returns; the block has done so already.",
            |mut x, gains, attention, feed_forward, output, heads| {
                for n in 0..attention.len() / 4 {
                    let lists = (
                        lend(&gains[2 * n..2 * n + 2]),
                        lend(&attention[4 * n..4 * n + 4]),
                        lend(&feed_forward[3 * n..3 * n + 3]),
                    );
                    let before = x.with_empty_tape();
                    x = block(x, lists.0, lists.1, lists.2, heads) + before;
                }
                last_norm(x, &gains).matmul(output)
            },
        )
        .wrong(
            "all from the same x",
            "Every block of yours gets what the first one got, so only the last counts; each gets what the one \
             before it returned.",
            |x, gains, attention, feed_forward, output, heads| {
                let last = attention.len() / 4 - 1;
                let lists = (
                    lend(&gains[2 * last..2 * last + 2]),
                    lend(&attention[4 * last..]),
                    lend(&feed_forward[3 * last..]),
                );
                let x = block(x, lists.0, lists.1, lists.2, heads);
                last_norm(x, &gains).matmul(output)
            },
        )
        .wrong(
            "one head",
            "Your blocks have a single head; hand `heads` on to each of them.",
            |x, gains, attention, feed_forward, output, _| {
                logits(x, gains, attention, feed_forward, output, 1)
            },
        )
        .wrong(
            "softmax",
            "You applied the softmax; the loss does it, and so does whoever draws a character.",
            |x, gains, attention, feed_forward, output, heads| {
                logits(x, gains, attention, feed_forward, output, heads).softmax::<Axis<2>>()
            },
        )
        .wrong(
            "logarithms",
            "You took the logarithm of the softmax; the loss does it, and the logits go there as they are.",
            |x, gains, attention, feed_forward, output, heads| {
                logits(x, gains, attention, feed_forward, output, heads).log_softmax::<Axis<2>>()
            },
        )
        .and("train", training(train))
        .inputs(inputs)
        // There is one piece only, so nothing is left to chance: the weights and the curves are those that the steps of the
        // lesson give.
        .group("on one piece")
        .parts([("weights", within(0.02, 0.02))])
        .series("loss")
        .follows(0.01)
        .series("learning rate")
        .follows(1e-5)
        .case("1 step", |g| (passage(g, 7), 8, 6, 1, g.seed()))
        .case("10 steps", |g| (passage(g, 9), 8, 8, 10, g.seed()))
        .case("20 steps", |g| (passage(g, 13), 16, 12, 20, g.seed()))
        .mistake(
            "mask forgotten",
            "Your loss is too good to be true: every character sees the one that it has to guess. The causal \
             mask is missing; use your own `block` as it is.",
            with(Slips {
                masked: false,
                ..RIGHT
            }),
        )
        .mistake(
            "inputs for targets",
            "Your loss compares with what has just been read, so the model learns to copy; hand the targets of \
             the batch to `loss`.",
            with(Slips {
                targets: |inputs, _| inputs,
                ..RIGHT
            }),
        )
        .mistake(
            "constant rate",
            "Your rate is the same in every step; `learning_rate` makes it rise for a tenth of the steps, and \
             then fall.",
            with(Slips {
                rate: |_, _| 8e-3,
                ..RIGHT
            }),
        )
        .mistake(
            "no warm-up",
            "Your rate begins at its peak; a tenth of the steps is the warm-up: `steps / 10`.",
            with(Slips {
                rate: |step, steps| solution::schedule::learning_rate(step, 0, steps, 8e-3, 8e-4),
                ..RIGHT
            }),
        )
        .mistake(
            "falls to zero",
            "Your rate falls to zero; its floor is 8e-4.",
            with(Slips {
                rate: |step, steps| solution::schedule::learning_rate(step, steps / 10, steps, 8e-3, 0.0),
                ..RIGHT
            }),
        )
        .mistake(
            "rate of the next step",
            "Your rate is that of the step after; the steps count from 0, in `learning_rate` too.",
            with(Slips {
                rate: |step, steps| {
                    solution::schedule::learning_rate(step + 1, steps / 10, steps, 8e-3, 8e-4)
                },
                ..RIGHT
            }),
        )
        .mistake(
            "never moved",
            "Your weights never change; `adamw.step(&mut weights, gradients, rate)` moves them.",
            with(Slips {
                moves: false,
                ..RIGHT
            }),
        )
        .mistake(
            "uphill",
            "Your loss grows from step to step; hand the gradients and the rate to `adamw.step` as they are.",
            with(Slips {
                rate: |step, steps| -solution::schedule::learning_rate(step, steps / 10, steps, 8e-3, 8e-4),
                ..RIGHT
            }),
        )
        .mistake(
            "a new optimizer in every step",
            "You make a new `AdamW` in every step, so it forgets its moments; make one before the loop.",
            with(Slips {
                remembers: false,
                ..RIGHT
            }),
        )
        .mistake(
            "the first weights returned",
            "Your model learns, but you returned the weights from before the training; return those after the \
             last step.",
            with(Slips {
                returns: false,
                ..RIGHT
            }),
        )
        .mistake(
            "one step too few",
            "Your training ends one step early; there are `steps` of them, from 0.",
            with(Slips {
                steps: |steps| steps - 1,
                ..RIGHT
            }),
        )
        .mistake(
            "first step left out",
            "Your training begins with step 1; the steps count from 0, and there are `steps` of them.",
            with(Slips { from: 1, ..RIGHT }),
        )
        .mistake(
            "half of the steps",
            "Your training ends halfway; there are `steps` of them.",
            with(Slips {
                steps: |steps| steps / 2,
                ..RIGHT
            }),
        )
        .mistake(
            "a loss of its own",
            "The loss that you report is not that of your steps; report `loss.array()`.",
            with(Slips {
                reported: |step, _| 4.0 / (1.0 + 0.1 * step as f32),
                ..RIGHT
            }),
        )
        .group("in short")
        .parts([("weights", property())])
        .series("learning rate")
        .setting()
        .falls_below(1.0)
        .series("loss")
        // The same network in PyTorch has 2.49 to 2.54 on six seeds, on the last tenth of the book, and 5.8 where the pieces are
        // always the same.
        .falls_below(2.9)
        .inspect(more_than(HELD_OUT, |_| 2.9))
        .case("120 steps", |g| {
            (alice().to_owned(), 16, 16, 120, g.seed())
        })
        .mistake(
            "the same pieces",
            "You took the same pieces in every step, so the model knows those by heart and nothing of the rest; \
             draw new ones in each step, from one generator that is made before the loop.",
            with(Slips {
                draws: false,
                ..RIGHT
            }),
        );
    check
        // A bigram table has 2.39. The same network in PyTorch ends with 1.65 to 1.67 on five seeds, and this one with 1.68 on the
        // one that was measured: 0.07 better than it has to be.
        .and("train", training(untrained))
        .group("in full")
        .inputs(inputs)
        .parts([("weights", property())])
        .series("learning rate")
        .setting()
        .falls_below(1.0)
        .series("loss")
        .falls_below(2.9)
        .inspect(more_than(
            HELD_OUT,
            |steps| if steps < 600 { 2.8 } else { 1.75 },
        ))
        .last_case("600 steps on Alice", |g| {
            (alice().to_owned(), 48, 48, 600, g.seed())
        })
        .proven_on(|g| (alice().to_owned(), 16, 16, 150, g.seed()))
        .run()
}
