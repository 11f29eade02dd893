//! How a candidate ended that did not answer: the exit code or the signal, in words and as a verdict.

use std::process::ExitStatus;
use std::time::Duration;

use super::Ended;
use crate::runner::outcome::Verdict;
use crate::runner::sandbox::candidate::{FILE, PROCESSES};

/// What a program was seen to do when its time was up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Doing {
    /// At least one of its threads ran.
    Computing,
    /// None of its threads ran.
    Waiting,
    /// It printed more than can be shown.
    Printing,
    /// It reported more than can be shown.
    Reporting,
}

/// The end of a program whose budget was used up.
pub(super) fn timed_out(budget: Duration, doing: Doing) -> Ended {
    let rest = match doing {
        Doing::Computing => " before it answered. Look for a loop that never ends.",
        Doing::Waiting => {
            "; it was waiting, not computing. Look for a `sleep`, a lock, or a thread that is joined and never ends."
        }
        Doing::Printing => {
            ", and it went on printing. Look for a `println!` in a loop that never ends."
        }
        Doing::Reporting => {
            ", and it went on reporting. Look for a report in a loop that never ends."
        }
    };
    let seconds = budget.as_secs();
    Ended::with(
        Verdict::TimedOut,
        format!("Your program was stopped: its {seconds} s were over{rest}"),
    )
}

/// The end of a program that was stopped because of what it used.
pub(super) fn out_of_memory() -> Ended {
    Ended::with(
        Verdict::OutOfMemory,
        "Your program was stopped because it held more than 2 GiB of memory. Look for something that grows in a loop.",
    )
}

/// The end of a program that went on starting others.
pub(super) fn too_many_processes() -> Ended {
    Ended::with(
        Verdict::NoAnswer,
        format!("Your program was stopped because it had started more than {PROCESSES} processes."),
    )
}

/// The end of a program that ended inside a frame. Where it was a signal, that says more.
pub(super) fn in_the_middle(status: Option<ExitStatus>, said: &[String]) -> Ended {
    if status.is_some_and(|status| status.code().is_none()) {
        return of(status, said);
    }
    Ended::with(
        Verdict::NoAnswer,
        "Your program ended in the middle of an answer: something calls `exit` while another thread still works.",
    )
}

/// The end of a program that ended by itself with `status`; `None` is one that closed its channel and went on. `said`
/// are the last lines of its standard error.
pub(super) fn of(status: Option<ExitStatus>, said: &[String]) -> Ended {
    let heard = |what: &str| said.iter().any(|line| line.contains(what));
    // What the standard library prints before it aborts.
    if heard("memory allocation of ") && heard(" bytes failed") {
        return Ended::with(
            Verdict::OutOfMemory,
            "Your program asked for more memory than there is for it (2 GiB). Look for a size that is far too large, or for something that grows in a loop.",
        );
    }
    if heard("has overflowed its stack") {
        return Ended::with(
            Verdict::NoAnswer,
            "Your program called itself until its stack was full: look for a function that calls itself without end.",
        );
    }
    #[cfg(unix)]
    if let Some(signal) =
        status.and_then(|status| std::os::unix::process::ExitStatusExt::signal(&status))
    {
        return by_signal(signal);
    }
    let message = match status.and_then(|status| status.code()) {
        Some(code) => format!(
            "Your program ended with exit code {code} before it answered: something calls `exit`, or `main` no longer ends with `.serve()`."
        ),
        None => {
            "Your program closed its channel before it answered, and went on without it.".to_owned()
        }
    };
    Ended::with(Verdict::NoAnswer, message)
}

#[cfg(unix)]
fn by_signal(signal: i32) -> Ended {
    use rustix::process::Signal;

    let (verdict, message) = match Signal::from_named_raw(signal) {
        Some(Signal::ABORT) => (
            Verdict::NoAnswer,
            "Your program aborted before it answered: something calls `abort`, or panics while it handles a panic."
                .to_owned(),
        ),
        // Nobody else kills a program that the runner did not stop.
        Some(Signal::KILL) => (
            Verdict::OutOfMemory,
            "Your program was killed before it answered: the system has probably run out of memory. Look for something that grows in a loop."
                .to_owned(),
        ),
        Some(Signal::SEGV | Signal::BUS) => (
            Verdict::NoAnswer,
            "Your program crashed before it answered (a segmentation fault): a function that calls itself without end does that, and so does `unsafe` code."
                .to_owned(),
        ),
        Some(Signal::XCPU) => (
            Verdict::TimedOut,
            "Your program was stopped: it had used up the processor time that all its budgets together give it. Look for a loop that never ends."
                .to_owned(),
        ),
        Some(Signal::XFSZ) => (
            Verdict::NoAnswer,
            format!(
                "Your program was stopped because it wrote a file of more than {} MiB.",
                FILE >> 20
            ),
        ),
        Some(Signal::SYS) => (
            Verdict::NoAnswer,
            "Your program was stopped because it started another process, which exercises may not do (`gradlings --no-sandbox` lets your own code)."
                .to_owned(),
        ),
        _ => (
            Verdict::NoAnswer,
            format!("Your program was ended by signal {signal} before it answered."),
        ),
    };
    Ended::with(verdict, message)
}

#[cfg(all(test, unix))]
mod tests {
    use std::collections::HashSet;
    use std::os::unix::process::ExitStatusExt;

    use super::*;

    #[test]
    fn every_end_has_a_verdict_and_a_sentence_of_its_own() {
        let signal = |number| Some(ExitStatus::from_raw(number));
        let code = |number: i32| Some(ExitStatus::from_raw(number << 8));
        let stack = "thread 'main' has overflowed its stack";
        let memory = "memory allocation of 99 bytes failed";
        let table = [
            (code(0), "", Verdict::NoAnswer, "exit code 0 "),
            (code(101), "", Verdict::NoAnswer, "exit code 101 "),
            (None, "", Verdict::NoAnswer, "closed its channel"),
            (signal(6), "", Verdict::NoAnswer, "aborted"),
            (signal(6), stack, Verdict::NoAnswer, "called itself until"),
            (
                signal(6),
                memory,
                Verdict::OutOfMemory,
                "asked for more memory",
            ),
            (signal(9), "", Verdict::OutOfMemory, "was killed"),
            (signal(11), "", Verdict::NoAnswer, "crashed"),
            (signal(24), "", Verdict::TimedOut, "processor time"),
            (signal(25), "", Verdict::NoAnswer, "256 MiB"),
            (signal(31), "", Verdict::NoAnswer, "another process"),
            (signal(15), "", Verdict::NoAnswer, "signal 15"),
        ];
        let mut sentences = HashSet::new();
        for (status, said, verdict, words) in table {
            // The numbers of signals that are named above are those of Linux.
            if cfg!(not(target_os = "linux")) && status.and_then(|it| it.signal()) > Some(15) {
                continue;
            }
            let ended = of(status, &[said.to_owned()]);
            let message = ended.message.unwrap_or_default();
            assert_eq!(ended.verdict, verdict, "{message}");
            assert!(message.contains(words), "{message}");
            assert!(sentences.insert(message.clone()), "{message} twice");
        }
    }
}
