//! Noticing that an exercise was saved.
//!
//! Editors save in many ways: they write in place, in pieces, or write a new file and rename it over the old one. So the
//! whole folder is watched, a burst of events counts as one save once it is over, and a file counts as changed only when
//! its content did. When a save is over, [`rest`] says.

mod file_system;
mod rest;

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
use crate::runner::regular_file::{self, FileKind, TEXT, Unreadable};
use crate::runner::words::machine::watch as words;

use rest::{Rest, Sign};

pub use file_system::silent;

/// A file that is gone or empty is most likely about to be written: it gets this long.
const HALF_SAVED: Duration = Duration::from_millis(250);
/// How often folders are read where the system does not tell about changes.
const POLL: Duration = Duration::from_millis(700);

/// Watches the exercises of a course until it is dropped.
pub struct Watcher {
    messages: Sender<Message>,
}

/// What the thread hears.
enum Message {
    /// The system told of something.
    Told(Event),
    /// A reading of the folder found something.
    Found(Event),
    /// The watcher was dropped.
    End,
}

/// How changes are noticed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Ways {
    /// The system tells.
    Told,
    /// The folder is read again and again; only tests do nothing else.
    Asked,
    /// Both: what is saved on this machine is told about at once even where changes from elsewhere are not.
    Both,
}

impl Watcher {
    /// Calls `changed` with the path of every exercise file that was saved, removed or put back with another content.
    /// It is called on a thread of its own, once per save.
    ///
    /// With `poll` the folder is also read again and again. Where the file system is known not to tell about every
    /// change, that is done without being asked for.
    pub fn start(
        root: &Path,
        poll: bool,
        changed: impl Fn(PathBuf) + Send + 'static,
    ) -> Result<Watcher, Problem> {
        let ways = match poll || silent(root).is_some() {
            true => Ways::Both,
            false => Ways::Told,
        };
        Watcher::start_as(root, ways, changed)
    }

    fn start_as(
        root: &Path,
        ways: Ways,
        changed: impl Fn(PathBuf) + Send + 'static,
    ) -> Result<Watcher, Problem> {
        let given = root.join("exercises");
        let broken = |what: String| Problem::new(what, words::run_without()).at(given.display());
        // Some systems answer with the path behind the links, so that is the one that is watched.
        let real = given
            .canonicalize()
            .map_err(|error| broken(words::refused(error)))?;
        let (messages, receiver) = mpsc::channel();
        // What is there now is what later saves are held against, so it is read before the first event can come.
        let seen = Seen::read(&real);
        let source =
            Source::open(&real, ways, &messages).map_err(|error| broken(words::refused(error)))?;
        thread::spawn(move || settle(&receiver, source, seen, &real, &given, changed));
        Ok(Watcher { messages })
    }
}

impl Drop for Watcher {
    fn drop(&mut self) {
        // A thread that has ended already needs no word.
        let _ = self.messages.send(Message::End);
    }
}

/// Where the events come from.
struct Source {
    told: Option<RecommendedWatcher>,
    asked: Option<PollWatcher>,
}

impl Source {
    fn open(folder: &Path, ways: Ways, messages: &Sender<Message>) -> notify::Result<Source> {
        let mut source = Source {
            told: None,
            asked: None,
        };
        let mut refused = None;
        if ways != Ways::Asked {
            match told(folder, tell(messages, Message::Told)) {
                Ok(watcher) => source.told = Some(watcher),
                // A system that is out of watches can still be asked again and again.
                Err(error) => refused = Some(error),
            }
        }
        if ways != Ways::Told || refused.is_some() {
            let config = config()
                .with_poll_interval(POLL)
                .with_compare_contents(true);
            let mut asked = PollWatcher::new(tell(messages, Message::Found), config)?;
            asked.watch(folder, RecursiveMode::Recursive)?;
            watch_linked(&mut asked, folder);
            source.asked = Some(asked);
        }
        Ok(source)
    }

    /// Watches a folder that was put in the place of the old one: the system still watches the old one, if any.
    fn renew(&mut self, folder: &Path) {
        if let Some(told) = &mut self.told {
            // The old one may be gone, and the new one may be gone again: the next event of the folder above tells.
            let _ = told.unwatch(folder);
            let _ = told.watch(folder, RecursiveMode::Recursive);
            watch_linked(told, folder);
        }
    }
}

fn told(
    folder: &Path,
    tell: impl Fn(notify::Result<Event>) + Send + 'static,
) -> notify::Result<RecommendedWatcher> {
    let mut told = RecommendedWatcher::new(tell, config())?;
    told.watch(folder, RecursiveMode::Recursive)?;
    watch_linked(&mut told, folder);
    if let Some(above) = folder.parent() {
        // Only the folder above tells that this one was deleted and made again. Without it, the rest still works.
        let _ = told.watch(above, RecursiveMode::NonRecursive);
    }
    Ok(told)
}

