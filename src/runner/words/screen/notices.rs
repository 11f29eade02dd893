//! What a key did, in the status line.

use crate::{names, sentences};

sentences! {
    "screen_notices";

    /// Something was copied to the clipboard; `what` is a name.
    copied(what) = "Copied {what}.";
    /// The mouse is listened to from now on.
    mouse_on = "The mouse scrolls and selects; hold Shift to mark text.";
    /// The mouse is not listened to any more.
    mouse_off = "The mouse is the terminal's own again.";
    /// A track is followed from now on.
    along_track(track) = "You go along {track} now.";
    /// No track is followed any more.
    whole_course = "You go through the whole course now.";
    /// The program cannot be suspended: nothing would bring it back.
    no_shell = "There is no shell to go back to.";
    /// The question before a run was answered.
    predicted = "Noted. The next run that gets to its end tells.";
    /// Saves are not noticed: the key checks all the same. It follows the sentence that says why.
    key_checks(key) = "`{key}` checks without a save.";

    /// The original of an exercise was put back, and there was nothing else in its file.
    reset_nothing(name) = "{name} is as it was at first. There was nothing of yours to keep.";
    /// The original of an exercise was put back; `copy` is the file with the learner's text.
    reset_kept(name, copy) = "{name} is as it was at first. Your text is kept in {copy}.";
    /// The original of an exercise was put back; `what` is what stood in its place.
    reset_instead(name, what) = "{name} is as it was at first. It replaced {what}, which had no text to keep.";
    /// An attempt was to be put into the file of an exercise, which has that text.
    restored_same(name, number) = "{name} is attempt {number} already.";
    /// An attempt was put into the file of an exercise, in which there was nothing.
    restored(name, number) = "{name} is attempt {number} again.";
    /// An attempt was put into the file of an exercise; what was in it is the attempt `kept`.
    restored_kept(name, number, kept) = "{name} is attempt {number} again. What was there is kept as attempt {kept}.";
    /// An attempt was put into the file of an exercise; what was there is the file `copy`.
    restored_moved(name, number, copy) = "{name} is attempt {number} again. What was there is kept in {copy}.";
    /// An attempt was put into the file of an exercise; `what` is what stood in its place.
    restored_instead(name, number, what) = "{name} is attempt {number} again. It replaced {what}, which had no text to \
        keep.";
}

names! {
    "screen_notices_names";

    /// What was copied: the text of the solution.
    solution = "the solution";
    /// What was copied: the errors of the compiler.
    compiler = "what the compiler says";
    /// What was copied: why a check fails.
    diagnosis = "the diagnosis with its numbers";
}
