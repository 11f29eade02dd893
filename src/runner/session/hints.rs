//! The hints of an exercise, one at a time.

use super::Session;
use crate::runner::problem::Problem;

impl Session {
    /// How many hints of the exercise were shown.
    pub fn hints_shown(&self, name: &str) -> usize {
        self.hints_opened(name).len()
    }

    /// The hints of the exercise that were shown, by their numbers from 0, in the order in which they were opened.
    pub fn hints_opened(&self, name: &str) -> Vec<usize> {
        // An update may have left fewer hints than were shown once.
        let there = self.course.exercise(name).map_or(0, |it| it.hints.len());
        let Some(record) = self.store.state().exercises.get(name) else {
            return Vec::new();
        };
        if record.opened.is_empty() {
            return (0..record.hints.min(there)).collect();
        }
        let numbers = record
            .opened
            .iter()
            .filter_map(|number| number.checked_sub(1));
        numbers.filter(|number| *number < there).collect()
    }

    /// Shows one more hint, if there is one, and says how many are shown now.
    pub fn show_hint(&mut self, name: &str) -> Result<usize, Problem> {
        self.show_hint_for(name, None)
    }

    /// Shows one more hint of those that help with a check, if there is one, and says how many are shown now.
    pub fn show_hint_for(&mut self, name: &str, check: Option<&str>) -> Result<usize, Problem> {
        let mut opened = self.hints_opened(name);
        let hints = self.known(name)?.hints.iter().enumerate();
        let mut open =
            hints.filter(|(number, hint)| !opened.contains(number) && hint.is_for(check));
        let Some((next, _)) = open.next() else {
            return Ok(opened.len());
        };
        opened.push(next);
        let in_order = opened.iter().enumerate().all(|(at, number)| at == *number);
        let numbers = opened.iter().map(|number| number + 1);
        let numbers: Vec<usize> = numbers.filter(|_| !in_order).collect();
        self.store.change(|state| {
            let record = state.record(name);
            record.hints = opened.len();
            record.opened.clone_from(&numbers);
        })?;
        Ok(opened.len())
    }
}
