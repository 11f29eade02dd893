//! Letters that find their places while they learn what comes next.

use gradlings::prelude::*;

use crate::names::{self, SYMBOLS};

/// Numbers in the embedding of a letter: as many as a picture has directions.
const WIDTH: usize = 2;
/// Pairs of neighbours in a step.
const BATCH: usize = 128;
/// How far a step goes.
const RATE: f32 = 2.0;
/// The last step.
const STEPS: usize = 400;
/// How far from 0 the weights begin.
const NEAR: f32 = 0.1;

type Table = Vec<Vec<f32>>;

/// Trains the smallest network that predicts the next letter of a name: the embedding of a letter, of width 2, then one
/// linear layer to 27 logits. Shows where the letters are on the plane, and the loss in nats. `look_up` gets the table and
/// tokens; `table_gradient` gets the gradient of the loss for each row, the tokens, and how many rows the table has.
///
/// ```
/// use course::demo;
///
/// demo::letters(
///     |table, tokens| tokens.iter().map(|&token| table[token].clone()).collect(),
///     |_dy, _tokens, vocabulary| vec![vec![0.0; 2]; vocabulary],
/// );
/// ```
pub fn letters(
    look_up: impl Fn(Table, Vec<usize>) -> Table,
    table_gradient: impl Fn(Table, Vec<usize>, usize) -> Table,
) {
    report::note(
        "a dot is where a name begins and ends; the letters are told nothing but what comes next",
    );
    let pairs = pairs();
    let mut random = random(1);
    let mut table = near_zero(&mut random, SYMBOLS, WIDTH);
    let mut output = near_zero(&mut random, WIDTH, SYMBOLS);
    let mut bias = [0.0; SYMBOLS];
    for step in 0..=STEPS {
        if step % 20 == 0 {
            report::named_points("letters", step, &places(&table));
        }
        let drawn: Vec<(usize, usize)> = (0..BATCH)
            .map(|_| pairs[random.gen_range(0..pairs.len())])
            .collect();
        let before: Vec<usize> = drawn.iter().map(|pair| pair.0).collect();
        let y = look_up(table.clone(), before.clone());
        let (mut dy, mut d_output) = (vec![vec![0.0; WIDTH]; BATCH], vec![[0.0; SYMBOLS]; WIDTH]);
        let (mut d_bias, mut loss) = ([0.0; SYMBOLS], 0.0);
        for ((y, dy), (_, after)) in y.iter().zip(&mut dy).zip(&drawn) {
            let logits = std::array::from_fn(|at| {
                bias[at]
                    + y.iter()
                        .zip(&output)
                        .map(|(y, row)| y * row[at])
                        .sum::<f32>()
            });
            let shares = shares(logits);
            loss -= shares[*after].ln() / BATCH as f32;
            for at in 0..SYMBOLS {
                let truth = f32::from(u8::from(at == *after));
                let slope = (shares[at] - truth) / BATCH as f32;
                d_bias[at] += slope;
                for (unit, (y, dy)) in y.iter().zip(dy.iter_mut()).enumerate() {
                    *dy += slope * output[unit][at];
                    d_output[unit][at] += slope * y;
                }
            }
        }
        if step % 10 == 0 {
            report::metric("loss, nats per letter", step, loss);
        }
        let d_table = table_gradient(dy, before, SYMBOLS);
        for (row, slopes) in table.iter_mut().zip(&d_table) {
            descend(row, slopes);
        }
        for (row, slopes) in output.iter_mut().zip(&d_output) {
            descend(row, slopes);
        }
        descend(&mut bias, &d_bias);
    }
}

/// Every letter of every name with the one after it; 0 is where a name begins and ends.
fn pairs() -> Vec<(usize, usize)> {
    let names = names::training().into_iter();
    let marked = names.flat_map(|name| [names::numbers(&name), vec![0]].concat());
    let tokens: Vec<usize> = std::iter::once(0).chain(marked).collect();
    tokens.windows(2).map(|pair| (pair[0], pair[1])).collect()
}

/// Weights near 0.
fn near_zero(random: &mut StdRng, rows: usize, columns: usize) -> Table {
    let mut row = || {
        (0..columns)
            .map(|_| random.gen_range(-NEAR..NEAR))
            .collect()
    };
    (0..rows).map(|_| row()).collect()
}

/// The softmax of one row.
fn shares(logits: [f32; SYMBOLS]) -> [f32; SYMBOLS] {
    let largest = logits.into_iter().fold(f32::NEG_INFINITY, f32::max);
    let powers = logits.map(|logit| (logit - largest).exp());
    let sum: f32 = powers.iter().sum();
    powers.map(|power| power / sum)
}

/// A gradient step.
fn descend(weights: &mut [f32], slopes: &[f32]) {
    for (weight, slope) in weights.iter_mut().zip(slopes) {
        *weight -= RATE * slope;
    }
}

/// Where each letter is.
fn places(table: &Table) -> Vec<(String, (f32, f32))> {
    let letters = ".abcdefghijklmnopqrstuvwxyz".chars();
    letters
        .zip(table)
        .map(|(letter, row)| (letter.to_string(), (row[0], row[1])))
        .collect()
}
