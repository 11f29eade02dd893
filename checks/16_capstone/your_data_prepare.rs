//! How `prepare` is checked.

use gradlings::prelude::*;

use crate::solution::{Rows, TRAINING, prepare};
use crate::your_data_made::{cut, penguins, rows, with_gaps};

type Asked = (Rows, Vec<usize>);

/// Rows with gaps, of which every `step`th is for training.
fn made(
    count: usize,
    columns: usize,
    step: usize,
    one_in: usize,
) -> impl Fn(&mut Generator) -> Asked {
    move |g| {
        let (all, _) = rows(g, &[count / 2, count - count / 2], columns);
        let mut training = Vec::from_iter((0..count).step_by(step));
        training.shuffle(&mut random(g.seed()));
        (with_gaps(g, all, one_in), training)
    }
}

/// What is done differently to a column.
#[derive(Clone, Copy)]
struct Slips {
    /// Which rows are measured, given all and those for training.
    measured: fn(&Rows, &[usize]) -> Vec<usize>,
    /// What a gap counts as when a column is measured.
    gap: Option<f32>,
    /// Mean and deviation of these cells.
    statistics: fn(&[f32]) -> (f32, f32),
    /// What becomes of a cell, given mean and deviation.
    cell: fn(f32, f32, f32) -> f32,
    /// What becomes of a gap, given mean and deviation.
    hole: fn(f32, f32) -> f32,
}

fn mean(cells: &[f32]) -> f32 {
    cells.iter().sum::<f32>() / cells.len() as f32
}

fn deviation(cells: &[f32], n: f32) -> f32 {
    let mean = mean(cells);
    (cells.iter().map(|x| (x - mean).powi(2)).sum::<f32>() / n).sqrt()
}

const RIGHT: Slips = Slips {
    measured: |_, training| training.to_vec(),
    gap: None,
    statistics: |cells| (mean(cells), deviation(cells, cells.len() as f32)),
    cell: |x, mean, deviation| {
        if deviation > 0.0 {
            (x - mean) / deviation
        } else {
            0.0
        }
    },
    hole: |_, _| 0.0,
};

fn slipped(slips: Slips, rows: &Rows, training: &[usize]) -> Vec<Vec<f32>> {
    let measured = (slips.measured)(rows, training);
    let column = |at: usize| {
        let cells = measured
            .iter()
            .filter_map(|&row| rows[row][at].or(slips.gap));
        (slips.statistics)(&Vec::from_iter(cells))
    };
    let columns = Vec::from_iter((0..rows[0].len()).map(column));
    let cell = |(cell, &(mean, deviation)): (&Option<f32>, &(f32, f32))| match cell {
        Some(x) => (slips.cell)(*x, mean, deviation),
        None => (slips.hole)(mean, deviation),
    };
    let row = |row: &Vec<Option<f32>>| row.iter().zip(&columns).map(cell).collect();
    rows.iter().map(row).collect()
}

/// Every other row, and the same number in a column of all of them.
fn constant(g: &mut Generator, everywhere: bool) -> Asked {
    let (mut all, training) = made(12, 3, 2, 8)(g);
    for (at, row) in all.iter_mut().enumerate() {
        if everywhere || training.contains(&at) {
            row[1] = Some(2.5);
        } else {
            row[1] = Some(4.0);
        }
    }
    (all, training)
}

