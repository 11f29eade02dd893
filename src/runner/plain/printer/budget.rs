//! How many lines of one sort a check may print.

/// How many lines of a sort may still be printed, and how many were not.
#[derive(Debug)]
pub struct Budget {
    left: usize,
    /// Those that were not.
    pub over: usize,
}

impl Budget {
    /// Room for so many.
    pub fn new(left: usize) -> Budget {
        Budget { left, over: 0 }
    }

    /// Whether one more may be printed; otherwise it is counted.
    pub fn take(&mut self) -> bool {
        if self.left == 0 {
            self.over += 1;
            return false;
        }
        self.left -= 1;
        true
    }
}
