//! Matrices that measure: what they take while they are alive, and how many numbers are multiplied.

mod arithmetic;
mod functions;
mod parts;
#[cfg(test)]
mod tests;

use std::fmt;
use std::marker::PhantomData;
use std::rc::Rc;

use rand::Rng;

use super::ledger::{ledger, ledger_if_there};
use crate::stop::stop_here;
use crate::tensor::random;
use crate::words::metered as words;

/// A matrix of `f32` that a learner's function computes with and cannot look into.
///
/// While it is alive its bytes count, four for each number; a product of an `n x k` and a `k x m` matrix counts as `n·k·m`
/// multiplications, a product or a quotient element by element as one for each element of the result. Nothing else does.
/// Because its numbers do not leave it during a counted call, what is counted is all there is.
///
/// It stays on its thread, as what counts does.
///
/// ```
/// use gradlings::counting::Metered;
///
/// let x = Metered::from_rows(&[vec![1.0, 2.0], vec![3.0, 4.0]]);
/// let mean = x.row_sums() / 2.0;
/// assert_eq!((&x - &mean).numbers(), [-0.5, 0.5, -0.5, 0.5]);
/// assert_eq!(x.matmul(&x.transpose()).numbers(), [5.0, 11.0, 11.0, 25.0]);
/// ```
pub struct Metered {
    rows: usize,
    columns: usize,
    /// Row-major.
    data: Vec<f32>,
    /// The call that it was made in.
    call: u64,
    /// Neither sent to another thread nor shared with one.
    here: PhantomData<Rc<()>>,
}

impl Metered {
    /// The data has one number for each position.
    fn new(rows: usize, columns: usize, data: Vec<f32>) -> Self {
        let call = ledger(|ledger| {
            ledger.take(size_of_val(&data[..]));
            ledger.call
        });
        Self {
            rows,
            columns,
            data,
            call,
            here: PhantomData,
        }
    }

    /// Zeros.
    pub fn zeros(rows: usize, columns: usize) -> Self {
        Self::filled(rows, columns, 0.0)
    }

    /// One number everywhere: `f32::NEG_INFINITY` for a maximum that begins.
    pub fn filled(rows: usize, columns: usize, number: f32) -> Self {
        Self::new(rows, columns, vec![number; rows * columns])
    }

    /// Numbers that are known: a mask, a table of positions. Rows of different length end the call.
    #[track_caller]
    pub fn from_rows(rows: &[Vec<f32>]) -> Self {
        let columns = rows.first().map_or(0, Vec::len);
        if rows.iter().any(|row| row.len() != columns) {
            stop_here(words::ragged().to_owned());
        }
        Self::new(rows.len(), columns, rows.concat())
    }

    /// From numbers that stand row by row; a program of the library has made sure that there are as many.
    pub(crate) fn from_data(rows: usize, columns: usize, data: Vec<f32>) -> Self {
        Self::new(rows, columns, data)
    }

    /// A mask for dropout: zero for about `share` of the places, `1 / (1 - share)` for the others, which follows from the seed. A
    /// share outside `0..1` ends the call.
    #[track_caller]
    pub fn dropout_mask(rows: usize, columns: usize, share: f32, seed: u64) -> Self {
        if !(0.0..1.0).contains(&share) {
            stop_here(words::share(share));
        }
        let mut random = random(seed);
        let mut draw = || match random.r#gen::<f32>() < share {
            true => 0.0,
            false => 1.0 / (1.0 - share),
        };
        Self::new(rows, columns, (0..rows * columns).map(|_| draw()).collect())
    }

    /// How many rows and columns it has.
    pub fn shape(&self) -> (usize, usize) {
        (self.rows, self.columns)
    }

    /// Its bytes: four for each number.
    pub fn bytes(&self) -> usize {
        size_of_val(&self.data[..])
    }

    /// The numbers, row by row: for shows and tests. During a counted call it ends the call.
    #[track_caller]
    pub fn numbers(&self) -> Vec<f32> {
        if ledger(|ledger| ledger.is_running) {
            stop_here(words::taken_out(self.rows, self.columns));
        }
        self.data.clone()
    }

    /// Prints the numbers under a name, row by row.
    pub fn print(&self, name: &str) {
        println!("{name}, {self:?}:");
        for row in self.data.chunks(self.columns.max(1)) {
            println!("{row:?}");
        }
    }

    /// Ends the call where the matrix was kept from an earlier one.
    #[track_caller]
    fn check_call(&self) {
        let is_earlier = ledger(|ledger| ledger.is_running && ledger.call != self.call);
        if is_earlier {
            stop_here(words::of_earlier_call().to_owned());
        }
    }
}

impl Drop for Metered {
    fn drop(&mut self) {
        let bytes = self.bytes();
        ledger_if_there(|ledger| {
            // What is left from an earlier call is not among the bytes of this one.
            if ledger.call == self.call {
                ledger.give_back(bytes);
            }
        });
    }
}

/// A copy, which takes as much again.
impl Clone for Metered {
    #[track_caller]
    fn clone(&self) -> Self {
        self.check_call();
        Self::new(self.rows, self.columns, self.data.clone())
    }
}

/// The shape alone: the numbers are for [`print`](Metered::print).
impl fmt::Debug for Metered {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}x{}", self.rows, self.columns)
    }
}
