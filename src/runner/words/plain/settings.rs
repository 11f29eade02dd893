//! The file with a learner's settings, as `gradlings config` prints it: the comments over its lines.

use crate::{labels, names, sentences};

sentences! {
    "settings";

    /// At the top, before the path of the file.
    read_from = "These are your settings for gradlings. They are read from:";

    /// Under the path of the file.
    or_from = "Or they are read from the file that you name with `--config FILE`. Everything in here is as it is \
        without a file: keep the lines that you change.";

    /// Over `theme`.
    theme(names) = "The colours: {names}.";

    /// Over `images`.
    images = "Whether pictures are shown pixel by pixel where the terminal can: it is asked when the screen opens.";

    /// Over `mouse`.
    mouse = "Whether the mouse scrolls and selects from the start.";

    /// Over `split`.
    split = "Whether an editor that runs in the terminal gets a pane of its own in tmux and Zellij.";

    /// Over `notify`.
    notify = "Whether the bell rings, and the terminal shows a notification where it can, when something that took longer \
        than ten seconds ends.";

    /// Over `ascii`, `links` and `editor`.
    found_out = "These are found out where they are not set: only ASCII letters, paths as links, the editor (else \
        $VISUAL, then $EDITOR).";

    /// Over the keys.
    keys = "The keys: a letter, or a name such as \"ctrl-q\", \"enter\", \"page-down\" or \"f5\"; several in \
        brackets; none as []. Where text is typed a letter stays a letter.";
}

labels! {
    "settings_labels";

    /// Between what is wrong with a setting and what to do about it.
    mend = "Mend:";
}

names! {
    "settings_names";

    /// In the place of the path, where the system has no folder for settings.
    named_file = "a file that you name with --config";
}
