//! An autograder for Gradescope: this program, the course and two scripts in one file.

use std::fs;
use std::io::{self, Cursor, Write};
use std::path::Path;

use zip::CompressionMethod;
use zip::write::{SimpleFileOptions, ZipWriter};

use crate::runner::course::Course;
use crate::runner::problem::Problem;
use crate::runner::regular_file::{self, INCLUDED};
use crate::runner::words::plain::grade as words;
use crate::runner::workspace::file;

/// What Gradescope runs once, when it makes the machine.
const SETUP: &str = include_str!("gradescope_zip/setup.sh");

/// What it runs for every submission.
const RUN: &str = include_str!("gradescope_zip/run_autograder.sh");

/// Of what the program keeps, the parts that a course cannot do without.
const KEPT: [&str; 3] = ["library", "closed", "originals"];

/// Writes the autograder into the file at `path`. `sandbox` is the word that its script hands to `--sandbox`.
pub fn write(course: &Course, path: &Path, sandbox: &str) -> Result<(), Problem> {
    let written = zipped(course, sandbox).and_then(|bytes| file::replace(path, &bytes));
    written.map_err(|error| file::problem(words::zip_unwritable(), path, &error))
}

fn zipped(course: &Course, sandbox: &str) -> io::Result<Vec<u8>> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let plain = SimpleFileOptions::default().unix_permissions(0o644);
    let script = plain.unix_permissions(0o755);
    // The program is large, and packs to a third in half a minute: it goes as it is.
    let program = script.compression_method(CompressionMethod::Stored);
    let setup = SETUP.replace("RUST_VERSION", env!("CARGO_PKG_RUST_VERSION"));
    let run = RUN.replace("SANDBOX", sandbox);
    add(&mut zip, "setup.sh", setup.as_bytes(), script)?;
    add(&mut zip, "run_autograder", run.as_bytes(), script)?;
    let own = fs::read(std::env::current_exe()?)?;
    add(&mut zip, "gradlings", &own, program)?;
    for path in files(&course.root, "")? {
        let bytes = regular_file::read(&course.root.join(&path), INCLUDED)?;
        add(&mut zip, &format!("course/{path}"), &bytes, plain)?;
    }
    Ok(zip.finish()?.into_inner())
}

fn add(
    zip: &mut ZipWriter<Cursor<Vec<u8>>>,
    name: &str,
    bytes: &[u8],
    options: SimpleFileOptions,
) -> io::Result<()> {
    zip.start_file(name, options)?;
    zip.write_all(bytes)
}

/// The files of the course, with forward slashes. What is hidden is not part of it, nor what cargo built, nor the program's
/// own sources, which no exercise links.
fn files(root: &Path, folder: &str) -> io::Result<Vec<String>> {
    let mut names = Vec::new();
    for entry in fs::read_dir(root.join(folder))? {
        names.extend(entry?.file_name().into_string());
    }
    names.sort();
    let mut found = Vec::new();
    for name in names {
        let path = match folder {
            "" => name.clone(),
            _ => format!("{folder}/{name}"),
        };
        let is_kept = path == ".gradlings" || (folder == ".gradlings" && KEPT.contains(&&*name));
        let is_left_out = match folder {
            ".gradlings" => !is_kept,
            _ => (name.starts_with('.') && !is_kept) || name == "target",
        };
        if is_left_out {
            continue;
        }
        // Links are followed: a folder of the course may lie elsewhere.
        let about = fs::metadata(root.join(&path))?;
        if about.is_dir() {
            found.extend(files(root, &path)?);
        } else if about.is_file() {
            found.push(path);
        }
    }
    Ok(found)
}
