//! The files that other systems take grades from, one file of code for each.

mod autolab;
mod classroom50;
pub mod gradebook;
mod gradescope;
mod junit;
mod number;
mod opencamp;
mod prairielearn;
pub mod report;
pub mod roster;

use std::path::PathBuf;

use report::Report;

/// A system.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// Autolab.
    Autolab,
    /// Classroom 50.
    Classroom50,
    /// Gradescope.
    Gradescope,
    /// JUnit, which most systems of continuous integration read.
    Junit,
    /// OpenCamp.
    OpenCamp,
    /// PrairieLearn.
    PrairieLearn,
}

/// All of them, by the names they have on the command line.
pub const ALL: [(&str, Format); 6] = [
    ("autolab", Format::Autolab),
    ("classroom50", Format::Classroom50),
    ("gradescope", Format::Gradescope),
    ("junit", Format::Junit),
    ("opencamp", Format::OpenCamp),
    ("prairielearn", Format::PrairieLearn),
];

/// The files that a system wants, each with its place in the folder of the results.
///
/// # Errors
/// Only strings and numbers are written, so an error says that memory ran out.
pub fn files(
    format: Format,
    reports: &[Report<'_>],
) -> serde_json::Result<Vec<(PathBuf, Vec<u8>)>> {
    let each = |folder: &str, file: &str, write: fn(&Report<'_>) -> serde_json::Result<Vec<u8>>| {
        let files = reports.iter().map(|report| {
            // The name of a submission is that of an entry of a folder, so it leads nowhere else.
            let path = [folder, report.submission, file].iter().collect();
            Ok((path, write(report)?))
        });
        files.collect()
    };
    match format {
        Format::Autolab => each("autolab", "scores.json", autolab::written),
        Format::Classroom50 => each("classroom50", "result.json", classroom50::written),
        Format::Gradescope => each("gradescope", "results.json", gradescope::written),
        Format::Junit => Ok(vec![(
            "junit.xml".into(),
            junit::written(reports).into_bytes(),
        )]),
        Format::OpenCamp => each("opencamp", "check_result.json", opencamp::written),
        Format::PrairieLearn => each("prairielearn", "results.json", prairielearn::written),
    }
}

#[cfg(test)]
mod tests;
