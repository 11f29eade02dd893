//! Noticing that an exercise was saved.
//!
//! Editors save in many ways: they write in place, in pieces, or write a new file and rename it over the old one. So the
//! whole folder is watched, a burst of events counts as one save once it is over, and a file counts as changed only when
//! its content did.

use std::collections::HashMap;
use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::thread;
use std::time::{Duration, Instant};

use notify::{
    Config, Event, EventKind, PollWatcher, RecommendedWatcher, RecursiveMode, Watcher as _,
};

use crate::runner::problem::Problem;

/// A burst is over when nothing came for this long.
const QUIET: Duration = Duration::from_millis(15);
/// A file that never comes to rest is looked at this long after its first event.
const LONGEST: Duration = Duration::from_millis(500);
/// A file that is gone or empty is most likely about to be written: it gets this long.
const HALF_SAVED: Duration = Duration::from_millis(250);
/// How often folders are read where the system does not tell about changes.
const POLL: Duration = Duration::from_millis(700);

/// Watches the exercises of a course until it is dropped.
pub struct Watcher {
    /// Dropping it closes the channel, and that ends the thread.
    _source: Box<dyn notify::Watcher + Send>,
}

impl Watcher {
    /// Calls `changed` with the path of every exercise file that was saved, removed or put back with another content.
    /// It is called on a thread of its own, once per save.
    pub fn start(
        root: &Path,
        changed: impl Fn(PathBuf) + Send + 'static,
    ) -> Result<Watcher, Problem> {
        let polled = !tells_about_changes(root);
        Watcher::start_as(root, polled, changed)
    }

    fn start_as(
        root: &Path,
        polled: bool,
        changed: impl Fn(PathBuf) + Send + 'static,
    ) -> Result<Watcher, Problem> {
        let given = root.join("exercises");
        let broken = |what: String| {
            Problem::new(
                what,
                "look at that folder; `gradlings run NAME` checks an exercise without watching",
            )
            .at(given.display())
        };
        // Some systems answer with the path behind the links, so that is the one that is watched.
        let real = given
            .canonicalize()
            .map_err(|error| broken(format!("The exercises cannot be watched: {error}.")))?;
        let (sender, receiver) = mpsc::channel();
        // What is there now is what later saves are held against, so it is read before the first event can come.
        let seen = Seen::read(&real);
        let source = match source(&real, polled, sender.clone()) {
            // A system that is out of watches can still be asked again and again.
            Err(_) if !polled => source(&real, true, sender),
            other => other,
        };
        let source =
            source.map_err(|error| broken(format!("The exercises cannot be watched: {error}.")))?;
        thread::spawn(move || settle(&receiver, seen, &real, &given, changed));
        Ok(Watcher { _source: source })
    }
}

fn source(
    folder: &Path,
    polled: bool,
    sender: Sender<Event>,
) -> notify::Result<Box<dyn notify::Watcher + Send>> {
    let tell = move |event: notify::Result<Event>| {
        if let Ok(event) = event {
            // The other end is gone only while the watcher is being dropped.
            let _ = sender.send(event);
        }
    };
    let mut source: Box<dyn notify::Watcher + Send> = if polled {
        let config = Config::default()
            .with_poll_interval(POLL)
            .with_compare_contents(true);
        Box::new(PollWatcher::new(tell, config)?)
    } else {
        Box::new(RecommendedWatcher::new(tell, Config::default())?)
    };
    source.watch(folder, RecursiveMode::Recursive)?;
    Ok(source)
}

/// Files that something happened to, each with when it began and when to look.
type Pending = HashMap<PathBuf, (Instant, Instant)>;

