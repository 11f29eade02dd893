//! `export`.

use std::io::{ErrorKind, Write};
use std::path::Path;

use super::place;
use super::status::Status;
use crate::runner::checkpoints::{Checkpoints, WEIGHTS, is_safetensors};
use crate::runner::checks::NoOutcome;
use crate::runner::course::Course;
use crate::runner::problem::Problem;
use crate::runner::text;
use crate::runner::words::plain::export as words;
use crate::runner::workspace::file;

/// Writes the weights that the exercise saved while it was tried out into `path`. What is there already is replaced only if
/// `force` says so.
pub fn export(
    out: &mut impl Write,
    course: &Course,
    name: &str,
    path: &Path,
    force: bool,
) -> Result<Status, NoOutcome> {
    let exercise = place::exercise(course, name)?;
    let name = &exercise.name;
    let Some(bytes) = Checkpoints::open(&course.state_folder(), name).load(WEIGHTS) else {
        let next = match exercise.usable {
            true => words::train_first(name),
            false => words::nothing_to_save(name),
        };
        return Err(Problem::new(words::no_weights(name), next).into());
    };
    if !is_safetensors(&bytes) {
        let next = words::save_safetensors(WEIGHTS);
        return Err(Problem::new(words::other_format(name), next).into());
    }
    let written = match force {
        true => file::replace(path, &bytes),
        false => file::create(path, &bytes),
    };
    written.map_err(|error| match error.kind() {
        ErrorKind::AlreadyExists => {
            Problem::new(words::is_there(), words::another_name()).at(path.display())
        }
        _ => file::problem(words::not_written(), path, &error),
    })?;
    let kibibytes = bytes.len().div_ceil(1 << 10);
    writeln!(out, "{}", words::written(name, text::path(path), kibibytes))?;
    Ok(Status::Good)
}
