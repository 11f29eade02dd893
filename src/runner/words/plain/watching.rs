//! What plain mode says while it watches.

use crate::{labels, sentences};

sentences! {
    "watching";

    /// Another exercise was saved than the one that is worked on.
    saved_another(saved, watched) = "You saved {saved}, but the exercise being watched is {watched}.";

    /// A piece that the exercise waits for was saved while the check went on, so it is checked again.
    saved_meanwhile(path) = "{path} was saved meanwhile.";

    /// The exercise waits for a piece.
    save_the_piece(path, name) = "Save {path}, and {name} is checked again.";

    /// The exercise does not pass yet.
    edit_and_save = "Edit the file and save it. Type h for a hint.";

    /// The exercise has passed, and another one is open.
    what_next = "Type n for the next exercise, s to read the solution.";

    /// A check ended and did not say how.
    no_verdict(name) = "The check of `{name}` ended without a verdict, which is an error of gradlings.";
}

labels! {
    "watching_next";

    /// What to do next: a check ended and did not say how.
    try_again(name) = "type `gradlings run {name}` to try again, and `gradlings doctor` if it happens again";
}
