//! The reference's answer sheet: asked for once per version of the check, kept in a cache keyed by content.
//!
//! `key` is everywhere what [`key`] gives: it holds everything that a sheet follows from.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::runner::course::{Course, Exercise};
use crate::runner::fingerprint::Fingerprint;
use crate::runner::gpu;
use crate::runner::problem::Problem;
use crate::runner::process::Stop;
use crate::runner::program::{Heard, Program};
use crate::sheet::{Check, Depth, Planned};
use crate::wire::{FromReference, Request, Role, VERSION, Value, decode, encode};

/// Which part of a sheet is kept under a name of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Piece {
    /// Which checks there are.
    Plan,
    /// A check, by its number, as far as it was worked out.
    Check(usize, Depth),
}

impl Piece {
    fn name(self) -> String {
        match self {
            Piece::Plan => "plan".to_owned(),
            Piece::Check(number, depth) => format!("{number}-{depth:?}").to_lowercase(),
        }
    }
}

/// A piece in the cache, if the check and the library are still the ones it was made with.
pub fn cached<T: DeserializeOwned>(
    course: &Course,
    exercise: &Exercise,
    seed: u64,
    key: &str,
    piece: Piece,
) -> Option<T> {
    let bytes = fs::read(cache_path(course, exercise, seed, key, piece)).ok()?;
    decode(bytes.get(4..)?).ok()
}

/// A reference that has been started.
pub struct Reference<'a> {
    exercise: &'a Exercise,
    program: Program<FromReference>,
    stop: &'a Stop,
}

impl<'a> Reference<'a> {
    /// Starts the built reference.
    pub fn start(
        course: &Course,
        exercise: &'a Exercise,
        executable: &Path,
        stop: &'a Stop,
    ) -> Result<Reference<'a>, Problem> {
        let program = Program::start(executable, &course.root, stop)
            .map_err(|error| broken(exercise, &error.to_string()))?;
        Ok(Reference {
            exercise,
            program,
            stop,
        })
    }

    /// Which checks there are. `None` where the check was stopped.
    pub fn plan(&mut self) -> Result<Option<Vec<Planned>>, Problem> {
        self.program.send(Request::Plan);
        match self.answer(&mut |_, _| {})? {
            Some(FromReference::Plan(plan)) => Ok(Some(plan)),
            Some(_) => Err(broken(
                self.exercise,
                "it answers something else than a plan",
            )),
            None => Ok(None),
        }
    }

    /// One check of the plan. `None` where the check was stopped.
    pub fn check(
        &mut self,
        number: usize,
        seed: u64,
        depth: Depth,
        progress: &mut dyn FnMut(usize, usize),
    ) -> Result<Option<Check>, Problem> {
        self.program.send(Request::Check {
            number,
            seed,
            depth,
        });
        match self.answer(progress)? {
            Some(FromReference::Check(check)) => Ok(Some(*check)),
            Some(_) => Err(broken(
                self.exercise,
                "it answers something else than a check",
            )),
            None => Ok(None),
        }
    }

    fn answer(
        &mut self,
        progress: &mut dyn FnMut(usize, usize),
    ) -> Result<Option<FromReference>, Problem> {
        let mut printed = String::new();
        // The reference is trusted and may train every mistake; the limit only keeps a broken one from lasting forever.
        let deadline = Instant::now() + Duration::from_secs(600);
        let why = loop {
            match self.program.hear(deadline) {
                Heard::Hello(hello)
                    if hello.version != VERSION || hello.role != Role::Reference =>
                {
                    break "it speaks another version of the wire".to_owned();
                }
                Heard::Hello(_) => {}
                Heard::Message(FromReference::Progress { done, of }) => progress(done, of),
                Heard::Message(FromReference::Broken(why)) => break why,
                Heard::Message(answer) => return Ok(Some(answer)),
                Heard::Line(_, line) => printed = line,
                Heard::Ended(_) if self.stop.is_stopped() => return Ok(None),
                Heard::Ended(error) => {
                    // What it said last may still be on its way.
                    let soon = Instant::now() + Duration::from_millis(200);
                    while let Heard::Line(_, line) = self.program.hear(soon) {
                        printed = line;
                    }
                    break format!("{error}. {printed}");
                }
                Heard::TimedOut => break "it takes more than ten minutes".to_owned(),
                Heard::OutOfMemory | Heard::TooManyProcesses => {
                    break "it takes too much memory".to_owned();
                }
            }
        };
        Err(broken(self.exercise, &why))
    }
}

fn broken(exercise: &Exercise, why: &str) -> Problem {
    Problem::new(
        format!("The check of `{}` does not work: {why}.", exercise.name),
        "this is an error of the course; tell its author, or mend the check",
    )
    .at(exercise.check())
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

/// Keeps a piece, and forgets those of earlier versions. Where it cannot be kept, it is worked out again.
pub fn keep<T: Serialize>(
    course: &Course,
    exercise: &Exercise,
    seed: u64,
    key: &str,
    piece: Piece,
    value: &T,
) {
    let path = cache_path(course, exercise, seed, key, piece);
    let written = || -> std::io::Result<()> {
        let folder = cache_folder(course);
        fs::create_dir_all(&folder)?;
        // Sheets of earlier versions of this check are of no use to anyone.
        let prefix = format!("{}-{seed}-", exercise.name);
        let now = format!("{prefix}{key}-");
        for entry in fs::read_dir(&folder)?.flatten() {
            let name = entry.file_name().to_string_lossy().into_owned();
            if name.starts_with(&prefix) && name.ends_with(".sheet") && !name.starts_with(&now) {
                fs::remove_file(entry.path())?;
            }
        }
        let bytes = encode(value).map_err(std::io::Error::other)?;
        let mut file = tempfile::NamedTempFile::new_in(&folder)?;
        std::io::Write::write_all(&mut file, &bytes)?;
        file.persist(path).map_err(|error| error.error)?;
        Ok(())
    };
    let _ = written();
}

/// Where the sheets of a course are kept.
pub fn cache_folder(course: &Course) -> PathBuf {
    course.state_folder().join("cache")
}

fn cache_path(course: &Course, exercise: &Exercise, seed: u64, key: &str, piece: Piece) -> PathBuf {
    let name = format!("{}-{seed}-{key}-{}.sheet", exercise.name, piece.name());
    cache_folder(course).join(name)
}

/// Holds everything that the sheet follows from: the check and what it includes, whose fingerprint is `print`, the library, the
/// device, the seed.
pub fn key(course: &Course, seed: u64, print: &str) -> String {
    Fingerprint::default()
        .value((VERSION, seed, gpu::features(), print))
        .contents(&course.root.join("Cargo.lock"))
        .library(&course.root)
        .finish()
}