pub fn after(before: Reference<impl Handler + 'static>) -> Reference<impl Handler> {
    before
        .and("prepare", function(prepare))
        .inputs(["rows", "training"])
        .parts([("prepared", close())])
        .case("the example of the lesson", |_| {
            let cells = [Some(1.0), Some(5.0), None, Some(9.0)];
            (cells.map(|cell| vec![cell]).to_vec(), vec![0, 1, 2])
        })
        .case("no gap", made(12, 2, 2, usize::MAX))
        .case("one column", made(9, 1, 2, 4))
        .case("one training row", |g| (made(5, 2, 1, usize::MAX)(g).0, vec![3]))
        .case("a column that is the same in all rows", |g| constant(g, true))
        .case("a column that is the same in the training rows only", |g| constant(g, false))
        .case("a column of gaps", |g| {
            let (mut all, training) = made(10, 3, 2, 9)(g);
            all.iter_mut().for_each(|row| row[0] = None);
            (all, training)
        })
        .case("a column without a cell in the training rows", |g| {
            let (mut all, training) = made(10, 3, 2, 9)(g);
            training.iter().for_each(|&at| all[at][2] = None);
            (all, training)
        })
        .case("other rows in other units", |g| {
            let (mut all, training) = made(15, 2, 3, 6)(g);
            for (at, row) in all.iter_mut().enumerate() {
                if !training.contains(&at) {
                    row.iter_mut().flatten().for_each(|x| *x *= 100.0);
                }
            }
            (all, training)
        })
        .cases(8, |g, i| made(12 + 4 * i, 1 + i % 4, 2, 3 + i)(g))
        .case("the penguins", |g| {
            let data = penguins(1);
            let training = cut(g, &data).swap_remove(TRAINING);
            (data.0, training)
        })
        .wrong(
            "all rows",
            "You measured all rows, those of the test part too; mean and deviation come from the training rows alone.",
            |x, t| slipped(Slips { measured: |rows, _| (0..rows.len()).collect(), ..RIGHT }, &x, &t),
        )
        .wrong(
            "the other rows",
            "You measured the rows that are not for training; `training` has the places of those that are.",
            |x, t| {
                let measured = |rows: &Rows, training: &[usize]| {
                    (0..rows.len()).filter(|at| !training.contains(at)).collect()
                };
                slipped(Slips { measured, ..RIGHT }, &x, &t)
            },
        )
        .wrong(
            "the first rows",
            "You measured as many rows from the top as there are training rows; `training` says which rows these are.",
            |x, t| slipped(Slips { measured: |_, training| (0..training.len()).collect(), ..RIGHT }, &x, &t),
        )
        .wrong(
            "complete rows",
            "You measured the training rows without any gap; a row with a gap in one column counts in the others.",
            |x, t| {
                let measured = |rows: &Rows, training: &[usize]| {
                    let complete = |at: &usize| rows[*at].iter().all(Option::is_some);
                    training.iter().copied().filter(complete).collect()
                };
                slipped(Slips { measured, ..RIGHT }, &x, &t)
            },
        )
        .wrong(
            "a gap is a 0",
            "You put 0 into the gaps first, so that it counts as a measurement; a gap becomes 0 after the rest has been \
             standardized, and is left out of mean and deviation.",
            |x, t| {
                let hole = |mean, deviation| (RIGHT.cell)(0.0, mean, deviation);
                slipped(Slips { gap: Some(0.0), hole, ..RIGHT }, &x, &t)
            },
        )
        .wrong(
            "a gap is standardized",
            "You standardized a gap like a cell with a 0; it becomes 0 itself, which is where the mean lies.",
            |x, t| {
                let hole = |mean, deviation| (RIGHT.cell)(0.0, mean, deviation);
                slipped(Slips { hole, ..RIGHT }, &x, &t)
            },
        )
        .wrong(
            "a gap is the mean of before",
            "You put the mean itself into the gaps; after standardizing, the mean lies at 0.",
            |x, t| slipped(Slips { hole: |mean, _| if mean.is_nan() { 0.0 } else { mean }, ..RIGHT }, &x, &t),
        )
        .wrong(
            "gaps counted",
            "You counted the gaps in mean and deviation; divide by the number of cells that are there.",
            |x, t| slipped(Slips { gap: Some(0.0), ..RIGHT }, &x, &t),
        )
        .wrong(
            "divided by zero",
            "You divided by a deviation of 0; a column whose training cells are all equal becomes zeros.",
            |x, t| slipped(Slips { cell: |x, mean, deviation| (x - mean) / deviation, ..RIGHT }, &x, &t),
        )
        .wrong(
            "constant only moved",
            "You only took the mean off a column whose training cells are all equal; it becomes zeros in all rows.",
            |x, t| {
                let cell = |x, mean: f32, deviation: f32| match mean.is_nan() {
                    true => 0.0,
                    false if deviation == 0.0 => x - mean,
                    false => (x - mean) / deviation,
                };
                slipped(Slips { cell, ..RIGHT }, &x, &t)
            },
        )
        .wrong(
            "no cell at all",
            "You took the mean of no cells; a column without a cell in the training rows becomes zeros.",
            |x, t| {
                let cell = |x: f32, mean: f32, deviation: f32| match deviation == 0.0 {
                    true => 0.0,
                    false => (x - mean) / deviation,
                };
                slipped(Slips { cell, ..RIGHT }, &x, &t)
            },
        )
        .wrong(
            "of a sample",
            "You divided the squares by n - 1; the deviation of this exercise divides by n.",
            |x, t| {
                let statistics = |cells: &[f32]| (mean(cells), deviation(cells, cells.len() as f32 - 1.0));
                slipped(Slips { statistics, ..RIGHT }, &x, &t)
            },
        )
        .wrong(
            "variance",
            "You divided by the variance; the deviation is its square root.",
            |x, t| {
                let statistics = |cells: &[f32]| (mean(cells), deviation(cells, cells.len() as f32).powi(2));
                slipped(Slips { statistics, ..RIGHT }, &x, &t)
            },
        )
        .wrong(
            "not centred",
            "You divided by the deviation without taking the mean off first; do both.",
            |x, t| {
                let cell = |x, _, deviation| if deviation > 0.0 { x / deviation } else { 0.0 };
                slipped(Slips { cell, ..RIGHT }, &x, &t)
            },
        )
        .wrong(
            "the training rows",
            "You returned the training rows only; all rows are standardized, in their order.",
            |x, t| {
                let all = prepare(x, t.clone());
                t.iter().map(|&at| all[at].clone()).collect()
            },
        )
}
