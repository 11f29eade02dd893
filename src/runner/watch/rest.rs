//! When a save is over.
//!
//! Linux tells when a file that was open for writing is closed, and when another one is renamed over it. Then it is
//! complete, and hardly anything has to be waited for. Until then it is still being written, however long the pauses are.
//! Where nobody tells, a pause has to do.

use std::time::{Duration, Instant};

use notify::event::{AccessKind, AccessMode, ModifyKind, RenameMode};
use notify::{Event, EventKind};

/// How long a file that is complete is waited for: tools that write a file twice do so at once.
const COMPLETE: Duration = Duration::from_millis(3);
/// The same for a file of which it is not known, or that is completed again and again.
const QUIET: Duration = Duration::from_millis(15);
/// A file that never comes to rest is looked at this long after its first event.
const LONGEST: Duration = Duration::from_millis(500);

/// What an event says about the files it names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sign {
    /// It is being written, and its end will be told.
    Writing,
    /// It is complete.
    Complete,
    /// Its content is the same: its time or its rights are others.
    Same,
    /// Something else.
    Unclear,
}

impl Sign {
    /// The sign of an event that the system told. `None` where it says nothing new.
    pub fn told(event: &Event) -> Option<Sign> {
        let tells_ends = cfg!(any(target_os = "linux", target_os = "android"));
        match event.kind {
            EventKind::Access(AccessKind::Close(AccessMode::Write)) => Some(Sign::Complete),
            EventKind::Access(_) => None,
            EventKind::Modify(ModifyKind::Name(RenameMode::To)) if tells_ends => {
                Some(Sign::Complete)
            }
            // A rename once more, after each of its names was told.
            EventKind::Modify(ModifyKind::Name(RenameMode::Both)) if tells_ends => None,
            EventKind::Modify(ModifyKind::Data(_)) if tells_ends => Some(Sign::Writing),
            EventKind::Modify(ModifyKind::Metadata(_)) if tells_ends => Some(Sign::Same),
            _ => Some(Sign::Unclear),
        }
    }

    /// The sign of an event that was found by reading the folder.
    pub fn found(event: &Event) -> Option<Sign> {
        (!matches!(event.kind, EventKind::Access(_))).then_some(Sign::Unclear)
    }
}

/// One file on its way to rest.
#[derive(Debug)]
pub struct Rest {
    began: Instant,
    due: Instant,
    /// How often it was complete.
    completed: usize,
}

impl Rest {
    /// A file that nothing was heard of before.
    pub fn new(now: Instant) -> Rest {
        Rest {
            began: now,
            due: now,
            completed: 0,
        }
    }

    /// When it is to be looked at.
    pub fn due(&self) -> Instant {
        self.due
    }

    /// Takes in what an event says.
    pub fn take(&mut self, sign: Sign, now: Instant) {
        let longest = self.began + LONGEST;
        self.due = match sign {
            Sign::Writing => longest,
            Sign::Complete => {
                self.completed += 1;
                let wait = if self.completed == 1 { COMPLETE } else { QUIET };
                (now + wait).min(longest)
            }
            Sign::Same => (now + COMPLETE).min(longest).max(self.due),
            Sign::Unclear => (now + QUIET).min(longest).max(self.due),
        };
    }

    /// Looks at it again once it has had `time` from its first event. `false` where it has had that already.
    pub fn wait_until_after(&mut self, time: Duration, now: Instant) -> bool {
        self.due = self.began + time;
        now < self.due
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What happened to a file, and when: in milliseconds after the first of it.
    type Happened<'a> = &'a [(u64, Sign)];

    /// When a file is looked at that this happened to.
    fn looked_at(happened: Happened<'_>) -> u64 {
        let began = Instant::now();
        let mut rest = Rest::new(began);
        for (at, sign) in happened {
            let now = began + Duration::from_millis(*at);
            assert!(
                *at == 0 || now < rest.due(),
                "it was looked at before: {at}"
            );
            rest.take(*sign, now);
        }
        u64::try_from(rest.due().duration_since(began).as_millis()).expect("short")
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn what_linux_tells_of_one_save_completes_the_file_once() {
        use notify::event::{CreateKind, DataChange, MetadataKind};

        let data = EventKind::Modify(ModifyKind::Data(DataChange::Any));
        let metadata = EventKind::Modify(ModifyKind::Metadata(MetadataKind::Any));
        let renamed = |mode| EventKind::Modify(ModifyKind::Name(mode));
        let opened = EventKind::Access(AccessKind::Open(AccessMode::Any));
        let closed = EventKind::Access(AccessKind::Close(AccessMode::Write));
        let table: [(&str, &[EventKind]); 3] = [
            ("in place", &[opened, data, data, closed, metadata]),
            (
                "a new file in the place of the old one",
                &[
                    renamed(RenameMode::From),
                    EventKind::Create(CreateKind::File),
                    opened,
                    data,
                    closed,
                ],
            ),
            (
                "a rename over it",
                &[renamed(RenameMode::To), renamed(RenameMode::Both)],
            ),
        ];
        for (what, kinds) in table {
            let signs: Vec<Sign> = kinds
                .iter()
                .filter_map(|kind| Sign::told(&Event::new(*kind)))
                .collect();
            let complete = signs.iter().filter(|sign| **sign == Sign::Complete);
            assert_eq!(complete.count(), 1, "{what}: {signs:?}");
        }
    }

    #[test]
    fn a_file_is_looked_at_once_it_is_complete_and_not_while_it_is_written() {
        use Sign::{Complete, Same, Unclear, Writing};
        let table: [(&str, Happened<'_>, u64); 8] = [
            (
                "written in place",
                &[(0, Writing), (1, Writing), (2, Complete)],
                5,
            ),
            ("renamed over the old one", &[(0, Complete)], 3),
            (
                "written in pieces over 100 ms",
                &[(0, Writing), (40, Writing), (80, Writing), (120, Complete)],
                123,
            ),
            (
                "given its old time and rights afterwards",
                &[(0, Writing), (1, Complete), (2, Same)],
                5,
            ),
            (
                "written twice",
                &[(0, Writing), (1, Complete), (3, Writing), (4, Complete)],
                19,
            ),
            ("never closed", &[(0, Writing), (499, Writing)], 500),
            (
                "told by somebody who knows less",
                &[(0, Unclear), (10, Unclear)],
                25,
            ),
            (
                "that somebody also saw it being written",
                &[(0, Writing), (10, Unclear)],
                500,
            ),
        ];
        for (what, happened, due) in table {
            assert_eq!(looked_at(happened), due, "{what}");
        }
    }
}
