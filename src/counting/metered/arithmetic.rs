//! `+`, `-`, `*`, `/` element by element, and the product of matrices.

use std::ops::{Add, Div, Mul, Neg, Sub};

use super::Metered;
use crate::counting::ledger::ledger;
use crate::stop::stop_here;
use crate::words::metered as words;

impl Metered {
    /// The product of two matrices, `(n, k)` and `(k, m)`, with `n·k·m` multiplications. What does not fit ends the call.
    #[track_caller]
    pub fn matmul(&self, other: &Metered) -> Metered {
        self.check_call();
        other.check_call();
        let (rows, inner, columns) = (self.rows, self.columns, other.columns);
        if inner != other.rows {
            stop_here(words::matmul(rows, inner, other.rows, columns));
        }
        let mut data = vec![0.0; rows * columns];
        if inner > 0 && columns > 0 {
            for (row, sums) in self.data.chunks(inner).zip(data.chunks_mut(columns)) {
                for (a, others) in row.iter().zip(other.data.chunks(columns)) {
                    for (sum, b) in sums.iter_mut().zip(others) {
                        *sum += a * b;
                    }
                }
            }
        }
        count(rows * inner * columns);
        Metered::new(rows, columns, data)
    }

    /// The larger of two numbers, element by element; a single row or column stands for all of them.
    #[track_caller]
    pub fn max(&self, other: &Metered) -> Metered {
        self.with(other, f32::max)
    }

    /// Element by element, where a single row or column stands for all of them.
    #[track_caller]
    fn with(&self, other: &Metered, compute: impl Fn(f32, f32) -> f32) -> Metered {
        self.check_call();
        other.check_call();
        let both = |one: usize, other: usize| match (one, other) {
            (1, length) | (length, 1) => Some(length),
            _ => (one == other).then_some(one),
        };
        let shape = (
            both(self.rows, other.rows),
            both(self.columns, other.columns),
        );
        let (Some(rows), Some(columns)) = shape else {
            stop_here(words::shapes(
                self.rows,
                self.columns,
                other.rows,
                other.columns,
            ));
        };
        let mut data = Vec::with_capacity(rows * columns);
        for row in 0..rows {
            for column in 0..columns {
                data.push(compute(self.spread(row, column), other.spread(row, column)));
            }
        }
        Metered::new(rows, columns, data)
    }

    /// The number at a place of a larger matrix that this one stands for.
    fn spread(&self, row: usize, column: usize) -> f32 {
        let row = if self.rows == 1 { 0 } else { row };
        let column = if self.columns == 1 { 0 } else { column };
        self.data[row * self.columns + column]
    }

    /// Every element by itself.
    #[track_caller]
    pub(super) fn each(&self, compute: impl Fn(f32) -> f32) -> Metered {
        self.check_call();
        let data = self.data.iter().map(|&x| compute(x)).collect();
        Metered::new(self.rows, self.columns, data)
    }
}

/// Counts multiplications.
pub(super) fn count(products: usize) {
    ledger(|ledger| ledger.products += products);
}

/// An operator between two matrices, or a matrix and a number, each of them borrowed or not.
macro_rules! operators {
    ($($operator:ident $method:ident $counts:literal;)+) => {$(
        impl $operator<&Metered> for &Metered {
            type Output = Metered;
            #[track_caller]
            fn $method(self, other: &Metered) -> Metered {
                let result = self.with(other, f32::$method);
                count(if $counts { result.data.len() } else { 0 });
                result
            }
        }
        impl $operator<f32> for &Metered {
            type Output = Metered;
            #[track_caller]
            fn $method(self, number: f32) -> Metered {
                let result = self.each(|x| x.$method(number));
                count(if $counts { result.data.len() } else { 0 });
                result
            }
        }
        operators!(owned $operator $method Metered, Metered, &);
        operators!(owned $operator $method Metered, f32,);
        impl $operator<&Metered> for Metered {
            type Output = Metered;
            #[track_caller]
            fn $method(self, other: &Metered) -> Metered {
                (&self).$method(other)
            }
        }
        impl $operator<Metered> for &Metered {
            type Output = Metered;
            #[track_caller]
            fn $method(self, other: Metered) -> Metered {
                self.$method(&other)
            }
        }
    )+};
    (owned $operator:ident $method:ident $left:ty, $right:ty, $($borrow:tt)?) => {
        impl $operator<$right> for $left {
            type Output = Metered;
            #[track_caller]
            fn $method(self, other: $right) -> Metered {
                (&self).$method($($borrow)? other)
            }
        }
    };
}
operators! {
    Add add false;
    Sub sub false;
    Mul mul true;
    Div div true;
}

impl Neg for &Metered {
    type Output = Metered;
    #[track_caller]
    fn neg(self) -> Metered {
        self.each(|x| -x)
    }
}
