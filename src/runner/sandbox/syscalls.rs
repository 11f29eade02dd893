//! seccomp: the system calls that no exercise needs and that lead out of the sandbox.
//!
//! Landlock knows files, TCP and signals; it does not know UDP, sockets with a path, new sessions or new processes.

use std::collections::BTreeMap;

use seccompiler::{
    BpfProgram, SeccompAction, SeccompCmpArgLen, SeccompCmpOp, SeccompCondition, SeccompFilter,
    SeccompRule, TargetArch,
};

use crate::runner::words::machine::sandbox_refusal as refusal;

type Rules = BTreeMap<i64, Vec<SeccompRule>>;

/// Whether this kernel and this processor have it.
pub fn is_supported() -> bool {
    // The file is there where the kernel was built with filters, and names what it can answer.
    let actions = std::fs::read_to_string("/proc/sys/kernel/seccomp/actions_avail");
    architecture().is_some() && actions.is_ok_and(|actions| actions.contains("kill_process"))
}

/// Refuses the calls to this process and to whatever it becomes.
pub fn restrict() -> Result<(), String> {
    let architecture = architecture().ok_or_else(refusal::no_filter)?;
    restrict_or_why(architecture).map_err(refusal::refused)
}

fn restrict_or_why(architecture: TargetArch) -> Result<(), seccompiler::Error> {
    // The C library tries this one first and takes `clone` where it is not there, whose flags can be looked at.
    install(
        [(libc::SYS_clone3, Vec::new())].into(),
        SeccompAction::Errno(libc::ENOSYS as u32),
        architecture,
    )?;
    let mut refused: Rules = REFUSED.iter().map(|&call| (call, Vec::new())).collect();
    refused.extend(OLD.iter().map(|&call| (call, Vec::new())));
    refused.extend(to_others_only()?);
    refused.extend(by_argument()?);
    install(
        refused,
        SeccompAction::Errno(libc::EPERM as u32),
        architecture,
    )?;
    // Not an error that a loop could go on with: a fork bomb ends with its first fork.
    install(new_processes()?, SeccompAction::KillProcess, architecture)
}

fn install(
    rules: Rules,
    action: SeccompAction,
    architecture: TargetArch,
) -> Result<(), seccompiler::Error> {
    let rules = with_other_numbers(rules);
    let filter = SeccompFilter::new(rules, SeccompAction::Allow, action, architecture)?;
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
    let no_thread = argument(0, SeccompCmpOp::MaskedEq(libc::CLONE_THREAD as u64), 0)?;
    let mut rules: Rules = [(libc::SYS_clone, vec![no_thread])].into();
    #[cfg(target_arch = "x86_64")]
    rules.extend([(libc::SYS_fork, Vec::new()), (libc::SYS_vfork, Vec::new())]);
    Ok(rules)
}

/// Calls that a program may make about itself, and about no other process.
fn to_others_only() -> Result<Rules, seccompiler::Error> {
    let own = u64::from(std::process::id());
    let mut rules = Rules::new();
    for call in [
        libc::SYS_kill,
        libc::SYS_tgkill,
        libc::SYS_rt_sigqueueinfo,
        libc::SYS_rt_tgsigqueueinfo,
    ] {
        rules.insert(call, vec![argument(0, SeccompCmpOp::Ne, own)?]);
    }
    let neither = SeccompRule::new(vec![
        condition(0, SeccompCmpOp::Ne, 0)?,
        condition(0, SeccompCmpOp::Ne, own)?,
    ])?;
    rules.insert(libc::SYS_prlimit64, vec![neither]);
    // Typing into the terminal; the number is the same on all of these processors.
    const TIOCSTI: u64 = 0x5412;
    rules.insert(
        libc::SYS_ioctl,
        vec![argument(1, SeccompCmpOp::Eq, TIOCSTI)?],
    );
    Ok(rules)
}

/// Refused with one argument and needed with others.
fn by_argument() -> Result<Rules, seccompiler::Error> {
    // A program that does not die with the runner.
    let survive = argument(0, SeccompCmpOp::Eq, libc::PR_SET_PDEATHSIG as u64)?;
    // Memory that is shared with nobody needs no file, and no limit of a process counts it.
    let shared = (libc::MAP_SHARED | libc::MAP_ANONYMOUS) as u64;
    let shared = argument(3, SeccompCmpOp::MaskedEq(shared), shared)?;
    Ok([
        (libc::SYS_prctl, vec![survive]),
        (libc::SYS_mmap, vec![shared]),
    ]
    .into())
}

fn argument(
    index: u8,
    operator: SeccompCmpOp,
    value: u64,
) -> Result<SeccompRule, seccompiler::Error> {
    Ok(SeccompRule::new(vec![condition(index, operator, value)?])?)
}

