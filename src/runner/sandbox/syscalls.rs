//! seccomp: the system calls that a program of an exercise needs are allowed, and all others are refused. Compilers and
//! linkers vary, so of theirs those are refused that lead out of the sandbox.
//!
//! Landlock knows files, TCP and signals; it does not know UDP, sockets with a path, new sessions, new processes, or what
//! is said about files.

mod allowed;
mod refused;

use std::collections::BTreeMap;

use seccompiler::{
    BpfProgram, SeccompAction, SeccompCmpArgLen, SeccompCmpOp, SeccompCondition, SeccompFilter,
    SeccompRule, TargetArch,
};

use super::policy::Filter;
use crate::runner::words::machine::sandbox_refusal as refusal;

type Rules = BTreeMap<i64, Vec<SeccompRule>>;

const REFUSE: SeccompAction = SeccompAction::Errno(libc::EPERM as u32);

/// Whether this kernel and this processor have it.
pub fn is_supported() -> bool {
    // The file is there where the kernel was built with filters, and names what it can answer.
    let actions = std::fs::read_to_string("/proc/sys/kernel/seccomp/actions_avail");
    architecture().is_some() && actions.is_ok_and(|actions| actions.contains("kill_process"))
}

/// Refuses the calls to this process and to whatever it becomes.
pub fn restrict(filter: Filter) -> Result<(), String> {
    let architecture = architecture().ok_or_else(refusal::no_filter)?;
    let restricted = match filter {
        Filter::Program => allow_a_list(architecture),
        Filter::Build => refuse_a_list(&[refused::REFUSED], architecture),
        Filter::Compiler => refuse_a_list(&[refused::REFUSED, refused::APART], architecture),
    };
    restricted.map_err(refusal::refused)
}

fn refuse_a_list(lists: &[&[i64]], architecture: TargetArch) -> Result<(), seccompiler::Error> {
    let calls = lists.iter().copied().flatten();
    let mut rules: Rules = calls.map(|&call| (call, Vec::new())).collect();
    // Typing into the terminal.
    let typing = all_of(&[(1, SeccompCmpOp::Eq, TIOCSTI)])?;
    rules.insert(libc::SYS_ioctl, vec![typing]);
    let rules = with_other_numbers(rules);
    install(rules, SeccompAction::Allow, REFUSE, architecture)
}

/// Of what several filters answer, the strictest counts.
fn allow_a_list(architecture: TargetArch) -> Result<(), seccompiler::Error> {
    // The C library tries this one first and takes `clone` where it is not there, whose flags can be looked at.
    install(
        [(libc::SYS_clone3, Vec::new())].into(),
        SeccompAction::Allow,
        SeccompAction::Errno(libc::ENOSYS as u32),
        architecture,
    )?;
    // Not an error that a loop could go on with: a fork bomb ends with its first fork.
    install(
        with_other_numbers(new_processes()?),
        SeccompAction::Allow,
        SeccompAction::KillProcess,
        architecture,
    )?;
    // Last, because it refuses to install another one.
    let mut allowed: Rules = allowed::ALLOWED
        .iter()
        .chain(allowed::OLD)
        .map(|&call| (call, Vec::new()))
        .collect();
    allowed.extend(by_argument()?);
    install(allowed, REFUSE, SeccompAction::Allow, architecture)
}

/// Answers calls that are in `rules` with `listed`, and all others with `unlisted`.
fn install(
    rules: Rules,
    unlisted: SeccompAction,
    listed: SeccompAction,
    architecture: TargetArch,
) -> Result<(), seccompiler::Error> {
    let filter = SeccompFilter::new(rules, unlisted, listed, architecture)?;
    let program: BpfProgram = filter.try_into()?;
    seccompiler::apply_filter(&program)
}

fn architecture() -> Option<TargetArch> {
    TargetArch::try_from(std::env::consts::ARCH).ok()
}

/// On x86-64 some kernels answer a second set of numbers for the same calls.
fn with_other_numbers(rules: Rules) -> Rules {
    const X32: i64 = 0x4000_0000;
    let mut all = rules.clone();
    if cfg!(target_arch = "x86_64") {
        all.extend(rules.into_iter().map(|(call, rule)| (call | X32, rule)));
    }
    all
}

/// Threads are for everyone; a process is not.
fn new_processes() -> Result<Rules, seccompiler::Error> {
    let no_thread = all_of(&[(0, SeccompCmpOp::MaskedEq(libc::CLONE_THREAD as u64), 0)])?;
    Ok([
        (libc::SYS_clone, vec![no_thread]),
        #[cfg(target_arch = "x86_64")]
        (libc::SYS_fork, Vec::new()),
        #[cfg(target_arch = "x86_64")]
        (libc::SYS_vfork, Vec::new()),
    ]
    .into())
}

/// Allowed with some arguments and refused with others.
fn by_argument() -> Result<Rules, seccompiler::Error> {
    use SeccompCmpOp::{Eq, MaskedEq};

    let own = u64::from(std::process::id());
    let mut rules = Rules::new();
    // Memory that is shared needs no file and is counted by no limit of a process.
    let private = all_of(&[(3, MaskedEq(libc::MAP_SHARED as u64), 0)])?;
    rules.insert(libc::SYS_mmap, vec![private]);
    // Signals to itself, limits of its own.
    for call in [libc::SYS_kill, libc::SYS_tgkill] {
        rules.insert(call, vec![all_of(&[(0, Eq, own)])?]);
    }
    let of_own = [0, own].map(|id| all_of(&[(0, Eq, id)]));
    rules.insert(
        libc::SYS_prlimit64,
        of_own.into_iter().collect::<Result<_, _>>()?,
    );
    for (call, index, values) in [
        (libc::SYS_fcntl, 1, FCNTL),
        (libc::SYS_ioctl, 1, IOCTL),
        (libc::SYS_prctl, 0, PRCTL),
    ] {
        let each = values.iter().map(|&value| all_of(&[(index, Eq, value)]));
        rules.insert(call, each.collect::<Result<_, _>>()?);
    }
    Ok(rules)
}

/// Copies of descriptors and their flags. Not what hears of changes, takes leases, or makes pipes larger.
const FCNTL: &[u64] = &[
    libc::F_DUPFD as u64,
    libc::F_DUPFD_CLOEXEC as u64,
    libc::F_GETFD as u64,
    libc::F_SETFD as u64,
    libc::F_GETFL as u64,
    libc::F_SETFL as u64,
];

/// Whether something is a terminal, in the old form and the new one, how large it is, and flags. The numbers are the same
/// on all of these processors.
const IOCTL: &[u64] = &[0x5401, 0x802c_542a, 0x5413, 0x5421, 0x5451];

/// The number is the same on all of these processors.
const TIOCSTI: u64 = 0x5412;

/// Names of threads and of memory. Not who ends with whom.
const PRCTL: &[u64] = &[
    libc::PR_SET_NAME as u64,
    libc::PR_GET_NAME as u64,
    libc::PR_SET_VMA as u64,
];

/// A rule that holds where all of these conditions on arguments do.
fn all_of(conditions: &[(u8, SeccompCmpOp, u64)]) -> Result<SeccompRule, seccompiler::Error> {
    let conditions = conditions.iter().map(|(index, operator, value)| {
        SeccompCondition::new(*index, SeccompCmpArgLen::Dword, operator.clone(), *value)
    });
    Ok(SeccompRule::new(conditions.collect::<Result<_, _>>()?)?)
}
