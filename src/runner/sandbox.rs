//! The sandbox: learners' programs, and the compiler that reads their files, run with less than the learner's rights.
//!
//! `unsafe` is forbidden here but for one call, and between a fork and an exec nothing else is possible. So the program starts itself
//! once more, as a [`launcher`]: that process takes its own rights away and then becomes the program it was asked for.
//!
//! What a system cannot do is left out, and [`shortfalls`] says so in sentences.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;

pub mod candidate;
#[cfg(target_os = "linux")]
mod capabilities;
pub mod compiler;
#[cfg(target_os = "linux")]
mod descriptors;
#[cfg(target_os = "linux")]
mod files;
pub mod launcher;
#[cfg(unix)]
mod limits;
pub mod policy;
pub mod scratch;
#[cfg(target_os = "linux")]
mod syscalls;

use crate::runner::words::machine::sandbox as words;
use policy::Policy;

/// How far the code of an exercise is trusted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trust {
    /// Somebody else's, to be graded. Every program has one thread, so that its numbers are the same on every machine.
    Graded,
    /// The learner's own, in the sandbox.
    Learner,
    /// The learner's own, without the sandbox because the learner said so. Its limits stay.
    Off,
}

/// What is decided once, when the program starts, and cannot be loosened afterwards.
#[derive(Clone, Debug)]
pub struct Setup {
    /// The program that is started as the launcher: this one.
    pub launcher: PathBuf,
    /// How far the code is trusted.
    pub trust: Trust,
}

static SETUP: OnceLock<Setup> = OnceLock::new();

/// Decides for the rest of the program. Only the first decision counts.
///
/// Without one, programs are started directly: a library cannot know which executable the launcher is.
pub fn choose(setup: Setup) {
    // A later call changes nothing, which is the point of it.
    let _ = SETUP.set(setup);
}

/// This program, as something that can be started once more.
pub fn own_executable() -> PathBuf {
    // The link leads to the file that runs, even where a newer version was installed over it meanwhile.
    let link = PathBuf::from(format!("/proc/{}/exe", std::process::id()));
    if cfg!(target_os = "linux") && link.exists() {
        return link;
    }
    std::env::current_exe().unwrap_or_else(|_| PathBuf::from("gradlings"))
}

/// What was decided, or `None` where nothing was or where this system has no launcher.
fn chosen() -> Option<&'static Setup> {
    SETUP.get().filter(|_| cfg!(unix))
}

/// Whether programs of learners run in the sandbox.
pub fn is_on() -> bool {
    chosen().is_some_and(|setup| setup.trust != Trust::Off)
}

/// Whether what runs is graded.
fn grades() -> bool {
    chosen().is_some_and(|setup| setup.trust == Trust::Graded)
}

/// Whether the system keeps a learner's program from starting processes of its own. Where it does not, they have to be
/// looked for.
pub fn holds_processes() -> bool {
    is_on() && syscalls_are_filtered()
}

fn absolute(path: &Path) -> PathBuf {
    // It fails for an empty path, and where the current folder is gone.
    std::path::absolute(path).unwrap_or_else(|_| path.to_owned())
}

/// The command that runs `program` under `policy`: the launcher's where there is one, else the program's own.
fn command(program: &Path, policy: &Policy) -> Command {
    match chosen() {
        Some(setup) => {
            let mut command = Command::new(&setup.launcher);
            command
                .arg(launcher::WORD)
                .args(policy.words())
                .arg("--")
                .arg(program);
            command
        }
        None => Command::new(program),
    }
}

#[cfg(target_os = "linux")]
fn syscalls_are_filtered() -> bool {
    syscalls::is_supported()
}

#[cfg(not(target_os = "linux"))]
fn syscalls_are_filtered() -> bool {
    false
}

/// The parts of the sandbox on this system.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Parts {
    /// Whether there is one at all.
    pub is_on: bool,
    /// The version of Landlock.
    pub landlock: Option<u8>,
    /// Whether system calls are filtered.
    pub filters: bool,
    /// Whether what was open before is closed.
    pub closes: bool,
    /// Whether there are rights of root to give up, where a system knows such rights.
    pub gives_up: Option<bool>,
    /// Whether memory and threads are counted.
    pub counts: bool,
}

/// Looks at this system.
#[cfg(target_os = "linux")]
pub fn parts() -> Parts {
    Parts {
        is_on: is_on(),
        landlock: files::version(),
        filters: syscalls::is_supported(),
        closes: descriptors::is_supported(),
        gives_up: Some(rustix::process::geteuid().is_root()),
        counts: true,
    }
}

/// Looks at this system.
#[cfg(not(target_os = "linux"))]
pub fn parts() -> Parts {
    Parts {
        is_on: is_on(),
        landlock: None,
        filters: false,
        closes: false,
        gives_up: None,
        counts: false,
    }
}

/// What this system cannot do to protect the learner, in sentences. Empty where the sandbox is whole.
pub fn shortfalls() -> Vec<String> {
    let Some(setup) = SETUP.get() else {
        return Vec::new();
    };
    if setup.trust == Trust::Off {
        return vec![words::off().to_owned()];
    }
    missing()
}

#[cfg(target_os = "linux")]
fn missing() -> Vec<String> {
    let mut missing = files::missing();
    if !syscalls::is_supported() {
        missing.push(words::no_filter().to_owned());
    }
    if !descriptors::is_supported() {
        missing.push(words::inherits().to_owned());
    }
    missing
}

#[cfg(not(target_os = "linux"))]
fn missing() -> Vec<String> {
    let sentence = match cfg!(unix) {
        true => words::only_limits(),
        false => words::only_time(),
    };
    vec![sentence.to_owned()]
}
