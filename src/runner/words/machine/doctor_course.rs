//! Whether the course is whole: its files, its programs, its state.

use crate::{labels, sentences};

sentences! {
    "doctor_course";

    /// Above the words of the system about exercises/Cargo.toml.
    programs_unreadable = "The list of programs cannot be read.";

    /// Above the words of the system about the state.
    progress_not_saved = "Your progress cannot be saved.";

    /// An exercise has no check.
    no_check(exercise) = "The check of `{exercise}` is missing, and your program is compared with it.";

    /// An exercise has a check that cannot be read.
    unreadable_check(exercise, error) = "The check of `{exercise}`, which your program is compared with, cannot be \
        read: {error}.";

    /// All files are there.
    sound(title, exercises) = "The course \"{title}\" is sound: each of its exercises ({exercises}) has its file and \
        its check.";

    /// cargo knows all programs.
    programs_listed = "`exercises/Cargo.toml` lists a program for every exercise.";

    /// cargo does not know all programs, or others.
    programs_not_listed = "`exercises/Cargo.toml` does not list the programs of info.toml.";

    /// Progress can be kept.
    progress_can_be_saved = "Your progress can be saved.";
}

labels! {
    "doctor_course_labels";

    /// The mend where an exercise has no check.
    restore_check = "type `gradlings update` in a folder of your own, `git checkout checks` in a clone";
}
