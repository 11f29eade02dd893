//! Ctrl-C and its like, as something that can be waited for.
//!
//! The learner's program runs in a process group of its own, which Ctrl-C does not reach. So the signal must not simply
//! end this program: the check has to be cancelled first, or a program that never ends would go on alone.

/// Calls `interrupted` on a thread of its own for each Ctrl-C, request to end, or closed terminal.
pub fn listen(interrupted: impl Fn() + Send + 'static) {
    #[cfg(unix)]
    {
        use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM};
        // Where signals cannot be had, they end the program as they always did.
        if let Ok(mut signals) = signal_hook::iterator::Signals::new([SIGINT, SIGTERM, SIGHUP]) {
            std::thread::spawn(move || signals.forever().for_each(|_| interrupted()));
        }
    }
    #[cfg(not(unix))]
    drop(interrupted);
}
