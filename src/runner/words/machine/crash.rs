//! cargo, rustc or a program that cargo started came to an end of their own.

use crate::{labels, sentences};

sentences! {
    "crash";

    /// A program of the toolchain was killed.
    killed(program) = "The system killed `{program}` (SIGKILL), as it does when memory runs out.";

    /// It wrote a file that is too large.
    file_too_large(program) = "`{program}` was stopped because a file of the build is larger than a file may be.";

    /// It used up its time.
    out_of_time(program) = "`{program}` was stopped because it used more time of the processor than it may.";

    /// Somebody ended it.
    ended_from_outside(program, signal) = "`{program}` was ended from outside (signal {signal}).";

    /// rustc panicked.
    compiler_bug = "`rustc` crashed: it met something that it does not expect, which is a bug in the compiler.";

    /// A program of the toolchain crashed by a signal that it named itself, such as SIGSEGV.
    crashed_by_name(program, signal) = "`{program}` crashed ({signal}).";

    /// A program of the toolchain crashed by a signal of which only the number is known.
    crashed(program, signal) = "`{program}` crashed (signal {signal}).";
}

labels! {
    "crash_mend";

    /// A program used up its time.
    lift_time = "lift the limit on time (`ulimit -t unlimited`), then run the command again";

    /// cargo or a crate crashed.
    renew_if_again = "run the command again; if that does not help, type `rustup update stable`";

    /// rustc crashed over the learner's text.
    write_otherwise = "write what you changed last in another way (very deep nesting does this); if that does not \
        help, type `rustup update stable`";
}
