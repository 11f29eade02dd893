//! Child processes: each the leader of a group of its own, which is killed as a whole and always reaped.

use std::io;
use std::process::{Child, Command, ExitStatus};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, Weak};

/// A child and everything it starts. Dropping the last handle kills the group.
pub struct Group {
    child: Mutex<Child>,
}

impl Group {
    /// Starts `command` in a group of its own, so that a key pressed in the terminal never reaches it.
    pub fn spawn(command: &mut Command) -> io::Result<Group> {
        #[cfg(unix)]
        std::os::unix::process::CommandExt::process_group(command, 0);
        Ok(Group {
            child: Mutex::new(command.spawn()?),
        })
    }

    /// What `take` takes from the child: its pipes.
    pub fn take<T>(&self, take: impl FnOnce(&mut Child) -> T) -> T {
        take(&mut self.child())
    }

    /// Kills the whole group. The leader stays unreaped until [`Group::wait`], so its number cannot have been given to
    /// another process in between.
    pub fn kill(&self) {
        let mut child = self.child();
        if matches!(child.try_wait(), Ok(Some(_))) {
            return;
        }
        kill_group(&mut child);
    }

    /// Waits for the leader and kills whatever of the group it left behind.
    pub fn wait(&self) -> io::Result<ExitStatus> {
        let mut child = self.child();
        kill_group(&mut child);
        child.wait()
    }

    /// How the leader ended, if it has.
    pub fn try_wait(&self) -> Option<ExitStatus> {
        self.child().try_wait().ok().flatten()
    }

    /// Bytes of memory in use by the leader, where the system tells.
    pub fn memory(&self) -> Option<u64> {
        let id = self.child().id();
        let statm = std::fs::read_to_string(format!("/proc/{id}/statm")).ok()?;
        let pages: u64 = statm.split_whitespace().nth(1)?.parse().ok()?;
        Some(pages * 4096)
    }

    fn child(&self) -> MutexGuard<'_, Child> {
        self.child.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Drop for Group {
    fn drop(&mut self) {
        self.kill();
        // Only an error could keep it from being reaped, and nobody is left to hear of one.
        let _ = self.child().wait();
    }
}

#[cfg(unix)]
fn kill_group(child: &mut Child) {
    use rustix::process::{Pid, Signal, kill_process_group};

    // The group may be gone already; then there is nothing to kill.
    if let Some(group) = i32::try_from(child.id()).ok().and_then(Pid::from_raw) {
        let _ = kill_process_group(group, Signal::KILL);
    }
}

#[cfg(not(unix))]
fn kill_group(child: &mut Child) {
    // Without groups only the leader can be killed; it may be gone already.
    let _ = child.kill();
}

/// Stops a check from another thread: whatever it has running is killed at once.
#[derive(Clone, Default)]
pub struct Stop {
    shared: Arc<Shared>,
}

#[derive(Default)]
struct Shared {
    stopped: AtomicBool,
    running: Mutex<Vec<Weak<Group>>>,
}

impl Stop {
    /// Kills what runs, and everything that is watched from now on.
    pub fn stop(&self) {
        self.shared.stopped.store(true, Ordering::SeqCst);
        for group in self.running().drain(..) {
            if let Some(group) = group.upgrade() {
                group.kill();
            }
        }
    }

    /// Whether [`Stop::stop`] was called.
    pub fn is_stopped(&self) -> bool {
        self.shared.stopped.load(Ordering::SeqCst)
    }

    /// Has `group` killed when the check is stopped, at once if it already is.
    pub fn watch(&self, group: &Arc<Group>) {
        let mut running = self.running();
        running.retain(|other| other.strong_count() > 0);
        running.push(Arc::downgrade(group));
        drop(running);
        if self.is_stopped() {
            group.kill();
        }
    }

    fn running(&self) -> MutexGuard<'_, Vec<Weak<Group>>> {
        self.shared
            .running
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
    }
}
