//! Sums that grow while they go round.

use gradlings::counting::{Message, run};
use gradlings::prelude::*;

/// How many machines, and how many numbers each of them has.
const RANKS: usize = 4;
const NUMBERS: usize = 8;
/// The number at place p is `1 + APART * p` on every machine, so that a sum tells its place and how many are in it.
const APART: usize = 100;

/// Lets four machines add up eight numbers each, and shows after every step how many machines have come together in each
/// number: a row for each machine, a column for each number. In the end there are four in all of them.
///
/// ```
/// use course::demo;
///
/// demo::ring(|_rank, values| values);
/// ```
pub fn ring(all_reduce: impl Fn(&mut Rank, Vec<f32>) -> Vec<f32> + Sync) {
    let values = (0..NUMBERS).map(|place| (1 + APART * place) as f32);
    let inputs = vec![Vec::from_iter(values); RANKS];
    let ran = run(inputs, all_reduce);
    let mut together = vec![vec![1_usize; NUMBERS]; RANKS];
    draw(0, &together);
    for step in 1..=ran.steps {
        for message in ran.messages.iter().filter(|message| message.step == step) {
            arrives(message, &mut together[message.to]);
        }
        draw(step, &together);
    }
    let bytes = ran.bytes_sent().into_iter().max().unwrap_or(0);
    report::note(&format!(
        "{} steps; no machine sent more than {bytes} bytes, and its numbers have {}",
        ran.steps,
        4 * NUMBERS
    ));
}

/// What a message adds to the numbers of a machine. A number that is no such sum says nothing.
fn arrives(message: &Message, together: &mut [usize]) {
    for &number in &message.values {
        let number = number as usize;
        let count = number % APART;
        if count == 0 || count > RANKS || !number.is_multiple_of(count) {
            continue;
        }
        if let Some(known) = together.get_mut(number / count / APART) {
            *known = (*known + count).min(RANKS);
        }
    }
}

fn draw(step: usize, together: &[Vec<usize>]) {
    let row = |row: &Vec<usize>| Vec::from_iter(row.iter().map(|&count| count as f32));
    let rows: Vec<Vec<f32>> = together.iter().map(row).collect();
    report::heat_map("machines in each number", step, &rows);
}
