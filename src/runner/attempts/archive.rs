//! The attempts of one exercise on disk.
//!
//! What is in the folder may have been put there by anybody: only plain files with a name that this module would have
//! given count, and what cannot be read is passed over. A text is written before what is known of it, so a crash in
//! between leaves an attempt of which less is known, and never half of a text.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use super::entry::Entry;
use super::{Attempt, AttemptSummary, Judged};
use crate::runner::course::{Course, Exercise};
use crate::runner::outcome::Verdict;
use crate::runner::regular_file::{self, TEXT};
use crate::runner::words::screen::attempts as words;
use crate::runner::workspace::{file, inside};

/// How much is kept of one exercise. What a restore took out of the file does not count, and is never removed.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// Attempts.
    pub attempts: usize,
    /// Bytes of all their files.
    pub bytes: u64,
    /// Bytes of one text; a longer one is not kept when it is judged.
    pub text: usize,
}

const LIMITS: Limits = Limits {
    attempts: 50,
    bytes: 1 << 20,
    text: 256 << 10,
};

/// The attempts of one exercise.
#[derive(Clone, Debug)]
pub struct Archive {
    /// What nothing is written outside of.
    root: PathBuf,
    folder: PathBuf,
    limits: Limits,
}

impl Archive {
    /// The attempts of an exercise of a course.
    pub fn of(course: &Course, exercise: &Exercise) -> Archive {
        let folder = course.state_folder().join("attempts");
        Archive {
            root: course.root.clone(),
            folder: folder.join(&exercise.name),
            limits: LIMITS,
        }
    }

    /// The attempts in a folder, which need not be there.
    pub fn at(folder: PathBuf, limits: Limits) -> Archive {
        Archive {
            root: folder.clone(),
            folder,
            limits,
        }
    }

    /// Where they are.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// The file with the text of an attempt.
    pub fn path(&self, number: u32) -> PathBuf {
        self.folder.join(format!("{number:04}.rs"))
    }

    /// Their numbers, the oldest first.
    pub fn numbers(&self) -> Vec<u32> {
        self.sizes().into_keys().collect()
    }

    /// What a list says of them, the oldest first.
    pub fn list(&self) -> Vec<AttemptSummary> {
        let numbers = self.numbers().into_iter();
        numbers
            .map(|number| summary(number, &self.entry(number)))
            .collect()
    }

    /// One attempt.
    pub fn read(&self, number: u32) -> io::Result<Attempt> {
        let entry = self.entry(number);
        Ok(Attempt {
            summary: summary(number, &entry),
            text: String::from_utf8_lossy(&self.text(number)?).into_owned(),
            training: entry.training.clone(),
            curves: entry.curves(),
            declared: entry.declared(),
        })
    }

    /// The bytes of the text of an attempt.
    pub fn text(&self, number: u32) -> io::Result<Vec<u8>> {
        Ok(regular_file::read(&self.path(number), TEXT)?)
    }

    /// Keeps a text that was judged, and says under which number: a text that is there already keeps its number and gets
    /// the new verdict. `None` where the text is too long to be kept.
    pub fn keep(&self, judged: &Judged) -> io::Result<Option<u32>> {
        if judged.text.len() > self.limits.text {
            return Ok(None);
        }
        let lock = self.lock()?;
        let known = self.find(&judged.text);
        let mut entry = Entry::new(judged);
        if let Some(number) = known {
            let before = self.entry(number);
            // That the time ran out once tells nothing about a text of which more is known.
            if judged.verdict == Verdict::TimedOut && before.verdict.is_some() {
                return Ok(known);
            }
            entry.replaced = before.replaced;
        }
        let number = self.write(known, &judged.text, &entry)?;
        self.make_room(number)?;
        drop(lock);
        Ok(Some(number))
    }

    /// Keeps a text that is about to be replaced in the learner's file, for as long as the folder is there, and says
    /// under which number.
    pub fn keep_replaced(&self, text: &[u8]) -> io::Result<u32> {
        let lock = self.lock()?;
        let known = self.find(text);
        let mut entry = known.map_or_else(Entry::default, |number| self.entry(number));
        entry.replace(SystemTime::now());
        let number = self.write(known, text, &entry)?;
        drop(lock);
        Ok(number)
    }

