//! Whether a program of two lines can be built where the course is, and started.

use crate::{labels, sentences};

sentences! {
    "doctor_trial";

    /// Above the words of the system about a file that cannot be written.
    nothing_built = "Nothing can be built there.";

    /// All is well.
    works = "A small program can be built in the course, linked and started.";

    /// Building takes too long.
    not_built_in_time = "`cargo` did not finish a program of two lines within a minute.";

    /// The program cannot be started, or fails. `reason` is how it ended, or the words of the system.
    does_not_run(reason) = "A program of two lines was built but does not run: {reason}.";

    /// The program hangs.
    does_not_end = "A program of two lines was built but does not end.";
}

labels! {
    "doctor_trial_labels";

    /// The mend where building takes too long.
    look_for_a_wrapper = "look for what keeps the machine busy, and for a `rustc-wrapper` in cargo's settings that \
        waits";

    /// The mend where the program does not run.
    move_course = "move the course to a disk that programs may be started from (not one mounted with `noexec`), and \
        take unusual options out of RUSTFLAGS";
}
