//! Pieces of matrices, and matrices of pieces. Whatever is cut out is a copy, which takes bytes of its own.

use std::ops::Range;

use super::Metered;
use crate::counting::ledger::ledger;
use crate::stop::stop_here;
use crate::words::metered as words;

impl Metered {
    /// Rows and columns exchanged.
    #[track_caller]
    pub fn transpose(&self) -> Metered {
        self.check_call();
        let mut data = Vec::with_capacity(self.data.len());
        for column in 0..self.columns {
            data.extend((0..self.rows).map(|row| self.data[row * self.columns + column]));
        }
        Metered::new(self.columns, self.rows, data)
    }

    /// Some of the rows. What is not there ends the call.
    #[track_caller]
    pub fn rows(&self, rows: Range<usize>) -> Metered {
        self.check_call();
        if rows.start > rows.end || rows.end > self.rows {
            stop_here(words::range(rows.start, rows.end, self.rows, self.columns));
        }
        let data = &self.data[rows.start * self.columns..rows.end * self.columns];
        Metered::new(rows.len(), self.columns, data.to_vec())
    }

    /// Some of the columns. What is not there ends the call.
    #[track_caller]
    pub fn columns(&self, columns: Range<usize>) -> Metered {
        self.check_call();
        if columns.start > columns.end || columns.end > self.columns {
            let (rows, all) = self.shape();
            stop_here(words::range(columns.start, columns.end, rows, all));
        }
        let mut data = Vec::with_capacity(self.rows * columns.len());
        for row in 0..self.rows {
            let begin = row * self.columns;
            data.extend(&self.data[begin + columns.start..begin + columns.end]);
        }
        Metered::new(self.rows, columns.len(), data)
    }

    /// Puts rows below those that are there, as a cache does: only the new ones take more bytes. Another width ends the call.
    #[track_caller]
    pub fn append_rows(&mut self, other: &Metered) {
        self.check_call();
        other.check_call();
        if other.columns != self.columns {
            let (rows, columns) = other.shape();
            stop_here(words::append(rows, columns, self.rows, self.columns));
        }
        self.data.extend(&other.data);
        self.rows += other.rows;
        ledger(|ledger| ledger.take(other.bytes()));
    }

    /// Puts columns beside those that are there. Another height ends the call.
    #[track_caller]
    pub fn append_columns(&mut self, other: &Metered) {
        self.check_call();
        other.check_call();
        if other.rows != self.rows {
            let (rows, columns) = other.shape();
            stop_here(words::append(rows, columns, self.rows, self.columns));
        }
        let mut data = Vec::with_capacity(self.data.len() + other.data.len());
        for row in 0..self.rows {
            data.extend(&self.data[row * self.columns..(row + 1) * self.columns]);
            data.extend(&other.data[row * other.columns..(row + 1) * other.columns]);
        }
        self.data = data;
        self.columns += other.columns;
        ledger(|ledger| ledger.take(other.bytes()));
    }
}
