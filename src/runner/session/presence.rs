//! Whether another runner has the course open.

use std::fs::{File, TryLockError};

use crate::runner::course::Course;
use crate::runner::workspace::{file, inside};

/// Locks the course for this program, and says whether another one has it. A folder that cannot be locked is nobody's.
pub(super) fn announce(course: &Course) -> (Option<File>, bool) {
    let path = course.state_folder().join("open.lock");
    let opened = inside::check(&course.root, &path).and_then(|()| file::open_lock(&path));
    match opened {
        Ok(file) => match file.try_lock() {
            Ok(()) => (Some(file), false),
            Err(TryLockError::WouldBlock) => (None, true),
            Err(TryLockError::Error(_)) => (None, false),
        },
        Err(_) => (None, false),
    }
}
