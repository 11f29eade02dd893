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
    /// Mean and deviation of these cells, which come from so many rows.
    statistics: fn(&[f32], usize) -> (f32, f32),
    /// What becomes of a cell, given mean and deviation.
    cell: fn(f32, f32, f32) -> f32,
    /// What becomes of a gap, given mean and deviation.
    hole: fn(f32, f32) -> f32,
}

fn mean(cells: &[f32]) -> f32 {
    cells.iter().sum::<f32>() / cells.len() as f32
}

/// 0, and not what rounding makes of it, where all cells are equal.
fn deviation(cells: &[f32], n: f32) -> f32 {
    if cells.iter().all(|x| *x == cells[0]) && !cells.is_empty() {
        return 0.0;
    }
    rounded_deviation(cells, n)
}

fn rounded_deviation(cells: &[f32], n: f32) -> f32 {
    let mean = mean(cells);
    (cells.iter().map(|x| (x - mean).powi(2)).sum::<f32>() / n).sqrt()
}

const RIGHT: Slips = Slips {
    measured: |_, training| training.to_vec(),
    gap: None,
    statistics: |cells, _| (mean(cells), deviation(cells, cells.len() as f32)),
    cell: |x, mean, deviation| {
        if deviation > 0.0 {
            (x - mean) / deviation
        } else {
            0.0
        }
    },
    hole: |_, _| 0.0,
};

/// Where nobody asks whether cells are equal.
const ROUNDING: Slips = Slips {
    statistics: |cells, _| (mean(cells), rounded_deviation(cells, cells.len() as f32)),
    ..RIGHT
};

fn slipped(slips: Slips, rows: &Rows, training: &[usize]) -> Vec<Vec<f32>> {
    let measured = (slips.measured)(rows, training);
    let column = |at: usize| {
        let cells = measured
            .iter()
            .filter_map(|&row| rows[row][at].or(slips.gap));
        (slips.statistics)(&Vec::from_iter(cells), measured.len())
    };
    let columns = Vec::from_iter((0..rows[0].len()).map(column));
    let cell = |(cell, &(mean, deviation)): (&Option<f32>, &(f32, f32))| match cell {
        Some(x) => (slips.cell)(*x, mean, deviation),
        None => (slips.hole)(mean, deviation),
    };
    let row = |row: &Vec<Option<f32>>| row.iter().zip(&columns).map(cell).collect();
    rows.iter().map(row).collect()
}

const ADDED: &str = "You added a little to the deviation so as not to divide by 0, which makes huge numbers of other rows; a \
                     column whose training cells are all equal becomes zeros in all rows.";
const LEFT_ALONE: &str =
    "You left a column alone whose training cells are all equal; it becomes zeros in all rows.";
