//! A folder of the learner's own: what `init` and `update` did.

use crate::sentences;

sentences! {
    "folder";

    /// A new course was written.
    made(folder) = "The course is in {folder}. You edit the files in {folder}/exercises, one at a time.";

    /// A repository was begun in the new folder.
    repository = "It is a git repository, so you can keep every step of yours with `git commit`.";

    /// Before the commands to type.
    now_type = "Now type:";

    /// Under the commands to type.
    first_check = "The first check builds the course, which takes a minute or two; later ones take about a second, unless they train a network.";

    /// The course was of this version before.
    version(version) = "The course is of version {version}.";

    /// The course was of an older version before.
    versions(before, after) = "The course went from version {before} to {after}.";

    /// Exercises that lie in another chapter now or have another name.
    moved(names) = "These moved, with what is yours: {names}.";

    /// Exercises that include earlier ones, which lie somewhere else now.
    mended(names) = "These lead to where their pieces lie now, in `#[path = ...]`: {names}.";

    /// Exercises that the course did not have before.
    added(names) = "These are new: {names}.";

    /// Exercises with a new text.
    renewed(names) = "These were renewed, because you had not changed them: {names}.";

    /// Exercises with a new text, in which the learner's lines were kept.
    merged(names) = "These are new around what you wrote, whose lines stand as they did: {names}.";

    /// Exercises with a new text, of which the learner's was kept.
    kept(names) = "These are kept as you wrote them, though the exercise changed: {names}. `gradlings reset NAME` \
        gives the new one.";

    /// A file that is no exercise was renewed.
    one_other_file = "1 other file of the course was brought up to date.";

    /// Files that are no exercises were renewed.
    other_files(files) = "{files} other files of the course were brought up to date.";

    /// A solution or a check lay open and is packed now.
    one_closed = "1 file that gives an exercise away is packed now. A solution lies in `solutions/` once its exercise \
        has passed.";

    /// The same of several.
    closed(files) = "{files} files that give exercises away are packed now. A solution lies in `solutions/` once its \
        exercise has passed.";

    /// A file of the library was renewed.
    one_library_file = "1 file of the library was brought up to date; the next check builds it again.";

    /// Files of the library were renewed.
    library_files(files) = "{files} files of the library were brought up to date; the next check builds it again.";

    /// Where the texts are that were replaced.
    copies(folder) = "What was replaced is kept in {folder}.";

    /// Everything was up to date.
    nothing_to_do = "There was nothing to do.";

    /// At the end.
    code_as_it_was = "Your code and your progress are as they were.";

    /// At the end, where the paths of pieces were mended.
    all_but_paths = "But for those paths, your code and your progress are as they were.";
}
