//! What happens to the file with a learner's progress.

use crate::{labels, sentences};

sentences! {
    "progress";

    /// A change of the progress cannot be written. The reason follows.
    unsaved = "Your progress cannot be saved.";

    /// Told at the start: nothing can be written in that folder. The reason follows, then that one can go on.
    unsaved_in(folder) = "Your progress cannot be saved in {folder}.";

    /// Told at the start, after the reason why nothing can be saved.
    forgotten = "You can go on, but it will be forgotten.";

    /// The file cannot be read. The reason follows.
    unreadable = "Your progress cannot be read.";

    /// The file was damaged, and the one before it is used.
    from_backup = "Your progress was taken from the backup.";

    /// The file has a newer shape than this program knows.
    newer(format, known) = "A newer gradlings wrote your progress (format {format}; this one reads format {known}). \
        Nothing was changed.";

    /// The file is no state file. What is wrong follows, then where it is kept.
    damaged = "The file with your progress was damaged.";

    /// Where the damaged file is kept, after what is wrong with it.
    kept_as(path) = "It is kept as {path}.";

    /// The damaged file stays where it is, after what is wrong with it; the system says why.
    stays_there(path, error) = "It is {path}, and it cannot be put aside: {error}.";

    /// What is wrong with a damaged file: it is not UTF-8.
    not_text = "It is not text.";

    /// What is wrong with a damaged file: its TOML cannot be read; the reader says why.
    not_toml(error) = "It is malformed: {error}.";

    /// What is wrong with a damaged file: its first line is gone.
    without_format = "It does not say its format.";

    /// What is wrong with a damaged file: its last line is gone.
    cut_short = "It was cut short.";

    /// The file and the one before it are both damaged.
    no_backup = "There was no backup to use: the exercises count as open until they are checked again (`gradlings \
        check-all`).";

    /// The first line of the file.
    first_line = "This is what you have done in this course. gradlings writes this file and keeps the one before it \
        as a backup.";
}

labels! {
    "progress_next";

    /// A newer program wrote the progress.
    install_the_newer = "install the newer gradlings again and use that one";
}
