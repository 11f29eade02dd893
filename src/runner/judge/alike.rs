//! Random numbers that were drawn for one row, or one column, and repeated in all the others.

use super::finding::Fault;

/// In fewer rows or columns, and among fewer numbers, zeros and ones may come out alike by chance.
const FEWEST_LINES: usize = 4;
const FEWEST: usize = 50;

/// Whether all rows of yours are the same, or all columns, and those of the reference are not.
pub fn alike(yours: &[f64], expected: &[f64], shape: &[usize]) -> Option<Fault> {
    let &[rows, columns] = shape else {
        return None;
    };
    let is_large = rows >= FEWEST_LINES && columns >= FEWEST_LINES && yours.len() >= FEWEST;
    if !is_large || yours.len() != expected.len() || yours.iter().all(|x| *x == yours[0]) {
        return None;
    }
    let rows_are = |of: &[f64]| of.chunks(columns).all(|row| *row == of[..columns]);
    let columns_are = |of: &[f64]| {
        let mut rows = of.chunks(columns);
        rows.all(|row| row.iter().all(|x| *x == row[0]))
    };
    if rows_are(yours) && !rows_are(expected) {
        return Some(Fault::Alike { rows: true });
    }
    (columns_are(yours) && !columns_are(expected)).then_some(Fault::Alike { rows: false })
}
