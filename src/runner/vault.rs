//! Keeps what cargo made of the solutions out of reach while a learner's file is compiled.
//!
//! The compiler has to read and write the whole folder that cargo builds into, and `include_bytes!` reads what the
//! compiler reads: without the vault, a built reference with its labels could be included by a learner's file.

use std::fs::{self, File, OpenOptions, TryLockError};
use std::io;
use std::path::{Path, PathBuf};
use std::thread;
use std::time::Duration;

use crate::runner::process::Stop;

/// The folders of a profile in which cargo puts files that are called after a program.
const FOLDERS: [&str; 3] = ["", "deps", "incremental"];

/// How long to wait before asking again for the lock that another cargo holds.
const PAUSE: Duration = Duration::from_millis(20);

/// Where cargo builds, and where the solutions' part of it is kept meanwhile.
pub struct Vault {
    built: PathBuf,
    kept: PathBuf,
}

impl Vault {
    /// The vault of a course: `target` is where cargo builds, `state` what the program keeps.
    pub fn new(target: &Path, state: &Path) -> Vault {
        Vault {
            built: target.join("exercise"),
            kept: state.join("references"),
        }
    }

    /// Puts everything away that was built from solutions. Stopping ends it early, and so does a folder that cannot be
    /// written: then cargo cannot build either.
    pub fn close(&self, stop: &Stop) -> io::Result<()> {
        self.moved(&self.built, &self.kept, &is_of_a_solution, stop)
    }

    /// Brings back what was built from the solution whose program is called `program`, so that cargo finds it fresh.
    pub fn open(&self, program: &str, stop: &Stop) -> io::Result<()> {
        let is_its_own = |name: &str| stem(name) == program;
        self.moved(&self.kept, &self.built, &is_its_own, stop)
    }

    fn moved(
        &self,
        from: &Path,
        to: &Path,
        wanted: &dyn Fn(&str) -> bool,
        stop: &Stop,
    ) -> io::Result<()> {
        let mut found = Vec::new();
        for folder in FOLDERS {
            let entries = match fs::read_dir(from.join(folder)) {
                Ok(entries) => entries,
                Err(error) if error.kind() == io::ErrorKind::NotFound => continue,
                Err(error) => return Err(error),
            };
            for entry in entries {
                let name = entry?.file_name();
                if wanted(&name.to_string_lossy()) {
                    found.push((folder, name));
                }
            }
        }
        // Mostly there is nothing to move, and then nobody has to wait for the lock.
        if found.is_empty() {
            return Ok(());
        }
        let _lock = self.lock(stop)?;
        for (folder, name) in found {
            let to = to.join(folder);
            fs::create_dir_all(&to)?;
            let to = to.join(&name);
            if to.is_dir() {
                fs::remove_dir_all(&to)?;
            }
            match fs::rename(from.join(folder).join(&name), to) {
                // Another runner was faster.
                Err(error) if error.kind() == io::ErrorKind::NotFound => {}
                moved => moved?,
            }
        }
        Ok(())
    }

    /// The lock that cargo holds while it builds.
    fn lock(&self, stop: &Stop) -> io::Result<Option<File>> {
        let lock = OpenOptions::new()
            .write(true)
            .open(self.built.join(".cargo-lock"));
        let Ok(lock) = lock else { return Ok(None) };
        loop {
            match lock.try_lock() {
                Ok(()) => return Ok(Some(lock)),
                Err(TryLockError::WouldBlock) if !stop.is_stopped() => thread::sleep(PAUSE),
                Err(TryLockError::WouldBlock) => {
                    return Err(io::Error::from(io::ErrorKind::Interrupted));
                }
                // A file system without locks: cargo does without as well.
                Err(TryLockError::Error(_)) => return Ok(None),
            }
        }
    }
}

/// `mse_solution`, `mse_solution.d`, `mse_solution-1a2b`, `mse_solution.exe`, and the same of the proofs.
fn is_of_a_solution(name: &str) -> bool {
    let stem = stem(name);
    stem.ends_with("_solution") || stem.ends_with("_proof")
}

/// The name of the program that a file is called after.
fn stem(name: &str) -> &str {
    let end = name.find(['-', '.']).unwrap_or(name.len());
    &name[..end]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all(folder: &Path) -> Vec<String> {
        let mut found = Vec::new();
        for inside in FOLDERS {
            for entry in fs::read_dir(folder.join(inside)).into_iter().flatten() {
                let entry = entry.expect("readable");
                let name = entry.file_name().to_string_lossy().into_owned();
                if !FOLDERS.contains(&name.as_str()) {
                    found.push(format!("{inside}/{name}"));
                }
            }
        }
        found.sort();
        found
    }

    #[test]
    fn what_was_built_from_solutions_is_put_away_whole_and_comes_back_one_by_one() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let vault = Vault::new(&folder.path().join("target"), folder.path());
        let write = |path: &str| {
            let path = vault.built.join(path);
            fs::create_dir_all(path.parent().expect("inside")).expect("made");
            fs::write(path, "x").expect("written");
        };
        let solutions = [
            "mse_solution",
            "mse_solution.d",
            "deps/mse_solution-1a",
            "deps/mse_solution-1a.d",
            "incremental/mse_solution-2b/s-1/x",
            "l2_solution",
            "l2_proof",
        ];
        let others = [
            "mse",
            "deps/mse-1a",
            "deps/libdfdx-1.rlib",
            "incremental/mse-2b/x",
        ];
        for path in solutions.iter().chain(&others) {
            write(path);
        }
        let before = all(&vault.built);
        let stop = Stop::default();

        vault.close(&stop).expect("moved");
        let left = all(&vault.built);
        assert_eq!(
            left,
            [
                "/mse",
                "deps/libdfdx-1.rlib",
                "deps/mse-1a",
                "incremental/mse-2b"
            ]
        );
        assert_eq!(before.len(), left.len() + all(&vault.kept).len());

        vault.open("mse_solution", &stop).expect("moved");
        assert_eq!(all(&vault.kept), ["/l2_proof", "/l2_solution"]);
        assert!(
            vault
                .built
                .join("incremental/mse_solution-2b/s-1/x")
                .exists()
        );
        vault.close(&stop).expect("moved over what is there");
        vault.close(&stop).expect("nothing to move");
    }

    #[test]
    fn a_build_that_holds_the_lock_is_waited_for_until_the_check_is_stopped() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let vault = Vault::new(&folder.path().join("target"), folder.path());
        fs::create_dir_all(&vault.built).expect("made");
        fs::write(vault.built.join("mse_solution"), "x").expect("written");
        let lock = File::create(vault.built.join(".cargo-lock")).expect("made");
        lock.lock().expect("locked");
        let stop = Stop::default();
        stop.stop();
        let error = vault.close(&stop).expect_err("still locked");
        assert_eq!(error.kind(), io::ErrorKind::Interrupted);
        drop(lock);
        vault.close(&stop).expect("free now");
        assert!(vault.kept.join("mse_solution").exists());
    }
}
