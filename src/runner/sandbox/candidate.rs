//! What a learner's program may do: read the libraries it is linked with, write into its scratch folder, compute.

use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use super::policy::{Access, Filter, Policy};
use super::scratch::Scratch;

/// The most memory a program may hold, in bytes: enough for any exercise, and little enough to keep the machine alive.
pub const MEMORY: u64 = 2 << 30;

/// The largest file a program may write, in bytes.
pub const FILE: u64 = 256 << 20;

/// What a program may write into files altogether, in bytes. Exercises have no files.
pub const WRITTEN: u64 = 256 << 20;

/// Processes that a program may have where it may have any.
pub const PROCESSES: u64 = 64;

/// A command that runs a learner's program, and the folder that goes when the program is gone.
pub struct Confined {
    /// The command.
    pub command: Command,
    /// The only folder that it may write into.
    _scratch: Option<Scratch>,
}

/// The command for `executable`. `state` is the folder in which the scratch folder is made; `time` is the wall time of
/// all its budgets together, of which every core may use as much.
pub fn confine(executable: &Path, state: &Path, time: Duration) -> Confined {
    // The program starts in another folder, where a relative path would lead somewhere else.
    let executable = &super::absolute(executable);
    let scratch = Scratch::new(&super::absolute(state).join("scratch"));
    let on = super::is_on();
    let cores = std::thread::available_parallelism().map_or(1, |cores| cores.get() as u64);
    let mut policy = Policy {
        confined: on,
        filter: on.then_some(Filter::Program),
        cpu_seconds: Some(time.as_secs().saturating_add(1).saturating_mul(cores)),
        file_bytes: Some(FILE),
        // More than it may hold, because memory that is asked for need not be used; the runner looks at what is used.
        data_bytes: Some(2 * MEMORY),
        more_processes: Some(PROCESSES + THREADS),
        descriptors: Some(DESCRIPTORS),
        parent: Some(std::process::id()),
        ..Policy::default()
    };
    if on {
        policy.paths = readable(executable);
        let own = scratch.as_ref().map(|folder| folder.path().to_owned());
        policy
            .paths
            .extend(own.map(|folder| (Access::Write, folder)));
    }
    let mut command = super::command(executable, &policy);
    if on {
        command.env_clear();
        command.envs(std::env::vars_os().filter(|(name, _)| is_harmless(name)));
    }
    if super::grades() {
        command.env("RAYON_NUM_THREADS", "1");
    }
    if let Some(scratch) = &scratch {
        command
            .env("TMPDIR", scratch.path())
            .current_dir(scratch.path());
    }
    Confined {
        command,
        _scratch: scratch,
    }
}

/// Files and pipes that a program may have open.
pub const DESCRIPTORS: u64 = 256;

/// Threads of a program that trains on all cores, with room to spare.
pub const THREADS: u64 = 512;

/// Its own file, the system's libraries, and what the standard library asks about the machine.
fn readable(executable: &Path) -> Vec<(Access, PathBuf)> {
    let mut paths = vec![(Access::Run, executable.to_owned())];
    let libraries = [
        "/lib",
        "/lib32",
        "/lib64",
        "/usr/lib",
        "/usr/lib32",
        "/usr/lib64",
    ];
    let stores = ["/usr/local/lib", "/usr/libexec", "/nix/store", "/gnu/store"];
    for path in libraries.into_iter().chain(stores) {
        paths.push((Access::Read, path.into()));
    }
    paths.extend(dynamic_linkers().map(|path| (Access::Run, path)));
    let named = std::env::var_os("LD_LIBRARY_PATH").unwrap_or_default();
    for folder in std::env::split_paths(&named).filter(|path| path.is_absolute()) {
        paths.extend(libraries_in(&folder).map(|path| (Access::Read, path)));
    }
    for path in [
        "/etc/ld.so.cache",
        "/etc/localtime",
        "/usr/share/zoneinfo",
        "/proc/self",
        "/proc/cpuinfo",
        "/proc/meminfo",
        "/proc/stat",
        "/sys/devices/system/cpu",
        "/sys/fs/cgroup",
        "/dev/urandom",
        "/dev/random",
    ] {
        paths.push((Access::Read, path.into()));
    }
    // Memory that is mapped from it for writing would be shared, and counted by no limit.
    paths.push((Access::Read, "/dev/zero".into()));
    paths.push((Access::Write, "/dev/null".into()));
    paths
}

/// What the system starts in the place of every program, to load its libraries. Nothing else among the libraries may be run.
fn dynamic_linkers() -> impl Iterator<Item = PathBuf> {
    let stores = ["/nix/store", "/gnu/store"].map(PathBuf::from);
    let entries = ["/lib", "/lib64"].into_iter().flat_map(fs::read_dir);
    let paths = entries.flatten().flatten().map(|entry| entry.path());
    let linkers = paths.filter(|path| {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        name.starts_with("ld") && name.contains(".so")
    });
    // There it lies in a folder whose name holds a number.
    linkers.chain(stores)
}

/// The libraries in a folder, and nothing else that lies there: it may be any folder.
fn libraries_in(folder: &Path) -> impl Iterator<Item = PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    entries.map(|entry| entry.path()).filter(|path| {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        name.ends_with(".so") || name.contains(".so.")
    })
}

/// Names of variables that say how to run, and nothing about the learner.
fn is_harmless(name: &OsStr) -> bool {
    let Some(name) = name.to_str() else {
        return false;
    };
    const NAMES: [&str; 8] = [
        "LANG",
        "LC_ALL",
        "LC_CTYPE",
        "TZ",
        "TZDIR",
        "LD_LIBRARY_PATH",
        "RAYON_NUM_THREADS",
        "RUST_MIN_STACK",
    ];
    NAMES.contains(&name)
}
