//! The name of the folder of a course, which cargo or the linker cannot use.

use crate::{labels, sentences};

sentences! {
    "folder_name";

    /// The name has a letter in it that separates paths.
    separator(letter) = "`cargo` cannot build in a folder with `{letter}` in its name: that letter stands between the \
        folders of a list.";

    /// The name looks like a pattern.
    pattern = "`cargo` takes the name of the folder for a pattern: it has `*`, `?` or `[` in it.";

    /// The name has a percent sign in it.
    percent = "The linker cannot write into a folder with `%` in its name: it puts other letters in its place.";

    /// The name is no text.
    not_utf8 = "The name of the folder is not valid UTF-8, and cargo cannot use it.";
}

labels! {
    "folder_name_mend";

    /// The name has one letter in it that cannot be used.
    rename_without(letter) = "rename the folder, or one above it, so that its name is without `{letter}`";

    /// The name looks like a pattern.
    rename_without_patterns = "rename the folder, or one above it, so that its name is without `*`, `?`, `[` and `]`";

    /// The name is no text.
    rename_in_utf8 = "rename the folder, or one above it, so that its name is without bytes that are not UTF-8";
}
