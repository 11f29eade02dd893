//! What the columns of a table are: the class, numbers, or text that is left out.

use std::collections::BTreeMap;

use csv::StringRecord;

use super::limits::NAMED;
use crate::runner::text;
use crate::runner::words::machine::data as words;

/// What stands in a cell without a measurement, in small letters.
const GAPS: [&str; 8] = ["", "na", "n/a", "nan", "null", "none", "?", "-"];

/// The names, in small letters, that a column with the class may have; otherwise it is the last one.
const CLASS: [&str; 2] = ["class", "label"];

fn is_gap(cell: &str) -> bool {
    GAPS.contains(&cell.trim().to_lowercase().as_str())
}

/// The number in a cell; a comma is a point where it does not separate cells.
fn number(cell: &str, decimal_comma: bool) -> Option<f32> {
    let cell = cell.trim();
    let number = match decimal_comma {
        true => cell.replace(',', ".").parse(),
        false => cell.parse(),
    };
    number.ok().filter(|number: &f32| number.is_finite())
}

/// The class in a cell, if there is one.
fn class(cell: &str) -> Option<String> {
    (!is_gap(cell)).then(|| text::line(cell.trim()))
}

/// A column, as far as it has been seen.
#[derive(Clone, Default)]
struct Column {
    numbers: usize,
    texts: usize,
    gaps: usize,
}

/// All columns, as far as they have been seen.
pub(super) struct Survey {
    header: Vec<String>,
    columns: Vec<Column>,
    class: usize,
    /// Whether the name of that column says so.
    named: bool,
    decimal_comma: bool,
    classes: BTreeMap<String, usize>,
    unlabelled: usize,
}

impl Survey {
    pub(super) fn of(header: &StringRecord, decimal_comma: bool) -> Survey {
        let header = Vec::from_iter(header.iter().map(|name| text::line(name.trim())));
        let says_so = |name: &String| CLASS.contains(&name.to_lowercase().as_str());
        let named = header.iter().position(says_so);
        let last = header.len().saturating_sub(1);
        Survey {
            class: named.unwrap_or(last),
            named: named.is_some(),
            columns: vec![Column::default(); header.len()],
            header,
            decimal_comma,
            classes: BTreeMap::new(),
            unlabelled: 0,
        }
    }

    /// Takes in a row with as many cells as there are columns.
    pub(super) fn take(&mut self, row: &StringRecord) {
        let Some(class) = row.get(self.class).and_then(class) else {
            self.unlabelled += 1;
            return;
        };
        *self.classes.entry(class).or_default() += 1;
        for (column, cell) in self.columns.iter_mut().zip(row) {
            match number(cell, self.decimal_comma) {
                Some(_) => column.numbers += 1,
                None if is_gap(cell) => column.gaps += 1,
                None => column.texts += 1,
            }
        }
    }

    /// The name of the column with the class.
    pub(super) fn class_column(&self) -> &str {
        self.header.get(self.class).map_or("", String::as_str)
    }

    /// Whether the name of that column says that it has the class; otherwise it is the last one.
    pub(super) fn is_named(&self) -> bool {
        self.named
    }

    /// The classes in the order of their names, and how many rows each has.
    pub(super) fn classes(&self) -> &BTreeMap<String, usize> {
        &self.classes
    }

    /// How many rows have no class.
    pub(super) fn unlabelled(&self) -> usize {
        self.unlabelled
    }

    /// What is taken of each row, and what is told about the rest.
    pub(super) fn columns(&self) -> (Columns, Vec<String>) {
        let (mut features, mut told, mut unused, mut gaps) = (Vec::new(), Vec::new(), 0, 0);
        for (at, (column, name)) in self.columns.iter().zip(&self.header).enumerate() {
            if at == self.class {
                continue;
            }
            // A few words between many numbers are gaps; a few numbers between many words are words.
            if column.numbers > 0 && column.numbers >= column.texts {
                features.push(at);
                gaps += column.gaps;
                if column.texts > 0 {
                    told.push(words::texts_between(name, column.texts));
                }
                continue;
            }
            unused += 1;
            if unused <= NAMED {
                told.push(match column.texts {
                    0 => words::column_of_gaps(name),
                    _ => words::column_of_text(name),
                });
            }
        }
        if unused > NAMED {
            told.push(words::more_columns(unused - NAMED));
        }
        if gaps > 0 {
            told.push(words::gaps(gaps));
        }
        let columns = Columns {
            class: self.class,
            features,
            decimal_comma: self.decimal_comma,
        };
        (columns, told)
    }
}

/// What is taken of each row.
pub(super) struct Columns {
    class: usize,
    features: Vec<usize>,
    decimal_comma: bool,
}

impl Columns {
    /// How many columns hold numbers.
    pub(super) fn used(&self) -> usize {
        self.features.len()
    }

    /// The class of a row, if it has one.
    pub(super) fn class_of(&self, row: &StringRecord) -> Option<String> {
        row.get(self.class).and_then(class)
    }

    /// The numbers of a row.
    pub(super) fn numbers(&self, row: &StringRecord) -> Vec<Option<f32>> {
        let cell = |&at: &usize| {
            row.get(at)
                .and_then(|cell| number(cell, self.decimal_comma))
        };
        self.features.iter().map(cell).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_numbers_gaps_or_words() {
        let table = [
            ("1.5", false, Some(1.5), false),
            (" -2e3 ", false, Some(-2000.0), false),
            ("1,5", true, Some(1.5), false),
            ("1,5", false, None, false),
            ("", false, None, true),
            (" NA ", false, None, true),
            ("NaN", false, None, true),
            ("inf", false, None, false),
            ("?", false, None, true),
            ("3 mm", false, None, false),
        ];
        for (cell, comma, right, gap) in table {
            assert_eq!(number(cell, comma), right, "{cell}");
            assert_eq!(is_gap(cell), gap, "{cell}");
        }
    }
}
