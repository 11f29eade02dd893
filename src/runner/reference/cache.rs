//! Answer sheets on disk, piece by piece: in the same chunks in which they come from the reference.

use std::fs::{self, File};
use std::io::{self, BufReader, BufWriter};
use std::path::PathBuf;

use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::runner::course::{Course, Exercise};
use crate::runner::fingerprint::Fingerprint;
use crate::runner::gpu;
use crate::sheet::{Check, Collected, Depth, Fragment, Planned};
use crate::wire::{Chunk, Joined, VERSION, chunks, read_frame, write_frame};

/// The sheet of one exercise and seed, as far as it is on disk.
pub struct Kept {
    folder: PathBuf,
    /// How the names of all sheets of this exercise and seed begin.
    prefix: String,
    key: String,
}

impl Kept {
    /// The sheet of a check whose text, and what it includes, has the fingerprint `print`.
    pub fn of(course: &Course, exercise: &Exercise, seed: u64, print: &str) -> Kept {
        Kept {
            folder: cache_folder(course),
            prefix: format!("{}-{seed}-", exercise.name),
            key: key(course, seed, print),
        }
    }

    /// Which checks there are.
    pub fn plan(&self) -> Option<Vec<Planned>> {
        messages(self.path("plan")).ok()?.next()?.ok()
    }

    /// A check, by its number, as far as it was worked out.
    pub fn check(&self, number: usize, depth: Depth) -> Option<Check> {
        let mut collected = Collected::default();
        for fragment in messages::<Fragment>(self.path(&name(number, depth))).ok()? {
            if let Some(check) = collected.add(fragment.ok()?) {
                return Some(check);
            }
        }
        None
    }

    /// How many bytes it takes on disk.
    pub fn size(&self, number: usize, depth: Depth) -> Option<u64> {
        Some(fs::metadata(self.path(&name(number, depth))).ok()?.len())
    }

    /// Keeps the plan. What cannot be kept is worked out again.
    pub fn keep_plan(&self, plan: &Vec<Planned>) {
        let _ = self.write("plan", std::iter::once(plan));
    }

    /// Keeps a check. What cannot be kept is worked out again.
    pub fn keep_check(&self, number: usize, depth: Depth, check: &Check) {
        let _ = self.write(&name(number, depth), check.fragments());
    }

    fn path(&self, name: &str) -> PathBuf {
        let (prefix, key) = (&self.prefix, &self.key);
        self.folder.join(format!("{prefix}{key}-{name}.sheet"))
    }

    fn write<M: Serialize>(&self, name: &str, messages: impl Iterator<Item = M>) -> io::Result<()> {
        fs::create_dir_all(&self.folder)?;
        self.forget_earlier()?;
        let mut file = tempfile::NamedTempFile::new_in(&self.folder)?;
        let mut writer = BufWriter::new(file.as_file_mut());
        for message in messages {
            for chunk in chunks(&message).map_err(io::Error::other)? {
                write_frame(&mut writer, &chunk).map_err(io::Error::other)?;
            }
        }
        drop(writer);
        file.persist(self.path(name)).map_err(|error| error.error)?;
        Ok(())
    }

    /// Sheets of earlier versions of this check are of no use to anyone.
    fn forget_earlier(&self) -> io::Result<()> {
        let now = format!("{}{}-", self.prefix, self.key);
        for entry in fs::read_dir(&self.folder)?.flatten() {
            let name = entry.file_name().to_string_lossy().into_owned();
            if name.starts_with(&self.prefix) && name.ends_with(".sheet") && !name.starts_with(&now)
            {
                fs::remove_file(entry.path())?;
            }
        }
        Ok(())
    }
}

fn name(number: usize, depth: Depth) -> String {
    match depth {
        Depth::Mistake(mistake) => format!("{number}-mistake-{mistake}"),
        _ => format!("{number}-{depth:?}").to_lowercase(),
    }
}

/// The messages in a file, one after the other, until something is wrong with it.
fn messages<M: DeserializeOwned>(path: PathBuf) -> io::Result<impl Iterator<Item = io::Result<M>>> {
    let mut reader = BufReader::new(File::open(path)?);
    let mut joined = Joined::default();
    Ok(std::iter::from_fn(move || {
        loop {
            let chunk = read_frame::<Chunk>(&mut reader);
            match chunk.and_then(|chunk| joined.add(chunk)) {
                Ok(None) => {}
                Ok(Some(message)) => return Some(Ok(message)),
                Err(error) => return Some(Err(io::Error::other(error))),
            }
        }
    }))
}

/// Where the sheets of a course are kept.
pub fn cache_folder(course: &Course) -> PathBuf {
    course.state_folder().join("cache")
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
