//! What cannot be done with an exercise, and what to do instead.

use crate::{labels, names, sentences};

sentences! {
    "screen_session";

    /// The originals of the exercises could not be kept; `error` is in the words of the system.
    originals_not_kept(error) = "The original exercises could not be put aside ({error}): `gradlings reset` may \
        not work.";
    /// The program runs twice in this course.
    second_runner = "Another gradlings is open in this course. Both work, and neither loses the progress of the other.";
    /// A name that no exercise has.
    no_exercise(name) = "There is no exercise `{name}` in this course.";
    /// A name that no track has.
    no_track(name) = "There is no track `{name}` in this course.";
    /// An exercise has no attempt with that number.
    no_attempt(number, name) = "There is no attempt {number} at `{name}`.";
    /// An exercise has no question, or no choice with that number.
    no_prediction(name) = "There is nothing to predict in `{name}` with that number.";
    /// There is no original of an exercise.
    no_original(name) = "The original of `{name}` was never put aside, so it cannot be put back.";
    /// An exercise has not passed yet.
    solution_closed(name) = "The solution of `{name}` opens once your own code has passed.";
    /// A folder stands where the original of an exercise is to go.
    folder_not_reset(name) = "There is a folder where the file of `{name}` should be, so nothing was reset.";
    /// A folder stands where the text of an attempt is to go.
    folder_not_restored(name) = "There is a folder where the file of `{name}` should be, so nothing was restored.";

    /// What could not be done; the reason follows. The path leads out of the course.
    outside_not_reset(name) = "`{name}` is not in the course, so nothing was reset.";
    /// What could not be done; the reason follows. The path leads out of the course.
    outside_not_restored(name) = "`{name}` is not in the course, so nothing was restored.";
    /// What could not be done; the reason follows.
    unread_not_reset = "Your text cannot be read, so nothing was reset.";
    /// What could not be done; the reason follows.
    unread_not_restored = "Your text cannot be read, so nothing was restored.";
    /// What could not be done; the reason follows. The file is too large to be read, or may not be.
    file_not_reset = "Your file cannot be kept, so nothing was reset.";
    /// What could not be done; the reason follows. The file is too large to be read, or may not be.
    file_not_restored = "Your file cannot be kept, so nothing was restored.";
    /// What could not be done; the reason follows.
    text_not_reset = "Your text cannot be kept, so nothing was reset.";
    /// What could not be done; the reason follows.
    text_not_restored = "Your text cannot be kept, so nothing was restored.";
    /// What could not be done; the reason follows.
    not_reset(name) = "`{name}` cannot be reset.";
    /// What could not be done; the reason follows.
    not_restored(name) = "`{name}` cannot be restored.";
    /// What could not be done; the reason follows.
    attempt_unreadable(number, name) = "Attempt {number} at `{name}` cannot be read.";
    /// What could not be done; the reason follows.
    solution_unreadable(name) = "The solution of `{name}` cannot be read.";
}

labels! {
    "screen_session_labels";

    /// What to do about a name that no exercise has.
    list = "type `gradlings list` for the names";
    /// What to do about a name that no track has, where one has a similar name.
    did_you_mean(near) = "did you mean `{near}`? `gradlings list` shows every track";
    /// What to do about a name that no track has; `all` is the name of the whole course.
    list_tracks(all) = "type `gradlings list` for the tracks; `{all}` is the whole course";
    /// What to do about a number that no attempt has.
    list_attempts(name) = "type `gradlings attempts {name}` for those that there are";
    /// What to do where there is no question.
    save = "save the file to run it";
    /// What to do where there is no original.
    get_original = "get the file from where the course came from (`git checkout FILE`, or `gradlings init DIR`)";
    /// What to do about an exercise that has not passed.
    hint_or_run(name) = "type `gradlings hint {name}` for a nudge, or `gradlings run {name}` to check your code";
    /// What to do about a folder that is in the way.
    move_folder = "move the folder away, then run the command again";
}

names! {
    "screen_session_names";

    /// What stood in the place of a file: a link. `kind` is what it leads to.
    link_to(kind) = "a link to {kind}";
    /// What stood in the place of a file.
    link_to_large = "a link to a large file";
    /// What stood in the place of a file.
    link_nowhere = "a link that cannot be followed";
}