/// Collects events until a file is at rest, then tells about it if its content is another one.
fn settle(
    events: &Receiver<Event>,
    mut seen: Seen,
    real: &Path,
    given: &Path,
    changed: impl Fn(PathBuf),
) {
    let mut pending = Pending::new();
    loop {
        let event = match pending.values().map(|(_, due)| *due).min() {
            Some(due) => events.recv_timeout(due.saturating_duration_since(Instant::now())),
            None => events.recv().map_err(|_| RecvTimeoutError::Disconnected),
        };
        match event {
            Ok(event) => touch(&mut pending, event, &seen, real),
            Err(RecvTimeoutError::Timeout) => {}
            Err(RecvTimeoutError::Disconnected) => return,
        }
        let now = Instant::now();
        let due: Vec<_> = pending
            .iter()
            .filter(|(_, (_, due))| *due <= now)
            .map(|(path, (began, _))| (path.clone(), *began))
            .collect();
        for (path, began) in due {
            let content = Content::of(&path);
            if content.is_half_saved() && now < began + HALF_SAVED {
                pending.insert(path, (began, began + HALF_SAVED));
                continue;
            }
            pending.remove(&path);
            if seen.is_news(&path, content) {
                let inside = path.strip_prefix(real).unwrap_or(&path);
                changed(given.join(inside));
            }
        }
    }
}

fn touch(pending: &mut Pending, event: Event, seen: &Seen, real: &Path) {
    let now = Instant::now();
    let mut note = |path: PathBuf| {
        let (began, due) = pending.entry(path).or_insert((now, now));
        *due = (now + QUIET).min(*began + LONGEST).max(*due);
    };
    // Events were lost, or a whole folder moved: every file is looked at.
    if event.need_rescan() {
        files(real).into_iter().for_each(&mut note);
        seen.0.keys().cloned().for_each(&mut note);
        return;
    }
    if matches!(event.kind, EventKind::Access(_)) {
        return;
    }
    for path in event.paths {
        if is_exercise(&path) {
            note(path);
        } else if path.is_dir() {
            // A folder that appears (a rename, a fresh clone) may bring files that nobody tells about.
            files(&path).into_iter().for_each(&mut note);
        }
    }
}

/// What the files held when they were last looked at.
struct Seen(HashMap<PathBuf, Content>);

impl Seen {
    fn read(folder: &Path) -> Seen {
        let files = files(folder).into_iter();
        Seen(
            files
                .map(|path| (path.clone(), Content::of(&path)))
                .collect(),
        )
    }