fn condition(
    index: u8,
    operator: SeccompCmpOp,
    value: u64,
) -> Result<SeccompCondition, seccompiler::Error> {
    Ok(SeccompCondition::new(
        index,
        SeccompCmpArgLen::Dword,
        operator,
        value,
    )?)
}

/// Numbers that the C library's list lacks; they are the same on all processors.
const FCHMODAT2: i64 = 452;
const SETXATTRAT: i64 = 463;
const REMOVEXATTRAT: i64 = 466;
const FILE_SETATTR: i64 = 469;

/// The same as others of the list, as older processors have them.
#[cfg(target_arch = "x86_64")]
const OLD: &[i64] = &[
    libc::SYS_chmod,
    libc::SYS_chown,
    libc::SYS_lchown,
    libc::SYS_utime,
    libc::SYS_utimes,
    libc::SYS_futimesat,
    libc::SYS_mknod,
    libc::SYS_inotify_init,
];
#[cfg(not(target_arch = "x86_64"))]
const OLD: &[i64] = &[];

/// Refused whatever the arguments are.
const REFUSED: &[i64] = &[
    // The network, and sockets of the desktop, of agents and of container engines. The channel is open already.
    libc::SYS_socket,
    // Pairs of them hold memory that nobody counts.
    libc::SYS_socketpair,
    // It makes sockets, and opens files, without a call that a filter could see.
    libc::SYS_io_uring_setup,
    libc::SYS_io_uring_enter,
    libc::SYS_io_uring_register,
    // Leaving the process group that is killed as a whole.
    libc::SYS_setsid,
    libc::SYS_setpgid,
    // Other processes: looking into them, taking what they hold open, slowing them down.
    libc::SYS_ptrace,
    libc::SYS_process_vm_readv,
    libc::SYS_process_vm_writev,
    libc::SYS_pidfd_open,
    libc::SYS_pidfd_getfd,
    libc::SYS_pidfd_send_signal,
    libc::SYS_process_madvise,
    libc::SYS_tkill,
    libc::SYS_kcmp,
    libc::SYS_setpriority,
    libc::SYS_ioprio_set,
    libc::SYS_sched_setattr,
    libc::SYS_sched_setparam,
    libc::SYS_sched_setscheduler,
    // A program that is in no file, which no rule about files covers.
    libc::SYS_memfd_create,
    libc::SYS_memfd_secret,
    // What is said about files, which no rule about files covers: who owns them, who may use them, and when.
    libc::SYS_fchmod,
    libc::SYS_fchmodat,
    FCHMODAT2,
    libc::SYS_fchown,
    libc::SYS_fchownat,
    libc::SYS_utimensat,
    libc::SYS_setxattr,
    libc::SYS_lsetxattr,
    libc::SYS_fsetxattr,
    libc::SYS_removexattr,
    libc::SYS_lremovexattr,
    libc::SYS_fremovexattr,
    SETXATTRAT,
    REMOVEXATTRAT,
    FILE_SETATTR,
    // Devices and pipes with a name.
    libc::SYS_mknodat,
    // Hearing what others open.
    libc::SYS_inotify_init1,
    libc::SYS_inotify_add_watch,
    libc::SYS_fanotify_init,
    libc::SYS_fanotify_mark,
    // Files by number instead of by path.
    libc::SYS_name_to_handle_at,
    libc::SYS_open_by_handle_at,
    // Memory and queues that processes of one user share by number.
    libc::SYS_shmget,
    libc::SYS_msgget,
    libc::SYS_semget,
    libc::SYS_mq_open,
    // The machine.
    libc::SYS_unshare,
    libc::SYS_setns,
    libc::SYS_mount,
    libc::SYS_umount2,
    libc::SYS_pivot_root,
    libc::SYS_chroot,
    libc::SYS_move_mount,
    libc::SYS_open_tree,
    libc::SYS_fsopen,
    libc::SYS_fspick,
    libc::SYS_mount_setattr,
    libc::SYS_bpf,
    libc::SYS_perf_event_open,
    libc::SYS_userfaultfd,
    libc::SYS_keyctl,
    libc::SYS_add_key,
    libc::SYS_request_key,
    libc::SYS_init_module,
    libc::SYS_finit_module,
    libc::SYS_delete_module,
    libc::SYS_kexec_load,
    libc::SYS_reboot,
    libc::SYS_swapon,
    libc::SYS_swapoff,
    libc::SYS_settimeofday,
    libc::SYS_clock_settime,
    libc::SYS_adjtimex,
    libc::SYS_clock_adjtime,
    libc::SYS_sethostname,
    libc::SYS_setdomainname,
    libc::SYS_acct,
    libc::SYS_quotactl,
    libc::SYS_syslog,
    libc::SYS_vhangup,
];
