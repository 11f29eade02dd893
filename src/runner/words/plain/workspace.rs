//! What goes wrong with the files of a course: reading them, writing them, making a course and updating it.

use crate::{labels, sentences};

sentences! {
    "workspace";

    /// Why a file cannot be used, in the system's words. What was tried stands before it, in a sentence of its own.
    reason(error) = "The reason is: {error}.";

    /// A link stands where a folder should be. What was tried stands before it, in a sentence of its own.
    leads_out(link, place) = "{link} is a link that leads out of the course, to {place}.";

    /// A link or something else stands where a file should be. What was tried stands before it.
    no_file(path) = "{path} is not a file.";

    /// In the README of a learner's folder: what it is.
    readme_about = "A course in deep learning that runs in the terminal. The exercises are in `exercises/`; edit one at a time.";

    /// The same, before the command to type.
    readme_begin = "To begin, or to go on, type this in this folder:";

    /// The same: what belongs in a repository.
    readme_keep = "Your progress and earlier versions of your files are in `.gradlings/`. Commit them with your exercises, and \
        the course goes on in every clone. `gradlings update` brings new lessons and leaves your code as it is.";

    /// Progress or what is remembered of checks could not be written into the course.
    course_unusable = "The course cannot be used.";

    /// The file of an exercise is not there.
    exercise_missing(name) = "The file of `{name}` is missing.";

    /// A folder has the name of an exercise.
    exercise_is_folder(name) = "There is a folder where the file of `{name}` should be.";

    /// Something else has the name of an exercise: a device, a socket.
    exercise_is_odd(thing, name) = "There is {thing} where the file of `{name}` should be.";

    /// The file of an exercise has too many bytes.
    exercise_too_large(name, bytes, most) = "The file of `{name}` is too large: it has {bytes} bytes, and {most} are \
        allowed.";

    /// The learner may not read the file of an exercise; the system says so.
    exercise_forbidden(name, error) = "`{name}` cannot be read: {error}.";

    /// The file of an exercise cannot be read. The reason follows.
    exercise_unreadable(name) = "`{name}` cannot be read.";

    /// The file of an exercise is no text.
    exercise_not_text(name) = "The file of `{name}` is not text: it has bytes that are not UTF-8.";

    /// The file of an exercise has nothing in it.
    exercise_empty(name) = "The file of `{name}` is empty.";

    /// A new course cannot be written. The reason follows.
    course_unwritable = "The course cannot be written.";

    /// Writing a new course stopped half-way. It follows the reason.
    half_written(folder) = "{folder} is only half written: remove it first.";

    /// The folder for a new course cannot be looked at. The reason follows.
    folder_unusable = "The folder cannot be used.";

    /// The folder for a new course has the name of a file.
    file_is_there = "There is a file with that name already.";

    /// The folder for a new course has a course in it.
    course_is_there = "There is a course in that folder already.";

    /// The folder for a new course has something else in it.
    folder_not_empty = "That folder is not empty, and nothing in it was touched.";

    /// The program was built without the course, so it cannot make one.
    built_without_course(path) = "This gradlings was built without a course: it has no `{path}`.";

    /// A file of the course in the program is no TOML; its reader says why.
    built_from_broken(error) = "This gradlings was built from a broken repository: {error}.";

    /// The manifest of the exercises in the program does not name the library.
    built_without_library = "This gradlings was built from a broken repository: `exercises/Cargo.toml` does not name \
        the library.";

    /// An update would make the course older.
    course_is_newer(course, program) = "This course is of version {course}, newer than this gradlings ({program}). \
        Nothing was changed.";

    /// A file could not be written while a course was brought up to date. The reason follows.
    update_stopped = "The update stopped.";

    /// An update would mix the lessons of two courses.
    another_course(title) = "`{title}` is another course than the one in this program. Nothing was changed.";

    /// Only what `gradlings init` made can be updated.
    not_made_by_init = "This course was not made by `gradlings init`, so there is nothing to bring up to date.";

    /// The version of a course cannot be found out. The reason follows.
    library_unreadable = "The library of the course cannot be read.";

    /// The first line of the library's Cargo.toml in a learner's folder.
    library_manifest = "This is the library of the course, as it came with the program. `gradlings update` writes this \
        folder anew.";

    /// Above a setting for cargo in a learner's folder.
    open_exercises = "Until an exercise is solved, nothing uses what its functions are given. `gradlings` reports it \
        afterwards.";

    /// The first line of the Cargo.toml in a learner's folder.
    course_manifest = "This course was made by `gradlings init`. Your files are in exercises/; `gradlings` tells what \
        to do.";
}

// What to do next, shown under the trouble.
labels! {
    "workspace_next";

    /// A link leads out of the course.
    remove_link = "remove that link, or move the folder that it leads to into its place; then run the command again";

    /// Something stands where a file should be.
    remove_it = "remove it, then run the command again";

    /// The learner may not write there.
    make_writable = "make the folder writable, or type `gradlings init DIR` for a course of your own elsewhere";

    /// The disk is full.
    free_space = "free some space on that disk, then run the command again";

    /// Files may not be that large.
    lift_limit = "lift the limit on the size of files (`ulimit -f unlimited`), then run the command again";

    /// A file stands where a folder should be, or the other way round.
    move_away = "move away what is in the way there, then run the command again";

    /// Nothing better is known.
    look_there = "look at that path, then run the command again";

    /// The file of an exercise is gone, or is no file.
    reset(name) = "type `gradlings reset {name}` to get the exercise back";

    /// A folder has the name of an exercise.
    move_folder_and_reset(name) = "move the folder away, then type `gradlings reset {name}` to get the exercise back";

    /// The file of an exercise is too large.
    shorten_or_reset(name) = "make it shorter in your editor, or type `gradlings reset {name}` to get the exercise \
        back";

    /// The learner may not read the file of an exercise.
    allow_or_reset(name) = "give yourself the right to read the file, or type `gradlings reset {name}` to get the \
        exercise back";

    /// The file of an exercise is no text.
    save_or_reset(name) = "save it as UTF-8 in your editor, or type `gradlings reset {name}` to get the exercise back";

    /// The file of an exercise is empty.
    undo_or_reset(name) = "undo in your editor and save, or type `gradlings reset {name}` to get the exercise back";

    /// A new course cannot go there.
    other_folder = "name another folder: `gradlings init DIR`";

    /// There is a course already where a new one should go.
    go_on_or_other_folder(folder) = "type `cd {folder}` and `gradlings` to go on with it, or name another folder: \
        `gradlings init DIR`";

    /// The program was built without the course.
    build_with_course = "build it in its repository: `cargo install --path .` there";

    /// The program was built from a broken course.
    build_again = "build it again from a sound one";

    /// The manifest of the exercises in the program does not name the library. The braces are TOML.
    name_the_library = "write `gradlings = { path = \"..\", ... }` there and build it again";

    /// The course is newer than the program.
    install_the_newer = "install the newer gradlings, then type `gradlings update` again";

    /// The course is not the program's own.
    ask_its_authors = "get its new lessons from its authors; its library is brought up to date by `gradlings dev \
        update`";

    /// The course is a clone of the repository.
    pull = "in a clone of the repository, type `git pull` instead";
}
