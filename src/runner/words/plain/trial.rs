//! Trying out what was built.

use crate::sentences;

sentences! {
    "plain.trial";

    /// The exercise does not pass, so there is nothing to use yet.
    passes_first(name) = "You can try {name} once it passes.";

    /// Before it begins: where the lines go from now on.
    typing = "Every line that you type goes to the program now, until it ends. A line with only /stop stops it; Ctrl-D ends the \
        lines.";

    /// A check runs, and its verdict decides.
    after_the_check = "It begins when the check has passed.";

    /// It has ended.
    over = "The program has ended. What you type is a command again.";

    /// Somebody stopped it, or changed their mind before it began.
    stopped = "Stopped. What you type is a command again.";

    /// The file was saved while it runs.
    saved = "Saved. The program goes on as it was; your file is checked when it has ended.";

    /// It ended, and nobody knows how.
    no_end = "The program ended without a word, which is an error of gradlings.";

    /// The exercise has nothing to use.
    nothing_to_try(name) = "There is nothing to try in {name}: it is done when it passes.";
}
