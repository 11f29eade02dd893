//! What is said of a submission, or of a file in it, that could not be taken. Learners read it beside their results.

use crate::sentences;

sentences! {
    "plain.submission";

    /// The submission holds more files and folders than are looked at.
    too_many_entries(most) = "It holds more than {most} files and folders, so none of them was taken.";

    /// A name in an archive leads to a place outside of it.
    leads_out(path) = "It holds a file by the name of `{path}`, which leads out of it, so nothing in it was taken.";

    /// The file of an exercise, but for capitals.
    other_letters(path, expected) = "{path} was not taken: its name has to be {expected}, letter by letter.";

    /// Two files for one exercise.
    handed_in_twice(exercise, one, other) = "{exercise} was handed in twice, as {one} and as {other}. Leave one of them.";

    /// A folder in it cannot be read; the system says why.
    folder_unreadable(path, error) = "The folder {path} in it cannot be read: {error}.";

    /// What has the name of an exercise's file is a link, a folder, a pipe or a device. `kind` is "a link".
    not_a_file(path, kind) = "{path} was not taken: it is {kind}.";

    /// The file of an exercise is far too long.
    too_large(path, bytes, most) = "{path} was not taken: it has {bytes} bytes, and {most} are the most.";

    /// The file of an exercise in an archive is far too long.
    far_too_large(path, most) = "{path} was not taken: it has more than {most} bytes.";

    /// All files of exercises together are far too long.
    too_much(most) = "The files of exercises in it have more than {most} bytes, so none of them was taken.";

    /// The archive is too large to be looked at.
    archive_too_large(bytes, most) = "It has {bytes} bytes, and {most} are the most, so nothing in it was taken.";

    /// A small archive holds far more than its size lets one think.
    unpacks_to_too_much = "It unpacks to far more than any course has, so nothing in it was taken.";

    /// The archive cannot be read to its end. Why follows.
    damaged(error) = "It cannot be read to its end, so nothing in it was taken: {error}.";

    /// git cannot read the bundle, or takes too much time or memory for it.
    no_bundle = "It is no bundle that git can read, so nothing in it was taken.";

    /// There is no branch in a bundle of git.
    no_branch = "It is a bundle without a branch, so nothing in it was taken.";

    /// The file of an exercise cannot be read; the system says why.
    unreadable(path, error) = "{path} cannot be read: {error}.";
}
