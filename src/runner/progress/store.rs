//! Keeping the state on disk.
//!
//! Every change is made on what the file says at that moment, under a lock, so that two runners in one course add up
//! instead of overwriting each other. The file is replaced as a whole; the one before it stays as a backup.

use std::fmt;
use std::fs::{self, File};
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use super::state::{FORMAT, Refused, State};
use crate::runner::problem::Problem;
use crate::runner::regular_file::{self, TEXT};
use crate::runner::text;
use crate::runner::words::plain::progress as words;
use crate::runner::workspace::{file, inside};

/// The state of a course and where it is kept.
#[derive(Debug)]
pub struct Store {
    folder: PathBuf,
    state: State,
    /// What was changed in memory only, in order.
    unsaved: Vec<Change>,
}

/// A change that is made again on what the file says.
struct Change(Box<dyn Fn(&mut State) + Send + Sync>);

impl fmt::Debug for Change {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("Change")
    }
}

/// What reading the folder came to.
struct Found {
    state: State,
    notices: Vec<String>,
    /// The state came from the backup, so the file itself has to be written again.
    rescued: bool,
}

impl Store {
    /// Opens the state kept in `folder`, which need not exist. The notices are for the learner.
    ///
    /// Fails only where a newer program wrote the state. A folder that cannot be written is a notice.
    pub fn open(folder: &Path) -> Result<(Store, Vec<String>), Problem> {
        let mut store = Store {
            folder: folder.to_owned(),
            state: State::default(),
            unsaved: Vec::new(),
        };
        let lock = store.lock();
        let found = store.read()?;
        let mut notices = found.notices;
        store.state = found.state;
        let written = lock.and_then(|lock| {
            if found.rescued {
                store.write(&store.state)?;
            }
            drop(lock);
            Ok(())
        });
        if let Err(error) = written {
            notices.push(format!(
                "{} {} {}",
                words::unsaved_in(text::path(folder)),
                file::reason(&error),
                words::forgotten()
            ));
        }
        Ok((store, notices))
    }

    /// The state as it was last read or changed.
    pub fn state(&self) -> &State {
        &self.state
    }

    /// Changes the state, here and on disk. Where the disk refuses, the change still holds until the program ends.
    pub fn change(&mut self, change: impl Fn(&mut State)) -> Result<(), Problem> {
        change(&mut self.state);
        // Where the disk refuses, it refuses once: what was changed before still holds in memory as well.
        let earlier = std::mem::take(&mut self.unsaved);
        let unsaved = |error: io::Error| file::problem(words::unsaved(), &self.path(), &error);
        let lock = self.lock().map_err(unsaved)?;
        // A file that is damaged here was damaged after it was opened: the memory of this program is the better backup.
        let state = match self.read()? {
            found if found.rescued || !found.notices.is_empty() => self.state.clone(),
            found => {
                let mut state = found.state;
                earlier
                    .iter()
                    .for_each(|Change(earlier)| earlier(&mut state));
                change(&mut state);
                state
            }
        };
        self.write(&state).map_err(unsaved)?;
        drop(lock);
        self.state = state;
        Ok(())
    }

    /// Changes the state here, and on disk with the next change or [`Store::save`]: a disk may take its time, and nobody
    /// has to wait for it.
    pub fn change_soon(&mut self, change: impl Fn(&mut State) + Send + Sync + 'static) {
        change(&mut self.state);
        self.unsaved.push(Change(Box::new(change)));
    }

    /// Writes down what was changed in memory only. Says whether there was anything.
    pub fn save(&mut self) -> Result<bool, Problem> {
        match self.unsaved.is_empty() {
            true => Ok(false),
            false => self.change(|_| {}).map(|()| true),
        }
    }

    fn path(&self) -> PathBuf {
        self.folder.join("state.toml")
    }

    fn backup(&self) -> PathBuf {
        self.folder.join("state.backup.toml")
    }

    /// Waits for the other runner, if there is one, to finish its own change. Where a folder has no locks, the rename still
    /// keeps the file whole.
    fn lock(&self) -> io::Result<Option<File>> {
        let lock = self.folder.join("state.lock");
        if let Some(course) = self.folder.parent() {
            inside::check(course, &lock)?;
        }
        file::lock(&lock)
    }

