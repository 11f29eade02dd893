//! Why a candidate stopped answering, in words.

use std::process::ExitStatus;
use std::time::Duration;

use crate::runner::check::ended::Ended;
use crate::runner::check::ending;
use crate::runner::check::ending::Doing;
use crate::runner::check::run::Run;
use crate::runner::outcome::Verdict;
use crate::runner::words::judge::ending as words;
use crate::wire::FrameError;

/// Why the candidate stopped answering.
pub(super) enum Gone {
    TimedOut(Duration, Doing),
    OutOfMemory,
    TooManyProcesses,
    TooManyThreads,
    TooMuchWritten,
    Ended(FrameError),
    WrongVersion,
    Early(Ended),
}

impl Gone {
    pub(super) fn in_words(
        self,
        run: &Run<'_>,
        status: Option<ExitStatus>,
        said: &[String],
    ) -> Ended {
        match self {
            Gone::Early(ended) => ended,
            _ if run.stop.is_stopped() => run.cancelled(),
            Gone::TimedOut(budget, doing) => ending::timed_out(budget, doing),
            Gone::OutOfMemory => ending::out_of_memory(),
            Gone::TooManyProcesses => ending::too_many_processes(),
            Gone::TooManyThreads => ending::too_many_threads(),
            Gone::TooMuchWritten => ending::too_much_written(),
            Gone::WrongVersion => Ended::with(Verdict::NoAnswer, words::wrong_version()),
            Gone::Ended(FrameError::Truncated) => ending::in_the_middle(status, said),
            Gone::Ended(FrameError::Closed | FrameError::Io(_)) => ending::of(status, said),
            Gone::Ended(error) => Ended::with(Verdict::NoAnswer, words::no_answer(error)),
        }
    }
}
