//! The attempts at an exercise: the list of them, and what keeps them.

use crate::{labels, sentences};

sentences! {
    "screen_attempts";

    /// There is no attempt yet.
    none = "Every version that is checked is kept here. There is none yet.";
    /// Two attempts are compared, and they do not differ.
    same(one, other) = "Attempts {one} and {other} are the same text.";
    /// An attempt is compared with the learner's file, and they do not differ.
    same_as_now(number) = "Attempt {number} and your file are the same text.";
    /// The first line of a file beside an attempt. `number` has four digits.
    about_file(number) = "What came of {number}.rs, the text beside this file. gradlings writes both.";
    /// What could not be done; the reason follows.
    not_kept = "This attempt could not be kept.";
}

labels! {
    "screen_attempts_labels";

    /// The title of the list.
    title(attempts) = "Attempts: {attempts}";
    /// The list, in a row of tabs.
    tab = "Attempts";
    /// Behind an attempt: the others are held against it.
    compared = "compared";
    /// Behind an attempt: the file has this text.
    now = "now";
    /// A title: what differs between two attempts.
    changed = "What changed";
    /// A title: what differs, with the signs of its lines; `other` is an attempt or the file as it is now.
    changed_from(number, other) = "What changed: - attempt {number}, + {other}";
    /// A title, in a row of tabs: the curves of two attempts.
    curves = "Curves";
    /// A title: the curves of two attempts; `one` and `other` are what they are called.
    curves_of(one, other) = "Curves: {one} and {other}";
    /// A title: the curves of one of two attempts; `one` and `other` are what they are called.
    curves_of_one(one, other) = "Curves: {one}; {other} has none";
    /// In front of what the compiler said: where.
    line(line) = "line {line}:";
    /// Why an attempt could not be kept.
    numbers_used_up = "its numbers are used up";
}
