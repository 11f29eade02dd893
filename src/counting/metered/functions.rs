//! Functions of every element, and of every row.

use super::Metered;
use super::arithmetic::count;

macro_rules! of_each_element {
    ($($(#[doc = $doc:literal])+ $name:ident $compute:expr;)+) => {
        impl Metered {
            $(
                $(#[doc = $doc])+
                #[track_caller]
                pub fn $name(&self) -> Metered {
                    self.each($compute)
                }
            )+
        }
    };
}
of_each_element! {
    /// `e` to the power of every element.
    exp f32::exp;
    /// The natural logarithm of every element.
    ln f32::ln;
    /// The square root of every element.
    sqrt f32::sqrt;
    /// The hyperbolic tangent of every element.
    tanh f32::tanh;
    /// `1 / (1 + exp(-x))` of every element.
    sigmoid |x| 1.0 / (1.0 + (-x).exp());
    /// Every element, or 0 where it is negative.
    relu |x| x.max(0.0);
    /// 1 where an element is above 0, else 0: the slope of [`relu`](Metered::relu).
    is_positive |x| f32::from(u8::from(x > 0.0));
}

impl Metered {
    /// The sum of each row: a column.
    #[track_caller]
    pub fn row_sums(&self) -> Metered {
        self.of_rows(|row| row.iter().sum())
    }

    /// The largest number of each row: a column, with minus infinity where a row has no numbers.
    #[track_caller]
    pub fn row_maxima(&self) -> Metered {
        self.of_rows(|row| row.iter().copied().fold(f32::NEG_INFINITY, f32::max))
    }

    /// The sum of each column: a row.
    #[track_caller]
    pub fn column_sums(&self) -> Metered {
        self.check_call();
        let mut sums = vec![0.0; self.columns];
        for row in self.data.chunks(self.columns.max(1)) {
            for (sum, x) in sums.iter_mut().zip(row) {
                *sum += x;
            }
        }
        Metered::new(1, self.columns, sums)
    }

    /// The softmax of each row, `exp(x - max) / sum(exp(x - max))`: a division for each number.
    #[track_caller]
    pub fn softmax_rows(&self) -> Metered {
        self.check_call();
        let mut data = self.data.clone();
        for row in data.chunks_mut(self.columns.max(1)) {
            let largest = row.iter().copied().fold(f32::NEG_INFINITY, f32::max);
            row.iter_mut().for_each(|x| *x = (*x - largest).exp());
            let sum: f32 = row.iter().sum();
            row.iter_mut().for_each(|x| *x /= sum);
        }
        count(data.len());
        Metered::new(self.rows, self.columns, data)
    }

    #[track_caller]
    fn of_rows(&self, compute: impl Fn(&[f32]) -> f32) -> Metered {
        self.check_call();
        let row = |row: usize| compute(&self.data[row * self.columns..(row + 1) * self.columns]);
        Metered::new(self.rows, 1, (0..self.rows).map(row).collect())
    }
}
