//! The gradebook: a row for each learner, a column for each exercise.

use std::collections::BTreeMap;

use super::number::number;
use super::report::Report;
use super::roster::Roster;

/// The table. Who stands in the roster stands here, handed in or not, in the order of the roster; the others follow.
pub fn written(reports: &[Report<'_>], roster: Option<&Roster>) -> csv::Result<Vec<u8>> {
    let mut table = csv::Writer::from_writer(Vec::new());
    let none = Roster::default();
    let roster = roster.unwrap_or(&none);
    let lines = reports.first().map(|report| report.lines);
    let lines = lines.unwrap_or_default();
    let mut header = vec!["submission".to_owned()];
    header.extend(roster.columns.iter().cloned());
    header.extend(["handed_in", "score", "max_score", "passed"].map(str::to_owned));
    header.extend(lines.iter().map(|line| line.exercise.clone()));
    table.write_record(&header)?;
    let mut left: BTreeMap<&str, &Report<'_>> =
        reports.iter().map(|it| (it.submission, it)).collect();
    let listed = roster.rows.iter();
    let mut rows: Vec<(&str, Vec<String>, Option<&Report<'_>>)> = listed
        .map(|(name, cells)| (name.as_str(), cells.clone(), left.remove(name.as_str())))
        .collect();
    let blank = vec![String::new(); roster.columns.len()];
    rows.extend(
        left.into_iter()
            .map(|(name, it)| (name, blank.clone(), Some(it))),
    );
    let most = reports.first().map_or(0.0, Report::max_score);
    for (name, cells, report) in rows {
        let mut row = vec![harmless(name)];
        row.extend(cells.iter().map(|cell| harmless(cell)));
        let score = report.map_or(0.0, Report::score);
        row.push(if report.is_some() { "yes" } else { "no" }.to_owned());
        row.push(number(score).to_string());
        row.push(number(most).to_string());
        row.push(report.map_or(0, Report::passed).to_string());
        match report {
            Some(report) => row.extend(report.lines.iter().map(|it| number(it.score).to_string())),
            None => row.extend(lines.iter().map(|_| "0".to_owned())),
        }
        table.write_record(&row)?;
    }
    table
        .into_inner()
        .map_err(|error| csv::Error::from(error.into_error()))
}

/// A cell that no spreadsheet takes for a formula: names come from those who hand in.
fn harmless(cell: &str) -> String {
    match cell.starts_with(['=', '+', '-', '@', '\t', '\r']) {
        true => format!("'{cell}"),
        false => cell.to_owned(),
    }
}
