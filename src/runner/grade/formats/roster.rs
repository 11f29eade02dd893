//! The list of a class, as Classroom 50 exports it, or any table with a column that says what submissions are called.

use std::collections::BTreeSet;
use std::path::Path;

use crate::runner::problem::Problem;
use crate::runner::regular_file::{self, INCLUDED};
use crate::runner::text;
use crate::runner::words::plain::grade as words;
use crate::runner::workspace::file;

/// Columns that say what a submission is called. The first that a table has counts.
const NAMES: [&str; 4] = ["submission", "username", "student_id", "email"];

/// Columns that are taken over into the gradebook.
const TAKEN: [&str; 5] = ["first_name", "last_name", "email", "section", "student_id"];

/// A class.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Roster {
    /// The columns that are taken over.
    pub columns: Vec<String>,
    /// What a submission is called, and what stands in those columns.
    pub rows: Vec<(String, Vec<String>)>,
}

impl Roster {
    /// Reads the table at `path`.
    pub fn read(path: &Path) -> Result<Roster, Problem> {
        let bytes = regular_file::read(path, INCLUDED);
        let bytes =
            bytes.map_err(|why| file::problem(words::roster_unreadable(), path, &why.into()))?;
        // Spreadsheets put a mark in front of what they export.
        let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&bytes);
        Roster::parse(bytes)
            .map_err(|what| Problem::new(what, words::mend_the_roster()).at(path.display()))
    }

    fn parse(bytes: &[u8]) -> Result<Roster, String> {
        let malformed = |error: csv::Error| words::roster_malformed(text::line(&error.to_string()));
        let mut reader = csv::ReaderBuilder::new()
            .trim(csv::Trim::All)
            .from_reader(bytes);
        let header = reader.headers().map_err(malformed)?.clone();
        let at = |name: &str| header.iter().position(|it| it.eq_ignore_ascii_case(name));
        let name = NAMES.iter().find_map(|name| at(name));
        let Some(name) = name else {
            return Err(words::roster_without_names(NAMES.join(", ")));
        };
        let taken = TAKEN
            .iter()
            .filter_map(|column| Some((*column, at(column)?)));
        let taken: Vec<(&str, usize)> = taken.filter(|(_, column)| *column != name).collect();
        let mut seen = BTreeSet::new();
        let mut rows = Vec::new();
        for record in reader.records() {
            let record = record.map_err(malformed)?;
            let cell = |at: usize| record.get(at).unwrap_or_default().to_owned();
            let name = cell(name);
            if name.is_empty() {
                continue;
            }
            if !seen.insert(name.clone()) {
                return Err(words::roster_twice(text::line(&name)));
            }
            rows.push((
                name,
                taken.iter().map(|(_, column)| cell(*column)).collect(),
            ));
        }
        Ok(Roster {
            columns: taken.iter().map(|(name, _)| (*name).to_owned()).collect(),
            rows,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_roster_is_read_by_its_header_and_a_name_stands_in_it_once() {
        let exported = "username,first_name,last_name,email,section,github_id\nanna,Anna,\"B, C\",a@x,1,7\n,,,,,\n";
        let roster = Roster::parse(exported.as_bytes()).expect("sound");
        assert_eq!(
            roster.columns,
            ["first_name", "last_name", "email", "section"]
        );
        let cells = ["Anna", "B, C", "a@x", "1"].map(str::to_owned);
        assert_eq!(roster.rows, [("anna".to_owned(), cells.to_vec())]);
        let table = [
            ("Email , Section\na@x,2\n", Ok("a@x")),
            ("submission,username\nx,y\n", Ok("x")),
            ("name,age\nx,1\n", Err("has no column")),
            ("username\nx\nx\n", Err("stands in the roster twice")),
            ("username,section\nx\n", Err("cannot be read as a table")),
        ];
        for (text, expected) in table {
            match (Roster::parse(text.as_bytes()), expected) {
                (Ok(roster), Ok(name)) => assert_eq!(roster.rows[0].0, name, "{text}"),
                (Err(what), Err(said)) => assert!(what.contains(said), "{text}: {what}"),
                (found, _) => panic!("{text}: {found:?}"),
            }
        }
    }
}
