//! The folder that one run of a program may write into. It goes with the run, and where the runner was killed, with the next
//! run of anybody.

use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};

/// A new folder, and the lock that says that its owner lives.
pub struct Scratch {
    folder: PathBuf,
    /// A file beside the folder, where the program cannot reach it. The system gives the lock up when this process ends,
    /// however it ends.
    _lock: File,
}

const BEGINNING: &str = "run-";
const LOCK: &str = ".lock";

impl Scratch {
    /// A new folder in `above`, or in the system's folder for temporary files, or `None` where nothing can be written at
    /// all. What others have left in `above` is removed first.
    pub fn new(above: &Path) -> Option<Scratch> {
        Scratch::inside(above)
            .or_else(|_| Scratch::in_folder(&std::env::temp_dir()))
            .ok()
    }

    /// A new folder in `above` and nowhere else. What others have left there is removed first.
    ///
    /// # Errors
    /// If nothing can be made there.
    pub fn inside(above: &Path) -> io::Result<Scratch> {
        fs::create_dir_all(above)?;
        sweep(above);
        Scratch::in_folder(above)
    }

    fn in_folder(above: &Path) -> io::Result<Scratch> {
        loop {
            let mut builder = tempfile::Builder::new();
            builder.prefix(BEGINNING).suffix(LOCK);
            let (lock, path) = builder.tempfile_in(above)?.keep()?;
            // Where files cannot be locked, nobody can take it for one that is left.
            let is_ours = !matches!(lock.try_lock(), Err(fs::TryLockError::WouldBlock));
            // Whoever sweeps may have come between the two.
            if !is_ours || !path.exists() {
                continue;
            }
            let folder = path.with_extension("");
            if let Err(error) = make(&folder) {
                let _ = fs::remove_file(path);
                return Err(error);
            }
            return Ok(Scratch {
                folder,
                _lock: lock,
            });
        }
    }

    /// Where it is.
    pub fn path(&self) -> &Path {
        &self.folder
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        remove(&self.folder);
    }
}

/// Removes the folders whose owner has ended. Those of a running one are locked.
fn sweep(above: &Path) {
    if !is_folder(above) {
        return;
    }
    for entry in fs::read_dir(above).into_iter().flatten().flatten() {
        let name = entry.file_name();
        let name = name.to_string_lossy();
        // A course may come from a stranger: a pipe would never open, and a link leads to what is not ours.
        let is_file = entry.file_type().is_ok_and(|kind| kind.is_file());
        if !is_file || !name.starts_with(BEGINNING) || !name.ends_with(LOCK) {
            continue;
        }
        let path = entry.path();
        // It stays locked until it is gone, so that two who sweep do not meet.
        let lock = File::open(&path);
        if lock.as_ref().is_ok_and(|lock| lock.try_lock().is_ok()) {
            remove(&path.with_extension(""));
        }
    }
}

/// Removes a folder, and then its lock: a folder without one belongs to nobody who could be asked.
fn remove(folder: &Path) {
    let is_gone = match is_folder(folder) {
        true => empty(folder).and_then(|()| fs::remove_dir(folder)).is_ok(),
        false => fs::symlink_metadata(folder).is_err(),
    };
    if is_gone {
        let _ = fs::remove_file(lock_of(folder));
    }
}

/// Whether it is a folder itself, not a link to one.
fn is_folder(path: &Path) -> bool {
    fs::symlink_metadata(path).is_ok_and(|it| it.is_dir())
}

fn lock_of(folder: &Path) -> PathBuf {
    let mut name = folder.file_name().unwrap_or_default().to_owned();
    name.push(LOCK);
    folder.with_file_name(name)
}

/// Empties a folder in which a stranger's program has written. It may be a hundred thousand folders deep, which neither a
/// path nor a stack nor the descriptors of this process reach, so folders are moved to the top one by one; and some
/// may be closed to everybody.
fn empty(folder: &Path) -> io::Result<()> {
    let mut moved: u64 = 0;
    loop {
        let mut folders = 0;
        for entry in fs::read_dir(folder)? {
            let entry = entry?;
            if !entry.file_type()?.is_dir() {
                fs::remove_file(entry.path())?;
                continue;
            }
            folders += 1;
            open(&entry.path())?;
            for inner in fs::read_dir(entry.path())? {
                let inner = inner?;
                if !inner.file_type()?.is_dir() {
                    fs::remove_file(inner.path())?;
                    continue;
                }
                open(&inner.path())?;
                if fs::remove_dir(inner.path()).is_ok() {
                    continue;
                }
                // The name may be one that the program has chosen as well.
                let place = loop {
                    moved += 1;
                    let place = folder.join(format!("moved-{moved}"));
                    if fs::symlink_metadata(&place).is_err() {
                        break place;
                    }
                };
                fs::rename(inner.path(), place)?;
            }
            fs::remove_dir(entry.path())?;
        }
        if folders == 0 {
            return Ok(());
        }
    }
}

#[cfg(unix)]
fn open(folder: &Path) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    fs::set_permissions(folder, fs::Permissions::from_mode(0o700))
}