    fn is_news(&mut self, path: &Path, content: Content) -> bool {
        let before = self.0.insert(path.to_owned(), content);
        before.unwrap_or(Content::Missing) != content
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Content {
    Missing,
    Empty,
    Hash(u64),
}

impl Content {
    fn of(path: &Path) -> Content {
        match fs::read(path) {
            Ok(bytes) if bytes.is_empty() => Content::Empty,
            Ok(bytes) => {
                let mut hasher = DefaultHasher::new();
                bytes.hash(&mut hasher);
                Content::Hash(hasher.finish())
            }
            Err(_) => Content::Missing,
        }
    }

    fn is_half_saved(self) -> bool {
        !matches!(self, Content::Hash(_))
    }
}

/// Rust files with a name of their own; editors put hidden ones (`.#one.rs`) beside the real ones.
fn is_exercise(path: &Path) -> bool {
    let hidden = path
        .file_name()
        .is_none_or(|name| name.to_string_lossy().starts_with('.'));
    !hidden && path.extension().is_some_and(|ending| ending == "rs")
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let mut found = Vec::new();
    for entry in entries {
        // The type of the entry itself: a link to a folder above must not lead round in circles.
        match entry.file_type() {
            Ok(kind) if kind.is_dir() => found.extend(files(&entry.path())),
            Ok(_) if is_exercise(&entry.path()) => found.push(entry.path()),
            _ => {}
        }
    }
    found
}

/// Whether the system tells about changes in this folder: network file systems and the Windows drives of WSL do not.
#[cfg(target_os = "linux")]
fn tells_about_changes(root: &Path) -> bool {
    const SILENT: [u32; 5] = [
        0x6969,      // NFS
        0x0102_1997, // 9p: the Windows drives of WSL, folders shared with a virtual machine
        0x517b,      // SMB
        0xfe53_4d42, // SMB 2
        0xff53_4d42, // CIFS
    ];
    // The magic number is 32 bits wide; the field that holds it is wider on some machines.
    rustix::fs::statfs(root).is_ok_and(|found| !SILENT.contains(&(found.f_type as u32)))
}

#[cfg(not(target_os = "linux"))]
fn tells_about_changes(_root: &Path) -> bool {
    true
}

#[cfg(test)]
mod tests {
    use super::*;

    struct Watched {
        folder: tempfile::TempDir,
        saved: Receiver<PathBuf>,
        _watcher: Watcher,
    }

    impl Watched {
        fn new(polled: bool) -> Watched {
            let folder = tempfile::tempdir().expect("a temporary folder");
            fs::create_dir_all(folder.path().join("exercises/01_a")).expect("a chapter");
            for name in ["one.rs", "last.rs"] {
                fs::write(folder.path().join("exercises/01_a").join(name), "old").expect("written");
            }
            let (sender, saved) = mpsc::channel();
            let watcher = Watcher::start_as(folder.path(), polled, move |path| {
                let _ = sender.send(path);
            });
            Watched {
                folder,
                saved,
                _watcher: watcher.expect("watching"),
            }
        }

        fn path(&self, name: &str) -> PathBuf {
            self.folder.path().join("exercises/01_a").join(name)
        }

        /// The paths told about until a save of `last.rs` that is made now is told about.
        fn told(&self) -> Vec<PathBuf> {
            fs::write(self.path("last.rs"), "the last").expect("written");
            let mut told = Vec::new();
            loop {
                let path = self.saved.recv_timeout(Duration::from_secs(20));
                let path = path.expect("the last save is told about");
                if path == self.path("last.rs") {
                    return told;
                }
                told.push(path);
            }
        }

        fn next(&self) -> PathBuf {
            let path = self.saved.recv_timeout(Duration::from_secs(20));
            path.expect("a save is told about")
        }
    }

    type Save = fn(&Watched);

    #[test]
    fn every_way_of_saving_is_told_about_once() {
        let table: [(&str, Save); 5] = [
            ("in place", |it| {
                fs::write(it.path("one.rs"), "new").expect("written");
            }),
            ("a rename over the file", |it| {
                fs::write(it.path("one.rs~tmp"), "new").expect("written");
                fs::rename(it.path("one.rs~tmp"), it.path("one.rs")).expect("renamed");
            }),
            ("the old one moved away first", |it| {
                fs::rename(it.path("one.rs"), it.path("one.rs~")).expect("renamed");
                fs::write(it.path("one.rs"), "new").expect("written");
            }),
            ("in a burst", |it| {
                for round in 0..20 {
                    fs::write(it.path("one.rs"), format!("new {round}")).expect("written");
                }
            }),
            ("removed", |it| {
                fs::remove_file(it.path("one.rs")).expect("removed");
            }),
        ];
        for polled in [false, true] {
            for (what, save) in table {
                let watched = Watched::new(polled);
                save(&watched);
                assert_eq!(watched.next(), watched.path("one.rs"), "{what}");
                assert_eq!(watched.told(), Vec::<PathBuf>::new(), "{what}: once");
            }
        }
    }

    #[test]
    fn what_is_no_save_is_not_told_about() {
        let watched = Watched::new(false);
        fs::write(watched.path("one.rs"), "old").expect("the same content");
        fs::read(watched.path("one.rs")).expect("read");
        fs::write(watched.path(".#one.rs"), "lock").expect("an editor's lock");
        fs::write(watched.path("one.rs.swp"), "swap").expect("a swap file");
        fs::write(watched.path("4913"), "probe").expect("vim's probe");
        assert_eq!(watched.told(), Vec::<PathBuf>::new());
    }

    #[test]
    fn a_file_in_a_new_chapter_is_told_about() {
        let watched = Watched::new(false);
        let chapter = watched.folder.path().join("exercises/02_b");
        fs::create_dir(&chapter).expect("a chapter");
        fs::write(chapter.join("two.rs"), "new").expect("written");
        assert_eq!(watched.next(), chapter.join("two.rs"));
    }

    #[test]
    fn a_course_without_exercises_is_told_in_a_sentence() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let problem = Watcher::start(folder.path(), |_| {}).err();
        let problem = problem.expect("nothing to watch");
        assert!(problem.what.contains("cannot be watched"), "{problem}");
    }
}
