//! Files that an exercise includes, or that are missing.

use crate::{labels, sentences};

sentences! {
    "judge.reading";

    /// The course has no exercise of that name.
    no_exercise(exercise) = "There is no exercise `{exercise}`.";

    /// An exercise includes a folder, a pipe or a device. `kind` is "a folder".
    no_file(exercise, path, kind) = "{exercise} includes {path}, and that is {kind}.";

    /// An exercise includes a file that is too large.
    too_large(exercise, path, megabytes, most) = "{exercise} includes {path}, which has {megabytes} MB; {most} at \
        most can be included.";

    /// An exercise includes a file that is not there.
    missing(exercise, path) = "{exercise} includes {path}, which is not there.";

    /// An exercise includes a file that the system does not let the program read.
    refused(exercise, error) = "{exercise} includes a file that cannot be read: {error}.";

    /// A file that was handed in includes something that is neither an exercise nor a file of the course.
    reads_elsewhere(exercise) = "{exercise} reads a file from outside the course's exercises, so it was not run.";

    /// The heading of what is wrong with the machine or the course. `mend` is a label that says what to do next.
    what_to_do(mend) = "What to do: {mend}.";
}

labels! {
    "judge.reading_mend";

    /// The mend where an included file cannot be read.
    give_right = "give yourself the right to read it, then run the command again";
}
