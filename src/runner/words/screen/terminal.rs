//! The terminal cannot be used, or a part of the program failed.

use crate::{labels, names, sentences};

sentences! {
    "screen_terminal";

    /// The screen cannot be drawn; `error` is in the words of the system.
    unusable(error) = "The terminal cannot be used: {error}.";
    /// A part of the program panicked; `message` is what it said.
    failed(message) = "A part of the program failed: {message}";
}

names! {
    "screen_terminal_window";

    /// The title of the window.
    window(exercise) = "{exercise} - gradlings";
    /// A check that took long has ended: what a person who looked away reads.
    check_ended(exercise, verdict) = "{exercise}: {verdict}";
}

labels! {
    "screen_terminal_next";

    /// What to do where the screen cannot be drawn.
    plain = "type `gradlings --plain` for appended lines instead of a screen";
    /// What to do where a part of the program panicked.
    again = "start it again; your files are as you saved them";
}
