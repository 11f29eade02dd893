//! Building the programs of a course.

use crate::{labels, sentences};

sentences! {
    "build";

    /// Above the words of the system about a file of the build.
    course_not_built = "The course cannot be built.";

    /// Above the words of the system about a file of a program.
    programs_not_built = "Programs cannot be built.";

    /// cargo or rustc failed without a word.
    failed(program) = "`{program}` failed and said nothing.";

    /// The same, with how it ended.
    failed_with(program, status) = "`{program}` failed ({status}) and said nothing.";

    /// cargo or rustc failed for a reason that is not known. `lines` are what it said.
    failed_and_said(program, lines) = "`{program}` failed and said:\n{lines}";

    /// A built library does not fit any more.
    library_stale(reason) = "What your program is linked with was built before and cannot be used any more: {reason}.";

    /// There is no cargo.
    no_cargo = "`cargo` was not found, so nothing can be built.";

    /// The system did not start cargo.
    cargo_not_started(error) = "`cargo` could not be started: {error}.";

    /// The system did not say how cargo ended.
    cargo_lost(error) = "`cargo` could not be waited for: {error}.";

    /// cargo was silent for too long.
    cargo_stuck = "`cargo` was stopped: for ten minutes no crate was downloaded or built.";

    /// A compiler that cargo started took too much memory.
    cargo_too_large = "`cargo` was stopped because one compiler held more than 4 GiB of memory while it built a crate \
        of the course.";

    /// What cargo told about its call of rustc is not as expected.
    call_not_understood(call) = "`cargo` built the library, but how it calls rustc was not understood: {call}";

    /// A Cargo.toml of the course is no TOML.
    malformed(error) = "It is malformed: {error}";

    /// The system did not start rustc.
    rustc_not_run(error) = "`rustc` could not be run: {error}.";
}

labels! {
    "build_labels";

    /// The mend where a library does not fit any more.
    remove_builds = "remove that folder; the next check builds it again, which takes a minute";

    /// The mend where there is no cargo.
    install_rust = "install Rust with rustup, open a new terminal, then type `gradlings doctor`";

    /// The mend where cargo was silent for too long.
    look_at_network = "look at the network and at what else this machine is doing, then run the command again";

    /// The mend where a build for a graphics card failed.
    use_processor = "set the variable CUDA_VISIBLE_DEVICES to -1, and exercises run on the processor";

    /// The mend where a Cargo.toml of the course is no TOML.
    mend_manifest = "mend it, or type `gradlings update` in a folder of your own";
}