const ZERO: &str =
    "You divided by a deviation of 0; a column whose training cells are all equal becomes zeros.";

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
        .case("a column whose training cells are all equal, but for a gap", |g| {
            let (mut all, training) = constant(g, false);
            all[training[1]][1] = None;
            (all, training)
        })
        // The mean of these is not quite one of them.
        .case("a column of training cells that are all 0.1", |g| {
            let (mut all, training) = made(20, 2, 2, usize::MAX)(g);
            training.iter().for_each(|&at| all[at][0] = Some(0.1));
            (all, training)
        })
        .case("the first two training cells are equal", |g| {
            let (mut all, training) = made(14, 2, 2, usize::MAX)(g);
            all[training[1]] = all[training[0]].clone();
            (all, training)
        })
        .case("a column with a small deviation", |g| {
            let (mut all, training) = made(14, 2, 2, usize::MAX)(g);
            all.iter_mut().for_each(|row| row[0] = row[0].map(|x| 0.001 * x));
            (all, training)
        })
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
            "divided by all rows",
            "You divided by the number of training rows, gaps included; divide by the number of cells that are there.",
            |x, t| {
                let statistics = |cells: &[f32], rows: usize| {
                    let n = rows as f32;
                    let mean = cells.iter().sum::<f32>() / n;
                    if cells.iter().all(|x| *x == cells[0]) {
                        return (mean, 0.0);
                    }
                    let squares = cells.iter().map(|x| (x - mean).powi(2));
                    (mean, (squares.sum::<f32>() / n).sqrt())
                };
                slipped(Slips { statistics, ..RIGHT }, &x, &t)
            },
        )
        .wrong(
            "squares divided by all rows",
            "You divided the squares by the number of training rows, gaps included; divide by the number of cells that are \
             there.",
            |x, t| {
                let statistics = |cells: &[f32], rows: usize| (mean(cells), deviation(cells, rows as f32));
                slipped(Slips { statistics, ..RIGHT }, &x, &t)
            },
        )
        .wrong(
            "a deviation of rounding",
            "You asked whether the deviation is 0, and rounding can make a little more of it; ask whether all training cells \
             of the column are equal.",
            |x, t| slipped(ROUNDING, &x, &t),
        )
        .wrong(
            "two equal cells",
            "You made zeros of a column of which only the first two training cells are equal; all of them have to be.",
            |x, t| {
                let statistics = |cells: &[f32], rows: usize| match cells {
                    [one, other, ..] if one == other => (*one, 0.0),
                    _ => (RIGHT.statistics)(cells, rows),
                };
                slipped(Slips { statistics, ..RIGHT }, &x, &t)
            },
        )
        .wrong(
            "a small deviation is none",
            "You made zeros of a column with a small deviation; a column becomes zeros only if its training cells are all equal.",
            |x, t| {
                let cell = |x, mean, deviation| if deviation > 0.01 { (x - mean) / deviation } else { 0.0 };
                slipped(Slips { cell, ..RIGHT }, &x, &t)
            },
        )
        .wrong("1e-8 added", ADDED, |x, t| {
            let cell = |x, mean: f32, deviation| if mean.is_nan() { 0.0 } else { (x - mean) / (deviation + 1e-8) };
            slipped(Slips { cell, ..ROUNDING }, &x, &t)
        })
        .wrong("1e-6 added", ADDED, |x, t| {
            let cell = |x, mean: f32, deviation| if mean.is_nan() { 0.0 } else { (x - mean) / (deviation + 1e-6) };
            slipped(Slips { cell, ..ROUNDING }, &x, &t)
        })
        .wrong(
            "from 0 to 1",
            "You scaled each column so that it runs from 0 to 1; take the mean off and divide by the deviation.",
            |x, t| {
                let statistics = |cells: &[f32], _| {
                    let low = cells.iter().copied().fold(f32::INFINITY, f32::min);
                    (low, cells.iter().copied().fold(f32::NEG_INFINITY, f32::max) - low)
                };
                slipped(Slips { statistics, ..RIGHT }, &x, &t)
            },
        )
        .wrong(
            "all columns together",
            "You measured all columns together; every column has a mean and a deviation of its own.",
            |x, t| {
                let cells = Vec::from_iter(t.iter().flat_map(|&at| x[at].iter().copied().flatten()));
                let (mean, deviation) = (RIGHT.statistics)(&cells, 0);
                let cell = |cell: &Option<f32>| cell.map_or(0.0, |x| (RIGHT.cell)(x, mean, deviation));
                x.iter().map(|row| row.iter().map(cell).collect()).collect()
            },
        )
        .wrong(
            "the others by their own",
            "You standardized the rows outside the training part by their own mean and deviation; those of the training rows \
             are for all rows.",
            |x, t| {
                let others = Vec::from_iter((0..x.len()).filter(|at| !t.contains(at)));
                let (mut all, own) = (slipped(RIGHT, &x, &t), slipped(RIGHT, &x, &others));
                others.iter().for_each(|&at| all[at] = own[at].clone());
                all
            },
        )
        .wrong(
            "constant left alone",
            LEFT_ALONE,
            |x, t| {
                let cell = |x, mean: f32, deviation: f32| match mean.is_nan() {
                    true => 0.0,
                    false if deviation == 0.0 => x,
                    false => (x - mean) / deviation,
                };
                slipped(Slips { cell, ..RIGHT }, &x, &t)
            },
        )
        .wrong(
            "constant and empty left alone",
            LEFT_ALONE,
            |x, t| {
                let cell = |x, mean: f32, deviation: f32| match mean.is_nan() {
                    true => x,
                    false if deviation == 0.0 => x,
                    false => (x - mean) / deviation,
                };
                slipped(Slips { cell, ..RIGHT }, &x, &t)
            },
        )
        .wrong("divided by zero where there are cells", ZERO, |x, t| {
            let cell = |x, mean: f32, deviation| if mean.is_nan() { 0.0 } else { (x - mean) / deviation };
            slipped(Slips { cell, ..ROUNDING }, &x, &t)
        })
        .wrong(
            "divided by zero",
            ZERO,
            |x, t| slipped(Slips { cell: |x, mean, deviation| (x - mean) / deviation, ..ROUNDING }, &x, &t),
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
                slipped(Slips { cell, ..ROUNDING }, &x, &t)
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
                slipped(Slips { cell, ..ROUNDING }, &x, &t)
            },
        )
        .wrong(
            "of a sample",
            "You divided the squares by n - 1; the deviation of this exercise divides by n.",
            |x, t| {
                let statistics = |cells: &[f32], _| (mean(cells), deviation(cells, cells.len() as f32 - 1.0));
                slipped(Slips { statistics, ..RIGHT }, &x, &t)
            },
        )
        .wrong(
            "variance",
            "You divided by the variance; the deviation is its square root.",
            |x, t| {
                let statistics = |cells: &[f32], _| (mean(cells), deviation(cells, cells.len() as f32).powi(2));
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
