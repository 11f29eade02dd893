//! How a candidate ended that did not answer: the exit code or the signal, in words and as a verdict.

use std::process::ExitStatus;
use std::time::Duration;

use super::ended::Ended;
use crate::runner::outcome::Verdict;
use crate::runner::sandbox::candidate::{FILE, PROCESSES, THREADS, WRITTEN};
use crate::runner::words::judge::ending as words;

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
    let seconds = budget.as_secs();
    let message = match doing {
        Doing::Computing => words::computing(seconds),
        Doing::Waiting => words::waiting(seconds),
        Doing::Printing => words::printing(seconds),
        Doing::Reporting => words::reporting(seconds),
    };
    Ended::with(Verdict::TimedOut, message)
}

/// The end of a program that was stopped because of what it used.
pub(super) fn out_of_memory() -> Ended {
    Ended::with(Verdict::OutOfMemory, words::out_of_memory())
}

/// The end of a program that went on starting others.
pub(super) fn too_many_processes() -> Ended {
    Ended::with(Verdict::NoAnswer, words::too_many_processes(PROCESSES))
}

/// The end of a program that went on starting threads.
pub(super) fn too_many_threads() -> Ended {
    Ended::with(Verdict::NoAnswer, words::too_many_threads(THREADS))
}

/// The end of a program that went on writing files.
pub(super) fn too_much_written() -> Ended {
    Ended::with(Verdict::NoAnswer, words::too_much_written(WRITTEN >> 20))
}

/// The end of a program that ended inside a frame. Where it was a signal, that says more.
pub(super) fn in_the_middle(status: Option<ExitStatus>, said: &[String]) -> Ended {
    if status.is_some_and(|status| status.code().is_none()) {
        return of(status, said);
    }
    Ended::with(Verdict::NoAnswer, words::in_the_middle())
}

/// The end of a program that ended by itself with `status`; `None` is one that closed its channel and went on. `said`
/// are the last lines of its standard error.
pub(super) fn of(status: Option<ExitStatus>, said: &[String]) -> Ended {
    let heard = |what: &str| said.iter().any(|line| line.contains(what));
    // What the standard library prints before it aborts.
    if heard("memory allocation of ") && heard(" bytes failed") {
        return Ended::with(Verdict::OutOfMemory, words::allocation_failed());
    }
    if heard("has overflowed its stack") {
        return Ended::with(Verdict::NoAnswer, words::stack_overflow());
    }
    #[cfg(unix)]
    if let Some(signal) =
        status.and_then(|status| std::os::unix::process::ExitStatusExt::signal(&status))
    {
        return by_signal(signal);
    }
    let message = match status.and_then(|status| status.code()) {
        Some(code) => words::exit_code(code),
        None => words::closed_channel().to_owned(),
    };
    Ended::with(Verdict::NoAnswer, message)
}

#[cfg(unix)]
fn by_signal(signal: i32) -> Ended {
    use rustix::process::Signal;

    let (verdict, message) = match Signal::from_named_raw(signal) {
        Some(Signal::ABORT) => (Verdict::NoAnswer, words::aborted().to_owned()),
        // Nobody else kills a program that the runner did not stop.
        Some(Signal::KILL) => (Verdict::OutOfMemory, words::killed().to_owned()),
        Some(Signal::SEGV | Signal::BUS) => (Verdict::NoAnswer, words::crashed().to_owned()),
        Some(Signal::XCPU) => (Verdict::TimedOut, words::processor_time().to_owned()),
        Some(Signal::XFSZ) => (Verdict::NoAnswer, words::large_file(FILE >> 20)),
        Some(Signal::SYS) => (Verdict::NoAnswer, words::another_process().to_owned()),
        _ => (Verdict::NoAnswer, words::signal(signal)),
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

    #[test]
    fn every_way_to_be_stopped_has_a_verdict_and_a_sentence_of_its_own() {
        let stopped = |doing| timed_out(Duration::from_secs(7), doing);
        let ended = |signal| in_the_middle(Some(ExitStatus::from_raw(signal)), &[]);
        let table = [
            (
                stopped(Doing::Computing),
                Verdict::TimedOut,
                "7 s were over before it answered",
            ),
            (
                stopped(Doing::Waiting),
                Verdict::TimedOut,
                "it was waiting, not computing",
            ),
            (
                stopped(Doing::Printing),
                Verdict::TimedOut,
                "it went on printing",
            ),
            (
                stopped(Doing::Reporting),
                Verdict::TimedOut,
                "it went on reporting",
            ),
            (
                out_of_memory(),
                Verdict::OutOfMemory,
                "held more than 2 GiB",
            ),
            (
                too_many_processes(),
                Verdict::NoAnswer,
                "had started more than 64",
            ),
            (
                too_many_threads(),
                Verdict::NoAnswer,
                "had more than 512 threads",
            ),
            (
                too_much_written(),
                Verdict::NoAnswer,
                "had written more than 256 MiB into files",
            ),
            (ended(0), Verdict::NoAnswer, "in the middle of an answer"),
            // A signal says more than where it came.
            (ended(6), Verdict::NoAnswer, "aborted before it answered"),
        ];
        let all: Vec<String> = table
            .iter()
            .filter_map(|(ended, ..)| ended.message.clone())
            .collect();
        for (ended, verdict, words) in &table {
            assert_eq!(ended.verdict, *verdict, "{words}");
            assert!(
                ended.message.as_ref().is_some_and(|it| it.contains(words)),
                "{words}"
            );
            let said = all.iter().filter(|message| message.contains(words));
            assert_eq!(said.count(), 1, "{words}");
        }
    }
}
