//! Files of a build that could not be written or read.

use crate::{labels, sentences};

sentences! {
    "disk";

    /// The disk is full.
    full = "The disk is full, and what is built could not be written.";

    /// The learner's quota is used up.
    quota = "Your share of the disk is used up, and what is built could not be written.";

    /// The disk is read-only.
    read_only = "What is built could not be written: the disk is read-only.";

    /// Access was denied.
    refused = "The system refused access to a file that a build needs.";

    /// A file is too large.
    too_large = "What is built is larger than a file may be.";

    /// Memory ran out.
    out_of_memory = "There is too little memory for a build.";

    /// Too many files are open.
    open_files = "A build needs more open files than it may have.";
}

labels! {
    "disk_mend";

    /// A file of the course cannot be written.
    own_course = "make the folder yours and writable, or type `gradlings init DIR` for a course of your own elsewhere";

    /// A file outside the course cannot be written.
    own_home = "set HOME to your own folder, or make the folder named here yours and writable; `gradlings --no-sandbox \
        run` tells whether the sandbox is in the way";

    /// Too many files are open.
    lift_open_files = "lift the limit on open files (`ulimit -n 4096`), then run the command again";
}
