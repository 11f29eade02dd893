//! Child processes: each the leader of a group of its own, which is killed as a whole and always reaped.

#[cfg_attr(not(target_os = "linux"), path = "process/family_unknown.rs")]
mod family;
mod usage;

use std::io;
use std::process::{Child, Command, ExitStatus};
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, Weak};

pub use usage::Usage;

/// A child and everything it starts. Dropping the last handle kills the group.
pub struct Group {
    leader: Mutex<Leader>,
    /// What every process of the group has in its environment, where members may leave the group.
    mark: Option<String>,
}

struct Leader {
    child: Child,
    /// How it ended, once it was reaped. From then on its number may belong to anybody.
    ended: Option<ExitStatus>,
}

/// The environment variable that marks the processes of a group.
const MARK: &str = "GRADLINGS_GROUP";

impl Group {
    /// Starts `command` in a group of its own, so that a key pressed in the terminal never reaches it.
    pub fn spawn(command: &mut Command) -> io::Result<Group> {
        Group::start(command, None)
    }

    /// The same for a program that can start processes which leave the group: those are found and killed as well,
    /// where the system lists its processes.
    pub fn spawn_marked(command: &mut Command) -> io::Result<Group> {
        static COUNT: AtomicU64 = AtomicU64::new(0);
        let number = COUNT.fetch_add(1, Ordering::Relaxed);
        let mark = format!("{}-{number}", std::process::id());
        command.env(MARK, &mark);
        Group::start(command, Some(format!("{MARK}={mark}")))
    }

    fn start(command: &mut Command, mark: Option<String>) -> io::Result<Group> {
        #[cfg(unix)]
        std::os::unix::process::CommandExt::process_group(command, 0);
        let leader = Leader {
            child: command.spawn()?,
            ended: None,
        };
        Ok(Group {
            leader: Mutex::new(leader),
            mark,
        })
    }

    /// What `take` takes from the child: its pipes.
    pub fn take<T>(&self, take: impl FnOnce(&mut Child) -> T) -> T {
        take(&mut self.leader().child)
    }

    /// Kills the whole group. The leader stays unreaped until [`Group::wait`], so its number cannot have been given to
    /// another process in between.
    pub fn kill(&self) {
        self.kill_all(&mut self.leader());
    }

    /// Kills the whole group, and waits for the leader.
    pub fn wait(&self) -> io::Result<ExitStatus> {
        let mut leader = self.leader();
        self.kill_all(&mut leader);
        leader.reap()
    }

    /// How the leader ended, if it has. What it left behind in the group is killed before it is reaped.
    pub fn try_wait(&self) -> Option<ExitStatus> {
        let mut leader = self.leader();
        if leader.ended.is_none() && !has_ended(&mut leader.child) {
            return None;
        }
        self.kill_all(&mut leader);
        leader.reap().ok()
    }

    /// What the group uses, where the system tells. This looks at every process there is; [`Group::usage_of_leader`] is for
    /// groups that have no other member than their leader.
    pub fn usage(&self) -> Option<Usage> {
        let leader = self.leader();
        if leader.ended.is_some() {
            return None;
        }
        family::usage(leader.child.id(), self.mark.as_deref())
    }

    /// What the leader uses, where the system tells.
    pub fn usage_of_leader(&self) -> Option<Usage> {
        let leader = self.leader();
        if leader.ended.is_some() {
            return None;
        }
        family::usage_of_one(leader.child.id())
    }

    /// Whether no thread of the leader runs, as far as the system tells.
    pub fn is_waiting(&self) -> bool {
        let leader = self.leader();
        leader.ended.is_none() && family::is_waiting(leader.child.id())
    }

    /// Whether members may leave the group.
    pub fn is_marked(&self) -> bool {
        self.mark.is_some()
    }

    fn kill_all(&self, leader: &mut Leader) {
        if leader.ended.is_some() {
            return;
        }
        kill_group(&mut leader.child);
        if let Some(mark) = &self.mark {
            family::kill_strays(leader.child.id(), mark);
        }
    }

    fn leader(&self) -> MutexGuard<'_, Leader> {
        self.leader.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Leader {
    fn reap(&mut self) -> io::Result<ExitStatus> {
        let status = self.child.wait()?;
        self.ended = Some(status);
        Ok(status)
    }
}

impl Drop for Group {
    fn drop(&mut self) {
        // Only an error could keep it from being reaped, and nobody is left to hear of one.
        let _ = self.wait();
    }
}

/// Whether a child has ended, without reaping it.
#[cfg(unix)]
fn has_ended(child: &mut Child) -> bool {
    use rustix::process::{Pid, WaitId, WaitIdOptions, waitid};

    let options = WaitIdOptions::EXITED | WaitIdOptions::NOHANG | WaitIdOptions::NOWAIT;
    let id = i32::try_from(child.id()).ok().and_then(Pid::from_raw);
    let Some(id) = id else { return false };
    matches!(waitid(WaitId::Pid(id), options), Ok(Some(_)))
}

#[cfg(not(unix))]
fn has_ended(child: &mut Child) -> bool {
    matches!(child.try_wait(), Ok(Some(_)))
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
