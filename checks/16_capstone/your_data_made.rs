//! Data for the cases: made up, penguins, and handwriting.

use course::mnist;
use course::own_data;
use gradlings::prelude::*;

use crate::solution::{Rows, parts};

/// Rows, labels and a seed.
pub type Split = (Rows, Vec<usize>, u64);

/// Rows of these classes, one number of rows for each, in an order of their own. The classes lie one deviation apart in each
/// column, so that no network tells all of them apart. No two rows are equal.
pub fn rows(g: &mut Generator, sizes: &[usize], columns: usize) -> (Rows, Vec<usize>) {
    let labels = sizes.iter().enumerate();
    let labels = Vec::from_iter(labels.flat_map(|(class, &size)| vec![class; size]));
    let order = g.permutation(labels.len());
    let labels = Vec::from_iter(order.iter().map(|&at| labels[at]));
    let noise = g.rows(labels.len(), columns);
    let row = |(noise, &label): (Vec<f32>, &usize)| {
        let cell = |(column, x): (usize, f32)| {
            let centre = if column % 2 == label % 2 {
                label as f32
            } else {
                0.0
            };
            Some((1.0 + column as f32) * (x + centre) + 3.0 * column as f32)
        };
        noise.into_iter().enumerate().map(cell).collect()
    };
    (noise.into_iter().zip(&labels).map(row).collect(), labels)
}

/// About every `one_in`th cell is missing.
pub fn with_gaps(g: &mut Generator, mut rows: Rows, one_in: usize) -> Rows {
    for cell in rows.iter_mut().flatten() {
        if g.integer(0..one_in) == 0 {
            *cell = None;
        }
    }
    rows
}

/// The penguins in the order of the file, every `step`th of them.
pub fn penguins(step: usize) -> (Rows, Vec<usize>) {
    let (rows, labels) = own_data::measured();
    let chosen = |at: &usize| at % step == 0;
    let places = Vec::from_iter((0..rows.len()).filter(chosen));
    let labels = places.iter().map(|&at| labels[at]).collect();
    (places.iter().map(|&at| rows[at].clone()).collect(), labels)
}

/// The first handwritten digits, their grey levels as cells.
pub fn digits(count: usize) -> (Rows, Vec<usize>) {
    let digits = mnist::training().range(0..count);
    let row = |at| {
        digits
            .image(at)
            .iter()
            .map(|&grey| Some(f32::from(grey) / 255.0))
    };
    let rows = (0..count).map(|at| row(at).collect());
    let labels = digits.labels.iter().map(|&digit| usize::from(digit));
    (rows.collect(), labels.collect())
}

/// The three parts of these data.
pub fn cut(g: &mut Generator, (rows, labels): &(Rows, Vec<usize>)) -> Vec<Vec<usize>> {
    parts(rows.clone(), labels.clone(), g.seed())
}
