//! Decodes tables.

use csv::{ErrorKind, ReaderBuilder};

use crate::runner::words::machine::given as words;
use crate::wire::Table;

/// Whether a file of this name is a table.
pub(super) fn is_one(name: &str) -> bool {
    let name = name.to_ascii_lowercase();
    name.ends_with(".csv") || name.ends_with(".tsv")
}

/// The table in a text whose first line names the columns.
pub(super) fn decode(name: &str, text: &str) -> Result<Table, String> {
    let mut reader = ReaderBuilder::new()
        .delimiter(delimiter(text))
        .from_reader(text.as_bytes());
    let cells = |record: &csv::StringRecord| record.iter().map(str::to_owned).collect();
    let header: Vec<String> = reader
        .headers()
        .map(cells)
        .map_err(|why| words::broken_table(name, why))?;
    if header.iter().all(|column| column.trim().is_empty()) {
        return Err(words::no_columns(name));
    }
    let mut rows = Vec::new();
    for record in reader.records() {
        rows.push(cells(&record.map_err(|why| broken(name, &why))?));
    }
    Ok(Table { header, rows })
}

fn broken(name: &str, why: &csv::Error) -> String {
    match why.kind() {
        ErrorKind::UnequalLengths {
            pos: Some(place),
            expected_len,
            len,
        } => words::uneven(name, place.line(), len, expected_len),
        _ => words::broken_table(name, why),
    }
}

/// What stands between two cells: where commas are decimal points, programs write semicolons.
pub(super) fn delimiter(text: &str) -> u8 {
    let first = text.lines().next().unwrap_or_default();
    let often = |delimiter: &&u8| first.bytes().filter(|byte| byte == *delimiter).count();
    // Of two that are as frequent, the last one.
    *b"\t;,".iter().max_by_key(often).unwrap_or(&b',')
}
