//! The lines that the learner's program printed: the last ones, and how many there were before.

use std::collections::VecDeque;

use crate::runner::event::Stream;

/// Lines kept. A program that prints in a loop must not eat the memory of the one that watches it.
pub const KEPT: usize = 1_000;
/// Characters kept of one line.
pub const WIDEST: usize = 400;

/// Where a line came from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Source {
    /// A stream of the program.
    Printed(Stream),
    /// A note that the program reported.
    Note,
}

/// The lines.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Output {
    lines: VecDeque<(Source, String)>,
    dropped: usize,
}

impl Output {
    /// Adds a line; the oldest gives way.
    pub fn push(&mut self, source: Source, line: &str) {
        if self.lines.len() == KEPT {
            self.lines.pop_front();
            self.dropped += 1;
        }
        self.lines
            .push_back((source, line.chars().take(WIDEST).collect()));
    }

    /// Counts lines that never arrived.
    pub fn drop_lines(&mut self, lines: usize) {
        self.dropped = self.dropped.saturating_add(lines);
    }

    /// The lines that were kept.
    pub fn lines(&self) -> impl Iterator<Item = (Source, &str)> {
        self.lines
            .iter()
            .map(|(source, line)| (*source, line.as_str()))
    }

    /// Lines that were not kept.
    pub fn dropped(&self) -> usize {
        self.dropped
    }

    /// Whether nothing was printed.
    pub fn is_empty(&self) -> bool {
        self.lines.is_empty() && self.dropped == 0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_program_that_prints_for_ever_costs_a_bounded_amount_of_memory() {
        let mut output = Output::default();
        let endless = "x".repeat(10 * WIDEST);
        for _ in 0..3 * KEPT {
            output.push(Source::Printed(Stream::Output), &endless);
        }
        output.drop_lines(7);
        assert_eq!(output.lines().count(), KEPT);
        assert!(output.lines().all(|(_, line)| line.len() == WIDEST));
        assert_eq!(output.dropped(), 2 * KEPT + 7);
    }
}
