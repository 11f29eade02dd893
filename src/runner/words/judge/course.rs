//! The check of an exercise, which is part of the course, does not do its work. The learner has written nothing wrong.

use crate::{labels, sentences};

sentences! {
    "judge.course";

    /// The file is gone.
    missing(exercise) = "The check of `{exercise}`, which your program is compared with, is not there.";

    /// Something else stands in the place of the file. `kind` is "a folder".
    no_file(exercise, kind) = "The check of `{exercise}`, which your program is compared with, is {kind}.";

    /// The file is too large.
    too_large(exercise, megabytes) = "The check of `{exercise}`, which your program is compared with, has \
        {megabytes} MB, which is too much to be read.";

    /// The system does not let the program read the file.
    unreadable(exercise, error) = "The check of `{exercise}`, which your program is compared with, cannot be read: \
        {error}.";

    /// rustc refuses it. `error` is the first thing that rustc says.
    no_compile(exercise, error) = "The check of `{exercise}`, which your program is compared with, does not compile: \
        {error}.";

    /// It includes a file that cannot be read.
    include(exercise, path) = "The check of `{exercise}`, which your program is compared with, includes {path}, \
        which cannot be read.";

    /// rustc took too long.
    compiler_too_slow(exercise, seconds) = "The check of `{exercise}`, which your program is compared with, takes \
        longer than {seconds} s to compile.";

    /// rustc took too much memory.
    compiler_too_large(exercise) = "The check of `{exercise}`, which your program is compared with, takes more than \
        4 GiB of memory to compile.";

    /// The system did not start it.
    not_started(exercise, error) = "The check of `{exercise}` could not be started: {error}.";

    /// It ended or wrote nonsense.
    stopped(exercise, error) = "The check of `{exercise}` stopped answering: {error}.";

    /// After that: the last line that it printed.
    printed(line) = "It printed: {line}";

    /// It answers another question.
    confused(exercise) = "The check of `{exercise}` answers something that was not asked.";

    /// It speaks another version of the messages between programs.
    wrong_version(exercise) = "The check of `{exercise}` speaks another version of the wire.";

    /// It says itself that it is broken. `error` is what it says.
    broken(exercise, error) = "The check of `{exercise}` does not work. It says: {error}";

    /// It takes too long.
    too_slow(exercise) = "The check of `{exercise}` takes more than ten minutes.";

    /// It takes too much memory.
    out_of_memory(exercise) = "The check of `{exercise}` takes too much memory.";

    /// It writes too much into files.
    too_much_written(exercise) = "The check of `{exercise}` writes too much into files.";

    /// Some answers can only be judged by the check's own program, and that failed. Why follows, and then the mend.
    not_judged = "Your answers could not be judged.";

    /// After that: the system did not start the check's program.
    judge_not_started(error) = "The check could not be started: {error}.";

    /// The same: the check's program says why.
    judge_broken(error) = "The check says: {error}";

    /// The same: the check's program takes too long.
    judge_too_slow = "The check took more than a minute.";

    /// The same: the check's program ended.
    judge_ended = "The check ended before it had answered.";

    /// After that: the mend.
    tell = "This is an error of the course: tell its author, or mend the check.";
}

labels! {
    "judge.course_mend";

    /// The mend where the file cannot be read.
    bring_back = "type `gradlings update` in a folder of your own, or bring the file back";

    /// The mend where it cannot be built.
    build_it = "tell the author of the course, or mend the check: `gradlings dev check` shows what is wrong";

    /// The mend where it does not do its work.
    tell_author = "tell the author of the course, or mend the check";
}