    /// The number of an attempt with this text.
    fn find(&self, text: &[u8]) -> Option<u32> {
        let long = u64::try_from(text.len()).ok()?;
        let same_length = self.sizes().into_iter().rev();
        same_length
            .filter(|(_, length)| *length == long)
            .map(|(number, _)| number)
            .find(|number| self.text(*number).is_ok_and(|found| found == text))
    }

    fn write(&self, known: Option<u32>, text: &[u8], entry: &Entry) -> io::Result<u32> {
        let number = match known {
            Some(number) => number,
            None => {
                let last = self.numbers().last().copied().unwrap_or(0);
                let number = last.checked_add(1);
                let number = number.ok_or_else(|| io::Error::other(words::numbers_used_up()))?;
                file::replace(&self.path(number), text)?;
                number
            }
        };
        let known = entry.encode(number).map_err(io::Error::other)?;
        file::replace(&self.about(number), known.as_bytes())?;
        Ok(number)
    }

    /// Removes what is worth least until the rest is within the limits: what was not written to its end first, what
    /// passed last, and the oldest of each first. The newest stays, so that its number is not given again.
    fn make_room(&self, newest: u32) -> io::Result<()> {
        let sizes = self.sizes();
        let bytes: u64 = sizes.keys().map(|number| self.bytes(*number)).sum();
        // Most of the time there is room, whatever was replaced.
        if sizes.len() <= self.limits.attempts && bytes <= self.limits.bytes {
            return Ok(());
        }
        let last = sizes.keys().next_back().copied();
        let mut removable: Vec<(u8, u32, u64)> = sizes
            .keys()
            .map(|number| (*number, self.entry(*number)))
            .filter(|(_, entry)| !entry.replaced)
            .map(|(number, entry)| (worth(entry.verdict), number, self.bytes(number)))
            .collect();
        removable.sort_unstable();
        let mut left = removable.len();
        let mut bytes: u64 = removable.iter().map(|(_, _, bytes)| bytes).sum();
        for (_, number, size) in removable {
            if left <= self.limits.attempts && bytes <= self.limits.bytes {
                break;
            }
            if number == newest || Some(number) == last {
                continue;
            }
            match fs::remove_file(self.about(number)) {
                Err(error) if error.kind() != ErrorKind::NotFound => return Err(error),
                _ => fs::remove_file(self.path(number))?,
            }
            left -= 1;
            bytes -= size;
        }
        Ok(())
    }

    /// The lengths of the texts, by number.
    fn sizes(&self) -> BTreeMap<u32, u64> {
        let entries = fs::read_dir(&self.folder).into_iter().flatten().flatten();
        let texts = entries.filter_map(|entry| {
            let number = number(entry.file_name().to_str()?)?;
            let about = entry.metadata().ok()?;
            about.is_file().then_some((number, about.len()))
        });
        texts.collect()
    }

    fn bytes(&self, number: u32) -> u64 {
        let length = |path| fs::metadata(path).map_or(0, |about| about.len());
        length(self.path(number)) + length(self.about(number))
    }

    fn about(&self, number: u32) -> PathBuf {
        self.path(number).with_extension("toml")
    }

    fn entry(&self, number: u32) -> Entry {
        regular_file::read(&self.about(number), TEXT)
            .map_or_else(|_| Entry::default(), |bytes| Entry::decode(&bytes))
    }

    /// Waits for another runner that is about to give out a number. Where a folder has no locks, two runners in one
    /// exercise are rare.
    fn lock(&self) -> io::Result<Option<File>> {
        let lock = self.folder.join("attempts.lock");
        inside::check(&self.root, &lock)?;
        file::lock(&lock)
    }
}

/// The number of a file that this module would have written.
fn number(name: &str) -> Option<u32> {
    let number: u32 = name.strip_suffix(".rs")?.parse().ok()?;
    (number > 0 && name == format!("{number:04}.rs")).then_some(number)
}

fn worth(verdict: Option<Verdict>) -> u8 {
    match verdict {
        Some(Verdict::Passed) => 2,
        Some(Verdict::CompileError | Verdict::Todo) => 0,
        _ => 1,
    }
}

fn summary(number: u32, entry: &Entry) -> AttemptSummary {
    AttemptSummary {
        number,
        verdict: entry.verdict,
        judged: entry.judged(),
        message: entry.message.clone(),
        has_curves: entry.has_curves(),
    }
}

#[cfg(test)]
mod tests;
