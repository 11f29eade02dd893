//! The first page, which is shown once.

use crate::{labels, sentences};

sentences! {
    "screen_welcome";

    /// What an exercise is, and what the program does.
    what_it_is = "An exercise is one Rust file. Its lesson comes first, and the code that is missing is a `todo!()`. Whenever you \
        save the file, it is built and checked, and this screen says whether it is right, and if not, why.";
    /// What to do first; `file` is the path of the first exercise.
    begin(file) = "To begin, open {file} in your editor, put your code in the place of `todo!()`, and save.";
    /// At the end of the page.
    any_key = "Any key goes on. This page does not come back.";
}

labels! {
    "screen_welcome_labels";

    /// Behind a key.
    opens_the_file = "opens the file in your editor";
    /// Behind a key.
    gives_a_hint = "gives you a hint";
    /// Behind a key.
    lists_the_keys = "lists all keys";
}
