//! When the parts of a check begin, as the files say that it opens, writes and renames. The program itself is measured as
//! it is: nothing in it is there for the bench.

use std::path::{Path, PathBuf};
use std::sync::mpsc::{self, Receiver};
use std::time::Instant;

use notify::event::{AccessKind, AccessMode, ModifyKind, RenameMode};
use notify::{Event, EventKind, RecommendedWatcher, RecursiveMode, Watcher};

/// What has happened at each moment that is seen, in their order; the last one is seen on the screen.
pub const MOMENTS: [&str; 7] = [
    "settled: the save is told about",
    "read, its recipe checked",
    "laid out, the launcher started",
    "rustc has ended, its program put away",
    "the sheet read, the launcher started again",
    "asked, judged and ended",
    "kept, sent and drawn",
];

/// Listens to the folders of one exercise.
pub struct Marks {
    heard: Receiver<(Instant, Event)>,
    _watcher: RecommendedWatcher,
    places: Places,
}

struct Places {
    /// The learner's file.
    file: PathBuf,
    /// The learner's program, once it is built, without its fingerprint.
    program: PathBuf,
    lock: PathBuf,
    /// The program that is measured.
    own: PathBuf,
    scratch: PathBuf,
}

impl Marks {
    /// `own` is the program that is measured. `None` where the folders are not those of today, or the system tells of
    /// fewer events than Linux.
    pub fn listen(folder: &Path, file: &str, exercise: &str, own: &Path) -> Option<Marks> {
        let folder = folder.canonicalize().ok()?;
        let state = folder.join(".gradlings");
        let programs = state.join("programs");
        let places = Places {
            file: folder.join(file),
            program: programs.join(exercise),
            lock: programs.join(format!("{exercise}.lock")),
            own: own.canonicalize().ok()?,
            scratch: state.join("scratch"),
        };
        let (sender, heard) = mpsc::channel();
        let mut watcher = notify::recommended_watcher(move |event: notify::Result<Event>| {
            if let Ok(event) = event {
                // The other end is gone only once the bench is over.
                let _ = sender.send((Instant::now(), event));
            }
        })
        .ok()?;
        let watched = [
            places.file.parent()?,
            &programs,
            &places.own,
            &places.scratch,
        ];
        for place in watched {
            watcher.watch(place, RecursiveMode::NonRecursive).ok()?;
        }
        Some(Marks {
            heard,
            _watcher: watcher,
            places,
        })
    }

    /// Forgets what was heard so far.
    pub fn forget(&self) {
        self.heard.try_iter().for_each(drop);
    }

    /// The moments of the check that has just ended; those that were not seen are missing.
    pub fn take(&self) -> [Option<Instant>; 6] {
        let mut moments = [None; 6];
        let written = EventKind::Access(AccessKind::Close(AccessMode::Write));
        // What opens the learner's file before it is written is the save itself.
        let check = self.heard.try_iter().skip_while(|(_, event)| {
            event.kind != written || event.paths != [self.places.file.clone()]
        });
        for (at, event) in check {
            if let Some(moment) = self.places.moment(&event, &moments) {
                moments[moment].get_or_insert(at);
            }
        }
        moments
    }
}

impl Places {
    fn moment(&self, event: &Event, seen: &[Option<Instant>; 6]) -> Option<usize> {
        let path = event.paths.last()?;
        let opened = matches!(
            event.kind,
            EventKind::Access(AccessKind::Open(AccessMode::Any))
        );
        let renamed = matches!(
            event.kind,
            EventKind::Modify(ModifyKind::Name(RenameMode::To))
        );
        let removed = matches!(event.kind, EventKind::Remove(_));
        let is_built = || {
            let name = path.file_name().unwrap_or_default().to_string_lossy();
            let of_program = self.program.file_name().unwrap_or_default();
            path.extension().is_none()
                && name.starts_with(&format!("{}-", of_program.to_string_lossy()))
        };
        let moment = match () {
            () if opened && *path == self.file => 0,
            () if opened && *path == self.lock => 1,
            () if opened && *path == self.own && seen[3].is_none() => 2,
            () if renamed && is_built() => 3,
            () if opened && *path == self.own => 4,
            () if removed && path.starts_with(&self.scratch) => 5,
            () => return None,
        };
        Some(moment)
    }
}
