//! Built programs, each under the fingerprint of what it was made from.
//!
//! Two runners may check two texts of one exercise at once. A program that is run must stay what it was built from, so none
//! is ever overwritten, and none is removed while a runner holds it.

use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

/// How many programs of one exercise are kept: a learner goes back to an earlier text now and then.
const KEPT: usize = 3;

/// A built program. It stays where it is as long as this lives.
#[derive(Debug)]
pub struct Executable {
    path: PathBuf,
    /// Locked, where the file system has locks.
    _held: Option<File>,
}

impl Executable {
    fn hold(path: PathBuf) -> Option<Executable> {
        let file = File::open(&path).ok()?;
        let held = file.try_lock_shared().is_ok().then_some(file);
        // It may have been removed just before it was locked.
        path.exists().then_some(Executable { path, _held: held })
    }

    /// Where it is.
    pub fn path(&self) -> &Path {
        &self.path
    }
}

/// The programs of one name.
pub struct Shelf<'a> {
    /// Where programs are built.
    pub folder: &'a Path,
    /// The name of the program.
    pub program: &'a str,
}

impl Shelf<'_> {
    /// The program with this fingerprint, with what rustc said of it, line by line.
    pub fn find(&self, print: &str) -> Option<(Executable, Vec<String>)> {
        let said = fs::read_to_string(self.said(print)).ok()?;
        let executable = Executable::hold(self.path(print))?;
        Some((executable, said.lines().map(str::to_owned).collect()))
    }

    /// Puts the program that rustc has just made onto the shelf, and takes old ones off it.
    pub fn put(&self, made: &Path, print: &str, said: &[String]) -> io::Result<Executable> {
        let path = self.path(print);
        fs::rename(made, &path)?;
        // Last, because a program counts as built only with what was said of it.
        fs::write(self.said(print), said.join("\n"))?;
        let executable = Executable::hold(path).ok_or(io::ErrorKind::NotFound)?;
        self.clear();
        Ok(executable)
    }

    fn path(&self, print: &str) -> PathBuf {
        let name = format!("{}-{print}{}", self.program, std::env::consts::EXE_SUFFIX);
        self.folder.join(name)
    }

    fn said(&self, print: &str) -> PathBuf {
        self.folder.join(format!("{}-{print}.said", self.program))
    }

    fn clear(&self) {
        let mut found: Vec<(SystemTime, String)> = Vec::new();
        for entry in fs::read_dir(self.folder).into_iter().flatten().flatten() {
            let name = entry.file_name().to_string_lossy().into_owned();
            let of_ours = name
                .strip_prefix(self.program)
                .and_then(|rest| rest.strip_prefix('-')?.strip_suffix(".said"));
            if let Some(print) = of_ours {
                let time = entry.metadata().and_then(|about| about.modified());
                found.push((time.unwrap_or(SystemTime::UNIX_EPOCH), print.to_owned()));
            }
        }
        found.sort();
        let many = found.len().saturating_sub(KEPT);
        for (_, print) in &found[..many] {
            let path = self.path(print);
            // Whoever runs it holds a lock on it. What cannot be removed is removed the next time.
            let is_free = File::open(&path).map_or(true, |file| file.try_lock().is_ok());
            if is_free {
                let _ = fs::remove_file(self.said(print)).and_then(|()| fs::remove_file(path));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use std::time::{Duration, Instant};

    use super::*;

    #[test]
    fn a_program_stays_as_long_as_it_is_held_and_old_ones_go() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let shelf = Shelf {
            folder: folder.path(),
            program: "one",
        };
        let put = |print: &str| {
            let made = folder.path().join("one");
            fs::write(&made, print).expect("written");
            let time = SystemTime::UNIX_EPOCH + Duration::from_secs(print.len() as u64);
            let executable = shelf.put(&made, print, &["said".to_owned()]).expect("put");
            let said = File::options().write(true).open(shelf.said(print));
            said.expect("there").set_modified(time).expect("dated");
            executable
        };
        let there = |print: &str| shelf.find(print).is_some();
        // A process that another test is just starting has a lock of ours for a moment, and then it goes the next time.
        let until_gone = |print: &str, newest: &mut String| {
            let until = Instant::now() + Duration::from_secs(60);
            while there(print) && Instant::now() < until {
                newest.push('a');
                drop(put(newest));
            }
            assert!(!there(print), "{print} is still there");
        };
        let held = put("a");
        for print in ["aa", "aaa", "aaaa", "aaaaa"] {
            drop(put(print));
        }
        let mut newest = "aaaaa".to_owned();
        until_gone("aa", &mut newest);
        assert!(there("a"), "it is held");
        assert_eq!(fs::read(held.path()).expect("there"), b"a");
        let (_, said) = shelf.find(&newest).expect("the newest");
        assert_eq!(said, ["said"]);
        drop(held);
        until_gone("a", &mut newest);
        // Another program whose name begins alike is another program.
        fs::write(folder.path().join("one_more-b.said"), "").expect("written");
        newest.push('a');
        drop(put(&newest));
        assert!(folder.path().join("one_more-b.said").exists());
    }

    #[test]
    fn a_program_without_what_was_said_of_it_was_never_finished() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let shelf = Shelf {
            folder: folder.path(),
            program: "one",
        };
        fs::write(shelf.path("a"), "").expect("written");
        assert!(shelf.find("a").is_none());
    }
}
