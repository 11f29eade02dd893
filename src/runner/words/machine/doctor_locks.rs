//! Whether another program holds a lock that a build would wait for.

use crate::{labels, names, sentences};

sentences! {
    "doctor_locks";

    /// No lock is held.
    none = "No other program holds a lock that a check would wait for.";

    /// The folder of other builds is locked.
    other_builds(program, path) = "{program} is building in {path}. Checks build in a folder of their own and do not \
        wait for it.";

    /// The folder of the builds of checks is locked.
    checks(program) = "{program} holds the lock of the course's builds, and a check waits for it.";

    /// The folder of downloads is locked.
    downloads(program) = "{program} is downloading crates, and a first build waits for it.";
}

labels! {
    "doctor_locks_mend";

    /// The lock is rust-analyzer's.
    give_another_folder = "give rust-analyzer another folder: set `rust-analyzer.cargo.targetDir` to true in your \
        editor";

    /// The lock is another program's.
    wait_or_end = "wait until it is done, or end it; a check of another gradlings is over in a moment";

    /// Crates are being downloaded.
    wait = "wait until it is done";
}

names! {
    "doctor_locks_names";

    /// A program whose name is not known, at the beginning of a sentence.
    another_program = "Another program (rust-analyzer, or a cargo in another terminal)";
}
