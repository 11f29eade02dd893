//! # A model that invents names
//!
//! A **language model** says, after each symbol of a text, how likely each symbol comes next. With that it can write:
//! draw the next symbol, read it, draw the next. Here the texts are first names, the symbols are letters, and the model is
//! your own recurrent network.
//!
//! ## The batch
//!
//! A name is put between two marks, both number 0; the letters are 1 to 26. At every step the **input** is one symbol, and
//! the **target** is the symbol after it. The input is always the true one, whatever the network expected: **teacher
//! forcing**. The first target is how a name begins, the last one is that it is over. Worked by hand, `ab` and `c`:
//!
//! ```text
//! .ab.   step 1   step 2   step 3
//! input       .        a        b
//! target      a        b        .
//!
//! .c.    step 1   step 2   step 3
//! input       .        c    zeros
//! target      c        .    zeros
//! ```
//!
//! Each symbol is a row of 27 zeros with a 1 at its number (**one-hot**). `batch` returns two lists with a matrix `(names,
//! 27)` for each step, as many steps as the longest name needs. Where a name is over already, both rows are zeros.
//!
//! ## The training
//!
//! ```text
//! random  = random(seed)
//! weights = Recurrent::new(SYMBOLS, units,
//!           SYMBOLS, &mut random)
//! for step in 0 .. steps:
//!   some      = 32 names, drawn anew
//!               and none twice
//!   loss      = loss(&weights, some)
//!   report::metric("loss", step, loss.array())
//!   gradients = weights.gradients(
//!               loss.backward())
//!   rate      = 5 * (1 - step / steps)
//!   report::metric("learning rate", step, rate)
//!   weights   = weights.with(descend(
//!               weights.numbers(), gradients,
//!               rate, 0.5))
//!   show(&weights, step) now and then
//! ```
//!
//! `names.choose_multiple(&mut random, 32)` draws. The rate is large, so that it goes fast, and falls to zero, so that it
//! comes to rest. A list of 32 names leaves nothing to chance: there your weights and both of your curves have to be those
//! of these very steps. How often you show something is up to you.
//!
//! ## What it is worth
//!
//! The loss is in **nats** per symbol: minus the natural logarithm of the probability that the true one got. A blind
//! guess costs ln 27 = 3.30. A **bigram table**, which says how often each symbol follows each other one, is counted on
//! the names that you train on, and has 2.35 on names that were kept back. Your network remembers more than one letter: it
//! is asked for **2.20 or less** on the names that were kept back, which it never sees. Without the clipping in your
//! `descend`, here at a norm of 0.5, it would not even come near the table.
//!
//! Texts were generated like this before there were transformers, and those are still trained with the same loss.
//! (Sutskever, Martens and Hinton: *Generating Text with Recurrent Neural Networks*, 2011.)

use course::Recurrent;
use course::names::{self, SYMBOLS};
use gradlings::prelude::*;

#[path = "unroll.rs"]
#[expect(
    warnings,
    reason = "it is checked by itself, and has a `main` of its own"
)]
pub mod unroll;

use unroll::rnn_cell::rnn_cell;
use unroll::{descend, sequence_loss};

/// The inputs and the targets of each step. `names::numbers(&name)` gives the letters of a name as numbers, and
/// `names::one_hot(&rows)` makes a matrix of a `Vec<Option<usize>>`, in which `None` is a row of zeros.
pub fn batch(names: Vec<String>) -> (Vec<Matrix>, Vec<Matrix>) {
    let between = |name: &String| [vec![0], names::numbers(name), vec![0]].concat();
    let symbols: Vec<Vec<usize>> = names.iter().map(between).collect();
    let longest = symbols.iter().map(Vec::len).max().unwrap_or(1);
    let (mut inputs, mut targets) = (vec![], vec![]);
    for step in 1..longest {
        let next = symbols.iter().map(|name| name.get(step).copied());
        let next: Vec<Option<usize>> = next.collect();
        let now = symbols.iter().zip(&next);
        let now = now.map(|(name, next)| next.map(|_| name[step - 1]));
        inputs.push(names::one_hot(&now.collect::<Vec<_>>()));
        targets.push(names::one_hot(&next));
    }
    (inputs, targets)
}

/// The weights after so many steps, each on 32 names.
pub fn train(names: Vec<String>, units: usize, steps: usize, seed: u64) -> Recurrent {
    let mut random = random(seed);
    let mut weights = Recurrent::new(SYMBOLS, units, SYMBOLS, &mut random);
    for step in 0..steps {
        let some = names.choose_multiple(&mut random, 32).cloned().collect();
        let loss = loss(&weights, some);
        report::metric("loss", step, loss.array());
        let gradients = weights.gradients(loss.backward());
        let rate = 5.0 * (1.0 - step as f32 / steps as f32);
        report::metric("learning rate", step, rate);
        weights = weights.with(descend(weights.numbers(), gradients, rate, 0.5));
        if (step + 1) % steps.div_ceil(10) == 0 {
            show(&weights, step);
        }
    }
    weights
}

/// Ready to use: the mean loss of a symbol of these names, with your `batch` and your `sequence_loss`.
pub fn loss(weights: &Recurrent, names: Vec<String>) -> Scalar<Recording> {
    let h = weights.rest(names.len()).leaky_traced();
    let (x, targets) = batch(names);
    let Recurrent { w, u, b, v, c } = weights;
    let (w, u, b) = (w.retaped(), u.retaped(), b.retaped());
    sequence_loss(x, targets, h, w, u, b, v.retaped(), c.retaped())
}

/// Ready to use: shows twelve names that the network invents, with your `rnn_cell`.
pub fn show(weights: &Recurrent, step: usize) {
    let Recurrent { w, u, b, .. } = weights;
    let next = |x, h| rnn_cell(x, h, w.clone(), u.clone(), b.clone());
    let invented = names::invent(weights, 12, next);
    report::text("names it invents", step, &invented);
}

fn main() {
    Exercise::new()
        .offer("batch", function(batch))
        .offer("train", training(train))
        .serve()
}
