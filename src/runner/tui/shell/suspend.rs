//! Ctrl-Z.

/// Whether there is a shell that could bring the program back. Where the terminal was opened for this program alone,
/// nobody could, and the program would hang for ever.
#[cfg(unix)]
pub fn has_shell() -> bool {
    rustix::process::getsid(None).is_ok_and(|session| session != rustix::process::getpgrp())
}

/// Stops the program's group, as the terminal would have done; it goes on here when the shell says so.
///
/// SIGTSTP itself is listened to, so that this program can give the terminal back first; it would not stop it.
#[cfg(unix)]
pub fn stop() {
    let group = rustix::process::getpgrp();
    // Where it cannot be stopped it simply goes on.
    let _ = rustix::process::kill_process_group(group, rustix::process::Signal::STOP);
}

/// There is no such thing here.
#[cfg(not(unix))]
pub fn has_shell() -> bool {
    false
}

/// There is no such thing here.
#[cfg(not(unix))]
pub fn stop() {}
