//! One call of a candidate, from its beginning to its answer: what it saves, and when its program is ended and started
//! again, where the case asks for that.

use crate::sheet::Lives;
use crate::stored::Stored;
use crate::wire::{Ask, Reply, Value};

/// What a call has done so far. Every call begins with an empty store.
#[derive(Default)]
pub(super) struct Life {
    stored: Stored,
    lives: Lives,
    /// After how many marks this life ends.
    end: Option<usize>,
    is_over: bool,
}

impl Life {
    /// Another life begins, which is ended after `end` marks.
    pub(super) fn begin(&mut self, end: Option<usize>) {
        self.lives.begin();
        self.end = end;
        self.is_over = false;
    }

    /// Whether the program has to be ended here. What it does from now on counts no more.
    pub(super) fn is_over(&self) -> bool {
        self.is_over
    }

    /// Whether a step has been taken before, when the program was ended.
    pub(super) fn is_again(&self, series: &str, step: u64) -> bool {
        self.lives.is_again(series, step)
    }

    /// The program reports a point of a series.
    pub(super) fn reports(&mut self, series: &str, step: u64) {
        let marks = self.lives.reports(series, step);
        self.is_over |= Some(marks) == self.end;
    }

    /// The answer to what the program asks.
    pub(super) fn answer(&mut self, question: Ask) -> Reply {
        if matches!(question, Ask::Save { .. }) {
            let marks = self.lives.saves();
            self.is_over |= Some(marks) == self.end;
        }
        self.stored.answer_alone(question)
    }

    /// The steps that were taken more than once: what is judged.
    pub(super) fn again(&self) -> Value {
        self.lives.again()
    }
}
