//! The reference's answer sheet: asked for once per version of the check, kept in a cache keyed by content.
//!
//! `print` is everywhere the fingerprint of the text that the reference is built from, with everything it includes.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use crate::runner::course::{Course, Exercise};
use crate::runner::fingerprint::Fingerprint;
use crate::runner::gpu;
use crate::runner::problem::Problem;
use crate::runner::process::Stop;
use crate::runner::program::{Heard, Program};
use crate::sheet::Check;
use crate::wire::{FromReference, Request, Role, VERSION, Value, decode, encode};

/// The sheet in the cache, if the check and the library are still the ones it was made with.
pub fn cached(course: &Course, exercise: &Exercise, seed: u64, print: &str) -> Option<Vec<Check>> {
    let bytes = fs::read(cache_path(course, exercise, seed, print)).ok()?;
    decode(bytes.get(4..)?).ok()
}

/// Asks the built reference for its sheet, and keeps it where its text is known. `None` where the check was stopped.
pub fn ask(
    course: &Course,
    exercise: &Exercise,
    seed: u64,
    print: Option<&str>,
    executable: &Path,
    stop: &Stop,
    progress: &mut dyn FnMut(usize, usize),
) -> Result<Option<Vec<Check>>, Problem> {
    let broken = |why: String| {
        Problem::new(
            format!("The check of `{}` does not work: {why}.", exercise.name),
            "this is an error of the course; tell its author, or mend the check",
        )
        .at(exercise.check())
    };
    let program = Program::<FromReference>::start(executable, &course.root, stop)
        .map_err(|error| broken(error.to_string()))?;
    program.send(Request::Sheet { seed });
    let mut sheet = Vec::new();
    let mut printed = String::new();
    // The reference is trusted and may train every mistake; the limit only keeps a broken one from lasting forever.
    let deadline = Instant::now() + Duration::from_secs(600);
    loop {
        match program.hear(deadline) {
            Heard::Hello(hello) if hello.version != VERSION || hello.role != Role::Reference => {
                return Err(broken("it speaks another version of the wire".to_owned()));
            }
            Heard::Hello(_) => {}
            Heard::Message(FromReference::Progress { done, of }) => progress(done, of),
            Heard::Message(FromReference::Check(check)) => sheet.push(*check),
            Heard::Message(FromReference::Done) => break,
            Heard::Message(FromReference::Broken(why)) => return Err(broken(why)),
            Heard::Message(FromReference::Inspected(_)) => {}
            Heard::Line(_, line) => printed = line,
            Heard::Ended(_) if stop.is_stopped() => return Ok(None),
            Heard::Ended(error) => {
                let (lines, _) = program.finish();
                let last = lines.last().map_or(printed, |(_, line)| line.clone());
                return Err(broken(format!("{error}. {last}")));
            }
            Heard::TimedOut => return Err(broken("it takes more than ten minutes".to_owned())),
            Heard::OutOfMemory | Heard::TooManyProcesses => {
                return Err(broken("it takes too much memory".to_owned()));
            }
        }
    }
    if let Some(print) = print {
        // A cache that cannot be written only costs time.
        let _ = keep(course, exercise, seed, print, &sheet);
    }
    Ok(Some(sheet))
}

/// Asks the built reference what is wrong with one answer.
pub fn inspect(
    course: &Course,
    executable: &Path,
    check: &str,
    questions: Vec<(Vec<Value>, Vec<Value>)>,
    stop: &Stop,
) -> Option<Vec<Option<String>>> {
    let program = Program::<FromReference>::start(executable, &course.root, stop).ok()?;
    let mut found = Vec::new();
    let deadline = Instant::now() + Duration::from_secs(60);
    for (inputs, parts) in questions {
        program.send(Request::Inspect {
            check: check.to_owned(),
            inputs,
            parts,
        });
        loop {
            match program.hear(deadline) {
                Heard::Message(FromReference::Inspected(what)) => {
                    found.push(what);
                    break;
                }
                Heard::Hello(_) | Heard::Line(..) => {}
                _ => return None,
            }
        }
    }
    Some(found)
}

fn keep(
    course: &Course,
    exercise: &Exercise,
    seed: u64,
    print: &str,
    sheet: &Vec<Check>,
) -> std::io::Result<()> {
    let path = cache_path(course, exercise, seed, print);
    let folder = cache_folder(course);
    fs::create_dir_all(&folder)?;
    let bytes = encode(sheet).map_err(std::io::Error::other)?;
    // Sheets of earlier versions of this check are of no use to anyone.
    let prefix = format!("{}-{seed}-", exercise.name);
    for entry in fs::read_dir(&folder)?.flatten() {
        let name = entry.file_name().to_string_lossy().into_owned();
        if name.starts_with(&prefix) && name.ends_with(".sheet") {
            fs::remove_file(entry.path())?;
        }
    }
    let mut file = tempfile::NamedTempFile::new_in(&folder)?;
    std::io::Write::write_all(&mut file, &bytes)?;
    file.persist(path).map_err(|error| error.error)?;
    Ok(())
}

/// Where the sheets of a course are kept.
pub fn cache_folder(course: &Course) -> PathBuf {
    course.state_folder().join("cache")
}

fn cache_path(course: &Course, exercise: &Exercise, seed: u64, print: &str) -> PathBuf {
    let key = key(course, seed, print);
    cache_folder(course).join(format!("{}-{seed}-{key}.sheet", exercise.name))
}

/// Holds everything that the sheet follows from: the check, what it includes, the library, the device, the seed.
pub fn key(course: &Course, seed: u64, print: &str) -> String {
    Fingerprint::default()
        .value((VERSION, seed, gpu::features(), print))
        .contents(&course.root.join("Cargo.lock"))
        .library(&course.root)
        .finish()
}