/// Links are not followed: one that leads to `/` would have every folder of the machine watched.
fn config() -> Config {
    Config::default().with_follow_symlinks(false)
}

/// Watches the chapters that are links to folders, but nothing that is deeper in them.
fn watch_linked(watcher: &mut impl notify::Watcher, folder: &Path) {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let chapters = entries.map(|entry| entry.path());
    for chapter in chapters.filter(|path| path.is_symlink() && path.is_dir()) {
        // The other chapters work without this one.
        let _ = watcher.watch(&chapter, RecursiveMode::NonRecursive);
    }
}

fn tell(
    messages: &Sender<Message>,
    as_what: fn(Event) -> Message,
) -> impl Fn(notify::Result<Event>) + Send + 'static {
    let messages = messages.clone();
    move |event| {
        if let Ok(event) = event {
            // The other end is gone only while the watcher is being dropped.
            let _ = messages.send(as_what(event));
        }
    }
}

/// Files that something happened to.
type Pending = HashMap<PathBuf, Rest>;

/// Collects events until a file is at rest, then tells about it if its content is another one.
fn settle(
    messages: &Receiver<Message>,
    mut source: Source,
    mut seen: Seen,
    real: &Path,
    given: &Path,
    changed: impl Fn(PathBuf),
) {
    let mut pending = Pending::new();
    loop {
        let message = match pending.values().map(Rest::due).min() {
            Some(due) => messages.recv_timeout(due.saturating_duration_since(Instant::now())),
            None => messages.recv().map_err(|_| RecvTimeoutError::Disconnected),
        };
        let event = match message {
            Ok(Message::Told(event)) => Some((Sign::told(&event), event)),
            Ok(Message::Found(event)) => Some((Sign::found(&event), event)),
            Err(RecvTimeoutError::Timeout) => None,
            Ok(Message::End) | Err(RecvTimeoutError::Disconnected) => return,
        };
        if let Some((sign, mut event)) = event {
            if is_another_folder(&event, real) {
                source.renew(real);
                // What came into the new folder before it was watched has to be looked for.
                event = event.set_flag(notify::event::Flag::Rescan);
            }
            touch(&mut pending, event, sign, &seen, real);
        }
        let now = Instant::now();
        let due: Vec<_> = pending
            .iter()
            .filter(|(_, rest)| rest.due() <= now)
            .map(|(path, _)| path.clone())
            .collect();
        for path in due {
            let content = Content::of(&path);
            if let Some(rest) = pending.get_mut(&path)
                && content.is_half_saved()
                && rest.wait_until_after(HALF_SAVED, now)
            {
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

/// Whether the watched folder itself appeared or got its name: it was deleted, or moved away, before.
fn is_another_folder(event: &Event, real: &Path) -> bool {
    let appeared = matches!(
        event.kind,
        EventKind::Create(_) | EventKind::Modify(notify::event::ModifyKind::Name(_))
    );
    appeared && event.paths.iter().any(|path| path == real)
}

fn touch(pending: &mut Pending, event: Event, sign: Option<Sign>, seen: &Seen, real: &Path) {
    let now = Instant::now();
    let mut note = |path: PathBuf, sign| {
        let rest = pending.entry(path).or_insert_with(|| Rest::new(now));
        rest.take(sign, now);
    };
    // Events were lost, or a whole folder moved: every file is looked at.
    if event.need_rescan() {
        let all = files(real).into_iter().chain(seen.0.keys().cloned());
        all.for_each(|path| note(path, Sign::Unclear));
        return;
    }
    let Some(sign) = sign else { return };
    for path in event.paths {
        if is_exercise(&path) {
            note(path, sign);
        } else if path.canonicalize().is_ok_and(|real| real == path) && path.is_dir() {
            // A folder that appears (a rename, a fresh clone) may bring files that nobody tells about. One that a link
            // leads to may be any folder of the machine.
            let inside = files(&path).into_iter();
            inside.for_each(|path| note(path, Sign::Unclear));
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
    /// Something that is no file: that it came and that it went are changes.
    Odd(FileKind),
    Large(u64),
    Refused,
}

impl Content {
    fn of(path: &Path) -> Content {
        match regular_file::read(path, TEXT) {
            Ok(bytes) if bytes.is_empty() => Content::Empty,
            Ok(bytes) => {
                let mut hasher = DefaultHasher::new();
                bytes.hash(&mut hasher);
                Content::Hash(hasher.finish())
            }
            Err(Unreadable::Missing) => Content::Missing,
            Err(Unreadable::NotAFile(kind)) => Content::Odd(kind),
            Err(Unreadable::TooLarge { bytes, .. }) => Content::Large(bytes),
            Err(Unreadable::Refused(_)) => Content::Refused,
        }
    }

    fn is_half_saved(self) -> bool {
        matches!(self, Content::Missing | Content::Empty | Content::Refused)
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

#[cfg(test)]
mod tests;
