//! The folder of the results: one file for each piece of work, under its fingerprint, written whole or not at all.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::Mutex;

use serde::Serialize;

use super::graded::Graded;
use crate::runner::outcome::Timings;
use crate::runner::problem::Problem;
use crate::runner::regular_file;
use crate::runner::words::plain::grade as words;
use crate::runner::workspace::file;

/// The most that is read of one file: what a check says is bounded.
const MOST: u64 = 64 << 20;

/// A folder of results.
pub struct Results {
    root: PathBuf,
    times: Mutex<()>,
}

/// How long a piece of work took, and where: a line in a file of its own.
#[derive(Serialize)]
struct Took<'a> {
    schema: u32,
    key: &'a str,
    exercise: &'a str,
    machine: &'a str,
    build_seconds: f64,
    run_seconds: f64,
    seconds: f64,
    tries: u32,
}

impl Results {
    /// The folder at `root`, which is made where there is none.
    pub fn open(root: &Path) -> Result<Results, Problem> {
        let results = Results::at(root);
        let folder = results.graded();
        fs::create_dir_all(&folder).map_err(|error| unwritable(&folder, &error))?;
        Ok(results)
    }

    /// The folder at `root`, which is only read.
    pub fn at(root: &Path) -> Results {
        Results {
            root: root.to_owned(),
            times: Mutex::default(),
        }
    }

    /// Where it is.
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// What the work of that name came to, if it is known. A file that is damaged is none: the work is done again.
    pub fn find(&self, key: &str) -> Option<Graded> {
        let bytes = regular_file::read(&self.path(key), MOST).ok()?;
        let graded: Graded = serde_json::from_slice(&bytes).ok()?;
        graded.is_of(key).then_some(graded)
    }

    /// Keeps what a piece of work came to.
    pub fn keep(&self, graded: &Graded) -> Result<(), Problem> {
        let path = self.path(&graded.key);
        let written = serde_json::to_vec(graded).map_err(io::Error::from);
        let written = written.and_then(|bytes| file::replace(&path, &bytes));
        written.map_err(|error| unwritable(&path, &error))
    }

    /// Writes down how long it took. Nothing follows from that, so it is no fault where it cannot be written.
    pub fn took(&self, graded: &Graded, timings: &Timings, tries: u32, machine: &str) {
        let seconds = |time: std::time::Duration| (time.as_secs_f64() * 1e3).round() / 1e3;
        let line = serde_json::to_string(&Took {
            schema: 1,
            key: &graded.key,
            exercise: &graded.outcome.name,
            machine,
            build_seconds: seconds(timings.build),
            run_seconds: seconds(timings.run),
            seconds: seconds(timings.total),
            tries,
        });
        let path = self.root.join("times.jsonl");
        // Lines of several threads are not to be mixed.
        let _alone = self.times.lock();
        let file = File::options().create(true).append(true).open(path);
        if let (Ok(line), Ok(mut file)) = (line, file) {
            let _ = file.write_all(format!("{line}\n").as_bytes());
        }
    }

    /// The seconds that each piece of work took, the last time, as far as that is known.
    pub fn times(&self) -> BTreeMap<String, f64> {
        let text = regular_file::read_text(&self.root.join("times.jsonl"), MOST);
        let text = text.unwrap_or_default();
        let lines = text.lines().filter_map(|line| {
            // A line that was cut off says nothing.
            let line: serde_json::Value = serde_json::from_str(line).ok()?;
            Some((line["key"].as_str()?.to_owned(), line["seconds"].as_f64()?))
        });
        lines.collect()
    }

    /// Takes over what another folder of results knows of these pieces of work, and says how many are known to neither.
    pub fn take<'k>(
        &self,
        part: &Results,
        keys: impl Iterator<Item = &'k str>,
    ) -> Result<usize, Problem> {
        let mut missing = 0;
        for key in keys.filter(|key| self.find(key).is_none()) {
            match part.find(key) {
                Some(graded) => self.keep(&graded)?,
                None => missing += 1,
            }
        }
        Ok(missing)
    }

    /// Writes a file of the results, whole or not at all.
    pub fn write(&self, name: &Path, bytes: &[u8]) -> Result<(), Problem> {
        let path = self.root.join(name);
        file::replace(&path, bytes).map_err(|error| unwritable(&path, &error))
    }

    fn graded(&self) -> PathBuf {
        self.root.join("graded")
    }

    fn path(&self, key: &str) -> PathBuf {
        self.graded().join(format!("{key}.json"))
    }
}

fn unwritable(path: &Path, error: &io::Error) -> Problem {
    file::problem(words::not_kept(), path, error)
}