    fn read(&self) -> Result<Found, Problem> {
        let mut notices = Vec::new();
        let mut damaged = false;
        for path in [self.path(), self.backup()] {
            let bytes = match regular_file::read(&path, TEXT).map_err(io::Error::from) {
                Ok(bytes) => bytes,
                // A folder or a plain file in the way of the state folder reads as "not a directory".
                Err(error)
                    if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) =>
                {
                    continue;
                }
                Err(error) => {
                    return Err(file::problem(words::unreadable(), &path, &error));
                }
            };
            match State::decode(&bytes) {
                Ok(state) => {
                    let rescued = path != self.path();
                    if rescued {
                        notices.push(words::from_backup().to_owned());
                    }
                    return Ok(Found {
                        state,
                        notices,
                        rescued,
                    });
                }
                Err(Refused::Newer(format)) => {
                    return Err(Problem::new(
                        words::newer(format, FORMAT),
                        words::install_the_newer(),
                    )
                    .at(path.display()));
                }
                Err(Refused::Damaged(why)) => {
                    damaged = true;
                    let place = match self.put_aside(&path) {
                        Ok(aside) => words::kept_as(text::path(&aside)),
                        Err(error) => words::stays_there(text::path(&path), error),
                    };
                    notices.push(format!("{} {why} {place}", words::damaged()));
                }
            }
        }
        if damaged {
            notices.push(words::no_backup().to_owned());
        }
        Ok(Found {
            state: State::default(),
            notices,
            rescued: false,
        })
    }

    /// Renames a damaged file to a free name. The lock is held, so nobody takes the name in between.
    fn put_aside(&self, path: &Path) -> io::Result<PathBuf> {
        let mut number = 1;
        loop {
            let aside = self.folder.join(format!("state.damaged-{number}.toml"));
            if !aside.exists() {
                fs::rename(path, &aside)?;
                file::flush_folder(&self.folder)?;
                return Ok(aside);
            }
            number += 1;
        }
    }

    fn write(&self, state: &State) -> io::Result<()> {
        let text = state.encode().map_err(io::Error::other)?;
        // What is there now has just been read and found good, so it may become the backup. It gets a second name
        // instead of being renamed: at no moment is there no state file.
        let (path, backup) = (self.path(), self.backup());
        if path.symlink_metadata().is_ok_and(|about| about.is_file()) {
            file::keep_as(&path, &backup)?;
        }
        file::replace(&path, text.as_bytes())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn done(name: &'static str) -> impl Fn(&mut State) {
        move |state| state.record(name).done = true
    }

    fn is_done(store: &Store, name: &str) -> bool {
        store
            .state()
            .exercises
            .get(name)
            .is_some_and(|record| record.done)
    }

    fn opened(folder: &Path) -> (Store, String) {
        let (store, notices) = Store::open(folder).expect("opens");
        (store, notices.join("\n"))
    }

    #[test]
    fn a_state_is_there_again_after_the_program_ended() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        opened(folder.path()).0.change(done("one")).expect("saved");
        let (store, notices) = opened(folder.path());
        assert!(is_done(&store, "one"));
        assert_eq!(notices, "");
    }

    #[test]
    fn what_is_changed_soon_holds_at_once_and_is_written_before_whatever_is_changed_later() {
        let undone = |state: &mut State| state.record("one").done = false;
        type Later = fn(&mut Store) -> Result<(), Problem>;
        let later: [(&str, Later, bool); 3] = [
            ("nothing", |_| Ok(()), false),
            ("saved", |store| store.save().map(drop), true),
            ("another change", |store| store.change(done("two")), true),
        ];
        for (what, later, written) in later {
            let folder = tempfile::tempdir().expect("a temporary folder");
            let mut store = opened(folder.path()).0;
            store.change_soon(done("one"));
            assert!(is_done(&store, "one"), "{what}: in memory");
            // Somebody else's change in between is not lost.
            opened(folder.path())
                .0
                .change(done("three"))
                .expect("saved");
            later(&mut store).expect("saved");
            let read = opened(folder.path()).0;
            assert_eq!(is_done(&read, "one"), written, "{what}: on disk");
            assert!(is_done(&read, "three"), "{what}: somebody else's");
            // Once is enough: what is changed back stays so.
            store.change(undone).expect("saved");
            store.save().expect("saved");
            assert!(!is_done(&opened(folder.path()).0, "one"), "{what}: undone");
        }
    }

    #[test]
    fn a_damaged_file_is_kept_aside_and_the_backup_used() {
        let table: [(&str, &[u8]); 4] = [
            ("empty after a power cut", b""),
            ("zeros after a power cut", &[0; 64]),
            ("malformed", b"format = 1\n[exercises"),
            ("cut between two lines", b"format = 1\n"),
        ];
        for (what, bytes) in table {
            let folder = tempfile::tempdir().expect("a temporary folder");
            let (mut store, _) = opened(folder.path());
            store.change(done("one")).expect("saved");
            store.change(done("two")).expect("saved");
            fs::write(folder.path().join("state.toml"), bytes).expect("damaged");
            let (store, notices) = opened(folder.path());
            assert!(is_done(&store, "one"), "{what}");
            assert!(
                notices.contains("state.damaged-1.toml"),
                "{what}: {notices}"
            );
            assert!(notices.contains("from the backup"), "{what}: {notices}");
            let kept = fs::read(folder.path().join("state.damaged-1.toml")).expect("kept aside");
            assert_eq!(kept, bytes, "{what}");
            assert_eq!(opened(folder.path()).1, "", "{what}: told once");
        }
    }

    #[test]
    fn when_both_files_are_damaged_both_are_kept_and_the_learner_is_told() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let (mut store, _) = opened(folder.path());
        store.change(done("one")).expect("saved");
        store.change(done("two")).expect("saved");
        for name in ["state.toml", "state.backup.toml"] {
            fs::write(folder.path().join(name), "no").expect("damaged");
        }
        let (mut store, notices) = opened(folder.path());
        assert!(!is_done(&store, "one"));
        assert!(notices.contains("state.damaged-2.toml"), "{notices}");
        assert!(notices.contains("no backup"), "{notices}");
        store.change(done("three")).expect("saved");
        assert!(is_done(&opened(folder.path()).0, "three"));
    }

    #[test]
    fn whatever_a_crash_leaves_behind_the_old_state_or_the_new_one_is_read() {
        // Each entry is a folder as it is at one moment of a write: the files beside a good state.
        let table: [&[(&str, &str)]; 4] = [
            &[(".gradlings-new-aB3dEf", "")],
            &[(".gradlings-new-aB3dEf", "format = 1\n[exer")],
            &[
                (".gradlings-new-aB3dEf", "x"),
                (".gradlings-new-gH1jKl", "y"),
            ],
            // As older versions left them.
            &[(".state.toml.new", "x"), (".state.backup.toml.new", "y")],
        ];
        for left in table {
            let folder = tempfile::tempdir().expect("a temporary folder");
            opened(folder.path()).0.change(done("one")).expect("saved");
            for (name, text) in left {
                fs::write(folder.path().join(name), text).expect("left behind");
            }
            let (mut store, notices) = opened(folder.path());
            assert!(is_done(&store, "one"), "{left:?}");
            assert_eq!(notices, "", "{left:?}");
            store.change(done("two")).expect("saved");
            let (store, _) = opened(folder.path());
            assert!(is_done(&store, "one") && is_done(&store, "two"), "{left:?}");
        }
    }

    #[test]
    fn two_runners_add_up() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let (mut first, _) = opened(folder.path());
        let (mut second, _) = opened(folder.path());
        first.change(done("one")).expect("saved");
        second.change(done("two")).expect("saved");
        first.change(done("three")).expect("saved");
        let (store, _) = opened(folder.path());
        for name in ["one", "two", "three"] {
            assert!(is_done(&store, name), "{name}");
        }
    }

    #[test]
    fn a_state_of_a_newer_program_is_told_and_left_alone() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let path = folder.path().join("state.toml");
        fs::write(&path, "format = 2\n").expect("written");
        let problem = Store::open(folder.path()).expect_err("a newer format");
        assert!(problem.what.contains("newer"), "{problem}");
        assert_eq!(fs::read(&path).expect("readable"), b"format = 2\n");
        assert!(!folder.path().join("state.damaged-1.toml").exists());
    }

    #[test]
    fn a_folder_that_cannot_be_written_is_a_notice_and_the_changes_hold_in_memory() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        // A file where the folder should be stops the superuser as well, whom permissions do not.
        let blocked = folder.path().join("state");
        fs::write(&blocked, "in the way").expect("written");
        let (mut store, notices) = opened(&blocked);
        assert!(notices.contains("cannot be saved"), "{notices}");
        store.change(done("one")).expect_err("still blocked");
        assert!(is_done(&store, "one"));
    }
}