#[cfg(not(unix))]
fn open(_folder: &Path) -> io::Result<()> {
    Ok(())
}

/// Makes a folder for this user alone.
#[cfg(unix)]
fn make(folder: &Path) -> io::Result<()> {
    use std::os::unix::fs::DirBuilderExt;
    fs::DirBuilder::new().mode(0o700).create(folder)
}

#[cfg(not(unix))]
fn make(folder: &Path) -> io::Result<()> {
    fs::create_dir(folder)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(folder: &Path) -> Vec<String> {
        let entries = fs::read_dir(folder).expect("there").flatten();
        let mut names: Vec<String> = entries
            .map(|entry| entry.file_name().to_string_lossy().into_owned())
            .collect();
        names.sort();
        names
    }

    #[test]
    fn what_a_killed_runner_left_goes_and_what_a_running_one_has_stays() {
        let above = tempfile::tempdir().expect("a temporary folder");
        let running = Scratch::new(above.path()).expect("made");
        fs::write(running.path().join("mine"), "x").expect("written");
        let left = above.path().join("run-left");
        fs::create_dir_all(left.join("inner")).expect("made");
        fs::write(left.join("inner/file"), "x").expect("written");
        fs::write(above.path().join("run-left.lock"), "").expect("written");
        let another = Scratch::new(above.path()).expect("made");
        assert!(!left.exists());
        assert!(running.path().join("mine").exists());
        drop(another);
        assert_eq!(names(above.path()).len(), 2, "{:?}", names(above.path()));
        drop(running);
        assert_eq!(names(above.path()), [""; 0]);
    }

    #[test]
    fn where_it_has_to_be_inside_it_is_nowhere_else() {
        let above = tempfile::tempdir().expect("a temporary folder");
        let file = above.path().join("file");
        fs::write(&file, "x").expect("written");
        assert!(Scratch::inside(&file).is_err());
        let elsewhere = Scratch::new(&file).expect("somewhere");
        assert!(!elsewhere.path().starts_with(above.path()));
        let inside = Scratch::inside(&above.path().join("new")).expect("made");
        assert!(inside.path().starts_with(above.path()));
    }

    #[test]
    fn a_folder_without_a_lock_belongs_to_somebody_who_cannot_be_asked() {
        let above = tempfile::tempdir().expect("a temporary folder");
        fs::create_dir(above.path().join("run-unknown")).expect("made");
        drop(Scratch::new(above.path()));
        assert_eq!(names(above.path()), ["run-unknown"]);
    }

    #[test]
    #[cfg(unix)]
    fn nothing_is_removed_through_a_link_and_no_pipe_is_waited_for() {
        use std::os::unix::fs::symlink;
        let (above, home) = (tempfile::tempdir(), tempfile::tempdir());
        let (above, home) = (above.expect("made"), home.expect("made"));
        let letter = home.path().join("letter");
        fs::write(&letter, "x").expect("written");
        let there = |name: &str| above.path().join(name);
        symlink(home.path(), there("run-link")).expect("made");
        fs::write(there("run-link.lock"), "").expect("written");
        fs::create_dir(there("run-pipe")).expect("made");
        let pipe = std::process::Command::new("mkfifo")
            .arg(there("run-pipe.lock"))
            .status();
        assert!(pipe.expect("started").success());
        fs::create_dir_all(there("run-inner/inner")).expect("made");
        symlink(home.path(), there("run-inner/link")).expect("made");
        symlink(home.path(), there("run-inner/inner/link")).expect("made");
        fs::write(there("run-inner.lock"), "").expect("written");
        drop(Scratch::new(above.path()));
        assert!(letter.exists());
        assert!(!there("run-inner").exists());
        // The folder itself may be a link as well.
        let link = home.path().join("scratch");
        symlink(above.path(), &link).expect("made");
        fs::create_dir(there("run-left")).expect("made");
        fs::write(there("run-left.lock"), "").expect("written");
        drop(Scratch::new(&link));
        assert!(there("run-left").exists());
    }

    #[test]
    #[cfg(unix)]
    fn a_folder_is_emptied_however_deep_and_however_closed_it_is() {
        let above = tempfile::tempdir().expect("a temporary folder");
        let scratch = Scratch::new(above.path()).expect("made");
        // Built from the bottom, because no path is that long.
        let top = scratch.path();
        fs::create_dir(top.join("a")).expect("made");
        for _ in 0..3_000 {
            fs::create_dir(top.join("b")).expect("made");
            fs::rename(top.join("a"), top.join("b/a")).expect("moved");
            fs::rename(top.join("b"), top.join("a")).expect("moved");
        }
        fs::create_dir(top.join("moved-1")).expect("made");
        fs::write(top.join("moved-1/file"), "x").expect("written");
        for name in ["closed/inner", "closed"] {
            use std::os::unix::fs::PermissionsExt;
            fs::create_dir_all(top.join(name)).expect("made");
            let nothing = fs::Permissions::from_mode(0o0);
            fs::set_permissions(top.join(name), nothing).expect("closed");
        }
        drop(scratch);
        assert_eq!(names(above.path()), [""; 0]);
    }
}
