//! Checking every exercise, one after the other.

use crate::runner::course::Course;
use crate::runner::outcome::{Outcome, Verdict};
use crate::runner::tui::event::RunId;

/// How far it is.
#[derive(Clone, Debug, PartialEq)]
pub struct All {
    /// One row per exercise, in the order of the course.
    pub rows: Vec<Row>,
    /// The run of the row that is being checked.
    pub run: RunId,
    /// The row that is being checked, while there is one.
    pub at: Option<usize>,
    /// The selected row; it follows the check until a key moves it.
    pub selected: Option<usize>,
}

/// One exercise.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// Its name.
    pub name: String,
    /// What came of it.
    pub outcome: Option<Outcome>,
}

impl All {
    /// Selects the row on a line of the pane; there may be none.
    pub fn select_line(&mut self, line: Option<usize>) {
        // Above the rows stand the bar and an empty line.
        let row = line.and_then(|line| line.checked_sub(2));
        if let Some(row) = row.filter(|row| *row < self.rows.len()) {
            self.selected = Some(row);
        }
    }

    /// Every exercise of a course, none of them checked.
    pub fn of(course: &Course) -> All {
        let rows = course
            .exercises
            .iter()
            .map(|exercise| Row {
                name: exercise.name.clone(),
                outcome: None,
            })
            .collect();
        All {
            rows,
            run: RunId::default(),
            at: None,
            selected: None,
        }
    }

    /// Rows that came to an end.
    pub fn done(&self) -> usize {
        self.rows.iter().filter(|row| row.outcome.is_some()).count()
    }

    /// Rows that pass, rows with nothing written yet, there or in a piece, and rows that fail in any other way.
    pub fn counted(&self) -> (usize, usize, usize) {
        let of = |wanted: &dyn Fn(Verdict) -> bool| {
            self.rows
                .iter()
                .filter_map(|row| row.outcome.as_ref())
                .filter(|outcome| wanted(outcome.verdict))
                .count()
        };
        let passed = of(&|verdict| verdict == Verdict::Passed);
        let todo = of(&|verdict| matches!(verdict, Verdict::Todo | Verdict::Piece));
        (passed, todo, self.done() - passed - todo)
    }

    /// The row that is looked at.
    pub fn looked_at(&self) -> usize {
        self.selected.or(self.at).unwrap_or(0)
    }
}
