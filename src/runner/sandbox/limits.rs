//! Limits that any Unix has: processor time, the size of files, memory, processes; and ending with the runner.

use rustix::io::Errno;
use rustix::process::{Resource, Rlimit, setrlimit};

use super::policy::Policy;
use crate::runner::words::machine::sandbox_refusal as refusal;

/// Sets the limits of this process, which the program inherits and cannot raise.
pub fn apply(policy: &Policy) -> Result<(), String> {
    #[cfg(target_os = "linux")]
    end_with(policy.parent)?;
    // A core dump of a network full of weights helps nobody and fills the disk.
    limit(refusal::core_dumps, Resource::Core, Some((0, 0)))?;
    // One second more than the soft limit: the signal of the soft one can be told from a kill.
    let cpu = policy.cpu_seconds.map(|seconds| (seconds, seconds + 1));
    limit(refusal::time, Resource::Cpu, cpu)?;
    limit(refusal::file_size, Resource::Fsize, both(policy.file_bytes))?;
    limit(refusal::memory, Resource::Data, both(policy.data_bytes))?;
    limit(
        refusal::descriptors,
        Resource::Nofile,
        both(policy.descriptors),
    )?;
    #[cfg(target_os = "linux")]
    if let Some(more) = policy.more_processes {
        limit(
            refusal::processes,
            Resource::Nproc,
            both(Some(tasks() + more)),
        )?;
    }
    Ok(())
}

fn both(limit: Option<u64>) -> Option<(u64, u64)> {
    limit.map(|limit| (limit, limit))
}

/// Sets one limit; `refused` says that the system did not allow it.
fn limit(
    refused: fn(Errno) -> String,
    resource: Resource,
    limits: Option<(u64, u64)>,
) -> Result<(), String> {
    let Some((soft, hard)) = limits else {
        return Ok(());
    };
    // A limit that is lower already stays: raising it may not be allowed.
    let before = rustix::process::getrlimit(resource);
    let lower = |limit: u64, before: Option<u64>| before.map_or(limit, |it| it.min(limit));
    let hard = lower(hard, before.maximum);
    let limits = Rlimit {
        current: Some(lower(soft, before.current).min(hard)),
        maximum: Some(hard),
    };
    setrlimit(resource, limits).map_err(refused)
}

/// Has this process killed when the runner ends, however it ends.
#[cfg(target_os = "linux")]
fn end_with(parent: Option<u32>) -> Result<(), String> {
    use rustix::process::{Signal, getppid, set_parent_process_death_signal};

    let Some(parent) = parent else { return Ok(()) };
    set_parent_process_death_signal(Some(Signal::KILL)).map_err(refusal::refused)?;
    // The runner may have ended before this was asked for, and then no signal comes.
    let now = getppid().map(|pid| pid.as_raw_nonzero().get().unsigned_abs());
    if now == Some(parent) {
        Ok(())
    } else {
        Err(refusal::runner_ended().to_owned())
    }
}

/// Processes and threads of all users, as far as they can be seen: the limit of a user counts threads that were there
/// before, so an absolute number would be wrong on a busy machine.
#[cfg(target_os = "linux")]
fn tasks() -> u64 {
    // `0.10 0.05 0.01 2/512 12345`: the running and all tasks.
    let load = std::fs::read_to_string("/proc/loadavg").unwrap_or_default();
    let all = load
        .split_whitespace()
        .nth(3)
        .and_then(|tasks| tasks.split_once('/'))
        .and_then(|(_, all)| all.parse().ok());
    all.unwrap_or(4096)
}
